//! People as a listing and as a card.

use crate::domain::dates::Now;
use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::view::page::layout::Layout;
use crate::view::page::table::Table;
use crate::view::records::card::Card;

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

pub fn card(person: &Record<Person>, now: Now, page: &Layout) -> String {
    let local = now.at.with_timezone(&person.zone);
    let mut card = Card::new(&person.name);
    card.line("number", person.id);
    card.line("zone", format!("{} (now {})", person.zone, local.format("%a %H:%M")));
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

/// Confirms a change: `Updated Ana Díaz: time zone Asia/Tokyo (was America/Bogota)`.
pub fn updated_message(before: &Person, after: &Person) -> String {
    let list = |texts: &[String]| match texts {
        [] => "none".to_owned(),
        texts => format!("\"{}\"", texts.join("; ")),
    };
    let text = |text: &Option<String>| {
        text.as_ref().map_or_else(|| "none".to_owned(), |text| format!("\"{text}\""))
    };
    let values = |person: &Person| {
        [
            ("name", person.name.clone()),
            ("time zone", person.zone.to_string()),
            ("works", person.week.to_string()),
            ("language", text(&person.language)),
            ("called", text(&person.called)),
            ("prefers", list(&person.preferences)),
            ("needs", list(&person.needs)),
            ("avoids", list(&person.avoids)),
            ("holidays", text(&person.holidays)),
        ]
    };
    let pairs = values(before).into_iter().zip(values(after));
    let differing = pairs.filter(|((_, old), (_, new))| old != new);
    let mut changes: Vec<String> =
        differing.map(|((label, old), (_, new))| format!("{label} {new} (was {old})")).collect();
    changes.extend((before.notes != after.notes).then(|| "notes".to_owned()));
    format!("Updated {}: {}", after.name, changes.join(", "))
}

/// Lists what to keep in mind before talking with a person.
pub fn in_mind(person: &Person, called: &str) -> Vec<String> {
    let name = person.called.iter().cloned();
    let groups = [
        ("prefers", &person.preferences),
        ("needs", &person.needs),
        ("avoid with", &person.avoids),
    ];
    let groups = groups.into_iter().filter(|(_, texts)| !texts.is_empty());
    let points = groups.map(|(what, texts)| {
        let texts = texts.join("; ");
        match what {
            "avoid with" => format!("avoid with {called}: {texts}"),
            _ => format!("{called} {what}: {texts}"),
        }
    });
    name.chain(points).collect()
}
