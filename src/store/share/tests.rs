//! A property test: in generated histories of two files, exactly the writes remain that no later writer had seen, according
//! to an independent model.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde_json::{Value as Json, json};

use crate::domain::person::Side;
use crate::share::ChangeId;
use crate::share::ShareDocument;
use crate::share::lines;
use crate::share::parts::{LIFE, OWNER, PartWords, RecordKey, TableParts};
use crate::share::show::{Causes, CircleView, ShareWrite, ShownRecords, show};
use crate::share::tell::{TellableRecord, TellableRecords, may_delete, tell};
use crate::store::share::documents::{CircleDocument, DeviceSides, DocumentError};
use crate::store::share::memory::{CircleDocuments, CircleVersion};
use crate::store::share::parts::shared_tables;

/// A reproducible random generator.
struct HistoryRng(u64);

impl HistoryRng {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % below
    }
}

/// A write in the model, with everything in its document that its writer knew.
#[derive(Clone)]
struct KnownWrite {
    key: String,
    words: Json,
    seen: BTreeSet<usize>,
    /// What was known of all documents when the rows were compared.
    seen_of_all: KnownSet,
}

/// The writes of each document that a file has.
type KnownSet = BTreeMap<ShareDocument, BTreeSet<usize>>;

#[derive(Clone, Default)]
struct FileState {
    rows: BTreeMap<RecordKey, TellableRecord>,
    version: CircleVersion,
    /// The writes that the version includes, according to the model.
    based: KnownSet,
}

struct OneFile {
    side: Side,
    documents: CircleDocuments,
    now: FileState,
    /// The state before the last take, if nothing was done since.
    before_take: Option<FileState>,
    known: KnownSet,
    life: [u8; 16],
    is_blind: bool,
}

/// With `is_blind`, every deletion counts whatever it had seen: the control, which the model must detect.
struct TestCauses<'d> {
    documents: &'d CircleDocuments,
    is_blind: bool,
}

impl Causes for TestCauses<'_> {
    fn has_seen(&self, document: ShareDocument, change: &ChangeId, earlier: &ChangeId) -> bool {
        let causes = self.documents[&document].causes(&HashSet::from([*change]));
        self.is_blind || causes[change].contains(earlier)
    }
}

fn sides() -> DeviceSides {
    HashMap::from([([1; 8], Side::Mentor), ([2; 8], Side::Mentee)])
}

/// A table that both sides write, one that belongs to a side, one with a part of each side, and one with owned records
/// stand for all tables.
fn tables() -> Vec<TableParts> {
    let mut all = shared_tables();
    all.retain(|one| ["topic", "feedback", "norm", "skill", "rating"].contains(&one.table));
    all
}

impl OneFile {
    fn new(side: Side, is_blind: bool) -> Self {
        let device = match side {
            Side::Mentor => 1,
            Side::Mentee => 2,
        };
        let documents = ShareDocument::ALL.map(|one| (one, CircleDocument::default()));
        OneFile {
            side,
            documents: documents.into(),
            now: FileState::default(),
            before_take: None,
            known: KnownSet::new(),
            life: [device; 16],
            is_blind,
        }
    }

    fn view(&self, version: &CircleVersion) -> CircleView {
        let none = Vec::new();
        let documents = self.documents.iter();
        documents
            .map(|(name, it)| (*name, it.view(version.get(name).unwrap_or(&none), &sides())))
            .collect()
    }

    fn show(&self, version: &CircleVersion) -> ShownRecords {
        let causes = TestCauses {
            documents: &self.documents,
            is_blind: self.is_blind,
        };
        show(&self.view(version), &tables(), self.side, &causes)
    }

    fn newest(&self) -> CircleVersion {
        let heads = self.documents.iter().map(|(name, it)| (*name, it.heads()));
        heads.filter(|(_, heads)| !heads.is_empty()).collect()
    }

