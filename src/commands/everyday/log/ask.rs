//! The questions of a log, and the records that they are built from.

use chrono::{DateTime, NaiveDate, SecondsFormat, TimeDelta, Utc};

use crate::app::App;
use crate::commands::command_line::arg::outside_pair_failure;
use crate::commands::everyday::log::form::LogEntry;
use crate::commands::everyday::when;
use crate::commands::input::InputQuestions;
use crate::domain::cadence::TOLERANCE;
use crate::domain::checkin::CheckIn;
use crate::domain::followup::FollowUp;
use crate::domain::goal::{GoalHistory, GoalState};
use crate::domain::pair::PairContext;
use crate::domain::pair_history;
use crate::domain::proposal;
use crate::domain::record::Record;
use crate::domain::snapshot::PairSnapshot;
use crate::domain::topic::Topic;
use crate::error::Result;
use crate::input::form::{
    Choice, Form, FormAnswer, FormQuestion, FormValues, HasForm, QuestionKind,
};
use crate::store::read_tx::ReadTx;
use crate::store::{followups, histories, snapshots, topics};
use crate::view::{self, words};

/// The records that the questions need, read beforehand: no transaction is open while the user types.
pub struct LogContext {
    pub snapshot: PairSnapshot,
    first_day: NaiveDate,
    open_topics: Vec<Record<Topic>>,
    open_followups: Vec<Record<FollowUp>>,
    /// The time to suggest for the next check-in.
    next: Option<DateTime<Utc>>,
}

/// A single check-in that began fewer than this many hours ago is logged without asking which one it is.
const MAX_UNAMBIGUOUS_HOURS: i64 = 24;

impl LogContext {
    pub fn read(app: &App<'_, '_>) -> Result<LogContext> {
        app.read(|tx| {
            let pair = app.current_pair_for_write(tx)?;
            let id = pair.id();
            let first_day = histories::first_day(tx, &pair)?;
            let snapshot = snapshots::load_for_status(tx, pair, app.now, 0)?;
            let next = suggest_next(&snapshot, tx)?;
            Ok(LogContext {
                snapshot,
                first_day,
                open_topics: topics::open(tx, id)?,
                open_followups: followups::open(tx, id)?,
                next,
            })
        })
    }

    pub fn pair(&self) -> &PairContext {
        &self.snapshot.pair
    }

    /// Checks what depends on the data file: the day must lie within the pair's time.
    pub fn check(&self, entry: &LogEntry) -> Result<()> {
        let pair = self.pair();
        let day = entry.at.map(|at| pair.pair_day(at));
        let ensure_within = |day| pair_history::ensure_within(pair, self.first_day, day);
        let today = words::today(pair.user(), self.snapshot.now);
        day.map_or(Ok(()), ensure_within).map_err(|outside| outside_pair_failure(&outside, today))
    }

    /// Returns the planned check-ins that have begun and are not logged, latest first.
    fn started_checkins(&self) -> Vec<&Record<CheckIn>> {
        let now = self.snapshot.now;
        let has_begun =
            |checkin: &&Record<CheckIn>| checkin.planned_at.is_some_and(|at| at <= now.at);
        let mut started: Vec<_> = self.snapshot.planned.iter().filter(has_begun).collect();
        started.sort_by_key(|checkin| std::cmp::Reverse(checkin.planned_at));
        started
    }

    /// Whether to ask which check-in is being logged.
    fn is_ambiguous(&self) -> bool {
        let now = self.snapshot.now;
        let hours = |checkin: &Record<CheckIn>| {
            checkin.planned_at.map_or(0, |at| (now.at - at).num_hours())
        };
        match self.started_checkins()[..] {
            [] => false,
            [checkin] => hours(checkin) >= MAX_UNAMBIGUOUS_HOURS,
            _ => true,
        }
    }

    /// Returns the questions. If the check-in is ambiguous and `may_ask`, asks first which one it is.
    pub fn build_questions(&self, app: &mut App<'_, '_>, may_ask: bool) -> Result<InputQuestions> {
        let started = self.started_checkins();
        let index = if self.is_ambiguous() && may_ask {
            let describe = |checkin: &&Record<CheckIn>| {
                view::messages::log::choice(checkin, self.pair(), app.now)
            };
            let mut options: Vec<String> = started.iter().map(describe).collect();
            options.push("Another check-in, not planned".to_owned());
            app.prompter.choose("Which check-in do you log?", &options, 0)?
        } else {
            0
        };
        let checkin = started.get(index).copied();
        let mut answered = FormValues::default();
        match checkin {
            Some(checkin) => answered.set_known("checkin", [checkin.id.to_string()]),
            None if !started.is_empty() => answered.set_known("extra", ["yes".to_owned()]),
            None => {}
        }
        Ok(InputQuestions {
            header: Some(view::messages::log::header(checkin, self.pair(), app.now)),
            questions: self.questions(checkin),
            answered,
        })
    }

