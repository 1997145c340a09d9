//! Unit files, crontab lines and property lists for a timer that runs `mentor due`.

use std::path::PathBuf;

use chrono::{NaiveTime, Timelike};

use crate::domain::workweek::WorkWeek;
use crate::words;

words! {
    /// The scheduler that starts the program.
    Starter {
        Systemd = "systemd",
        Cron = "cron",
        Launchd = "launchd",
    }
}

/// Marks everything that `remind install` writes, so that nothing else is ever replaced or removed.
pub const MARK: &str = "written by `mentor remind install`";

/// The content of a file or of the crontab, as installed or to be installed.
#[derive(Clone, Debug)]
pub struct UnitFile {
    /// `None`: the user's crontab.
    pub path: Option<PathBuf>,
    pub text: String,
}

#[derive(Clone, Debug)]
pub struct Reminder {
    pub at: NaiveTime,
    /// The days on which to remind. Its hours are ignored.
    pub week: WorkWeek,
    /// The program and its arguments.
    command: Vec<String>,
}

const SYSTEMD_DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// A word of the command line cannot be written into a unit file or crontab.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("a timer can't name `{0}`: it contains a line break or another control character")]
pub struct UnwritableWord(String);

impl Reminder {
    /// Fails if a word of `command` contains a line break, since unit files and crontabs are line-based.
    pub fn new(
        at: NaiveTime,
        week: WorkWeek,
        command: Vec<String>,
    ) -> Result<Reminder, UnwritableWord> {
        let breaks_line = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
        match command.iter().find(|word| word.contains(breaks_line)) {
            Some(word) => Err(UnwritableWord(word.clone())),
            None => Ok(Reminder { at, week, command }),
        }
    }

    fn days(&self) -> impl Iterator<Item = usize> {
        (0..7).filter(|day| self.week.days[*day])
    }

    /// Returns the text of `mentor-due.service` (systemd.service(5)).
    pub fn service(&self) -> String {
        let words = self.command.iter().map(|word| systemd_word(word));
        format!(
            "# {MARK}\n[Unit]\nDescription=What is due in my mentorships\n\n[Service]\nType=oneshot\nExecStart={}\n",
            words.collect::<Vec<_>>().join(" ")
        )
    }

    /// Returns the text of `mentor-due.timer` (systemd.timer(5)). `Persistent` makes up for runs missed while the
    /// machine was off.
    pub fn timer(&self) -> String {
        let days: Vec<&str> = self.days().map(|day| SYSTEMD_DAYS[day]).collect();
        format!(
            "# {MARK}\n[Unit]\nDescription=When to say what is due in my mentorships\n\n[Timer]\nOnCalendar={} *-*-* {}\nPersistent=true\n\n[Install]\nWantedBy=timers.target\n",
            days.join(","),
            self.at.format("%H:%M:00")
        )
    }

    /// Returns a crontab line between two marks (crontab(5)).
    pub fn cron(&self) -> String {
        // In a crontab, Monday is 1 and Sunday 7.
        let days: Vec<String> = self.days().map(|day| (day + 1).to_string()).collect();
        let words = self.command.iter().map(|word| cron_word(word));
        format!(
            "# begin: {MARK}\n{} {} * * {}  {}\n# end: {MARK}\n",
            self.at.minute(),
            self.at.hour(),
            days.join(","),
            words.collect::<Vec<_>>().join(" ")
        )
    }

    /// Returns the text of `mentor-due.plist` (launchd.plist(5)).
    pub fn plist(&self) -> String {
        let words = self
            .command
            .iter()
            .map(|word| format!("        <string>{}</string>\n", escape_xml(word)));
        let days = self.days().map(|day| {
            format!(
                "        <dict><key>Weekday</key><integer>{}</integer><key>Hour</key><integer>{}</integer><key>Minute</key><integer>{}</integer></dict>\n",
                day + 1,
                self.at.hour(),
                self.at.minute()
            )
        });
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- {MARK} -->\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n<plist version=\"1.0\">\n<dict>\n    <key>Label</key><string>mentor-due</string>\n    <key>ProgramArguments</key>\n    <array>\n{}    </array>\n    <key>StartCalendarInterval</key>\n    <array>\n{}    </array>\n</dict>\n</plist>\n",
            words.collect::<String>(),
            days.collect::<String>()
        )
    }
}

/// Returns the program that the installed timer starts. `None`: it can't be determined.
pub fn program(starter: Starter, files: &[UnitFile]) -> Option<String> {
    let lines = || files.iter().flat_map(|file| file.text.lines());
    let value_after = |prefix: &str| lines().find_map(|line| line.trim().strip_prefix(prefix));
    match starter {
        Starter::Systemd => {
            let words = value_after("ExecStart=")?.replace("%%", "%").replace("$$", "$");
            first_word(&words)
        }
        Starter::Cron => {
            let line = lines().find(|line| !line.starts_with('#'))?;
            let (_, words) = line.split_once("  ")?;
            first_word(&words.replace("\\%", "%"))
        }
        Starter::Launchd => {
            let path = value_after("<string>/")?.strip_suffix("</string>")?;
            let path = path.replace("&lt;", "<").replace("&gt;", ">");
            Some(format!("/{}", path.replace("&amp;", "&")))
        }
    }
}

