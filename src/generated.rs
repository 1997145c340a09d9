//! Files that are written from the source and kept beside it. `MENTOR_WRITE_DOCS=1 cargo test` writes them anew;
//! otherwise a test fails when one is not what the source says.

use std::path::Path;

/// The file, from the top of the repository, holds this text.
#[expect(
    clippy::disallowed_methods,
    reason = "a switch for whoever changes the source"
)]
pub fn assert_up_to_date(path: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var("MENTOR_WRITE_DOCS").is_ok() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == text,
        "{} is out of date; `MENTOR_WRITE_DOCS=1 cargo test` updates it",
        path.display()
    );
}
