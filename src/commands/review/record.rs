//! `mentor review record`

use crate::app::App;
use crate::commands::compose::{self, Ways};
use crate::commands::review::print::beginning;
use crate::domain::dates;
use crate::domain::pair::Couple;
use crate::domain::review::Review;
use crate::domain::text;
use crate::error::{Failure, Result};
use crate::form::{Field, Form, Shape, Values};
use crate::store::document;

const fn list(
    key: &'static str,
    flag: &'static str,
    ask: &'static str,
    example: &'static str,
) -> Field {
    Field {
        key,
        flag,
        ask,
        example,
        shape: Shape::List,
        asked: true,
    }
}

pub const FORM: Form = Form {
    name: "review record",
    about: "A progress review: what the talk concluded",
    fields: &[
        Field {
            key: "on",
            flag: "--on",
            ask: "On which day?",
            example: "today",
            shape: Shape::Line,
            asked: false,
        },
        list(
            "achievements",
            "--achievement",
            "What was achieved, and how?",
            "Led the design review",
        ),
        list(
            "improve",
            "--improve",
            "What are areas for improvement?",
            "Says no too late",
        ),
        list("next", "--next", "What comes next?", "Own the on-call rota"),
        list("stop", "--stop", "What do you stop?", "Status by mail"),
        list(
            "start",
            "--start",
            "What do you start?",
            "Agenda a day before",
        ),
        list(
            "go_on",
            "--continue",
            "What do you go on with?",
            "Fortnightly calls",
        ),
        list(
            "agreement",
            "--agreement",
            "What changes in the agreement?",
            "Reply within a day",
        ),
        Field {
            key: "notes",
            flag: "--notes",
            ask: "Anything else?",
            example: "A good talk",
            shape: Shape::Text,
            asked: true,
        },
    ],
};

#[derive(Debug, clap::Args)]
pub struct RecordArgs {
    /// On which day; left out: today
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// Something that was achieved; once for each
    #[arg(long = "achievement", value_name = "TEXT")]
    achievements: Vec<String>,
    /// An area for improvement; once for each
    #[arg(long = "improve", value_name = "TEXT")]
    improve: Vec<String>,
    /// What comes next; once for each
    #[arg(long = "next", value_name = "TEXT")]
    next: Vec<String>,
    /// What to stop; once for each
    #[arg(long = "stop", value_name = "TEXT")]
    stop: Vec<String>,
    /// What to start; once for each
    #[arg(long = "start", value_name = "TEXT")]
    start: Vec<String>,
    /// What to go on with; once for each
    #[arg(long = "continue", value_name = "TEXT")]
    go_on: Vec<String>,
    /// A change to make to the agreement; once for each
    #[arg(long = "agreement", value_name = "TEXT")]
    agreement: Vec<String>,
    /// Anything else
    #[arg(long, value_name = "TEXT")]
    notes: Option<String>,
    /// Keep it out of everything meant for the other side
    #[arg(long)]
    private: bool,
    #[command(flatten)]
    ways: Ways,
}

impl RecordArgs {
    fn values(&self) -> Values {
        let mut values = Values::default();
        let lists = [
            ("achievements", &self.achievements),
            ("improve", &self.improve),
            ("next", &self.next),
            ("stop", &self.stop),
            ("start", &self.start),
            ("go_on", &self.go_on),
            ("agreement", &self.agreement),
        ];
        for (key, texts) in lists {
            values.flag(&FORM, key, texts);
        }
        values.flag(&FORM, "on", &self.on);
        values.flag(&FORM, "notes", &self.notes);
        values
    }
}

pub fn run(app: &mut App<'_, '_>, args: &RecordArgs) -> Result<()> {
    if args.ways.template {
        return compose::template(app, &FORM, &Values::default());
    }
    let typed = args.values();
    let found = app.read(|tx| app.couple_to_change(tx));
    let couple = compose::found(app, &FORM, &args.ways, &typed, found)?;
    let today = app.today_of(couple.user());
    let check = |values: &Values| review(values, &couple, today).map(drop);
    let composed = compose::gather(app, &FORM, &args.ways, typed, &Values::default(), &check)?;
    let nothing = FORM
        .fields
        .iter()
        .all(|field| field.key == "on" || composed.values.list(field.key).is_empty());
    let composed = composed.unless(nothing, || {
        Failure::answer_needed("a review needs a conclusion")
            .hint("for example `--achievement \"Led the design review\" --next \"Own the on-call rota\"`, or `--from FILE`")
    })?;
    let stored = app.write(|app, tx| {
        let couple = app.couple_to_change(tx)?;
        let mut draft = review(&composed.values, &couple, today)?;
        draft.since = beginning(tx, &couple, draft.on)?;
        draft.private = args.private;
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

fn review(values: &Values, couple: &Couple, today: chrono::NaiveDate) -> Result<Review> {
    let lines = |key: &'static str| values.parse_list(key, |typed| Ok(text::title("text", typed)?));
    let on = values
        .parse("on", |typed| Ok(dates::day(typed, today)?))?
        .unwrap_or(today);
    if on > today {
        return Err(Failure::refused(format!(
            "a review on {on} is still to come"
        )));
    }
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
        private: false,
    })
}
