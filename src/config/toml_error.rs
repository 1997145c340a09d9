//! Explains TOML syntax errors to someone who fills in a form.
//!
//! The parser's errors differ only in their messages. An unknown message is shown unchanged, without what the parser
//! expected.

/// Returns what is wrong in a line, and how to write it. `message` is the parser's, `line` the text of that line.
pub fn in_plain_words(message: &str, line: &str) -> (String, Option<String>) {
    let (key, value) = line.split_once('=').unwrap_or((line, ""));
    let key = key.split_whitespace().next().unwrap_or("key");
    let has_no_value = value.trim().is_empty() || value.trim_start().starts_with('#');
    let starts_with = |beginning: &str| message.starts_with(beginning);
    let with_hint = |text: String, hint: &str| (text, Some(hint.to_owned()));
    let quoted = format!("write it as `{key} = \"...\"`");
    if starts_with("key with no value") {
        return (format!("`{key}` has no `=` and no value"), Some(comment_hint(&quoted)));
    }
    if starts_with("string values must be quoted") || starts_with("missing value") {
        return if has_no_value {
            (format!("`{key}` has no value"), Some(comment_hint(&quoted)))
        } else {
            (format!("the value of `{key}` needs quotes"), Some(quoted))
        };
    }
    if starts_with("duplicate key") {
        return (format!("`{key}` is given twice"), None);
    }
    let several_lines = "a text of several lines begins and ends with `\"\"\"`";
    if starts_with("invalid basic string") {
        return with_hint("the quote at the end of the text is missing".into(), several_lines);
    }
    if starts_with("invalid multi-line") {
        return ("the quotes at the end of the text of several lines are missing".into(), None);
    }
    if starts_with("missing comma between array elements") || starts_with("unclosed array") {
        let list = format!("write it as `{key} = [\"one\", \"two\"]`");
        let hint = (line.contains('[') && line.contains('=')).then_some(list);
        return ("a comma between two entries is missing, or the `]` after the last".into(), hint);
    }
    if starts_with("unexpected key or value") {
        let hint = "write a quote inside a text as `\\\"`";
        return with_hint("there is more after the end of the value".into(), hint);
    }
    if starts_with("missing escaped value") {
        return with_hint("the text contains a single `\\`".into(), "write it as `\\\\`");
    }
    // What the parser expected is named in its own terms.
    let end = message.find(", expected").unwrap_or(message.len());
    (message[..end].to_owned(), None)
}

fn comment_hint(how: &str) -> String {
    format!("{how}, or begin the line with `#` to leave it out")
}

#[cfg(test)]
mod tests {
    #[test]
    fn syntax_errors_say_what_to_mend_without_the_words_of_a_parser() {
        for (text, says) in [
            ("notes \"x\"", "`notes` has no `=` and no value"),
            ("hello there", "`hello` has no `=` and no value"),
            ("notes =", "`notes` has no value"),
            ("notes = # later", "`notes` has no value"),
            ("notes = We met", "the value of `notes` needs quotes"),
            ("minutes = 5\nminutes = 6", "`minutes` is given twice"),
            ("notes = \"x", "the quote at the end of the text is missing"),
            ("notes = \"\"\"x", "the quotes at the end of the text of several lines are missing"),
            (
                "done = [\"1\" \"2\"]",
                "a comma between two entries is missing, or the `]` after the last",
            ),
            ("done = [\"1\"", "a comma between two entries is missing, or the `]` after the last"),
            (
                "done = [\"1\"\nminutes = 5",
                "a comma between two entries is missing, or the `]` after the last",
            ),
            ("notes = \"She said \"no\"\"", "there is more after the end of the value"),
            ("notes = \"C:\\dir\"", "the text contains a single `\\`"),
            ("[x", "unclosed table"),
        ] {
            let failure = crate::config::toml_text::parse(text, "the form").unwrap_err();
            let line = text.lines().count();
            let message = failure.to_string();
            assert!(
                [1, line].iter().any(|line| message == format!("line {line} of the form: {says}")),
                "{text}\n{message}"
            );
            assert!(!message.contains("expected"), "{message}");
        }
    }
}
