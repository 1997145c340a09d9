//! `mentor away`: days on which a person can't meet or reply. Deadlines pause on them.

use chrono::{DateTime, NaiveDate, Utc};

use crate::app::{self, App};
use crate::commands::command_line::arg::{CsvArgs, ListedPairs, RecordArg};
use crate::commands::command_line::flags::{AddFlags, InputSourceArgs};
use crate::commands::crud::form_input::parse_yes_no;
use crate::commands::input;
use crate::domain::away::Away;
use crate::domain::dates::{self, DayRole, Today};
use crate::domain::person::Person;
use crate::domain::record::{Id, Record};
use crate::domain::text;
use crate::domain::zone::Tz;
use crate::error::{Failure, Result};
use crate::input::form::{Field, FlagPlacement, Form, FormValues, HasForm};
use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;
use crate::store::{aways, checkins, json, pairs, people};
use crate::view::page::listing::ListFooter;
use crate::view::{self, words};

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum AwayCommand {
    Add(Box<AddArgs>),
    List(ListArgs),
    /// Remove time away (days that are over stay)
    #[command(visible_alias = "delete")]
    Drop(RecordArg),
}

/// Add time away, e.g. `mentor away add 2026-12-20 2027-01-03`
///
/// Cadence and reply times pause, and `mentor when` skips these days. Your own time away applies to all your pairs.
#[derive(Debug, clap::Args)]
pub struct AddArgs {
    #[command(flatten)]
    flags: AddFlags<Away>,

    /// Record days that are over, which excuse no missed deadline
    #[arg(long)]
    late: bool,

    #[command(flatten)]
    source: InputSourceArgs<Away>,
}

/// List time away of both people
#[derive(Debug, clap::Args)]
pub struct ListArgs {
    /// Include past ones
    #[arg(long)]
    all: bool,

    /// Include the people of ended pairs
    #[arg(long)]
    all_pairs: bool,

    #[command(flatten)]
    cells: CsvArgs,
}

pub fn run(app: &mut App<'_, '_>, command: &AwayCommand) -> Result<()> {
    match command {
        AwayCommand::Add(args) => add(app, args),
        AwayCommand::List(args) => list(app, args),
        AwayCommand::Drop(which) => drop(app, which),
    }
}

impl HasForm for Away {
    const FORM: Form = Form {
        name: "away add",
        about: "Days when someone can't meet or reply",
        fields: &[
            Field::day("from", "First day?", "2026-12-20")
                .help("First day, or a period such as \"next week\"")
                .placement(FlagPlacement::First)
                .prompted()
                .required(),
            Field::day("until", "Which is the last day?", "2027-01-03")
                .help("Last day [default: the first day, or the end of the period]")
                .placement(FlagPlacement::First)
                .prompted(),
            Field::side("who", "Who is away: me or them?", "me")
                .help("Who is away: mentor, mentee, me or them [default: me]")
                .prompted(),
            Field::text("because", "Why?", "exams").help("Why").prompted(),
            Field::private()
                .question("Share the dates but not the reason?")
                .help("Share the dates but not the reason"),
        ],
    };
}

/// Finds the person who is away. The user's own days need no pair.
fn find_person(app: &App<'_, '_>, tx: &ReadTx<'_>, values: &FormValues) -> Result<Record<Person>> {
    let Some(typed) = values.get("who").filter(|typed| !is_me(typed)) else {
        let no_profile =
            || Failure::not_found("you haven't set up your profile").hint("run `mentor init`");
        return people::user(tx)?.ok_or_else(no_profile);
    };
    let pair = app.current_pair_for_write(tx)?;
    let side = app::parse_side(&pair, typed)?;
    Ok(pair.person(side).clone())
}

fn is_me(typed: &str) -> bool {
    matches!(typed.trim().to_lowercase().as_str(), "me" | "i")
}

fn missing_first_day_failure() -> Failure {
    Failure::answer_needed("time away needs a first day")
        .hint("try `mentor away add 2026-12-20 2027-01-03`")
}

/// Two readings of a date without a year that are more than this many days apart differ in the year.
const MAX_SAME_YEAR_DAYS: i64 = 360;

/// A date without a year is read as past if it is at most this many days ago.
const MAX_RECENT_DAYS: i64 = 31;

