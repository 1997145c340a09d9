//! Checks of the imports between layers. They search the text of the files, so a forbidden name may not occur in
//! comments either.

use std::collections::{BTreeMap, BTreeSet, HashSet};
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
    let files = if path.is_dir() { files(&path) } else { vec![path] };
    assert!(!files.is_empty(), "{layer} has no files");
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for name in forbidden {
            assert!(!text.contains(name), "{} must not name `{name}`", file.display());
        }
    }
}

/// For each root module of the crate, the other root modules that its code names, tests excluded.
type Imports = BTreeMap<String, BTreeSet<String>>;

fn imports() -> Imports {
    let mut found = Imports::new();
    for file in files(&source()) {
        let below = file.strip_prefix(source()).unwrap();
        let root = below.components().next().unwrap().as_os_str();
        let root = Path::new(root).file_stem().unwrap().to_str().unwrap();
        let is_test = ["tests", "tests.rs", "test_data.rs"].iter().any(|name| {
            let mut parts = below.components();
            parts.any(|part| part.as_os_str() == *name)
        });
        if is_test || ["lib", "main"].contains(&root) {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap();
        let named = code.split("crate::").skip(1);
        let named = named.map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_'));
        let named = named.filter_map(|mut words| words.next().map(str::to_owned));
        found.entry(root.to_owned()).or_default().extend(named);
    }
    let roots: BTreeSet<String> = found.keys().cloned().collect();
    for (root, named) in &mut found {
        named.retain(|name| roots.contains(name) && name != root);
    }
    found
}

/// Removes modules that import only removed ones until none is left to remove. What remains are import cycles and the
/// modules that lead to them.
fn circles(mut imports: Imports) -> Vec<String> {
    loop {
        let left: BTreeSet<String> = imports.keys().cloned().collect();
        imports.retain(|_, named| named.iter().any(|name| left.contains(name)));
        if imports.len() == left.len() {
            return left.into_iter().collect();
        }
    }
}

#[test]
fn root_modules_have_no_import_cycles_and_match_the_docs() {
    assert_eq!(circles(imports()), [""; 0]);
    let mut control = imports();
    let domain = control.get_mut("domain").unwrap();
    domain.insert("commands".to_owned());
    assert!(circles(control).contains(&"store".to_owned()));
}

/// `docs/architecture.md` lists the imports of every root module. `MENTOR_WRITE_DOCS=1 cargo test` updates it.
#[test]
#[expect(clippy::disallowed_methods, reason = "a switch for whoever changes the source")]
fn the_document_has_every_import() {
    let (begin, end) = ("<!-- imports -->\n", "<!-- end of imports -->");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/architecture.md");
    let document = fs::read_to_string(&path).unwrap();
    let (before, rest) = document.split_once(begin).unwrap();
    let (_, after) = rest.split_once(end).unwrap();
    let mut table = "| module | imports |\n|---|---|\n".to_owned();
    for (root, named) in imports() {
        let named: Vec<String> = named.into_iter().collect();
        table += &format!("| {root} | {} |\n", named.join(", "));
    }
    let wanted = format!("{before}{begin}{table}{end}{after}");
    if std::env::var("MENTOR_WRITE_DOCS").is_ok() {
        fs::write(&path, &wanted).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), wanted);
}

#[test]
fn domain_imports_no_other_layer_and_no_io() {
    must_not_name(
        "domain",
        &[
            "crate::store", "crate::view", "crate::calendar", "crate::commands",
            "crate::output::ui", "crate::app", "crate::error", "crate::prompt", "rusqlite",
            "serde", "clap::", "std::fs", "std::env", "std::io", "Utc::now", "Local::now",
        ],
    );
}

#[test]
fn store_view_and_calendar_do_not_import_each_other() {
    must_not_name(
        "store",
        &[
            "crate::view", "crate::calendar", "crate::commands", "crate::output::ui", "crate::app",
            "crate::prompt",
        ],
    );
    must_not_name(
        "calendar",
        &[
            "crate::store", "crate::view", "crate::commands", "crate::output::ui", "crate::app",
            "crate::error", "crate::prompt", "std::fs", "Utc::now",
        ],
    );
    must_not_name(
        "view",
        &[
            "crate::store", "crate::calendar", "crate::commands", "crate::output::ui",
            "crate::app", "crate::prompt",
        ],
    );
}

