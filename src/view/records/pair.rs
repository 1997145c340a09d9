//! Pairs as a listing and as a card.

use crate::domain::dates::{self, Now};
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::view::page::layout::Layout;
use crate::view::page::table::Table;
use crate::view::records::card::Card;
use crate::view::words;

pub fn added_message(pair: &PairContext) -> String {
    format!("Added pair `{}`: {} mentors {}", pair.slug(), pair.mentor.name, pair.mentee.name)
}

/// Formats the line above the first question: ``Pair `ana`, with Ana Díaz``.
pub fn question_header(pair: &PairContext) -> String {
    format!("Pair `{}`, with {}", pair.slug(), pair.partner().name)
}

/// Remarks on a change in a paused pair.
pub fn paused_remark(pair: &PairContext, now: Now) -> String {
    let since = dates::format_day(pair.record.state_on, words::today(pair.user(), now));
    format!(
        "`{0}` has been paused since {since}; run `mentor pair resume {0}` to resume it",
        pair.slug()
    )
}

pub fn table(pairs: &[PairContext], in_use: Option<&str>, page: &Layout) -> String {
    let mut table = Table::new(&["", "short name", "you are", "state", "with", "zone"]);
    for pair in pairs {
        let used = if in_use == Some(pair.slug()) { "*" } else { "" };
        table.row(vec![
            used.to_owned(),
            pair.slug().to_owned(),
            pair.user_side().to_string(),
            pair.record.state.to_string(),
            pair.partner().name.clone(),
            pair.partner().zone.to_string(),
        ]);
    }
    table.render(page)
}

/// Formats a pair. For the partner, the user is not the one who is addressed.
pub fn card(pair: &PairContext, for_partner: bool, now: Now, page: &Layout) -> String {
    let mut card =
        Card::new(&format!("{}: {} mentors {}", pair.slug(), pair.mentor.name, pair.mentee.name));
    card.line(
        "state",
        format!(
            "{} since {}",
            pair.record.state,
            dates::format_day(pair.record.state_on, words::today(pair.user(), now))
        ),
    );
    card.optional("because", pair.record.because.as_deref());
    for side in [Side::Mentor, Side::Mentee] {
        let person = pair.person(side);
        let local = now.at.with_timezone(&person.zone);
        let you = if person.is_user && !for_partner { " (you)" } else { "" };
        card.line(
            side.word(),
            format!(
                "{}{you}, {} (now {}), {}",
                person.name,
                person.zone,
                local.format("%a %H:%M"),
                person.week
            ),
        );
    }
    card.render(page)
}
