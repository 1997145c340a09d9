//! A word that is nowhere else stands in every field of everything that is private, and nothing that is for the other side
//! has it, or differs from what is told of a history without it. The fields come from the tables themselves: a new noun
//! can't be forgotten, nor a rule be lost unnoticed.

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
use crate::store::table_row::{ENVELOPE, TableRow, TableVisitor, visit_tables};
use crate::store::tally;
use crate::{Environment, run};

const CANARY: &str = "Zeisig";
/// The day of everything that is private, and of nothing else.
const DAY: &str = "2026-12-09";
/// What both sides have made together, and nobody marks as private.
const SHARED: [&str; 6] = ["person", "pair", "agreement", "pulse", "norm", "closing"];
/// Of which the other side gets nothing, marked or not.
const NEVER: &str = "pulse_answer";

/// A history of records that are for both, at least one of each noun. Where the canary stands it is never for the other.
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

/// What the other side is given.
const TOLD: &[&str] = &[
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

struct World {
    folder: tempfile::TempDir,
}

impl World {
    fn path(&self) -> PathBuf {
        self.folder.path().join("mentor.db")
    }

    /// A blank in an argument is written `_`.
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
            if word.starts_with("--") {
                word.into()
            } else {
                word.replace('_', " ").into()
            }
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
            system_clock: || panic!("a test has its own moment"),
            say_at_once: |_| (),
        });
        let [out, err] = [out, err].map(|sink| String::from_utf8(sink.0.take()).unwrap());
        assert_eq!(status, 0, "{line}\n{err}");
        out
    }

    /// The same history twice: with all that is private, or without.
    fn twins() -> [World; 2] {
        let world = || World {
            folder: tempfile::tempdir().unwrap(),
        };
        let twins = [world(), world()];
        let mut now = "";
        for (at, line) in STEPS {
            now = if at.is_empty() { now } else { at };
            twins[0].run(now, line);
        }
        std::fs::copy(twins[0].path(), twins[1].path()).unwrap();
        for (world, is_private) in twins.iter().zip([true, false]) {
            let connection = Connection::open(world.path()).unwrap();
            connection
                .execute_batch("PRAGMA foreign_keys = OFF")
                .unwrap();
            let mut planting = CanaryPlanter {
                connection: &connection,
                is_private,
                private: BTreeMap::new(),
            };
            visit_tables(&mut planting).unwrap();
            if !is_private {
                connection.execute("DELETE FROM pulse_answer", []).unwrap();
            }
            tally::recount(&connection).unwrap();
        }
        twins
    }
}

/// Puts the private records into a file, or what the other side may know of them.
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
        let known = reader.all::<T>("ORDER BY id", [])?;
        let Some(last) = known.last() else {
            assert_eq!(T::TABLE, "closing", "the history has none of these");
            return Ok(());
        };
        if T::TABLE == "review" {
            self.begin_with_private_review::<T>(last.id.number())?;
        }
        if T::TABLE == NEVER || SHARED.contains(&T::TABLE) {
            return Ok(());
        }
        let number = last.id.number() + 1;
        let template = last.data.write();
        let has_mark = T::COLUMNS.contains(&"private");
        self.private.insert(T::TABLE, number);
        let mut row = self.row::<T>(&template, number);
        // That there is such a record is for both; what it says is not.
        if !self.is_private && ["checkin", "away"].contains(&T::TABLE) {
            empty::<T>(&mut row);
            insert::<T>(self.connection, row)?;
        } else if self.is_private {
            insert::<T>(self.connection, row)?;
        }
        let links = T::column_types().into_iter().filter(|shape| {
            matches!(shape, ColumnType::Link { to, owned: false } if self.private.contains_key(to))
        });
        if has_mark && links.count() > 0 {
            self.plant_shared::<T>(&template, number + 1)?;
        }
        if T::TABLE == "move" {
            self.plant_move_of_call::<T>(&template, number + 1)?;
        }
        Ok(())
    }
}

