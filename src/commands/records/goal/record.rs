//! The form of a goal, its listing and its transitions.

use chrono::NaiveDate;

use crate::commands::crud::form_input::FormInput;
use crate::commands::crud::{CrudRecord, DefaultFilter, HasTransitions, Transition, insert_new};
use crate::commands::records::followup::{LineRemark, from_step, record_date_move};
use crate::domain::dates::{self, DayRole, Now, Today};
use crate::domain::followup::FollowUp;
use crate::domain::goal::{FEW, Goal, GoalState, Moved};
use crate::domain::insight::Win;
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::error::{Failure, Result};
use crate::input::form::{Field, FlagPlacement, Form, FormValues, HasForm};
use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;
use crate::store::{StoreError, goals, json, pair_items};
use crate::view;
use crate::view::page::output_mode::OutputMode;
use crate::view::records::record::RelatedSection;
use crate::view::words;

impl HasForm for Goal {
    const FORM: Form = Form {
        name: "goal add",
        about: "Goals of the mentee, with progress and confidence",
        fields: &[
            Field::title("What does the mentee want to achieve?", "Lead a design review")
                .help("What the mentee wants to achieve"),
            Field::text("why", "Why does it matter?", "Decisions stick when they are hers")
                .help("Why it matters")
                .prompted(),
            Field::text(
                "done_when", "How will you know when you're there?", "Review led, notes shared",
            )
            .help("How you will know when you're there")
            .prompted(),
            Field::day("target", "By when?", "2027-03-01")
                .flag("by")
                .help("Target date, today or later (changes are kept)")
                .prompted(),
            Field::text("because", "Why did the target move?", "exams")
                .help("Why the target moved")
                .placement(FlagPlacement::Change),
            Field::text(
                "support",
                "What support does the mentee want from the mentor?",
                "Honest notes",
            )
            .help("Support wanted from the mentor"),
            Field::line("category", "Which word groups it with others?", "craft")
                .help("A word to group goals by")
                .value("WORD"),
            Field::list("steps", "Which steps lead there?", "Shadow one")
                .flag("step")
                .help("Step, saved as a follow-up of the mentee (repeatable)")
                .placement(FlagPlacement::New),
            Field::private(),
        ],
    };
}

