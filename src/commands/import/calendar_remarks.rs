//! What a calendar says and an import does not take in, a sentence each.

use chrono::{DateTime, Utc};

use crate::calendar::changes::{CalendarRemark, RemarkMatter};
use crate::view::words;

pub fn remark_text(remark: &CalendarRemark, now: DateTime<Utc>) -> String {
    let couple = &remark.couple;
    let zone = couple.user().zone;
    let partner = couple.called(couple.me().other());
    let moment = |at: DateTime<Utc>| words::moment(at, zone, now);
    let planned = |at: Option<DateTime<Utc>>| match at {
        Some(at) => format!("the check-in with {partner} on {}", moment(at)),
        None => format!("the check-ins with {partner}"),
    };
    // The rhythm is agreed by two people: one calendar can't change it.
    let rhythm = |what: String, flags: &str| {
        let slug = couple.slug();
        format!(
            "in the calendar, the rhythm with {partner} {what}; it stays as agreed: `mentor agree renew -p {slug}{flags}` changes it"
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
            rhythm(
                format!("ends on {}", moment(*last)),
                &format!(" --ends {day}"),
            )
        }
        RemarkMatter::RhythmMoved(first, words) => {
            let what = format!("is at other times, such as {}", moment(*first));
            rhythm(what, &cadence(words))
        }
        RemarkMatter::RhythmContinues(first, words) => {
            let what = format!("goes on at another time from {} on", moment(*first));
            rhythm(what, &cadence(words))
        }
        RemarkMatter::RhythmLength(length) => {
            let minutes = length.0;
            rhythm(
                format!("has calls of {length}"),
                &format!(" --length {minutes}m"),
            )
        }
        RemarkMatter::RhythmPlace(place) => {
            rhythm(format!("takes place here: {place}"), " --channel TEXT")
        }
        RemarkMatter::Following(at) => {
            let what = format!(
                "is changed from {} on: only that call was taken in",
                moment(*at)
            );
            rhythm(what, "")
        }
        RemarkMatter::Proposal(id, at, to) => {
            let number = id.map_or("NUMBER".to_owned(), |id| id.to_string());
            let typed = to.with_timezone(&zone).format("%Y-%m-%d %H:%M");
            format!(
                "another time is proposed for {}: {}; `mentor checkin move {number} --to \"{typed}\"` takes it",
                planned(*at),
                moment(*to)
            )
        }
        RemarkMatter::Declined(at, who) => format!("{who} declined {}", planned(*at)),
        RemarkMatter::WholeDay(day) => format!(
            "an event of the whole day says no hour: the check-in with {partner} on {} keeps its own",
            day.format("%Y-%m-%d")
        ),
        RemarkMatter::Length => {
            format!("the check-in with {partner} keeps its length: it has 1 minute to a day")
        }
        RemarkMatter::Closed(id, state) => format!(
            "check-in {id} is {state}: that it was moved in the calendar was not taken in; `mentor checkin edit {id}` changes it"
        ),
        RemarkMatter::Repeats(id) => format!(
            "check-in {id} repeats in the calendar: only one was taken in; `mentor agree renew -p {} --cadence RHYTHM` agrees on a rhythm",
            couple.slug()
        ),
        RemarkMatter::NotAgreed(at) => format!(
            "no call with {partner} is agreed for {}: what the calendar says of it was not taken in",
            moment(*at)
        ),
    }
}
