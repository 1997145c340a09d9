//! The names that Windows has for zones, which Outlook and Exchange write into calendars.

use crate::domain::zone::Tz;

/// A line for each name: it, a tab, and its zone. `windows.py` makes it.
const NAMES: &str = include_str!("windows.txt");

/// The zone of a Windows name (`Pacific Standard Time`), in any case.
pub fn zone_of_windows_name(name: &str) -> Option<Tz> {
    let mut lines = NAMES.lines().filter_map(|line| line.split_once('\t'));
    let (_, zone) = lines.find(|(known, _)| known.eq_ignore_ascii_case(name))?;
    Tz::find_zone(zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_of_the_table_has_a_zone() {
        let names: Vec<_> = NAMES.lines().skip(1).collect();
        assert!(names.len() > 130, "{}", names.len());
        for line in names {
            let (name, zone) = line.split_once('\t').unwrap();
            let found = zone_of_windows_name(&name.to_lowercase());
            assert_eq!(found.map(Tz::name), Some(zone), "{name}");
        }
        assert_eq!(zone_of_windows_name("Martian Standard Time"), None);
    }
}
