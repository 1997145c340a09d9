//! The command line as a tree, as much of it as was typed: building and taking down all of it costs more than most
//! queries (`benches/results.md`).

use std::ffi::OsString;
use std::ops::Deref;

use clap::error::Result;
use clap::{ArgMatches, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::commands::help::{examples, help_screen};
use crate::commands::{Cli, Command, GlobalArgs};

// A noun with its verbs, which are built only if the noun was typed. (No docstring: clap would take it for the noun's own.)
#[derive(Debug, clap::Args)]
pub struct LazySubcommand<V: Subcommand> {
    #[command(subcommand)]
    verb: V,
}

impl<V: Subcommand> Deref for LazySubcommand<V> {
    type Target = V;

    fn deref(&self) -> &V {
        &self.verb
    }
}

/// All of the tree.
impl CommandFactory for Cli {
    fn command() -> clap::Command {
        Command::augment_subcommands(GlobalArgs::command())
    }

    fn command_for_update() -> clap::Command {
        Command::augment_subcommands_for_update(GlobalArgs::command_for_update())
    }
}

impl FromArgMatches for Cli {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Cli> {
        let command = matches
            .subcommand_name()
            .map(|_| Command::from_arg_matches(matches));
        Ok(Cli {
            everywhere: GlobalArgs::from_arg_matches(matches)?,
            command: command.transpose()?,
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<()> {
        *self = Cli::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Parser for Cli {}

/// The tree that these words, the program's name first, need: nothing but the command that is named; all of it for the
/// first screen and for a misspelt command.
pub fn build_for(words: &[OsString], width: usize) -> clap::Command {
    let asks_help = words.iter().any(|word| word == "--help" || word == "-h");
    let root = if asks_help {
        without_global_options(GlobalArgs::command())
    } else {
        GlobalArgs::command()
    };
    let tree = match first_word(&root, words) {
        FirstWord::Nothing => root,
        FirstWord::Command(name) => {
            let mut all = Command::augment_subcommands(clap::Command::default());
            match all.find_subcommand_mut(name) {
                Some(command) => root.subcommand(std::mem::take(command)),
                None => help_screen::with_overview(Cli::command(), width),
            }
        }
        FirstWord::Unclear => help_screen::with_overview(Cli::command(), width),
    };
    let mut tree = tree.term_width(width);
    if asks_help && tree.get_subcommands().count() == 1 {
        // What a verb does is known once its arguments are.
        tree.build();
        examples::attach(&mut tree, "");
        make_compact(&mut tree, &words[1..]);
    }
    tree
}

/// Puts all that explains the named command above its options.
fn make_compact(command: &mut clap::Command, words: &[OsString]) {
    for (at, word) in words.iter().enumerate() {
        let name = word.to_str().unwrap_or_default();
        if let Some(named) = command.find_subcommand_mut(name) {
            return make_compact(named, &words[at + 1..]);
        }
    }
    let about = command.get_long_about().or(command.get_about()).cloned();
    *command = std::mem::take(command)
        .about(about.unwrap_or_default())
        .mut_arg("help", |arg| arg.help("Print help"));
}

/// For the help of one command: they have a page of their own, `mentor help options`.
fn without_global_options(root: clap::Command) -> clap::Command {
    root.mut_args(|arg| {
        let is_global = arg.is_global_set();
        arg.hide(is_global)
    })
}

/// The words of these that name a command: `goal add`.
pub fn command_path(words: &[OsString]) -> String {
    let root = Cli::command();
    let (mut command, mut path) = (&root, Vec::new());
    for word in words.iter().skip(1).filter_map(|word| word.to_str()) {
        if let Some(named) = command.find_subcommand(word) {
            command = named;
            path.push(named.get_name());
        }
    }
    path.join(" ")
}

/// Whether help is asked for and no command is named.
pub fn is_first_screen(words: &[OsString]) -> bool {
    !matches!(
        first_word(&GlobalArgs::command(), words),
        FirstWord::Command(_)
    )
}

/// What the words name.
#[derive(Debug, PartialEq, Eq)]
enum FirstWord<'w> {
    Command(&'w str),
    /// Options that every command takes, if anything: `mentor` alone is a command too.
    Nothing,
    /// An option that is not known here, such as `--help`.
    Unclear,
}

/// Finds the first word that is neither an option nor an option's value.
fn first_word<'w>(root: &clap::Command, words: &'w [OsString]) -> FirstWord<'w> {
    let mut words = words.iter().skip(1);
    while let Some(word) = words.next() {
        let Some(word) = word.to_str() else {
            return FirstWord::Unclear;
        };
        if !word.starts_with('-') {
            return FirstWord::Command(word);
        }
        // The version is that of the program, whatever follows.
        if matches!(word, "-V" | "--version") {
            return FirstWord::Nothing;
        }
        let (option, value) = match word.split_once('=') {
            Some((option, value)) => (option, Some(value)),
            None => (word, None),
        };
        let Some(known) = root.get_arguments().find(|arg| matches_option(arg, option)) else {
            return FirstWord::Unclear;
        };
        if known.get_action().takes_values() && value.is_none() {
            words.next();
        }
    }
    FirstWord::Nothing
}

/// Whether `--pair` or `-p` is this argument.
fn matches_option(arg: &clap::Arg, option: &str) -> bool {
    let long = option.strip_prefix("--");
    let short = option.strip_prefix('-').and_then(|rest| rest.parse().ok());
    long.is_some_and(|long| arg.get_long() == Some(long))
        || short.is_some_and(|short| arg.get_short() == Some(short))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn each(command: &clap::Command, before: &[String], look: &mut impl FnMut(&[String])) {
        for command in command.get_subcommands() {
            let mut words = before.to_vec();
            words.push(command.get_name().to_owned());
            look(&words);
            each(command, &words, look);
        }
    }

    fn os(words: &[String]) -> Vec<OsString> {
        words.iter().map(OsString::from).collect()
    }

    fn whole() -> clap::Command {
        help_screen::with_overview(Cli::command(), 100)
    }

    /// What clap says, or the words that it understood.
    fn parse_or_error(tree: clap::Command, words: &[String]) -> String {
        match tree.try_get_matches_from(words) {
            Ok(matches) => format!("{:?}", matches.subcommand_name()),
            Err(error) => error.render().to_string(),
        }
    }

    #[test]
    fn a_part_of_the_tree_says_what_the_whole_says() {
        let mut tree = whole();
        tree.build();
        let mut seen = 0;
        each(&tree, &["mentor".to_owned()], &mut |path| {
            for more in [
                &[][..],
                &["--help"],
                &["--nothing"],
                &["x", "y", "z"],
                &["--json", "-q"],
            ] {
                let mut words = path.to_vec();
                words.extend(more.iter().map(|word| (*word).to_owned()));
                let mut all = whole();
                if matches!(more, ["--help"]) {
                    all = without_global_options(all);
                    all.build();
                    examples::attach(&mut all, "");
                    make_compact(&mut all, &os(&words)[1..]);
                }
                let part = build_for(&os(&words), 100);
                assert_eq!(
                    parse_or_error(part, &words),
                    parse_or_error(all, &words),
                    "{words:?}"
                );
                seen += 1;
            }
        });
        assert!(seen > 200, "only {seen}");
    }

    #[test]
    fn no_command_says_what_the_whole_says() {
        for typed in [
            "",
            " --json -q",
            " -p",
            " --color red",
            " --help",
            " -h",
            " --version",
            " dew",
            " --nothing",
        ] {
            let typed = format!("mentor{typed}");
            let words: Vec<String> = typed.split(' ').map(str::to_owned).collect();
            assert_eq!(
                parse_or_error(build_for(&os(&words), 100), &words),
                parse_or_error(whole(), &words),
                "{typed}"
            );
        }
    }

    #[test]
    fn options_before_the_command_are_passed_over() {
        for (typed, expected) in [
            ("mentor due", FirstWord::Command("due")),
            ("mentor -p goal due", FirstWord::Command("due")),
            ("mentor --pair goal --json due", FirstWord::Command("due")),
            (
                "mentor --db=x -q due --as-of goal",
                FirstWord::Command("due"),
            ),
            ("mentor dew", FirstWord::Command("dew")),
            ("mentor", FirstWord::Nothing),
            ("mentor --json -p due", FirstWord::Nothing),
            ("mentor -q --version due", FirstWord::Nothing),
            ("mentor --nothing due", FirstWord::Unclear),
            ("mentor --help", FirstWord::Unclear),
            ("mentor -pana due", FirstWord::Unclear),
        ] {
            let words: Vec<OsString> = typed.split(' ').map(OsString::from).collect();
            assert_eq!(
                first_word(&GlobalArgs::command(), &words),
                expected,
                "{typed}"
            );
        }
    }

    #[test]
    fn a_command_is_built_only_when_it_is_typed() {
        for command in Command::augment_subcommands(clap::Command::default()).get_subcommands() {
            let name = command.get_name();
            assert!(command.get_about().is_some(), "`{name}` says nothing");
            assert_eq!(command.get_arguments().count(), 0, "`{name}` is built");
            assert!(
                !command.has_subcommands(),
                "`{name}` is built: wrap it in `WhenTyped`"
            );
        }
    }
}
