//! `mentor share take`

use std::path::{Path, PathBuf};

use crate::app::App;
use crate::commands::data::share::compare_keys::{self, Comparison};
use crate::commands::data::share::failure::UNCHANGED;
use crate::commands::data::share::letter::take::FoundReply;
use crate::commands::data::share::take_bundle::{
    self, TakeOptions, TakeOutcome, TakenFile, TakenFiles,
};
use crate::commands::data::share::{circle, letter, same, words};
use crate::domain::pair::PairContext;
use crate::domain::text::is_same_name;
use crate::error::{Failure, Result};
use crate::platform::regular_file;
use crate::share::bundle::MAX_FILE_BYTES;
use crate::share::seal;
use crate::store::share::circles;
use crate::store::share::taken_item::{TakenChange, TakenItem};
use crate::view;
use crate::view::messages::share::{TakenLine, TakenText, TakenVerb};
use crate::view::reports::letter::ReplyText;

/// Apply files from the other person, or a reply to a letter
///
/// Each is taken in whole or not at all, as one step that `mentor undo` reverts. What only you can say is never taken from
/// them. A reply by mail is shown first, and asked about.
#[derive(Debug, clap::Args)]
pub struct TakeArgs {
    /// The files (`-` for standard input)
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// List the changes without making them
    #[arg(long)]
    dry_run: bool,

    /// Don't ask, however much it changes
    #[arg(long, short)]
    yes: bool,

    /// Let a machine of your own join before the words of its key are compared
    #[arg(long)]
    unchecked: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &TakeArgs) -> Result<()> {
    let options = TakeOptions {
        is_dry_run: args.dry_run,
        yes: args.yes,
        is_unchecked: args.unchecked,
        folder_of: None,
    };
    let (mut taken, mut replies) = (TakenFiles::default(), Vec::new());
    let files = args.files.iter();
    let done = files
        .map(|path| take_one(app, path, options, &mut taken, &mut replies))
        .find(Result::is_err);
    // Report what was taken even if a later file failed.
    if done.is_none() || !taken.is_empty() || !replies.is_empty() {
        let is_shown = app.can_ask && !args.yes && !args.dry_run;
        show_all(app, &taken, &replies, args.dry_run, is_shown)?;
    }
    done.unwrap_or(Ok(()))
}

fn take_one(
    app: &mut App<'_, '_>,
    path: &Path,
    options: TakeOptions<'_>,
    taken: &mut TakenFiles,
    replies: &mut Vec<ReplyText>,
) -> Result<()> {
    let (file, bytes) = read(app, path)?;
    if let Some(reply) = find_reply(&file, &bytes)? {
        replies.push(letter::take::take(app, &file, &reply, options)?);
        return Ok(());
    }
    match take_bundle::take_bytes(app, &file, &bytes, options)? {
        TakeOutcome::Taken(one) => {
            after_join(app, &one, options.is_dry_run)?;
            taken.of_partners.push(*one);
            Ok(())
        }
        TakeOutcome::OfOwnMachine(one) => {
            taken.of_machines.push(*one);
            Ok(())
        }
        TakeOutcome::NothingNew => Ok(()),
        TakeOutcome::NotWhole(failure) => Err(failure),
    }
}

/// Returns the name and the bytes of a file.
fn read(app: &mut App<'_, '_>, path: &Path) -> Result<(String, Vec<u8>)> {
    if path != Path::new("-") {
        return Ok((path.display().to_string(), take_bundle::read_file(path)?));
    }
    let name = "standard input";
    let bytes = regular_file::read_stream(&mut app.environment.stdin, MAX_FILE_BYTES);
    let bytes = bytes
        .map_err(|error| Failure::storage(format!("can't read {name}: {error}")).data(UNCHANGED))?;
    Ok((name.to_owned(), bytes))
}

/// Finds a reply to a letter in a file that is not a sealed bundle.
fn find_reply(file: &str, bytes: &[u8]) -> Result<Option<FoundReply>> {
    let is_too_large = u64::try_from(bytes.len()).is_ok_and(|length| length > MAX_FILE_BYTES);
    if is_too_large || seal::is_sealed(bytes) {
        Ok(None)
    } else {
        letter::take::find_reply(file, bytes)
    }
}

/// Reports that the other side has joined, with a warning if the name is not the invited one.
pub fn greet(app: &mut App<'_, '_>, taken: &TakenFile) -> Result<()> {
    if !taken.has_joined {
        return Ok(());
    }
    let invited = &taken.pair.partner().name;
    let now = app.read(|tx| Ok(tx.find(taken.pair.partner().id)?))?;
    let joined = now.map_or_else(|| invited.clone(), |now| now.data.name);
    let who = circle::partner(&taken.pair);
    if is_same_name(&joined, invited) {
        app.ui.status(&format!("{who} has joined"))
    } else {
        app.ui.note(&format!(
            "{joined} answered the invitation for {invited}: compare the words of your keys before you send anything"
        ))
    }
}

/// Greets the person who joined, and asks to compare keys if there is a terminal.
fn after_join(app: &mut App<'_, '_>, taken: &TakenFile, is_dry_run: bool) -> Result<()> {
    if !taken.has_joined || is_dry_run {
        return Ok(());
    }
    greet(app, taken)?;
    let who = circle::partner(&taken.pair).to_owned();
    let circle = app.read(|tx| Ok(circles::find_for_pair(tx, &taken.pair.record.uid)?))?;
    let Some((circle, card)) = circle.and_then(|it| it.partner.clone().map(|card| (it, card)))
    else {
        return Ok(());
    };
    if !app.can_ask {
        return app.ui.note(&words::reminder(&who, taken.pair.slug()));
    }
    match compare_keys::ask_words(app, &who, &card)? {
        Comparison::Match => compare_keys::set_compared(app, &circle.id),
        Comparison::Later => app.ui.note(&words::reminder(&who, taken.pair.slug())),
        Comparison::Differ => Err(compare_keys::words_differ(&who)),
    }
}

