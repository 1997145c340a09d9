//! A form as TOML: writes it with known values, and reads it with the line of each error.

use std::io::{ErrorKind, Read};
use std::path::Path;

use toml::de::DeValue;

use crate::config::toml_text::{self, line_of, syntax_error};
use crate::domain::nearest::nearest;
use crate::error::{Failure, Result};
use crate::input::form::encoding::decode_spreadsheet;
use crate::input::form::values::{FormValues, InputOrigin, InputText};
use crate::input::form::{Field, FieldType, FlagPlacement, Form, FormQuestion, QuestionKind};
use crate::platform::regular_file::{read_named, read_stream};

/// Largest form that is read.
pub const MAX_FORM_BYTES: u64 = 10 << 20;

/// Reads a file, or standard input for `-`. Returns the text, and the name of the source for messages.
pub fn read_source(path: &Path, stdin: &mut dyn Read) -> Result<(String, String)> {
    let (bytes, source) = read_bytes(path, stdin)?;
    let text = toml_text::decode_utf8(bytes, &source)?;
    Ok((text, source))
}

/// Reads a text that another program wrote. Returns the text, the name of the source for messages, and the encoding if
/// it is not UTF-8.
pub fn read_spreadsheet(
    path: &Path,
    stdin: &mut dyn Read,
) -> Result<(String, String, Option<&'static str>)> {
    let (bytes, source) = read_bytes(path, stdin)?;
    let (text, encoding) = decode_spreadsheet(bytes, &source)?;
    Ok((text, source, encoding))
}

fn read_bytes(path: &Path, stdin: &mut dyn Read) -> Result<(Vec<u8>, String)> {
    let (content, source) = match path.to_str() {
        Some("-") => (read_stream(stdin, MAX_FORM_BYTES), "standard input".to_owned()),
        _ => (read_named(path, MAX_FORM_BYTES), format!("`{}`", path.display())),
    };
    let bytes = content.map_err(|error| match error.kind() {
        ErrorKind::NotFound => {
            let missing = Failure::not_found(format!("no file {source}"));
            if path.starts_with("~") {
                missing.hint("put a space before `~`: the shell replaces it at the start of a word")
            } else {
                missing
            }
        }
        ErrorKind::IsADirectory => Failure::storage(format!("{source} is a folder, not a form")),
        ErrorKind::FileTooLarge => syntax_error(format!("{source} is larger than 10 MB")),
        _ => Failure::storage(format!("can't read {source}: {error}")),
    })?;
    Ok((bytes, source))
}

impl Form {
    /// Reads TOML, and the plain text above the separator line if there is one. Unknown keys and wrong types are
    /// refused with their line.
    pub fn read(&self, text: &str, source: &str) -> Result<FormValues> {
        let values = self.read_answers(text, source)?;
        // An empty line of a form clears nothing.
        Ok(values.without_cleared())
    }

    /// Like `read`, keeping empty answers: for the draft of interrupted questions, in which they are answers.
    pub fn read_answers(&self, text: &str, source: &str) -> Result<FormValues> {
        let mut values = FormValues::default();
        let Some((key, (prose, rest))) = self.prose_key().zip(split_prose(text)) else {
            return self.read_toml(text, source, values);
        };
        let answer = (!prose.trim().is_empty())
            .then(|| InputText { text: prose.trim().to_owned(), origin: InputOrigin::Line(1) });
        values.set(key, answer.into_iter().collect());
        // Blank lines in place of the plain text keep the line numbers of the rest.
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
                let expected = match field.field_type {
                    FieldType::List | FieldType::Words => "a list of texts",
                    FieldType::Yes => "true or false",
                    FieldType::Line(_) | FieldType::Text => "a text",
                };
                syntax_error(format!("line {line} of {source}: `{}` must be {expected}", field.key))
                    .at_line(line)
                    .hint(format!("try {}", example(field)))
            })?;
            let (filled, empty): (Vec<_>, Vec<_>) = texts
                .into_iter()
                .map(|text| InputText { text, origin: InputOrigin::Line(line) })
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
        let flag = key.replace('_', "-");
        let with_flag = self.fields.iter().find(|field| field.flag_name() == flag);
        let named = with_flag.map(|field| field.key);
        if let Some(similar) = named.or_else(|| nearest(key, keys.iter().copied())) {
            failure.hint(format!("did you mean `{similar}`?"))
        } else {
            failure.hint(format!("the keys are {}", keys.join(", ")))
        }
    }

    /// Returns the form as TOML: known values are filled in, other fields are comments.
    pub fn template(&self, before: &FormValues) -> String {
        self.template_with_notes(before, &|_| Vec::new())
    }

    /// Like `template`, with remarks above a field.
    pub fn template_with_notes(
        &self,
        before: &FormValues,
        remarks: &dyn Fn(&'static str) -> Vec<String>,
    ) -> String {
        let mut text = format!("# {}\n# Remove the # from a line to fill it in.\n", self.about);
        for field in self.fields.iter().filter(|field| field.placement != FlagPlacement::Shortcut) {
            text.push_str(&question_comment(field));
            for remark in remarks(field.key) {
                // A TOML comment can't contain control characters.
                let lines = remark.split('\n').map(|line| line.replace(char::is_control, " "));
                let remark = lines.collect::<Vec<_>>().join("\n#     ");
                text.push_str(&format!("#   {remark}\n"));
            }
            text.push_str(&entry(field, before));
        }
        text
    }

    /// Returns the field whose text stands unquoted above the TOML: the one that is given as a positional argument.
    fn prose_key(&self) -> Option<&'static str> {
        let is_prose = |field: &&Field| {
            field.field_type == FieldType::Text && field.placement == FlagPlacement::First
        };
        self.fields.iter().find(is_prose).map(|field| field.key)
    }

    /// Returns the form for an editor, with lines to uncomment for the records that can be named.
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
            text.push_str(&format!("{written}\n\n{PROSE_SEPARATOR} {SEPARATOR_HELP}\n"));
        } else {
            text.push_str(&format!("# {}\n", self.about));
        }
        for line in header.into_iter().flat_map(str::lines) {
            text.push_str(&format!("# {}\n", comment(line)));
        }
        text.push_str("# Remove the # from each line that you fill in.\n");
        let is_shown = |field: &&Field| {
            field.placement != FlagPlacement::Shortcut
                && prose.is_none_or(|prose| prose.key != field.key)
        };
        for field in self.fields.iter().filter(is_shown) {
            text.push_str(&question_comment(field));
            let field_questions: Vec<&FormQuestion> =
                questions.iter().filter(|question| question.key == field.key).collect();
            text.push_str(&if field.is_list() {
                entry_of_list(field, before, &field_questions)
            } else {
                entry_with_known(field, before, &field_questions)
            });
        }
        text
    }
}

