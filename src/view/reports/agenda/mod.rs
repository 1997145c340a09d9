//! The agenda of the next check-in, in speaking order.

pub mod json;
mod parts;

use crate::domain::approach;
use crate::domain::dates;
use crate::domain::person::Side;
use crate::domain::snapshot::PairSnapshot;
use crate::domain::timebox;
use crate::view::page::output_mode::OutputMode;
use crate::view::page::report::Report;
use crate::view::page::style::{Style, command, paint};
use crate::view::records::{checkin, person};
use crate::view::reports::agenda::parts::AgendaPart;
use crate::view::words;

pub use json::json;

/// Builds the agenda. `pair_option` names the pair in a command.
pub fn report(snapshot: &PairSnapshot, pair_option: &str, mode: OutputMode) -> Report<'static> {
    let pair = &snapshot.pair;
    let title = format!("Agenda: {} and {}", pair.mentor.name, pair.mentee.name);
    let mut report = Report::new(title, snapshot.today(), mode);
    report.line(next_line(snapshot));
    let last = snapshot.last_held.as_ref().and_then(|held| Some((held, held.held_at?)));
    if let Some((held, at)) = last {
        let on = dates::format_day(pair.user().day_at(at), snapshot.today());
        report.line(checkin::recap(held, &format!("Last time, {on}")));
    }
    for line in warnings(snapshot) {
        report.line(line);
    }
    let parts = parts::all_parts(snapshot, pair_option, mode);
    let minutes = minutes(snapshot, &parts);
    let mut parts = parts.into_iter().zip(minutes);
    if let Some((last_time, minutes)) = parts.next() {
        add_part(&mut report, last_time, minutes);
    }
    report.section("Keep in mind", keep_in_mind(snapshot));
    for (part, minutes) in parts {
        add_part(&mut report, part, minutes);
    }
    report
}

/// Adds a part with its minutes. A part without its own time only appears if time is left.
fn add_part(report: &mut Report<'static>, part: AgendaPart, minutes: Option<u32>) {
    if part.each > 0 || minutes.is_some_and(|minutes| minutes > 0) {
        let time = minutes.map(|minutes| format!(", {minutes} min"));
        report.section(part.heading + &time.unwrap_or_default(), part.points);
    }
}

/// Minutes of a part, topics excepted.
const MAX_MINUTES: u32 = 10;
/// Topics that get time; no check-in has room for more.
const MAX_TOPICS: u32 = 20;

/// Divides the length of the check-in, or else the agreed length, among the parts; `None` if neither is known. A part gets
/// no more than it asks for; the rest goes to topics.
fn minutes(snapshot: &PairSnapshot, parts: &[AgendaPart]) -> Vec<Option<u32>> {
    let planned = snapshot.next_call().and_then(|next| next.minutes);
    let agreed = snapshot.terms().and_then(|terms| terms.length);
    let Some(length) = planned.or(agreed) else {
        return vec![None; parts.len()];
    };
    let points = |part: &AgendaPart| u32::try_from(part.points.len()).unwrap_or(u32::MAX);
    let wanted = parts.iter().map(|part| {
        if part.takes_the_rest {
            part.each.saturating_mul(points(part).min(MAX_TOPICS))
        } else {
            part.each.saturating_mul(points(part)).min(MAX_MINUTES)
        }
    });
    let mut wanted: Vec<u32> = wanted.collect();
    let rest = length.0.saturating_sub(wanted.iter().sum());
    let open = parts.iter().rposition(|part| part.takes_the_rest && !part.points.is_empty());
    if let Some(open) = open {
        wanted[open] += rest;
    }
    let shares = timebox::split_minutes(length.0, &wanted);
    shares.into_iter().map(Some).collect()
}

/// Formats the time for both sides and the length.
pub fn next_line(snapshot: &PairSnapshot) -> String {
    match snapshot.next_call() {
        Some(next) => {
            let at = words::both_times(next.at, &snapshot.pair, snapshot.now);
            let length = next.minutes.map(|minutes| format!(", {minutes}"));
            let channel = next.channel.map(|channel| format!(", {channel}"));
            let name = match next.checkin {
                Some(checkin) => format!("Check-in {}", checkin.id),
                None => "Check-in as agreed".to_owned(),
            };
            format!("{name}: {at}{}{}", length.unwrap_or_default(), channel.unwrap_or_default())
        }
        None => match snapshot.meet_by() {
            Some(day) => {
                let today = snapshot.pair_today();
                let is_or_was = if day < today.day { "was" } else { "is" };
                let day = dates::format_day_and_distance(day, today);
                format!("No check-in planned; the next one {is_or_was} due by {day}")
            }
            None => "No check-in planned".to_owned(),
        },
    }
}

fn warnings(snapshot: &PairSnapshot) -> Vec<String> {
    let pair = &snapshot.pair;
    let today = snapshot.today();
    let shifts = snapshot.shifts();
    let shifts =
        shifts.iter().map(|(side, shift)| words::clock_change_warning(*side, shift, pair, today));
    let late = snapshot
        .to_log()
        .map(|one| paint(Style::Overdue, &format!("Check-in {} has not been logged", one.id)));
    let late: Vec<String> = late.collect();
    let undecided = words::to_decide(snapshot.undecided);
    let undecided =
        undecided.map(|count| format!("{count}: {}", command("mentor share conflicts")));
    shifts.chain(late).chain(undecided).collect()
}

/// Lists what to keep in mind: preferences, approaches that worked, what is off limits.
fn keep_in_mind(snapshot: &PairSnapshot) -> Vec<String> {
    let pair = &snapshot.pair;
    let partner = pair.user_side().other();
    let mut points = person::in_mind(&pair.mentee, pair.first_name(Side::Mentee));
    if partner == Side::Mentor {
        points.extend(person::in_mind(&pair.mentor, pair.first_name(Side::Mentor)));
    }
    let norms = snapshot.talk.norms.iter().filter_map(|one| {
        let words = one.says(partner)?;
        Some(format!(
            "{}: \"{words}\" ({})",
            one.title.trim_end_matches([':', '.']),
            pair.first_name(partner)
        ))
    });
    points.extend(norms);
    let tried = approach::tally(&snapshot.talk.approaches);
    let worked = tried.iter().filter(|one| one.worked > 0);
    points.extend(
        worked.map(|one| format!("{} (worked {} of {} times)", one.title, one.worked, one.tried)),
    );
    if let Some(terms) = snapshot.terms() {
        let limits = &terms.off_limits;
        points.extend((!limits.is_empty()).then(|| format!("off limits: {}", limits.join(", "))));
    }
    points
}
