//! Judging rhythms: those counted from the last time, and fixed ones.

use std::collections::{BTreeMap, VecDeque};

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};

use crate::history::{Rhythm, Span, Terms};
use crate::ledger::Call;
use crate::oracle::{Oracle, Period, Rest, Tally, calendar_days};
use crate::zone::{Zone, instant, local_time};

/// The moment and the day of a call or review.
type Time = (DateTime<Utc>, NaiveDate);

/// A day by which a call is due, and the day after which a call counts for it.
struct Place {
    opens_after: Option<NaiveDate>,
    day: NaiveDate,
}

/// The length of a step that begins on a day. `None`: the rhythm does not apply on that day.
type Step = fn(&Oracle<'_>, NaiveDate) -> Option<Span>;

/// The course of a rhythm that is counted from the last time.
struct Course {
    step: Step,
    /// All calls or reviews before the end of the period, in order.
    times: Vec<Time>,
    /// Returns the day by which the very first one is due. If the first call takes place earlier, the places are counted
    /// from it.
    first_deadline: fn(&Oracle<'_>) -> Option<NaiveDate>,
}

/// Returns the span agreed between calls on a day, if it counts from the last one.
fn from_last(oracle: &Oracle<'_>, day: NaiveDate) -> Option<Span> {
    match oracle.terms_on(day)?.rhythm? {
        Rhythm::FromLast(span) => Some(span),
        _ => None,
    }
}

/// Returns the span agreed between reviews on a day.
fn review_every(oracle: &Oracle<'_>, day: NaiveDate) -> Option<Span> {
    oracle.terms_on(day)?.review_every
}

impl Course {
    /// Returns the day by which the next one is due after those that have taken place.
    fn deadline_after(&self, oracle: &Oracle<'_>, times: &[Time]) -> Option<NaiveDate> {
        match times.last() {
            Some((_, day)) => oracle.advance(*day, self.step),
            None => (self.first_deadline)(oracle),
        }
    }
}

impl<'l> Oracle<'l> {
    /// Returns the day after `from` that is the `count`th active one.
    fn active_day(&self, from: NaiveDate, count: usize, rests: &[&Rest]) -> Option<NaiveDate> {
        let is_active = |day: &NaiveDate| {
            self.terms_on(*day).is_some() && !rests.iter().any(|rest| rest.covers(*day))
        };
        let mut active = self.days_from(from).skip(1).filter(is_active);
        active.nth(count - 1)
    }

    /// Returns the day one step after `from`. If the step changes on the way, the later day counts. If the rhythm is
    /// agreed only later, it counts from then on.
    fn advance(&self, from: NaiveDate, step: Step) -> Option<NaiveDate> {
        let step = |day| step(self, day);
        let from = self.days_from(from).find(|day| step(*day).is_some())?;
        let reach = |span: Span| {
            let count = usize::try_from(calendar_days(span, from).max(1)).unwrap();
            let end = |day| self.end_of_pair_day(day);
            self.settle(|_| true, end, |rests| self.active_day(from, count, rests))
        };
        let mut span = step(from)?;
        let mut day = reach(span)?;
        let mut at = from;
        while at < day {
            at = at.succ_opt()?;
            if let Some(changed) = step(at).filter(|changed| *changed != span) {
                span = changed;
                day = day.max(reach(changed)?);
            }
        }
        step(day).map(|_| day)
    }

    /// Returns the first active day on or after a day.
    fn first_active(&self, from: NaiveDate) -> Option<NaiveDate> {
        let end = |day| self.end_of_pair_day(day);
        self.settle(|_| true, end, |rests| self.active_day(from.pred_opt()?, 1, rests))
    }

    /// Returns the places after the last one that was counted, until a day.
    fn places(
        &self,
        course: &Course,
        times: &[Time],
        counted: Option<NaiveDate>,
        last: NaiveDate,
    ) -> VecDeque<Place> {
        let first_held = times.first().map(|(_, day)| *day);
        let mut next = match counted {
            Some(day) => self.advance(day, course.step),
            None => (course.first_deadline)(self).into_iter().chain(first_held).min(),
        };
        let mut opens_after = counted;
        let mut places = VecDeque::new();
        while let Some(day) = next {
            places.push_back(Place { opens_after, day });
            if day > last {
                break;
            }
            opens_after = Some(day);
            next = self.advance(day, course.step);
        }
        places
    }

    /// Returns the moments of the reports up to the end of a period, which is the last one, each with what was known
    /// then. The beginning of the period is no report, and belongs to the next one.
    fn reports(&self, period: Period) -> Vec<(DateTime<Utc>, Oracle<'l>)> {
        let reviews = self.reviews().map(|one| one.moment);
        let reviews = reviews.filter(|at| self.was_accepted_at(*at));
        let mut known: BTreeMap<DateTime<Utc>, bool> = BTreeMap::new();
        known.insert(period.since, false);
        known.extend(reviews.filter(|at| *at < period.until).map(|at| (at, true)));
        known.insert(period.until, false);
        let known_at = |at: &DateTime<Utc>| {
            let next = known.range(at..).find(|(_, is_review)| **is_review);
            self.as_known_at(next.map_or(DateTime::<Utc>::MAX_UTC, |(at, _)| *at))
        };
        known.keys().map(|at| (*at, known_at(at))).collect()
    }

    /// Goes through the calls from report to report, each by what was known then. What was counted in one is not counted
    /// again, and what was missed can't be made good after it.
    fn tally_from_last(&self, course: &Course, period: Period) -> Tally {
        let mut tally = Tally::default();
        let (mut counted, mut printed) = (None, 0);
        for (report, known) in self.reports(period) {
            let times: Vec<Time> =
                course.times.iter().copied().filter(|(at, _)| *at <= report).collect();
            let newest = times.last().map_or(NaiveDate::MIN, |(_, day)| *day);
            let last_day = self.ledger.pair_day(report).max(newest);
            let mut places = known.places(course, &times, counted, last_day);
            for (at, (moment, day)) in times.iter().enumerate().skip(printed) {
                let next = places.front().filter(|_| !known.is_over_on(*day));
                let is_open =
                    next.is_some_and(|next| next.opens_after.is_none_or(|opens| opens < *day));
                if !is_open {
                    continue;
                }
                counted = places.pop_front().map(|place| place.day);
                if period.has(*moment) {
                    tally.add(true);
                    let deadline = course.deadline_after(&known, &times[..at]);
                    tally.late += u32::from(deadline.is_some_and(|deadline| *day > deadline));
                }
            }
            printed = times.len();
            let is_over = |day: NaiveDate| self.end_of_pair_day(day) <= report;
            let is_waited_for = !course.deadline_after(&known, &times).is_some_and(is_over);
            let last = times.last().map(|(_, day)| *day);
            for place in places {
                let was_passed_over = last.is_some_and(|last| place.day <= last);
                if !was_passed_over && (is_waited_for || !is_over(place.day)) {
                    break;
                }
                counted = Some(place.day);
                if period.has(report) {
                    tally.add(false);
                }
            }
        }
        tally
    }

    /// Walks from deadline to deadline. What takes place after one only sets the next.
    fn tally_deadlines(&self, course: &Course, period: Period) -> Tally {
        let mut tally = Tally::default();
        let (mut settled, mut is_owed) = (None, false);
        // What took place or passed last, from which the next deadline is counted.
        let mut from: Vec<Time> = Vec::new();
        let mut open = course.times.iter().copied().peekable();
        for (report, known) in self.reports(period) {
            loop {
                let deadline = course.deadline_after(&known, &from);
                let is_next = |(at, day): &Time| {
                    *at <= report && deadline.is_none_or(|deadline| *day <= deadline)
                };
                if let Some((moment, day)) = open.next_if(is_next) {
                    if is_owed && deadline.is_some() {
                        tally.late += u32::from(period.has(moment));
                    } else if deadline.is_some() && settled.is_none_or(|settled| day > settled) {
                        settled = deadline;
                        if period.has(moment) {
                            tally.add(true);
                        }
                    }
                    is_owed = false;
                    from.push((moment, day));
                    continue;
                }
                let Some(day) = deadline else { break };
                let end = self.end_of_pair_day(day);
                if end > report {
                    break;
                }
                if period.has(end) {
                    tally.add(false);
                }
                (settled, is_owed) = (Some(day), true);
                from.push((end, day));
            }
        }
        tally
    }

    pub(super) fn cadence(&self, period: Period) -> Tally {
        let (from_last, fixed) = (self.counted_from_last(period), self.fixed(period));
        Tally {
            kept: from_last.kept + fixed.kept,
            of: from_last.of + fixed.of,
            late: from_last.late,
        }
    }

    fn held_times(&self) -> Vec<Time> {
        let calls = self.ledger.calls.iter().filter_map(|call| call.held);
        let mut times: Vec<Time> = calls.map(|at| (at, self.ledger.pair_day(at))).collect();
        times.sort_unstable();
        times
    }

    /// Judges the rhythm counted from the last call, by the calls since it was agreed, except those under a fixed
    /// rhythm.
    fn counted_from_last(&self, period: Period) -> Tally {
        let Some(first_day) = self.ledger.first_day() else {
            return Tally::default();
        };
        let step: Step = from_last;
        let begun = self.days_from(first_day).find(|day| step(self, *day).is_some());
        let Some(begun) = begun else {
            return Tally::default();
        };
        let is_fixed = |day: NaiveDate| self.terms_on(day).is_some() && step(self, day).is_none();
        let mut times = self.held_times();
        times.retain(|(at, day)| *at <= period.until && *day >= begun);
        times.retain(|(_, day)| !is_fixed(*day));
        let first_deadline = |oracle: &Oracle<'_>| {
            let begun = oracle.days_from(oracle.agreed.first_day()?);
            let begun = begun.into_iter().find(|day| from_last(oracle, *day).is_some())?;
            oracle.advance(oracle.first_active(begun)?, from_last)
        };
        let course = Course { step, times, first_deadline };
        self.tally_from_last(&course, period)
    }

    pub(super) fn held_reviews(&self, period: Period) -> Tally {
        let Some(first_day) = self.ledger.first_day() else {
            return Tally::default();
        };
        let step: Step = review_every;
        let reviews = self.reviews();
        let mut times: Vec<Time> =
            reviews.map(|one| (one.moment, one.on)).filter(|(at, _)| *at <= period.until).collect();
        times.sort_unstable();
        let agreed_on = self.agreed.review_on();
        // Reviews before the first agreed interval are not counted.
        let begun = self.days_from(first_day).find(|day| step(self, *day).is_some());
        times.retain(|(_, day)| agreed_on.is_some() || begun.is_some_and(|begun| *day >= begun));
        let first_deadline = |oracle: &Oracle<'_>| {
            let first_day = oracle.agreed.first_day()?;
            let agreed_on = oracle.agreed.review_on();
            agreed_on.map_or_else(
                || oracle.advance(first_day, review_every),
                |day| oracle.first_active(day),
            )
        };
        let course = Course { step, times, first_deadline };
        self.tally_deadlines(&course, period)
    }

    /// Returns the occurrences of fixed rhythms without those on days of rest.
    fn occurrences(&self, until: DateTime<Utc>) -> Vec<Occurrence> {
        let Some(first_day) = self.agreed.first_day() else {
            return Vec::new();
        };
        let near = self.ledger.pair_day(until) + TimeDelta::days(60);
        let days = self.days_from(first_day).take_while(|day| *day <= near);
        let mut occurrences = Vec::new();
        for day in days {
            let Some(terms) = self.terms_on(day) else {
                continue;
            };
            if let Some((at, zone)) = terms.rhythm.and_then(|rhythm| occurrence(rhythm, terms, day))
            {
                occurrences.push(Occurrence {
                    day,
                    at,
                    end: self.end_of_pair_day(day.max(self.ledger.pair_day(at))),
                    zone,
                    told_by: None,
                });
            }
        }
        let is_active = |one: &Occurrence| {
            let mut rests = self.rests.iter().filter(|rest| rest.entered < one.end);
            !rests.any(|rest| rest.covers(one.day))
        };
        occurrences.retain(is_active);
        occurrences
    }

    /// Returns the occurrences, those of the days that a review has told by the agreement that was known then.
    fn standing_occurrences(&self, until: DateTime<Utc>) -> Vec<Occurrence> {
        let reviews = self.reviews().map(|one| one.moment);
        let mut reviews: Vec<DateTime<Utc>> =
            reviews.filter(|at| self.was_accepted_at(*at)).collect();
        reviews.sort_unstable();
        let review_of = |one: &Occurrence| reviews.iter().copied().find(|at| *at >= one.end);
        let mut standing = self.occurrences(until);
        standing.retain(|one| review_of(one).is_none());
        for review in &reviews {
            let agreed = self.ledger.agreed_by(*review);
            let told = Oracle { agreed, rests: self.rests.clone(), ..*self }.occurrences(until);
            standing.extend(told.into_iter().filter(|one| review_of(one) == Some(*review)));
        }
        standing
    }

    /// Judges each occurrence of a fixed rhythm.
    fn fixed(&self, period: Period) -> Tally {
        let mut occurrences = self.standing_occurrences(period.until);
        // An early call may have counted in a review for one that was suspended or replaced afterwards.
        let reviews = self.reviews().map(|one| one.moment);
        let mut reviews: Vec<DateTime<Utc>> =
            reviews.filter(|at| *at < period.until && self.was_accepted_at(*at)).collect();
        reviews.sort_unstable();
        for review in reviews {
            for one in self.as_known_at(review).occurrences(period.until) {
                if one.end > review && !occurrences.iter().any(|other| other.at == one.at) {
                    occurrences.push(Occurrence { told_by: Some(review), ..one });
                }
            }
        }
        occurrences.sort_by_key(|one| one.at);
        for one in occurrences.iter_mut().filter(|one| one.told_by.is_none()) {
            // Its call may be held until the end of the day to which it was moved.
            let mut own = self.ledger.calls.iter();
            let own = own.find(|call| self.agreed_plan(call, one.zone) == Some(one.at));
            if let Some(planned) = own.and_then(|call| call.planned) {
                let day = local_time(one.zone, planned).date();
                let day = day.max(self.ledger.pair_day(planned));
                one.end = one.end.max(self.end_of_pair_day(day));
            }
        }
        let early = self.counted_early(&occurrences, period);
        let planned = |(one, early): (&Occurrence, Option<DateTime<Utc>>)| match early {
            Some(at) => Some(Fate::Held(at.min(one.end))),
            None if one.told_by.is_some() => Some(Fate::Open),
            None => self.planned_fate(one, period),
        };
        let mut fates: Vec<Option<Fate>> =
            occurrences.iter().zip(early.iter().copied()).map(planned).collect();
        let agreed = self.ledger.calls.iter().filter(|call| !call.is_extra);
        let mut free: Vec<DateTime<Utc>> = agreed.filter_map(|call| call.held).collect();
        free.sort_unstable();
        // A call that was planned for an occurrence counts for no other.
        free.retain(|at| *at <= period.until && !fates.contains(&Some(Fate::Held(*at))));
        let replaced = occurrences.iter().zip(&early).filter(|(_, early)| early.is_some());
        for (one, early) in replaced {
            let is_own = |call: &&Call| self.agreed_plan(call, one.zone) == Some(one.at);
            let mut calls = self.ledger.calls.iter().filter(|_| one.told_by.is_none());
            let own = calls.find(is_own).and_then(|call| call.held);
            free.retain(|at| Some(*at) != *early && Some(*at) != own);
        }
        let reports: Vec<DateTime<Utc>> =
            self.reports(period).into_iter().map(|(end, _)| end).collect();
        let was_told = |one: &Occurrence, at: DateTime<Utc>| {
            reports.iter().any(|report| (one.end..at).contains(report))
        };
        for (one, fate) in occurrences.iter().zip(&mut fates) {
            // A call after a report that told the occurrence as missed does not count for it.
            if let Some(Fate::Held(at)) = fate
                && was_told(one, *at)
            {
                *fate = Some(Fate::Missed);
            }
        }
        let open = occurrences.iter().zip(&mut fates);
        for (one, fate) in open.filter(|(_, fate)| fate.is_none()) {
            let apart =
                |at: &DateTime<Utc>| (local_time(one.zone, *at).date() - one.day).num_days().abs();
            let mut own = self.ledger.calls.iter();
            let own = own.find(|call| self.agreed_plan(call, one.zone) == Some(one.at));
            let was_told_open = |at: &DateTime<Utc>| {
                let mut later = reports.iter().filter(|report| *report >= at);
                later.any(|report| own.is_some_and(|call| call.was_to_come(*report)))
            };
            let near = free.iter().copied().filter(|at| apart(at) <= 3 && !was_told(one, *at));
            let near = near.filter(|at| !was_told_open(at));
            if let Some(at) = near.min_by_key(|at| (*at - one.at).abs()) {
                // A call held a little later counts as held by the end of the agreed day.
                *fate = Some(Fate::Held(at.min(one.end)));
                free.retain(|other| *other != at);
            }
        }
        let mut tally = Tally::default();
        for (one, fate) in occurrences.iter().zip(fates) {
            match fate {
                Some(Fate::Held(at)) if period.has(at) => tally.add(true),
                None | Some(Fate::Missed) if period.has(one.end) => tally.add(false),
                _ => {}
            }
        }
        tally
    }

    /// Returns, for each occurrence that a review counted as held before its own call was known, when it was held. Goes
    /// through the reviews one by one, with the calls that were recorded and held by then.
    fn counted_early(
        &self,
        occurrences: &[Occurrence],
        period: Period,
    ) -> Vec<Option<DateTime<Utc>>> {
        let own_of = |one: &Occurrence| {
            let mut calls = self.ledger.calls.iter();
            calls.find(|call| self.agreed_plan(call, one.zone) == Some(one.at))
        };
        let is_own = |call: &Call| {
            let mut stand = occurrences.iter().filter(|one| one.told_by.is_none());
            stand.any(|one| self.agreed_plan(call, one.zone) == Some(one.at))
        };
        let others = self.ledger.calls.iter().filter(|call| !call.is_extra && !is_own(call));
        let mut free: Vec<(DateTime<Utc>, DateTime<Utc>)> =
            others.filter_map(|call| Some((call.held?, call.added))).collect();
        let mut early = vec![None; occurrences.len()];
        for (review, _) in self.reports(period).into_iter().filter(|(at, _)| *at < period.until) {
            for (one, early) in occurrences.iter().zip(&mut early) {
                let own = own_of(one).filter(|call| call.added <= review);
                let is_of_review = match one.told_by {
                    Some(told) => told == review,
                    None => own.is_none(),
                };
                if !is_of_review || early.is_some() {
                    continue;
                }
                let own = own.and_then(|call| Some((call.held?, call.added)));
                let own = own.filter(|own| own.0 <= review && free.contains(own));
                let is_near = |at: DateTime<Utc>| {
                    (local_time(one.zone, at).date() - one.day).num_days().abs() <= 3
                };
                let missed = |at: DateTime<Utc>| {
                    self.reports(period).iter().any(|(told, _)| (one.end..at).contains(told))
                };
                let known = free.iter().copied().filter(|(at, added)| (*at).max(*added) <= review);
                let near = known.filter(|(at, _)| is_near(*at) && !missed(*at));
                let nearest = near.min_by_key(|(at, _)| (*at - one.at).abs());
                if let Some(found) = own.or(nearest) {
                    *early = Some(found.0);
                    free.retain(|other| *other != found);
                }
            }
        }
        early
    }

    /// Returns the time that a call counts for: the first plan, or the one after the last move that came too late, when the
    /// day of the plan before it had ended.
    fn agreed_plan(&self, call: &Call, zone: Zone) -> Option<DateTime<Utc>> {
        let mut plan = call.first_planned?;
        for (index, moved) in call.moves.iter().enumerate() {
            let day = local_time(zone, moved.from).date();
            let end = self.end_of_pair_day(day.max(self.ledger.pair_day(moved.from)));
            if end <= moved.when {
                let next = call.moves.get(index + 1).map(|next| next.from);
                plan = next.or(call.planned)?;
            }
        }
        Some(plan)
    }

    /// Returns the fate of the call that was first planned for an occurrence.
    fn planned_fate(&self, one: &Occurrence, period: Period) -> Option<Fate> {
        let is_own = |call: &&Call| self.agreed_plan(call, one.zone) == Some(one.at);
        let call = self.ledger.calls.iter().find(is_own)?;
        let planned = call.planned?;
        if let Some(at) = call.held.filter(|at| *at <= period.until) {
            return Some(Fate::Held(at));
        }
        if let Some((when, _)) = call.cancelled {
            let in_time = self.leaves_notice(when, planned);
            return in_time.unwrap_or(planned >= when).then_some(Fate::Open);
        }
        // It was moved into the future.
        (call.is_planned() && planned > period.until).then_some(Fate::Open)
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Fate {
    /// A call was held; the moment since which that counts.
    Held(DateTime<Utc>),
    /// The call was held after a report had told it as missed.
    Missed,
    /// The call was cancelled in time or moved, so the promise is not broken.
    Open,
}

struct Occurrence {
    day: NaiveDate,
    at: DateTime<Utc>,
    end: DateTime<Utc>,
    zone: Zone,
    /// The review that could count it, if it was suspended or replaced afterwards.
    told_by: Option<DateTime<Utc>>,
}

/// Returns the moment and zone of the occurrence of a fixed rhythm on a day. `None`: there is none.
pub fn occurrence(rhythm: Rhythm, terms: &Terms, day: NaiveDate) -> Option<(DateTime<Utc>, Zone)> {
    let (falls, time, zone) = match rhythm {
        Rhythm::FromLast(_) => return None,
        Rhythm::Weekly { every, on, time, zone } => {
            let first = terms.starts?.iter_days().find(|day| day.weekday() == on)?;
            let weeks = (day - first).num_days() / 7;
            let falls = day.weekday() == on && day >= first && weeks % i64::from(every) == 0;
            (falls, time, zone)
        }
        Rhythm::Monthly { every, nths, on, time, zone } => {
            let is_place = |day: NaiveDate| {
                let in_month = (day.day() - 1) / 7 + 1;
                let is_last = (day + TimeDelta::days(7)).month() != day.month();
                let is_nth = |nth: &i8| match nth {
                    -1 => is_last,
                    nth => in_month == u32::from(nth.unsigned_abs()),
                };
                day.weekday() == on && nths.iter().any(is_nth)
            };
            let first = terms.starts?.iter_days().find(|day| is_place(*day))?;
            let months = |day: NaiveDate| day.year() * 12 + i32::try_from(day.month()).unwrap();
            let apart = months(day) - months(first);
            let falls = is_place(day) && apart.rem_euclid(i32::try_from(every).unwrap()) == 0;
            (falls, time, zone)
        }
        Rhythm::MonthlyDay { day: of_month, time, zone } => (day.day() == of_month, time, zone),
    };
    falls.then(|| (instant(zone, day.and_time(time)), zone))
}
