//! Examples for the help of each command. A test runs every line.

use clap::Command;

/// A command path and its examples.
type CommandExamples = (&'static str, &'static [&'static str]);

/// The examples that can't be derived from the command path.
const TABLE: &[CommandExamples] = &[
    (
        "agenda",
        &["mentor agenda", "mentor agenda --for-partner --markdown"],
    ),
    ("brief", &["mentor brief"]),
    (
        "log",
        &[
            "mentor log \"Talked about scope\" --minutes 50 --done 1 --next \"thu 17:00\"",
            "mentor log \"Scope\" --followup \"mentee: draft the RFC by fri\" --goal 1=40%",
        ],
    ),
    (
        "due",
        &["mentor due", "mentor due --within \"1 week\" --exit-code"],
    ),
    (
        "when",
        &["mentor when", "mentor when --length 1h --from mon"],
    ),
    ("status", &["mentor status"]),
    (
        "agree",
        &["mentor agree --purpose \"Become a tech lead\" --cadence \"every 2 weeks\" --length 45m"],
    ),
    (
        "agree show",
        &["mentor agree show", "mentor agree show --markdown"],
    ),
    ("agree accept", &["mentor agree accept --by mentee"]),
    (
        "agree check",
        &["mentor agree check", "mentor agree check --exit-code"],
    ),
    (
        "agree lint",
        &["mentor agree lint", "mentor agree lint --exit-code"],
    ),
    (
        "agree renew",
        &["mentor agree renew --cadence \"every 3 weeks\" --because \"exams\""],
    ),
    ("agree history", &["mentor agree history"]),
    ("agree diff", &["mentor agree diff 1 2"]),
    ("agree compare", &["mentor agree compare sam.toml ana.toml"]),
    (
        "agree template",
        &[
            "mentor agree template --list",
            "mentor agree template software",
        ],
    ),
    (
        "review",
        &[
            "mentor review",
            "mentor review --since \"1 nov\" --for-partner --markdown",
        ],
    ),
    (
        "review record",
        &["mentor review record --achievement \"Led a review\" --next \"Lead a big one\""],
    ),
    (
        "review edit",
        &["mentor review edit 1 --notes \"A good talk\""],
    ),
    (
        "progress",
        &[
            "mentor progress",
            "mentor progress --goal 1",
            "mentor progress --html -o progress.html",
        ],
    ),
    (
        "end",
        &["mentor end --reason achieved --thanks \"For your patience\""],
    ),
    ("end show", &["mentor end show --markdown"]),
    (
        "end update",
        &["mentor end update \"She leads a team of five\""],
    ),
    (
        "goal add",
        &["mentor goal add \"Lead a design review\" --by 2027-03-01 --step \"Shadow one\""],
    ),
    (
        "goal edit",
        &["mentor goal edit 1 --by 2027-04-01 --because \"the release moved\""],
    ),
    ("goal progress", &["mentor goal progress 1 40%"]),
    ("goal confidence", &["mentor goal confidence 1 7"]),
    (
        "checkin add",
        &["mentor checkin add --at \"fri 17:00\" --length 45m"],
    ),
    (
        "checkin next",
        &["mentor checkin next", "mentor checkin next --add"],
    ),
    (
        "checkin move",
        &["mentor checkin move 1 --to \"fri 11:00\" --because \"a clash\""],
    ),
    (
        "checkin cancel",
        &["mentor checkin cancel 1 --by them --because \"ill\""],
    ),
    ("checkin no-show", &["mentor checkin no-show 1 --by mentee"]),
    ("checkin edit", &["mentor checkin edit 3 --minutes 50"]),
    (
        "topic add",
        &["mentor topic add \"How to say no\" --from mentee"],
    ),
    (
        "topic edit",
        &["mentor topic edit 1 --notes \"With the release in mind\""],
    ),
    (
        "followup add",
        &[
            "mentor followup add \"mentee: draft the RFC by fri\"",
            "mentor followup add \"Send the notes\" --owner me --by tomorrow",
        ],
    ),
    (
        "followup edit",
        &["mentor followup edit 1 --by \"next fri\" --because \"ill\""],
    ),
    (
        "question add",
        &["mentor question add \"Which of the two designs?\" --from mentee"],
    ),
    (
        "question edit",
        &["mentor question edit 1 --title \"Which design?\""],
    ),
    ("question seen", &["mentor question seen 1 --by fri"]),
    (
        "question answer",
        &["mentor question answer 1 \"The second one\""],
    ),
    (
        "feedback add",
        &[
            "mentor feedback add --kind keep --situation \"Tue call\" --behaviour \"Status\" --impact \"Calm\"",
        ],
    ),
    (
        "feedback edit",
        &["mentor feedback edit 1 --follow-up \"in 2 weeks\""],
    ),
    (
        "feedback respond",
        &["mentor feedback respond 1 \"Thank you, I will keep it up\""],
    ),
    (
        "advice add",
        &["mentor advice add \"Write the decision down before the meeting\""],
    ),
    (
        "advice edit",
        &["mentor advice edit 1 --title \"Write the decision down first\""],
    ),
    (
        "advice outcome",
        &["mentor advice outcome 1 helped --note \"The RFC began with it\""],
    ),
    (
        "advice recall",
        &["mentor advice recall 1 \"First the decision, then the meeting\""],
    ),
    (
        "win add",
        &["mentor win add \"Shipped the migration\" --goal 1"],
    ),
    (
        "win edit",
        &["mentor win edit 1 --title \"Shipped the whole migration\""],
    ),
    (
        "skill add",
        &["mentor skill add \"Leading design reviews\" --aim 4"],
    ),
    ("skill edit", &["mentor skill edit 1 --aim 5"]),
    (
        "skill rate",
        &["mentor skill rate 1 3 --by mentee --evidence \"Led one alone\""],
    ),
    (
        "resource add",
        &["mentor resource add \"The Manager's Path\" --goal 1"],
    ),
    (
        "resource edit",
        &["mentor resource edit 1 --link \"the shelf by the door\""],
    ),
    (
        "introduction add",
        &["mentor introduction add \"Kim Lee, platform lead\" --why \"Led the move to one build\""],
    ),
    (
        "introduction edit",
        &["mentor introduction edit 1 --wish \"An hour of questions\""],
    ),
    ("introduction advance", &["mentor introduction advance 1"]),
    (
        "introduction decline",
        &["mentor introduction decline 1 --because \"No time this year\""],
    ),
    ("introduction blurb", &["mentor introduction blurb 1"]),
    (
        "option add",
        &["mentor option add \"Staff engineer\" --requires \"Two led reviews\""],
    ),
    (
        "option edit",
        &["mentor option edit 1 --why \"It is what she likes\""],
    ),
    (
        "option note",
        &["mentor option note 1 \"Kim says that half of it is writing\""],
    ),
    (
        "option decide",
        &["mentor option decide 1 pursued --because \"It is what she likes\""],
    ),
    ("option reopen", &["mentor option reopen 2"]),
    (
        "approach add",
        &["mentor approach add \"Questions in writing before the call\" --worked yes"],
    ),
    ("approach edit", &["mentor approach edit 1 --worked no"]),
    (
        "norm add",
        &["mentor norm add \"When I am silent in a call, it means\""],
    ),
    (
        "norm edit",
        &["mentor norm edit 1 --title \"Silence in a call means\""],
    ),
    (
        "norm answer",
        &["mentor norm answer 1 \"I am thinking\" --by mentee"],
    ),
    ("norm suggest", &["mentor norm suggest"]),
    ("pulse add", &["mentor pulse add"]),
    ("pulse edit", &["mentor pulse edit 1 --on today"]),
    ("pulse answer", &["mentor pulse answer --from pulse.toml"]),
    ("pulse mine", &["mentor pulse mine"]),
    (
        "away add",
        &[
            "mentor away add 2026-12-20 2027-01-03",
            "mentor away add tomorrow fri --who them",
        ],
    ),
    ("away drop", &["mentor away drop 1"]),
    (
        "init",
        &["mentor init --name \"Sam Rivera\" --tz Europe/London --hours 09:00-17:30"],
    ),
    (
        "pair add",
        &[
            "mentor pair add bo --mentee \"Bo Chen\" --tz Asia/Taipei",
            "mentor pair add priya --mentor \"Priya Nair\" --tz Asia/Kolkata",
        ],
    ),
    (
        "pair show",
        &["mentor pair show", "mentor pair show --html -o ana.html"],
    ),
    ("pair edit", &["mentor pair edit ana --rename ana-diaz"]),
    ("pair use", &["mentor pair use ana"]),
    ("pair pause", &["mentor pair pause ana"]),
    ("pair resume", &["mentor pair resume ana"]),
    ("pair end", &["mentor pair end ana --reason achieved"]),
    ("person list", &["mentor person list"]),
    (
        "person show",
        &["mentor person show", "mentor person show me"],
    ),
    (
        "person edit",
        &["mentor person edit ana --tz Asia/Tokyo --from today"],
    ),
    ("config show", &["mentor config show"]),
    ("config get", &["mentor config get due_within"]),
    ("config path", &["mentor config path"]),
    ("config edit", &["mentor config edit --from config.toml"]),
    ("config set", &["mentor config set week_starts sunday"]),
    ("config unset", &["mentor config unset week_starts"]),
    (
        "remind install",
        &["mentor remind install --at 08:30 --days mon-fri"],
    ),
    ("remind show", &["mentor remind show"]),
    ("remind remove", &["mentor remind remove"]),
    ("completions", &["mentor completions zsh"]),
    (
        "prompt",
        &["mentor prompt --format \"[{overdue} late ][{due} due]\""],
    ),
    (
        "search",
        &[
            "mentor search \"say no\"",
            "mentor search desig* --kind goal --since \"1 nov\"",
        ],
    ),
    ("history", &["mentor history"]),
    ("undo", &["mentor undo"]),
    ("redo", &["mentor redo"]),
    ("share", &["mentor share"]),
    (
        "share invite",
        &["mentor share invite ana --all -o join-sam.mentor"],
    ),
    ("share join", &["mentor share join join-sam.mentor"]),
    (
        "share send",
        &[
            "mentor share send ana -o for-ana.mentor",
            "mentor share send ana --dry-run",
        ],
    ),
    (
        "share take",
        &[
            "mentor share take for-sam.mentor --dry-run",
            "mentor share take for-sam.mentor",
            "mentor share take reply.eml",
        ],
    ),
    (
        "share letter",
        &[
            "mentor share letter ana",
            "mentor share letter ana --to ana@example.org -o for-ana.eml",
        ],
    ),
    ("share forget", &["mentor share forget ana"]),
    ("share words", &["mentor share words ana"]),
    ("share conflicts", &["mentor share conflicts"]),
    (
        "share keep",
        &["mentor share keep 1 --mine", "mentor share keep 1 --theirs"],
    ),
    (
        "share same",
        &[
            "mentor share same checkin 2 3",
            "mentor share same checkin 2 3 --not",
        ],
    ),
    ("share end", &["mentor share end ana"]),
    ("sync", &["mentor sync", "mentor sync --quiet"]),
    (
        "export",
        &[
            "mentor export -o mentor.json",
            "mentor export --ics --todos -o mentor.ics",
        ],
    ),
    (
        "import",
        &[
            "mentor import tasks.csv --csv --as followup --dry-run",
            "mentor import calls.csv --csv --as checkin --dry-run",
            "mentor import --ics calendar.ics",
        ],
    ),
    (
        "backup",
        &["mentor backup", "mentor backup -o mentor-copy.db"],
    ),
    ("restore", &["mentor restore --list", "mentor restore 1"]),
    (
        "check",
        &["mentor check", "mentor check --repair rescued.db"],
    ),
    ("draft list", &["mentor draft list"]),
    ("draft show", &["mentor draft show 1"]),
    ("draft resume", &["mentor draft resume 1 --editor"]),
    ("draft drop", &["mentor draft drop 1"]),
    ("purge", &["mentor purge topic 1 --backups"]),
    ("help", &["mentor help goal add", "mentor help dates"]),
    ("man", &["mentor man", "mentor man goal add"]),
    ("schema", &["mentor schema", "mentor schema goal.list"]),
    ("demo", &["mentor demo"]),
];

/// Returns the examples of a command path without the program's name, such as `goal add`. A noun with verbs has none.
pub fn examples_for(words: &str) -> Vec<String> {
    if let Some((_, lines)) = TABLE.iter().find(|(name, _)| *name == words) {
        return lines.iter().map(|line| (*line).to_owned()).collect();
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
    let lines = examples_for(words);
    let has_examples = !command.has_subcommands() || TABLE.iter().any(|(name, _)| *name == words);
    if has_examples && !lines.is_empty() {
        let help = format!("Examples:\n  {}", lines.join("\n  "));
        let original = std::mem::take(command);
        *command = if words == EXAMPLES_FIRST {
            original.help_template(format!(
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
        for (_, lines) in TABLE {
            for line in *lines {
                assert!(line.len() <= 96, "{line}");
            }
        }
    }
}
