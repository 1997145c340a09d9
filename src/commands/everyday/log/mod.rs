//! `mentor log`: records a check-in and its outcome in one undo step.

mod ask;
pub mod form;
pub mod hour;
pub mod store;

use std::path::Path;

use crate::app::App;
use crate::commands::command_line::flags::{AddFlags, InputSourceArgs};
use crate::commands::crud;
use crate::commands::everyday::log::ask::LogContext;
use crate::commands::everyday::log::form::LogEntry;
use crate::commands::input::{self, CollectedInput, InputQuestions};
use crate::commands::off_limits;
use crate::domain::topic::Topic;
use crate::error::{Failure, Result};
use crate::input::form::{FormValues, HasForm, read_source as form_text};
use crate::store::json;

#[derive(Debug, clap::Args)]
pub struct LogArgs {
    #[command(flatten)]
    flags: AddFlags<LogEntry>,

    #[command(flatten)]
    source: InputSourceArgs<LogEntry>,

    /// Don't ask about off-limits topics
    #[arg(long, short, help_heading = input::HEADING)]
    yes: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &LogArgs) -> Result<()> {
    if args.source.is_print_only() {
        return input::print_template(app, &LogEntry::FORM, &FormValues::default());
    }
    let values = flag_values(app, args)?;
    let source = &args.source;
    let is_empty_line = values.is_empty() && source.from_file.is_none();
    let needs_questions = app.can_ask && (is_empty_line && !source.editor || source.goes_on);
    // A log from flags alone is checked when it is stored: reading first would open the file twice.
    let context = if source.is_flags_only() && app.store.exists() && !needs_questions {
        None
    } else {
        let result = LogContext::read(app);
        Some(input::or_save_draft(app, &LogEntry::FORM, source, &values, result)?)
    };
    let mut questions = match &context {
        Some(context) => context.build_questions(app, needs_questions && !source.goes_on)?,
        None => InputQuestions::default(),
    };
    if source.goes_on {
        // The draft names its check-in.
        questions.answered = FormValues::default();
    }
    let now = app.now;
    let check = |values: &FormValues| match &context {
        Some(context) => context.check(&form::entry(values, context.pair(), now)?),
        None => Ok(()),
    };
    let collected = input::collect_with_questions(
        app,
        &LogEntry::FORM,
        source,
        values,
        &FormValues::default(),
        Some(questions),
        &check,
    )?;
    if collected.is_unchanged && (app.can_ask || is_empty_line) {
        return collected.discard(app, "Nothing logged");
    }
    let is_empty = !collected.differs_from_template;
    let collected = collected.or_else_if_empty(is_empty, || {
        Failure::answer_needed("a log needs notes")
            .hint("try `mentor log \"Talked about scope\" --minutes 50`, or `--from FILE`")
    })?;
    let was_asked = is_empty_line && needs_questions;
    if was_asked && says_nothing(&collected.values) && !app.prompter.confirm(EMPTY_LOG, false)? {
        return collected.discard(app, "Nothing logged");
    }
    store_collected(app, args, collected)
}

/// Stores what was collected, without the new topics that the user declines to save.
fn store_collected(app: &mut App<'_, '_>, args: &LogArgs, collected: CollectedInput) -> Result<()> {
    let declined = if args.yes { Ok(Vec::new()) } else { declined_topics(app, &collected.values) };
    let stored = declined.and_then(|declined_topics| {
        app.write(|app, tx| {
            let pair = app.current_pair_for_write(tx)?;
            let mut entry = form::entry(&collected.values, &pair, app.now)?;
            entry.asked_at = entry.at.filter(|_| args.source.goes_on);
            entry.remove_topics(&declined_topics);
            hour::assume_time(tx, &pair, &mut entry, app.now)?;
            let (record, warnings) = store::store_log(app, tx, &pair, &entry)?;
            Ok((record, pair, warnings))
        })
    });
    let (record, pair, warnings) = collected.finish(stored)?;
    for warning in warnings {
        app.ui.note(&warning)?;
    }
    app.print_record_json(|| json::item(&record, Some(pair.slug())))
}

/// Asked if every question was skipped: the defaults alone would make a log.
const EMPTY_LOG: &str = "Log the check-in without notes?";

/// Whether the values only say when the check-in was, how long it took and when the next one is.
fn says_nothing(values: &FormValues) -> bool {
    const DEFAULTS: [&str; 5] = ["at", "minutes", "next", "checkin", "extra"];
    let mut keys = LogEntry::FORM.fields.iter().map(|field| field.key);
    keys.all(|key| DEFAULTS.contains(&key) || values.get_all(key).is_empty())
}

/// Returns the new topics that the agreement puts off limits and that the user declines to save.
fn declined_topics(app: &mut App<'_, '_>, values: &FormValues) -> Result<Vec<String>> {
    let has = |key| !values.get_all(key).is_empty();
    if !has("topics") && !has("next_topic") {
        return Ok(Vec::new());
    }
    let touched = app.read(|tx| {
        let pair = app.current_pair_for_write(tx)?;
        let mut touched = Vec::new();
        for title in form::entry(values, &pair, app.now)?.new_topics() {
            if let Some(reason) = off_limits::reason(tx, &pair, title, app.now.at)? {
                touched.push((title.to_owned(), reason));
            }
        }
        Ok(touched)
    })?;
    let mut declined = Vec::new();
    for (title, reason) in touched {
        if !app.can_ask {
            crud::confirm_record::<Topic>(app, &reason)?;
        } else if !app.prompter.confirm(&format!("\"{title}\" {reason}. Save it anyway?"), false)? {
            declined.push(title);
        }
    }
    Ok(declined)
}

/// Returns the values of the flags; a note of `-` is read from standard input.
fn flag_values(app: &mut App<'_, '_>, args: &LogArgs) -> Result<FormValues> {
    let mut values = args.flags.values.clone();
    if values.get("notes") == Some("-") {
        let (text, _) = form_text(Path::new("-"), &mut app.environment.stdin)?;
        values.set_typed("notes", text);
    }
    Ok(values)
}
