//! `mentor man`

use std::path::Path;

use clap::builder::PossibleValue;
use clap::{Arg, Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use crate::app::App;
use crate::commands::Cli;
use crate::commands::help::{examples, help_screen};
use crate::error::{Failure, Result};
use crate::manual::{self, Block, HelpTopic};
use crate::view::words;

#[derive(Debug, clap::Args)]
pub struct ManArgs {
    /// Command, such as `goal add` [default: mentor itself]
    #[arg(value_name = "COMMAND")]
    words: Vec<String>,

    /// Write the pages of all commands into a folder
    #[arg(long, value_name = "FOLDER", conflicts_with = "words")]
    out: Option<std::path::PathBuf>,
}

/// The date of the last change that a reader would notice.
const DATE: &str = "2026-11-24";

pub fn run(app: &mut App<'_, '_>, args: &ManArgs) -> Result<()> {
    if app.globals.json {
        return Err(Failure::usage("manual pages have no JSON form").hint("leave out `--json`"));
    }
    let mut root = Cli::command();
    root.build();
    match &args.out {
        Some(folder) => write_all(app, &root, folder),
        None => app.ui.manual(&page(find_command(&root, &args.words)?)),
    }
}

fn find_command<'c>(root: &'c Command, words: &[String]) -> Result<&'c Command> {
    let mut command = root;
    for word in words {
        command = command.find_subcommand(word).ok_or_else(|| {
            let name = words.join(" ");
            Failure::not_found(format!("no command `mentor {name}`")).hint("see `mentor help`")
        })?;
    }
    Ok(command)
}

fn write_all(app: &mut App<'_, '_>, root: &Command, folder: &Path) -> Result<()> {
    let failed = |error: std::io::Error| {
        Failure::storage(format!("can't write `{}`: {error}", folder.display()))
    };
    std::fs::create_dir_all(folder).map_err(failed)?;
    let mut pages = 0;
    let mut pending = vec![root];
    while let Some(command) = pending.pop() {
        pending.extend(command.get_subcommands());
        let man = Man::new(command.clone());
        std::fs::write(folder.join(man.get_filename()), page(command)).map_err(failed)?;
        pages += 1;
    }
    let pages = words::count(pages, "page");
    app.ui.status(&format!("Wrote {pages} to `{}`", folder.display()))
}

/// Renders the page of one command; that of `mentor` itself includes the topics of the manual.
fn page(command: &Command) -> String {
    let is_root = !command.get_display_name().is_some_and(|name| name.contains('-'));
    let visible = command.clone().mut_args(|arg| {
        let is_global = arg.is_global_set() || arg.get_id() == "help";
        with_possible_values(arg).hide(is_global && !is_root)
    });
    let visible = visible.subcommand_help_heading("COMMANDS").subcommand_value_name("command");
    let name = command.get_display_name().unwrap_or("mentor").to_uppercase();
    let man = Man::new(visible)
        .title(name)
        .date(DATE)
        .source(concat!("mentor ", env!("CARGO_PKG_VERSION")))
        .manual("mentor");
    let mut page = Vec::new();
    let result = man
        .render_title(&mut page)
        .and_then(|()| man.render_name_section(&mut page))
        .and_then(|()| man.render_synopsis_section(&mut page))
        .and_then(|()| man.render_description_section(&mut page))
        .and_then(|()| man.render_options_section(&mut page))
        .and_then(|()| {
            if command.has_subcommands() {
                man.render_subcommands_section(&mut page)
            } else {
                Ok(())
            }
        })
        .and_then(|()| {
            if is_root {
                topics().to_writer(&mut page)
            } else {
                extra_sections(command).to_writer(&mut page)
            }
        });
    debug_assert!(result.is_ok(), "a Vec can always be written to");
    clean_roff(&String::from_utf8_lossy(&page))
}

/// Adds the possible values of an argument to its help line.
fn with_possible_values(arg: Arg) -> Arg {
    let values = arg.get_possible_values();
    if values.is_empty() || !arg.get_action().takes_values() {
        return arg;
    }
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let help = format!("{help}: {}", words::backticked_list(&names, "or"));
    arg.help(help).hide_possible_values(true)
}

