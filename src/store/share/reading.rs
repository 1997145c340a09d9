//! Loads a pair and its circle: the rows, and the documents at the version that the rows show.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap, HashSet};

use serde_json::Value as Json;

use crate::domain::pair::{Pair, PairContext};
use crate::domain::person::Side;
use crate::share::parts::{OF, PartContent, RecordKey, TableParts};
use crate::share::publish::{ContestedPart, PendingWrite, PublishableRecords, publish};
use crate::share::request::{self, DeletionRequest, RequestState};
use crate::share::same::{JoinedRecords, RecordGroups, publish_joins};
use crate::share::show::{
    Causes, CircleView, DocumentView, OpenChoice, ShareWrite, ShownRecords, show,
};
use crate::share::{ChangeId, ShareDocument};
use crate::store::StoreError;
use crate::store::read_tx::ReadTx;
use crate::store::share::apply::Application;
use crate::store::share::circles::Circle;
use crate::store::share::kept_back::{self, TheirWriting};
use crate::store::share::parts::shared_tables;
use crate::store::share::saved_documents::{self, CircleDocuments, CircleVersion};
use crate::store::share::undecided::{self, UndecidedPart};
use crate::store::share::{request as own_requests, rows, same};
use crate::store::table_row::TableRow;
use crate::store::write_tx::WriteTx;

/// A pair and its circle, with rows and documents at the version that the rows show.
pub(super) struct CircleReading {
    pub(super) tables: Vec<TableParts>,
    pub(super) documents: CircleDocuments,
    pub(super) version: CircleVersion,
    pub(super) was: ShownRecords,
    pub(super) rows: PublishableRecords,
    /// Records purged here.
    pub(super) purged: BTreeSet<RecordKey>,
    /// Conflicts with private values.
    pub(super) kept_back: Vec<OpenChoice>,
    /// Joined records according to the documents at `version`.
    published_joins: JoinedRecords,
    /// Joined records according to the setting.
    pub(super) joined: JoinedRecords,
    pub(super) groups: RecordGroups,
    /// This side's requests and refusals according to the setting.
    pub(super) request_state: RequestState,
    /// Standing requests of this side; `asked_of_me` has those of the other side.
    pub(super) asked: Vec<DeletionRequest>,
    pub(super) asked_of_me: Vec<DeletionRequest>,
    /// Requests and refusals in this side's document at `version`.
    published_requests: DocumentView,
}

/// The records that documents show at a version.
pub(super) struct ShownCircle {
    pub shown: ShownRecords,
    pub groups: RecordGroups,
    /// Standing requests of this side; `asked_of_me` has those of the other side.
    pub asked: Vec<DeletionRequest>,
    pub asked_of_me: Vec<DeletionRequest>,
}

/// Answers `Causes` from the documents and caches the ancestors of each change.
pub(super) struct DocumentCauses<'d> {
    documents: &'d CircleDocuments,
    known: RefCell<HashMap<(ShareDocument, ChangeId), HashSet<ChangeId>>>,
}

impl<'d> DocumentCauses<'d> {
    pub(super) fn new(documents: &'d CircleDocuments) -> Self {
        DocumentCauses { documents, known: RefCell::default() }
    }
}

impl Causes for DocumentCauses<'_> {
    fn has_seen(&self, document: ShareDocument, change: &ChangeId, earlier: &ChangeId) -> bool {
        let mut known = self.known.borrow_mut();
        let all = known.entry((document, *change)).or_insert_with(|| {
            let it = self.documents.get(&document);
            let mut causes = it.map(|it| it.causes(&HashSet::from([*change])));
            causes.as_mut().and_then(|all| all.remove(change)).unwrap_or_default()
        });
        all.contains(earlier)
    }
}

