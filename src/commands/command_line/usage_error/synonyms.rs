//! Words that people try instead of mentor's commands.

/// Command names that people guess, and their replacements. Plurals are handled by `suggest_singular`.
pub const NOUNS: [(&[&str], &str); 31] = [
    (&["todo", "todos", "task", "tasks", "action", "actions"], "followup list"),
    (&["meeting", "meetings", "call", "calls", "session", "sessions"], "checkin list"),
    (&["schedule", "plan", "meet", "book"], "checkin add"),
    (&["find", "grep", "query"], "search"),
    (&["next"], "checkin next"),
    (&["mentor", "mentors", "mentee", "mentees", "list", "ls"], "pair list"),
    (&["people", "persons", "who"], "person list"),
    (&["whoami", "me", "profile", "account"], "person show me"),
    (&["name"], "person edit me --name NAME"),
    (&["tz", "zone", "timezone"], "person edit me --tz ZONE"),
    (&["hours"], "person edit me --hours HOURS"),
    (&["calendar", "ics", "ical"], "export --ics"),
    (&["setup", "welcome", "onboard"], "init"),
    (&["add", "new", "start", "create", "insert"], "pair add"),
    (&["agreement", "agreements", "contract", "expectations"], "agree show"),
    (&["promise", "promises", "commitments"], "agree check"),
    (&["note", "notes", "write", "record", "journal"], "log"),
    (&["idea", "ideas", "ask"], "topic add"),
    (&["report", "summary", "retro"], "review"),
    (&["reminder", "reminders", "overdue", "today", "late"], "due"),
    (&["prepare", "prep"], "brief"),
    (&["insights", "tip", "tips", "lesson", "lessons"], "advice list"),
    (&["success", "successes", "achievement", "achievements"], "win list"),
    (&["settings", "setting", "preferences", "configure"], "config show"),
    (&["backups"], "backup"),
    (&["forget"], "undo"),
    (&["set"], "config set"),
    (&["version"], "--version"),
    (&["doctor", "verify", "repair"], "check"),
    (&["merge", "exchange", "pull", "push"], "sync"),
    (&["tutorial", "example", "examples", "sample"], "demo"),
];

/// Verbs that people guess, with their replacements, best first.
pub const VERBS: [(&[&str], &[&str]); 15] = [
    (&["ls", "all", "index", "list"], &["list", "history", "show"]),
    (&["rm", "remove", "delete", "del", "erase", "trash"], &["delete", "drop", "unset", "end"]),
    (&["new", "create", "insert", "plan", "schedule", "start"], &["begin", "add", "record"]),
    (&["view", "get", "info", "cat", "print", "display", "open"], &["show", "reopen"]),
    (&["complete", "finish", "finished", "close", "tick", "check", "completed"], &["done", "end"]),
    (&["cover", "covered", "discuss", "discussed"], &["done"]),
    (&["set"], &["set", "progress", "edit"]),
    (&["edit", "update", "change", "modify", "rename", "alter"], &["edit", "progress", "renew"]),
    (&["cancel", "abandon", "stop", "skip"], &["cancel", "drop", "end"]),
    (&["archive", "terminate"], &["end", "drop"]),
    (&["select", "choose", "switch", "activate"], &["use"]),
    (&["give", "send", "raise"], &["add"]),
    (&["reply", "respond", "answer"], &["answer", "respond"]),
    (&["postpone", "defer", "delay", "reschedule", "move"], &["move", "edit"]),
    (&["undo", "restore", "restart", "continue", "reopen"], &["reopen", "resume"]),
];

