//! Takes the file of another machine of the user's own.

use crate::app::App;
use crate::commands::data::share::circle;
use crate::commands::data::share::confirm_size::{confirm_count, may_be_much};
use crate::commands::data::share::failure::{UNCHANGED, bundle_failure, exchange_failure};
use crate::commands::data::share::own_machines::{self as machines, OTHER_MACHINE};
use crate::commands::data::share::take::taken_line;
use crate::commands::data::share::take_bundle::{TakeOptions, TakeOutcome, own_words_text};
use crate::error::{Failure, Result};
use crate::input::draft;
use crate::share::bundle::{BundleHead, OpenedBundle};
use crate::share::introduction::{MAX_MACHINES, introduced};
use crate::share::seal::DeviceCard;
use crate::store::column::instant;
use crate::store::share::circles::{self, Circle};
use crate::store::share::own_machines::{self, OwnTakeReport};
use crate::store::share::{bundle_body, taken_item::TakenChange};
use crate::store::write_tx::WriteTx;
use crate::view;
use crate::view::messages::share::OwnTakenText;
use crate::view::words;

/// Returns the circle of the user's own machines if a bundle belongs to it.
pub fn find_circle(
    app: &App<'_, '_>,
    head: &BundleHead,
    options: TakeOptions<'_>,
) -> Result<Option<Circle>> {
    if options.folder_of.is_some_and(|circle| circle != head.circle) {
        return Ok(None);
    }
    Ok(machines::find_circle(app)?.filter(|circle| circle.id == head.circle))
}

/// Returns the card of the machine that signed a bundle, and whether it answers the invitation.
fn sender_card(
    app: &mut App<'_, '_>,
    head: &BundleHead,
    circle: &Circle,
    file: &str,
    options: TakeOptions<'_>,
) -> Result<(DeviceCard, bool)> {
    if let Some(card) = circle.card(&head.device) {
        return Ok((card.clone(), false));
    }
    if circle.is_former(&head.device) {
        return Err(Failure::refused(format!("`{file}` comes from a machine that was forgotten"))
            .data(UNCHANGED)
            .hint("delete the file, or invite that machine again"));
    }
    let now = instant(app.now.at);
    let invitation = circle.invitation.as_ref().filter(|open| open.until.as_str() >= now.as_str());
    let answer = head.joins.as_ref().zip(invitation).filter(|(joins, invitation)| {
        joins.token == invitation.token
            && joins.card.is_sound(&circle.id)
            && joins.card.device == head.device
            && joins.card.side == circle.side
            && circle.machines.len() + 1 < MAX_MACHINES
    });
    let Some((joins, _)) = answer else {
        return Err(Failure::refused(format!(
            "`{file}` comes from a machine that none of yours has introduced"
        ))
        .data(UNCHANGED)
        .hint("run `mentor sync` on the machine that invited it, or write a new invitation with `mentor share invite me`"));
    };
    if !options.is_dry_run {
        machines::compare(app, &joins.card, options.is_unchecked)?;
    }
    Ok((joins.card.clone(), true))
}

/// Takes a bundle completely or not at all, as one undo step.
pub fn take(
    app: &mut App<'_, '_>,
    file: &str,
    opened: &OpenedBundle,
    mut circle: Circle,
    options: TakeOptions<'_>,
) -> Result<TakeOutcome> {
    let head = &opened.head;
    let is_sync = options.folder_of.is_some();
    let newest = circle.taken.get(&head.device).copied().unwrap_or(0);
    if is_sync && head.number <= newest && circle.is_former(&head.device) {
        return Ok(TakeOutcome::NothingNew);
    }
    let (card, has_joined) = sender_card(app, head, &circle, file, options)?;
    let body = opened.body(&card);
    let body = body.map_err(|error| bundle_failure(error, file, Some(OTHER_MACHINE)))?;
    let is_own = card.device == circle.own.device;
    let is_current = || app.read(|tx| Ok(own_machines::is_current(tx, &circle)?));
    if head.number < newest || (head.number == newest && is_sync && (is_own || is_current()?)) {
        if !is_sync {
            app.ui.note(&format!(
                "`{file}` is older than the last file of that machine ({}, seen {newest}); nothing new",
                head.number
            ))?;
        }
        return Ok(TakeOutcome::NothingNew);
    }
    if has_joined {
        circle.machines.push(card.clone());
        circle.invitation = None;
    }
    let known: Vec<DeviceCard> = circle.readers().chain(&circle.former).cloned().collect();
    circle.machines.extend(introduced(&body, &circle.id, &known));
    let bundle =
        MachineBundle { file, circle: &circle, card: &card, number: head.number, body: &body };
    let text = OwnTakenText {
        file: file.to_owned(),
        zone: app.read(|tx| app.user_zone(tx))?,
        made_at: head.made_at.clone(),
        is_own,
        lines: Vec::new(),
        hidden: Vec::new(),
        draft: None,
    };
    let text = bundle.apply(app, text, options)?;
    if has_joined && !options.is_dry_run {
        app.ui.status("The other machine has joined")?;
    }
    Ok(TakeOutcome::OfOwnMachine(Box::new(text)))
}

