//! Large cities and their zones, for those who don't know what the IANA database calls theirs.

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
    let wanted = key(typed);
    if wanted.is_empty() {
        return Vec::new();
    }
    let zones: Vec<Tz> = all()
        .filter(|(name, _)| key(name) == wanted)
        .filter_map(|(_, zone)| Tz::named(zone))
        .collect();
    if !zones.is_empty() {
        return zones;
    }
    let same_end = |zone: &Tz| {
        let end = zone.name().rsplit_once('/');
        end.is_some_and(|(region, city)| is_region(region) && key(city) == wanted)
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
    let begun = key(typed);
    if begun.is_empty() {
        return Vec::new();
    }
    all()
        .filter(|(name, _)| key(name).starts_with(&begun))
        .collect()
}

/// What names are compared by: small letters and digits, without accents.
fn key(name: &str) -> String {
    let mut key = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            letter if letter.is_ascii_alphanumeric() => key.push(letter),
            letter if letter.is_ascii() => {}
            letter => key.push_str(without_accent(letter)),
        }
    }
    key
}

/// The plain letters of one that is not ASCII's; what is no letter falls away. Small letters of Latin-1, Latin
/// Extended-A and what Vietnamese, Romanian and Azerbaijani add.
fn without_accent(letter: char) -> &'static str {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' | 'ə' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' | 'ḩ' | 'ḥ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ǐ' | 'ỉ' | 'ị' => "i",
        'ĵ' => "j",
        'ķ' | 'ḵ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŋ' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ǒ' | 'ọ'..='ợ' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ṣ' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' | 'ṭ' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ǔ' | 'ụ'..='ự' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' => "y",
        'ź' | 'ż' | 'ž' | 'ẓ' => "z",
        // Accents that stand behind their letter, apostrophes and dashes of all kinds.
        '\u{300}'..='\u{36f}' | '\u{2010}'..='\u{201f}' | '\u{2b0}'..='\u{2ff}' => "",
        // A letter that no city here is written with: nothing is equal to it.
        _ => "?",
    }
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
                Tz::named(name).is_some_and(|zone| zone.name() == name),
                "{name}"
            );
            assert!(cities.is_ascii() && cities.split(", ").all(|city| !key(city).is_empty()));
            before = name;
        }
        assert!(all().count() > 5000);
    }
}
