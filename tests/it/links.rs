//! Links in README.md and `docs/`: each must lead somewhere, and every mention of a file of the repository must be a
//! link.

use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns all documents, relative to the root of the repository.
fn documents() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> =
        ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(PathBuf::from).to_vec();
    let mut folders = vec![PathBuf::from("docs")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(top().join(&folder)).unwrap() {
            let entry = entry.unwrap();
            let path = folder.join(entry.file_name());
            match entry.path().is_dir() {
                true => folders.push(path),
                false if path.extension().is_some_and(|ending| ending == "md") => found.push(path),
                false => {}
            }
        }
    }
    found
}

#[derive(Default)]
struct Found {
    links: Vec<String>,
    /// Code spans that are not part of a link.
    loose: Vec<String>,
    /// The anchors of the headings, as links name them.
    anchors: Vec<String>,
}

fn found_links(text: &str) -> Found {
    let mut found = Found::default();
    let mut is_link = false;
    let mut heading: Option<String> = None;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        if let (Some(heading), Event::Text(words) | Event::Code(words)) = (&mut heading, &event) {
            heading.push_str(words);
        }
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                found.links.push(dest_url.to_string());
                is_link = true;
            }
            Event::End(TagEnd::Link | TagEnd::Image) => is_link = false,
            Event::Code(code) if !is_link => found.loose.push(code.to_string()),
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                found.anchors.extend(heading.take().map(|text| anchor(&text)));
            }
            _ => {}
        }
    }
    found
}

/// Returns the anchor of a heading on GitHub.
fn anchor(heading: &str) -> String {
    let kept = heading.to_lowercase();
    let kept = kept.chars().filter(|c| c.is_alphanumeric() || "-_ ".contains(*c));
    kept.collect::<String>().replace(' ', "-")
}

/// Returns what is wrong with a link in this document.
fn broken(document: &Path, link: &str) -> Option<String> {
    if link.starts_with("https://") {
        return None;
    }
    let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
    let target = match path {
        "" => document.to_owned(),
        path => document.parent().unwrap().join(path),
    };
    let whole = top().join(&target);
    if !whole.exists() {
        return Some(format!("{}: `{link}` leads nowhere", document.display()));
    }
    let has = |anchor: &str| {
        let text = fs::read_to_string(&whole).unwrap_or_default();
        found_links(&text).anchors.iter().any(|one| one == anchor)
    };
    (!fragment.is_empty() && !has(fragment))
        .then(|| format!("{}: `{link}` has no such heading", document.display()))
}

/// Finds the file that a code span names, relative to the repository, its tests or its source.
fn file(code: &str) -> Option<PathBuf> {
    let is_path =
        code.contains('/') || [".md", ".toml", ".rs", ".sh"].iter().any(|end| code.ends_with(end));
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_./-".contains(c);
    let begins = code.starts_with(|c: char| c != '/' && c != '-');
    if !is_path || !begins || !code.chars().all(is_plain) || code.starts_with("target") {
        return None;
    }
    let places = ["", "tests", "src"].map(|place| Path::new(place).join(code));
    places.into_iter().find(|path| top().join(path).exists())
}

#[test]
fn every_link_of_the_documents_leads_somewhere() {
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for document in documents() {
        let text = fs::read_to_string(top().join(&document)).unwrap();
        for link in found_links(&text).links {
            wrong.extend(broken(&document, &link));
            seen += 1;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen > 100, "only {seen}");
}

/// The topics in `docs/help/` and the list of commands are excepted, since the program prints them on a terminal.
#[test]
fn mentioned_files_are_links() {
    let mut wrong = Vec::new();
    for document in documents() {
        if document.starts_with("docs/help") || document.ends_with("docs/commands.md") {
            continue;
        }
        let text = fs::read_to_string(top().join(&document)).unwrap();
        let loose = found_links(&text).loose.into_iter();
        let named = loose.filter(|code| file(code).is_some());
        wrong.extend(named.map(|code| format!("{}: `{code}`", document.display())));
    }
    assert!(wrong.is_empty(), "no link:\n{}", wrong.join("\n"));
}

#[test]
fn every_document_is_listed_in_the_index() {
    let text = fs::read_to_string(top().join("docs/index.md")).unwrap();
    let links = found_links(&text).links;
    let mapped: Vec<PathBuf> =
        links.iter().filter_map(|link| top().join("docs").join(link).canonicalize().ok()).collect();
    for document in documents() {
        let is_map = document.ends_with("docs/index.md") || document.ends_with("README.md");
        let whole = top().join(&document).canonicalize().unwrap();
        assert!(is_map || mapped.contains(&whole), "{}", document.display());
    }
}

#[test]
fn broken_link_is_detected() {
    let readme = Path::new("README.md");
    assert!(broken(readme, "docs/nothing.md").is_some());
    assert!(broken(readme, "docs/trust.md#nothing").is_some());
    assert!(broken(readme, "docs/trust.md#backups").is_none());
    assert!(file("docs/trust.md").is_some() && file("torture/power_loss.rs").is_some());
}
