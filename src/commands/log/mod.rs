//! `mentor log`: what was said and agreed in a check-in, in one step.

pub mod form;
pub mod hour;
pub mod store;

use std::path::Path;

use crate::app::App;
use crate::commands::compose;
use crate::commands::crud;
use crate::commands::flags::{AddFlags, InputSourceArgs};
use crate::commands::log::form::Entry;
use crate::commands::topic;
use crate::domain::pair::PairContext;
use crate::domain::topic::Topic;
use crate::error::{Failure, Result};
use crate::form::{FormValues, HasForm, read_source as form_text};
use crate::store::{followups, json, topics};
use crate::view;

#[derive(Debug, clap::Args)]
pub struct LogArgs {
    #[command(flatten)]
    flags: AddFlags<Entry>,

    #[command(flatten)]
    ways: InputSourceArgs<Entry>,

    /// Don't ask about off-limits topics
    #[arg(long, short)]
    yes: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &LogArgs) -> Result<()> {
    if args.ways.prints() {
        return compose::template(app, &Entry::FORM, &FormValues::default());
    }
    let values = typed(app, args)?;
    let nothing = values.is_empty() && args.ways.from_file.is_none();
    let (pair, ticked) = if nothing && !args.ways.editor && app.can_ask {
        let (pair, ticked) = ask_what_was_done(app)?;
        (Some(pair), ticked)
    } else if args.ways.is_flags() && app.store.exists() {
        // What is typed in one go is checked where it is stored: no need to open the file twice.
        (None, FormValues::default())
    } else {
        let found = look(app);
        let pair = compose::found(app, &Entry::FORM, &args.ways, &values, found)?;
        (Some(pair), FormValues::default())
    };
    let now = app.now;
    let check = |values: &FormValues| match &pair {
        Some(pair) => form::entry(values, pair, now).map(drop),
        None => Ok(()),
    };
    let composed = compose::gather_after(
        app,
        &Entry::FORM,
        &args.ways,
        values,
        &FormValues::default(),
        ticked,
        &check,
    )?;
    let is_empty = !composed.is_new;
    let composed = composed.unless(is_empty, || {
        Failure::answer_needed("a log needs notes")
            .hint("try `mentor log \"Talked about scope\" --minutes 50`, or `--from FILE`")
    })?;
    let kept = match args.yes {
        true => Ok(Vec::new()),
        false => left_out(app, &composed.values),
    };
    let stored = kept.and_then(|left_out| {
        app.write(|app, tx| {
            let pair = app.current_pair_for_write(tx)?;
            let mut entry = form::entry(&composed.values, &pair, app.now)?;
            entry.leave_out(&left_out);
            hour::settle(tx, &pair, &mut entry, app.now)?;
            let (record, warnings) = store::store(app, tx, &pair, &entry)?;
            Ok((record, pair, warnings))
        })
    });
    let (record, pair, warnings) = composed.end(stored)?;
    for warning in warnings {
        app.ui.note(&warning)?;
    }
    app.print_record_json(|| json::item(&record, Some(pair.slug())))
}

/// The pair, if the data file is there already; a first log on a fresh machine says what is missing.
fn look(app: &App<'_, '_>) -> Result<PairContext> {
    app.read(|tx| app.current_pair_for_write(tx))
}

/// The new topics that both have put off limits, and whoever logs does not want to keep after all.
fn left_out(app: &mut App<'_, '_>, values: &FormValues) -> Result<Vec<String>> {
    let said = |key| !values.get_all(key).is_empty();
    if !said("topics") && !said("next_topic") {
        return Ok(Vec::new());
    }
    let doubts = app.read(|tx| {
        let pair = app.current_pair_for_write(tx)?;
        let mut doubts = Vec::new();
        for title in form::entry(values, &pair, app.now)?.new_topics() {
            if let Some(doubt) = topic::off_limits_reason(tx, &pair, title, app.now)? {
                doubts.push((title.to_owned(), doubt));
            }
        }
        Ok(doubts)
    })?;
    let mut left_out = Vec::new();
    for (title, doubt) in doubts {
        if !app.can_ask {
            crud::confirm_record::<Topic>(app, &doubt)?;
        } else if !app
            .prompter
            .confirm(&format!("\"{title}\" {doubt}. Save it anyway?"), false)?
        {
            left_out.push(title);
        }
    }
    Ok(left_out)
}

/// What the flags said; a note that is - comes from standard input.
fn typed(app: &mut App<'_, '_>, args: &LogArgs) -> Result<FormValues> {
    let mut values = args.flags.values.clone();
    if values.get("notes") == Some("-") {
        let (text, _) = form_text(Path::new("-"), &mut app.environment.stdin)?;
        values.flag(&Entry::FORM, "notes", [&text]);
    }
    Ok(values)
}

/// Shows the agenda's topics and open follow-ups to be ticked. No transaction is open while somebody thinks.
fn ask_what_was_done(app: &mut App<'_, '_>) -> Result<(PairContext, FormValues)> {
    let (pair, topics, open) = app.read(|tx| {
        let pair = app.current_pair_for_write(tx)?;
        let topics = topics::open(tx, pair.id())?;
        let open = followups::open(tx, pair.id())?;
        Ok((pair, topics, open))
    })?;
    let mut values = FormValues::default();
    let options: Vec<_> = topics
        .iter()
        .map(|topic| (format!("{} {}", topic.id, topic.title), false))
        .collect();
    let covered = app.prompter.tick("Which topics did you cover?", &options)?;
    let numbers = |at: usize| topics.get(at).map(|topic| topic.id.to_string());
    values.set_known("covered", covered.into_iter().filter_map(numbers));
    let options: Vec<_> = open
        .iter()
        .map(|one| (view::followup::choice_label(one, &pair), false))
        .collect();
    let done = app.prompter.tick("Which follow-ups are done?", &options)?;
    let numbers = |at: usize| open.get(at).map(|one| one.id.to_string());
    values.set_known("done", done.into_iter().filter_map(numbers));
    Ok((pair, values))
}
