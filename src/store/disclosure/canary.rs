//! Tests that nothing private reaches the other side. A unique word, the canary, is planted in every field of every
//! private record. No output for the other side may contain it, or differ from the output for a file without the
//! private records. The fields are taken from the tables, so that no new noun can be forgotten and no rule lost
//! unnoticed.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;
use std::rc::Rc;

use rusqlite::Connection;
use rusqlite::types::Value;

use crate::store::StoreError;
use crate::store::column::ColumnType;
use crate::store::disclosure::{fault, insert};
use crate::store::read_tx::ReadTx;
use crate::store::table_row::{ENVELOPE, TableRow, TableVisitor, table_names, visit_tables};
use crate::store::tally;
use crate::{Environment, run};

const CANARY: &str = "Zeisig";
/// The day of all private records, and of no others.
const PRIVATE_DAY: &str = "2026-12-09";
/// Tables whose records belong to both sides and can't be marked as private.
const SHARED_TABLES: [&str; 6] = ["person", "pair", "agreement", "pulse", "norm", "closing"];
/// A table of which the other side gets nothing, marked as private or not.
const WITHHELD_TABLE: &str = "pulse_answer";

/// A history of records that both sides may see, at least one of each noun; and some texts, with the canary, that only
/// the user may see. Each command runs at the given moment, or at that of the command before it.
const STEPS: &[(&str, &str)] = &[
    ("2026-12-01T09:00:00Z", "init --name Sam --tz Europe/London"),
    ("", "pair add ana --mentee Ana --tz America/Bogota"),
    ("", "person edit ana --notes Zeisig"),
    (
        "",
        "agree --purpose Growth --starts 2026-12-01 --ends 2027-06-01 --cadence every_2_weeks --length 45m --notice 24h \
         --review-every 8_weeks --reply-within 2_working_days --feedback-within 5_working_days",
    ),
    ("", "agree accept --by mentee"),
    ("", "goal add Lead --by 2027-02-01"),
    ("", "goal edit 1 --by 2027-02-15 --because Exams"),
    ("", "skill add Reviews"),
    ("", "skill rate 1 3"),
    ("", "topic add Saying_no"),
    ("", "resource add Radical_Candor"),
    ("", "option add Staff_engineer"),
    ("", "option note 1 Kim_looks_for_people"),
    ("", "norm add When_I_am_silent"),
    ("", "introduction add Kim"),
    ("", "question ask Which_design? --from mentee"),
    ("", "away add 2027-01-04 2027-01-05 --because Exams"),
    ("2026-12-03T16:00:00Z", "pulse ask"),
    (
        "",
        "pulse answer --by me --rhythm 5 --follow-through 5 --candour 5 --challenge 5 --support 5 --progress 5 --keep Zeisig",
    ),
    (
        "",
        "pulse answer --by mentee --rhythm 1 --follow-through 5 --candour 5 --challenge 5 --support 5 --progress 5 --change Zeisig",
    ),
    (
        "",
        "log Began --minutes 45 --goal 1=20% --win Asked --insight Write_it_down --tried Silence --feeling Zeisig \
         --private-note Zeisig --followup mentee:_Draft_by_2026-12-07 --decision Weekly",
    ),
    ("", "insight recall 1 Write_before_the_meeting"),
    (
        "",
        "feedback add --from me --kind keep --situation Standup --behaviour Listened --impact Calm",
    ),
    ("2026-12-05T16:00:00Z", "review record --next Rota"),
    ("2026-12-20T16:00:00Z", "review record --next Talk"),
];

/// The commands whose output is for the other side.
const PARTNER_COMMANDS: &[&str] = &[
    "export --for-partner",
    "export --for-partner --ics --todos",
    "review --for-partner",
    "review --for-partner --json",
    "review --for-partner --markdown",
    "review --for-partner --html --since 2026-12-01",
    "review --for-partner --as-of 2026-12-15",
    "progress --for-partner",
    "progress --for-partner --json",
    "progress --for-partner --plain",
    "agenda --for-partner",
    "agenda --for-partner --json",
    "agenda --for-partner --html",
    "agenda --for-partner --markdown",
    "end show --for-partner",
    "end show --for-partner --json",
    "end show --for-partner --html",
    "pair show ana --for-partner",
    "pair show ana --for-partner --json",
    "pair show ana --for-partner --html",
    "pair show ana --for-partner --markdown",
    "share letter",
    "share letter --json",
    "share letter --to ana@example.org",
];

