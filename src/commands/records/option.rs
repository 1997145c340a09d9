//! `mentor option`: career paths and opportunities, with the decisions and their reasons.

use crate::app::App;
use crate::commands::command_line::arg::{self, RecordArg};
use crate::commands::crud::form_input::{FormInput, parse_past_day};
use crate::commands::crud::{self, CrudCommand, CrudRecord, DefaultFilter};
use crate::domain::dates::Now;
use crate::domain::option::{CareerOption, NoteKind, OptionNote, OptionState};
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::domain::text;
use crate::error::{Failure, Result};
use crate::input::form::{Field, Form, HasForm};
use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;
use crate::store::{json, pair_items};
use crate::view;
use crate::view::page::output_mode::OutputMode;
use crate::view::records::record::RelatedSection;
use crate::view::words;

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum OptionCommand {
    #[command(flatten)]
    Any(CrudCommand<CareerOption>),
    Note(NoteArgs),
    Decide(DecideArgs),
    Reopen(ReopenArgs),
}

/// Add a note to an option
#[derive(Debug, clap::Args)]
pub struct NoteArgs {
    #[command(flatten)]
    which: RecordArg,

    /// What you learned
    #[arg(value_name = "TEXT")]
    text: String,

    /// Date [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

/// Record a decision and its reasons
#[derive(Debug, clap::Args)]
pub struct DecideArgs {
    #[command(flatten)]
    which: RecordArg,

    /// Decision
    #[arg(value_name = "DECISION", value_parser = ["pursued", "taken", "declined"])]
    decision: String,

    /// Your reasons now
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,

    /// Date [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

/// Reopen an option and show earlier decisions
#[derive(Debug, clap::Args)]
pub struct ReopenArgs {
    #[command(flatten)]
    which: RecordArg,

    /// What has changed
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,
}

pub fn run(app: &mut App<'_, '_>, command: &OptionCommand) -> Result<()> {
    match command {
        OptionCommand::Any(verb) => crud::run(app, verb),
        OptionCommand::Note(args) => note(app, args),
        OptionCommand::Decide(args) => decide(app, args),
        OptionCommand::Reopen(args) => reopen(app, args),
    }
}

impl HasForm for CareerOption {
    const FORM: Form = Form {
        name: "option add",
        about: "A career option to consider",
        fields: &[
            Field::title("Which career option?", "Staff engineer on the platform team")
                .help("The career option"),
            Field::text("why", "Why is it worth considering?", "More design, fewer tickets")
                .help("Why it is worth considering")
                .prompted(),
            Field::list("requires", "What does it take?", "Two led design reviews")
                .help("Requirement (repeatable)")
                .prompted(),
            Field::list("met", "Which of these are met?", "Two led design reviews")
                .help("Requirement already met (repeatable, adds to the list)"),
            Field::private(),
        ],
    };
}

impl CrudRecord for CareerOption {
    const LIST_FIELDS: &'static [&'static str] = &["state", "state_on"];
    const FILTERS: &'static [&'static str] = &["state"];
    const DEFAULT_FILTER: DefaultFilter = DefaultFilter::Open;

    fn with_defaults(input: &FormInput<'_>) -> Self {
        CareerOption {
            pair: input.pair.id(),
            title: String::new(),
            why: None,
            requires: Vec::new(),
            met: Vec::new(),
            state: OptionState::Considered,
            state_on: input.today().day,
            because: None,
            private: false,
        }
    }

    fn apply(&mut self, input: &FormInput<'_>) -> Result<()> {
        input.line("title", &mut self.title)?;
        input.optional_text("why", &mut self.why)?;
        input.lines("requires", &mut self.requires)?;
        let mut met = Vec::new();
        input.lines("met", &mut met)?;
        if input.replaces_list("met") {
            self.met.clear();
        }
        for typed in met {
            let requirement = self
                .requires
                .iter()
                .find(|required| required.to_lowercase() == typed.to_lowercase());
            let requirement =
                requirement.cloned().ok_or_else(|| not_required_failure(&typed, &self.requires))?;
            if !self.met.contains(&requirement) {
                self.met.push(requirement);
            }
        }
        let requires = &self.requires;
        self.met.retain(|met| requires.contains(met));
        input.flag("private", &mut self.private)
    }

    fn is_open(&self) -> bool {
        CareerOption::is_open(self)
    }

    fn extra_columns(
        record: &Record<Self>,
        _pair: &PairContext,
        _tx: &ReadTx<'_>,
        _now: Now,
        _mode: OutputMode,
    ) -> Result<Vec<(&'static str, String)>> {
        Ok(vec![("gaps", view::records::option::gaps(record))])
    }