#[test]
fn share_imports_only_the_domain_and_its_own_files() {
    must_not_name(
        "share",
        &[
            "crate::store", "crate::view", "crate::calendar", "crate::commands",
            "crate::output::ui", "crate::app", "crate::error", "crate::prompt", "rusqlite",
            "Utc::now",
        ],
    );
    for pure in [
        "share/parts.rs", "share/show.rs", "share/publish.rs", "share/lines.rs",
        "share/letter/mod.rs", "share/letter/mail.rs", "share/letter/reply.rs",
    ] {
        must_not_name(pure, &["std::fs", "std::io", "getrandom"]);
    }
}

#[test]
fn commands_write_output_only_through_app() {
    must_not_name(
        "commands",
        &[
            "rusqlite", "dialoguer", "comfy_table", "println!", "eprintln!", "std::process",
            "SELECT ",
        ],
    );
}

#[test]
fn each_external_crate_is_used_by_its_own_files_only() {
    let only = |name: &str, allowed: &[&str]| {
        for file in files(&source()) {
            let below = file.strip_prefix(source()).unwrap().display().to_string();
            let text = fs::read_to_string(&file).unwrap();
            let is_word = |at: usize| !text[..at].ends_with(char::is_alphanumeric);
            let names_it = text.match_indices(name).any(|(at, _)| is_word(at));
            let may = allowed.iter().any(|one| below.starts_with(one));
            assert!(!names_it || may, "{below} must not name `{name}`");
        }
    };
    only("rusqlite", &["store/"]);
    only("dialoguer", &["prompt/"]);
    only("comfy_table", &["view/page/table.rs"]);
    only("clap::", &["commands/", "run.rs"]);
    only("jiff", &["domain/zone/data.rs", "domain/zone/data/"]);
    only("target_os", &["platform/system.rs"]);
    only("automerge::", &["store/share/"]);
    only("mail_parser", &["share/letter/mail.rs"]);
    for name in ["age::", "ed25519_dalek", "getrandom::"] {
        only(name, &["share/seal.rs"]);
    }
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

/// Returns the name of the type that a line of code defines.
fn type_name(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let line = match line.strip_prefix("pub") {
        Some(rest) if rest.starts_with('(') => rest.split_once(") ")?.1,
        Some(rest) => rest.trim_start(),
        None => line,
    };
    let keyword = ["struct ", "enum ", "trait ", "union "];
    let rest = keyword.iter().find_map(|word| line.strip_prefix(word))?;
    rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()
}

/// Finds the names that more than one type has. The `*Args` of commands are excluded: each noun has its own `AddArgs`,
/// which no other one uses.
fn names_with_two_types(texts: &[String]) -> Vec<&str> {
    let mut is_in_words = false;
    let lines = texts.iter().flat_map(|text| text.lines());
    let names = lines.filter_map(|line| {
        // `words!` defines an enum for each of its blocks.
        is_in_words = line == "words! {" || (is_in_words && line != "}");
        let of_words = line.strip_prefix("    ").and_then(|line| line.split_once(" {"));
        let of_words = of_words.map(|(name, _)| name);
        let of_words =
            of_words.filter(|name| is_in_words && name.chars().all(char::is_alphanumeric));
        of_words.or_else(|| type_name(line))
    });
    // In a macro the name of the type is a parameter, so it is empty here.
    let names = names.filter(|name| !name.is_empty() && !name.ends_with("Args"));
    let mut names: Vec<&str> = names.collect();
    names.sort_unstable();
    let twice = names.windows(2).filter(|two| two[0] == two[1]);
    twice.map(|two| two[0]).collect()
}

#[test]
fn type_names_are_unique() {
    let mut texts: Vec<String> =
        files(&source()).iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    assert_eq!(names_with_two_types(&texts), [""; 0]);
    // Control: duplicate names are found.
    texts.push(
        "    pub(in crate::store) enum Agreement<'a> {\nstruct Promise;\nenum NoteKind {}"
            .to_owned(),
    );
    assert_eq!(names_with_two_types(&texts), ["Agreement", "NoteKind", "Promise"]);
}

/// Prepositions, adverbs and participles, which alone don't tell what a function does. `from` is that of the trait.
const LONE_WORDS: [&str; 30] = [
    "about", "after", "as", "at", "before", "beside", "by", "for", "found", "given", "held", "in",
    "into", "is", "kept", "meant", "near", "of", "on", "over", "per", "said", "since", "standing",
    "to", "under", "until", "upon", "via", "with",
];

/// Finds the functions that are called by such a word only.
fn functions_of_one_word(text: &str) -> Vec<&str> {
    let names = text.lines().filter_map(|line| {
        let (before, rest) = line.split_once("fn ")?;
        let is_definition = before.is_empty() || before.ends_with(' ');
        let name = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()?;
        (is_definition && !before.contains("//")).then_some(name)
    });
    names.filter(|name| LONE_WORDS.contains(name)).collect()
}

#[test]
fn function_names_are_more_than_a_preposition() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    // `sandbox.at("2026-12-01T09:00:00Z").ok("due")` reads as a sentence.
    let is_of_tests = |name: &&str| matches!(*name, "at" | "on");
    for (folder, allowed) in [(source(), false), (tests, true)] {
        for file in files(&folder) {
            let text = fs::read_to_string(&file).unwrap();
            let mut found = functions_of_one_word(&text);
            found.retain(|name| !allowed || !is_of_tests(name));
            assert_eq!(found, [""; 0], "{}", file.display());
        }
    }
    // Control.
    let text = "impl Plan {\n    pub(crate) fn 1<T>(self) {}\n}\nfn 2() {}\nfn since_when() {}";
    let text = text.replace('1', "of").replace('2', "since");
    assert_eq!(functions_of_one_word(&text), ["of", "since"]);
}

