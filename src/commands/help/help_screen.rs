//! The first help screen: the most frequent commands, then all commands by group. `mentor help GROUP` prints the rest.

use std::fmt::Write;

use clap::Command;

use crate::manual;
use crate::view::page::style::{Style, paint};
use crate::view::page::wrap::{wrap, wrap_hanging};

/// A group of commands.
pub struct Group {
    pub name: &'static str,
    /// Whether the first screen describes each of its commands.
    is_described: bool,
    /// What follows the name on the first screen.
    note: &'static str,
    pub members: &'static [&'static str],
}

/// All groups; every command is in exactly one. The everyday commands come first.
pub const GROUPS: [Group; 6] = [
    Group {
        name: "Everyday",
        is_described: true,
        note: "",
        members: &[
            "agenda", "brief", "log", "due", "when", "status", "agree", "review", "progress", "end",
        ],
    },
    Group {
        name: "Records",
        is_described: false,
        note: " (add, list, show, edit, delete)",
        members: &[
            "goal", "checkin", "topic", "followup", "question", "feedback", "advice", "win",
            "skill", "resource", "introduction", "option", "approach", "norm", "pulse", "away",
        ],
    },
    Group {
        name: "Setup",
        is_described: false,
        note: "",
        members: &["init", "pair", "person", "config", "remind", "completions", "prompt"],
    },
    Group {
        name: "Data",
        is_described: false,
        note: "",
        members: &[
            "search", "history", "undo", "redo", "export", "import", "backup", "restore", "check",
            "draft", "purge",
        ],
    },
    Group { name: "Sharing", is_described: false, note: "", members: &["share", "sync"] },
    Group {
        name: "Help",
        is_described: false,
        note: "",
        members: &["help", "man", "schema", "demo"],
    },
];

pub const EXAMPLES: [(&str, &str); 3] = [
    ("mentor demo", "explore six months of sample data"),
    ("mentor pair add ana --mentee \"Ana Díaz\" --tz America/Bogota", "add your first pair"),
    (
        "mentor log \"Talked about scope\" --followup \"mentee: draft the RFC by fri\"",
        "record a check-in",
    ),
];

/// The page of `mentor help options`.
pub const OPTIONS: &str = "options";
/// The page of `mentor help commands`.
pub const COMMANDS: &str = "commands";

/// The page of `mentor help topics`.
pub const TOPICS: &str = "topics";

/// Adds the first screen to the command. Subcommands only contribute their names, so that their trees stay unbuilt.
pub fn with_overview(command: Command, width: usize) -> Command {
    let template = template(&command, width);
    command.help_template(template).term_width(width)
}

fn template(command: &Command, width: usize) -> String {
    let about = wrap("Keep a mentorship on track from the terminal", Some(width));
    let mut text = format!("{about}\n\n{{usage-heading}} {{usage}}\n\n");
    write_heading(&mut text, "Get started");
    for (words, about) in EXAMPLES {
        // A command to type is never wrapped.
        let fits = width >= 3 + MAX_SHORT_EXAMPLE + about.len();
        let line = match (words.len() < MAX_SHORT_EXAMPLE, fits) {
            (true, false) => {
                format!("  {words}\n{}", wrap_hanging(&format!("      {about}"), Some(width), 6))
            }
            (true, true) => format!("  {words:<MAX_SHORT_EXAMPLE$} {about}"),
            (false, _) => format!("  {words}"),
        };
        let _ = writeln!(text, "{line}");
    }
    for group in GROUPS.iter().filter(|group| group.is_described) {
        text.push('\n');
        write_heading(&mut text, group.name);
        write_group(&mut text, command, group, width);
    }
    for group in GROUPS.iter().filter(|group| !group.note.is_empty()) {
        text.push('\n');
        write_heading(&mut text, &format!("{}{}", group.name, group.note));
        let members = format!("  {}", group.members.join("  "));
        let _ = writeln!(text, "{}", wrap_hanging(&members, Some(width.min(76)), 2));
    }
    text.push('\n');
    let unlisted = GROUPS.iter().filter(|group| !group.is_described && group.note.is_empty());
    for group in unlisted {
        write_row(&mut text, group.name, &group.members.join(" "), width);
    }
    let topics: Vec<&str> = manual::TOPICS.iter().map(|topic| topic.name).collect();
    write_row(&mut text, "Topics", &topics.join(" "), width);
    let options = "-p PAIR --json -q --no-input --color WHEN --plain --no-pager --db FILE";
    write_row(&mut text, "Options", options, width);
    let closing = format!(
        "Run `mentor help` with a command, a topic, `{OPTIONS}` or `{COMMANDS}` for details."
    );
    text.push_str(&wrap(&closing, Some(width)));
    text.push('\n');
    text
}

