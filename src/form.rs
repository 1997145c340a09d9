//! Forms: one table of fields feeds the questions, the TOML template and what is read from it.
//!
//! Whatever way a text came in, it ends as an [`Answer`] that knows where it was given, so that a refusal can say so.

use std::collections::BTreeMap;
use std::io::Read;

use toml::de::{DeTable, DeValue};

use crate::error::{Failure, Kind, Result};
use crate::prompt::Prompter;

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Line,
    /// May have several lines.
    Text,
    List,
}

/// One field of a form.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    pub key: &'static str,
    pub flag: &'static str,
    /// The question, as it is asked on a terminal and printed above the field.
    pub ask: &'static str,
    /// An example.
    pub example: &'static str,
    pub shape: Shape,
    /// Whether the questions ask for it; the others are in the form only.
    pub asked: bool,
}

/// A form, such as the agreement's.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    pub name: &'static str,
    pub about: &'static str,
    pub fields: &'static [Field],
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Origin {
    Flag(&'static str),
    Line(usize),
    Question,
    Before,
}

/// A text and where it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub text: String,
    origin: Origin,
}

/// What was given, by key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values {
    given: BTreeMap<&'static str, Vec<Answer>>,
}

/// A form longer than this is refused unread.
pub const LARGEST: u64 = 10 << 20;

/// The text of a file, or of standard input for `-`, and how to speak of it.
pub fn text_from(path: &str, stdin: &mut dyn Read) -> Result<(String, String)> {
    let (bytes, source) = if path == "-" {
        let mut bytes = Vec::new();
        let read = stdin.take(LARGEST + 1).read_to_end(&mut bytes);
        read.map_err(|error| Failure::storage(format!("standard input can't be read: {error}")))?;
        (bytes, "standard input".to_owned())
    } else {
        (read_file(path)?, format!("`{path}`"))
    };
    if bytes.len() as u64 > LARGEST {
        return Err(refused(format!(
            "{source} is larger than a form can be (10 MB)"
        )));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = String::from_utf8_lossy(before).matches('\n').count() + 1;
        refused(format!("line {line} of {source} is not UTF-8 text"))
    })?;
    Ok((text.trim_start_matches('\u{feff}').to_owned(), source))
}

impl Form {
    fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// Reads TOML. Unknown keys and wrong types are refused with their line.
    pub fn read(&self, text: &str, source: &str) -> Result<Values> {
        let line_of = |at: usize| text[..at.min(text.len())].matches('\n').count() + 1;
        let table = DeTable::parse(text).map_err(|error| {
            let line = error.span().map_or(1, |span| line_of(span.start));
            let what = error
                .message()
                .lines()
                .next()
                .unwrap_or("not TOML")
                .to_owned();
            refused(format!("line {line} of {source}: {what}"))
        })?;
        let mut values = Values::default();
        for (key, value) in table.get_ref() {
            let line = line_of(key.span().start);
            let Some(field) = self.field(key.get_ref()) else {
                return Err(self.unknown_key(key.get_ref(), line, source));
            };
            let texts = texts(value.get_ref(), field.shape).ok_or_else(|| {
                let wanted = if field.shape == Shape::List {
                    "a list of texts"
                } else {
                    "a text"
                };
                refused(format!(
                    "line {line} of {source}: `{}` has to be {wanted}",
                    field.key
                ))
                .hint(format!("for example {}", example(field)))
            })?;
            let answers = texts
                .into_iter()
                .filter(|text| !text.trim().is_empty())
                .map(|text| Answer {
                    text,
                    origin: Origin::Line(line),
                });
            values.set(field.key, answers.collect());
        }
        Ok(values)
    }

    fn unknown_key(&self, key: &str, line: usize, source: &str) -> Failure {
        let failure = refused(format!("line {line} of {source}: unknown key `{key}`"));
        let near = self
            .fields
            .iter()
            .map(|field| (strsim::jaro_winkler(field.key, key), field.key))
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .filter(|(likeness, _)| *likeness > 0.75);
        if let Some((_, near)) = near {
            failure.hint(format!("did you mean `{near}`?"))
        } else {
            let keys: Vec<&str> = self.fields.iter().map(|field| field.key).collect();
            failure.hint(format!("the keys are {}", keys.join(", ")))
        }
    }

    /// The form as TOML: what is known is filled in, the rest is there as comments.
    pub fn template(&self, before: &Values) -> String {
        let mut text = format!(
            "# {}\n# Lines that begin with # say nothing; take the # away to answer.\n",
            self.about
        );
        for field in self.fields {
            text.push_str(&format!("\n# {}\n", field.ask));
            let answers = before.list(field.key);
            if answers.is_empty() {
                text.push_str(&format!("# {} = {}\n", field.key, example(field)));
            } else if field.shape == Shape::List {
                text.push_str(&format!("{} = [\n", field.key));
                for answer in answers {
                    text.push_str(&format!("    {},\n", quoted(&answer.text)));
                }
                text.push_str("]\n");
            } else {
                text.push_str(&format!("{} = {}\n", field.key, quoted(&answers[0].text)));
            }
        }
        text
    }

