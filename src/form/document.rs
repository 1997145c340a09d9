//! A form as TOML: written with what is known, read with the line of every slip.

use std::io::{ErrorKind, Read};
use std::path::Path;

use toml::de::DeValue;

use crate::error::{Failure, Result};
use crate::form::encoding::decode_spreadsheet;
use crate::form::values::{FormValues, InputOrigin, InputText};
use crate::form::{Field, FieldType, FlagPlacement, Form};
use crate::nearest::nearest;
use crate::regular_file::{read_named, read_stream};
use crate::toml_text::{self, line_of, syntax_error};

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
        _ => Failure::storage(format!("{source} can't be read: {error}")),
    })?;
    Ok((bytes, source))
}

impl Form {
    /// Reads TOML. Unknown keys and wrong types are refused with their line.
    pub fn read(&self, text: &str, source: &str) -> Result<FormValues> {
        let table = toml_text::parse(text, source)?;
        let mut values = FormValues::default();
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
                    "line {line} of {source}: `{}` has to be {wanted}",
                    field.key
                ))
                .hint(format!("try {}", example(field)))
            })?;
            let answers = texts
                .into_iter()
                .filter(|text| !text.trim().is_empty())
                .map(|text| InputText {
                    text,
                    origin: InputOrigin::Line(line),
                });
            values.set(field.key, answers.collect());
        }
        Ok(values)
    }

    fn unknown_key(&self, key: &str, line: usize, source: &str) -> Failure {
        let failure = syntax_error(format!("line {line} of {source}: unknown key `{key}`"));
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
            "# {}\n# Lines that begin with # say nothing; take the # away to answer.\n",
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
            let answers = before.get_all(field.key);
            if answers.is_empty() {
                text.push_str(&format!("# {} = {}\n", field.key, example(field)));
            } else if field.is_list() {
                text.push_str(&format!("{} = [\n", field.key));
                for answer in answers {
                    text.push_str(&format!("    {},\n", quoted(&answer.text)));
                }
                text.push_str("]\n");
            } else if field.shape == FieldType::Yes {
                text.push_str(&format!("{} = {}\n", field.key, answers[0].text == "yes"));
            } else {
                text.push_str(&format!("{} = {}\n", field.key, quoted(&answers[0].text)));
            }
        }
        text
    }
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
