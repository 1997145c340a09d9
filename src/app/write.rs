//! Changes: one transaction for each, and the messages about it.

use std::path::Path;

use crate::app::{App, pair};
use crate::error::{Failure, FailureKind, Result};
use crate::panic_hook::ensure_randomness;
use crate::platform::private_file::{self, Readers};
use crate::store::backup::DailyBackup;
use crate::store::file::WriteSummary;
use crate::store::write_tx::WriteTx;
use crate::view;
use crate::view::json::answers::JsonAnswer;

/// The heading of the messages of a dry run.
const DRY_RUN: &str = "Dry run: nothing was changed. Without `--dry-run`:";

impl App<'_, '_> {
    /// Runs `change` in one transaction, then prints its messages.
    pub fn write<T>(&mut self, change: impl FnOnce(&Self, &WriteTx<'_>) -> Result<T>) -> Result<T> {
        ensure_randomness();
        self.changed_pairs.clear();
        let stored = self.store.write(self.now, |tx| self.execute(tx, change));
        self.report(stored)
    }

    /// Runs `change`, and returns its result and whether its messages have to name the pair.
    fn execute<T>(
        &self,
        tx: &WriteTx<'_>,
        change: impl FnOnce(&Self, &WriteTx<'_>) -> Result<T>,
    ) -> Result<(T, bool)> {
        let value = change(self, tx)?;
        if tx.shows_own_version() {
            tx.remark(view::messages::share::own_version_shown());
        }
        self.remark_on_paused_pairs(tx)?;
        Ok((value, self.globals.pair.is_none() && pair::has_several_pairs(tx)?))
    }

    /// Runs `change` in one transaction, or in a dry run prints the messages it would give and rolls it back. Returns
    /// `None` for a dry run.
    pub fn write_or_rehearse<T, J: JsonAnswer>(
        &mut self,
        is_dry_run: bool,
        json: impl FnOnce(&T) -> J,
        change: impl FnOnce(&Self, &WriteTx<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        if !is_dry_run {
            return self.write(change).map(Some);
        }
        self.changed_pairs.clear();
        let result = self.store.rehearse(self.now, |tx| self.execute(tx, change));
        let ((value, names_pair), mut summary) =
            result.map_err(|failure| self.explain_storage_failure(failure, false))?;
        if names_pair {
            self.changed_pairs.append_to(&mut summary.messages);
        }
        let lines = [&summary.messages[..], &summary.remarks].concat();
        self.print_result(|| json(&value), |_| format!("{}\n\n{}", DRY_RUN, lines.join("\n")))?;
        Ok(None)
    }

    /// Fails as `write` would, and changes and prints nothing.
    pub fn rehearse<T>(
        &mut self,
        change: impl FnOnce(&Self, &WriteTx<'_>) -> Result<T>,
    ) -> Result<()> {
        let result = self.store.rehearse(self.now, |tx| self.execute(tx, change));
        self.changed_pairs.clear();
        result.map(|_| ()).map_err(|failure| self.explain_storage_failure(failure, false))
    }

    /// Like `write`, without an undo step: for undo and redo themselves, and for changes that can't be undone.
    pub fn write_unrecorded<T>(
        &mut self,
        change: impl FnOnce(&Self, &WriteTx<'_>) -> Result<T>,
    ) -> Result<T> {
        ensure_randomness();
        self.changed_pairs.clear();
        let stored = self.store.write_unrecorded(self.now, |tx| self.execute(tx, change));
        self.report(stored)
    }

    /// Like `write_unrecorded`, for changes that the user does not see: if a later part of the command fails, the
    /// failure still says that nothing was changed.
    pub fn write_unseen<T>(
        &mut self,
        change: impl FnOnce(&Self, &WriteTx<'_>) -> Result<T>,
    ) -> Result<T> {
        let has_stored = self.ui.has_stored;
        let value = self.write_unrecorded(change);
        self.ui.has_stored = has_stored;
        value
    }

    /// Prints the messages of a change that was stored, and explains the failure of one that was not.
    fn report<T>(&mut self, stored: Result<((T, bool), WriteSummary)>) -> Result<T> {
        let ((value, names_pair), summary) =
            stored.map_err(|failure| self.explain_storage_failure(failure, true))?;
        self.print_summary(summary, names_pair)?;
        Ok(value)
    }

    /// Replaces a vague storage failure with the operating system's current error for the file.
    pub(in crate::app) fn explain_storage_failure(
        &self,
        failure: Failure,
        to_write: bool,
    ) -> Failure {
        let is_vague = failure.kind == FailureKind::Storage && !failure.is_change_saved;
        let obstacle = is_vague.then(|| self.store.diagnose(to_write)).flatten();
        obstacle.map_or(failure, Failure::from)
    }

    fn print_summary(&mut self, mut summary: WriteSummary, names_pair: bool) -> Result<()> {
        self.ui.has_stored = true;
        // A change of a paused pair has its own remark.
        self.paused_remarks.take();
        if names_pair {
            self.changed_pairs.append_to(&mut summary.messages);
        }
        if let Some(copy) = summary.upgraded_from {
            let copy = copy.display();
            self.ui
                .status(&format!("Upgraded the data file; the previous one is kept as `{copy}`"))?;
        }
        match summary.readers {
            Readers::Owner => {}
            Readers::OwnerFromNowOn => self
                .ui
                .note("the data file was readable by other users; now only you can read it")?,
            Readers::Everyone => self.warn_if_open_to_others(&self.store.path.clone())?,
        }
        match summary.backup {
            DailyBackup::NotDue => {}
            DailyBackup::Made { .. } => self.warn_about_conflict_copies()?,
            DailyBackup::Failed(error) => self.ui.note(&format!("no backup today: {error}"))?,
        }
        for message in summary.messages {
            self.ui.status(&message)?;
        }
        for remark in summary.remarks {
            self.ui.note(&remark)?;
        }
        for hint in summary.hints {
            self.ui.hint(&hint)?;
        }
        Ok(())
    }

    /// Notes that other users can read a file that was written for the user alone: on a file system without
    /// permissions.
    pub fn warn_if_open_to_others(&mut self, path: &Path) -> Result<()> {
        if private_file::is_open_to_others(path) {
            self.ui.note(&view::messages::backup::open_to_others(path))?;
        }
        Ok(())
    }

    /// Notes each conflict copy of the file that a synchronised folder has made.
    pub fn warn_about_conflict_copies(&mut self) -> Result<()> {
        for copy in self.store.conflict_copies() {
            self.ui.note(&view::messages::backup::conflict(&copy))?;
        }
        Ok(())
    }
}