    /// Asks what is not given yet. A refused answer is asked again; after each one `keep` can put aside what there is.
    pub fn ask(
        &self,
        prompter: &mut dyn Prompter,
        mut values: Values,
        before: &Values,
        check: &dyn Fn(&Values) -> Result<()>,
        keep: &mut dyn FnMut(&Values),
    ) -> Result<Values> {
        for field in self.fields.iter().filter(|field| field.asked) {
            if !values.list(field.key).is_empty() {
                continue;
            }
            loop {
                let texts =
                    ask_field(field, prompter, before).map_err(|failure| match failure.kind {
                        Kind::AnswerNeeded => {
                            failure.hint(format!("give it with `{}`", field.flag))
                        }
                        _ => failure,
                    })?;
                let answers = texts.into_iter().map(|text| Answer {
                    text,
                    origin: Origin::Question,
                });
                let mut tried = values.clone();
                tried.set(field.key, answers.collect());
                match check(&tried) {
                    Ok(()) => {
                        values = tried;
                        keep(&values);
                        break;
                    }
                    Err(failure) if failure.kind == Kind::Refused => {
                        prompter.say(&format!("{failure}"))?;
                        for hint in &failure.hints {
                            prompter.say(&format!("  {hint}"))?;
                        }
                    }
                    Err(failure) => return Err(failure),
                }
            }
        }
        Ok(values)
    }
}

fn ask_field(field: &Field, prompter: &mut dyn Prompter, before: &Values) -> Result<Vec<String>> {
    let known = before.list(field.key);
    let question = format!("{} (such as {})", field.ask, field.example);
    if field.shape != Shape::List {
        let default = known.first().map(|answer| answer.text.as_str());
        let text = prompter.line(&question, default)?;
        return Ok(if text.trim().is_empty() {
            Vec::new()
        } else {
            vec![text]
        });
    }
    let mut texts = Vec::new();
    let mut question = format!("{question}; empty ends the list");
    loop {
        let default = known.get(texts.len()).map(|answer| answer.text.as_str());
        let text = prompter.line(&question, default)?;
        if text.trim().is_empty() {
            return Ok(texts);
        }
        texts.push(text);
        "  and".clone_into(&mut question);
    }
}

impl Values {
    pub fn set(&mut self, key: &'static str, answers: Vec<Answer>) {
        if answers.is_empty() {
            self.given.remove(key);
        } else {
            self.given.insert(key, answers);
        }
    }

    /// Takes over what a flag said, if it was there.
    pub fn flag<'t>(
        &mut self,
        form: &Form,
        key: &'static str,
        texts: impl IntoIterator<Item = &'t String>,
    ) {
        let flag = form.field(key).map_or(key, |field| field.flag);
        let answers: Vec<Answer> = texts
            .into_iter()
            .map(|text| Answer {
                text: text.clone(),
                origin: Origin::Flag(flag),
            })
            .collect();
        if !answers.is_empty() {
            self.set(key, answers);
        }
    }

    /// Takes over what is known from before, such as the last version.
    pub fn before(&mut self, key: &'static str, texts: impl IntoIterator<Item = String>) {
        let answers = texts.into_iter().map(|text| Answer {
            text,
            origin: Origin::Before,
        });
        self.set(key, answers.collect());
    }

    pub fn list(&self, key: &str) -> &[Answer] {
        self.given.get(key).map_or(&[], Vec::as_slice)
    }

    #[cfg(test)]
    pub fn text(&self, key: &str) -> Option<&str> {
        self.list(key).first().map(|answer| answer.text.as_str())
    }

    /// Whether there is a text in it that somebody would not like to type again: more than a word.
    pub fn is_precious(&self) -> bool {
        let mut texts = self.given.values().flatten();
        texts.any(|answer| answer.text.trim().contains(char::is_whitespace))
    }

    pub fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    /// These, and what `other` has besides.
    #[must_use]
    pub fn or(mut self, other: Values) -> Values {
        for (key, answers) in other.given {
            self.given.entry(key).or_insert(answers);
        }
        self
    }

    /// Reads one field; a refusal says where the text was given.
    pub fn parse<T>(&self, key: &str, read: impl Fn(&str) -> Result<T>) -> Result<Option<T>> {
        Ok(self.parse_list(key, read)?.into_iter().next())
    }

    /// Reads every entry of a list.
    pub fn parse_list<T>(&self, key: &str, read: impl Fn(&str) -> Result<T>) -> Result<Vec<T>> {
        self.list(key)
            .iter()
            .map(|answer| {
                read(&answer.text).map_err(|mut failure| {
                    failure.message = match &answer.origin {
                        Origin::Flag(flag) if flag.starts_with('-') => {
                            format!("`{flag}`: {}", failure.message)
                        }
                        Origin::Line(line) => format!("line {line}, `{key}`: {}", failure.message),
                        _ => failure.message,
                    };
                    failure
                })
            })
            .collect()
    }
}

