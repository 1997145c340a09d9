//! The agenda of the next check-in, in the order in which it is talked through.

mod json;
mod parts;

use crate::domain::approach;
use crate::domain::dates;
use crate::domain::person::Side;
use crate::domain::situation::PairSnapshot;
use crate::domain::timebox;
use crate::view::agenda::parts::AgendaPart;
use crate::view::report::Report;
use crate::view::style::{Style, paint};
use crate::view::{person, words};

pub use json::json;

pub fn report(situation: &PairSnapshot) -> Report<'static> {
    let couple = &situation.couple;
    let title = format!("Agenda: {} and {}", couple.mentor.name, couple.mentee.name);
    let mut report = Report::new(title, situation.today());
    report.line(next_line(situation));
    for line in warnings(situation) {
        report.line(line);
    }
    report.section("Keep in mind", keep_in_mind(situation));
    let parts = parts::all_parts(situation);
    let minutes = minutes(situation, &parts);
    for (part, minutes) in parts.into_iter().zip(minutes) {
        let time = minutes.map(|minutes| format!(", {minutes} min"));
        report.section(part.heading + &time.unwrap_or_default(), part.points);
    }
    report
}

/// The check-in's length, or the agreed one, shared among the parts; none if neither is known.
fn minutes(situation: &PairSnapshot, parts: &[AgendaPart]) -> Vec<Option<u32>> {
    let planned = situation.next_call().and_then(|next| next.minutes);
    let agreed = situation.terms().and_then(|terms| terms.length);
    let Some(length) = planned.or(agreed) else {
        return vec![None; parts.len()];
    };
    let points = |part: &AgendaPart| u32::try_from(part.points.len()).unwrap_or(u32::MAX);
    let wanted = parts
        .iter()
        .map(|part| part.each.saturating_mul(points(part).min(20)));
    let shares = timebox::split_minutes(length.0, &wanted.collect::<Vec<_>>());
    shares.into_iter().map(Some).collect()
}

/// When, for both, and how long.
fn next_line(situation: &PairSnapshot) -> String {
    match situation.next_call() {
        Some(next) => {
            let at = words::both_times(next.at, &situation.couple, situation.now);
            let length = next.minutes.map(|minutes| format!(", {minutes}"));
            let channel = next.channel.map(|channel| format!(", {channel}"));
            let name = match next.checkin {
                Some(checkin) => format!("Check-in {}", checkin.id),
                None => "Check-in as agreed".to_owned(),
            };
            format!(
                "{name}: {at}{}{}",
                length.unwrap_or_default(),
                channel.unwrap_or_default()
            )
        }
        None => match situation.meet_by() {
            Some(day) => format!(
                "No check-in planned; the next one is due by {}",
                dates::format_day_and_distance(day, situation.today())
            ),
            None => "No check-in is planned".to_owned(),
        },
    }
}

fn warnings(situation: &PairSnapshot) -> Vec<String> {
    let couple = &situation.couple;
    let today = situation.today();
    let shifts = situation.shifts();
    let shifts = shifts
        .iter()
        .map(|(side, shift)| words::clock_change_warning(*side, shift, couple, today));
    let late = situation.to_log().map(|one| {
        paint(
            Style::Overdue,
            &format!("Check-in {} has not been logged", one.id),
        )
    });
    let late: Vec<String> = late.collect();
    shifts.chain(late).collect()
}

/// What serves this person: what they said of themselves, what has worked, what is off limits.
fn keep_in_mind(situation: &PairSnapshot) -> Vec<String> {
    let couple = &situation.couple;
    let partner = couple.user_side().other();
    let mut points = person::in_mind(&couple.mentee, couple.first_name(Side::Mentee));
    if partner == Side::Mentor {
        points.extend(person::in_mind(
            &couple.mentor,
            couple.first_name(Side::Mentor),
        ));
    }
    let said = situation.talk.norms.iter().filter_map(|one| {
        let words = one.says(partner)?;
        Some(format!(
            "{}: \"{words}\" ({})",
            one.title.trim_end_matches([':', '.']),
            couple.first_name(partner)
        ))
    });
    points.extend(said);
    let tried = approach::tally(&situation.talk.approaches);
    let worked = tried.iter().filter(|one| one.worked > 0);
    points.extend(worked.map(|one| {
        format!(
            "{} (worked {} of {} times)",
            one.title, one.worked, one.tried
        )
    }));
    if let Some(terms) = situation.terms() {
        let limits = &terms.off_limits;
        points.extend((!limits.is_empty()).then(|| format!("off limits: {}", limits.join(", "))));
    }
    points
}
