//! `mentor end`: closes a mentorship.

mod record;
mod show;
mod update;

use crate::app::App;
use crate::commands::crud::form_input::FormInput;
use crate::commands::crud::{self, AddArgs};
use crate::commands::input::InputQuestions;
use crate::domain::closing::{Closing, Leftover};
use crate::domain::goal::Goal;
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::error::Result;
use crate::input::form::{Choice, Form, FormAnswer, FormValues, HasForm, QuestionKind};
use crate::store::{closings, goals};
use crate::view;

#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct EndArgs {
    #[command(flatten)]
    pub close: AddArgs<Closing>,

    #[command(subcommand)]
    command: Option<EndCommand>,
}

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum EndCommand {
    Show(show::ShowArgs),
    Update(update::UpdateArgs),
}

pub fn run(app: &mut App<'_, '_>, args: &EndArgs) -> Result<()> {
    match &args.command {
        None => end_pair(app, &args.close),
        Some(EndCommand::Show(args)) => show::run(app, args),
        Some(EndCommand::Update(args)) => update::run(app, args),
    }
}

/// Ends a pair, for this command and `mentor pair end`. On a terminal, the user picks the open goals to drop and says
/// whether to close what else is open.
pub fn end_pair(app: &mut App<'_, '_>, args: &AddArgs<Closing>) -> Result<()> {
    if !app.can_ask || args.is_print_only() {
        return crud::add(app, args);
    }
    let questions = app.read(|tx| {
        let pair = app.current_pair_for_write(tx)?;
        let goals = goals::open(tx, pair.id())?;
        let leftovers = closings::open(tx, pair.id())?;
        Ok(closing_questions(&pair, &goals, &leftovers))
    });
    // A failure is ignored here: `add_with_questions` reports it.
    crud::add_with_questions(app, args, questions.ok())
}

/// Asks whether to close the open records, if there are any and the values don't say.
fn ask_to_close_open(app: &mut App<'_, '_>, values: &mut FormValues) -> Result<()> {
    if !values.get_all("close_open").is_empty() {
        return Ok(());
    }
    let leftovers = app.read(|tx| {
        let pair = app.current_pair_for_write(tx)?;
        record::ensure_valid(&FormInput::new(values, &pair, app.now, Some(tx)), tx)?;
        Ok(closings::open(tx, pair.id())?)
    })?;
    if !leftovers.is_empty() {
        let question = view::records::closing::close_open_question(&leftovers);
        let answer = if app.prompter.confirm(&question, false)? { "yes" } else { "no" };
        values.set_known("close_open", [answer.to_owned()]);
    }
    Ok(())
}

fn closing_questions(
    pair: &PairContext,
    goals: &[Record<Goal>],
    leftovers: &[Leftover],
) -> InputQuestions {
    const FORM: Form = Closing::FORM;
    let choices = goals.iter();
    let choices = choices.map(|goal| Choice::new(&goal.id, format!("{} {}", goal.id, goal.title)));
    let drop = FORM.question("drop").filter(|_| !goals.is_empty()).map(|question| {
        question
            .ask("Which open goals do you drop?")
            .label("Dropped goals")
            .kind(QuestionKind::Several(choices.collect()))
    });
    let answers = vec![Choice::new(&"no", "no"), Choice::new(&"yes", "yes")];
    let close = FORM.question("close_open").filter(|_| !leftovers.is_empty()).map(|question| {
        question
            .ask(view::records::closing::close_open_question(leftovers))
            .label("Close what is open")
            .kind(QuestionKind::One(answers))
            .known(Some(FormAnswer::new(&"no", "no")))
    });
    let named = |key: &str| {
        let (ask, label) = view::records::closing::question_about(key, pair)?;
        Some(FORM.question(key)?.ask(ask).label(label))
    };
    let keys = ["learned_mentee", "learned_mentor", "remains", "thanks", "contact_after"];
    let keys = keys.into_iter().chain(["differently", "update_on"]);
    let mut replaced: Vec<_> =
        keys.map(|key| (key, named(key).into_iter().collect::<Vec<_>>())).collect();
    replaced.push(("drop", Vec::from_iter(drop)));
    replaced.push(("close_open", Vec::from_iter(close)));
    InputQuestions {
        header: Some(view::records::closing::question_header(pair)),
        questions: FORM.questions(&FormValues::default(), replaced),
        ..InputQuestions::default()
    }
}
