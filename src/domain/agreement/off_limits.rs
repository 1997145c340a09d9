//! Matches texts against the topics that an agreement puts off limits.

/// Returns the first of the limits that shares a word with the text. Words of up to three letters count only if a limit
/// has no longer ones. Plurals match singulars.
pub fn first_match<'l>(limits: &'l [String], text: &str) -> Option<&'l str> {
    let singular = |word: &str| match word.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => word.trim_end_matches('s').to_owned(),
    };
    let words_of = |text: &str| -> Vec<String> {
        let text = text.to_lowercase();
        let words = text.split(|c: char| !c.is_alphanumeric()).map(singular);
        words.filter(|word| !word.is_empty()).collect()
    };
    let text_words = words_of(text);
    let matches_text = |limit: &&String| {
        let words = words_of(limit);
        let is_long = |word: &&String| word.chars().count() > 3;
        let has_long = words.iter().any(|word| is_long(&word));
        let mut significant = words.iter().filter(|word| !has_long || is_long(word));
        significant.any(|word| text_words.contains(word))
    };
    limits.iter().find(matches_text).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_matches_a_limit_by_a_word_in_any_number_or_case() {
        let limits = ["Family".to_owned(), "my health problems".to_owned()];
        assert_eq!(first_match(&limits, "How the FAMILY took it"), Some("Family"));
        assert_eq!(first_match(&limits, "Our families"), Some("Family"));
        assert_eq!(first_match(&limits, "A problem at work"), Some("my health problems"));
        assert_eq!(first_match(&limits, "Familiar with Rust, my way"), None);
    }

    #[test]
    fn a_limit_of_short_words_is_matched_too() {
        let limits = ["Pay".to_owned()];
        assert_eq!(first_match(&limits, "When to ask for more pay"), Some("Pay"));
        assert_eq!(first_match(&limits, "Paying attention"), None);
    }
}
