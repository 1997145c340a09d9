//! Notes on new terms of an agreement.

use crate::domain::agreement::AgreementTerms;
use crate::domain::cadence::{Cadence, MonthDays, OrdinalSet, nth_text};
use crate::domain::dates::{self, Now, Today, When};
use crate::domain::pair::PairContext;
use crate::view::words;

/// Lists the first dates: `First check-ins: Wed 6 Jan 12:00, Wed 17 Feb 12:00 and Wed 31 Mar 12:00 (07:00, 07:00 and 07:00 for Ana)`;
/// of a rhythm that is counted from the last check-in, the latest day.
pub fn first_dates(first: &[When], pair: &PairContext, now: Now) -> String {
    let today = words::today(pair.user(), now);
    let text = |one: &When| match one {
        When::Day(day) => dates::format_day(*day, today),
        When::Moment(at) => words::moment(*at, pair.user().zone, now),
    };
    let mine: Vec<String> = first.iter().map(text).collect();
    let few = if first.len() == 1 { "" } else { "s" };
    let dates = words::join_with_and(&mine);
    if let [When::Day(_), ..] = first {
        return format!("First check-in{few} by {dates} (each counted from the one before)");
    }
    let theirs = for_partner(first, pair).map(|theirs| format!(" ({theirs})"));
    format!("First check-in{few}: {dates}{}", theirs.unwrap_or_default())
}

/// Returns the times in the zone of the partner; `None`: they are equal, or days without a time.
fn for_partner(dates: &[When], pair: &PairContext) -> Option<String> {
    let (here, there) = (pair.user().zone, pair.partner().zone);
    let moments = dates.iter().filter_map(|one| match one {
        When::Moment(at) => Some((at.with_timezone(&here), at.with_timezone(&there))),
        When::Day(_) => None,
    });
    let (mut clocks, mut differ) = (Vec::new(), false);
    for (mine, theirs) in moments {
        differ |= mine.naive_local() != theirs.naive_local();
        let form = if mine.date_naive() == theirs.date_naive() { "%H:%M" } else { "%a %H:%M" };
        clocks.push(theirs.format(form).to_string());
    }
    if clocks.iter().all(|clock| clocks.first() == Some(clock)) {
        clocks.truncate(1);
    }
    let name = pair.first_name(pair.user_side().other());
    differ.then(|| format!("{} for {name}", words::join_with_and(&clocks)))
}

/// Names the terms of the previous version that a form leaves out: version 2 drops length, cadence and notice.
pub fn dropped(before: &AgreementTerms, after: &AgreementTerms, version: u32) -> Option<String> {
    let left: Vec<_> = after.fields();
    let is_gone = |key: &str, texts: &Vec<String>| {
        let stays = left.iter().any(|(other, texts)| *other == key && !texts.is_empty());
        !texts.is_empty() && !stays
    };
    let before = before.fields().into_iter();
    let gone = before.filter(|(key, texts)| is_gone(key, texts));
    let labels: Vec<String> =
        gone.map(|(key, _)| words::field_label(key).replace('_', " ")).collect();
    (!labels.is_empty()).then(|| {
        let labels = words::join_with_and(&labels);
        format!("version {version} drops what the form leaves out: {labels}")
    })
}

/// Notes which time was assumed for a rhythm without one.
pub fn usual_time(cadence: &Cadence) -> String {
    format!("no time given; agreed as `{cadence}`")
}

/// Notes that a rhythm has no date within the term.
pub fn no_dates(cadence: &Cadence) -> String {
    format!("no check-in falls within the agreement: {cadence}")
}

/// Notes which months a rhythm skips. `None`: it has a check-in in each of its months.
pub fn gaps(cadence: &Cadence) -> Option<String> {
    let Cadence::Monthly { every, days, .. } = cadence else {
        return None;
    };
    let rhythm = match every {
        1 => "monthly".to_owned(),
        every => format!("every {every} months"),
    };
    // A date that every month has, or another place of the weekday, fills the gap of the others.
    let is_always_there = |places: OrdinalSet, last_sure: i8| {
        places.contains(OrdinalSet::LAST) || (1..=last_sure).any(|place| places.contains(place))
    };
    match days {
        MonthDays::Weekday { places, .. } if is_always_there(*places, 4) => None,
        MonthDays::Weekday { day, .. } => {
            let day = day.to_string().to_lowercase();
            Some(format!(
                "months without a {} {day} have no check-in; `{rhythm} on last {day} ...` always has one",
                nth_text(5)
            ))
        }
        MonthDays::Dates(dates) if is_always_there(*dates, 28) => None,
        MonthDays::Dates(dates) => {
            let first = dates.iter().next().unwrap_or(OrdinalSet::LAST);
            let months = match first {
                29 => "February has, outside leap years,",
                30 => "February has",
                _ => "February, April, June, September and November have",
            };
            Some(format!(
                "{months} no {}, and so no check-in; `{rhythm} on last day ...` always has one",
                nth_text(first)
            ))
        }
    }
}

/// Notes days that make no sense: a last day that has passed, a review outside the agreement.
pub fn misplaced_days(terms: &AgreementTerms, today: Today) -> Vec<String> {
    let day = |day| dates::format_day(day, today);
    let ended = terms.ends.filter(|ends| *ends < today.day).map(|ends| {
        format!(
            "the agreement ended on {}, so its terms no longer apply; run `mentor agree renew --ends DATE` to extend it",
            day(ends)
        )
    });
    let (starts, ends) = (terms.starts, terms.ends);
    let review = terms.review_on.and_then(|review| {
        let before = starts.filter(|starts| review < *starts);
        let after = ends.filter(|ends| review > *ends);
        let beside = match (before, after) {
            (Some(starts), _) => format!("before the agreement starts on {}", day(starts)),
            (None, Some(ends)) => format!("after the agreement ends on {}", day(ends)),
            (None, None) => return None,
        };
        Some(format!(
            "the first joint review on {} is {beside}; run `mentor agree renew --review-on DATE` to move it",
            day(review)
        ))
    });
    ended.into_iter().chain(review).collect()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::dates::DateStyle;

    fn date(day: &str) -> NaiveDate {
        day.parse().unwrap()
    }

    fn remarks(ends: &str, review_on: &str) -> Vec<String> {
        let terms = AgreementTerms {
            starts: Some(date("2026-12-01")),
            ends: Some(date(ends)),
            review_on: Some(date(review_on)),
            ..AgreementTerms::default()
        };
        misplaced_days(&terms, DateStyle::USUAL.today(date("2027-03-01")))
    }

    #[test]
    fn a_day_inside_the_agreement_is_not_remarked_on() {
        assert!(remarks("2027-03-01", "2026-12-01").is_empty());
        assert!(remarks("2027-06-01", "2027-06-01").is_empty());
    }

    #[test]
    fn a_last_day_that_has_passed_is_remarked_on() {
        let [remark] = &remarks("2027-02-28", "2027-02-01")[..] else { panic!("one remark") };
        assert!(remark.contains("ended on Sun 28 Feb"), "{remark}");
    }

    #[test]
    fn a_review_before_the_first_day_or_after_the_last_is_remarked_on() {
        let remark = |review| remarks("2027-06-01", review).join("");
        assert!(remark("2026-11-30").contains("before the agreement starts on Tue 1 Dec 2026"));
        assert!(remark("2027-06-02").contains("after the agreement ends on Tue 1 Jun"));
    }
}
