//! Introductions in a line, and their forwardable text.

use crate::domain::goal::Goal;
use crate::domain::introduction::{Introduction, IntroductionState};
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::record::Record;

/// Confirms a stage: `Introduction 1 to Kim Lee: agreed`.
pub fn stage_message(one: &Record<Introduction>) -> String {
    format!("Introduction {} to {}: {}", one.id, one.name(), one.state)
}

/// Suggests the forwardable text while the third person is being asked, and once both have agreed.
pub fn blurb_hint(one: &Record<Introduction>) -> Option<String> {
    let purpose = match one.state {
        IntroductionState::Asked => "ask them with",
        IntroductionState::Agreed => "send to both",
        _ => return None,
    };
    Some(format!("run `mentor introduction blurb {}` for a message to {purpose}", one.id))
}

/// Writes the text to send: a request to the third person that is easy to decline; after their yes, an introduction of both.
pub fn blurb(one: &Introduction, pair: &PairContext, goals: &[Record<Goal>]) -> String {
    let mentee = &pair.mentee.name;
    let called = pair.first_name(Side::Mentee);
    let first = one.name().split(' ').next().unwrap_or_default();
    let has_yes = one.state >= IntroductionState::Agreed;
    let mut text = if has_yes {
        format!(
            "Hi {first}, hi {called},\n\n{first}, this is {mentee}; {called}, this is {}.",
            one.name()
        )
    } else {
        format!("Hi {first},\n\nmay I introduce {mentee} to you?")
    };
    if let Some(why) = &one.why {
        text.push_str(&format!(" {}", sentence(why)));
    }
    let goals: Vec<&str> = goals.iter().map(|goal| goal.title.as_str()).collect();
    if !goals.is_empty() {
        text.push_str(&format!("\n\n{called} is working towards: {}.", goals.join("; ")));
    }
    if let Some(wish) = &one.wish {
        text.push_str(&format!("\n\nWhat {called} would like: {}", sentence(wish)));
    }
    text.push_str(if has_yes { "\n\nYou've both said yes, so I'll let you find a time." } else { "\n\nIf you're happy to, let me know and I'll put you in touch. If not, a quick no is fine; no reason needed." });
    text.push_str(&format!("\n\n{}", pair.mentor.name));
    text
}

/// Adds a full stop to a text that has no end mark.
fn sentence(text: &str) -> String {
    if text.trim_end().ends_with(['.', '!', '?']) {
        text.trim_end().to_owned()
    } else {
        format!("{}.", text.trim_end())
    }
}
