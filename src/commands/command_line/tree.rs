//! Builds the command tree. Only the typed part is built: building and dropping the whole tree costs more than most
//! queries (`benches/results.md`).

use std::ffi::OsString;
use std::ops::Deref;

use clap::error::Result;
use clap::{ArgMatches, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::commands::help::{examples, help_screen};
use crate::commands::{Cli, Command, GlobalArgs};

// A noun whose verbs are built only if the noun was typed. (A plain comment: clap would show a doc comment as the
// noun's help.)
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

/// Builds the whole tree.
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
        let command = matches.subcommand_name().map(|_| Command::from_arg_matches(matches));
        Ok(Cli { globals: GlobalArgs::from_arg_matches(matches)?, command: command.transpose()? })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<()> {
        *self = Cli::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Parser for Cli {}

/// Builds the tree for a command line, program name first: only the named command, or the whole tree for the first
/// screen and for a misspelt command.
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
        // Examples need the verbs, which are known once the tree is built.
        tree.build();
        examples::attach(&mut tree, "");
        move_description_up(&mut tree, &words[1..]);
    }
    tree
}

/// Moves the long description of the named command above its options.
fn move_description_up(command: &mut clap::Command, words: &[OsString]) {
    for (index, word) in words.iter().enumerate() {
        let name = word.to_str().unwrap_or_default();
        if let Some(subcommand) = command.find_subcommand_mut(name) {
            return move_description_up(subcommand, &words[index + 1..]);
        }
    }
    let about = command.get_long_about().or(command.get_about()).cloned();
    *command = std::mem::take(command)
        .about(about.unwrap_or_default())
        .mut_arg("help", |arg| arg.help("Print help"));
}

/// Hides the global options in the help of a command; `mentor help options` lists them.
fn without_global_options(root: clap::Command) -> clap::Command {
    root.mut_args(|arg| {
        let is_global = arg.is_global_set();
        arg.hide(is_global)
    })
}

/// Returns the words that name a command: `goal add`.
pub fn command_path(words: &[OsString]) -> String {
    let root = Cli::command();
    let (mut command, mut path) = (&root, Vec::new());
    for word in words.iter().skip(1).filter_map(|word| word.to_str()) {
        if let Some(subcommand) = command.find_subcommand(word) {
            command = subcommand;
            path.push(subcommand.get_name());
        }
    }
    path.join(" ")
}

/// Whether no command is named.
pub fn is_first_screen(words: &[OsString]) -> bool {
    !matches!(first_word(&GlobalArgs::command(), words), FirstWord::Command(_))
}

/// What the first word that is not an option names.
#[derive(Debug, PartialEq, Eq)]
enum FirstWord<'w> {
    Command(&'w str),
    /// No command, at most global options: `mentor` alone is valid.
    Nothing,
    /// An option that is not global, such as `--help`.
    Unclear,
}

/// Finds the first word that is neither an option nor an option's value.
fn first_word<'w>(root: &clap::Command, words: &'w [OsString]) -> FirstWord<'w> {
    // `--version` prints the program's version whatever follows.
    let is_version = |word: &OsString| word == "-V" || word == "--version";
    match words.get(skip_global_options(root, words, 1)).map(|word| (word, word.to_str())) {
        None => FirstWord::Nothing,
        Some((word, _)) if is_version(word) => FirstWord::Nothing,
        Some((_, Some(word))) if !word.starts_with('-') => FirstWord::Command(word),
        Some(_) => FirstWord::Unclear,
    }
}

/// Returns the index of the first word from `start` on that is neither a global option nor its value.
fn skip_global_options(root: &clap::Command, words: &[OsString], start: usize) -> usize {
    let mut index = start;
    while let Some(word) = words.get(index).and_then(|word| word.to_str()) {
        let (option, value) = match word.split_once('=') {
            Some((option, value)) => (option, Some(value)),
            None => (word, None),
        };
        let known = root.get_arguments().find(|arg| matches_option(arg, option));
        let Some(known) = known.filter(|arg| arg.is_global_set()) else {
            break;
        };
        index += 1 + usize::from(known.get_action().takes_values() && value.is_none());
    }
    index.min(words.len())
}

/// Commands with subcommands and options of their own. clap does not allow both, and takes the global options before a
/// subcommand for the command's own.
const WITH_OWN_OPTIONS: [&str; 3] = ["agree", "end", "review"];

/// Moves the global options between such a command and its subcommand in front of the command: `review -p ana record`
/// becomes `-p ana review record`.
pub fn move_global_options_up(mut words: Vec<OsString>) -> Vec<OsString> {
    let has_own_options = |word: &OsString| WITH_OWN_OPTIONS.iter().any(|name| word == name);
    if words.iter().any(has_own_options) {
        let root = GlobalArgs::command();
        let command = skip_global_options(&root, &words, 1);
        if words.get(command).is_some_and(has_own_options) {
            let end = skip_global_options(&root, &words, command + 1);
            words[command..end].rotate_left(1);
        }
    }
    words
}

