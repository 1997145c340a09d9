//! Questions to whoever sits at the terminal. The one file that knows dialoguer.

use std::collections::VecDeque;

use dialoguer::theme::{ColorfulTheme, SimpleTheme, Theme};
use dialoguer::{Confirm, Input, MultiSelect, Select};

use crate::error::{Failure, FailureKind, Result};
use crate::interrupt::defer_sigint;
use crate::view::style;

/// Asks, one question at a time.
pub trait Prompter {
    /// A line of text; an empty answer is the default, or empty without one. The notes are told beside the question, as
    /// many of the last ones as there is room for.
    fn noted(&mut self, question: &str, notes: &[&str], default: Option<&str>) -> Result<String>;

    /// As `noted`, without notes.
    fn line(&mut self, question: &str, default: Option<&str>) -> Result<String> {
        self.noted(question, &[], default)
    }

    /// One of several; returns its position.
    fn choose(&mut self, question: &str, options: &[String], default: usize) -> Result<usize>;
    /// Any of several, each ticked or not to begin with; returns the positions of those that end ticked.
    fn tick(&mut self, question: &str, options: &[(String, bool)]) -> Result<Vec<usize>>;
    fn confirm(&mut self, question: &str, default: bool) -> Result<bool>;
    /// A remark between two questions.
    fn say(&mut self, text: &str) -> Result<()>;
}

/// The terminal, through stderr, so that the answer on stdout stays clean.
pub struct Terminal {
    theme: Box<dyn Theme>,
}

impl Terminal {
    pub fn new(color: bool) -> Self {
        let theme: Box<dyn Theme> = if color {
            Box::new(ColorfulTheme::default())
        } else {
            Box::new(SimpleTheme)
        };
        Terminal { theme }
    }
}

fn clean(text: &str) -> String {
    style::render(text, false)
}

/// A question that runs over the line is drawn twice when it is answered: notes stay away where they would make it so.
fn beside(question: &str, notes: &[&str], room: usize) -> String {
    let fits = |notes: &&[&str]| style::width(&with(question, notes)) <= room;
    let mut fewer = (0..notes.len()).map(|from| &notes[from..]);
    fewer
        .find(fits)
        .map_or_else(|| question.to_owned(), |notes| with(question, notes))
}

fn with(question: &str, notes: &[&str]) -> String {
    format!("{question} ({})", notes.join("; "))
}

/// Columns of the signs around a question.
const SIGNS: usize = 6;

/// Columns for the beginning of an answer.
const ANSWER: usize = 10;

/// Columns of the terminal but for some.
fn room(taken: usize) -> usize {
    let (_, width) = dialoguer::console::Term::stderr().size();
    usize::from(width).saturating_sub(taken)
}

fn stopped(error: &dialoguer::Error) -> Failure {
    let terminal = dialoguer::console::Term::stderr();
    let _ = terminal
        .show_cursor()
        .and_then(|()| terminal.write_line(""));
    let dialoguer::Error::IO(error) = error;
    match error.kind() {
        std::io::ErrorKind::Interrupted => {
            Failure::new(FailureKind::Stopped, "stopped").data("nothing was changed")
        }
        _ => Failure::answer_needed(format!("the terminal can't be asked: {error}")),
    }
}

impl Prompter for Terminal {
    fn noted(&mut self, question: &str, notes: &[&str], default: Option<&str>) -> Result<String> {
        let mut input = Input::<String>::with_theme(&*self.theme)
            .with_prompt(clean(&beside(question, notes, room(SIGNS + ANSWER))))
            .allow_empty(true);
        if let Some(default) = default {
            input = input.default(default.to_owned());
        }
        defer_sigint(|| input.interact_text()).map_err(|error| stopped(&error))
    }

    fn choose(&mut self, question: &str, options: &[String], default: usize) -> Result<usize> {
        let options: Vec<String> = options.iter().map(|text| clean(text)).collect();
        let question = Select::with_theme(&*self.theme)
            .with_prompt(clean(question))
            .items(&options)
            .default(default);
        defer_sigint(|| question.interact()).map_err(|error| stopped(&error))
    }

