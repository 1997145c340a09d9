//! Files that are generated from the source and committed. `MENTOR_WRITE_DOCS=1 cargo test` writes them; otherwise a
//! test fails if one is out of date.

use std::path::Path;

/// Checks that a file, relative to the repository, has this text; with `MENTOR_WRITE_DOCS`, writes it first.
#[expect(clippy::disallowed_methods, reason = "a switch for developers")]
pub fn assert_up_to_date(path: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var("MENTOR_WRITE_DOCS").is_ok() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
    }
    let current = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        current == text,
        "{} is out of date; `MENTOR_WRITE_DOCS=1 cargo test` updates it",
        path.display()
    );
}
