//! `mentor demo`: a believable mentorship of six months in a throw-away file, made by the program's own commands.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Days, Utc};
use clap::Parser;

use crate::app::{App, Globals};
use crate::commands::{self, Cli};
use crate::error::{Failure, Result};
use crate::private_file;
use crate::prompt::Nobody;
use crate::store::open::Store;

#[derive(Debug, clap::Args)]
pub struct DemoArgs {}

/// Weeks before now, and what was typed then. Two weeks lie between the calls.
const STORY: &[(u64, &[&str])] = &[
    (
        26,
        &[
            "init",
            "--name",
            "Sam Rivera",
            "--tz",
            "Europe/London",
            "--hours",
            "09:00-17:30",
        ],
    ),
    (
        26,
        &[
            "pair",
            "add",
            "ana",
            "--mentee",
            "Ana Díaz",
            "--tz",
            "America/Bogota",
            "--prefers",
            "written first, then talk",
            "--prefers",
            "examples before principles",
        ],
    ),
    (
        26,
        &[
            "pair",
            "add",
            "priya",
            "--mentor",
            "Priya Nair",
            "--tz",
            "Asia/Kolkata",
        ],
    ),
    (
        26,
        &[
            "agree",
            "-p",
            "ana",
            "--purpose",
            "Grow into a tech lead",
            "--starts",
            "today",
            "--ends",
            "in 40 weeks",
            "--cadence",
            "every 2 weeks",
            "--length",
            "45m",
            "--channel",
            "video",
            "--reply-within",
            "2 working days",
            "--feedback-within",
            "5 working days",
            "--notice",
            "24h",
            "--review-every",
            "12 weeks",
            "--mentor-expects",
            "Comes with an agenda",
            "--mentee-expects",
            "Honest feedback",
            "--confidential",
            "What is said stays here",
            "--off-limits",
            "Family",
            "--outside-contact",
            "The programme's coordinator",
            "--end-notice",
            "7 days",
        ],
    ),
    (26, &["agree", "accept", "--by", "mentee"]),
    (
        26,
        &[
            "goal",
            "add",
            "Lead a design review",
            "--why",
            "Decisions stick when they are hers",
            "--done-when",
            "Review led, notes shared",
            "--by",
            "in 20 weeks",
            "--step",
            "Shadow one",
            "--step",
            "Lead a small one",
        ],
    ),
    (
        26,
        &["goal", "add", "Say no without guilt", "--by", "in 30 weeks"],
    ),
    (26, &["goal", "confidence", "1", "3"]),
    (
        26,
        &[
            "log",
            "Got to know each other. Talked about what a lead does all day.",
            "--minutes",
            "60",
            "--followup",
            "mentee: write down three decisions you disagree with by +9d",
            "--followup",
            "mentor: send the review checklist by +14d",
            "--win",
            "Asked for the mentorship herself",
        ],
    ),
    (25, &["followup", "done", "3"]),
    (24, &["followup", "done", "4"]),
    (24, &["topic", "add", "How to say no", "--from", "mentee"]),
    (
        24,
        &[
            "log",
            "Went through the three decisions.",
            "--minutes",
            "45",
            "--followup",
            "mentee: shadow Kim's review by +10d",
            "--goal",
            "1=10%",
            "--insight",
            "Write the decision down before the meeting",
        ],
    ),
    (23, &["followup", "done", "5", "1"]),
    (
        22,
        &[
            "log",
            "What she saw in Kim's review.",
            "--minutes",
            "50",
            "--goal",
            "1=25%",
            "--win",
            "Kim asked for her opinion",
            "--confidence",
            "1=4",
        ],
    ),
    (
        22,
        &[
            "feedback",
            "add",
            "--from",
            "mentor",
            "--kind",
            "keep",
            "--situation",
            "Tuesday's incident call",
            "--behaviour",
            "You gave a status every 10 minutes",
            "--impact",
            "Nobody had to ask",
        ],
    ),
    (
        21,
        &[
            "feedback",
            "respond",
            "1",
            "I had not noticed that it helped; I will keep it up",
        ],
    ),
    (
        20,
        &[
            "log",
            "Ownership: who decides when two teams disagree.",
            "--minutes",
            "45",
            "--covered",
            "1",
            "--followup",
            "mentor: introduce Ana to Kim's team by +14d",
            "--followup",
            "mentee: draft the RFC by +16d",
        ],
    ),
    (18, &["followup", "done", "6"]),
    (
        18,
        &[
            "log",
            "The RFC is late; made it smaller.",
            "--minutes",
            "40",
            "--goal",
            "1=40%",
            "--goal",
            "2=20%",
        ],
    ),
    (17, &["followup", "done", "7"]),
    (
        16,
        &[
            "log",
            "Read the RFC together.",
            "--minutes",
            "55",
            "--goal",
            "1=50%",
            "--win",
            "RFC accepted in the first round",
            "--confidence",
            "1=6",
            "--followup",
            "mentee: lead the small review by +15d",
        ],
    ),
    (
        15,
        &[
            "feedback",
            "add",
            "--from",
            "mentee",
            "--kind",
            "change",
            "--situation",
            "Our call two weeks ago",
            "--behaviour",
            "You answered before I had finished",
            "--impact",
            "I lost the thread",
        ],
    ),
    (
        14,
        &[
            "feedback",
            "respond",
            "2",
            "Thank you. I will count to three",
        ],
    ),
    (14, &["followup", "done", "8", "2"]),
    (
        14,
        &[
            "log",
            "The small review went well.",
            "--minutes",
            "45",
            "--goal",
            "1=70%",
            "--win",
            "Led the small review",
            "--insight",
            "Name the cost of a yes",
            "--confidence",
            "1=7",
        ],
    ),
    (
        14,
        &[
            "review",
            "record",
            "--achievement",
            "Led a small review",
            "--improve",
            "Says no too late",
            "--next",
            "Lead the big review",
            "--continue",
            "Fortnightly calls",
        ],
    ),
    (
        12,
        &[
            "log",
            "Saying no: practised three sentences.",
            "--minutes",
            "45",
            "--goal",
            "2=40%",
            "--confidence",
            "2=5",
            "--followup",
            "mentee: say no once and write it down by +10d",
        ],
    ),
    (
        10,
        &[
            "goal",
            "edit",
            "1",
            "--by",
            "in 8 weeks",
            "--because",
            "the release moved",
        ],
    ),
    (
        10,
        &[
            "log",
            "Nothing to write down about a no yet.",
            "--minutes",
            "30",
        ],
    ),
    (8, &["checkin", "add", "--at", "tomorrow 17:00"]),
    (
        8,
        &[
            "checkin",
            "cancel",
            "10",
            "--by",
            "mentee",
            "--because",
            "ill",
        ],
    ),
    (
        6,
        &[
            "log",
            "Back again. She said no to an extra rota.",
            "--minutes",
            "45",
            "--goal",
            "2=60%",
            "--win",
            "Said no to an extra rota",
            "--done",
            "9",
        ],
    ),
    (
        4,
        &[
            "log",
            "Planned the big review.",
            "--minutes",
            "50",
            "--goal",
            "1=80%",
            "--followup",
            "mentee: send the invitation by +8d",
            "--followup",
            "mentor: read the slides by +24d",
        ],
    ),
    (3, &["followup", "done", "10"]),
    (
        2,
        &[
            "topic",
            "add",
            "What comes after the lead role?",
            "--from",
            "mentee",
        ],
    ),
    (
        2,
        &[
            "log",
            "Rehearsed the opening.",
            "--minutes",
            "45",
            "--goal",
            "1=90%",
            "--confidence",
            "1=8",
            "--next",
            "in 3 weeks 17:00",
            "--next-topic",
            "How the review went",
        ],
    ),
    (
        1,
        &[
            "topic",
            "add",
            "Dealing with a loud voice in the room",
            "--from",
            "mentor",
        ],
    ),
    (
        1,
        &[
            "feedback",
            "add",
            "--from",
            "mentor",
            "--kind",
            "change",
            "--situation",
            "The rehearsal on Thursday",
            "--behaviour",
            "You looked at the slides while you spoke",
            "--impact",
            "I could not tell what mattered most",
            "--request",
            "Pick one sentence and look up for it",
        ],
    ),
];

