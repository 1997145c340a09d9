//! Attributes the words of a value that two people have edited to their authors, as `git blame` does with lines.

use serde_json::Value as Json;

use crate::domain::person::Side;

const MAX_CELLS: usize = 1_000_000;

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
                let mut known = theirs().filter_map(|(_, value)| value.as_array());
                known.any(|known| known.contains(line))
            };
            let lines: Vec<Json> = lines
                .iter()
                .filter(|line| !is_theirs(line))
                .cloned()
                .collect();
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
        let same = attributed.iter().find(|(_, known, _)| *known == text);
        let words = if let Some((_, _, words)) = same {
            words.clone()
        } else {
            let mut words: Vec<AttributedWord<'_>> = text
                .split_inclusive(char::is_whitespace)
                .map(|word| (word, *by))
                .collect();
            // The writer knew the last version of both sides. A word that occurs in both counts as the reader's own.
            for side in [me.other(), me] {
                let last = attributed.iter().rfind(|(writer, ..)| *writer == side);
                if let Some((_, _, known)) = last {
                    carry_over(known, &mut words);
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
    text.contains(char::is_alphanumeric)
        .then(|| text.to_owned())
}

/// Assigns the author of an earlier version to each word that the two versions have in common.
fn carry_over(known: &[AttributedWord<'_>], words: &mut [AttributedWord<'_>]) {
    let same =
        |one: &AttributedWord<'_>, other: &AttributedWord<'_>| one.0.trim() == other.0.trim();
    let shorter = known.len().min(words.len());
    let start = (0..shorter)
        .take_while(|at| same(&known[*at], &words[*at]))
        .count();
    let end = (0..shorter - start)
        .take_while(|at| same(&known[known.len() - 1 - at], &words[words.len() - 1 - at]))
        .count();
    for at in 0..start {
        words[at].1 = known[at].1;
    }
    for at in 0..end {
        words[words.len() - 1 - at].1 = known[known.len() - 1 - at].1;
    }
    let known = &known[start..known.len() - end];
    let length = words.len();
    let words = &mut words[start..length - end];
    if known.is_empty() || words.is_empty() || known.len() * words.len() > MAX_CELLS {
        return;
    }
    // The longest common subsequence, from the end: how many words of it are left at each pair of places.
    let width = words.len() + 1;
    let mut left = vec![0_u32; (known.len() + 1) * width];
    for at in (0..known.len()).rev() {
        for place in (0..words.len()).rev() {
            left[at * width + place] = if same(&known[at], &words[place]) {
                left[(at + 1) * width + place + 1] + 1
            } else {
                left[(at + 1) * width + place].max(left[at * width + place + 1])
            };
        }
    }
    let (mut at, mut place) = (0, 0);
    while at < known.len() && place < words.len() {
        if same(&known[at], &words[place]) {
            words[place].1 = known[at].1;
            at += 1;
            place += 1;
        } else if left[(at + 1) * width + place] >= left[at * width + place + 1] {
            at += 1;
        } else {
            place += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const SAM: Side = Side::Mentor;
    const ANA: Side = Side::Mentee;

    fn of_ana(versions: &[(Side, Json)]) -> Option<Json> {
        let versions: Vec<(Side, &Json)> = versions.iter().map(|(by, it)| (*by, it)).collect();
        own_words(&versions, ANA)
    }

    #[test]
    fn words_of_the_other_side_are_left_out_of_a_text() {
        let sam = (SAM, json!("My doubts about the plan"));
        assert_eq!(of_ana(std::slice::from_ref(&sam)), None);
        let edited = (ANA, json!("My doubts and hopes about the plan"));
        assert_eq!(
            of_ana(&[sam.clone(), edited.clone()]),
            Some(json!("and hopes"))
        );
        let again = (SAM, json!("Our doubts and hopes about the new plan"));
        let last = (
            ANA,
            json!("Our doubts and hopes about the new plan, and fears"),
        );
        assert_eq!(
            of_ana(&[sam, edited, again, last]),
            Some(json!("and hopes ... plan, and fears"))
        );
    }

    #[test]
    fn a_text_that_both_wrote_alike_is_of_its_first_writer() {
        let (sam, ana) = ((SAM, json!("Scope")), (ANA, json!("Scope")));
        assert_eq!(of_ana(&[sam.clone(), ana.clone()]), None);
        assert_eq!(of_ana(&[ana, sam]), Some(json!("Scope")));
    }

    #[test]
    fn lists_are_taken_by_the_line_and_figures_whole() {
        let lists = [(SAM, json!(["one"])), (ANA, json!(["one", "two"]))];
        assert_eq!(of_ana(&lists), Some(json!(["two"])));
        assert_eq!(of_ana(&[(SAM, json!(40))]), None);
        assert_eq!(
            of_ana(&[(SAM, json!(40)), (ANA, json!(60))]),
            Some(json!(60))
        );
    }

    /// Generated histories in which each side adds marked words, removes some and adopts those of the other: exactly the
    /// reader's own words are found.
    #[test]
    fn every_own_word_is_found_and_no_other() {
        let mut state = 7_u64;
        let mut roll = |below: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap() % below
        };
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
            let expected: Vec<&str> = last
                .split(' ')
                .filter(|word| word.starts_with(ANA.word()))
                .collect();
            let found = of_ana(&versions).unwrap_or_default();
            let found = found.as_str().unwrap_or_default().split_whitespace();
            let found: Vec<&str> = found.filter(|word| *word != GAP).collect();
            assert_eq!(found, expected, "{versions:?}");
        }
    }
}