/// Options that people guess, and their replacements, best first: the first one that the command has. A replacement with
/// a placeholder is meant only where the option takes that value: `--by` is a date or a person. No other option is
/// suggested for these words, however similar.
pub const OPTIONS: [(&[&str], &[&str]); 22] = [
    (&["duration", "length", "mins", "minutes", "time", "took"], &["minutes", "length"]),
    (&["due", "deadline", "due-date", "target"], &["by DATE"]),
    (&["date", "day", "when"], &["at WHEN", "on DATE", "by DATE", "as-of"]),
    (&["until", "till", "before", "end", "to"], &["ends", "as-of", "by DATE"]),
    (&["after", "start", "begin"], &["since", "starts", "from DATE"]),
    (&["for", "assignee", "assign", "assigned", "who", "person"], &["owner WHO", "who", "by WHO"]),
    (&["author", "asker", "raised-by"], &["from WHO"]),
    (
        &["note", "notes", "comment", "comments", "description", "details", "body"],
        &["notes", "note"],
    ),
    (&["reason", "why", "because"], &["because", "why", "reason"]),
    (&["name", "subject", "summary", "slug"], &["title", "name", "rename"]),
    (&["task", "todo", "action", "promise"], &["followup", "step"]),
    (&["closed", "finished", "completed", "done", "archived", "dropped"], &["all", "done"]),
    (&["late", "past-due"], &["overdue"]),
    (&["file", "input"], &["from FILE", "from-file", "output"]),
    (&["save", "write", "to-file"], &["output"]),
    (&["timezone", "time-zone", "zone"], &["tz"]),
    (&["frequency", "rhythm", "every", "schedule"], &["cadence"]),
    (&["where", "location", "place", "url", "via"], &["link", "channel"]),
    (&["progress", "percent", "percentage"], &["goal GOAL=PERCENT"]),
    (&["simulate", "preview", "what-if"], &["dry-run"]),
    (&["silent"], &["quiet"]),
    (&["batch", "non-interactive"], &["no-input"]),
];

/// Verbs with which people try to say that a check-in took place.
pub const HELD: [&str; 7] = ["done", "log", "hold", "held", "finish", "complete", "close"];

/// Verbs with which people ask for an overview that a command gives without a verb.
pub const SHOWING: [&str; 5] = ["status", "overview", "list", "show", "info"];

/// Words with which people try to update the program itself.
pub const UPGRADES: [&str; 2] = ["upgrade", "update"];

/// Verbs that postpone a record. A check-in is moved; records with a due day are edited.
pub const POSTPONING: [&str; 5] = ["postpone", "defer", "delay", "reschedule", "move"];

/// Whether an argument is the option that a replacement in `OPTIONS` names.
pub fn is_option(arg: &clap::Arg, replacement: &str) -> bool {
    let (name, value) = replacement.split_once(' ').unwrap_or((replacement, ""));
    let values = arg.get_value_names().unwrap_or_default();
    arg.get_long() == Some(name)
        && (value.is_empty() || values.first().is_some_and(|first| first.as_str() == value))
}

#[cfg(test)]
mod tests {
    use clap::{Command, CommandFactory};

    use super::*;
    use crate::commands::Cli;

    fn find_command<'c>(root: &'c Command, words: &str) -> Option<&'c Command> {
        let is_argument = |word: &str| word.starts_with('-') || word == "me";
        let words = words.split(' ').take_while(|word| !is_argument(word));
        words.into_iter().try_fold(root, |command, word| command.find_subcommand(word))
    }

    #[test]
    fn every_suggestion_is_a_real_command() {
        let mut root = Cli::command();
        root.build();
        for (tried, replacement) in NOUNS {
            assert!(find_command(&root, replacement).is_some(), "{replacement} is no command");
            for word in tried {
                assert!(root.find_subcommand(word).is_none(), "{word} is a command of its own");
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

    fn has_option(command: &Command, replacement: &str) -> bool {
        let mut own = command.get_arguments();
        own.any(|option| is_option(option, replacement))
            || command.get_subcommands().any(|command| has_option(command, replacement))
    }

    #[test]
    fn every_suggested_option_exists() {
        let mut root = Cli::command();
        root.build();
        for replacement in OPTIONS.iter().flat_map(|(_, replacements)| *replacements) {
            assert!(has_option(&root, replacement), "{replacement} is no option");
        }
    }
}
