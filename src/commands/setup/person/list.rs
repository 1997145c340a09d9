//! `mentor person list`

use crate::app::App;
use crate::commands::command_line::arg::CsvArgs;
use crate::domain::person::Person;
use crate::error::Result;
use crate::store::{json, people};
use crate::view;
use crate::view::page::listing::ListFooter;

/// List people
#[derive(Debug, clap::Args)]
pub struct ListArgs {
    #[command(flatten)]
    cells: CsvArgs,
}

pub fn run(app: &mut App<'_, '_>, args: &ListArgs) -> Result<()> {
    let people = app.read(|tx| {
        let mut people = people::all(tx)?;
        if let Some(pair) = app.typed_pair(tx)? {
            people.retain(|person| [pair.mentor.id, pair.mentee.id].contains(&person.id));
        }
        Ok(people)
    })?;
    let footer = ListFooter {
        noun: "person",
        shown: people.len(),
        hint: "run `mentor init` to add yourself",
        ..ListFooter::default()
    };
    app.print_list_with_footer(
        args.cells.format(),
        &json::names::<Person>(),
        &footer,
        || json::list(&people, None),
        |page| view::records::person::table(&people, page),
    )
}
