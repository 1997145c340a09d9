//! How domain values are written in JSON. The domain itself knows no output format.

use crate::domain::checkin::CheckInState;
use crate::domain::closing::LeftoverKind;
use crate::domain::due::DueKind;
use crate::domain::feedback::FeedbackKind;
use crate::domain::goal::GoalState;
use crate::domain::goal_concern::Concern;
use crate::domain::insight::AdviceOutcome;
use crate::domain::introduction::IntroductionState;
use crate::domain::length::Minutes;
use crate::domain::option::OptionState;
use crate::domain::person::Side;
use crate::domain::promise::{Citation, Promise, Verdict};
use crate::domain::record::Id;
use crate::domain::reminder::Starter;
use crate::domain::resource::ResourceState;
use crate::domain::undo_step::StepState;
use crate::domain::zone::Tz;

/// Writes the values of a type as `$write` turns them into text or a number. Tests describe them by `$schema`.
macro_rules! write_as {
    ($($type:ident $(<$of:ident>)?: $write:expr, $schema:tt;)+) => { $(
        impl $(<$of>)? serde::Serialize for $type $(<$of>)? {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let write: fn(&Self) -> _ = $write;
                serde::Serialize::serialize(&write(self), serializer)
            }
        }

        #[cfg(test)]
        impl $(<$of>)? schemars::JsonSchema for $type $(<$of>)? {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!($schema)
            }
        }
    )+ };
}

macro_rules! write_as_words {
    ($($type:ident),+ $(,)?) => {
        $crate::view::json::domain::write_as! { $($type: |it| it.word(), { "type": "string", "enum": $type::WORDS };)+ }
    };
}

write_as_words! {
    AdviceOutcome, CheckInState, Concern, DueKind, FeedbackKind, GoalState, IntroductionState, LeftoverKind, OptionState,
    Promise, ResourceState, Side, Starter, StepState, Verdict,
}

write_as! {
    Citation: ToString::to_string, { "type": "string" };
    Id<T>: |it| it.number(), { "type": "integer", "minimum": 0 };
    Minutes: |it| it.0, { "type": "integer", "minimum": 0 };
    Tz: |it| it.name(), { "type": "string" };
}

pub(in crate::view) use {write_as, write_as_words};