#[derive(Clone, Default)]
struct Sink(Rc<RefCell<Vec<u8>>>);

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// A data file for the commands of a test.
struct CanaryFile {
    folder: tempfile::TempDir,
}

impl CanaryFile {
    fn path(&self) -> PathBuf {
        self.folder.path().join("mentor.db")
    }

    /// Runs a command and returns its output. A blank inside an argument is written `_`.
    fn run(&self, now: &str, line: &str) -> String {
        let (out, err) = (Sink::default(), Sink::default());
        let home = self.folder.path().display().to_string();
        let vars = [
            ("HOME", home.clone()),
            ("MENTOR_DB", self.path().display().to_string()),
            ("MENTOR_NOW", now.to_owned()),
            ("TMPDIR", home),
        ];
        let words = line.split_whitespace();
        let words = words.map(|word| {
            if word.starts_with("--") { word.into() } else { word.replace('_', " ").into() }
        });
        let status = run(Environment {
            args: words.collect(),
            vars: vars.map(|(name, value)| (name.into(), value.into())).into(),
            stdin: Box::new(std::io::empty()),
            stdout: Box::new(out.clone()),
            stderr: Box::new(err.clone()),
            stdin_is_terminal: false,
            stdout_is_terminal: false,
            stderr_is_terminal: false,
            width: None,
            height: None,
            prompter: None,
            system_zone: || None,
            passwd: || None,
            current_dir: || None,
            current_exe: || None,
            base_dirs: || None,
            system_clock: || panic!("a test has its own moment"),
            say_at_once: |_| (),
        });
        let [out, err] = [out, err].map(|sink| String::from_utf8(sink.0.take()).unwrap());
        assert_eq!(status, 0, "{line}\n{err}");
        out
    }

    /// Makes two files with the same history: one with private records and one without.
    fn twins() -> [CanaryFile; 2] {
        let new_file = || CanaryFile { folder: tempfile::tempdir().unwrap() };
        let twins = [new_file(), new_file()];
        let mut now = "";
        for (at, line) in STEPS {
            now = if at.is_empty() { now } else { at };
            twins[0].run(now, line);
        }
        std::fs::copy(twins[0].path(), twins[1].path()).unwrap();
        for (file, is_private) in twins.iter().zip([true, false]) {
            let connection = Connection::open(file.path()).unwrap();
            connection.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
            let mut planter =
                CanaryPlanter { connection: &connection, is_private, private: BTreeMap::new() };
            visit_tables(&mut planter).unwrap();
            if !is_private {
                connection.execute("DELETE FROM pulse_answer", []).unwrap();
            }
            tally::recount(&connection).unwrap();
        }
        twins
    }
}

/// Adds a private record to each table, or in the twin only what the other side may know of it.
struct CanaryPlanter<'c> {
    connection: &'c Connection,
    is_private: bool,
    /// The number of the private record, by table.
    private: BTreeMap<&'static str, i64>,
}

impl TableVisitor for CanaryPlanter<'_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        let reader = ReadTx::new(self.connection);
        let records = reader.all::<T>("ORDER BY id", [])?;
        let Some(last) = records.last() else {
            assert_eq!(T::TABLE, "closing", "the history has none of these");
            return Ok(());
        };
        if T::TABLE == "review" {
            self.begin_with_private_review::<T>(last.id.number())?;
        }
        if T::TABLE == WITHHELD_TABLE || SHARED_TABLES.contains(&T::TABLE) {
            return Ok(());
        }
        let number = last.id.number() + 1;
        let template = last.data.write();
        let has_mark = T::COLUMNS.contains(&"private");
        self.private.insert(T::TABLE, number);
        let mut row = self.row::<T>(&template, number);
        // The other side may know that there is such a record, but not what it says.
        if !self.is_private && ["checkin", "away"].contains(&T::TABLE) {
            remove_canary::<T>(&mut row);
            insert::<T>(self.connection, row)?;
        } else if self.is_private {
            insert::<T>(self.connection, row)?;
        }
        let links = T::column_types().into_iter().filter(|column_type| {
            matches!(column_type, ColumnType::Link { to, owned: false } if self.private.contains_key(to))
        });
        if has_mark && links.count() > 0 {
            self.plant_shared::<T>(&template, number + 1)?;
        }
        if T::TABLE == "move" {
            self.plant_checkin_move::<T>(&template, number + 1)?;
        }
        Ok(())
    }
}

