//! Time zones: names, offsets, and local times that are skipped or ambiguous.

mod city;
mod data;
mod known_offset;
mod offset;
#[cfg(test)]
mod sample;
pub mod variable;
mod version;
mod windows;

use chrono::{
    DateTime, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc,
};

pub use city::cities_beginning_with;
pub use data::{OffsetPeriod, SystemData, Tz, known_zone_data, use_system_data, zone_data};
pub use version::ZoneData;
pub use windows::zone_of_windows_name;

use crate::domain::nearest::nearest;
use crate::domain::text::plain_letters;

/// Why a zone was refused.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ZoneError {
    #[error("`{typed}` is not a time zone")]
    Unknown { typed: String },
    /// An offset such as `UTC+1`; `minutes` are east of UTC.
    #[error("`{typed}` is an offset from UTC, not a time zone")]
    Offset { typed: String, minutes: i32 },
    #[error("`{typed}` is the name of cities in several time zones")]
    Several { typed: String, zones: Vec<Tz> },
}

impl ZoneError {
    pub fn hint(&self) -> String {
        match self {
            ZoneError::Unknown { typed } => match nearest_name(typed.trim()) {
                Some(near) => format!("did you mean {near}?"),
                None if is_abbreviation(typed) => match place_of_abbreviation(typed) {
                    Some(place) => {
                        format!("abbreviations are ambiguous; use a city, such as `{place}`")
                    }
                    None => "abbreviations are ambiguous; name a large city".to_owned(),
                },
                None => "name a large city, or a zone such as `Europe/London` or `America/Bogota`"
                    .to_owned(),
            },
            ZoneError::Offset { minutes, .. } => match offset::zone_all_year(*minutes) {
                Some(zone) => format!(
                    "name your city, since its clocks may change; `{zone}` is {} all year",
                    offset::format_offset(*minutes)
                ),
                None => "name your city, since its clocks may change".to_owned(),
            },
            ZoneError::Several { zones, .. } => {
                let zones: Vec<String> = zones.iter().map(|zone| format!("`{zone}`")).collect();
                format!("choose one: {}", zones.join(" or "))
            }
        }
    }
}

fn is_abbreviation(typed: &str) -> bool {
    typed.chars().all(|c| c.is_ascii_uppercase())
}

/// Returns a place whose clocks an abbreviation stands for almost everywhere. `None`: it is unknown, or common for several
/// offsets, such as IST, CST and BST.
fn place_of_abbreviation(typed: &str) -> Option<&'static str> {
    Some(match typed {
        "ET" | "EST" | "EDT" => "America/New_York",
        "MT" | "MST" | "MDT" => "America/Denver",
        "PT" | "PST" | "PDT" => "America/Los_Angeles",
        "WET" | "WEST" => "Europe/Lisbon",
        "CET" | "CEST" => "Europe/Paris",
        "EET" | "EEST" => "Europe/Athens",
        "JST" => "Asia/Tokyo",
        "AEST" | "AEDT" => "Australia/Sydney",
        "NZST" | "NZDT" => "Pacific/Auckland",
        _ => return None,
    })
}

/// Whether a zone is named after a place, or is UTC. Abbreviations such as EST name offsets.
fn is_place(zone: Tz) -> bool {
    zone.name().contains('/') || zone == Tz::UTC
}

/// Returns all zones that are named after a place.
pub fn places() -> impl Iterator<Item = Tz> {
    Tz::all().filter(|zone| is_place(*zone))
}

/// Finds a zone by its IANA name, in any case, unless that name is an abbreviation.
pub fn find_zone(text: &str) -> Option<Tz> {
    Tz::find_zone(text.trim()).filter(|zone| is_place(*zone))
}

/// Parses an IANA name or the name of a large city, in any case. Offsets and abbreviations are refused, because they
/// don't tell when the clocks change.
pub fn parse(typed: &str) -> Result<Tz, ZoneError> {
    let text = typed.trim();
    if let Some(zone) = find_zone(text).or_else(|| find_zone(&text.replace(' ', "_"))) {
        return Ok(zone);
    }
    if let Some(minutes) = offset::parse(text) {
        return Err(ZoneError::Offset { typed: typed.to_owned(), minutes });
    }
    let zones = city::zones_named(text);
    match zones.as_slice() {
        [zone] => Ok(*zone),
        [] => Err(ZoneError::Unknown { typed: typed.to_owned() }),
        _ => Err(ZoneError::Several { typed: typed.to_owned(), zones }),
    }
}

