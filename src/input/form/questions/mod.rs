//! Asks the questions of a form one at a time, checks each answer at once, and lets the user go back.

use crate::error::{Failure, FailureKind, Result};
use crate::input::form::values::{FormValues, InputOrigin, InputText};
use crate::input::form::{Field, FieldType, Form};
use crate::prompt::{self, Prompt, Prompter, Reply};
use crate::view::page::style::{Style, paint};
use crate::view::words;

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
        Choice {
            value: value.to_string(),
            words: words.into(),
        }
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
        FormAnswer {
            texts: vec![text.to_string()],
            shown: shown.into(),
        }
    }

    fn from_texts(texts: Vec<String>) -> FormAnswer {
        FormAnswer {
            shown: texts.join("; "),
            texts,
        }
    }
}

/// What asking needs from its caller.
pub struct QuestionHooks<'o> {
    /// Checks the values so far, including the new answer.
    pub check: &'o dyn Fn(&FormValues) -> Result<()>,
    /// Whether `save` writes a draft.
    pub has_draft: bool,
    /// Saves the values so far, after each answer.
    pub save: &'o mut dyn FnMut(&FormValues),
    /// Opens the editor on a text, with the question below it.
    pub edit: &'o mut dyn FnMut(&str, &str) -> Result<String>,
}

/// Typed to give no answer where Enter would accept a default.
const NO_ANSWER: &str = "-";

/// How an answer that clears a value is shown.
const CLEARED: &str = "cleared";

/// Typed to open the editor.
const EDITOR: &str = "e";

/// The values of a gate's answer.
const NO: &str = "no";
const YES: &str = "yes";

/// Returns the keys to print once above several questions.
fn key_help(questions: &[FormQuestion], has_draft: bool) -> String {
    let mut keys = vec!["Enter accepts or skips", "Esc goes back", "- clears"];
    if questions.iter().any(FormQuestion::takes_text) && has_draft {
        keys.push("e edits");
    }
    keys.push(if has_draft {
        "Ctrl-C saves a draft"
    } else {
        "Ctrl-C stops"
    });
    keys.join(", ")
}