/// Finds the identifiers in the code spans of a document, without prefixes, suffixes and commands.
fn named_identifiers(document: &str) -> Vec<&str> {
    let code = document.split('`').skip(1).step_by(2);
    let names = code.flat_map(|code| code.split('<').next().unwrap().split("::"));
    let is_word = |name: &&str| name.chars().all(|c| c.is_alphanumeric() || c == '_');
    names
        .filter(is_word)
        .filter(|name| !name.is_empty() && !name.starts_with('_') && !name.ends_with('_'))
        .collect()
}

#[test]
fn names_in_the_glossary_exist_in_the_code() {
    let source: String =
        files(&source()).iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    let words: HashSet<&str> = source.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
    let missing = |document| {
        let mut names = named_identifiers(document);
        names.retain(|name| !words.contains(name));
        names
    };
    assert_eq!(missing(include_str!("../../docs/glossary.md")), [""; 0]);
    // Control: only identifiers are found.
    let other = "| a record | `KeptRecord<T>`, `Record::UNHEARD`, `find_` | of `mentor due` |";
    assert_eq!(missing(other), ["KeptRecord", "UNHEARD"]);
}

/// Returns the texts of the hints that begin with a command.
fn hints_without_a_verb(text: &str) -> Vec<&str> {
    let hints = text.split("hint(").skip(1).map(str::trim_start);
    let texts = hints.map(|hint| hint.strip_prefix("format!(").unwrap_or(hint).trim_start());
    let bare = texts.filter(|text| text.starts_with("\"`mentor "));
    bare.filter_map(|text| text.lines().next()).collect()
}

#[test]
fn hints_say_what_to_do_with_a_command() {
    for file in files(&source()) {
        let text = fs::read_to_string(&file).unwrap();
        assert_eq!(hints_without_a_verb(&text), [""; 0], "{}", file.display());
    }
    let bare = ".hint(format!(\n    \"`mentor undo` takes it back\",\n))";
    assert_eq!(hints_without_a_verb(bare), ["\"`mentor undo` takes it back\","]);
    assert!(hints_without_a_verb(".hint(\"run `mentor undo` to undo it\")").is_empty());
}

#[test]
fn no_code_uses_the_network() {
    for file in files(&source()) {
        let text = fs::read_to_string(&file).unwrap();
        for name in ["std::net", "TcpStream", "UdpSocket", "UnixStream"] {
            assert!(!text.contains(name), "{} names `{name}`", file.display());
        }
    }
    let package =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    for name in ["reqwest", "hyper", "ureq", "curl", "tokio", "socket2", "rustls", "openssl"] {
        assert!(!package.contains(name), "Cargo.toml names `{name}`");
    }
}

/// Outside UTF-8 locales such signs need a replacement, so they may only occur in the two files that define one.
#[test]
fn non_ascii_signs_are_defined_in_two_files_only() {
    for file in files(&source()) {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        if ["output_mode.rs", "chart.rs"].contains(&name.as_str()) {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        let (code, _) = text.split_once("#[cfg(test)]").unwrap_or((&text, ""));
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let sign = line.chars().find(|c| !c.is_ascii() && !c.is_alphanumeric());
            assert_eq!(sign, None, "{}: {line}", file.display());
        }
    }
}
