//! Recurrence rules of vCalendar 1.0, which old phones and organisers export.

/// How often a rule recurs if it does not say.
const DEFAULT_COUNT: &str = "2";

/// Rewrites a rule of vCalendar 1.0 in the form of iCalendar: `W1 TU TH #4` as `FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4`.
/// `None`: it has another form.
pub fn rewrite_rule(rule: &str) -> Option<String> {
    let mut words = rule.split_whitespace();
    let first = words.next()?;
    let (kind, interval) = first.split_at(first.find(|c: char| c.is_ascii_digit())?);
    let (frequency, list) = match kind {
        "D" => ("DAILY", None),
        "W" => ("WEEKLY", Some("BYDAY")),
        "MP" => ("MONTHLY", Some("BYDAY")),
        "MD" => ("MONTHLY", Some("BYMONTHDAY")),
        "YM" => ("YEARLY", Some("BYMONTH")),
        "YD" => ("YEARLY", Some("BYYEARDAY")),
        _ => return None,
    };
    let interval: u32 = interval.parse().ok()?;
    let (mut entries, mut places, mut end) = (Vec::new(), vec![String::new()], None);
    let mut places_are_used = true;
    for word in words {
        if let Some(count) = word.strip_prefix('#') {
            end = Some(if count == "0" { String::new() } else { format!(";COUNT={count}") });
        } else if word.len() >= 8 && word.starts_with(|c: char| c.is_ascii_digit()) {
            end = Some(format!(";UNTIL={word}"));
        } else if kind == "MP" && word.ends_with(['+', '-']) {
            // `1+ 1- FR`: the first and the last Friday.
            if places_are_used {
                places.clear();
            }
            places_are_used = false;
            places.push(signed(word));
        } else {
            list?;
            places_are_used = true;
            let entry = if word == "LD" { "-1".to_owned() } else { signed(word) };
            entries.extend(places.iter().map(|place| format!("{place}{entry}")));
        }
    }
    let list = list.filter(|_| !entries.is_empty());
    let list = list.map(|key| format!(";{key}={}", entries.join(","))).unwrap_or_default();
    let end = end.unwrap_or_else(|| format!(";COUNT={DEFAULT_COUNT}"));
    Some(format!("FREQ={frequency};INTERVAL={interval}{list}{end}"))
}

/// Moves the sign of a number to its front: `2-` is the second from the end.
fn signed(word: &str) -> String {
    match (word.strip_suffix('-'), word.strip_suffix('+')) {
        (Some(number), _) => format!("-{number}"),
        (_, Some(number)) => number.to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_rules_are_rewritten() {
        for (old, new) in [
            ("D2 20261210T000000Z", "FREQ=DAILY;INTERVAL=2;UNTIL=20261210T000000Z"),
            ("W1 TU TH #4", "FREQ=WEEKLY;INTERVAL=1;BYDAY=TU,TH;COUNT=4"),
            ("W2 #0", "FREQ=WEEKLY;INTERVAL=2"),
            ("W1", "FREQ=WEEKLY;INTERVAL=1;COUNT=2"),
            ("MP1 2- WE FR #3", "FREQ=MONTHLY;INTERVAL=1;BYDAY=-2WE,-2FR;COUNT=3"),
            ("MP2 1+ 1- FR 2+ MO #0", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1FR,-1FR,2MO"),
            ("MD1 3 LD 2- #2", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=3,-1,-2;COUNT=2"),
            ("YM1 12 #0", "FREQ=YEARLY;INTERVAL=1;BYMONTH=12"),
        ] {
            assert_eq!(rewrite_rule(old).as_deref(), Some(new), "{old}");
        }
        for other in ["FREQ=WEEKLY", "", "D", "M5 #1", "X1"] {
            assert_eq!(rewrite_rule(other), None, "{other}");
        }
    }
}
