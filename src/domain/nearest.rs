//! Suggests the known word closest to a misspelt one. No suggestion is better than a wrong one.

use std::cmp::Reverse;

/// Minimum length of a prefix that is taken for the whole word.
const MIN_BEGINNING: usize = 3;

/// Returns the known word that the typed one is probably a misspelling or the beginning of.
pub fn nearest<'n>(typed: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let typed = typed.to_lowercase();
    let known: Vec<&str> = known.into_iter().collect();
    let misspelt = known.iter().copied().filter_map(|name| Some((slips(&typed, name)?, name)));
    // Of names with as many slips, the one that begins alike is the likeliest.
    let likeliest =
        misspelt.min_by_key(|(slips, name)| (*slips, Reverse(common_beginning(&typed, name))));
    likeliest.map(|(_, name)| name).or_else(|| longer(&typed, &known))
}

/// Returns the number of slips that turn the name into the typed word (a letter missing, added or replaced, or two
/// swapped); `None`: they are different words. One slip is allowed for every three letters, and the first letter is
/// rarely among several.
pub fn slips(typed: &str, name: &str) -> Option<usize> {
    let name = name.to_lowercase();
    let most = typed.chars().count().min(name.chars().count()) / 3;
    let slips = strsim::osa_distance(typed, &name);
    let is_misspelling = slips <= most && (slips < 2 || common_beginning(typed, &name) > 0);
    is_misspelling.then_some(slips)
}

fn common_beginning(a: &str, b: &str) -> usize {
    a.chars().zip(b.to_lowercase().chars()).take_while(|(a, b)| a == b).count()
}

/// Returns the only known word that begins with the typed one.
fn longer<'n>(typed: &str, known: &[&'n str]) -> Option<&'n str> {
    let mut longer = known.iter().filter(|name| name.to_lowercase().starts_with(typed));
    let only = longer.next().filter(|_| longer.next().is_none())?;
    let length = typed.chars().count();
    let lacks_one = length > 1 && only.chars().count() == length + 1;
    (length >= MIN_BEGINNING || lacks_one).then_some(*only)
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMANDS: [&str; 12] = [
        "log", "goal", "topic", "followup", "export", "search", "undo", "restore", "pair", "win",
        "when", "agree",
    ];
    const OPTIONS: [&str; 10] = [
        "minutes", "editor", "done", "owner", "force", "from", "no-pager", "for-partner", "reason",
        "private-note",
    ];

    #[test]
    fn misspelt_word_and_only_beginning_are_recognised() {
        for (typed, meant) in [
            ("lgo", "log"),
            ("gaol", "goal"),
            ("goall", "goal"),
            ("folowup", "followup"),
            ("follow-up", "followup"),
            ("tpoic", "topic"),
            ("exprot", "export"),
            ("serach", "search"),
            ("SEARCH", "search"),
            ("wni", "win"),
            ("exp", "export"),
            ("rest", "restore"),
            ("lo", "log"),
        ] {
            assert_eq!(nearest(typed, COMMANDS), Some(meant), "{typed}");
        }
        for (typed, meant) in [
            ("min", "minutes"),
            ("minuets", "minutes"),
            ("dne", "done"),
            ("Editro", "editor"),
            ("for-partnr", "for-partner"),
            ("privat-note", "private-note"),
        ] {
            assert_eq!(nearest(typed, OPTIONS), Some(meant), "{typed}");
        }
        assert_eq!(nearest("colour", ["color", "editor"]), Some("color"));
    }

    #[test]
    fn different_word_is_not_taken_for_a_misspelling() {
        for typed in ["foo", "exit", "go", "", "plan", "frobnicate", "whoami", "se", "g"] {
            assert_eq!(nearest(typed, COMMANDS), None, "{typed}");
        }
        for typed in ["duration", "person", "for", "note", "format", "owed", "fo", "until", "mins"]
        {
            assert_eq!(nearest(typed, OPTIONS), None, "{typed}");
        }
    }

    #[test]
    fn of_two_similar_words_the_one_that_begins_alike_is_meant() {
        assert_eq!(nearest("bogata", ["bata", "bogota"]), Some("bogota"));
        assert_eq!(nearest("lost", ["cost", "list"]), Some("list"));
    }
}
