//! `mentor question`: questions between check-ins, with the agreed reply time.

use chrono::{DateTime, NaiveDate, Utc};

use crate::app::{App, pair_option};
use crate::commands::command_line::arg::{self, RecordArg};
use crate::commands::crud::form_input::{FormInput, parse_past_moment};
use crate::commands::crud::{
    self, CrudCommand, CrudRecord, DefaultFilter, HasTransitions, Transition, TransitionCommand,
};
use crate::commands::input;
use crate::domain::agreement::Agreement;
use crate::domain::away::Away;
use crate::domain::dates::{self, DayRole, Now};
use crate::domain::pair::PairContext;
use crate::domain::pair_history::PairHistory;
use crate::domain::person::Side;
use crate::domain::question::{Question, QuestionState};
use crate::domain::record::Record;
use crate::domain::reply;
use crate::domain::text;
use crate::error::{Failure, Result};
use crate::input::form::{Field, FlagPlacement, Form, FormValues, HasForm};
use crate::store::read_tx::ReadTx;
use crate::store::{StoreError, agreements, aways, json, questions};
use crate::view;
use crate::view::page::output_mode::OutputMode;

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum QuestionCommand {
    #[command(flatten)]
    Any(CrudCommand<Question>),
    Seen(SeenArgs),
    Answer(AnswerArgs),
    #[command(flatten)]
    State(TransitionCommand<Question>),
}

/// Mark a question as seen and promise an answer date
#[derive(Debug, clap::Args)]
pub struct SeenArgs {
    #[command(flatten)]
    which: RecordArg,

    /// Date you will answer by, in your time zone
    #[arg(long, value_name = "DATE")]
    by: Option<String>,

    /// When it was seen [default: now]
    #[arg(long, value_name = "WHEN")]
    at: Option<String>,
}

/// Record the answer
#[derive(Debug, clap::Args)]
pub struct AnswerArgs {
    #[command(flatten)]
    which: RecordArg,

    /// The answer, in a few words [default: asked for on a terminal]
    #[arg(value_name = "TEXT")]
    answer: Option<String>,

    /// When it was answered [default: now]
    #[arg(long, value_name = "WHEN")]
    at: Option<String>,
}

pub fn run(app: &mut App<'_, '_>, command: &QuestionCommand) -> Result<()> {
    match command {
        QuestionCommand::Any(verb) => crud::run(app, verb),
        QuestionCommand::Seen(args) => mark_seen(app, args),
        QuestionCommand::Answer(args) => answer(app, args),
        QuestionCommand::State(verb) => verb.run(app),
    }
}

impl HasForm for Question {
    const FORM: Form = Form {
        name: "question ask",
        about: "A question between check-ins",
        fields: &[
            Field::title("What is the question?", "Which of the two designs would you take?")
                .help("The question, in one line"),
            Field::text("notes", "Any details?", "Both are in the RFC").help("More about it"),
            Field::side("from", "Who asks?", "mentee")
                .help("Who asks: mentor, mentee, me or them [default: me]"),
            Field::moment("asked_at", "When was it asked?", "yesterday 17:00")
                .flag("at")
                .help("When it was asked [default: now]"),
            Field::text("answer", "What is the answer?", "The second")
                .help("The answer")
                .placement(FlagPlacement::Change),
            Field::private(),
        ],
    };
}

impl CrudRecord for Question {
    const LIST_FIELDS: &'static [&'static str] = &["from", "asked_at", "state"];
    const FILTERS: &'static [&'static str] = &["from", "state"];
    const DEFAULT_FILTER: DefaultFilter = DefaultFilter::Open;
    const ADD_ALIASES: &'static [&'static str] = &["ask"];
    const ADDED_VERB: &'static str = "Asked";

    fn with_defaults(input: &FormInput<'_>) -> Self {
        Question {
            pair: input.pair.id(),
            title: String::new(),
            notes: None,
            from: input.pair.user_side(),
            asked_at: input.now.at,
            seen_at: None,
            answer_by: None,
            answered_at: None,
            answer: None,
            state: QuestionState::Open,
            state_on: input.today().day,
            because: None,
            private: false,
        }
    }

    fn apply(&mut self, input: &FormInput<'_>) -> Result<()> {
        input.line("title", &mut self.title)?;
        input.optional_text("notes", &mut self.notes)?;
        input.side("from", &mut self.from)?;
        input.past_moment("asked_at", &mut self.asked_at)?;
        let first_reaction = self.seen_at.into_iter().chain(self.answered_at).min();
        if let Some(at) = first_reaction.filter(|at| *at < self.asked_at) {
            return Err(asked_too_late_failure(at, input.pair, input.now));
        }
        if input.has("answer") && self.answered_at.is_none() {
            return Err(Failure::refused("this question has no answer to change")
                .hint("run `mentor question answer NUMBER \"...\"` to answer it"));
        }
        input.optional_text("answer", &mut self.answer)?;
        input.flag("private", &mut self.private)
    }

    fn query_list(
        tx: &ReadTx<'_>,
        pair: &PairContext,
        all: bool,
    ) -> Result<Vec<Record<Self>>, StoreError> {
        if all { questions::all(tx, pair.id()) } else { questions::open(tx, pair.id()) }
    }

    fn calendar_side(&self) -> Option<Side> {
        Some(self.answerer())
    }

    fn is_open(&self) -> bool {
        Question::is_open(self)
    }

    fn summary(record: &Record<Self>, pair: &PairContext, _now: Now) -> String {
        view::records::question::in_words(record, pair)
    }

    fn extra_columns(
        record: &Record<Self>,
        pair: &PairContext,
        tx: &ReadTx<'_>,
        now: Now,
        _mode: OutputMode,
    ) -> Result<Vec<(&'static str, String)>> {
        let due = answer_due(tx, pair, record)?.filter(|_| record.is_open());
        let text = due.map(|day| view::records::question::due(day, record, pair, now));
        Ok(vec![("answer due", text.unwrap_or_default())])
    }
}