    fn related(
        record: &Record<Self>,
        pair: &PairContext,
        tx: &ReadTx<'_>,
        now: Now,
        mode: OutputMode,
    ) -> Result<Vec<RelatedSection>> {
        let notes: Vec<Record<OptionNote>> = pair_items::owned_by(tx, "option", record.id)?;
        let json = json::items_json(&notes, pair.slug());
        Ok(vec![view::records::option::history(&notes, pair, now, mode, json)])
    }
}

fn not_required_failure(typed: &str, requires: &[String]) -> Failure {
    let known: Vec<&str> = requires.iter().map(String::as_str).collect();
    let failure = Failure::refused(format!("`{typed}` is not one of its requirements"));
    if known.is_empty() {
        failure.hint("add it first with `--requires`")
    } else {
        failure.hint(format!("it takes {}", view::words::backticked_list(&known, "and")))
    }
}

fn insert_note(
    tx: &WriteTx<'_>,
    option: &Record<CareerOption>,
    on: chrono::NaiveDate,
    kind: NoteKind,
    text: String,
) -> Result<()> {
    tx.insert(OptionNote { pair: option.pair, option: option.id, on, kind, text })?;
    Ok(())
}

fn note(app: &mut App<'_, '_>, args: &NoteArgs) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let (record, pair) = app.find_record_for_write::<CareerOption>(tx, args.which.number)?;
        let today = app.today_of(pair.user());
        let on = parse_past_day(tx, &pair, args.on.as_deref(), today)?;
        insert_note(tx, &record, on, NoteKind::Note, text::parse_body("note", &args.text)?)?;
        tx.add_message(format!("Added a note to career option {}: {}", record.id, record.title));
        Ok((record, pair.slug().to_owned()))
    })?;
    app.print_record_json(|| json::item(&record, Some(&slug)))
}

fn decide(app: &mut App<'_, '_>, args: &DecideArgs) -> Result<()> {
    let decision: OptionState = args.decision.parse()?;
    let because = match &args.because {
        Some(because) => because.clone(),
        None if app.can_ask => {
            let number = args.which.number;
            app.read(|tx| app.find_record_for_write::<CareerOption>(tx, number))?;
            app.prompter.line("Why?", None)?
        }
        None => {
            return Err(Failure::answer_needed("a decision needs a reason")
                .hint("use `--because \"...\"`; reopening the option shows it again"));
        }
    };
    let because = text::parse_body("reason", &because)?;
    let (record, slug) = app.write(|app, tx| {
        let (mut record, pair) =
            app.find_record_for_write::<CareerOption>(tx, args.which.number)?;
        if record.state == decision {
            let message = format!(
                "career option {} is already {}",
                record.id,
                words::state_label(decision.word())
            );
            return Err(Failure::refused(message)
                .hint(format!("run `mentor option reopen {}` to consider it again", record.id)));
        }
        let today = app.today_of(pair.user());
        let on = parse_past_day(tx, &pair, args.on.as_deref(), today)?;
        record.state = decision;
        record.state_on = on;
        record.because = Some(because.clone());
        tx.update(&mut record)?;
        insert_note(tx, &record, on, NoteKind::Decided, format!("{decision}: {because}"))?;
        tx.add_message(format!(
            "Decided on career option {}: {decision} ({})",
            record.id, record.title
        ));
        Ok((record, pair.slug().to_owned()))
    })?;
    app.print_record_json(|| json::item(&record, Some(&slug)))
}

fn reopen(app: &mut App<'_, '_>, args: &ReopenArgs) -> Result<()> {
    let (record, pair, decisions) = app.write(|app, tx| {
        let (mut record, pair) =
            app.find_record_for_write::<CareerOption>(tx, args.which.number)?;
        if record.state == OptionState::Considered {
            let message = format!("career option {} is already under consideration", record.id);
            return Err(Failure::refused(message).hint(format!(
                "run `mentor option decide {} taken --because \"...\"` to decide",
                record.id
            )));
        }
        let mut decisions: Vec<Record<OptionNote>> = pair_items::owned_by(tx, "option", record.id)?;
        decisions.retain(|note| note.kind == NoteKind::Decided);
        let today = app.today_of(pair.user());
        let because = arg::parse_text("reason", args.because.as_deref())?;
        record.state = OptionState::Considered;
        record.state_on = today.day;
        record.because.clone_from(&because);
        tx.update(&mut record)?;
        let text = because.unwrap_or_else(|| "under consideration again".to_owned());
        insert_note(tx, &record, today.day, NoteKind::Reopened, text)?;
        tx.add_message(format!("Reopened career option {}: {}", record.id, record.title));
        Ok((record, pair, decisions))
    })?;
    for line in view::records::option::decision_lines(&decisions, &pair, app.now, app.ui.mode) {
        app.ui.status(&line)?;
    }
    app.print_record_json(|| json::item(&record, Some(pair.slug())))
}
