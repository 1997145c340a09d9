//! A closing: its form, and what ends with it.

use chrono::{DateTime, NaiveDate, Utc};

use crate::app::find_in_pair;
use crate::commands::crud::form_input::{FormInput, parse_record_number};
use crate::commands::crud::{CrudRecord, apply_transition};
use crate::domain::checkin::CheckInState;
use crate::domain::closing::{Closing, ENDED, Reason};
use crate::domain::followup::FollowUpState;
use crate::domain::goal::{Goal, GoalState};
use crate::domain::pair::{PairContext, PairState};
use crate::domain::person::Side;
use crate::domain::question::QuestionState;
use crate::domain::record::Record;
use crate::error::{Failure, Result};
use crate::input::form::{Field, FlagPlacement, Form, FormValues, HasForm};
use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;
use crate::store::{checkins, closings, followups, goals, questions, settings};
use crate::view;

impl HasForm for Closing {
    const FORM: Form = Form {
        name: "end",
        about: "The end of a mentorship: why, lessons learned, what continues",
        fields: &FIELDS,
    };
}

const FIELDS: [Field; 12] = [
    Field::line("reason", "Why does it end?", "achieved")
        .one_of(Reason::WORDS)
        .help("achieved, time-is-up, no-progress, someone-leaves, focus-changed or other")
        .value("REASON")
        .prompted()
        .required(),
    Field::text("because", "Anything to add?", "She leads the reviews now")
        .help("More about the reason"),
    Field::day("on", "When was the last check-in?", "today")
        .help("Date of the last check-in [default: today]"),
    Field::text(
        "learned_mentee",
        "What has the mentee learned?",
        "To ask before deciding",
    )
    .help("What the mentee has learned")
    .prompted(),
    Field::text(
        "learned_mentor",
        "What has the mentor learned?",
        "To wait three seconds longer",
    )
    .help("What the mentor has learned")
    .prompted(),
    Field::words(
        "drop",
        "Which open goals do you drop? (numbers; the others stay)",
        "2",
    )
    .help("Open goal to drop (the others stay)")
    .placement(FlagPlacement::New),
    Field::yes(
        "close_open",
        "Close the open check-ins, follow-ups and questions?",
    )
    .help("Cancel what is planned, drop open follow-ups and questions")
    .placement(FlagPlacement::New),
    Field::text(
        "remains",
        "What is unfinished, and who takes it on?",
        "The talk in June, with her team lead",
    )
    .help("What remains, and where it goes")
    .prompted(),
    Field::text(
        "thanks",
        "What do you want to thank them for?",
        "Her straight questions",
    )
    .help("What you are thankful for")
    .prompted(),
    Field::text(
        "contact_after",
        "How will you stay in touch?",
        "A mail now and then",
    )
    .help("How you will stay in touch")
    .prompted(),
    Field::list(
        "differently",
        "What would you do differently next time?",
        "Review every month",
    )
    .help("Something to do differently, shown at your next `mentor agree` (repeatable)")
    .prompted(),
    Field::day(
        "update_on",
        "When do you want to check back?",
        "in 6 months",
    )
    .help("Date to check back (`mentor due` reminds you)")
    .prompted(),
];

fn check_back_too_early(day: NaiveDate, end: NaiveDate) -> Failure {
    Failure::refused(format!(
        "can't check back on {day}: the mentorship ends on {end}"
    ))
    .hint("pick a later day with `--update-on`, or leave it out")
}

/// Checks that no call was held after the day of the end.
fn ensure_no_later_call(given: &FormInput<'_>, end: NaiveDate) -> Result<()> {
    let pair = given.pair;
    let last = given
        .tx()
        .map(|tx| checkins::last_held(tx, pair.id(), given.now));
    let last = last.transpose()?.flatten();
    let held_at = last.as_ref().and_then(|last| last.held_at);
    match (last, held_at) {
        (Some(last), Some(at)) if pair.pair_day(at) > end => Err(Failure::refused(format!(
            "`{}` can't have ended on {end}: check-in {} was held on {}",
            pair.slug(),
            last.id,
            pair.pair_day(at)
        ))
        .hint("pick a later day with `--on`, or leave it out for today")),
        _ => Ok(()),
    }
}

