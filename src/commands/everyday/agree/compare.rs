//! `mentor agree compare`

use std::path::{Path, PathBuf};

use crate::app::App;
use crate::commands::everyday::agree::form;
use crate::domain::agreement::AgreementTerms;
use crate::domain::pair::PairContext;
use crate::error::{Failure, Result};
use crate::input::form::{self as forms, FormValues, HasForm};
use crate::view;
use crate::view::messages::values::TemplateText;
use crate::view::records::agreement::FormComparison;

/// Compare two separately completed forms and print the differences
///
/// Each of you fills in `mentor agree template` separately; matching answers need no discussion. `--merged` prints a form
/// with those filled in and both answers next to the others, for `mentor agree --from FILE` once you have talked.
#[derive(Debug, clap::Args)]
pub struct CompareArgs {
    /// Form completed by the mentor (`-` for standard input)
    #[arg(value_name = "MENTORS-FILE")]
    mentor: PathBuf,

    /// Form completed by the mentee
    #[arg(value_name = "MENTEES-FILE")]
    mentee: PathBuf,

    /// Print one form with the matching answers filled in
    #[arg(long)]
    merged: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &CompareArgs) -> Result<()> {
    let pair = app.read(|tx| app.current_pair(tx))?;
    let (mentor, mentor_values) = read(app, &args.mentor, &pair)?;
    let (mentee, mentee_values) = read(app, &args.mentee, &pair)?;
    let comparison = FormComparison {
        differences: mentor.differences(&mentee),
        alike: mentor.matching_keys(&mentee),
    };
    let answered_by_both = comparison
        .differences
        .iter()
        .filter(|(_, mine, theirs)| !mine.is_empty() && !theirs.is_empty());
    if comparison.alike.is_empty() && answered_by_both.count() == 0 {
        return Err(Failure::refused("the two forms have no answered field in common")
            .hint("each of you fills in the form that `mentor agree template` prints"));
    }
    if args.merged {
        let form = merged_form(&comparison, &mentor_values, &mentee_values, &pair);
        return app.print_result(|| TemplateText { toml: &form }, |_| form.clone());
    }
    app.print_result(
        || view::records::agreement::compared_json(&comparison),
        |page| view::records::agreement::comparison_text(&comparison, &pair, page),
    )
}

fn read(
    app: &mut App<'_, '_>,
    path: &Path,
    pair: &PairContext,
) -> Result<(AgreementTerms, FormValues)> {
    let (text, source) = forms::read_source(path, &mut app.environment.stdin)?;
    let values = form::expand_reply_time(AgreementTerms::FORM.read(&text, &source)?);
    if values.is_empty() {
        return Err(Failure::refused(format!("{source} has no answers"))
            .hint("remove the `#` from the lines you fill in"));
    }
    let today = app.today_of(pair.user());
    let terms = form::terms(&values, pair, today).map_err(|mut failure| {
        failure.message = format!("{source}, {}", failure.message);
        failure
    })?;
    Ok((terms, values))
}

/// Returns one form: matching answers are filled in, and both answers are comments next to the other fields.
fn merged_form(
    comparison: &FormComparison,
    mentor_values: &FormValues,
    mentee_values: &FormValues,
    pair: &PairContext,
) -> String {
    use crate::domain::person::Side;
    let mut known = FormValues::default();
    for key in &comparison.alike {
        known.set(key, mentor_values.get_all(key).to_vec());
    }
    let is_matching = |key: &str| comparison.alike.contains(&key);
    AgreementTerms::FORM.template_with_notes(&known, &|key| {
        let sides = [(Side::Mentor, mentor_values), (Side::Mentee, mentee_values)];
        let notes = sides.iter().filter(|_| !is_matching(key)).flat_map(|(side, values)| {
            let name = pair.first_name(*side);
            values.get_all(key).iter().map(move |answer| format!("{name}: {}", answer.text))
        });
        notes.collect()
    })
}
