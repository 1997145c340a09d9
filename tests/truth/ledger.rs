//! The state after all events up to a moment: each record with all its earlier states.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::history::{Deed, Event, FollowUpState, Home, Side, Span, Terms};
use crate::zone::{beginning, local_time};

#[derive(Clone, Debug)]
pub struct Schedule {
    /// The first day. `None`: since always.
    pub first: Option<NaiveDate>,
    pub home: Home,
}

#[derive(Clone, Debug)]
pub struct Version {
    pub terms: Terms,
    pub recorded: DateTime<Utc>,
    /// The days of acceptance by the mentor and the mentee.
    pub accepted: [Option<NaiveDate>; 2],
    /// When the last acceptance was recorded.
    pub accepted_at: DateTime<Utc>,
}

impl Version {
    /// Returns the day on which both had accepted it.
    fn agreed_on(&self) -> Option<NaiveDate> {
        let [one, other] = self.accepted;
        Some(one?.max(other?))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PairState {
    Active,
    Paused,
    Ended,
}

#[derive(Clone, Debug)]
pub struct Absence {
    pub who: Side,
    pub from: NaiveDate,
    pub until: NaiveDate,
    pub entered: DateTime<Utc>,
    pub is_dropped: bool,
}

#[derive(Clone, Debug)]
pub struct CallMove {
    pub when: DateTime<Utc>,
    pub from: DateTime<Utc>,
    pub by: Side,
}

#[derive(Clone, Debug, Default)]
pub struct Call {
    /// When it was recorded.
    pub added: DateTime<Utc>,
    pub first_planned: Option<DateTime<Utc>>,
    pub planned: Option<DateTime<Utc>>,
    pub planned_minutes: Option<u32>,
    pub moves: Vec<CallMove>,
    pub held: Option<DateTime<Utc>>,
    pub minutes: Option<u32>,
    pub cancelled: Option<(DateTime<Utc>, Side)>,
    /// Whether it counted as late when it was cancelled.
    pub was_cancelled_late: bool,
    pub no_show: Option<Side>,
    /// Whether it was recorded as an extra call.
    pub is_extra: bool,
}

impl Call {
    /// Returns whether the call had been planned for a later time at a moment, and was not called off.
    pub fn was_to_come(&self, at: DateTime<Utc>) -> bool {
        let moved = self.moves.iter().find(|one| one.when > at).map(|one| one.from);
        let is_off = self.cancelled.is_some_and(|(when, _)| when <= at);
        self.added <= at && !is_off && moved.or(self.planned).is_some_and(|plan| plan > at)
    }

    pub fn is_planned(&self) -> bool {
        self.held.is_none() && self.cancelled.is_none() && self.no_show.is_none()
    }

    pub fn known_minutes(&self) -> Option<u32> {
        self.minutes.or(self.planned_minutes)
    }
}

/// The owner and the due day of a follow-up since a moment.
#[derive(Clone, Copy, Debug)]
pub struct Duty {
    pub since: DateTime<Utc>,
    pub owner: Side,
    pub due: Option<NaiveDate>,
}

#[derive(Clone, Copy, Debug)]
pub struct Turn {
    pub when: DateTime<Utc>,
    pub to: FollowUpState,
    pub on: NaiveDate,
}

#[derive(Clone, Debug)]
pub struct FollowUp {
    pub private: bool,
    pub duties: Vec<Duty>,
    pub turns: Vec<Turn>,
}

impl FollowUp {
    pub fn duty(&self) -> Duty {
        self.duties[self.duties.len() - 1]
    }

    pub fn state(&self) -> FollowUpState {
        self.turns.last().map_or(FollowUpState::Open, |turn| turn.to)
    }

    /// Returns the state at a moment. `None`: it was open, as when added.
    pub fn turn_at(&self, at: DateTime<Utc>) -> Option<Turn> {
        self.turns.iter().rev().find(|turn| turn.when < at).copied()
    }
}

#[derive(Clone, Debug)]
pub struct Question {
    pub private: bool,
    pub from: Side,
    pub asked: DateTime<Utc>,
    pub seen: Option<DateTime<Utc>>,
    pub promised: Option<NaiveDate>,
    /// The first answer.
    pub answered: Option<DateTime<Utc>>,
    pub is_answered: bool,
    /// The day on which the question was dropped, where the answerer lived as far as was known then.
    pub dropped: Option<NaiveDate>,
}

impl Question {
    pub fn is_open(&self) -> bool {
        !self.is_answered && self.dropped.is_none()
    }
}

#[derive(Clone, Debug)]
pub struct Feedback {
    pub private: bool,
    pub from: Side,
    pub on: NaiveDate,
    pub recorded: DateTime<Utc>,
    /// The day of the response, and when it was recorded.
    pub response: Option<(NaiveDate, DateTime<Utc>)>,
}

#[derive(Clone, Debug)]
pub struct Goal {
    pub private: bool,
    pub by: NaiveDate,
    /// Whether the goal was reached, on which day, and when that was recorded.
    pub closed: Option<(bool, NaiveDate, DateTime<Utc>)>,
}

#[derive(Clone, Debug)]
pub struct Note {
    pub private: bool,
    pub on: NaiveDate,
    pub recorded: DateTime<Utc>,
    /// The moment of the record by the time zones that were known when it was recorded.
    pub moment: DateTime<Utc>,
}

#[derive(Clone, Debug)]
pub struct Ledger {
    pub user: Side,
    pub schedules: [Vec<Schedule>; 2],
    pub created: DateTime<Utc>,
    pub versions: Vec<Version>,
    pub states: Vec<(DateTime<Utc>, PairState)>,
    pub absences: Vec<Absence>,
    pub calls: Vec<Call>,
    pub followups: Vec<FollowUp>,
    pub questions: Vec<Question>,
    pub feedback: Vec<Feedback>,
    pub goals: Vec<Goal>,
    pub wins: Vec<Note>,
    pub reviews: Vec<Note>,
}

/// The versions in force, with the first day of each, and the last day of the mentorship.
#[derive(Clone, Debug)]
pub struct Agreed<'l> {
    versions: Vec<(NaiveDate, &'l Terms)>,
    last_day: Option<NaiveDate>,
}

impl<'l> Agreed<'l> {
    /// Returns the first day of the first version.
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.versions.first().map(|(first, _)| *first)
    }

    /// Returns the day that was agreed for the first review.
    pub fn review_on(&self) -> Option<NaiveDate> {
        self.versions.iter().find_map(|(_, terms)| terms.review_on)
    }

    pub fn terms_on(&self, day: NaiveDate) -> Option<&'l Terms> {
        if self.last_day.is_some_and(|last| day > last) {
            return None;
        }
        let mut newest_first = self.versions.iter().rev();
        let (_, terms) = newest_first.find(|(first, _)| *first <= day)?;
        terms.ends.is_none_or(|ends| day <= ends).then_some(*terms)
    }
}

