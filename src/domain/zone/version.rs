//! Versions of the time zone data, and which of two sets of data is newer.

use std::fmt;

use chrono::NaiveDate;

/// The release date of the built-in data; a test checks it against the data's version.
const BUILT_IN_FROM: (i32, u32, u32) = (2026, 10, 28);

/// A version of the zone data, such as `2026b`: a year and the letters that number its releases.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ZoneDataVersion {
    pub year: i32,
    /// The number of letters and the letters themselves, so that `z` sorts before `aa`.
    pub(super) release: (usize, String),
}

impl ZoneDataVersion {
    /// Parses a version such as `2026b`, with or without a suffix (`2026b-rearguard`).
    pub fn parse(text: &str) -> Option<ZoneDataVersion> {
        let digits = text.trim();
        let (year, letters) = (digits.get(..4)?, digits.get(4..)?);
        let end = letters.find(|c: char| !c.is_ascii_lowercase());
        let letters = &letters[..end.unwrap_or(letters.len())];
        if letters.is_empty() || !year.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        Some(ZoneDataVersion {
            year: year.parse().ok()?,
            release: (letters.len(), letters.to_owned()),
        })
    }
}

impl fmt::Display for ZoneDataVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.year, self.release.1)
    }
}

/// Version and origin of the data in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneData {
    pub version: ZoneDataVersion,
    pub is_built_in: bool,
}

impl ZoneData {
    /// Returns the newer of the two, or the built-in data if both are equal, since that needs no file access.
    pub(super) fn newer(built_in: ZoneDataVersion, system: Option<ZoneDataVersion>) -> ZoneData {
        match system {
            Some(system) if system > built_in => ZoneData { version: system, is_built_in: false },
            _ => ZoneData { version: built_in, is_built_in: true },
        }
    }

    /// Whether the data was released more than a year ago. The version of the system's data contains only the year, so
    /// its last day is assumed.
    pub fn is_old(&self, today: NaiveDate) -> bool {
        let (year, month, day) =
            if self.is_built_in { BUILT_IN_FROM } else { (self.version.year, 12, 31) };
        NaiveDate::from_ymd_opt(year + 1, month, day).is_some_and(|end| today > end)
    }
}

impl fmt::Display for ZoneData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let origin = if self.is_built_in { "built in" } else { "the system's" };
        write!(f, "{} ({origin})", self.version)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(text: &str) -> ZoneDataVersion {
        ZoneDataVersion::parse(text).unwrap()
    }

    #[test]
    fn versions_sort_in_the_order_of_their_release() {
        let order = ["2024b", "2025a", "2025b-rearguard", "2026f", "2026z", "2026aa", "2027a"];
        assert!(order.map(version).is_sorted());
        assert_eq!(version("2026f").to_string(), "2026f");
        for text in ["", "2026", "f2026", "20é6a", "unknown", "2026-01-01"] {
            assert_eq!(ZoneDataVersion::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_newer_data_is_used() {
        let built_in = || version("2026f");
        let newer = |system| ZoneData::newer(built_in(), system);
        assert_eq!(newer(None).to_string(), "2026f (built in)");
        assert_eq!(newer(Some(version("2025b"))).to_string(), "2026f (built in)");
        assert_eq!(newer(Some(version("2026f"))).to_string(), "2026f (built in)");
        assert_eq!(newer(Some(version("2026g"))).to_string(), "2026g (the system's)");
        assert_eq!(newer(Some(version("2027a"))).to_string(), "2027a (the system's)");
    }
}
