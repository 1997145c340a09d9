//! Answers that consist of a path, a text or a few values.

use std::borrow::Cow;

use serde::Serialize;

use crate::domain::introduction::Introduction;
use crate::domain::record::Id;
use crate::view::json::JsonAnswer;

/// `mentor export -o`: the file or folder that was written.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ExportPath {
    pub path: String,
}

impl JsonAnswer for ExportPath {
    const SCHEMA: &'static str = "mentor.export.file/1";
}

/// `mentor config path`.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ConfigPath {
    pub path: String,
}

impl JsonAnswer for ConfigPath {
    const SCHEMA: &'static str = "mentor.config.path/1";
}

/// `mentor demo`.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DemoPath {
    /// The data file.
    pub db: String,
}

impl JsonAnswer for DemoPath {
    const SCHEMA: &'static str = "mentor.demo/1";
}

/// A calendar.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CalendarText<'a> {
    /// iCalendar (RFC 5545).
    pub ics: &'a str,
}

impl JsonAnswer for CalendarText<'_> {
    const SCHEMA: &'static str = "mentor.calendar/1";
}

/// A form to fill in.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TemplateText<'a> {
    pub toml: &'a str,
}

impl JsonAnswer for TemplateText<'_> {
    const SCHEMA: &'static str = "mentor.template/1";
}

/// A topic of the help, or the help of a command.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct HelpText<'a> {
    pub topic: &'a str,
    pub text: String,
}

impl JsonAnswer for HelpText<'_> {
    const SCHEMA: &'static str = "mentor.help/1";
}

/// `mentor introduction blurb`.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct BlurbText<'a> {
    /// Number of the introduction.
    pub id: Id<Introduction>,
    pub text: &'a str,
}

impl JsonAnswer for BlurbText<'_> {
    const SCHEMA: &'static str = "mentor.introduction.blurb/1";
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

impl JsonAnswer for PurgedRecord<'_> {
    const SCHEMA: &'static str = "mentor.purge/1";
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

impl JsonAnswer for ProgramVersion {
    const SCHEMA: &'static str = "mentor.version/1";
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

impl JsonAnswer for ErrorAnswer<'_> {
    const SCHEMA: &'static str = "mentor.error/1";
}
