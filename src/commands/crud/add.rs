//! `mentor NOUN add`

use crate::app::App;
use crate::commands::crud::form_input::FormInput;
use crate::commands::crud::{AddArgs, CrudRecord};
use crate::commands::input::{self, InputQuestions};
use crate::commands::off_limits;
use crate::domain::dates::{self, Deadline};
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::error::{Failure, Result};
use crate::input::form::{
    Choice, Field, FieldType, FlagPlacement, Form, FormAnswer, FormQuestion, FormValues,
    QuestionKind,
};
use crate::store::json;
use crate::store::write_tx::WriteTx;
use crate::view::words;

pub fn run<T: CrudRecord>(app: &mut App<'_, '_>, args: &AddArgs<T>) -> Result<()> {
    add_with_questions(app, args, None)
}

/// Adds a record, asking `questions` instead of the form's own; `None` asks the form's.
pub fn add_with_questions<T: CrudRecord>(
    app: &mut App<'_, '_>,
    args: &AddArgs<T>,
    questions: Option<InputQuestions>,
) -> Result<()> {
    if args.source.is_print_only() {
        return input::print_template(app, &T::FORM, &FormValues::default());
    }
    let typed = args.flags.values.clone();
    // Before anything is typed: fails if the pair does not exist or has ended.
    let needs_typing = args.source.editor
        || args.source.goes_on
        || (typed.is_empty() && args.source.from_file.is_none());
    let pair = if needs_typing {
        let found = app.read(|tx| app.current_pair_for_write(tx));
        Some(input::or_save_draft(app, &T::FORM, &args.source, &typed, found)?)
    } else {
        None
    };
    let questions = questions.or_else(|| pair.as_ref().map(form_questions::<T>));
    let now = app.now;
    let check = |values: &FormValues| match &pair {
        Some(pair) => build::<T>(&FormInput::new(values, pair, now, None)).map(drop),
        None => Ok(()),
    };
    let collected = input::collect_with_questions(
        app,
        &T::FORM,
        &args.source,
        typed,
        &FormValues::default(),
        questions,
        &check,
    )?;
    if collected.is_unchanged && app.can_ask {
        return collected.discard(app, T::NOTHING_ADDED);
    }
    let is_empty = collected.values.is_empty() && T::missing_required(&collected.values).is_some();
    if is_empty && app.can_ask && args.source.from_file.is_none() {
        return collected.discard(app, T::NOTHING_ADDED);
    }
    let mut collected = collected.or_else_if_empty(is_empty, || {
        T::missing_required(&FormValues::default())
            .unwrap_or_else(|| Failure::answer_needed("nothing was entered"))
    })?;
    if app.can_ask
        && let Err(failure) = T::ask_for_rest(app, &mut collected.values)
    {
        return collected.finish(Err(failure));
    }
    let stored = confirm_new_record(app, args, &collected.values)
        .and_then(|()| app.write(|app, tx| store::<T>(app, tx, &collected.values)));
    let (record, pair) = collected.finish(stored)?;
    app.print_record_json(|| json::item(&record, Some(pair.slug())))
}

/// Builds a record from the values and inserts it; also returns its pair.
fn store<T: CrudRecord>(
    app: &App<'_, '_>,
    tx: &WriteTx<'_>,
    values: &FormValues,
) -> Result<(Record<T>, PairContext)> {
    let pair = app.current_pair_for_write(tx)?;
    let input = FormInput::new(values, &pair, tx.now, Some(tx));
    let mut new = build::<T>(&input)?;
    new.before_insert(&input)?;
    if let Some(failure) = T::missing_required(values) {
        return Err(failure);
    }
    let record = insert_new(tx, new, &input)?;
    remark_time(tx, &T::FORM, &input);
    T::add_remarks(&record, &pair, tx)?;
    Ok((record, pair))
}

/// Returns the form's questions. A question about a side offers the two people by name; Enter picks the user.
pub fn form_questions<T: CrudRecord>(pair: &PairContext) -> InputQuestions {
    let fields = T::FORM.fields.iter();
    let sides = fields.filter(|field| field.is_prompted && field.choices == Side::WORDS);
    let side_questions = sides.map(|field| (field.key, vec![side_question(field, pair)]));
    InputQuestions {
        questions: T::FORM.questions(&FormValues::default(), side_questions.collect()),
        ..InputQuestions::default()
    }
}

fn side_question(field: &Field, pair: &PairContext) -> FormQuestion {
    let user = pair.user_side();
    let name = |side: Side| {
        if side == user {
            format!("{} (you)", pair.first_name(side))
        } else {
            pair.first_name(side).to_owned()
        }
    };
    let choices = [user, user.other()].map(|side| Choice::new(&side, name(side)));
    field
        .as_question(&FormValues::default())
        .kind(QuestionKind::One(choices.to_vec()))
        .known(Some(FormAnswer::new(&user, name(user))))
}

fn build<T: CrudRecord>(input: &FormInput<'_>) -> Result<T> {
    let mut record = T::with_defaults(input);
    record.apply(input)?;
    Ok(record)
}

