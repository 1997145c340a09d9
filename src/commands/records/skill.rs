//! `mentor skill`: skills, rated by both sides over time, with evidence.

use crate::app::{self, App};
use crate::commands::command_line::arg::{self, RecordArg};
use crate::commands::crud::form_input::{FormInput, parse_past_day};
use crate::commands::crud::{
    self, CrudCommand, CrudRecord, DefaultFilter, HasTransitions, Transition, TransitionCommand,
};
use crate::domain::dates::Now;
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::domain::skill::{self as rules, LevelError, Rating, Skill, SkillHistory, SkillState};
use crate::domain::text;
use crate::error::{Failure, Result};
use crate::input::form::{Field, Form, HasForm};
use crate::store::read_tx::ReadTx;
use crate::store::{json, skills};
use crate::view;
use crate::view::page::output_mode::OutputMode;
use crate::view::records::record::RelatedSection;

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum SkillCommand {
    #[command(flatten)]
    Any(CrudCommand<Skill>),
    Rate(RateArgs),
    #[command(flatten)]
    State(TransitionCommand<Skill>),
}

/// Rate a skill (a new level needs evidence)
#[derive(Debug, clap::Args)]
pub struct RateArgs {
    #[command(flatten)]
    which: RecordArg,

    /// 1 novice, 2 advanced beginner, 3 competent, 4 proficient, 5 expert
    #[arg(value_name = "LEVEL", allow_negative_numbers = true)]
    level: String,

    /// Who rates: mentor, mentee, me or them [default: me]
    #[arg(long, value_name = "WHO")]
    by: Option<String>,

    /// Evidence for the level
    #[arg(long, value_name = "TEXT")]
    evidence: Option<String>,

    /// Date [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

pub fn run(app: &mut App<'_, '_>, command: &SkillCommand) -> Result<()> {
    match command {
        SkillCommand::Any(verb) => crud::run(app, verb),
        SkillCommand::Rate(args) => rate(app, args),
        SkillCommand::State(verb) => verb.run(app),
    }
}

impl HasForm for Skill {
    const FORM: Form = Form {
        name: "skill add",
        about: "A skill to grow",
        fields: &[
            Field::title("Which skill?", "Leading design reviews").help("The skill"),
            Field::text("why", "Why does it matter?", "A lead does it every week")
                .help("Why it matters"),
            Field::line("aim", "Which level do you aim for, 1 to 5?", "4")
                .help("Target level, 1 to 5")
                .value("LEVEL"),
            Field::private(),
        ],
    };
}

impl CrudRecord for Skill {
    const LIST_FIELDS: &'static [&'static str] = &["aim", "state"];
    const DEFAULT_FILTER: DefaultFilter = DefaultFilter::Open;

    fn with_defaults(input: &FormInput<'_>) -> Self {
        Skill {
            pair: input.pair.id(),
            title: String::new(),
            why: None,
            aim: None,
            state: SkillState::Active,
            state_on: input.today().day,
            because: None,
            private: false,
        }
    }

    fn apply(&mut self, input: &FormInput<'_>) -> Result<()> {
        input.line("title", &mut self.title)?;
        input.optional_text("why", &mut self.why)?;
        input.apply_optional("aim", &mut self.aim, |typed| Ok(rules::parse_level(typed)?))?;
        input.flag("private", &mut self.private)
    }

    fn is_open(&self) -> bool {
        self.state == SkillState::Active
    }

    fn extra_columns(
        record: &Record<Self>,
        _pair: &PairContext,
        tx: &ReadTx<'_>,
        _now: Now,
        mode: OutputMode,
    ) -> Result<Vec<(&'static str, String)>> {
        Ok(view::records::skill::list_columns(&skills::with_ratings(tx, record.clone())?, mode))
    }

    fn related(
        record: &Record<Self>,
        pair: &PairContext,
        tx: &ReadTx<'_>,
        now: Now,
        mode: OutputMode,
    ) -> Result<Vec<RelatedSection>> {
        let history = skills::with_ratings(tx, record.clone())?;
        let ratings = json::items_json(&history.ratings, pair.slug());
        Ok(view::records::skill::sections(&history, pair, now, mode, ratings))
    }
}

impl HasTransitions for Skill {
    const TRANSITIONS: &'static [Transition<SkillState>] = &[
        Transition {
            verb: "drop",
            past: "Dropped",
            to: SkillState::Dropped,
            about: "Stop tracking skills",
            alias: None,
        },
        Transition {
            verb: "resume",
            past: "Reopened",
            to: SkillState::Active,
            about: "Track skills again",
            alias: Some("reopen"),
        },
    ];
}

/// Finds the skill to rate, with its ratings, and the side that rates it.
fn find_skill_and_side(
    app: &App<'_, '_>,
    tx: &ReadTx<'_>,
    args: &RateArgs,
) -> Result<(SkillHistory, Side, PairContext)> {
    let (skill, pair) = app.find_record_for_write::<Skill>(tx, args.which.number)?;
    let side = app::parse_side_or_user(&pair, args.by.as_deref())?;
    Ok((skills::with_ratings(tx, skill)?, side, pair))
}

fn rate(app: &mut App<'_, '_>, args: &RateArgs) -> Result<()> {
    let level = rules::parse_level(&args.level)?;
    let mut evidence = arg::parse_text("evidence", args.evidence.as_deref())?;
    if evidence.is_none() && app.can_ask {
        let (history, side, _) = app.read(|tx| find_skill_and_side(app, tx, args))?;
        if history.previous_level(side, level).is_some() {
            let typed = app.prompter.line("What shows it?", None)?;
            evidence = Some(text::parse_body("evidence", &typed)?);
        }
    }
    let (record, slug) = app.write(|app, tx| {
        let (history, side, pair) = find_skill_and_side(app, tx, args)?;
        let today = app.today_of(pair.person(side));
        let on = parse_past_day(tx, &pair, args.on.as_deref(), today)?;
        if let Some(before) = history.previous_level(side, level).filter(|_| evidence.is_none()) {
            let by = Some(side).filter(|side| *side != pair.user_side());
            return Err(evidence_required_failure(&history.skill, before, level, by));
        }
        let record = tx.insert(Rating {
            pair: pair.id(),
            skill: history.skill.id,
            side,
            level,
            on,
            evidence: evidence.clone(),
            checkin: None,
        })?;
        tx.add_message(view::records::skill::rated_message(&record, &history.skill, &pair));
        Ok((record, pair.slug().to_owned()))
    })?;
    app.print_record_json(|| json::item(&record, Some(&slug)))
}

fn evidence_required_failure(
    skill: &Record<Skill>,
    before: u8,
    level: u8,
    by: Option<Side>,
) -> Failure {
    let number = skill.id;
    let by = by.map(|side| format!(" --by {side}")).unwrap_or_default();
    Failure::answer_needed(format!(
        "changing skill {number} from {before} to {level} needs evidence"
    ))
    .data("nothing was changed")
    .hint(format!("run `mentor skill rate {number} {level}{by} --evidence \"...\"`"))
}

impl From<LevelError> for Failure {
    fn from(error: LevelError) -> Self {
        Failure::refused(error.to_string())
            .hint("1 novice, 2 advanced beginner, 3 competent, 4 proficient, 5 expert")
    }
}