impl CrudRecord for Goal {
    const LIST_FIELDS: &'static [&'static str] = &["target", "state"];
    const FILTERS: &'static [&'static str] = &["category"];
    const DUE_FIELD: Option<&'static str> = Some("target");
    const DEFAULT_FILTER: DefaultFilter = DefaultFilter::Open;

    fn with_defaults(input: &FormInput<'_>) -> Self {
        Goal {
            pair: input.pair.id(),
            title: String::new(),
            why: None,
            done_when: None,
            target: None,
            support: None,
            category: None,
            state: GoalState::Active,
            state_on: input.today_of(Side::Mentee).day,
            because: None,
            private: false,
            state_at: None,
        }
    }

    fn apply(&mut self, input: &FormInput<'_>) -> Result<()> {
        input.line("title", &mut self.title)?;
        input.optional_text("why", &mut self.why)?;
        input.optional_text("done_when", &mut self.done_when)?;
        input.optional_text("support", &mut self.support)?;
        input.optional_text("category", &mut self.category)?;
        input.flag("private", &mut self.private)?;
        // Parsed here to report errors before anything is stored, with their place in an imported file.
        steps(input)?;
        let (before, today) = (self.target, input.today_of(Side::Mentee));
        input.apply_optional("target", &mut self.target, |typed| {
            let day = dates::parse_day(typed, today, DayRole::Deadline)?;
            if day < today.day && before != Some(day) {
                Err(target_in_past_failure(day, today))
            } else {
                Ok(day)
            }
        })
    }

    fn calendar_side(&self) -> Option<Side> {
        Some(Side::Mentee)
    }

    fn is_open(&self) -> bool {
        Goal::is_open(self)
    }

    fn summary(record: &Record<Self>, pair: &PairContext, now: Now) -> String {
        view::records::goal::in_words(record, words::today(&pair.mentee, now))
    }

    fn query_list(
        tx: &ReadTx<'_>,
        pair: &PairContext,
        all: bool,
    ) -> Result<Vec<Record<Self>>, StoreError> {
        if all { goals::all(tx, pair.id()) } else { goals::open(tx, pair.id()) }
    }

    /// Inserts the steps of a new goal as follow-ups of the mentee; records a moved target with the reason.
    fn after_save(
        record: &Record<Self>,
        before: Option<&Self>,
        input: &FormInput<'_>,
        tx: &WriteTx<'_>,
    ) -> Result<()> {
        if let Some(before) = before {
            return record_date_move(record, Moved::Goal, before.target, record.target, input, tx);
        }
        let no_values = FormValues::default();
        let no_input = FormInput::new(&no_values, input.pair, input.now, Some(tx));
        for (mut step, remark) in steps(input)? {
            step.goal = Some(record.id);
            step.private = record.private;
            let step = insert_new(tx, step, &no_input)?;
            if let Some(remark) = remark {
                tx.remark(remark.text_for(step.id));
            }
        }
        Ok(())
    }

    fn add_remarks(_: &Record<Self>, pair: &PairContext, tx: &WriteTx<'_>) -> Result<()> {
        let open = goals::open(tx, pair.id())?;
        let active = open.iter().filter(|goal| goal.state == GoalState::Active).count();
        if active > FEW {
            tx.remark(format!(
                "that makes {active} active goals; one to three work best (run `mentor goal pause NUMBER` to pause one)"
            ));
        }
        Ok(())
    }

    fn extra_columns(
        record: &Record<Self>,
        _pair: &PairContext,
        tx: &ReadTx<'_>,
        _now: Now,
        mode: OutputMode,
    ) -> Result<Vec<(&'static str, String)>> {
        let history = goals::with_history(tx, record.clone())?;
        Ok(view::records::goal::list_columns(&history, mode))
    }

    fn related(
        record: &Record<Self>,
        pair: &PairContext,
        tx: &ReadTx<'_>,
        now: Now,
        mode: OutputMode,
    ) -> Result<Vec<RelatedSection>> {
        let steps: Vec<Record<FollowUp>> = pair_items::owned_by(tx, "goal", record.id)?;
        let wins: Vec<Record<Win>> = pair_items::owned_by(tx, "goal", record.id)?;
        let history = goals::with_history(tx, record.clone())?;
        let today = words::today(&pair.mentee, now);
        let slug = pair.slug();
        let steps_json = json::items_json(&steps, slug);
        let wins_json = json::items_json(&wins, slug);
        let entries_json = json::items_json(&history.entries, slug);
        let moves_json = json::items_json(&history.moves, slug);
        Ok(vec![
            view::records::goal::progress_section(&history, mode),
            view::records::goal::wins(&wins, today, wins_json),
            view::records::goal::steps(&steps, today, mode, steps_json),
            view::records::goal::entries(&history, today, mode, entries_json),
            view::records::goal::moves(&history, today, mode, moves_json),
        ])
    }
}

impl HasTransitions for Goal {
    const TRANSITIONS: &'static [Transition<GoalState>] = &[
        Transition {
            verb: "done",
            past: "Completed",
            to: GoalState::Done,
            about: "Mark goals as done",
            alias: None,
        },
        Transition {
            verb: "drop",
            past: "Dropped",
            to: GoalState::Dropped,
            about: "Drop goals",
            alias: None,
        },
        Transition {
            verb: "pause",
            past: "Paused",
            to: GoalState::Paused,
            about: "Pause goals",
            alias: None,
        },
        Transition {
            verb: "resume",
            past: "Reopened",
            to: GoalState::Active,
            about: "Reopen paused, done or dropped goals",
            alias: Some("reopen"),
        },
    ];
}

/// Parses the given steps as follow-ups of the mentee, each with a remark.
fn steps(input: &FormInput<'_>) -> Result<Vec<(FollowUp, Option<LineRemark>)>> {
    let parse = |typed: &str| match typed.trim() {
        "" => Ok(None),
        _ => from_step(input.pair, typed, input.now).map(Some),
    };
    Ok(input.parse_each("steps", parse)?.into_iter().flatten().collect())
}

fn target_in_past_failure(day: NaiveDate, today: Today) -> Failure {
    let day = dates::format_day(day, today);
    Failure::refused(format!("the target date {day} is in the past"))
        .hint("use a later `--by`, or leave it out")
}