impl CrudRecord for Closing {
    const LIST_FIELDS: &'static [&'static str] = &[];
    const ADDED_VERB: &'static str = "Ended";

    fn with_defaults(given: &FormInput<'_>) -> Self {
        Closing {
            pair: given.pair.id(),
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

    fn apply(&mut self, given: &FormInput<'_>) -> Result<()> {
        given.choice("reason", &mut self.reason)?;
        given.optional_text("because", &mut self.because)?;
        given.past_day("on", given.pair.user_side(), &mut self.on)?;
        if given.has("on") {
            ensure_no_later_call(given, self.on)?;
        }
        given.optional_text("learned_mentor", &mut self.learned_mentor)?;
        given.optional_text("learned_mentee", &mut self.learned_mentee)?;
        given.optional_text("remains", &mut self.remains)?;
        given.optional_text("thanks", &mut self.thanks)?;
        given.optional_text("contact_after", &mut self.contact_after)?;
        given.lines("differently", &mut self.differently)?;
        given.optional_day("update_on", given.pair.user_side(), &mut self.update_on)?;
        if let Some(day) = self.update_on.filter(|day| *day <= self.on) {
            return Err(check_back_too_early(day, self.on));
        }
        given.flag("close_open", &mut false)?;
        given.parse_each("drop", parse_record_number).map(drop)
    }

    /// Nothing said is no end.
    fn missing_required(values: &FormValues) -> Option<Failure> {
        values.is_empty().then(|| {
            Failure::answer_needed("ending a mentorship needs a reason")
                .hint("try `mentor end --reason achieved --differently \"Review every month\"`")
        })
    }

    fn summary(record: &Record<Self>, pair: &PairContext, now: DateTime<Utc>) -> String {
        view::records::closing::in_words(record, pair, now)
    }

    /// Goals are dropped or kept as they are; from now on the pair is read-only, and no longer the one in use.
    fn after_save(
        record: &Record<Self>,
        _before: Option<&Self>,
        given: &FormInput<'_>,
        tx: &WriteTx<'_>,
    ) -> Result<()> {
        for number in given.parse_each("drop", parse_record_number)? {
            let mut goal = find_in_pair::<Goal>(tx, given.pair, number)?;
            let on = given.today_of(Side::Mentee);
            apply_transition(
                tx,
                &mut goal,
                given.pair,
                GoalState::Dropped,
                on,
                ending_reason(),
            )?;
        }
        let mut closes = false;
        given.flag("close_open", &mut closes)?;
        if closes {
            close_open(given, tx)?;
        }
        let mut pair = given.pair.record.clone();
        let reason = Some(record.reason.word().to_owned());
        let because = record.because.clone().or(reason);
        let ended = PairState::Ended;
        pair.data.change_state(ended, record.on, given.now, because);
        tx.update(&mut pair)?;
        settings::clear_pair_in_use(tx, given.pair.slug())?;
        Ok(())
    }

    fn warnings(record: &Record<Self>, pair: &PairContext, tx: &ReadTx<'_>) -> Result<Vec<String>> {
        let kept = goals::open(tx, pair.id())?;
        let left = closings::open(tx, pair.id())?;
        let now = record.changed_at;
        Ok(view::records::closing::remarks(
            record, pair, &kept, &left, now,
        ))
    }
}

fn ending_reason() -> Option<String> {
    Some(ENDED.to_owned())
}

/// Cancels what is still planned, which is nobody's late cancellation, and drops what nobody will do or answer any more. A
/// call whose time has come may have taken place: it stays to be logged.
fn close_open(given: &FormInput<'_>, tx: &WriteTx<'_>) -> Result<()> {
    let pair = given.pair;
    for mut one in checkins::planned(tx, pair.id())? {
        if one.planned_at.is_none_or(|at| at <= given.now) {
            continue;
        }
        one.state = CheckInState::Cancelled;
        one.because = ending_reason();
        one.cancelled_at = Some(given.now);
        tx.update(&mut one)?;
        tx.add_message(format!("Check-in {} is cancelled", one.id));
    }
    for mut one in followups::open(tx, pair.id())? {
        let on = given.today_of(one.owner);
        apply_transition(
            tx,
            &mut one,
            pair,
            FollowUpState::Dropped,
            on,
            ending_reason(),
        )?;
    }
    for mut one in questions::open(tx, pair.id())? {
        let on = given.today_of(one.answerer());
        apply_transition(
            tx,
            &mut one,
            pair,
            QuestionState::Dropped,
            on,
            ending_reason(),
        )?;
    }
    Ok(())
}