    fn tell(&mut self, writes: &mut Vec<KnownWrite>, time: i64) {
        let was = self.show(&self.now.version);
        let rows = TellableRecords {
            records: self.now.rows.clone(),
            ..TellableRecords::default()
        };
        let mut by_document: BTreeMap<ShareDocument, Vec<(String, Json)>> = BTreeMap::new();
        let seen_of_all = self.now.based.clone();
        let none = BTreeSet::new();
        let version = self.now.version.clone();
        for put in tell(&tables(), self.side, &was, &version, &rows, &none) {
            assert!(put.document.may_write(self.side), "{put:?}");
            by_document
                .entry(put.document)
                .or_default()
                .push((put.key, put.words));
        }
        for (document, puts) in by_document {
            let at = self.now.version.get(&document).cloned().unwrap_or_default();
            let it = self.documents.get_mut(&document).unwrap();
            let mut heads = it.heads();
            heads.sort_unstable();
            let mut sorted = at.clone();
            sorted.sort_unstable();
            if heads != sorted {
                // A write on an older version needs a new life.
                self.life[8..].copy_from_slice(&u64::try_from(writes.len()).unwrap().to_be_bytes());
            }
            let mark = u64::try_from(writes.len()).unwrap().to_be_bytes();
            let last = it.tell(&at, &self.life, mark, time, puts.clone()).unwrap();
            self.now.version.insert(document, vec![last.change]);
            let seen = self.now.based.entry(document).or_default().clone();
            for (key, words) in puts {
                let number = writes.len();
                let seen = seen.clone();
                let seen_of_all = seen_of_all.clone();
                writes.push(KnownWrite {
                    key,
                    words,
                    seen,
                    seen_of_all,
                });
                self.now.based.entry(document).or_default().insert(number);
                self.known.entry(document).or_default().insert(number);
            }
        }
    }

    /// Returns the lines that the other side receives.
    fn send(&self) -> String {
        let shown = self.show(&self.newest());
        let is_withheld = |key: &str| {
            let (record, part) = RecordKey::parse(key).unwrap();
            part != LIFE && shown.is_gone(&record)
        };
        let mut text = String::new();
        for (name, it) in &self.documents {
            lines::write(&it.to_lines(*name, &is_withheld), &mut text).unwrap();
        }
        text
    }

    fn take(&mut self, text: &str, known: &KnownSet, writes: &mut Vec<KnownWrite>, time: i64) {
        self.tell(writes, time);
        let before = self.now.clone();
        let was = self.show(&self.now.version);
        for one in lines::read(text, |_, _| Ok(())).unwrap() {
            let mut other = CircleDocument::from_lines(&one).unwrap();
            self.documents
                .get_mut(&one.document)
                .unwrap()
                .merge(&mut other)
                .unwrap();
        }
        for (document, writes) in known {
            self.known.entry(*document).or_default().extend(writes);
        }
        self.now.version = self.newest();
        self.now.based = self.known.clone();
        let after = self.show(&self.now.version);
        self.now
            .rows
            .retain(|key, _| after.records.contains_key(key) || !was.records.contains_key(key));
        for (key, shown) in &after.records {
            let row = self.now.rows.entry(key.clone()).or_default();
            for (part, words) in &shown.parts {
                row.parts.insert(part, words.clone());
            }
        }
        self.before_take = Some(before);
    }

    /// Checks that the current writes are exactly those that no later writer had seen.
    fn hold_to_oracle(&self, writes: &[KnownWrite]) {
        let view = self.view(&self.newest());
        for (document, known) in &self.known {
            let mut expected: BTreeMap<&str, Vec<&Json>> = BTreeMap::new();
            for number in known {
                let write = &writes[*number];
                let is_replaced = known.iter().any(|later| {
                    writes[*later].key == write.key && writes[*later].seen.contains(number)
                });
                if !is_replaced {
                    expected.entry(&write.key).or_default().push(&write.words);
                }
            }
            let shown = &view[document];
            assert_eq!(shown.len(), expected.len());
            for (key, standing) in shown {
                let words = &expected[key.as_str()];
                assert_eq!(standing.len(), words.len(), "{key}");
                // Words of records that were gone when they were sent are missing on the other side.
                for write in standing.iter().filter_map(|write| write.words.as_ref()) {
                    assert!(words.contains(&write), "{key}");
                }
            }
        }
        let shown: BTreeSet<RecordKey> = self.show(&self.newest()).records.into_keys().collect();
        assert_eq!(shown, self.alive(writes));
    }

