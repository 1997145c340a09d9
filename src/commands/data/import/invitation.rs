//! `mentor import --ics --as checkin`: plans check-ins from the events of a calendar, after a preview and a question.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

use crate::app::App;
use crate::calendar::changes::change::CalendarChange;
use crate::calendar::event::{Calendar, Event, Purpose};
use crate::calendar::invitation::record_uid;
use crate::calendar::upcoming::{UpcomingEvent, upcoming_events};
use crate::commands::calendar;
use crate::commands::command_line::arg;
use crate::commands::data::import::calendar::find_pending;
use crate::commands::data::import::calendar_remarks::cadence_hint;
use crate::commands::data::import::options::ImportOptions;
use crate::commands::data::import::plan::print_notes;
use crate::commands::records::checkin::add::complete_as_agreed;
use crate::commands::records::checkin::overlap::must_be_free;
use crate::config::settings as config;
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::dates::Now;
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::domain::slots::Slot;
use crate::domain::zone::Tz;
use crate::error::Result;
use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;
use crate::store::{agreements, checkins, event_origins, json};
use crate::view;
use crate::view::messages::import::EventImport;
use crate::view::page::table::Table;
use crate::view::words;

/// How many events the preview shows.
const MAX_SHOWN: usize = 20;

/// What the events of a calendar become.
struct InvitationPlan {
    pair: PairContext,
    /// How many check-ins are to be planned.
    new: usize,
    /// Those that are shown: a calendar may have a hundred thousand events.
    shown: Vec<(UpcomingEvent, CheckIn)>,
    /// How many of the events are already planned.
    known: usize,
    /// How many check-ins the events change that are already here.
    changed: usize,
    /// Why each other event is skipped.
    skipped: Vec<String>,
}

pub fn import_events(
    app: &mut App<'_, '_>,
    calendar: &Calendar,
    source: &str,
    args: &ImportOptions,
) -> Result<()> {
    let is_listed = args.dry_run && app.ui.json;
    let max_shown = if is_listed { usize::MAX } else { MAX_SHOWN };
    let plan = app.read(|tx| {
        let mut plan = plan_events(app, tx, calendar, max_shown, &mut |_, _, _| Ok(()))?;
        plan.skipped.extend((plan.changed > 0).then(|| changed_note(plan.changed, source)));
        Ok(plan)
    })?;
    let skips_preview = args.yes || is_listed;
    if !skips_preview && plan.new > 0 {
        show_preview(app, &plan, args.dry_run)?;
    }
    print_notes(app, &plan.skipped)?;
    let mut added: Vec<Record<CheckIn>> = Vec::new();
    if plan.new == 0 {
        app.ui.status(&match plan.known {
            0 => format!("No event in `{source}` can be planned"),
            known => format!(
                "Nothing to plan from `{source}`: {} already here",
                words::count(known, "check-in")
            ),
        })?;
    } else if !args.dry_run {
        app.confirm_or_fail(args.yes, "Plan them?", "an import", "Nothing was planned")?;
        added = app.write(|app, tx| {
            // Planned again: another process may have written since.
            let (mut records, mut origins) = (Vec::new(), Vec::new());
            plan_events(app, tx, calendar, 0, &mut |event, draft, pair| {
                origins.push(event.origin.clone());
                records.push(insert(app, tx, pair, event, draft)?);
                Ok(())
            })?;
            let origins = records.iter().zip(origins);
            let known = origins.filter_map(|(record, origin)| Some((record, origin?)));
            event_origins::remember(tx, known)?;
            Ok(records)
        })?;
    }
    calendar::print_notes(app, source, calendar)?;
    app.print_record_json(|| EventImport {
        added: added.len(),
        known: plan.known,
        items: items_json(&plan, &added),
        left_out: &plan.skipped,
        unread: calendar.notes().len(),
    })
}

/// Says that the calendar changes check-ins that were planned from earlier versions of its events.
fn changed_note(count: usize, source: &str) -> String {
    let (checkins, is) = (words::count(count, "check-in"), if count == 1 { "is" } else { "are" });
    format!(
        "{checkins} already here {is} changed in `{source}`: import it without `--as checkin` to apply that"
    )
}

/// Prints the first check-ins of the plan: as the result of a dry run, or else as a message before the question.
fn show_preview(app: &mut App<'_, '_>, plan: &InvitationPlan, is_dry_run: bool) -> Result<()> {
    let page = app.page();
    let mut text = preview(plan, app.now).render(&page);
    let more = plan.new.saturating_sub(MAX_SHOWN);
    if more > 0 {
        text.push_str(&format!("\n\nand {more} more"));
    }
    if is_dry_run { app.ui.print(&text) } else { app.ui.status(&text) }
}

