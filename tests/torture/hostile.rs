//! Hostile texts in every text field: in no output format can they control a terminal, break a document or flood a
//! screen.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::sync::OnceLock;

use serde_json::Value;

use crate::command_lines::{self, strs};
use crate::command_tree::{self, Argument, Command};
use crate::real::Home;
use crate::sandbox::{Output, Sandbox};

/// A hostile title of the greatest length: terminal control codes (C0 and C1), bidirectional overrides, line
/// separators, tags, the reserved marks of the views, combining marks, and an endless word.
fn hostile_title() -> String {
    let codes = "\u{1b}[31mred\u{1b}]52;c;aGk=\u{7}\u{1b}P+q\u{1b}\\\u{9b}2J\u{90}x\u{9c}\u{8}\u{7f}\r\u{b}\u{c}\u{85}";
    let letters = "\u{202e}abc\u{202c}\u{2066}x\u{2069}\u{200f}\u{61c}\u{2028}\u{2029}\u{fff1}\u{fff0}\u{fff9}\u{e0001}\u{e0041}\u{feff}\u{200b}\u{2060}";
    let marks = "\u{301}".repeat(60);
    format!("{codes} {letters} e{marks} {}", "w".repeat(200))
}

/// A hostile text for fields that allow longer texts.
fn hostile_long_text() -> String {
    let marks = "\u{301}".repeat(10_000);
    format!("{}\r\ne{marks} {}", hostile_title(), "w".repeat(2_000))
}

/// A field of the exported document: table and name.
type Field = (String, String);

/// Finds every field that may hold a text. Working hours are skipped, since they are parsed together with their days.
fn places(document: &Value) -> BTreeSet<Field> {
    let mut found = BTreeSet::new();
    for (table, rows) in document.as_object().unwrap() {
        for row in rows.as_array().into_iter().flatten() {
            let fields = row.as_object().unwrap().iter();
            let may_be_text = |value: &Value| match value {
                Value::String(text) => !text.starts_with("20"),
                Value::Array(_) | Value::Null => true,
                _ => false,
            };
            let texts = fields.filter(|(name, value)| *name != "days" && may_be_text(value));
            found.extend(texts.map(|(name, _)| (table.clone(), name.clone())));
        }
    }
    found
}

/// Puts these texts into the document: in the first row of a table each field gets its own text, in the other rows the
/// short one.
fn with_texts(sound: &Value, texts: &BTreeMap<Field, Option<String>>) -> Value {
    let mut document = sound.clone();
    for ((table, name), text) in texts {
        let rows = document[table].as_array_mut().unwrap().iter_mut();
        for (n, place) in rows.map(|row| &mut row[name]).enumerate() {
            let text = match (text, n) {
                (None, _) => continue,
                (Some(text), 0) => text.clone(),
                _ => hostile_title(),
            };
            *place = match place {
                Value::Array(_) => Value::from(vec![text, "another".to_owned()]),
                _ => Value::from(text),
            };
        }
    }
    document
}

fn imported(document: &Value) -> (Sandbox, Output) {
    let sandbox = Sandbox::new();
    let text = document.to_string();
    let output = sandbox.run_with("import - --json", text.as_bytes(), None);
    (sandbox, output)
}

/// Returns the fields that an error names, such as `title` of `goal`.
fn refused(output: &Output) -> BTreeSet<Field> {
    let message: Value = serde_json::from_str(&output.stderr).unwrap();
    let lines = message["details"].as_array().unwrap().iter();
    let lines = lines.chain([&message["message"]]).filter_map(Value::as_str);
    let named = lines.filter_map(|line| {
        let (before, after) = line.split_once("` of `")?;
        let (_, name) = before.rsplit_once('`')?;
        let (table, _) = after.split_once("`:")?;
        Some((table.to_owned(), name.to_owned()))
    });
    named.collect()
}

/// Returns the document with the most hostile texts that are accepted, and the fields that accept one.
fn most_hostile(sound: &Value) -> (Value, Vec<Field>) {
    let all = places(sound).into_iter();
    let short: BTreeMap<_, _> = all.map(|place| (place, Some(hostile_title()))).collect();
    let (_, short) = taken(sound, short, None);
    let places: Vec<_> = short.keys().cloned().collect();
    let long = places.iter().cloned().map(|place| (place, Some(hostile_long_text())));
    let (document, _) = taken(sound, long.collect(), Some(&hostile_title()));
    (document, places)
}