/// Returns the first word by the quoting rules of a shell, which systemd shares.
fn first_word(words: &str) -> Option<String> {
    shell_words::split(words).ok()?.into_iter().next()
}

/// Returns a crontab without the marked section.
pub fn strip_managed_section(crontab: &str) -> String {
    let mut kept = String::new();
    let mut inside = false;
    for line in crontab.lines() {
        match line.trim() {
            line if line == format!("# begin: {MARK}") => inside = true,
            line if line == format!("# end: {MARK}") => inside = false,
            _ if inside => {}
            _ => {
                kept.push_str(line);
                kept.push('\n');
            }
        }
    }
    kept
}

/// Escapes a word for `ExecStart`: in double quotes if needed, with `%` and `$` doubled.
fn systemd_word(word: &str) -> String {
    let escaped =
        word.replace('\\', "\\\\").replace('"', "\\\"").replace('%', "%%").replace('$', "$$");
    if word.contains(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';')) {
        format!("\"{escaped}\"")
    } else {
        escaped
    }
}

/// Escapes a word for a crontab line. Cron ends the command at an unescaped `%`. A backslash before a `%` would itself be
/// escaped by the one before it, so an empty pair of quotes keeps the two apart.
fn cron_word(word: &str) -> String {
    let word = shell_word(word);
    word.replace("\\%", "\\''%").replace('%', "\\%")
}

fn shell_word(word: &str) -> String {
    let is_plain =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | '=' | ':');
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

fn escape_xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reminder() -> Reminder {
        with_word("100%").unwrap()
    }

    fn with_word(word: &str) -> Result<Reminder, UnwritableWord> {
        let command = ["/opt/my tools/mentor", "due", "--notify", word];
        Reminder::new(
            NaiveTime::from_hms_opt(8, 5, 0).unwrap(),
            WorkWeek::parse("mon-fri", "9-17").unwrap(),
            command.map(str::to_owned).to_vec(),
        )
    }

    /// Returns the command that cron passes to the shell. `None`: the line ends early, at a `%`.
    fn command_for_shell(line: &str) -> Option<String> {
        let mut read = String::new();
        let mut is_escaped = false;
        for c in line.chars() {
            match c {
                '%' if !is_escaped => return None,
                '%' => {
                    read.pop();
                }
                _ => {}
            }
            is_escaped = c == '\\' && !is_escaped;
            read.push(c);
        }
        Some(read)
    }

    #[test]
    fn cron_passes_every_word_to_the_shell_unchanged() {
        for word in ["100%", "a\\%b", "a\\\\%b", "%%", "it's 5%", "$(x) `y`", "\\"] {
            let text = with_word(word).unwrap().cron();
            let line = text.lines().nth(1).unwrap();
            let read = command_for_shell(line).expect(line);
            let words = shell_words::split(&read).unwrap();
            assert_eq!(words.last().map(String::as_str), Some(word), "{line}");
        }
    }

    #[test]
    fn the_program_is_found_in_every_generated_file() {
        let week = WorkWeek::parse("mon-fri", "9-17").unwrap();
        for path in ["/usr/bin/mentor", "/opt/my tools/it's 5% & <$1>\\x\"/mentor"] {
            let command = [path, "due"].map(str::to_owned).to_vec();
            let reminder = Reminder::new(NaiveTime::MIN, week, command).unwrap();
            for (by, texts) in [
                (Starter::Systemd, vec![reminder.service(), reminder.timer()]),
                (Starter::Cron, vec![reminder.cron()]),
                (Starter::Launchd, vec![reminder.plist()]),
            ] {
                let pieces = texts.into_iter();
                let pieces: Vec<UnitFile> =
                    pieces.map(|text| UnitFile { path: None, text }).collect();
                assert_eq!(program(by, &pieces).as_deref(), Some(path), "{by:?}");
            }
        }
    }

    #[test]
    fn a_word_with_a_line_break_is_refused() {
        for word in ["a\nb", "a\rb", "\u{1b}[31m", "\u{2028}"] {
            assert!(with_word(word).is_err(), "{word:?}");
        }
        assert!(with_word("a b").is_ok());
    }

    #[test]
    fn a_timer_names_days_and_time() {
        assert!(reminder().timer().contains("OnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 08:05:00"));
    }

    #[test]
    fn words_are_quoted_by_the_rules_of_each_system() {
        assert!(
            reminder().service().contains("ExecStart=\"/opt/my tools/mentor\" due --notify 100%%")
        );
        assert!(
            reminder()
                .cron()
                .contains("5 8 * * 1,2,3,4,5  '/opt/my tools/mentor' due --notify '100\\%'")
        );
        assert!(reminder().plist().contains("<string>/opt/my tools/mentor</string>"));
    }

    #[test]
    fn only_the_marked_section_is_removed_from_a_crontab() {
        let before = "0 1 * * *  backup\n";
        let with = format!("{before}{}", reminder().cron());
        assert_eq!(strip_managed_section(&with), before);
        assert_eq!(strip_managed_section(before), before);
    }
}