/// Returns the added check-ins, or those that the plan would add.
fn items_json(plan: &InvitationPlan, added: &[Record<CheckIn>]) -> Vec<Value> {
    let slug = plan.pair.slug();
    if added.is_empty() {
        let drafts = plan.shown.iter();
        drafts.map(|(_, draft)| json::unsaved_json(draft, slug)).collect()
    } else {
        let records = added.iter();
        records.map(|record| json::item(record, Some(slug))["item"].clone()).collect()
    }
}

fn insert(
    app: &App<'_, '_>,
    tx: &WriteTx<'_>,
    pair: &PairContext,
    event: &UpcomingEvent,
    draft: &CheckIn,
) -> Result<Record<CheckIn>> {
    let record = match &event.record_uid {
        Some(uid) => tx.insert_with_uid(draft.clone(), uid.clone())?,
        None => tx.insert(draft.clone())?,
    };
    tx.add_message(view::records::checkin::planned_message(&record, pair, app.now));
    Ok(record)
}

/// Plans a check-in for each event that can have one and passes it to `execute`. The first `max_shown` are kept.
fn plan_events(
    app: &App<'_, '_>,
    tx: &ReadTx<'_>,
    calendar: &Calendar,
    max_shown: usize,
    execute: &mut dyn FnMut(&UpcomingEvent, &CheckIn, &PairContext) -> Result<()>,
) -> Result<InvitationPlan> {
    let pair = app.current_pair_for_write(tx)?;
    let zone = pair.user().zone;
    let mut known_uids = checkins::calendar_uids(tx)?;
    let mut times = PlannedTimes::new(&checkins::all(tx, pair.id(), None)?);
    let pending = find_pending(app, tx, calendar)?.changes;
    times.starts.extend(pending.iter().filter_map(CalendarChange::new_start));
    let events = upcoming_events(calendar, &known_uids, app.now.at, zone);
    // A check-in that has followed its series has the identity of another occurrence.
    let origins = event_origins::all(tx)?;
    known_uids.extend(origins.values().map(|origin| record_uid(&origin.uid, origin.occurrence)));
    let changed = pending.len();
    let addresses = app.config.addresses(&config::CALENDAR_ADDRESSES);
    let has_agreement = agreements::latest(tx, pair.id())?.is_some();
    let mut skipped = messages_note(calendar);
    let todos = calendar.todos.len();
    skipped.extend((todos > 0).then(|| format!("{} ignored", words::count(todos, "to-do"))));
    let mut plan = InvitationPlan { pair, new: 0, shown: Vec::new(), known: 0, changed, skipped };
    for event in events {
        let title = event.title.as_deref().unwrap_or("an event without a title");
        let skip_reason = |why: String| format!("line {}: `{title}` {why}", event.line);
        let start = match start_to_plan(&event, app.now, zone) {
            Ok(start) => start,
            // What can't take place needs no reason.
            Err(_) if event.is_cancelled => continue,
            Err(why) => {
                plan.skipped.push(skip_reason(why));
                continue;
            }
        };
        let is_known = event.record_uid.as_ref().is_some_and(|uid| known_uids.contains(uid));
        if event.is_cancelled {
            plan.skipped.extend((!is_known).then(|| skip_reason("is cancelled".to_owned())));
            continue;
        }
        if is_known || times.has_start(start) {
            plan.known += 1;
            continue;
        }
        if event.declined_by.iter().any(|who| addresses.iter().any(|own| **own == **who)) {
            plan.skipped.push(skip_reason("is an invitation that you declined".to_owned()));
            continue;
        }
        let draft = draft(tx, &plan.pair, &event, start)?;
        if let Some(why) = times.obstacle(tx, &plan.pair, &draft, app.now) {
            plan.skipped.push(skip_reason(format!("can't be planned: {why}")));
            continue;
        }
        times.events.extend(draft.slot().map(|slot| (slot.from, (slot.until, event.line))));
        let ignored = ignored_parts(&event, &draft, &plan.pair, has_agreement, app.now);
        plan.skipped.extend(ignored.into_iter().map(skip_reason));
        known_uids.extend(event.record_uid.clone());
        execute(&event, &draft, &plan.pair)?;
        plan.new += 1;
        if plan.shown.len() < max_shown {
            plan.shown.push((event, draft));
        }
    }
    Ok(plan)
}

/// Names the proposals and answers of a calendar (COUNTER, REPLY), from which nothing can be planned.
fn messages_note(calendar: &Calendar) -> Vec<String> {
    let messages = calendar.events.iter().filter(|event| !event.is_statement());
    let note = |event: &Event| {
        let title = event.title.as_deref().unwrap_or("an event without a title");
        let what = match event.purpose {
            Purpose::Proposal => "a proposal of another time",
            _ => "an answer",
        };
        format!(
            "line {}: `{title}` is {what}, not an invitation: import it without `--as checkin`",
            event.line
        )
    };
    messages.map(note).collect()
}

