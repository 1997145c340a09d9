//! What was given for a form, by key, and where each text came from.

use std::rc::Rc;

use crate::error::Result;
use crate::input::form::{FlagPlacement, Form};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum InputOrigin {
    Flag(String),
    Line(usize),
    Cell { line: usize, column: Rc<str> },
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
    /// In the order of the keys, which are few.
    given: Vec<(&'static str, Vec<InputText>)>,
}

impl FormValues {
    pub fn set(&mut self, key: &'static str, answers: Vec<InputText>) {
        match self.position(key) {
            Ok(at) if answers.is_empty() => drop(self.given.remove(at)),
            Ok(at) => self.given[at].1 = answers,
            Err(_) if answers.is_empty() => {}
            Err(at) => self.given.insert(at, (key, answers)),
        }
    }

    /// Where a key is, or where it would have to be.
    fn position(&self, key: &str) -> Result<usize, usize> {
        self.given.binary_search_by_key(&key, |(known, _)| known)
    }

    fn texts(&self) -> impl Iterator<Item = &InputText> {
        self.given.iter().flat_map(|(_, answers)| answers)
    }

    /// Takes over what a flag said, if it was there.
    pub fn flag<'t>(
        &mut self,
        form: &Form,
        key: &'static str,
        texts: impl IntoIterator<Item = &'t String>,
    ) {
        let flag = match form.field(key) {
            Some(field) if field.placement == FlagPlacement::First => field.value.to_owned(),
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
        column: &Rc<str>,
    ) {
        let answers = texts.into_iter().map(|text| InputText {
            text,
            origin: InputOrigin::Cell {
                line,
                column: Rc::clone(column),
            },
        });
        self.set(key, answers.collect());
    }

    pub fn get_all(&self, key: &str) -> &[InputText] {
        self.position(key).map_or(&[], |at| &self.given[at].1)
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
        let mut texts = self.texts();
        texts.any(|answer| answer.text.trim().contains(char::is_whitespace))
    }

    /// Takes over a text that was typed, not given on a command line.
    pub fn typed(&mut self, key: &'static str, text: String) {
        let origin = InputOrigin::Question;
        self.set(key, vec![InputText { text, origin }]);
    }

    /// Whether a shell has it in no line of its history, from which it could be repeated.
    pub fn is_typed(&self) -> bool {
        let mut texts = self.texts();
        let is_flag = |one: &InputText| matches!(one.origin, InputOrigin::Flag(_));
        self.is_multiline() || texts.any(|one| !is_flag(one))
    }

    /// Whether a text has several lines.
    pub fn is_multiline(&self) -> bool {
        let mut texts = self.texts();
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
            if let Err(at) = self.position(key) {
                self.given.insert(at, (key, answers));
            }
        }
        self
    }

    /// Without what was given as empty.
    #[must_use]
    pub fn without_cleared(self) -> FormValues {
        self.without_cleared_unless(|_, _| false)
    }

    /// Without what a question or a form left empty, where nothing is known that would have to be taken away.
    #[must_use]
    pub fn cleared_only_of(self, known: &FormValues) -> FormValues {
        self.without_cleared_unless(|key, answers| {
            let is_flag = |answer: &InputText| matches!(answer.origin, InputOrigin::Flag(_));
            !known.get_all(key).is_empty() || answers.iter().any(is_flag)
        })
    }

    fn without_cleared_unless(
        mut self,
        stays: impl Fn(&'static str, &[InputText]) -> bool,
    ) -> FormValues {
        let is_filled = |answer: &InputText| !answer.text.trim().is_empty();
        self.given
            .retain(|(key, answers)| answers.iter().any(is_filled) || stays(key, answers));
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
