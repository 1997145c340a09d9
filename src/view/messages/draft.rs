//! Drafts.

use chrono::{DateTime, SubsecRound, Utc};
use serde::Serialize;

use crate::domain::dates::Now;
use crate::domain::draft::SavedDraft;
use crate::domain::zone::Tz;
use crate::view::json::{ItemAnswer, ListAnswer};
use crate::view::page::layout::Layout;
use crate::view::page::table::Table;
use crate::view::words;

pub fn table(drafts: &[SavedDraft], zone: Tz, now: Now, page: &Layout) -> String {
    let mut table = Table::new(&["#", "name", "saved", "for", "begins with"]);
    for (at, draft) in drafts.iter().enumerate() {
        let saved = words::moment(draft.at, zone, now);
        table.row(vec![
            (at + 1).to_string(),
            draft.name.clone(),
            saved,
            draft.command.clone(),
            draft.first_line().to_owned(),
        ]);
    }
    table.render(page)
}

/// Text that was typed before a command failed.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DraftEntry<'a> {
    name: &'a str,
    path: String,
    /// When it was saved.
    at: DateTime<Utc>,
    /// The command that continues with it, such as `mentor log -p ana`.
    command: &'a str,
    text: &'a str,
}

impl<'a> From<&'a SavedDraft> for DraftEntry<'a> {
    fn from(draft: &'a SavedDraft) -> Self {
        DraftEntry {
            name: &draft.name,
            path: draft.path.display().to_string(),
            at: draft.at.trunc_subsecs(0),
            command: &draft.command,
            text: &draft.text,
        }
    }
}

/// Columns of the CSV listing: the fields of an entry.
pub const COLUMNS: [&str; 5] = ["name", "path", "at", "command", "text"];

pub fn item(draft: &SavedDraft) -> ItemAnswer<DraftEntry<'_>> {
    ItemAnswer { item: draft.into() }
}

pub fn list(drafts: &[SavedDraft]) -> ListAnswer<DraftEntry<'_>> {
    ListAnswer::new(drafts.iter().map(DraftEntry::from))
}
