//! How counts become a verdict.

use crate::domain::promise::Verdict;
use crate::domain::promise::outcome::verdict;

#[test]
fn the_thresholds_of_a_verdict() {
    let verdicts = [(0, 0), (9, 10), (8, 9), (4, 5), (3, 4), (1, 2), (1, 3)];
    let verdicts = verdicts.map(|(kept, of)| verdict(kept, of));
    let expected = [
        Verdict::Unmeasured,
        Verdict::Kept,
        Verdict::Kept,
        Verdict::Kept,
        Verdict::Partly,
        Verdict::Partly,
        Verdict::Broken,
    ];
    assert_eq!(verdicts, expected);
}
