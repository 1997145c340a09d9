//! `mentor end`: closes a mentorship.

mod record;
mod show;
mod update;

use crate::app::App;
use crate::commands::crud::{self, AddArgs};
use crate::commands::input::InputQuestions;
use crate::domain::closing::{Closing, Leftover};
use crate::domain::goal::Goal;
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
    let found = app.read(|tx| {
        let pair = app.current_pair_for_write(tx)?;
        let goals = goals::open(tx, pair.id())?;
        Ok((goals, closings::open(tx, pair.id())?))
    });
    // A failure is ignored here: `add` reports it below.
    let (goals, leftovers) = found.unwrap_or_default();
    let question = format!(
        "Close what is still open ({})?",
        view::records::closing::leftover_summary(&leftovers)
    );
    if args.needs_questions() {
        return crud::add_with_questions(
            app,
            args,
            Some(closing_questions(&goals, &leftovers, &question)),
        );
    }
    let mut args = args.clone();
    if args.flags.values.get_all("close_open").is_empty()
        && !leftovers.is_empty()
        && app.prompter.confirm(&question, false)?
    {
        args.flags.values.set_known("close_open", ["yes".to_owned()]);
    }
    crud::add(app, &args)
}

fn closing_questions(
    goals: &[Record<Goal>],
    leftovers: &[Leftover],
    question: &str,
) -> InputQuestions {
    const FORM: Form = Closing::FORM;
    let choices = goals.iter();
    let choices = choices.map(|goal| Choice::new(&goal.id, format!("{} {}", goal.id, goal.title)));
    let drop = FORM.question("drop").filter(|_| !goals.is_empty()).map(|field_question| {
        field_question
            .ask("Which open goals do you drop?")
            .label("Dropped goals")
            .kind(QuestionKind::Several(choices.collect()))
    });
    let answers = vec![Choice::new(&"no", "no"), Choice::new(&"yes", "yes")];
    let close =
        FORM.question("close_open").filter(|_| !leftovers.is_empty()).map(|field_question| {
            field_question
                .ask(question)
                .label("Close what is open")
                .kind(QuestionKind::One(answers))
                .known(Some(FormAnswer::new(&"no", "no")))
        });
    let replaced = [("drop", drop), ("close_open", close)];
    let replaced = replaced.map(|(key, question)| (key, Vec::from_iter(question)));
    InputQuestions {
        questions: FORM.questions(&FormValues::default(), replaced.to_vec()),
        ..InputQuestions::default()
    }
}
