//! Statements in an imported document that are made in the name of the importing user.
//!
//! Documents are not signed, and most are written by the other side, who could claim that the user accepted, answered
//! or gave feedback. For a pair that exists already such statements are left out, unless the user confirms them.

use serde_json::{Map, Value as Json, json};

use crate::domain::person::Side;

/// What remains of a record without statements in the user's name.
pub(super) enum Remainder {
    /// The whole record: it has no such statements.
    Whole,
    /// The record without the statements described here.
    Without(String),
    /// Nothing: all of the record is such a statement, described here.
    Nothing(String),
}

/// Removes the statements of the side `me` from the fields of a record.
pub(super) fn remove_statements(
    table: &str,
    me: Side,
    fields: &mut Map<String, Json>,
) -> Remainder {
    let number = fields.get("id").and_then(Json::as_i64).unwrap_or_default();
    let named = ["from", "side"].iter().find_map(|column| fields.get(*column));
    let named = named.and_then(Json::as_str);
    let is_mine = named == Some(me.word());
    match table {
        "feedback" if is_mine => Remainder::Nothing(format!("feedback {number}")),
        "rating" if is_mine => Remainder::Nothing(format!("rating {number}")),
        "pulse_answer" if is_mine => Remainder::Nothing(format!("pulse answer {number}")),
        "feedback" => without(
            fields,
            &["response", "responded_on", "responded_at"],
            format!("the response to feedback {number}"),
        ),
        "question" if !is_mine => {
            let answer = ["seen_at", "answer_by", "answered_at", "answer"];
            let words = format!("the answer to question {number}");
            let remainder = without(fields, &answer, words);
            if fields.get("state") == Some(&json!("answered")) {
                fields.insert("state".to_owned(), json!("open"));
            }
            remainder
        }
        "agreement" => without(
            fields,
            &[&format!("accepted_by_{me}")],
            format!("the acceptance of agreement {number}"),
        ),
        "norm" => without(
            fields,
            &[&format!("{me}_says"), &format!("{me}_said_on")],
            format!("the answer to norm {number}"),
        ),
        "closing" => without(fields, &[&format!("learned_{me}")], "what was learned".to_owned()),
        _ => Remainder::Whole,
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
