//! The form of a closing, and what ending a pair changes.

use chrono::NaiveDate;

use crate::app::{App, find_in_pair};
use crate::commands::crud::form_input::{FormInput, parse_record_number};
use crate::commands::crud::{CrudRecord, apply_transition};
use crate::commands::everyday::end::ask_to_close_open;
use crate::domain::checkin::CheckInState;
use crate::domain::closing::{Closing, ENDED, Reason};
use crate::domain::dates::{self, Now, Today};
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
    Field::text("learned_mentee", "What has the mentee learned?", "To ask before deciding")
        .help("What the mentee has learned")
        .prompted(),
    Field::text("learned_mentor", "What has the mentor learned?", "To wait three seconds longer")
        .help("What the mentor has learned")
        .prompted(),
    Field::words("drop", "Which open goals do you drop? (numbers; the others stay)", "2")
        .help("Open goal to drop (the others stay)")
        .placement(FlagPlacement::New),
    Field::yes("close_open", "Close the open check-ins, follow-ups and questions?")
        .help("Cancel what is planned, drop open follow-ups and questions")
        .placement(FlagPlacement::New),
    Field::text(
        "remains",
        "What is unfinished, and who takes it on?",
        "The talk in June, with her team lead",
    )
    .help("What is unfinished, and who takes it on")
    .prompted(),
    Field::text("thanks", "What do you want to thank them for?", "Her straight questions")
        .help("What you want to thank them for")
        .prompted(),
    Field::text("contact_after", "How will you stay in touch?", "A mail now and then")
        .help("How you will stay in touch")
        .prompted(),
    Field::list("differently", "What would you do differently next time?", "Review every month")
        .help("Something to do differently, shown at your next `mentor agree` (repeatable)")
        .prompted(),
    Field::day("update_on", "When do you want to check back?", "in 6 months")
        .help("Date to check back (`mentor due` reminds you)")
        .prompted(),
];

fn check_back_too_early_failure(day: NaiveDate, end: NaiveDate, today: Today) -> Failure {
    let [day, end] = [day, end].map(|day| dates::format_day(day, today));
    Failure::refused(format!("can't check back on {day}: the mentorship ends on {end}"))
        .hint("pick a later day with `--update-on`, or leave it out")
}

/// Fails if a call was held after the day of the end.
fn ensure_no_later_call(input: &FormInput<'_>, end: NaiveDate) -> Result<()> {
    let pair = input.pair;
    let last = input.tx().map(|tx| checkins::last_held(tx, pair.id(), input.now.at));
    let last = last.transpose()?.flatten();
    let held_at = last.as_ref().and_then(|last| last.held_at);
    match (last, held_at) {
        (Some(last), Some(at)) if pair.pair_day(at) > end => Err(Failure::refused(format!(
            "`{}` can't have ended on {}: check-in {} was held on {}",
            pair.slug(),
            dates::format_day(end, input.today()),
            last.id,
            dates::format_day(pair.pair_day(at), input.today())
        ))
        .hint("pick a later day with `--on`, or leave it out for today")),
        _ => Ok(()),
    }
}

