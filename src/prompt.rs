//! Questions to the user at the terminal.

mod line;
mod menu_theme;
mod numbered;
mod question_text;
mod terminal;

use std::collections::VecDeque;

use crate::error::{Failure, FailureKind, Result};

pub use terminal::Terminal;

/// A question and what is shown with it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Prompt<'q> {
    pub question: &'q str,
    /// Notes in brackets after the question, such as an example.
    pub notes: &'q [&'q str],
    /// The default, which Enter accepts, as it is shown.
    pub default: Option<&'q str>,
    /// The initial text of the line, which the user can edit.
    pub initial_text: &'q str,
    /// The number of this question and the number of all questions.
    pub place: Option<(usize, usize)>,
    /// Whether the user can go back to an earlier question.
    pub has_previous: bool,
    /// Whether it is a menu, with no answer typed on the line of the question.
    pub is_menu: bool,
}

impl<'q> Prompt<'q> {
    pub fn new(question: &'q str) -> Self {
        Prompt { question, ..Prompt::default() }
    }
}

/// How the user reacts to a question.
#[derive(Debug, PartialEq, Eq)]
pub enum Reply<T> {
    Given(T),
    /// Go back to the previous question.
    Back,
    /// Interrupted, with what was typed until then.
    Stopped(String),
}

impl<T> Reply<T> {
    /// Returns the answer of a single question, for which going back means stopping.
    fn into_answer(self) -> Result<T> {
        match self {
            Reply::Given(answer) => Ok(answer),
            Reply::Back | Reply::Stopped(_) => Err(prompt_failure()),
        }
    }
}

/// Returns the failure of an interrupted question.
pub fn prompt_failure() -> Failure {
    Failure::new(FailureKind::Stopped, "stopped").data("nothing was changed")
}

/// Typed to go back.
pub const BACK: &str = "<";

/// Asks questions, one at a time.
pub trait Prompter {
    /// Asks for a line of text and trims it.
    fn text(&mut self, prompt: Prompt<'_>) -> Result<Reply<String>>;
    /// Asks for one option; returns its position.
    fn choose_one(
        &mut self,
        prompt: Prompt<'_>,
        options: &[String],
        first: usize,
    ) -> Result<Reply<usize>>;
    /// Asks for any number of options, each initially selected or not; returns the positions of those selected.
    fn choose_several(
        &mut self,
        prompt: Prompt<'_>,
        options: &[(String, bool)],
    ) -> Result<Reply<Vec<usize>>>;
    fn confirm(&mut self, question: &str, default: bool) -> Result<bool>;
    /// Prints a message that stays on the screen.
    fn say(&mut self, text: &str) -> Result<()>;
    /// Prints what is wrong with an answer, in place of an earlier problem; erased when the question is settled.
    fn report_problem(&mut self, text: &str) -> Result<()>;
    /// Shrinks the answered question, and the problems reported for it, to one line.
    fn settle(&mut self, label: &str, answer: &str) -> Result<()>;
    /// Erases that line, to ask the question again.
    fn reopen(&mut self) -> Result<()>;

    /// Asks for a line of text; an empty answer means the default, or an empty text without one.
    fn line(&mut self, question: &str, default: Option<&str>) -> Result<String> {
        let prompt = Prompt { default, ..Prompt::new(question) };
        let typed = self.text(prompt)?.into_answer()?;
        let answer = match default {
            Some(default) if typed.is_empty() => default.to_owned(),
            _ => typed,
        };
        self.settle(question, &answer)?;
        Ok(answer)
    }

    /// Asks for one option, without going back; returns its position.
    fn choose(&mut self, question: &str, options: &[String], first: usize) -> Result<usize> {
        let index = self.choose_one(Prompt::new(question), options, first)?.into_answer()?;
        let answer = options.get(index).map_or("", String::as_str);
        self.settle(question, answer)?;
        Ok(index)
    }
}

/// The prompter without a terminal: every question fails.
pub struct NonInteractive;

impl Prompter for NonInteractive {
    fn text(&mut self, prompt: Prompt<'_>) -> Result<Reply<String>> {
        Err(no_terminal_failure(prompt.question))
    }

    fn choose_one(&mut self, prompt: Prompt<'_>, _: &[String], _: usize) -> Result<Reply<usize>> {
        Err(no_terminal_failure(prompt.question))
    }

    fn choose_several(
        &mut self,
        prompt: Prompt<'_>,
        _: &[(String, bool)],
    ) -> Result<Reply<Vec<usize>>> {
        Err(no_terminal_failure(prompt.question))
    }

    fn confirm(&mut self, question: &str, _: bool) -> Result<bool> {
        Err(no_terminal_failure(question))
    }

    fn say(&mut self, _: &str) -> Result<()> {
        Ok(())
    }

    fn report_problem(&mut self, _: &str) -> Result<()> {
        Ok(())
    }

    fn settle(&mut self, _: &str, _: &str) -> Result<()> {
        Ok(())
    }

    fn reopen(&mut self) -> Result<()> {
        Ok(())
    }
}

fn no_terminal_failure(question: &str) -> Failure {
    Failure::answer_needed(format!("can't ask without a terminal: {question}"))
}

/// Prepared answers, for tests. Confirmations are texts too, such as `y`; options are given by their text or position,
/// such as `1` or `0,2`.
pub struct ScriptedPrompter {
    answers: VecDeque<String>,
}

impl ScriptedPrompter {
    pub fn new(answers: &[&str]) -> Self {
        ScriptedPrompter { answers: answers.iter().map(|answer| (*answer).to_owned()).collect() }
    }

    fn next(&mut self, question: &str) -> Result<String> {
        self.answers.pop_front().ok_or_else(|| no_terminal_failure(question))
    }
}

impl Prompter for ScriptedPrompter {
    fn text(&mut self, prompt: Prompt<'_>) -> Result<Reply<String>> {
        let answer = self.next(prompt.question)?;
        Ok(Reply::Given(answer.trim().to_owned()))
    }

    fn choose_one(
        &mut self,
        prompt: Prompt<'_>,
        options: &[String],
        first: usize,
    ) -> Result<Reply<usize>> {
        let answer = self.next(prompt.question)?;
        if answer == BACK {
            return Ok(Reply::Back);
        }
        let by_text = options.iter().position(|option| *option == answer);
        Ok(Reply::Given(by_text.or_else(|| answer.parse().ok()).unwrap_or(first)))
    }

    fn choose_several(
        &mut self,
        prompt: Prompt<'_>,
        _: &[(String, bool)],
    ) -> Result<Reply<Vec<usize>>> {
        let answer = self.next(prompt.question)?;
        if answer == BACK {
            return Ok(Reply::Back);
        }
        let positions = answer.split(',').filter_map(|part| part.trim().parse().ok());
        Ok(Reply::Given(positions.collect()))
    }

    fn confirm(&mut self, question: &str, default: bool) -> Result<bool> {
        let answer = self.next(question)?;
        Ok(if answer.is_empty() { default } else { answer.starts_with('y') })
    }

    fn say(&mut self, _: &str) -> Result<()> {
        Ok(())
    }

    fn report_problem(&mut self, _: &str) -> Result<()> {
        Ok(())
    }

    fn settle(&mut self, _: &str, _: &str) -> Result<()> {
        Ok(())
    }

    fn reopen(&mut self) -> Result<()> {
        Ok(())
    }
}
