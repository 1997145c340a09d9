//! The three ways in for everything long: flags, a TOML form (a file, or the editor), questions.

use std::path::{Path, PathBuf};

use crate::app::App;
use crate::error::{Failure, FailureKind, Result};
use crate::input::draft::{self, Draft};
use crate::input::editor;
use crate::input::form::{self, Form, FormQuestion, FormValues, QuestionHooks};
use crate::input::templates::{self, Template};

/// What to do where nobody can type into an editor.
const NO_TERMINAL: &str = "pass the values as flags, or a form with `--from FILE`";

/// The heading of the other ways to fill in a form.
const INPUT: &str = "Input";

// Where the form comes from, if not from flags.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct InputSource {
    /// Read a completed TOML form (`-` for standard input)
    #[arg(long, value_name = "FILE", help_heading = INPUT)]
    pub from_file: Option<PathBuf>,

    /// Fill in the form in your editor
    #[arg(long, short = 'e', help_heading = INPUT)]
    pub editor: bool,

    /// Start from a template (`mentor agree template --list`); without a name, print the blank form
    #[arg(long, value_name = "TEMPLATE", num_args = 0..=1, default_missing_value = "", help_heading = INPUT)]
    pub template: Option<String>,

    /// Go on with the questions that the form leaves open
    #[arg(long, hide = true, requires = "from_file")]
    pub goes_on: bool,
}

impl InputSource {
    /// Flags alone: the answers are there, and nothing is shown or read before they are stored.
    pub fn is_flags_only(&self) -> bool {
        self.from_file.is_none() && !self.editor && self.template.is_none()
    }

    /// The form is only to be printed.
    pub fn is_print_only(&self) -> bool {
        self.template.as_deref() == Some("")
    }

    /// Nothing was typed that a failure could lose: it stands in a file of the user's.
    fn is_from_file(&self) -> bool {
        self.from_file
            .as_deref()
            .is_some_and(|path| path != Path::new("-"))
    }
}

/// Prints the form, with what is known.
pub fn print_template(app: &mut App<'_, '_>, form: &Form, known: &FormValues) -> Result<()> {
    let template = form.template(known);
    app.print_result(
        || serde_json::json!({ "schema": "mentor.template/1", "toml": template }),
        |_| template.clone(),
    )
}

/// Hands on what was found in the data file before anything was composed. If that failed, the text of the flags
/// is kept as a draft, unless it can be typed again from the shell's history.
pub fn or_save_draft<T>(
    app: &App<'_, '_>,
    form: &Form,
    ways: &InputSource,
    typed: &FormValues,
    found: Result<T>,
) -> Result<T> {
    found.map_err(|failure| {
        let is_lost = typed.is_worth_saving() && (typed.is_typed() || !failure.is_typo());
        if ways.is_from_file() || !is_lost || will_prompt_for_pair(app.can_ask, &failure) {
            return failure;
        }
        let mut draft = Draft::new(&app.paths, form.name, &resume_command(app, form.name));
        draft.set_text(&form.template(typed));
        draft.attach_to_failure(failure)
    })
}

/// The run asks which pair is meant and begins anew, with what was typed.
fn will_prompt_for_pair(can_ask: bool, failure: &Failure) -> bool {
    can_ask && !failure.pairs.is_empty()
}

/// What takes a draft up again, with the pair that was named.
fn resume_command(app: &App<'_, '_>, words: &str) -> String {
    match &app.globals.pair {
        Some(pair) => format!("mentor {words} -p {pair}"),
        None => format!("mentor {words}"),
    }
}

/// What was given, and where it is kept until it is stored.
pub struct CollectedInput {
    pub values: FormValues,
    /// Whether anything was given that the template did not say.
    pub is_new: bool,
    /// Whether it came as a form, in which what is not said is meant to be left out.
    pub is_whole: bool,
    /// What it begins with, if a template was named.
    template: Option<Template>,
    draft: Draft,
    form: &'static Form,
    is_a_file: bool,
    can_ask: bool,
    /// Whether the editor was closed without a change.
    pub is_unchanged: bool,
}

/// What is asked where nothing is given.
#[derive(Default)]
pub struct InputQuestions {
    /// What it is about, above the first question and in the form for the editor.
    pub header: Option<String>,
    pub questions: Vec<FormQuestion>,
    /// What needs no question.
    pub answered: FormValues,
}

/// Collects a form: flags win over the file, both over what is known from before. Nothing given: questions.
pub fn collect(
    app: &mut App<'_, '_>,
    form: &'static Form,
    ways: &InputSource,
    flags: FormValues,
    before: &FormValues,
    check: &dyn Fn(&FormValues) -> Result<()>,
) -> Result<CollectedInput> {
    gather_asking(app, form, ways, flags, before, None, check)
}