    fn tick(&mut self, question: &str, options: &[(String, bool)]) -> Result<Vec<usize>> {
        if options.is_empty() {
            return Ok(Vec::new());
        }
        let texts: Vec<String> = options.iter().map(|(text, _)| clean(text)).collect();
        let ticked: Vec<bool> = options.iter().map(|(_, ticked)| *ticked).collect();
        let question = MultiSelect::with_theme(&*self.theme)
            .with_prompt(clean(&beside(
                question,
                &["Space to select, Enter to confirm"],
                room(SIGNS),
            )))
            .items(&texts)
            .defaults(&ticked);
        defer_sigint(|| question.interact()).map_err(|error| stopped(&error))
    }

    fn confirm(&mut self, question: &str, default: bool) -> Result<bool> {
        let question = Confirm::with_theme(&*self.theme)
            .with_prompt(clean(question))
            .default(default);
        defer_sigint(|| question.interact()).map_err(|error| stopped(&error))
    }

    fn say(&mut self, text: &str) -> Result<()> {
        let _ = dialoguer::console::Term::stderr().write_line(&clean(text));
        Ok(())
    }
}

/// Nobody is there: every question is a failure.
pub struct Nobody;

impl Prompter for Nobody {
    fn noted(&mut self, question: &str, _: &[&str], _: Option<&str>) -> Result<String> {
        Err(needed(question))
    }

    fn choose(&mut self, question: &str, _: &[String], _: usize) -> Result<usize> {
        Err(needed(question))
    }

    fn tick(&mut self, question: &str, _: &[(String, bool)]) -> Result<Vec<usize>> {
        Err(needed(question))
    }

    fn confirm(&mut self, question: &str, _: bool) -> Result<bool> {
        Err(needed(question))
    }

    fn say(&mut self, _: &str) -> Result<()> {
        Ok(())
    }
}

fn needed(question: &str) -> Failure {
    Failure::answer_needed(format!("can't ask without a terminal: {question}"))
}

/// Answers written beforehand, for tests. Yes or no are written as text too, `y`, and what is chosen by its words or
/// its position: `1`, `0,2`.
pub struct Script {
    answers: VecDeque<String>,
}

impl Script {
    pub fn new(answers: &[&str]) -> Self {
        Script {
            answers: answers.iter().map(|answer| (*answer).to_owned()).collect(),
        }
    }

    fn next(&mut self, question: &str) -> Result<String> {
        self.answers.pop_front().ok_or_else(|| needed(question))
    }
}

impl Prompter for Script {
    fn noted(&mut self, question: &str, _: &[&str], default: Option<&str>) -> Result<String> {
        let answer = self.next(question)?;
        Ok(match default {
            Some(default) if answer.is_empty() => default.to_owned(),
            _ => answer,
        })
    }

    fn choose(&mut self, question: &str, options: &[String], default: usize) -> Result<usize> {
        let answer = self.next(question)?;
        let named = options.iter().position(|option| *option == answer);
        Ok(named.or_else(|| answer.parse().ok()).unwrap_or(default))
    }

    fn tick(&mut self, question: &str, options: &[(String, bool)]) -> Result<Vec<usize>> {
        if options.is_empty() {
            return Ok(Vec::new());
        }
        let answer = self.next(question)?;
        Ok(answer
            .split(',')
            .filter_map(|part| part.trim().parse().ok())
            .collect())
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_stand_beside_a_question_where_there_is_room() {
        let notes = ["e.g. Ship it", "Enter to finish"];
        let told = |room| beside("What went well?", &notes, room);
        assert_eq!(told(60), "What went well? (e.g. Ship it; Enter to finish)");
        assert_eq!(told(40), "What went well? (Enter to finish)");
        assert_eq!(told(20), "What went well?");
    }
}
