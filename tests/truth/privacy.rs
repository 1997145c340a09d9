//! The other side's reports must be the same as for a history without the private records.

use crate::examination::format_finding;
use crate::history::{Deed, History};
use crate::oracle::Reader;
use crate::play::{Query, Stage, Tape};
use crate::shrink::{Kind, without};

/// Returns the history with private calls logged without notes, and without all other private records.
fn without_private(history: &History) -> History {
    let mut secrets: Vec<(Kind, usize)> = Vec::new();
    let mut counts = std::collections::BTreeMap::new();
    for event in &history.events {
        let (kind, private) = match event.deed {
            Deed::FollowUp { private, .. } => (Kind::FollowUp, private),
            Deed::Ask { private, .. } => (Kind::Question, private),
            Deed::Feedback { private, .. } => (Kind::Feedback, private),
            Deed::Goal { private, .. } => (Kind::Goal, private),
            Deed::Win { private, .. } => (Kind::Win, private),
            Deed::Review { private, .. } => (Kind::Review, private),
            _ => continue,
        };
        let number = counts.entry(kind as usize).or_insert(0);
        *number += 1;
        if private {
            secrets.push((kind, *number));
        }
    }
    let mut plain = without(history, |kind, number| secrets.contains(&(kind, number)));
    for event in &mut plain.events {
        if let Deed::Log { private, .. } = &mut event.deed {
            *private = false;
        }
    }
    plain
}

/// Compares the other side's reports of both histories. Only done for a third of the histories with private records,
/// since the twin takes as long to run as the history itself.
pub fn compare(history: &History, tape: &Tape) -> Option<Result<(), String>> {
    if history.seed % 9 != 2 {
        return None;
    }
    let twin = without_private(history);
    let mut stage = Stage::new(&twin);
    let mut go = || {
        let for_partner =
            tape.answers.iter().filter(|answer| answer.query.reader == Reader::Partner);
        for answer in for_partner {
            stage.go_to(answer.query.at)?;
            let found = stage
                .ask(&Query { reader: Reader::User, ..answer.query })?
                .differences(&answer.report);
            if !found.is_empty() {
                let what =
                    format!("told from a history without private records: {}", found.join("\n"));
                return Err(format_finding(
                    history,
                    answer.query.at,
                    &answer.query.command(),
                    &what,
                ));
            }
        }
        Ok(())
    };
    Some(go())
}
