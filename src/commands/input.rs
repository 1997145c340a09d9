//! The three ways to enter longer input: flags, a TOML form (from a file or the editor), and questions.

use std::path::{Path, PathBuf};

use crate::app::App;
use crate::error::{Failure, FailureKind, Result};
use crate::input::draft::{self, Draft};
use crate::input::editor;
use crate::input::form::{self, Form, FormQuestion, FormValues, QuestionHooks};
use crate::input::templates::{self, Template};
use crate::view::messages::values::TemplateText;

/// The hint when there is no terminal for an editor.
const NO_TERMINAL: &str = "pass the values as flags, or a form with `--from FILE`";

/// The help heading of the options that replace flags.
pub const HEADING: &str = "Input";

// Where the values come from, besides flags.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct InputSource {
    /// Read a completed TOML form (`-` for standard input)
    #[arg(long, value_name = "FILE", help_heading = HEADING)]
    pub from_file: Option<PathBuf>,

    /// Fill in the form in your editor
    #[arg(long, short = 'e', help_heading = HEADING)]
    pub editor: bool,

    /// Start from a template (`mentor agree template --list`); without a name, print the blank form
    #[arg(long, value_name = "TEMPLATE", num_args = 0..=1, default_missing_value = "", help_heading = HEADING)]
    pub template: Option<String>,

    /// Go on with the questions that the form leaves open
    #[arg(long, hide = true, requires = "from_file")]
    pub goes_on: bool,
}

impl InputSource {
    /// Whether no form is read or opened: the values come from flags, or from questions.
    pub fn is_flags_only(&self) -> bool {
        self.from_file.is_none() && !self.editor && self.template.is_none()
    }

    /// Whether the form is only to be printed.
    pub fn is_print_only(&self) -> bool {
        self.template.as_deref() == Some("")
    }

    /// Whether the input is already in a file of the user's, so that no draft is needed.
    fn is_from_file(&self) -> bool {
        self.from_file.as_deref().is_some_and(|path| path != Path::new("-"))
    }
}

/// Prints the form with the known values filled in.
pub fn print_template(app: &mut App<'_, '_>, form: &Form, known: &FormValues) -> Result<()> {
    let template = form.template(known);
    app.print_result(|| TemplateText { toml: &template }, |_| template.clone())
}

/// Returns a result of the data file that was needed before any input. On failure, the typed flags are saved as a
/// draft, unless they can be repeated from the shell's history.
pub fn or_save_draft<T>(
    app: &App<'_, '_>,
    form: &Form,
    source: &InputSource,
    typed: &FormValues,
    result: Result<T>,
) -> Result<T> {
    result.map_err(|failure| {
        let is_lost = typed.is_worth_saving() && (typed.needs_retyping() || !failure.is_typo());
        if source.is_from_file() || !is_lost || will_prompt_for_pair(app.can_ask, &failure) {
            return failure;
        }
        let mut draft = Draft::new(&app.paths, form.name, &resume_command(app, form.name));
        draft.set_text(&form.template(typed));
        draft.attach_to_failure(failure)
    })
}

/// Whether the runner will prompt for the pair and run the command again with the same input.
fn will_prompt_for_pair(can_ask: bool, failure: &Failure) -> bool {
    can_ask && !failure.pairs.is_empty()
}

/// Returns the command that resumes a draft, with the pair that was named.
fn resume_command(app: &App<'_, '_>, command: &str) -> String {
    match &app.globals.pair {
        Some(pair) => format!("mentor {command} -p {pair}"),
        None => format!("mentor {command}"),
    }
}

/// The values of a form, and the draft that holds them until they are stored.
pub struct CollectedInput {
    pub values: FormValues,
    /// Whether any value was given that is not in the template.
    pub differs_from_template: bool,
    /// Whether it came as a complete form, in which an absent field means an empty one.
    pub is_complete_form: bool,
    /// The template that was named, if any.
    template: Option<Template>,
    draft: Draft,
    form: &'static Form,
    is_from_file: bool,
    can_ask: bool,
    /// Whether the editor was closed without a change.
    pub is_unchanged: bool,
}

/// The questions to ask if no values are given.
#[derive(Default)]
pub struct InputQuestions {
    /// A text to show above the first question and at the top of the form in the editor.
    pub header: Option<String>,
    pub questions: Vec<FormQuestion>,
    /// Values that are known, so that their questions are skipped.
    pub answered: FormValues,
}

/// Collects the values of a form. Flags win over the file, and both over `before`; if nothing is given, asks.
pub fn collect(
    app: &mut App<'_, '_>,
    form: &'static Form,
    source: &InputSource,
    flags: FormValues,
    before: &FormValues,
    check: &dyn Fn(&FormValues) -> Result<()>,
) -> Result<CollectedInput> {
    collect_with_questions(app, form, source, flags, before, None, check)
}

/// Like `collect`, for editing a record: asks nothing, and fills the form for the editor with the `known` values.
/// `command` is the command that resumes the draft. A known field that is absent from the form is cleared.
pub fn collect_edit(
    app: &mut App<'_, '_>,
    form: &'static Form,
    command: &str,
    source: &InputSource,
    flags: FormValues,
    known: &FormValues,
) -> Result<CollectedInput> {
    let (mut collected, template_values) = CollectedInput::new(app, form, command, source, flags)?;
    let before = template_values.clone().or_else(known.clone());
    let questions = InputQuestions::default();
    collected.read_form(app, source, &before, source.editor, &questions, &|_| Ok(()))?;
    if source.editor || source.from_file.is_some() {
        for field in form.fields {
            let is_known = !known.get_all(field.key).is_empty();
            if is_known && collected.values.get_all(field.key).is_empty() {
                collected.values.set_known(field.key, [String::new()]);
            }
        }
    } else {
        collected.values = collected.values.or_else(template_values);
    }
    Ok(collected)
}