/// Whether an option such as `--pair` or `-p` is this argument.
fn matches_option(arg: &clap::Arg, option: &str) -> bool {
    let long = option.strip_prefix("--");
    let short = option.strip_prefix('-').and_then(|rest| rest.parse().ok());
    long.is_some_and(|long| arg.get_long() == Some(long))
        || short.is_some_and(|short| arg.get_short() == Some(short))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit_commands(
        command: &clap::Command,
        before: &[String],
        visit: &mut impl FnMut(&[String]),
    ) {
        for command in command.get_subcommands() {
            let mut words = before.to_vec();
            words.push(command.get_name().to_owned());
            visit(&words);
            visit_commands(command, &words, visit);
        }
    }

    fn to_os_strings(words: &[String]) -> Vec<OsString> {
        words.iter().map(OsString::from).collect()
    }

    fn full_tree() -> clap::Command {
        help_screen::with_overview(Cli::command(), 100)
    }

    /// Returns clap's error message, or the subcommand that it parsed.
    fn parse_or_error(tree: clap::Command, words: &[String]) -> String {
        match tree.try_get_matches_from(words) {
            Ok(matches) => format!("{:?}", matches.subcommand_name()),
            Err(error) => error.render().to_string(),
        }
    }

    #[test]
    fn command_lines_without_a_command_render_the_same_as_the_full_tree() {
        for typed in [
            "", " --json -q", " -p", " --color red", " --help", " -h", " --version", " dew",
            " --nothing",
        ] {
            let typed = format!("mentor{typed}");
            let words: Vec<String> = typed.split(' ').map(str::to_owned).collect();
            assert_eq!(
                parse_or_error(build_for(&to_os_strings(&words), 100), &words),
                parse_or_error(full_tree(), &words),
                "{typed}"
            );
        }
    }

    #[test]
    fn options_before_the_command_are_skipped() {
        for (typed, expected) in [
            ("mentor due", FirstWord::Command("due")),
            ("mentor -p goal due", FirstWord::Command("due")),
            ("mentor --pair goal --json due", FirstWord::Command("due")),
            ("mentor --db=x -q due --as-of goal", FirstWord::Command("due")),
            ("mentor dew", FirstWord::Command("dew")),
            ("mentor", FirstWord::Nothing),
            ("mentor --json -p due", FirstWord::Nothing),
            ("mentor -q --version due", FirstWord::Nothing),
            ("mentor --nothing due", FirstWord::Unclear),
            ("mentor --help", FirstWord::Unclear),
            ("mentor -pana due", FirstWord::Unclear),
        ] {
            let words: Vec<OsString> = typed.split(' ').map(OsString::from).collect();
            assert_eq!(first_word(&GlobalArgs::command(), &words), expected, "{typed}");
        }
    }

    #[test]
    fn global_options_before_a_subcommand_are_moved_up() {
        for (typed, expected) in [
            ("mentor review -p ana record --next x", "mentor -p ana review record --next x"),
            ("mentor agree --json --db=x -q show", "mentor --json --db=x -q agree show"),
            ("mentor -q end -p ana show", "mentor -q -p ana end show"),
            ("mentor agree --length 45m -p ana", "mentor agree --length 45m -p ana"),
            ("mentor goal -p review list", "mentor goal -p review list"),
            ("mentor review -p", "mentor -p review"),
        ] {
            let words = |text: &str| text.split(' ').map(OsString::from).collect::<Vec<_>>();
            assert_eq!(move_global_options_up(words(typed)), words(expected), "{typed}");
        }
    }

    #[test]
    fn commands_with_subcommands_and_own_options_are_known() {
        let mut tree = Cli::command();
        tree.build();
        let own = tree.get_subcommands().filter(|one| one.is_args_conflicts_with_subcommands_set());
        let mut own: Vec<&str> = own.map(clap::Command::get_name).collect();
        own.sort_unstable();
        assert_eq!(own, WITH_OWN_OPTIONS);
    }

    #[test]
    fn commands_are_built_only_if_typed() {
        for command in Command::augment_subcommands(clap::Command::default()).get_subcommands() {
            let name = command.get_name();
            assert!(command.get_about().is_some(), "`{name}` says nothing");
            assert_eq!(command.get_arguments().count(), 0, "`{name}` is built");
            assert!(!command.has_subcommands(), "`{name}` is built: wrap it in `LazySubcommand`");
        }
    }

    /// Left out by `just check`.
    mod slow {
        use super::*;

        #[test]
        fn partial_tree_renders_the_same_help_as_the_full_tree() {
            let mut tree = full_tree();
            tree.build();
            let mut count = 0;
            visit_commands(&tree, &["mentor".to_owned()], &mut |path| {
                for rest in
                    [&[][..], &["--help"], &["--nothing"], &["x", "y", "z"], &["--json", "-q"]]
                {
                    let mut words = path.to_vec();
                    words.extend(rest.iter().map(|word| (*word).to_owned()));
                    let mut expected = full_tree();
                    if matches!(rest, ["--help"]) {
                        expected = without_global_options(expected);
                        expected.build();
                        examples::attach(&mut expected, "");
                        move_description_up(&mut expected, &to_os_strings(&words)[1..]);
                    }
                    let partial = build_for(&to_os_strings(&words), 100);
                    assert_eq!(
                        parse_or_error(partial, &words),
                        parse_or_error(expected, &words),
                        "{words:?}"
                    );
                    count += 1;
                }
            });
            assert!(count > 200, "only {count}");
        }
    }
}
