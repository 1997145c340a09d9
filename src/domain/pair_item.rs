//! What the records of a pair have in common: a word for them, a line that names each, whose pair they belong to.

use std::borrow::Cow;
use std::fmt::{Debug, Display};

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::pair::Pair;
use crate::domain::record::Id;

/// A kind of record that people speak of by its number: `follow-up 12`.
pub trait PairItem {
    /// As it is spoken of. Without the hyphen it is the command and the table: `followup`.
    const LABEL: &'static str;

    fn pair(&self) -> Id<Pair>;

    /// Its one line, in a listing, a confirmation or a report.
    fn title(&self) -> Cow<'_, str>;

    /// Whether it is kept out of everything meant for the other side.
    fn is_private(&self) -> bool;
}

/// A noun that goes through states, each with the day since when it holds and, mostly, a reason.
pub trait HasState {
    type State: Copy + PartialEq + Debug + Display + 'static;
    /// Whether the reason of a change is kept.
    const HAS_REASONS: bool = true;

    fn state(&self) -> Self::State;

    /// Takes over another state: `on` is the day it is of, `at` the moment of the change.
    fn set_state(
        &mut self,
        to: Self::State,
        on: NaiveDate,
        at: DateTime<Utc>,
        because: Option<String>,
    );
}

/// Says which states a type goes through, and which fields say nothing any more once it is in another one.
macro_rules! states {
    ($type:ty, $state:ty $(, forgets $($gone:ident),+)?) => {
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
                $($(self.$gone = None;)+)?
            }
        }
    };
}

/// Says what a type is called and which of its fields names it; `shared` for what is never private.
macro_rules! noun {
    ($type:ty, $word:literal, $title:ident) => {
        noun!($type, $word, $title, |it: &$type| it.private);
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
