//! `mentor pulse answer` and `mentor pulse mine`

use chrono::{DateTime, NaiveDate, Utc};

use crate::app::{App, in_pair};
use crate::commands::compose::Asking;
use crate::commands::noun::given::FormInput;
use crate::commands::noun::{self, AddArgs, CrudRecord};
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::pulse::{Pulse, PulseAnswer, PulseState};
use crate::domain::record::{Id, Record};
use crate::domain::situation::PulseStatus;
use crate::error::{Failure, Result};
use crate::form::{Field, Form, FormValues, HasForm};
use crate::store::reader::ReadTx;
use crate::store::writer::WriteTx;
use crate::store::{document, pulses};
use crate::view;

impl HasForm for PulseAnswer {
    const FORM: Form = Form {
        name: "pulse answer",
        about: "How the mentorship is going, from 1 (not at all) to 5 (fully)",
        fields: &FIELDS,
    };
}

const FIELDS: [Field; 11] = [
    Field::side(
        "side",
        "Whose answers are these? (Enter for yours)",
        "mentee",
    )
    .flag("by")
    .help("Whose answers: mentor, mentee, me or them [default: me]")
    .asked(),
    rating(
        "rhythm",
        "We meet often enough and long enough, from 1 to 5",
    ),
    rating(
        "follow_through",
        "Both of us do what we said we would, from 1 to 5",
    ),
    rating("candour", "I can say what I really think, from 1 to 5"),
    rating(
        "challenge",
        "My work is challenged, not me as a person, 1 to 5",
    ),
    rating("support", "I get the support that I need, from 1 to 5"),
    rating("progress", "We are making progress on the goals, 1 to 5"),
    Field::text(
        "keep",
        "What should stay as it is?",
        "Starting with what went well",
    )
    .help("What should stay as it is")
    .asked(),
    Field::text(
        "change",
        "What should change?",
        "Less status, more questions",
    )
    .help("What should change")
    .asked(),
    Field::text(
        "feeling",
        "How do you feel about it? (yours alone)",
        "Hopeful",
    )
    .help("How it feels (only you see it)"),
    Field::day("on", "On which day?", "today").help("Date [default: today]"),
];

const fn rating(key: &'static str, statement: &'static str) -> Field {
    Field::line(key, statement, "4")
        .value("1-5")
        .asked()
        .needed()
}

impl CrudRecord for PulseAnswer {
    const LISTED: &'static [&'static str] = &[];
    const ADDED: &'static str = "Kept";

    fn blank(given: &FormInput<'_>) -> Self {
        PulseAnswer {
            pair: given.couple.id(),
            pulse: Id::new(0),
            side: given.couple.me(),
            on: given.today(),
            rhythm: 0,
            follow_through: 0,
            candour: 0,
            challenge: 0,
            support: 0,
            progress: 0,
            keep: None,
            change: None,
            feeling: None,
        }
    }

    fn fill(&mut self, given: &FormInput<'_>) -> Result<()> {
        given.side("side", &mut self.side)?;
        let ratings = [
            ("rhythm", &mut self.rhythm),
            ("follow_through", &mut self.follow_through),
            ("candour", &mut self.candour),
            ("challenge", &mut self.challenge),
            ("support", &mut self.support),
            ("progress", &mut self.progress),
        ];
        for (key, field) in ratings {
            given.set(key, field, one_to_five)?;
        }
        given.maybe_text("keep", &mut self.keep)?;
        given.maybe_text("change", &mut self.change)?;
        given.maybe_text("feeling", &mut self.feeling)?;
        given.past_day("on", self.side, &mut self.on)
    }

    fn before_keeping(&mut self, given: &FormInput<'_>) -> Result<()> {
        if let Some(tx) = given.tx() {
            self.pulse = to_answer(tx, given, self)?.id;
        }
        Ok(())
    }

    fn in_words(record: &Record<Self>, couple: &PairContext, _now: DateTime<Utc>) -> String {
        view::pulse::answer_in_words(record, couple)
    }

    /// Once both have answered, the pulse is.
    fn kept(
        record: &Record<Self>,
        _before: Option<&Self>,
        given: &FormInput<'_>,
        tx: &WriteTx<'_>,
    ) -> Result<()> {
        let answers = pulses::answers(tx, record.pulse)?;
        if answers.len() < 2 {
            return Ok(());
        }
        let mut pulse = in_pair::<Pulse>(tx, given.couple, record.pulse.number())?;
        pulse.state = PulseState::Answered;
        pulse.state_on = given.today();
        tx.update(&mut pulse)?;
        tx.say(view::pulse::both_answered(&pulse, &answers));
        Ok(())
    }
}

