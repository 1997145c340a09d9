//! The checksum of a row, which detects a changed bit in a note: `SQLite`'s own `integrity_check` verifies the
//! structure of the file and misses four of five flipped bits.
//!
//! It is the XXH64 of the table's name and the row's values, each with its type and length. It detects accidents, not
//! attacks.

use rusqlite::types::ValueRef;
use xxhash_rust::xxh64::xxh64;

/// Returns the checksum of a row, given its values in the order of the columns, without the checksum itself.
///
/// Columns after the first `first` were added by a later version of the file. They count only if they are neither null
/// nor empty, so that older rows keep their checksum.
pub fn row_checksum<'v>(
    table: &str,
    values: impl IntoIterator<Item = ValueRef<'v>>,
    first: usize,
) -> i64 {
    // One buffer that is hashed once, since a report verifies hundreds of rows.
    let mut row = Vec::with_capacity(512);
    push_value(&mut row, b't', table.as_bytes());
    for (at, value) in values.into_iter().enumerate() {
        if at >= first {
            if matches!(value, ValueRef::Null | ValueRef::Text([])) {
                continue;
            }
            push_value(&mut row, b'+', &at.to_le_bytes());
        }
        match value {
            ValueRef::Null => row.extend_from_slice(&head(b'n', 0)),
            ValueRef::Integer(number) => push_number(&mut row, b'i', number.to_le_bytes()),
            ValueRef::Real(number) => push_number(&mut row, b'r', number.to_le_bytes()),
            ValueRef::Text(bytes) => push_value(&mut row, b's', bytes),
            ValueRef::Blob(bytes) => push_value(&mut row, b'b', bytes),
        }
    }
    xxh64(&row, 0).cast_signed()
}

/// Appends a number in one piece, since most values of a row are numbers or null.
fn push_number(row: &mut Vec<u8>, tag: u8, bytes: [u8; 8]) {
    let mut value = [0; 17];
    value[..9].copy_from_slice(&head(tag, bytes.len()));
    value[9..].copy_from_slice(&bytes);
    row.extend_from_slice(&value);
}

fn push_value(row: &mut Vec<u8>, tag: u8, bytes: &[u8]) {
    row.extend_from_slice(&head(tag, bytes.len()));
    row.extend_from_slice(bytes);
}

/// Returns what comes before the bytes of a value: the tag of its type, and its length.
fn head(tag: u8, length: usize) -> [u8; 9] {
    let mut head = [tag; 9];
    head[1..].copy_from_slice(&length.to_le_bytes());
    head
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(values: &[&str]) -> i64 {
        row_checksum(
            "note",
            values.iter().map(|text| ValueRef::Text(text.as_bytes())),
            values.len(),
        )
    }

    /// Every data file depends on the value.
    #[test]
    fn checksum_of_a_known_row_never_changes() {
        let row = [ValueRef::Integer(1), ValueRef::Text(b"draft the RFC"), ValueRef::Null];
        assert_eq!(row_checksum("followup", row, 3), 8_588_929_574_994_176_743);
    }

    #[test]
    fn checksum_depends_on_values_their_order_and_the_table() {
        assert_ne!(sum(&["ab", "c"]), sum(&["a", "bc"]));
        assert_ne!(sum(&["a", "b"]), sum(&["b", "a"]));
        assert_ne!(row_checksum("a", [], 0), row_checksum("b", [], 0));
        let (null, empty) = ([ValueRef::Null], [ValueRef::Text(b"")]);
        assert_ne!(row_checksum("a", null, 1), row_checksum("a", empty, 1));
    }

    #[test]
    fn later_columns_count_only_if_not_empty() {
        let old = [ValueRef::Integer(1)];
        let empty = [ValueRef::Integer(1), ValueRef::Null, ValueRef::Text(b"")];
        assert_eq!(row_checksum("a", old, 1), row_checksum("a", empty, 1));
        let first = [ValueRef::Integer(1), ValueRef::Text(b"x"), ValueRef::Null];
        let second = [ValueRef::Integer(1), ValueRef::Null, ValueRef::Text(b"x")];
        assert_ne!(row_checksum("a", first, 1), row_checksum("a", empty, 1));
        assert_ne!(row_checksum("a", first, 1), row_checksum("a", second, 1));
    }
}
