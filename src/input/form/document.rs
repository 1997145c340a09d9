//! A form as TOML: written with what is known, read with the line of every slip.

use std::io::{ErrorKind, Read};
use std::path::Path;

use toml::de::DeValue;

use crate::config::toml_text::{self, line_of, syntax_error};
use crate::error::{Failure, Result};
use crate::input::form::encoding::decode_spreadsheet;
use crate::input::form::values::{FormValues, InputOrigin, InputText};
use crate::input::form::{Field, FieldType, FlagPlacement, Form, FormQuestion, QuestionKind};
use crate::nearest::nearest;
use crate::platform::regular_file::{read_named, read_stream};

/// A form longer than this is refused unread.
pub const LARGEST: u64 = 10 << 20;

/// The text of a file, or of standard input for `-`, and how to speak of it.
pub fn read_source(path: &Path, stdin: &mut dyn Read) -> Result<(String, String)> {
    let (bytes, source) = read_bytes(path, stdin)?;
    let text = toml_text::decode_utf8(bytes, &source)?;
    Ok((text, source))
}

/// A text from another program, how to speak of it, and the encoding if that is not UTF-8.
pub fn read_spreadsheet(
    path: &Path,
    stdin: &mut dyn Read,
) -> Result<(String, String, Option<&'static str>)> {
    let (bytes, source) = read_bytes(path, stdin)?;
    let (text, encoding) = decode_spreadsheet(bytes, &source)?;
    Ok((text, source, encoding))
}

fn read_bytes(path: &Path, stdin: &mut dyn Read) -> Result<(Vec<u8>, String)> {
    let (read, source) = match path.to_str() {
        Some("-") => (read_stream(stdin, LARGEST), "standard input".to_owned()),
        _ => (read_named(path, LARGEST), format!("`{}`", path.display())),
    };
    let bytes = read.map_err(|error| match error.kind() {
        ErrorKind::NotFound => Failure::not_found(format!("no file {source}")),
        ErrorKind::IsADirectory => Failure::storage(format!("{source} is a folder, not a form")),
        ErrorKind::FileTooLarge => syntax_error(format!("{source} is larger than 10 MB")),
        _ => Failure::storage(format!("can't read {source}: {error}")),
    })?;
    Ok((bytes, source))
}

impl Form {
    /// Reads TOML, and the plain text above it if a line parts the two. Unknown keys and wrong types are refused with
    /// their line.
    pub fn read(&self, text: &str, source: &str) -> Result<FormValues> {
        let values = self.read_answers(text, source)?;
        // A line of the form that says nothing takes nothing away.
        Ok(values.without_cleared())
    }

    /// As `read`, with what was left empty: the answers of an interrupted walk through the questions.
    pub fn read_answers(&self, text: &str, source: &str) -> Result<FormValues> {
        let mut values = FormValues::default();
        let Some((key, (prose, rest))) = self.prose_key().zip(split_prose(text)) else {
            return self.read_toml(text, source, values);
        };
        let answer = (!prose.trim().is_empty()).then(|| InputText {
            text: prose.trim().to_owned(),
            origin: InputOrigin::Line(1),
        });
        values.set(key, answer.into_iter().collect());
        // The lines of the rest keep their numbers.
        let blank = "\n".repeat(prose.matches('\n').count());
        self.read_toml(&format!("{blank}{rest}"), source, values)
    }

    fn read_toml(&self, text: &str, source: &str, mut values: FormValues) -> Result<FormValues> {
        let table = toml_text::parse(text, source)?;
        for (key, value) in table.get_ref() {
            let line = line_of(text, key.span().start);
            let Some(field) = self.field(key.get_ref()) else {
                return Err(self.unknown_key(key.get_ref(), line, source));
            };
            let texts = texts(value.get_ref(), field).ok_or_else(|| {
                let wanted = match field.shape {
                    FieldType::List | FieldType::Words => "a list of texts",
                    FieldType::Yes => "true or false",
                    FieldType::Line | FieldType::Text => "a text",
                };
                syntax_error(format!(
                    "line {line} of {source}: `{}` must be {wanted}",
                    field.key
                ))
                .at_line(line)
                .hint(format!("try {}", example(field)))
            })?;
            let (filled, empty): (Vec<_>, Vec<_>) = texts
                .into_iter()
                .map(|text| InputText {
                    text,
                    origin: InputOrigin::Line(line),
                })
                .partition(|answer| !answer.text.trim().is_empty());
            if !filled.is_empty() {
                values.set(field.key, filled);
            } else if values.get_all(field.key).is_empty() {
                values.set(field.key, empty);
            }
        }
        Ok(values)
    }

