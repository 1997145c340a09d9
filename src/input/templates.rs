//! Templates: prefilled forms, built in or in the user's folder beside `config.toml`.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use crate::config::toml_text;
use crate::domain::nearest::nearest;
use crate::error::{Failure, Result};
use crate::input::form::{Form, FormValues};
use crate::paths::Paths;
use crate::platform::regular_file::{self, MAX_TEXT_FILE_BYTES};

/// A prefilled form.
pub struct Template {
    pub name: String,
    pub text: String,
    /// `None`: built in.
    pub path: Option<PathBuf>,
}

macro_rules! built_in {
    ($($name:literal),+ $(,)?) => {
        const BUILT_IN: &[(&str, &str)] = &[$(
            ($name, include_str!(concat!("../../examples/templates/", $name, ".toml")))
        ),+];
    };
}

built_in!(
    "phd", "software", "career-change", "teacher", "open-source", "first-call", "regular-call",
);

/// Returns the user's templates by name, then the built-in ones that they don't replace.
pub fn all(paths: &Paths) -> Result<Vec<Template>> {
    let mut templates = user_templates(paths)?;
    for (name, text) in BUILT_IN {
        if templates.iter().all(|template| template.name != *name) {
            templates.push(Template {
                name: (*name).to_owned(),
                text: (*text).to_owned(),
                path: None,
            });
        }
    }
    Ok(templates)
}

fn user_templates(paths: &Paths) -> Result<Vec<Template>> {
    let read_failure = |error: std::io::Error| {
        let folder = paths.templates.display();
        Failure::storage(format!("can't read the templates in `{folder}`: {error}"))
    };
    let entries = match fs::read_dir(&paths.templates) {
        Ok(entries) => entries,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(Vec::new());
        }
        Err(error) => return Err(read_failure(error)),
    };
    let mut templates = Vec::new();
    for entry in entries {
        let path = entry.map_err(read_failure)?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let Some(name) = name.and_then(|name| name.strip_suffix(".toml")) else {
            continue;
        };
        let bytes = regular_file::read(&path, MAX_TEXT_FILE_BYTES).map_err(|error| {
            Failure::storage(format!("can't read `{}`: {error}", path.display()))
                .hint("move it away from the templates")
        })?;
        templates.push(Template {
            name: name.to_owned(),
            text: toml_text::decode_utf8(bytes, &format!("`{}`", path.display()))?,
            path: Some(path),
        });
    }
    templates.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(templates)
}

/// Finds a template by name.
pub fn find(paths: &Paths, name: &str) -> Result<Template> {
    let mut templates = all(paths)?;
    if let Some(index) = templates.iter().position(|template| template.name == name) {
        return Ok(templates.swap_remove(index));
    }
    let failure = Failure::not_found(format!("no template `{name}`"));
    Err(match nearest(name, templates.iter().map(|template| template.name.as_str())) {
        Some(similar) => failure.hint(format!("did you mean `{similar}`?")),
        None => {
            failure.hint("run `mentor agree template --list` to see them, or use `--from FILE`")
        }
    })
}

impl Template {
    /// Returns the description: the first line, if it is a comment.
    pub fn description(&self) -> &str {
        let first = self.text.lines().next().unwrap_or_default();
        first.strip_prefix('#').map_or("", str::trim)
    }

    pub fn values(&self, form: &Form) -> Result<FormValues> {
        let source = match &self.path {
            Some(path) => format!("`{}`", path.display()),
            None => format!("the template `{}`", self.name),
        };
        form.read(&self.text, &source)
    }
}
