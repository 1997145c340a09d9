//! The content of a home folder, for comparing two moments.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rusqlite::{Connection, OpenFlags};

use crate::command_lines;
use crate::files::Files;
use crate::sandbox::Sandbox;

/// The content of each file: the records of a data file, the text of any other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HomeSnapshot(BTreeMap<PathBuf, String>);

impl HomeSnapshot {
    pub fn take(sandbox: &Sandbox) -> HomeSnapshot {
        // Reading rolls back the journal of a run that was killed.
        let _ = sandbox.run("history");
        let home = sandbox.home.path();
        let files = Files::below(home).by_name.into_iter();
        HomeSnapshot(
            files
                .map(|(path, bytes)| {
                    (without_process_id(&path), describe_file(sandbox, &home.join(path), &bytes))
                })
                .collect(),
        )
    }

    /// Removes what a failed command may leave: drafts, and a backup that it made first.
    pub fn without_leftovers(mut self) -> HomeSnapshot {
        self.0.retain(|path, _| {
            let path = path.to_string_lossy();
            !path.contains("/drafts/") && !path.contains(".backups/")
        });
        self
    }

    /// Keeps only the data file and its side files, without journals, whose content is part of what is read.
    pub fn data(mut self) -> HomeSnapshot {
        self = self.without_leftovers();
        self.0.retain(|path, _| {
            let path = path.to_string_lossy();
            !path.contains(".new-") && !path.ends_with("-journal")
        });
        self
    }

    /// Returns whether the data is completely that of one moment, and every other file is that of either moment: a
    /// timer has two files, which can't be written at once. The copy kept by `restore` is written first, so it may be
    /// beside the old data, and must be beside the new.
    pub fn is_either(&self, before: &HomeSnapshot, after: &HomeSnapshot) -> bool {
        let is_copy = |path: &Path| path.to_string_lossy().contains(".replaced-");
        let is_data = |path: &Path| path.starts_with(".local/share") && !is_copy(path);
        let is_of = |moment: &HomeSnapshot, which: &dyn Fn(&Path) -> bool| {
            let mut names = self.0.keys().chain(moment.0.keys());
            names.all(|name| !which(name) || self.0.get(name) == moment.0.get(name))
        };
        let is_new = is_of(after, &|name| is_data(name) || is_copy(name));
        let mut others = self.0.keys().filter(|name| !is_data(name));
        (is_of(before, &is_data) || is_new)
            && others
                .all(|name| is_of(before, &|one| one == name) || is_of(after, &|one| one == name))
    }

    /// Describes the first difference to another snapshot.
    pub fn unlike(&self, other: &HomeSnapshot) -> String {
        let names: Vec<_> = self.0.keys().chain(other.0.keys()).collect();
        let differs = names.into_iter().find(|name| self.0.get(*name) != other.0.get(*name));
        let Some(name) = differs else {
            return String::new();
        };
        let lines = |world: &HomeSnapshot| -> Vec<String> {
            let text = world.0.get(name).map_or("(not there)", String::as_str);
            text.lines().map(str::to_owned).collect()
        };
        let (here, there) = (lines(self), lines(other));
        let at = here.iter().zip(&there).take_while(|(a, b)| a == b).count();
        format!("{}, line {at}: {:?} and not {:?}", name.display(), here.get(at), there.get(at))
    }
}

/// Removes process ids from a path.
fn without_process_id(path: &Path) -> PathBuf {
    let text = path.to_string_lossy();
    PathBuf::from(text.replace(&std::process::id().to_string(), "PROCESS"))
}

/// The content of the files of the prepared home folder, computed only once since most stay unchanged.
fn known() -> &'static Files {
    static KNOWN: OnceLock<Files> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let (sandbox, mut files) =
            (command_lines::sample_sandbox(), command_lines::sample_files().clone());
        for (path, bytes) in &mut files.by_name {
            let text = describe(&sandbox.home.path().join(path), bytes);
            assert!(!text.starts_with(UNREADABLE), "{}: {text}", path.display());
            *bytes = text.into_bytes();
        }
        files
    })
}

fn describe_file(sandbox: &Sandbox, path: &Path, bytes: &[u8]) -> String {
    let name = path.strip_prefix(sandbox.home.path()).unwrap();
    if command_lines::sample_files().by_name.get(name).is_some_and(|before| before == bytes) {
        String::from_utf8(known().by_name[name].clone()).unwrap()
    } else {
        describe(path, bytes)
    }
}

/// The content of a data file that can't be read.
const UNREADABLE: &str = "can't be read: ";

fn describe(path: &Path, bytes: &[u8]) -> String {
    // Keys, and what is sealed with them, differ in every run, so only their existence and size are compared.
    let is_of_exchange = bytes.starts_with(b"age-encryption.org/")
        || bytes.starts_with(b"{\n  \"schema\": \"mentor.invitation/1\"")
        || path.parent().is_some_and(|folder| folder.ends_with("devices"));
    match bytes.starts_with(b"SQLite format 3\0") {
        true => rows(path).unwrap_or_else(|error| format!("{UNREADABLE}{error}")),
        false if is_of_exchange && bytes.len() > SMALLEST => "whole".to_owned(),
        false => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// The least size in bytes of a key file, a sealed file or an invitation.
const SMALLEST: usize = 200;

/// Returns every row of every table, without what differs in every run: uids, and what is derived from them.
fn rows(path: &Path) -> rusqlite::Result<String> {
    let every_table = "name NOT GLOB 'sqlite_*'";
    dump(path, every_table, "name NOT IN ('uid', 'checksum', 'sql', 'row')")
}

/// Returns all columns of all records, without the history of their changes.
pub fn records(path: &Path) -> String {
    let records =
        "name NOT GLOB 'sqlite_*' AND name NOT IN ('step', 'setting', 'revision', 'share')";
    dump(path, records, "true").unwrap()
}

fn dump(path: &Path, tables: &str, columns: &str) -> rusqlite::Result<String> {
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    // The search index and the tally are derived from the records, and `check` compares them. The tally also has a
    // checksum of all bytes, which differs between two files with the same records.
    let tables = texts(
        &connection,
        &format!(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'search*' AND name <> 'tally' AND {tables} ORDER BY name"
        ),
        [],
    )?;
    let mut all = String::new();
    for table in tables {
        let columns = texts(
            &connection,
            &format!("SELECT '\"' || name || '\"' FROM pragma_table_info(?1) WHERE {columns}"),
            [&table],
        )?;
        let sql = match (table.as_str(), columns.as_slice()) {
            // Circles differ in every run too, so only the names of the entries are compared.
            ("share", _) => {
                "SELECT substr(name, instr(name, '/')) FROM share ORDER BY 1".to_owned()
            }
            ("setting", columns) => {
                let quoted = quoted(columns);
                format!(
                    "SELECT iif(name GLOB 'share.*', 'of the exchange', {quoted}) FROM setting ORDER BY 1"
                )
            }
            (_, columns) => format!("SELECT {} FROM \"{table}\" ORDER BY 1", quoted(columns)),
        };
        for row in texts(&connection, &sql, [])? {
            all.push_str(&format!("{table}: {row}\n"));
        }
    }
    Ok(all)
}

fn quoted(columns: &[String]) -> String {
    let quoted: Vec<_> = columns.iter().map(|column| format!("quote({column})")).collect();
    quoted.join(" || ', ' || ")
}

fn texts(
    connection: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map(params, |row| row.get(0))?;
    rows.collect()
}
