//! People, norms and terms as points of reports.

use crate::domain::agreement::Agreement;
use crate::domain::dates::{self, Today};
use crate::domain::norm::Norm;
use crate::domain::pair::PairContext;
use crate::domain::person::{Person, Side};
use crate::domain::record::Record;
use crate::view::page::report::ReportItem;
use crate::view::records::agreement;

/// Formats a person: zone, working hours, preferences.
pub fn person(person: &Person, side: Side) -> ReportItem {
    let lists =
        [("prefers", &person.preferences), ("needs", &person.needs), ("avoid", &person.avoids)];
    let texts = [
        ("speaks", &person.language),
        ("called", &person.called),
        ("holidays", &person.holidays),
        ("notes", &person.notes),
    ];
    let texts = texts.into_iter().filter_map(|(what, text)| {
        let text = text.as_deref()?;
        Some(format!("{what}: {text}"))
    });
    let lists = lists
        .into_iter()
        .flat_map(|(what, texts)| texts.iter().map(move |text| format!("{what}: {text}")));
    ReportItem::with_label(format!("{} ({side})", person.name), "")
        .with_details([format!("{}, works {}", person.zone, person.week)])
        .with_details(texts)
        .with_details(lists)
}

/// Formats a norm with the answer of each side.
pub fn norm(one: &Norm, pair: &PairContext) -> ReportItem {
    let answers = Side::ALL.iter().filter_map(|side| {
        let words = one.says(*side)?;
        Some(format!("{}: {words}", pair.first_name(*side)))
    });
    ReportItem::from(one.title.clone()).with_details(answers)
}

/// Lists the terms of an agreement and who has accepted it.
pub fn terms(one: &Record<Agreement>, pair: &PairContext, today: Today) -> Vec<ReportItem> {
    let accepted = Side::ALL.iter().map(|side| match one.accepted_by(*side) {
        Some(on) => format!(
            "{} on {}{}",
            pair.first_name(*side),
            dates::format_day(on, today),
            agreement::by_mail(one, *side)
        ),
        None => format!("{}: not yet", pair.first_name(*side)),
    });
    let because = one.changed_because.as_deref();
    let because = because.map(|text| format!(": {text}")).unwrap_or_default();
    let mut points = vec![
        ReportItem::with_label("version", format!("{}{because}", one.version)),
        ReportItem::with_label("accepted", accepted.collect::<Vec<_>>().join("; ")),
    ];
    points.extend(one.terms.fields().into_iter().map(|(key, texts)| {
        let name = agreement::label(key);
        let texts = agreement::display_texts(key, texts, today);
        match texts.as_slice() {
            [only] => ReportItem::with_label(name, only),
            _ => ReportItem::with_label(name, "").with_details(texts),
        }
    }));
    points
}
