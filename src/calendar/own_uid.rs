//! Recognises UIDs of mentor that a program has spelled in another way.

use std::collections::HashSet;

use uuid::Uuid;

use crate::calendar::event::{Calendar, original_uid};

impl Calendar {
    /// Gives events their UIDs as mentor wrote them: in lower case, without the domain that Google appends. `known` are the
    /// UIDs of the data file; those of other programs stay as they are.
    pub fn restore_own_uids(&mut self, known: &HashSet<String>) {
        for event in &mut self.events {
            let Some(uid) = event.uid.as_deref().filter(|uid| !known.contains(*uid)) else {
                continue;
            };
            if let Some(own) = own_uid(uid, known) {
                event.uid = Some(own.into());
            }
        }
    }
}

/// Returns the known UID of which another one is a spelling.
fn own_uid(uid: &str, known: &HashSet<String>) -> Option<String> {
    let series = original_uid(uid);
    let spelled = series.split_once('@').map_or(series, |(spelled, _)| spelled);
    let own = Uuid::parse_str(spelled.trim()).ok()?.to_string();
    known.contains(&own).then(|| format!("{own}{}", &uid[series.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_an_own_uid_are_recognised() {
        let own = "0193b1a0-0000-7000-8000-000000000001";
        let known = HashSet::from([own.to_owned()]);
        for spelled in [
            own.to_uppercase(),
            format!("{own}@google.com"),
            format!("{}@GOOGLE.COM", own.to_uppercase()),
            format!("{{{own}}}"),
            own.replace('-', ""),
        ] {
            assert_eq!(own_uid(&spelled, &known).as_deref(), Some(own), "{spelled}");
        }
        let continued = format!("{}_R20261210T170000", own.to_uppercase());
        assert_eq!(own_uid(&continued, &known), Some(format!("{own}_R20261210T170000")));
        for other in ["0193b1a0-0000-7000-8000-000000000002", "abc@google.com", ""] {
            assert_eq!(own_uid(other, &known), None, "{other}");
        }
    }
}
