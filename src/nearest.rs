//! "Did you mean": the known word that is nearest to the one that was typed.

/// The nearest, if one is near enough to have been meant.
pub fn nearest<'n>(typed: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let typed = typed.to_lowercase();
    let likeness = |name: &'n str| (strsim::jaro_winkler(name, &typed), name);
    let best = known
        .into_iter()
        .map(likeness)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    best.filter(|(likeness, _)| *likeness > 0.75)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognised_and_another_word_is_not() {
        let known = ["color", "editor", "pager"];
        assert_eq!(nearest("colour", known), Some("color"));
        assert_eq!(nearest("Editro", known), Some("editor"));
        assert_eq!(nearest("frobnicate", known), None);
        assert_eq!(nearest("", known), None);
    }
}
