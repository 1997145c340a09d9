//! Shows a key as six words that two people read to each other (`key_words.txt`: the English BIP 39 list, CC0).

use crate::share::seal::DeviceCard;

const WORDS: &str = include_str!("key_words.txt");

/// Returns six words for 66 bits of the key's fingerprint.
pub fn key_words(card: &DeviceCard) -> String {
    let words: Vec<&str> = WORDS.lines().collect();
    let mut bits = card
        .fingerprint()
        .into_iter()
        .take(9)
        .fold(0_u128, |bits, byte| bits << 8 | u128::from(byte));
    let mut chosen = Vec::new();
    for _ in 0..6 {
        let at = usize::try_from(bits % 2048).unwrap_or_default();
        chosen.push(words.get(at).copied().unwrap_or_default());
        bits /= 2048;
    }
    chosen.join(" ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn word_list_has_2048_different_words() {
        let words: BTreeSet<&str> = WORDS.lines().collect();
        assert_eq!(words.len(), 2048);
    }
}
