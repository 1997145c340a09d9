//! Writes a document as lines of JSON and reads it back.
//!
//! Foreign bytes never reach automerge's own parser, which does not survive hostile input. Lines contain only what can't be
//! derived, and every value is checked before a change is built from it.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::share::{ShareDocument, from_hex, hex};

pub const MAX_CHANGES: usize = 10_000;
pub const MAX_WRITES: usize = 100_000;
pub const MAX_WRITES_OF_KEY: usize = 2_000;
pub const MAX_CAUSES: usize = 64;
pub const MAX_KEY_BYTES: usize = 100;
pub const MAX_COUNT: i64 = 1 << 31;
/// In seconds since 1970.
pub const MAX_TIME: i64 = 1 << 40;
pub const MAX_LINEAGES: usize = 200;
/// Largest content of one part, as JSON.
pub const MAX_CONTENT_BYTES: usize = 8 << 20;

/// A device and one lineage of its data file; used as automerge's actor id.
pub type LineageId = [u8; 16];

/// A checked document in the form of lines.
#[derive(Clone, Debug, PartialEq)]
pub struct LineDocument {
    pub document: ShareDocument,
    pub lineages: Vec<LineageId>,
    pub keys: Vec<String>,
    /// Every change comes after its causes.
    pub changes: Vec<LineChange>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct LineChange {
    /// Index into `lineages`.
    pub lineage: usize,
    pub time: i64,
    pub message: String,
    /// Indices of the changes that it was made on (its causes).
    pub on: Vec<usize>,
    pub writes: Vec<LineWrite>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct LineWrite {
    /// Index into `keys`.
    pub key: usize,
    pub count: i64,
    /// `None` if a later write has replaced them.
    pub content: Option<Json>,
}

/// The first invalid line of a body.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
#[error("line {line}: {what}")]
pub struct LineError {
    pub line: usize,
    pub what: &'static str,
}

#[derive(Serialize, Deserialize)]
struct DocumentLine {
    document: String,
    #[serde(rename = "lives")]
    lineages: Vec<String>,
    keys: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct ChangeLine {
    a: usize,
    t: i64,
    m: String,
    on: Vec<usize>,
    w: Vec<Vec<Json>>,
}

/// Writes a document: one line for its keys, then one for each change.
pub fn write(document: &LineDocument, text: &mut String) -> Result<(), serde_json::Error> {
    let head = DocumentLine {
        document: document.document.word().to_owned(),
        lineages: document.lineages.iter().map(|lineage| hex(lineage)).collect(),
        keys: document.keys.clone(),
    };
    text.push_str(&serde_json::to_string(&head)?);
    text.push('\n');
    for change in &document.changes {
        let writes = change.writes.iter().map(|write| {
            let mut put = vec![Json::from(write.key), Json::from(write.count)];
            put.extend(write.content.clone());
            put
        });
        let line = ChangeLine {
            a: change.lineage,
            t: change.time,
            m: change.message.clone(),
            on: change.on.clone(),
            w: writes.collect(),
        };
        text.push_str(&serde_json::to_string(&line)?);
        text.push('\n');
    }
    Ok(())
}

/// Returns the keys of the documents in lines that `read` has accepted.
pub fn keys(text: &str) -> Vec<Vec<String>> {
    let heads = text.lines().filter(|line| line.starts_with("{\"document\""));
    heads.filter_map(|line| Some(serde_json::from_str::<DocumentLine>(line).ok()?.keys)).collect()
}

/// Reads documents from lines; lines of other kinds are passed to `other`.
pub fn read(
    text: &str,
    mut other: impl FnMut(usize, &Json) -> Result<(), LineError>,
) -> Result<Vec<LineDocument>, LineError> {
    let mut documents: Vec<DocumentReader> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let line_number = at + 1;
        let error = |what| LineError { line: line_number, what };
        let json: Json = serde_json::from_str(line).map_err(|_| error("not JSON"))?;
        let fields = json.as_object().ok_or_else(|| error("not an object"))?;
        if fields.contains_key("document") {
            let head = serde_json::from_value(json).map_err(|_| error("not a document"))?;
            let reader = DocumentReader::new(&head).map_err(error)?;
            if documents.iter().any(|one| one.found.document == reader.found.document) {
                return Err(error("a document comes twice"));
            }
            documents.push(reader);
        } else if fields.contains_key("w") {
            let line = serde_json::from_value(json).map_err(|_| error("not a change"))?;
            let reader = documents.last_mut();
            let reader = reader.ok_or_else(|| error("a change without a document"))?;
            reader.add_change(line).map_err(error)?;
        } else {
            other(line_number, &json)?;
        }
    }
    Ok(documents.into_iter().map(|one| one.found).collect())
}

/// Builds a document from its lines, and checks each against those before it.
struct DocumentReader {
    found: LineDocument,
    /// How many writes all changes have.
    writes: usize,
    writes_of_key: HashMap<usize, usize>,
    /// Index of the last change of each lineage.
    last: HashMap<usize, usize>,
    /// For each change, the bit set of its ancestors and itself.
    ancestors: Vec<Vec<u64>>,
}

impl DocumentReader {
    fn new(head: &DocumentLine) -> Result<Self, &'static str> {
        let document = ShareDocument::from_word(&head.document).ok_or("unknown document")?;
        let lineages: Option<Vec<LineageId>> =
            head.lineages.iter().map(|lineage| from_hex(lineage)).collect();
        let lineages = lineages.ok_or("a lineage is not 32 hexadecimal digits")?;
        if lineages.len() > MAX_LINEAGES || head.keys.len() > MAX_WRITES {
            return Err("too many lineages or keys");
        }
        let is_sorted = head.keys.windows(2).all(|two| two[0] < two[1]);
        let is_plain = |key: &String| {
            (1..=MAX_KEY_BYTES).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_graphic())
        };
        if !is_sorted || !head.keys.iter().all(is_plain) {
            return Err("the keys are not those of parts, in their order");
        }
        let mut unique = lineages.clone();
        unique.sort_unstable();
        unique.dedup();
        if unique.len() != lineages.len() {
            return Err("a lineage comes twice");
        }
        let keys = head.keys.clone();
        Ok(DocumentReader {
            found: LineDocument { document, lineages, keys, changes: Vec::new() },
            writes: 0,
            writes_of_key: HashMap::new(),
            last: HashMap::new(),
            ancestors: Vec::new(),
        })
    }

