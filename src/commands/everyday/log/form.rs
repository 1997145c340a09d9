//! The form of a log: its fields, its flags, and their conversion into an entry.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use crate::commands::crud::form_input::{FormInput, parse_record_number, parse_record_numbers};
use crate::commands::records::followup::{self, LineRemark};
use crate::domain::dates::{self, DayOrMoment, DayRole, Now};
use crate::domain::followup::FollowUp;
use crate::domain::goal::{self, Goal};
use crate::domain::length::Minutes;
use crate::domain::pair::PairContext;
use crate::domain::record::Id;
use crate::domain::text;
use crate::domain::zone::{self, Tz};
use crate::error::{Failure, Result};
use crate::input::form::{Field, FlagPlacement, Form, FormValues, HasForm};
use crate::view::words;

impl HasForm for LogEntry {
    const FORM: Form = Form {
        name: "log",
        about: "A check-in: what you talked about, and the outcome",
        fields: &FIELDS,
    };
}

const CALL: &str = "The check-in";
const RESULTS: &str = "What came of it";
const NEXT: &str = "Next time";
const PRIVATE: &str = "Private";

const FIELDS: [Field; 23] = [
    Field::text("notes", "What did you talk about?", "Talked about scope")
        .help("What you talked about (`-` reads standard input)")
        .placeholder("NOTES")
        .placement(FlagPlacement::First)
        .prompted(),
    Field::moment("at", "When was it?", "today 17:00")
        .help("When it took place [default: as planned, or now]")
        .heading(CALL),
    Field::length("minutes", "How long did it take?", "50")
        .help("Length, such as 50 or 1h [default: as planned]")
        .alias("length")
        .prompted()
        .heading(CALL),
    Field::text("channel", "Where?", "video").help("Where you met").heading(CALL),
    Field::number("checkin", "Which planned check-in was it?")
        .help("Planned check-in this belongs to [default: the last one that has begun]")
        .heading(CALL),
    Field::yes("extra", "Was it separate from the planned check-in?")
        .help("Log it separately from the planned check-in")
        .placement(FlagPlacement::New)
        .heading(CALL),
    Field::words("covered", "Which topics did you cover? (numbers)", "1")
        .help("Topic you covered (repeatable, or 1,2)")
        .heading(RESULTS),
    Field::words("done", "Which follow-ups are done? (numbers)", "3")
        .help("Follow-up that is done (repeatable, or 1,2)")
        .heading(RESULTS),
    Field::list("followups", "Who does what next?", "mentee: draft the RFC by fri")
        .flag("followup")
        .help("New follow-up: \"mentee: draft the RFC by fri\" (repeatable)")
        .placeholder("LINE")
        .prompted()
        .heading(RESULTS),
    Field::list("goals", "How far along are the goals?", "1=40%")
        .flag("goal")
        .help("Progress on a goal, such as 1=40% (repeatable)")
        .placeholder("GOAL=PERCENT")
        .prompted()
        .heading(RESULTS),
    Field::list("confidence", "How confident is the mentee, 1 to 10?", "1=7")
        .help("Confidence in a goal, such as 1=7 (repeatable)")
        .placeholder("GOAL=1-10")
        .heading(RESULTS),
    Field::list("wins", "What went well?", "Shipped the migration")
        .flag("win")
        .help("Win (repeatable)")
        .prompted()
        .heading(RESULTS),
    Field::list("insights", "What advice was given?", "Write the decision down before the meeting")
        .flag("advice")
        .alias("insight")
        .help("Advice given (repeatable)")
        .prompted()
        .heading(RESULTS),
    Field::list("decisions", "What was decided?", "Ana takes the on-call rota")
        .flag("decision")
        .help("Decision (repeatable)")
        .heading(RESULTS),
    Field::list("blockers", "What is blocking progress?", "No access to the staging system")
        .flag("blocker")
        .help("Blocker (repeatable)")
        .heading(RESULTS),
    Field::list("tried", "Which approach did you try?", "Questions in writing first")
        .help("Approach you tried (repeatable)")
        .heading(RESULTS),
    Field::list("worked", "Which approach worked?", "Questions in writing first")
        .help("Approach that worked (repeatable)")
        .heading(RESULTS),
    Field::list("topics", "What do you want to talk about next time?", "How to say no")
        .flag("topic")
        .help("New topic for the agenda (repeatable)")
        .heading(NEXT),
    Field::line("feeling", "How did it feel? (a word, or 1 to 5; only you see it)", "4")
        .help("How it felt: a word, or 1 to 5 (only you see it)")
        .value("WORD")
        .heading(PRIVATE),
    Field::text("private_note", "Anything just for you?", "Was tired")
        .help("Note that only you see")
        .heading(PRIVATE),
    Field::moment("next", "When is the next check-in?", "2026-12-17 17:00")
        .help("Plan the next check-in")
        .prompted()
        .heading(NEXT),
    Field::text("next_topic", "What comes first next time?", "The RFC")
        .help("First topic for next time")
        .heading(NEXT),
    Field::private().help("Keep the whole log private").heading(PRIVATE),
];