fn one_to_five(typed: &str) -> Result<u8> {
    let rating = typed.trim().parse().ok();
    rating
        .filter(|rating| (1..=5).contains(rating))
        .ok_or_else(|| {
            Failure::refused(format!("`{typed}` is not an answer from 1 to 5"))
                .hint("1 is not at all, 5 is fully")
        })
}

/// Answers the open pulse. Whoever is asked hears first whether it still waits, and for whom.
pub fn run(app: &mut App<'_, '_>, args: &AddArgs<PulseAnswer>) -> Result<()> {
    let mut answered = FormValues::default();
    if args.asks() && app.can_ask {
        let (waiting, couple) = app.read(|tx| {
            let couple = app.couple_to_change(tx)?;
            let pulse = open(tx, &couple, couple.me())?;
            let answers = pulses::answers(tx, pulse.id)?;
            let standing = PulseStatus { pulse, answers };
            Ok((standing.waits_for().collect::<Vec<_>>(), couple))
        })?;
        if let [side] = waiting[..] {
            app.prompter.say(&view::pulse::asked(&couple, side))?;
            answered.before("side", [side.to_string()]);
        }
    }
    let form: Form = PulseAnswer::FORM;
    let asking = Asking {
        questions: form.questions(&FormValues::default(), Vec::new()),
        answered,
        ..Asking::default()
    };
    noun::add_asking(app, args, Some(asking))
}

/// The pulse that waits for answers, or why there is none for this side.
fn open(tx: &ReadTx<'_>, couple: &PairContext, side: Side) -> Result<Record<Pulse>> {
    if let Some(pulse) = pulses::open(tx, couple.id())?.pop() {
        return Ok(pulse);
    }
    Err(match pulses::last(tx, couple.id())? {
        Some(pulse) => answered_already(&pulse, couple, side),
        None => Failure::refused("no pulse was asked yet").hint("`mentor pulse ask` asks one"),
    })
}

/// The pulse that waits for this answer.
fn to_answer(
    tx: &ReadTx<'_>,
    given: &FormInput<'_>,
    answer: &PulseAnswer,
) -> Result<Record<Pulse>> {
    let (couple, side) = (given.couple, answer.side);
    let pulse = open(tx, couple, side)?;
    let answers = pulses::answers(tx, pulse.id)?;
    if answers.iter().any(|one| one.side == side) {
        return Err(answered_already(&pulse, couple, side));
    }
    // Their day may have begun later than the one on which it was asked.
    if answer.on < pulse.on.min(given.today_of(side)) {
        return Err(answered_before(&pulse, answer.on));
    }
    Ok(pulse)
}

fn answered_already(pulse: &Record<Pulse>, couple: &PairContext, side: Side) -> Failure {
    let name = couple.called(side);
    Failure::refused(format!("{name} has already answered pulse {}", pulse.id))
        .hint("answers can't be changed; run `mentor pulse ask` to start the next one")
}

pub fn answered_before(pulse: &Record<Pulse>, on: NaiveDate) -> Failure {
    Failure::refused(format!(
        "pulse {} can't be asked on {} and answered on {on}",
        pulse.id, pulse.on
    ))
    .hint("an answer is given on the day of the question or later; use `--on`")
}

pub fn still_open(pulse: &Record<Pulse>) -> Failure {
    Failure::refused(format!("pulse {} is still open", pulse.id)).hint(format!(
        "run `mentor pulse answer` to answer it, or `mentor pulse drop {}` to close it",
        pulse.id
    ))
}

pub fn mine(app: &mut App<'_, '_>) -> Result<()> {
    let (own, couple) = app.read(|tx| {
        let couple = app.couple(tx)?;
        let own = pulses::last_answer(tx, couple.id(), couple.me())?;
        let none = || {
            Failure::not_found("you haven't answered a pulse yet")
                .hint("run `mentor pulse answer` to answer the open one")
        };
        Ok((own.ok_or_else(none)?, couple))
    })?;
    app.show(
        || document::item(&own, Some(couple.slug())),
        |page| view::pulse::card(&own, page),
    )
}
