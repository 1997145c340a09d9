//! What a document says in the name of whoever reads it.
//!
//! A document is signed by nobody, and most often the other side wrote it: it can say that I accepted, answered or gave
//! feedback. Of a pair that is here already such words are left out, unless the reader says that they are theirs.

use serde_json::{Map, Value as Json, json};

use crate::domain::person::Side;

/// What is left of a record without them.
pub(super) enum Remainder {
    /// It says nothing in the reader's name.
    Whole,
    /// These words are left out of it.
    Without(String),
    /// All of it is said in their name.
    Nothing(String),
}

/// Takes the words of the side `me` out of the fields of a record.
pub(super) fn silence(table: &str, me: Side, fields: &mut Map<String, Json>) -> Remainder {
    let number = fields.get("id").and_then(Json::as_i64).unwrap_or_default();
    let named = ["from", "side"]
        .iter()
        .find_map(|column| fields.get(*column));
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
            let left = without(fields, &answer, words);
            if fields.get("state") == Some(&json!("answered")) {
                fields.insert("state".to_owned(), json!("open"));
            }
            left
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
        "closing" => without(
            fields,
            &[&format!("learned_{me}")],
            "what was learned".to_owned(),
        ),
        _ => Remainder::Whole,
    }
}

fn without(fields: &mut Map<String, Json>, columns: &[&str], words: String) -> Remainder {
    let mut is_whole = true;
    for column in columns {
        let before = fields.get_mut(*column).map(Json::take);
        is_whole = is_whole && before.is_none_or(|value| value.is_null());
    }
    if is_whole {
        Remainder::Whole
    } else {
        Remainder::Without(words)
    }
}
