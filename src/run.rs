//! One run from arguments to exit status.

use std::ffi::OsString;

use clap::FromArgMatches;

use crate::app::App;
use crate::commands::command_line::{complete, tree, usage_error};
use crate::commands::help::help_screen;
use crate::commands::{self, Cli, Command};
use crate::config;
use crate::environment::Environment;
use crate::error::{Failure, FailureKind, Result};
use crate::manual;
use crate::output::pager::Pager;
use crate::output::ui::Ui;
use crate::version;
use crate::view;

/// Runs the command that the arguments name and returns the exit status.
pub fn run(mut environment: Environment<'_>) -> u8 {
    let out = std::mem::replace(&mut environment.stdout, Box::new(std::io::sink()));
    let err = std::mem::replace(&mut environment.stderr, Box::new(std::io::sink()));
    let mut ui = Ui::new(out, err);
    ui.err_width = environment.width.filter(|_| environment.stderr_is_terminal);
    ui.json = environment.args.iter().any(|arg| arg == "--json");
    let Err(mut failure) = run_command(&mut environment, &mut ui) else {
        return 0;
    };
    if ui.has_stored {
        failure.data = Some("the change was saved; a later step failed".to_owned());
    }
    ui.failure(&failure);
    let _ = ui.flush();
    failure.kind.exit()
}

fn run_command<'io>(environment: &mut Environment<'io>, ui: &mut Ui<'io>) -> Result<()> {
    if let Some(answer) = complete::completions(environment) {
        ui.print_raw(&answer)?;
        return ui.flush();
    }
    let words = words(environment);
    let tree = tree::build_for(&words, environment.width.unwrap_or(100));
    let cli = match tree.try_get_matches_from(&words) {
        Ok(matches) => Cli::from_arg_matches(&matches)
            .map_err(|error| usage_failure(environment, &error, &words))?,
        Err(error) => return report_clap_error(ui, environment, &words, &error),
    };
    let (globals, command) = cli.split();
    let tolerates_broken_config = command.as_ref().is_some_and(Command::tolerates_broken_config);
    let is_silent = command.as_ref().is_some_and(Command::is_silent_on_error);
    let mut app = match App::new(environment, ui, globals, tolerates_broken_config) {
        Err(_) if is_silent => return Ok(()),
        app => app?,
    };
    let mut result = commands::dispatch(&mut app, command.as_ref());
    if let Err(failure) = &result
        && let Some(slug) = app.prompt_for_pair(failure)?
    {
        app.globals.pair = Some(slug);
        result = commands::dispatch(&mut app, command.as_ref());
    }
    let has_result =
        result.as_ref().err().is_none_or(|failure| failure.kind == FailureKind::Negative);
    if has_result && !is_silent {
        app.print_paused_remarks()?;
    }
    result?;
    app.ui.flush()
}

/// Returns the words for clap: `mentor help log` becomes `mentor log --help`.
fn words(environment: &Environment<'_>) -> Vec<OsString> {
    let mut words = vec![OsString::from("mentor")];
    match environment.args.split_first() {
        Some((first, rest)) if first == "help" && !is_topic(rest) => {
            words.extend(rest.iter().cloned());
            words.push("--help".into());
        }
        _ => words.extend(environment.args.iter().cloned()),
    }
    // `--help` prints the same as `-h`: `tree` puts the long description above the options.
    let options = words.iter_mut().take_while(|word| *word != "--");
    for word in options.filter(|word| *word == "--help") {
        *word = "-h".into();
    }
    tree::move_global_options_up(rewrite_past_spans(words))
}

/// Rewrites past spans for clap: `--on -1d` becomes `--on=-1d`, and a positional `-1d` becomes `1d ago`. This is
/// unambiguous, since no flag begins with a digit.
fn rewrite_past_spans(words: Vec<OsString>) -> Vec<OsString> {
    let mut joined: Vec<OsString> = Vec::with_capacity(words.len());
    let nouns = ["away", "checkin"];
    let takes_days = words.iter().skip(1).any(|word| nouns.iter().any(|noun| word == noun));
    let mut is_after_double_dash = false;
    for word in words {
        let span = word.to_str().filter(|_| !is_after_double_dash).and_then(past_span);
        let previous = joined.last().and_then(|previous| previous.to_str());
        let is_flag =
            previous.is_some_and(|previous| previous.len() > 2 && previous.starts_with("--"));
        let takes_value = is_flag && previous.is_some_and(|previous| !previous.contains('='));
        match (span, joined.last_mut()) {
            (Some(_), Some(flag)) if takes_value => {
                flag.push("=");
                flag.push(&word);
            }
            (Some(span), _) if takes_days => joined.push(format!("{span} ago").into()),
            _ => {
                is_after_double_dash = is_after_double_dash || word == "--";
                joined.push(word);
            }
        }
    }
    joined
}

