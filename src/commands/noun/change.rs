//! `mentor NOUN edit` and `mentor NOUN delete`

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::commands::arg::RecordArg;
use crate::commands::compose;
use crate::commands::noun::given::FormInput;
use crate::commands::noun::{CrudRecord, EditArgs, confirm_record, remark_off_limits};
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
        return Err(nothing_to_change::<T>(number));
    }
    let known = match is_form {
        true => app.read(|tx| {
            Ok(current_values::<T>(
                &app.find_record_for_write::<T>(tx, number)?.0.it,
            ))
        })?,
        false => FormValues::default(),
    };
    if ways.prints() {
        return compose::template(app, &T::FORM, &known);
    }
    let words = format!("{} edit {number}", words::command(T::NOUN));
    let composed = compose::gather_change(app, &T::FORM, &words, ways, typed, &known)?;
    let agreed = match T::DOUBTS && !args.yes {
        true => confirm_new_doubt::<T>(app, number, &composed.values),
        false => Ok(()),
    };
    let stored = agreed.and_then(|()| apply_edit::<T>(app, number, &composed.values));
    let (record, couple, warnings) = composed.end(stored)?;
    for warning in warnings {
        app.ui.note(&warning)?;
    }
    app.print_record_json(|| document::item(&record, Some(couple.slug())))
}

type EditResult<T> = (Record<T>, PairContext, Vec<String>);

fn apply_edit<T: CrudRecord>(
    app: &mut App<'_, '_>,
    number: i64,
    values: &FormValues,
) -> Result<EditResult<T>> {
    app.write(|app, tx| {
        let (mut record, couple) = app.find_record_for_write::<T>(tx, number)?;
        let before = record.it.clone();
        let given = FormInput::new(values, &couple, app.now, Some(tx));
        record.it.apply(&given)?;
        T::after_save(&record, Some(&before), &given, tx)?;
        tx.update(&mut record)?;
        remark_off_limits(&record, Some(&before), &couple, tx)?;
        tx.add_message(updated(&record, &before, &couple, app.now));
        let warnings = T::warnings(&record, &couple, tx)?;
        Ok((record, couple, warnings))
    })
}

/// `Updated goal 1: by Fri 14 May (was Thu 1 Apr)`.
fn updated<T: CrudRecord>(
    record: &Record<T>,
    before: &T,
    couple: &PairContext,
    now: DateTime<Utc>,
) -> String {
    let today = words::today(
        couple.person(record.calendar_side().unwrap_or(couple.user_side())),
        now,
    );
    let (before, after) = (
        document::field_values(before),
        document::field_values(&record.it),
    );
    match view::record::changes(&before, &after, today, couple, now) {
        same if same.is_empty() => format!("Updated {} {}: no changes", T::NOUN, record.id),
        changes => format!("Updated {} {}: {changes}", T::NOUN, record.id),
    }
}

/// Asks about what makes one stop, if it was not there before the change.
fn confirm_new_doubt<T: CrudRecord>(
    app: &mut App<'_, '_>,
    number: i64,
    values: &FormValues,
) -> Result<()> {
    let doubt = app.read(|tx| {
        let (mut record, couple) = app.find_record_for_write::<T>(tx, number)?;
        let before = record.it.needs_confirmation(&couple, tx, app.now)?;
        record
            .it
            .apply(&FormInput::new(values, &couple, app.now, None))?;
        let doubt = record.it.needs_confirmation(&couple, tx, app.now)?;
        Ok(doubt.filter(|doubt| before.as_ref() != Some(doubt)))
    })?;
    doubt.map_or(Ok(()), |doubt| confirm_record::<T>(app, &doubt))
}

/// What a record says already, as the form has it.
fn current_values<T: CrudRecord>(it: &T) -> FormValues {
    let mut values = FormValues::default();
    let said = document::field_texts(it);
    for field in T::FORM.fields {
        let texts = said.iter().find(|(name, _)| *name == field.key);
        values.set_known(
            field.key,
            texts.map(|(_, texts)| texts.clone()).unwrap_or_default(),
        );
    }
    values
}

fn nothing_to_change<T: CrudRecord>(number: i64) -> Failure {
    let form = T::FORM;
    let field = form
        .fields
        .iter()
        .find(|field| field.place != FlagPlacement::New);
    let example = field.map(|field| format!(" --{} \"...\"", field.flag_name()));
    Failure::usage("nothing to change").hint(format!(
        "name a field, for example `mentor {} edit {number}{}`",
        words::command(T::NOUN),
        example.unwrap_or_default()
    ))
}

pub fn delete<T: CrudRecord>(app: &mut App<'_, '_>, which: &RecordArg) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let (record, couple) = app.find_record_for_write::<T>(tx, which.number)?;
        tx.delete(record.id)?;
        tx.add_message(format!(
            "Deleted {} {}: {}",
            T::NOUN,
            record.id,
            record.title()
        ));
        Ok((record, couple.slug().to_owned()))
    })?;
    app.print_record_json(|| document::item(&record, Some(&slug)))
}
