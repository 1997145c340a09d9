//! `mentor log`: what was said and agreed in a check-in, in one step.

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
use crate::commands::input::{self, InputQuestions};
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
    #[arg(long, short)]
    yes: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &LogArgs) -> Result<()> {
    if args.source.is_print_only() {
        return input::print_template(app, &LogEntry::FORM, &FormValues::default());
    }
    let values = flag_values(app, args)?;
    let source = &args.source;
    let nothing = values.is_empty() && source.from_file.is_none();
    let asks = app.can_ask && (nothing && !source.editor || source.goes_on);
    // What is typed in one go is checked where it is stored: no need to open the file twice.
    let known = if source.is_flags_only() && app.store.exists() && !asks {
        None
    } else {
        let found = LogContext::read(app);
        Some(input::or_save_draft(
            app,
            &LogEntry::FORM,
            source,
            &values,
            found,
        )?)
    };
    let mut asking = match &known {
        Some(known) => known.build_questions(app, asks && !source.goes_on)?,
        None => InputQuestions::default(),
    };
    if source.goes_on {
        // The draft says which check-in it is of.
        asking.answered = FormValues::default();
    }
    let now = app.now;
    let check = |values: &FormValues| match &known {
        Some(known) => known.check(&form::entry(values, known.pair(), now)?),
        None => Ok(()),
    };
    let composed = input::collect_with_questions(
        app,
        &LogEntry::FORM,
        source,
        values,
        &FormValues::default(),
        Some(asking),
        &check,
    )?;
    if composed.is_unchanged && (app.can_ask || nothing) {
        return composed.discard(app, "Nothing logged");
    }
    let is_empty = !composed.differs_from_template;
    let composed = composed.or_else_if_empty(is_empty, || {
        Failure::answer_needed("a log needs notes")
            .hint("try `mentor log \"Talked about scope\" --minutes 50`, or `--from FILE`")
    })?;
    let kept = if args.yes {
        Ok(Vec::new())
    } else {
        declined_topics(app, &composed.values)
    };
    let stored = kept.and_then(|declined_topics| {
        app.write(|app, tx| {
            let pair = app.current_pair_for_write(tx)?;
            let mut entry = form::entry(&composed.values, &pair, app.now)?;
            entry.leave_out(&declined_topics);
            hour::settle(tx, &pair, &mut entry, app.now)?;
            let (record, warnings) = store::store_log(app, tx, &pair, &entry)?;
            Ok((record, pair, warnings))
        })
    });
    let (record, pair, warnings) = composed.finish(stored)?;
    for warning in warnings {
        app.ui.note(&warning)?;
    }
    app.print_record_json(|| json::item(&record, Some(pair.slug())))
}

/// The new topics that both have put off limits, and whoever logs does not want to keep after all.
fn declined_topics(app: &mut App<'_, '_>, values: &FormValues) -> Result<Vec<String>> {
    let said = |key| !values.get_all(key).is_empty();
    if !said("topics") && !said("next_topic") {
        return Ok(Vec::new());
    }
    let doubts = app.read(|tx| {
        let pair = app.current_pair_for_write(tx)?;
        let mut doubts = Vec::new();
        for title in form::entry(values, &pair, app.now)?.new_topics() {
            if let Some(doubt) = off_limits::reason(tx, &pair, title, app.now)? {
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
fn flag_values(app: &mut App<'_, '_>, args: &LogArgs) -> Result<FormValues> {
    let mut values = args.flags.values.clone();
    if values.get("notes") == Some("-") {
        let (text, _) = form_text(Path::new("-"), &mut app.environment.stdin)?;
        values.typed("notes", text);
    }
    Ok(values)
}