/// Prints what was taken from bundles.
pub fn show(app: &mut App<'_, '_>, taken: &TakenFiles, is_dry_run: bool) -> Result<()> {
    show_all(app, taken, &[], is_dry_run, false)
}

/// Prints what was taken from bundles and replies. With `is_shown`, replies were shown for confirmation already and only
/// appear in JSON.
fn show_all(
    app: &mut App<'_, '_>,
    taken: &TakenFiles,
    replies: &[ReplyText],
    is_dry_run: bool,
    is_shown: bool,
) -> Result<()> {
    let now = app.now;
    let TakenFiles { of_partners: taken, of_machines } = taken;
    let mut texts = Vec::new();
    for one in taken {
        texts.push(text_of(one));
        if one.report.is_none() {
            let who = circle::partner(&one.pair);
            app.ui.note(&format!(
                "`{}` is older than the last file of {who} ({}, seen {}); nothing new",
                one.file, one.number, one.newest
            ))?;
        }
    }
    let texts: Vec<TakenText> = texts.into_iter().flatten().collect();
    app.print_result(
        || {
            let items = texts.iter().map(view::messages::share::taken_item);
            let items = items.chain(of_machines.iter().map(view::messages::share::own_taken_item));
            let items = items.chain(replies.iter().map(view::reports::letter::item));
            view::messages::share::taken_json(items.collect(), is_dry_run)
        },
        |_| {
            let unshown = replies.iter();
            let unshown = unshown.filter(|one| !is_shown || one.answers.is_empty());
            let blocks = texts.iter().map(|one| view::messages::share::taken_text(one, now));
            let own = of_machines.iter().map(|one| view::messages::share::own_taken(one, now));
            let blocks = blocks.chain(own).chain(unshown.map(view::reports::letter::description));
            blocks.collect::<Vec<_>>().join("\n\n")
        },
    )?;
    for one in taken.iter().filter(|one| !one.is_own) {
        let own = one.report.iter().flat_map(|report| &report.own_words);
        let own: Vec<_> = own.map(take_bundle::own_words_text).collect();
        if !own.is_empty() {
            app.ui.note(&view::messages::share::own_words_saved(&own, one.draft.as_deref()))?;
        }
    }
    for one in of_machines.iter().filter(|one| !one.hidden.is_empty()) {
        app.ui.note(&view::messages::share::hidden_saved(one.draft.as_deref()))?;
    }
    let open = texts.iter().map(|one| one.open.len() + one.requests.len());
    let open: usize = open.sum();
    if !is_dry_run {
        if let Some(note) = view::messages::share::to_decide(open) {
            app.ui.note(&note)?;
        }
        note_likely(app, taken)?;
    }
    Ok(())
}

/// Notes records that look like duplicates, in the pairs that changed.
fn note_likely(app: &mut App<'_, '_>, taken: &[TakenFile]) -> Result<()> {
    let mut pairs: Vec<&PairContext> = Vec::new();
    for one in taken {
        let mut reports = one.report.iter();
        let is_news = reports.any(|report| !report.items.is_empty());
        if is_news && pairs.iter().all(|pair| pair.id() != one.pair.id()) {
            pairs.push(&one.pair);
        }
    }
    for pair in pairs {
        let likely = app.read(|tx| match circles::find_for_pair(tx, &pair.record.uid)? {
            Some(circle) => same::find_likely_duplicates(tx, pair, &circle),
            None => Ok(Vec::new()),
        })?;
        for one in likely {
            app.ui.note(&view::messages::share::likely_duplicate(&one))?;
        }
    }
    Ok(())
}

/// Converts the report for the view, which does not know the types of the store.
fn text_of(taken: &TakenFile) -> Option<TakenText> {
    let report = taken.report.as_ref()?;
    Some(TakenText {
        file: taken.file.clone(),
        pair: taken.pair.clone(),
        who: circle::partner(&taken.pair).to_owned(),
        is_own: taken.is_own,
        made_at: taken.made_at.clone(),
        lines: report.items.iter().map(taken_line).collect(),
        refused: report
            .foreign
            .iter()
            .map(|one| (one.record.table.clone(), one.part.clone()))
            .collect(),
        open: report
            .open
            .iter()
            .map(|(one, number)| (one.record.table.clone(), *number, one.part))
            .collect(),
        draft: taken.draft.clone(),
        requests: report.requests.clone(),
    })
}

pub fn taken_line(item: &TakenItem) -> TakenLine {
    let (verb, parts): (TakenVerb, &[&'static str]) = match &item.change {
        TakenChange::New => (TakenVerb::New, &[]),
        TakenChange::BroughtBack => (TakenVerb::BroughtBack, &[]),
        TakenChange::Changed(parts) => (TakenVerb::Changed, parts),
        TakenChange::Deleted => (TakenVerb::Deleted, &[]),
        TakenChange::Kept => (TakenVerb::Kept, &[]),
        TakenChange::PutBack => (TakenVerb::PutBack, &[]),
        TakenChange::Joined(_) => (TakenVerb::Joined, &[]),
        TakenChange::NotLetGo => (TakenVerb::Returned, &[]),
    };
    TakenLine {
        verb,
        table: item.table,
        number: item.number,
        title: item.title.clone(),
        away: item.away.clone(),
        parts: parts.to_vec(),
        with: match item.change {
            TakenChange::Joined(number) => number,
            _ => None,
        },
    }
}