    /// Returns the current writes of a file, according to the model.
    fn standing<'w>(&self, writes: &'w [KnownWrite]) -> Vec<StandingWrite<'w>> {
        let mut all = Vec::new();
        for (document, known) in &self.known {
            let is_replaced = |number: &usize| {
                known.iter().any(|later| {
                    writes[*later].key == writes[*number].key
                        && writes[*later].seen.contains(number)
                })
            };
            for number in known.iter().filter(|number| !is_replaced(number)) {
                let write = &writes[*number];
                let (record, part) = RecordKey::parse(&write.key).unwrap();
                all.push(StandingWrite {
                    document: *document,
                    number: *number,
                    record,
                    part,
                    write,
                });
            }
        }
        all
    }

    /// Returns the existing records according to the model: those with a write that no deletion had seen, in them or in
    /// what they own.
    fn alive(&self, writes: &[KnownWrite]) -> BTreeSet<RecordKey> {
        let standing = self.standing(writes);
        let lives: Vec<_> = standing.iter().filter(|one| one.part == LIFE).collect();
        let owner = |record: &RecordKey| {
            let mut parts = standing.iter().filter(|one| one.record == *record);
            parts.find_map(|one| Some(RecordKey::new("skill", one.write.words["skill"].as_str()?)))
        };
        let is_here = |record: &RecordKey| {
            let mut of_record = lives.iter().filter(|life| life.record == *record);
            of_record.any(|life| life.write.words == json!("here"))
        };
        let is_alive = |record: &RecordKey, dependents: &[RecordKey]| {
            let mut gone = lives.iter().filter(|life| life.record == *record);
            let words = standing.iter().filter(|one| {
                one.part != LIFE && (one.record == *record || dependents.contains(&one.record))
            });
            is_here(record) || gone.all(|gone| words.clone().any(|one| !gone.has_seen(one)))
        };
        let records: BTreeSet<RecordKey> = lives.iter().map(|life| life.record.clone()).collect();
        let ratings = records.iter().filter(|record| record.table == "rating");
        let ratings: Vec<_> = ratings.filter(|rating| is_alive(rating, &[])).collect();
        let mut alive = BTreeSet::new();
        for record in records.iter().filter(|record| record.table != "rating") {
            let of_record = ratings
                .iter()
                .filter(|one| owner(one).as_ref() == Some(record));
            let of_record: Vec<RecordKey> = of_record.map(|one| (*one).clone()).collect();
            if is_alive(record, &of_record) {
                alive.insert(record.clone());
                alive.extend(of_record);
            }
        }
        alive
    }
}

struct StandingWrite<'w> {
    document: ShareDocument,
    number: usize,
    record: RecordKey,
    part: &'w str,
    write: &'w KnownWrite,
}

impl StandingWrite<'_> {
    fn has_seen(&self, other: &StandingWrite<'_>) -> bool {
        if self.document == other.document {
            return self.write.seen.contains(&other.number);
        }
        let seen = self.write.seen_of_all.get(&other.document);
        seen.is_some_and(|seen| seen.contains(&other.number))
    }
}

fn words(of: &[(&str, Json)]) -> PartWords {
    of.iter()
        .map(|(name, value)| ((*name).to_owned(), value.clone()))
        .collect()
}

