//! Publishes local changes and seals a bundle, for `send`, `sync` and `join`.

use crate::app::App;
use crate::commands::data::share::circle;
use crate::commands::data::share::failure::{UNCHANGED, bundle_failure, exchange_failure};
use crate::domain::pair::PairContext;
use crate::error::{Failure, Result};
use crate::share::bundle::{self, BodySize, BundleHead, JoinRequest, SCHEMA};
use crate::share::device::Device;
use crate::store::column::instant;
use crate::store::share::circles::{self, Circle};
use crate::store::share::error::ExchangeError;
use crate::store::share::{bundle_body, publishing, saved_documents};
use crate::store::write_tx::WriteTx;
use crate::view;

/// Publishes the rows to the documents, in a transaction of its own that leaves no undo step.
pub fn publish(app: &mut App<'_, '_>, pair: &PairContext, circle: &Circle) -> Result<usize> {
    let who = circle::partner(pair).to_owned();
    app.write_unseen(|app, tx| {
        let mut device = circle::load_device_of(app, tx, circle)?;
        let published = publishing::publish_rows(tx, pair, circle, &mut device);
        published.map_err(|error| exchange_failure(error, "the data file", &who))
    })
}

/// Publishes the rows, then seals everything that the circle knows for both devices.
pub fn seal_bundle(
    app: &mut App<'_, '_>,
    pair: &PairContext,
    circle: &Circle,
    is_armored: bool,
) -> Result<Vec<u8>> {
    app.write_unseen(|app, tx| seal_in_transaction(app, tx, pair, circle, is_armored))
}

/// Does the same as `seal_bundle`, as a part of a larger change.
pub fn seal_in_transaction(
    app: &App<'_, '_>,
    tx: &WriteTx<'_>,
    pair: &PairContext,
    circle: &Circle,
    is_armored: bool,
) -> Result<Vec<u8>> {
    let who = circle::partner(pair);
    let mut device = circle::load_device_of(app, tx, circle)?;
    let published = publishing::publish_rows(tx, pair, circle, &mut device);
    published.map_err(|error| exchange_failure(error, "the data file", who))?;
    seal_documents(app, tx, circle, device, is_armored, who)
}

/// Prints the lines that a bundle would contain, and changes nothing.
pub fn print_lines(
    app: &mut App<'_, '_>,
    circle: &Circle,
    who: &str,
    publish: impl FnOnce(&WriteTx<'_>, &mut Device) -> Result<(), ExchangeError>,
) -> Result<()> {
    let failed = |error| exchange_failure(error, "the data file", who);
    let rehearsed = app.store.rehearse(app.now, |tx| {
        let mut device = circle::load_device_of(app, tx, circle)?.rehearsed();
        publish(tx, &mut device).map_err(failed)?;
        let documents = saved_documents::load(tx, &circle.id)?;
        bundle_body::format(tx, circle, &documents).map_err(failed)
    });
    let (text, _) = rehearsed?;
    app.print_result(|| view::messages::share::lines_json(&text), |_| text.trim_end().to_owned())
}

/// Seals everything that the circle knows for all its devices.
pub fn seal_documents(
    app: &App<'_, '_>,
    tx: &WriteTx<'_>,
    circle: &Circle,
    mut device: Device,
    is_armored: bool,
    who: &str,
) -> Result<Vec<u8>> {
    let failed = |error| exchange_failure(error, "the data file", who);
    let number = device.next_number(&circle.id);
    let body = bundle_body::write(tx, circle, &device.keys, number).map_err(failed)?;
    let cards: Vec<_> = circle.readers().collect();
    let head = BundleHead {
        schema: SCHEMA.to_owned(),
        circle: circle.id.clone(),
        device: circle.own.device.clone(),
        number,
        readers: cards.iter().map(|card| card.device.clone()).collect(),
        made_at: instant(app.now.at),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        body: BodySize::default(),
        joins: circle
            .answer_token
            .clone()
            .map(|token| JoinRequest { card: circle.own.clone(), token }),
    };
    let readers: Vec<String> = cards.iter().map(|card| card.open.clone()).collect();
    let sealed = bundle::write(head, &body, &device.keys, &readers, is_armored);
    let sealed = sealed.map_err(|error| bundle_failure(error, "the file", None))?;
    let mut circle = current(tx, circle)?;
    circle.sent_at = Some(instant(app.now.at));
    // The file just written holds nothing new for its own device, unless the data file is restored from an older
    // backup.
    circle.taken.insert(circle.own.device.clone(), number);
    circles::save(tx, &circle)?;
    device.save()?;
    Ok(sealed)
}

/// Reloads the circle within the transaction.
fn current(tx: &WriteTx<'_>, circle: &Circle) -> Result<Circle> {
    let mut all = circles::all(tx)?;
    all.retain(|one| one.id == circle.id);
    all.pop().ok_or_else(|| Failure::refused("it is no longer shared").data(UNCHANGED))
}