fn build(values: &FormValues, person: Id<Person>, today: Today) -> Result<Away> {
    // `next week` and `Mon 7 Dec to Fri 11 Dec` contain their last day.
    let alone = values.get("from").filter(|_| values.get("until").is_none());
    let range = alone.and_then(dates::split_range);
    let day = |key: &str, role| match &range {
        Some((first, last)) => values.parse("from", |_| {
            let typed: &str = if key == "from" { first } else { last };
            Ok(dates::parse_day(typed, today, role)?)
        }),
        None => values.parse(key, |typed| Ok(dates::parse_day(typed, today, role)?)),
    };
    let first = |role| day("from", role)?.ok_or_else(missing_first_day_failure);
    let next_from = first(DayRole::Future);
    // Typed on 1 December, `28 nov` was three days ago; it doesn't mean next year's.
    let is_recent = |before: &NaiveDate| {
        let differs_in_year = next_from
            .as_ref()
            .map_or(true, |next| (*next - *before).num_days() > MAX_SAME_YEAR_DAYS);
        differs_in_year && (0..=MAX_RECENT_DAYS).contains(&(today.day - *before).num_days())
    };
    let recent_from = first(DayRole::Past).ok().filter(is_recent);
    let from = recent_from.map_or(next_from, Ok)?;
    let until = match day("until", DayRole::Deadline) {
        Ok(until) => until.filter(|until| {
            recent_from.is_none() || (*until - from).num_days() <= MAX_SAME_YEAR_DAYS
        }),
        Err(_) if recent_from.is_some() => None,
        Err(failure) => return Err(failure),
    };
    let until = match (until, recent_from) {
        (None, Some(_)) => day("until", DayRole::Past)?,
        (until, _) => until,
    };
    let role = if recent_from.is_some() { DayRole::Past } else { DayRole::Future };
    let period = alone.and_then(|typed| dates::parse_period(typed, today, role));
    let until = until.or(period.map(|(_, last)| last)).unwrap_or(from);
    if until < from {
        return Err(Failure::refused(format!(
            "the last day ({}) is before the first ({})",
            dates::format_day(until, today),
            dates::format_day(from, today)
        ))
        .hint("give the first day first"));
    }
    Ok(Away {
        person,
        from,
        until,
        because: values.parse("because", |typed| Ok(text::parse_body("reason", typed)?))?,
        private: values.parse("private", parse_yes_no)?.unwrap_or_default(),
        entered_at: None,
    })
}

fn add(app: &mut App<'_, '_>, args: &AddArgs) -> Result<()> {
    if args.source.is_print_only() {
        return input::print_template(app, &Away::FORM, &FormValues::default());
    }
    let (typed, no_values) = (args.flags.values.clone(), FormValues::default());
    let profile = app.read(|tx| Ok((people::user(tx)?, app.current_pair_for_write(tx).ok())));
    let (user, pair) = profile.unwrap_or_default();
    let (now, late) = (app.now, args.late);
    let check = |values: &FormValues| {
        let typed = values.get("who").filter(|typed| !is_me(typed));
        let person = match (&pair, typed) {
            (Some(pair), Some(typed)) => Some(pair.person(app::parse_side(pair, typed)?)),
            _ => user.as_ref(),
        };
        let Some(person) = person else { return Ok(()) };
        let today = now.style.today(person.day_at(now.at));
        let away = build(values, person.id, today)?;
        // The last day may still be asked for.
        let is_complete = values.get("until").is_some();
        if is_complete { ensure_not_over(&away, today, late) } else { Ok(()) }
    };
    let collected = input::collect(app, &Away::FORM, &args.source, typed, &no_values, &check)?;
    let is_empty = collected.values.is_empty();
    let collected = collected.or_else_if_empty(is_empty, missing_first_day_failure)?;
    let stored = app.write(|app, tx| {
        let person = find_person(app, tx, &collected.values)?;
        let away = build(&collected.values, person.id, app.today_of(&person))?;
        ensure_not_over(&away, app.today_of(&person), late)?;
        let existing = aways::for_person(tx, person.id)?;
        if let Some(other) = existing.iter().find(|other| other.overlaps(&away)) {
            return Err(overlap_failure(other, &person, app.today_of(&person)));
        }
        let record = tx.insert(away)?;
        tx.add_message(view::records::away::added_message(&record, &person, now));
        if record.from < app.today_of(&person).day {
            tx.remark("entered afterwards: deadlines that have already passed are not excused");
        }
        remark_on_planned(tx, &record, app)?;
        Ok(record)
    });
    let record = collected.finish(stored)?;
    app.print_record_json(|| json::item(&record, None))
}

/// Fails for days that are all over, unless the user knows that they excuse no deadline that has passed.
fn ensure_not_over(away: &Away, today: Today, late: bool) -> Result<()> {
    if late || away.until >= today.day {
        return Ok(());
    }
    let days = dates::range(away.from, away.until, today.style);
    Err(Failure::refused(format!(
        "{days} is over, and time away entered late doesn't excuse a missed deadline"
    ))
    .data("nothing was changed")
    .hint("add `--late` to record it anyway"))
}

/// Remarks on each planned check-in that falls into the days away.
fn remark_on_planned(tx: &WriteTx<'_>, away: &Record<Away>, app: &App<'_, '_>) -> Result<()> {
    for pair in pairs::pairs(tx)? {
        let Some(side) = pair.side_of(away.person) else {
            continue;
        };
        for checkin in checkins::planned(tx, pair.id())? {
            let at = checkin.planned_at.filter(|at| *at > app.now.at);
            let is_away = |at: &DateTime<Utc>| away.covers(pair.today_of(side, *at));
            if let Some(at) = at.filter(is_away) {
                tx.remark(format!(
                    "check-in {} on {} is planned for that time; run `mentor checkin move {} WHEN` to move it",
                    checkin.id,
                    words::both_times(at, &pair, app.now),
                    checkin.id
                ));
            }
        }
    }
    Ok(())
}