/// Returns the start of an event, or why it can't be planned.
fn start_to_plan(event: &UpcomingEvent, now: Now, zone: Tz) -> Result<DateTime<Utc>, String> {
    let start = event.start.ok_or("lasts whole days, so it has no time")?;
    if start < now.at {
        let local = start.with_timezone(&zone).format("%Y-%m-%d %H:%M");
        return Err(format!("is in the past; run `mentor log --at \"{local}\"` to log it"));
    }
    Ok(start)
}

/// Returns what the check-in of an event can't have of it.
fn ignored_parts(
    event: &UpcomingEvent,
    draft: &CheckIn,
    pair: &PairContext,
    has_agreement: bool,
    now: Now,
) -> Vec<String> {
    let length = event.has_unusable_length.then(|| {
        let length = draft.planned_minutes.map(|length| format!("; {length} is assumed"));
        format!("isn't 1 minute to 1 day long{}", length.unwrap_or_default())
    });
    let rhythm = event.repeats.then(|| {
        let at = draft.planned_at.map(|at| words::moment(at, pair.user().zone, now));
        let at = at.unwrap_or_default();
        let hint = cadence_hint(pair, has_agreement);
        format!("repeats; of its usual times, only {at} is planned: {hint}")
    });
    let declined = event.declined_by.iter().map(|who| format!("is declined by {who}"));
    length.into_iter().chain(rhythm).chain(declined).collect()
}

/// The times that are taken, by stored check-ins and by earlier events of the calendar.
struct PlannedTimes {
    /// When stored check-ins are or were planned.
    starts: HashSet<DateTime<Utc>>,
    /// The end of each check-in that is planned or was held, by its start.
    stored: BTreeMap<DateTime<Utc>, DateTime<Utc>>,
    /// The end and the line of each planned event, by its start. They don't overlap each other.
    events: BTreeMap<DateTime<Utc>, (DateTime<Utc>, usize)>,
}

impl PlannedTimes {
    fn new(checkins: &[Record<CheckIn>]) -> Self {
        let mut stored = BTreeMap::new();
        let takes_time =
            |checkin: &&Record<CheckIn>| checkin.is_open() || checkin.state == CheckInState::Held;
        for slot in checkins.iter().filter(takes_time).filter_map(|checkin| checkin.slot()) {
            let until = stored.entry(slot.from).or_insert(slot.until);
            *until = slot.until.max(*until);
        }
        let starts = checkins.iter().filter_map(|checkin| checkin.planned_at).collect();
        PlannedTimes { starts, stored, events: BTreeMap::new() }
    }

    fn has_start(&self, start: DateTime<Utc>) -> bool {
        self.starts.contains(&start) || self.events.contains_key(&start)
    }

    /// Returns why a check-in can't be planned at its time.
    fn obstacle(
        &self,
        tx: &ReadTx<'_>,
        pair: &PairContext,
        draft: &CheckIn,
        now: Now,
    ) -> Option<String> {
        let slot = draft.slot()?;
        // Few events overlap, and looking for the check-in takes longer the more are planned.
        if self.overlaps_stored(slot)
            && let Err(failure) = must_be_free(tx, pair, draft, None, now)
        {
            return Some(failure.message);
        }
        let line = self.overlapping_event(slot)?;
        Some(format!("it overlaps the event of line {line}"))
    }

    /// Whether a slot overlaps a stored check-in, none of which is longer than a day.
    fn overlaps_stored(&self, slot: Slot) -> bool {
        let mut before_its_end = self.stored.range(slot.from - TimeDelta::days(1)..slot.until);
        before_its_end.any(|(_, until)| *until > slot.from)
    }

    /// Returns the line of an earlier event that overlaps a slot.
    fn overlapping_event(&self, slot: Slot) -> Option<usize> {
        let (_, (until, line)) = self.events.range(..slot.until).next_back()?;
        (*until > slot.from).then_some(*line)
    }
}

fn draft(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    event: &UpcomingEvent,
    start: DateTime<Utc>,
) -> Result<CheckIn> {
    let mut draft = CheckIn::planned(pair.id(), start, pair.user().zone);
    draft.planned_minutes = event.length;
    // A place that can't be a channel gives way to the agreed one.
    let place = arg::parse_text("channel", event.place.as_deref()).ok().flatten();
    draft.channel = place.filter(|place| !place.trim().is_empty());
    complete_as_agreed(tx, pair, &mut draft)?;
    Ok(draft)
}

fn preview(plan: &InvitationPlan, now: Now) -> Table {
    let mut table = Table::new(&["line", "event", "check-in"]);
    for (event, draft) in &plan.shown {
        let at = view::records::checkin::proposal(draft, &plan.pair, now);
        let length = draft.planned_minutes.map(|length| length.to_string());
        let parts = [Some(at), length, draft.channel.clone()];
        let becomes = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let title = event.title.clone().unwrap_or_default();
        table.row(vec![event.line.to_string(), title, becomes]);
    }
    table
}
