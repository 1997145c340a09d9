//! The mapping between domain types and rows: one `stored!` line for each type. `share/parts.rs` defines which columns
//! form a part for the exchange, and who may write it.
//!
//! Columns are named after the fields. Every table begins with the same envelope (`id`, `uid`, `created_at`,
//! `changed_at`).

use rusqlite::types::Value;

use crate::domain::agreement::{Agreement, AgreementTerms};
use crate::domain::approach::Approach;
use crate::domain::away::Away;
use crate::domain::checkin::CheckIn;
use crate::domain::closing::Closing;
use crate::domain::disclosure::Disclose;
use crate::domain::feedback::Feedback;
use crate::domain::followup::FollowUp;
use crate::domain::goal::{DateMove, Goal, GoalEntry};
use crate::domain::insight::{Insight, Recall, Win};
use crate::domain::introduction::Introduction;
use crate::domain::norm::Norm;
use crate::domain::option::{CareerOption, OptionNote};
use crate::domain::pair::Pair;
use crate::domain::person::Person;
use crate::domain::pulse::{Pulse, PulseAnswer};
use crate::domain::question::Question;
use crate::domain::record::{Id, Record};
use crate::domain::resource::Resource;
use crate::domain::review::Review;
use crate::domain::skill::{Rating, Skill};
use crate::domain::topic::Topic;
use crate::domain::workweek::WorkWeek;
use crate::store::StoreError;
use crate::store::column::{ColumnType, ColumnValue};
use crate::store::row_reader::RowReader;
use crate::store::share::parts::Shareable;

/// A domain type with a table of its own.
pub trait TableRow: Disclose + Shareable {
    const TABLE: &'static str;
    /// The columns after the envelope, in the order of `read` and `write`.
    const COLUMNS: &'static [&'static str];
    /// How many of the last columns were added by a later version of the file.
    const LATER_COLUMNS: usize = 0;

    fn read(fields: &mut RowReader<'_>) -> Result<Self, StoreError>;

    fn write(&self) -> Vec<Value>;

    /// Returns the type of each column, in the order of `COLUMNS`.
    fn column_types() -> Vec<ColumnType>;
}

/// Returns the column type of a field; the field is given as an accessor so that its type can be inferred.
fn column_type_of<T, C: ColumnValue>(_field: fn(&T) -> &C) -> ColumnType {
    C::COLUMN_TYPE
}

/// Returns the values of a record in the order of the columns, the envelope first.
pub(in crate::store) fn row_values<T: TableRow>(record: &Record<T>) -> Vec<Value> {
    let mut values = vec![
        record.id.to_cell(),
        record.uid.to_cell(),
        record.created_at.to_cell(),
        record.changed_at.to_cell(),
    ];
    values.extend(record.data.write());
    values
}

/// An operation on every table of records, each with its own type.
pub trait TableVisitor {
    type Error;

    fn table<T: TableRow>(&mut self) -> Result<(), Self::Error>;
}

/// Visits all tables of records, ordered so that references point to earlier tables.
pub fn visit_tables<V: TableVisitor>(visitor: &mut V) -> Result<(), V::Error> {
    visitor.table::<Person>()?;
    visitor.table::<Pair>()?;
    visitor.table::<Agreement>()?;
    visitor.table::<Goal>()?;
    visitor.table::<CheckIn>()?;
    visitor.table::<GoalEntry>()?;
    visitor.table::<Topic>()?;
    visitor.table::<FollowUp>()?;
    visitor.table::<DateMove>()?;
    visitor.table::<Feedback>()?;
    visitor.table::<Win>()?;
    visitor.table::<Insight>()?;
    visitor.table::<Review>()?;
    visitor.table::<Recall>()?;
    visitor.table::<Question>()?;
    visitor.table::<Pulse>()?;
    visitor.table::<PulseAnswer>()?;
    visitor.table::<Introduction>()?;
    visitor.table::<Skill>()?;
    visitor.table::<Rating>()?;
    visitor.table::<Resource>()?;
    visitor.table::<CareerOption>()?;
    visitor.table::<OptionNote>()?;
    visitor.table::<Norm>()?;
    visitor.table::<Approach>()?;
    visitor.table::<Away>()?;
    visitor.table::<Closing>()
}

/// Returns the names of all tables of records.
pub fn table_names() -> Vec<&'static str> {
    struct TableNames(Vec<&'static str>);

    impl TableVisitor for TableNames {
        type Error = std::convert::Infallible;

        fn table<T: TableRow>(&mut self) -> Result<(), Self::Error> {
            self.0.push(T::TABLE);
            Ok(())
        }
    }

    let mut names = TableNames(Vec::new());
    let Ok(()) = visit_tables(&mut names);
    names.0
}

/// Returns the names of the tables whose records can be purged: all but `person` and `pair`, on which all others
/// depend.
pub fn purgeable() -> Vec<&'static str> {
    let mut names = table_names();
    names.retain(|name| !matches!(*name, "person" | "pair"));
    names
}

