//! Remarks on what a calendar contains but an import does not apply, one sentence each.

use chrono::{DateTime, NaiveDate, Utc};

use crate::calendar::changes::change::{
    CalendarRemark, RemarkMatter, RhythmRemark, TodoRecord, TodoRemark,
};
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::dates::{self, Now};
use crate::domain::pair::PairContext;
use crate::domain::record::Id;
use crate::view::words;

pub fn remark_text(remark: &CalendarRemark, now: Now) -> String {
    let pair = &remark.pair;
    let partner = pair.first_name(pair.user_side().other());
    RemarkWriter { pair, partner, now }.text(&remark.matter)
}

/// Writes the remarks on the events and to-dos of one pair.
struct RemarkWriter<'a> {
    pair: &'a PairContext,
    /// The first name of the user's partner.
    partner: &'a str,
    now: Now,
}

impl RemarkWriter<'_> {
    fn text(&self, matter: &RemarkMatter) -> String {
        let partner = self.partner;
        match matter {
            RemarkMatter::Rhythm(rhythm) => self.rhythm(rhythm),
            RemarkMatter::Todo(record, todo) => self.todo(*record, *todo),
            RemarkMatter::Proposal(id, at, to) => self.proposal(*id, *at, *to),
            RemarkMatter::Declined(at, who) => format!("{who} declined {}", self.checkin_at(*at)),
            RemarkMatter::WholeDay(day) => format!(
                "the check-in with {partner} on {} keeps its time: the calendar has a whole day",
                self.day(*day)
            ),
            RemarkMatter::Length => format!(
                "the check-in with {partner} keeps its length: it must be 1 minute to 1 day"
            ),
            RemarkMatter::Closed(id, CheckInState::Held) => format!(
                "skipped the move of check-in {id}: it is already held; run `mentor checkin edit {id} --at WHEN` to change it"
            ),
            RemarkMatter::Closed(id, state) => {
                format!("skipped the move of check-in {id}: it is already {state}")
            }
            RemarkMatter::Past(id, at) => {
                let number = number_to_type(*id);
                format!(
                    "{}, the new time of a check-in with {partner}, is in the past; run `mentor log --checkin {number} -p {}` to log it",
                    self.moment(*at),
                    self.pair.slug()
                )
            }
            RemarkMatter::ClosedCancelled(id, state) => {
                format!("skipped the cancellation of check-in {id}: it is already {state}")
            }
            RemarkMatter::Repeats(id, has_agreement) => format!(
                "check-in {id} repeats in the calendar; only one was imported: {}",
                cadence_hint(self.pair, *has_agreement)
            ),
            RemarkMatter::NotAgreed(at) => format!(
                "skipped a change on {}: no check-in with {partner} is agreed for that day",
                self.moment(*at)
            ),
        }
    }

    fn proposal(
        &self,
        id: Option<Id<CheckIn>>,
        at: Option<DateTime<Utc>>,
        to: DateTime<Utc>,
    ) -> String {
        let typed = to.with_timezone(&self.pair.user().zone).format("%Y-%m-%d %H:%M");
        format!(
            "someone proposed another time for {}: {}; run `mentor checkin move {} --at \"{typed}\"` to accept it",
            self.checkin_at(at),
            self.moment(to),
            number_to_type(id)
        )
    }

    fn rhythm(&self, rhythm: &RhythmRemark) -> String {
        match rhythm {
            RhythmRemark::Cancelled => self.unchanged_cadence("is cancelled", ""),
            RhythmRemark::Ends(last) => {
                let day = last.with_timezone(&self.pair.user().zone).format("%Y-%m-%d");
                let change = format!("ends on {}", self.moment(*last));
                self.unchanged_cadence(&change, &format!(" --ends {day}"))
            }
            RhythmRemark::Moved(first, cadence) => {
                let change = format!("is at other times, such as {}", self.moment(*first));
                self.unchanged_cadence(&change, &cadence_option(cadence.as_deref()))
            }
            RhythmRemark::Continues(first, cadence) => {
                let change = format!("changes to another time on {}", self.moment(*first));
                self.unchanged_cadence(&change, &cadence_option(cadence.as_deref()))
            }
            RhythmRemark::Length(length) => {
                let option = format!(" --length {}m", length.0);
                self.unchanged_cadence(&format!("is {length} long"), &option)
            }
            RhythmRemark::Place(place) => {
                self.unchanged_cadence(&format!("takes place at {place}"), " --channel TEXT")
            }
            RhythmRemark::Following(at) => {
                let change =
                    format!("changes on {}; only that check-in was imported", self.moment(*at));
                self.unchanged_cadence(&change, "")
            }
            RhythmRemark::Without(id, at, is_cancelled) => {
                let (verb, option) =
                    if *is_cancelled { ("cancel", "") } else { ("move", " --at WHEN") };
                format!(
                    "check-in {id} with {} is still planned for {}; run `mentor checkin {verb} {id}{option}` to {verb} it",
                    self.partner,
                    self.moment(*at)
                )
            }
        }
    }

    /// Says that the cadence stays. It is agreed by two people, so one person's calendar can't change it.
    fn unchanged_cadence(&self, change: &str, options: &str) -> String {
        format!(
            "in the calendar, the cadence with {} {change}; the agreement stays as it is: run `mentor agree renew -p {}{options}` to change it",
            self.partner,
            self.pair.slug()
        )
    }

    fn todo(&self, record: TodoRecord, todo: TodoRemark) -> String {
        let (noun, id) = match record {
            TodoRecord::FollowUp(id) => ("followup", id.to_string()),
            TodoRecord::Goal(id) => ("goal", id.to_string()),
        };
        let name = format!("{} {id}", words::noun_label(noun));
        match todo {
            TodoRemark::Done => format!(
                "{name} is done in the calendar; run `mentor {noun} done {id}` to mark it as done here"
            ),
            TodoRemark::Cancelled => format!(
                "{name} is cancelled in the calendar; run `mentor {noun} drop {id}` to drop it here"
            ),
            TodoRemark::Due(day) => format!(
                "{name} is due on {} in the calendar; run `mentor {noun} edit {id} --by {day}` to change it here",
                self.day(day)
            ),
        }
    }

    fn checkin_at(&self, at: Option<DateTime<Utc>>) -> String {
        match at {
            Some(at) => format!("the check-in with {} on {}", self.partner, self.moment(at)),
            None => format!("the check-ins with {}", self.partner),
        }
    }

    fn moment(&self, at: DateTime<Utc>) -> String {
        words::moment(at, self.pair.user().zone, self.now)
    }

    fn day(&self, day: NaiveDate) -> String {
        dates::format_day(day, self.now.today_in(self.pair.user().zone))
    }
}

/// Says how to agree on the cadence of a recurring event.
pub fn cadence_hint(pair: &PairContext, has_agreement: bool) -> String {
    let agree = if has_agreement { "agree renew" } else { "agree" };
    format!("run `mentor {agree} -p {} --cadence CADENCE` to agree on a cadence", pair.slug())
}

/// Returns the number of a check-in as it is typed. An agreed occurrence has none yet.
fn number_to_type(id: Option<Id<CheckIn>>) -> String {
    id.map_or("NUMBER".to_owned(), |id| id.to_string())
}

fn cadence_option(cadence: Option<&str>) -> String {
    cadence.map(|cadence| format!(" --cadence \"{cadence}\"")).unwrap_or_default()
}
