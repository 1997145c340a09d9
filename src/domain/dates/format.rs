//! Formats days and distances.

use chrono::{Datelike, Months, NaiveDate};

use crate::domain::dates::{DateStyle, Manner, Today};

/// Formats a day as `Fri 27 Nov`, or in the user's style, with the year unless it is the current one.
pub fn format_day(day: NaiveDate, today: Today) -> String {
    let (this_year, other) = match today.style.manner {
        Manner::Default => ("%a %-d %b", "%a %-d %b %Y"),
        Manner::Iso => ("%Y-%m-%d", "%Y-%m-%d"),
        Manner::American => ("%a %b %-d", "%a %b %-d, %Y"),
        Manner::Long => ("%A %-d %B", "%A %-d %B %Y"),
    };
    let form = if day.year() == today.day.year() { this_year } else { other };
    day.format(form).to_string()
}

/// Formats the distance of a day: `today`, `tomorrow`, `in 4 days`, `3 weeks ago`. Exact multiples are given in years,
/// months or weeks, others in days or, if far away, in approximate months or years.
pub fn format_distance(day: NaiveDate, today: NaiveDate) -> String {
    let days = (day - today).num_days();
    match days {
        0 => return "today".to_owned(),
        1 => return "tomorrow".to_owned(),
        -1 => return "yesterday".to_owned(),
        _ => {}
    }
    let (about, count, unit) = distance(day, today);
    let plural = if count == 1 { "" } else { "s" };
    match days {
        1.. => format!("in {about}{count} {unit}{plural}"),
        _ => format!("{about}{count} {unit}{plural} ago"),
    }
}

/// Longest distance given in days if it is no exact number of weeks or months.
const MAX_DAYS: i64 = 100;

fn distance(day: NaiveDate, today: NaiveDate) -> (&'static str, i64, &'static str) {
    let days = (day - today).num_days().abs();
    if days < 28 {
        return ("", days, "day");
    }
    match whole_months(day, today) {
        Some(months) if months % 12 == 0 => return ("", months / 12, "year"),
        Some(months) if months < 24 => return ("", months, "month"),
        _ => {}
    }
    match days {
        _ if days % 7 == 0 && days < 365 => ("", days / 7, "week"),
        ..=MAX_DAYS => ("", days, "day"),
        _ if days < 730 => ("about ", (days * 12 + 182) / 365, "month"),
        _ => ("about ", (days + 182) / 365, "year"),
    }
}

/// Returns the number of calendar months between two days. `None`: it is not an exact number.
fn whole_months(day: NaiveDate, today: NaiveDate) -> Option<i64> {
    let of_year = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month());
    let months = (of_year(day) - of_year(today)).abs();
    let by = Months::new(u32::try_from(months).ok()?);
    let reached =
        if day > today { today.checked_add_months(by)? } else { today.checked_sub_months(by)? };
    (months > 0 && reached == day).then_some(months)
}

/// Formats a range as `20 Aug to 28 Nov 2026`, or in the user's style. A single day is formatted as such.
pub fn range(first: NaiveDate, last: NaiveDate, style: DateStyle) -> String {
    let (day, full) = match style.manner {
        Manner::Default => ("%-d %b", "%-d %b %Y"),
        Manner::Iso => ("%Y-%m-%d", "%Y-%m-%d"),
        Manner::American => ("%b %-d", "%b %-d, %Y"),
        Manner::Long => ("%-d %B", "%-d %B %Y"),
    };
    if first == last {
        return last.format(full).to_string();
    }
    let begins = if first.year() == last.year() { day } else { full };
    format!("{} to {}", first.format(begins), last.format(full))
}

/// Formats a day with its distance: `Fri 27 Nov (in 4 days)`.
pub fn format_day_and_distance(day: NaiveDate, today: Today) -> String {
    format!("{} ({})", format_day(day, today), format_distance(day, today.day))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::domain::dates::{self, DayRole};

    #[test]
    fn days_are_formatted_in_the_users_style() {
        let on = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (manner, this_year, other) in [
            (Manner::Default, "Fri 4 Dec", "Tue 5 Jan 2027"),
            (Manner::Iso, "2026-12-04", "2027-01-05"),
            (Manner::American, "Fri Dec 4", "Tue Jan 5, 2027"),
            (Manner::Long, "Friday 4 December", "Tuesday 5 January 2027"),
        ] {
            let style = DateStyle { manner, ..DateStyle::USUAL };
            let text = [on("2026-12-04"), on("2027-01-05")]
                .map(|day| format_day(day, style.today(on("2026-12-01"))));
            assert_eq!(text, [this_year, other]);
        }
    }

    #[test]
    fn days_are_formatted_with_their_distance() {
        let on = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = DateStyle::USUAL.today(on("2026-12-01"));
        for (day, text) in [
            ("2026-12-01", "Tue 1 Dec (today)"),
            ("2026-12-05", "Sat 5 Dec (in 4 days)"),
            ("2026-11-30", "Mon 30 Nov (yesterday)"),
            ("2027-01-05", "Tue 5 Jan 2027 (in 5 weeks)"),
            ("2026-06-01", "Mon 1 Jun (6 months ago)"),
            ("2029-12-01", "Sat 1 Dec 2029 (in 3 years)"),
            ("2027-03-01", "Mon 1 Mar 2027 (in 3 months)"),
            ("2027-01-04", "Mon 4 Jan 2027 (in 34 days)"),
            ("2027-01-01", "Fri 1 Jan 2027 (in 1 month)"),
            ("2027-05-12", "Wed 12 May 2027 (in about 5 months)"),
            ("2024-05-12", "Sun 12 May 2024 (about 3 years ago)"),
            ("2050-01-01", "Sat 1 Jan 2050 (in about 23 years)"),
        ] {
            assert_eq!(format_day_and_distance(on(day), today), text);
        }
    }

    /// Formatted days parse back to the same day, in every style, for years before and after today.
    #[test]
    fn formatted_days_parse_back() {
        for manner in [Manner::Default, Manner::Iso, Manner::American, Manner::Long] {
            let style = DateStyle { manner, ..DateStyle::USUAL };
            for today in ["2026-12-01", "2024-02-29", "2027-01-01", "2028-12-31"] {
                let today = style.today(today.parse().unwrap());
                for ahead in -1500..1500 {
                    let day = today.day + TimeDelta::days(ahead);
                    let role = match ahead {
                        ..=0 => DayRole::Past,
                        _ => DayRole::Deadline,
                    };
                    for text in [format_day_and_distance(day, today), format_day(day, today)] {
                        let read = dates::parse_day(&text, today, role);
                        assert_eq!(read, Ok(day), "{text} on {}", today.day);
                    }
                }
            }
        }
    }

    /// A formatted distance parses back to its day.
    #[test]
    fn formatted_distances_parse_back() {
        for today in ["2026-12-01", "2026-11-30", "2027-01-31", "2028-02-29"] {
            let today = DateStyle::USUAL.today(today.parse().unwrap());
            for ahead in -1500..1500 {
                let day = today.day + TimeDelta::days(ahead);
                let text = format_distance(day, today.day);
                if !text.contains("about") {
                    let read = dates::parse_day(&text, today, DayRole::Future);
                    assert_eq!(read, Ok(day), "{text} from {}", today.day);
                }
            }
        }
    }
}
