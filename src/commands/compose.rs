//! The three ways in for everything long: flags, a TOML form (a file, or the editor), questions.

use crate::app::App;
use crate::draft::Draft;
use crate::editor;
use crate::error::{Failure, Result};
use crate::form::{self, Form, Values};

// Where the form comes from, if not from flags.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Ways {
    /// Read a filled-in TOML form; - is standard input
    #[arg(long = "from", alias = "from-file", value_name = "FILE")]
    pub from_file: Option<String>,

    /// Fill in the form in your editor
    #[arg(long, short = 'e')]
    pub editor: bool,

    /// Print the form to fill in
    #[arg(long)]
    pub template: bool,
}

impl Ways {
    /// Nothing was typed that a failure could lose: it stands in a file of the user's.
    fn is_a_file(&self) -> bool {
        self.from_file.as_deref().is_some_and(|path| path != "-")
    }
}

/// Prints the form, with what is known.
pub fn template(app: &mut App<'_, '_>, form: &Form, known: &Values) -> Result<()> {
    let template = form.template(known);
    app.show(
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
    typed: &Values,
    found: Result<T>,
) -> Result<T> {
    found.map_err(|failure| {
        let will_be_asked = app.can_ask && !failure.pairs.is_empty();
        if ways.is_a_file() || !typed.is_precious() || will_be_asked {
            return failure;
        }
        match kept(app, form, &form.template(typed)) {
            Some(draft) => draft.explain(failure, &command(app, form)),
            None => failure,
        }
    })
}

/// A draft of what was typed, if it can be written.
fn kept(app: &App<'_, '_>, form: &Form, text: &str) -> Option<Draft> {
    let draft = Draft::new(&app.paths.state, &form.name.replace(' ', "-")).ok()?;
    draft.save(text).ok()?;
    Some(draft)
}

/// What takes a draft of this form up again, with the pair that was named.
fn command(app: &App<'_, '_>, form: &Form) -> String {
    match &app.globals.pair {
        Some(pair) => format!("mentor {} -p {pair}", form.name),
        None => format!("mentor {}", form.name),
    }
}

/// What was given, and where it is kept until it is stored.
pub struct Composed {
    pub values: Values,
    draft: Option<Draft>,
    command: String,
    form: &'static Form,
    is_a_file: bool,
}

/// Collects a form: flags win over the file, both over what is known from before. Nothing given: questions.
pub fn gather(
    app: &mut App<'_, '_>,
    form: &'static Form,
    ways: &Ways,
    flags: Values,
    before: &Values,
    check: &dyn Fn(&Values) -> Result<()>,
) -> Result<Composed> {
    gather_after(app, form, ways, flags, before, Values::default(), check)
}

/// As `gather`, when some answers have been asked for in a way of their own.
pub fn gather_after(
    app: &mut App<'_, '_>,
    form: &'static Form,
    ways: &Ways,
    flags: Values,
    before: &Values,
    answered: Values,
    check: &dyn Fn(&Values) -> Result<()>,
) -> Result<Composed> {
    let command = command(app, form);
    let mut values = flags;
    if let Some(path) = &ways.from_file {
        let (text, source) = form::text_from(path, &mut app.environment.stdin)?;
        let read = form
            .read(&text, &source)
            .map_err(|failure| match ways.is_a_file() {
                true => failure,
                false => match kept(app, form, &text) {
                    Some(draft) => draft.explain(failure, &command),
                    None => failure,
                },
            });
        values = values.or(read?);
    }
    let mut composed = Composed {
        values,
        draft: None,
        command,
        form,
        is_a_file: ways.is_a_file(),
    };
    let name = form.name.replace(' ', "-");
    if ways.editor {
        let words = editor::command(app.environment)?;
        let draft = Draft::new(&app.paths.state, &name)?;
        draft.save(&form.template(&composed.values.clone().or(before.clone())))?;
        let path = draft.path.clone();
        composed.draft = Some(draft);
        let source = format!("`{}`", path.display());
        let read = editor::edit(&words, &path).and_then(|text| form.read(&text, &source));
        composed.values = read.map_err(|failure| composed.explain(failure))?;
    } else if composed.values.is_empty() && app.can_ask {
        let draft = Draft::new(&app.paths.state, &name)?;
        let mut keep = |values: &Values| {
            let _ = draft.save(&form.template(values));
        };
        let asked = form.ask(&mut *app.prompter, answered, before, check, &mut keep);
        composed.draft = Some(draft);
        composed.values = asked.map_err(|failure| composed.explain(failure))?;
    }
    Ok(composed)
}

impl Composed {
    /// Goes on only with something; a form that was left empty leaves no draft behind.
    pub fn unless(self, is_empty: bool, why: impl FnOnce() -> Failure) -> Result<Composed> {
        if !is_empty {
            return Ok(self);
        }
        if let Some(draft) = self.draft {
            draft.remove();
        }
        Err(why())
    }

    /// Ends the composing: a stored text needs no draft; a failed one is kept, and the failure says where.
    pub fn end<T>(mut self, app: &App<'_, '_>, stored: Result<T>) -> Result<T> {
        match stored {
            Ok(stored) => {
                if let Some(draft) = self.draft {
                    draft.remove();
                }
                Ok(stored)
            }
            Err(failure) => {
                if self.draft.is_none() && !self.is_a_file && self.values.is_precious() {
                    self.draft = kept(app, self.form, &self.form.template(&self.values));
                }
                Err(self.explain(failure))
            }
        }
    }

    fn explain(&self, failure: Failure) -> Failure {
        match &self.draft {
            Some(draft) => draft.explain(failure, &self.command),
            None => failure,
        }
    }
}
