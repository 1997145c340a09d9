//! The verbs that every noun has, written once: `add list show edit delete`, and those that change a state.
//!
//! A noun says what it is made of (`HasForm`), how what was given becomes its fields (`CrudRecord`), and which states it goes
//! through (`HasTransitions`). Its command is an enum that takes `CrudCommand` and `TransitionCommand` in and adds what is its own.

mod add;
mod edit;
pub mod form_input;
mod list;
mod show;
mod transition;

use std::fmt::Debug;

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::commands::command_line::arg::RecordArg;
use crate::commands::command_line::flags::{AddFlags, EditFlags, InputSourceArgs};
use crate::commands::crud::form_input::FormInput;
use crate::domain::pair::PairContext;
use crate::domain::pair_item::PairItem;
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::error::{Failure, Result};
use crate::input::form::{FormValues, HasForm};
use crate::store::read_tx::ReadTx;
use crate::store::table_row::TableRow;
use crate::store::write_tx::WriteTx;
use crate::store::{StoreError, json, pair_items};
use crate::view::records::record::{RecordView, RelatedSection};
use crate::view::words;

pub use add::{add_asking, confirm_record, insert_new, questions, remark_off_limits, run as add};
pub use edit::{delete, edit};
pub use list::{ListArgs, run as list};
pub use show::{note_undecided, run as show, undecided_parts};
pub use transition::{HasTransitions, Transition, TransitionCommand, apply_transition};

/// A noun that is added, listed, shown, changed and deleted like every other.
pub trait CrudRecord: PairItem + HasForm + TableRow + Clone + Debug + 'static {
    /// The fields that its listing shows, before the title.
    const LIST_FIELDS: &'static [&'static str];
    /// The fields by which its listing can be narrowed.
    const FILTERS: &'static [&'static str] = &[];
    /// The field with the day that it is due, if it has one.
    const DUE_FIELD: Option<&'static str> = None;
    /// Another name of the verb that adds one.
    const ADD_ALIASES: &'static [&'static str] = &[];
    /// How it is said that one was added.
    const ADDED_VERB: &'static str = "Added";
    /// Which ones its listing shows.
    const DEFAULT_FILTER: DefaultFilter = DefaultFilter::All;
    /// Whether `doubt` has to be heard before one is kept.
    const MAY_NEED_CONFIRMATION: bool = false;

    /// A new one, before anything is said of it.
    fn with_defaults(given: &FormInput<'_>) -> Self;

    /// Takes over what was given, for a new one and in a change alike. Only what was given changes.
    fn apply(&mut self, given: &FormInput<'_>) -> Result<()>;

    /// Whose calendar its days are in; none: the user's.
    fn calendar_side(&self) -> Option<Side> {
        None
    }

    /// What a new one still needs that is looked up, once its transaction is open.
    fn before_insert(&mut self, given: &FormInput<'_>) -> Result<()> {
        let _ = given;
        Ok(())
    }

    /// Why what was given is not enough for a new one; none: it is.
    fn missing_required(values: &FormValues) -> Option<Failure> {
        add::first_missing_field::<Self>(values)
    }

    /// Whether it still wants something.
    fn is_open(&self) -> bool {
        true
    }

    /// How it is spoken of when it was added or changed: `topic 1: How to say no`.
    fn summary(record: &Record<Self>, pair: &PairContext, now: DateTime<Utc>) -> String {
        let _ = (pair, now);
        words::record_name(Self::LABEL, record.id, &record.title())
    }

    /// What makes somebody stop before it is kept, as the end of a sentence; it is asked, and needs a yes.
    fn needs_confirmation(
        &self,
        pair: &PairContext,
        tx: &ReadTx<'_>,
        now: DateTime<Utc>,
    ) -> Result<Option<String>> {
        let _ = (pair, tx, now);
        Ok(None)
    }

    /// What happens in the same step when one is added (`before` is none) or changed.
    fn after_save(
        record: &Record<Self>,
        before: Option<&Self>,
        given: &FormInput<'_>,
        tx: &WriteTx<'_>,
    ) -> Result<()> {
        let _ = (record, before, given, tx);
        Ok(())
    }

    /// Gentle remarks on a new one, or one that was changed.
    fn warnings(record: &Record<Self>, pair: &PairContext, tx: &ReadTx<'_>) -> Result<Vec<String>> {
        let _ = (record, pair, tx);
        Ok(Vec::new())
    }

    /// Those of a pair in the order of the listing: all, or the open ones.
    fn query_list(
        tx: &ReadTx<'_>,
        pair: &PairContext,
        all: bool,
    ) -> Result<Vec<Record<Self>>, StoreError> {
        let mut records = pair_items::all_in_pair::<Self>(tx, pair.id())?;
        records.retain(|record| all || record.is_open());
        Ok(records)
    }

    /// Figures that the listing shows beside the fields, by heading.
    fn extra_columns(
        record: &Record<Self>,
        pair: &PairContext,
        tx: &ReadTx<'_>,
        now: DateTime<Utc>,
    ) -> Result<Vec<(&'static str, String)>> {
        let _ = (record, pair, tx, now);
        Ok(Vec::new())
    }

    /// What belongs to it and is shown with it.
    fn related(
        record: &Record<Self>,
        pair: &PairContext,
        tx: &ReadTx<'_>,
        now: DateTime<Utc>,
    ) -> Result<Vec<RelatedSection>> {
        let _ = (record, pair, tx, now);
        Ok(Vec::new())
    }
}

/// A record as views see it.
fn record_view<T: CrudRecord>(
    record: &Record<T>,
    pair: &PairContext,
    now: DateTime<Utc>,
) -> RecordView {
    let calendar = record.calendar_side().unwrap_or(pair.user_side());
    RecordView {
        noun: T::LABEL,
        id: record.id.number(),
        title: record.title().into_owned(),
        is_private: record.is_private(),
        is_open: record.is_open(),
        due: T::DUE_FIELD,
        today: words::today(pair.person(calendar), now),
        fields: json::field_values(&record.data),
    }
}

/// Which records a listing shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DefaultFilter {
    /// All of them.
    All,
    /// All of them; with `--open` those that still want something.
    OpenOnDemand,
    /// Those that still want something; with `--all` the others too.
    Open,
}

