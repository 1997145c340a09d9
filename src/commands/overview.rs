//! The first screen: what is typed most, then every command by the moment it is for.

use std::fmt::Write;

use clap::Command;

use crate::manual;
use crate::view::card::{hang, wrap};

/// Every command stands in one group, in the order of a mentorship.
pub const GROUPS: [(&str, &[&str]); 6] = [
    ("Set up", &["init", "pair", "person", "config"]),
    (
        "Moments",
        &[
            "agree", "brief", "agenda", "log", "due", "review", "progress", "end", "status",
        ],
    ),
    (
        "Records",
        &[
            "goal",
            "checkin",
            "topic",
            "followup",
            "question",
            "feedback",
            "skill",
            "insight",
            "win",
            "introduction",
            "resource",
            "option",
            "approach",
            "norm",
            "pulse",
            "away",
        ],
    ),
    ("Plan", &["when"]),
    (
        "Data",
        &[
            "search", "history", "undo", "redo", "export", "import", "backup", "restore", "check",
            "draft", "purge",
        ],
    ),
    (
        "Shell",
        &["remind", "completions", "prompt", "man", "demo", "help"],
    ),
];

pub const EXAMPLES: [(&str, &str); 6] = [
    (
        "mentor demo",
        "look around in a mentorship that is half a year old",
    ),
    (
        "mentor pair add ana --mentee \"Ana Díaz\" --tz America/Bogota",
        "begin with someone",
    ),
    ("mentor agree", "write down what you expect of each other"),
    ("mentor agenda", "before a call"),
    (
        "mentor log \"What was said\" --followup \"me: send the notes by fri\"",
        "after it",
    ),
    ("mentor due", "each morning; silent when nothing is due"),
];

/// Gives the command its first screen. Subcommands are named only: their own trees stay unbuilt.
pub fn grouped(command: Command, width: usize) -> Command {
    let template = template(&command, width);
    command.help_template(template).term_width(width)
}

fn template(command: &Command, width: usize) -> String {
    let mut text = String::from("{about}\n\n");
    heading(&mut text, "Examples");
    for (words, what) in EXAMPLES {
        let what = hang(&format!("      {what}"), Some(width), 6);
        let _ = write!(text, "  {words}\n{what}\n");
    }
    for (name, members) in GROUPS {
        text.push('\n');
        heading(&mut text, name);
        for member in members {
            let about = command.find_subcommand(member).and_then(Command::get_about);
            let about = about.map(ToString::to_string).unwrap_or_default();
            named(&mut text, member, &about, width);
        }
    }
    text.push('\n');
    heading(&mut text, "Topics");
    for topic in manual::TOPICS {
        named(&mut text, topic.name, topic.title(), width);
    }
    text.push('\n');
    heading(&mut text, "Options");
    text.push_str("{options}\n\n");
    let last = "`mentor help COMMAND` and `mentor help TOPIC` tell more; `mentor` alone is `mentor status`";
    text.push_str(&wrap(last, Some(width)));
    text.push('\n');
    text
}

/// A name, and what it is about beside it, or under it where there is no room.
fn named(text: &mut String, name: &str, about: &str, width: usize) {
    let (gap, indent) = match width {
        ..50 => ("\n".to_owned(), 6),
        _ => (" ".repeat(LONGEST + 2 - name.len()), LONGEST + 4),
    };
    let line = hang(&format!("  {name}{gap}{about}"), Some(width), indent);
    let _ = writeln!(text, "{line}");
}

/// Letters of the longest name.
const LONGEST: usize = 12;

fn heading(text: &mut String, words: &str) {
    let style = clap::builder::Styles::styled();
    let header = style.get_header();
    let _ = writeln!(text, "{header}{words}:{header:#}");
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory;

    use super::*;
    use crate::commands::Cli;

    #[test]
    fn every_command_stands_in_one_group_and_says_what_it_does() {
        let command = Cli::command();
        let there: BTreeSet<_> = command.get_subcommands().map(Command::get_name).collect();
        let grouped: Vec<_> = GROUPS
            .iter()
            .flat_map(|(_, members)| members.iter().copied())
            .collect();
        assert_eq!(grouped.len(), there.len(), "a command stands in two groups");
        assert_eq!(grouped.iter().map(|name| name.len()).max(), Some(LONGEST));
        assert_eq!(grouped.into_iter().collect::<BTreeSet<_>>(), there);
        for command in command.get_subcommands() {
            assert!(
                command.get_about().is_some(),
                "`{}` says nothing",
                command.get_name()
            );
        }
    }
}