/// The first columns of every table.
pub const ENVELOPE: [&str; 4] = ["id", "uid", "created_at", "changed_at"];

/// The last column of every table.
pub const CHECKSUM: &str = "checksum";

/// Returns `"id", "uid", …`: all columns of a table, in quotes because `from` and `on` are keywords of SQL.
pub fn quoted_columns<T: TableRow>() -> String {
    let mut list = String::with_capacity(768);
    push_columns::<T>(&mut list);
    list
}

/// Returns `SELECT "id", "uid", … FROM table `, to be followed by a `WHERE` clause.
pub fn select_sql<T: TableRow>() -> String {
    let mut sql = String::with_capacity(1024);
    sql.push_str("SELECT ");
    push_columns::<T>(&mut sql);
    for part in [" FROM ", T::TABLE, " "] {
        sql.push_str(part);
    }
    sql
}

/// Returns `SELECT … FROM table WHERE id BETWEEN ?1 AND ?2`.
pub(in crate::store) fn select_by_number<T: TableRow>() -> String {
    select_sql::<T>() + "WHERE id BETWEEN ?1 AND ?2"
}

fn push_columns<T: TableRow>(list: &mut String) {
    let mut separator = "\"";
    for column in ENVELOPE.iter().chain(T::COLUMNS).chain(&[CHECKSUM]) {
        list.push_str(separator);
        list.push_str(column);
        separator = "\", \"";
    }
    list.push('"');
}

impl RowReader<'_> {
    /// Reads the envelope and then the fields of a record.
    pub fn record<T: TableRow>(mut self) -> Result<Record<T>, StoreError> {
        Ok(Record {
            id: self.next()?,
            uid: self.next()?,
            created_at: self.next()?,
            changed_at: self.next()?,
            data: T::read(&mut self)?,
        })
    }
}

/// Implements `TableRow` for a type, given its table and its fields, which name the columns. Fields after `later` were
/// added by a later version of the file.
macro_rules! stored {
    ($type:ident in $table:literal: $($field:ident),+ $(; later $($later:ident),+)?) => {
        impl TableRow for $type {
            const TABLE: &'static str = $table;
            const COLUMNS: &'static [&'static str] = &[$(stringify!($field)),+ $(, $(stringify!($later)),+)?];
            const LATER_COLUMNS: usize = <[&str]>::len(&[$($(stringify!($later)),+)?]);

            fn read(fields: &mut RowReader<'_>) -> Result<Self, StoreError> {
                Ok($type { $($field: fields.next()?),+ $(, $($later: fields.next()?),+)? })
            }

            fn write(&self) -> Vec<Value> {
                vec![$(self.$field.to_cell()),+ $(, $(self.$later.to_cell()),+)?]
            }

            fn column_types() -> Vec<ColumnType> {
                vec![$(column_type_of(|data: &$type| &data.$field)),+ $(, $(column_type_of(|data: &$type| &data.$later)),+)?]
            }
        }
    };
}

stored!(Pair in "pair": slug, mentor, mentee, state, state_on, because; later past);
stored!(Goal in "goal": pair, title, why, done_when, target, support, category, state, state_on, because, private;
    later state_at);
stored!(GoalEntry in "goal_entry": pair, goal, on, percent, confidence, note, checkin);
stored!(DateMove in "move": pair, what, number, on, from, to, because; later by);
stored!(CheckIn in "checkin": pair, state, planned_at, zone, planned_minutes, held_at, minutes, channel, by, because,
    cancelled_at, notes, decisions, blockers, next_topic, feeling, private_note, private; later extra);
stored!(Topic in "topic": pair, title, notes, from, state, state_on, covered_in, private);
stored!(FollowUp in "followup": pair, owner, title, due, goal, checkin, state, state_on, because, private; later past);
stored!(Feedback in "feedback": pair, from, kind, on, situation, behaviour, impact, request, goal, response,
    responded_on, follow_up, private; later responded_at);
stored!(Win in "win": pair, title, on, goal, checkin, private);
stored!(Insight in "insight": pair, title, on, checkin, private; later outcome, outcome_on, outcome_note);
stored!(Recall in "recall": pair, insight, on, words);
stored!(Question in "question": pair, title, notes, from, asked_at, seen_at, answer_by, answered_at, answer, state, state_on,
    because, private);
stored!(Pulse in "pulse": pair, on, state, state_on, because);
stored!(PulseAnswer in "pulse_answer": pair, pulse, side, on, rhythm, follow_through, candour, challenge, support, progress,
    keep, change, feeling);
stored!(Introduction in "introduction": pair, title, why, wish, state, state_on, asked_on, agreed_on, introduced_on, met_on,
    thanked_on, because, outcome, thanks, private);