impl Ledger {
    pub fn new(user: Side) -> Ledger {
        Ledger {
            user,
            schedules: [Vec::new(), Vec::new()],
            created: DateTime::UNIX_EPOCH,
            versions: Vec::new(),
            states: Vec::new(),
            absences: Vec::new(),
            calls: Vec::new(),
            followups: Vec::new(),
            questions: Vec::new(),
            feedback: Vec::new(),
            goals: Vec::new(),
            wins: Vec::new(),
            reviews: Vec::new(),
        }
    }

    /// Returns the state at a moment.
    pub fn at(user: Side, events: &[Event], now: DateTime<Utc>) -> Ledger {
        let mut ledger = Ledger::new(user);
        let known = events.iter().filter(|event| event.at <= now);
        known.for_each(|event| ledger.apply(event));
        ledger
    }

    #[expect(clippy::too_many_lines, reason = "a step for each deed")]
    pub fn apply(&mut self, event: &Event) {
        let now = event.at;
        match &event.deed {
            Deed::Init { home } => {
                self.schedules[self.user as usize].push(Schedule { first: None, home: *home });
            }
            Deed::Pair { user, home } => {
                self.schedules[user.other() as usize].push(Schedule { first: None, home: *home });
                self.created = now;
            }
            Deed::Agree { terms, proposed } | Deed::Renew { terms, proposed, .. } => {
                let mut accepted = [None, None];
                accepted[self.user as usize] = (!proposed).then(|| self.local_day(self.user, now));
                self.versions.push(Version {
                    terms: terms.clone(),
                    recorded: now,
                    accepted,
                    accepted_at: now,
                });
            }
            Deed::Accept { by, on } => {
                let day = on.unwrap_or_else(|| self.local_day(*by, now));
                if let Some(version) = self.versions.last_mut() {
                    version.accepted[*by as usize] = Some(day);
                    version.accepted_at = now;
                }
            }
            Deed::Move { who, to, from, .. } => {
                let first = from.unwrap_or_else(|| local_time(to.zone, now).date());
                self.schedules[*who as usize].push(Schedule { first: Some(first), home: *to });
            }
            Deed::Away { who, from, until } => self.absences.push(Absence {
                who: *who,
                from: *from,
                until: *until,
                entered: now,
                is_dropped: false,
            }),
            Deed::AwayDrop { number } => {
                let absence = &self.absences[*number - 1];
                let today = self.local_day(absence.who, now);
                // Days that are over stay, unless they were entered on the same day.
                let stay =
                    absence.from < today && self.local_day(absence.who, absence.entered) < today;
                let absence = &mut self.absences[*number - 1];
                if stay {
                    absence.until = today - TimeDelta::days(1);
                } else {
                    absence.is_dropped = true;
                }
            }
            Deed::Pause => self.states.push((now, PairState::Paused)),
            Deed::Resume => self.states.push((now, PairState::Active)),
            Deed::End => self.states.push((now, PairState::Ended)),
            Deed::Plan { at, minutes } => {
                let agreed = self.agreed_minutes(now);
                self.calls.push(Call {
                    added: now,
                    first_planned: Some(*at),
                    planned: Some(*at),
                    planned_minutes: minutes.or(agreed),
                    ..Call::default()
                });
            }
            Deed::MoveCall { number, to, by } => {
                let call = &mut self.calls[*number - 1];
                let from = call.planned.unwrap_or(now);
                call.moves.push(CallMove { when: now, from, by: *by });
                call.planned = Some(*to);
            }
            Deed::Cancel { number, by } => {
                let planned = self.calls[*number - 1].planned.unwrap_or(now);
                let in_time =
                    self.leaves_notice(&self.agreed(), now, planned).unwrap_or(planned >= now);
                let call = &mut self.calls[*number - 1];
                call.cancelled = Some((now, *by));
                call.was_cancelled_late = !in_time;
            }
            Deed::NoShow { number, by } => self.calls[*number - 1].no_show = Some(*by),
            Deed::Log { call, is_told, at, minutes, .. } => {
                let number = call.unwrap_or_else(|| {
                    self.calls.push(Call { added: now, is_extra: *is_told, ..Call::default() });
                    self.calls.len()
                });
                let planned = &mut self.calls[number - 1];
                planned.held = at.or(planned.planned).or(Some(now));
                planned.minutes = *minutes;
            }
            Deed::EditCall { number, at, minutes } => {
                let call = &mut self.calls[*number - 1];
                call.held = at.or(call.held);
                call.minutes = minutes.or(call.minutes);
            }
            Deed::FollowUp { owner, due, private } => self.followups.push(FollowUp {
                private: *private,
                duties: vec![Duty { since: now, owner: *owner, due: *due }],
                turns: Vec::new(),
            }),
            Deed::EditFollowUp { number, owner, due } => {
                let followup = &mut self.followups[*number - 1];
                let before = followup.duty();
                followup.duties.push(Duty {
                    since: now,
                    owner: owner.unwrap_or(before.owner),
                    due: due.or(before.due),
                });
            }
            Deed::TurnFollowUp { number, to, on } => {
                let owner = self.followups[*number - 1].duty().owner;
                let on = on.unwrap_or_else(|| self.local_day(owner, now));
                self.followups[*number - 1].turns.push(Turn { when: now, to: *to, on });
            }
            Deed::Ask { from, at, private } => self.questions.push(Question {
                private: *private,
                from: *from,
                asked: at.unwrap_or(now),
                seen: None,
                promised: None,
                answered: None,
                is_answered: false,
                dropped: None,
            }),
            Deed::Seen { number, by, at } => {
                let question = &mut self.questions[*number - 1];
                question.seen = Some(at.unwrap_or(now));
                question.promised = by.or(question.promised);
            }
            Deed::Answer { number, at } => {
                let question = &mut self.questions[*number - 1];
                let at = at.unwrap_or(now);
                question.answered = Some(question.answered.map_or(at, |first| first.min(at)));
                question.is_answered = true;
            }
            Deed::DropQuestion { number } => {
                let today = self.local_day(self.questions[*number - 1].from.other(), now);
                self.questions[*number - 1].dropped = Some(today);
            }
            Deed::ReopenQuestion { number } => {
                let question = &mut self.questions[*number - 1];
                (question.dropped, question.is_answered) = (None, false);
            }
            Deed::Feedback { from, on, private } => self.feedback.push(Feedback {
                private: *private,
                from: *from,
                on: on.unwrap_or_else(|| self.local_day(*from, now)),
                recorded: now,
                response: None,
            }),
            Deed::Respond { number, on } => {
                let receiver = self.feedback[*number - 1].from.other();
                let on = on.unwrap_or_else(|| self.local_day(receiver, now));
                self.feedback[*number - 1].response = Some((on, now));
            }
            Deed::Goal { by, private } => {
                self.goals.push(Goal { private: *private, by: *by, closed: None });
            }
            Deed::MoveGoal { number, by } => self.goals[*number - 1].by = *by,
            Deed::CloseGoal { number, done, on } => {
                let on = on.unwrap_or_else(|| self.local_day(Side::Mentee, now));
                self.goals[*number - 1].closed = Some((*done, on, now));
            }
            Deed::Win { on, private } => {
                let note = self.note(*on, *private, now);
                self.wins.push(note);
            }
            Deed::Review { on, private } => {
                let note = self.note(*on, *private, now);
                self.reviews.push(note);
            }
        }
    }

