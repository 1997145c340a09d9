//! `mentor agree`

use crate::app::{App, pair_option};
use crate::commands::command_line::flags::{AddFlags, InputSourceArgs};
use crate::commands::everyday::agree::remarks::{self, NewTerms};
use crate::commands::everyday::agree::{ask, form};
use crate::commands::input;
use crate::domain::agreement::{Agreement, AgreementTerms};
use crate::domain::dates::Today;
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::error::{Failure, Result};
use crate::input::form::{FormValues, HasForm};
use crate::store::write_tx::WriteTx;
use crate::store::{agreements, closings, json};
use crate::view;

#[derive(Debug, clap::Args)]
pub struct RecordArgs {
    #[command(flatten)]
    terms: AddFlags<AgreementTerms>,

    #[command(flatten)]
    source: InputSourceArgs<AgreementTerms>,

    /// Record it as a proposal, without accepting it yourself
    #[arg(long)]
    proposed: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &RecordArgs) -> Result<()> {
    if args.source.is_print_only() {
        return input::print_template(app, &AgreementTerms::FORM, &FormValues::default());
    }
    let typed = form::flag_values(&args.terms);
    let pair = input::or_save_draft(
        app,
        &AgreementTerms::FORM,
        &args.source,
        &typed,
        pair_without_agreement(app),
    )?;
    for line in previous_lessons(app)? {
        app.ui.note(&line)?;
    }
    let today = app.today_of(pair.user());
    let check = |values: &FormValues| form::new_terms(values, &pair, today, None).map(drop);
    let nothing = FormValues::default();
    let questions = ask::questions(&AgreementTerms::FORM, &nothing);
    let collected = input::collect_with_questions(
        app,
        &AgreementTerms::FORM,
        &args.source,
        typed,
        &nothing,
        Some(questions),
        &check,
    )?;
    let is_empty = collected.values.clone().without_cleared().is_empty();
    let is_skipped = is_empty && args.source.from_file.is_none();
    if app.can_ask && (is_skipped || collected.is_unchanged) {
        return collected.discard(app, "Nothing saved");
    }
    let collected = collected.or_else_if_empty(is_empty, || {
        Failure::answer_needed("an agreement needs at least one term")
            .hint("try `--purpose \"Grow into a tech lead\" --cadence \"every 2 weeks\"`, or `--from FILE` (`mentor agree template` prints the form)")
    })?;
    let stored = app.write(|app, tx| store(app, tx, &collected.values, args.proposed, today));
    let (record, pair) = collected.finish(stored)?;
    app.print_record_json(|| json::item(&record, Some(pair.slug())))
}

/// Stores the first version, accepted by the user unless it is only proposed.
fn store(
    app: &App<'_, '_>,
    tx: &WriteTx<'_>,
    values: &FormValues,
    is_proposed: bool,
    today: Today,
) -> Result<(Record<Agreement>, PairContext)> {
    let pair = app.current_pair_for_write(tx)?;
    let draft = Agreement {
        pair: pair.id(),
        version: 1,
        terms: form::new_terms(values, &pair, today, None)?,
        accepted_by_mentor: accept_for_user(&pair, Side::Mentor, is_proposed, today.day),
        accepted_by_mentee: accept_for_user(&pair, Side::Mentee, is_proposed, today.day),
        accepted_by_mail: None,
        changed_because: None,
    };
    let record = tx.insert(draft)?;
    tx.add_message(view::records::agreement::recorded_message(&record, &pair));
    hint_at_acceptance(tx, &record, &pair)?;
    let new = NewTerms { terms: &record.terms, before: None, typed_cadence: values.get("cadence") };
    remarks::add_messages(app, tx, &pair, &new, today)?;
    Ok((record, pair))
}

/// Returns the day on which this side accepts: recording an agreement accepts it, unless it is only proposed.
pub fn accept_for_user(
    pair: &PairContext,
    side: Side,
    proposed: bool,
    today: chrono::NaiveDate,
) -> Option<chrono::NaiveDate> {
    (!proposed && pair.user_side() == side).then_some(today)
}

/// Adds the commands that record the acceptance of each person who has not accepted it yet.
pub fn hint_at_acceptance(
    tx: &WriteTx<'_>,
    record: &Record<Agreement>,
    pair: &PairContext,
) -> Result<()> {
    let pair_option = pair_option(tx, pair)?;
    for hint in view::records::agreement::acceptance_hints(record, pair, &pair_option) {
        tx.hint(hint);
    }
    Ok(())
}

/// Returns the pair if it has no agreement yet; checked before any question is asked.
fn pair_without_agreement(app: &App<'_, '_>) -> Result<PairContext> {
    app.read(|tx| {
        let pair = app.current_pair_for_write(tx)?;
        match agreements::latest(tx, pair.id())? {
            None => Ok(pair),
            Some(latest) => Err(Failure::refused(format!(
                "`{}` already has an agreement (version {})",
                pair.slug(),
                latest.version
            ))
            .hint(format!(
                "run `mentor agree renew --because \"...\"{}` to create the next version",
                pair_option(tx, &pair)?
            ))),
        }
    })
}

/// Returns what the user wanted to do differently when the last mentorship ended.
fn previous_lessons(app: &App<'_, '_>) -> Result<Vec<String>> {
    app.read(|tx| {
        let Some(last) = closings::last(tx)? else {
            return Ok(Vec::new());
        };
        let texts = last.differently.iter();
        Ok(texts.map(|text| format!("you wanted to do this differently: {text}")).collect())
    })
}
