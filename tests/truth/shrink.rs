//! Removes records from histories: the private ones, or as many as possible while a failure remains.

use crate::history::{Deed, Event, History, Home, Terms};

/// A kind of record with its own numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Call,
    FollowUp,
    Question,
    Feedback,
    Goal,
    Win,
    Review,
    Absence,
    Version,
    House,
    Pause,
}

const KINDS: [Kind; 11] = [
    Kind::Pause,
    Kind::House,
    Kind::Version,
    Kind::Absence,
    Kind::Review,
    Kind::Win,
    Kind::Goal,
    Kind::Feedback,
    Kind::Question,
    Kind::FollowUp,
    Kind::Call,
];

/// Returns the kind of record that a deed creates.
fn made_by(deed: &Deed) -> Option<Kind> {
    Some(match deed {
        Deed::Plan { .. } | Deed::Log { call: None, .. } => Kind::Call,
        Deed::FollowUp { .. } => Kind::FollowUp,
        Deed::Ask { .. } => Kind::Question,
        Deed::Feedback { .. } => Kind::Feedback,
        Deed::Goal { .. } => Kind::Goal,
        Deed::Win { .. } => Kind::Win,
        Deed::Review { .. } => Kind::Review,
        Deed::Away { .. } => Kind::Absence,
        Deed::Renew { .. } => Kind::Version,
        Deed::Move { .. } => Kind::House,
        Deed::Pause => Kind::Pause,
        _ => return None,
    })
}

/// Returns the kind and number of the record that a deed changes.
fn changed_by(deed: &mut Deed) -> Option<(Kind, &mut usize)> {
    Some(match deed {
        Deed::MoveCall { number, .. }
        | Deed::Cancel { number, .. }
        | Deed::NoShow { number, .. }
        | Deed::EditCall { number, .. }
        | Deed::Log { call: Some(number), .. } => (Kind::Call, number),
        Deed::EditFollowUp { number, .. } | Deed::TurnFollowUp { number, .. } => {
            (Kind::FollowUp, number)
        }
        Deed::Seen { number, .. }
        | Deed::Answer { number, .. }
        | Deed::DropQuestion { number }
        | Deed::ReopenQuestion { number } => (Kind::Question, number),
        Deed::Respond { number, .. } => (Kind::Feedback, number),
        Deed::MoveGoal { number, .. } | Deed::CloseGoal { number, .. } => (Kind::Goal, number),
        Deed::AwayDrop { number } => (Kind::Absence, number),
        _ => return None,
    })
}

/// Returns the kind of record that a deed changes if it always changes the newest one.
fn changes_newest(deed: &Deed) -> Option<Kind> {
    match deed {
        Deed::Accept { .. } => Some(Kind::Version),
        Deed::Resume => Some(Kind::Pause),
        _ => None,
    }
}

/// Returns the history without the records for which `is_out` is true, and without their changes.
pub fn without(history: &History, is_out: impl Fn(Kind, usize) -> bool) -> History {
    let mut counts = [0; KINDS.len()];
    let mut kept: Vec<Event> = Vec::new();
    for event in &history.events {
        let mut event = event.clone();
        if let Some(kind) = made_by(&event.deed) {
            counts[kind as usize] += 1;
            if is_out(kind, counts[kind as usize]) {
                continue;
            }
        }
        if let Some(kind) = changes_newest(&event.deed) {
            let newest = counts[kind as usize];
            if newest > 0 && is_out(kind, newest) {
                continue;
            }
        }
        if let Some((kind, number)) = changed_by(&mut event.deed) {
            if is_out(kind, *number) {
                continue;
            }
            *number -= (1..*number).filter(|before| is_out(kind, *before)).count();
        }
        kept.push(event);
    }
    follow_on(&mut kept);
    History { events: kept, ..history.clone() }
}

/// Updates the earlier values in each change to those of the reduced history.
fn follow_on(events: &mut [Event]) {
    let mut homes: [Option<Home>; 2] = [None, None];
    let mut newest = Terms::default();
    let user = events.iter().find_map(|event| match event.deed {
        Deed::Pair { user, .. } => Some(user),
        _ => None,
    });
    let user = user.unwrap();
    for event in events {
        match &mut event.deed {
            Deed::Init { home } => homes[user as usize] = Some(*home),
            Deed::Pair { home, .. } => homes[user.other() as usize] = Some(*home),
            Deed::Move { who, to, before, .. } => {
                *before = homes[*who as usize].replace(*to).unwrap();
            }
            Deed::Agree { terms, .. } => newest = terms.clone(),
            Deed::Renew { terms, before, .. } => {
                *before = std::mem::replace(&mut newest, terms.clone());
            }
            _ => {}
        }
    }
}

/// Removes as much as possible while `fails` stays true, since a small history is easier to understand.
pub fn shrink(history: &History, fails: impl Fn(&History) -> bool) -> History {
    let mut smallest = history.clone();
    for kind in KINDS {
        let made = |history: &History| {
            let events = history.events.iter();
            events.filter(|event| made_by(&event.deed) == Some(kind)).count()
        };
        for number in (1..=made(&smallest)).rev() {
            let smaller = without(&smallest, |one, other| (one, other) == (kind, number));
            if fails(&smaller) {
                smallest = smaller;
            }
        }
    }
    while let Some(at) = (0..smallest.events.len()).rev().find(|at| {
        let is_a_change = made_by(&smallest.events[*at].deed).is_none();
        is_a_change && *at > 3 && fails(&without_event(&smallest, *at))
    }) {
        smallest.events.remove(at);
    }
    smallest
}

fn without_event(history: &History, at: usize) -> History {
    let mut history = history.clone();
    history.events.remove(at);
    history
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examination::manner;
    use crate::generator::generate;

    #[test]
    fn smallest_history_has_only_what_fails() {
        let history = (0..50).map(|seed| generate(seed, &manner(seed)));
        let history = history.into_iter().max_by_key(|history| history.events.len()).unwrap();
        let drops = |history: &History| {
            let mut events = history.events.iter();
            events
                .any(|event| matches!(event.deed, Deed::DropQuestion { .. } | Deed::Answer { .. }))
        };
        assert!(drops(&history));
        let smallest = shrink(&history, drops);
        let kinds: Vec<_> =
            smallest.events.iter().filter_map(|event| made_by(&event.deed)).collect();
        assert_eq!(kinds, [Kind::Question]);
        assert!(smallest.events.len() <= 7, "{:#?}", smallest.events);
    }
}
