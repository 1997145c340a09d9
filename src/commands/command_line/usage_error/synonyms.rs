//! Words that people try, and what is called so here.

/// Nouns that people try, and what does it here. A plural is understood without a line.
pub const NOUNS: [(&[&str], &str); 28] = [
    (
        &["todo", "todos", "task", "tasks", "action", "actions"],
        "followup list",
    ),
    (
        &[
            "meeting", "meetings", "call", "calls", "session", "sessions",
        ],
        "checkin list",
    ),
    (&["schedule", "plan"], "checkin add"),
    (&["find", "grep", "query"], "search"),
    (&["next"], "checkin next"),
    (&["cancel"], "checkin cancel"),
    (
        &["mentor", "mentors", "mentee", "mentees", "list", "ls"],
        "pair list",
    ),
    (&["people", "persons", "who", "whoami"], "person list"),
    (&["add", "new", "start"], "pair add"),
    (
        &["agreement", "agreements", "contract", "expectations"],
        "agree show",
    ),
    (&["promise", "promises", "commitments"], "agree check"),
    (&["note", "notes", "write", "record", "journal"], "log"),
    (&["idea", "ideas", "ask"], "topic add"),
    (&["report", "summary", "retro"], "review"),
    (
        &["reminder", "reminders", "overdue", "today", "late"],
        "due",
    ),
    (&["prepare", "prep"], "brief"),
    (
        &["insights", "tip", "tips", "lesson", "lessons"],
        "advice list",
    ),
    (
        &["success", "successes", "achievement", "achievements"],
        "win list",
    ),
    (
        &["settings", "setting", "preferences", "configure"],
        "config show",
    ),
    (&["backups"], "backup"),
    // A record is named by its noun: `mentor goal done 5`.
    (&["done", "finish", "complete"], "followup done"),
    (&["forget"], "undo"),
    (&["reopen"], "followup reopen"),
    (&["rename"], "pair edit"),
    (&["version"], "--version"),
    (&["doctor", "verify", "repair"], "check"),
    (&["merge", "exchange", "pull", "push"], "sync"),
    (&["tutorial", "example", "examples", "sample"], "demo"),
];

/// Verbs that people try, best guess first.
pub const VERBS: [(&[&str], &[&str]); 10] = [
    (
        &["ls", "all", "index", "list"],
        &["list", "history", "show"],
    ),
    (
        &["rm", "remove", "del", "erase", "trash"],
        &["delete", "drop", "unset"],
    ),
    (
        &["new", "create", "insert", "plan", "schedule", "start"],
        &["begin", "add", "record"],
    ),
    (
        &["view", "get", "info", "cat", "print", "display", "open"],
        &["show", "reopen"],
    ),
    (
        &[
            "complete",
            "finish",
            "finished",
            "close",
            "tick",
            "check",
            "completed",
        ],
        &["done", "end"],
    ),
    (
        &["update", "change", "modify", "set", "rename", "alter"],
        &["edit", "progress"],
    ),
    (
        &["cancel", "abandon", "stop", "quit"],
        &["cancel", "drop", "end"],
    ),
    (&["select", "choose"], &["use"]),
    (
        &["postpone", "defer", "delay", "reschedule", "move"],
        &["move", "edit"],
    ),
    (
        &["undo", "restore", "restart", "continue", "reopen"],
        &["reopen", "resume"],
    ),
];

/// Verbs that want the number of a record, and its noun before them: what is typed, and what it is called here.
pub const RECORD_VERBS: [(&[&str], &str); 3] = [
    (&["show", "view", "open"], "show"),
    (&["edit", "change"], "edit"),
    (&["delete", "remove", "rm"], "delete"),
];

/// Nouns that are meant by a number alone more often than others.
pub const USUAL_NOUNS: [&str; 4] = ["goal", "followup", "topic", "checkin"];

/// What is said of a word that no other package manager would take for a mistake.
pub const UPGRADES: [&str; 2] = ["upgrade", "update"];

/// Verbs that put a record off: what has a day by which it is to be done is edited.
pub const POSTPONING: [&str; 5] = ["postpone", "defer", "delay", "reschedule", "move"];

#[cfg(test)]
mod tests {
    use clap::{Command, CommandFactory};

    use super::*;
    use crate::commands::Cli;

    fn path<'c>(root: &'c Command, words: &str) -> Option<&'c Command> {
        let words = words.split(' ').take_while(|word| !word.starts_with('-'));
        words
            .into_iter()
            .try_fold(root, |command, word| command.find_subcommand(word))
    }

    #[test]
    fn every_hint_leads_to_a_command_and_away_from_none() {
        let mut root = Cli::command();
        root.build();
        for (tried, meant) in NOUNS {
            assert!(path(&root, meant).is_some(), "{meant} is no command");
            for word in tried {
                assert!(
                    root.find_subcommand(word).is_none(),
                    "{word} is a command of its own"
                );
            }
        }
        let verbs: Vec<&str> = root
            .get_subcommands()
            .flat_map(Command::get_subcommands)
            .map(Command::get_name)
            .collect();
        for (_, guesses) in VERBS {
            for guess in guesses {
                assert!(verbs.contains(guess), "{guess} is no verb");
            }
        }
    }
}
