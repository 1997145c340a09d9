//! `mentor import`: a document is imported completely and leaves an intact file, or not at all.

#![no_main]

mod sandbox;

use sandbox::Sandbox;

libfuzzer_sys::fuzz_target!(|document: &[u8]| {
    let sandbox = Sandbox::new();
    let output = sandbox.run(&["import", "-"], document);
    match output.status {
        0 => {
            let before = sandbox.everything();
            let checked = sandbox.run(&["check"], b"");
            assert_eq!(checked.status, 0, "{checked:?}");
            // The imported data is exported and imported again without a difference.
            let other = Sandbox::new();
            let again = other.run(&["import", "-"], before.as_bytes());
            assert_eq!(again.status, 0, "{again:?}");
            assert_eq!(other.everything(), before);
        }
        4 => assert!(!sandbox.everything().contains("\"uid\""), "{output:?}"),
        _ => panic!("{output:?}"),
    }
});
