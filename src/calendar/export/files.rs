//! Splits a calendar into one file per event, as vdirsyncer and khal store them.

use std::collections::BTreeMap;

use crate::calendar::invitation::record_uid;

/// Longest UID that names a file.
const MAX_NAME_BYTES: usize = 100;

/// Returns the name of the file for a UID: that of another program can be anything, also a path.
pub fn file_name(uid: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_.@".contains(c);
    let is_name = uid.len() <= MAX_NAME_BYTES && uid.chars().all(is_plain) && !uid.starts_with('.');
    if is_name { format!("{uid}.ics") } else { format!("{}.ics", record_uid(uid, None)) }
}

/// Joins folded lines.
pub fn unfold(calendar: &str) -> String {
    calendar.replace("\r\n ", "")
}

/// Splits a calendar written by mentor into files, each with its UID. All components with the same UID share a file,
/// and each file contains the definitions of its zones.
pub fn event_files(calendar: &str) -> Vec<(String, String)> {
    let mut zones: Vec<(String, String)> = Vec::new();
    let mut events: BTreeMap<String, String> = BTreeMap::new();
    let mut block: Option<(&str, String)> = None;
    for line in calendar.split_inclusive("\r\n") {
        let component = line.trim_end().strip_prefix("BEGIN:");
        if block.is_none() && component.is_some_and(|name| name != "VCALENDAR") {
            block = component.map(|name| (name, String::new()));
        }
        let Some((name, text)) = &mut block else {
            continue;
        };
        text.push_str(line);
        if line.trim_end().strip_prefix("END:") != Some(name) {
            continue;
        }
        let key = if *name == "VTIMEZONE" { "TZID:" } else { "UID:" };
        let unfolded = unfold(text);
        let value = unfolded.lines().find_map(|line| line.strip_prefix(key));
        let value = value.unwrap_or_default().to_owned();
        match *name {
            "VTIMEZONE" => zones.push((value, std::mem::take(text))),
            _ => events.entry(value).or_default().push_str(text),
        }
        block = None;
    }
    let file_text = |events: &str| {
        let mut text =
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//mentor//mentor//EN\r\n".to_owned();
        for (name, zone) in &zones {
            if events.contains(&format!("TZID={name}:")) {
                text.push_str(zone);
            }
        }
        text + events + "END:VCALENDAR\r\n"
    };
    events.into_iter().map(|(uid, events)| (uid, file_text(&events))).collect()
}