    fn note(&self, on: Option<NaiveDate>, private: bool, now: DateTime<Utc>) -> Note {
        let on = on.unwrap_or_else(|| self.local_day(self.user, now));
        Note { private, on, recorded: now, moment: self.moment(now, on) }
    }

    pub fn now_at_home(&self, who: Side) -> &Home {
        let schedules = &self.schedules[who as usize];
        &schedules[schedules.len() - 1].home
    }

    /// Returns the date for a person at an instant: the first day that has not ended by then.
    pub fn local_day(&self, who: Side, at: DateTime<Utc>) -> NaiveDate {
        let near = local_time(self.now_at_home(who).zone, at).date() - TimeDelta::days(3);
        near.iter_days().find(|day| self.end_of_day(who, *day) > at).unwrap()
    }

    /// Returns the zone and working week of a person on a day.
    pub fn home_on(&self, who: Side, day: NaiveDate) -> &Home {
        let mut newest_first = self.schedules[who as usize].iter().rev();
        let found = newest_first.find(|schedule| schedule.first.is_none_or(|first| day >= first));
        &found.unwrap().home
    }

    pub fn works_on(&self, who: Side, day: NaiveDate) -> bool {
        use chrono::Datelike;
        self.home_on(who, day).week[day.weekday().num_days_from_monday() as usize]
    }