impl Field {
    /// Returns the question of this field, with its known value as the default.
    pub fn as_question(&self, before: &FormValues) -> FormQuestion {
        let known: Vec<String> = before
            .get_all(self.key)
            .iter()
            .map(|answer| answer.text.clone())
            .collect();
        let is_free = matches!(self.value, "TEXT" | "TITLE" | "NAME");
        let kind = match self.field_type {
            _ if !self.choices.is_empty() => {
                let skip = (!self.is_required).then(|| Choice::new(&"", "(skip)"));
                let choices = self
                    .choices
                    .iter()
                    .map(|word| Choice::new(word, word.replace('-', " ")));
                QuestionKind::One(choices.chain(skip).collect())
            }
            FieldType::List | FieldType::Words => QuestionKind::List,
            FieldType::Text => QuestionKind::Text,
            FieldType::Line if is_free => QuestionKind::Line,
            FieldType::Line | FieldType::Yes => QuestionKind::Value,
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
        FormQuestion {
            label: label.into(),
            ..self
        }
    }

    #[must_use]
    pub fn ask(self, ask: impl Into<String>) -> FormQuestion {
        FormQuestion {
            ask: ask.into(),
            ..self
        }
    }

    #[must_use]
    pub fn example(self, example: &'static str) -> FormQuestion {
        FormQuestion { example, ..self }
    }

    /// Sets the function that computes the default from the earlier answers.
    #[must_use]
    pub fn suggest(self, suggest: fn(&FormValues) -> Option<FormAnswer>) -> FormQuestion {
        FormQuestion {
            suggest: Some(suggest),
            ..self
        }
    }

    #[must_use]
    pub fn prefix(self, prefix: impl Into<String>) -> FormQuestion {
        FormQuestion {
            prefix: Some(prefix.into()),
            ..self
        }
    }

    fn takes_text(&self) -> bool {
        matches!(
            self.kind,
            QuestionKind::Line | QuestionKind::Text | QuestionKind::List
        )
    }

    /// Makes an earlier value the default, such as one from a template.
    pub fn set_default_from(&mut self, before: &FormValues) {
        let before = self.answer_in(before);
        self.is_clearable = before.is_some();
        self.known = before.or(self.known.take());
    }

    /// Returns an empty answer. If there is a value to clear, it is an empty text, which a draft keeps too.
    fn no_answer(&self) -> FormAnswer {
        if self.is_clearable {
            self.describe(vec![String::new()])
        } else {
            FormAnswer::default()
        }
    }

    /// Returns the answer among earlier values, such as those of a draft.
    fn answer_in(&self, values: &FormValues) -> Option<FormAnswer> {
        let texts = values
            .get_all(self.key)
            .iter()
            .map(|answer| answer.text.clone());
        let texts: Vec<String> = match &self.prefix {
            Some(prefix) => texts.filter(|text| text.starts_with(prefix)).collect(),
            None => texts.collect(),
        };
        (!texts.is_empty()).then(|| self.describe(texts))
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
            _ => match &self.prefix {
                Some(prefix) => value
                    .strip_prefix(prefix.as_str())
                    .unwrap_or(value)
                    .to_owned(),
                None => value.clone(),
            },
        };
        let shown: Vec<String> = texts.iter().map(text_of).collect();
        FormAnswer {
            shown: shown.join("; "),
            texts,
        }
    }
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

/// Asks for what is not given yet. A refused answer is asked again, and so is an empty one if it is required.
/// `answered`
/// holds the answers of a draft; asking continues after them.
pub fn ask(
    questions: Vec<FormQuestion>,
    prompter: &mut dyn Prompter,
    given: &FormValues,
    answered: &FormValues,
    hooks: &mut QuestionHooks<'_>,
) -> Result<FormValues> {
    let questions: Vec<FormQuestion> = questions
        .into_iter()
        .filter(|question| given.get_all(question.key).is_empty())
        .collect();
    let mut answers: Vec<Option<FormAnswer>> = questions
        .iter()
        .map(|question| question.answer_in(answered))
        .collect();
    let last = answers.iter().rposition(Option::is_some).unwrap_or(0);
    for (question, answer) in questions.iter().zip(&mut answers).take(last) {
        if question.is_gate {
            *answer = Some(question.describe(vec![YES.to_owned()]));
        }
    }
    let mut session = QuestionSession {
        position: answers
            .iter()
            .rposition(Option::is_some)
            .map_or(0, |index| index + 1),
        initial_text: String::new(),
        questions,
        answers,
        given,
        prompter,
        hooks,
    };
    if session.questions.len() > 1 {
        let help = key_help(&session.questions, session.hooks.has_draft);
        session.prompter.say(&paint(Style::Dim, &help))?;
    }
    session.reopen_refused();
    for index in 0..session.position {
        session.settle(index)?;
    }
    while session.position < session.end() {
        session.ask_next()?;
    }
    Ok(session.values())
}

/// The state of asking the questions of a form.
struct QuestionSession<'w, 'o> {
    questions: Vec<FormQuestion>,
    answers: Vec<Option<FormAnswer>>,
    /// Index of the current question.
    position: usize,
    /// The initial text of the first question's line: the part that a draft holds of a refused or unfinished answer.
    initial_text: String,
    given: &'w FormValues,
    prompter: &'w mut dyn Prompter,
    hooks: &'w mut QuestionHooks<'o>,
}

/// How the user leaves a question.
enum StepOutcome {
    Answered(FormAnswer),
    Back,
}

impl QuestionSession<'_, '_> {
    fn question(&self) -> &FormQuestion {
        &self.questions[self.position]
    }

    /// Returns the index after the last question to ask: all of them, or up to the first gate without a yes.
    fn end(&self) -> usize {
        let is_open = |answer: &FormAnswer| answer.texts.iter().any(|text| text == YES);
        let mut answered = self.questions.iter().zip(&self.answers);
        let gate = answered.position(|(question, answer)| {
            question.is_gate && !answer.as_ref().is_some_and(is_open)
        });
        gate.map_or(self.questions.len(), |index| index + 1)
    }

    /// Returns all values so far.
    fn values(&self) -> FormValues {
        self.values_with(self.answers.len(), &[])
    }

