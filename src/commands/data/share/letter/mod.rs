//! `mentor share letter`: writes a letter to a partner without mentor.

mod plan;
pub mod take;

use std::path::PathBuf;

use crate::app::App;
use crate::commands::data::share::circle;
use crate::commands::data::share::circle::SharedPairArg;
use crate::commands::data::share::failure::UNCHANGED;
use crate::commands::data::share::outgoing_file::write_file;
use crate::commands::data::share::own_machines;
use crate::domain::agreement::Agreement;
use crate::domain::pair::{PairContext, PairState};
use crate::domain::record::Record;
use crate::domain::snapshot::PairSnapshot;
use crate::error::{Failure, Result};
use crate::share::letter::{LetterMark, MarkSubject, PROMPT_END, within_prompt, without_marks};
use crate::store::read_tx::ReadTx;
use crate::store::share::circles;
use crate::store::snapshots;
use crate::view;
use crate::view::page::output_mode::OutputMode;

/// Write a letter to someone without mentor
///
/// A plain mail with what you agreed, what is due and what to answer, and a form at its end. Take the reply in with
/// `mentor share take`. Nothing private is in it, and no keys are needed.
#[derive(Debug, clap::Args)]
pub struct LetterArgs {
    #[command(flatten)]
    pair: SharedPairArg,

    /// Write to this file [default: standard output]
    #[arg(long, short = 'o', value_name = "FILE")]
    output: Option<PathBuf>,

    /// Add mail headers for this address
    #[arg(long, value_name = "ADDRESS")]
    to: Option<String>,
}

pub fn run(app: &mut App<'_, '_>, args: &LetterArgs) -> Result<()> {
    args.pair.name(app);
    let to = args.to.as_deref().map(checked_address).transpose()?;
    let now = app.now;
    let (pair, snapshot) = app.read(|tx| {
        let pair = app.current_pair(tx)?;
        ensure_no_partner_file(tx, &pair)?;
        ensure_goes_on(&pair)?;
        let snapshot = app.read_for(true, tx, pair.clone(), |tx, pair| {
            Ok(snapshots::load_for_agenda(tx, pair, now)?)
        })?;
        Ok((pair, snapshot))
    })?;
    let text = letter(&snapshot, app.ui.mode);
    let text = match to {
        Some(to) => view::reports::letter::mail(
            to,
            &view::reports::letter::subject(&pair, snapshot.today()),
            &text,
        ),
        None => text,
    };
    let Some(path) = &args.output else {
        return if app.ui.json {
            app.ui.print_json(&view::reports::letter::json(pair.slug(), &text))
        } else {
            app.ui.print(text.trim_end())
        };
    };
    write_file(path, text.as_bytes())?;
    app.ui.status(&format!(
        "Wrote the letter to {} to `{}`; take the reply in with `mentor share take FILE`",
        circle::partner(&pair),
        path.display()
    ))?;
    app.print_record_json(|| view::reports::letter::json(pair.slug(), &text))
}

/// Checks that an address can't break out of its header line.
fn checked_address(typed: &str) -> Result<&str> {
    let is_plain = !typed.contains(|c: char| c.is_control() || c.is_whitespace());
    if is_plain && typed.contains('@') {
        Ok(typed)
    } else {
        Err(Failure::usage(format!("`{typed}` is not a mail address"))
            .hint("write it as `ana@example.org`"))
    }
}

/// Fails if the other side has a data file of its own: that side's parts are written there only.
fn ensure_no_partner_file(tx: &ReadTx<'_>, pair: &PairContext) -> Result<()> {
    let circle = circles::find_for_pair(tx, &pair.record.uid)?;
    let Some(circle) = circle.filter(|circle| circle.partner.is_some()) else {
        let is_shared = circles::has_partner(tx, pair)?;
        return if is_shared { Err(own_machines::shared_there(pair)) } else { Ok(()) };
    };
    let who = circle::partner(pair);
    let refused =
        format!("you share `{}` with {who}, who writes in a file of their own", pair.slug());
    let hint = match circle.folder {
        Some(_) => "run `mentor sync` to exchange with them".to_owned(),
        None => {
            format!("run `mentor share send {}` instead, and read what they send", pair.slug())
        }
    };
    Err(Failure::refused(refused).data(UNCHANGED).hint(hint))
}

/// Fails for a pair that has ended.
fn ensure_goes_on(pair: &PairContext) -> Result<()> {
    match pair.record.state {
        PairState::Ended => {
            let slug = pair.slug();
            Err(Failure::refused(format!(
                "`{slug}` ended on {} and is read-only",
                pair.record.state_on
            ))
            .hint(format!("run `mentor pair resume {slug}` to resume it"))
            .hint(format!(
                "for what there was, run `mentor pair show {slug} --markdown --for-partner`"
            )))
        }
        PairState::Active | PairState::Paused => Ok(()),
    }
}

/// Returns the complete letter: the report and the form.
fn letter(snapshot: &PairSnapshot, mode: OutputMode) -> String {
    let uid = &snapshot.pair.record.uid;
    let [letter, topics, end] = [MarkSubject::Letter, MarkSubject::Topics, MarkSubject::End]
        .map(|subject| LetterMark::of_pair(subject, uid).to_string());
    let form =
        view::reports::letter::form(&letter, &questions(snapshot), &topics, &end, PROMPT_END);
    let body = without_marks(&view::reports::letter::body(snapshot, mode));
    format!("{letter} {body}\n\n{form}")
}

/// Returns the questions of the form, each with its mark and its prompt.
fn questions(snapshot: &PairSnapshot) -> Vec<(String, String)> {
    let pair = &snapshot.pair;
    let (me, them) = (pair.user_side(), pair.user_side().other());
    let today = snapshot.today_of(them);
    let mark = |subject, number: i64, uid: &str| {
        LetterMark::new(subject, number, &pair.record.uid, uid).to_string()
    };
    let mut lines = Vec::new();
    if let Some(one) = snapshot.newest().filter(|one| is_open_for(one, pair)) {
        let mark = mark(MarkSubject::Agreement, i64::from(one.version), &one.uid);
        lines.push((mark, view::reports::letter::accept_prompt(one)));
    }
    for one in snapshot.followups.iter().filter(|one| one.owner == them) {
        let title = within_prompt(&one.title);
        let prompt = view::reports::letter::done_prompt(one, &title, today);
        lines.push((mark(MarkSubject::FollowUp, one.id.number(), &one.uid), prompt));
    }
    for one in snapshot.questions.iter().filter(|one| one.answerer() == them) {
        let prompt = view::reports::letter::answer_prompt(&within_prompt(&one.title));
        lines.push((mark(MarkSubject::Question, one.id.number(), &one.uid), prompt));
    }
    for one in snapshot.feedback.iter().filter(|one| one.from == me) {
        let giver = within_prompt(pair.first_name(me));
        let prompt = view::reports::letter::response_prompt(&within_prompt(&one.situation), &giver);
        lines.push((mark(MarkSubject::Feedback, one.id.number(), &one.uid), prompt));
    }
    lines
}

/// Whether the other side has not accepted a version yet.
fn is_open_for(one: &Record<Agreement>, pair: &PairContext) -> bool {
    one.accepted_by(pair.user_side().other()).is_none()
}
