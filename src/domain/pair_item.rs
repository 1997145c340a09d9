//! The traits that the records of a pair share: label, title, owning pair and state.

use std::borrow::Cow;
use std::fmt::{Debug, Display};

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::pair::Pair;
use crate::domain::record::Id;

/// A type of record that belongs to a pair and is referred to by its number, as in `follow-up 12`.
pub trait PairItem {
    /// The name shown to users. Without the hyphen it is the name of the command and of the table: `followup`.
    const LABEL: &'static str;

    fn pair(&self) -> Id<Pair>;

    /// Returns the line that names the record in a listing, a confirmation or a report.
    fn title(&self) -> Cow<'_, str>;

    /// Whether the record is left out of everything meant for the other side.
    fn is_private(&self) -> bool;
}

/// A record with a state, the day from which that state holds and, for most types, a reason.
pub trait HasState {
    type State: Copy + PartialEq + Debug + Display + 'static;
    /// Whether the reason for a transition is stored.
    const HAS_REASONS: bool = true;

    fn state(&self) -> Self::State;

    /// Changes the state. `on` is the day from which it holds, `at` the moment of the change.
    fn set_state(
        &mut self,
        to: Self::State,
        on: NaiveDate,
        at: DateTime<Utc>,
        because: Option<String>,
    );
}

/// Implements `HasState` for a type.
macro_rules! states {
    ($type:ty, $state:ty) => {
        impl $crate::domain::pair_item::HasState for $type {
            type State = $state;

            fn state(&self) -> $state {
                self.state
            }

            fn set_state(
                &mut self,
                to: $state,
                on: chrono::NaiveDate,
                at: chrono::DateTime<chrono::Utc>,
                because: Option<String>,
            ) {
                let _ = at;
                self.state = to;
                self.state_on = on;
                self.because = because;
            }
        }
    };
}

/// Implements `PairItem` for a type with its label and title field. `shared` marks a type that is never private.
macro_rules! noun {
    ($type:ty, $word:literal, $title:ident) => {
        noun!($type, $word, $title, |item: &$type| item.private);
    };
    ($type:ty, $word:literal, $title:ident, shared) => {
        noun!($type, $word, $title, |_: &$type| false);
    };
    ($type:ty, $word:literal, $title:ident, $private:expr) => {
        impl $crate::domain::pair_item::PairItem for $type {
            const LABEL: &'static str = $word;

            fn pair(&self) -> $crate::domain::record::Id<$crate::domain::pair::Pair> {
                self.pair
            }

            fn title(&self) -> std::borrow::Cow<'_, str> {
                std::borrow::Cow::Borrowed(&self.$title)
            }

            fn is_private(&self) -> bool {
                let is_private: fn(&$type) -> bool = $private;
                is_private(self)
            }
        }
    };
}

pub(crate) use {noun, states};