    /// Returns all values, with `texts` as the answer of the question at `place`.
    fn values_with(&self, index: usize, texts: &[String]) -> FormValues {
        let mut values = self.given.clone();
        let questions = self.questions.iter().enumerate().take(self.end());
        for (number, question) in questions.filter(|(_, question)| !question.is_gate) {
            let own_texts = match &self.answers[number] {
                _ if number == index => texts,
                Some(answer) => &answer.texts,
                None => continue,
            };
            let mut all_texts = values.get_all(question.key).to_vec();
            let is_cleared = question.is_clearable && own_texts.iter().all(String::is_empty);
            all_texts.extend(
                own_texts
                    .iter()
                    .filter(|text| is_cleared || !text.is_empty())
                    .map(|text| InputText {
                        text: text.clone(),
                        origin: InputOrigin::Question,
                    }),
            );
            values.set(question.key, all_texts);
        }
        values
    }

    /// Returns to the first answer of a draft that the check refuses, and puts its text into the line again.
    fn reopen_refused(&mut self) {
        let mut remaining = std::mem::take(&mut self.answers);
        self.answers.resize(remaining.len(), None);
        for (index, answer) in remaining.iter_mut().enumerate().take(self.position) {
            self.answers[index] = answer.take();
            let Err(_) = (self.hooks.check)(&self.values()) else {
                continue;
            };
            let refused = self.answers[index].take();
            self.initial_text = refused.map(|answer| answer.shown).unwrap_or_default();
            self.position = index;
            break;
        }
        for (answer, rest) in self.answers.iter_mut().zip(remaining) {
            *answer = answer.take().or(rest);
        }
    }

    fn settle(&mut self, index: usize) -> Result<()> {
        let shown = self.answers[index]
            .as_ref()
            .map_or("", |answer| &answer.shown);
        self.prompter.settle(&self.questions[index].label, shown)
    }

    /// Asks the current question until it is answered or the user goes back.
    fn ask_next(&mut self) -> Result<()> {
        let known = self.answers[self.position].clone();
        let known = known.or_else(|| self.question().known.clone());
        let known = known.or_else(|| (self.question().suggest?)(&self.values()));
        let known = known.filter(|known| !known.shown.is_empty());
        let outcome = match self.question().kind.clone() {
            QuestionKind::One(choices) => self.ask_one(&choices, known.as_ref())?,
            QuestionKind::Several(choices) => self.ask_several(&choices, known.as_ref())?,
            QuestionKind::List => self.ask_list(known.as_ref())?,
            _ => self.ask_line(known)?,
        };
        match outcome {
            StepOutcome::Answered(answer) => {
                self.answers[self.position] = Some(answer);
                let values = self.values();
                (self.hooks.save)(&values);
                self.settle(self.position)?;
                self.position += 1;
            }
            StepOutcome::Back if self.position == 0 => {
                self.prompter.report_problem("this is the first question")?;
            }
            StepOutcome::Back => {
                self.position -= 1;
                self.prompter.reopen()?;
            }
        }
        Ok(())
    }

    /// Reports what is wrong with an answer; returns false if it is valid.
    fn report_if_refused(&mut self, texts: &[String]) -> Result<bool> {
        if self.question().is_required && texts.iter().all(|text| text.trim().is_empty()) {
            self.prompter
                .report_problem("an answer is required (Ctrl-C to stop)")?;
            return Ok(true);
        }
        let values = self.values_with(self.position, texts);
        match (self.hooks.check)(&values) {
            Ok(()) => Ok(false),
            Err(failure) if failure.is_typo() => {
                self.report_failure(&failure)?;
                Ok(true)
            }
            Err(failure) => Err(failure),
        }
    }

    fn report_failure(&mut self, failure: &Failure) -> Result<()> {
        self.prompter.report_problem(&format!("{failure}"))?;
        for hint in &failure.hints {
            self.prompter.report_problem(&format!("  {hint}"))?;
        }
        Ok(())
    }

    fn prompt<'q>(&self, ask: &'q str, notes: &'q [&'q str], known: Option<&'q str>) -> Prompt<'q> {
        Prompt {
            question: ask,
            notes,
            default: known,
            initial_text: "",
            place: (self.questions.len() > 1).then_some((self.position + 1, self.end())),
            has_previous: self.position > 0,
            is_menu: false,
        }
    }

