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

/// Create the next version, starting from the current one
#[derive(Debug, clap::Args)]
pub struct RenewArgs {
    /// Why it changes
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,

    #[command(flatten)]
    terms: AddFlags<AgreementTerms>,

    #[command(flatten)]
    ways: InputSourceArgs<AgreementTerms>,

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
    let (pair, last) = input::or_save_draft(app, &RENEWAL, &args.ways, &typed, found)?;
    let before = form::values_of(&last.terms);
    if args.ways.is_print_only() {
        return input::print_template(app, &RENEWAL, &before);
    }
    let because = match &args.because {
        Some(because) => because.clone(),
        None if app.can_ask => app.prompter.line("Why does it change?", None)?,
        None => {
            return Err(Failure::answer_needed("a new version needs a reason")
                .hint("use `--because \"...\"`"));
        }
    };
    let is_form_only = typed.is_empty();
    let today = app.today_of(pair.user());
    let check = |values: &FormValues| form::terms(values, &pair, today).map(drop);
    let asking = Some(ask::questions(&RENEWAL, &before));
    let composed = input::gather_asking(app, &RENEWAL, &args.ways, typed, &before, asking, &check)?;
    if composed.is_unchanged && is_form_only {
        return composed.discard(app, "Nothing was changed");
    }
    // What a form or the questions leave out is left out; flags change only what they name.
    let values = if composed.is_whole {
        composed.values.clone()
    } else {
        composed.values.clone().or_else(before)
    };
    let stored = app.write(|app, tx| {
        let pair = app.current_pair_for_write(tx)?;
        let last = agree::version(tx, &pair, None)?;
        let record = tx.insert(Agreement {
            pair: pair.id(),
            version: last.version + 1,
            terms: form::terms(&values, &pair, today)?,
            accepted_by_mentor: accept_for_user(&pair, Side::Mentor, args.proposed, today),
            accepted_by_mentee: accept_for_user(&pair, Side::Mentee, args.proposed, today),
            accepted_by_mail: None,
            changed_because: arg::parse_text("reason", Some(&because))?,
        })?;
        tx.add_message(view::records::agreement::recorded_message(&record, &pair));
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
