//! Chooses the displayed value of a part among concurrent ones.

use serde_json::Value as Json;

use crate::domain::person::Side;
use crate::share::parts::{AtOnce, OF, PartContent, SharePart};
use crate::share::show::ShareWrite;

/// The result of resolving the values of a part.
pub(super) struct ChosenWrite<'v> {
    pub write: &'v ShareWrite,
    pub content: PartContent,
    pub others: Vec<&'v ShareWrite>,
    /// Equal accounts of the same event.
    pub alike: Vec<&'v ShareWrite>,
}

pub(super) fn choose<'v>(part: &SharePart, writes: &'v [ShareWrite]) -> Option<ChosenWrite<'v>> {
    let mut read: Vec<(&ShareWrite, &PartContent)> =
        writes.iter().filter_map(|write| Some((write, write.fields()?))).collect();
    // A side that withholds its content takes no part in a conflict.
    if read.iter().any(|(_, content)| !part.is_withheld(content)) {
        read.retain(|(_, content)| !part.is_withheld(content));
    }
    // A repeated version is older than its author's own current one.
    let own: Vec<Side> = read
        .iter()
        .filter(|(_, content)| !content.contains_key(OF))
        .map(|(write, _)| write.by)
        .collect();
    read.retain(|(_, content)| {
        let of = content.get(OF).and_then(Json::as_str);
        let of = of.and_then(|side| side.parse::<Side>().ok());
        of.is_none_or(|side| !own.contains(&side))
    });
    let all: Vec<&PartContent> = read.iter().map(|(_, content)| *content).collect();
    read.retain(|(_, content)| {
        let mut others = all.iter();
        !others.any(|other| part.at_once.gives_way(content, other))
    });
    // An empty value does not conflict: most often an undo left it.
    if read.iter().any(|(_, content)| !part.is_blank(content)) {
        read.retain(|(_, content)| !part.is_blank(content));
    }
    read.sort_by_key(|(_, content)| part.at_once.is_preferred(content));
    let (write, content) = read.pop()?;
    let mut others: Vec<&ShareWrite> = Vec::new();
    let alike = match part.at_once {
        AtOnce::Accounts { .. } => read
            .iter()
            .filter(|(_, other)| part.is_alike(content, other))
            .map(|(write, _)| *write)
            .collect(),
        _ => Vec::new(),
    };
    if !matches!(part.at_once, AtOnce::Quiet) {
        let mut versions = vec![content];
        for (other, other_content) in read.into_iter().rev() {
            if !versions.iter().any(|known| part.is_alike(known, other_content)) {
                versions.push(other_content);
                others.push(other);
            }
        }
    }
    Some(ChosenWrite { write, content: content.clone(), others, alike })
}