    fn questions(&self, checkin: Option<&Record<CheckIn>>) -> Vec<FormQuestion> {
        const FORM: Form = LogEntry::FORM;
        let question = |key: &str| FORM.question(key);
        let when = || Some(question("at")?.label("When").known(Some(self.held_at_answer())));
        let steps = [
            question("notes"),
            if checkin.is_none() { when() } else { None },
            record_question(
                question("covered"),
                "Which topics did you cover?",
                "Covered",
                self.open_topics.iter().map(topic_choice),
            ),
            record_question(
                question("done"),
                "Which follow-ups are done?",
                "Done",
                self.open_followups.iter().map(|followup| {
                    Choice::new(
                        &followup.id,
                        view::records::followup::choice_label(followup, self.pair()),
                    )
                }),
            ),
            question("followups").map(|question| question.label("Follow-ups")),
        ];
        let goals = self.snapshot.goals.iter();
        let goals = goals.filter(|goal| goal.goal.state == GoalState::Active);
        let goals = goals.filter_map(|goal| Some(goal_question(question("goals")?, goal)));
        let rest = [
            question("wins"),
            question("insights").map(|question| question.label("Advice")),
            question("minutes")
                .map(|question| question.label("Minutes").known(self.minutes_answer(checkin))),
            question("next")
                .map(|question| question.label("Next check-in").known(self.next_answer())),
        ];
        let steps = steps.into_iter().flatten();
        steps.chain(goals).chain(rest.into_iter().flatten()).collect()
    }

    /// Returns when an unplanned check-in took place, unless another time is given: when it was agreed, or else now. A
    /// draft that is resumed later keeps the moment.
    fn held_at_answer(&self) -> FormAnswer {
        let now = self.snapshot.now;
        let zone = self.pair().user().zone;
        let agreed = self.snapshot.agreed_since(now.at - TimeDelta::days(TOLERANCE));
        let (at, shown) = match agreed {
            Some(call) => (call.at, words::moment(call.at, zone, now)),
            None => (now.at, "now".to_owned()),
        };
        FormAnswer::new(&at.to_rfc3339_opts(SecondsFormat::Secs, true), shown)
    }

    /// Returns the length to suggest: as planned, or else as agreed.
    fn minutes_answer(&self, checkin: Option<&Record<CheckIn>>) -> Option<FormAnswer> {
        let planned = checkin.and_then(|checkin| checkin.planned_minutes);
        let agreed = || self.snapshot.terms().and_then(|terms| terms.length);
        let minutes = planned.or_else(agreed)?;
        Some(FormAnswer::new(&minutes.0, minutes.0.to_string()))
    }

    /// Returns the time to suggest for the next check-in.
    fn next_answer(&self) -> Option<FormAnswer> {
        let zone = self.pair().user().zone;
        let at = self.next?;
        let typed = at.with_timezone(&zone).format("%Y-%m-%d %H:%M");
        Some(FormAnswer::new(&typed, words::moment(at, zone, self.snapshot.now)))
    }
}

/// Returns the next planned check-in, or else the one that the agreed cadence asks for.
fn suggest_next(snapshot: &PairSnapshot, tx: &ReadTx<'_>) -> Result<Option<DateTime<Utc>>> {
    let planned_times = snapshot.planned.iter().filter_map(|checkin| checkin.planned_at);
    if let Some(at) = planned_times.filter(|at| *at > snapshot.now.at).min() {
        return Ok(Some(at));
    }
    let proposed = proposal::propose_call(snapshot, &when::planned_slots(tx)?);
    Ok(proposed.map(|proposed| proposed.at))
}

fn topic_choice(topic: &Record<Topic>) -> Choice {
    Choice::new(&topic.id, format!("{} {}", topic.id, topic.title))
}

/// Returns a question with records to pick; `None` if there are none.
fn record_question(
    question: Option<FormQuestion>,
    ask: &str,
    label: &str,
    choices: impl Iterator<Item = Choice>,
) -> Option<FormQuestion> {
    let choices: Vec<Choice> = choices.collect();
    let question = question.filter(|_| !choices.is_empty())?;
    Some(question.ask(ask).label(label).kind(QuestionKind::Several(choices)))
}

fn goal_question(question: FormQuestion, goal: &GoalHistory) -> FormQuestion {
    let known = goal
        .percent()
        .map(|percent| FormAnswer { texts: Vec::new(), shown: format!("{percent}%") });
    question
        .ask(format!("How far along is \"{}\"?", goal.goal.title))
        .example("40%")
        .label(goal.goal.title.clone())
        .kind(QuestionKind::Value)
        .known(known)
        .prefix(format!("{}=", goal.goal.id))
}
