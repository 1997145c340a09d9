//! Questions to whoever sits at the terminal.

mod line;
mod menu_theme;
mod terminal;

use std::collections::VecDeque;

use crate::error::{Failure, FailureKind, Result};

pub use terminal::Terminal;

/// A question, and what is shown with it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Prompt<'q> {
    pub question: &'q str,
    /// Shown in brackets after the question, such as an example.
    pub notes: &'q [&'q str],
    /// What Enter gives, as it is shown.
    pub default: Option<&'q str>,
    /// What the line holds to begin with.
    pub begun: &'q str,
    /// Which of how many questions this is.
    pub place: Option<(usize, usize)>,
    /// Whether there is a question to go back to.
    pub has_previous: bool,
    /// Whether rows are chosen below it and nothing is typed beside it.
    pub is_menu: bool,
}

impl<'q> Prompt<'q> {
    pub fn new(question: &'q str) -> Self {
        Prompt {
            question,
            ..Prompt::default()
        }
    }
}

/// What came of a question.
#[derive(Debug, PartialEq, Eq)]
pub enum Reply<T> {
    Given(T),
    /// Back to the question before.
    Back,
    /// Interrupted, with what was typed until then.
    Stopped(String),
}

impl<T> Reply<T> {
    /// The answer of a question that stands alone.
    fn alone(self) -> Result<T> {
        match self {
            Reply::Given(answer) => Ok(answer),
            Reply::Back | Reply::Stopped(_) => Err(prompt_failure()),
        }
    }
}

/// The failure of an interrupted question.
pub fn prompt_failure() -> Failure {
    Failure::new(FailureKind::Stopped, "stopped").data("nothing was changed")
}

/// What is typed to go back.
pub const BACK: &str = "<";

/// Asks, one question at a time.
pub trait Prompter {
    /// A line as it was typed, without spaces around it.
    fn text(&mut self, prompt: Prompt<'_>) -> Result<Reply<String>>;
    /// One of several; returns its position.
    fn choose_one(
        &mut self,
        prompt: Prompt<'_>,
        options: &[String],
        first: usize,
    ) -> Result<Reply<usize>>;
    /// Any of several, each ticked or not to begin with; returns the positions of those that end ticked.
    fn choose_several(
        &mut self,
        prompt: Prompt<'_>,
        options: &[(String, bool)],
    ) -> Result<Reply<Vec<usize>>>;
    fn confirm(&mut self, question: &str, default: bool) -> Result<bool>;
    /// A warning that stays on the screen.
    fn say(&mut self, text: &str) -> Result<()>;
    /// What is wrong with an answer; gone when the question is settled.
    fn report_problem(&mut self, text: &str) -> Result<()>;
    /// Shrinks the question that was just answered, and the warnings on it, to one line.
    fn settle(&mut self, label: &str, answer: &str) -> Result<()>;
    /// Removes that line again, to ask the question once more.
    fn reopen(&mut self) -> Result<()>;

    /// A line of text; an empty answer is the default, or empty without one.
    fn line(&mut self, question: &str, default: Option<&str>) -> Result<String> {
        let prompt = Prompt {
            default,
            ..Prompt::new(question)
        };
        let typed = self.text(prompt)?.alone()?;
        let answer = match default {
            Some(default) if typed.is_empty() => default.to_owned(),
            _ => typed,
        };
        self.settle(question, &answer)?;
        Ok(answer)
    }

    /// One of several, without a way back; returns its position.
    fn choose(&mut self, question: &str, options: &[String], first: usize) -> Result<usize> {
        let at = self
            .choose_one(Prompt::new(question), options, first)?
            .alone()?;
        let answer = options.get(at).map_or("", String::as_str);
        self.settle(question, answer)?;
        Ok(at)
    }
}

/// Nobody is there: every question is a failure.
pub struct NonInteractive;

impl Prompter for NonInteractive {
    fn text(&mut self, prompt: Prompt<'_>) -> Result<Reply<String>> {
        Err(no_terminal(prompt.question))
    }

    fn choose_one(&mut self, prompt: Prompt<'_>, _: &[String], _: usize) -> Result<Reply<usize>> {
        Err(no_terminal(prompt.question))
    }

    fn choose_several(
        &mut self,
        prompt: Prompt<'_>,
        _: &[(String, bool)],
    ) -> Result<Reply<Vec<usize>>> {
        Err(no_terminal(prompt.question))
    }

    fn confirm(&mut self, question: &str, _: bool) -> Result<bool> {
        Err(no_terminal(question))
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

fn no_terminal(question: &str) -> Failure {
    Failure::answer_needed(format!("can't ask without a terminal: {question}"))
}

/// Answers written beforehand, for tests. Yes or no are written as text too, `y`, and what is chosen by its words or
/// its position: `1`, `0,2`.
pub struct ScriptedPrompter {
    answers: VecDeque<String>,
}

impl ScriptedPrompter {
    pub fn new(answers: &[&str]) -> Self {
        ScriptedPrompter {
            answers: answers.iter().map(|answer| (*answer).to_owned()).collect(),
        }
    }

    fn next(&mut self, question: &str) -> Result<String> {
        self.answers
            .pop_front()
            .ok_or_else(|| no_terminal(question))
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
        let named = options.iter().position(|option| *option == answer);
        Ok(Reply::Given(
            named.or_else(|| answer.parse().ok()).unwrap_or(first),
        ))
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
        let ticked = answer
            .split(',')
            .filter_map(|part| part.trim().parse().ok());
        Ok(Reply::Given(ticked.collect()))
    }

    fn confirm(&mut self, question: &str, default: bool) -> Result<bool> {
        let answer = self.next(question)?;
        Ok(if answer.is_empty() {
            default
        } else {
            answer.starts_with('y')
        })
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
