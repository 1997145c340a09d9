//! `mentor NOUN add`

use crate::app::App;
use crate::commands::compose::{self, Asking};
use crate::commands::noun::given::FormInput;
use crate::commands::noun::{AddArgs, CrudRecord};
use crate::commands::topic;
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::error::{Failure, Result};
use crate::form::{FieldType, FlagPlacement, Form, FormValues};
use crate::store::document;
use crate::store::writer::WriteTx;
use crate::view::words;

pub fn run<T: CrudRecord>(app: &mut App<'_, '_>, args: &AddArgs<T>) -> Result<()> {
    asking(app, args, None)
}

/// As `run`, with questions that are put in a way of their own.
pub fn asking<T: CrudRecord>(
    app: &mut App<'_, '_>,
    args: &AddArgs<T>,
    asking: Option<Asking>,
) -> Result<()> {
    if args.ways.prints() {
        return compose::template(app, &T::FORM, &FormValues::default());
    }
    let typed = args.flags.values.clone();
    // Somebody who is going to type hears first whether it can be kept at all.
    let asks = args.ways.editor
        || args.ways.goes_on
        || (typed.is_empty() && args.ways.from_file.is_none());
    let couple = match asks {
        true => {
            let found = app.read(|tx| app.couple_to_change(tx));
            Some(compose::found(app, &T::FORM, &args.ways, &typed, found)?)
        }
        false => None,
    };
    let now = app.now;
    let check = |values: &FormValues| match &couple {
        Some(couple) => filled::<T>(&FormInput::new(values, couple, now, None)).map(drop),
        None => Ok(()),
    };
    let composed = compose::gather_asking(
        app,
        &T::FORM,
        &args.ways,
        typed,
        &FormValues::default(),
        asking,
        &check,
    )?;
    if composed.is_unchanged && app.can_ask {
        composed.discard();
        return app.ui.status("Nothing saved");
    }
    let is_empty = composed.values.is_empty() && T::lacks(&composed.values).is_some();
    let composed = composed.unless(is_empty, || {
        T::lacks(&FormValues::default())
            .unwrap_or_else(|| Failure::answer_needed("nothing was said"))
    })?;
    let stored = agree(app, args, &composed.values).and_then(|()| {
        app.write(|app, tx| {
            let couple = app.couple_to_change(tx)?;
            let given = FormInput::new(&composed.values, &couple, app.now, Some(tx));
            let mut new = filled::<T>(&given)?;
            new.before_keeping(&given)?;
            if let Some(failure) = T::lacks(&composed.values) {
                return Err(failure);
            }
            let record = keep(tx, new, &given)?;
            let remarks = T::remarks(&record, &couple, tx)?;
            Ok((record, couple, remarks))
        })
    });
    let (record, couple, remarks) = composed.end(stored)?;
    for remark in remarks {
        app.ui.note(&remark)?;
    }
    app.show_json(|| document::item(&record, Some(couple.slug())))
}

fn filled<T: CrudRecord>(given: &FormInput<'_>) -> Result<T> {
    let mut one = T::blank(given);
    one.fill(given)?;
    Ok(one)
}

/// Keeps a new one, as a part of whatever step `tx` is.
pub fn keep<T: CrudRecord>(tx: &WriteTx<'_>, new: T, given: &FormInput<'_>) -> Result<Record<T>> {
    let record = tx.insert(new)?;
    let added = T::in_words(&record, given.couple, given.now);
    tx.say(format!("{} {added}", T::ADDED));
    remark_off_limits(&record, None, given.couple, tx)?;
    T::kept(&record, None, given, tx)?;
    Ok(record)
}

/// Remarks on a record that touches what both put off limits, unless it did before. Where `doubt` has asked about that,
/// nothing more is said.
pub fn remark_off_limits<T: CrudRecord>(
    record: &Record<T>,
    before: Option<&T>,
    couple: &PairContext,
    tx: &WriteTx<'_>,
) -> Result<()> {
    if T::DOUBTS {
        return Ok(());
    }
    let doubt = topic::doubt(tx, couple, &free_text(&record.it), tx.now)?;
    let known = match before {
        Some(before) => topic::doubt(tx, couple, &free_text(before), tx.now)?,
        None => None,
    };
    if let Some(doubt) = doubt.filter(|doubt| Some(doubt) != known.as_ref()) {
        tx.remark(format!("{} {} {doubt}", T::NOUN, record.id));
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
    let texts = document::texts(it).into_iter();
    let free = texts.filter(|(key, _)| is_free(key));
    free.flat_map(|(_, texts)| texts)
        .collect::<Vec<_>>()
        .join("\n")
}

/// The first answer that a new one can't do without.
pub fn lacking<T: CrudRecord>(values: &FormValues) -> Option<Failure> {
    let form: Form = T::FORM;
    let mut needed = form.fields.iter().filter(|field| field.needed);
    let field = needed.find(|field| values.list(field.key).is_empty())?;
    let what = words::spoken(field.key);
    let way = match field.place {
        FlagPlacement::First => format!("`mentor {} \"{}\"`", form.name, field.example),
        _ => format!("`--{} \"{}\"`", field.long(), field.example),
    };
    let failure = Failure::answer_needed(format!("{} needs a {what}", words::a(T::NOUN)));
    Some(failure.hint(format!("try {way}")))
}

/// Asks about what makes one stop, before anything is kept.
fn agree<T: CrudRecord>(
    app: &mut App<'_, '_>,
    args: &AddArgs<T>,
    values: &FormValues,
) -> Result<()> {
    if !T::DOUBTS || args.yes {
        return Ok(());
    }
    let doubt = app.read(|tx| {
        let couple = app.couple_to_change(tx)?;
        filled::<T>(&FormInput::new(values, &couple, app.now, None))?.doubt(&couple, tx, app.now)
    })?;
    doubt.map_or(Ok(()), |doubt| must_agree::<T>(app, &doubt))
}

/// Goes on with what makes one stop only after a yes.
pub fn must_agree<T: CrudRecord>(app: &mut App<'_, '_>, doubt: &str) -> Result<()> {
    let question = format!("This {} {doubt}. Save it anyway?", T::NOUN);
    let what = format!("{} that {doubt},", words::a(T::NOUN));
    app.must_agree(false, &question, &what)
}