/// Inserts a record and adds its confirmation to the messages of `tx`.
pub fn insert_new<T: CrudRecord>(
    tx: &WriteTx<'_>,
    new: T,
    input: &FormInput<'_>,
) -> Result<Record<T>> {
    let record = tx.insert(new)?;
    let added = T::summary(&record, input.pair, input.now);
    tx.add_message(format!("{} {added}", T::ADDED_VERB));
    remark_off_limits(&record, None, input.pair, tx)?;
    T::after_save(&record, None, input, tx)?;
    Ok(record)
}

/// Remarks on each date field that was given with a time of day, since only the day is stored.
pub fn remark_time(tx: &WriteTx<'_>, form: &Form, input: &FormInput<'_>) {
    let days = form.fields.iter().filter(|field| field.is_day());
    for typed in days.filter_map(|field| input.get(field.key)) {
        if let Ok(Deadline::Day { time: Some(time), .. }) = dates::deadline(typed, input.today()) {
            let time = time.format("%H:%M");
            tx.remark(format!("only the day of `{typed}` is stored, not {time}"));
        }
    }
}

/// Remarks on a record that touches a topic the agreement puts off limits, unless it did before the change. Says
/// nothing for records that need confirmation: the user has already been asked.
pub fn remark_off_limits<T: CrudRecord>(
    record: &Record<T>,
    before: Option<&T>,
    pair: &PairContext,
    tx: &WriteTx<'_>,
) -> Result<()> {
    if T::MAY_NEED_CONFIRMATION {
        return Ok(());
    }
    let reason = off_limits::reason(tx, pair, &free_text(&record.data), tx.now.at)?;
    let known_reason = match before {
        Some(before) => off_limits::reason(tx, pair, &free_text(before), tx.now.at)?,
        None => None,
    };
    if let Some(reason) = reason.filter(|reason| Some(reason) != known_reason.as_ref()) {
        tx.remark(format!("{} {} {reason}", T::LABEL, record.id));
    }
    Ok(())
}

/// Returns the title and all free text of a record, joined by newlines.
fn free_text<T: CrudRecord>(record: &T) -> String {
    let is_free = |key: &str| {
        let field = T::FORM.field(key);
        field.is_some_and(|field| {
            field.key == "title" || matches!(field.field_type, FieldType::Text | FieldType::List)
        })
    };
    let texts = json::field_texts(record).into_iter();
    let free = texts.filter(|(key, _)| is_free(key));
    free.flat_map(|(_, texts)| texts).collect::<Vec<_>>().join("\n")
}

/// Returns a failure that names the required fields without a value, and an example of them.
pub fn missing_fields<T: CrudRecord>(values: &FormValues) -> Option<Failure> {
    let form: Form = T::FORM;
    let required = form.fields.iter().filter(|field| field.is_required);
    let missing: Vec<&Field> =
        required.filter(|field| values.get_all(field.key).is_empty()).collect();
    if missing.is_empty() {
        return None;
    }
    let labels: Vec<String> =
        missing.iter().map(|field| words::field_label(field.key).replace('_', " ")).collect();
    let example = |field: &&Field| {
        let is_word = field.example.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let value =
            if is_word { field.example.to_owned() } else { format!("\"{}\"", field.example) };
        match field.placement {
            FlagPlacement::First => format!("mentor {} \"{}\"", form.name, field.example),
            _ => format!("--{} {value}", field.flag_name()),
        }
    };
    let examples: Vec<String> = missing.iter().map(example).collect();
    let subject = words::with_article(T::LABEL);
    let needed = match labels.as_slice() {
        [one] => words::with_article(one),
        several => words::join_with_and(several),
    };
    let failure = Failure::answer_needed(format!("{subject} needs {needed}"));
    Some(failure.hint(format!("try `{}`", examples.join(" "))))
}

/// Asks for confirmation if the new record needs it and `--yes` was not given.
fn confirm_new_record<T: CrudRecord>(
    app: &mut App<'_, '_>,
    args: &AddArgs<T>,
    values: &FormValues,
) -> Result<()> {
    if !T::MAY_NEED_CONFIRMATION || args.yes {
        return Ok(());
    }
    let reason = app.read(|tx| {
        let pair = app.current_pair_for_write(tx)?;
        build::<T>(&FormInput::new(values, &pair, app.now, None))?
            .needs_confirmation(&pair, tx, app.now)
    })?;
    reason.map_or(Ok(()), |reason| confirm_record::<T>(app, &reason))
}

/// Asks whether to save a record despite `reason`, which completes a sentence such as "This topic ...".
pub fn confirm_record<T: CrudRecord>(app: &mut App<'_, '_>, reason: &str) -> Result<()> {
    let question = format!("This {} {reason}. Save it anyway?", T::LABEL);
    let subject = format!("{} that {reason},", words::with_article(T::LABEL));
    app.confirm_or_fail(false, &question, &subject, "Nothing saved")
}
