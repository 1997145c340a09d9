//! Days away in a line.

use crate::domain::away::Away;
use crate::domain::dates::{self, Now, Today};
use crate::domain::pair::PairContext;
use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::view::page::layout::Layout;
use crate::view::page::table::Table;
use crate::view::words;

/// Confirms days away: `Ana Díaz is away from Sun 20 Dec to Sun 3 Jan 2027 (15 days): exams`.
pub fn added_message(away: &Record<Away>, person: &Person, now: Now) -> String {
    let today = words::today(person, now);
    let because = away.because.as_deref().map(|text| format!(": {text}"));
    format!("{} {}{}", person.name, is_away(away, today), because.unwrap_or_default())
}

/// Formats `is away` or, if all of the days have passed, `was away`, with the days.
fn is_away(away: &Away, today: Today) -> String {
    let verb = if away.until < today.day { "was" } else { "is" };
    format!("{verb} away {}", span(away, today))
}

/// Confirms an earlier last day: `Ended time away 1: Ana Díaz was away from Sun 20 Dec to Thu 24 Dec (5 days)`.
pub fn ended_message(away: &Record<Away>, person: &Person, now: Now) -> String {
    let days = span(away, words::today(person, now));
    format!("Ended time away {}: {} was away {days}", away.id, person.name)
}

/// Formats the days: `from Sun 20 Dec to Sun 3 Jan 2027 (15 days)`.
pub fn span(away: &Away, today: Today) -> String {
    let days = (away.until - away.from).num_days() + 1;
    match days {
        1 => format!("on {}", dates::format_day_and_distance(away.from, today)),
        days => format!(
            "from {} to {} ({})",
            dates::format_day(away.from, today),
            dates::format_day(away.until, today),
            words::count(days, "day")
        ),
    }
}

/// Names person and days: `Ana is away from Sun 20 Dec to Sun 3 Jan 2027 (15 days)`.
pub fn in_words(away: &Away, pair: &PairContext, today: Today) -> String {
    let side = pair.side_of(away.person);
    let name = side.map_or("", |side| pair.first_name(side));
    format!("{name} {}", is_away(away, today))
}

pub fn table(found: &[(Record<Away>, String)], today: Today, page: &Layout) -> String {
    let mut table = Table::new(&["#", "who", "away", "reason"]);
    for (away, name) in found {
        let because = away.because.as_deref().unwrap_or_default();
        table.row(vec![
            away.id.to_string(),
            name.clone(),
            span(away, today),
            words::title_with_privacy(because, away.private),
        ]);
    }
    table.render(page)
}
