//! `mentor NOUN edit` and `mentor NOUN delete`

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::commands::arg::RecordArg;
use crate::commands::compose;
use crate::commands::noun::given::FormInput;
use crate::commands::noun::{EditArgs, CrudRecord, must_agree, remark_off_limits};
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::error::{Failure, Result};
use crate::form::{FlagPlacement, FormValues};
use crate::store::document;
use crate::view;
use crate::view::words;

pub fn edit<T: CrudRecord>(app: &mut App<'_, '_>, args: &EditArgs<T>) -> Result<()> {
    let (number, ways) = (args.which.number, &args.ways);
    let is_form = ways.editor || ways.template.is_some() || ways.from_file.is_some();
    let typed = args.changes.values.clone();
    if typed.is_empty() && !is_form {
        return Err(nothing_named::<T>(number));
    }
    let known = match is_form {
        true => app.read(|tx| Ok(known::<T>(&app.owner_to_change::<T>(tx, number)?.0.it)))?,
        false => FormValues::default(),
    };
    if ways.prints() {
        return compose::template(app, &T::FORM, &known);
    }
    let words = format!("{} edit {number}", words::command(T::NOUN));
    let composed = compose::gather_change(app, &T::FORM, &words, ways, typed, &known)?;
    let agreed = match T::DOUBTS && !args.yes {
        true => agree::<T>(app, number, &composed.values),
        false => Ok(()),
    };
    let stored = agreed.and_then(|()| change::<T>(app, number, &composed.values));
    let (record, couple, remarks) = composed.end(stored)?;
    for remark in remarks {
        app.ui.note(&remark)?;
    }
    app.show_json(|| document::item(&record, Some(couple.slug())))
}

type EditResult<T> = (Record<T>, PairContext, Vec<String>);

fn change<T: CrudRecord>(app: &mut App<'_, '_>, number: i64, values: &FormValues) -> Result<EditResult<T>> {
    app.write(|app, tx| {
        let (mut record, couple) = app.owner_to_change::<T>(tx, number)?;
        let before = record.it.clone();
        let given = FormInput::new(values, &couple, app.now, Some(tx));
        record.it.fill(&given)?;
        T::kept(&record, Some(&before), &given, tx)?;
        tx.update(&mut record)?;
        remark_off_limits(&record, Some(&before), &couple, tx)?;
        tx.say(updated(&record, &before, &couple, app.now));
        let remarks = T::remarks(&record, &couple, tx)?;
        Ok((record, couple, remarks))
    })
}

/// `Updated goal 1: by Fri 14 May (was Thu 1 Apr)`.
fn updated<T: CrudRecord>(record: &Record<T>, before: &T, couple: &PairContext, now: DateTime<Utc>) -> String {
    let today = words::today(couple.person(record.calendar().unwrap_or(couple.me())), now);
    let (before, after) = (document::said(before), document::said(&record.it));
    match view::record::changes(&before, &after, today, couple, now) {
        same if same.is_empty() => format!("Updated {} {}: no changes", T::NOUN, record.id),
        changes => format!("Updated {} {}: {changes}", T::NOUN, record.id),
    }
}

/// Asks about what makes one stop, if it was not there before the change.
fn agree<T: CrudRecord>(app: &mut App<'_, '_>, number: i64, values: &FormValues) -> Result<()> {
    let doubt = app.read(|tx| {
        let (mut record, couple) = app.owner_to_change::<T>(tx, number)?;
        let before = record.it.doubt(&couple, tx, app.now)?;
        record
            .it
            .fill(&FormInput::new(values, &couple, app.now, None))?;
        let doubt = record.it.doubt(&couple, tx, app.now)?;
        Ok(doubt.filter(|doubt| before.as_ref() != Some(doubt)))
    })?;
    doubt.map_or(Ok(()), |doubt| must_agree::<T>(app, &doubt))
}

/// What a record says already, as the form has it.
fn known<T: CrudRecord>(it: &T) -> FormValues {
    let mut values = FormValues::default();
    let said = document::texts(it);
    for field in T::FORM.fields {
        let texts = said.iter().find(|(name, _)| *name == field.key);
        values.before(
            field.key,
            texts.map(|(_, texts)| texts.clone()).unwrap_or_default(),
        );
    }
    values
}

fn nothing_named<T: CrudRecord>(number: i64) -> Failure {
    let form = T::FORM;
    let field = form.fields.iter().find(|field| field.place != FlagPlacement::New);
    let example = field.map(|field| format!(" --{} \"...\"", field.long()));
    Failure::usage("nothing to change").hint(format!(
        "name a field, for example `mentor {} edit {number}{}`",
        words::command(T::NOUN),
        example.unwrap_or_default()
    ))
}

pub fn delete<T: CrudRecord>(app: &mut App<'_, '_>, which: &RecordArg) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let (record, couple) = app.owner_to_change::<T>(tx, which.number)?;
        tx.delete(record.id)?;
        tx.say(format!(
            "Deleted {} {}: {}",
            T::NOUN,
            record.id,
            record.title()
        ));
        Ok((record, couple.slug().to_owned()))
    })?;
    app.show_json(|| document::item(&record, Some(&slug)))
}
