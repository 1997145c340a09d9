//! One run from arguments to exit status.

use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, catch_unwind};

use clap::{CommandFactory, FromArgMatches};

use crate::app::App;
use crate::commands::{self, Cli, Command, complete, overview};
use crate::config::{self, Config, settings};
use crate::environment::Environment;
use crate::error::{Failure, Kind, Result};
use crate::pager::Pager;
use crate::ui::Ui;

/// Does what the arguments ask for and returns the exit status. Never panics.
pub fn run(mut environment: Environment<'_>) -> u8 {
    let out = std::mem::replace(&mut environment.stdout, Box::new(std::io::sink()));
    let err = std::mem::replace(&mut environment.stderr, Box::new(std::io::sink()));
    let mut ui = Ui::new(out, err);
    ui.json = environment.args.iter().any(|arg| arg == "--json");
    let ended = catch_unwind(AssertUnwindSafe(|| inner(&mut environment, &mut ui)));
    let failure = match ended {
        Ok(Ok(())) => return 0,
        Ok(Err(failure)) => failure,
        Err(_) => Failure::new(Kind::Bug, "mentor stumbled over a bug of its own")
            .data("a change that was not confirmed did not happen")
            .hint("tell us what you typed, with the lines above"),
    };
    ui.failure(&failure);
    let _ = ui.flush();
    failure.kind.exit()
}

fn inner<'io>(environment: &mut Environment<'io>, ui: &mut Ui<'io>) -> Result<()> {
    if let Some(answer) = complete::answer(environment) {
        ui.raw(&answer)?;
        return ui.flush();
    }
    let command = overview::grouped(Cli::command()).term_width(environment.width.unwrap_or(100));
    let cli = match command.try_get_matches_from(words(environment)) {
        Ok(matches) => Cli::from_arg_matches(&matches).map_err(|error| usage(&error))?,
        Err(error) => return explain(ui, environment, &error),
    };
    let (globals, command) = cli.split();
    let mends_config = command.as_ref().is_some_and(Command::mends_config);
    let mut app = App::new(environment, ui, globals, mends_config)?;
    let mut ended = commands::dispatch(&mut app, command.as_ref());
    if let Err(failure) = &ended
        && let Some(slug) = app.ask_which_pair(failure)?
    {
        app.globals.pair = Some(slug);
        ended = commands::dispatch(&mut app, command.as_ref());
    }
    ended?;
    app.ui.flush()
}

/// The words as clap reads them: `mentor help log` is `mentor log --help`.
fn words(environment: &Environment<'_>) -> Vec<OsString> {
    let mut words = vec![OsString::from("mentor")];
    match environment.args.split_first() {
        Some((first, rest)) if first == "help" => {
            words.extend(rest.iter().cloned());
            words.push("--help".into());
        }
        _ => words.extend(environment.args.iter().cloned()),
    }
    words
}

/// Help and version are answers; everything else that clap says is a usage failure.
fn explain(ui: &mut Ui<'_>, environment: &Environment<'_>, error: &clap::Error) -> Result<()> {
    use clap::error::ErrorKind;
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            ui.out_color = false;
            let color = environment.stdout_is_terminal && environment.var("NO_COLOR").is_none();
            let text = error.render();
            ui.pager = Pager::of(&config::without_file(environment), environment);
            let plain = text.to_string();
            let colored = color.then(|| text.ansi().to_string());
            ui.page(&plain, colored.as_ref().unwrap_or(&plain))?;
            ui.flush()
        }
        _ => Err(usage(error)),
    }
}

/// clap's own words, cut into our shape: a sentence, then what to type.
fn usage(error: &clap::Error) -> Failure {
    let text = error.render().to_string();
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    let mut message = first
        .trim_start_matches("error: ")
        .trim_end_matches('.')
        .replace('\'', "`");
    let mut failure = Failure::usage("");
    for line in lines {
        if let Some(tip) = line.strip_prefix("tip: ") {
            failure = failure.hint(tip.replace('\'', "`"));
        } else if let Some(usage) = line.strip_prefix("Usage: ") {
            failure = failure.hint(format!("usage: `{usage}`"));
        } else if !line.starts_with("For more information") && !line.starts_with('-') {
            message.push_str(&format!(" {}", line.replace('\'', "`")));
        } else if line.starts_with("--") || line.starts_with("-p") {
            message.push_str(&format!(" `{line}`"));
        }
    }
    failure.message = message.trim_end_matches(':').to_owned();
    if error.kind() == clap::error::ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        failure.message = "a command is missing".to_owned();
        failure.hints = vec!["see `mentor --help`".to_owned()];
    }
    failure
}

/// What is set for colour, or else whether the stream is a terminal.
pub fn color(config: &Config, is_terminal: bool) -> bool {
    match config.text(&settings::COLOR) {
        "always" => true,
        "never" => false,
        _ => is_terminal,
    }
}
