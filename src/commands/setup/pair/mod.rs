//! `mentor pair`

pub mod add;
pub mod edit;
pub mod end;
pub mod list;
pub mod pause;
pub mod resume;
pub mod show;
pub mod use_;

use crate::app::App;
use crate::domain::pair::{PairContext, PairState, Slug, SlugError};
use crate::error::{Failure, Result};
use crate::store::json;

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum PairCommand {
    Add(add::AddArgs),
    List(list::ListArgs),
    Show(show::ShowArgs),
    Edit(edit::EditArgs),
    #[command(alias = "switch")]
    Use(use_::UseArgs),
    Pause(pause::PauseArgs),
    Resume(resume::ResumeArgs),
    End(Box<end::EndArgs>),
}

pub fn run(app: &mut App<'_, '_>, command: &PairCommand) -> Result<()> {
    match command {
        PairCommand::Add(args) => add::run(app, args),
        PairCommand::List(args) => list::run(app, args),
        PairCommand::Show(args) => show::run(app, args),
        PairCommand::Edit(args) => edit::run(app, args),
        PairCommand::Use(args) => use_::run(app, args),
        PairCommand::Pause(args) => pause::run(app, args),
        PairCommand::Resume(args) => resume::run(app, args),
        PairCommand::End(args) => end::run(app, args),
    }
}

// A pair as a positional argument, as an alternative to `-p`.
#[derive(Debug, clap::Args)]
pub struct PairArg {
    /// Short name of the pair
    #[arg(value_name = "PAIR")]
    slug: Option<String>,
}

impl PairArg {
    /// Makes the named pair the one that `-p` names; fails if it names another.
    pub fn select(&self, app: &mut App<'_, '_>) -> Result<()> {
        let Some(slug) = &self.slug else {
            return Ok(());
        };
        if let Some(typed) = app.globals.pair.as_ref().filter(|typed| *typed != slug) {
            let message = format!("`{slug}` and `-p {typed}` name different pairs");
            return Err(Failure::refused(message).hint("leave one of the two out"));
        }
        app.globals.pair = Some(slug.clone());
        Ok(())
    }
}

/// Changes the state of a pair and records the reason.
fn change_state(
    app: &mut App<'_, '_>,
    to: PairState,
    because: Option<&str>,
    message: impl FnOnce(&PairContext) -> String,
) -> Result<()> {
    let pair = app.write(|app, tx| {
        let mut pair = app.current_pair(tx)?;
        if pair.record.state == to {
            return Err(Failure::refused(format!("`{}` is already {to}", pair.slug())));
        }
        if to == PairState::Paused && pair.record.state == PairState::Ended {
            let message = format!("`{0}` has ended, so it can't be paused", pair.slug());
            return Err(Failure::refused(message)
                .hint(format!("run `mentor pair resume {}` first", pair.slug())));
        }
        let on = app.today_of(pair.user());
        let because = crate::commands::command_line::arg::parse_text("reason", because)?;
        pair.record.data.change_state(to, on.day, app.now.at, because);
        tx.update(&mut pair.record)?;
        tx.add_message(message(&pair));
        Ok(pair)
    })?;
    app.print_record_json(|| json::item(&pair.record, None))
}

impl From<SlugError> for Failure {
    fn from(error: SlugError) -> Self {
        Failure::refused(error.to_string()).hint(match Slug::from_name(&error.0) {
            Some(slug) => format!("try `{}`", slug.as_str()),
            None => "try `ana` or `ana-2`".to_owned(),
        })
    }
}
