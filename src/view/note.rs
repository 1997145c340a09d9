//! Wins and insights as a listing and as a card.

use chrono::NaiveDate;

use crate::view::card::Card;
use crate::view::page::Page;
use crate::view::table::Table;
use crate::view::words;

/// Number, day, title, whether it is private.
type Line<'t> = (i64, NaiveDate, &'t str, bool);

pub fn table<'t>(lines: impl Iterator<Item = Line<'t>>, noun: &'static str, page: &Page) -> String {
    let mut table = Table::new(&["#", "on", noun]);
    for (number, on, title, private) in lines {
        table.row(vec![
            number.to_string(),
            on.to_string(),
            words::titled(title, private),
        ]);
    }
    table.render(page)
}

pub fn card(noun: &str, number: i64, on: NaiveDate, title: &str, page: &Page) -> String {
    let mut card = Card::new(&format!("{noun} {number}: {title}"));
    card.line("on", on);
    card.render(page)
}
