//! Chooses the displayed value of a part among concurrent ones.

use serde_json::Value as Json;

use crate::domain::person::Side;
use crate::share::parts::{AtOnce, OF, PartWords, SharePart};
use crate::share::show::ShareWrite;

/// The result of resolving the values of a part.
pub(super) struct ChosenWrite<'v> {
    pub write: &'v ShareWrite,
    pub words: PartWords,
    pub others: Vec<&'v ShareWrite>,
    /// Equal accounts of the same event.
    pub alike: Vec<&'v ShareWrite>,
}

pub(super) fn choose<'v>(part: &SharePart, writes: &'v [ShareWrite]) -> Option<ChosenWrite<'v>> {
    let mut read: Vec<(&ShareWrite, &PartWords)> =
        writes.iter().filter_map(|write| Some((write, write.fields()?))).collect();
    // A side that withholds its words takes no part in a conflict.
    if read.iter().any(|(_, words)| !part.is_withheld(words)) {
        read.retain(|(_, words)| !part.is_withheld(words));
    }
    // A repeated version is older than its author's own current one.
    let own: Vec<Side> = read
        .iter()
        .filter(|(_, words)| !words.contains_key(OF))
        .map(|(write, _)| write.by)
        .collect();
    read.retain(|(_, words)| {
        let of = words.get(OF).and_then(Json::as_str);
        let of = of.and_then(|side| side.parse::<Side>().ok());
        of.is_none_or(|side| !own.contains(&side))
    });
    let all: Vec<&PartWords> = read.iter().map(|(_, words)| *words).collect();
    read.retain(|(_, words)| {
        let mut others = all.iter();
        !others.any(|other| part.at_once.gives_way(words, other))
    });
    // An empty value does not conflict: most often an undo left it.
    if read.iter().any(|(_, words)| !part.says_nothing(words)) {
        read.retain(|(_, words)| !part.says_nothing(words));
    }
    read.sort_by_key(|(_, words)| part.at_once.is_preferred(words));
    let (write, words) = read.pop()?;
    let mut others: Vec<&ShareWrite> = Vec::new();
    let alike = match part.at_once {
        AtOnce::Accounts { .. } => read
            .iter()
            .filter(|(_, other)| part.is_alike(words, other))
            .map(|(write, _)| *write)
            .collect(),
        _ => Vec::new(),
    };
    if !matches!(part.at_once, AtOnce::Quiet) {
        let mut said = vec![words];
        for (other, other_words) in read.into_iter().rev() {
            if !said.iter().any(|known| part.is_alike(known, other_words)) {
                said.push(other_words);
                others.push(other);
            }
        }
    }
    Some(ChosenWrite { write, words: words.clone(), others, alike })
}