    pub fn beginning_of_day(&self, who: Side, day: NaiveDate) -> DateTime<Utc> {
        self.end_of_day(who, day.pred_opt().unwrap())
    }

    pub fn end_of_day(&self, who: Side, day: NaiveDate) -> DateTime<Utc> {
        beginning(self.home_on(who, day).zone, day.succ_opt().unwrap())
    }

    /// Returns the pair day: the earlier of the two dates.
    pub fn pair_day(&self, at: DateTime<Utc>) -> NaiveDate {
        let days = Side::BOTH.map(|side| self.local_day(side, at));
        days[0].min(days[1])
    }

    /// Returns when a day begins for the first of the two.
    pub fn beginning_of_pair_day(&self, day: NaiveDate) -> DateTime<Utc> {
        let moments = Side::BOTH.map(|side| self.beginning_of_day(side, day));
        moments[0].min(moments[1])
    }

    /// Returns when a day has ended for both.
    pub fn end_of_pair_day(&self, day: NaiveDate) -> DateTime<Utc> {
        let moments = Side::BOTH.map(|side| self.end_of_day(side, day));
        moments[0].max(moments[1])
    }

    /// Returns the last day of a pair that has ended.
    pub fn last_day(&self) -> Option<NaiveDate> {
        let (when, state) = self.states.last()?;
        (*state == PairState::Ended).then(|| self.pair_day(*when))
    }

