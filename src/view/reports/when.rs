//! `mentor when`: times within both people's working hours.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Serialize, Serializer};

use crate::domain::away::Away;
use crate::domain::dates::{self, Now, Today};
use crate::domain::length::Minutes;
use crate::domain::offset_mismatch::OffsetMismatch;
use crate::domain::pair::PairContext;
use crate::domain::person::{Person, Side};
use crate::domain::record::Record;
use crate::domain::slots::Slot;
use crate::domain::workweek::WorkWeek;
use crate::domain::zone::Tz;
use crate::view::json::parts::{BySide, ReportMoment};
use crate::view::page::layout::Layout;
use crate::view::page::output_mode::{OutputMode, UNTIL};
use crate::view::page::style::{Style, paint};
use crate::view::page::table::Table;
use crate::view::page::wrap::wrap;
use crate::view::records::away;
use crate::view::reports::shift::{ClockChangeEntry, PairClockChange};
use crate::view::words;

/// The times for one pair.
pub struct SlotOffer {
    pub pair: PairContext,
    pub slots: Vec<Slot>,
    pub shifts: Vec<(Side, OffsetMismatch)>,
    pub aways: Vec<Record<Away>>,
    pub length: Minutes,
    /// Why there are no times. `None`: there are some.
    pub obstacle: Option<Obstacle>,
    /// The last day of the search.
    pub last: NaiveDate,
    /// A suggestion, if there are no times.
    pub help: Option<Help>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// All shared working hours are taken.
    Taken,
    /// They share working hours, but none until the last day.
    NoneInWindow,
    /// They share working hours, but fewer than the length.
    TooShort,
    /// They share no working hours.
    NoneAtAll,
}

#[derive(Clone, Copy, Debug)]
pub enum Help {
    /// Other working hours of a side.
    Hours(Side, WorkWeek),
    /// Searching this many weeks ahead.
    Further(u64),
}

pub fn text(offers: &[SlotOffer], now: Now, page: &Layout) -> String {
    let parts: Vec<String> = offers.iter().map(|offer| offer_text(offer, now, page)).collect();
    parts.join("\n\n")
}

fn offer_text(offer: &SlotOffer, now: Now, page: &Layout) -> String {
    let pair = &offer.pair;
    let today = words::today(pair.user(), now);
    let name = pair.first_name(pair.user_side().other());
    let head =
        format!("{} with {name}, until {}", offer.length, dates::format_day(offer.last, today));
    let mut text = paint(Style::Heading, &head);
    for (side, shift) in &offer.shifts {
        text.push_str(&format!("\n{}", words::clock_change_warning(*side, shift, pair, today)));
    }
    for one in offer.aways.iter().filter(|one| one.from <= offer.last) {
        let person = [&pair.mentor, &pair.mentee];
        let who = person.into_iter().find(|person| person.id == one.person);
        let who = who.map_or("", |person| person.name.as_str());
        text.push_str(&format!("\n{who} is away {}", away::span(one, today)));
    }
    if offer.slots.is_empty() {
        return wrap(&(text + &no_slots_text(offer, name, today)), page.width);
    }
    let mut table = Table::without_header(3);
    for run in runs(offer, now, page.mode) {
        let first = dates::format_day(run.first, today);
        let days = if run.first == run.last {
            first
        } else {
            format!("{first} to {}", dates::format_day(run.last, today))
        };
        for (mine, theirs) in run.hours {
            table.row(vec![days.clone(), mine, theirs]);
        }
    }
    format!("{}\n{}", wrap(&text, page.width), table.render(page))
}

/// Consecutive days with the same hours.
struct DayRun {
    first: NaiveDate,
    last: NaiveDate,
    /// The user's hours, and the partner's if they differ.
    hours: Vec<(String, String)>,
}

/// Groups the days with times into runs of consecutive days with the same hours.
fn runs(offer: &SlotOffer, now: Now, mode: OutputMode) -> Vec<DayRun> {
    let zone = offer.pair.user().zone;
    let day = |slot: &Slot| slot.from.with_timezone(&zone).date_naive();
    let mut runs: Vec<DayRun> = Vec::new();
    for slots in offer.slots.chunk_by(|one, next| day(one) == day(next)) {
        let hours = slots.iter();
        let hours =
            hours.map(|slot| (span(slot, zone, mode), theirs(slot, &offer.pair, now, mode)));
        let hours: Vec<_> = hours.collect();
        let Some(on) = slots.first().map(day) else {
            continue;
        };
        match runs.last_mut() {
            Some(run) if run.last.succ_opt() == Some(on) && run.hours == hours => run.last = on,
            _ => runs.push(DayRun { first: on, last: on, hours }),
        }
    }
    runs
}