/// As `collect`, for the change of a record: nothing is asked, and what `known` says is changed where `words`, the
/// command, is given a form. What was there and is left out of the form is given as empty.
pub fn collect_edit(
    app: &mut App<'_, '_>,
    form: &'static Form,
    words: &str,
    ways: &InputSource,
    flags: FormValues,
    known: &FormValues,
) -> Result<CollectedInput> {
    let (mut composed, filled) = CollectedInput::new(app, form, words, ways, flags)?;
    let before = filled.clone().or_else(known.clone());
    let asking = InputQuestions::default();
    composed.read_form(app, ways, &before, ways.editor, &asking, &|_| Ok(()))?;
    if ways.editor || ways.from_file.is_some() {
        for field in form.fields {
            let is_known = !known.get_all(field.key).is_empty();
            if is_known && composed.values.get_all(field.key).is_empty() {
                composed.values.set_known(field.key, [String::new()]);
            }
        }
    } else {
        composed.values = composed.values.or_else(filled);
    }
    Ok(composed)
}

/// As `collect`, with questions that are put in a way of their own. None: those of the form's fields.
pub fn gather_asking(
    app: &mut App<'_, '_>,
    form: &'static Form,
    ways: &InputSource,
    flags: FormValues,
    before: &FormValues,
    asking: Option<InputQuestions>,
    check: &dyn Fn(&FormValues) -> Result<()>,
) -> Result<CollectedInput> {
    let (mut composed, filled) = CollectedInput::new(app, form, form.name, ways, flags)?;
    let known = before;
    let before = &filled.clone().or_else(before.clone());
    let mut asking = asking.unwrap_or_else(|| InputQuestions {
        questions: form.questions(before, Vec::new()),
        ..InputQuestions::default()
    });
    for question in &mut asking.questions {
        question.offer(before);
    }
    let goes_on = ways.goes_on && app.can_ask;
    // A question takes a line: a template that has several is for the editor.
    let asks = composed.values.is_empty() && ways.from_file.is_none() && app.can_ask;
    let opens = ways.editor || asks && filled.is_multiline();
    if opens {
        composed.values = composed.values.or_else(asking.answered.clone());
    }
    composed.read_form(app, ways, before, opens, &asking, check)?;
    if goes_on || !opens && composed.values.is_empty() && app.can_ask {
        let begun = std::mem::take(&mut composed.values);
        let check =
            |values: &FormValues| check(&values.clone().cleared_only_of(&FormValues::default()));
        let asked = ask(app, &mut composed.draft, form, asking, &begun, &check);
        composed.values = asked.map_err(|failure| composed.explain(failure))?;
        // What no question asks for.
        composed.values = std::mem::take(&mut composed.values).or_else(begun);
    }
    composed.is_new = !composed.values.is_empty() && !composed.values.same_text_as(&filled);
    composed.is_whole = opens || ways.from_file.is_some() && !goes_on;
    if !composed.is_whole {
        composed.values = composed.values.or_else(filled);
    }
    composed.values = composed.values.cleared_only_of(known);
    Ok(composed)
}

/// Asks for what a command needs that has no form in a file. An interrupt says the command that goes on from there, which
/// `command` makes of the answers so far.
pub fn ask_for(
    app: &mut App<'_, '_>,
    questions: Vec<FormQuestion>,
    check: &dyn Fn(&FormValues) -> Result<()>,
    command: &dyn Fn(&FormValues) -> String,
) -> Result<FormValues> {
    let mut kept = FormValues::default();
    let mut outside = QuestionHooks {
        check,
        saves: false,
        keep: &mut |values| values.clone_into(&mut kept),
        edit: &mut |_, _| Err(Failure::usage("type the answer here")),
    };
    let nothing = FormValues::default();
    let prompter = &mut *app.prompter;
    let asked = form::ask(questions, prompter, &nothing, &nothing, &mut outside);
    asked.map_err(|failure| match failure.kind {
        FailureKind::Stopped if !kept.is_empty() => {
            failure.hint(format!("run `{}` to go on from there", command(&kept)))
        }
        _ => failure,
    })
}

/// Asks, and keeps each answer as a draft until all are given.
fn ask(
    app: &mut App<'_, '_>,
    draft: &mut Draft,
    form: &'static Form,
    asking: InputQuestions,
    begun: &FormValues,
    check: &dyn Fn(&FormValues) -> Result<()>,
) -> Result<FormValues> {
    if let Some(header) = &asking.header {
        app.prompter.say(header)?;
    }
    let words = editor::command(&app.config);
    let folder = app.paths.temporary.clone();
    let mut outside = QuestionHooks {
        check,
        saves: true,
        keep: &mut |values| {
            draft.save(&format!("{}\n{}\n", form.template(values), draft::ASKED));
        },
        edit: &mut |text, question| match &words {
            Ok(words) => editor::edit_text(words, &folder, text, question),
            Err(failure) => Err(Failure::usage(failure.to_string())),
        },
    };
    let prompter = &mut *app.prompter;
    form::ask(
        asking.questions,
        prompter,
        &asking.answered,
        begun,
        &mut outside,
    )
}

