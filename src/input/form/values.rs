//! The values given for a form, by key, each with its origin.

use std::rc::Rc;

use crate::error::Result;
use crate::input::form::{FlagPlacement, Form};

/// Where a text was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum InputOrigin {
    Flag(String),
    Line(usize),
    Cell { line: usize, column: Rc<str> },
    Question,
    Before,
}

/// A text and its origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputText {
    pub text: String,
    pub(super) origin: InputOrigin,
}

/// The given values, by key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormValues {
    /// Sorted by key.
    values: Vec<(&'static str, Vec<InputText>)>,
}

impl FormValues {
    pub fn set(&mut self, key: &'static str, answers: Vec<InputText>) {
        match self.position(key) {
            Ok(index) if answers.is_empty() => drop(self.values.remove(index)),
            Ok(index) => self.values[index].1 = answers,
            Err(_) if answers.is_empty() => {}
            Err(index) => self.values.insert(index, (key, answers)),
        }
    }

    /// Returns the index of a key; the error is the index at which to insert it.
    fn position(&self, key: &str) -> Result<usize, usize> {
        self.values.binary_search_by_key(&key, |(existing, _)| existing)
    }

    fn texts(&self) -> impl Iterator<Item = &InputText> {
        self.values.iter().flat_map(|(_, answers)| answers)
    }

    /// Sets the values of a flag, if it was given.
    pub fn set_flag<'t>(
        &mut self,
        form: &Form,
        key: &'static str,
        texts: impl IntoIterator<Item = &'t String>,
    ) {
        let flag = match form.field(key) {
            Some(field) if field.placement == FlagPlacement::First => field.placeholder.to_owned(),
            Some(field) => format!("--{}", field.flag_name()),
            None => key.to_owned(),
        };
        let answers: Vec<InputText> = texts
            .into_iter()
            .map(|text| InputText { text: text.clone(), origin: InputOrigin::Flag(flag.clone()) })
            .collect();
        if !answers.is_empty() {
            self.set(key, answers);
        }
    }

    /// Sets values that were known before, such as those of the last version.
    pub fn set_known(&mut self, key: &'static str, texts: impl IntoIterator<Item = String>) {
        let answers = texts.into_iter().map(|text| InputText { text, origin: InputOrigin::Before });
        self.set(key, answers.collect());
    }

    /// Sets the values of a cell in an imported file.
    pub fn set_cell(
        &mut self,
        key: &'static str,
        texts: impl IntoIterator<Item = String>,
        line: usize,
        column: &Rc<str>,
    ) {
        let answers = texts.into_iter().map(|text| InputText {
            text,
            origin: InputOrigin::Cell { line, column: Rc::clone(column) },
        });
        self.set(key, answers.collect());
    }

    pub fn get_all(&self, key: &str) -> &[InputText] {
        self.position(key).map_or(&[], |index| &self.values[index].1)
    }

    /// Whether the entries replace a stored list: those of a form do, those of a flag are added.
    pub fn replaces_list(&self, key: &str) -> bool {
        let is_flag = |answer: &InputText| matches!(answer.origin, InputOrigin::Flag(_));
        !self.get_all(key).iter().any(is_flag)
    }

    /// Returns the text, or the first of several.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.get_all(key).first().map(|answer| answer.text.as_str())
    }

    /// Whether any text is longer than one word and worth saving as a draft.
    pub fn is_worth_saving(&self) -> bool {
        let mut texts = self.texts();
        texts.any(|answer| answer.text.trim().contains(char::is_whitespace))
    }

    /// Sets a text that was typed or piped, not given on the command line.
    pub fn set_typed(&mut self, key: &'static str, text: String) {
        let origin = InputOrigin::Question;
        self.set(key, vec![InputText { text, origin }]);
    }

    /// Whether the values can't be repeated from the shell's history.
    pub fn needs_retyping(&self) -> bool {
        let mut texts = self.texts();
        let is_flag = |text: &InputText| matches!(text.origin, InputOrigin::Flag(_));
        self.is_multiline() || texts.any(|text| !is_flag(text))
    }

    /// Whether any text has several lines.
    pub fn is_multiline(&self) -> bool {
        let mut texts = self.texts();
        texts.any(|answer| answer.text.trim().contains('\n'))
    }

    /// Whether both have the same texts, whatever their origin.
    pub fn has_same_texts(&self, other: &FormValues) -> bool {
        let texts = |values: &FormValues| -> Vec<(&str, Vec<String>)> {
            let entries = values.values.iter();
            let texts = |answers: &Vec<InputText>| {
                answers.iter().map(|answer| answer.text.clone()).collect()
            };
            entries.map(|(key, answers)| (*key, texts(answers))).collect()
        };
        texts(self) == texts(other)
    }

    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Adds the values of `other` for keys that have none.
    #[must_use]
    pub fn or_else(mut self, other: FormValues) -> FormValues {
        for (key, answers) in other.values {
            if let Err(index) = self.position(key) {
                self.values.insert(index, (key, answers));
            }
        }
        self
    }

    /// Removes the values that were given as empty.
    #[must_use]
    pub fn without_cleared(self) -> FormValues {
        self.without_cleared_unless(|_, _| false)
    }

    /// Removes the values that a question or form left empty, except where `known` has a value to clear.
    #[must_use]
    pub fn without_cleared_except(self, known: &FormValues) -> FormValues {
        self.without_cleared_unless(|key, answers| {
            let is_flag = |answer: &InputText| matches!(answer.origin, InputOrigin::Flag(_));
            !known.get_all(key).is_empty() || answers.iter().any(is_flag)
        })
    }

    fn without_cleared_unless(
        mut self,
        is_kept: impl Fn(&'static str, &[InputText]) -> bool,
    ) -> FormValues {
        let is_filled = |answer: &InputText| !answer.text.trim().is_empty();
        self.values.retain(|(key, answers)| answers.iter().any(is_filled) || is_kept(key, answers));
        self
    }

    /// Parses one value; a failure names the place where it was given.
    pub fn parse<T>(&self, key: &str, parse: impl Fn(&str) -> Result<T>) -> Result<Option<T>> {
        Ok(self.parse_list(key, parse)?.into_iter().next())
    }

    /// Parses every entry of a list.
    pub fn parse_list<T>(&self, key: &str, parse: impl Fn(&str) -> Result<T>) -> Result<Vec<T>> {
        self.get_all(key)
            .iter()
            .map(|answer| {
                parse(&answer.text).map_err(|mut failure| match &answer.origin {
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