pub fn run(app: &mut App<'_, '_>, _args: &DemoArgs) -> Result<()> {
    let path = place(app)?;
    let (json, quiet) = (app.ui.json, app.ui.quiet);
    app.ui.json = false;
    app.ui.quiet = true;
    let told = STORY.iter().try_for_each(|(weeks, args)| {
        let at = app
            .now
            .checked_sub_days(Days::new(weeks * 7))
            .unwrap_or(app.now);
        type_in(app, &path, at, args)
    });
    (app.ui.json, app.ui.quiet) = (json, quiet);
    told?;
    let shown = path.display().to_string();
    app.show(
        || serde_json::json!({ "schema": "mentor.demo/1", "db": shown }),
        |_| explore(&path),
    )
}

/// A new folder for temporary files, for the user alone.
fn place(app: &App<'_, '_>) -> Result<PathBuf> {
    let temporary = &app.paths.temporary;
    let name = format!("mentor-demo-{}", app.now.format("%Y%m%d%H%M%S"));
    for n in 1..10_000 {
        let folder = temporary.join(format!("{name}-{n}"));
        match private_file::new_folder(&folder) {
            Ok(()) => return Ok(folder.join("mentor.db")),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => {
                return Err(Failure::storage(format!(
                    "`{}` can't be made: {error}",
                    folder.display()
                )));
            }
        }
    }
    Err(Failure::storage(format!(
        "there are too many demos in `{}`",
        temporary.display()
    )))
}

/// Runs one command on the demo's file, at its moment.
fn type_in(app: &mut App<'_, '_>, path: &Path, at: DateTime<Utc>, args: &[&str]) -> Result<()> {
    let typed = std::iter::once("mentor").chain(args.iter().copied());
    let cli = Cli::try_parse_from(typed)
        .map_err(|error| Failure::new(crate::error::Kind::Bug, error.to_string()))?;
    let (globals, command) = cli.split();
    let mut inner = App {
        store: Store::at(path.to_owned(), app.store.patience),
        ui: &mut *app.ui,
        environment: &mut *app.environment,
        prompter: Box::new(Nobody),
        globals: Globals {
            pair: globals
                .pair
                .or_else(|| (!matches!(args[0], "init" | "pair")).then(|| "ana".to_owned())),
            quiet: true,
            ..globals
        },
        config: crate::config::Config::default(),
        paths: app.paths.clone(),
        now: at,
        can_ask: false,
    };
    commands::dispatch(&mut inner, command.as_ref())
}

fn explore(path: &Path) -> String {
    let commands = [
        "mentor status",
        "mentor brief -p ana",
        "mentor agenda -p ana",
        "mentor due",
        "mentor review -p ana --since 2000-01-01",
        "mentor agree check -p ana",
        "mentor goal show 1",
        "mentor history",
    ];
    let mut text = format!("export MENTOR_DB='{}'\n", path.display());
    for command in commands {
        text.push_str(&format!("{command}\n"));
    }
    text.push_str("unset MENTOR_DB    # back to your own data");
    text
}
