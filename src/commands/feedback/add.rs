//! `mentor feedback add`

use chrono::{DateTime, Utc};

use crate::app::{self, App};
use crate::commands::compose::{self, Ways};
use crate::commands::feedback::NOUN;
use crate::domain::dates;
use crate::domain::feedback::{self as rules, Feedback, FeedbackKind};
use crate::domain::goal::Goal;
use crate::domain::pair::Couple;
use crate::domain::record::Id;
use crate::domain::text;
use crate::error::{Failure, Result};
use crate::form::{Field, Form, Shape, Values};
use crate::store::document;
use crate::view;

const fn line(
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
        shape: Shape::Line,
        asked: false,
    }
}

const fn asked(field: Field) -> Field {
    Field {
        asked: true,
        ..field
    }
}

const fn long(field: Field) -> Field {
    Field {
        shape: Shape::Text,
        ..field
    }
}

pub const FORM: Form = Form {
    name: "feedback add",
    about: "Feedback: situation, behaviour, impact",
    fields: &[
        asked(line(
            "from",
            "--from",
            "Who gives it: mentor or mentee?",
            "mentor",
        )),
        asked(line(
            "kind",
            "--kind",
            "Is it something to keep or to change?",
            "keep",
        )),
        asked(long(line(
            "situation",
            "--situation",
            "When and where was it?",
            "Tuesday's incident call",
        ))),
        asked(long(line(
            "behaviour",
            "--behaviour",
            "What did you see or hear?",
            "You gave a status every 10 minutes",
        ))),
        asked(long(line(
            "impact",
            "--impact",
            "What did it do?",
            "Nobody had to ask",
        ))),
        asked(long(line(
            "request",
            "--request",
            "What would you like to see next?",
            "Do it again next time",
        ))),
        line("goal", "--goal", "Number of the goal it belongs to", "1"),
        line("on", "--on", "On which day was it given?", "today"),
        line(
            "follow_up",
            "--follow-up",
            "When will you look at it again?",
            "in 2 weeks",
        ),
    ],
};

/// Record feedback
#[derive(Debug, clap::Args)]
pub struct AddArgs {
    /// Who gives it: mentor, mentee, me or them
    #[arg(long, value_name = "SIDE")]
    from: Option<String>,

    /// keep or change
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,

    /// When and where it was
    #[arg(long, value_name = "TEXT")]
    situation: Option<String>,

    /// What was seen or heard
    #[arg(long, value_name = "TEXT", alias = "behavior")]
    behaviour: Option<String>,

    /// What it did
    #[arg(long, value_name = "TEXT")]
    impact: Option<String>,

    /// What the giver would like to see next
    #[arg(long, value_name = "TEXT")]
    request: Option<String>,

    /// Number of the goal it belongs to
    #[arg(long, value_name = "NUMBER")]
    goal: Option<String>,

    /// The day it was given; left out: today
    #[arg(long, value_name = "DATE")]
    on: Option<String>,

    /// Day to look at it again together
    #[arg(long, value_name = "DATE")]
    follow_up: Option<String>,

    /// Keep it out of everything meant for the other side
    #[arg(long)]
    private: bool,

    /// Read a filled-in TOML form; - is standard input
    #[arg(long, value_name = "FILE")]
    from_file: Option<String>,

    /// Fill in the form in your editor
    #[arg(long, short = 'e')]
    editor: bool,

    /// Print the form to fill in
    #[arg(long)]
    template: bool,
}

impl AddArgs {
    fn values(&self) -> Values {
        let mut values = Values::default();
        let all = [
            ("from", &self.from),
            ("kind", &self.kind),
            ("situation", &self.situation),
            ("behaviour", &self.behaviour),
            ("impact", &self.impact),
            ("request", &self.request),
            ("goal", &self.goal),
            ("on", &self.on),
            ("follow_up", &self.follow_up),
        ];
        for (key, text) in all {
            values.flag(&FORM, key, text);
        }
        values
    }
}

