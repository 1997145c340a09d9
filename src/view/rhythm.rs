//! What is said of a rhythm when it is agreed.

use chrono::{DateTime, Utc};

use crate::domain::cadence::{Cadence, nth_text};
use crate::domain::dates::{self, When};
use crate::domain::pair::PairContext;
use crate::view::words;

/// `First check-ins: Wed 6 Jan 12:00, Wed 17 Feb 12:00 and Wed 31 Mar 12:00 (07:00, 07:00 and 07:00 for Ana)`.
pub fn first_dates(first: &[When], pair: &PairContext, now: DateTime<Utc>) -> String {
    let today = words::today(pair.user(), now);
    let text = |one: &When| match one {
        When::Day(day) => dates::format_day(*day, today),
        When::Moment(at) => words::moment(*at, pair.user().zone, now),
    };
    let mine: Vec<String> = first.iter().map(text).collect();
    let theirs = for_partner(first, pair);
    let is_counted = matches!(first, [When::Day(_), ..]);
    format!(
        "First check-in{}: {}{}",
        if first.len() == 1 { "" } else { "s" },
        words::join_with_and(&mine),
        match (theirs, is_counted) {
            (Some(theirs), _) => format!(" ({theirs})"),
            (None, true) => " (after the last check-in)".to_owned(),
            (None, false) => String::new(),
        }
    )
}

/// The same times where the partner is; none: they are the same there, or days without a time.
fn for_partner(dates: &[When], pair: &PairContext) -> Option<String> {
    let (here, there) = (pair.user().zone, pair.partner().zone);
    let moments = dates.iter().filter_map(|one| match one {
        When::Moment(at) => Some((at.with_timezone(&here), at.with_timezone(&there))),
        When::Day(_) => None,
    });
    let (mut clocks, mut differ) = (Vec::new(), false);
    for (mine, theirs) in moments {
        differ |= mine.naive_local() != theirs.naive_local();
        let form = match mine.date_naive() == theirs.date_naive() {
            true => "%H:%M",
            false => "%a %H:%M",
        };
        clocks.push(theirs.format(form).to_string());
    }
    if clocks.iter().all(|clock| clocks.first() == Some(clock)) {
        clocks.truncate(1);
    }
    let name = pair.first_name(pair.user_side().other());
    differ.then(|| format!("{} for {name}", words::join_with_and(&clocks)))
}

/// A rhythm that has no date in its time.
pub fn no_dates(cadence: &Cadence) -> String {
    format!("no check-in falls into the agreed time: {cadence}")
}

/// Which months a rhythm leaves out.
pub fn gaps(cadence: &Cadence) -> Option<String> {
    let (what, months) = match cadence {
        Cadence::MonthlyDay { day: 31, .. } => {
            ("31st", "February, April, June, September and November have")
        }
        Cadence::MonthlyDay { day: 30, .. } => ("30th", "February has"),
        Cadence::MonthlyDay { day: 29, .. } => ("29th", "February has, outside leap years,"),
        Cadence::Monthly { nth: 5, day, .. } => {
            let day = day.to_string().to_lowercase();
            return Some(format!(
                "months without a {} {day} have no check-in; `monthly on last {day} ...` has one in every month",
                nth_text(5)
            ));
        }
        _ => return None,
    };
    Some(format!(
        "{months} no {what}, and so no check-in; `monthly on last day ...` has one in every month"
    ))
}
