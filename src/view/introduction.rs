//! Introductions in a line, and as a text that can be forwarded.

use crate::domain::goal::Goal;
use crate::domain::introduction::{Introduction, IntroductionState};
use crate::domain::pair::Couple;
use crate::domain::record::Record;

/// `Introduction 1 to Kim Lee is agreed`.
pub fn stepped(one: &Record<Introduction>) -> String {
    let next = match one.state {
        IntroductionState::Agreed => " (`mentor introduction blurb` has a text to send)",
        _ => "",
    };
    format!(
        "Introduction {} to {} is {}{next}",
        one.id, one.title, one.state
    )
}

/// A text for the third person: who, why, what is wished, and an easy no.
pub fn blurb(one: &Introduction, couple: &Couple, goals: &[Record<Goal>]) -> String {
    let mentee = &couple.mentee.name;
    let called = couple.called(crate::domain::person::Side::Mentee);
    let first = one.title.split([',', ' ']).next().unwrap_or(&one.title);
    let mut text = format!("Hi {first},\n\nmay I introduce {mentee} to you?");
    if let Some(why) = &one.why {
        text.push_str(&format!(" {}", sentence(why)));
    }
    let goals: Vec<&str> = goals.iter().map(|goal| goal.title.as_str()).collect();
    if !goals.is_empty() {
        text.push_str(&format!(
            "\n\n{called} is working toward: {}.",
            goals.join("; ")
        ));
    }
    if let Some(wish) = &one.wish {
        text.push_str(&format!("\n\nWhat {called} would like: {}", sentence(wish)));
    }
    text.push_str(
        "\n\nIf that suits you, tell me and I will put you two in touch. If not, a short no is fine and needs no reason.",
    );
    text.push_str(&format!("\n\n{}", couple.mentor.name));
    text
}

/// With an end, if it has none.
fn sentence(text: &str) -> String {
    match text.trim_end().ends_with(['.', '!', '?']) {
        true => text.trim_end().to_owned(),
        false => format!("{}.", text.trim_end()),
    }
}
