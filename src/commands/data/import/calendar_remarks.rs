//! Remarks on what a calendar contains but an import does not apply, one sentence each.

use chrono::{DateTime, Utc};

use crate::calendar::changes::change::{CalendarRemark, RemarkMatter};
use crate::domain::checkin::CheckInState;
use crate::domain::dates::Now;
use crate::view::words;

pub fn remark_text(remark: &CalendarRemark, now: Now) -> String {
    let pair = &remark.pair;
    let zone = pair.user().zone;
    let partner = pair.first_name(pair.user_side().other());
    let moment = |at: DateTime<Utc>| words::moment(at, zone, now);
    let checkin_at = |at: Option<DateTime<Utc>>| match at {
        Some(at) => format!("the check-in with {partner} on {}", moment(at)),
        None => format!("the check-ins with {partner}"),
    };
    // The cadence is agreed by two people, so one person's calendar can't change it.
    let rhythm = |change: String, flags: &str| {
        let slug = pair.slug();
        format!(
            "in the calendar, the cadence with {partner} {change}; the agreement stays as it is: run `mentor agree renew -p {slug}{flags}` to change it"
        )
    };
    let cadence = |cadence: &Option<String>| match cadence {
        Some(cadence) => format!(" --cadence \"{cadence}\""),
        None => String::new(),
    };
    match &remark.matter {
        RemarkMatter::RhythmCancelled => rhythm("is cancelled".to_owned(), ""),
        RemarkMatter::RhythmEnds(last) => {
            let day = last.with_timezone(&zone).format("%Y-%m-%d");
            rhythm(format!("ends on {}", moment(*last)), &format!(" --ends {day}"))
        }
        RemarkMatter::RhythmMoved(first, words) => {
            let change = format!("is at other times, such as {}", moment(*first));
            rhythm(change, &cadence(words))
        }
        RemarkMatter::RhythmContinues(first, words) => {
            let change = format!("changes to another time on {}", moment(*first));
            rhythm(change, &cadence(words))
        }
        RemarkMatter::RhythmLength(length) => {
            let minutes = length.0;
            rhythm(format!("is {length} long"), &format!(" --length {minutes}m"))
        }
        RemarkMatter::RhythmPlace(place) => {
            rhythm(format!("takes place at {place}"), " --channel TEXT")
        }
        RemarkMatter::RhythmWithout(id, at, is_cancelled) => {
            let (verb, flag) = if *is_cancelled { ("cancel", "") } else { ("move", " --at WHEN") };
            format!(
                "check-in {id} with {partner} is still planned for {}; run `mentor checkin {verb} {id}{flag}` to {verb} it",
                moment(*at)
            )
        }
        RemarkMatter::Following(at) => {
            let change = format!("changes on {}; only that check-in was imported", moment(*at));
            rhythm(change, "")
        }
        RemarkMatter::Proposal(id, at, to) => {
            let number = id.map_or("NUMBER".to_owned(), |id| id.to_string());
            let typed = to.with_timezone(&zone).format("%Y-%m-%d %H:%M");
            format!(
                "someone proposed another time for {}: {}; run `mentor checkin move {number} --at \"{typed}\"` to accept it",
                checkin_at(*at),
                moment(*to)
            )
        }
        RemarkMatter::Declined(at, who) => format!("{who} declined {}", checkin_at(*at)),
        RemarkMatter::WholeDay(day) => format!(
            "the check-in with {partner} on {} keeps its time: the calendar has a whole day",
            day.format("%Y-%m-%d")
        ),
        RemarkMatter::Length => {
            format!("the check-in with {partner} keeps its length: it must be 1 minute to 1 day")
        }
        RemarkMatter::Closed(id, CheckInState::Held) => format!(
            "skipped the move of check-in {id}: it is already held; run `mentor checkin edit {id} --at WHEN` to change it"
        ),
        RemarkMatter::Closed(id, state) => {
            format!("skipped the move of check-in {id}: it is already {state}")
        }
        RemarkMatter::Past(id, at) => {
            let slug = pair.slug();
            let number = id.map_or("NUMBER".to_owned(), |id| id.to_string());
            format!(
                "{}, the new time of a check-in with {partner}, is in the past; run `mentor log --checkin {number} -p {slug}` to log it",
                moment(*at)
            )
        }
        RemarkMatter::ClosedCancelled(id, state) => {
            format!("skipped the cancellation of check-in {id}: it is already {state}")
        }
        RemarkMatter::Repeats(id) => format!(
            "check-in {id} repeats in the calendar; only one was imported: run `mentor agree renew -p {} --cadence CADENCE` to agree on a cadence",
            pair.slug()
        ),
        RemarkMatter::NotAgreed(at) => format!(
            "skipped a change on {}: no check-in with {partner} is agreed for that day",
            moment(*at)
        ),
    }
}