fn no_writable_folder() -> Failure {
    Failure::storage(
        "can't create the form: neither the state folder nor the temporary folder is writable",
    )
    .hint("pass the values as flags instead")
}

impl CollectedInput {
    /// With the flags alone, and what the template says.
    fn new(
        app: &App<'_, '_>,
        form: &'static Form,
        words: &str,
        ways: &InputSource,
        flags: FormValues,
    ) -> Result<(CollectedInput, FormValues)> {
        let named = ways.template.as_deref().filter(|name| !name.is_empty());
        let template = named
            .map(|name| templates::find(&app.paths, name))
            .transpose()?;
        let filled = template
            .as_ref()
            .map(|template| template.values(form))
            .transpose()?;
        let composed = CollectedInput {
            values: flags,
            is_new: true,
            is_whole: false,
            template,
            draft: Draft::new(&app.paths, words, &resume_command(app, words)),
            form,
            is_a_file: ways.is_from_file(),
            can_ask: app.can_ask,
            is_unchanged: false,
        };
        Ok((composed, filled.unwrap_or_default()))
    }

    /// Adds what a file says, then lets the editor change all of it, if it is to be opened.
    fn read_form(
        &mut self,
        app: &mut App<'_, '_>,
        ways: &InputSource,
        before: &FormValues,
        opens: bool,
        asking: &InputQuestions,
        check: &dyn Fn(&FormValues) -> Result<()>,
    ) -> Result<()> {
        let form = self.form;
        let mut unread = None;
        if let Some(path) = &ways.from_file {
            let (text, source) = form::read_source(path, &mut app.environment.stdin)?;
            if path == Path::new("-") {
                self.draft.set_text(&text);
            }
            if opens || ways.goes_on {
                self.draft.adopt(path);
            }
            let read = if ways.goes_on {
                form.read_answers(&text, &source)
            } else {
                form.read(&text, &source)
            };
            match read {
                Ok(read) => self.values = std::mem::take(&mut self.values).or_else(read),
                // It is opened to be mended.
                Err(failure) if opens => unread = Some(draft::with_reason(&text, &failure)),
                Err(failure) => return Err(self.explain(failure)),
            }
        }
        if opens {
            let filled = match (&self.template, unread) {
                (_, Some(text)) => text,
                // As it was written, with its warnings.
                (Some(template), None) if self.values.is_empty() => template.text.clone(),
                _ => {
                    let values = self.values.clone().or_else(before.clone());
                    form.for_editor(&values, asking.header.as_deref(), &asking.questions)
                }
            };
            self.values = self.edited(app, &filled, check)?;
        }
        Ok(())
    }

    /// The form as it comes back from the editor. On a terminal one that can't be read may be mended at once.
    fn edited(
        &mut self,
        app: &mut App<'_, '_>,
        filled: &str,
        check: &dyn Fn(&FormValues) -> Result<()>,
    ) -> Result<FormValues> {
        let words = editor::form_command(&app.config, app.can_ask, NO_TERMINAL)?;
        self.draft.save(filled);
        let path = self.draft.path().ok_or_else(no_writable_folder)?.to_owned();
        let source = "the form";
        loop {
            let text = match editor::edit(&words, &path) {
                Ok(text) => text,
                Err(failure) => return Err(self.explain(failure)),
            };
            if draft::is_same(&text, filled) {
                self.is_unchanged = true;
            }
            let read = self.form.read(&text, source).and_then(|values| {
                let checked = check(&values);
                checked.map(|()| values)
            });
            match read {
                Ok(values) => return Ok(values),
                Err(failure) if app.can_ask && failure.is_typo() => {
                    app.prompter.say(&format!("error: {failure}"))?;
                    if !app.prompter.confirm("Edit again?", true)? {
                        return Err(self.explain(failure));
                    }
                    self.draft.save(&draft::with_reason(&text, &failure));
                }
                Err(failure) => return Err(self.explain(failure)),
            }
        }
    }

    /// Ends the composing of a form that came back from the editor as it was, and leaves no draft behind: on a terminal
    /// says so, elsewhere fails, since a script has expected a change.
    pub fn discard(self, app: &mut App<'_, '_>, words: &str) -> Result<()> {
        self.draft.remove();
        if app.can_ask {
            app.ui.status(words)
        } else {
            Err(editor::needs_terminal(NO_TERMINAL).data("nothing was changed"))
        }
    }

    /// Goes on only with something; a form that was left empty leaves no draft behind.
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

    /// Ends the composing: a stored text needs no draft; a failed one is kept, and the failure says where.
    pub fn finish<T>(mut self, stored: Result<T>) -> Result<T> {
        match stored {
            Ok(stored) => {
                self.draft.remove();
                Ok(stored)
            }
            Err(failure) if will_prompt_for_pair(self.can_ask, &failure) => Err(failure),
            Err(failure) => {
                let is_repeated = failure.is_typo() && !self.values.is_typed();
                let is_lost = self.values.is_worth_saving() && !is_repeated;
                if self.draft.is_empty() && !self.is_a_file && is_lost {
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