impl CanaryPlanter<'_> {
    /// Returns a row with the canary in every text, marked as private or linked to private records.
    fn row<T: TableRow>(&self, template: &[Value], number: i64) -> Vec<Value> {
        let mut row = envelope::<T>(number);
        let what = T::COLUMNS.iter().position(|column| *column == "what");
        let moved_number = what.and_then(|at| self.private_number(&template[at]));
        let fields = T::COLUMNS.iter().zip(T::column_types()).zip(template);
        row.extend(fields.map(|((column, column_type), value)| {
            match (*column, column_type) {
                ("private", _) => Value::Integer(1),
                ("number", _) => moved_number.map_or(value.clone(), Value::Integer),
                // Both sides know where and how long they talked.
                ("channel" | "minutes" | "planned_minutes", _) => value.clone(),
                (_, ColumnType::Text | ColumnType::List) => Value::Text(CANARY.to_owned()),
                (_, ColumnType::Day) => Value::Text(PRIVATE_DAY.to_owned()),
                (_, ColumnType::Instant) => Value::Text(format!("{PRIVATE_DAY}T10:00:00Z")),
                (_, ColumnType::Number) => Value::Integer(4),
                ("goal", _) => value.clone(),
                (_, ColumnType::Link { to, .. }) => {
                    let private = self.private.get(to).copied();
                    private.map_or(value.clone(), Value::Integer)
                }
                _ => value.clone(),
            }
        }));
        row
    }

    /// Returns the number of the private record of the table that a move names.
    fn private_number(&self, what: &Value) -> Option<i64> {
        match what {
            Value::Text(table) => self.private.get(table.as_str()).copied(),
            _ => None,
        }
    }

    /// Adds a record that both sides may see, with links to private records; in the twin it has no such links.
    fn plant_shared<T: TableRow>(&self, template: &[Value], number: i64) -> Result<(), StoreError> {
        let mut row = envelope::<T>(number);
        let fields = T::column_types().into_iter().zip(template);
        row.extend(fields.map(|(column_type, value)| match column_type {
            ColumnType::Link { to, owned: false } if self.private.contains_key(to) => {
                if self.is_private {
                    Value::Integer(self.private[to])
                } else {
                    Value::Null
                }
            }
            _ => value.clone(),
        }));
        insert::<T>(self.connection, row)
    }

    /// Adds the move of a private check-in: the other side may know of it, but not its reason.
    fn plant_checkin_move<T: TableRow>(
        &self,
        template: &[Value],
        number: i64,
    ) -> Result<(), StoreError> {
        let mut row = self.row::<T>(template, number);
        let checkin = self.private["checkin"];
        for (column, value) in T::COLUMNS.iter().zip(&mut row[ENVELOPE.len()..]) {
            match *column {
                "what" => *value = Value::Text("checkin".to_owned()),
                "number" => *value = Value::Integer(checkin),
                "from" | "to" => *value = Value::Text("2026-12-09T10:00:00Z".to_owned()),
                "because" if !self.is_private => *value = Value::Null,
                _ => {}
            }
        }
        insert::<T>(self.connection, row)
    }

    /// Makes the last review begin where the private one ended; in the twin it begins where the shared one ended.
    fn begin_with_private_review<T: TableRow>(&self, number: i64) -> Result<(), StoreError> {
        if !self.is_private {
            return Ok(());
        }
        let reader = ReadTx::new(self.connection);
        let last = reader.all::<T>("ORDER BY id DESC LIMIT 1", [])?.remove(0);
        let mut row = envelope::<T>(number);
        row[1] = Value::Text(last.uid.clone());
        for (at, moment) in [(2, last.created_at), (3, last.changed_at)] {
            row[at] = Value::Text(crate::store::column::instant(moment));
        }
        let fields = T::COLUMNS.iter().zip(last.data.write());
        row.extend(fields.map(|(column, value)| match *column {
            "since" => Value::Text(PRIVATE_DAY.to_owned()),
            _ => value,
        }));
        let delete = format!("DELETE FROM {} WHERE id = ?1", T::TABLE);
        self.connection.execute(&delete, [number])?;
        insert::<T>(self.connection, row)
    }
}

