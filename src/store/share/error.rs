//! The failures of an exchange.

use crate::share::ShareDocument;
use crate::share::device::DeviceError;
use crate::share::lines::LineError;
use crate::share::seal::SealError;
use crate::store::StoreError;
use crate::store::share::documents::DocumentError;

/// Why nothing was published, sent or taken.
#[derive(Debug, thiserror::Error)]
pub enum ExchangeError {
    #[error("the {0} document: {1}")]
    Document(ShareDocument, DocumentError),
    #[error("{0}")]
    Line(#[from] LineError),
    #[error("it is not signed by its device")]
    BadStamp,
    #[error("{0}")]
    Apply(#[from] ApplyError),
    #[error(transparent)]
    Device(#[from] DeviceError),
    #[error(transparent)]
    Seal(#[from] SealError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why a published value can't be stored.
#[derive(Debug, thiserror::Error)]
pub enum ApplyError {
    #[error("`{column}` of a record of {table}: {what}")]
    Field { table: &'static str, column: String, what: String },
    #[error(transparent)]
    Store(#[from] StoreError),
}
