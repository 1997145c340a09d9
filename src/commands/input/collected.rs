//! The values that were collected, and the draft that holds them until they are stored.

use std::path::Path;

use crate::app::App;
use crate::commands::input::source::InputSource;
use crate::commands::input::{InputQuestions, resume_command};
use crate::error::{Failure, FailureKind, Result};
use crate::input::draft::{self, Draft};
use crate::input::editor;
use crate::input::form::{self, Form, FormValues};
use crate::input::templates::{self, Template};

/// The hint when there is no terminal for an editor.
const NO_TERMINAL: &str = "pass the values as flags, or a form with `--from FILE`";

/// The values of a form, and the draft that holds them until they are stored.
pub struct CollectedInput {
    pub values: FormValues,
    /// Whether any value was given that is not in the template.
    pub differs_from_template: bool,
    /// Whether it came as a complete form, in which an absent field means an empty one.
    pub is_complete_form: bool,
    /// The template that was named, if any.
    template: Option<Template>,
    pub(in crate::commands::input) draft: Draft,
    form: &'static Form,
    is_from_file: bool,
    can_ask: bool,
    /// Whether the editor was closed without a change.
    pub is_unchanged: bool,
}

impl CollectedInput {
    /// Starts with the flags alone; also returns the values of the template.
    pub(in crate::commands::input) fn new(
        app: &App<'_, '_>,
        form: &'static Form,
        command: &str,
        source: &InputSource,
        flags: FormValues,
    ) -> Result<(CollectedInput, FormValues)> {
        let template_name = source.template.as_deref().filter(|name| !name.is_empty());
        let template = template_name.map(|name| templates::find(&app.paths, name)).transpose()?;
        let template_values =
            template.as_ref().map(|template| template.values(form)).transpose()?;
        let collected = CollectedInput {
            values: flags,
            differs_from_template: true,
            is_complete_form: false,
            template,
            draft: Draft::new(&app.paths, command, &resume_command(app, command)),
            form,
            is_from_file: source.is_from_file(),
            can_ask: app.can_ask,
            is_unchanged: false,
        };
        Ok((collected, template_values.unwrap_or_default()))
    }

    /// Adds the values of the file, if one was given; then lets the user edit everything, if `opens_editor`.
    pub(in crate::commands::input) fn read_form(
        &mut self,
        app: &mut App<'_, '_>,
        source: &InputSource,
        before: &FormValues,
        opens_editor: bool,
        questions: &InputQuestions,
        check: &dyn Fn(&FormValues) -> Result<()>,
    ) -> Result<()> {
        let form = self.form;
        // The file's text with the reason why it can't be read, for the user to correct in the editor.
        let mut invalid_text = None;
        if let Some(path) = &source.from_file {
            let (text, source_name) = form::read_source(path, &mut app.environment.stdin)?;
            if path == Path::new("-") {
                self.draft.set_text(&text);
            }
            if opens_editor || source.goes_on {
                self.draft.adopt(path);
            }
            let result = if source.goes_on {
                form.read_answers(&text, &source_name)
            } else {
                form.read(&text, &source_name)
            };
            match result {
                Ok(values) => self.values = std::mem::take(&mut self.values).or_else(values),
                Err(failure) if opens_editor => {
                    invalid_text = Some(draft::with_reason(&text, &failure));
                }
                Err(failure) => return Err(self.explain(failure)),
            }
        }
        if opens_editor {
            let text = match (&self.template, invalid_text) {
                (_, Some(text)) => text,
                // Verbatim, to keep the template's comments.
                (Some(template), None) if self.values.is_empty() => template.text.clone(),
                _ => {
                    let values = self.values.clone().or_else(before.clone());
                    form.for_editor(&values, questions.header.as_deref(), &questions.questions)
                }
            };
            self.values = self.edit_form(app, &text, check)?;
        }
        Ok(())
    }

    /// Opens the form in the editor and reads it. On a terminal, offers to edit again if it can't be read.
    fn edit_form(
        &mut self,
        app: &mut App<'_, '_>,
        initial_text: &str,
        check: &dyn Fn(&FormValues) -> Result<()>,
    ) -> Result<FormValues> {
        let command = editor::form_command(&app.config, app.can_ask, NO_TERMINAL)?;
        self.draft.save(initial_text);
        let path = self.draft.path().ok_or_else(no_writable_folder)?.to_owned();
        let source = "the form";
        loop {
            let text = match editor::edit(&command, &path) {
                Ok(text) => text,
                Err(failure) => return Err(self.explain(failure)),
            };
            if draft::is_same(&text, initial_text) {
                self.is_unchanged = true;
            }
            let result = self.form.read(&text, source).and_then(|values| {
                let checked = check(&values);
                checked.map(|()| values)
            });
            match result {
                Ok(values) => return Ok(values),
                Err(failure) if app.can_ask && failure.is_typo() => {
                    app.prompter.say(&failure.lines())?;
                    if !app.prompter.confirm("Edit again?", true)? {
                        return Err(self.explain(failure));
                    }
                    self.draft.save(&draft::with_reason(&text, &failure));
                }
                Err(failure) => return Err(self.explain(failure)),
            }
        }
    }

    /// Removes the draft of a form that was closed without a change. On a terminal, prints `message`; elsewhere fails,
    /// since a script expects a change.
    pub fn discard(self, app: &mut App<'_, '_>, message: &str) -> Result<()> {
        self.draft.remove();
        if app.can_ask {
            app.ui.status(message)
        } else {
            Err(editor::needs_terminal_failure(NO_TERMINAL).data("nothing was changed"))
        }
    }

    /// Fails with `why` if nothing was entered, and removes the empty draft.
    pub fn or_else_if_empty(
        self,
        is_empty: bool,
        why: impl FnOnce() -> Failure,
    ) -> Result<CollectedInput> {
        if !is_empty {
            return Ok(self);
        }
        self.draft.remove();
        Err(why())
    }

    /// Removes the draft if storing succeeded; otherwise keeps it and adds its path to the failure.
    pub fn finish<T>(mut self, result: Result<T>) -> Result<T> {
        match result {
            Ok(stored) => {
                self.draft.remove();
                Ok(stored)
            }
            Err(failure) if will_prompt_for_pair(self.can_ask, &failure) => Err(failure),
            Err(failure) => {
                let is_of_the_input = failure.is_typo() || failure.kind == FailureKind::Declined;
                let can_be_repeated = is_of_the_input && !self.values.needs_retyping();
                let is_lost = self.values.is_worth_saving() && !can_be_repeated;
                if self.draft.is_empty() && !self.is_from_file && is_lost {
                    self.draft.set_text(&self.form.template(&self.values));
                }
                Err(self.explain(failure))
            }
        }
    }

    pub(in crate::commands::input) fn explain(&mut self, failure: Failure) -> Failure {
        self.draft.attach_to_failure(failure)
    }
}

fn no_writable_folder() -> Failure {
    Failure::storage(
        "can't create the form: neither the state folder nor the temporary folder is writable",
    )
    .hint("pass the values as flags instead")
}

/// Whether the runner will prompt for the pair and run the command again with the same input.
pub(in crate::commands::input) fn will_prompt_for_pair(can_ask: bool, failure: &Failure) -> bool {
    can_ask && !failure.pairs.is_empty()
}