/// Returns the document with these texts, and with `instead` where a text is refused.
fn taken(
    sound: &Value,
    mut texts: BTreeMap<Field, Option<String>>,
    instead: Option<&String>,
) -> (Value, BTreeMap<Field, Option<String>>) {
    loop {
        let document = with_texts(sound, &texts);
        let (_, output) = imported(&document);
        if output.status == 0 {
            texts.retain(|_, text| text.is_some());
            return (document, texts);
        }
        assert_eq!(output.status, 4, "{output}");
        let slip = slips(&output.stderr, false, false);
        assert!(slip.is_none(), "{slip:?}");
        let refused = refused(&output);
        assert!(!refused.is_empty(), "{output}");
        for place in refused {
            let text = texts.get_mut(&place).unwrap();
            assert_ne!(text.as_ref(), instead, "{place:?} takes not even that: {output}");
            *text = instead.cloned();
        }
    }
}

struct Hostile {
    home: Sandbox,
    /// The total size of the texts in bytes.
    size: usize,
    fields: Vec<Field>,
}

/// Makes a prepared home folder with hostile texts in all fields.
fn hostile() -> Hostile {
    static DOCUMENT: OnceLock<(Value, Vec<Field>)> = OnceLock::new();
    let (document, fields) = DOCUMENT.get_or_init(|| {
        let sound = command_lines::sample_sandbox().ok("export");
        most_hostile(&serde_json::from_str(&sound).unwrap())
    });
    let home = command_lines::sample_sandbox();
    let (other, output) = imported(document);
    assert_eq!(output.status, 0, "{output}");
    fs::remove_file(home.db()).unwrap();
    fs::copy(other.db(), home.db()).unwrap();
    let _ = home.run("pair use ana");
    Hostile { home, size: document.to_string().len(), fields: fields.clone() }
}

/// The escape codes that the program itself uses: colours and their end.
const OWN: [&str; 7] = ["0m", "1m", "2m", "31m", "32m", "33m", "36m"];

/// Finds the first character that could control a terminal, with its context.
fn slips(text: &str, is_colored: bool, ends_in_crlf: bool) -> Option<String> {
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at + c.len_utf8()..];
        let own = OWN
            .iter()
            .find(|code| rest.strip_prefix('[').is_some_and(|rest| rest.starts_with(**code)));
        match c {
            '\n' | '\t' => {}
            '\r' if ends_in_crlf && rest.starts_with('\n') => {}
            '\u{1b}' if is_colored && own.is_some() => {}
            c if is_hostile(c) => {
                let around: String = text[..at].chars().rev().take(60).collect();
                let around: String = around.chars().rev().collect();
                return Some(format!("{c:?} after {around:?}"));
            }
            _ => {}
        }
        at += c.len_utf8();
    }
    None
}

/// Returns whether a character is a control, a bidirectional override, a line separator or a reserved mark of the
/// views.
fn is_hostile(c: char) -> bool {
    matches!(c, '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e00ff}'
        | '\u{feff}' | '\u{200b}' | '\u{2060}'..='\u{2064}')
}

/// An output format.
#[derive(Clone, Copy, Debug)]
struct Form {
    flags: &'static [&'static str],
    /// The columns of the terminal. `None`: a pipe.
    width: Option<usize>,
}

const FORMS: [Form; 11] = [
    Form { flags: &[], width: None },
    Form { flags: &[], width: Some(80) },
    Form { flags: &[], width: Some(20) },
    Form { flags: &["--color", "always"], width: None },
    Form { flags: &["--plain"], width: Some(80) },
    Form { flags: &["--json"], width: None },
    Form { flags: &["--csv"], width: Some(80) },
    Form { flags: &["--tsv"], width: Some(80) },
    Form { flags: &["--markdown"], width: None },
    Form { flags: &["--html"], width: None },
    Form { flags: &["--ics"], width: None },
];

/// Flags of every command.
const EVERYWHERE: [&str; 3] = ["--color", "--plain", "--json"];

