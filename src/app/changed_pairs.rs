//! The pairs that a run changes: its messages, remarks and questions name them.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use crate::app::App;
use crate::app::pair::{has_several_pairs, pair_by_slug};
use crate::domain::pair::{PairContext, PairState};
use crate::error::{Failure, Result};
use crate::store::write_tx::WriteTx;
use crate::store::{pairs, undo};
use crate::view::{self, words};

/// The pairs that a run changes, by short name, in the order of its messages.
#[derive(Default)]
pub struct ChangedPairs {
    slugs: RefCell<Vec<String>>,
    /// Whether one of them was paused before the change.
    has_paused: Cell<bool>,
}

impl ChangedPairs {
    pub(in crate::app) fn clear(&self) {
        self.slugs.borrow_mut().clear();
        self.has_paused.set(false);
    }

    /// Returns the pair that was noted last.
    fn last(&self) -> Option<String> {
        self.slugs.borrow().last().cloned()
    }

    /// Adds the pair to the first message, or to each if every message is about a pair of its own: ``Added topic 4: How
    /// to say no (pair `kim`)``. A single message about several pairs names them all.
    pub(in crate::app) fn append_to(&self, messages: &mut [String]) {
        let slugs = self.slugs.take();
        let distinct: BTreeSet<&str> = slugs.iter().map(String::as_str).collect();
        if let ([message], true) = (&mut *messages, distinct.len() > 1) {
            let distinct: Vec<&str> = distinct.into_iter().collect();
            message.push_str(&format!(" (pairs {})", words::backticked_list(&distinct, "and")));
            return;
        }
        let labelled_messages = match distinct.len() {
            one @ (0 | 1) => one,
            _ if slugs.len() == messages.len() => slugs.len(),
            _ => 0,
        };
        for (message, slug) in messages.iter_mut().zip(&slugs).take(labelled_messages) {
            message.push_str(&format!(" (pair `{slug}`)"));
        }
    }
}

impl App<'_, '_> {
    /// Remembers a pair that is changed.
    pub fn note_changed_pair(&self, pair: &PairContext) {
        self.changed_pairs.slugs.borrow_mut().push(pair.slug().to_owned());
        if pair.record.state == PairState::Paused {
            self.changed_pairs.has_paused.set(true);
        }
    }

    /// Remembers the pairs whose records the transaction has changed so far.
    pub fn note_pairs_of_changes(&self, tx: &WriteTx<'_>) -> Result<()> {
        let changed = undo::changed_pairs(tx)?;
        let pairs = pairs::pairs(tx)?;
        let changed = pairs.iter().filter(|pair| changed.contains(&pair.id()));
        changed.for_each(|pair| self.note_changed_pair(pair));
        Ok(())
    }

    /// Fails if the transaction changed nothing of the pair that `-p` names: undo and redo take the changes in their
    /// order, whichever pair they are in. `change` names the one that would be taken.
    #[expect(clippy::unused_self, reason = "a command asks the app for everything")]
    pub fn ensure_changes_typed_pair(
        &self,
        tx: &WriteTx<'_>,
        typed: Option<&PairContext>,
        change: &str,
    ) -> Result<()> {
        let Some(pair) = typed else {
            return Ok(());
        };
        if undo::is_pair_changed(tx, pair.id())? {
            return Ok(());
        }
        Err(Failure::refused(format!("the change is not in `{}`: {change}", pair.slug()))
            .data("nothing was changed")
            .hint("leave `-p` out to take it"))
    }

    /// Remarks on each changed pair that is paused after the change: nothing in it is due until it is resumed.
    pub(in crate::app) fn remark_on_paused_pairs(&self, tx: &WriteTx<'_>) -> Result<()> {
        if !self.changed_pairs.has_paused.get() {
            return Ok(());
        }
        let changed = self.changed_pairs.slugs.borrow();
        for pair in pairs::pairs(tx)? {
            let is_changed = changed.iter().any(|slug| slug == pair.slug());
            if is_changed && pair.record.state == PairState::Paused {
                tx.remark(view::records::pair::paused_remark(&pair, self.now));
            }
        }
        Ok(())
    }

    /// Returns the line above the first question: the pair that the answers change, unless `-p` names it or it is the
    /// only one.
    pub fn question_header(&self) -> Result<Option<String>> {
        let changed = self.changed_pairs.last().filter(|_| self.globals.pair.is_none());
        let Some(slug) = changed else {
            return Ok(None);
        };
        self.read(|tx| {
            if !has_several_pairs(tx)? {
                return Ok(None);
            }
            let pair = pair_by_slug(pairs::pairs(tx)?, &slug)?;
            Ok(Some(view::records::pair::question_header(&pair)))
        })
    }
}
