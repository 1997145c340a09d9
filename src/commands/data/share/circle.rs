//! Finds the circle of a pair and loads the keys of this device.

use crate::app::App;
use crate::domain::pair::PairContext;
use crate::error::{Failure, Result};
use crate::share::device::{Device, DeviceError};
use crate::share::{hex, seal};
use crate::store::read_tx::ReadTx;
use crate::store::share::circles::{self, Circle};
use crate::store::write_tx::WriteTx;
use crate::store::{pairs, settings};

// The pair to share, as a positional slug; equivalent to `-p`.
#[derive(Debug, clap::Args)]
pub struct SharedPairArg {
    /// Short name of the pair
    #[arg(value_name = "PAIR")]
    pub slug: Option<String>,
}

impl SharedPairArg {
    pub fn name(&self, app: &mut App<'_, '_>) {
        if self.slug.is_some() {
            app.globals.pair.clone_from(&self.slug);
        }
    }
}

/// Loads this device's keys for the data file.
pub fn load_device(app: &App<'_, '_>, tx: &ReadTx<'_>) -> Result<Device> {
    let file = settings::device_file(tx)?.ok_or(DeviceError::Missing)?;
    Ok(Device::load(&app.paths.state, &file)?)
}

/// Loads this device's keys; fails if they are not the ones that the circle knows as its own.
pub fn load_device_of(app: &App<'_, '_>, tx: &ReadTx<'_>, circle: &Circle) -> Result<Device> {
    let device = load_device(app, tx)?;
    if hex(&device.keys.id()) == circle.own.device {
        Ok(device)
    } else {
        Err(DeviceError::Missing.into())
    }
}

/// Loads this device's keys, creating them for a data file that has none.
pub fn load_or_create_device(app: &App<'_, '_>, tx: &WriteTx<'_>) -> Result<Device> {
    match load_device(app, tx) {
        Err(_) if !has_device_file(app, tx)? => {}
        loaded => return loaded,
    }
    let file = hex(&seal::random_bytes::<8>().map_err(super::failure::seal_failure)?);
    let device = Device::create(&app.paths.state, &file)?;
    circles::set_device_file(tx, &file)?;
    Ok(device)
}

fn has_device_file(app: &App<'_, '_>, tx: &ReadTx<'_>) -> Result<bool> {
    let file = settings::device_file(tx)?;
    Ok(file.is_some_and(|file| Device::path(&app.paths.state, &file).exists()))
}

/// Resolves the pair, which must be shared, and its circle.
pub fn shared_pair(app: &App<'_, '_>, tx: &ReadTx<'_>) -> Result<(PairContext, Circle)> {
    let pair = match app.explicit_pair(tx)? {
        Some(pair) => pair,
        None => only_shared_pair(app, tx)?,
    };
    let circle = circles::find_for_pair(tx, &pair.record.uid)?;
    let circle = circle.ok_or_else(|| not_shared(&pair))?;
    Ok((pair, circle))
}

/// Resolves the pair if none was named: the only shared one, otherwise the current pair.
fn only_shared_pair(app: &App<'_, '_>, tx: &ReadTx<'_>) -> Result<PairContext> {
    let mut shared = shared_pairs(app, tx)?;
    match shared.len() {
        1 => Ok(shared.remove(0).0),
        _ => app.current_pair(tx),
    }
}

/// Returns the shared pairs with their circles; only the named one if a pair was named.
pub fn shared_pairs(app: &App<'_, '_>, tx: &ReadTx<'_>) -> Result<Vec<(PairContext, Circle)>> {
    let named = app.explicit_pair(tx)?;
    let mut circles = circles::all(tx)?;
    let mut found = Vec::new();
    for pair in pairs::pairs(tx)? {
        let is_meant = named.as_ref().is_none_or(|named| named.id() == pair.id());
        let at = circles.iter().position(|circle| circle.pair == pair.record.uid);
        if let Some(at) = at.filter(|_| is_meant) {
            found.push((pair, circles.remove(at)));
        }
    }
    Ok(found)
}

pub fn not_shared(pair: &PairContext) -> Failure {
    let slug = pair.slug();
    Failure::refused(format!("`{slug}` is not shared"))
        .hint(format!("run `mentor share invite {slug}` to invite {}", partner(pair)))
}

pub fn partner(pair: &PairContext) -> &str {
    pair.first_name(pair.user_side().other())
}
