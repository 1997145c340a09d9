//! The questions of a form: what is asked, and how an answer is kept and shown.

mod kinds;
mod session;

use crate::domain::zone;
use crate::input::form::values::FormValues;
use crate::input::form::{Field, FieldType, Form, LineSyntax};
use crate::view::words;

pub use session::{QuestionHooks, ask};

/// A question of a form. Several questions can add entries to the same list.
#[derive(Clone, Debug)]
pub struct FormQuestion {
    pub key: &'static str,
    /// How a given answer is labelled.
    pub label: String,
    pub ask: String,
    pub example: &'static str,
    pub kind: QuestionKind,
    /// The default, which Enter accepts.
    pub known: Option<FormAnswer>,
    pub is_required: bool,
    /// Whether there is a value that an empty answer clears.
    is_clearable: bool,
    /// A prefix to add to the typed text, such as the number of a goal.
    pub prefix: Option<String>,
    /// Computes the default from the earlier answers if none is known.
    pub suggest: Option<fn(&FormValues) -> Option<FormAnswer>>,
    /// Returns what a text was understood as, such as the zone of a city; `None`: the text is shown as it is.
    understood: Option<fn(&str) -> Option<String>>,
    /// Whether the questions after it are asked only after a yes. Its own answer belongs to no field.
    is_gate: bool,
    /// The flag that gives the answer, without hyphens.
    option: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    /// A value with a syntax of its own, such as a date.
    Value,
    /// Free text on one line.
    Line,
    /// Free text of any length.
    Text,
    List,
    One(Vec<Choice>),
    Several(Vec<Choice>),
}

/// An option of a menu: its value and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub words: String,
}

impl Choice {
    pub fn new(value: &impl ToString, words: impl Into<String>) -> Choice {
        Choice { value: value.to_string(), words: words.into() }
    }
}

/// An answer and how it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormAnswer {
    pub texts: Vec<String>,
    pub shown: String,
}

impl FormAnswer {
    pub fn new(text: &impl ToString, shown: impl Into<String>) -> FormAnswer {
        FormAnswer { texts: vec![text.to_string()], shown: shown.into() }
    }

    fn from_texts(texts: Vec<String>) -> FormAnswer {
        FormAnswer { shown: texts.join("; "), texts }
    }
}

/// How an answer that clears a value is shown.
const CLEARED: &str = "cleared";

/// The values of a gate's answer.
const NO: &str = "no";
const YES: &str = "yes";

impl Field {
    /// Returns the question of this field, with its known value as the default.
    pub fn as_question(&self, before: &FormValues) -> FormQuestion {
        let known: Vec<String> =
            before.get_all(self.key).iter().map(|answer| answer.text.clone()).collect();
        let kind = match self.field_type {
            _ if !self.choices.is_empty() => {
                let skip = (!self.is_required).then(|| Choice::new(&"", "(skip)"));
                let choices =
                    self.choices.iter().map(|word| Choice::new(word, word.replace('-', " ")));
                QuestionKind::One(choices.chain(skip).collect())
            }
            FieldType::List | FieldType::Words => QuestionKind::List,
            FieldType::Text => QuestionKind::Text,
            FieldType::Line(LineSyntax::Free) => QuestionKind::Line,
            FieldType::Line(_) | FieldType::Yes => QuestionKind::Value,
        };
        FormQuestion {
            key: self.key,
            label: words::capitalize(&words::field_label(self.key).replace('_', " ")),
            ask: self.ask.to_owned(),
            example: self.example,
            kind,
            known: (!known.is_empty()).then(|| FormAnswer::from_texts(known)),
            is_required: self.is_required,
            is_clearable: false,
            prefix: None,
            suggest: None,
            understood: match self.line_syntax() {
                Some(LineSyntax::Zone) => Some(zone_name),
                _ => None,
            },
            is_gate: false,
            option: self.flag_name(),
        }
    }
}

impl FormQuestion {
    /// Creates a question whether to continue with the questions after it.
    pub fn gate(
        ask: impl Into<String>,
        label: impl Into<String>,
        no: impl Into<String>,
        yes: impl Into<String>,
    ) -> FormQuestion {
        FormQuestion {
            key: "",
            label: label.into(),
            ask: ask.into(),
            example: "",
            kind: QuestionKind::One(vec![Choice::new(&NO, no), Choice::new(&YES, yes)]),
            known: None,
            is_required: true,
            is_clearable: false,
            prefix: None,
            suggest: None,
            understood: None,
            is_gate: true,
            option: String::new(),
        }
    }

    #[must_use]
    pub fn kind(self, kind: QuestionKind) -> FormQuestion {
        FormQuestion { kind, ..self }
    }

    #[must_use]
    pub fn known(self, known: Option<FormAnswer>) -> FormQuestion {
        FormQuestion { known, ..self }
    }

