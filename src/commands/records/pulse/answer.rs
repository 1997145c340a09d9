//! `mentor pulse answer` and `mentor pulse mine`.

use chrono::NaiveDate;

use crate::app::{App, find_in_pair, pair_option};
use crate::commands::crud::form_input::FormInput;
use crate::commands::crud::{self, AddArgs, CrudRecord};
use crate::commands::input::InputQuestions;
use crate::domain::dates::{self, DateStyle, Now};
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::pulse::{Pulse, PulseAnswer, PulseState};
use crate::domain::record::{Id, Record};
use crate::error::{Failure, Result};
use crate::input::form::{Field, Form, FormValues, HasForm};
use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;
use crate::store::{json, pulses};
use crate::view;

impl HasForm for PulseAnswer {
    const FORM: Form = Form {
        name: "pulse answer",
        about: "How the mentorship is going, from 1 (not at all) to 5 (fully)",
        fields: &FIELDS,
    };
}

const FIELDS: [Field; 11] = [
    Field::side("side", "Whose answers are these?", "mentee")
        .one_of(Side::WORDS)
        .flag("by")
        .help("Whose answers: mentor, mentee, me or them [default: me]")
        .prompted(),
    rating("rhythm", "We meet often enough and long enough, 1 to 5"),
    rating("follow_through", "Both of us do what we said we would, 1 to 5"),
    rating("candour", "I can say what I really think, 1 to 5"),
    rating("challenge", "My work is challenged, not me as a person, 1 to 5"),
    rating("support", "I get the support I need, 1 to 5"),
    rating("progress", "We are making progress on the goals, 1 to 5"),
    Field::text("keep", "What should stay as it is?", "Starting with what went well")
        .help("What should stay as it is")
        .prompted(),
    Field::text("change", "What should change?", "Less status, more questions")
        .help("What should change")
        .prompted(),
    Field::text("feeling", "How do you feel about it? (only you see it)", "Hopeful")
        .help("How it feels (only you see it)"),
    Field::day("on", "On which day?", "today").help("Date [default: today]"),
];

const fn rating(key: &'static str, statement: &'static str) -> Field {
    Field::line(key, statement, "4").value("1-5").prompted().required()
}

