//! Phrases that views share: counts, lists, dates, times in both zones.

use std::fmt::Display;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::dates::{self, DateStyle, Now, Today};
use crate::domain::goal::DateMove;
use crate::domain::offset_mismatch::OffsetMismatch;
use crate::domain::pair::PairContext;
use crate::domain::person::{Person, Side};
use crate::domain::record::Record;
use crate::domain::slots;
use crate::domain::zone::Tz;
use crate::view::page::output_mode::{ARROW, OutputMode};
use crate::view::page::style::{Style, paint};

/// Formats a count: `1 goal`, `2 goals`.
pub fn count(number: impl TryInto<i64>, noun: &str) -> String {
    let number = number.try_into().unwrap_or(i64::MAX);
    if number == 1 { format!("1 {noun}") } else { format!("{number} {}", plural(noun)) }
}

/// Formats the number of conflicts and requests: `1 thing to decide`; `None` for 0.
pub fn to_decide(count: usize) -> Option<String> {
    (count > 0).then(|| format!("{} to decide", self::count(count, "thing")))
}

/// Returns the command of a noun: `followup` for `follow-up`.
pub fn command(noun: &str) -> String {
    match noun {
        "career option" => "option".to_owned(),
        _ => noun.replace('-', ""),
    }
}

/// Adds the article: `a goal`, `an approach`; none for feedback and advice.
pub fn with_article(noun: &str) -> String {
    match noun.chars().next() {
        _ if noun == "feedback" || noun == "advice" => noun.to_owned(),
        Some('a' | 'e' | 'i' | 'o' | 'u') => format!("an {noun}"),
        _ => format!("a {noun}"),
    }
}

/// Returns the plural.
pub fn plural(noun: &str) -> String {
    match noun {
        "feedback" | "advice" | "time away" => noun.to_owned(),
        "person" => "people".to_owned(),
        "approach" => "approaches".to_owned(),
        "pulse" => "pulses".to_owned(),
        _ => format!("{noun}s"),
    }
}

/// Names a record: `topic 1: How to say no`, or `review 1` without a title.
pub fn record_name(noun: &str, number: impl Display, title: &str) -> String {
    match title.trim() {
        "" => format!("{noun} {number}"),
        _ => format!("{noun} {number}: {title}"),
    }
}