/// Like `collect`, with other questions; `None` asks those of the form's fields.
pub fn collect_with_questions(
    app: &mut App<'_, '_>,
    form: &'static Form,
    source: &InputSource,
    flags: FormValues,
    before: &FormValues,
    questions: Option<InputQuestions>,
    check: &dyn Fn(&FormValues) -> Result<()>,
) -> Result<CollectedInput> {
    let (mut collected, template_values) =
        CollectedInput::new(app, form, form.name, source, flags)?;
    let known = before;
    let before = &template_values.clone().or_else(before.clone());
    let mut questions = questions.unwrap_or_else(|| InputQuestions {
        questions: form.questions(before, Vec::new()),
        ..InputQuestions::default()
    });
    for question in &mut questions.questions {
        question.set_default_from(before);
    }
    let goes_on = source.goes_on && app.can_ask;
    // A question takes one line, so a template with longer texts opens the editor.
    let asks = collected.values.is_empty() && source.from_file.is_none() && app.can_ask;
    let opens_editor = source.editor || asks && template_values.is_multiline();
    if questions.header.is_none() && (asks || goes_on || opens_editor) {
        questions.header = app.question_header()?;
    }
    if opens_editor {
        collected.values = collected.values.or_else(questions.answered.clone());
    }
    collected.read_form(app, source, before, opens_editor, &questions, check)?;
    if goes_on || !opens_editor && collected.values.is_empty() && app.can_ask {
        let mut form_values = std::mem::take(&mut collected.values);
        let asked = questions.questions.iter().filter(|asked| asked.is_answered_in(&form_values));
        let asked: Vec<&str> = asked.map(|question| question.key).collect();
        let check = |values: &FormValues| {
            check(&values.clone().without_cleared_except(&FormValues::default()))
        };
        let answers = ask(app, &mut collected.draft, form, questions, &form_values, &check);
        let answers = answers.map_err(|failure| collected.explain(failure))?;
        // Fields that have no question keep their value from the form. An answer that was cleared stays cleared.
        for key in asked {
            form_values.set(key, Vec::new());
        }
        collected.values = answers.or_else(form_values);
    }
    collected.differs_from_template =
        !collected.values.is_empty() && !collected.values.has_same_texts(&template_values);
    collected.is_complete_form = opens_editor || source.from_file.is_some() && !goes_on;
    if !collected.is_complete_form {
        collected.values = collected.values.or_else(template_values);
    }
    collected.values = collected.values.without_cleared_except(known);
    Ok(collected)
}

/// Asks for input that has no form. If the user interrupts, the failure suggests the command that continues, which
/// `command` builds from the answers so far.
pub fn ask_for(
    app: &mut App<'_, '_>,
    questions: Vec<FormQuestion>,
    check: &dyn Fn(&FormValues) -> Result<()>,
    command: &dyn Fn(&FormValues) -> String,
) -> Result<FormValues> {
    let mut answers_so_far = FormValues::default();
    let mut hooks = QuestionHooks {
        check,
        has_draft: false,
        save: &mut |values| values.clone_into(&mut answers_so_far),
        edit: &mut |_, _| Err(Failure::usage("type the answer here")),
    };
    let nothing = FormValues::default();
    let prompter = &mut *app.prompter;
    let result = form::ask(questions, prompter, &nothing, &nothing, &mut hooks);
    result.map_err(|failure| match failure.kind {
        FailureKind::Stopped if !answers_so_far.is_empty() => {
            failure.hint(format!("run `{}` to go on from there", command(&answers_so_far)))
        }
        _ => failure,
    })
}

/// Asks the questions, saving the answers as a draft after each one.
fn ask(
    app: &mut App<'_, '_>,
    draft: &mut Draft,
    form: &'static Form,
    questions: InputQuestions,
    form_values: &FormValues,
    check: &dyn Fn(&FormValues) -> Result<()>,
) -> Result<FormValues> {
    if let Some(header) = &questions.header {
        app.prompter.say(header)?;
    }
    let command = editor::command(&app.config);
    let folder = app.paths.temporary.clone();
    let mut hooks = QuestionHooks {
        check,
        has_draft: true,
        save: &mut |values| {
            draft.save(&format!("{}\n{}\n", form.template(values), draft::ASKED));
        },
        edit: &mut |text, question| match &command {
            Ok(command) => editor::edit_text(command, &folder, text, question),
            Err(failure) => Err(Failure::usage(failure.to_string())),
        },
    };
    let prompter = &mut *app.prompter;
    form::ask(questions.questions, prompter, &questions.answered, form_values, &mut hooks)
}

fn no_writable_folder() -> Failure {
    Failure::storage(
        "can't create the form: neither the state folder nor the temporary folder is writable",
    )
    .hint("pass the values as flags instead")
}

impl CollectedInput {
    /// Starts with the flags alone; also returns the values of the template.
    fn new(
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
    fn read_form(
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

    fn explain(&mut self, failure: Failure) -> Failure {
        self.draft.attach_to_failure(failure)
    }
}
