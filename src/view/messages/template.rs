//! The list of templates.

use std::path::PathBuf;

use serde::Serialize;

use crate::view::json::ListAnswer;
use crate::view::page::layout::Layout;
use crate::view::page::style::{Style, paint};
use crate::view::page::table::Table;

/// A template and the command that it is for.
pub struct TemplateLine {
    pub name: String,
    pub about: String,
    /// `None`: built in.
    pub path: Option<PathBuf>,
    /// The command whose form it fills in, or why it fits none.
    pub fits: Result<&'static str, String>,
}

pub fn table(lines: &[TemplateLine], page: &Layout) -> String {
    let mut table = Table::new(&["template", "for", "", "what it is"]);
    for line in lines {
        let own = if line.path.is_some() { "yours" } else { "" };
        let (command, about) = match &line.fits {
            Ok(command) => ((*command).to_owned(), line.about.clone()),
            Err(problem) => ("?".to_owned(), paint(Style::Overdue, problem)),
        };
        table.row(vec![line.name.clone(), command, own.to_owned(), about]);
    }
    table.render(page)
}

/// A template.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TemplateEntry<'a> {
    name: &'a str,
    /// The command whose form it fills in; null: there is a problem.
    command: Option<&'static str>,
    about: &'a str,
    /// The user's file; null: built in.
    path: Option<String>,
    /// Why it does not fit a form.
    problem: Option<&'a str>,
}

pub fn list(lines: &[TemplateLine]) -> ListAnswer<TemplateEntry<'_>> {
    ListAnswer::new(lines.iter().map(|line| TemplateEntry {
        name: &line.name,
        command: line.fits.as_ref().ok().copied(),
        about: &line.about,
        path: line.path.as_ref().map(|path| path.display().to_string()),
        problem: line.fits.as_ref().err().map(String::as_str),
    }))
}
