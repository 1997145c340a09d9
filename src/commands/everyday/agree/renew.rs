//! `mentor agree renew`

use crate::app::App;
use crate::commands::command_line::arg;
use crate::commands::command_line::flags::{AddFlags, InputSourceArgs};
use crate::commands::everyday::agree;
use crate::commands::everyday::agree::ask;
use crate::commands::everyday::agree::form::{self, RENEWAL};
use crate::commands::everyday::agree::record::accept_for_user;
use crate::commands::everyday::agree::remarks::{self, NewTerms};
use crate::commands::input;
use crate::domain::agreement::{Agreement, AgreementTerms};
use crate::domain::person::Side;
use crate::error::{Failure, Result};
use crate::input::form::FormValues;
use crate::store::json;
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
    let check = |values: &FormValues| form::terms(values, &pair, today).map(drop);
    let mut asking = ask::questions(&RENEWAL, &before);
    asking.answered.flag(&RENEWAL, "because", &args.because);
    let mut composed = input::collect_with_questions(
        app,
        &RENEWAL,
        &args.source,
        typed,
        &before,
        Some(asking),
        &check,
    )?;
    if composed.is_unchanged && is_form_only {
        return composed.discard(app, "Nothing was changed");
    }
    // What a form leaves out is left out; flags and answers change only what they name.
    let values = if composed.is_complete_form {
        composed.values.clone()
    } else {
        composed.values.clone().or_else(before.clone())
    };
    let terms = match form::terms(&values, &pair, today) {
        Ok(terms) => terms,
        Err(failure) => return composed.finish(Err(failure)),
    };
    if terms == last.terms {
        let is_asked = is_form_only && args.source.from_file.is_none() && app.can_ask;
        return if is_asked {
            composed.discard(app, "Nothing was changed")
        } else {
            composed
                .or_else_if_empty(true, || changes_nothing(&last))
                .map(drop)
        };
    }
    let because = match reason(app, args, &composed.values) {
        Ok(because) => because,
        Err(failure) => return composed.finish(Err(failure)),
    };
    composed.values.flag(&RENEWAL, "because", [&because]);
    let stored = app.write(|app, tx| {
        let pair = app.current_pair_for_write(tx)?;
        let last = agree::version(tx, &pair, None)?;
        let record = tx.insert(Agreement {
            pair: pair.id(),
            version: last.version + 1,
            terms: terms.clone(),
            accepted_by_mentor: accept_for_user(&pair, Side::Mentor, args.proposed, today),
            accepted_by_mentee: accept_for_user(&pair, Side::Mentee, args.proposed, today),
            accepted_by_mail: None,
            changed_because: arg::parse_text("reason", Some(&because))?,
        })?;
        tx.add_message(view::records::agreement::recorded_message(&record, &pair));
        if composed.is_complete_form
            && let Some(remark) = new_terms::dropped(&last.terms, &terms, record.version)
        {
            tx.remark(remark);
        }
        let new = NewTerms {
            terms: &record.terms,
            before: Some(&last.terms),
            typed_cadence: values.get("cadence"),
        };
        remarks::tell(app, tx, &pair, &new, today)?;
        Ok((record, pair))
    });
    let (record, pair) = composed.finish(stored)?;
    app.print_record_json(|| json::item(&record, Some(pair.slug())))
}

/// Why it changes: what the flag says, else the form, else it is asked for.
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

fn changes_nothing(last: &Agreement) -> Failure {
    Failure::refused(format!("no term differs from version {}", last.version))
        .hint("name a term to change, such as `--length 45m` (`--length \"\"` clears it)")
}
