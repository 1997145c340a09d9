//! The columns of a spreadsheet of calls.

use crate::commands::data::import::columns::ColumnTargets;
use crate::commands::everyday::log::form::LogEntry;
use crate::input::form::HasForm;

/// The fields of a log that apply to a past call. Links to other records and new actions are left out: their numbers
/// and days are those of today.
const FIELDS: [&str; 13] = [
    "notes", "at", "minutes", "channel", "wins", "insights", "decisions", "blockers", "tried",
    "worked", "next_topic", "feeling", "private_note",
];

/// Other names of the columns, in addition to the common ones.
const SYNONYMS: [(&str, &[&str]); 8] = [
    (
        "at",
        &[
            "heldat", "date", "day", "when", "on", "start", "startdate", "datetime", "calldate",
            "meetingdate",
        ],
    ),
    ("time", &["starttime", "start", "hour"]),
    (
        "end",
        &[
            "endtime", "endat", "endsat", "ended", "endedat", "enddatetime", "finish",
            "finishtime", "finishedat", "until",
        ],
    ),
    (
        "minutes",
        &[
            "duration", "mins", "min", "length", "durationminutes", "durationmins", "durationmin",
            "lengthminutes", "lengthmin", "timespent", "hours", "durationhours", "durationhrs",
            "durationh", "lengthhours", "lengthh",
        ],
    ),
    ("channel", &["where", "place", "location", "medium"]),
    ("notes", &["summary", "subject", "title", "topic", "what", "talkedabout", "text"]),
    ("wins", &["win"]),
    ("insights", &["advice", "insight"]),
];

/// Returns what the columns of a call can be.
pub fn targets() -> ColumnTargets {
    ColumnTargets::for_fields(["call", "meeting"], LogEntry::FORM.fields, |field| {
        FIELDS.contains(&field.key) || field.key == "private"
    })
    .with_state_and_times(&SYNONYMS)
}