impl HasTransitions for Question {
    const TRANSITIONS: &'static [Transition<QuestionState>] = &[
        Transition {
            verb: "drop",
            past: "Dropped",
            to: QuestionState::Dropped,
            about: "Drop questions",
            alias: None,
        },
        Transition {
            verb: "reopen",
            past: "Reopened",
            to: QuestionState::Open,
            about: "Reopen questions",
            alias: None,
        },
    ];

    /// An answered question can't be dropped, only edited or reopened.
    fn refuse_transition(record: &Record<Self>, to: QuestionState) -> Option<Failure> {
        let is_answered = record.state == QuestionState::Answered;
        (is_answered && to == QuestionState::Dropped).then(|| already_closed_failure(record))
    }

    /// Once the answer is overdue, a question that was dropped in time stays dropped, and an open one isn't dropped as of an
    /// earlier day.
    fn ensure_transition(
        record: &Record<Self>,
        changed: &Self,
        pair: &PairContext,
        tx: &ReadTx<'_>,
        now: Now,
    ) -> Result<()> {
        let (versions, aways) = load_answer_terms(tx, pair, record)?;
        let history = PairHistory::new(pair, &versions, &aways);
        let Some(due) = reply::rewritten_deadline(&history, record, changed, now.at) else {
            return Ok(());
        };
        if changed.state == QuestionState::Dropped && record.state != QuestionState::Dropped {
            let due =
                dates::format_day(due, view::words::today(pair.person(record.answerer()), now));
            return Err(Failure::refused(format!(
                "question {} was still open at the end of {due}, when its answer was due",
                record.id
            ))
            .hint("leave the day out to drop it as of today"));
        }
        Err(Failure::refused(format!(
            "question {} was dropped before its answer was due, and that day has passed",
            record.id
        ))
        .hint(format!("ask it again: `mentor question ask \"...\"{}`", pair_option(tx, pair)?)))
    }
}

/// Returns the failure for a question asked after it was seen or answered.
fn asked_too_late_failure(at: DateTime<Utc>, pair: &PairContext, now: Now) -> Failure {
    let at = view::words::both_times(at, pair, now);
    Failure::refused(format!("it was seen or answered on {at}, so it can't have been asked later"))
        .hint("pick an earlier moment with `--at`")
}

/// Returns the day by which an answer is due: as the answerer announced, or else as agreed.
fn answer_due(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    question: &Record<Question>,
) -> Result<Option<NaiveDate>> {
    let (versions, aways) = load_answer_terms(tx, pair, question)?;
    let history = PairHistory::new(pair, &versions, &aways);
    Ok(reply::answer_by(&history, question))
}

/// All versions of the agreement, and the days away of both people.
type AnswerTerms = (Vec<Record<Agreement>>, Vec<Record<Away>>);

/// Loads what decides when an answer to the question is due.
fn load_answer_terms(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    question: &Question,
) -> Result<AnswerTerms> {
    let versions = agreements::all(tx, pair.id())?;
    let asked = pair.pair_day(question.asked_at);
    Ok((versions, aways::for_pair(tx, pair, asked)?))
}

fn find_open_for_write(
    app: &App<'_, '_>,
    tx: &ReadTx<'_>,
    number: i64,
) -> Result<(Record<Question>, PairContext)> {
    let (record, pair) = app.find_record_for_write::<Question>(tx, number)?;
    if record.is_open() {
        return Ok((record, pair));
    }
    Err(already_closed_failure(&record))
}

