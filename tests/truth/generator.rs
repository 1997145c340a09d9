//! Generates histories of about half a year from a seed: two people in any of ten zones, who keep some promises and
//! break others.
//!
//! Intents are put on a calendar and carried out when their moment comes, if that is still possible. The moments
//! cluster around the ends of days and deadlines, where errors are likely.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Timelike, Utc, Weekday};

use crate::history::{Deed, Event, FollowUpState, History, Home, Rhythm, Side, Span, Terms};
use crate::ledger::{Ledger, PairState};
use crate::oracle::occurrence;
use crate::random::Dice;
use crate::zone::{Zone, local_time};

const ZONES: [Zone; 10] = [
    Zone::LONDON,
    Zone::NEW_YORK,
    Zone::KOLKATA,
    Zone::KATHMANDU,
    Zone::KIRITIMATI,
    Zone::PAGO_PAGO,
    Zone::SAO_PAULO,
    Zone::LORD_HOWE,
    Zone::CASABLANCA,
    Zone::TOKYO,
];

/// Working weeks: Monday to Friday, Sunday to Thursday, Monday to Thursday, Saturday to Wednesday.
const WEEKS: [[bool; 7]; 4] = [
    [true, true, true, true, true, false, false],
    [true, true, true, true, false, false, true],
    [true, true, true, true, false, false, false],
    [true, true, true, false, false, true, true],
];

/// The length of a history in days.
const DAYS: usize = 182;

/// What one of the two is going to do. Numbers are record numbers.
#[derive(Clone, Debug)]
enum Intent {
    Plan,
    LogCall(usize),
    MoveCall(usize),
    Cancel(usize),
    NoShow(usize),
    ExtraCall,
    EditCall(usize),
    TakeOn,
    Finish(usize),
    FinishEarlier(usize),
    Postpone(usize),
    HandOver(usize),
    DropFollowUp(usize),
    Reopen(usize),
    Ask,
    Seen(usize),
    Answer(usize),
    AnswerEarlier(usize),
    DropQuestion(usize),
    AskAgain(usize),
    GiveFeedback,
    Respond(usize),
    RespondEarlier(usize),
    GoAway,
    StayAfterAll(usize),
    Pause,
    Resume,
    Renew,
    Accept(Side),
    MoveHouse,
    SetGoal,
    MoveGoal(usize),
    CloseGoal(usize),
    Win,
    Review,
    End,
}

struct Generator {
    dice: Dice,
    ledger: Ledger,
    events: Vec<Event>,
    calendar: BTreeMap<(DateTime<Utc>, usize), Intent>,
    /// How many intents there have been, which distinguishes those of the same moment.
    number: usize,
    now: DateTime<Utc>,
    user: Side,
    /// Whether nothing is recorded late, so that consecutive review reports must add up.
    is_tidy: bool,
    /// The share of private records, in percent.
    private: usize,
    /// The ends of days and deadlines, around which reports are checked.
    ends: Vec<DateTime<Utc>>,
}

pub struct Manner {
    pub is_tidy: bool,
    pub has_private: bool,
}

pub fn generate(seed: u64, manner: &Manner) -> History {
    let mut dice = Dice(seed);
    let user = [Side::Mentor, Side::Mentee][dice.below(2)];
    let first: DateTime<Utc> = "2026-03-01T00:00:00Z".parse().unwrap();
    let minutes = 15 * i64::try_from(dice.below(400 * 96)).unwrap();
    let mut generator = Generator {
        ledger: Ledger::new(user),
        events: Vec::new(),
        calendar: BTreeMap::new(),
        number: 0,
        now: first + TimeDelta::minutes(minutes),
        user,
        is_tidy: manner.is_tidy,
        private: if manner.has_private { 15 + dice.below(30) } else { 0 },
        ends: Vec::new(),
        dice,
    };
    generator.begin();
    let last = generator.now + TimeDelta::days(i64::try_from(DAYS).unwrap());
    generator.fill_calendar();
    while let Some(((at, _), intent)) = generator.calendar.pop_first() {
        let ended =
            generator.ledger.states.last().is_some_and(|(_, state)| *state == PairState::Ended);
        if at > last || ended {
            break;
        }
        generator.now = at.max(generator.now + TimeDelta::minutes(1)).with_second(0).unwrap();
        generator.fulfil(intent);
    }
    let looks = generator.choose_looks();
    History { seed, user, events: generator.events, looks, is_tidy: manner.is_tidy }
}

fn days(count: usize) -> TimeDelta {
    TimeDelta::days(i64::try_from(count).unwrap())
}

fn days_after(day: NaiveDate, count: usize) -> NaiveDate {
    day + days(count)
}

fn days_before(day: NaiveDate, count: usize) -> NaiveDate {
    day - days(count)
}

impl Generator {
    fn chance(&mut self, percent: usize) -> bool {
        self.dice.below(100) < percent
    }

    fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.dice.below(most - least + 1)
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.dice.below(from.len())]
    }

    fn side(&mut self) -> Side {
        self.pick(&Side::BOTH)
    }

    fn is_private(&mut self) -> bool {
        let percent = self.private;
        self.chance(percent)
    }

    fn does(&mut self, deed: Deed) {
        let event = Event { at: self.now, deed };
        self.ledger.apply(&event);
        self.events.push(event);
    }

    fn intend(&mut self, at: DateTime<Utc>, intent: Intent) {
        let at = at.with_second(0).unwrap();
        self.calendar.insert((at, self.number), intent);
        self.number += 1;
    }

    /// Returns a moment from five minutes to so many days from now.
    fn within_days(&mut self, most: usize) -> DateTime<Utc> {
        let minutes = self.between(5, most * 24 * 60);
        self.now + TimeDelta::minutes(i64::try_from(minutes).unwrap())
    }

    /// Returns a moment shortly before or after another one.
    fn around(&mut self, moment: DateTime<Utc>) -> DateTime<Utc> {
        let minutes = i64::try_from(self.between(1, 100)).unwrap();
        let minutes = if self.chance(50) { minutes } else { -minutes };
        moment + TimeDelta::minutes(minutes)
    }

    /// Returns a moment before, near or after a deadline.
    fn with_regard_to(&mut self, end: DateTime<Utc>) -> DateTime<Utc> {
        self.ends.push(end);
        let left = usize::try_from((end - self.now).num_minutes()).unwrap_or(1).max(1);
        let minutes = |count: usize| TimeDelta::minutes(i64::try_from(count).unwrap());
        match self.dice.below(10) {
            0..4 => self.now + minutes(self.between(1, left)),
            4..8 => self.around(end),
            _ => end + minutes(self.between(1, 6 * 24 * 60)),
        }
    }

    fn local_day(&self, side: Side) -> NaiveDate {
        self.ledger.local_day(side, self.now)
    }

    fn is_paused(&self) -> bool {
        self.ledger.states.last().is_some_and(|(_, state)| *state == PairState::Paused)
    }

    /// Returns when the last review was recorded. Anything recorded later for that day or an earlier one would be in no
    /// report.
    fn last_review(&self) -> Option<DateTime<Utc>> {
        self.ledger.reviews.iter().map(|review| review.recorded).max()
    }

    /// Returns a day before today and after the first day. `None`: there is none, or the history is tidy.
    fn earlier_day(&mut self, today: NaiveDate, most: usize) -> Option<NaiveDate> {
        let day = days_before(today, self.between(1, most));
        let begun = self.ledger.pair_day(self.ledger.created);
        (!self.is_tidy && day > begun).then_some(day)
    }

    fn begin(&mut self) {
        let zones = [self.pick(&ZONES), self.pick(&ZONES)];
        let weeks = [self.pick(&WEEKS), self.pick(&WEEKS)];
        let home = |side: Side| Home { zone: zones[side as usize], week: weeks[side as usize] };
        let user = self.user;
        self.does(Deed::Init { home: home(user) });
        self.now += TimeDelta::minutes(1);
        self.does(Deed::Pair { user, home: home(user.other()) });
        self.now += TimeDelta::minutes(1);
        let today = self.ledger.pair_day(self.now);
        let starts = match self.dice.below(4) {
            _ if self.is_tidy => today,
            0 => days_before(today, self.between(0, 6)),
            1 => days_after(today, self.between(0, 6)),
            _ => today,
        };
        let length = self.between(100, 400);
        let mut terms = Terms {
            starts: Some(starts),
            ends: Some(days_after(starts, length)),
            ..Terms::default()
        };
        self.change_rhythm(&mut terms, true);
        self.change_figures(&mut terms, 85);
        if self.chance(10) {
            terms.review_on = Some(days_after(starts, self.between(20, 80)));
        }
        let proposed = self.chance(15);
        self.does(Deed::Agree { terms, proposed });
        self.now += TimeDelta::minutes(1);
        if self.chance(80) {
            let by = user.other();
            self.does(Deed::Accept { by, on: None });
        } else {
            let at = self.within_days(6);
            self.intend(at, Intent::Accept(user.other()));
        }
        if proposed {
            let at = self.within_days(4);
            self.intend(at, Intent::Accept(user));
        }
        if !self.is_tidy && !self.ledger.is_accepted() && self.chance(30) {
            let at = self.within_days(5);
            self.intend(at, Intent::Review);
        }
    }

    /// Changes the rhythm, to one of the other kind only if that is allowed.
    fn change_rhythm(&mut self, terms: &mut Terms, may_change_kind: bool) {
        let was_fixed = terms.rhythm.is_some_and(|rhythm| rhythm.is_fixed());
        let fixed = if may_change_kind { self.chance(35) } else { was_fixed };
        let zone = self.pick(&ZONES);
        let time = NaiveTime::from_hms_opt(
            self.dice.below(24).try_into().unwrap(),
            self.pick(&[0, 15, 30, 45]),
            0,
        );
        let time = time.unwrap();
        let on = Weekday::try_from(u8::try_from(self.dice.below(7)).unwrap()).unwrap();
        // A rhythm of every second week or month is counted from a first day, which a renewal would have to name.
        let is_first = terms.rhythm.is_none();
        let rhythm = match (fixed, self.dice.below(4)) {
            (false, 0) => Rhythm::FromLast(Span::Months(1)),
            (false, 1) => Rhythm::FromLast(Span::Days(u32::try_from(self.between(5, 20)).unwrap())),
            (false, _) => Rhythm::FromLast(Span::Weeks(u32::try_from(self.between(1, 4)).unwrap())),
            (true, 0) => Rhythm::Monthly {
                every: if is_first { self.pick(&[1, 1, 2]) } else { 1 },
                nths: self.pick(&[&[1], &[2], &[3], &[4], &[-1], &[1, 3], &[2, 4], &[2, -1]]),
                on,
                time,
                zone,
            },
            (true, 1) => {
                let day = u32::try_from(self.between(1, 28)).unwrap();
                Rhythm::MonthlyDay { day, time, zone }
            }
            (true, _) => {
                let every = if is_first { u32::try_from(self.between(1, 3)).unwrap() } else { 1 };
                Rhythm::Weekly { every, on, time, zone }
            }
        };
        terms.rhythm = Some(rhythm);
    }

    /// Changes some of the other terms, to stricter or looser ones.
    fn change_figures(&mut self, terms: &mut Terms, percent: usize) {
        let replies = [
            Span::WorkingDays(1),
            Span::WorkingDays(2),
            Span::WorkingDays(4),
            Span::Hours(24),
            Span::Hours(30),
            Span::Days(3),
            Span::Weeks(1),
        ];
        if self.chance(percent) {
            terms.mentor_replies = Some(self.pick(&replies));
        }
        if self.chance(percent) {
            terms.mentee_replies = Some(self.pick(&replies));
        }
        if self.chance(percent) {
            terms.feedback = Some(self.pick(&[
                Span::WorkingDays(3),
                Span::WorkingDays(5),
                Span::Days(4),
                Span::Weeks(2),
            ]));
        }
        if self.chance(percent) {
            terms.notice = Some(self.pick(&[
                Span::Hours(12),
                Span::Hours(24),
                Span::Hours(48),
                Span::Days(1),
                Span::Days(3),
            ]));
        }
        if self.chance(percent) {
            terms.review_every = Some(self.pick(&[
                Span::Weeks(4),
                Span::Weeks(6),
                Span::Weeks(8),
                Span::Months(1),
                Span::Months(2),
            ]));
        }
        if self.chance(percent) {
            terms.minutes = Some(self.pick(&[30, 45, 60]));
        }
        if self.chance(percent / 2) {
            terms.hours_a_month = Some(u32::try_from(self.between(1, 4)).unwrap());
        }
    }

    fn fill_calendar(&mut self) {
        let kinds: [(Intent, usize, usize); 11] = [
            (Intent::TakeOn, 3, 7),
            (Intent::Ask, 3, 6),
            (Intent::GiveFeedback, 2, 4),
            (Intent::ExtraCall, 0, 2),
            (Intent::GoAway, 0, 3),
            (Intent::Renew, 0, 2),
            (Intent::MoveHouse, 0, 2),
            (Intent::SetGoal, 0, 2),
            (Intent::Win, 1, 2),
            (Intent::Review, 1, 3),
            (Intent::Pause, 0, 1),
        ];
        for (intent, least, most) in kinds {
            for _ in 0..self.between(least, most) {
                let at = self.within_days(DAYS - 5);
                self.intend(at, intent.clone());
            }
        }
        let at = self.within_days(10);
        self.intend(at, Intent::Plan);
        if self.chance(15) {
            let at = self.within_days(40) + days(DAYS - 45);
            self.intend(at, Intent::End);
        }
    }

    fn choose_looks(&mut self) -> Vec<DateTime<Utc>> {
        let (begun, last) = (self.ledger.created, self.now);
        let mut looks = Vec::new();
        self.ends.retain(|end| *end > begun + TimeDelta::days(5) && *end < last);
        let ends = self.ends.clone();
        for _ in 0..2 {
            let look = if ends.is_empty() || self.chance(40) {
                let minutes = i64::try_from(self.dice.below(DAYS * 24 * 60)).unwrap();
                begun + days(5) + TimeDelta::minutes(minutes)
            } else {
                let end = self.pick(&ends);
                self.around(end)
            };
            looks.push(look.with_second(30).unwrap());
        }
        let rest = self.between(0, 40);
        looks.push((last + days(rest)).with_second(30).unwrap());
        looks.sort_unstable();
        looks.dedup();
        looks
    }

    #[expect(clippy::too_many_lines, reason = "a step for each intent")]
    fn fulfil(&mut self, intent: Intent) {
        match intent {
            Intent::Plan | Intent::ExtraCall | Intent::Review | Intent::Renew
                if self.is_paused() =>
            {
                let at = self.within_days(20);
                self.intend(at, intent);
            }
            Intent::Plan => self.plan(),
            Intent::LogCall(number) => self.log_call(number),
            Intent::MoveCall(number) => self.move_call(number),
            Intent::Cancel(number) if self.ledger.calls[number - 1].is_planned() => {
                let by = self.side();
                self.does(Deed::Cancel { number, by });
                let at = self.within_days(9);
                self.intend(at, Intent::Plan);
            }
            Intent::NoShow(number) => {
                let call = &self.ledger.calls[number - 1];
                if call.is_planned()
                    && call.planned.is_some_and(|at| at < self.now)
                    && self.is_unreported(call.planned)
                {
                    let by = self.side();
                    self.does(Deed::NoShow { number, by });
                }
                let at = self.within_days(9);
                self.intend(at, Intent::Plan);
            }
            Intent::ExtraCall => self.extra_call(),
            Intent::EditCall(number) => self.edit_call(number),
            Intent::TakeOn => self.take_on(),
            Intent::Finish(number) if self.is_open(number) => {
                self.does(Deed::TurnFollowUp { number, to: FollowUpState::Done, on: None });
                if self.chance(8) {
                    let at = self.within_days(8);
                    self.intend(at, Intent::Reopen(number));
                }
            }
            Intent::FinishEarlier(number) if self.is_open(number) => {
                let duty = self.ledger.followups[number - 1].duty();
                let today = self.local_day(duty.owner);
                let on = self.earlier_day(today, 6);
                self.does(Deed::TurnFollowUp { number, to: FollowUpState::Done, on });
            }
            Intent::Postpone(number) if self.is_open(number) => {
                let duty = self.ledger.followups[number - 1].duty();
                let due = days_after(self.local_day(duty.owner), self.between(0, 9));
                if Some(due) != duty.due {
                    self.does(Deed::EditFollowUp { number, owner: None, due: Some(due) });
                    self.decide_next_step(number);
                }
            }
            Intent::HandOver(number) if self.is_open(number) => {
                let owner = self.ledger.followups[number - 1].duty().owner.other();
                let due =
                    self.chance(30).then(|| days_after(self.local_day(owner), self.between(0, 9)));
                self.does(Deed::EditFollowUp { number, owner: Some(owner), due });
                self.decide_next_step(number);
            }
            Intent::DropFollowUp(number) if self.is_open(number) => {
                self.does(Deed::TurnFollowUp { number, to: FollowUpState::Dropped, on: None });
                if self.chance(25) {
                    let at = self.within_days(8);
                    self.intend(at, Intent::Reopen(number));
                }
            }
            Intent::Reopen(number) if !self.is_open(number) => {
                self.does(Deed::TurnFollowUp { number, to: FollowUpState::Open, on: None });
                self.decide_next_step(number);
            }
            Intent::Ask => self.ask(),
            Intent::Seen(number) if self.waits(number) => self.see(number),
            Intent::Answer(number) if self.waits(number) => {
                self.does(Deed::Answer { number, at: None });
                if !self.is_tidy && self.chance(25) {
                    let at = self.within_days(12);
                    self.intend(at, Intent::AskAgain(number));
                }
            }
            Intent::AnswerEarlier(number) if self.waits(number) => {
                let asked = self.ledger.questions[number - 1].asked;
                let earlier =
                    self.now - TimeDelta::minutes(i64::try_from(self.between(10, 4000)).unwrap());
                let at = (!self.is_tidy).then_some(earlier).filter(|at| *at > asked);
                self.does(Deed::Answer { number, at });
            }
            Intent::DropQuestion(number) if self.waits(number) => {
                self.does(Deed::DropQuestion { number });
                if self.chance(40) {
                    let at = self.now + TimeDelta::minutes(20);
                    self.intend(at, Intent::AskAgain(number));
                }
            }
            // A dropped question only on the day on which it was asked, before any deadline.
            Intent::AskAgain(number) => {
                let question = &self.ledger.questions[number - 1];
                let day = |at| self.ledger.local_day(question.from.other(), at);
                let is_early = question.dropped.is_some() && day(question.asked) == day(self.now);
                if question.is_answered || is_early {
                    self.does(Deed::ReopenQuestion { number });
                    if !self.is_tidy && self.chance(60) {
                        let at = self.within_days(8);
                        self.intend(at, Intent::Answer(number));
                    }
                }
            }
            Intent::GiveFeedback => self.give_feedback(),
            Intent::Respond(number) if self.ledger.feedback[number - 1].response.is_none() => {
                self.does(Deed::Respond { number, on: None });
            }
            Intent::RespondEarlier(number)
                if self.ledger.feedback[number - 1].response.is_none() =>
            {
                let one = &self.ledger.feedback[number - 1];
                let (given, today) = (one.on, self.local_day(one.from.other()));
                let on = self.earlier_day(today, 4).filter(|on| *on > given);
                self.does(Deed::Respond { number, on });
            }
            Intent::GoAway => self.go_away(),
            Intent::StayAfterAll(number) => {
                let absence = &self.ledger.absences[number - 1];
                let today = self.local_day(absence.who);
                let is_slip = self.ledger.local_day(absence.who, absence.entered) == today;
                let is_ahead = absence.from > days_after(today, 1);
                if is_ahead || absence.until >= today || is_slip {
                    self.does(Deed::AwayDrop { number });
                }
            }
            Intent::Pause if !self.is_paused() => {
                self.does(Deed::Pause);
                let at = self.within_days(50);
                self.intend(at, Intent::Resume);
            }
            Intent::Resume if self.is_paused() => self.does(Deed::Resume),
            Intent::Renew => self.renew(),
            Intent::Accept(by) => self.accept(by),
            Intent::MoveHouse => self.move_house(),
            Intent::SetGoal => {
                let by = days_after(self.local_day(Side::Mentee), self.between(5, 120));
                let private = self.is_private();
                self.does(Deed::Goal { by, private });
                let number = self.ledger.goals.len();
                if self.chance(40) {
                    let at = self.within_days(60);
                    self.intend(at, Intent::MoveGoal(number));
                }
                if self.chance(70) {
                    let at = self.within_days(130);
                    self.intend(at, Intent::CloseGoal(number));
                }
            }
            Intent::MoveGoal(number) if self.ledger.goals[number - 1].closed.is_none() => {
                let by = days_after(self.local_day(Side::Mentee), self.between(1, 60));
                if by != self.ledger.goals[number - 1].by {
                    self.does(Deed::MoveGoal { number, by });
                }
            }
            Intent::CloseGoal(number) if self.ledger.goals[number - 1].closed.is_none() => {
                let today = self.local_day(Side::Mentee);
                let on = if self.chance(25) { self.earlier_day(today, 10) } else { None };
                let done = self.chance(75);
                self.does(Deed::CloseGoal { number, done, on });
            }
            Intent::Win => {
                let today = self.local_day(self.user);
                let on = if self.chance(30) { self.earlier_day(today, 10) } else { None };
                let private = self.is_private();
                self.does(Deed::Win { on, private });
            }
            Intent::Review => self.review(),
            Intent::End => self.does(Deed::End),
            // The intent can't be carried out any more.
            _ => {}
        }
    }
}

