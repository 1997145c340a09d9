//! The days of a month on which a fixed rhythm falls: weekdays by their place in the month, or dates.

use std::fmt;

use chrono::{Datelike, Days, Month, NaiveDate, Weekday};

use crate::domain::cadence::nth_text;
use crate::domain::recurrence::short_name;

/// Places counted from the start of a month, 1 to 31, and the last one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OrdinalSet(u32);

impl OrdinalSet {
    /// Stands for the last place, as in RFC 5545.
    pub const LAST: i8 = -1;
    /// The bit of the last place; place `n` has bit `n`.
    const LAST_BIT: u32 = 1;

    fn bit(place: i8) -> u32 {
        match u32::try_from(place) {
            Ok(place) => 1 << place,
            Err(_) => OrdinalSet::LAST_BIT,
        }
    }

    pub fn contains(self, place: i8) -> bool {
        self.0 & OrdinalSet::bit(place) != 0
    }

    pub fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// The places in the order of the month.
    pub fn iter(self) -> impl Iterator<Item = i8> {
        (1..=31).chain([OrdinalSet::LAST]).filter(move |place| self.contains(*place))
    }

    /// The set of places that each lie from 1 to `max` or are the last. `None`: one does not, or stands twice, or there is
    /// none.
    pub fn from_places(places: &[i8], max: i8) -> Option<OrdinalSet> {
        let mut set = OrdinalSet::default();
        for place in places {
            let is_valid = *place == OrdinalSet::LAST || (1..=max).contains(place);
            if !is_valid || set.contains(*place) {
                return None;
            }
            set.0 |= OrdinalSet::bit(*place);
        }
        (set.len() > 0).then_some(set)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthDays {
    /// The first to fifth such weekday of the month, or the last.
    Weekday { places: OrdinalSet, day: Weekday },
    /// Dates from 1 to 31, or the last day; months without a date skip it (RFC 5545, BYMONTHDAY).
    Dates(OrdinalSet),
}

impl MonthDays {
    /// How many days a month has at most.
    pub fn len(&self) -> u32 {
        match self {
            MonthDays::Weekday { places, .. } => places.len(),
            MonthDays::Dates(dates) => dates.len(),
        }
    }

    pub fn contains(&self, date: NaiveDate) -> bool {
        let is_followed_by_month = |days| (date + Days::new(days)).month() != date.month();
        let is_in = |places: OrdinalSet, place: u32, is_last: bool| {
            i8::try_from(place).is_ok_and(|place| places.contains(place))
                || (is_last && places.contains(OrdinalSet::LAST))
        };
        match self {
            MonthDays::Weekday { places, day } => {
                date.weekday() == *day
                    && is_in(*places, date.day0() / 7 + 1, is_followed_by_month(7))
            }
            MonthDays::Dates(dates) => is_in(*dates, date.day(), is_followed_by_month(1)),
        }
    }

    /// The part of a rule that names the days, as RFC 5545 writes it.
    pub fn rule_part(&self) -> String {
        match self {
            MonthDays::Weekday { places, day } => {
                let day = short_name(*day);
                let days: Vec<String> = places.iter().map(|nth| format!("{nth}{day}")).collect();
                format!("BYDAY={}", days.join(","))
            }
            MonthDays::Dates(dates) => {
                let dates: Vec<String> = dates.iter().map(|date| date.to_string()).collect();
                format!("BYMONTHDAY={}", dates.join(","))
            }
        }
    }
}

impl fmt::Display for MonthDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MonthDays::Weekday { places, day } => {
                let places: Vec<String> = places.iter().map(nth_text).collect();
                let day = day.to_string().to_lowercase();
                write!(f, "{} {day}", places.join(" and "))
            }
            MonthDays::Dates(dates) => {
                let text = |date| match date {
                    OrdinalSet::LAST => "last day".to_owned(),
                    date => date.to_string(),
                };
                let dates: Vec<String> = dates.iter().map(text).collect();
                f.write_str(&dates.join(" and "))
            }
        }
    }
}

/// Returns which months of a common year lack a date, among every `every`-th month from that of `first`.
pub fn months_without(date: i8, first: NaiveDate, every: u32) -> Vec<Month> {
    const COMMON_YEAR: i32 = 2027;
    let recurs = |month: u32| (0..12).any(|turn| (first.month0() + turn * every) % 12 + 1 == month);
    let lacks = |month: u32| {
        let first = NaiveDate::from_ymd_opt(COMMON_YEAR, month, 1);
        first.is_some_and(|first| i32::from(date) > i32::from(first.num_days_in_month()))
    };
    let months = (1..=12_u8).filter(|month| recurs(u32::from(*month)) && lacks(u32::from(*month)));
    months.filter_map(|month| Month::try_from(month).ok()).collect()
}