stored!(Skill in "skill": pair, title, why, aim, state, state_on, because, private);
stored!(Rating in "rating": pair, skill, side, level, on, evidence, checkin);
stored!(Resource in "resource": pair, title, link, why, goal, state, state_on, because, private);
stored!(CareerOption in "option": pair, title, why, requires, met, state, state_on, because, private);
stored!(OptionNote in "option_note": pair, option, on, kind, text);
stored!(Norm in "norm": pair, title, mentor_says, mentor_said_on, mentee_says, mentee_said_on);
stored!(Approach in "approach": pair, title, on, worked, notes, checkin, private);
stored!(Away in "away": person, from, until, because, private; later entered_at);
stored!(Closing in "closing": pair, on, reason, because, learned_mentor, learned_mentee, remains, thanks, contact_after,
    differently, update_on, update, updated_on);
stored!(Review in "review": pair, since, on, achievements, improve, next, stop, start, go_on, agreement, notes,
    private; later at);
stored!(AgreementTerms in "agreement": purpose, goals, starts, ends, review_on, review_every, cadence, length, hours_a_month,
    channel, mentor_replies_within, mentee_replies_within, feedback_within, materials_before, notice, scheduled_by,
    agenda_by, mentor_expects, mentee_expects, confidential, off_limits, contact_between, outside_contact, end_notice,
    how_we_end, additional);

/// Written out because a person's working week takes two columns.
impl TableRow for Person {
    const TABLE: &'static str = "person";
    const COLUMNS: &'static [&'static str] = &[
        "name", "zone", "days", "hours", "language", "preferences", "holidays", "notes", "is_user",
        "called", "needs", "avoids", "past",
    ];
    const LATER_COLUMNS: usize = 4;

    fn read(fields: &mut RowReader<'_>) -> Result<Self, StoreError> {
        let (name, zone) = (fields.next()?, fields.next()?);
        let (days, hours): (String, String) = (fields.next()?, fields.next()?);
        let week = WorkWeek::parse(&days, &hours).map_err(|_| StoreError::Unreadable {
            table: Person::TABLE,
            id: 0,
            column: "hours".to_owned(),
        })?;
        Ok(Person {
            name,
            zone,
            week,
            language: fields.next()?,
            preferences: fields.next()?,
            holidays: fields.next()?,
            notes: fields.next()?,
            is_user: fields.next()?,
            called: fields.next()?,
            needs: fields.next()?,
            avoids: fields.next()?,
            past: fields.next()?,
        })
    }

    fn write(&self) -> Vec<Value> {
        vec![
            self.name.to_cell(),
            self.zone.to_cell(),
            Value::Text(self.week.days_text()),
            Value::Text(self.week.hours_text()),
            self.language.to_cell(),
            self.preferences.to_cell(),
            self.holidays.to_cell(),
            self.notes.to_cell(),
            self.is_user.to_cell(),
            self.called.to_cell(),
            self.needs.to_cell(),
            self.avoids.to_cell(),
            self.past.to_cell(),
        ]
    }

    fn column_types() -> Vec<ColumnType> {
        use ColumnType::{Form, List, Text, Timeline, Yes};
        vec![Text, Form, Form, Form, Text, List, Text, Text, Yes, Text, List, List, Timeline]
    }
}

/// Written out because the table holds the fields of two types: those of the version, then its terms.
impl TableRow for Agreement {
    const TABLE: &'static str = "agreement";
    const COLUMNS: &'static [&'static str] = &AGREEMENT_COLUMNS;
    const LATER_COLUMNS: usize = 1;

    fn read(fields: &mut RowReader<'_>) -> Result<Self, StoreError> {
        Ok(Agreement {
            pair: fields.next()?,
            version: fields.next()?,
            accepted_by_mentor: fields.next()?,
            accepted_by_mentee: fields.next()?,
            changed_because: fields.next()?,
            terms: AgreementTerms::read(fields)?,
            accepted_by_mail: fields.next()?,
        })
    }

    fn write(&self) -> Vec<Value> {
        let mut values = vec![
            self.pair.to_cell(),
            self.version.to_cell(),
            self.accepted_by_mentor.to_cell(),
            self.accepted_by_mentee.to_cell(),
            self.changed_because.to_cell(),
        ];
        values.extend(self.terms.write());
        values.push(self.accepted_by_mail.to_cell());
        values
    }

    fn column_types() -> Vec<ColumnType> {
        use ColumnType::{Day, Number, Text};
        let mut types = vec![Id::<Pair>::COLUMN_TYPE, Number, Day, Day, Text];
        types.extend(AgreementTerms::column_types());
        types.push(Text);
        types
    }
}

/// The columns of the version, without its terms and without `accepted_by_mail`, which was added later.
const AGREEMENT_VERSION_COLUMNS: [&str; 5] =
    ["pair", "version", "accepted_by_mentor", "accepted_by_mentee", "changed_because"];

const AGREEMENT_COLUMNS: [&str; 6 + AgreementTerms::COLUMNS.len()] = {
    let mut all = ["accepted_by_mail"; 6 + AgreementTerms::COLUMNS.len()];
    let mut at = 0;
    while at < all.len() - 1 {
        all[at] =
            if at < 5 { AGREEMENT_VERSION_COLUMNS[at] } else { AgreementTerms::COLUMNS[at - 5] };
        at += 1;
    }
    all
};