/// Returns the sections after the options of a command: examples and references.
fn extra_sections(command: &Command) -> Roff {
    let mut roff = Roff::new();
    let words = command.get_bin_name().unwrap_or_default();
    let lines = examples::examples_for(command, words.trim_start_matches("mentor "));
    if !lines.is_empty() {
        roff.control("SH", ["EXAMPLES"]);
    }
    for (index, line) in lines.into_iter().enumerate() {
        if index > 0 {
            roff.control("PP", []);
        }
        roff.text([bold(line)]);
    }
    roff.control("SH", ["SEE ALSO"]);
    roff.text([
        bold("mentor"),
        roman("(1), for what every command takes, dates, settings and exit codes"),
    ]);
    roff
}

/// Returns the sections after the commands of `mentor` itself: examples and topics.
fn topics() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["EXAMPLES"]);
    for (typed, about) in help_screen::EXAMPLES {
        roff.control("TP", []);
        roff.text([bold(typed)]);
        roff.text([roman(about)]);
    }
    for topic in manual::TOPICS {
        section(&mut roff, topic);
    }
    roff
}

fn section(roff: &mut Roff, topic: &HelpTopic) {
    roff.control("SH", [topic.title().to_uppercase().as_str()]);
    for (index, block) in topic.blocks().iter().enumerate() {
        match block {
            Block::Heading(text) => {
                roff.control("SS", [*text]);
            }
            Block::Paragraph(text) => {
                if index > 0 && !matches!(topic.blocks()[index - 1], Block::Heading(_)) {
                    roff.control("PP", []);
                }
                roff.text([roman(text)]);
            }
            Block::Points(points) => {
                for point in points {
                    roff.control("IP", ["\\(bu", "2"]);
                    roff.text([roman(point)]);
                }
            }
            Block::Code(lines) => code(roff, lines),
            Block::Table(header, rows) => table(roff, header, rows),
        }
    }
}

fn code(roff: &mut Roff, lines: &[&str]) {
    roff.control("PP", []);
    roff.control("RS", ["4"]);
    roff.control("nf", []);
    for line in lines {
        roff.text([roman(*line)]);
    }
    roff.control("fi", []);
    roff.control("RE", []);
}

/// Writes each row as its first cell with the others below it.
fn table(roff: &mut Roff, header: &[&str], rows: &[Vec<&str>]) {
    for row in rows {
        roff.control("TP", []);
        roff.text([roman(row[0])]);
        let labelled = |(name, cell): (&&str, &&str)| match header.len() {
            2 => (*cell).to_owned(),
            _ => format!("{name}: {cell}"),
        };
        let rest = header.iter().zip(row).skip(1).filter(|(_, cell)| !cell.is_empty());
        let rest: Vec<String> = rest.map(labelled).collect();
        roff.text([roman(rest.join("; "))]);
    }
}

/// Sets text in backticks bold and wraps long lines. `page` has already escaped everything special to roff.
fn clean_roff(page: &str) -> String {
    let mut out = String::new();
    let mut is_filled = true;
    for line in page.lines() {
        is_filled = match line {
            ".nf" => false,
            ".fi" => true,
            _ => is_filled,
        };
        let line = with_bold_code(line.trim_end());
        if line.starts_with('.') || !is_filled {
            out.push_str(&line);
        } else {
            out.push_str(&wrap_line(&line));
        }
        out.push('\n');
    }
    out
}

fn with_bold_code(line: &str) -> String {
    let mut is_code = false;
    let mut out = String::new();
    for part in line.split('`') {
        out.push_str(part);
        is_code = !is_code;
        out.push_str(if is_code { "\\fB" } else { "\\fR" });
    }
    // The loop adds one change of font too many: there is one only between two parts.
    out.truncate(out.len() - 3);
    if !is_code {
        out.push_str("\\fR");
    }
    out
}

/// Breaks a line at blanks. A word that roff would take for a command at the start of a line is escaped.
fn wrap_line(line: &str) -> String {
    let mut out = String::new();
    let mut length = 0;
    for (index, word) in line.split(' ').enumerate() {
        let word_length = roff_length(word);
        let fits = length + 1 + word_length <= 78;
        match index {
            0 => {}
            _ if fits => {
                out.push(' ');
                length += 1;
            }
            _ => {
                out.push('\n');
                length = 0;
                if word.starts_with(['.', '\'']) {
                    out.push_str("\\&");
                }
            }
        }
        out.push_str(word);
        length += word_length;
    }
    out
}

/// Returns how long a text is for roff, which reads other characters than ASCII as an escape: `\[u00E1]`.
fn roff_length(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { r"\[u00E1]".len() }).sum()
}
