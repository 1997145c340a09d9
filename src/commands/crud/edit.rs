//! `mentor NOUN edit` and `mentor NOUN delete`

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::commands::command_line::arg::RecordArg;
use crate::commands::crud::add::remark_time;
use crate::commands::crud::form_input::FormInput;
use crate::commands::crud::{CrudRecord, EditArgs, confirm_record, remark_off_limits};
use crate::commands::data::share;
use crate::commands::input;
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::error::{Failure, Result};
use crate::input::form::{FlagPlacement, FormValues};
use crate::store::json;
use crate::view;
use crate::view::words;

pub fn edit<T: CrudRecord>(app: &mut App<'_, '_>, args: &EditArgs<T>) -> Result<()> {
    let (number, ways) = (args.which.number, &args.ways);
    let is_form = ways.editor || ways.template.is_some() || ways.from_file.is_some();
    let typed = args.changes.values.clone();
    if typed.is_empty() && !is_form {
        return Err(nothing_to_change::<T>(number));
    }
    let known = if is_form {
        app.read(|tx| {
            Ok(current_values::<T>(
                &app.find_record_for_write::<T>(tx, number)?.0.data,
            ))
        })?
    } else {
        FormValues::default()
    };
    if ways.is_print_only() {
        return input::print_template(app, &T::FORM, &known);
    }
    let words = format!("{} edit {number}", words::command(T::LABEL));
    let composed = input::collect_edit(app, &T::FORM, &words, ways, typed, &known)?;
    let agreed = if T::MAY_NEED_CONFIRMATION && !args.yes {
        confirm_new_doubt::<T>(app, number, &composed.values)
    } else {
        Ok(())
    };
    let stored = agreed.and_then(|()| apply_edit::<T>(app, number, &composed.values));
    let (record, pair, warnings) = composed.finish(stored)?;
    for warning in warnings {
        app.ui.note(&warning)?;
    }
    app.print_record_json(|| json::item(&record, Some(pair.slug())))
}

type EditResult<T> = (Record<T>, PairContext, Vec<String>);

fn apply_edit<T: CrudRecord>(
    app: &mut App<'_, '_>,
    number: i64,
    values: &FormValues,
) -> Result<EditResult<T>> {
    app.write(|app, tx| {
        let (mut record, pair) = app.find_record_for_write::<T>(tx, number)?;
        let before = record.data.clone();
        let given = FormInput::new(values, &pair, app.now, Some(tx));
        record.data.apply(&given)?;
        T::after_save(&record, Some(&before), &given, tx)?;
        remark_time(tx, &T::FORM, &given);
        tx.update(&mut record)?;
        remark_off_limits(&record, Some(&before), &pair, tx)?;
        tx.add_message(apply_update(&record, &before, &pair, app.now));
        let warnings = T::warnings(&record, &pair, tx)?;
        Ok((record, pair, warnings))
    })
}

/// `Updated goal 1: by Fri 14 May (was Thu 1 Apr)`.
fn apply_update<T: CrudRecord>(
    record: &Record<T>,
    before: &T,
    pair: &PairContext,
    now: DateTime<Utc>,
) -> String {
    let today = words::today(
        pair.person(record.calendar_side().unwrap_or(pair.user_side())),
        now,
    );
    let (before, after) = (json::field_values(before), json::field_values(&record.data));
    match view::records::record::changes(&before, &after, today, pair, now) {
        same if same.is_empty() => format!("Updated {} {}: no changes", T::LABEL, record.id),
        changes => format!("Updated {} {}: {changes}", T::LABEL, record.id),
    }
}

/// Asks about what makes one stop, if it was not there before the change.
fn confirm_new_doubt<T: CrudRecord>(
    app: &mut App<'_, '_>,
    number: i64,
    values: &FormValues,
) -> Result<()> {
    let doubt = app.read(|tx| {
        let (mut record, pair) = app.find_record_for_write::<T>(tx, number)?;
        let before = record.data.needs_confirmation(&pair, tx, app.now)?;
        record
            .data
            .apply(&FormInput::new(values, &pair, app.now, None))?;
        let doubt = record.data.needs_confirmation(&pair, tx, app.now)?;
        Ok(doubt.filter(|doubt| before.as_ref() != Some(doubt)))
    })?;
    doubt.map_or(Ok(()), |doubt| confirm_record::<T>(app, &doubt))
}

/// What a record says already, as the form has it.
fn current_values<T: CrudRecord>(it: &T) -> FormValues {
    let mut values = FormValues::default();
    let said = json::field_texts(it);
    let fields = T::FORM.fields.iter();
    // The reason for this change is not that of the last one.
    for field in fields.filter(|field| field.key != "because") {
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
        "name a field, such as `mentor {} edit {number}{}`",
        words::command(T::LABEL),
        example.unwrap_or_default()
    ))
}

pub fn delete<T: CrudRecord>(app: &mut App<'_, '_>, which: &RecordArg) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let (record, pair) = app.find_record_for_write::<T>(tx, which.number)?;
        share::remark_on_deletion(tx, &pair, &record)?;
        tx.delete(record.id)?;
        tx.add_message(format!(
            "Deleted {}",
            words::record_name(T::LABEL, record.id, &record.title())
        ));
        Ok((record, pair.slug().to_owned()))
    })?;
    app.print_record_json(|| json::item(&record, Some(&slug)))
}
