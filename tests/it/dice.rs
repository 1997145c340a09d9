//! A random number generator for generated tests, and how many histories they play.

use std::ops::Range;
use std::panic::{RefUnwindSafe, catch_unwind};

/// A linear congruential generator (Knuth, MMIX), whose numbers are the same for the same seed.
pub struct Dice(u64);

impl Dice {
    /// Starts at a state far from that of the neighbouring seeds.
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// Returns a number from 0 to `below - 1`.
    pub fn roll(&mut self, below: usize) -> usize {
        let next = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = next.wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % below
    }

    pub fn pick<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.roll(all.len())]
    }
}

/// Returns the seeds of generated histories: so many, or the second number in a full test run.
pub fn seeds(small: u64, full: u64) -> Range<u64> {
    match option_env!("MENTOR_TORTURE") {
        Some("full") => 0..full,
        _ => 0..small,
    }
}

/// Plays the history of each seed, and returns what each of them counted. The panic of a history is followed by one
/// that names its seed.
pub fn play_each<T>(seeds: Range<u64>, play: impl Fn(u64) -> T + RefUnwindSafe) -> Vec<T> {
    let play = &play;
    seeds
        .map(|seed| catch_unwind(|| play(seed)).unwrap_or_else(|_| panic!("seed {seed}")))
        .collect()
}