/// Makes one random edit that the side is allowed to make, if any.
fn edit(file: &mut OneFile, rng: &mut HistoryRng, count: usize) {
    file.before_take = None;
    let text = json!(format!("text {count}"));
    let made = json!("2026-12-01T09:00:00Z");
    let keys: Vec<RecordKey> = file.now.rows.keys().cloned().collect();
    let me = file.side;
    let skills: Vec<&RecordKey> = keys.iter().filter(|key| key.table == "skill").collect();
    if !skills.is_empty() && rng.next(4) == 0 {
        let skill = &skills[rng.next(skills.len())].record;
        let mut row = TellableRecord::default();
        let it = words(&[
            ("skill", json!(skill)),
            ("evidence", text),
            ("side", json!(me.word())),
            ("created_at", made),
        ]);
        row.parts.insert("it", it);
        let record = format!("{count:022}");
        file.now.rows.insert(RecordKey::new("rating", &record), row);
        return;
    }
    if keys.is_empty() || rng.next(3) == 0 {
        let record = format!("{count:022}");
        let mut row = TellableRecord::default();
        let table = ["topic", "feedback", "norm", "skill"][rng.next(4)];
        match table {
            "topic" => {
                let it = words(&[
                    ("title", text),
                    ("from", json!(me.word())),
                    ("created_at", made),
                ]);
                row.parts.insert("it", it);
                row.parts
                    .insert("state", words(&[("state", json!("open"))]));
            }
            "feedback" => {
                let it = words(&[
                    ("impact", text),
                    ("from", json!(me.word())),
                    ("created_at", made),
                ]);
                row.parts.insert("it", it);
            }
            _ => drop(
                row.parts
                    .insert("it", words(&[("title", text), ("created_at", made)])),
            ),
        }
        file.now.rows.insert(RecordKey::new(table, &record), row);
        return;
    }
    let key = keys[rng.next(keys.len())].clone();
    if rng.next(5) == 0 {
        let shown = file.show(&file.now.version);
        if shown
            .records
            .get(&key)
            .is_none_or(|shown| may_delete(shown, me))
        {
            file.now.rows.remove(&key);
            let is_of_it =
                |row: &TellableRecord| row.parts["it"].get("skill") == Some(&json!(key.record));
            file.now.rows.retain(|_, row| !is_of_it(row));
        }
        return;
    }
    let row = file.now.rows.get_mut(&key).unwrap();
    let is_from_me = row.parts["it"].get("from") == Some(&json!(me.word()));
    match (key.table.as_str(), is_from_me) {
        ("topic", _) if rng.next(2) == 0 => {
            let state = ["open", "covered", "dropped"][rng.next(3)];
            row.parts.insert(
                "state",
                words(&[("state", json!(state)), ("state_on", text)]),
            );
        }
        ("skill", _) => {
            let it = row.parts.get_mut("it").unwrap();
            it.insert("title".to_owned(), text);
        }
        ("topic" | "norm", _) if rng.next(2) == 0 => {
            let it = row.parts.get_mut("it").unwrap();
            it.insert("title".to_owned(), text);
        }
        ("norm", _) => {
            let (part, column) = match me {
                Side::Mentor => ("mentor_said", "mentor_says"),
                Side::Mentee => ("mentee_said", "mentee_says"),
            };
            row.parts.insert(part, words(&[(column, text)]));
        }
        ("feedback", true) => {
            row.parts
                .get_mut("it")
                .unwrap()
                .insert("impact".to_owned(), text);
        }
        ("feedback", false) => drop(row.parts.insert("answer", words(&[("response", text)]))),
        _ => {}
    }
}

/// Returns the non-empty parts of the rows.
fn said(file: &OneFile) -> BTreeMap<RecordKey, BTreeMap<&'static str, PartWords>> {
    let rows = file.now.rows.iter();
    let said = rows.map(|(key, row)| {
        let parts = row.parts.iter().filter(|(_, words)| !words.is_empty());
        (
            key.clone(),
            parts.map(|(part, words)| (*part, words.clone())).collect(),
        )
    });
    said.collect()
}

fn play(seed: u64, is_blind: bool) {
    let mut rng = HistoryRng(seed);
    let mut files = [Side::Mentor, Side::Mentee].map(|side| OneFile::new(side, is_blind));
    let mut writes = Vec::new();
    let mut sent: Vec<(usize, String, KnownSet)> = Vec::new();
    for count in 0..24 {
        let who = rng.next(2);
        let time = 1_796_203_200 + i64::try_from(count).unwrap();
        match rng.next(8) {
            0..4 => edit(&mut files[who], &mut rng, count),
            4 => {
                files[who].tell(&mut writes, time);
                sent.push((who, files[who].send(), files[who].known.clone()));
            }
            // Any bundle ever sent, even one's own: old and repeated ones must be harmless.
            5 | 6 if !sent.is_empty() => {
                let (_, text, known) = sent[rng.next(sent.len())].clone();
                files[who].take(&text, &known, &mut writes, time);
            }
            7 => {
                if let Some(before) = files[who].before_take.take() {
                    files[who].now = before;
                }
            }
            _ => {}
        }
        for file in &files {
            file.hold_to_oracle(&writes);
        }
    }
    for round in 0..6 {
        let (from, to) = (round % 2, 1 - round % 2);
        files[from].tell(&mut writes, 1_796_300_000);
        let (text, known) = (files[from].send(), files[from].known.clone());
        files[to].take(&text, &known, &mut writes, 1_796_300_000);
    }
    for file in &files {
        file.hold_to_oracle(&writes);
    }
    for document in ShareDocument::ALL {
        assert_eq!(
            files[0].documents[&document].heads(),
            files[1].documents[&document].heads()
        );
    }
    assert_eq!(said(&files[0]), said(&files[1]));
}

