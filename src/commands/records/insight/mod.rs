//! `mentor advice`: advice and industry knowledge from the mentor.

mod follow_up;

use crate::app::App;
use crate::commands::crud::form_input::FormInput;
use crate::commands::crud::{self, CrudCommand, CrudRecord, DefaultFilter};
use crate::domain::dates::Now;
use crate::domain::insight::Insight;
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::error::Result;
use crate::input::form::{Field, Form, HasForm};
use crate::store::read_tx::ReadTx;
use crate::store::{insights, json};
use crate::view;
use crate::view::page::output_mode::OutputMode;
use crate::view::records::record::RelatedSection;

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum InsightCommand {
    #[command(flatten)]
    Any(CrudCommand<Insight>),
    Outcome(follow_up::OutcomeArgs),
    Recall(follow_up::RecallArgs),
}

pub fn run(app: &mut App<'_, '_>, command: &InsightCommand) -> Result<()> {
    match command {
        InsightCommand::Any(verb) => crud::run(app, verb),
        InsightCommand::Outcome(args) => follow_up::outcome(app, args),
        InsightCommand::Recall(args) => follow_up::recall(app, args),
    }
}

impl HasForm for Insight {
    const FORM: Form = Form {
        name: "advice add",
        about: "Advice or industry knowledge",
        fields: &[
            Field::title("What advice was given?", "Write the decision down before the meeting")
                .help("The advice, in one line"),
            Field::day("on", "On which day?", "today").help("Date [default: today]"),
            Field::number("checkin", "Check-in it was given in"),
            Field::private(),
        ],
    };
}

impl CrudRecord for Insight {
    const LIST_FIELDS: &'static [&'static str] = &["on", "outcome"];
    const DEFAULT_FILTER: DefaultFilter = DefaultFilter::OpenOnDemand;

    fn with_defaults(input: &FormInput<'_>) -> Self {
        Insight {
            pair: input.pair.id(),
            title: String::new(),
            on: input.today().day,
            checkin: None,
            private: false,
            outcome: None,
            outcome_on: None,
            outcome_note: None,
        }
    }

    fn apply(&mut self, input: &FormInput<'_>) -> Result<()> {
        input.line("title", &mut self.title)?;
        input.past_day("on", input.pair.user_side(), &mut self.on)?;
        input.record("checkin", &mut self.checkin)?;
        input.flag("private", &mut self.private)
    }

    fn is_open(&self) -> bool {
        self.outcome.is_none()
    }

    fn related(
        record: &Record<Self>,
        pair: &PairContext,
        tx: &ReadTx<'_>,
        now: Now,
        mode: OutputMode,
    ) -> Result<Vec<RelatedSection>> {
        let recalls = insights::recalls(tx, record.id)?;
        let today = view::words::today(&pair.mentee, now);
        Ok(vec![RelatedSection {
            key: "recalls",
            label: "recalled",
            lines: recalls
                .iter()
                .map(|recall| view::records::insight::recall(recall, today, mode))
                .collect(),
            json: json::items_json(&recalls, pair.slug()),
        }])
    }
}