/// Maximum length of a text that is compared with all names; a longer one is similar to none of them.
const MAX_COMPARED_CHARS: usize = 60;

/// Returns the zone or city that was probably meant, formatted for a hint. Text with a digit is a malformed offset, for
/// which the nearest name would be a different offset, so it has none.
fn nearest_name(typed: &str) -> Option<String> {
    if is_abbreviation(typed) || typed.chars().nth(MAX_COMPARED_CHARS).is_some() {
        return None;
    }
    if let Some(zone) = Tz::find_zone(typed).and_then(variable::place_of_old_name) {
        return Some(format!("`{zone}`"));
    }
    if typed.chars().count() < 4 || typed.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let city_of = |name: &str| plain_letters(name.rsplit('/').next().unwrap_or(name));
    let zones = places().filter(|zone| !zone.name().starts_with("Etc/"));
    let zones = zones.map(|zone| (city_of(zone.name()), format!("`{zone}`")));
    let cities =
        city::all().map(|(name, zone)| (plain_letters(name), format!("`{name}` (`{zone}`)")));
    // Zones come first, since of equal names the first is found.
    let known: Vec<(String, String)> = zones.chain(cities).collect();
    let city = city_of(typed);
    let meant = nearest(&city, known.iter().map(|(name, _)| name.as_str()))
        // A short word is too similar to some city: `Home` to Rome.
        .filter(|name| *name == city || city.len() > 4)?;
    known.iter().find(|(name, _)| name == meant).map(|(_, shown)| shown.clone())
}

/// A local time that does not exist or is ambiguous.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum LocalError {
    #[error("{} does not exist in {zone} (clocks go forward)", local.format("%Y-%m-%d %H:%M"))]
    Gap { local: NaiveDateTime, zone: Tz, before: NaiveDateTime, after: NaiveDateTime },
    #[error("{} happens twice in {zone}", local.format("%Y-%m-%d %H:%M"))]
    Fold { local: NaiveDateTime, zone: Tz, first: String, second: String },
}

impl LocalError {
    pub fn hint(&self) -> String {
        match self {
            LocalError::Gap { before, after, .. } => format!(
                "the nearest times that exist are `{}` and `{}`",
                before.format("%Y-%m-%d %H:%M"),
                after.format("%Y-%m-%d %H:%M")
            ),
            LocalError::Fold { first, second, .. } => format!("write `{first}` or `{second}`"),
        }
    }
}

/// Returns the nearest existing local time in the direction of `step`, which is one minute forwards or backwards. No
/// gap is longer than a day.
fn nearest_existing(local: NaiveDateTime, zone: Tz, step: TimeDelta) -> NaiveDateTime {
    std::iter::successors(Some(local), |at| at.checked_add_signed(step))
        .take(36 * 60)
        .find(|at| !matches!(zone.from_local_datetime(at), LocalResult::None))
        .unwrap_or(local)
}

/// Converts a local time to an instant; fails for a time in a gap or a fold.
pub fn resolve_local(local: NaiveDateTime, zone: Tz) -> Result<DateTime<Utc>, LocalError> {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(at) => Ok(at.with_timezone(&Utc)),
        LocalResult::Ambiguous(a, b) => {
            let (first, second) = if a < b { (a, b) } else { (b, a) };
            Err(LocalError::Fold {
                local,
                zone,
                first: first.format("%Y-%m-%dT%H:%M%:z").to_string(),
                second: second.format("%Y-%m-%dT%H:%M%:z").to_string(),
            })
        }
        LocalResult::None => Err(LocalError::Gap {
            local,
            zone,
            before: nearest_existing(local, zone, TimeDelta::minutes(-1)),
            after: nearest_existing(local, zone, TimeDelta::minutes(1)),
        }),
    }
}

