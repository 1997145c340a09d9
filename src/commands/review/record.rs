//! `mentor review record`

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::commands::compose;
use crate::commands::flags::{Flags, WaysOf};
use crate::commands::noun::given::Given;
use crate::commands::review::print::beginning;
use crate::domain::dates;
use crate::domain::pair::Couple;
use crate::domain::review::Review;
use crate::domain::text;
use crate::error::{Failure, Result};
use crate::form::{Field, Form, Formed, Values};
use crate::store::document;

impl Formed for Review {
    const FORM: Form = Form {
        name: "review record",
        about: "A progress review: what the talk concluded",
        fields: &FIELDS,
    };
}

const FIELDS: [Field; 10] = [
    Field::day("on", "On which day?", "today").help("On which day; left out: today"),
    Field::list(
        "achievements",
        "What was achieved, and how?",
        "Led the design review",
    )
    .flag("achievement")
    .help("Something that was achieved; once for each")
    .asked(),
    Field::list(
        "improve",
        "What are areas for improvement?",
        "Says no too late",
    )
    .help("An area for improvement; once for each")
    .asked(),
    Field::list("next", "What comes next?", "Own the on-call rota")
        .help("What comes next; once for each")
        .asked(),
    Field::list("stop", "What do you stop?", "Status by mail")
        .help("What to stop; once for each")
        .asked(),
    Field::list("start", "What do you start?", "Agenda a day before")
        .help("What to start; once for each")
        .asked(),
    Field::list("go_on", "What do you go on with?", "Fortnightly calls")
        .flag("continue")
        .help("What to go on with; once for each")
        .asked(),
    Field::list(
        "agreement",
        "What changes in the agreement?",
        "Reply within a day",
    )
    .help("A change to make to the agreement; once for each")
    .asked(),
    Field::text("notes", "Anything else?", "A good talk")
        .help("Anything else")
        .asked(),
    Field::private(),
];

#[derive(Debug, clap::Args)]
pub struct RecordArgs {
    #[command(flatten)]
    flags: Flags<Review>,

    #[command(flatten)]
    ways: WaysOf<Review>,
}

pub fn run(app: &mut App<'_, '_>, args: &RecordArgs) -> Result<()> {
    if args.ways.template {
        return compose::template(app, &Review::FORM, &Values::default());
    }
    let typed = args.flags.values.clone();
    let found = app.read(|tx| app.couple_to_change(tx));
    let couple = compose::found(app, &Review::FORM, &args.ways, &typed, found)?;
    let now = app.now;
    let check = |values: &Values| review(values, &couple, now).map(drop);
    let composed = compose::gather(
        app,
        &Review::FORM,
        &args.ways,
        typed,
        &Values::default(),
        &check,
    )?;
    let nothing = Review::FORM.fields.iter().all(|field| {
        matches!(field.key, "on" | "private") || composed.values.list(field.key).is_empty()
    });
    let composed = composed.unless(nothing, || {
        Failure::answer_needed("a review needs a conclusion")
            .hint("for example `--achievement \"Led the design review\" --next \"Own the on-call rota\"`, or `--from FILE`")
    })?;
    let stored = app.write(|app, tx| {
        let couple = app.couple_to_change(tx)?;
        let mut draft = review(&composed.values, &couple, now)?;
        draft.since = beginning(tx, &couple, draft.on)?;
        let record = tx.insert(draft)?;
        tx.say(format!(
            "Recorded review {} of `{}`: {} to {}",
            record.id,
            couple.slug(),
            record.since,
            record.on
        ));
        Ok((record, couple))
    });
    let (record, couple) = composed.end(stored)?;
    app.show_json(|| document::item(&record, Some(couple.slug())))
}

fn review(values: &Values, couple: &Couple, now: DateTime<Utc>) -> Result<Review> {
    let given = Given::new(values, couple, now, None);
    let today = given.today();
    let lines = |key: &'static str| values.parse_list(key, |typed| Ok(text::title("text", typed)?));
    let on = values
        .parse("on", |typed| Ok(dates::day(typed, today)?))?
        .unwrap_or(today);
    if on > today {
        return Err(Failure::refused(format!(
            "a review on {on} is still to come"
        )));
    }
    let mut private = false;
    given.yes("private", &mut private)?;
    Ok(Review {
        pair: couple.id(),
        since: on,
        on,
        achievements: lines("achievements")?,
        improve: lines("improve")?,
        next: lines("next")?,
        stop: lines("stop")?,
        start: lines("start")?,
        go_on: lines("go_on")?,
        agreement: lines("agreement")?,
        notes: values.parse("notes", |typed| Ok(text::body("notes", typed)?))?,
        private,
    })
}
