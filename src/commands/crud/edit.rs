//! `mentor NOUN edit` and `mentor NOUN delete`

use crate::app::App;
use crate::commands::command_line::arg::RecordArg;
use crate::commands::crud::add::remark_time;
use crate::commands::crud::form_input::FormInput;
use crate::commands::crud::show::undecided_parts;
use crate::commands::crud::{CrudRecord, EditArgs, confirm_record, remark_off_limits};
use crate::commands::data::share;
use crate::commands::input;
use crate::domain::dates::Now;
use crate::domain::pair::PairContext;
use crate::domain::pair_item::PairItem;
use crate::domain::record::Record;
use crate::error::{Failure, Result};
use crate::input::form::{FlagPlacement, FormValues};
use crate::store::json;
use crate::store::read_tx::ReadTx;
use crate::store::table_row::TableRow;
use crate::store::write_tx::WriteTx;
use crate::view;
use crate::view::words;

pub fn edit<T: CrudRecord>(app: &mut App<'_, '_>, args: &EditArgs<T>) -> Result<()> {
    let (number, source) = (args.which.number, &args.source);
    let is_form = !source.is_flags_only();
    let typed = args.changes.values.clone();
    if typed.is_empty() && !is_form {
        return Err(nothing_to_change::<T>(number));
    }
    let known = if is_form {
        app.read(|tx| Ok(current_values::<T>(&app.find_record_for_write::<T>(tx, number)?.0.data)))?
    } else {
        FormValues::default()
    };
    if source.is_print_only() {
        return input::print_template(app, &T::FORM, &known);
    }
    let command = format!("{} edit {number}", words::command(T::LABEL));
    let collected = input::collect_edit(app, &T::FORM, &command, source, typed, &known)?;
    let confirmed = if T::MAY_NEED_CONFIRMATION && !args.yes {
        confirm_new_reason::<T>(app, number, &collected.values)
    } else {
        Ok(())
    };
    let stored = confirmed.and_then(|()| apply_edit::<T>(app, number, &collected.values));
    let (record, pair) = collected.finish(stored)?;
    app.print_record_json(|| json::item(&record, Some(pair.slug())))
}

fn apply_edit<T: CrudRecord>(
    app: &mut App<'_, '_>,
    number: i64,
    values: &FormValues,
) -> Result<(Record<T>, PairContext)> {
    app.write(|app, tx| {
        let (mut record, pair) = app.find_record_for_write::<T>(tx, number)?;
        let before = record.data.clone();
        let input = FormInput::new(values, &pair, tx.now, Some(tx));
        record.data.apply(&input)?;
        T::after_save(&record, Some(&before), &input, tx)?;
        remark_time(tx, &T::FORM, &input);
        if skip_if_unchanged(tx, &pair, &record, &before)? {
            return Ok((record, pair));
        }
        tx.update(&mut record)?;
        remark_off_limits(&record, Some(&before), &pair, tx)?;
        let mut because = None;
        input.optional_text("because", &mut because)?;
        let reason = words::reason_suffix(because.as_deref());
        tx.add_message(update_message(&record, &before, &pair, app.now) + &reason);
        T::add_remarks(&record, &pair, tx)?;
        Ok((record, pair))
    })
}

/// Ends an edit that has changed nothing without a step, and says so. Returns whether it was one.
pub fn skip_if_unchanged<T: PairItem + TableRow>(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    record: &Record<T>,
    before: &T,
) -> Result<bool> {
    let is_same = json::field_values(before) == json::field_values(&record.data);
    // An edit without a change still decides between two versions of a shared record.
    if !is_same || tx.has_changes() || !undecided_parts(tx, pair, record.id)?.is_empty() {
        return Ok(false);
    }
    tx.leave_no_step();
    tx.add_message(words::no_changes(T::LABEL, record.id.number()));
    Ok(true)
}

/// Returns the confirmation with each change: `Updated goal 1: by Fri 14 May (was Thu 1 Apr)`.
fn update_message<T: CrudRecord>(
    record: &Record<T>,
    before: &T,
    pair: &PairContext,
    now: Now,
) -> String {
    let today = words::today(pair.person(record.calendar_side_in(pair)), now);
    let (before, after) = (json::field_values(before), json::field_values(&record.data));
    let changes = view::records::record::changes(&before, &after, today, pair, now);
    match changes.as_str() {
        "" => words::no_changes(T::LABEL, record.id.number()),
        changes => format!("Updated {} {}: {changes}", T::LABEL, record.id),
    }
}

/// Asks for confirmation if the change gives a reason for it that the record did not have before.
fn confirm_new_reason<T: CrudRecord>(
    app: &mut App<'_, '_>,
    number: i64,
    values: &FormValues,
) -> Result<()> {
    let reason = app.read(|tx| {
        let (mut record, pair) = app.find_record_for_write::<T>(tx, number)?;
        let before = record.data.needs_confirmation(&pair, tx, app.now)?;
        record.data.apply(&FormInput::new(values, &pair, app.now, None))?;
        let reason = record.data.needs_confirmation(&pair, tx, app.now)?;
        Ok(reason.filter(|reason| before.as_ref() != Some(reason)))
    })?;
    reason.map_or(Ok(()), |reason| confirm_record::<T>(app, &reason))
}

/// Returns the stored values of a record as its form shows them.
fn current_values<T: CrudRecord>(record: &T) -> FormValues {
    let mut values = FormValues::default();
    let stored = json::field_texts(record);
    let fields = T::FORM.fields.iter();
    // `because` is the reason for one change; the reason for the last one is not offered for the next.
    for field in fields.filter(|field| field.key != "because") {
        let texts = stored.iter().find(|(name, _)| *name == field.key);
        values.set_known(field.key, texts.map(|(_, texts)| texts.clone()).unwrap_or_default());
    }
    values
}

fn nothing_to_change<T: CrudRecord>(number: i64) -> Failure {
    let form = T::FORM;
    let field = form.fields.iter().find(|field| field.placement != FlagPlacement::New);
    let example = field.map(|field| format!(" --{} \"...\"", field.flag_name()));
    Failure::usage("nothing to change").hint(format!(
        "name a field, such as `mentor {} edit {number}{}`, or use `--editor`",
        words::command(T::LABEL),
        example.unwrap_or_default()
    ))
}

pub fn delete<T: CrudRecord>(app: &mut App<'_, '_>, which: &RecordArg) -> Result<()> {
    let find =
        |app: &App<'_, '_>, tx: &ReadTx<'_>| app.find_record_for_write::<T>(tx, which.number);
    share::publish_before_deletion(app, find)?;
    let (record, slug) = app.write(|app, tx| {
        let (record, pair) = find(app, tx)?;
        share::remark_on_deletion(tx, &pair, &record)?;
        tx.delete(record.id)?;
        tx.add_message(format!(
            "Deleted {}",
            words::record_name(T::LABEL, record.id, &record.title_line(app.now.style))
        ));
        Ok((record, pair.slug().to_owned()))
    })?;
    app.print_record_json(|| json::item(&record, Some(&slug)))
}