/// Capitalises the first letter.
pub fn capitalize(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// Returns the label of a table.
pub fn noun_label(table: &str) -> &str {
    match table {
        "followup" => "follow-up",
        "checkin" => "check-in",
        "insight" => "advice",
        "option" => "career option",
        "away" => "time away",
        "pulse_answer" => "pulse answer",
        "goal_entry" => "progress",
        "option_note" => "option note",
        "move" => "new date",
        "rating" => "skill rating",
        other => other,
    }
}

/// Returns the label of a field.
pub fn field_label(field: &'static str) -> &'static str {
    match field {
        "target" => "by",
        "because" => "reason",
        "done_when" => "done when",
        "follow_up" => "revisit on",
        "covered_in" => "covered in",
        "minutes" | "planned_minutes" => "length",
        "checkin" => "check-in",
        "responded_on" | "responded_at" | "answered_at" => "answered",
        "asked_at" | "asked_on" => "asked",
        "follow_through" => "follow-through",
        "seen_at" => "seen",
        "answer_by" => "answer promised by",
        "outcome_on" => "outcome since",
        "outcome_note" => "evidence",
        "agreed_on" => "agreed",
        "introduced_on" => "introduced",
        "met_on" => "met",
        "thanked_on" => "thanked",
        "thanks" => "follow-up",
        "held_at" => "took place",
        "planned_at" => "planned for",
        "mentor_says" => "mentor says",
        "mentee_says" => "mentee says",
        "mentor_said_on" | "mentee_said_on" => "said on",
        "state_on" | "state_at" => "since",
        "cancelled_at" => "cancelled",
        "go_on" => "continue",
        other => other,
    }
}

/// Returns the label of a state.
pub fn state_label(state: &str) -> &str {
    match state {
        "considered" => "under consideration",
        "begun" => "in progress",
        other => other,
    }
}

/// Writes small numbers as words.
pub fn number(number: usize) -> String {
    const WORDS: [&str; 10] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// Joins alternatives in backticks: `` `a`, `b` or `c` ``.
pub fn backticked_list(items: &[&str], last: &str) -> String {
    let ticked: Vec<String> = items.iter().map(|item| format!("`{item}`")).collect();
    match ticked.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((end, rest)) => format!("{} {last} {end}", rest.join(", ")),
    }
}

/// Joins items: `one, two and three`.
pub fn join_with_and(items: &[String]) -> String {
    match items.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((end, rest)) => format!("{} and {end}", rest.join(", ")),
    }
}

/// Formats a period: `20 Aug to 28 Nov 2026 (100 days)`.
pub fn range(first: NaiveDate, last: NaiveDate, style: DateStyle) -> String {
    match (last - first).num_days() {
        0 => dates::range(first, last, style),
        days => format!("{} ({})", dates::range(first, last, style), count(days, "day")),
    }
}

/// Formats an instant in a zone: `Thu 3 Dec 17:00`.
pub fn moment(at: DateTime<Utc>, zone: Tz, now: Now) -> String {
    let local = at.with_timezone(&zone);
    let today = now.today_in(zone);
    format!("{} {}", dates::format_day(local.date_naive(), today), local.format("%H:%M"))
}

/// Formats an instant for both people: `Thu 3 Dec 17:00 (12:00 for Ana)`; once if the times are equal.
pub fn both_times(at: DateTime<Utc>, pair: &PairContext, now: Now) -> String {
    let (user, partner) = (pair.user(), pair.partner());
    let mine = moment(at, user.zone, now);
    let (here, there) = (at.with_timezone(&user.zone), at.with_timezone(&partner.zone));
    if here.naive_local() == there.naive_local() {
        return mine;
    }
    let name = pair.first_name(pair.user_side().other());
    let theirs = if here.date_naive() == there.date_naive() {
        there.format("%H:%M").to_string()
    } else {
        moment(at, partner.zone, now)
    };
    format!("{mine} ({theirs} for {name})")
}

/// Warns that a check-in falls at another hour for one side, and says why.
pub fn clock_change_warning(
    side: Side,
    shift: &OffsetMismatch,
    pair: &PairContext,
    today: Today,
) -> String {
    let minutes = shift.minutes.abs();
    let by = match minutes % 60 {
        0 => count(minutes / 60, "hour"),
        _ => count(minutes, "minute"),
    };
    let way = if shift.minutes > 0 { "later" } else { "earlier" };
    let change = if shift.from > today.day { "change" } else { "changed" };
    let from = dates::format_day(shift.from, today);
    let until = shift.until.map(|day| format!(", until {}", dates::format_day(day, today)));
    let who = you_or_name(side, pair);
    let day = shift.call.with_timezone(&pair.user().zone).date_naive();
    let day = dates::format_day(day, today);
    paint(
        Style::Soon,
        &format!(
            "Clocks {change} on {from}: a check-in on {day} is {by} {way} for {who} than before{}",
            until.unwrap_or_default()
        ),
    )
}

/// Returns `you`, or the name of the other person.
pub fn you_or_name(side: Side, pair: &PairContext) -> &str {
    if side == pair.user_side() { "you" } else { pair.first_name(side) }
}

/// Notes for whom a time is outside their working hours: `that is 05:00 on a Friday for Deepa, outside Deepa's working
/// hours`.
pub fn outside_hours(at: DateTime<Utc>, pair: &PairContext) -> Option<String> {
    let sides = slots::outside(pair, at);
    let times = sides.iter().map(|side| {
        let local = at.with_timezone(&pair.person(*side).zone);
        let who = you_or_name(*side, pair);
        format!("{} for {who}", local.format("%H:%M on a %A"))
    });
    let times: Vec<String> = times.collect();
    let whose = match sides.as_slice() {
        [] => return None,
        [side] if *side == pair.user_side() => "your".to_owned(),
        [side] => format!("{}'s", pair.first_name(*side)),
        _ => "both your".to_owned(),
    };
    Some(format!("that is {}, outside {whose} working hours", times.join(" and ")))
}

/// Returns the current day in the zone of a person.
pub fn today(person: &Person, now: Now) -> Today {
    now.style.today(person.day_at(now.at))
}

/// Returns a title, marked if the record is private.
pub fn title_with_privacy(title: &str, private: bool) -> String {
    if private { format!("{title} {}", paint(Style::Dim, "[private]")) } else { title.to_owned() }
}

/// Formats each move of a date: `1 Mar → 15 Mar, +14 days: exams`.
pub fn moves(moves: &[Record<DateMove>], today: Today, mode: OutputMode) -> Vec<String> {
    let day = |text: &str| {
        let day = text.get(..10)?.parse().ok()?;
        Some(dates::format_day(day, today))
    };
    moves.iter().map(|moved| move_line(moved, &day, mode)).collect()
}

/// Formats each move of a check-in: `Thu 10 Dec 15:00 → Thu 10 Dec 16:00`.
pub fn moves_of_times(
    moves: &[Record<DateMove>],
    zone: Tz,
    now: Now,
    mode: OutputMode,
) -> Vec<String> {
    let time = |text: &str| Some(moment(text.parse().ok()?, zone, now));
    moves.iter().map(|moved| move_line(moved, &time, mode)).collect()
}

/// Formats the reason that was given for a change, to follow the change: `: exams`; empty if there is none.
pub fn reason_suffix(because: Option<&str>) -> String {
    because.map_or_else(String::new, |text| format!(": {text}"))
}

fn move_line(
    moved: &DateMove,
    format: &dyn Fn(&str) -> Option<String>,
    mode: OutputMode,
) -> String {
    let text = |end: &Option<String>| {
        end.as_deref().and_then(format).unwrap_or_else(|| "no date".to_owned())
    };
    let days = moved.days().filter(|days| *days != 0);
    let by = days.map(|days| match days.abs() {
        1 => format!(", {days:+} day"),
        _ => format!(", {days:+} days"),
    });
    let because = reason_suffix(moved.because.as_deref());
    format!(
        "{} {} {}{}{}",
        text(&moved.from),
        ARROW.in_mode(mode),
        text(&moved.to),
        by.unwrap_or_default(),
        because
    )
}

/// Confirms an edit that left a record as it was.
pub fn no_changes(noun: &str, number: i64) -> String {
    format!("No changes to {noun} {number}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn count_uses_the_singular_for_one() {
        assert_eq!(count(1, "goal"), "1 goal");
        assert_eq!(count(2, "goal"), "2 goals");
    }

    #[test]
    fn labels_are_words_and_lead_back_to_their_commands() {
        assert_eq!(noun_label("away"), "time away");
        assert_eq!(noun_label("pulse_answer"), "pulse answer");
        for table in ["followup", "checkin", "option", "goal"] {
            assert_eq!(command(noun_label(table)), table);
        }
    }

    #[test]
    fn lists_end_with_a_conjunction() {
        assert_eq!(backticked_list(&["a", "b", "c"], "or"), "`a`, `b` or `c`");
        assert_eq!(backticked_list(&["a"], "or"), "`a`");
    }
}