fn overlap_failure(other: &Record<Away>, person: &Person, today: Today) -> Failure {
    let failure = Failure::refused(format!(
        "{} is already away from {} (away {})",
        person.name,
        dates::range(other.from, other.until, today.style),
        other.id
    ));
    match last_fixed_day(other, person, today).and_then(|last| last.succ_opt()) {
        Some(next) if other.until < today.day => failure.hint(format!("begin on {next}")),
        Some(next) => {
            failure.hint(format!("run `mentor away drop {}` first, and begin on {next}", other.id))
        }
        None => failure.hint(format!("run `mentor away drop {}` first", other.id)),
    }
}

/// Returns the user and both people of every listed pair, each once. Unlike other listings, this one has all active
/// pairs unless one is named; `--all-pairs` adds the ended ones.
fn people_in_scope(
    app: &App<'_, '_>,
    tx: &ReadTx<'_>,
    listed: ListedPairs,
) -> Result<Vec<Record<Person>>> {
    let pairs = if listed.all_pairs { listed.find(app, tx)? } else { app.selected_pairs(tx)? };
    let members = pairs.into_iter().flat_map(|pair| [pair.mentor, pair.mentee]);
    let mut people: Vec<Record<Person>> = people::user(tx)?.into_iter().chain(members).collect();
    people.sort_by_key(|person| person.id);
    people.dedup_by_key(|person| person.id);
    Ok(people)
}

fn list(app: &mut App<'_, '_>, args: &ListArgs) -> Result<()> {
    let (aways_with_names, hidden, today) = app.read(|tx| {
        let mut aways_with_names: Vec<(Record<Away>, String)> = Vec::new();
        let mut hidden = 0;
        let mut today = app.now.today_in(Tz::UTC);
        for person in people_in_scope(app, tx, ListedPairs { all_pairs: args.all_pairs })? {
            let person_today = app.today_of(&person);
            if person.is_user {
                today = person_today;
            }
            for away in aways::for_person(tx, person.id)? {
                if args.all || away.until >= person_today.day {
                    aways_with_names.push((away, person.name.clone()));
                } else {
                    hidden += 1;
                }
            }
        }
        aways_with_names.sort_by_key(|(away, _)| (away.from, away.id));
        Ok((aways_with_names, hidden, today))
    })?;
    let footer = ListFooter {
        noun: "time away",
        shown_are: "upcoming",
        hidden_are: "past",
        shown: aways_with_names.len(),
        hidden,
        hint: "run `mentor away add 2026-12-20 2027-01-03` to add some",
        ..ListFooter::default()
    };
    app.print_list_with_footer(
        args.cells.format(),
        &json::names::<Away>(),
        &footer,
        || {
            let records: Vec<Record<Away>> =
                aways_with_names.iter().map(|(away, _)| away.clone()).collect();
            json::list(&records, None)
        },
        |page| view::records::away::table(&aways_with_names, today, page),
    )
}

fn drop(app: &mut App<'_, '_>, which: &RecordArg) -> Result<()> {
    let record = app.write(|app, tx| {
        let missing = || {
            Failure::not_found(format!("no away {}", which.number))
                .hint("run `mentor away list` to see it")
        };
        let mut record = tx.find::<Away>(Id::new(which.number))?.ok_or_else(missing)?;
        let person = tx.find::<Person>(record.person)?.ok_or_else(missing)?;
        let today = app.today_of(&person);
        match last_fixed_day(&record, &person, today) {
            None => {
                tx.delete(record.id)?;
                tx.add_message(format!(
                    "Removed time away {}: {}",
                    record.id,
                    dates::range(record.from, record.until, tx.now.style)
                ));
            }
            Some(last) if last == record.until => return Err(over_failure(&record, today)),
            Some(last) => {
                record.until = last;
                tx.update(&mut record)?;
                tx.add_message(view::records::away::ended_message(&record, &person, app.now));
            }
        }
        Ok(record)
    })?;
    app.print_record_json(|| json::item(&record, None))
}

/// Returns the last day that can't be dropped any more, since deadlines were counted without the days that are over. `None`:
/// none is over, or the days were entered today, so that they may be a slip.
fn last_fixed_day(away: &Record<Away>, person: &Person, today: Today) -> Option<NaiveDate> {
    let entered_on = person.day_at(away.entered_at.unwrap_or(away.created_at));
    away.last_day_before(today.day).filter(|_| entered_on < today.day)
}

/// Returns the failure for dropping days that are all over.
fn over_failure(away: &Record<Away>, today: Today) -> Failure {
    Failure::refused(format!(
        "time away {} ended on {}, and deadlines were counted without its days",
        away.id,
        dates::format_day(away.until, today)
    ))
    .data("nothing was changed")
}
