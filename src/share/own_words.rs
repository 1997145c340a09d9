//! Attributes the words of a value that two people have edited to their authors, as `git blame` does with lines.

use std::time::{Duration, Instant};

use serde_json::Value as Json;
use similar::{Algorithm, DiffOp, capture_diff_slices_deadline};

use crate::domain::person::Side;

/// How long two versions of a text are compared. Afterwards, words that are not matched yet count as new.
const MAX_COMPARISON: Duration = Duration::from_secs(1);

/// Replaces words of the other side between two of this side's.
const GAP: &str = "...";

/// A word with the space after it, and its author.
type AttributedWord<'t> = (&'t str, Side);

/// Returns the portion of a value that `me` wrote: words of a text, items of a list, anything else as a whole.
///
/// `versions` are the values in causal order with their writers; the last one by `me` is attributed. `None`: everything in
/// it was first written by the other side.
pub fn own_words(versions: &[(Side, &Json)], me: Side) -> Option<Json> {
    let last = versions.iter().rposition(|(by, _)| *by == me)?;
    let (before, own) = (&versions[..last], versions[last].1);
    let theirs = || before.iter().filter(|(by, _)| *by != me);
    match own {
        Json::Null => None,
        Json::String(_) => own_text(&versions[..=last], me).map(Json::from),
        Json::Array(lines) => {
            let is_theirs = |line: &Json| {
                let mut earlier = theirs().filter_map(|(_, value)| value.as_array());
                earlier.any(|earlier| earlier.contains(line))
            };
            let lines: Vec<Json> = lines.iter().filter(|line| !is_theirs(line)).cloned().collect();
            (!lines.is_empty()).then_some(Json::Array(lines))
        }
        own => {
            let mut alike = before.iter().filter(|(_, value)| *value == own);
            let is_mine = alike.next().is_none_or(|(by, _)| *by == me);
            is_mine.then(|| own.clone())
        }
    }
}

/// Attributes the words of each version in turn, and returns those of `me` in the last one.
fn own_text(versions: &[(Side, &Json)], me: Side) -> Option<String> {
    let mut attributed: Vec<(Side, &str, Vec<AttributedWord<'_>>)> = Vec::new();
    for (by, value) in versions {
        let text = value.as_str().unwrap_or_default();
        let same_text = attributed.iter().find(|(_, earlier, _)| *earlier == text);
        let words = if let Some((_, _, words)) = same_text {
            words.clone()
        } else {
            let mut words: Vec<AttributedWord<'_>> =
                text.split_inclusive(char::is_whitespace).map(|word| (word, *by)).collect();
            // The writer knew the last version of both sides. A word that occurs in both counts as the reader's own.
            for side in [me.other(), me] {
                let last = attributed.iter().rfind(|(writer, ..)| *writer == side);
                if let Some((_, _, earlier)) = last {
                    carry_over(earlier, &mut words);
                }
            }
            words
        };
        attributed.push((*by, text, words));
    }
    let (_, _, last) = attributed.pop()?;
    let mut text = String::new();
    let mut is_gap = false;
    for (word, by) in last {
        if by == me {
            if is_gap && !text.is_empty() {
                text.push_str(&format!("{GAP} "));
            }
            text.push_str(word);
        }
        is_gap = by != me;
    }
    let text = text.trim();
    text.contains(char::is_alphanumeric).then(|| text.to_owned())
}

/// Assigns the author of an earlier version to each word that the two versions have in common.
fn carry_over(earlier: &[AttributedWord<'_>], words: &mut [AttributedWord<'_>]) {
    let (before, after) = (trimmed(earlier), trimmed(words));
    let deadline = Instant::now() + MAX_COMPARISON;
    for change in capture_diff_slices_deadline(Algorithm::Myers, &before, &after, Some(deadline)) {
        if let DiffOp::Equal { old_index, new_index, len } = change {
            let authors = earlier[old_index..old_index + len].iter();
            for (word, (_, author)) in words[new_index..new_index + len].iter_mut().zip(authors) {
                word.1 = *author;
            }
        }
    }
}

fn trimmed<'t>(words: &[AttributedWord<'t>]) -> Vec<&'t str> {
    words.iter().map(|(word, _)| word.trim()).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::test_data::SeededRng;

    const SAM: Side = Side::Mentor;
    const ANA: Side = Side::Mentee;

    fn of_ana(versions: &[(Side, Json)]) -> Option<Json> {
        let versions: Vec<(Side, &Json)> =
            versions.iter().map(|(by, value)| (*by, value)).collect();
        own_words(&versions, ANA)
    }

    #[test]
    fn text_keeps_only_own_words() {
        let sam = (SAM, json!("My doubts about the plan"));
        assert_eq!(of_ana(std::slice::from_ref(&sam)), None);
        let edited = (ANA, json!("My doubts and hopes about the plan"));
        assert_eq!(of_ana(&[sam.clone(), edited.clone()]), Some(json!("and hopes")));
        let again = (SAM, json!("Our doubts and hopes about the new plan"));
        let last = (ANA, json!("Our doubts and hopes about the new plan, and fears"));
        assert_eq!(
            of_ana(&[sam, edited, again, last]),
            Some(json!("and hopes ... plan, and fears"))
        );
    }

    #[test]
    fn equal_text_belongs_to_its_first_writer() {
        let (sam, ana) = ((SAM, json!("Scope")), (ANA, json!("Scope")));
        assert_eq!(of_ana(&[sam.clone(), ana.clone()]), None);
        assert_eq!(of_ana(&[ana, sam]), Some(json!("Scope")));
    }

    #[test]
    fn lists_are_attributed_by_item_and_numbers_as_a_whole() {
        let lists = [(SAM, json!(["one"])), (ANA, json!(["one", "two"]))];
        assert_eq!(of_ana(&lists), Some(json!(["two"])));
        assert_eq!(of_ana(&[(SAM, json!(40))]), None);
        assert_eq!(of_ana(&[(SAM, json!(40)), (ANA, json!(60))]), Some(json!(60)));
    }

    /// Generated histories in which each side adds marked words, removes some and adopts those of the other: exactly the
    /// reader's own words are found.
    #[test]
    fn exactly_the_own_words_are_found() {
        let mut rng = SeededRng(7);
        let mut roll = |below: usize| rng.next(below);
        for _ in 0..300 {
            let mut words: Vec<String> = Vec::new();
            let mut versions: Vec<(Side, Json)> = Vec::new();
            for count in 0..6 {
                let by = if roll(2) == 0 { SAM } else { ANA };
                for _ in 0..=roll(3) {
                    let word = format!("{}{count}{}", by.word(), roll(1000));
                    words.insert(roll(words.len() + 1), word);
                }
                if words.len() > 3 && roll(3) == 0 {
                    words.remove(roll(words.len()));
                }
                versions.push((by, json!(words.join(" "))));
            }
            let last = versions.iter().rfind(|(by, _)| *by == ANA);
            let last = last.map_or("", |(_, text)| text.as_str().unwrap());
            let expected: Vec<&str> =
                last.split(' ').filter(|word| word.starts_with(ANA.word())).collect();
            let found = of_ana(&versions).unwrap_or_default();
            let found = found.as_str().unwrap_or_default().split_whitespace();
            let found: Vec<&str> = found.filter(|word| *word != GAP).collect();
            assert_eq!(found, expected, "{versions:?}");
        }
    }
}
