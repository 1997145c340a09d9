//! Reconstruction of earlier revisions of rows whose changes were not recorded: they were made under an older version,
//! or in another file.
//!
//! The days and moments in a row tell when it changed, and moves tell which dates it had. This is less than was known
//! at the time, so the file records since when its history is complete (`history_since`).

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use rusqlite::Connection;
use rusqlite::types::Value;
use serde_json::Value as Json;

use crate::domain::followup::{Commitment, FollowUp, FollowUpState};
use crate::domain::goal::Moved;
use crate::domain::zone::{self, Tz};
use crate::store::column::ColumnValue;
use crate::store::read_tx::ReadTx;
use crate::store::row::{NamedRow, RecordTable, record_tables};
use crate::store::settings::HISTORY_SINCE;
use crate::store::table_row::row_values;
use crate::store::write_tx::{record_checksum, table_checksum};
use crate::store::{StoreError, goals, people, revision, sequence, tally};

/// A change that can be derived from a row: when it was made, and what columns held before.
struct PastChange {
    at: DateTime<Utc>,
    before: Vec<(&'static str, Json)>,
}

/// A column with the day or moment of a change, and the columns that the change filled.
struct ChangeColumn {
    table: &'static str,
    when: &'static str,
    /// The columns that were null before the change.
    nulls: &'static [&'static str],
    /// The state before the change. `None`: the change did not affect the state.
    state: Option<&'static str>,
}

const fn change_column(
    table: &'static str,
    when: &'static str,
    nulls: &'static [&'static str],
    state: Option<&'static str>,
) -> ChangeColumn {
    ChangeColumn { table, when, nulls, state }
}

/// The dated changes, except those of states dated by `state_on`, which `FIRST_STATES` covers.
const CHANGE_COLUMNS: [ChangeColumn; 13] = [
    change_column("agreement", "accepted_by_mentor", &["accepted_by_mentor"], None),
    change_column("agreement", "accepted_by_mentee", &["accepted_by_mentee"], None),
    change_column("feedback", "responded_on", &["response", "responded_on", "follow_up"], None),
    change_column("question", "seen_at", &["seen_at", "answer_by"], None),
    change_column("question", "answered_at", &["answered_at", "answer"], Some("open")),
    change_column("insight", "outcome_on", &["outcome", "outcome_on", "outcome_note"], None),
    change_column("norm", "mentor_said_on", &["mentor_says", "mentor_said_on"], None),
    change_column("norm", "mentee_said_on", &["mentee_says", "mentee_said_on"], None),
    change_column("closing", "updated_on", &["update", "updated_on"], None),
    change_column("introduction", "agreed_on", &["agreed_on"], Some("asked")),
    change_column("introduction", "introduced_on", &["introduced_on"], Some("agreed")),
    change_column("introduction", "met_on", &["met_on", "outcome", "thanks"], Some("introduced")),
    change_column("introduction", "thanked_on", &["thanked_on"], Some("met")),
];

/// The state of a new record, by table, for tables whose states share the one date `state_on`.
const FIRST_STATES: [(&str, &str); 8] = [
    ("pair", "active"),
    ("goal", "active"),
    ("topic", "open"),
    ("followup", "open"),
    ("question", "open"),
    ("skill", "active"),
    ("resource", "open"),
    ("option", "considered"),
];

/// The columns that are null in a planned check-in and may be filled once it is held, cancelled or missed.
const CHECKIN_OUTCOME: [&str; 10] = [
    "held_at", "minutes", "by", "because", "cancelled_at", "notes", "next_topic", "feeling",
    "private_note", "extra",
];

/// Adds the revisions that can be derived from the rows of an older file, and records since when its history is
/// complete.
pub(in crate::store) fn fill_upgraded(connection: &Connection) -> Result<(), StoreError> {
    // Every change was recorded as a step or left its date in a row, so nothing changed after the last of these dates.
    if let Some(last) = last_change(connection)? {
        insert_history_since(connection, &last)?;
    }
    let past = PastReconstruction::new(connection)?;
    for table in record_tables() {
        past.fill(&table, "ORDER BY id", [])?;
    }
    tally::SETTINGS.store_count(connection)
}