fn envelope<T: TableRow>(number: i64) -> Vec<Value> {
    let at = || Value::Text(format!("{PRIVATE_DAY}T10:00:00Z"));
    let table = T::TABLE.bytes().fold(0, |sum, byte| sum * 7 + i64::from(byte));
    let uid = format!("0193a000-0000-7000-8000-{:012x}", (table << 8) % (1 << 40) + number);
    vec![Value::Integer(number), Value::Text(uid), at(), at()]
}

/// Removes the canary and the private mark from a row.
fn remove_canary<T: TableRow>(row: &mut [Value]) {
    let fields = T::COLUMNS.iter().zip(T::column_types());
    for ((column, column_type), value) in fields.zip(&mut row[ENVELOPE.len()..]) {
        match (*column, column_type) {
            ("private", _) => *value = Value::Integer(0),
            (_, ColumnType::List) => *value = Value::Text(String::new()),
            (_, ColumnType::Text) if *value == Value::Text(CANARY.to_owned()) => {
                *value = Value::Null;
            }
            _ => {}
        }
    }
}

/// The moment of the commands for the other side.
const OUTPUT_TIME: &str = "2027-01-20T16:00:00Z";

/// Finds something in the outputs that the other side must not learn. `expected` are the outputs of the twin.
fn find_leak(file: &CanaryFile, commands: &[&str], expected: &[String]) -> Option<String> {
    commands.iter().zip(expected).find_map(|(line, expected)| {
        let output = partner_output(file, line);
        let is_json = line.contains("--json") || *line == "export --for-partner";
        let mark = if is_json { "\"private\": true" } else { "private" };
        for word in [CANARY, mark] {
            if output.to_lowercase().contains(&word.to_lowercase()) {
                return Some(format!("`{line}` says {word}\n{output}"));
            }
        }
        let mut lines = output.lines().zip(expected.lines());
        match lines.find(|(actual, expected)| actual != expected) {
            Some((actual, expected)) => {
                Some(format!("`{line}`:\n  {actual}\ninstead of\n  {expected}"))
            }
            None if output != *expected => {
                Some(format!("`{line}` is longer or shorter:\n{output}"))
            }
            None => None,
        }
    })
}

fn partner_outputs(file: &CanaryFile, commands: &[&str]) -> Vec<String> {
    let outputs = commands.iter().map(|line| partner_output(file, line));
    outputs.collect()
}

/// Runs a command and leaves out the uids, which differ between the twins.
fn partner_output(file: &CanaryFile, line: &str) -> String {
    let output = file.run(OUTPUT_TIME, line);
    let lines = output.lines().filter(|line| !line.contains("\"uid\""));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn output_for_the_partner_shows_no_trace_of_private_records() {
    let [file, twin] = CanaryFile::twins();
    let expected = partner_outputs(&twin, PARTNER_COMMANDS);
    let own = file.run(OUTPUT_TIME, "export");
    assert!(own.matches(CANARY).count() > 60, "the canary is not there");
    assert_eq!(find_leak(&file, PARTNER_COMMANDS, &expected), None);
    for file in [&file, &twin] {
        file.run("2027-01-20T15:00:00Z", "end --reason achieved --remains A_talk");
    }
    // An ended mentorship has neither an agenda nor letters.
    let needs_open_pair = |line: &&str| {
        let commands = ["agenda", "share letter"];
        commands.iter().any(|command| line.starts_with(command))
    };
    let mut commands = PARTNER_COMMANDS.to_vec();
    commands.retain(|line| !needs_open_pair(line));
    let expected = partner_outputs(&twin, &commands);
    assert_eq!(find_leak(&file, &commands, &expected), None);
}

#[test]
fn missing_disclosure_rule_is_noticed_in_every_table() {
    let [file, twin] = CanaryFile::twins();
    let expected = partner_outputs(&twin, PARTNER_COMMANDS);
    let has_rule = |table: &&str| *table == "person" || !SHARED_TABLES.contains(table);
    for table in table_names().into_iter().filter(has_rule) {
        fault::set(Some(table));
        let leak = find_leak(&file, PARTNER_COMMANDS, &expected);
        fault::set(None);
        assert!(leak.is_some(), "nothing notices that {table} has no rule");
    }
}
