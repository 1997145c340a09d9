//! Forms that are filled in to begin with: those that come along, and the user's own beside `config.toml`.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use crate::config::toml_text;
use crate::error::{Failure, Result};
use crate::input::form::{Form, FormValues};
use crate::nearest::nearest;
use crate::paths::Paths;
use crate::platform::regular_file::{self, MAX_TEXT_FILE_BYTES};

/// A form with a name.
pub struct Template {
    pub name: String,
    pub text: String,
    /// None: it came along.
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
    "phd",
    "software",
    "career-change",
    "teacher",
    "open-source",
    "first-call",
    "regular-call",
);

/// The user's own by name, then those that came along and that none of them replaces.
pub fn all(paths: &Paths) -> Result<Vec<Template>> {
    let mut found = user_templates(paths)?;
    for (name, text) in BUILT_IN {
        if found.iter().all(|template| template.name != *name) {
            found.push(Template {
                name: (*name).to_owned(),
                text: (*text).to_owned(),
                path: None,
            });
        }
    }
    Ok(found)
}

fn user_templates(paths: &Paths) -> Result<Vec<Template>> {
    let failed = |error: std::io::Error| {
        let folder = paths.templates.display();
        Failure::storage(format!("can't read the templates in `{folder}`: {error}"))
    };
    let entries = match fs::read_dir(&paths.templates) {
        Ok(entries) => entries,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(Vec::new());
        }
        Err(error) => return Err(failed(error)),
    };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.map_err(failed)?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let Some(name) = name.and_then(|name| name.strip_suffix(".toml")) else {
            continue;
        };
        let bytes = regular_file::read(&path, MAX_TEXT_FILE_BYTES).map_err(|error| {
            Failure::storage(format!("can't read `{}`: {error}", path.display()))
                .hint("move it away from the templates")
        })?;
        found.push(Template {
            name: name.to_owned(),
            text: toml_text::decode_utf8(bytes, &format!("`{}`", path.display()))?,
            path: Some(path),
        });
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

/// The template of this name.
pub fn find(paths: &Paths, name: &str) -> Result<Template> {
    let mut all = all(paths)?;
    if let Some(at) = all.iter().position(|template| template.name == name) {
        return Ok(all.swap_remove(at));
    }
    let failure = Failure::not_found(format!("no template `{name}`"));
    Err(
        match nearest(name, all.iter().map(|one| one.name.as_str())) {
            Some(near) => failure.hint(format!("did you mean `{near}`?")),
            None => {
                failure.hint("run `mentor agree template --list` to see them, or use `--from FILE`")
            }
        },
    )
}

impl Template {
    /// What it is for: its first line, if that is a comment.
    pub fn about(&self) -> &str {
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
