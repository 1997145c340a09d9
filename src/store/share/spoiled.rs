//! Corrupted bodies, for the tests here and the fuzz target `bundle`.

use crate::domain::person::Side;
use crate::share::lines;
use crate::store::share::documents::{CircleDocument, DeviceSides, device_of};

/// Reads a body, rebuilds its documents and uses them as a take would. Returns whether it was accepted; it must never
/// panic.
pub fn read_body(body: &str) -> bool {
    let Ok(read) = lines::read(body, |_, _| Ok(())) else {
        return false;
    };
    read.iter().all(|lines| {
        let Ok(mut it) = CircleDocument::from_lines(lines) else {
            return false;
        };
        let lineages = lines.lineages.iter().enumerate();
        let side = |at: usize| {
            if at.is_multiple_of(2) { Side::Mentor } else { Side::Mentee }
        };
        let sides: DeviceSides =
            lineages.map(|(at, lineage)| (device_of(lineage), side(at))).collect();
        let heads = it.heads();
        let view = it.view(&heads, &sides);
        let sent = it.to_lines(lines.document, &|_| false);
        let mut text = String::new();
        let is_written = lines::write(&sent, &mut text).is_ok();
        let (saved, content) = it.save();
        let mut again = CircleDocument::load(&saved, &content);
        let is_kept = again.as_mut().is_some_and(|again| again.merge(&mut it).is_ok());
        let key = view.keys().next().cloned().unwrap_or_default();
        let puts = vec![(key, serde_json::json!({ "title": "Written upon it" }))];
        let published = again.map(|mut it| it.publish(&heads, &[9; 16], [0; 8], 0, puts).is_ok());
        is_written && is_kept && published == Some(true)
    })
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use serde_json::{Value as Json, json};

    use super::*;
    use crate::domain::test_data::{SeededRng, test_size};
    use crate::share::ShareDocument;
    use crate::share::lines::{LineChange, LineDocument, LineWrite};

    /// Returns a body with changes of two devices, some of them concurrent.
    fn body() -> String {
        let mut it = CircleDocument::default();
        let mut heads = Vec::new();
        for count in 0_u8..12 {
            let lineage = [1 + count % 2; 16];
            let key = format!("goal/record{}/title", count % 4);
            let puts = vec![(key, json!({ "title": format!("Version {count}") }))];
            let on = if count.is_multiple_of(3) { it.heads() } else { heads.clone() };
            let change = it.publish(&on, &lineage, [count; 8], 1_796_203_200, puts);
            if count % 3 != 1 {
                heads = vec![change.unwrap().change];
            }
        }
        let mut text = String::new();
        let lines = it.to_lines(ShareDocument::Shared, &|_| false);
        lines::write(&lines, &mut text).unwrap();
        text
    }

    /// Corrupts digits and lines of a body.
    fn spoil(body: &str, dice: &mut SeededRng) -> String {
        let mut lines: Vec<String> = body.lines().map(str::to_owned).collect();
        for _ in 0..=dice.next(2) {
            let at = dice.next(lines.len());
            match dice.next(8) {
                0 => drop(lines.remove(at)),
                1 => lines.insert(at, lines[at].clone()),
                2 => {
                    let other = dice.next(lines.len());
                    lines.swap(at, other);
                }
                3 => {
                    let cut = dice.next(lines[at].len().max(1));
                    lines[at].truncate(cut);
                }
                _ => {
                    let mut bytes = lines[at].clone().into_bytes();
                    let digits: Vec<usize> =
                        (0..bytes.len()).filter(|place| bytes[*place].is_ascii_digit()).collect();
                    if let Some(place) = digits.get(dice.next(digits.len().max(1))) {
                        bytes[*place] = b'0' + u8::try_from(dice.next(10)).unwrap();
                    }
                    lines[at] = String::from_utf8(bytes).unwrap();
                }
            }
            if lines.is_empty() {
                break;
            }
        }
        lines.join("\n")
    }

    /// Control: reads lines without any checks.
    fn unchecked(body: &str) -> Option<LineDocument> {
        let mut lines = body.lines().map(serde_json::from_str::<Json>);
        let head = lines.next()?.ok()?;
        let number = |json: &Json| usize::try_from(json.as_u64()?).ok();
        let texts = |json: &Json| -> Option<Vec<String>> {
            let all = json.as_array()?.iter();
            all.map(|text| Some(text.as_str()?.to_owned())).collect()
        };
        let mut changes = Vec::new();
        for line in lines {
            let line = line.ok()?;
            let writes = line["w"].as_array()?.iter().map(|put| {
                Some(LineWrite {
                    key: number(&put[0])?,
                    count: put[1].as_i64()?,
                    content: put.get(2).cloned(),
                })
            });
            changes.push(LineChange {
                lineage: number(&line["a"])?,
                time: line["t"].as_i64()?,
                message: line["m"].as_str()?.to_owned(),
                on: line["on"].as_array()?.iter().filter_map(number).collect(),
                writes: writes.collect::<Option<_>>()?,
            });
        }
        Some(LineDocument {
            document: ShareDocument::Shared,
            lineages: texts(&head["lives"])?
                .iter()
                .filter_map(|lineage| crate::share::from_hex(lineage))
                .collect(),
            keys: texts(&head["keys"])?,
            changes,
        })
    }

    #[test]
    fn unchecked_corrupted_bodies_can_panic() {
        let body = body();
        let is_found_out = |seed: u64| {
            let spoiled = spoil(&body, &mut SeededRng(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15)));
            let lines = unchecked(&spoiled);
            std::panic::catch_unwind(|| lines.as_ref().map(CircleDocument::from_lines)).is_err()
        };
        assert!((0..5_000).any(is_found_out));
    }

    /// Left out by `just check`.
    mod slow {
        use super::*;

        #[test]
        fn corrupted_bodies_are_rebuilt_or_refused() {
            let body = body();
            assert!(read_body(&body));
            let (mut sound, mut refused) = (0, 0);
            let mut longest = Duration::ZERO;
            for seed in 0..test_size(5_000_u64, 100_000) {
                let spoiled =
                    spoil(&body, &mut SeededRng(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15)));
                let begun = Instant::now();
                if read_body(&spoiled) {
                    sound += 1;
                } else {
                    refused += 1;
                }
                longest = longest.max(begun.elapsed());
            }
            // Both outcomes occur often, and neither takes long, even on a busy machine.
            assert!(sound > 200 && refused > 1_000, "{sound} sound, {refused} refused");
            assert!(longest < Duration::from_secs(10), "{longest:?}");
        }
    }
}
