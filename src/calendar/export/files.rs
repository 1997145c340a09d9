//! A calendar as files of one event each, as vdirsyncer and khal keep them.

use std::collections::BTreeMap;

/// The files that a written calendar comes apart into, by identity. What became of an occurrence is in the file of its
/// rhythm, and a file defines the zones that it speaks of.
pub fn event_files(calendar: &str) -> Vec<(String, String)> {
    let mut zones: Vec<(String, String)> = Vec::new();
    let mut events: BTreeMap<String, String> = BTreeMap::new();
    let mut block: Option<(&str, String)> = None;
    for line in calendar.split_inclusive("\r\n") {
        let begun = line.trim_end().strip_prefix("BEGIN:");
        if block.is_none() && begun.is_some_and(|name| name != "VCALENDAR") {
            block = begun.map(|name| (name, String::new()));
        }
        let Some((name, text)) = &mut block else {
            continue;
        };
        text.push_str(line);
        if line.trim_end().strip_prefix("END:") != Some(name) {
            continue;
        }
        let key = if *name == "VTIMEZONE" {
            "TZID:"
        } else {
            "UID:"
        };
        let value = text.lines().find_map(|line| line.strip_prefix(key));
        let value = value.unwrap_or_default().to_owned();
        match *name {
            "VTIMEZONE" => zones.push((value, std::mem::take(text))),
            _ => events.entry(value).or_default().push_str(text),
        }
        block = None;
    }
    let whole = |events: &str| {
        let mut text =
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//mentor//mentor//EN\r\n".to_owned();
        for (name, zone) in &zones {
            if events.contains(&format!("TZID={name}:")) {
                text.push_str(zone);
            }
        }
        text + events + "END:VCALENDAR\r\n"
    };
    events
        .into_iter()
        .map(|(uid, events)| (uid, whole(&events)))
        .collect()
}