    fn with_option_hint(&self, reply: Result<Reply<String>>) -> Result<Reply<String>> {
        reply.map_err(|failure| self.add_option_hint(failure))
    }

    fn add_option_hint(&self, failure: Failure) -> Failure {
        match failure.kind {
            FailureKind::AnswerNeeded if !self.question().is_gate => {
                failure.hint(format!("give it with `--{}`", self.question().option))
            }
            _ => failure,
        }
    }

    /// Saves what was typed before the interrupt, and fails.
    fn save_and_stop<T>(&mut self, mut texts: Vec<String>, partial: String) -> Result<T> {
        texts.extend((!partial.is_empty()).then_some(partial));
        if !texts.is_empty() {
            let values = self.values_with(self.position, &texts);
            (self.hooks.save)(&values);
        }
        Err(prompt::prompt_failure())
    }

    fn ask_line(&mut self, mut known: Option<FormAnswer>) -> Result<StepOutcome> {
        let question = self.question().clone();
        let example = format!("e.g. {}", question.example);
        let notes = [&*example];
        let mut initial_text = std::mem::take(&mut self.initial_text);
        loop {
            let shown = known.as_ref().map(|known| known.shown.as_str());
            let prompt = Prompt {
                initial_text: &initial_text,
                ..self.prompt(&question.ask, &notes, shown)
            };
            let reply = self.prompter.text(prompt);
            let typed = match self.with_option_hint(reply)? {
                Reply::Given(typed) => typed,
                Reply::Back => return Ok(StepOutcome::Back),
                Reply::Stopped(partial) => {
                    let partial = Self::with_prefix(&question, partial);
                    return self.save_and_stop(Vec::new(), partial);
                }
            };
            let answer = match (typed.as_str(), &known) {
                (prompt::BACK, _) => return Ok(StepOutcome::Back),
                ("", Some(known)) => known.clone(),
                ("" | NO_ANSWER, _) => question.no_answer(),
                (EDITOR, _) if question.takes_text() && self.hooks.has_draft => {
                    let text = known.as_ref().and_then(|known| known.texts.first());
                    let text = text.cloned().unwrap_or_default();
                    let Some(text) = self.edit_text(&text)? else {
                        continue;
                    };
                    FormAnswer::from_texts(vec![text])
                }
                _ => question.describe(vec![Self::with_prefix(&question, typed.clone())]),
            };
            if !self.report_if_refused(&answer.texts)? {
                return Ok(StepOutcome::Answered(answer));
            }
            // A refused text is put into the line again for correction.
            if answer.shown.contains('\n') {
                known = Some(answer);
            } else if !typed.is_empty() {
                initial_text = typed;
            }
        }
    }

    fn with_prefix(question: &FormQuestion, typed: String) -> String {
        match &question.prefix {
            Some(prefix) if !typed.is_empty() && !typed.starts_with(prefix.as_str()) => {
                format!("{prefix}{typed}")
            }
            _ => typed,
        }
    }

    /// Opens the editor on a text. `None`: it could not be opened, or the text is empty.
    fn edit_text(&mut self, text: &str) -> Result<Option<String>> {
        let ask = self.question().ask.clone();
        match (self.hooks.edit)(text, &ask) {
            Ok(text) if text.trim().is_empty() => Ok(None),
            Ok(text) => Ok(Some(text.trim().to_owned())),
            Err(failure) => {
                self.report_failure(&failure)?;
                Ok(None)
            }
        }
    }

