//! `mentor draft`

use std::io::ErrorKind;

use clap::Parser;

use crate::app::App;
use crate::commands::command_line::arg::CsvArgs;
use crate::commands::{self, Cli};
use crate::domain::draft::SavedDraft;
use crate::error::{Failure, Result};
use crate::input::draft::{self, ASKED};
use crate::view::page::listing::ListFooter;
use crate::view::{self, words};

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum DraftCommand {
    /// List the drafts, newest first
    List(CsvArgs),
    /// Print a draft
    Show(DraftArg),
    /// Save a draft with the command it was meant for
    Resume(ResumeArgs),
    /// Delete a draft
    Drop(DraftArg),
}

#[derive(Debug, clap::Args)]
pub struct DraftArg {
    /// Number in the list, or name [default: the only draft]
    #[arg(value_name = "DRAFT")]
    which: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct ResumeArgs {
    #[command(flatten)]
    which: DraftArg,

    /// Open it in your editor first
    #[arg(long, short)]
    editor: bool,

    /// More arguments for the command
    #[arg(last = true, value_name = "ARGUMENTS")]
    more: Vec<String>,
}

pub fn run(app: &mut App<'_, '_>, command: &DraftCommand) -> Result<()> {
    match command {
        DraftCommand::List(cells) => list(app, *cells),
        DraftCommand::Show(which) => {
            let draft = find(app, which, "show")?;
            app.print_result(|| view::messages::draft::item(&draft), |_| draft.text.clone())
        }
        DraftCommand::Resume(args) => resume(app, args),
        DraftCommand::Drop(which) => {
            let draft = find(app, which, "drop")?;
            remove(&draft)?;
            app.ui.status(&format!("Deleted draft `{}`", draft.name))?;
            app.print_record_json(|| view::messages::draft::item(&draft))
        }
    }
}

fn drafts(app: &App<'_, '_>) -> Result<Vec<SavedDraft>> {
    draft::saved_drafts(&app.paths)
        .map_err(|error| Failure::storage(format!("can't read the drafts: {error}")))
}

fn list(app: &mut App<'_, '_>, cells: CsvArgs) -> Result<()> {
    let drafts = drafts(app)?;
    let (zone, now) = (app.system_zone(), app.now);
    let footer = ListFooter {
        noun: "draft",
        shown: drafts.len(),
        hint: "text that can't be saved is listed here",
        ..ListFooter::default()
    };
    app.print_list_with_footer(
        cells.format(),
        &view::messages::draft::COLUMNS,
        &footer,
        || view::messages::draft::list(&drafts),
        |page| view::messages::draft::table(&drafts, zone, now, page),
    )
}

/// Finds the draft that is meant: by its number or name, by an unambiguous beginning of its name, or the only one if it
/// isn't named. `verb` is the command to repeat with another name.
fn find(app: &App<'_, '_>, which: &DraftArg, verb: &str) -> Result<SavedDraft> {
    let mut drafts = drafts(app)?;
    let Some(typed) = which.which.as_deref() else {
        return match drafts.len() {
            0 => Err(Failure::not_found("there are no drafts")),
            _ => only_one(drafts, "there are", verb),
        };
    };
    let number_index = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let index = number_index.or_else(|| drafts.iter().position(|draft| draft.name == typed));
    if let Some(index) = index.filter(|index| *index < drafts.len()) {
        return Ok(drafts.swap_remove(index));
    }
    drafts.retain(|draft| !typed.is_empty() && draft.name.starts_with(typed));
    match drafts.len() {
        0 => Err(Failure::not_found(format!("no draft `{typed}`"))
            .hint("run `mentor draft list` to see them")),
        _ => only_one(drafts, &format!("`{typed}` may mean"), verb),
    }
}

/// How many drafts a failure names.
const NAMED_DRAFTS: usize = 4;

/// Returns the only draft; fails with the commands for the newest if there are several.
fn only_one(mut drafts: Vec<SavedDraft>, beginning: &str, verb: &str) -> Result<SavedDraft> {
    if drafts.len() == 1 {
        return Ok(drafts.swap_remove(0));
    }
    let count = words::count(drafts.len(), "draft");
    let failure = Failure::not_found(format!("{beginning} {count}; name the one you mean"));
    let lines = drafts.iter().take(NAMED_DRAFTS).map(|draft| {
        format!("run `mentor draft {verb} {}` for: {}", draft.name, draft.first_line())
    });
    let are_more = drafts.len() > NAMED_DRAFTS;
    let all = are_more.then(|| "run `mentor draft list` to see them all".to_owned());
    Err(lines.chain(all).fold(failure, Failure::hint))
}

/// Runs the command that the draft was typed for, with the draft as its form, and removes the draft if that succeeds.
/// Saved answers continue with the next question; a form that is refused can be edited.
fn resume(app: &mut App<'_, '_>, args: &ResumeArgs) -> Result<()> {
    let draft = find(app, &args.which, "resume")?;
    let goes_on = app.can_ask && !args.editor && draft.text.lines().any(|line| line == ASKED);
    let editing_flag = match (args.editor, goes_on) {
        (true, _) => Some("--editor"),
        (false, true) => Some("--goes-on"),
        (false, false) => None,
    };
    let result = run_command_of(app, &draft, editing_flag, &args.more);
    let failure = match result {
        Err(failure) if failure.is_typo() && editing_flag.is_none() && app.can_ask => failure,
        result => {
            result?;
            return remove(&draft);
        }
    };
    app.prompter.say(&format!("error: {failure}"))?;
    if !app.prompter.confirm("Edit it?", true)? {
        return Err(failure);
    }
    run_command_of(app, &draft, Some("--editor"), &args.more)?;
    remove(&draft)
}

/// Runs the command of a draft, with the draft as its form.
fn run_command_of(
    app: &mut App<'_, '_>,
    draft: &SavedDraft,
    editing_flag: Option<&str>,
    more: &[String],
) -> Result<()> {
    let mut words = shell_words::split(&draft.command).unwrap_or_default();
    if words.is_empty() {
        return Err(Failure::refused(format!(
            "`{}` doesn't name the command it was meant for",
            draft.name
        ))
        .hint(format!("run `mentor draft show {}` to see it", draft.name)));
    }
    words.extend(["--from-file".to_owned(), draft.path.display().to_string()]);
    words.extend(editing_flag.map(str::to_owned));
    words.extend(more.iter().cloned());
    let cli = Cli::try_parse_from(&words).map_err(|error| {
        Failure::refused(format!("can't resume `{}`: {}", draft.name, error.kind()))
            .hint(format!("run `mentor draft show {}` to see it", draft.name))
    })?;
    let (globals, command) = cli.split();
    app.globals.pair = app.globals.pair.take().or(globals.pair);
    commands::dispatch(app, command.as_ref())
}

fn remove(draft: &SavedDraft) -> Result<()> {
    match std::fs::remove_file(&draft.path) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(Failure::storage(format!("can't remove `{}`: {error}", draft.path.display())))
        }
        _ => Ok(()),
    }
}