/// Returns why an output is harmful. `None`: it is harmless.
fn harm(output: &Output, form: Form, most: usize) -> Option<String> {
    let is_colored = form.flags.contains(&"--color") || form.width.is_some();
    let is_calendar = form.flags == ["--ics"];
    if output.status == 70 {
        return Some(format!("stumbles: {}", output.stderr));
    }
    if output.stdout.len() + output.stderr.len() > most {
        return Some(format!("{} bytes", output.stdout.len() + output.stderr.len()));
    }
    let is_json = form.flags == ["--json"] && output.status == 0 && !output.stdout.is_empty();
    if is_json && let Err(error) = serde_json::from_str::<Value>(&output.stdout) {
        return Some(format!("is no JSON: {error}"));
    }
    // Formats for programs and for pasting contain the complete texts.
    let is_whole = ["--json", "--csv", "--tsv", "--markdown", "--ics"];
    let is_shown =
        !form.flags.iter().any(|flag| is_whole.contains(flag)) && !output.stdout.starts_with('{');
    if is_shown && output.stdout.contains(&"\u{301}".repeat(9)) {
        return Some("a tower of accents".to_owned());
    }
    let out = slips(&output.stdout, is_colored, is_calendar || is_sheet(form));
    out.or_else(|| slips(&output.stderr, is_colored, false))
}

/// Returns whether the output is CSV, whose lines end as in RFC 4180.
fn is_sheet(form: Form) -> bool {
    matches!(form.flags, ["--csv" | "--tsv"])
}

fn command_of(words: &[String]) -> Command {
    let commands = command_tree::commands().into_iter();
    let is_it = |command: &Command| {
        let path: Vec<_> = command.path.iter().map(|word| (*word).to_owned()).collect();
        words.starts_with(&path)
    };
    commands.filter(is_it).max_by_key(|command| command.path.len()).unwrap()
}

fn shown(sandbox: &mut Sandbox, words: &[String], form: Form) -> Output {
    sandbox.width = form.width;
    let output = sandbox.run(&[&strs(words)[..], form.flags].concat());
    sandbox.width = None;
    output
}

