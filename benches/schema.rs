//! Measures what each element of a schema costs every run, since `SQLite` parses the whole schema before the first
//! statement. The cost is the difference in instructions of the `sqlite3` shell with and without twenty copies of the
//! element.

use std::path::Path;

use crate::measure::{self, Words};

const COPIES: u32 = 20;

/// The table that the copies may refer to.
const BEFORE: &str = "CREATE TABLE pair (id INTEGER PRIMARY KEY, slug TEXT)";

/// A simple table; `#` is the number of the copy.
const PLAIN: &str =
    "CREATE TABLE t# (id INTEGER PRIMARY KEY, pair INTEGER, state TEXT, due TEXT) STRICT;";

/// The elements added to `PLAIN`: a name, a part of it, and its replacement.
const PARTS: [(&str, &str, &str); 12] = [
    ("its AUTOINCREMENT", "PRIMARY KEY", "PRIMARY KEY AUTOINCREMENT"),
    ("one more column", "due TEXT", "due TEXT, title TEXT"),
    ("NOT NULL", "pair INTEGER", "pair INTEGER NOT NULL"),
    ("REFERENCES", "pair INTEGER", "pair INTEGER REFERENCES pair (id)"),
    ("UNIQUE", "state TEXT", "state TEXT UNIQUE"),
    ("DEFAULT", "state TEXT", "state TEXT DEFAULT ''"),
    ("CHECK of three words", "state TEXT", "state TEXT CHECK (state IN ('a', 'b', 'c'))"),
    ("an index of one column", "STRICT;", "STRICT; CREATE INDEX i# ON t# (pair);"),
    ("an index of three", "STRICT;", "STRICT; CREATE INDEX i# ON t# (pair, state, due);"),
    (
        "a partial index",
        "STRICT;",
        "STRICT; CREATE INDEX i# ON t# (pair, due) WHERE state = 'open';",
    ),
    ("a view", "STRICT;", "STRICT; CREATE VIEW v# AS SELECT id, due FROM t# WHERE pair = 1;"),
    (
        "a trigger",
        "STRICT;",
        "STRICT; CREATE TRIGGER r# AFTER INSERT ON t# BEGIN UPDATE pair SET slug = new.state WHERE id = new.pair; END;",
    ),
];

/// The table of a typical new noun: the envelope, a pair, four fields, one index.
const LEAN: &str = "CREATE TABLE t# (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    pair INTEGER NOT NULL REFERENCES pair (id),
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    state_on TEXT NOT NULL,
    private INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX t#_of_pair ON t# (pair, state, state_on);";

/// Prints the costs in thousands of instructions.
pub fn print(folder: &Path) {
    let [nothing, plain, lean] = ["", PLAIN, LEAN].map(|sql| cost(folder, sql));
    println!("thousand instructions that every run spends on");
    println!("{:32}  {:>6.1}", "a table of four columns", plain - nothing);
    for (name, word, instead) in PARTS {
        let with = cost(folder, &PLAIN.replace(word, instead));
        println!("  {name:30}  {:>6.1}", with - plain);
    }
    println!("{:32}  {:>6.1}", "a lean table of a new noun", lean - nothing);
}

/// Returns the cost of one copy in a file with many copies.
fn cost(folder: &Path, sql: &str) -> f64 {
    let file = folder.join("schema.db");
    let _ = std::fs::remove_file(&file);
    let connection = rusqlite::Connection::open(&file).unwrap();
    connection.execute_batch(BEFORE).unwrap();
    for copy in 0..COPIES {
        let sql = sql.replace('#', &copy.to_string());
        connection.execute_batch(&sql).unwrap();
    }
    drop(connection);
    let words: Words = ["sqlite3", "-batch"].map(Into::into).to_vec();
    let asked = "SELECT slug FROM pair LIMIT 0".into();
    let counted = measure::instructions(&[words, vec![file, asked]].concat());
    counted * 1e3 / f64::from(COPIES)
}
