//! Generates `docs/commands.md` and `completions/` from the command tree.

use std::fmt::Write;

use clap::{Command, CommandFactory};
use clap_complete::Shell;

use crate::commands::Cli;
use crate::commands::command_line::complete;
use crate::commands::help::{examples, help_screen};
use crate::generated::assert_up_to_date;

#[test]
fn completion_scripts_are_up_to_date() {
    for (shell, name) in [
        (Shell::Bash, "mentor.bash"),
        (Shell::Zsh, "_mentor"),
        (Shell::Fish, "mentor.fish"),
        (Shell::Elvish, "mentor.elv"),
        (Shell::PowerShell, "_mentor.ps1"),
    ] {
        assert_up_to_date(&format!("completions/{name}"), &complete::script(shell));
    }
}

#[test]
fn command_reference_is_up_to_date() {
    assert_up_to_date("docs/commands.md", &reference());
}

const INTRODUCTION: &str = "# Commands

Written from the source: what `mentor help <command>` prints, on one page. `mentor help options` lists the global options
(`--pair`, `--json`, `--quiet`, `--no-input`, `--color`, `--plain`, `--no-pager`, `--config`, `--db`); `docs/help/` has the other topics.
";

/// Returns all help pages, by group.
fn reference() -> String {
    let mut text = INTRODUCTION.to_owned();
    let mut command = Cli::command().term_width(100);
    command.build();
    examples::attach(&mut command, "");
    for group in &help_screen::GROUPS {
        let _ = write!(text, "\n## {}\n", group.name);
        for member in group.members {
            pages(&mut text, "mentor", command.find_subcommand(member).unwrap());
        }
    }
    text
}

fn pages(text: &mut String, before: &str, command: &Command) {
    let name = format!("{before} {}", command.get_name());
    let mut page = command.clone().mut_args(|arg| {
        let hidden = arg.is_global_set() || arg.is_hide_set() || arg.get_id() == "help";
        arg.hide(hidden)
    });
    let help = page.render_help().to_string();
    let lines: Vec<_> = help.trim_end().lines().map(str::trim_end).collect();
    let _ = write!(text, "\n### {name}\n\n```text\n{}\n```\n", lines.join("\n"));
    for command in command.get_subcommands() {
        pages(text, &name, command);
    }
}