/// Asks whether to take a bundle that deletes many records. New ones need no question: they may come from an import on the
/// other machine.
fn confirm_deletions(app: &mut App<'_, '_>, report: &OwnTakeReport, file: &str) -> Result<()> {
    let items = report.items.iter();
    let deleted = items.filter(|item| item.change == TakenChange::Deleted).count();
    let records = app.read(|tx| Ok(own_machines::count_records(tx)?))?;
    confirm_count(app, (0, deleted), records, file)
}

fn set_report(text: &mut OwnTakenText, report: &OwnTakeReport) {
    text.lines = report.items.iter().map(taken_line).collect();
    let hidden = report.hidden.iter();
    text.hidden = hidden.map(|(part, one)| (one.table, one.number, *part)).collect();
}

/// A bundle whose signature is verified.
struct MachineBundle<'a> {
    file: &'a str,
    circle: &'a Circle,
    card: &'a DeviceCard,
    number: u64,
    body: &'a str,
}

impl MachineBundle<'_> {
    fn is_own(&self) -> bool {
        self.card.device == self.circle.own.device
    }

    /// Stores the content, or in a dry run only reports what it would change. Asks first if that deletes much.
    fn apply(
        &self,
        app: &mut App<'_, '_>,
        mut text: OwnTakenText,
        options: TakeOptions<'_>,
    ) -> Result<OwnTakenText> {
        if options.is_dry_run {
            set_report(&mut text, &self.rehearse(app)?);
            return Ok(text);
        }
        let needs_yes = !text.is_own && !options.yes;
        if needs_yes && app.read(|tx| may_be_much(tx, self.circle, self.body))? {
            let report = self.rehearse(app)?;
            confirm_deletions(app, &report, self.file)?;
        }
        // Local changes go into the documents first, so that a merge can't overwrite them.
        machines::publish(app, self.circle)?;
        let (report, draft) = self.store(app)?;
        set_report(&mut text, &report);
        text.draft = draft;
        Ok(text)
    }

    /// Returns what taking the bundle would change.
    fn rehearse(&self, app: &App<'_, '_>) -> Result<OwnTakeReport> {
        let rehearsed = app.store.rehearse(app.now, |tx| {
            let failed = |error| exchange_failure(error, self.file, OTHER_MACHINE);
            let mut device = circle::load_device_of(app, tx, self.circle)?.rehearsed();
            own_machines::publish_rows(tx, self.circle, &mut device).map_err(failed)?;
            self.merge(app, tx)
        });
        Ok(rehearsed?.0)
    }

    /// Stores the content as one undo step; also returns the name of the draft with the versions that the rows don't show.
    fn store(&self, app: &mut App<'_, '_>) -> Result<(OwnTakeReport, Option<String>)> {
        app.write(|app, tx| {
            let report = self.merge(app, tx)?;
            let draft = save_hidden(app, &report)?;
            let changes = words::count(report.items.len(), "change");
            match (report.items.is_empty(), self.is_own()) {
                (true, _) => tx.leave_no_step(),
                (false, true) => tx.add_message(format!("Restored {changes} of yours")),
                (false, false) => tx.add_message(format!("Applied {changes} from {OTHER_MACHINE}")),
            }
            Ok((report, draft))
        })
    }

    /// Merges the content into documents and rows, and saves that the bundle was taken.
    fn merge(&self, app: &App<'_, '_>, tx: &WriteTx<'_>) -> Result<OwnTakeReport> {
        let failed = |error| exchange_failure(error, self.file, OTHER_MACHINE);
        let (stamps, read) =
            bundle_body::read(tx, self.circle, &self.card.device, self.number, self.body)
                .map_err(failed)?;
        let report = own_machines::take(tx, self.circle, &stamps, read).map_err(failed)?;
        let mut circle = self.circle.clone();
        let last = circle.taken.entry(self.card.device.clone()).or_default();
        *last = (*last).max(self.number);
        if !self.is_own() {
            circle.answer_token = None;
            circle
                .shared_there
                .insert(self.card.device.clone(), bundle_body::shared_there(self.body));
            circle.taken_at = Some(instant(app.now.at));
        }
        circles::save(tx, &circle)?;
        Ok(report)
    }
}

/// Saves the versions that the rows don't show. `None`: there are none.
fn save_hidden(app: &App<'_, '_>, report: &OwnTakeReport) -> Result<Option<String>> {
    if report.hidden.is_empty() {
        return Ok(None);
    }
    let own = report.hidden.iter().map(|(_, words)| own_words_text(words));
    let text = view::messages::share::hidden_draft(&own.collect::<Vec<_>>());
    let saved = draft::save_text(&app.paths, "kept-words", &text);
    saved.map(Some).map_err(|error| {
        let folder = app.paths.state.join("drafts");
        Failure::storage(format!(
            "the same part was written on two machines, and the version that does not count can't be saved in `{}`: {error}",
            folder.display()
        ))
        .data(UNCHANGED)
    })
}
