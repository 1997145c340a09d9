//! bash takes `--pair=an` for three words, and puts the answer in the place of the last.

use clap_complete::engine::CompletionCandidate;

/// The words as they were typed, the place of the one that is completed, and what stands before its answer.
pub fn glued(words: &[String], at: usize) -> (Vec<String>, usize, String) {
    let (mut place, mut before) = (words.len(), String::new());
    let mut glued: Vec<String> = Vec::new();
    for (number, word) in words.iter().enumerate() {
        let joins = word == "=" || number > 0 && words[number - 1] == "=";
        match glued.last_mut().filter(|_| joins) {
            Some(last) => {
                let whole = format!("{last}{word}");
                if number == at {
                    before = if word == "=" {
                        whole.clone()
                    } else {
                        last.clone()
                    };
                }
                *last = whole;
            }
            None => glued.push(word.clone()),
        }
        if number == at {
            place = glued.len() - 1;
        }
    }
    (glued, place, before)
}

/// The candidate without what stands on the line already.
pub fn without(before: &str, candidate: CompletionCandidate) -> CompletionCandidate {
    let value = candidate.get_value().to_string_lossy();
    match value.strip_prefix(before).filter(|_| !before.is_empty()) {
        Some(rest) => CompletionCandidate::new(rest).help(candidate.get_help().cloned()),
        None => candidate,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_as_one_word_is_one_again() {
        for (words, at, meant) in [
            (
                &["mentor", "--pair", "=", "an"][..],
                3,
                (&["mentor", "--pair=an"][..], 1, "--pair="),
            ),
            (
                &["mentor", "--pair", "="],
                2,
                (&["mentor", "--pair="], 1, "--pair="),
            ),
            (
                &["mentor", "--pair", "=", "an", "go"],
                4,
                (&["mentor", "--pair=an", "go"], 2, ""),
            ),
            (&["mentor", "goal", ""], 2, (&["mentor", "goal", ""], 2, "")),
        ] {
            let words: Vec<String> = words.iter().map(ToString::to_string).collect();
            let (glued, place, before) = glued(&words, at);
            assert_eq!(
                (glued, place, before.as_str()),
                (
                    meant.0.iter().map(ToString::to_string).collect(),
                    meant.1,
                    meant.2
                )
            );
        }
    }
}
