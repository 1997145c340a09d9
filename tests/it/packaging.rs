//! Packaging files: each has the version of `Cargo.toml` and is valid.

use std::fs;
use std::path::Path;

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

const VERSION: &str = env!("CARGO_PKG_VERSION");

#[test]
fn every_package_has_the_version_of_the_program() {
    for (file, line) in [
        ("docs/packaging/mentor.rb", format!("  version \"{VERSION}\"")),
        ("docs/packaging/flake.nix", format!("          version = \"{VERSION}\";")),
        ("docs/packaging/changelog", format!("mentor ({VERSION}-1) unstable; urgency=medium")),
    ] {
        assert!(read(file).lines().any(|one| one == line), "{file}: {line}");
    }
    let changes = read("CHANGELOG.md");
    assert!(changes.contains(&format!("\n## {VERSION} - ")), "{changes}");
}

#[test]
fn the_flake_parses() {
    let parsed = rnix::Root::parse(&read("docs/packaging/flake.nix"));
    assert_eq!(parsed.errors(), []);
    assert!(!rnix::Root::parse("{ a = ; }").errors().is_empty());
}

#[test]
fn files_that_packages_install_exist() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let names = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| c.is_whitespace() || "\",()[]".contains(c));
        let found = words
            .filter(|word| word.starts_with("completions/") || word.starts_with("docs/packaging/"));
        found.map(|word| word.trim_end_matches(';').to_owned()).collect()
    };
    let mut seen = 0;
    for file in [
        "Cargo.toml", "docs/packaging/mentor.rb", "docs/packaging/flake.nix",
        "docs/packaging/tarball.sh",
    ] {
        for name in names(&read(file)).iter().filter(|name| !name.contains("mentor-")) {
            assert!(top.join(name).exists(), "{file} names {name}");
            seen += 1;
        }
    }
    assert!(seen > 10, "only {seen}");
}

#[test]
fn debian_licences_match_the_source() {
    let copyright = read("docs/packaging/copyright");
    let bare = |text: &str| {
        text.split_whitespace().filter(|word| *word != ".").collect::<Vec<_>>().join(" ")
    };
    let mit = read("LICENSE-MIT");
    let (_, mit) = mit.split_once("\n\nPermission").unwrap();
    assert!(bare(&copyright).contains(&bare(mit)));
    assert!(copyright.contains("/usr/share/common-licenses/Apache-2.0"));
    for name in ["src/domain/zone/cities.txt", "src/domain/zone/windows.txt"] {
        assert!(copyright.contains(&format!("Files: {name}\n")), "{name}");
        assert!(!read(name).is_empty());
    }
}
