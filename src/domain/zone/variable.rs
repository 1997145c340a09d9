//! Parses the environment variable `TZ`: a zone name, the path of a zone file, or a POSIX rule.

use crate::domain::zone::{Tz, is_place};

/// Returns the modern zone for a legacy name that is not a place, such as `EST5EDT`.
pub fn place_of_old_name(zone: Tz) -> Option<Tz> {
    const PLACES: [(&str, &str); 35] = [
        ("CET", "Europe/Brussels"),
        ("CST6CDT", "America/Chicago"),
        ("Cuba", "America/Havana"),
        ("EET", "Europe/Athens"),
        ("EST", "America/Panama"),
        ("EST5EDT", "America/New_York"),
        ("Egypt", "Africa/Cairo"),
        ("Eire", "Europe/Dublin"),
        ("GB", "Europe/London"),
        ("GB-Eire", "Europe/London"),
        ("HST", "Pacific/Honolulu"),
        ("Hongkong", "Asia/Hong_Kong"),
        ("Iceland", "Atlantic/Reykjavik"),
        ("Iran", "Asia/Tehran"),
        ("Israel", "Asia/Jerusalem"),
        ("Jamaica", "America/Jamaica"),
        ("Japan", "Asia/Tokyo"),
        ("Kwajalein", "Pacific/Kwajalein"),
        ("Libya", "Africa/Tripoli"),
        ("MET", "Europe/Brussels"),
        ("MST", "America/Phoenix"),
        ("MST7MDT", "America/Denver"),
        ("NZ", "Pacific/Auckland"),
        ("NZ-CHAT", "Pacific/Chatham"),
        ("Navajo", "America/Denver"),
        ("PRC", "Asia/Shanghai"),
        ("PST8PDT", "America/Los_Angeles"),
        ("Poland", "Europe/Warsaw"),
        ("Portugal", "Europe/Lisbon"),
        ("ROC", "Asia/Taipei"),
        ("ROK", "Asia/Seoul"),
        ("Singapore", "Asia/Singapore"),
        ("Turkey", "Europe/Istanbul"),
        ("W-SU", "Europe/Moscow"),
        ("WET", "Europe/Lisbon"),
    ];
    let found = PLACES.iter().find(|(old, _)| *old == zone.name())?;
    Tz::find_zone(found.1)
}

/// Returns the zone named by a value of `TZ`: `Europe/Berlin`, `:Europe/Berlin`, `posix/Europe/Berlin`, a path that
/// ends in a zone name, a legacy name such as `EST5EDT`, or UTC in one of its notations. `None`: it names no zone, as a
/// POSIX rule.
pub fn zone(value: &str) -> Option<Tz> {
    let mut tail = value.trim().trim_start_matches(':').trim_start_matches('/');
    if is_utc(tail) {
        return Some(Tz::UTC);
    }
    loop {
        if let Some(zone) = Tz::find_zone(tail) {
            return if is_place(zone) { Some(zone) } else { place_of_old_name(zone) };
        }
        tail = tail.split_once('/')?.1;
    }
}

/// Whether a value means UTC: `UTC`, `GMT0`, `<UTC>-00:00`.
fn is_utc(value: &str) -> bool {
    let value = value.trim_start_matches('<');
    let name_end = value.find(|c: char| !c.is_ascii_alphabetic());
    let (name, rest) = value.split_at(name_end.unwrap_or(value.len()));
    let rest = rest.trim_start_matches('>');
    let hours = rest.trim_start_matches(['+', '-']);
    let is_zero = hours.starts_with('0') && hours.chars().all(|c| matches!(c, '0' | ':'));
    ["UTC", "GMT", "UCT", "Zulu", "Universal", "Greenwich"].contains(&name)
        && (rest.is_empty() || is_zero)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_found_in_every_notation_of_tz() {
        for (value, expected) in [
            ("Europe/Berlin", "Europe/Berlin"),
            (":Europe/Berlin", "Europe/Berlin"),
            ("europe/berlin", "Europe/Berlin"),
            ("posix/Europe/Berlin", "Europe/Berlin"),
            ("right/Europe/Berlin", "Europe/Berlin"),
            ("/usr/share/zoneinfo/Europe/Berlin", "Europe/Berlin"),
            (
                ":/usr/share/zoneinfo/posix/America/Argentina/Buenos_Aires",
                "America/Argentina/Buenos_Aires",
            ),
            ("/var/db/timezone/zoneinfo/Asia/Tokyo", "Asia/Tokyo"),
            ("EST5EDT", "America/New_York"),
            ("CET", "Europe/Brussels"),
            ("Japan", "Asia/Tokyo"),
            ("UTC", "UTC"),
            ("UTC0", "UTC"),
            ("GMT0", "UTC"),
            ("<UTC>-00:00", "UTC"),
            ("Etc/UTC", "Etc/UTC"),
            ("/usr/share/zoneinfo/UTC", "UTC"),
        ] {
            assert_eq!(zone(value).map(Tz::name), Some(expected), "{value}");
        }
    }

    #[test]
    fn a_rule_or_an_unknown_name_has_no_zone() {
        for value in [
            "", "CET-1CEST", "CET-1CEST,M3.5.0,M10.5.0/3", "EST5EDT,M3.2.0,M11.1.0",
            "<+0330>-3:30", "GMT+", "UTC+1", "Berlin", "/etc/localtime", "localtime",
            "Mars/Olympus",
        ] {
            assert_eq!(zone(value), None, "{value}");
        }
    }

    #[test]
    fn every_legacy_name_has_a_zone() {
        let others = Tz::all().filter(|zone| !is_place(*zone) && zone.name() != "Factory");
        for old_name in others {
            assert!(zone(old_name.name()).is_some(), "{old_name}");
        }
    }
}