/// Adds the revisions that can be derived from imported records, given by table and number.
pub(in crate::store) fn fill_imported(
    connection: &Connection,
    imported: &[(&'static str, i64)],
) -> Result<(), StoreError> {
    let past = PastReconstruction::new(connection)?;
    let tables: BTreeMap<&str, RecordTable> =
        record_tables().into_iter().map(|table| (table.name, table)).collect();
    for (name, number) in imported {
        if let Some(table) = tables.get(name) {
            past.fill(table, "WHERE id = ?1", [number])?;
        }
    }
    Ok(())
}

/// Fills the earlier due days of each follow-up of an older file from its moves. Earlier owners were not stored, so the
/// present one is assumed.
pub(in crate::store) fn fill_commitments(connection: &Connection) -> Result<(), StoreError> {
    let tx = ReadTx::without_tally(connection);
    let with_moves = "WHERE id IN (SELECT number FROM move WHERE what = 'followup') ORDER BY id";
    for mut followup in tx.all::<FollowUp>(with_moves, [])? {
        let moves = goals::moves(&tx, Moved::FollowUp, followup.id.number())?;
        let earlier = moves.iter().map(|date_move| {
            let due = date_move.from.as_deref().and_then(|day| day.parse().ok());
            let commitment = Commitment {
                owner: followup.owner,
                state: FollowUpState::Open,
                due,
                state_on: followup.created_at.date_naive(),
            };
            (date_move.created_at, commitment)
        });
        followup.data.past = earlier.collect();
        let row = row_values(&followup);
        connection.execute(
            "UPDATE followup SET past = ?2, checksum = ?3 WHERE id = ?1",
            (&row[0], followup.data.past.to_cell(), record_checksum::<FollowUp>(&row)),
        )?;
    }
    Ok(())
}

/// Returns the latest date of any change in an older file, as an instant in its stored form.
fn last_change(connection: &Connection) -> Result<Option<String>, StoreError> {
    let mut queries = vec![
        "SELECT at FROM step".to_owned(),
        "SELECT value FROM setting WHERE name = 'hidden_change'".to_owned(),
    ];
    for table in record_tables() {
        for column in ["created_at", "changed_at"] {
            queries.push(format!("SELECT max({column}) FROM \"{}\"", table.name));
        }
    }
    let mut last = None;
    for query in queries {
        let sql = format!("SELECT max(at) FROM (SELECT NULL AS at UNION ALL {query})");
        let latest: Option<String> = connection.query_row(&sql, [], |row| row.get(0))?;
        last = last.max(latest);
    }
    Ok(last)
}

fn insert_history_since(connection: &Connection, at: &str) -> Result<(), StoreError> {
    let id = sequence::next_number(connection, "setting")?;
    let mut row =
        vec![Value::Integer(id), Value::Text(HISTORY_SINCE.to_owned()), Value::Text(at.to_owned())];
    row.push(table_checksum("setting", &row));
    connection.execute(
        "INSERT OR IGNORE INTO setting (id, name, value, checksum) VALUES (?1, ?2, ?3, ?4)",
        rusqlite::params_from_iter(row),
    )?;
    Ok(())
}

/// The moves of goals, follow-ups and check-ins by table and number: when each was made, and the date before it.
type RecordedMoves = BTreeMap<(String, i64), Vec<(String, Option<String>)>>;

struct PastReconstruction<'c> {
    connection: &'c Connection,
    /// The user's time zone, in which a change known by its day counts as made at midnight.
    zone: Tz,
    moves: RecordedMoves,
}

impl<'c> PastReconstruction<'c> {
    fn new(connection: &'c Connection) -> Result<Self, StoreError> {
        let user = people::user(&ReadTx::without_tally(connection))?;
        Ok(PastReconstruction {
            connection,
            zone: user.map_or(Tz::UTC, |user| user.zone),
            moves: load_moves(connection)?,
        })
    }

    /// Adds the derived revisions of the rows that `clause` selects.
    fn fill(
        &self,
        table: &RecordTable,
        clause: &str,
        params: impl rusqlite::Params,
    ) -> Result<(), StoreError> {
        let sql = table.select_json() + clause;
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            let row = row.get_ref(0)?.as_str().ok().and_then(NamedRow::parse);
            // Nothing is derived from a damaged row. Reading it reports the damage.
            if let Some(row) = row.filter(|row| table.is_intact(row)) {
                self.fill_row(table, row)?;
            }
        }
        Ok(())
    }

    /// Goes back from the present row, change by change, and stores the row before the first change of each quarter.
    fn fill_row(&self, table: &RecordTable, mut row: NamedRow) -> Result<(), StoreError> {
        let number = row.number("id").unwrap_or_default();
        let created = revision::quarter_of_text(row.text("created_at").unwrap_or_default())?;
        let mut changes = self.changes(table.name, &row);
        changes.retain(|change| revision::quarter(change.at) > created);
        changes.sort_by_key(|change| std::cmp::Reverse(change.at));
        let mut changes = changes.into_iter().peekable();
        while let Some(change) = changes.next() {
            for (column, value) in change.before {
                row.set(column, value);
            }
            let quarter = revision::quarter(change.at);
            let is_first =
                changes.peek().is_none_or(|earlier| revision::quarter(earlier.at) != quarter);
            if is_first {
                table.update_checksum(&mut row);
                revision::insert(self.connection, table.name, number, change.at, Some(&row))?;
            }
        }
        Ok(())
    }

    /// Returns the changes that can be derived from a row, in no particular order.
    fn changes(&self, table: &str, row: &NamedRow) -> Vec<PastChange> {
        let mut changes = Vec::new();
        for column in CHANGE_COLUMNS.iter().filter(|column| column.table == table) {
            if let Some(at) = self.moment(row, column.when) {
                let mut before = nulls(column.nulls);
                if let Some(state) = column.state {
                    before.extend(self.state_before(row, state));
                }
                changes.push(PastChange { at, before });
            }
        }
        let first = FIRST_STATES.iter().find(|(name, _)| *name == table);
        if let Some((_, first)) = first
            && row.text("state") != Some(*first)
            && let Some(at) = self.moment(row, "state_on")
        {
            let mut before = self.state_before(row, first);
            if table == "topic" {
                before.push(("covered_in", Json::Null));
            }
            changes.push(PastChange { at, before });
        }
        changes.extend(self.checkin_outcome(table, row));
        changes.extend(self.date_moves(table, row));
        changes
    }

    /// Returns the change by which a planned check-in was held, cancelled or missed.
    fn checkin_outcome(&self, table: &str, row: &NamedRow) -> Option<PastChange> {
        row.text("planned_at").filter(|_| table == "checkin")?;
        let when = match row.text("state")? {
            "held" => "held_at",
            "cancelled" | "late-cancelled" => "cancelled_at",
            "no-show" => "planned_at",
            _ => return None,
        };
        let mut before = nulls(&CHECKIN_OUTCOME);
        before.extend([
            ("state", Json::from("planned")),
            ("decisions", Json::from("")),
            ("blockers", Json::from("")),
        ]);
        let at = self.moment(row, when)?;
        Some(PastChange { at, before })
    }

    /// Returns the changes that the moves of a record tell of.
    fn date_moves(&self, table: &str, row: &NamedRow) -> Vec<PastChange> {
        let column = match table {
            "goal" => "target",
            "followup" => "due",
            "checkin" => "planned_at",
            _ => return Vec::new(),
        };
        let key = (table.to_owned(), row.number("id").unwrap_or_default());
        let moves = self.moves.get(&key).map_or(&[][..], Vec::as_slice);
        let change = |(at, from): &(String, Option<String>)| {
            let at = DateTime::parse_from_rfc3339(at).ok()?.to_utc();
            let before = vec![(column, Json::from(from.clone()))];
            Some(PastChange { at, before })
        };
        moves.iter().filter_map(change).collect()
    }

    /// Returns the columns of a state that the record was in since it was created.
    fn state_before(&self, row: &NamedRow, state: &str) -> Vec<(&'static str, Json)> {
        let created = row.text("created_at").unwrap_or_default();
        let created = DateTime::parse_from_rfc3339(created).map(|at| at.with_timezone(&self.zone));
        let mut before = vec![("state", Json::from(state)), ("because", Json::Null)];
        if let Ok(created) = created {
            before.push(("state_on", Json::from(created.date_naive().to_string())));
        }
        before
    }

    /// Returns the moment in a column; for a day, its beginning in the user's zone.
    fn moment(&self, row: &NamedRow, column: &str) -> Option<DateTime<Utc>> {
        let text = row.text(column)?;
        if let Ok(at) = DateTime::parse_from_rfc3339(text) {
            return Some(at.to_utc());
        }
        let day: NaiveDate = text.parse().ok()?;
        Some(zone::resolve_wall_clock(day.and_time(NaiveTime::MIN), self.zone))
    }
}

/// Pairs each column with null.
fn nulls(columns: &[&'static str]) -> Vec<(&'static str, Json)> {
    columns.iter().map(|column| (*column, Json::Null)).collect()
}

fn load_moves(connection: &Connection) -> Result<RecordedMoves, StoreError> {
    let sql = "SELECT what, number, created_at, \"from\" FROM move ORDER BY id";
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut moves = RecordedMoves::new();
    while let Some(row) = rows.next()? {
        let date_move = (row.get(2)?, row.get(3)?);
        moves.entry((row.get(0)?, row.get(1)?)).or_default().push(date_move);
    }
    Ok(moves)
}
