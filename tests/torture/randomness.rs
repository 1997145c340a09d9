//! A system without random numbers, such as a sandbox without `/dev`: nothing panics, and nothing is lost.

use crate::faults::library;
use crate::real::program;
use crate::sandbox::Sandbox;

#[test]
fn write_without_random_numbers_is_refused_but_reads_work() {
    let sandbox = Sandbox::with_pair();
    let before = sandbox.ok("export");
    for (line, status) in [
        ("status", 0),
        ("topic list", 0),
        ("topic add One", 7),
        ("followup add me:-read-it --due 2026-12-09", 7),
        ("topic list --json", 7),
        ("export", 7),
    ] {
        let args: Vec<&str> = line.split(' ').collect();
        let mut run = program(sandbox.home.path(), &args);
        run.env("LD_PRELOAD", library("randomness"));
        let output = run.output().unwrap();
        let message = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(status), "{line}: {message}");
        assert!(!message.contains("panicked"), "{line}: {message}");
        if status == 7 {
            assert!(message.contains("no random numbers"), "{line}: {message}");
            assert!(message.contains("nothing was changed"), "{line}: {message}");
        }
    }
    assert_eq!(sandbox.ok("export"), before);
    // Control: with random numbers the write succeeds.
    assert!(program(sandbox.home.path(), &["topic", "add", "One"]).status().unwrap().success());
}
