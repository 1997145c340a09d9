//! Tests of authorship: parts in the wrong document, unsigned changes, replaced content.

use std::collections::HashMap;

use serde_json::{Value as Json, json};

use crate::domain::person::Side;
use crate::share::parts::{LIFE, OWNER, PartContent, RecordKey, TableParts};
use crate::share::show::{Causes, CircleView, ShareWrite, show};
use crate::share::{ChangeId, ShareDocument, lines};
use crate::store::share::documents::{CircleDocument, DocumentError};
use crate::store::share::history_model::sides;
use crate::store::share::parts::shared_tables;

/// A stub in which every change has seen every other.
struct AllSeen;

impl Causes for AllSeen {
    fn has_seen(&self, _: ShareDocument, _: &ChangeId, _: &ChangeId) -> bool {
        true
    }
}

fn write_by(by: Side, content: Json) -> Vec<ShareWrite> {
    vec![ShareWrite { change: [1; 32], by, at: 0, count: 1, content: Some(content) }]
}

/// Puts each part of each table into every wrong document: it must be ignored and reported.
#[test]
fn part_in_a_wrong_document_is_ignored_and_reported() {
    let tables = shared_tables();
    let mut tried = 0;
    for table in &tables {
        let first = table.first().unwrap();
        let owner = Side::Mentor;
        let mut truth = PartContent::new();
        for column in [OWNER, "created_at", "from", "side"] {
            truth.insert(column.to_owned(), json!(owner.word()));
        }
        let record = if table.is_fixed { owner.word() } else { "record" };
        let key = RecordKey::new(table.table, record);
        let home = first.writer.document(&truth).unwrap();
        for part in table.parts {
            let own = part.writer.document(&truth).unwrap();
            for wrong in ShareDocument::ALL.into_iter().filter(|one| *one != own) {
                tried += 1;
                let mut forged = truth.clone();
                forged.insert(part.columns[0].to_owned(), json!("forged"));
                let mut view = CircleView::new();
                let of_home = view.entry(home).or_default();
                of_home.insert(key.part(LIFE), write_by(owner, json!("here")));
                of_home.insert(key.part(first.name), write_by(owner, Json::Object(truth.clone())));
                let of_wrong = view.entry(wrong).or_default();
                of_wrong.insert(key.part(part.name), write_by(owner.other(), Json::Object(forged)));
                let own_table = [TableParts { owned_by: None, ..*table }];
                let shown = show(&view, &own_table, owner, &AllSeen);
                let found = shown.part(&key, part.name);
                let says_forged = found
                    .is_some_and(|content| content.get(part.columns[0]) == Some(&json!("forged")));
                assert!(!says_forged, "{}/{} in {wrong}", table.table, part.name);
                let is_published = shown
                    .foreign
                    .iter()
                    .any(|one| one.record == key && one.part == part.name && one.document == wrong);
                assert!(is_published, "{}/{} in {wrong}", table.table, part.name);
            }
        }
    }
    assert!(tried > 100, "{tried}");
}

#[test]
fn changes_need_permission_and_signature() {
    let published = |device: u8| {
        let mut it = CircleDocument::default();
        let puts = vec![("norm/a/life".to_owned(), json!("here"))];
        let last = it.publish(&[], &[device; 16], [0; 8], 0, puts).unwrap();
        (it, last.change)
    };
    let none = CircleDocument::default();
    let (it, head) = published(2);
    let signed = |device: u8, head| HashMap::from([([device; 8], vec![head])]);
    let check =
        |document, signed, mine: &CircleDocument| it.check_cover(document, &sides(), &signed, mine);
    assert_eq!(check(ShareDocument::Shared, signed(2, head), &none), Ok(()));
    assert_eq!(check(ShareDocument::Mentee, signed(2, head), &none), Ok(()));
    let refused = check(ShareDocument::Mentor, signed(2, head), &none);
    assert_eq!(refused, Err(DocumentError::NotAllowed));
    // Signed by the other device, or a different version was signed.
    for signed in [signed(1, head), signed(2, [9; 32]), HashMap::new()] {
        let refused = check(ShareDocument::Shared, signed, &none);
        assert_eq!(refused, Err(DocumentError::NotCovered));
    }
    // Changes that are known here were verified before.
    assert_eq!(check(ShareDocument::Shared, HashMap::new(), &it), Ok(()));
    let (stranger, head) = published(3);
    let refused = stranger.check_cover(ShareDocument::Shared, &sides(), &signed(3, head), &none);
    assert_eq!(refused, Err(DocumentError::NotCovered));
}

#[test]
fn different_words_for_a_known_write_are_refused() {
    let mut it = CircleDocument::default();
    let puts = vec![("norm/a/it".to_owned(), json!({ "title": "Silence" }))];
    it.publish(&[], &[1; 16], [0; 8], 0, puts).unwrap();
    let mut text = String::new();
    lines::write(&it.to_lines(ShareDocument::Shared, &|_| false), &mut text).unwrap();
    let read = |text: &str| {
        let found = lines::read(text, |_, _| Ok(())).unwrap();
        CircleDocument::from_lines(&found[0]).unwrap()
    };
    let heads = it.heads();
    assert_eq!(read(&text).heads(), heads);
    assert_eq!(it.merge(&mut read(&text)), Ok(()));
    let refused = it.merge(&mut read(&text.replace("Silence", "Consent")));
    assert_eq!(refused, Err(DocumentError::OtherWords));
    assert_eq!(it.heads(), heads);
}