/// Returns the moment at which a day begins in a zone: midnight, or the end of a gap at midnight.
pub fn start_of_day(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    resolve_wall_clock(day.and_time(NaiveTime::MIN), zone)
}

/// Returns the last second of a day in a zone.
pub fn end_of_day(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    start_of_day(day.succ_opt().unwrap_or(day), zone) - TimeDelta::seconds(1)
}

/// Converts a recurring local time to an instant. A time in a gap moves forward by the length of the gap, an ambiguous
/// one is the earlier of the two (RFC 5545, section 3.3.5).
pub fn resolve_wall_clock(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(at) => at.with_timezone(&Utc),
        LocalResult::Ambiguous(a, b) => a.min(b).with_timezone(&Utc),
        LocalResult::None => {
            // Use the offset in force before the gap, taken from three hours earlier.
            let before = local.checked_sub_signed(TimeDelta::hours(3)).unwrap_or(local);
            let offset =
                zone.from_local_datetime(&before).earliest().map_or(TimeDelta::zero(), |at| {
                    use chrono::Offset;
                    TimeDelta::seconds(i64::from(at.offset().fix().local_minus_utc()))
                });
            DateTime::from_naive_utc_and_offset(local - offset, Utc)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hint(typed: &str) -> String {
        parse(typed).unwrap_err().hint()
    }

    #[test]
    fn a_zone_parses_from_its_name_or_that_of_a_large_city() {
        for (typed, expected) in [
            ("Europe/London", "Europe/London"),
            (" america/new york ", "America/New_York"),
            ("utc", "UTC"),
            ("Etc/GMT-1", "Etc/GMT-1"),
            ("Bangalore", "Asia/Kolkata"),
            ("são paulo", "America/Sao_Paulo"),
        ] {
            assert_eq!(parse(typed).map(Tz::name), Ok(expected), "{typed}");
        }
    }

    #[test]
    fn an_offset_is_refused_without_proposing_a_different_one() {
        for (typed, expected) in [
            ("GMT+1", "`Africa/Lagos` is UTC+01:00 all year"),
            ("UTC+2", "`Africa/Johannesburg` is UTC+02:00 all year"),
            ("utc+05:30", "`Asia/Kolkata` is UTC+05:30 all year"),
            ("GMT-5", "`America/Bogota` is UTC-05:00 all year"),
            ("GMT", "`UTC` is UTC+00:00 all year"),
        ] {
            assert!(hint(typed).ends_with(expected), "{typed}: {}", hint(typed));
        }
        for typed in ["UTC-8", "Etc/GMT+15", "GMT+25", "UTC+1:5", "Etc/GMT+01"] {
            assert!(!hint(typed).contains("Etc/GMT"), "{typed}: {}", hint(typed));
        }
    }

    #[test]
    fn similar_names_are_proposed() {
        for (typed, expected) in [
            ("Londn", "did you mean `Europe/London`?"),
            ("Bogata", "did you mean `America/Bogota`?"),
            ("America/Bogata", "did you mean `America/Bogota`?"),
            ("Europe/Bogota", "did you mean `America/Bogota`?"),
            ("Sao Paolo", "did you mean `America/Sao_Paulo`?"),
            ("Bangalor", "did you mean `Bangalore` (`Asia/Kolkata`)?"),
            ("EST5EDT", "did you mean `America/New_York`?"),
            ("Japan", "did you mean `Asia/Tokyo`?"),
            ("Portland", "choose one: `America/Los_Angeles` or `America/New_York`"),
        ] {
            assert_eq!(hint(typed), expected, "{typed}");
        }
        for typed in ["Middle Earth", "America/Foo", "Mars/Base", "Home"] {
            assert!(hint(typed).starts_with("name a large city"), "{typed}: {}", hint(typed));
        }
        for (typed, expected) in [
            ("EST", "use a city, such as `America/New_York`"),
            ("PDT", "use a city, such as `America/Los_Angeles`"),
            ("CET", "use a city, such as `Europe/Paris`"),
            ("IST", "name a large city"),
            ("DC", "name a large city"),
        ] {
            assert_eq!(hint(typed), format!("abbreviations are ambiguous; {expected}"));
        }
    }
}
