//! The content of the writes to one key of a document.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value as Json;

/// The content of each write to a key, by the first digits of the hash of its change.
///
/// A sorted list, not a tree: nearly every key is written once, and a node of a tree takes a kilobyte for one entry,
/// which was a quarter of the memory of a take.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(from = "BTreeMap<String, Json>")]
pub(super) struct ContentByWrite(Vec<(String, Json)>);

impl ContentByWrite {
    pub fn get(&self, change: &str) -> Option<&Json> {
        Some(&self.0[self.position(change).ok()?].1)
    }

    pub fn insert(&mut self, change: String, content: Json) {
        match self.position(&change) {
            Ok(at) => self.0[at].1 = content,
            Err(at) => {
                self.0.reserve_exact(1);
                self.0.insert(at, (change, content));
            }
        }
    }

    pub fn extend(&mut self, other: ContentByWrite) {
        for (change, content) in other.0 {
            self.insert(change, content);
        }
    }

    /// Whether both have content for the same write, and not the same.
    pub fn contradicts(&self, other: &ContentByWrite) -> bool {
        let mut of_other = other.0.iter();
        of_other.any(|(change, content)| self.get(change).is_some_and(|own| own != content))
    }

    fn position(&self, change: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(of, _)| of.as_str().cmp(change))
    }
}

impl From<BTreeMap<String, Json>> for ContentByWrite {
    fn from(map: BTreeMap<String, Json>) -> Self {
        ContentByWrite(map.into_iter().collect())
    }
}

impl Serialize for ContentByWrite {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(change, content)| (change, content)))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn contents_of_writes_are_stored_as_a_sorted_map() {
        let mut contents = ContentByWrite::default();
        for (change, title) in [("c", "Third"), ("a", "First"), ("b", "Old"), ("b", "Second")] {
            contents.insert(change.to_owned(), json!({ "title": title }));
        }
        let saved = serde_json::to_string(&contents).unwrap();
        let expected = r#"{"a":{"title":"First"},"b":{"title":"Second"},"c":{"title":"Third"}}"#;
        assert_eq!(saved, expected);
        assert_eq!(serde_json::from_str::<ContentByWrite>(&saved).unwrap(), contents);
        assert_eq!(contents.get("b"), Some(&json!({ "title": "Second" })));
        assert_eq!(contents.get("d"), None);
    }

    #[test]
    fn only_other_content_of_a_common_write_contradicts() {
        let contents = |entries: &[(&str, &str)]| {
            let mut contents = ContentByWrite::default();
            for (change, text) in entries {
                contents.insert((*change).to_owned(), json!(text));
            }
            contents
        };
        let own = contents(&[("a", "x"), ("b", "y")]);
        assert!(!own.contradicts(&contents(&[("a", "x"), ("c", "z")])));
        assert!(own.contradicts(&contents(&[("b", "other")])));
    }
}
