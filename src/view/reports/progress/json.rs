//! The figures of the progress charts in JSON.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::goal::GoalState;
use crate::domain::person::Side;
use crate::domain::progress::ProgressReport;
use crate::domain::record::Id;
use crate::view::json::parts::{BySide, DatedRecord, ReportMoment, TitledRecord};
use crate::view::page::axis;
use crate::view::reports::promise::{self, OutcomeEntry};

/// `mentor progress`: figures over time, oldest first.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ProgressFigures<'a> {
    pair: &'a str,
    /// First day of the period.
    since: NaiveDate,
    /// Last day of the period; the same as `as_of_day`.
    as_of: NaiveDate,
    #[serde(flatten)]
    moment: ReportMoment,
    goals: Vec<GoalFigures<'a>>,
    wins: Vec<DatedRecord<'a>>,
    skills: Vec<SkillFigures<'a>>,
    checkins: Vec<CheckInDay>,
    aways: Vec<AwayDays>,
    promises: Vec<OutcomeEntry<'a>>,
}

/// A goal over time.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct GoalFigures<'a> {
    #[serde(flatten)]
    record: TitledRecord<'a>,
    state: GoalState,
    target: Option<NaiveDate>,
    /// The targets before the present one, oldest first.
    earlier_targets: Vec<NaiveDate>,
    progress: Vec<PercentOnDay>,
    confidence: Vec<ConfidenceOnDay>,
}

/// The progress of a goal, 0 to 100, as recorded on a day.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct PercentOnDay {
    on: NaiveDate,
    percent: u8,
}

/// The confidence in a goal as recorded on a day.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ConfidenceOnDay {
    on: NaiveDate,
    confidence: u8,
}

/// A skill over time, as each side rates it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct SkillFigures<'a> {
    #[serde(flatten)]
    record: TitledRecord<'a>,
    /// The level to reach.
    aim: Option<u8>,
    #[serde(flatten)]
    levels: BySide<Vec<LevelOnDay>>,
}

/// The level of a skill as given on a day.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct LevelOnDay {
    on: NaiveDate,
    level: u8,
}

/// A check-in that was held, missed or cancelled.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct CheckInDay {
    id: Id<CheckIn>,
    on: NaiveDate,
    state: CheckInState,
}

/// Days on which one side was away, first and last included.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct AwayDays {
    side: Option<Side>,
    from: NaiveDate,
    until: NaiveDate,
}

pub fn json(progress: &ProgressReport) -> ProgressFigures<'_> {
    let goals = progress.goal_histories().map(|history| {
        let percents = history.percents();
        let confidences = history.confidences_by_day();
        GoalFigures {
            record: (&history.goal).into(),
            state: history.goal.state,
            target: history.goal.target,
            earlier_targets: axis::earlier_targets(history).collect(),
            progress: percents.map(|(on, percent)| PercentOnDay { on, percent }).collect(),
            confidence: confidences
                .map(|(on, confidence)| ConfidenceOnDay { on, confidence })
                .collect(),
        }
    });
    let skills = progress.skills.iter().map(|history| {
        let levels = |side| {
            let levels = history.levels_by_day(side);
            levels.map(|(on, level)| LevelOnDay { on, level }).collect()
        };
        SkillFigures {
            record: (&history.skill).into(),
            aim: history.skill.aim,
            levels: BySide::new(levels),
        }
    });
    let checkins = progress.checkins_by_day().into_iter();
    let checkins =
        checkins.map(|(on, checkin)| CheckInDay { id: checkin.id, on, state: checkin.state });
    let aways = progress.facts.aways.iter().map(|away| AwayDays {
        side: progress.pair.side_of(away.person),
        from: away.from,
        until: away.until,
    });
    let wins = progress.wins.iter();
    ProgressFigures {
        pair: progress.pair.slug(),
        since: progress.period.first_day,
        as_of: progress.period.last_day,
        moment: progress.period.into(),
        goals: goals.collect(),
        wins: wins.map(|win| DatedRecord::new(win, win.on)).collect(),
        skills: skills.collect(),
        checkins: checkins.collect(),
        aways: aways.collect(),
        promises: promise::entries(&progress.outcomes),
    }
}