/// Generating calls.
impl Generator {
    fn plan(&mut self) {
        let Some(at) = self.time_of_a_call() else {
            return;
        };
        let agreed = |day| self.ledger.terms_on(day).and_then(|terms| terms.minutes);
        let (now, then) =
            (agreed(self.ledger.pair_day(self.now)), agreed(self.ledger.pair_day(at)));
        // The length is left out only if it is the same now and then, since choosing between two lengths is not tested
        // here.
        let minutes = if now.is_some() && now == then && self.chance(80) {
            None
        } else {
            Some(self.pick(&[30, 40, 50, 60]))
        };
        self.does(Deed::Plan { at, minutes });
        let number = self.ledger.calls.len();
        self.see_to_call(number);
    }

    /// Returns a time in the agreed rhythm or at random, not near any other call.
    fn time_of_a_call(&mut self) -> Option<DateTime<Utc>> {
        let today = self.ledger.pair_day(self.now);
        let rhythm = self.ledger.terms_on(today).and_then(|terms| terms.rhythm);
        let at = match rhythm {
            Some(rhythm) if rhythm.is_fixed() && self.chance(75) => {
                let terms = self.ledger.terms_on(today)?;
                let days = today.iter_days().take(45);
                let times = days.filter_map(|day| occurrence(rhythm, terms, day));
                times.map(|(at, _)| at).find(|at| *at > self.now + TimeDelta::hours(1))?
            }
            _ => {
                let last = self.ledger.calls.iter().filter_map(|call| call.held).max();
                let step = match rhythm {
                    Some(Rhythm::FromLast(Span::Days(days))) => days.try_into().unwrap(),
                    Some(Rhythm::FromLast(Span::Weeks(weeks))) => {
                        7 * usize::try_from(weeks).unwrap()
                    }
                    _ => 25,
                };
                let ahead = TimeDelta::minutes(
                    15 * i64::try_from(self.between(step * 60, step * 130)).unwrap(),
                );
                let earliest = self.now + TimeDelta::hours(2);
                let soon = earliest
                    + TimeDelta::minutes(15 * i64::try_from(self.dice.below(480)).unwrap());
                let at = last.map_or(soon, |last| last + ahead);
                let at = if at > earliest { at } else { soon };
                at.with_minute(at.minute() / 15 * 15).unwrap()
            }
        };
        let calls = self.ledger.calls.iter();
        let mut times = calls.flat_map(|call| [call.planned, call.held]).flatten();
        let is_free = !times.any(|other| (other - at).num_hours().abs() < 3);
        is_free.then_some(at)
    }