// The verbs that every noun has. (No docstring: clap would take it for the noun's own.)
#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum CrudCommand<T: CrudRecord> {
    #[command(about = format!("Add {}", words::with_article(T::LABEL)), visible_aliases = T::ADD_ALIASES.iter().copied())]
    Add(Box<AddArgs<T>>),
    #[command(about = format!("List {}", words::plural(T::LABEL)))]
    List(ListArgs<T>),
    #[command(about = format!("Show {}", words::with_article(T::LABEL)))]
    Show(RecordArg),
    #[command(about = format!("Edit {}", words::with_article(T::LABEL)))]
    Edit(Box<EditArgs<T>>),
    #[command(about = format!("Delete {} (`mentor undo` restores it)", words::with_article(T::LABEL)))]
    Delete(RecordArg),
}

#[derive(Clone, Debug, clap::Args)]
pub struct AddArgs<T: CrudRecord> {
    #[command(flatten)]
    pub flags: AddFlags<T>,

    #[command(flatten)]
    ways: InputSourceArgs<T>,

    /// Don't ask for confirmation
    #[arg(long, short, hide = !T::MAY_NEED_CONFIRMATION)]
    yes: bool,
}

impl<T: CrudRecord> AddArgs<T> {
    /// Whether only the form is printed.
    pub fn prints(&self) -> bool {
        self.ways.is_print_only()
    }

    /// Whether nothing was given that would need no question.
    pub fn asks(&self) -> bool {
        let ways = &self.ways;
        self.flags.values.is_empty()
            && ways.from_file.is_none()
            && !ways.editor
            && ways.template.is_none()
    }
}

#[derive(Debug, clap::Args)]
pub struct EditArgs<T: CrudRecord> {
    #[command(flatten)]
    which: RecordArg,

    #[command(flatten)]
    changes: EditFlags<T>,

    #[command(flatten)]
    ways: InputSourceArgs<T>,

    /// Don't ask for confirmation
    #[arg(long, short, hide = !T::MAY_NEED_CONFIRMATION)]
    yes: bool,
}

pub fn run<T: CrudRecord>(app: &mut App<'_, '_>, verb: &CrudCommand<T>) -> Result<()> {
    match verb {
        CrudCommand::Add(args) => add(app, args),
        CrudCommand::List(args) => list(app, args),
        CrudCommand::Show(which) => show::<T>(app, which),
        CrudCommand::Edit(args) => edit(app, args),
        CrudCommand::Delete(which) => delete::<T>(app, which),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::table_row::{TableVisitor, visit_tables};

    struct VocabularyCheck;

    impl TableVisitor for VocabularyCheck {
        type Error = std::convert::Infallible;

        fn table<T: TableRow>(&mut self) -> Result<(), Self::Error> {
            // These have cards of their own, or none.
            let others = [
                "person",
                "agreement",
                "checkin",
                "closing",
                "pulse_answer",
                "goal_entry",
                "move",
            ];
            let told = json::names::<T>();
            let own = T::COLUMNS.iter().filter(|column| told.contains(column));
            for column in own.filter(|_| !others.contains(&T::TABLE)) {
                let spoken = words::field_label(column);
                assert!(!spoken.contains('_'), "{}: `{spoken}` is no word", T::TABLE);
            }
            Ok(())
        }
    }

    #[test]
    fn every_field_is_called_by_a_word() {
        let Ok(()) = visit_tables(&mut VocabularyCheck);
    }
}