    fn unknown_key(&self, key: &str, line: usize, source: &str) -> Failure {
        let failure =
            syntax_error(format!("line {line} of {source}: unknown key `{key}`")).at_line(line);
        let keys: Vec<&str> = self.fields.iter().map(|field| field.key).collect();
        if let Some(near) = nearest(key, keys.iter().copied()) {
            failure.hint(format!("did you mean `{near}`?"))
        } else {
            failure.hint(format!("the keys are {}", keys.join(", ")))
        }
    }

    /// The form as TOML: what is known is filled in, the rest is there as comments.
    pub fn template(&self, before: &FormValues) -> String {
        self.template_with_notes(before, &|_| Vec::new())
    }

    /// As `template`, with remarks on a field above it.
    pub fn template_with_notes(
        &self,
        before: &FormValues,
        remarks: &dyn Fn(&'static str) -> Vec<String>,
    ) -> String {
        let mut text = format!(
            "# {}\n# Remove the # from a line to fill it in.\n",
            self.about
        );
        for field in self
            .fields
            .iter()
            .filter(|one| one.place != FlagPlacement::Shortcut)
        {
            text.push_str(&format!("\n# {}\n", field.ask));
            if !field.choices.is_empty() {
                text.push_str(&format!("# One of: {}\n", field.choices.join(", ")));
            }
            for remark in remarks(field.key) {
                // A comment of TOML can't hold control characters.
                let lines = remark
                    .split('\n')
                    .map(|line| line.replace(char::is_control, " "));
                let remark = lines.collect::<Vec<_>>().join("\n#     ");
                text.push_str(&format!("#   {remark}\n"));
            }
            text.push_str(&entry(field, before));
        }
        text
    }

    /// The text that stands above the others, without quotes: the one that is given as the first word.
    fn prose_key(&self) -> Option<&'static str> {
        let is_prose =
            |one: &&Field| one.shape == FieldType::Text && one.place == FlagPlacement::First;
        self.fields.iter().find(is_prose).map(|field| field.key)
    }

    /// The form for an editor: what may be said of the records that are there stands ready to be uncommented.
    pub fn for_editor(
        &self,
        before: &FormValues,
        header: Option<&str>,
        questions: &[FormQuestion],
    ) -> String {
        let mut text = String::new();
        let prose = self.prose_key().and_then(|key| self.field(key));
        if let Some(field) = prose {
            let written = before.get(field.key).unwrap_or_default().trim_end();
            text.push_str(&format!("{written}\n\n{PARTING} {PARTING_HELP}\n"));
        } else {
            text.push_str(&format!("# {}\n", self.about));
        }
        for line in header.into_iter().flat_map(str::lines) {
            text.push_str(&format!("# {}\n", comment(line)));
        }
        text.push_str("# Remove the # from the lines that you fill in.\n");
        let wanted = |field: &&Field| {
            field.place != FlagPlacement::Shortcut
                && prose.is_none_or(|prose| prose.key != field.key)
        };
        for field in self.fields.iter().filter(wanted) {
            text.push_str(&format!("\n# {}\n", field.ask));
            if !field.choices.is_empty() {
                text.push_str(&format!("# One of: {}\n", field.choices.join(", ")));
            }
            let own: Vec<&FormQuestion> = questions
                .iter()
                .filter(|question| question.key == field.key)
                .collect();
            text.push_str(&if field.is_list() {
                entry_of_list(field, before, &own)
            } else {
                entry_with_known(field, before, &own)
            });
        }
        text
    }
}

/// Parts the plain text of a form from the TOML below it.
const PARTING: &str = "# ---------- >8 ----------";
const PARTING_HELP: &str = "keep this line; what you talked about is above it";

