//! Days in words.

use chrono::{Datelike, NaiveDate};

use crate::domain::dates::habits::{Manner, habits};

/// `Fri 27 Nov`, or as the user likes it, with the year where it is not this one.
pub fn short(day: NaiveDate, today: NaiveDate) -> String {
    let (this_year, other) = match habits().manner {
        Manner::Default => ("%a %-d %b", "%a %-d %b %Y"),
        Manner::Iso => ("%Y-%m-%d", "%Y-%m-%d"),
        Manner::American => ("%a %b %-d", "%a %b %-d, %Y"),
        Manner::Long => ("%A %-d %B", "%A %-d %B %Y"),
    };
    let form = if day.year() == today.year() {
        this_year
    } else {
        other
    };
    day.format(form).to_string()
}

/// `today`, `tomorrow`, `in 4 days`, `3 weeks ago`.
pub fn relative(day: NaiveDate, today: NaiveDate) -> String {
    let days = (day - today).num_days();
    let (count, unit) = match days.abs() {
        count @ ..28 => (count, "day"),
        count @ 28..90 => (count / 7, "week"),
        count @ 90..730 => (count * 12 / 365, "month"),
        count => (count / 365, "year"),
    };
    let plural = if count == 1 { "" } else { "s" };
    match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        2.. => format!("in {count} {unit}{plural}"),
        _ => format!("{count} {unit}{plural} ago"),
    }
}

/// `Fri 27 Nov (in 4 days)`.
pub fn spoken(day: NaiveDate, today: NaiveDate) -> String {
    format!("{} ({})", short(day, today), relative(day, today))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::dates::{Habits, follow};

    #[test]
    fn days_are_written_in_the_manner_that_the_user_likes() {
        let on = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = on("2026-12-01");
        for (manner, this_year, other) in [
            (Manner::Default, "Fri 4 Dec", "Tue 5 Jan 2027"),
            (Manner::Iso, "2026-12-04", "2027-01-05"),
            (Manner::American, "Fri Dec 4", "Tue Jan 5, 2027"),
            (Manner::Long, "Friday 4 December", "Tuesday 5 January 2027"),
        ] {
            follow(Habits {
                manner,
                ..Habits::USUAL
            });
            let said = [on("2026-12-04"), on("2027-01-05")].map(|day| short(day, today));
            follow(Habits::USUAL);
            assert_eq!(said, [this_year, other]);
        }
    }

    #[test]
    fn days_are_said_with_their_distance() {
        let on = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = on("2026-12-01");
        for (day, said) in [
            ("2026-12-01", "Tue 1 Dec (today)"),
            ("2026-12-05", "Sat 5 Dec (in 4 days)"),
            ("2026-11-30", "Mon 30 Nov (yesterday)"),
            ("2027-01-05", "Tue 5 Jan 2027 (in 5 weeks)"),
            ("2026-06-01", "Mon 1 Jun (6 months ago)"),
            ("2029-12-01", "Sat 1 Dec 2029 (in 3 years)"),
        ] {
            assert_eq!(spoken(on(day), today), said);
        }
    }
}
