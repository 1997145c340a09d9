//! The three ways in for everything long: flags, a TOML form (a file, or the editor), questions.

use crate::app::App;
use crate::draft::Draft;
use crate::editor;
use crate::error::{Failure, Kind, Result};
use crate::form::{Form, Values};

// Where the form comes from, if not from flags.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Ways {
    /// Read a filled-in TOML form; - is standard input
    #[arg(long = "from", alias = "from-file", value_name = "FILE")]
    pub from_file: Option<String>,

    /// Fill in the form in your editor
    #[arg(long, short = 'e')]
    pub editor: bool,
}

/// What was given, and where it is kept until it is stored.
pub struct Composed {
    pub values: Values,
    draft: Option<Draft>,
    command: String,
    form: &'static Form,
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
    let command = format!("mentor {}", form.name);
    let mut values = flags;
    if let Some(path) = &ways.from_file {
        values = values.or(form.read_from(path, &mut app.environment.stdin)?);
    }
    let mut composed = Composed {
        values,
        draft: None,
        command,
        form,
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
                let is_ours = matches!(
                    failure.kind,
                    Kind::Busy | Kind::Storage | Kind::Damaged | Kind::Newer | Kind::Bug
                );
                if self.draft.is_none() && is_ours && !self.values.is_empty() {
                    let draft = Draft::new(&app.paths.state, &self.form.name.replace(' ', "-"));
                    self.draft = draft.ok();
                    if let Some(draft) = &self.draft {
                        let _ = draft.save(&self.form.template(&self.values));
                    }
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