/// What is above the parting line, and the rest from there; none: there is no such line.
fn split_prose(text: &str) -> Option<(&str, &str)> {
    let at = if text.starts_with(PARTING) {
        0
    } else {
        text.find(&format!("\n{PARTING}"))? + 1
    };
    Some(text.split_at(at))
}

/// A comment of TOML can't hold control characters.
fn comment(text: &str) -> String {
    text.replace(char::is_control, " ")
}

/// A field with what is known of it, or as a comment with its example.
fn entry(field: &Field, before: &FormValues) -> String {
    let answers = before.get_all(field.key);
    if answers.is_empty() {
        return format!("# {} = {}\n", field.key, example(field));
    }
    if field.is_list() {
        let lines = answers
            .iter()
            .map(|answer| format!("    {},\n", quoted(&answer.text)));
        return format!("{} = [\n{}]\n", field.key, lines.collect::<String>());
    }
    let first = &answers[0].text;
    match field.shape {
        FieldType::Yes => format!("{} = {}\n", field.key, first == "yes"),
        _ => format!("{} = {}\n", field.key, quoted(first)),
    }
}

/// As `entry`; what Enter would give to the question is the example.
fn entry_with_known(field: &Field, before: &FormValues, questions: &[&FormQuestion]) -> String {
    let known = questions
        .first()
        .and_then(|question| question.known.as_ref());
    let text = known.and_then(|known| known.texts.first());
    match text.filter(|_| before.get_all(field.key).is_empty()) {
        Some(text) => format!("# {} = {}\n", field.key, quoted(text)),
        None => entry(field, before),
    }
}

/// As `entry`, with a line for each record that may be named.
fn entry_of_list(field: &Field, before: &FormValues, questions: &[&FormQuestion]) -> String {
    let mut lines: Vec<(String, String)> = Vec::new();
    for question in questions {
        match (&question.kind, &question.prefix) {
            (QuestionKind::Several(choices), _) => {
                let choices = choices.iter();
                lines.extend(choices.map(|one| (one.value.clone(), one.words.clone())));
            }
            (_, Some(prefix)) => {
                let known = question.known.as_ref().map_or("", |known| &known.shown);
                lines.push((format!("{prefix}{known}"), question.label.clone()));
            }
            _ => {}
        }
    }
    if lines.is_empty() {
        return entry(field, before);
    }
    let given = before.get_all(field.key).iter().map(|answer| &answer.text);
    let given: Vec<&String> = given.collect();
    let is_of = |text: &str, line: &str| match text.split_once('=') {
        Some((number, _)) => line.split('=').next() == Some(number),
        None => text == line,
    };
    let mut out = format!("{} = [\n", field.key);
    for text in &given {
        out.push_str(&format!("    {},\n", quoted(text)));
    }
    for (value, words) in &lines {
        if !given.iter().any(|text| is_of(text, value)) {
            out.push_str(&format!("    # {},  # {}\n", quoted(value), comment(words)));
        }
    }
    out + "]\n"
}

/// Texts of a TOML value; numbers and dates count as the text they are written as. None: not what the field holds.
fn texts(value: &DeValue<'_>, field: &Field) -> Option<Vec<String>> {
    match value {
        DeValue::Array(items) if field.is_list() => {
            items.iter().map(|item| scalar(item.get_ref())).collect()
        }
        DeValue::Array(_) | DeValue::Table(_) => None,
        DeValue::Boolean(_) if field.shape != FieldType::Yes => None,
        one => Some(vec![scalar(one)?]),
    }
}

fn scalar(value: &DeValue<'_>) -> Option<String> {
    Some(match value {
        DeValue::String(text) => text.to_string(),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Datetime(at) => at.to_string(),
        // As the flag and the questions say it.
        DeValue::Boolean(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        DeValue::Array(_) | DeValue::Table(_) => return None,
    })
}

fn example(field: &Field) -> String {
    match field.shape {
        FieldType::List | FieldType::Words => format!("[{}]", quoted(field.example)),
        FieldType::Yes => (field.example == "yes").to_string(),
        FieldType::Line | FieldType::Text => quoted(field.example),
    }
}

/// A TOML basic string on one line: what TOML has no short escape for is written as its number.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
