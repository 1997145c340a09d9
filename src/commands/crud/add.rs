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
    add_asking(app, args, None)
}

/// As `run`, with questions that are put in a way of their own.
pub fn add_asking<T: CrudRecord>(
    app: &mut App<'_, '_>,
    args: &AddArgs<T>,
    asking: Option<InputQuestions>,
) -> Result<()> {
    if args.ways.is_print_only() {
        return input::print_template(app, &T::FORM, &FormValues::default());
    }
    let typed = args.flags.values.clone();
    // Somebody who is going to type hears first whether it can be kept at all.
    let asks = args.ways.editor
        || args.ways.goes_on
        || (typed.is_empty() && args.ways.from_file.is_none());
    let pair = if asks {
        let found = app.read(|tx| app.current_pair_for_write(tx));
        Some(input::or_save_draft(
            app,
            &T::FORM,
            &args.ways,
            &typed,
            found,
        )?)
    } else {
        None
    };
    let asking = asking.or_else(|| pair.as_ref().map(questions::<T>));
    let now = app.now;
    let check = |values: &FormValues| match &pair {
        Some(pair) => build::<T>(&FormInput::new(values, pair, now, None)).map(drop),
        None => Ok(()),
    };
    let composed = input::gather_asking(
        app,
        &T::FORM,
        &args.ways,
        typed,
        &FormValues::default(),
        asking,
        &check,
    )?;
    if composed.is_unchanged && app.can_ask {
        return composed.discard(app, "Nothing saved");
    }
    let is_empty = composed.values.is_empty() && T::missing_required(&composed.values).is_some();
    let composed = composed.or_else_if_empty(is_empty, || {
        T::missing_required(&FormValues::default())
            .unwrap_or_else(|| Failure::answer_needed("nothing was said"))
    })?;
    let stored = confirm_doubt(app, args, &composed.values).and_then(|()| {
        app.write(|app, tx| {
            let pair = app.current_pair_for_write(tx)?;
            let given = FormInput::new(&composed.values, &pair, app.now, Some(tx));
            let mut new = build::<T>(&given)?;
            new.before_insert(&given)?;
            if let Some(failure) = T::missing_required(&composed.values) {
                return Err(failure);
            }
            let record = insert_new(tx, new, &given)?;
            remark_time(tx, &T::FORM, &given);
            let warnings = T::warnings(&record, &pair, tx)?;
            Ok((record, pair, warnings))
        })
    });
    let (record, pair, warnings) = composed.finish(stored)?;
    for warning in warnings {
        app.ui.note(&warning)?;
    }
    app.print_record_json(|| json::item(&record, Some(pair.slug())))
}

/// The questions of the form. A side is one of two people, and Enter takes the user: there is nothing to skip.
pub fn questions<T: CrudRecord>(pair: &PairContext) -> InputQuestions {
    let fields = T::FORM.fields.iter();
    let sides = fields.filter(|field| field.asked && field.choices == Side::WORDS);
    let own = sides.map(|field| (field.key, vec![side_question(field, pair)]));
    InputQuestions {
        questions: T::FORM.questions(&FormValues::default(), own.collect()),
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

fn build<T: CrudRecord>(given: &FormInput<'_>) -> Result<T> {
    let mut one = T::with_defaults(given);
    one.apply(given)?;
    Ok(one)
}

/// Keeps a new one, as a part of whatever step `tx` is.
pub fn insert_new<T: CrudRecord>(
    tx: &WriteTx<'_>,
    new: T,
    given: &FormInput<'_>,
) -> Result<Record<T>> {
    let record = tx.insert(new)?;
    let added = T::summary(&record, given.pair, given.now);
    tx.add_message(format!("{} {added}", T::ADDED_VERB));
    remark_off_limits(&record, None, given.pair, tx)?;
    T::after_save(&record, None, given, tx)?;
    Ok(record)
}

/// Remarks on a time of day that was given where a day is kept.
pub fn remark_time(tx: &WriteTx<'_>, form: &Form, given: &FormInput<'_>) {
    let days = form.fields.iter().filter(|field| field.is_day());
    for typed in days.filter_map(|field| given.get(field.key)) {
        if let Ok(Deadline::Day {
            time: Some(time), ..
        }) = dates::deadline(typed, given.today())
        {
            let time = time.format("%H:%M");
            tx.remark(format!("only the day of `{typed}` is kept, not {time}"));
        }
    }
}

/// Remarks on a record that touches what both put off limits, unless it did before. Where `doubt` has asked about that,
/// nothing more is said.
pub fn remark_off_limits<T: CrudRecord>(
    record: &Record<T>,
    before: Option<&T>,
    pair: &PairContext,
    tx: &WriteTx<'_>,
) -> Result<()> {
    if T::MAY_NEED_CONFIRMATION {
        return Ok(());
    }
    let doubt = off_limits::reason(tx, pair, &free_text(&record.data), tx.now)?;
    let known = match before {
        Some(before) => off_limits::reason(tx, pair, &free_text(before), tx.now)?,
        None => None,
    };
    if let Some(doubt) = doubt.filter(|doubt| Some(doubt) != known.as_ref()) {
        tx.remark(format!("{} {} {doubt}", T::LABEL, record.id));
    }
    Ok(())
}

/// All that a record says in the user's own words.
fn free_text<T: CrudRecord>(it: &T) -> String {
    let is_free = |key: &str| {
        let field = T::FORM.field(key);
        field.is_some_and(|one| {
            one.key == "title" || matches!(one.shape, FieldType::Text | FieldType::List)
        })
    };
    let texts = json::field_texts(it).into_iter();
    let free = texts.filter(|(key, _)| is_free(key));
    free.flat_map(|(_, texts)| texts)
        .collect::<Vec<_>>()
        .join("\n")
}

/// The first answer that a new one can't do without.
pub fn first_missing_field<T: CrudRecord>(values: &FormValues) -> Option<Failure> {
    let form: Form = T::FORM;
    let mut needed = form.fields.iter().filter(|field| field.needed);
    let field = needed.find(|field| values.get_all(field.key).is_empty())?;
    let what = words::field_label(field.key);
    let way = match field.place {
        FlagPlacement::First => format!("`mentor {} \"{}\"`", form.name, field.example),
        _ => format!("`--{} \"{}\"`", field.flag_name(), field.example),
    };
    let failure =
        Failure::answer_needed(format!("{} needs a {what}", words::with_article(T::LABEL)));
    Some(failure.hint(format!("try {way}")))
}

/// Asks about what makes one stop, before anything is kept.
fn confirm_doubt<T: CrudRecord>(
    app: &mut App<'_, '_>,
    args: &AddArgs<T>,
    values: &FormValues,
) -> Result<()> {
    if !T::MAY_NEED_CONFIRMATION || args.yes {
        return Ok(());
    }
    let doubt = app.read(|tx| {
        let pair = app.current_pair_for_write(tx)?;
        build::<T>(&FormInput::new(values, &pair, app.now, None))?
            .needs_confirmation(&pair, tx, app.now)
    })?;
    doubt.map_or(Ok(()), |doubt| confirm_record::<T>(app, &doubt))
}

/// Goes on with what makes one stop only after a yes.
pub fn confirm_record<T: CrudRecord>(app: &mut App<'_, '_>, doubt: &str) -> Result<()> {
    let question = format!("This {} {doubt}. Save it anyway?", T::LABEL);
    let what = format!("{} that {doubt},", words::with_article(T::LABEL));
    app.confirm_or_fail(false, &question, &what)
}
