//! The three ways in for everything long: flags, a TOML form (a file, or the editor), questions.

use std::path::{Path, PathBuf};

use crate::app::App;
use crate::draft::Draft;
use crate::editor;
use crate::error::{Failure, Result};
use crate::form::{self, Form, FormValues};
use crate::templates::{self, Template};

/// The heading of the other ways to fill in a form.
const INPUT: &str = "Input";

// Where the form comes from, if not from flags.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Ways {
    /// Read a completed TOML form (`-` for standard input)
    #[arg(long, value_name = "FILE", help_heading = INPUT)]
    pub from_file: Option<PathBuf>,

    /// Fill in the form in your editor
    #[arg(long, short = 'e', help_heading = INPUT)]
    pub editor: bool,

    /// Start from a template (`mentor agree template --list`); without a name, print the blank form
    #[arg(long, value_name = "TEMPLATE", num_args = 0..=1, default_missing_value = "", help_heading = INPUT)]
    pub template: Option<String>,
}

impl Ways {
    /// Flags alone: the answers are there, and nothing is shown or read before they are stored.
    pub fn is_flags(&self) -> bool {
        self.from_file.is_none() && !self.editor && self.template.is_none()
    }

    /// The form is only to be printed.
    pub fn prints(&self) -> bool {
        self.template.as_deref() == Some("")
    }

    /// Nothing was typed that a failure could lose: it stands in a file of the user's.
    fn is_a_file(&self) -> bool {
        self.from_file
            .as_deref()
            .is_some_and(|path| path != Path::new("-"))
    }
}

/// Prints the form, with what is known.
pub fn template(app: &mut App<'_, '_>, form: &Form, known: &FormValues) -> Result<()> {
    let template = form.template(known);
    app.print_result(
        || serde_json::json!({ "schema": "mentor.template/1", "toml": template }),
        |_| template.clone(),
    )
}

/// Hands on what was found in the data file before anything was composed. If that failed, the text of the flags
/// is kept as a draft.
pub fn found<T>(
    app: &App<'_, '_>,
    form: &Form,
    ways: &Ways,
    typed: &FormValues,
    found: Result<T>,
) -> Result<T> {
    found.map_err(|failure| {
        if ways.is_a_file()
            || !typed.is_worth_saving()
            || leads_to_a_question(app.can_ask, &failure)
        {
            return failure;
        }
        let mut draft = Draft::new(&app.paths, form.name, &command(app, form.name));
        draft.set_text(&form.template(typed));
        draft.attach_to_failure(failure)
    })
}

/// The run asks which pair is meant and begins anew, with what was typed.
fn leads_to_a_question(can_ask: bool, failure: &Failure) -> bool {
    can_ask && !failure.pairs.is_empty()
}

/// What takes a draft up again, with the pair that was named.
fn command(app: &App<'_, '_>, words: &str) -> String {
    match &app.globals.pair {
        Some(pair) => format!("mentor {words} -p {pair}"),
        None => format!("mentor {words}"),
    }
}

/// What was given, and where it is kept until it is stored.
pub struct Composed {
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
}

/// Collects a form: flags win over the file, both over what is known from before. Nothing given: questions.
pub fn gather(
    app: &mut App<'_, '_>,
    form: &'static Form,
    ways: &Ways,
    flags: FormValues,
    before: &FormValues,
    check: &dyn Fn(&FormValues) -> Result<()>,
) -> Result<Composed> {
    gather_after(app, form, ways, flags, before, FormValues::default(), check)
}

