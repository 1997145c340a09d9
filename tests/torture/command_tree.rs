//! The tree of commands, read from `docs/commands.md`. That page is generated from the command line, so it has every
//! new command.

/// A command.
pub struct Command {
    /// The words of its name, such as `["goal", "add"]`.
    pub path: Vec<&'static str>,
    pub arguments: Vec<Argument>,
    /// Whether it only groups others and does nothing itself.
    pub is_group: bool,
}

/// An argument of a command.
#[derive(Debug)]
pub struct Argument {
    /// The flag, such as `--by`. `None`: a positional argument.
    pub flag: Option<&'static str>,
    /// The name of its value on the help page. `None`: it takes no value.
    pub value: Option<&'static str>,
    /// The possible values. Empty: any value.
    pub choices: Vec<&'static str>,
    pub is_needed: bool,
}

/// Returns all commands, groups included.
pub fn commands() -> Vec<Command> {
    let page = include_str!("../../docs/commands.md");
    page.split("\n### mentor ").skip(1).map(command).collect()
}

fn command(section: &'static str) -> Command {
    let (path, help) = section.split_once('\n').unwrap();
    let help = help.split("```").nth(1).unwrap();
    let usage = help.split("Usage: ").nth(1).unwrap_or_default();
    let usage = usage.split("\n\n").next().unwrap_or_default();
    let first = usage.lines().next().unwrap_or_default();
    Command {
        path: path.split(' ').collect(),
        arguments: entries(help).iter().filter_map(|entry| argument(entry, first)).collect(),
        is_group: usage.trim_end().ends_with(" <COMMAND>") && !usage.contains('\n'),
    }
}

/// Returns the entries of the lists of arguments and options, each with all its lines.
fn entries(help: &'static str) -> Vec<Vec<&'static str>> {
    let mut found: Vec<Vec<&str>> = Vec::new();
    for line in help.lines() {
        let depth = line.len() - line.trim_start().len();
        let text = line.trim_start();
        let begins = match depth {
            2 => text.starts_with(['<', '[', '-']),
            6 => text.starts_with("--"),
            _ => false,
        };
        match found.last_mut() {
            _ if begins => found.push(vec![text]),
            Some(entry) if depth > 6 => entry.push(text),
            _ => {}
        }
    }
    found
}

fn argument(entry: &[&'static str], usage: &str) -> Option<Argument> {
    let name = entry[0].split("  ").next()?;
    // Short flags and optional values are ignored.
    let name = name.split_once(", ").map_or(name, |(_, long)| long);
    let name = name.split_once("[=").map_or(name, |(flag, _)| flag);
    let (flag, value) = match name.split_once(' ') {
        _ if !name.starts_with('-') => (None, Some(name)),
        Some((flag, value)) => (Some(flag), Some(value)),
        None => (Some(name), None),
    };
    Some(Argument {
        flag,
        value: value.map(|value| value.trim_matches(['<', '>', '[', ']', '.'])),
        choices: choices(entry),
        is_needed: outside_brackets(usage).any(|word| Some(word) == flag.or(value)),
    })
}

/// Parses `[possible values: a, b]`, which may continue over several lines.
fn choices(entry: &[&'static str]) -> Vec<&'static str> {
    let from = entry.iter().position(|line| line.contains("[possible values:"));
    let lines = from.map_or(&[][..], |from| &entry[from..]).iter();
    let lists =
        lines.map(|line| line.split_once("[possible values:").map_or(*line, |(_, list)| list));
    lists
        .flat_map(|list| list.trim_end_matches(']').split(','))
        .map(str::trim)
        .filter(|choice| !choice.is_empty())
        .collect()
}

/// Returns the required words of a usage line.
fn outside_brackets(usage: &str) -> impl Iterator<Item = &str> {
    usage.split(' ').filter(|word| !word.starts_with('['))
}

#[test]
fn commands_page_is_parsed() {
    let commands = commands();
    let named = |path: &str| {
        let wanted: Vec<_> = path.split(' ').collect();
        commands.iter().find(|command| command.path == wanted).unwrap()
    };
    let arguments_of = |path: &str| -> Vec<String> {
        let arguments = named(path).arguments.iter();
        arguments
            .map(|argument| {
                format!(
                    "{}{} {}{}",
                    argument.flag.unwrap_or_default(),
                    argument.value.unwrap_or_default(),
                    argument.choices.len(),
                    if argument.is_needed { "!" } else { "" }
                )
            })
            .collect()
    };
    assert_eq!(arguments_of("agree accept"), ["--byWHO 0", "--onDATE 0"]);
    assert_eq!(arguments_of("pair edit"), ["PAIR 0", "--renamePAIR 0", "--sinceDATE 0"]);
    assert_eq!(arguments_of("completions"), ["SHELL 5!"]);
    assert!(arguments_of("draft resume").contains(&"--editor 0".to_owned()));
    assert!(named("purge").arguments[0].choices.contains(&"review"));
    assert!(named("goal").is_group && !named("agree").is_group && !named("goal add").is_group);
}