    /// Asks for list entries one by one. They are added to the known ones.
    fn ask_list(&mut self, known: Option<&FormAnswer>) -> Result<StepOutcome> {
        let question = self.question().clone();
        let example = format!("e.g. {}", question.example);
        let notes = [&*example, "Enter to finish"];
        let mut texts: Vec<String> = known.map_or_else(Vec::new, |known| known.texts.clone());
        let mut initial_text = std::mem::take(&mut self.initial_text);
        // Whether an entry was added, so that the question has been settled once.
        let mut is_settled = false;
        loop {
            let shown = known
                .filter(|_| !is_settled)
                .map(|known| known.shown.as_str());
            let (ask, notes) = if is_settled {
                ("and?", &[][..])
            } else {
                (question.ask.as_str(), &notes[..])
            };
            let prompt = Prompt {
                initial_text: &initial_text,
                ..self.prompt(ask, notes, shown)
            };
            let reply = self.prompter.text(prompt);
            let typed = match self.with_option_hint(reply)? {
                Reply::Given(typed) => typed,
                Reply::Back => prompt::BACK.to_owned(),
                Reply::Stopped(partial) => return self.save_and_stop(texts, partial),
            };
            let new = match typed.as_str() {
                "" => texts.clone(),
                NO_ANSWER => question.no_answer().texts,
                prompt::BACK => {
                    if is_settled {
                        self.answers[self.position] = Some(question.describe(texts));
                        self.prompter.reopen()?;
                    }
                    return Ok(StepOutcome::Back);
                }
                EDITOR => {
                    let Some(text) = self.edit_text(&texts.join("\n"))? else {
                        continue;
                    };
                    let lines = text.lines().map(str::trim);
                    let lines = lines.filter(|line| !line.is_empty());
                    lines.map(str::to_owned).collect()
                }
                typed => {
                    let filled = texts.iter().filter(|text| !text.is_empty());
                    filled.cloned().chain([typed.to_owned()]).collect()
                }
            };
            if self.report_if_refused(&new)? {
                if !["", NO_ANSWER, EDITOR].contains(&typed.as_str()) {
                    initial_text = typed;
                }
                continue;
            }
            if is_settled {
                self.prompter.reopen()?;
            }
            if typed.is_empty() || typed == NO_ANSWER {
                return Ok(StepOutcome::Answered(question.describe(new)));
            }
            self.prompter.settle(&question.label, &new.join("; "))?;
            (texts, initial_text, is_settled) = (new, String::new(), true);
        }
    }

    fn ask_one(&mut self, choices: &[Choice], known: Option<&FormAnswer>) -> Result<StepOutcome> {
        let question = self.question().clone();
        let words: Vec<String> = choices.iter().map(|choice| choice.words.clone()).collect();
        let known = known.and_then(|known| known.texts.first());
        let is_known = |choice: &Choice| Some(&choice.value) == known;
        let first = match choices.iter().position(is_known) {
            Some(index) => index,
            None if question.is_required => 0,
            None => choices.len().saturating_sub(1),
        };
        loop {
            let prompt = self.prompt(&question.ask, &[], None);
            let reply = self.prompter.choose_one(prompt, &words, first);
            let index = match reply.map_err(|failure| self.add_option_hint(failure))? {
                Reply::Given(index) => index,
                Reply::Back => return Ok(StepOutcome::Back),
                Reply::Stopped(_) => return self.save_and_stop(Vec::new(), String::new()),
            };
            let chosen = choices.get(index).filter(|choice| !choice.value.is_empty());
            let answer = chosen.map_or_else(
                || question.no_answer(),
                |choice| FormAnswer::new(&choice.value, choice.words.clone()),
            );
            if !self.report_if_refused(&answer.texts)? {
                return Ok(StepOutcome::Answered(answer));
            }
        }
    }

    fn ask_several(
        &mut self,
        choices: &[Choice],
        known: Option<&FormAnswer>,
    ) -> Result<StepOutcome> {
        let question = self.question().clone();
        let is_known =
            |choice: &Choice| known.is_some_and(|known| known.texts.contains(&choice.value));
        let options: Vec<(String, bool)> = choices
            .iter()
            .map(|choice| (choice.words.clone(), is_known(choice)))
            .collect();
        loop {
            let prompt = self.prompt(&question.ask, &[], None);
            let reply = self.prompter.choose_several(prompt, &options);
            let selected = match reply.map_err(|failure| self.add_option_hint(failure))? {
                Reply::Given(selected) => selected,
                Reply::Back => return Ok(StepOutcome::Back),
                Reply::Stopped(_) => return self.save_and_stop(Vec::new(), String::new()),
            };
            let chosen = selected.into_iter().filter_map(|index| choices.get(index));
            let texts: Vec<String> = chosen.map(|choice| choice.value.clone()).collect();
            if !self.report_if_refused(&texts)? {
                return Ok(StepOutcome::Answered(question.describe(texts)));
            }
        }
    }
}
