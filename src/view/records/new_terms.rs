//! Notes on new terms of an agreement.

use chrono::NaiveDate;

use crate::domain::agreement::AgreementTerms;
use crate::domain::cadence::{Cadence, MonthDays, OrdinalSet, months_without, nth_text};
use crate::domain::dates::{self, DayOrMoment, Now, Today};
use crate::domain::pair::PairContext;
use crate::view::words;

/// Lists the first dates: `First check-ins: Wed 6 Jan 12:00, Wed 17 Feb 12:00 and Wed 31 Mar 12:00 (07:00, 07:00 and 07:00 for Ana)`;
/// of a rhythm that is counted from the last check-in, the latest day.
pub fn first_dates(first: &[DayOrMoment], pair: &PairContext, now: Now) -> String {
    let today = words::today(pair.user(), now);
    let text = |one: &DayOrMoment| match one {
        DayOrMoment::Day(day) => dates::format_day(*day, today),
        DayOrMoment::Moment(at) => words::moment(*at, pair.user().zone, now),
    };
    let mine: Vec<String> = first.iter().map(text).collect();
    let few = if first.len() == 1 { "" } else { "s" };
    let dates = words::join_with_and(&mine);
    if let [DayOrMoment::Day(_), ..] = first {
        return format!("First check-in{few} by {dates} (each counted from the one before)");
    }
    let theirs = for_partner(first, pair).map(|theirs| format!(" ({theirs})"));
    format!("First check-in{few}: {dates}{}", theirs.unwrap_or_default())
}

/// Returns the times in the zone of the partner; `None`: they are equal, or days without a time.
fn for_partner(dates: &[DayOrMoment], pair: &PairContext) -> Option<String> {
    let (here, there) = (pair.user().zone, pair.partner().zone);
    let moments = dates.iter().filter_map(|one| match one {
        DayOrMoment::Moment(at) => Some((at.with_timezone(&here), at.with_timezone(&there))),
        DayOrMoment::Day(_) => None,
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

/// Notes in which of its months a rhythm that begins on `starts` lacks a day. `None`: it has all of its days in each of
/// them, or always the last.
pub fn gaps(cadence: &Cadence, starts: NaiveDate) -> Option<String> {
    let Cadence::Monthly { every, days, .. } = cadence else {
        return None;
    };
    let rhythm = match every {
        1 => "monthly".to_owned(),
        every => format!("every {every} months"),
    };
    let (places, last_sure) = match days {
        MonthDays::Weekday { places, .. } => (places, 4),
        MonthDays::Dates(dates) => (dates, 28),
    };
    let rarest = places.iter().filter(|place| *place > last_sure).max()?;
    if places.contains(OrdinalSet::LAST) {
        return None;
    }
    let is_only_place = places.len() == 1;
    let consequence = if is_only_place { "no check-in" } else { "fewer check-ins" };
    let nth = nth_text(rarest);
    let always = |day: &str| {
        let always = format!("; `{rhythm} on last {day} ...` always has one");
        if is_only_place { always } else { String::new() }
    };
    if let MonthDays::Weekday { day, .. } = days {
        let day = day.to_string().to_lowercase();
        let always = always(&day);
        return Some(format!("months without a {nth} {day} have {consequence}{always}"));
    }
    let months = months_without(rarest, cadence.first_on_or_after(starts), *every);
    let names: Vec<String> = months.iter().map(|month| month.name().to_owned()).collect();
    let has = match names.as_slice() {
        [] => return None,
        [one] if rarest == 29 => format!("{one} has, outside leap years,"),
        [one] => format!("{one} has"),
        several => format!("{} have", words::join_with_and(several)),
    };
    Some(format!("{has} no {nth}, and so {consequence}{}", always("day")))
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
    use super::*;
    use crate::domain::dates::DateStyle;
    use crate::domain::zone::Tz;

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
    fn the_months_that_lack_a_day_of_the_rhythm_are_named() {
        let note = |cadence: &str, starts: &str| {
            let cadence = Cadence::parse(cadence, Tz::Europe__London).unwrap();
            gaps(&cadence, date(starts)).unwrap_or_default()
        };
        for (cadence, starts, told) in [
            ("monthly on 29th", "2027-01-01", "February has, outside leap years, no 29th"),
            ("monthly on 30th", "2027-01-01", "February has no 30th, and so no check-in;"),
            ("monthly on 31st", "2027-01-01", "February, April, June, September and November have"),
            ("every 2 months on 31st", "2027-01-01", "September and November have no 31st"),
            ("quarterly on 31st", "2027-01-01", "April has no 31st, and so no check-in;"),
            ("quarterly on 31st", "2027-02-01", "June and September have no 31st"),
            ("quarterly on 30th", "2027-01-01", ""),
            ("every 12 months on 29th", "2027-01-01", ""),
            (
                "monthly on 15th and 31st",
                "2027-01-01",
                "November have no 31st, and so fewer check-ins",
            ),
            ("monthly on last day", "2027-01-01", ""),
            (
                "monthly on 5th fri",
                "2027-01-01",
                "months without a 5th fri have no check-in; `monthly on",
            ),
            ("monthly on 1st and 5th fri", "2027-01-01", "without a 5th fri have fewer check-ins"),
        ] {
            let note = note(cadence, starts);
            assert!(note.contains(told) && note.is_empty() == told.is_empty(), "{cadence}: {note}");
        }
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