    fn see_to_call(&mut self, number: usize) {
        let planned = self.ledger.calls[number - 1].planned.unwrap();
        let minutes = |count: usize| TimeDelta::minutes(i64::try_from(count).unwrap());
        let notice =
            self.ledger.terms_on(self.ledger.pair_day(planned)).and_then(|terms| terms.notice);
        let hours = match notice {
            Some(Span::Hours(hours)) => hours,
            Some(Span::Days(days)) => 24 * days,
            _ => 24,
        };
        let warned = planned - TimeDelta::hours(i64::from(hours));
        let logged = Intent::LogCall(number);
        let (at, intent) = match self.dice.below(100) {
            0..12 => (self.around(warned), Intent::Cancel(number)),
            12..26 => (self.around(warned), Intent::MoveCall(number)),
            26..34 => (planned + minutes(self.between(10, 2000)), Intent::NoShow(number)),
            // The call is never logged.
            34..38 => return self.plan_again(planned),
            38..70 => (planned + minutes(self.between(30, 120)), logged),
            70..88 => (planned + minutes(self.between(500, 1400)), logged),
            _ => (planned + minutes(self.between(1400, 4000)), logged),
        };
        let soon = self.now + TimeDelta::minutes(2);
        self.intend(at.max(soon), intent);
    }