/// Returns all documents at a version.
pub(super) fn view_at(
    documents: &CircleDocuments,
    version: &CircleVersion,
    circle: &Circle,
) -> CircleView {
    let sides = circle.sides();
    let none = Vec::new();
    documents
        .iter()
        .map(|(document, it)| {
            let at = version.get(document).unwrap_or(&none);
            (*document, it.view(at, &sides))
        })
        .collect()
}

/// Shows a view with joined records as one, and without those that this side asks the other one to delete.
pub(super) fn show_view(
    mut view: CircleView,
    documents: &CircleDocuments,
    circle: &Circle,
    tables: &[TableParts],
    joined: &JoinedRecords,
    hidden: &BTreeSet<RecordKey>,
) -> ShownCircle {
    let groups = joined.groups(&view);
    groups.gather(&mut view, &same::link_columns());
    let causes = DocumentCauses::new(documents);
    let me = circle.side();
    let asked = request::standing_requests(&view, tables, me, &causes);
    let asked_of_me = request::standing_requests(&view, tables, me.other(), &causes);
    let records = asked.iter().map(|one| one.record.clone());
    let records = records.filter(|record| hidden.contains(record)).collect();
    request::hide(&mut view, tables, &records);
    ShownCircle { shown: show(&view, tables, me, &causes), groups, asked, asked_of_me }
}

pub(super) fn newest(documents: &CircleDocuments) -> CircleVersion {
    let heads = documents.iter().map(|(name, it)| (*name, it.heads()));
    heads.filter(|(_, heads)| !heads.is_empty()).collect()
}

impl CircleReading {
    pub(super) fn new(
        tx: &ReadTx<'_>,
        pair: &PairContext,
        circle: &Circle,
    ) -> Result<Self, StoreError> {
        let tables = shared_tables();
        let documents = saved_documents::load(tx, &circle.id)?;
        let version = saved_documents::load_version(tx, &circle.id)?;
        let joined = same::load_joined(tx, &circle.id)?;
        let view = view_at(&documents, &version, circle);
        let published_joins = JoinedRecords::from_view(&view);
        let request_state = own_requests::state(tx, &circle.id)?;
        let own = ShareDocument::for_side(circle.side());
        let published_requests = request::requests_of(view.get(&own));
        let shown = show_view(view, &documents, circle, &tables, &joined, &request_state.asked);
        let mut reading = CircleReading {
            tables,
            documents,
            version,
            was: shown.shown,
            rows: PublishableRecords::default(),
            purged: saved_documents::load_purged(tx, &circle.id)?,
            kept_back: Vec::new(),
            published_joins,
            joined,
            groups: shown.groups,
            request_state,
            asked: shown.asked,
            asked_of_me: shown.asked_of_me,
            published_requests,
        };
        reading.read_rows(tx, pair, circle, &ShownRecords::default())?;
        let mut open = std::mem::take(&mut reading.was.open);
        reading.name_all_writers(circle, &mut open);
        reading.was.open = open;
        Ok(reading)
    }

    /// Shows the documents at the version of the rows, with the records joined as the setting says.
    pub(super) fn show(&self, circle: &Circle) -> ShownCircle {
        let view = view_at(&self.documents, &self.version, circle);
        let hidden = &self.request_state.asked;
        show_view(view, &self.documents, circle, &self.tables, &self.joined, hidden)
    }

    /// Stores what this side has to decide, as the rows show it now.
    pub(super) fn remember_undecided(
        &self,
        tx: &WriteTx<'_>,
        pair: &PairContext,
        circle: &Circle,
    ) -> Result<(), StoreError> {
        let open = self.was.open.iter().chain(&self.kept_back);
        undecided::remember(tx, pair, circle, open, self.unanswered_requests())
    }

    /// Returns the requests of the other side that this side has not answered.
    pub(super) fn unanswered_requests(&self) -> impl Iterator<Item = &DeletionRequest> {
        request::unanswered(&self.asked_of_me, &self.was, &self.request_state)
    }

