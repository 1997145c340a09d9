//! Asks the questions of a form one at a time, checks each answer at once, and lets the user go back.

use crate::error::{Failure, FailureKind, Result};
use crate::input::form::questions::{FormAnswer, FormQuestion, QuestionKind, YES};
use crate::input::form::values::{FormValues, InputOrigin, InputText};
use crate::prompt::{self, Prompt, Prompter, Reply};
use crate::view::page::style::{Style, paint};

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

/// Returns the keys to print once above several questions.
fn key_help(questions: &[FormQuestion], has_draft: bool) -> String {
    let mut keys = vec!["Enter accepts or skips", "Esc goes back", "- clears"];
    if questions.iter().any(FormQuestion::takes_text) && has_draft {
        keys.push("e edits");
    }
    keys.push(if has_draft { "Ctrl-C saves a draft" } else { "Ctrl-C stops" });
    // A line breaks between the keys only.
    keys.join(", ").replace(' ', "\u{a0}").replace(",\u{a0}", ", ")
}

/// Asks for the values that are missing, and again for an answer that is refused, or empty though it is required.
/// `answered` holds the answers of a draft; asking continues after them.
pub fn ask(
    questions: Vec<FormQuestion>,
    prompter: &mut dyn Prompter,
    given: &FormValues,
    answered: &FormValues,
    hooks: &mut QuestionHooks<'_>,
) -> Result<FormValues> {
    let questions: Vec<FormQuestion> =
        questions.into_iter().filter(|question| given.get_all(question.key).is_empty()).collect();
    let mut answers: Vec<Option<FormAnswer>> =
        questions.iter().map(|question| question.answer_in(answered)).collect();
    let last = answers.iter().rposition(Option::is_some).unwrap_or(0);
    for (question, answer) in questions.iter().zip(&mut answers).take(last) {
        if question.is_gate {
            *answer = Some(question.describe(vec![YES.to_owned()]));
        }
    }
    let mut session = QuestionSession {
        position: answers.iter().rposition(Option::is_some).map_or(0, |index| index + 1),
        initial_text: String::new(),
        questions,
        answers,
        given,
        prompter,
        hooks,
    };
    if session.has_key_help() {
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
pub(super) struct QuestionSession<'w, 'o> {
    questions: Vec<FormQuestion>,
    pub(super) answers: Vec<Option<FormAnswer>>,
    /// Index of the current question.
    pub(super) position: usize,
    /// The initial text of the first question's line: the part that a draft holds of a refused or unfinished answer.
    pub(super) initial_text: String,
    given: &'w FormValues,
    pub(super) prompter: &'w mut dyn Prompter,
    pub(super) hooks: &'w mut QuestionHooks<'o>,
}

/// How the user leaves a question.
pub(super) enum StepOutcome {
    Answered(FormAnswer),
    Back,
}

impl QuestionSession<'_, '_> {
    /// Whether the keys are explained once above the questions.
    pub(super) fn has_key_help(&self) -> bool {
        self.questions.len() > 1
    }

    pub(super) fn question(&self) -> &FormQuestion {
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
                    .map(|text| InputText { text: text.clone(), origin: InputOrigin::Question }),
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
            if let Some(refused) = self.answers[index].take() {
                (self.answers[index], self.initial_text) = self.split_refused(index, refused);
            }
            self.position = index;
            break;
        }
        for (answer, rest) in self.answers.iter_mut().zip(remaining) {
            *answer = answer.take().or(rest);
        }
    }

    /// Splits a refused answer into the entries of a list that the check accepts, and the text to put into the line.
    fn split_refused(&self, index: usize, refused: FormAnswer) -> (Option<FormAnswer>, String) {
        let question = &self.questions[index];
        if !matches!(question.kind, QuestionKind::List) {
            return (None, refused.shown);
        }
        let is_accepted = |count: &usize| {
            let values = self.values_with(index, &refused.texts[..*count]);
            (self.hooks.check)(&values).is_ok()
        };
        let count = (0..refused.texts.len()).rev().find(is_accepted).unwrap_or(0);
        let (accepted, rest) = refused.texts.split_at(count);
        let accepted = (count > 0).then(|| question.describe(accepted.to_vec()));
        (accepted, question.describe(rest.to_vec()).shown)
    }

    fn settle(&mut self, index: usize) -> Result<()> {
        let shown = self.answers[index].as_ref().map_or("", |answer| &answer.shown);
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
    pub(super) fn report_if_refused(&mut self, texts: &[String]) -> Result<bool> {
        if self.question().is_required && texts.iter().all(|text| text.trim().is_empty()) {
            self.prompter.report_problem("an answer is required (Ctrl-C to stop)")?;
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

    pub(super) fn report_failure(&mut self, failure: &Failure) -> Result<()> {
        let hints = failure.hints.iter().map(|hint| format!("\n  {hint}"));
        self.prompter.report_problem(&format!("{failure}{}", hints.collect::<String>()))
    }

    pub(super) fn prompt<'q>(
        &self,
        ask: &'q str,
        notes: &'q [&'q str],
        known: Option<&'q str>,
    ) -> Prompt<'q> {
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

    pub(super) fn with_option_hint(&self, reply: Result<Reply<String>>) -> Result<Reply<String>> {
        reply.map_err(|failure| self.add_option_hint(failure))
    }

    pub(super) fn add_option_hint(&self, failure: Failure) -> Failure {
        match failure.kind {
            FailureKind::AnswerNeeded if !self.question().is_gate => {
                failure.hint(format!("give it with `--{}`", self.question().option))
            }
            _ => failure,
        }
    }

    /// Saves what was typed before the interrupt, and fails.
    pub(super) fn save_and_stop<T>(
        &mut self,
        mut texts: Vec<String>,
        partial: String,
    ) -> Result<T> {
        texts.extend((!partial.is_empty()).then_some(partial));
        if !texts.is_empty() {
            let values = self.values_with(self.position, &texts);
            (self.hooks.save)(&values);
        }
        Err(prompt::prompt_failure())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::form::Field;
    use crate::view::page::wrap::wrap;

    #[test]
    fn line_of_keys_breaks_between_keys_only() {
        let question = Field::text("notes", "What did you talk about?", "Scope");
        let questions = [question.as_question(&FormValues::default())];
        let keys = "Enter accepts or skips, Esc goes back, - clears, e edits, Ctrl-C saves a draft";
        for columns in 25..80 {
            let lines = wrap(&key_help(&questions, true), Some(columns)).replace('\u{a0}', " ");
            let lines: Vec<&str> = lines.lines().collect();
            assert_eq!(lines.join(" "), keys);
            let (_, broken) = lines.split_last().unwrap();
            assert!(broken.iter().all(|line| line.ends_with(',')), "{lines:?}");
        }
    }
}
