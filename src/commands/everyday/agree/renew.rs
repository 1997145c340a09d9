//! `mentor agree renew`

use crate::app::App;
use crate::commands::command_line::arg;
use crate::commands::command_line::flags::{AddFlags, InputSourceArgs};
use crate::commands::everyday::agree;
use crate::commands::everyday::agree::ask;
use crate::commands::everyday::agree::form::{self, RENEWAL};
use crate::commands::everyday::agree::record::{accept_for_user, hint_at_acceptance};
use crate::commands::everyday::agree::remarks::{self, NewTerms};
use crate::commands::input::{self, CollectedInput};
use crate::domain::agreement::{Agreement, AgreementTerms};
use crate::domain::dates::Today;
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::error::{Failure, Result};
use crate::input::form::FormValues;
use crate::store::json;
use crate::store::write_tx::WriteTx;
use crate::view;
use crate::view::records::new_terms;

/// Create the next version, starting from the current one
#[derive(Debug, clap::Args)]
pub struct RenewArgs {
    /// Why it changes
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,

    #[command(flatten)]
    terms: AddFlags<AgreementTerms>,

    #[command(flatten)]
    source: InputSourceArgs<AgreementTerms>,

    /// Record it as a proposal, without accepting it yourself
    #[arg(long)]
    proposed: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &RenewArgs) -> Result<()> {
    let typed = form::flag_values(&args.terms);
    let found = app.read(|tx| {
        let pair = app.current_pair_for_write(tx)?;
        let last = agree::version(tx, &pair, None)?;
        Ok((pair, last))
    });
    let (pair, last) = input::or_save_draft(app, &RENEWAL, &args.source, &typed, found)?;
    let before = form::values_of(&last.terms);
    if args.source.is_print_only() {
        return input::print_template(app, &RENEWAL, &before);
    }
    let is_form_only = typed.is_empty();
    let today = app.today_of(pair.user());
    let check =
        |values: &FormValues| form::new_terms(values, &pair, today, Some(&last.terms)).map(drop);
    let mut collected = collect(app, args, typed, &before, &check)?;
    if collected.is_unchanged && is_form_only {
        return collected.discard(app, "Nothing was changed");
    }
    // A form replaces all terms; flags and answers change only those they name.
    let values = if collected.is_complete_form {
        collected.values.clone()
    } else {
        collected.values.clone().or_else(before.clone())
    };
    let terms = match form::new_terms(&values, &pair, today, Some(&last.terms)) {
        Ok(terms) => terms,
        Err(failure) => return collected.finish(Err(failure)),
    };
    if terms == last.terms {
        let was_prompted = is_form_only && args.source.from_file.is_none() && app.can_ask;
        return if was_prompted {
            collected.discard(app, "Nothing was changed")
        } else {
            collected.or_else_if_empty(true, || unchanged_failure(&last)).map(drop)
        };
    }
    let because = match reason(app, args, &collected.values) {
        Ok(because) => because,
        Err(failure) => return collected.finish(Err(failure)),
    };
    collected.values.set_flag(&RENEWAL, "because", [&because]);
    let renewal = Renewal {
        terms,
        because,
        is_proposed: args.proposed,
        typed_cadence: values.get("cadence"),
        is_complete_form: collected.is_complete_form,
    };
    let stored = app.write(|app, tx| store(app, tx, renewal, today));
    let (record, pair) = collected.finish(stored)?;
    app.print_record_json(|| json::item(&record, Some(pair.slug())))
}

/// Collects the terms of the next version, with those of the last one as the defaults.
fn collect(
    app: &mut App<'_, '_>,
    args: &RenewArgs,
    typed: FormValues,
    before: &FormValues,
    check: &dyn Fn(&FormValues) -> Result<()>,
) -> Result<CollectedInput> {
    let mut questions = ask::questions(&RENEWAL, before);
    questions.answered.set_flag(&RENEWAL, "because", &args.because);
    let questions = Some(questions);
    input::collect_with_questions(app, &RENEWAL, &args.source, typed, before, questions, check)
}

/// The next version of an agreement.
struct Renewal<'v> {
    terms: AgreementTerms,
    because: String,
    is_proposed: bool,
    /// The cadence as it was typed.
    typed_cadence: Option<&'v str>,
    /// Whether it came as a form, which drops the terms that it leaves out.
    is_complete_form: bool,
}

/// Inserts the next version and adds its messages and remarks.
fn store(
    app: &App<'_, '_>,
    tx: &WriteTx<'_>,
    renewal: Renewal<'_>,
    today: Today,
) -> Result<(Record<Agreement>, PairContext)> {
    let pair = app.current_pair_for_write(tx)?;
    let last = agree::version(tx, &pair, None)?;
    let record = tx.insert(Agreement {
        pair: pair.id(),
        version: last.version + 1,
        terms: renewal.terms,
        accepted_by_mentor: accept_for_user(&pair, Side::Mentor, renewal.is_proposed, today.day),
        accepted_by_mentee: accept_for_user(&pair, Side::Mentee, renewal.is_proposed, today.day),
        accepted_by_mail: None,
        changed_because: arg::parse_text("reason", Some(&renewal.because))?,
    })?;
    tx.add_message(view::records::agreement::recorded_message(&record, &pair));
    hint_at_acceptance(tx, &record, &pair)?;
    if renewal.is_complete_form
        && let Some(remark) = new_terms::dropped(&last.terms, &record.terms, record.version)
    {
        tx.remark(remark);
    }
    let new = NewTerms {
        terms: &record.terms,
        before: Some(&last.terms),
        typed_cadence: renewal.typed_cadence,
    };
    remarks::add_messages(app, tx, &pair, &new, today)?;
    Ok((record, pair))
}

/// Returns the reason for the change: from the flag, the form, or a prompt.
fn reason(app: &mut App<'_, '_>, args: &RenewArgs, values: &FormValues) -> Result<String> {
    match args.because.as_deref().or(values.get("because")) {
        Some(because) => Ok(because.to_owned()),
        None if app.can_ask => app.prompter.line("Why does it change?", None),
        None => {
            Err(Failure::answer_needed("a new version needs a reason")
                .hint("use `--because \"...\"`"))
        }
    }
}

fn unchanged_failure(last: &Agreement) -> Failure {
    Failure::refused(format!("no term differs from version {}", last.version))
        .hint("name a term to change, such as `--length 45m` (`--length \"\"` clears it)")
}