    #[must_use]
    pub fn label(self, label: impl Into<String>) -> FormQuestion {
        FormQuestion { label: label.into(), ..self }
    }

    #[must_use]
    pub fn ask(self, ask: impl Into<String>) -> FormQuestion {
        FormQuestion { ask: ask.into(), ..self }
    }

    #[must_use]
    pub fn example(self, example: &'static str) -> FormQuestion {
        FormQuestion { example, ..self }
    }

    /// Refuses an empty answer.
    #[must_use]
    pub fn required(self) -> FormQuestion {
        FormQuestion { is_required: true, ..self }
    }

    /// Sets the function that computes the default from the earlier answers.
    #[must_use]
    pub fn suggest(self, suggest: fn(&FormValues) -> Option<FormAnswer>) -> FormQuestion {
        FormQuestion { suggest: Some(suggest), ..self }
    }

    #[must_use]
    pub fn prefix(self, prefix: impl Into<String>) -> FormQuestion {
        FormQuestion { prefix: Some(prefix.into()), ..self }
    }

    fn takes_text(&self) -> bool {
        matches!(self.kind, QuestionKind::Line | QuestionKind::Text | QuestionKind::List)
    }

    /// Makes an earlier value the default, such as one from a template.
    pub fn set_default_from(&mut self, before: &FormValues) {
        let before = self.answer_in(before);
        self.is_clearable = before.is_some();
        self.known = before.or(self.known.take());
    }

    /// Returns an empty answer. If there is a value to clear, it is an empty text, which a draft keeps too.
    fn no_answer(&self) -> FormAnswer {
        if self.is_clearable { self.describe(vec![String::new()]) } else { FormAnswer::default() }
    }

    /// Returns the answer among earlier values, such as those of a draft.
    fn answer_in(&self, values: &FormValues) -> Option<FormAnswer> {
        let texts = values.get_all(self.key).iter().map(|answer| answer.text.clone());
        let texts: Vec<String> = match &self.prefix {
            Some(prefix) => texts.filter(|text| text.starts_with(prefix)).collect(),
            None => texts.collect(),
        };
        (!texts.is_empty()).then(|| self.describe(texts))
    }

    /// Whether these values answer the question.
    pub fn is_answered_in(&self, values: &FormValues) -> bool {
        self.answer_in(values).is_some()
    }

    /// Returns an answer with the text that shows it.
    fn describe(&self, texts: Vec<String>) -> FormAnswer {
        if !texts.is_empty() && texts.iter().all(String::is_empty) {
            return FormAnswer::new(&"", CLEARED);
        }
        let text_of = |value: &String| match &self.kind {
            QuestionKind::One(choices) | QuestionKind::Several(choices) => {
                let found = choices.iter().find(|choice| choice.value == *value);
                found.map_or_else(|| value.clone(), |choice| choice.words.clone())
            }
            _ if let Some(shown) = self.understood.and_then(|understood| understood(value)) => {
                shown
            }
            _ => match &self.prefix {
                Some(prefix) => value.strip_prefix(prefix.as_str()).unwrap_or(value).to_owned(),
                None => value.clone(),
            },
        };
        let shown: Vec<String> = texts.iter().map(text_of).collect();
        FormAnswer { shown: shown.join("; "), texts }
    }
}

fn zone_name(typed: &str) -> Option<String> {
    zone::parse(typed).ok().map(|zone| zone.name().to_owned())
}

impl Form {
    /// Returns the questions of the prompted fields, in order. `replaced` has other questions, or none, for some
    /// fields.
    pub fn questions(
        &self,
        before: &FormValues,
        mut replaced: Vec<(&'static str, Vec<FormQuestion>)>,
    ) -> Vec<FormQuestion> {
        let mut questions = Vec::new();
        for field in self.fields {
            let index = replaced.iter().position(|(key, _)| *key == field.key);
            if let Some(index) = index {
                questions.extend(replaced.swap_remove(index).1);
            } else if field.is_prompted {
                questions.push(field.as_question(before));
            }
        }
        questions
    }

    /// Returns the question of a field, prompted or not.
    pub fn question(&self, key: &str) -> Option<FormQuestion> {
        let field = self.field(key)?;
        Some(field.as_question(&FormValues::default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answered_zone_is_shown_by_its_name_however_it_was_typed() {
        let question = Field::zone("tz", "Where are you?", "Europe/London");
        let question = question.as_question(&FormValues::default());
        for typed in ["bogota", "America/Bogota", "america/bogota"] {
            let answer = question.describe(vec![typed.to_owned()]);
            assert_eq!((answer.shown.as_str(), &*answer.texts[0]), ("America/Bogota", typed));
        }
        assert_eq!(question.describe(vec!["nowhere".to_owned()]).shown, "nowhere");
    }
}