/// Separates the plain text of a form from the TOML below it.
const PROSE_SEPARATOR: &str = "# ---------- >8 ----------";
const SEPARATOR_HELP: &str = "keep this line; what you talked about is above it";

/// Splits a text at the separator line; `None`: there is none.
fn split_prose(text: &str) -> Option<(&str, &str)> {
    let offset = if text.starts_with(PROSE_SEPARATOR) {
        0
    } else {
        text.find(&format!("\n{PROSE_SEPARATOR}"))? + 1
    };
    Some(text.split_at(offset))
}

/// Replaces control characters, which a TOML comment can't contain.
fn comment(text: &str) -> String {
    text.replace(char::is_control, " ")
}

/// Returns the question of a field and its possible values, as comments above its line.
fn question_comment(field: &Field) -> String {
    let choices = match field.choices {
        [] => String::new(),
        choices => format!("# One of: {}\n", choices.join(", ")),
    };
    format!("\n# {}\n{choices}", field.ask)
}

/// Returns the line of a field with its known values, or as a comment with an example.
fn entry(field: &Field, before: &FormValues) -> String {
    let answers = before.get_all(field.key);
    if answers.is_empty() {
        return format!("# {} = {}\n", field.key, example(field));
    }
    if field.is_list() {
        let lines = answers.iter().map(|answer| format!("    {},\n", quoted(&answer.text)));
        return format!("{} = [\n{}]\n", field.key, lines.collect::<String>());
    }
    let first = &answers[0].text;
    match field.field_type {
        FieldType::Yes => format!("{} = {}\n", field.key, first == "yes"),
        _ => format!("{} = {}\n", field.key, quoted(first)),
    }
}

/// Like `entry`, with the question's default as the example.
fn entry_with_known(field: &Field, before: &FormValues, questions: &[&FormQuestion]) -> String {
    let known = questions.first().and_then(|question| question.known.as_ref());
    let text = known.and_then(|known| known.texts.first());
    match text.filter(|_| before.get_all(field.key).is_empty()) {
        Some(text) => format!("# {} = {}\n", field.key, quoted(text)),
        None => entry(field, before),
    }
}

/// Like `entry`, with a commented line for each record that can be named.
fn entry_of_list(field: &Field, before: &FormValues, questions: &[&FormQuestion]) -> String {
    let mut lines: Vec<(String, String)> = Vec::new();
    for question in questions {
        match (&question.kind, &question.prefix) {
            (QuestionKind::Several(choices), _) => {
                let choices = choices.iter();
                lines.extend(choices.map(|choice| (choice.value.clone(), choice.words.clone())));
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
    let filled = before.get_all(field.key).iter().map(|answer| &answer.text);
    let filled: Vec<&String> = filled.collect();
    let names_same_record = |text: &str, line: &str| match text.split_once('=') {
        Some((number, _)) => line.split('=').next() == Some(number),
        None => text == line,
    };
    let mut out = format!("{} = [\n", field.key);
    for text in &filled {
        out.push_str(&format!("    {},\n", quoted(text)));
    }
    for (value, words) in &lines {
        if !filled.iter().any(|text| names_same_record(text, value)) {
            out.push_str(&format!("    # {},  # {}\n", quoted(value), comment(words)));
        }
    }
    out + "]\n"
}

/// Returns the texts of a TOML value; numbers and dates keep their spelling. `None`: the field can't hold the value.
fn texts(value: &DeValue<'_>, field: &Field) -> Option<Vec<String>> {
    match value {
        DeValue::Array(items) if field.is_list() => {
            items.iter().map(|item| scalar(item.get_ref())).collect()
        }
        DeValue::Array(_) | DeValue::Table(_) => None,
        DeValue::Boolean(_) if field.field_type != FieldType::Yes => None,
        value => Some(vec![scalar(value)?]),
    }
}

fn scalar(value: &DeValue<'_>) -> Option<String> {
    Some(match value {
        DeValue::String(text) => text.to_string(),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Datetime(at) => at.to_string(),
        // The words that the flag and the questions use.
        DeValue::Boolean(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        DeValue::Array(_) | DeValue::Table(_) => return None,
    })
}

fn example(field: &Field) -> String {
    match field.field_type {
        FieldType::List | FieldType::Words => format!("[{}]", quoted(field.example)),
        FieldType::Yes => (field.example == "yes").to_string(),
        FieldType::Line(_) | FieldType::Text => quoted(field.example),
    }
}

/// Quotes a text as a TOML basic string on one line. Control characters without a short escape become `\uXXXX`.
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
