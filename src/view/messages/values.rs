//! Answers that consist of a path, a text or a few values.

use std::borrow::Cow;

use serde::Serialize;

use crate::domain::introduction::Introduction;
use crate::domain::record::Id;

/// `mentor export -o`: the file or folder that was written.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ExportPath {
    pub path: String,
}

/// `mentor config path`.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ConfigPath {
    pub path: String,
}

/// `mentor demo`.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DemoPath {
    /// The data file.
    pub db: String,
}

/// A calendar.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CalendarText<'a> {
    /// iCalendar (RFC 5545).
    pub ics: &'a str,
}

/// A form to fill in.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TemplateText<'a> {
    pub toml: &'a str,
}

/// A topic of the help, or the help of a command.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct HelpText<'a> {
    pub topic: &'a str,
    pub text: String,
}

/// `mentor introduction blurb`.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct BlurbText<'a> {
    /// Number of the introduction.
    pub id: Id<Introduction>,
    pub text: &'a str,
}

/// `mentor purge`: the record that was deleted permanently.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PurgedRecord<'a> {
    pub noun: &'a str,
    #[cfg_attr(test, schemars(range(min = 0)))]
    pub id: i64,
    /// Whether the backups were replaced.
    pub backups: bool,
}

/// `mentor --version`.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ProgramVersion {
    pub version: &'static str,
    /// Commit and day of the source; null: unknown.
    pub commit: Option<&'static str>,
    pub sqlite: &'static str,
    /// The time zone data.
    pub zone_data: String,
    /// Format of the data files that it writes.
    #[cfg_attr(test, schemars(range(min = 0)))]
    pub data_format: i64,
}

/// Why a command failed.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ErrorAnswer<'a> {
    /// The kind of failure, one word for each exit status.
    pub code: &'static str,
    /// Exit status.
    pub exit: u8,
    pub message: &'a str,
    /// More about it, a sentence each.
    pub details: Vec<Cow<'a, str>>,
    /// What to do next.
    pub hint: Option<&'a str>,
    /// What happened to the user's data or text, if it was at risk.
    pub data: Option<&'a str>,
}
