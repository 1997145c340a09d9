//! Time zones: names, and local times that do not exist or exist twice.

use chrono::{DateTime, LocalResult, NaiveDateTime, TimeDelta, TimeZone, Utc};

pub use chrono_tz::Tz;

/// Why a zone was refused.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("`{typed}` is not a time zone")]
pub struct ZoneError {
    pub typed: String,
    pub near: Option<String>,
}

impl ZoneError {
    pub fn hint(&self) -> String {
        match &self.near {
            None if self.typed.chars().all(|c| c.is_ascii_uppercase()) => {
                "an abbreviation means several zones: name a city, such as `America/New_York`"
                    .to_owned()
            }
            Some(near) => format!("did you mean `{near}`?"),
            None => "zones are named like `Europe/London` or `America/Bogota`".to_owned(),
        }
    }
}

/// Reads an IANA name, in any case. Abbreviations such as EST are refused: they name offsets, not places.
pub fn parse(typed: &str) -> Result<Tz, ZoneError> {
    let text = typed.trim();
    let is_place = |tz: &&Tz| tz.name().contains('/') || tz.name() == "UTC";
    if let Ok(tz) = text.parse::<Tz>()
        && is_place(&&tz)
    {
        return Ok(tz);
    }
    let wanted = text.to_lowercase().replace(' ', "_");
    let mut all = chrono_tz::TZ_VARIANTS.iter().filter(is_place);
    if let Some(tz) = all.find(|tz| tz.name().to_lowercase() == wanted) {
        return Ok(*tz);
    }
    let likeness = |tz: &Tz| {
        let name = tz.name().to_lowercase();
        let city = name.rsplit('/').next().unwrap_or(&name);
        strsim::jaro_winkler(&name, &wanted).max(strsim::jaro_winkler(city, &wanted))
    };
    let near = chrono_tz::TZ_VARIANTS
        .iter()
        .filter(is_place)
        .map(|tz| (likeness(tz), tz))
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .filter(|(likeness, _)| *likeness > 0.85 && wanted.len() > 3)
        .map(|(_, tz)| tz.name().to_owned());
    Err(ZoneError {
        typed: typed.to_owned(),
        near,
    })
}

/// A local time that names no instant, or two.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum LocalError {
    #[error("{} does not exist in {zone}: the clocks go forward over it", local.format("%Y-%m-%d %H:%M"))]
    Gap {
        local: NaiveDateTime,
        zone: Tz,
        before: NaiveDateTime,
        after: NaiveDateTime,
    },
    #[error("{} happens twice in {zone}", local.format("%Y-%m-%d %H:%M"))]
    Fold {
        local: NaiveDateTime,
        zone: Tz,
        first: String,
        second: String,
    },
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

/// The nearest whole minute that exists in the zone, one way or the other; no gap is longer than a day.
fn nearest(local: NaiveDateTime, zone: Tz, step: TimeDelta) -> NaiveDateTime {
    std::iter::successors(Some(local), |at| at.checked_add_signed(step))
        .take(36 * 60)
        .find(|at| !matches!(zone.from_local_datetime(at), LocalResult::None))
        .unwrap_or(local)
}

/// The instant of a local time; a time in a gap or a fold is refused.
pub fn instant(local: NaiveDateTime, zone: Tz) -> Result<DateTime<Utc>, LocalError> {
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
            before: nearest(local, zone, TimeDelta::minutes(-1)),
            after: nearest(local, zone, TimeDelta::minutes(1)),
        }),
    }
}

/// The instant of a recurring local time: in a gap it moves forward by the gap, in a fold it is the first reading
/// (RFC 5545, section 3.3.5).
pub fn wall_clock(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(at) => at.with_timezone(&Utc),
        LocalResult::Ambiguous(a, b) => a.min(b).with_timezone(&Utc),
        LocalResult::None => {
            // The offset in force before the gap, read three hours earlier.
            let before = local
                .checked_sub_signed(TimeDelta::hours(3))
                .unwrap_or(local);
            let offset =
                zone.from_local_datetime(&before)
                    .earliest()
                    .map_or(TimeDelta::zero(), |at| {
                        use chrono::Offset;
                        TimeDelta::seconds(i64::from(at.offset().fix().local_minus_utc()))
                    });
            DateTime::from_naive_utc_and_offset(local - offset, Utc)
        }
    }
}
