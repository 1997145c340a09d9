//! Templates, a line each.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::view::page::layout::Layout;
use crate::view::page::style::{Style, paint};
use crate::view::page::table::Table;

/// A template and what can be done with it.
pub struct TemplateLine {
    pub name: String,
    pub about: String,
    /// None: it came along.
    pub path: Option<PathBuf>,
    /// The command whose form it is, or why it is none.
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

pub fn list(lines: &[TemplateLine]) -> Value {
    let items: Vec<Value> = lines
        .iter()
        .map(|line| {
            json!({
                "name": line.name,
                "command": line.fits.as_ref().ok(),
                "about": line.about,
                "path": line.path,
                "problem": line.fits.as_ref().err(),
            })
        })
        .collect();
    json!({ "schema": "mentor.template.list/1", "items": items })
}
