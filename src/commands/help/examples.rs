//! Examples for the help of each command, from `examples.txt`. A test runs every line.

use clap::Command;

/// The examples that can't be derived from the command path: each path, and below it its examples, indented.
const EXAMPLES: &str = include_str!("examples.txt");

/// Returns the examples listed for a command path.
fn listed_examples(words: &str) -> Option<Vec<String>> {
    let mut lines = EXAMPLES.lines().skip_while(|line| *line != words);
    lines.next()?;
    let examples = lines.map_while(|line| line.strip_prefix("  "));
    Some(examples.map(str::to_owned).collect())
}

/// Returns the examples of a command, whose path has no program name: `goal add`. One that only has subcommands shows
/// that of its first one.
pub fn examples_for(command: &Command, words: &str) -> Vec<String> {
    if let Some(examples) = listed_examples(words) {
        return examples;
    }
    if let Some(first) = command.get_subcommands().next() {
        let mut examples = examples_for(first, &format!("{words} {}", first.get_name()));
        examples.truncate(1);
        return examples;
    }
    match words.split_once(' ') {
        None => Vec::new(),
        Some((_, "list")) => vec![format!("mentor {words}")],
        Some(_) => vec![format!("mentor {words} 1")],
    }
}

/// The command whose examples come before its options, because it has so many.
const EXAMPLES_FIRST: &str = "log";

/// Adds the examples of each command to its help.
pub fn attach(command: &mut Command, words: &str) {
    let is_root = words.is_empty();
    let lines = if is_root { Vec::new() } else { examples_for(command, words) };
    let help = match lines.as_slice() {
        [] => None,
        [line] if command.has_subcommands() => Some(format!("Example: {line}")),
        lines => Some(format!("Examples:\n  {}", lines.join("\n  "))),
    };
    if let Some(help) = help {
        let original = std::mem::take(command);
        *command = if words == EXAMPLES_FIRST {
            // Without `--help`, the first options are those of the check-in.
            original.mut_arg("help", |arg| arg.hide(true)).help_template(format!(
                "{{before-help}}{{about-with-newline}}\n{{usage-heading}} {{usage}}\n\n{help}\n\n{{all-args}}{{after-help}}"
            ))
        } else {
            original.after_help(help)
        };
    }
    for command in command.get_subcommands_mut() {
        let words = format!("{words} {}", command.get_name());
        attach(command, words.trim_start());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_fit_on_a_line_of_help() {
        for line in EXAMPLES.lines() {
            assert!(line.len() <= 98, "{line}");
        }
    }
}
