//! Who may import whom. Textual, so it also sees comments: a forbidden name is not even mentioned.

use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Fails if a file of `layer` (a folder or file below `src`) names one of `forbidden`.
fn must_not_name(layer: &str, forbidden: &[&str]) {
    let path = source().join(layer);
    let files = if path.is_dir() {
        files(&path)
    } else {
        vec![path]
    };
    assert!(!files.is_empty(), "{layer} has no files");
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for name in forbidden {
            assert!(
                !text.contains(name),
                "{} must not name `{name}`",
                file.display()
            );
        }
    }
}

#[test]
fn the_domain_knows_no_other_layer_and_no_outside() {
    must_not_name(
        "domain",
        &[
            "crate::store",
            "crate::view",
            "crate::calendar",
            "crate::commands",
            "crate::ui",
            "crate::app",
            "crate::error",
            "crate::prompt",
            "rusqlite",
            "serde",
            "clap::",
            "std::fs",
            "std::env",
            "std::io",
            "Utc::now",
            "Local::now",
        ],
    );
}

#[test]
fn store_view_and_calendar_never_meet() {
    must_not_name(
        "store",
        &[
            "crate::view",
            "crate::calendar",
            "crate::commands",
            "crate::ui",
            "crate::app",
            "crate::prompt",
        ],
    );
    must_not_name(
        "calendar",
        &[
            "crate::store",
            "crate::view",
            "crate::commands",
            "crate::ui",
            "crate::app",
            "crate::error",
            "crate::prompt",
            "std::fs",
            "Utc::now",
        ],
    );
    must_not_name(
        "view",
        &[
            "crate::store",
            "crate::calendar",
            "crate::commands",
            "crate::ui",
            "crate::app",
            "crate::prompt",
        ],
    );
}

#[test]
fn commands_speak_to_nobody_but_through_app() {
    must_not_name(
        "commands",
        &[
            "rusqlite",
            "dialoguer",
            "comfy_table",
            "println!",
            "eprintln!",
            "std::process",
            "SELECT ",
        ],
    );
}

#[test]
fn one_file_knows_each_outside_crate() {
    let only = |name: &str, allowed: &[&str]| {
        for file in files(&source()) {
            let below = file.strip_prefix(source()).unwrap().display().to_string();
            let names_it = fs::read_to_string(&file).unwrap().contains(name);
            let may = allowed.iter().any(|one| below.starts_with(one));
            assert!(!names_it || may, "{below} must not name `{name}`");
        }
    };
    only("rusqlite", &["store/"]);
    only("dialoguer", &["prompt/"]);
    only("comfy_table", &["view/table.rs"]);
    only("clap::", &["commands/", "run.rs"]);
    only("rrule::", &["domain/recurrence.rs"]);
    only("jiff", &["domain/zone/data.rs"]);
    only("target_os", &["platform.rs"]);
}

#[test]
fn every_test_file_is_part_of_the_binary() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it");
    let main = fs::read_to_string(folder.join("main.rs")).unwrap();
    for file in files(&folder) {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(
            name == "main" || main.contains(&format!("mod {name};")),
            "{name} is not listed in main.rs"
        );
    }
}

/// The name of the type that a line of code begins; none: it begins none.
fn type_name(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let line = match line.strip_prefix("pub") {
        Some(rest) if rest.starts_with('(') => rest.split_once(") ")?.1,
        Some(rest) => rest.trim_start(),
        None => line,
    };
    let keyword = ["struct ", "enum ", "trait ", "union "];
    let rest = keyword.iter().find_map(|word| line.strip_prefix(word))?;
    rest.split(|c: char| !c.is_alphanumeric() && c != '_')
        .next()
}

/// Where a name of a type stands twice, a reader has to ask which is meant. Commands have their arguments under one name each
/// (`AddArgs`): of these only one is in sight at a time.
fn names_with_two_types(texts: &[String]) -> Vec<&str> {
    let lines = texts.iter().flat_map(|text| text.lines());
    let names = lines.filter_map(type_name);
    let mut names: Vec<&str> = names.filter(|name| !name.ends_with("Args")).collect();
    names.sort_unstable();
    let twice = names.windows(2).filter(|two| two[0] == two[1]);
    twice.map(|two| two[0]).collect()
}

#[test]
fn one_name_is_one_type() {
    let mut texts: Vec<String> = files(&source())
        .iter()
        .map(|file| fs::read_to_string(file).unwrap())
        .collect();
    assert_eq!(names_with_two_types(&texts), [""; 0]);
    // The control.
    texts.push("    pub(in crate::store) enum Agreement<'a> {".to_owned());
    assert_eq!(names_with_two_types(&texts), ["Agreement"]);
}

#[test]
fn what_the_glossary_names_is_there() {
    let texts = files(&source()).into_iter();
    let source: String = texts
        .map(|file| fs::read_to_string(file).unwrap())
        .collect();
    let words: std::collections::HashSet<&str> = source
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .collect();
    let (_, terms) = include_str!("../../docs/glossary.md")
        .split_once("## Terms")
        .unwrap();
    let rows = terms.lines().filter(|line| line.starts_with("| "));
    let cells = rows.filter_map(|row| row.split(" | ").nth(1));
    let names = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2));
    let is_name = |name: &&str| !name.contains(['/', '.']);
    let names: Vec<&str> = names
        .filter(is_name)
        .map(|name| name.split('<').next().unwrap())
        .collect();
    assert!(names.len() > 15, "{names:?}");
    for name in names {
        assert!(words.contains(name), "nothing is called `{name}`");
    }
}

#[test]
fn there_is_no_code_for_a_network() {
    for file in files(&source()) {
        let text = fs::read_to_string(&file).unwrap();
        for name in ["std::net", "TcpStream", "UdpSocket", "UnixStream"] {
            assert!(!text.contains(name), "{} names `{name}`", file.display());
        }
    }
    let package =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    for name in [
        "reqwest", "hyper", "ureq", "curl", "tokio", "socket2", "rustls", "openssl",
    ] {
        assert!(!package.contains(name), "Cargo.toml names `{name}`");
    }
}

/// Where the locale is not UTF-8 a sign has to have another form, so all of them are in the two files that give it one.
#[test]
fn signs_that_not_every_terminal_has_are_drawn_in_one_place() {
    for file in files(&source()) {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        if ["output_mode.rs", "chart.rs"].contains(&name.as_str()) {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        let (code, _) = text.split_once("#[cfg(test)]").unwrap_or((&text, ""));
        for line in code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
        {
            let sign = line.chars().find(|c| !c.is_ascii() && !c.is_alphanumeric());
            assert_eq!(sign, None, "{}: {line}", file.display());
        }
    }
}
