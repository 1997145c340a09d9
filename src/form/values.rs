//! What was given for a form, by key, and where each text came from.

use std::collections::BTreeMap;

use crate::error::Result;
use crate::form::{FlagPlacement, Form};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum InputOrigin {
    Flag(String),
    Line(usize),
    Cell { line: usize, column: String },
    Question,
    Before,
}

/// A text and where it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputText {
    pub text: String,
    pub(super) origin: InputOrigin,
}

/// What was given, by key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormValues {
    given: BTreeMap<&'static str, Vec<InputText>>,
}

impl FormValues {
    pub fn set(&mut self, key: &'static str, answers: Vec<InputText>) {
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
        let flag = match form.field(key) {
            Some(field) if field.place == FlagPlacement::First => field.value.to_owned(),
            Some(field) => format!("--{}", field.flag_name()),
            None => key.to_owned(),
        };
        let answers: Vec<InputText> = texts
            .into_iter()
            .map(|text| InputText {
                text: text.clone(),
                origin: InputOrigin::Flag(flag.clone()),
            })
            .collect();
        if !answers.is_empty() {
            self.set(key, answers);
        }
    }

    /// Takes over what is known from before, such as the last version.
    pub fn set_known(&mut self, key: &'static str, texts: impl IntoIterator<Item = String>) {
        let answers = texts.into_iter().map(|text| InputText {
            text,
            origin: InputOrigin::Before,
        });
        self.set(key, answers.collect());
    }

    /// Takes over what a cell of a sheet says.
    pub fn cell(
        &mut self,
        key: &'static str,
        texts: impl IntoIterator<Item = String>,
        line: usize,
        column: &str,
    ) {
        let answers = texts.into_iter().map(|text| InputText {
            text,
            origin: InputOrigin::Cell {
                line,
                column: column.to_owned(),
            },
        });
        self.set(key, answers.collect());
    }

    pub fn get_all(&self, key: &str) -> &[InputText] {
        self.given.get(key).map_or(&[], Vec::as_slice)
    }

    /// Whether a form said it, which has the whole of a list; a flag may mean one more entry.
    pub fn replaces_list(&self, key: &str) -> bool {
        let is_flag = |answer: &InputText| matches!(answer.origin, InputOrigin::Flag(_));
        !self.get_all(key).iter().any(is_flag)
    }

    /// The only text, or the first of several.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.get_all(key).first().map(|answer| answer.text.as_str())
    }

    /// Whether there is a text in it that somebody would not like to type again: more than a word.
    pub fn is_worth_saving(&self) -> bool {
        let mut texts = self.given.values().flatten();
        texts.any(|answer| answer.text.trim().contains(char::is_whitespace))
    }

    /// Takes over a text that was typed, not given on a command line.
    pub fn typed(&mut self, key: &'static str, text: String) {
        let origin = InputOrigin::Question;
        self.set(key, vec![InputText { text, origin }]);
    }

    /// Whether a shell has it in no line of its history, from which it could be repeated.
    pub fn is_typed(&self) -> bool {
        let mut texts = self.given.values().flatten();
        let is_flag = |one: &InputText| matches!(one.origin, InputOrigin::Flag(_));
        self.is_multiline() || texts.any(|one| !is_flag(one))
    }

    /// Whether a text has several lines.
    pub fn is_multiline(&self) -> bool {
        let mut texts = self.given.values().flatten();
        texts.any(|answer| answer.text.trim().contains('\n'))
    }

    /// Whether both have the same texts, wherever those were given.
    pub fn same_text_as(&self, other: &FormValues) -> bool {
        let texts = |values: &FormValues| -> Vec<(&str, Vec<String>)> {
            let given = values.given.iter();
            let texts =
                |answers: &Vec<InputText>| answers.iter().map(|one| one.text.clone()).collect();
            given.map(|(key, answers)| (*key, texts(answers))).collect()
        };
        texts(self) == texts(other)
    }

    pub fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    /// These, and what `other` has besides.
    #[must_use]
    pub fn or_else(mut self, other: FormValues) -> FormValues {
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
        self.get_all(key)
            .iter()
            .map(|answer| {
                read(&answer.text).map_err(|mut failure| match &answer.origin {
                    InputOrigin::Flag(flag) if flag.starts_with('-') => {
                        failure.message = format!("`{flag}`: {}", failure.message);
                        failure
                    }
                    InputOrigin::Line(line) => failure.at_field(*line, key),
                    InputOrigin::Cell { line, column } => failure.at_field(*line, column),
                    InputOrigin::Flag(_) | InputOrigin::Question | InputOrigin::Before => failure,
                })
            })
            .collect()
    }
}
