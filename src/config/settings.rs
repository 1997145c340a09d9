//! The settings table: each entry defines a file key, its variable, the help and the default.

use std::ffi::OsStr;

use crate::domain::dates::Manner;
use crate::domain::length::{Minutes, Span};
use crate::environment::Environment;

/// A setting.
pub struct Setting {
    /// The key in the file; a dot separates the table from the name.
    pub key: &'static str,
    /// Mentor's own variable, which takes precedence over the file.
    pub variable: &'static str,
    pub about: &'static str,
    pub holds: SettingType,
    /// The value if nothing is set.
    pub default: &'static str,
    /// A variable that other programs use too, such as `EDITOR`: it applies if the file sets nothing.
    pub shared: SharedVariable,
}

/// Returns the name and value of a shared variable.
pub type SharedVariable = for<'e> fn(&'e Environment<'_>) -> Option<(&'static str, &'e OsStr)>;

/// The type of a setting's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingType {
    /// `true` or `false`; also `1`, `0`, `yes`, `no`, `on` and `off`.
    Truth,
    Word(&'static [&'static str]),
    Span,
    /// A command line, split as a shell would.
    Command,
    File,
    /// Several file names, split as a shell would; `none` for none.
    Files,
    /// Mail addresses, split as a shell would; `none` for none.
    Addresses,
    /// A length of time; `none` for none.
    Length,
}

pub static DB: Setting = Setting {
    key: "db",
    variable: "MENTOR_DB",
    about: "The data file",
    holds: SettingType::File,
    default: "~/.local/share/mentor/mentor.db",
    shared: |_| None,
};

pub static CALENDAR_ADDRESSES: Setting = Setting {
    key: "calendar.addresses",
    variable: "MENTOR_CALENDAR_ADDRESSES",
    about: "Your mail addresses, separated by spaces; events you declined leave their time free",
    holds: SettingType::Addresses,
    default: "none",
    shared: |_| None,
};

pub static CALENDAR_ALARM: Setting = Setting {
    key: "calendar.alarm",
    variable: "MENTOR_CALENDAR_ALARM",
    about: "Calendar alarm before a check-in, such as `15m`",
    holds: SettingType::Length,
    default: "none",
    shared: |_| None,
};

pub static CALENDAR_BUSY: Setting = Setting {
    key: "calendar.busy",
    variable: "MENTOR_CALENDAR_BUSY",
    about: "Calendars (`.ics`) with your busy times, separated by spaces",
    holds: SettingType::Files,
    default: "none",
    shared: |_| None,
};

pub static COLOR: Setting = Setting {
    key: "color",
    variable: "MENTOR_COLOR",
    about: "When to colour",
    holds: SettingType::Word(&["auto", "always", "never"]),
    default: "auto",
    shared: |environment| {
        let is_set = |name| environment.os_var(name).is_some_and(|value| value != "0");
        let is_off = environment.os_var("CLICOLOR").is_some_and(|value| value == "0");
        if environment.os_var("NO_COLOR").is_some() {
            Some(("NO_COLOR", OsStr::new("never")))
        } else if is_set("CLICOLOR_FORCE") {
            Some(("CLICOLOR_FORCE", OsStr::new("always")))
        } else if is_off {
            Some(("CLICOLOR", OsStr::new("never")))
        } else if !environment.has_capable_terminal() && !is_set("CLICOLOR") {
            Some(("TERM", OsStr::new("never")))
        } else {
            None
        }
    },
};

pub static DATES: Setting = Setting {
    key: "dates",
    variable: "MENTOR_DATES",
    about: "Date format: `Fri 4 Dec`, `2026-12-04`, `Fri Dec 4`, `Friday 4 December`",
    holds: SettingType::Word(Manner::WORDS),
    default: "default",
    shared: |_| None,
};

pub static DUE_WITHIN: Setting = Setting {
    key: "due_within",
    variable: "MENTOR_DUE_WITHIN",
    about: "How far `due` and `prompt` look ahead",
    holds: SettingType::Span,
    default: "2 days",
    shared: |_| None,
};

pub static EDITOR: Setting = Setting {
    key: "editor",
    variable: "MENTOR_EDITOR",
    about: "The editor for forms and for this file",
    holds: SettingType::Command,
    default: "vi",
    shared: |environment| {
        let named = |name| Some((name, environment.os_var(name)?));
        named("VISUAL").or_else(|| named("EDITOR"))
    },
};