    fn plan_again(&mut self, from: DateTime<Utc>) {
        let at = from + TimeDelta::minutes(i64::try_from(self.between(60, 11 * 24 * 60)).unwrap());
        self.intend(at, Intent::Plan);
    }

    fn move_call(&mut self, number: usize) {
        let call = &self.ledger.calls[number - 1];
        if !call.is_planned() {
            return;
        }
        let planned = call.planned.unwrap();
        let later = TimeDelta::minutes(15 * i64::try_from(self.between(4, 96 * 8)).unwrap());
        let calls = self.ledger.calls.iter();
        let to = planned.max(self.now) + later;
        let to = to.with_minute(to.minute() / 15 * 15).unwrap();
        let mut times = calls.flat_map(|call| [call.planned, call.held]).flatten();
        if times.any(|other| (other - to).num_hours().abs() < 3) || to <= self.now {
            return self.intend(planned + TimeDelta::hours(1), Intent::LogCall(number));
        }
        let by = self.side();
        self.does(Deed::MoveCall { number, to, by });
        self.see_to_call(number);
    }

    /// Returns whether the moment is after the last report; always true in histories that are not tidy.
    fn is_unreported(&self, at: Option<DateTime<Utc>>) -> bool {
        let last = self.last_review().filter(|_| self.is_tidy);
        last.is_none_or(|last| at.is_some_and(|at| at > last))
    }