fn refused(message: String) -> Failure {
    Failure::refused(message).data("nothing was changed")
}

fn read_file(path: &str) -> Result<Vec<u8>> {
    let about = std::fs::metadata(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Failure::not_found(format!("no file `{path}`")),
        _ => Failure::storage(format!("`{path}` can't be read: {error}")),
    })?;
    if about.is_dir() {
        return Err(Failure::storage(format!(
            "`{path}` is a folder, not a form"
        )));
    }
    if about.len() > LARGEST {
        return Err(refused(format!(
            "`{path}` is larger than a form can be (10 MB)"
        )));
    }
    std::fs::read(path)
        .map_err(|error| Failure::storage(format!("`{path}` can't be read: {error}")))
}

/// Texts of a TOML value; numbers and dates count as the text they are written as. None: not what the field holds.
fn texts(value: &DeValue<'_>, shape: Shape) -> Option<Vec<String>> {
    match value {
        DeValue::Array(items) if shape == Shape::List => {
            items.iter().map(|item| scalar(item.get_ref())).collect()
        }
        DeValue::Array(_) | DeValue::Table(_) => None,
        one => Some(vec![scalar(one)?]),
    }
}

fn scalar(value: &DeValue<'_>) -> Option<String> {
    Some(match value {
        DeValue::String(text) => text.to_string(),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Datetime(at) => at.to_string(),
        DeValue::Boolean(yes) => yes.to_string(),
        DeValue::Array(_) | DeValue::Table(_) => return None,
    })
}

fn example(field: &Field) -> String {
    match field.shape {
        Shape::List => format!("[{}]", quoted(field.example)),
        _ => quoted(field.example),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prompt::Script;

    const FORM: Form = Form {
        name: "test",
        about: "A form for tests",
        fields: &[
            Field {
                key: "minutes",
                flag: "--minutes",
                ask: "How long?",
                example: "45m",
                shape: Shape::Line,
                asked: true,
            },
            Field {
                key: "notes",
                flag: "--notes",
                ask: "What?",
                example: "Ownership",
                shape: Shape::Text,
                asked: false,
            },
            Field {
                key: "wins",
                flag: "--win",
                ask: "Wins?",
                example: "Shipped it",
                shape: Shape::List,
                asked: true,
            },
        ],
    };

    #[test]
    fn an_unknown_key_is_named_with_its_line_and_the_nearest() {
        let failure = FORM
            .read("# form\nminuts = 4\n", "`form.toml`")
            .unwrap_err();
        assert_eq!(
            failure.message,
            "line 2 of `form.toml`: unknown key `minuts`"
        );
        assert_eq!(failure.hints, ["did you mean `minutes`?"]);
    }

    #[test]
    fn a_wrong_type_is_named_with_its_line_and_key() {
        let failure = FORM.read("\nminutes = [1]\n", "`f`").unwrap_err();
        assert_eq!(failure.message, "line 2 of `f`: `minutes` has to be a text");
    }

    #[test]
    fn numbers_and_dates_count_as_text() {
        let values = FORM
            .read("minutes = 50\nnotes = 2026-12-01\nwins = 'one'", "`f`")
            .unwrap();
        assert_eq!(values.text("minutes"), Some("50"));
        assert_eq!(values.text("notes"), Some("2026-12-01"));
        assert_eq!(values.list("wins").len(), 1);
    }

    #[test]
    fn the_empty_template_says_nothing() {
        let template = FORM.template(&Values::default());
        assert!(FORM.read(&template, "`f`").unwrap().is_empty());
    }

    #[test]
    fn a_refused_answer_is_asked_again() {
        let mut script = Script::new(&["wrong", "45m", "one", ""]);
        let check = |values: &Values| match values.text("minutes") {
            Some("wrong") => Err(Failure::refused("no")),
            _ => Ok(()),
        };
        let mut kept = 0;
        let values = FORM
            .ask(
                &mut script,
                Values::default(),
                &Values::default(),
                &check,
                &mut |_| kept += 1,
            )
            .unwrap();
        assert_eq!(values.text("minutes"), Some("45m"));
        assert_eq!(kept, 2);
    }

    proptest::proptest! {
        #[test]
        fn what_is_filled_in_is_read_back(notes in ".{0,40}", wins in proptest::collection::vec(".{1,20}", 0..4)) {
            let mut before = Values::default();
            before.before("notes", (!notes.trim().is_empty()).then_some(notes));
            before.before("wins", wins.into_iter().filter(|win| !win.trim().is_empty()));
            let read = FORM.read(&FORM.template(&before), "`f`").unwrap();
            let texts = |values: &Values, key| -> Vec<String> {
                values.list(key).iter().map(|answer| answer.text.clone()).collect()
            };
            proptest::prop_assert_eq!(texts(&read, "notes"), texts(&before, "notes"));
            proptest::prop_assert_eq!(texts(&read, "wins"), texts(&before, "wins"));
        }

        #[test]
        fn no_form_makes_it_panic(text in "(?s).{0,80}") {
            let _ = FORM.read(&text, "`f`");
        }
    }
}
