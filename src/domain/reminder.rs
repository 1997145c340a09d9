//! A timer that runs `mentor due`: what it says in the words of each system.

use std::path::PathBuf;

use chrono::{NaiveTime, Timelike};

use crate::domain::workweek::WorkWeek;
use crate::words;

words! {
    /// Who starts it.
    Starter {
        Systemd = "systemd",
        Cron = "cron",
        Launchd = "launchd",
    }
}

/// Stands in everything that is written, so that only that is ever replaced or removed.
pub const MARK: &str = "written by `mentor remind install`";

/// A file, or the crontab, with what it is to say or says already.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Its path; none: the user's crontab.
    pub path: Option<PathBuf>,
    pub text: String,
}

#[derive(Clone, Debug)]
pub struct Reminder {
    pub at: NaiveTime,
    /// On which days; its hours say nothing.
    pub week: WorkWeek,
    /// The program and its arguments.
    pub command: Vec<String>,
}

const SYSTEMD: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

impl Reminder {
    fn days(&self) -> impl Iterator<Item = usize> {
        (0..7).filter(|day| self.week.days[*day])
    }

    /// `mentor-due.service` (systemd.service(5)).
    pub fn service(&self) -> String {
        let words = self.command.iter().map(|word| systemd_word(word));
        format!(
            "# {MARK}\n[Unit]\nDescription=What is due in my mentorships\n\n[Service]\nType=oneshot\nExecStart={}\n",
            words.collect::<Vec<_>>().join(" ")
        )
    }

    /// `mentor-due.timer` (systemd.timer(5)). A machine that was off makes up for it.
    pub fn timer(&self) -> String {
        let days: Vec<&str> = self.days().map(|day| SYSTEMD[day]).collect();
        format!(
            "# {MARK}\n[Unit]\nDescription=When to say what is due in my mentorships\n\n[Timer]\nOnCalendar={} *-*-* {}\nPersistent=true\n\n[Install]\nWantedBy=timers.target\n",
            days.join(","),
            self.at.format("%H:%M:00")
        )
    }

    /// A line of a crontab, between two marks (crontab(5)).
    pub fn cron(&self) -> String {
        // Monday is 1 and Sunday 7 there.
        let days: Vec<String> = self.days().map(|day| (day + 1).to_string()).collect();
        let words = self
            .command
            .iter()
            .map(|word| shell_word(word).replace('%', "\\%"));
        format!(
            "# begin: {MARK}\n{} {} * * {}  {}\n# end: {MARK}\n",
            self.at.minute(),
            self.at.hour(),
            days.join(","),
            words.collect::<Vec<_>>().join(" ")
        )
    }

    /// `mentor-due.plist` (launchd.plist(5)).
    pub fn plist(&self) -> String {
        let words = self
            .command
            .iter()
            .map(|word| format!("        <string>{}</string>\n", xml(word)));
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

/// A crontab without the lines between the marks.
pub fn without_mark(crontab: &str) -> String {
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

/// A word of `ExecStart`: in double quotes where needed, `%` and `$` doubled.
fn systemd_word(word: &str) -> String {
    let escaped = word
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('%', "%%")
        .replace('$', "$$");
    match word.contains(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';')) {
        true => format!("\"{escaped}\""),
        false => escaped,
    }
}

fn shell_word(word: &str) -> String {
    let is_plain =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | '=' | ':');
    match !word.is_empty() && word.chars().all(is_plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', "'\\''")),
    }
}

fn xml(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reminder() -> Reminder {
        Reminder {
            at: NaiveTime::from_hms_opt(8, 5, 0).unwrap(),
            week: WorkWeek::parse("mon-fri", "9-17").unwrap(),
            command: ["/opt/my tools/mentor", "due", "--notify", "100%"]
                .map(str::to_owned)
                .to_vec(),
        }
    }

    #[test]
    fn a_timer_names_days_and_time() {
        assert!(
            reminder()
                .timer()
                .contains("OnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 08:05:00")
        );
    }

    #[test]
    fn words_are_quoted_as_each_system_wants_them() {
        assert!(
            reminder()
                .service()
                .contains("ExecStart=\"/opt/my tools/mentor\" due --notify 100%%")
        );
        assert!(
            reminder()
                .cron()
                .contains("5 8 * * 1,2,3,4,5  '/opt/my tools/mentor' due --notify '100\\%'")
        );
        assert!(
            reminder()
                .plist()
                .contains("<string>/opt/my tools/mentor</string>")
        );
    }

    #[test]
    fn only_what_is_between_the_marks_is_taken_out_of_a_crontab() {
        let before = "0 1 * * *  backup\n";
        let with = format!("{before}{}", reminder().cron());
        assert_eq!(without_mark(&with), before);
        assert_eq!(without_mark(before), before);
    }
}