/// As `gather`, for the change of a record: nothing is asked, and what `known` says is changed where `words`, the
/// command, is given a form. What was there and is left out of the form is given as empty.
pub fn gather_change(
    app: &mut App<'_, '_>,
    form: &'static Form,
    words: &str,
    ways: &Ways,
    flags: FormValues,
    known: &FormValues,
) -> Result<Composed> {
    let (mut composed, filled) = Composed::new(app, form, words, ways, flags)?;
    composed.read_form(
        app,
        ways,
        &filled.clone().or_else(known.clone()),
        ways.editor,
    )?;
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

/// As `gather`, when some answers have been asked for in a way of their own.
pub fn gather_after(
    app: &mut App<'_, '_>,
    form: &'static Form,
    ways: &Ways,
    flags: FormValues,
    before: &FormValues,
    answered: FormValues,
    check: &dyn Fn(&FormValues) -> Result<()>,
) -> Result<Composed> {
    let (mut composed, filled) = Composed::new(app, form, form.name, ways, flags)?;
    let before = &filled.clone().or_else(before.clone());
    // A question takes a line: a template that has several is for the editor.
    let asks = composed.values.is_empty() && ways.from_file.is_none() && app.can_ask;
    let opens = ways.editor || asks && filled.is_multiline();
    if opens {
        composed.values = composed.values.or_else(answered.clone());
    }
    composed.read_form(app, ways, before, opens)?;
    if !opens && composed.values.is_empty() && app.can_ask {
        let draft = &mut composed.draft;
        let mut keep = |values: &FormValues| draft.save(&form.template(values));
        let asked = form.ask(&mut *app.prompter, answered, before, check, &mut keep);
        composed.values = asked.map_err(|failure| composed.explain(failure))?;
    }
    composed.is_new = !composed.values.is_empty() && !composed.values.same_text_as(&filled);
    composed.is_whole = opens || ways.from_file.is_some();
    if !composed.is_whole {
        composed.values = composed.values.or_else(filled);
    }
    Ok(composed)
}

fn no_place() -> Failure {
    Failure::storage(
        "can't create the form: neither the state folder nor the temporary folder is writable",
    )
    .hint("pass the values as flags instead")
}

impl Composed {
    /// With the flags alone, and what the template says.
    fn new(
        app: &App<'_, '_>,
        form: &'static Form,
        words: &str,
        ways: &Ways,
        flags: FormValues,
    ) -> Result<(Composed, FormValues)> {
        let named = ways.template.as_deref().filter(|name| !name.is_empty());
        let template = named
            .map(|name| templates::find(&app.paths, name))
            .transpose()?;
        let filled = template
            .as_ref()
            .map(|template| template.values(form))
            .transpose()?;
        let composed = Composed {
            values: flags,
            is_new: true,
            is_whole: false,
            template,
            draft: Draft::new(&app.paths, words, &command(app, words)),
            form,
            is_a_file: ways.is_a_file(),
            can_ask: app.can_ask,
        };
        Ok((composed, filled.unwrap_or_default()))
    }

    /// Adds what a file says, then lets the editor change all of it, if it is to be opened.
    fn read_form(
        &mut self,
        app: &mut App<'_, '_>,
        ways: &Ways,
        before: &FormValues,
        opens: bool,
    ) -> Result<()> {
        let form = self.form;
        if let Some(path) = &ways.from_file {
            let (text, source) = form::read_source(path, &mut app.environment.stdin)?;
            if path == Path::new("-") {
                self.draft.set_text(&text);
            }
            let read = form.read(&text, &source);
            let read = read.map_err(|failure| self.explain(failure))?;
            self.values = std::mem::take(&mut self.values).or_else(read);
        }
        if opens {
            let words = editor::command(&app.config)?;
            let filled = match &self.template {
                // As it was written, with its remarks.
                Some(template) if self.values.is_empty() => template.text.clone(),
                _ => form.template(&self.values.clone().or_else(before.clone())),
            };
            self.draft.save(&filled);
            let path = self.draft.path().ok_or_else(no_place)?;
            let source = format!("`{}`", path.display());
            let read = editor::edit(&words, path).and_then(|text| form.read(&text, &source));
            self.values = read.map_err(|failure| self.explain(failure))?;
        }
        Ok(())
    }

    /// Goes on only with something; a form that was left empty leaves no draft behind.
    pub fn unless(self, is_empty: bool, why: impl FnOnce() -> Failure) -> Result<Composed> {
        if !is_empty {
            return Ok(self);
        }
        self.draft.remove();
        Err(why())
    }

    /// Ends the composing: a stored text needs no draft; a failed one is kept, and the failure says where.
    pub fn end<T>(mut self, stored: Result<T>) -> Result<T> {
        match stored {
            Ok(stored) => {
                self.draft.remove();
                Ok(stored)
            }
            Err(failure) if leads_to_a_question(self.can_ask, &failure) => Err(failure),
            Err(failure) => {
                if self.draft.is_empty() && !self.is_a_file && self.values.is_worth_saving() {
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