pub static PAGER: Setting = Setting {
    key: "pager",
    variable: "MENTOR_PAGER",
    about: "Pager for long output; `never` for none",
    holds: SettingType::Command,
    default: "less -FRX",
    shared: |environment| match environment.vars.get(OsStr::new("PAGER"))? {
        unset if unset.is_empty() => Some(("PAGER", OsStr::new("never"))),
        named => Some(("PAGER", named)),
    },
};

pub static PLAIN: Setting = Setting {
    key: "plain",
    variable: "MENTOR_PLAIN",
    about: "Plain sentences instead of columns and charts, for screen readers",
    holds: SettingType::Truth,
    default: "false",
    shared: |_| None,
};

pub static QUIET: Setting = Setting {
    key: "quiet",
    variable: "MENTOR_QUIET",
    about: "Print only the result",
    holds: SettingType::Truth,
    default: "false",
    shared: |_| None,
};

pub static WEEK_STARTS: Setting = Setting {
    key: "week_starts",
    variable: "MENTOR_WEEK_STARTS",
    about: "First day of the week, for `next fri` and `eow`",
    holds: SettingType::Word(&[
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]),
    default: "monday",
    shared: |_| None,
};

/// All settings, sorted by key as they are listed.
pub static ALL: [&Setting; 12] = [
    &CALENDAR_ADDRESSES, &CALENDAR_ALARM, &CALENDAR_BUSY, &COLOR, &DATES, &DB, &DUE_WITHIN,
    &EDITOR, &PAGER, &PLAIN, &QUIET, &WEEK_STARTS,
];

impl SettingType {
    /// Whether a text is a valid value.
    pub fn accepts(self, text: &str) -> bool {
        match self {
            SettingType::Truth => parse_bool(text).is_some(),
            SettingType::Word(words) => words.contains(&text),
            SettingType::Span => Span::parse(text).is_ok(),
            SettingType::Command => shell_words::split(text).is_ok_and(|words| !words.is_empty()),
            SettingType::File => !text.trim().is_empty(),
            SettingType::Files | SettingType::Addresses => {
                shell_words::split(text).is_ok_and(|words| !words.is_empty())
            }
            SettingType::Length => text == "none" || Minutes::parse(text).is_ok(),
        }
    }

    /// Describes the valid values, to end a sentence.
    pub fn expected_values(self) -> String {
        match self {
            SettingType::Truth => "true or false".to_owned(),
            SettingType::Word(words) => {
                let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
                let (last, rest) =
                    quoted.split_last().map_or(("", &[][..]), |(last, rest)| (last.as_str(), rest));
                format!("{} or {last}", rest.join(", "))
            }
            SettingType::Span => "a span of time, such as \"2 days\"".to_owned(),
            SettingType::Command => "a command, such as \"nano\"".to_owned(),
            SettingType::File => "the name of a file, such as \"~/mentor.db\"".to_owned(),
            SettingType::Files => {
                "names of files, such as [\"~/work.ics\", \"~/home.ics\"]".to_owned()
            }
            SettingType::Addresses => "addresses, such as [\"sam@example.org\"]".to_owned(),
            SettingType::Length => "a length, such as \"15m\", or \"none\"".to_owned(),
        }
    }
}

/// Parses a boolean as written in variables and on the command line.
pub fn parse_bool(text: &str) -> Option<bool> {
    match text {
        "true" | "1" | "yes" | "on" => Some(true),
        "false" | "0" | "no" | "off" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_sorted_and_their_variables_match_their_keys() {
        assert!(ALL.is_sorted_by_key(|setting| setting.key));
        for setting in ALL {
            let name = setting.key.replace('.', "_").to_uppercase();
            assert_eq!(setting.variable, format!("MENTOR_{name}"));
        }
    }

    #[test]
    fn manual_lists_every_setting() {
        let text = crate::manual::find_topic("settings").unwrap().text;
        let row = |setting: &&Setting| {
            let (key, variable) = (setting.key, setting.variable);
            format!("| `{key}` | `{variable}` | `{}` | {} |", setting.default, setting.about)
        };
        let rows: Vec<String> = ALL.iter().map(row).collect();
        let rows = rows.join("\n");
        assert!(text.contains(&rows), "the table of settings has to be:\n{rows}");
    }

    #[test]
    fn every_default_is_a_valid_value() {
        for setting in ALL {
            assert!(setting.holds.accepts(setting.default), "{}", setting.key);
        }
    }
}