/// A log whose values are valid; whether the records it names exist is checked when it is stored.
pub struct LogEntry {
    pub notes: Option<String>,
    /// When it was held, if that was given.
    pub at: Option<DateTime<Utc>>,
    /// The day, if no time was given; `at` is then only an estimate.
    pub day_alone: Option<NaiveDate>,
    pub minutes: Option<Minutes>,
    pub channel: Option<String>,
    pub checkin: Option<i64>,
    /// Whether the log is separate from any planned check-in.
    pub extra: bool,
    /// When its questions were asked, if it is resumed: a planned check-in that has begun since is not the one logged.
    pub asked_at: Option<DateTime<Utc>>,
    /// New follow-ups, each with a remark on how its line was parsed.
    pub followups: Vec<(FollowUp, Option<LineRemark>)>,
    pub done: Vec<i64>,
    pub covered: Vec<i64>,
    pub goals: Vec<(Id<Goal>, u8)>,
    pub confidence: Vec<(Id<Goal>, u8)>,
    pub wins: Vec<String>,
    pub insights: Vec<String>,
    pub decisions: Vec<String>,
    pub blockers: Vec<String>,
    pub topics: Vec<String>,
    pub tried: Vec<String>,
    pub worked: Vec<String>,
    pub feeling: Option<String>,
    pub private_note: Option<String>,
    pub next: Option<DateTime<Utc>>,
    pub next_topic: Option<String>,
    pub private: bool,
}

impl LogEntry {
    /// Returns all topics for later check-ins.
    pub fn new_topics(&self) -> impl Iterator<Item = &str> {
        let next = self.next_topic.iter();
        self.topics.iter().chain(next).map(String::as_str)
    }

    /// Removes topics from the entry.
    pub fn remove_topics(&mut self, topics: &[String]) {
        self.topics.retain(|topic| !topics.contains(topic));
        self.next_topic = self.next_topic.take().filter(|topic| !topics.contains(topic));
    }
}

/// Parses a log. Times are in the user's zone, due days in the zone of their owner.
pub fn entry(values: &FormValues, pair: &PairContext, now: Now) -> Result<LogEntry> {
    let zone = pair.user().zone;
    let body = |key: &'static str| values.parse(key, |typed| Ok(text::parse_body("text", typed)?));
    let titles =
        |key: &'static str| values.parse_list(key, |typed| Ok(text::parse_title("text", typed)?));
    let (held_at, day_alone) = held_time(values, pair, now)?;
    let mut private = false;
    let input = FormInput::new(values, pair, now, None);
    input.flag("private", &mut private)?;
    let mut extra = false;
    input.flag("extra", &mut extra)?;
    if extra && input.has("checkin") {
        let message = "a log is for a planned check-in or for a separate one, not both";
        return Err(Failure::usage(message).hint("leave `--extra` or `--checkin` out"));
    }
    let next = next_time(values, zone, held_at, now)?;
    Ok(LogEntry {
        notes: values.parse("notes", |typed| Ok(text::parse_body("note", typed)?))?,
        at: held_at,
        day_alone,
        minutes: values.parse("minutes", |typed| Ok(Minutes::parse(typed)?))?,
        channel: body("channel")?,
        checkin: values.parse("checkin", parse_record_number)?,
        extra,
        asked_at: None,
        followups: values
            .parse_list("followups", |typed| followup::parse_line(pair, typed, now))?,
        done: values.parse_list("done", parse_record_numbers)?.concat(),
        covered: values.parse_list("covered", parse_record_numbers)?.concat(),
        goals: values.parse_list("goals", |typed| Ok(goal::progress(typed)?))?,
        confidence: values.parse_list("confidence", |typed| Ok(goal::goal_confidence(typed)?))?,
        wins: titles("wins")?,
        insights: titles("insights")?,
        decisions: titles("decisions")?,
        blockers: titles("blockers")?,
        topics: titles("topics")?,
        tried: titles("tried")?,
        worked: titles("worked")?,
        feeling: values.parse("feeling", parse_feeling)?,
        private_note: body("private_note")?,
        next,
        next_topic: body("next_topic")?,
        private,
    })
}