    fn minutes_taken(&mut self) -> Option<u32> {
        let minutes = self.pick(&[20, 30, 40, 45, 50, 55, 60, 80]);
        self.chance(60).then_some(minutes)
    }

    fn log_call(&mut self, number: usize) {
        let call = &self.ledger.calls[number - 1];
        let planned = call.planned.unwrap();
        if !call.is_planned() || planned >= self.now || !self.is_unreported(Some(planned)) {
            return self.plan_again(self.now);
        }
        let shift = TimeDelta::minutes(5 * i64::try_from(self.between(1, 400)).unwrap());
        let shifted = if self.chance(60) { planned - shift } else { planned + shift };
        let is_sound = shifted < self.now
            && shifted > self.ledger.created
            && self.is_unreported(Some(shifted));
        let at = (is_sound && self.chance(15)).then_some(shifted);
        // Left to the program only if no other call is possible.
        let others = self
            .ledger
            .calls
            .iter()
            .enumerate()
            .filter(|(at, call)| at + 1 != number && call.is_planned());
        let is_near = |at: DateTime<Utc>| (at - self.now).num_hours().abs() < 100;
        let alone = !others.filter_map(|(_, call)| call.planned).any(is_near);
        let recent = self.now - planned < TimeDelta::hours(60);
        let is_told = at.is_some() || !alone || !recent || self.chance(40);
        let (minutes, private) = (self.minutes_taken(), self.is_private());
        self.does(Deed::Log { call: Some(number), is_told, at, minutes, private });
        if self.chance(6) {
            let at = self.within_days(4);
            self.intend(at, Intent::EditCall(number));
        }
        self.plan_again(self.now);
    }

    fn extra_call(&mut self) {
        let earlier =
            self.now - TimeDelta::minutes(5 * i64::try_from(self.between(5, 600)).unwrap());
        let is_sound = earlier > self.ledger.created && !self.is_tidy;
        let at = (is_sound && self.chance(50)).then_some(earlier);
        let when = at.unwrap_or(self.now);
        let calls = self.ledger.calls.iter();
        let mut times = calls.flat_map(|call| [call.planned, call.held]).flatten();
        if times.any(|other| (other - when).num_hours().abs() < 3) {
            return;
        }
        let (minutes, private) = (self.minutes_taken(), self.is_private());
        self.does(Deed::Log { call: None, is_told: true, at, minutes, private });
    }

    fn edit_call(&mut self, number: usize) {
        let held = self.ledger.calls[number - 1].held;
        if !self.is_unreported(held) {
            return;
        }
        let shift = TimeDelta::minutes(5 * i64::try_from(self.between(1, 100)).unwrap());
        let earlier = held.map(|held| held - shift).filter(|at| *at > self.ledger.created);
        let at = earlier.filter(|at| self.is_unreported(Some(*at)));
        let calls = self.ledger.calls.iter().enumerate().filter(|(at, _)| at + 1 != number);
        let mut others = calls.flat_map(|(_, call)| [call.planned, call.held]).flatten();
        let is_free = at.is_some_and(|at| !others.any(|other| (other - at).num_hours().abs() < 3));
        let at = at.filter(|_| is_free && self.dice.below(2) == 0);
        let minutes = match at {
            Some(_) => None,
            None => Some(self.pick(&[25, 35, 65])),
        };
        self.does(Deed::EditCall { number, at, minutes });
    }
}

