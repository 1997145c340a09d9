//! `mentor norm`: how each side reads silence, directness or disagreement, in their own words.

use crate::app::{self, App, pair_option};
use crate::commands::command_line::arg::RecordArg;
use crate::commands::crud::form_input::FormInput;
use crate::commands::crud::{self, CrudCommand, CrudRecord, DefaultFilter, insert_new};
use crate::domain::dates::Now;
use crate::domain::norm::{Norm, SUGGESTED};
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::domain::text;
use crate::error::{Failure, Result};
use crate::input::form::{Field, Form, FormValues, HasForm};
use crate::store::read_tx::ReadTx;
use crate::store::{json, pair_items};
use crate::view::page::output_mode::OutputMode;

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum NormCommand {
    #[command(flatten)]
    Any(CrudCommand<Norm>),
    Answer(AnswerArgs),
    /// Add questions worth asking early
    Suggest,
}

/// Record an answer
#[derive(Debug, clap::Args)]
pub struct AnswerArgs {
    #[command(flatten)]
    which: RecordArg,

    /// The answer, in their own words
    #[arg(value_name = "TEXT")]
    words: String,

    /// Whose answer: mentor, mentee, me or them [default: me]
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
}

pub fn run(app: &mut App<'_, '_>, command: &NormCommand) -> Result<()> {
    match command {
        NormCommand::Any(verb) => crud::run(app, verb),
        NormCommand::Answer(args) => answer(app, args),
        NormCommand::Suggest => suggest(app),
    }
}

impl HasForm for Norm {
    const FORM: Form = Form {
        name: "norm add",
        about: "Something you may read differently",
        fields: &[Field::title(
            "Which question should you both answer?", "When I am silent, it means",
        )
        .help("A question for both of you, or a sentence to complete")],
    };
}

impl CrudRecord for Norm {
    const LIST_FIELDS: &'static [&'static str] = &[];
    const DEFAULT_FILTER: DefaultFilter = DefaultFilter::OpenOnDemand;

    fn with_defaults(input: &FormInput<'_>) -> Self {
        Norm {
            pair: input.pair.id(),
            title: String::new(),
            mentor_says: None,
            mentor_said_on: None,
            mentee_says: None,
            mentee_said_on: None,
        }
    }

    fn apply(&mut self, input: &FormInput<'_>) -> Result<()> {
        input.line("title", &mut self.title)
    }

    fn is_open(&self) -> bool {
        !self.is_answered()
    }

    fn extra_columns(
        record: &Record<Self>,
        _pair: &PairContext,
        _tx: &ReadTx<'_>,
        _now: Now,
        _mode: OutputMode,
    ) -> Result<Vec<(&'static str, String)>> {
        let says = |side: Side| record.says(side).unwrap_or_default().to_owned();
        Ok(vec![("mentor", says(Side::Mentor)), ("mentee", says(Side::Mentee))])
    }
}

fn answer(app: &mut App<'_, '_>, args: &AnswerArgs) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let (mut record, pair) = app.find_record_for_write::<Norm>(tx, args.which.number)?;
        let side = app::parse_side_or_user(&pair, args.by.as_deref())?;
        let today = app.today_of(pair.person(side));
        record.answer(side, text::parse_title("answer", &args.words)?, today.day);
        tx.update(&mut record)?;
        tx.add_message(format!(
            "Recorded {}'s answer to norm {}: {}",
            pair.first_name(side),
            record.id,
            record.says(side).unwrap_or_default()
        ));
        Ok((record, pair.slug().to_owned()))
    })?;
    app.print_record_json(|| json::item(&record, Some(&slug)))
}

fn suggest(app: &mut App<'_, '_>) -> Result<()> {
    let (records, slug) = app.write(|app, tx| {
        let pair = app.current_pair_for_write(tx)?;
        let no_values = FormValues::default();
        let input = FormInput::new(&no_values, &pair, app.now, Some(tx));
        let existing: Vec<Record<Norm>> = pair_items::all_in_pair(tx, pair.id())?;
        let new =
            SUGGESTED.iter().filter(|title| existing.iter().all(|norm| norm.title != **title));
        let mut records = Vec::new();
        for title in new {
            let norm = Norm { title: (*title).to_owned(), ..Norm::with_defaults(&input) };
            records.push(insert_new(tx, norm, &input)?);
        }
        if records.is_empty() {
            let option = pair_option(tx, &pair)?;
            return Err(Failure::refused("all of them are already there")
                .hint(format!("run `mentor norm add \"...\"{option}` to add your own")));
        }
        Ok((records, pair.slug().to_owned()))
    })?;
    app.print_record_json(|| json::list(&records, Some(&slug)))
}