    fn add_change(&mut self, line: ChangeLine) -> Result<(), &'static str> {
        let at = self.found.changes.len();
        if at >= MAX_CHANGES {
            return Err("too many changes");
        }
        if line.a >= self.found.lineages.len() {
            return Err("a change of an unknown lineage");
        }
        if !(0..MAX_TIME).contains(&line.t) {
            return Err("a time that can't be");
        }
        if from_hex::<8>(&line.m).is_none() {
            return Err("a mark that is not 16 hexadecimal digits");
        }
        let ancestors = self.ancestors_of(at, &line.on)?;
        if let Some(last) = self.last.insert(line.a, at)
            && ancestors[last / 64] & (1 << (last % 64)) == 0
        {
            return Err("a lineage that does not know its own past");
        }
        let writes: Result<Vec<LineWrite>, _> =
            line.w.into_iter().map(|put| self.read_write(put)).collect();
        let writes = writes?;
        let mut keys: Vec<usize> = writes.iter().map(|write| write.key).collect();
        keys.sort_unstable();
        keys.dedup();
        if writes.is_empty() || keys.len() != writes.len() {
            return Err("a change that writes nothing, or a key twice");
        }
        self.ancestors.push(ancestors);
        self.found.changes.push(LineChange {
            lineage: line.a,
            time: line.t,
            message: line.m,
            on: line.on,
            writes,
        });
        Ok(())
    }

    /// Returns the bit set of a change and everything before it. `at` is its index, `on` are those of its causes.
    fn ancestors_of(&self, at: usize, on: &[usize]) -> Result<Vec<u64>, &'static str> {
        if on.len() > MAX_CAUSES {
            return Err("too many causes");
        }
        let mut ancestors = vec![0_u64; at / 64 + 1];
        for (place, cause) in on.iter().enumerate() {
            if *cause >= at || on[..place].contains(cause) {
                return Err("a cause that comes later, or twice");
            }
            for (word, other) in ancestors.iter_mut().zip(&self.ancestors[*cause]) {
                *word |= other;
            }
        }
        ancestors[at / 64] |= 1 << (at % 64);
        Ok(ancestors)
    }

    /// Reads `[key, count]`, or `[key, count, content]`.
    fn read_write(&mut self, put: Vec<Json>) -> Result<LineWrite, &'static str> {
        let mut put = put.into_iter();
        let key = put.next().and_then(|key| key.as_u64());
        let key = key.and_then(|key| usize::try_from(key).ok());
        let key = key.filter(|key| *key < self.found.keys.len());
        let key = key.ok_or("a write of an unknown key")?;
        let count = put.next().and_then(|count| count.as_i64());
        let count = count.filter(|count| (1..MAX_COUNT).contains(count));
        let count = count.ok_or("a count that can't be")?;
        let content = put.next();
        if put.next().is_some() || content.as_ref().is_some_and(|content| !is_storable(content)) {
            return Err("content that can't be stored");
        }
        self.writes += 1;
        let of_key = self.writes_of_key.entry(key).or_default();
        *of_key += 1;
        if self.writes > MAX_WRITES || *of_key > MAX_WRITES_OF_KEY {
            return Err("too many writes");
        }
        Ok(LineWrite { key, count, content })
    }
}