/// Generating follow-ups, questions and feedback.
impl Generator {
    fn is_open(&self, number: usize) -> bool {
        self.ledger.followups[number - 1].state() == FollowUpState::Open
    }

    fn take_on(&mut self) {
        let owner = self.side();
        let due = days_after(self.local_day(owner), self.between(0, 14));
        let due = self.chance(92).then_some(due);
        let private = self.is_private();
        self.does(Deed::FollowUp { owner, due, private });
        self.decide_next_step(self.ledger.followups.len());
    }

    /// Decides what happens to a follow-up next.
    fn decide_next_step(&mut self, number: usize) {
        let duty = self.ledger.followups[number - 1].duty();
        let end = match duty.due {
            Some(due) => {
                self.ledger.end_of_day(duty.owner, due).max(self.now + TimeDelta::hours(2))
            }
            None => self.within_days(20),
        };
        let at = self.with_regard_to(end);
        let intent = match self.dice.below(100) {
            0..42 => Intent::Finish(number),
            42..52 => Intent::FinishEarlier(number),
            52..68 => Intent::Postpone(number),
            68..78 => Intent::HandOver(number),
            78..88 => Intent::DropFollowUp(number),
            // The follow-up is never mentioned again.
            _ => return,
        };
        self.intend(at.max(self.now + TimeDelta::minutes(1)), intent);
    }

    fn waits(&self, number: usize) -> bool {
        self.ledger.questions[number - 1].is_open()
    }

    /// Returns about when an answer is due, ignoring days away.
    fn about_due(&self, side: Side, came: NaiveDate, within: Option<Span>) -> DateTime<Utc> {
        let (count, only_working_days) = match within {
            Some(Span::WorkingDays(count)) => (count, true),
            Some(Span::Hours(count)) => (count.div_ceil(24), true),
            Some(Span::Days(count)) => (count, false),
            Some(Span::Weeks(count)) => (7 * count, false),
            _ => (2, true),
        };
        let later = came.iter_days().skip(1);
        let mut running =
            later.filter(|day| !only_working_days || self.ledger.works_on(side, *day));
        let last = running.nth(usize::try_from(count).unwrap() - 1).unwrap();
        self.ledger.end_of_day(side, last)
    }

    fn ask(&mut self) {
        let (from, private) = (self.side(), self.is_private());
        let earlier = self.now - TimeDelta::minutes(i64::try_from(self.between(10, 3000)).unwrap());
        let at = (!self.is_tidy && self.chance(15))
            .then_some(earlier)
            .filter(|at| *at > self.ledger.created);
        self.does(Deed::Ask { from, at, private });
        let number = self.ledger.questions.len();
        let side = from.other();
        let came = self.ledger.local_day(side, at.unwrap_or(self.now));
        let within = self.ledger.terms_on(came).and_then(|terms| terms.replies(side));
        let end = self.about_due(side, came, within);
        let at = self.with_regard_to(end).max(self.now + TimeDelta::minutes(1));
        match self.dice.below(100) {
            0..52 => self.intend(at, Intent::Answer(number)),
            52..75 => self.intend(at, Intent::Seen(number)),
            75..82 => self.intend(at, Intent::AnswerEarlier(number)),
            82..90 => self.intend(at, Intent::DropQuestion(number)),
            _ => {}
        }
    }

    fn see(&mut self, number: usize) {
        let side = self.ledger.questions[number - 1].from.other();
        let day = days_after(self.local_day(side), self.between(0, 8));
        let by = self.chance(80).then_some(day);
        self.does(Deed::Seen { number, by, at: None });
        let end = self.ledger.end_of_day(side, day);
        let at = self.with_regard_to(end).max(self.now + TimeDelta::minutes(1));
        if self.chance(85) {
            self.intend(at, Intent::Answer(number));
        }
    }

    fn give_feedback(&mut self) {
        let (from, private) = (self.side(), self.is_private());
        let today = self.local_day(from);
        let on = if self.chance(20) { self.earlier_day(today, 3) } else { None };
        self.does(Deed::Feedback { from, on, private });
        let number = self.ledger.feedback.len();
        let side = from.other();
        let came = on.unwrap_or_else(|| self.local_day(side));
        let within = self.ledger.terms_on(came).and_then(|terms| terms.feedback);
        let end = self.about_due(side, came, within);
        let at = self.with_regard_to(end).max(self.now + TimeDelta::minutes(1));
        match self.dice.below(100) {
            0..65 => self.intend(at, Intent::Respond(number)),
            65..80 => self.intend(at, Intent::RespondEarlier(number)),
            _ => {}
        }
    }
}

/// Generating days away, agreements, moves of home and reviews.
impl Generator {
    fn go_away(&mut self) {
        let who = self.side();
        let today = self.local_day(who);
        let from = if self.chance(25) {
            days_before(today, self.between(1, 8))
        } else {
            days_after(today, self.between(0, 20))
        };
        let until = days_after(from, self.between(0, 14));
        let mut own = self.ledger.absences.iter().filter(|one| one.who == who && !one.is_dropped);
        if own.any(|one| one.from <= until && from <= one.until) {
            return;
        }
        self.does(Deed::Away { who, from, until });
        let (may_stay, percent, days) =
            if self.is_tidy { (from > days_after(today, 3), 20, 3) } else { (true, 25, 12) };
        if may_stay && self.chance(percent) {
            let at = self.within_days(days);
            self.intend(at, Intent::StayAfterAll(self.ledger.absences.len()));
        }
    }

