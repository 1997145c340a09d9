//! bash splits `--pair=an` into three words and replaces only the last one with a candidate.

use clap_complete::engine::CompletionCandidate;

/// Joins the words that bash has split at `=`. Returns the words, the index of the one to complete, and the part of it
/// that bash keeps before the candidate.
pub fn join_split_words(words: &[String], index: usize) -> (Vec<String>, usize, String) {
    let (mut joined_index, mut before) = (words.len(), String::new());
    let mut joined: Vec<String> = Vec::new();
    for (number, word) in words.iter().enumerate() {
        let joins = word == "=" || number > 0 && words[number - 1] == "=";
        match joined.last_mut().filter(|_| joins) {
            Some(last) => {
                let merged = format!("{last}{word}");
                if number == index {
                    before = if word == "=" { merged.clone() } else { last.clone() };
                }
                *last = merged;
            }
            None => joined.push(word.clone()),
        }
        if number == index {
            joined_index = joined.len() - 1;
        }
    }
    (joined, joined_index, before)
}

/// Removes the quoting of a word as the shell would. Returns it with the quote that is still open, if any.
pub fn unquote_word(word: &str) -> (String, Option<char>) {
    let first_word = |text: &str| {
        let words = shell_words::split(text).ok()?;
        Some(words.into_iter().next().unwrap_or_default())
    };
    // A trailing backslash would quote a character that is not typed yet.
    let stem = word.trim_end_matches('\\');
    let has_open_escape = (word.len() - stem.len()) % 2 == 1;
    let word = &word[..word.len() - usize::from(has_open_escape)];
    if let Some(text) = first_word(word) {
        return (text, None);
    }
    let open = ['\'', '"'].into_iter().find_map(|quote| {
        let text = first_word(&format!("{word}{quote}"))?;
        Some((text, Some(quote)))
    });
    open.unwrap_or_else(|| (word.to_owned(), None))
}

/// Quotes a value as one word in which the shell expands nothing. `None`: it can't be written within the open quote.
pub fn quote_word(value: &str, quote: Option<char>) -> Option<String> {
    let is_special = |c: char| match quote {
        Some('"') => matches!(c, '"' | '\\' | '$' | '`' | '!'),
        _ => c.is_ascii() && !c.is_ascii_alphanumeric() && !"-_./=:,@%+".contains(c),
    };
    if quote == Some('\'') {
        return (!value.contains('\'')).then(|| value.to_owned());
    }
    // Within double quotes `\!` keeps its backslash, and a bare `!` expands the history.
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

/// The beginning of a word that the shell expands: `~/`, `$HOME/`, `"${HOME}/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpandedPrefix {
    /// As typed on the line, without an open quote.
    pub typed: String,
    /// As the program receives it.
    pub expanded: String,
}

/// Expands the beginning of a word; returns it with the rest as typed. `None`: nothing is expanded, or it is more than
/// a variable, such as a command substitution, which is never run. `~` is the home folder only at the start of a whole
/// word.
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
        Some(name) => name.strip_prefix('{').map_or(Some(name), |name| name.strip_suffix('}'))?,
        None if head == "~" && is_whole && quote.is_empty() && option.is_empty() => "HOME",
        None => return None,
    };
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let folder = variable(name).filter(|_| name.chars().all(is_name))?;
    let prefix = ExpandedPrefix {
        typed: format!("{option}{head}/"),
        expanded: format!("{option}{}/", folder.trim_end_matches('/')),
    };
    Some((prefix, format!("{quote}{rest}")))
}

/// Removes the part of the candidate that bash keeps on the line.
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
    fn quoted_values_are_read_back_as_one_word() {
        let values = [
            "z first call", "$(touch x)", "`x`", "~root", "a'b\"c", "*?[a]{b}", "a;b&c|d<e>f",
            "#x", "é!", "\\",
        ];
        for value in values {
            let text = quote_word(value, None).unwrap();
            assert_eq!(shell_words::split(&text).unwrap(), [value], "{text}");
            assert_eq!(unquote_word(&text), (value.to_owned(), None));
            for quote in ['\'', '"'] {
                if let Some(text) = quote_word(value, Some(quote)) {
                    let quoted = format!("{quote}{text}{quote}");
                    assert_eq!(shell_words::split(&quoted).unwrap(), [value], "{quoted}");
                }
            }
        }
        assert_eq!(quote_word("Europe/London", None).as_deref(), Some("Europe/London"));
        assert_eq!(unquote_word("'z fi"), ("z fi".to_owned(), Some('\'')));
        assert_eq!(unquote_word("\"z \\$"), ("z $".to_owned(), Some('"')));
        assert_eq!(unquote_word("z\\"), ("z".to_owned(), None));
    }

    #[test]
    fn home_folder_and_variables_are_expanded_like_in_the_shell() {
        let home = |name: &str| (name == "HOME").then(|| "/h o".to_owned());
        let expand = |word: &str| {
            let (prefix, rest) = expand_prefix(word, true, home)?;
            Some([prefix.typed, prefix.expanded, rest])
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
            "\"~/a", "'$HOME/a", "\\~/a", "\\$HOME/a", "--from=~/a", "$NONE/a", "$(id)/a",
            "`id`/a", "${HOME:-x}/a", "~root/a", "$HOME", "a/$HOME/b",
        ] {
            assert_eq!(expand(word), None, "{word}");
        }
        assert_eq!(expand_prefix("~/a", false, home), None);
    }

    #[test]
    fn words_split_at_an_equals_sign_are_joined() {
        for (words, index, expected) in [
            (&["mentor", "--pair", "=", "an"][..], 3, (&["mentor", "--pair=an"][..], 1, "--pair=")),
            (&["mentor", "--pair", "="], 2, (&["mentor", "--pair="], 1, "--pair=")),
            (&["mentor", "--pair", "=", "an", "go"], 4, (&["mentor", "--pair=an", "go"], 2, "")),
            (&["mentor", "goal", ""], 2, (&["mentor", "goal", ""], 2, "")),
        ] {
            let words: Vec<String> = words.iter().map(ToString::to_string).collect();
            let (joined, joined_index, before) = join_split_words(&words, index);
            assert_eq!(
                (joined, joined_index, before.as_str()),
                (expected.0.iter().map(ToString::to_string).collect(), expected.1, expected.2)
            );
        }
    }
}