/// Whether a content is a string, or an object of scalars and lists of strings, without NUL.
fn is_storable(content: &Json) -> bool {
    let is_text = |text: &Json| text.as_str().is_some_and(|text| !text.contains('\0'));
    let is_value = |value: &Json| match value {
        Json::Array(items) => items.iter().all(is_text),
        Json::String(_) => is_text(value),
        Json::Object(_) => false,
        Json::Number(number) => number.is_i64(),
        Json::Null | Json::Bool(_) => true,
    };
    let is_plain = match content {
        Json::String(_) => is_text(content),
        Json::Object(fields) => fields.values().all(is_value),
        _ => false,
    };
    is_plain && content.to_string().len() <= MAX_CONTENT_BYTES
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn document() -> LineDocument {
        let change = |lineage, on, writes: Vec<LineWrite>| LineChange {
            lineage,
            time: 1_796_203_200,
            message: "00112233445566ff".to_owned(),
            on,
            writes,
        };
        let write = |key, count, content| LineWrite { key, count, content };
        LineDocument {
            document: ShareDocument::Shared,
            lineages: vec![[1; 16], [2; 16]],
            keys: vec!["goal/a/life".to_owned(), "goal/a/title".to_owned()],
            changes: vec![
                change(0, vec![], vec![write(0, 1, Some(json!("here"))), write(1, 1, None)]),
                change(0, vec![0], vec![write(1, 2, Some(json!({"title": "Lead"})))]),
                change(1, vec![0], vec![write(1, 2, Some(json!({"title": "Led"})))]),
                change(0, vec![1, 2], vec![write(0, 2, Some(json!("gone")))]),
            ],
        }
    }

    fn text() -> String {
        let mut text = String::new();
        write(&document(), &mut text).unwrap();
        text
    }

    fn read_all(text: &str) -> Result<Vec<LineDocument>, LineError> {
        read(text, |_, _| Ok(()))
    }

    #[test]
    fn document_round_trips_through_lines() {
        assert_eq!(read_all(&text()), Ok(vec![document()]));
    }

    #[test]
    fn invalid_values_are_refused_with_their_line() {
        let refused = |from: &str, to: &str| {
            let spoiled = text().replacen(from, to, 1);
            assert_ne!(spoiled, text(), "{from}");
            read_all(&spoiled).unwrap_err().to_string()
        };
        for (from, to, message) in [
            ("\"shared\"", "\"other\"", "line 1: unknown document"),
            (
                "goal/a/life",
                "goal/z/life",
                "line 1: the keys are not those of parts, in their order",
            ),
            ("\"on\":[0]", "\"on\":[7]", "line 3: a cause that comes later, or twice"),
            ("\"on\":[0]", "\"on\":[]", "line 3: a lineage that does not know its own past"),
            ("\"on\":[1,2]", "\"on\":[1,1]", "line 5: a cause that comes later, or twice"),
            ("\"a\":1", "\"a\":9", "line 4: a change of an unknown lineage"),
            ("1796203200", "-1", "line 2: a time that can't be"),
            ("00112233445566ff", "x", "line 2: a mark that is not 16 hexadecimal digits"),
            ("[1,1]", "[0,1]", "line 2: a change that writes nothing, or a key twice"),
            ("[1,1]", "[5,1]", "line 2: a write of an unknown key"),
            ("[1,1]", "[1,0]", "line 2: a count that can't be"),
            ("[1,1]", "[1,2147483648]", "line 2: a count that can't be"),
            ("\"here\"", "[[1]]", "line 2: content that can't be stored"),
            ("\"here\"", "\"a\\u0000\"", "line 2: content that can't be stored"),
            ("\"here\"", "1.5", "line 2: content that can't be stored"),
        ] {
            assert_eq!(refused(from, to), message);
        }
        assert!(read_all(&text().repeat(2)).is_err());
    }

    proptest! {
        #[test]
        fn corrupted_lines_never_panic(
            places in prop::collection::vec((0..2000_usize, any::<u8>()), 1..4),
            cut in 0..2000_usize,
        ) {
            let mut bytes = text().into_bytes();
            for (place, byte) in places {
                let place = place % bytes.len();
                bytes[place] = byte;
            }
            bytes.truncate(bytes.len().min(cut.max(1)));
            let _ = read_all(&String::from_utf8_lossy(&bytes));
        }
    }
}