#[test]
fn two_files_that_exchange_end_alike_and_lose_nothing() {
    for seed in 0..120 {
        let played = std::panic::catch_unwind(|| play(seed, false));
        assert!(played.is_ok(), "seed {seed}");
    }
}

/// Control: the model detects deletions that always win.
#[test]
fn a_deletion_that_always_wins_is_found_out() {
    let mut seeds = 0..120;
    assert!(seeds.any(|seed| std::panic::catch_unwind(|| play(seed, true)).is_err()));
}

/// A stub in which every change has seen every other.
struct AllSeen;

impl Causes for AllSeen {
    fn has_seen(&self, _: ShareDocument, _: &ChangeId, _: &ChangeId) -> bool {
        true
    }
}

fn write_by(by: Side, words: Json) -> Vec<ShareWrite> {
    vec![ShareWrite {
        change: [1; 32],
        by,
        at: 0,
        count: 1,
        words: Some(words),
    }]
}

/// Puts each part of each table into every wrong document: it must be ignored and reported.
#[test]
fn a_part_counts_only_in_the_document_of_its_side() {
    let tables = shared_tables();
    let mut tried = 0;
    for table in &tables {
        let first = table.first().unwrap();
        let owner = Side::Mentor;
        let mut truth = PartWords::new();
        for column in [OWNER, "created_at", "from", "side"] {
            truth.insert(column.to_owned(), json!(owner.word()));
        }
        let record = if table.is_fixed {
            owner.word()
        } else {
            "record"
        };
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
                of_home.insert(
                    key.part(first.name),
                    write_by(owner, Json::Object(truth.clone())),
                );
                let of_wrong = view.entry(wrong).or_default();
                of_wrong.insert(
                    key.part(part.name),
                    write_by(owner.other(), Json::Object(forged)),
                );
                let own_table = [TableParts {
                    owned_by: None,
                    ..*table
                }];
                let shown = show(&view, &own_table, owner, &AllSeen);
                let found = shown.part(&key, part.name);
                let says_forged =
                    found.is_some_and(|words| words.get(part.columns[0]) == Some(&json!("forged")));
                assert!(!says_forged, "{}/{} in {wrong}", table.table, part.name);
                let is_told = shown
                    .foreign
                    .iter()
                    .any(|one| one.record == key && one.part == part.name && one.document == wrong);
                assert!(is_told, "{}/{} in {wrong}", table.table, part.name);
            }
        }
    }
    assert!(tried > 100, "{tried}");
}

#[test]
fn a_device_writes_only_where_its_side_may_and_what_it_has_signed() {
    let told = |device: u8| {
        let mut it = CircleDocument::default();
        let puts = vec![("norm/a/life".to_owned(), json!("here"))];
        let last = it.tell(&[], &[device; 16], [0; 8], 0, puts).unwrap();
        (it, last.change)
    };
    let none = CircleDocument::default();
    let (it, head) = told(2);
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
    let (stranger, head) = told(3);
    let refused = stranger.check_cover(ShareDocument::Shared, &sides(), &signed(3, head), &none);
    assert_eq!(refused, Err(DocumentError::NotCovered));
}

#[test]
fn other_words_for_a_write_that_is_known_are_refused() {
    let mut it = CircleDocument::default();
    let puts = vec![("norm/a/it".to_owned(), json!({ "title": "Silence" }))];
    it.tell(&[], &[1; 16], [0; 8], 0, puts).unwrap();
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
