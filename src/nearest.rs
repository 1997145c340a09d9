//! Suggests the known word closest to a misspelt one.

/// Returns the known word closest to the typed one, if it is similar enough to be a likely misspelling.
pub fn nearest<'n>(typed: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let typed = typed.to_lowercase();
    // In a short word, swapped letters leave little that is similar.
    let is_slip = |name: &str| typed.len() > 2 && strsim::osa_distance(name, &typed) == 1;
    let with_similarity = |name: &'n str| {
        let similarity = strsim::jaro_winkler(name, &typed);
        (if is_slip(name) { similarity + 1.0 } else { similarity }, name)
    };
    let best = known.into_iter().map(with_similarity).max_by(|a, b| a.0.total_cmp(&b.0));
    best.filter(|(similarity, _)| *similarity > 0.75).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelling_is_recognised_but_not_a_different_word() {
        let known = ["color", "editor", "pager"];
        assert_eq!(nearest("colour", known), Some("color"));
        assert_eq!(nearest("Editro", known), Some("editor"));
        assert_eq!(nearest("frobnicate", known), None);
        assert_eq!(nearest("lgo", ["log", "goal", "topic"]), Some("log"));
        assert_eq!(nearest("go", ["log"]), None);
        assert_eq!(nearest("", known), None);
    }
}
