//! Statements in an imported document that are made in the name of the importing user.
//!
//! Documents are not signed, and most are written by the other side, who could claim that the user accepted, answered
//! or gave feedback. For a pair that exists already such statements are left out, unless the user confirms them.

use serde_json::{Map, Value as Json, json};

use crate::domain::person::Side;
use crate::share::parts::{AtOnce, PartWriter, SharePart};
use crate::store::table_row::TableRow;

/// What remains of a record without statements in the user's name.
pub(super) enum Remainder {
    /// The whole record: it has no such statements.
    Whole,
    /// The record without the statements described here.
    Without(String),
    /// Nothing: all of the record is such a statement, described here.
    Nothing(String),
}

/// Removes the statements of the side `me` from the fields of a record; `is_about_me`: the record is about that side's
/// person. `share/parts.rs` declares which side states what.
pub(super) fn remove_statements<T: TableRow>(
    me: Side,
    is_about_me: bool,
    fields: &mut Map<String, Json>,
) -> Remainder {
    let number = fields.get("id").and_then(Json::as_i64).unwrap_or_default();
    let name = format!("{} {number}", noun(T::TABLE));
    let names_me = |column: &str| fields.get(column) == Some(&json!(me.word()));
    let is_mine = |part: &&SharePart| match part.writer {
        PartWriter::Both => false,
        PartWriter::One(side) => side == me,
        PartWriter::Named(column) => names_me(column),
        PartWriter::NotNamed(column) => !names_me(column),
        PartWriter::Owner => is_about_me,
    };
    if T::AUTHOR_COLUMN.is_some_and(names_me) || T::PARTS.first().is_some_and(|it| is_mine(&it)) {
        return Remainder::Nothing(name);
    }
    if let Some(column) = T::SPEAKER_COLUMN.filter(|column| names_me(column)) {
        let is_planned = fields.get("planned_at").is_some_and(|at| !at.is_null());
        return match T::PARTS[0].at_once {
            // Other records may refer to the call, so its plan stays, and the user can say what happened.
            AtOnce::Accounts { plan, .. } if is_planned => {
                fields.insert("state".to_owned(), json!(plan));
                without(fields, &[column, "because", "cancelled_at"], format!("{name} as it went"))
            }
            _ => Remainder::Nothing(name),
        };
    }
    let columns: Vec<&str> =
        T::PARTS.iter().filter(is_mine).flat_map(|it| it.columns).copied().collect();
    let words = match T::TABLE {
        "feedback" => format!("the response to {name}"),
        "agreement" => format!("the acceptance of {name}"),
        "closing" => "what was learned".to_owned(),
        _ => format!("the answer to {name}"),
    };
    let remainder = without(fields, &columns, words);
    if T::TABLE == "question" && fields.get("state") == Some(&json!("answered")) {
        fields.insert("state".to_owned(), json!("open"));
    }
    remainder
}

fn noun(table: &str) -> &str {
    match table {
        "away" => "time away",
        "checkin" => "check-in",
        "pulse_answer" => "pulse answer",
        table => table,
    }
}

/// Sets these columns to null. `words` describes them to the user.
fn without(fields: &mut Map<String, Json>, columns: &[&str], words: String) -> Remainder {
    let mut is_whole = true;
    for column in columns {
        let before = fields.get_mut(*column).map(Json::take);
        is_whole = is_whole && before.is_none_or(|value| value.is_null());
    }
    if is_whole { Remainder::Whole } else { Remainder::Without(words) }
}