/// Parses when the check-in was held, and the day if that was typed without a time. The time is then an estimate.
fn held_time(
    values: &FormValues,
    pair: &PairContext,
    now: Now,
) -> Result<(Option<DateTime<Utc>>, Option<NaiveDate>)> {
    let zone = pair.user().zone;
    let typed = |typed: &str| Ok(dates::moment_or_day(typed, now, zone, DayRole::Past)?);
    let (held_at, day_alone) = match values.parse("at", typed)? {
        None => return Ok((None, None)),
        Some(DayOrMoment::Moment(at)) => (at, None),
        Some(DayOrMoment::Day(day)) => {
            let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
            let at = zone::resolve_wall_clock(day.and_time(noon), zone);
            let is_today = day == now.at.with_timezone(&zone).date_naive();
            (if is_today { at.min(now.at) } else { at }, Some(day))
        }
    };
    if held_at > now.at {
        return Err(in_future_failure(held_at, day_alone, pair, now));
    }
    Ok((Some(held_at), day_alone))
}

/// Parses when the next check-in is. It is after the one that is logged.
fn next_time(
    values: &FormValues,
    zone: Tz,
    held_at: Option<DateTime<Utc>>,
    now: Now,
) -> Result<Option<DateTime<Utc>>> {
    let typed = |typed: &str| Ok(dates::parse_moment(typed, now, zone, DayRole::Future)?);
    let next = values.parse("next", typed)?;
    if let Some(next) = next.filter(|next| *next <= held_at.unwrap_or(now.at)) {
        let next = words::moment(next, zone, now);
        return Err(Failure::refused(format!(
            "the next check-in can't be on {next}: that is in the past"
        )));
    }
    Ok(next)
}

/// Returns the failure for a log of a check-in that is still to come. `day_alone`: it was typed without a time.
fn in_future_failure(
    at: DateTime<Utc>,
    day_alone: Option<NaiveDate>,
    pair: &PairContext,
    now: Now,
) -> Failure {
    let zone = pair.user().zone;
    let (shown, typed) = if let Some(day) = day_alone {
        (dates::format_day(day, words::today(pair.user(), now)), format!("{day} HH:MM"))
    } else {
        let typed = at.with_timezone(&zone).format("%Y-%m-%d %H:%M");
        (words::moment(at, zone, now), typed.to_string())
    };
    let slug = pair.slug();
    Failure::refused(format!("a check-in on {shown} is in the future"))
        .hint(format!("run `mentor checkin add \"{typed}\" -p {slug}` to plan it"))
}

/// Parses a feeling: a word, or a number from 1 to 5.
fn parse_feeling(typed: &str) -> Result<String> {
    let feeling = text::parse_title("feeling", typed)?;
    if feeling.parse::<f64>().is_ok() && !["1", "2", "3", "4", "5"].contains(&feeling.as_str()) {
        return Err(Failure::refused(format!("`{feeling}` is not a feeling from 1 to 5"))
            .hint("write a word, or a number from 1 to 5"));
    }
    Ok(feeling)
}
