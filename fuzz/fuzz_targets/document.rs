//! `mentor import`: a document is imported completely and leaves an intact file, or not at all.

#![no_main]

use mentor_fuzz::sandbox::Sandbox;

libfuzzer_sys::fuzz_target!(|document: &[u8]| {
    let sandbox = Sandbox::new();
    let output = sandbox.run_with(&["import", "-"], document, None);
    match output.status {
        0 => {
            let before = sandbox.ok("export");
            sandbox.ok("check");
            // The imported data is exported and imported again without a difference.
            let other = Sandbox::new();
            let again = other.run_with(&["import", "-"], before.as_bytes(), None);
            assert_eq!(again.status, 0, "{again}");
            assert_eq!(other.ok("export"), before);
        }
        4 => assert!(!sandbox.run("export").stdout.contains("\"uid\""), "{output}"),
        _ => panic!("{output}"),
    }
});
