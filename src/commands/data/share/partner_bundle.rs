//! Stores what a bundle of the partner contains.

use crate::app::App;
use crate::commands::data::share::circle;
use crate::commands::data::share::confirm_size::{confirm_size, may_be_much};
use crate::commands::data::share::failure::{UNCHANGED, exchange_failure};
use crate::commands::data::share::take_bundle::{TakeOptions, TakenFile, own_words_text};
use crate::commands::data::share::write_bundle::publish;
use crate::domain::pair::PairContext;
use crate::error::{Failure, Result};
use crate::input::draft;
use crate::share::seal::DeviceCard;
use crate::store::column::instant;
use crate::store::share::circles::{self, Circle};
use crate::store::share::deletion::OwnWords;
use crate::store::share::take::{self, TakeReport};
use crate::store::share::{bundle_body, numbers, publishing};
use crate::store::write_tx::WriteTx;
use crate::view::messages::share::OwnWordsText;
use crate::view::{self, words};

/// A bundle of a shared pair whose signature is verified.
pub struct PartnerBundle<'a> {
    pub file: &'a str,
    pub who: &'a str,
    pub pair: &'a PairContext,
    pub circle: &'a Circle,
    /// The device that signed it: the partner's, or this one.
    pub card: &'a DeviceCard,
    pub number: u64,
    pub body: &'a str,
}

impl PartnerBundle<'_> {
    fn is_own(&self) -> bool {
        self.card.device == self.circle.own.device
    }

    /// Stores the content, or in a dry run only reports what it would change. Asks first if that is much.
    pub fn apply(
        &self,
        app: &mut App<'_, '_>,
        taken: TakenFile,
        options: TakeOptions<'_>,
    ) -> Result<TakenFile> {
        if options.is_dry_run {
            return Ok(TakenFile { report: Some(self.rehearse(app)?), ..taken });
        }
        let needs_yes = !taken.is_own && !options.yes;
        if needs_yes && app.read(|tx| may_be_much(tx, self.circle, self.body))? {
            let report = self.rehearse(app)?;
            confirm_size(app, &report, self.pair, self.file)?;
        }
        // Local changes go into the documents first, so that a merge can't overwrite them.
        publish(app, self.pair, self.circle)?;
        let (report, draft) = self.store(app)?;
        Ok(TakenFile { report: Some(report), draft, ..taken })
    }

    /// Returns what taking the bundle would change.
    fn rehearse(&self, app: &App<'_, '_>) -> Result<TakeReport> {
        let rehearsed = app.store.rehearse(app.now, |tx| {
            let failed = |error| exchange_failure(error, self.file, self.who);
            let mut device = circle::load_device_of(app, tx, self.circle)?.rehearsed();
            publishing::publish_rows(tx, self.pair, self.circle, &mut device).map_err(failed)?;
            self.merge(app, tx)
        });
        Ok(rehearsed?.0)
    }

    /// Stores the content as one undo step; also returns the name of the draft with this side's text from records that were
    /// deleted.
    fn store(&self, app: &mut App<'_, '_>) -> Result<(TakeReport, Option<String>)> {
        app.write(|app, tx| {
            let report = self.merge(app, tx)?;
            // Saved before the commit: if the draft can't be written, the rows stay.
            let draft = if self.is_own() {
                None
            } else {
                save_own_words(app, &report.own_words, self.who)?
            };
            let changes = words::count(report.items.len(), "change");
            match (report.items.is_empty(), self.is_own()) {
                (true, _) => tx.leave_no_step(),
                (false, true) => tx.add_message(format!("Restored {changes} of yours")),
                (false, false) => tx.add_message(format!("Applied {changes} from {}", self.who)),
            }
            Ok((report, draft))
        })
    }

    /// Merges the content into documents and rows, and saves that the bundle was taken.
    fn merge(&self, app: &App<'_, '_>, tx: &WriteTx<'_>) -> Result<TakeReport> {
        let failed = |error| exchange_failure(error, self.file, self.who);
        let (stamps, read) =
            bundle_body::read(tx, self.circle, &self.card.device, self.number, self.body)
                .map_err(failed)?;
        let report = take::take(tx, self.pair, self.circle, &stamps, read).map_err(failed)?;
        let mut circle = self.circle.clone();
        let last = circle.taken.entry(self.card.device.clone()).or_default();
        *last = (*last).max(self.number);
        if !self.is_own() {
            // The other side has answered, so it has received the answer to the invitation.
            circle.answer_token = None;
            circle.taken_at = Some(instant(app.now.at));
            numbers::remember(tx, &circle, self.body)?;
        }
        circles::save(tx, &circle)?;
        Ok(report)
    }
}

/// Saves this side's text from deleted records as a draft. `None`: there is none.
fn save_own_words(app: &App<'_, '_>, own: &[OwnWords], who: &str) -> Result<Option<String>> {
    if own.is_empty() {
        return Ok(None);
    }
    let own: Vec<OwnWordsText<'_>> = own.iter().map(own_words_text).collect();
    let text = view::messages::share::own_words_draft(&own, who);
    let saved = draft::save_text(&app.paths, "kept-words", &text);
    saved.map(Some).map_err(|error| {
        let folder = app.paths.state.join("drafts");
        Failure::storage(format!(
            "{who} withdraws records in which you wrote, and your words can't be saved in `{}`: {error}",
            folder.display()
        ))
        .data(UNCHANGED)
    })
}
