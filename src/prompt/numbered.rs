//! Menus as numbered lists, for screen readers: an answer is typed instead of a row being marked.

use crate::error::Result;
use crate::prompt::terminal::Terminal;
use crate::prompt::{BACK, Prompt, Prompter, Reply};

/// Typed to select none of the options.
const NONE: &str = "-";

impl Terminal {
    pub(in crate::prompt) fn choose_number(
        &mut self,
        prompt: &Prompt<'_>,
        options: &[String],
        first: usize,
    ) -> Result<Reply<usize>> {
        self.write_options(prompt, options)?;
        let default = (first + 1).to_string();
        let number = numbers_prompt(prompt, "Number?", &default);
        let parse = |typed: &str| match positions(typed, options.len()).as_deref() {
            Some([index]) => Some(*index),
            _ => None,
        };
        self.read_numbers(&number, first, parse, "one of the numbers")
    }

    pub(in crate::prompt) fn choose_numbers(
        &mut self,
        prompt: &Prompt<'_>,
        options: &[String],
        selected: &[bool],
    ) -> Result<Reply<Vec<usize>>> {
        self.write_options(prompt, options)?;
        let selected = selected.iter().enumerate().filter(|(_, selected)| **selected);
        let selected: Vec<usize> = selected.map(|(index, _)| index).collect();
        let default: Vec<String> = selected.iter().map(|index| (index + 1).to_string()).collect();
        let default = if default.is_empty() { "none".to_owned() } else { default.join(",") };
        let numbers = numbers_prompt(prompt, "Numbers, such as 1,3?", &default);
        let parse = |typed: &str| match typed {
            NONE => Some(Vec::new()),
            typed => positions(typed, options.len()),
        };
        self.read_numbers(&numbers, selected, parse, "a list of the numbers")
    }

    /// Writes the options as a numbered list.
    fn write_options(&mut self, prompt: &Prompt<'_>, options: &[String]) -> Result<()> {
        let question = self.question(prompt);
        self.write(&question)?;
        for (index, option) in options.iter().enumerate() {
            self.write(&format!("  {}) {option}", index + 1))?;
        }
        Ok(())
    }

    /// Asks until what was typed can be parsed. Enter gives the `default`; `expected` says what could not be parsed.
    fn read_numbers<T>(
        &mut self,
        prompt: &Prompt<'_>,
        default: T,
        parse: impl Fn(&str) -> Option<T>,
        expected: &str,
    ) -> Result<Reply<T>> {
        loop {
            match self.read(prompt)? {
                Reply::Given(typed) if typed.is_empty() => return Ok(Reply::Given(default)),
                Reply::Given(typed) if typed == BACK => return Ok(Reply::Back),
                Reply::Given(typed) => match parse(&typed) {
                    Some(chosen) => return Ok(Reply::Given(chosen)),
                    None => self.report_problem(&format!("`{typed}` is not {expected}"))?,
                },
                Reply::Back => return Ok(Reply::Back),
                Reply::Stopped(_) => return Ok(Reply::Stopped(String::new())),
            }
        }
    }
}

/// Returns the question for numbers, which follows the list.
fn numbers_prompt<'p>(prompt: &Prompt<'p>, question: &'p str, default: &'p str) -> Prompt<'p> {
    Prompt { question, notes: &[], default: Some(default), place: None, ..*prompt }
}

/// Parses numbers from 1 into positions from 0; `None`: one of them is not on the list.
fn positions(typed: &str, count: usize) -> Option<Vec<usize>> {
    let parts = typed.split([',', ' ']).filter(|part| !part.is_empty());
    let position = |part: &str| part.parse().ok().filter(|number| (1..=count).contains(number));
    parts.map(|part| Some(position(part)? - 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_on_the_list_become_positions_and_others_are_refused() {
        assert_eq!(positions("1, 3", 3), Some(vec![0, 2]));
        assert_eq!(positions("4", 3), None);
        assert_eq!(positions("0", 3), None);
        assert_eq!(positions("one", 3), None);
    }
}
