//! The end of a mentorship.

use crate::domain::closing::{Closing, Leftover, LeftoverKind};
use crate::domain::dates::{self, Now};
use crate::domain::goal::Goal;
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::view::page::report::ReportItem;
use crate::view::words;

/// Names the mentorship that ended.
pub fn in_words(_closing: &Record<Closing>, pair: &PairContext, _now: Now) -> String {
    let [mentor, mentee] = [Side::Mentor, Side::Mentee].map(|side| pair.first_name(side));
    format!("the mentorship of {mentor} and {mentee}")
}

/// Notes what stayed open, when `mentor due` will ask again, and that the pair is read-only.
pub fn remarks(
    closing: &Closing,
    pair: &PairContext,
    kept: &[Record<Goal>],
    left: &[Leftover],
    now: Now,
) -> Vec<String> {
    let open =
        (!kept.is_empty()).then(|| format!("{} left open", words::count(kept.len(), "goal")));
    let name = pair.first_name(pair.user_side().other());
    let ask = closing.update_on.map(|day| {
        let day = dates::format_day(day, words::today(pair.user(), now));
        format!("`mentor due` will remind you on {day} to check back with {name}")
    });
    let left = (!left.is_empty()).then(|| {
        let left: Vec<String> = left.iter().map(|one| leftover(one, pair, now)).collect();
        format!(
            "still open: {} (run `mentor undo`, then end it with `--close-open` to close what is open)",
            left.join("; ")
        )
    });
    let read_only = format!(
        "`{0}` is now read-only; run `mentor end show -p {0}` to see the full record",
        pair.slug()
    );
    open.into_iter().chain(left).chain(ask).chain([read_only]).collect()
}

/// Names the mentorship above the questions about its end.
pub fn question_header(pair: &PairContext) -> String {
    let (mentor, mentee) = (&pair.mentor.name, &pair.mentee.name);
    format!("End of the mentorship of {mentor} and {mentee} (`{}`)", pair.slug())
}

/// Returns the question about a field of the end, with the name of the other person, and the label of its answer.
pub fn question_about(key: &str, pair: &PairContext) -> Option<(String, String)> {
    let partner = pair.first_name(pair.user_side().other());
    let learned = |side: Side| match pair.first_name(side) {
        _ if side == pair.user_side() => {
            ("What have you learned?".to_owned(), "You learned".into())
        }
        name => (format!("What has {name} learned?"), format!("{name} learned")),
    };
    Some(match key {
        "learned_mentee" => learned(Side::Mentee),
        "learned_mentor" => learned(Side::Mentor),
        "remains" => ("What is unfinished, and who takes it on?".into(), "Unfinished".into()),
        "thanks" => (format!("What do you want to thank {partner} for?"), "Thanks".into()),
        "contact_after" => ("How will you stay in touch?".into(), "Staying in touch".into()),
        "differently" => ("What would you do differently next time?".into(), "Next time".into()),
        "update_on" => {
            (format!("When do you want to check back with {partner}?"), "Check back".into())
        }
        _ => return None,
    })
}

/// Asks whether to close what is still open.
pub fn close_open_question(left: &[Leftover]) -> String {
    format!("Close what is still open ({})?", leftover_summary(left))
}

/// Counts what stayed open: `1 check-in, 2 follow-ups`.
pub fn leftover_summary(left: &[Leftover]) -> String {
    let kinds = [
        (LeftoverKind::CheckIn, "check-in"),
        (LeftoverKind::FollowUp, "follow-up"),
        (LeftoverKind::Question, "question"),
    ];
    let counts = kinds.iter().filter_map(|(kind, noun)| {
        let count = left.iter().filter(|one| one.kind == *kind).count();
        (count > 0).then(|| words::count(count, noun))
    });
    counts.collect::<Vec<_>>().join(", ")
}

/// Names what stayed open: `check-in 4 on Wed 23 Dec 15:00`, `follow-up 1 (Ana): write the summary`.
pub fn leftover(one: &Leftover, pair: &PairContext, now: Now) -> String {
    let noun = words::noun_label(one.kind.word());
    let on = one.at.map(|at| format!(" on {}", words::both_times(at, pair, now)));
    let who = one.side.map(|side| format!(" ({})", pair.first_name(side)));
    let title = match one.title.as_str() {
        "" => String::new(),
        title => format!(": {}", words::title_with_privacy(title, one.private)),
    };
    let closed = if one.is_closed { ", closed with the end" } else { "" };
    format!("{noun} {}{}{}{title}{closed}", one.id, on.unwrap_or_default(), who.unwrap_or_default())
}

/// Returns the points about the end: why, what both learned, what comes after.
pub fn points(closing: &Closing, pair: &PairContext) -> Vec<ReportItem> {
    let reason = closing.reason.to_string();
    let named = |side: Side, what: &str| format!("{} {what}", pair.first_name(side));
    let details = [
        (named(Side::Mentee, "has learned"), closing.learned_mentee.as_slice()),
        (named(Side::Mentor, "has learned"), closing.learned_mentor.as_slice()),
        ("remains".to_owned(), closing.remains.as_slice()),
        ("thanks".to_owned(), closing.thanks.as_slice()),
        ("staying in touch".to_owned(), closing.contact_after.as_slice()),
        ("next time".to_owned(), &closing.differently),
        ("where they are now".to_owned(), closing.update.as_slice()),
    ];
    let details = details.into_iter().flat_map(|(name, texts)| {
        let point = move |text: &String| ReportItem::with_label(name.clone(), text);
        texts.iter().map(point)
    });
    let reason = match &closing.because {
        Some(because) => ReportItem::with_label(reason, because),
        None => ReportItem::from(reason),
    };
    [reason].into_iter().chain(details).collect()
}
