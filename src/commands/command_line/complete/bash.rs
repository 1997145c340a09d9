//! bash takes `--pair=an` for three words, and puts the answer in the place of the last.

use clap_complete::engine::CompletionCandidate;

/// The words as they were typed, the place of the one that is completed, and what stands before its answer.
pub fn join_split_words(words: &[String], at: usize) -> (Vec<String>, usize, String) {
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

/// A word as the shell would hand it over, and the quote that it is typed in, if that is still open.
pub fn unquote_word(word: &str) -> (String, Option<char>) {
    let whole = |text: &str| {
        let words = shell_words::split(text).ok()?;
        Some(words.into_iter().next().unwrap_or_default())
    };
    // A backslash at the end waits for what it is to stand before.
    let stem = word.trim_end_matches('\\');
    let is_waiting = (word.len() - stem.len()) % 2 == 1;
    let word = &word[..word.len() - usize::from(is_waiting)];
    if let Some(text) = whole(word) {
        return (text, None);
    }
    let open = ['\'', '"'].into_iter().find_map(|quote| {
        let text = whole(&format!("{word}{quote}"))?;
        Some((text, Some(quote)))
    });
    open.unwrap_or_else(|| (word.to_owned(), None))
}

/// The value as it is to stand on the line: one word, of which the shell carries out nothing. None: within these quotes it
/// can't be written.
pub fn quote_word(value: &str, quote: Option<char>) -> Option<String> {
    let is_special = |c: char| match quote {
        Some('"') => matches!(c, '"' | '\\' | '$' | '`' | '!'),
        _ => c.is_ascii() && !c.is_ascii_alphanumeric() && !"-_./=:,@%+".contains(c),
    };
    if quote == Some('\'') {
        return (!value.contains('\'')).then(|| value.to_owned());
    }
    // `!` keeps its backslash within double quotes, and is carried out without one.
    if quote == Some('"') && value.contains('!') {
        return None;
    }
    let mut text = String::with_capacity(value.len());
    for c in value.chars() {
        if is_special(c) {
            text.push('\\');
        }
        text.push(c);
    }
    Some(text)
}

/// The beginning of a word in the place of which the shell puts another text: `~/`, `$HOME/`, `"${HOME}/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpandedPrefix {
    /// As it stands on the line, without an open quote.
    pub typed: String,
    pub meant: String,
}

/// What the shell makes of the beginning of a word, and the rest as it was typed. None: it takes the word as it is, or for
/// more than a variable: nothing of it is carried out. Only at the beginning of a whole word is `~` the home folder.
pub fn expand_prefix(
    word: &str,
    is_whole: bool,
    variable: impl Fn(&str) -> Option<String>,
) -> Option<(ExpandedPrefix, String)> {
    let option = match word.split_once('=') {
        Some((name, _)) if name.starts_with("--") => &word[..=name.len()],
        _ => "",
    };
    let value = &word[option.len()..];
    let quote = if value.starts_with('"') { "\"" } else { "" };
    let (head, rest) = value[quote.len()..].split_once('/')?;
    let name = match head.strip_prefix('$') {
        Some(name) => name
            .strip_prefix('{')
            .map_or(Some(name), |name| name.strip_suffix('}'))?,
        None if head == "~" && is_whole && quote.is_empty() && option.is_empty() => "HOME",
        None => return None,
    };
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let folder = variable(name).filter(|_| name.chars().all(is_name))?;
    let prefix = ExpandedPrefix {
        typed: format!("{option}{head}/"),
        meant: format!("{option}{}/", folder.trim_end_matches('/')),
    };
    Some((prefix, format!("{quote}{rest}")))
}

/// The candidate without what stands on the line already.
pub fn strip_typed_prefix(before: &str, candidate: CompletionCandidate) -> CompletionCandidate {
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
    fn every_value_is_one_word_that_the_shell_hands_over_as_it_is() {
        let values = [
            "z first call",
            "$(touch x)",
            "`x`",
            "~root",
            "a'b\"c",
            "*?[a]{b}",
            "a;b&c|d<e>f",
            "#x",
            "é!",
            "\\",
        ];
        for value in values {
            let text = quote_word(value, None).unwrap();
            assert_eq!(shell_words::split(&text).unwrap(), [value], "{text}");
            assert_eq!(unquote_word(&text), (value.to_owned(), None));
            for quote in ['\'', '"'] {
                if let Some(text) = quote_word(value, Some(quote)) {
                    let whole = format!("{quote}{text}{quote}");
                    assert_eq!(shell_words::split(&whole).unwrap(), [value], "{whole}");
                }
            }
        }
        assert_eq!(
            quote_word("Europe/London", None).as_deref(),
            Some("Europe/London")
        );
        assert_eq!(unquote_word("'z fi"), ("z fi".to_owned(), Some('\'')));
        assert_eq!(unquote_word("\"z \\$"), ("z $".to_owned(), Some('"')));
        assert_eq!(unquote_word("z\\"), ("z".to_owned(), None));
    }

    #[test]
    fn a_home_folder_and_a_variable_are_what_the_shell_makes_of_them() {
        let home = |name: &str| (name == "HOME").then(|| "/h o".to_owned());
        let expand = |word: &str| {
            let (prefix, rest) = expand_prefix(word, true, home)?;
            Some([prefix.typed, prefix.meant, rest])
        };
        for (word, expanded) in [
            ("~/a\\ b", ["~/", "/h o/", "a\\ b"]),
            ("$HOME/", ["$HOME/", "/h o/", ""]),
            ("${HOME}/a", ["${HOME}/", "/h o/", "a"]),
            ("\"$HOME/a b", ["$HOME/", "/h o/", "\"a b"]),
            ("--from=$HOME/a", ["--from=$HOME/", "--from=/h o/", "a"]),
        ] {
            assert_eq!(expand(word), Some(expanded.map(str::to_owned)), "{word}");
        }
        for word in [
            "\"~/a",
            "'$HOME/a",
            "\\~/a",
            "\\$HOME/a",
            "--from=~/a",
            "$NONE/a",
            "$(id)/a",
            "`id`/a",
            "${HOME:-x}/a",
            "~root/a",
            "$HOME",
            "a/$HOME/b",
        ] {
            assert_eq!(expand(word), None, "{word}");
        }
        assert_eq!(expand_prefix("~/a", false, home), None);
    }

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
            let (glued, place, before) = join_split_words(&words, at);
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