/// Returns the page that `mentor help` prints for a group, for all commands, for the topics or for the global options.
pub fn page(name: &str, command: Command, width: usize) -> Option<String> {
    let mut text = String::new();
    if name == OPTIONS {
        let template = "{options}";
        let options = command.help_template(template).term_width(width);
        return Some(options.clone().render_help().to_string());
    }
    if name == TOPICS {
        write_topics(&mut text, width);
    }
    for group in &GROUPS {
        if name == COMMANDS || group.name.eq_ignore_ascii_case(name) {
            if !text.is_empty() {
                text.push('\n');
            }
            let _ = writeln!(text, "{}", paint(Style::Heading, group.name));
            write_group(&mut text, &command, group, width);
        }
    }
    (!text.is_empty()).then_some(text)
}

/// Whether `mentor help` has a page of this name.
pub fn is_page(name: &str) -> bool {
    let mut groups = GROUPS.iter().filter(|group| group.name != "Help");
    [OPTIONS, COMMANDS, TOPICS].contains(&name)
        || groups.any(|group| group.name.eq_ignore_ascii_case(name))
}

/// Writes the commands of a group, each with its description.
fn write_group(text: &mut String, command: &Command, group: &Group, width: usize) {
    let rows = group.members.iter().map(|member| {
        let about = command.find_subcommand(member).and_then(Command::get_about);
        (*member, about.map(ToString::to_string).unwrap_or_default())
    });
    write_rows(text, &rows.collect::<Vec<_>>(), width);
}

/// Writes the topics of the manual, each with its title.
fn write_topics(text: &mut String, width: usize) {
    let topics = manual::TOPICS.iter();
    let rows = topics.map(|topic| (topic.name, topic.title().to_owned()));
    let pages =
        [(OPTIONS, "Options that every command takes"), (COMMANDS, "Every command, by group")];
    let pages = pages.map(|(name, about)| (name, about.to_owned()));
    let _ = writeln!(text, "{}", paint(Style::Heading, "Topics"));
    write_rows(text, &rows.chain(pages).collect::<Vec<_>>(), width);
}

/// Writes names with their descriptions in two columns, or below each other if the screen is narrow.
fn write_rows(text: &mut String, rows: &[(&str, String)], width: usize) {
    let longest = rows.iter().map(|(name, _)| name.len()).max();
    let longest = longest.unwrap_or_default();
    for (name, about) in rows {
        let (gap, indent) = match width {
            ..50 => ("\n".to_owned(), 6),
            _ => (" ".repeat(longest + 2 - name.len()), longest + 4),
        };
        let line = wrap_hanging(&format!("  {name}{gap}{about}"), Some(width), indent);
        let _ = writeln!(text, "{line}");
    }
}

/// An example shorter than this has room for its description on the same line.
const MAX_SHORT_EXAMPLE: usize = 38;

/// Writes a name and its words on one line.
fn write_row(text: &mut String, name: &str, words: &str, width: usize) {
    let line = wrap_hanging(&format!("{name:<8} {words}"), Some(width), 9);
    let _ = writeln!(text, "{line}");
}

fn write_heading(text: &mut String, words: &str) {
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
    fn every_command_is_in_one_group_and_has_a_description() {
        let command = Cli::command();
        let all_commands: BTreeSet<_> = command.get_subcommands().map(Command::get_name).collect();
        let grouped = || GROUPS.iter().flat_map(|group| group.members.iter().copied());
        assert_eq!(grouped().count(), all_commands.len(), "a command is in two groups");
        assert_eq!(grouped().collect::<BTreeSet<_>>(), all_commands);
        for command in command.get_subcommands() {
            let name = command.get_name();
            assert!(command.get_about().is_some(), "`{name}` says nothing");
        }
    }

    #[test]
    fn first_example_has_its_description_below_it_if_it_does_not_fit() {
        let screen = |width| with_overview(Cli::command(), width).render_help().to_string();
        assert!(screen(60).contains("  mentor demo\n      explore six months of sample data\n"));
        assert!(screen(80).contains("  mentor demo                            explore six months"));
    }

    #[test]
    fn first_screen_fits_on_a_terminal() {
        for width in [80, 100] {
            let screen = with_overview(Cli::command(), width).render_help().to_string();
            let lines = screen.trim_end().lines().count();
            assert!(lines <= 32, "{lines} lines of {width} columns\n{screen}");
        }
    }
}
