//! `mentor share keep`

use serde_json::{Map, Value as Json};

use crate::app::App;
use crate::commands::data::share::conflicts::{self, NumberedChoice, NumberedRequest};
use crate::commands::data::share::failure::{UNCHANGED, exchange_failure};
use crate::commands::data::share::{circle, write_bundle};
use crate::error::{Failure, Result};
use crate::store::share::{keep, request};
use crate::view;
use crate::view::messages::share::ConflictsAnswer;

/// Settle a conflict or a request to delete
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("kept").required(true))]
pub struct KeepArgs {
    /// Number shown by `mentor share conflicts`
    #[arg(value_name = "NUMBER")]
    number: usize,

    /// Keep what you wrote
    #[arg(long, group = "kept")]
    mine: bool,

    /// Keep what the other person wrote
    #[arg(long, group = "kept")]
    theirs: bool,

    /// Keep this text instead
    #[arg(long, value_name = "TEXT", group = "kept")]
    text: Option<String>,

    /// Delete the record, as the other person asks
    #[arg(long, group = "kept")]
    let_go: bool,

    /// Show what would be kept without changing it
    #[arg(long)]
    dry_run: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &KeepArgs) -> Result<()> {
    let mut choices = app.read(|tx| conflicts::open_choices(app, tx))?;
    let mut requests = app.read(|tx| conflicts::open_requests(app, tx, choices.len()))?;
    if let Some(at) = args.number.checked_sub(choices.len() + 1)
        && at < requests.len()
    {
        return answer(app, args, &requests.swap_remove(at));
    }
    let at = args.number.checked_sub(1).filter(|at| *at < choices.len());
    let at = at.ok_or_else(|| {
        Failure::not_found(format!("no conflict {}", args.number))
            .hint("run `mentor share conflicts` to see them")
    })?;
    let mut chosen = choices.swap_remove(at);
    if !args.dry_run {
        // An edit, or the undo of one, may have changed this side's version since it was last published.
        write_bundle::publish(app, &chosen.pair, &chosen.circle)?;
        chosen = find_again(app, &chosen)?;
    }
    let NumberedChoice { pair, circle, choice, text } = chosen;
    if args.let_go {
        return Err(Failure::refused(format!(
            "there is no request to delete {} {}",
            text.noun(),
            text.record
        ))
        .data(UNCHANGED)
        .hint("use `--mine`, `--theirs` or `--text TEXT`"));
    }
    let me = pair.user_side();
    let of_side = |is_mine: bool| {
        let mut writes = choice.writes.iter();
        let write = writes.find(|write| (write.by == me) == is_mine);
        write.and_then(|write| write.content.clone()).ok_or_else(|| {
            Failure::refused("both were written by one side")
                .data(UNCHANGED)
                .hint("use `--text TEXT`, or edit the record and keep yours")
        })
    };
    let content = match (&args.text, args.mine) {
        (Some(typed), _) => typed_words(typed, &choice, &text)?,
        (None, is_mine) => of_side(is_mine)?,
    };
    let undecided = app.write_or_rehearse(args.dry_run, Clone::clone, |app, tx| {
        let mut device = circle::load_device_of(app, tx, &circle)?;
        if args.dry_run {
            device = device.rehearsed();
        }
        keep::keep(tx, &pair, &circle, &mut device, &choice, content.clone())
            .map_err(|error| exchange_failure(error, "the data file", circle::partner(&pair)))?;
        tx.add_message(view::messages::share::kept_message(&text, args.theirs));
        conflicts::undecided(app, tx)
    })?;
    print_undecided(app, undecided)
}

/// Finds a conflict again after local changes were published, which may have ended it.
fn find_again(app: &App<'_, '_>, known: &NumberedChoice) -> Result<NumberedChoice> {
    let choices = app.read(|tx| conflicts::open_choices(app, tx))?;
    let mut same_part = choices.into_iter().filter(|open| {
        let (choice, known_choice) = (&open.choice, &known.choice);
        open.circle.id == known.circle.id
            && (&choice.record, choice.part) == (&known_choice.record, known_choice.part)
    });
    same_part.next().ok_or_else(|| {
        Failure::not_found(format!("{} has no conflict any more", known.text.name()))
            .hint("run `mentor share conflicts` to see them")
    })
}

/// Prints as JSON what is left to decide; a dry run has printed it already.
fn print_undecided(app: &mut App<'_, '_>, undecided: Option<ConflictsAnswer>) -> Result<()> {
    match undecided {
        Some(undecided) => app.print_record_json(|| undecided),
        None => Ok(()),
    }
}

/// Answers a deletion request of the other side.
fn answer(app: &mut App<'_, '_>, args: &KeepArgs, request: &NumberedRequest) -> Result<()> {
    let NumberedRequest { circle, request, text } = request;
    if !args.mine && !args.let_go {
        return Err(Failure::refused(format!(
            "{} would delete {}: there is only one version of it",
            text.who,
            text.name()
        ))
        .data(UNCHANGED)
        .hint("use `--let-go` to delete it, or `--mine` to keep it"));
    }
    let undecided = app.write_or_rehearse(args.dry_run, Clone::clone, |app, tx| {
        if args.let_go {
            request::let_go(tx, circle, &text.table, text.record)?;
        } else {
            request::refuse(tx, circle, request, text.record)?;
        }
        tx.add_message(view::messages::share::answered_message(text, args.let_go));
        conflicts::undecided(app, tx)
    })?;
    print_undecided(app, undecided)
}

/// Returns the content of a part with `typed` as its text; fails if the part has more than one text column.
fn typed_words(
    typed: &str,
    choice: &crate::share::show::OpenChoice,
    text: &view::messages::share::ChoiceText,
) -> Result<Json> {
    let columns = keep::text_column(&choice.record.table, choice.part);
    let column = columns.ok_or_else(|| {
        Failure::refused(format!(
            "`--text` can replace a single text only, and {} is more than that",
            text.name()
        ))
        .data(UNCHANGED)
        .hint(format!(
            "use `--mine` or `--theirs`, then edit {} {}",
            text.noun(),
            text.record
        ))
    })?;
    let mut content = Map::new();
    content.insert(column.to_owned(), Json::from(typed.trim()));
    Ok(Json::Object(content))
}
