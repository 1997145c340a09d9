//! What a log asks, and what is known before: the call, its topics, the open follow-ups, the goals, the next date.

use chrono::{DateTime, NaiveDate, Utc};

use crate::app::App;
use crate::commands::everyday::log::form::LogEntry;
use crate::commands::everyday::when;
use crate::commands::input::InputQuestions;
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
use crate::store::{followups, histories, snapshots, topics};
use crate::view::{self, words};

/// What was read before anything is asked; no transaction is open while somebody thinks.
pub struct LogContext {
    pub situation: PairSnapshot,
    first_day: NaiveDate,
    topics: Vec<Record<Topic>>,
    open: Vec<Record<FollowUp>>,
    next: Option<DateTime<Utc>>,
}

/// So many hours after its planned time a call that is the only one to log is sure to be meant.
const SURE: i64 = 24;

impl LogContext {
    pub fn read(app: &App<'_, '_>) -> Result<LogContext> {
        app.read(|tx| {
            let pair = app.current_pair_for_write(tx)?;
            let id = pair.id();
            let first_day = histories::first_day(tx, &pair)?;
            let situation = snapshots::load_for_status(tx, pair, app.now, 0)?;
            let next = next(&situation, tx)?;
            Ok(LogContext {
                situation,
                first_day,
                topics: topics::open(tx, id)?,
                open: followups::open(tx, id)?,
                next,
            })
        })
    }

    pub fn pair(&self) -> &PairContext {
        &self.situation.pair
    }

    /// Checks what is only known once the data file was read.
    pub fn check(&self, entry: &LogEntry) -> Result<()> {
        let pair = self.pair();
        let day = entry.at.map(|at| pair.pair_day(at));
        let within = |day| pair_history::ensure_within(pair, self.first_day, day);
        Ok(day.map_or(Ok(()), within)?)
    }

    /// The planned check-ins that have begun and wait to be logged, the last one first.
    fn started_checkins(&self) -> Vec<&Record<CheckIn>> {
        let now = self.situation.now;
        let is_begun = |one: &&Record<CheckIn>| one.planned_at.is_some_and(|at| at <= now);
        let mut begun: Vec<_> = self.situation.planned.iter().filter(is_begun).collect();
        begun.sort_by_key(|one| std::cmp::Reverse(one.planned_at));
        begun
    }

    /// Whether it has to be asked which check-in is meant.
    fn is_ambiguous(&self) -> bool {
        let now = self.situation.now;
        let hours = |one: &Record<CheckIn>| one.planned_at.map_or(0, |at| (now - at).num_hours());
        match self.started_checkins()[..] {
            [] => false,
            [one] => hours(one) >= SURE,
            _ => true,
        }
    }

    /// What is asked. Which check-in it is comes first, if that is not sure.
    pub fn build_questions(&self, app: &mut App<'_, '_>, may_ask: bool) -> Result<InputQuestions> {
        let begun = self.started_checkins();
        let at = if self.is_ambiguous() && may_ask {
            let describe =
                |one: &&Record<CheckIn>| view::messages::log::choice(one, self.pair(), app.now);
            let mut options: Vec<String> = begun.iter().map(describe).collect();
            options.push("Another check-in, not planned".to_owned());
            app.prompter
                .choose("Which check-in do you log?", &options, 0)?
        } else {
            0
        };
        let checkin = begun.get(at).copied();
        let mut answered = FormValues::default();
        match checkin {
            Some(one) => answered.set_known("checkin", [one.id.to_string()]),
            None if !begun.is_empty() => answered.set_known("extra", ["yes".to_owned()]),
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
        let one = |key: &str| FORM.question(key);
        let when = || {
            let now = FormAnswer {
                texts: Vec::new(),
                shown: "now".to_owned(),
            };
            Some(one("at")?.label("When").known(Some(now)))
        };
        let steps = [
            one("notes"),
            if checkin.is_none() { when() } else { None },
            record_question(
                one("covered"),
                "Which topics did you cover?",
                "Covered",
                self.topics.iter().map(topic_choice),
            ),
            record_question(
                one("done"),
                "Which follow-ups are done?",
                "Done",
                self.open.iter().map(|one| {
                    Choice::new(
                        &one.id,
                        view::records::followup::choice_label(one, self.pair()),
                    )
                }),
            ),
            one("followups").map(|asked| asked.label("Follow-ups")),
        ];
        let goals = self.situation.goals.iter();
        let goals = goals.filter(|goal| goal.goal.state == GoalState::Active);
        let goals = goals.filter_map(|goal| Some(goal_question(one("goals")?, goal)));
        let rest = [
            one("wins"),
            one("insights").map(|asked| asked.label("Advice")),
            one("minutes").map(|asked| asked.label("Minutes").known(self.minutes(checkin))),
            one("next").map(|asked| asked.label("Next check-in").known(self.next())),
        ];
        let steps = steps.into_iter().flatten();
        steps
            .chain(goals)
            .chain(rest.into_iter().flatten())
            .collect()
    }

    /// As planned, or else as agreed.
    fn minutes(&self, checkin: Option<&Record<CheckIn>>) -> Option<FormAnswer> {
        let planned = checkin.and_then(|one| one.planned_minutes);
        let agreed = || self.situation.terms().and_then(|terms| terms.length);
        let minutes = planned.or_else(agreed)?;
        Some(FormAnswer::new(&minutes.0, minutes.0.to_string()))
    }

    fn next(&self) -> Option<FormAnswer> {
        let zone = self.pair().user().zone;
        let at = self.next?;
        let typed = at.with_timezone(&zone).format("%Y-%m-%d %H:%M");
        Some(FormAnswer::new(
            &typed,
            words::moment(at, zone, self.situation.now),
        ))
    }
}

/// What is planned after now, or else what the agreed rhythm asks for.
fn next(
    situation: &PairSnapshot,
    tx: &crate::store::read_tx::ReadTx<'_>,
) -> Result<Option<DateTime<Utc>>> {
    let ahead = situation.planned.iter().filter_map(|one| one.planned_at);
    if let Some(at) = ahead.filter(|at| *at > situation.now).min() {
        return Ok(Some(at));
    }
    let proposed = proposal::propose_call(situation, &when::planned_slots(tx)?);
    Ok(proposed.map(|proposed| proposed.at))
}

fn topic_choice(topic: &Record<Topic>) -> Choice {
    Choice::new(&topic.id, format!("{} {}", topic.id, topic.title))
}

/// A question with records to tick; none: there are no records.
fn record_question(
    question: Option<FormQuestion>,
    ask: &str,
    label: &str,
    choices: impl Iterator<Item = Choice>,
) -> Option<FormQuestion> {
    let choices: Vec<Choice> = choices.collect();
    let question = question.filter(|_| !choices.is_empty())?;
    Some(
        question
            .asking(ask)
            .label(label)
            .kind(QuestionKind::Several(choices)),
    )
}

fn goal_question(question: FormQuestion, goal: &GoalHistory) -> FormQuestion {
    let known = goal.percent().map(|percent| FormAnswer {
        texts: Vec::new(),
        shown: format!("{percent}%"),
    });
    question
        .asking(format!("How far along is \"{}\"?", goal.goal.title))
        .example("40%")
        .label(goal.goal.title.clone())
        .kind(QuestionKind::Value)
        .known(known)
        .prefix(format!("{}=", goal.goal.id))
}