fn already_closed_failure(record: &Record<Question>) -> Failure {
    let (number, state) = (record.id, record.state);
    Failure::refused(format!("question {number} is already {state}"))
        .hint(format!("run `mentor question reopen {number}` to reopen it"))
}

/// Parses the moment at which a question was seen or answered; fails if it is before the question. `None` means now.
fn parse_moment_after_asked(
    typed: Option<&str>,
    record: &Record<Question>,
    pair: &PairContext,
    now: Now,
) -> Result<DateTime<Utc>> {
    let at = match typed {
        Some(typed) => parse_past_moment(typed, now, pair)?,
        None => now.at,
    };
    if at < record.asked_at {
        let asked = view::words::both_times(record.asked_at, pair, now);
        return Err(
            Failure::refused(format!("question {} was not asked until {asked}", record.id))
                .hint(format!("leave `--at` out for now, or correct the question: `mentor question edit {} --at WHEN`", record.id)),
        );
    }
    Ok(at)
}

fn mark_seen(app: &mut App<'_, '_>, args: &SeenArgs) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let (mut record, pair) = find_open_for_write(app, tx, args.which.number)?;
        let at = parse_moment_after_asked(args.at.as_deref(), &record, &pair, tx.now)?;
        let (versions, aways) = load_answer_terms(tx, &pair, &record)?;
        let history = PairHistory::new(&pair, &versions, &aways);
        let is_too_late = args.by.is_some() && reply::is_missed_by(&history, &record, tx.now.at);
        // Entered late, an announcement counts from its entry, like time away.
        record.seen_at =
            Some(if is_too_late { tx.now.at } else { reply::announced_at(&history, &record, at) });
        let today = app.today_of(pair.person(record.answerer()));
        let by = arg::parse_day_arg(args.by.as_deref(), today, DayRole::Deadline)?;
        if let Some(day) = by.filter(|day| *day < today.day) {
            return Err(Failure::refused(format!(
                "can't promise an answer for {}: it is in the past",
                dates::format_day(day, today)
            ))
            .hint("pick a later day with `--by`, or record the answer"));
        }
        record.answer_by = by.or(record.answer_by);
        tx.update(&mut record)?;
        tx.add_message(view::records::question::seen_message(&record, &pair, today));
        if is_too_late {
            tx.remark("entered afterwards: the answer was already due, and stays late");
        }
        Ok((record, pair.slug().to_owned()))
    })?;
    app.print_record_json(|| json::item(&record, Some(&slug)))
}

/// Asks for the answer on a terminal; fails without one.
fn ask_for_answer(app: &mut App<'_, '_>, args: &AnswerArgs) -> Result<String> {
    let number = args.which.number;
    let (record, pair) = app.read(|tx| {
        let (record, pair) = find_open_for_write(app, tx, number)?;
        parse_moment_after_asked(args.at.as_deref(), &record, &pair, app.now)?;
        Ok((record, pair))
    })?;
    if !app.can_ask {
        return Err(Failure::answer_needed(format!("question {number} needs an answer"))
            .hint(format!("try `mentor question answer {number} \"The second one\"`")));
    }
    app.prompter.say(&view::records::question::header(&record, &pair))?;
    let ask = view::records::question::ask_for_answer(&record, &pair);
    let question = Question::FORM.question("answer").map(|question| question.ask(ask).required());
    let check = |values: &FormValues| {
        values.parse("answer", |typed| Ok(text::parse_body("answer", typed)?)).map(drop)
    };
    let command = |_: &FormValues| format!("mentor question answer {number}");
    let values = input::ask_for(app, question.into_iter().collect(), &check, &command)?;
    Ok(values.get("answer").unwrap_or_default().to_owned())
}

fn answer(app: &mut App<'_, '_>, args: &AnswerArgs) -> Result<()> {
    let typed = match &args.answer {
        Some(typed) => typed.clone(),
        None => ask_for_answer(app, args)?,
    };
    let (record, slug) = app.write(|app, tx| {
        let (mut record, pair) = find_open_for_write(app, tx, args.which.number)?;
        let at = parse_moment_after_asked(args.at.as_deref(), &record, &pair, tx.now)?;
        let words = text::parse_body("answer", &typed)?;
        let on = pair.today_of(record.answerer(), at);
        record.set_answered(at, on, Some(words));
        tx.update(&mut record)?;
        let (versions, aways) = load_answer_terms(tx, &pair, &record)?;
        let history = PairHistory::new(&pair, &versions, &aways);
        let reply_outcome = reply::judge_answer(&history, &record);
        tx.add_message(view::records::question::answered_message(&record, &pair, reply_outcome));
        Ok((record, pair.slug().to_owned()))
    })?;
    app.print_record_json(|| json::item(&record, Some(&slug)))
}
