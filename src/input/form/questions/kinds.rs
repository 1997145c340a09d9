//! Asks one question, by its kind: a line, a list, or a menu.

use crate::error::Result;
use crate::input::form::questions::session::{QuestionSession, StepOutcome};
use crate::input::form::questions::{Choice, FormAnswer, FormQuestion};
use crate::prompt::{self, Prompt, Reply};

/// Typed to give no answer where Enter would accept a default.
const NO_ANSWER: &str = "-";

/// Typed to open the editor.
const EDITOR: &str = "e";

impl QuestionSession<'_, '_> {
    pub(super) fn ask_line(&mut self, mut known: Option<FormAnswer>) -> Result<StepOutcome> {
        let question = self.question().clone();
        let example = format!("e.g. {}", question.example);
        let notes = [&*example];
        let mut initial_text = std::mem::take(&mut self.initial_text);
        loop {
            let shown = known.as_ref().map(|known| known.shown.as_str());
            // An example would be taken for a part of the default.
            let notes = if shown.is_some() { &[][..] } else { &notes[..] };
            let prompt =
                Prompt { initial_text: &initial_text, ..self.prompt(&question.ask, notes, shown) };
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
    pub(super) fn ask_list(&mut self, known: Option<&FormAnswer>) -> Result<StepOutcome> {
        let question = self.question().clone();
        let example = format!("e.g. {}", question.example);
        let notes = match known {
            // In other questions, what is typed replaces the default.
            Some(_) => vec!["type to add"],
            // The line above several questions says that Enter skips.
            None if self.has_key_help() => vec![&*example],
            None => vec![&*example, "Enter to skip"],
        };
        let mut texts: Vec<String> = known.map_or_else(Vec::new, |known| known.texts.clone());
        let mut initial_text = std::mem::take(&mut self.initial_text);
        // Whether an entry was added, so that the question has been settled once.
        let mut is_settled = false;
        loop {
            let shown = known.filter(|_| !is_settled).map(|known| known.shown.as_str());
            let (ask, notes) = if is_settled {
                ("and?", &["Enter to finish"][..])
            } else {
                (question.ask.as_str(), &notes[..])
            };
            let prompt = Prompt { initial_text: &initial_text, ..self.prompt(ask, notes, shown) };
            let reply = self.prompter.text(prompt);
            let typed = match self.with_option_hint(reply)? {
                Reply::Given(typed) => typed,
                Reply::Back => prompt::BACK.to_owned(),
                Reply::Stopped(partial) => return self.save_and_stop(texts, partial),
            };
            if typed == prompt::BACK {
                if is_settled {
                    self.answers[self.position] = Some(question.describe(texts));
                    self.prompter.reopen()?;
                }
                return Ok(StepOutcome::Back);
            }
            let Some(new) = self.change_list(&texts, &typed)? else {
                continue;
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

    /// Returns the entries of a list after what was typed: one more, none, or those of the editor. `None`: the editor
    /// could not be opened, or was left empty.
    fn change_list(&mut self, texts: &[String], typed: &str) -> Result<Option<Vec<String>>> {
        Ok(Some(match typed {
            "" => texts.to_vec(),
            NO_ANSWER => self.question().no_answer().texts,
            EDITOR => {
                let Some(text) = self.edit_text(&texts.join("\n"))? else {
                    return Ok(None);
                };
                let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
                lines.map(str::to_owned).collect()
            }
            typed => {
                let filled = texts.iter().filter(|text| !text.is_empty());
                filled.cloned().chain([typed.to_owned()]).collect()
            }
        }))
    }

    pub(super) fn ask_one(
        &mut self,
        choices: &[Choice],
        known: Option<&FormAnswer>,
    ) -> Result<StepOutcome> {
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

    pub(super) fn ask_several(
        &mut self,
        choices: &[Choice],
        known: Option<&FormAnswer>,
    ) -> Result<StepOutcome> {
        let question = self.question().clone();
        let is_known =
            |choice: &Choice| known.is_some_and(|known| known.texts.contains(&choice.value));
        let options: Vec<(String, bool)> =
            choices.iter().map(|choice| (choice.words.clone(), is_known(choice))).collect();
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