impl CrudRecord for Closing {
    const LIST_FIELDS: &'static [&'static str] = &[];
    const ADDED_VERB: &'static str = "Ended";
    const NOTHING_ADDED: &'static str = "Nothing was ended";

    fn with_defaults(input: &FormInput<'_>) -> Self {
        Closing {
            pair: input.pair.id(),
            on: input.today().day,
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

    fn apply(&mut self, input: &FormInput<'_>) -> Result<()> {
        input.choice("reason", &mut self.reason)?;
        input.optional_text("because", &mut self.because)?;
        input.past_day("on", input.pair.user_side(), &mut self.on)?;
        if input.has("on") {
            ensure_no_later_call(input, self.on)?;
        }
        input.optional_text("learned_mentor", &mut self.learned_mentor)?;
        input.optional_text("learned_mentee", &mut self.learned_mentee)?;
        input.optional_text("remains", &mut self.remains)?;
        input.optional_text("thanks", &mut self.thanks)?;
        input.optional_text("contact_after", &mut self.contact_after)?;
        input.lines("differently", &mut self.differently)?;
        input.optional_day("update_on", input.pair.user_side(), &mut self.update_on)?;
        if let Some(day) = self.update_on.filter(|day| *day <= self.on) {
            return Err(check_back_too_early_failure(day, self.on, input.today()));
        }
        input.flag("close_open", &mut false)?;
        input.parse_each("drop", parse_record_number).map(drop)
    }

    /// An end needs at least one answer.
    fn missing_required(values: &FormValues) -> Option<Failure> {
        values.is_empty().then(|| {
            Failure::answer_needed("ending a mentorship needs a reason")
                .hint("try `mentor end --reason achieved --differently \"Review every month\"`")
        })
    }

    fn ask_for_rest(app: &mut App<'_, '_>, values: &mut FormValues) -> Result<()> {
        ask_to_close_open(app, values)
    }

    fn summary(record: &Record<Self>, pair: &PairContext, now: Now) -> String {
        view::records::closing::in_words(record, pair, now)
    }

    /// Drops the chosen goals, closes open records if asked, and ends the pair, which is then read-only and no longer
    /// current.
    fn after_save(
        record: &Record<Self>,
        _before: Option<&Self>,
        input: &FormInput<'_>,
        tx: &WriteTx<'_>,
    ) -> Result<()> {
        for number in input.parse_each("drop", parse_record_number)? {
            let mut goal = find_in_pair::<Goal>(tx, input.pair, number)?;
            let on = input.today_of(Side::Mentee);
            apply_transition(
                tx,
                &mut goal,
                input.pair,
                GoalState::Dropped,
                on.day,
                ending_reason(),
            )?;
        }
        let mut closes_open = false;
        input.flag("close_open", &mut closes_open)?;
        if closes_open {
            close_open(input, tx)?;
        }
        let mut pair = input.pair.record.clone();
        let reason = Some(record.reason.word().to_owned());
        let because = record.because.clone().or(reason);
        let ended = PairState::Ended;
        pair.data.change_state(ended, record.on, input.now.at, because);
        tx.update(&mut pair)?;
        settings::clear_pair_in_use(tx, input.pair.slug())?;
        Ok(())
    }

    fn add_remarks(record: &Record<Self>, pair: &PairContext, tx: &WriteTx<'_>) -> Result<()> {
        let open_goals = goals::open(tx, pair.id())?;
        let leftovers = closings::open(tx, pair.id())?;
        let now = tx.now.style.now(record.changed_at);
        for remark in view::records::closing::remarks(record, pair, &open_goals, &leftovers, now) {
            tx.remark(remark);
        }
        Ok(())
    }
}

/// Fails for values that can't end the pair, before anything else is asked.
pub fn ensure_valid(input: &FormInput<'_>, tx: &ReadTx<'_>) -> Result<()> {
    Closing::with_defaults(input).apply(input)?;
    for number in input.parse_each("drop", parse_record_number)? {
        find_in_pair::<Goal>(tx, input.pair, number)?;
    }
    Ok(())
}

fn ending_reason() -> Option<String> {
    Some(ENDED.to_owned())
}

/// Cancels planned check-ins, without counting them as late cancellations, and drops open follow-ups and questions. A
/// check-in whose time has come may have taken place, so it stays to be logged.
fn close_open(input: &FormInput<'_>, tx: &WriteTx<'_>) -> Result<()> {
    let pair = input.pair;
    for mut checkin in checkins::planned(tx, pair.id())? {
        if checkin.planned_at.is_none_or(|at| at <= input.now.at) {
            continue;
        }
        checkin.state = CheckInState::Cancelled;
        checkin.because = ending_reason();
        checkin.cancelled_at = Some(input.now.at);
        tx.update(&mut checkin)?;
        tx.add_message(format!("Cancelled check-in {}", checkin.id));
    }
    for mut follow_up in followups::open(tx, pair.id())? {
        let on = input.today_of(follow_up.owner);
        apply_transition(
            tx,
            &mut follow_up,
            pair,
            FollowUpState::Dropped,
            on.day,
            ending_reason(),
        )?;
    }
    for mut question in questions::open(tx, pair.id())? {
        let on = input.today_of(question.answerer());
        apply_transition(tx, &mut question, pair, QuestionState::Dropped, on.day, ending_reason())?;
    }
    Ok(())
}