impl CanaryPlanter<'_> {
    /// A row with the canary in all that can hold it, marked as private or linked to what is.
    fn row<T: TableRow>(&self, template: &[Value], number: i64) -> Vec<Value> {
        let mut row = envelope::<T>(number);
        let moved = template.iter().zip(T::COLUMNS);
        let moved = moved.filter(|(_, column)| **column == "what");
        let moved = moved.map(|(value, _)| self.number_of(value)).next();
        let fields = T::COLUMNS.iter().zip(T::column_types()).zip(template);
        row.extend(fields.map(|((column, shape), value)| {
            match (*column, shape) {
                ("private", _) => Value::Integer(1),
                ("number", _) => moved.flatten().map_or(value.clone(), Value::Integer),
                // Both know where and how long they talked.
                ("channel" | "minutes" | "planned_minutes", _) => value.clone(),
                (_, ColumnType::Text | ColumnType::List) => Value::Text(CANARY.to_owned()),
                (_, ColumnType::Day) => Value::Text(DAY.to_owned()),
                (_, ColumnType::Instant) => Value::Text(format!("{DAY}T10:00:00Z")),
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

    fn number_of(&self, what: &Value) -> Option<i64> {
        match what {
            Value::Text(table) => self.private.get(table.as_str()).copied(),
            _ => None,
        }
    }

    /// A record for both that is linked to private ones, where it may be; in the twin it has no such links.
    fn plant_shared<T: TableRow>(&self, template: &[Value], number: i64) -> Result<(), StoreError> {
        let mut row = envelope::<T>(number);
        let fields = T::column_types().into_iter().zip(template);
        row.extend(fields.map(|(shape, value)| match shape {
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

    /// A private call was moved: that is for both, the reason is not.
    fn plant_move_of_call<T: TableRow>(
        &self,
        template: &[Value],
        number: i64,
    ) -> Result<(), StoreError> {
        let mut row = self.row::<T>(template, number);
        let call = self.private["checkin"];
        for (column, value) in T::COLUMNS.iter().zip(&mut row[ENVELOPE.len()..]) {
            match *column {
                "what" => *value = Value::Text("checkin".to_owned()),
                "number" => *value = Value::Integer(call),
                "from" | "to" => *value = Value::Text("2026-12-09T10:00:00Z".to_owned()),
                "because" if !self.is_private => *value = Value::Null,
                _ => {}
            }
        }
        insert::<T>(self.connection, row)
    }

    /// The last review begins where the private one ended; in the twin where the one for both ended.
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
            "since" => Value::Text(DAY.to_owned()),
            _ => value,
        }));
        let delete = format!("DELETE FROM {} WHERE id = ?1", T::TABLE);
        self.connection.execute(&delete, [number])?;
        insert::<T>(self.connection, row)
    }
}

fn envelope<T: TableRow>(number: i64) -> Vec<Value> {
    let at = || Value::Text(format!("{DAY}T10:00:00Z"));
    let table = T::TABLE
        .bytes()
        .fold(0, |sum, byte| sum * 7 + i64::from(byte));
    let uid = format!(
        "0193a000-0000-7000-8000-{:012x}",
        (table << 8) % (1 << 40) + number
    );
    vec![Value::Integer(number), Value::Text(uid), at(), at()]
}

/// Takes the canary out, and the mark.
fn empty<T: TableRow>(row: &mut [Value]) {
    let fields = T::COLUMNS.iter().zip(T::column_types());
    for ((column, shape), value) in fields.zip(&mut row[ENVELOPE.len()..]) {
        match (*column, shape) {
            ("private", _) => *value = Value::Integer(0),
            (_, ColumnType::List) => *value = Value::Text(String::new()),
            (_, ColumnType::Text) if *value == Value::Text(CANARY.to_owned()) => {
                *value = Value::Null;
            }
            _ => {}
        }
    }
}

const LATER: &str = "2027-01-20T16:00:00Z";

/// What the other side is told and should not be; `plain` is what they are told of the twin.
fn leak(world: &World, lines: &[&str], plain: &[String]) -> Option<String> {
    lines.iter().zip(plain).find_map(|(line, plain)| {
        let told = told_of(world, line);
        let is_json = line.contains("--json") || *line == "export --for-partner";
        let mark = if is_json {
            "\"private\": true"
        } else {
            "private"
        };
        for word in [CANARY, mark] {
            if told.to_lowercase().contains(&word.to_lowercase()) {
                return Some(format!("`{line}` says {word}\n{told}"));
            }
        }
        let differs = told.lines().zip(plain.lines()).find(|(a, b)| a != b);
        match differs {
            Some((told, plain)) => Some(format!("`{line}`:\n  {told}\ninstead of\n  {plain}")),
            None if told != *plain => Some(format!("`{line}` is longer or shorter:\n{told}")),
            None => None,
        }
    })
}

fn all_told(world: &World) -> Vec<String> {
    TOLD.iter().map(|line| told_of(world, line)).collect()
}

/// Identities are made anew in every file.
fn told_of(world: &World, line: &str) -> String {
    let told = world.run(LATER, line);
    let lines = told.lines().filter(|line| !line.contains("\"uid\""));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn nothing_private_is_told_counted_cited_or_dated() {
    let [world, twin] = World::twins();
    let plain = all_told(&twin);
    let own = world.run(LATER, "export");
    assert!(own.matches(CANARY).count() > 60, "the canary is not there");
    assert_eq!(leak(&world, TOLD, &plain), None);
    for world in [&world, &twin] {
        world.run(
            "2027-01-20T15:00:00Z",
            "end --reason achieved --remains A_talk",
        );
    }
    // An ended mentorship has no agenda, and nobody is written to about it.
    let of_open = ["agenda", "share letter"];
    let told = TOLD.iter().copied();
    let told: Vec<&str> = told
        .filter(|line| !of_open.iter().any(|one| line.starts_with(one)))
        .collect();
    let plain: Vec<String> = told.iter().map(|line| told_of(&twin, line)).collect();
    assert_eq!(leak(&world, &told, &plain), None);
}

#[test]
fn a_rule_that_is_lost_is_noticed() {
    struct TableNames(Vec<&'static str>);
    impl TableVisitor for TableNames {
        type Error = std::convert::Infallible;

        fn table<T: TableRow>(&mut self) -> Result<(), Self::Error> {
            self.0.push(T::TABLE);
            Ok(())
        }
    }
    let [world, twin] = World::twins();
    let plain = all_told(&twin);
    let mut tables = TableNames(Vec::new());
    let Ok(()) = visit_tables(&mut tables);
    let has_rule = |table: &&str| *table == "person" || !SHARED.contains(table);
    for table in tables.0.into_iter().filter(has_rule) {
        fault::put(Some(table));
        let found = leak(&world, TOLD, &plain);
        fault::put(None);
        assert!(found.is_some(), "nothing notices that {table} has no rule");
    }
}
