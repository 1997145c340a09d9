//! Pairs as a listing and as a card.

use chrono::{DateTime, Utc};

use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::view::card::Card;
use crate::view::page::Layout;
use crate::view::table::Table;

pub fn added(couple: &PairContext) -> String {
    format!(
        "Added pair `{}`: {} mentors {}",
        couple.slug(),
        couple.mentor.name,
        couple.mentee.name
    )
}

pub fn table(couples: &[PairContext], in_use: Option<&str>, page: &Layout) -> String {
    let mut table = Table::new(&["", "slug", "you are", "state", "with", "their zone"]);
    for couple in couples {
        let used = if in_use == Some(couple.slug()) {
            "*"
        } else {
            ""
        };
        table.row(vec![
            used.to_owned(),
            couple.slug().to_owned(),
            couple.user_side().to_string(),
            couple.pair.state.to_string(),
            couple.partner().name.clone(),
            couple.partner().zone.to_string(),
        ]);
    }
    table.render(page)
}

pub fn card(couple: &PairContext, now: DateTime<Utc>, page: &Layout) -> String {
    let mut card = Card::new(&format!(
        "{}: {} mentors {}",
        couple.slug(),
        couple.mentor.name,
        couple.mentee.name
    ));
    card.line(
        "state",
        format!("{} since {}", couple.pair.state, couple.pair.state_on),
    );
    card.optional("because", couple.pair.because.as_deref());
    for side in [Side::Mentor, Side::Mentee] {
        let person = couple.person(side);
        let local = now.with_timezone(&person.zone);
        let you = if person.is_user { " (you)" } else { "" };
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