    fn renew(&mut self) {
        let before = self.ledger.versions[self.ledger.versions.len() - 1].terms.clone();
        // In tidy histories the agreement is not renewed within three days of a review, so that no day is reviewed and
        // then agreed anew.
        let soon = self
            .last_review()
            .is_some_and(|last| self.is_tidy && self.now - last < TimeDelta::days(3));
        if soon {
            let at = self.now + TimeDelta::days(4);
            return self.intend(at, Intent::Renew);
        }
        let kinds = self.ledger.versions.iter().filter_map(|version| version.terms.rhythm);
        let kinds: Vec<bool> = kinds.map(|rhythm| rhythm.is_fixed()).collect();
        let is_first_change = kinds.iter().all(|kind| *kind == kinds[0]);
        let mut terms = before.clone();
        if self.chance(50) {
            let may_change_kind = is_first_change && self.chance(50);
            self.change_rhythm(&mut terms, may_change_kind);
        }
        self.change_figures(&mut terms, 35);
        if self.chance(20) {
            let starts = days_after(self.ledger.pair_day(self.now), self.between(0, 12));
            terms.starts = Some(starts);
            if terms.ends.is_some_and(|ends| ends <= starts) || self.chance(30) {
                terms.ends = Some(days_after(starts, self.between(20, 200)));
            }
        }
        if terms == before {
            return;
        }
        let (user, proposed) = (self.user, self.chance(25));
        self.does(Deed::Renew { terms, before, proposed });
        let other_accepts = self.chance(75);
        self.now += TimeDelta::minutes(1);
        if other_accepts && self.chance(70) {
            self.does(Deed::Accept { by: user.other(), on: None });
        } else if other_accepts {
            let at = self.within_days(8);
            self.intend(at, Intent::Accept(user.other()));
        }
        if proposed && self.chance(60) {
            let at = self.within_days(5);
            self.intend(at, Intent::Accept(user));
        }
    }

    fn accept(&mut self, by: Side) {
        let newest = &self.ledger.versions[self.ledger.versions.len() - 1];
        if newest.accepted[by as usize].is_some() {
            return;
        }
        let (recorded, today) = (self.ledger.local_day(by, newest.recorded), self.local_day(by));
        let earlier = if self.chance(30) { self.earlier_day(today, 4) } else { None };
        let on = earlier.filter(|on| *on >= recorded);
        self.does(Deed::Accept { by, on });
    }

    fn move_house(&mut self) {
        let who = self.side();
        let before_move = *self.ledger.now_at_home(who);
        let mut to = before_move;
        if self.chance(70) {
            to.zone = self.pick(&ZONES);
        }
        if self.chance(50) {
            to.week = self.pick(&WEEKS);
        }
        if to == before_move {
            return;
        }
        let (here, there) = (self.local_day(who), local_time(to.zone, self.now).date());
        let today = here.min(there);
        let last =
            self.ledger.schedules[who as usize].iter().filter_map(|schedule| schedule.first).max();
        let begun = self.ledger.local_day(who, self.ledger.created);
        let earliest = last.unwrap_or(begun);
        let from = match self.dice.below(3) {
            0 if here == there => None,
            1 if !self.is_tidy => Some(days_before(today, self.between(0, 15))),
            _ => Some(today),
        };
        if from.unwrap_or(today) <= earliest {
            return;
        }
        self.does(Deed::Move { who, to, before: before_move, from });
    }

    fn review(&mut self) {
        let today = self.local_day(self.user);
        let last = self.ledger.reviews.iter().map(|review| review.on).max();
        let earlier = if self.chance(15) { self.earlier_day(today, 5) } else { None };
        let on = earlier.filter(|on| last.is_none_or(|last| *on > last));
        let private = self.is_private();
        let is_too_early = self.is_tidy && !self.ledger.is_accepted();
        if is_too_early || last.is_some_and(|last| on.unwrap_or(today) <= last) {
            return;
        }
        // No day and no deadline ends between the report, which is printed on the minute, and its record.
        self.now += TimeDelta::seconds(45);
        self.does(Deed::Review { on, private });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn same_seed_generates_the_same_history() {
        let manner = Manner { is_tidy: false, has_private: true };
        let (one, other) = (generate(7, &manner), generate(7, &manner));
        assert_eq!(one.events, other.events);
        assert_eq!(one.looks, other.looks);
    }

    #[test]
    fn every_event_has_its_own_moment() {
        let manner = Manner { is_tidy: false, has_private: true };
        for seed in 0..40 {
            let history = generate(seed, &manner);
            let moments: Vec<_> = history.events.iter().map(|event| event.at).collect();
            assert!(moments.is_sorted_by(|a, b| a < b), "{seed}");
            assert!(!moments.iter().any(|at| history.looks.contains(at)), "{seed}");
        }
    }
}
