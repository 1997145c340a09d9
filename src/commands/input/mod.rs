//! The three ways to enter longer input: flags, a TOML form (from a file or the editor), and questions.

mod collected;
mod source;

use crate::app::App;
use crate::error::{Failure, FailureKind, Result};
use crate::input::draft::{self, Draft};
use crate::input::editor;
use crate::input::form::{self, Form, FormQuestion, FormValues, QuestionHooks};
use crate::view::messages::values::TemplateText;

pub use collected::CollectedInput;
pub use source::{HEADING, InputSource};

use collected::will_prompt_for_pair;

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

/// Returns the command that resumes a draft, with the pair that was named.
fn resume_command(app: &App<'_, '_>, command: &str) -> String {
    match &app.globals.pair {
        Some(pair) => format!("mentor {command} -p {pair}"),
        None => format!("mentor {command}"),
    }
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
            failure.hint(format!("run `{}` to continue from there", command(&answers_so_far)))
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