pub fn run(app: &mut App<'_, '_>, args: &AddArgs) -> Result<()> {
    if args.template {
        return compose::template(app, &FORM, &Values::default());
    }
    let ways = Ways {
        from_file: args.from_file.clone(),
        editor: args.editor,
        template: false,
    };
    let typed = args.values();
    let found = app.read(|tx| app.couple_to_change(tx));
    let couple = compose::found(app, &FORM, &ways, &typed, found)?;
    let now = app.now;
    let check = |values: &Values| partial(values, &couple, now);
    let composed = compose::gather(app, &FORM, &ways, typed, &Values::default(), &check)?;
    let stored = app.write(|app, tx| {
        let couple = app.couple_to_change(tx)?;
        let mut draft = whole(&composed.values, &couple, now)?;
        draft.private = args.private;
        if let Some(goal) = draft.goal {
            app.in_pair::<Goal>(tx, &couple, "goal", goal.number(), |goal| goal.pair)?;
        }
        let record = tx.insert(draft)?;
        tx.say(view::feedback::added(&record, &couple));
        Ok((record, couple))
    });
    let (record, couple) = composed.end(stored)?;
    for remark in rules::remarks(&record.situation, &record.behaviour) {
        app.ui
            .note(&view::feedback::remark(&remark, record.id.number()))?;
    }
    app.show_json(|| document::item(&record, Some(couple.slug())))
}

/// Checks what is there so far; what is missing may still come.
fn partial(values: &Values, couple: &Couple, now: DateTime<Utc>) -> Result<()> {
    let today = now.with_timezone(&couple.user().zone).date_naive();
    values.parse("from", |typed| app::side(couple, typed))?;
    values.parse("kind", |typed| Ok(typed.trim().parse::<FeedbackKind>()?))?;
    for key in ["situation", "behaviour", "impact", "request"] {
        values.parse(key, |typed| Ok(text::body("text", typed)?))?;
    }
    values.parse("goal", goal_number)?;
    values.parse("on", |typed| Ok(dates::day(typed, today)?))?;
    values.parse("follow_up", |typed| Ok(dates::day(typed, today)?))?;
    Ok(())
}

fn whole(values: &Values, couple: &Couple, now: DateTime<Utc>) -> Result<Feedback> {
    partial(values, couple, now)?;
    let needed = |key: &'static str, what: &'static str| {
        let text = values.parse(key, |typed| Ok(text::body(what, typed)?))?;
        text.ok_or_else(|| {
            let flag = FORM
                .fields
                .iter()
                .find(|field| field.key == key)
                .map_or("", |field| field.flag);
            Failure::answer_needed(format!("{NOUN} needs its {what}"))
                .hint(format!("give it with `{flag} \"…\"`"))
        })
    };
    let from = needed("from", "giver")?;
    let from = app::side(couple, &from)?;
    let today = now.with_timezone(&couple.person(from).zone).date_naive();
    let day = |key: &str| values.parse(key, |typed| Ok(dates::day(typed, today)?));
    Ok(Feedback {
        pair: couple.id(),
        from,
        kind: needed("kind", "kind (keep or change)")?.trim().parse()?,
        on: day("on")?.unwrap_or(today),
        situation: needed("situation", "situation")?,
        behaviour: needed("behaviour", "behaviour")?,
        impact: needed("impact", "impact")?,
        request: values.parse("request", |typed| Ok(text::body("request", typed)?))?,
        goal: values.parse("goal", goal_number)?,
        response: None,
        responded_on: None,
        follow_up: day("follow_up")?,
        private: false,
    })
}

fn goal_number(typed: &str) -> Result<Id<Goal>> {
    let number = typed.trim().parse().ok();
    number
        .map(Id::new)
        .ok_or_else(|| Failure::refused(format!("`{typed}` is not a number of a goal")))
}
