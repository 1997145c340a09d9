//! A closing: its form, and what ends with it.

use chrono::{DateTime, NaiveDate, Utc};

use crate::app::in_pair;
use crate::commands::noun::given::{Given, number};
use crate::commands::noun::{Kept, turn};
use crate::domain::closing::{Closing, Reason};
use crate::domain::goal::{Goal, GoalState};
use crate::domain::pair::{Couple, PairState};
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::error::{Failure, Result};
use crate::form::{Field, Form, Formed, Place, Values};
use crate::store::reader::Reader;
use crate::store::writer::Writer;
use crate::store::{goals, settings};
use crate::view;

impl Formed for Closing {
    const FORM: Form = Form {
        name: "end",
        about: "The end of a mentorship: nobody's fault, and worth a last talk",
        fields: &FIELDS,
    };
}

const FIELDS: [Field; 11] = [
    Field::line("reason", "Why does it end?", "achieved")
        .one_of(Reason::WORDS)
        .help("achieved, time-is-up, no-progress, someone-leaves, focus-changed or other")
        .value("REASON")
        .asked()
        .needed(),
    Field::text(
        "because",
        "What more is there to say about it?",
        "She leads the reviews now",
    )
    .help("More about the reason"),
    Field::day("on", "On which day was the last call?", "today")
        .help("Day of the last call; left out: today"),
    Field::text(
        "learned_mentee",
        "What has the mentee learned?",
        "To ask before deciding",
    )
    .help("What the mentee has learned")
    .asked(),
    Field::text(
        "learned_mentor",
        "What has the mentor learned?",
        "To wait three seconds longer",
    )
    .help("What the mentor has learned")
    .asked(),
    Field::words(
        "drop",
        "Numbers of the open goals that are dropped (the others are kept)",
        "2",
    )
    .help("Number of an open goal that is dropped; the others are kept")
    .place(Place::New),
    Field::text(
        "remains",
        "What remains, and where does it go?",
        "The talk in June, with her team lead",
    )
    .help("What remains, and where it goes")
    .asked(),
    Field::text(
        "thanks",
        "What are you thankful for?",
        "Her straight questions",
    )
    .help("What you are thankful for")
    .asked(),
    Field::text(
        "contact_after",
        "What contact goes on, honestly?",
        "A mail now and then",
    )
    .help("What contact goes on")
    .asked(),
    Field::list(
        "differently",
        "What would you do differently next time?",
        "Review every month",
    )
    .help(
        "Something to do differently next time, offered at your next `mentor agree`; once for each",
    )
    .asked(),
    Field::day(
        "update_on",
        "When will you ask where the two of you are now?",
        "in 6 months",
    )
    .help("Day to ask where you are now; `mentor due` reminds you once")
    .asked(),
];

fn too_soon(day: NaiveDate, end: NaiveDate) -> Failure {
    Failure::refused(format!(
        "where you two are now can't be asked on {day}: the end is on {end}"
    ))
    .hint("pick a later day with `--update-on`, or leave it out")
}

impl Kept for Closing {
    const LISTED: &'static [&'static str] = &[];
    const ADDED: &'static str = "Ended";

    fn blank(given: &Given<'_>) -> Self {
        Closing {
            pair: given.couple.id(),
            on: given.today(),
            reason: Reason::Other,
            because: None,
            learned_mentor: None,
            learned_mentee: None,
            remains: None,
            thanks: None,
            contact_after: None,
            differently: Vec::new(),
            update_on: None,
            update: None,
            updated_on: None,
        }
    }

    fn fill(&mut self, given: &Given<'_>) -> Result<()> {
        given.word("reason", &mut self.reason)?;
        given.maybe_text("because", &mut self.because)?;
        given.past_day("on", given.couple.me(), &mut self.on)?;
        given.maybe_text("learned_mentor", &mut self.learned_mentor)?;
        given.maybe_text("learned_mentee", &mut self.learned_mentee)?;
        given.maybe_text("remains", &mut self.remains)?;
        given.maybe_text("thanks", &mut self.thanks)?;
        given.maybe_text("contact_after", &mut self.contact_after)?;
        given.lines("differently", &mut self.differently)?;
        given.maybe_day("update_on", given.couple.me(), &mut self.update_on)?;
        if let Some(day) = self.update_on.filter(|day| *day <= self.on) {
            return Err(too_soon(day, self.on));
        }
        given.each("drop", number).map(drop)
    }

    /// Nothing said is no end.
    fn lacks(values: &Values) -> Option<Failure> {
        values.is_empty().then(|| {
            Failure::answer_needed("an end needs its reason").hint(
                "for example `mentor end --reason achieved --differently \"Review every month\"`",
            )
        })
    }

    fn in_words(record: &Record<Self>, couple: &Couple, now: DateTime<Utc>) -> String {
        view::closing::in_words(record, couple, now)
    }

    /// Goals are dropped or kept as they are; from now on the pair is read-only, and no longer the one in use.
    fn kept(
        record: &Record<Self>,
        _before: Option<&Self>,
        given: &Given<'_>,
        tx: &Writer<'_>,
    ) -> Result<()> {
        for number in given.each("drop", number)? {
            let mut goal = in_pair::<Goal>(tx, given.couple, number)?;
            let why = Some("the mentorship ended".to_owned());
            let on = given.today_of(Side::Mentee);
            turn(tx, &mut goal, given.couple, GoalState::Dropped, on, why)?;
        }
        let mut pair = given.couple.pair.clone();
        pair.state = PairState::Ended;
        pair.state_on = record.on;
        pair.because = record
            .because
            .clone()
            .or(Some(record.reason.word().to_owned()));
        tx.update(&mut pair)?;
        settings::leave_pair(tx, given.couple.slug())?;
        Ok(())
    }

    fn remarks(record: &Record<Self>, couple: &Couple, tx: &Reader<'_>) -> Result<Vec<String>> {
        let kept = goals::open(tx, couple.id())?;
        Ok(view::closing::remarks(record, couple, &kept))
    }
}
