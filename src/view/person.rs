//! People as a listing and as a card.

use chrono::{DateTime, Utc};

use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::view::card::Card;
use crate::view::layout::Layout;
use crate::view::table::Table;

pub fn table(people: &[Record<Person>], page: &Layout) -> String {
    let mut table = Table::new(&["#", "zone", "works", "name"]);
    for person in people {
        let me = if person.is_user { " (you)" } else { "" };
        table.row(vec![
            person.id.to_string(),
            person.zone.to_string(),
            person.week.to_string(),
            format!("{}{me}", person.name),
        ]);
    }
    table.render(page)
}

pub fn card(person: &Record<Person>, now: DateTime<Utc>, page: &Layout) -> String {
    let local = now.with_timezone(&person.zone);
    let mut card = Card::new(&person.name);
    card.line("number", person.id);
    card.line(
        "zone",
        format!("{} (now {})", person.zone, local.format("%a %H:%M")),
    );
    card.line("works", person.week);
    card.optional("language", person.language.as_deref());
    card.optional("called", person.called.as_deref());
    card.list("prefers", &person.preferences);
    card.list("needs", &person.needs);
    card.list("avoids", &person.avoids);
    card.optional("holidays", person.holidays.as_deref());
    card.optional("notes", person.notes.as_deref());
    card.render(page)
}

/// What to keep in mind before talking with them.
pub fn in_mind(person: &Person, called: &str) -> Vec<String> {
    let name = person.called.iter().cloned();
    let told = [
        ("prefers", &person.preferences),
        ("needs", &person.needs),
        ("avoid with", &person.avoids),
    ];
    let told = told.into_iter().filter(|(_, texts)| !texts.is_empty());
    let points = told.map(|(what, texts)| {
        let texts = texts.join("; ");
        match what {
            "avoid with" => format!("avoid with {called}: {texts}"),
            _ => format!("{called} {what}: {texts}"),
        }
    });
    name.chain(points).collect()
}
