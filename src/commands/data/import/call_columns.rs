//! The columns of a spreadsheet of calls.

use crate::commands::data::import::columns::{ColumnTarget, ColumnTargets, ImportColumn};
use crate::commands::everyday::log::form::LogEntry;
use crate::domain::dates;
use crate::input::form::{CsvRow, CsvTable, HasForm};

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
            "meetingdate", "sessiondate", "dateandtime", "startdatetime", "startedat",
        ],
    ),
    ("time", &["starttime", "start", "hour", "from"]),
    (
        "end",
        &[
            "endtime", "endat", "endsat", "ended", "endedat", "enddatetime", "finish",
            "finishtime", "finishedat", "until", "to",
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
    ("notes", &["topic", "what", "talkedabout", "discussed", "discussion", "text"]),
    ("wins", &["win"]),
    ("insights", &["advice", "insight"]),
];

/// The titles of calendars, which also have a description, and the time at which a form was sent.
const FALLBACKS: [(&str, &[&str]); 2] = [
    (
        "notes",
        &[
            "summary", "subject", "title", "thema", "themen", "betreff", "titel", "sujet", "titre",
            "asunto", "tema", "temas", "assunto", "argomento", "oggetto", "onderwerp", "temat",
        ],
    ),
    ("at", &["timestamp"]),
];

/// Returns what the columns of a call can be.
pub fn targets() -> ColumnTargets {
    ColumnTargets::for_fields(["call", "meeting"], LogEntry::FORM.fields, |field| {
        FIELDS.contains(&field.key) || field.key == "private"
    })
    .with_state_and_times(&SYNONYMS, &FALLBACKS)
}

/// Takes the column of times for the one of days if there is none of days and no cell is a time alone: `Start Time` is
/// a full moment in the reports of Zoom and Teams.
pub fn take_times_for_days(columns: &mut [ImportColumn], sheet: &CsvTable) {
    let find = |columns: &[ImportColumn], key| {
        columns.iter().position(|column| column.to.is_some_and(|to| to.key() == key))
    };
    let (None, Some(times)) = (find(columns, "at"), find(columns, "time")) else {
        return;
    };
    let is_time = |row: &CsvRow| dates::is_time_without_day(row.cell(times));
    if !sheet.rows.iter().any(is_time) {
        columns[times].to = LogEntry::FORM.field("at").map(ColumnTarget::Field);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::data::import::columns::match_columns;

    /// Returns what each column is.
    fn matched(header: &str) -> Vec<&'static str> {
        let header: Vec<String> = header.split(',').map(str::to_owned).collect();
        let columns = match_columns(&header, &[], &targets()).unwrap();
        columns.iter().map(|column| column.to.map_or("", ColumnTarget::key)).collect()
    }

    #[test]
    fn title_of_a_calendar_gives_way_to_its_description() {
        let google = "Subject,Start Date,Start Time,End Date,End Time,Description,Location";
        assert_eq!(matched(google), ["", "at", "time", "", "end", "notes", "channel"]);
        let calendly = "Invitee Name,Start Date & Time,End Date & Time";
        assert_eq!(matched(calendly), ["", "at", "end"]);
        let outlook = "Betreff,Beginnt am,Beginnt um,Endet am,Endet um,Beschreibung,Ort";
        assert_eq!(matched(outlook), ["", "at", "time", "", "end", "notes", "channel"]);
        assert_eq!(matched("Fecha,Duración,Notas"), ["at", "minutes", "notes"]);
        assert_eq!(matched("Datum,Beginn,Ende,Thema"), ["at", "time", "end", "notes"]);
        assert_eq!(matched("Datum,Von,Bis,Thema,Notizen"), ["at", "time", "end", "", "notes"]);
        assert_eq!(matched("Datum,Begintijd,Eindtijd,Onderwerp"), ["at", "time", "end", "notes"]);
        assert_eq!(matched("Data,Godzina,Czas trwania,Temat"), ["at", "time", "minutes", "notes"]);
        assert_eq!(matched("Date,From,To,Topic"), ["at", "time", "end", "notes"]);
        assert_eq!(matched("Timestamp,Discussion"), ["at", "notes"]);
        assert_eq!(matched("Timestamp,Date"), ["", "at"]);
        assert_eq!(matched("Subject,Start Date"), ["notes", "at"]);
        assert_eq!(matched("Date,Title,Topic"), ["at", "", "notes"]);
    }
}