/// Explains why there are no times, and adds the suggestion.
fn no_slots_text(offer: &SlotOffer, name: &str, today: Today) -> String {
    let help = help(offer).map(|help| format!("\n{help}")).unwrap_or_default();
    match offer.obstacle {
        Some(Obstacle::Taken) => {
            return format!(
                "\nAll shared working hours are taken by time away or other check-ins{help}"
            );
        }
        Some(Obstacle::NoneInWindow) => {
            let last = dates::format_day(offer.last, today);
            return format!("\nNo working hours of you both until {last}{help}");
        }
        Some(Obstacle::TooShort | Obstacle::NoneAtAll) | None => {}
    }
    let reason = match offer.obstacle {
        Some(Obstacle::TooShort) => {
            format!("The working hours you share are shorter than {}", offer.length)
        }
        _ => "Your working hours don't overlap".to_owned(),
    };
    let hours = |person: &Person| format!("{} {}", person.week, person.zone);
    let (user, partner) = (offer.pair.user(), offer.pair.partner());
    format!("\n{reason} ({name}: {}; you: {}){help}", hours(partner), hours(user))
}

/// Formats the suggestion.
fn help(offer: &SlotOffer) -> Option<String> {
    let pair = &offer.pair;
    Some(match offer.help? {
        Help::Further(weeks) => {
            format!("Look further ahead: `mentor when --within \"{weeks} weeks\"`")
        }
        Help::Hours(side, week) => {
            let who = if side == pair.user_side() { "me" } else { pair.slug() };
            let hours = week.hours_text();
            format!("Try longer hours: `mentor person edit {who} --hours {hours}`")
        }
    })
}

fn span(slot: &Slot, zone: Tz, mode: OutputMode) -> String {
    let time = |at: DateTime<Utc>| at.with_timezone(&zone).format("%H:%M").to_string();
    format!("{}{}{}", time(slot.from), UNTIL.in_mode(mode), time(slot.until))
}

/// Formats the partner's time: `09:00–12:00 for Ana`, with the day if it differs.
fn theirs(slot: &Slot, pair: &PairContext, now: Now, mode: OutputMode) -> String {
    let (mine, zone) = (pair.user().zone, pair.partner().zone);
    let local = |zone: Tz| slot.from.with_timezone(&zone).naive_local();
    if local(mine) == local(zone) {
        return String::new();
    }
    let name = pair.first_name(pair.user_side().other());
    let day = if local(mine).date() == local(zone).date() {
        String::new()
    } else {
        format!("{} ", dates::format_day(local(zone).date(), words::today(pair.partner(), now)))
    };
    format!("{day}{} for {name}", span(slot, zone, mode))
}

/// `mentor when`: times within both people's working hours.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SlotReport<'a> {
    /// The same as `as_of_moment`.
    as_of: DateTime<Utc>,
    #[serde(flatten)]
    moment: ReportMoment,
    items: Vec<SlotEntry<'a>>,
    clock_changes: Vec<PairClockChange<'a>>,
}

/// A time for a check-in.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct SlotEntry<'a> {
    pair: &'a str,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    #[cfg_attr(test, schemars(range(min = 0)))]
    minutes: i64,
    #[serde(flatten)]
    local: BySide<LocalSlot>,
}

/// A time for a check-in as one person's clock shows it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct LocalSlot {
    /// The person's IANA zone.
    zone: Tz,
    /// With the offset of the zone from UTC.
    #[serde(serialize_with = "with_offset")]
    from: DateTime<Tz>,
    #[serde(serialize_with = "with_offset")]
    until: DateTime<Tz>,
}

/// Writes the offset as a number even where it is zero, unlike the instants in UTC.
fn with_offset<S: Serializer>(at: &DateTime<Tz>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&at.to_rfc3339())
}

/// Columns of the CSV listing: the fields of an entry, those of a person as `mentor.zone`.
pub const COLUMNS: [&str; 10] = [
    "pair", "from", "until", "minutes", "mentor.zone", "mentor.from", "mentor.until",
    "mentee.zone", "mentee.from", "mentee.until",
];

pub fn json(offers: &[SlotOffer], moment: ReportMoment) -> SlotReport<'_> {
    let local = |person: &Person, slot: &Slot| LocalSlot {
        zone: person.zone,
        from: slot.from.with_timezone(&person.zone),
        until: slot.until.with_timezone(&person.zone),
    };
    let items = offers.iter().flat_map(|offer| {
        let SlotOffer { pair, slots, .. } = offer;
        slots.iter().map(move |slot| SlotEntry {
            pair: pair.slug(),
            from: slot.from,
            until: slot.until,
            minutes: slot.length().num_minutes(),
            local: BySide::new(|side| local(pair.person(side), slot)),
        })
    });
    let changes = offers.iter().flat_map(|offer| {
        offer.shifts.iter().map(|shift| PairClockChange {
            change: ClockChangeEntry::new(shift),
            pair: offer.pair.slug(),
        })
    });
    SlotReport {
        as_of: moment.as_of_moment,
        moment,
        items: items.collect(),
        clock_changes: changes.collect(),
    }
}