#[test]
fn reports_output_no_hostile_text_in_any_format() {
    let Hostile { mut home, size, fields } = hostile();
    assert!(fields.len() > 60, "{fields:?}");
    let path = home.home.path().to_owned();
    let (mut wrong, mut spelled_out, mut failed) = (Vec::new(), 0, Vec::new());
    // Help shows no stored texts.
    let reads =
        command_lines::lines().iter().filter(|line| !line.changes && !line.starts_with("help"));
    for line in reads {
        let words = line.in_home(&path);
        let command = command_of(&words);
        let mut forms = FORMS.to_vec();
        forms.retain(|form| {
            let is_there = |flag: &&str| {
                EVERYWHERE.contains(flag)
                    || command.arguments.iter().any(|one| one.flag == Some(flag))
            };
            form.flags.first().is_none_or(is_there)
                && !words.iter().any(|word| form.flags.contains(&word.as_str()))
        });
        for form in forms {
            let output = shown(&mut home, &words, form);
            spelled_out +=
                usize::from(output.stdout.contains("\\u{1b}") || output.stdout.contains("\\u001b"));
            if output.status > 1 {
                failed.push(format!("{words:?} {form:?} {output}"));
            }
            let harm = harm(&output, form, 20 * size);
            wrong.extend(harm.map(|what| format!("{words:?} {form:?}: {what}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // Control: the texts are actually shown.
    assert!(spelled_out > 150, "{spelled_out}\n{}", failed.join("\n"));
}

#[test]
fn completions_output_no_hostile_text() {
    let Hostile { home, .. } = hostile();
    let mut printed = 0;
    for shell in ["bash", "zsh", "fish"] {
        home.vars.borrow_mut().insert("MENTOR_COMPLETE".to_owned(), shell.to_owned());
        for command in command_tree::commands() {
            for last in ["", "\u{1b}[31m"] {
                let words = [&["--", "mentor"], &command.path[..], &[last]].concat();
                let index = (words.len() - 2).to_string();
                home.vars.borrow_mut().insert("_CLAP_COMPLETE_INDEX".to_owned(), index);
                let output = home.run(&words);
                printed += usize::from(output.stdout.contains("\\u{1b}"));
                assert_eq!(output.status, 0, "{words:?}\n{output}");
                let all = output.stdout.replace('\u{b}', "\n");
                let slip = slips(&all, false, false);
                assert!(slip.is_none(), "{shell} {words:?}: {slip:?}");
            }
        }
    }
    assert!(printed > 20, "{printed}");
}

/// Returns a line with this text as one value of a command, and the best guesses for the others.
fn with_value(command: &Command, hostile: &Argument, text: &str) -> Vec<String> {
    let mut words: Vec<String> = command.path.iter().map(|word| (*word).to_owned()).collect();
    for argument in &command.arguments {
        let is_it = std::ptr::eq(argument, hostile);
        if !is_it && !argument.is_needed {
            continue;
        }
        let value = match argument.value {
            Some(_) if is_it => text,
            Some("TITLE" | "TEXT" | "NAME") => "A title",
            Some(_) => "1",
            None => "",
        };
        match argument.flag {
            Some(flag) if argument.value.is_some() => words.push(format!("{flag}={value}")),
            Some(flag) => words.push(flag.to_owned()),
            None => words.push(value.to_owned()),
        }
    }
    words
}

#[test]
fn messages_output_no_hostile_argument() {
    let mut home = command_lines::sample_sandbox();
    let path = home.home.path().to_owned();
    let (mut wrong, mut quoted, mut tried) = (Vec::new(), 0, 0);
    for command in command_tree::commands().iter().filter(|command| !command.is_group) {
        let valued = command.arguments.iter().filter(|argument| argument.value.is_some());
        for argument in valued.filter(|argument| argument.flag != Some("--editor")) {
            let is_file =
                argument.value.is_some_and(|value| value.ends_with("FILE") || value == "FOLDER");
            let text = if is_file {
                // Paths are always below the home folder.
                path.join("a\u{1b}[31m\u{202e}b\u{9b}").display().to_string()
            } else {
                hostile_title()
            };
            for (text, form) in [(text.clone(), FORMS[1]), (format!("{text}\0"), FORMS[5])] {
                let words = with_value(command, argument, &text);
                let output = shown(&mut home, &words, form);
                tried += 1;
                quoted +=
                    usize::from(output.stderr.contains("u{1b}") || output.stderr.contains("u001b"));
                let harm = harm(&output, form, 20_000);
                wrong.extend(harm.map(|what| format!("{words:?} {form:?}: {what}")));
                if output.status == 0 {
                    command_lines::sample_files().put_into(&path);
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(quoted > tried / 4, "{quoted} of {tried}");
}

#[test]
fn non_utf8_arguments_are_refused_and_not_repeated_raw() {
    let home = Home::with_pair();
    let broken = OsStr::from_bytes(b"a\xff\x1b[31m\xed\xa0\x80\x9b");
    for command in command_tree::commands() {
        for before in [&[][..], &["-p"], &["--db"]] {
            let output = home
                .mentor(&[&command.path[..], before].concat())
                .arg(broken)
                .current_dir(home.path())
                .output()
                .unwrap();
            let message = String::from_utf8(output.stderr).unwrap();
            let slip = slips(&message, false, false);
            assert!(
                matches!(output.status.code(), Some(0..=9)),
                "{:?} {before:?}: {message}",
                command.path
            );
            assert!(slip.is_none(), "{:?} {before:?}: {slip:?}", command.path);
        }
    }
}

/// Control: every harmful character is detected on its own, and so are a long output, a broken document and a foreign
/// escape code.
#[test]
fn hostile_characters_are_detected() {
    let hostile = hostile_title();
    let harmful: Vec<char> = hostile
        .chars()
        .filter(|c| {
            !c.is_alphanumeric() && *c != '\u{301}' && !c.is_ascii_punctuation() && *c != ' '
        })
        .collect();
    assert!(harmful.len() > 20);
    for c in harmful {
        assert!(slips(&format!("a{c}b"), true, true).is_some(), "{c:?}");
    }
    assert!(slips("\u{1b}[31mred\u{1b}[0m", true, false).is_none());
    assert!(slips("\u{1b}[31mred\u{1b}[0m", false, false).is_some());
    assert!(slips("\u{1b}[2J", true, false).is_some());
    assert!(slips("a\rb", true, true).is_some());
    let answer =
        |stdout: &str, status| Output { stdout: stdout.to_owned(), stderr: String::new(), status };
    assert!(harm(&answer("{", 0), FORMS[5], 10).is_some());
    assert!(harm(&answer("{}", 0), FORMS[5], 1).is_some());
    assert!(harm(&answer("{}", 70), FORMS[5], 10).is_some());
    assert!(harm(&answer("{}\n", 0), FORMS[5], 10).is_none());
}