    /// Returns whether both have accepted any version.
    pub fn is_accepted(&self) -> bool {
        let mut accepted = self.versions.iter().map(|version| version.accepted);
        accepted.any(|accepted| accepted.iter().all(Option::is_some))
    }

    /// Returns when it was recorded for the first time that both had accepted a version.
    pub fn first_acceptance(&self) -> Option<DateTime<Utc>> {
        let mut versions = self.versions.iter();
        versions.find_map(|version| version.agreed_on().map(|_| version.accepted_at))
    }

    /// Returns the versions that came into force, each with its first day.
    pub fn versions_in_force(&self) -> Vec<(NaiveDate, &Terms)> {
        self.in_force().into_iter().map(|(first, version)| (first, &version.terms)).collect()
    }

    fn in_force(&self) -> Vec<(NaiveDate, &Version)> {
        let mut found: Vec<(NaiveDate, &Version)> = Vec::new();
        for version in &self.versions {
            let Some(agreed) = version.agreed_on() else {
                continue;
            };
            let first = match (version.terms.starts, found.is_empty()) {
                (Some(starts), true) => starts,
                (Some(starts), false) => starts.max(agreed),
                (None, _) => agreed,
            };
            found.push((first, version));
        }
        if let (true, Some(newest)) = (found.is_empty(), self.versions.last()) {
            let recorded = self.pair_day(newest.recorded);
            found.push((newest.terms.starts.unwrap_or(recorded), newest));
        }
        found
    }

    /// Returns whether a planned call was cancelled or moved early enough by an agreement. `None`: it had no notice at that
    /// time.
    pub fn leaves_notice(
        &self,
        agreed: &Agreed<'_>,
        when: DateTime<Utc>,
        planned: DateTime<Utc>,
    ) -> Option<bool> {
        let needed = match agreed.terms_on(self.pair_day(when))?.notice? {
            Span::Hours(hours) => TimeDelta::hours(i64::from(hours)),
            Span::Days(days) | Span::WorkingDays(days) => TimeDelta::days(i64::from(days)),
            Span::Weeks(weeks) => TimeDelta::weeks(i64::from(weeks)),
            Span::Months(months) => TimeDelta::days(30 * i64::from(months)),
        };
        Some(planned - when >= needed)
    }

    /// Returns the terms by day.
    pub fn agreed(&self) -> Agreed<'_> {
        Agreed { versions: self.versions_in_force(), last_day: self.last_day() }
    }

    /// Returns the terms by day whose acceptance was recorded by a moment.
    pub fn agreed_by(&self, at: DateTime<Utc>) -> Agreed<'_> {
        let mut versions = self.in_force();
        versions.retain(|(_, version)| version.agreed_on().is_some() && version.accepted_at <= at);
        let mut states = self.states.iter().filter(|(when, _)| *when <= at);
        let ended = states.next_back().filter(|(_, state)| *state == PairState::Ended);
        Agreed {
            versions: versions
                .into_iter()
                .map(|(first, version)| (first, &version.terms))
                .collect(),
            last_day: ended.map(|(when, _)| self.pair_day(*when)),
        }
    }

    /// Returns the moment at which a record with a day counts: when it was recorded or, if its day had ended for both
    /// by then, the beginning of the next day.
    pub fn moment(&self, recorded: DateTime<Utc>, on: NaiveDate) -> DateTime<Utc> {
        if self.end_of_pair_day(on) <= recorded {
            self.beginning_of_pair_day(on + TimeDelta::days(1))
        } else {
            recorded
        }
    }

    pub fn terms_on(&self, day: NaiveDate) -> Option<&Terms> {
        self.agreed().terms_on(day)
    }

    /// Returns the first day of the agreement.
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.versions_in_force().first().map(|(first, _)| *first)
    }

    fn agreed_minutes(&self, now: DateTime<Utc>) -> Option<u32> {
        self.terms_on(self.pair_day(now)).and_then(|terms| terms.minutes)
    }
}