/// Returns the span of a past day: `1d` of `-1d`.
fn past_span(word: &str) -> Option<&str> {
    let span = word.strip_prefix('-')?;
    span.starts_with(|c: char| c.is_ascii_digit()).then_some(span)
}

/// Whether the first word that is not an option names a topic or page of the manual.
fn is_topic(words: &[OsString]) -> bool {
    let mut words = words.iter().filter_map(|word| word.to_str());
    let first = words.find(|word| !word.starts_with('-'));
    first.is_some_and(|word| manual::find_topic(word).is_some() || help_screen::is_page(word))
}

/// Prints help and version; turns every other clap error into a usage failure.
fn report_clap_error(
    ui: &mut Ui<'_>,
    environment: &Environment<'_>,
    words: &[OsString],
    error: &clap::Error,
) -> Result<()> {
    use clap::error::ErrorKind;
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            ui.out_color = false;
            let config = config::without_file(environment);
            let color = config.uses_color(environment.stdout_is_terminal);
            let text = error.render();
            ui.pager = Pager::from_config(&config, environment);
            let mut plain = text.to_string();
            if error.kind() == ErrorKind::DisplayVersion {
                print_version(ui, words)?;
                return ui.flush();
            }
            if ui.json {
                let topic = tree::command_path(words);
                ui.print_json(&view::messages::manual::json(&topic, plain))?;
                return ui.flush();
            }
            let mut colored = if color { text.ansi().to_string() } else { plain.clone() };
            // The first screen lists the global options itself.
            if !tree::is_first_screen(words) {
                for text in [&mut plain, &mut colored] {
                    text.push_str("\nGlobal options: mentor help options\n");
                }
            }
            ui.print_paged(&plain, &colored)?;
            ui.flush()
        }
        _ => Err(usage_failure(environment, error, words)),
    }
}

/// Returns the failure of a usage error, with hints from existing records.
fn usage_failure(
    environment: &Environment<'_>,
    error: &clap::Error,
    words: &[OsString],
) -> Failure {
    let data = complete::data_for_hints(environment, words);
    usage_error::from_clap(error, words, data.as_deref())
}

/// Prints one line for `-V`, all lines for `--version`.
fn print_version(ui: &mut Ui<'_>, words: &[OsString]) -> Result<()> {
    if ui.json {
        return ui.print_json(&version::json());
    }
    let text = if words.iter().any(|word| word == "--version") {
        version::lines().join("\n")
    } else {
        version::line().to_owned()
    };
    ui.print_raw(&(text + "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn past_span_is_joined_to_the_flag_before_it() {
        for (typed, expected) in [
            ("followup done 1 --on -1d --json", "followup done 1 --on=-1d --json"),
            ("review --since -3m -p ana", "review --since=-3m -p ana"),
            ("followup done 1 --on -p ana", "followup done 1 --on -p ana"),
            ("topic add -1d", "topic add -1d"),
            ("topic add -- --on -1d", "topic add -- --on -1d"),
            ("win add x --on=-1d", "win add x --on=-1d"),
            ("win add x --on=-1d -2d", "win add x --on=-1d -2d"),
        ] {
            let words = |text: &str| text.split(' ').map(OsString::from).collect::<Vec<_>>();
            assert_eq!(rewrite_past_spans(words(typed)), words(expected), "{typed}");
        }
        let away = ["mentor", "away", "add", "-3d", "--until", "-1d"].map(OsString::from);
        let rewritten = rewrite_past_spans(away.to_vec());
        assert_eq!(rewritten, ["mentor", "away", "add", "3d ago", "--until=-1d"]);
        let call = ["mentor", "checkin", "add", "-1d"].map(OsString::from);
        let rewritten = rewrite_past_spans(call.to_vec());
        assert_eq!(rewritten, ["mentor", "checkin", "add", "1d ago"]);
    }
}