    /// Returns the history of all parts at the version of the rows.
    pub(super) fn writing<'a>(&'a self, circle: &'a Circle) -> TheirWriting<'a> {
        TheirWriting {
            documents: &self.documents,
            version: &self.version,
            circle,
            groups: &self.groups,
        }
    }

    /// Returns the input for making the rows show `after`, where nothing was decided or restored.
    pub(super) fn application<'a>(
        &'a self,
        circle: &'a Circle,
        after: &'a ShownRecords,
    ) -> Application<'a> {
        static NONE: BTreeSet<RecordKey> = BTreeSet::new();
        Application {
            rows: &self.rows,
            was: &self.was,
            after,
            writing: self.writing(circle),
            decided: None,
            kept_back: &self.kept_back,
            restored: &NONE,
        }
    }

    /// Reloads the rows. `after`: what they are about to show.
    pub(super) fn read_rows(
        &mut self,
        tx: &ReadTx<'_>,
        pair: &PairContext,
        circle: &Circle,
        after: &ShownRecords,
    ) -> Result<(), StoreError> {
        let since = circle.since.as_deref().and_then(|since| since.parse().ok());
        let is_known =
            |key: &RecordKey| [&self.was, after].iter().any(|it| it.records.contains_key(key));
        let mut rows = rows::publishable(tx, pair, since, &is_known)?;
        let kept_back = kept_back::load_undecided(tx, pair)?;
        kept_back::withhold(&mut rows, &kept_back);
        let writing = self.writing(circle);
        writing.replace_withheld(&mut rows, &self.tables);
        let hidden = &self.request_state.asked;
        request::keep_links(&mut rows, &self.was, &same::all_links(), hidden);
        self.kept_back = writing.choices(tx, &rows, &self.tables, &kept_back)?;
        self.rows = rows;
        Ok(())
    }

    pub(super) fn name_all_writers(&self, circle: &Circle, open: &mut [OpenChoice]) {
        for one in open {
            self.name_writers(circle, one);
        }
    }

    /// Attributes repeated versions in a conflict to their author, provided that the author's own write is known.
    fn name_writers(&self, circle: &Circle, choice: &mut OpenChoice) {
        let tables = self.tables.iter();
        let mut tables = tables.filter(|table| table.table == choice.record.table);
        let part = tables.find_map(|table| table.part(choice.part));
        let it = self.documents.get(&choice.document);
        let at = self.version.get(&choice.document);
        let (Some(part), Some(it), Some(at)) = (part, it, at) else {
            return;
        };
        let key = choice.record.part(choice.part);
        let mut written = it.written_content(&key, at, &circle.sides());
        for other in self.groups.others(&choice.record) {
            written.extend(it.written_content(&other.part(choice.part), at, &circle.sides()));
        }
        for write in &mut choice.writes {
            let known = |content: &Json| content.as_object().map(|content| part.known(content));
            let side = write.content.as_ref().and_then(|content| content.get(OF)?.as_str());
            let Some(side) = side.and_then(|side| side.parse::<Side>().ok()) else {
                continue;
            };
            let content = write.content.as_ref().and_then(known);
            // The latest one: a version that was withdrawn and rewritten is as old as the rewriting.
            let mut alike = written.iter().filter(|one| {
                one.by == side && one.content.get(OF).is_none() && known(&one.content) == content
            });
            if let Some(last) = alike.next_back() {
                (write.by, write.at) = (last.by, last.at);
            }
        }
    }

    /// Returns the conflicts in the rows that this side had decided by a change which the rows no longer show, with that
    /// change.
    pub(super) fn reopened(
        &self,
        circle: &Circle,
        document: ShareDocument,
    ) -> Vec<(OpenChoice, ChangeId)> {
        let own = self.was.open.iter();
        let mut own = own.filter(|one| one.document == document).peekable();
        let (Some(it), Some(at)) = (self.documents.get(&document), self.version.get(&document))
        else {
            return Vec::new();
        };
        if own.peek().is_none() {
            return Vec::new();
        }
        let sides = circle.sides();
        let newest = it.view(&it.heads(), &sides);
        let reopened = own.filter_map(|choice| {
            let decision = match newest.get(&choice.record.part(choice.part))?.as_slice() {
                [decision] if decision.by == circle.side() => decision.change,
                _ => return None,
            };
            let is_own = it.is_continued_by(circle.side(), at, &decision, &sides);
            is_own.then(|| (choice.clone(), decision))
        });
        reopened.collect()
    }

    /// Returns the conflicts in which an undo has brought the other side's version back into the row, in place of an edit that
    /// was published: with this side's version from before that edit.
    pub(super) fn reverted(
        &self,
        tx: &ReadTx<'_>,
        pair: &PairContext,
        circle: &Circle,
        stored: &[UndecidedPart],
    ) -> Result<Vec<OpenChoice>, StoreError> {
        let me = circle.side();
        let empty = PartContent::new();
        let mut found = Vec::new();
        for choice in self.was.open.iter().filter(|one| one.document.may_write(me)) {
            let number = rows::number_of(tx, pair, &choice.record)?;
            let own = stored
                .iter()
                .find(|one| one.is_of(&choice.record.table, number) && one.part == choice.part)
                .and_then(|one| one.own.as_ref()?.as_object());
            let mut tables = self.tables.iter();
            let table = tables.find(|table| table.table == choice.record.table);
            let part = table.and_then(|table| table.part(choice.part));
            let (Some(own), Some(part)) = (own, part) else {
                continue;
            };
            let row = self.rows.records.get(&choice.record);
            let row = row.and_then(|row| row.parts.get(choice.part)).unwrap_or(&empty);
            let matches_row = |write: &ShareWrite, content: &PartContent| {
                write.fields().is_some_and(|fields| part.leaves_no_choice(fields, content))
            };
            let (mut mine, mut others): (Vec<ShareWrite>, Vec<ShareWrite>) =
                choice.writes.iter().cloned().partition(|write| write.by == me);
            let shown = others.iter().position(|write| matches_row(write, row));
            if let (Some(shown), Some(edit)) = (shown, mine.first_mut())
                && !matches_row(edit, own)
            {
                edit.content = Some(Json::Object(own.clone()));
                others.swap(0, shown);
                others.append(&mut mine);
                found.push(OpenChoice { writes: others, ..choice.clone() });
            }
        }
        Ok(found)
    }

    /// Extends writes to all records of a joined group.
    pub(super) fn spread(
        &self,
        puts: &mut Vec<PendingWrite>,
        contested: &mut [ContestedPart],
        circle: &Circle,
    ) {
        if self.groups.all().next().is_some() {
            let view = view_at(&self.documents, &self.version, circle);
            self.groups.spread(puts, contested, &view, circle.side());
        }
    }

    pub(super) fn puts(&self, circle: &Circle) -> Vec<PendingWrite> {
        if circle.awaits_past() {
            return Vec::new();
        }
        let mut puts = publish(
            &self.tables,
            circle.side(),
            &self.was,
            &self.version,
            &self.rows,
            &self.purged,
        );
        let mut joined = publish_joins(&self.published_joins, &self.joined);
        joined.retain(|put| {
            let record = RecordKey::parse(&put.key).map(|(record, _)| record);
            record.is_some_and(|it| !self.purged.contains(&it) && !self.was.purged.contains(&it))
        });
        puts.extend(joined);
        request::keep_dependents(&mut puts, &self.was, &self.tables, &self.request_state.asked);
        puts.extend(request::publish_requests(
            &self.published_requests,
            &self.asked,
            circle.side(),
            &self.request_state,
            &self.version,
        ));
        let is_pair = |key: &RecordKey| key.table == Pair::TABLE;
        if circle.is_joined_pair && !self.was.records.keys().any(is_pair) {
            puts.retain(|put| RecordKey::parse(&put.key).is_none_or(|(key, _)| !is_pair(&key)));
        }
        puts
    }
}
