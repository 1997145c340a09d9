//! Large cities and their zones, for those who don't know what the IANA database calls theirs.

use crate::domain::text::plain_letters;
use crate::domain::zone::{Tz, places};

/// A line for each zone: its name, a tab, and the names of its cities. `cities.py` makes it.
const CITIES: &str = include_str!("cities.txt");

/// Every name of a city, with its zone.
pub fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = CITIES.lines().filter_map(|line| line.split_once('\t'));
    lines.flat_map(|(zone, names)| names.split(", ").map(move |name| (name, zone)))
}

/// The zones in which there is a large city of this name; or else the one whose own name ends in it.
pub fn zones_named(typed: &str) -> Vec<Tz> {
    let wanted = plain_letters(typed);
    if wanted.is_empty() {
        return Vec::new();
    }
    let zones: Vec<Tz> = all()
        .filter(|(name, _)| plain_letters(name) == wanted)
        .filter_map(|(_, zone)| Tz::find_zone(zone))
        .collect();
    if !zones.is_empty() {
        return zones;
    }
    let same_end = |zone: &Tz| {
        let end = zone.name().rsplit_once('/');
        end.is_some_and(|(region, city)| is_region(region) && plain_letters(city) == wanted)
    };
    let ends: Vec<Tz> = places().filter(same_end).collect();
    match ends.as_slice() {
        [_] if !["north", "south", "west"].contains(&wanted.as_str()) => ends,
        _ => Vec::new(),
    }
}

/// Regions whose zones are called after cities and islands; not `US/Central`, not `Etc/GMT+1`.
fn is_region(region: &str) -> bool {
    const REGIONS: [&str; 10] = [
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    ];
    let first = region.split('/').next().unwrap_or_default();
    REGIONS.contains(&first)
}

/// The cities that may be meant by what is typed so far, with their zones.
pub fn cities_beginning_with(typed: &str) -> Vec<(&'static str, &'static str)> {
    let begun = plain_letters(typed);
    if begun.is_empty() {
        return Vec::new();
    }
    all()
        .filter(|(name, _)| plain_letters(name).starts_with(&begun))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(typed: &str) -> String {
        let zones: Vec<&str> = zones_named(typed).iter().map(|zone| zone.name()).collect();
        zones.join(" ")
    }

    #[test]
    fn large_cities_are_known_by_old_and_new_names() {
        for (typed, expected) in [
            ("Bangalore", "Asia/Kolkata"),
            ("bengaluru", "Asia/Kolkata"),
            ("MUMBAI", "Asia/Kolkata"),
            ("Bombay", "Asia/Kolkata"),
            ("San Francisco", "America/Los_Angeles"),
            ("san-francisco", "America/Los_Angeles"),
            ("Beijing", "Asia/Shanghai"),
            ("Peking", "Asia/Shanghai"),
            ("São Paulo", "America/Sao_Paulo"),
            ("Sao Paulo", "America/Sao_Paulo"),
            ("Sa\u{303}o Paulo", "America/Sao_Paulo"),
            ("München", "Europe/Berlin"),
            ("Köln", "Europe/Berlin"),
            ("Kraków", "Europe/Warsaw"),
            ("Łódź", "Europe/Warsaw"),
            ("Kiev", "Europe/Kyiv"),
            ("Kyiv", "Europe/Kyiv"),
            ("Xi’an", "Asia/Shanghai"),
            ("St. Louis", "America/Chicago"),
            ("Washington, D.C.", "America/New_York"),
            ("New York", "America/New_York"),
            ("Đà Nẵng", "Asia/Ho_Chi_Minh"),
            ("İstanbul", "Europe/Istanbul"),
            ("Bogotá", "America/Bogota"),
            ("Honolulu", "Pacific/Honolulu"),
            ("Reykjavík", "Atlantic/Reykjavik"),
            ("Azores", "Atlantic/Azores"),
            ("London", "Europe/London"),
        ] {
            assert_eq!(zone(typed), expected, "{typed}");
        }
    }

    #[test]
    fn a_name_of_several_cities_has_all_their_zones() {
        assert_eq!(zone("Portland"), "America/Los_Angeles America/New_York");
        assert_eq!(zone("Birmingham"), "America/Chicago Europe/London");
        assert_eq!(zone("Hyderabad"), "Asia/Karachi Asia/Kolkata");
    }

    #[test]
    fn what_is_no_city_has_no_zone() {
        for typed in [
            "",
            "…",
            "Central",
            "Eastern",
            "West",
            "EST",
            "IST",
            "CET",
            "GMT",
            "Москва",
        ] {
            assert_eq!(zone(typed), "", "{typed}");
        }
    }

    #[test]
    fn every_zone_of_the_table_exists_and_names_are_plain() {
        let mut before = "";
        for line in CITIES.lines() {
            let (name, cities) = line.split_once('\t').unwrap();
            assert!(before < name, "{name}");
            assert!(
                Tz::find_zone(name).is_some_and(|zone| zone.name() == name),
                "{name}"
            );
            assert!(
                cities.is_ascii()
                    && cities
                        .split(", ")
                        .all(|city| !plain_letters(city).is_empty())
            );
            before = name;
        }
        assert!(all().count() > 5000);
    }
}
