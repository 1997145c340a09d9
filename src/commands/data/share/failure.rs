//! Failures of reading, taking and sending bundles, with their hints.

use crate::domain::dates::DateStyle;
use crate::error::{Failure, FailureKind};
use crate::share::bundle::BundleError;
use crate::share::device::DeviceError;
use crate::share::seal::SealError;
use crate::store::share::documents::DocumentError;
use crate::store::share::error::ExchangeError;
use crate::view;

pub const UNCHANGED: &str = "nothing was changed";

impl From<DeviceError> for Failure {
    fn from(error: DeviceError) -> Self {
        match error {
            DeviceError::Missing => Failure::refused(
                "the keys for this data file are not on this machine",
            )
            .data(UNCHANGED)
            .hint("share from the machine where you began, or start over with `mentor share end PAIR` and `mentor share invite PAIR`"),
            DeviceError::Unreadable(path) => Failure::storage(format!(
                "can't read the keys in `{}`",
                path.display()
            ))
            .data(UNCHANGED)
            .hint("move that file away, then start over with `mentor share end PAIR` and `mentor share invite PAIR`"),
            DeviceError::Io(error) => {
                Failure::storage(format!("can't use the keys of this machine: {error}"))
                    .data(UNCHANGED)
            }
            DeviceError::Keys(error) => seal_failure(error),
        }
    }
}

/// Returns the failure for an expired invitation; `subject` names it.
pub fn expired_failure(subject: &str, until: &str, style: DateStyle) -> Failure {
    let day = view::messages::share::day(until, style);
    Failure::refused(format!("{subject} was valid until {day}")).data(UNCHANGED)
}

pub fn seal_failure(error: SealError) -> Failure {
    match error {
        SealError::NoRandomness => Failure::storage("the system provides no random numbers"),
        error => Failure::storage(format!("can't use the keys: {error}")),
    }
    .data(UNCHANGED)
}

/// Explains why a bundle can't be opened. `who`: the other side's first name, if known.
pub fn bundle_failure(error: BundleError, file: &str, who: Option<&str>) -> Failure {
    let them = who.unwrap_or("the other person");
    let failure = match error {
        BundleError::Seal(SealError::NotForMe) => {
            Failure::refused(format!("`{file}` is sealed for someone else"))
                .hint(format!("if you joined after it was written, ask {them} to send it again"))
        }
        BundleError::Seal(SealError::Damaged) => {
            Failure::storage(format!("`{file}` is incomplete, or was changed on the way"))
                .hint("your sync tool may still be copying it; try again later")
                .hint(format!("if that does not help, ask {them} to send it again"))
        }
        BundleError::TooLarge | BundleError::Seal(SealError::TooLarge) => Failure::refused(
            format!("`{file}` is too large: the limit is 16 MB, or 32 MB unpacked"),
        ),
        BundleError::NotABundle | BundleError::Seal(SealError::NotSealed) => {
            Failure::refused(format!(
                "`{file}` is neither a file that `mentor share send` wrote nor a reply to a letter"
            ))
            .hint("an invitation is accepted with `mentor share join FILE`")
        }
        BundleError::Newer(version) => Failure::new(
            FailureKind::Refused,
            format!("`{file}` needs a newer mentor (bundle {version}; this one reads 1)"),
        )
        .hint("update mentor"),
        BundleError::Altered => {
            Failure::refused(format!("`{file}` was changed after {them} signed it"))
                .hint(format!("ask {them} to send it again"))
        }
        BundleError::Line(error) => Failure::refused(format!("can't read `{file}`: {error}"))
            .hint(format!("ask {them} to update mentor and to send it again")),
        BundleError::Seal(error) => return seal_failure(error),
    };
    failure.data(UNCHANGED)
}

/// Explains why the contents of a bundle can't be taken. `who`: the other side's first name.
pub fn exchange_failure(error: ExchangeError, file: &str, who: &str) -> Failure {
    let failure = match error {
        ExchangeError::Store(error) => return error.into(),
        ExchangeError::Device(error) => return error.into(),
        ExchangeError::Seal(error) => return seal_failure(error),
        ExchangeError::Line(error) => {
            return bundle_failure(BundleError::Line(error), file, Some(who));
        }
        ExchangeError::BadStamp => Failure::refused(format!(
            "`{file}` is not signed by the devices that it names"
        ))
        .hint(format!("ask {who} to send it again")),
        ExchangeError::Document(document, DocumentError::NotAllowed) => Failure::refused(format!(
            "`{file}` has changes that only the {document} can make, and is not from them"
        )),
        ExchangeError::Document(_, DocumentError::TwoHistories) => Failure::refused(format!(
            "`{file}` contradicts the history of a device on this machine"
        ))
        .hint("that machine went back to an old copy of itself: start over with `mentor share end PAIR` and `mentor share invite PAIR`"),
        ExchangeError::Document(document, error) => Failure::refused(format!(
            "can't apply `{file}`: its {document} document is not sound ({error})"
        ))
        .hint(format!("ask {who} to send it again")),
        ExchangeError::Apply(crate::store::share::error::ApplyError::Store(error)) => {
            return error.into();
        }
        ExchangeError::Apply(error) => {
            Failure::refused(format!("can't apply `{file}`: {error}"))
                .hint(format!("ask {who} to update mentor and to send it again"))
        }
    };
    failure.data(UNCHANGED)
}
