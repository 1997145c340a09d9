//! `mentor pulse answer` and `mentor pulse mine`

use chrono::{DateTime, Utc};

use crate::app::{App, in_pair};
use crate::commands::noun::Kept;
use crate::commands::noun::given::Given;
use crate::domain::pair::Couple;
use crate::domain::pulse::{Pulse, PulseAnswer, PulseState};
use crate::domain::record::{Id, Record};
use crate::error::{Failure, Result};
use crate::form::{Field, Form, Formed};
use crate::store::reader::Reader;
use crate::store::writer::Writer;
use crate::store::{document, pulses};
use crate::view;

impl Formed for PulseAnswer {
    const FORM: Form = Form {
        name: "pulse answer",
        about: "How the mentorship is, for one side: 1 is not at all, 5 is fully",
        fields: &FIELDS,
    };
}

const FIELDS: [Field; 11] = [
    Field::side(
        "side",
        "Whose answers are these: mentor or mentee?",
        "mentee",
    )
    .flag("by")
    .help("Whose answers: mentor, mentee, me or them; left out: me"),
    rating("rhythm", "We meet often enough and long enough (1 to 5)"),
    rating(
        "follow_through",
        "Both of us do what we said we would (1 to 5)",
    ),
    rating("candour", "I can say what I really think (1 to 5)"),
    rating(
        "challenge",
        "I am challenged in what I do, not in who I am (1 to 5)",
    ),
    rating("support", "I get the support that I need (1 to 5)"),
    rating("progress", "This moves toward the goals (1 to 5)"),
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
    .help("How it feels; yours alone"),
    Field::day("on", "On which day?", "today").help("On which day; left out: today"),
];

const fn rating(key: &'static str, statement: &'static str) -> Field {
    Field::line(key, statement, "4")
        .value("1-5")
        .asked()
        .needed()
}

impl Kept for PulseAnswer {
    const LISTED: &'static [&'static str] = &[];
    const ADDED: &'static str = "Kept";

    fn blank(given: &Given<'_>) -> Self {
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

    fn fill(&mut self, given: &Given<'_>) -> Result<()> {
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

    fn before_keeping(&mut self, given: &Given<'_>) -> Result<()> {
        if let Some(tx) = given.tx() {
            self.pulse = to_answer(tx, given.couple, self)?.id;
        }
        Ok(())
    }

    fn in_words(record: &Record<Self>, couple: &Couple, _now: DateTime<Utc>) -> String {
        view::pulse::answer_in_words(record, couple)
    }

    /// Once both have answered, the pulse is.
    fn kept(
        record: &Record<Self>,
        _before: Option<&Self>,
        given: &Given<'_>,
        tx: &Writer<'_>,
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

/// The pulse that waits for this side's answer.
fn to_answer(tx: &Reader<'_>, couple: &Couple, answer: &PulseAnswer) -> Result<Record<Pulse>> {
    let last = pulses::last(tx, couple.id())?;
    let Some(pulse) = last else {
        return Err(Failure::refused("no pulse was asked yet").hint("`mentor pulse ask` asks one"));
    };
    let answers = pulses::answers(tx, pulse.id)?;
    if answers.iter().any(|one| one.side == answer.side) {
        let name = couple.called(answer.side);
        return Err(
            Failure::refused(format!("{name} has answered pulse {} already", pulse.id))
                .hint("an answer stands as it was given; `mentor pulse ask` asks the next one"),
        );
    }
    Ok(pulse)
}

/// A second one would only divide the answers.
pub fn none_is_open(tx: &Reader<'_>, couple: &Couple) -> Result<()> {
    let last = pulses::last(tx, couple.id())?;
    match last.filter(|pulse| pulse.state == PulseState::Open) {
        None => Ok(()),
        Some(pulse) => Err(
            Failure::refused(format!("pulse {} still waits for answers", pulse.id)).hint(format!(
                "`mentor pulse answer` answers it, `mentor pulse drop {}` gives up on it",
                pulse.id
            )),
        ),
    }
}

pub fn mine(app: &mut App<'_, '_>) -> Result<()> {
    let (own, couple) = app.read(|tx| {
        let couple = app.couple(tx)?;
        let pulse = pulses::last(tx, couple.id())?;
        let answers = match &pulse {
            Some(pulse) => pulses::answers(tx, pulse.id)?,
            None => Vec::new(),
        };
        let own = answers.into_iter().find(|one| one.side == couple.me());
        let none = || {
            Failure::not_found("you have not answered a pulse yet")
                .hint("`mentor pulse answer` answers the open one")
        };
        Ok((own.ok_or_else(none)?, couple))
    })?;
    app.show(
        || document::item(&own, Some(couple.slug())),
        |page| view::pulse::card(&own, page),
    )
}