impl CrudRecord for PulseAnswer {
    const LIST_FIELDS: &'static [&'static str] = &[];
    const ADDED_VERB: &'static str = "Saved";

    fn with_defaults(input: &FormInput<'_>) -> Self {
        PulseAnswer {
            pair: input.pair.id(),
            pulse: Id::new(0),
            side: input.pair.user_side(),
            on: input.today().day,
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

    fn apply(&mut self, input: &FormInput<'_>) -> Result<()> {
        input.side("side", &mut self.side)?;
        let ratings = [
            ("rhythm", &mut self.rhythm),
            ("follow_through", &mut self.follow_through),
            ("candour", &mut self.candour),
            ("challenge", &mut self.challenge),
            ("support", &mut self.support),
            ("progress", &mut self.progress),
        ];
        for (key, field) in ratings {
            input.apply(key, field, parse_rating)?;
        }
        input.optional_text("keep", &mut self.keep)?;
        input.optional_text("change", &mut self.change)?;
        input.optional_text("feeling", &mut self.feeling)?;
        input.past_day("on", self.side, &mut self.on)
    }

    fn before_insert(&mut self, input: &FormInput<'_>) -> Result<()> {
        if let Some(tx) = input.tx() {
            self.pulse = pulse_for_answer(tx, input, self)?.id;
        }
        Ok(())
    }

    fn summary(record: &Record<Self>, pair: &PairContext, _now: Now) -> String {
        view::records::pulse::answer_in_words(record, pair)
    }

    /// Marks the pulse as answered once both sides have answered.
    fn after_save(
        record: &Record<Self>,
        _before: Option<&Self>,
        input: &FormInput<'_>,
        tx: &WriteTx<'_>,
    ) -> Result<()> {
        let answers = pulses::answers(tx, record.pulse)?;
        if answers.len() < 2 {
            if pulses::answering_sides(tx, input.pair)?.len() < 2 {
                tx.remark(view::records::pulse::asked_elsewhere(input.pair));
            }
            return Ok(());
        }
        let mut pulse = find_in_pair::<Pulse>(tx, input.pair, record.pulse.number())?;
        pulse.state = PulseState::Answered;
        pulse.state_on = input.today().day;
        tx.update(&mut pulse)?;
        tx.add_message(view::records::pulse::both_answered(&pulse, &answers));
        Ok(())
    }
}

fn parse_rating(typed: &str) -> Result<u8> {
    let rating = typed.trim().parse().ok();
    rating.filter(|rating| (1..=5).contains(rating)).ok_or_else(|| {
        Failure::refused(format!("`{typed}` is not an answer from 1 to 5"))
            .hint("1 is not at all, 5 is fully")
    })
}

/// Answers the open pulse. Before asking, checks that it still awaits an answer, and fills in the side if only one is
/// left.
pub fn run(app: &mut App<'_, '_>, args: &AddArgs<PulseAnswer>) -> Result<()> {
    let mut questions = None;
    if args.needs_questions() && app.can_ask {
        let (pending_sides, pair) = app.read(|tx| {
            let pair = app.current_pair_for_write(tx)?;
            let pulse = find_open_pulse(tx, &pair, pair.user_side())?;
            let status = pulses::status(tx, &pair, pulse)?;
            Ok((status.pending_sides().collect::<Vec<_>>(), pair))
        })?;
        if let [side] = pending_sides[..] {
            app.prompter.say(&view::records::pulse::answers_label(&pair, side))?;
            let mut answered = FormValues::default();
            answered.set_known("side", [side.to_string()]);
            questions =
                Some(InputQuestions { answered, ..crud::form_questions::<PulseAnswer>(&pair) });
        }
    }
    crud::add_with_questions(app, args, questions)
}

/// Finds the pulse that awaits answers, or fails with the reason why there is none for this side.
fn find_open_pulse(tx: &ReadTx<'_>, pair: &PairContext, side: Side) -> Result<Record<Pulse>> {
    if let Some(pulse) = pulses::open(tx, pair.id())?.pop() {
        return Ok(pulse);
    }
    Err(match pulses::last(tx, pair.id())? {
        Some(pulse) => already_answered_failure(tx, &pulse, pair, side)?,
        None => Failure::refused("no pulse check has been started")
            .hint(format!("run `mentor pulse ask{}` to start one", pair_option(tx, pair)?)),
    })
}

/// Finds the pulse for this answer; fails if the side has already answered it.
fn pulse_for_answer(
    tx: &ReadTx<'_>,
    input: &FormInput<'_>,
    answer: &PulseAnswer,
) -> Result<Record<Pulse>> {
    let (pair, side) = (input.pair, answer.side);
    let pulse = find_open_pulse(tx, pair, side)?;
    let answers = pulses::answers(tx, pulse.id)?;
    if answers.iter().any(|other| other.side == side) {
        return Err(already_answered_failure(tx, &pulse, pair, side)?);
    }
    // The answerer's zone may be behind that of the side that asked, so their date may be a day earlier.
    if answer.on < pulse.on.min(input.today_of(side).day) {
        return Err(answered_before_failure(&pulse, answer.on, input.now.style));
    }
    Ok(pulse)
}

fn already_answered_failure(
    tx: &ReadTx<'_>,
    pulse: &Record<Pulse>,
    pair: &PairContext,
    side: Side,
) -> Result<Failure> {
    let (name, option) = (pair.first_name(side), pair_option(tx, pair)?);
    let failure = Failure::refused(format!("{name} has already answered pulse {}", pulse.id));
    Ok(failure.hint(format!(
        "answers can't be changed; run `mentor pulse ask{option}` to start the next one"
    )))
}

pub fn answered_before_failure(pulse: &Record<Pulse>, on: NaiveDate, style: DateStyle) -> Failure {
    Failure::refused(format!(
        "pulse {} can't be asked on {} and answered on {}",
        pulse.id,
        dates::range(pulse.on, pulse.on, style),
        dates::range(on, on, style)
    ))
    .hint("an answer is given on the day of the question or later; use `--on`")
}

pub fn still_open_failure(pulse: &Record<Pulse>, pair_option: &str) -> Failure {
    Failure::refused(format!("pulse {} is still open", pulse.id)).hint(format!(
        "run `mentor pulse answer{pair_option}` to answer it, or `mentor pulse drop {}` to close it",
        pulse.id
    ))
}

pub fn show_own(app: &mut App<'_, '_>) -> Result<()> {
    let (answer, pair) = app.read(|tx| {
        let pair = app.current_pair(tx)?;
        let answer = pulses::last_answer(tx, pair.id(), pair.user_side())?;
        let option = pair_option(tx, &pair)?;
        let missing = || {
            Failure::not_found("you haven't answered a pulse yet")
                .hint(format!("run `mentor pulse answer{option}` to answer the open one"))
        };
        Ok((answer.ok_or_else(missing)?, pair))
    })?;
    app.print_result(
        || json::item(&answer, Some(pair.slug())),
        |page| view::records::pulse::card(&answer, page),
    )
}
