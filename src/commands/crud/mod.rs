//! The verbs that every noun shares: `add list show edit delete`, and the transitions between states.
//!
//! A noun declares its form (`HasForm`), how given values become its fields (`CrudRecord`) and its transitions
//! (`HasTransitions`). Its command is an enum that includes `CrudCommand` and `TransitionCommand` and adds its own
//! verbs.

mod add;
mod edit;
pub mod form_input;
mod list;
mod show;
mod transition;

use std::borrow::Cow;
use std::fmt::Debug;

use crate::app::App;
use crate::commands::command_line::arg::RecordArg;
use crate::commands::command_line::flags::{AddFlags, EditFlags, InputSourceArgs};
use crate::commands::crud::form_input::FormInput;
use crate::domain::dates::{DateStyle, Now};
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
use crate::view::page::output_mode::OutputMode;
use crate::view::records::record::{RecordView, RelatedSection};
use crate::view::words;

pub use add::{
    add_with_questions, confirm_record, form_questions, insert_new, remark_off_limits, run as add,
};
pub use edit::{delete, edit, skip_if_unchanged};
pub use list::{ListArgs, run as list};
pub use show::{note_undecided, run as show, undecided_parts};
pub use transition::{HasTransitions, Transition, TransitionCommand, apply_transition};

/// A record with the common verbs: add, list, show, edit and delete.
pub trait CrudRecord: PairItem + HasForm + TableRow + Clone + Debug + 'static {
    /// The fields that a listing shows before the title.
    const LIST_FIELDS: &'static [&'static str];
    /// The fields that a listing can be filtered by.
    const FILTERS: &'static [&'static str] = &[];
    /// The field that holds the due day, if there is one.
    const DUE_FIELD: Option<&'static str> = None;
    /// Other names of `add`.
    const ADD_ALIASES: &'static [&'static str] = &[];
    /// The verb that begins the confirmation of `add`.
    const ADDED_VERB: &'static str = "Added";
    /// What is printed if the form of `add` was closed without a change.
    const NOTHING_ADDED: &'static str = "Nothing saved";
    /// Which records a listing shows by default.
    const DEFAULT_FILTER: DefaultFilter = DefaultFilter::All;
    /// Whether `needs_confirmation` is asked before saving.
    const MAY_NEED_CONFIRMATION: bool = false;

    /// Returns a new record before the given values are applied.
    fn with_defaults(input: &FormInput<'_>) -> Self;

    /// Copies the given values into the record, for `add` and `edit`; a field without a value stays unchanged.
    fn apply(&mut self, input: &FormInput<'_>) -> Result<()>;

    /// Returns the side whose time zone the record's days are in; `None`: the user's.
    fn calendar_side(&self) -> Option<Side> {
        None
    }

    /// Returns the side whose time zone the record's days are in, within its pair.
    fn calendar_side_in(&self, pair: &PairContext) -> Side {
        self.calendar_side().unwrap_or(pair.user_side())
    }

    /// Completes a new record with what has to be looked up in the open transaction.
    fn before_insert(&mut self, input: &FormInput<'_>) -> Result<()> {
        let _ = input;
        Ok(())
    }

    /// Returns why the values are not enough for a new record; `None`: they are.
    fn missing_required(values: &FormValues) -> Option<Failure> {
        add::missing_fields::<Self>(values)
    }

    /// Whether the record still needs action.
    fn is_open(&self) -> bool {
        true
    }

    /// Returns the line that names the record in a listing or a confirmation.
    fn title_line(&self, style: DateStyle) -> Cow<'_, str> {
        let _ = style;
        self.title()
    }

    /// Returns how messages name the record: `topic 1: How to say no`.
    fn summary(record: &Record<Self>, pair: &PairContext, now: Now) -> String {
        let _ = pair;
        words::record_name(Self::LABEL, record.id, &record.title_line(now.style))
    }

    /// Asks on a terminal for what the values of a new record leave open; they are valid.
    fn ask_for_rest(app: &mut App<'_, '_>, values: &mut FormValues) -> Result<()> {
        let _ = (app, values);
        Ok(())
    }

    /// Returns a reason to ask before saving, phrased to follow "This topic"; `None`: saves without asking.
    fn needs_confirmation(
        &self,
        pair: &PairContext,
        tx: &ReadTx<'_>,
        now: Now,
    ) -> Result<Option<String>> {
        let _ = (pair, tx, now);
        Ok(None)
    }

    /// Fails for a new due day that an edit can't set.
    fn ensure_changeable(
        record: &Record<Self>,
        before: &Self,
        input: &FormInput<'_>,
    ) -> Result<()> {
        let _ = (record, before, input);
        Ok(())
    }

    /// Makes further changes in the same undo step when a record is added (`before` is `None`) or edited.
    fn after_save(
        record: &Record<Self>,
        before: Option<&Self>,
        input: &FormInput<'_>,
        tx: &WriteTx<'_>,
    ) -> Result<()> {
        let _ = (record, before, input, tx);
        Ok(())
    }

    /// Adds remarks and hints on a record that a command has added or edited, but not on one that was imported.
    fn add_remarks(record: &Record<Self>, pair: &PairContext, tx: &WriteTx<'_>) -> Result<()> {
        let _ = (record, pair, tx);
        Ok(())
    }

    /// Returns a pair's records in the order of the listing: all of them, or the open ones.
    fn query_list(
        tx: &ReadTx<'_>,
        pair: &PairContext,
        all: bool,
    ) -> Result<Vec<Record<Self>>, StoreError> {
        let mut records = pair_items::all_in_pair::<Self>(tx, pair.id())?;
        records.retain(|record| all || record.is_open());
        Ok(records)
    }

    /// Returns figures that the listing shows beside the fields, each with its heading.
    fn extra_columns(
        record: &Record<Self>,
        pair: &PairContext,
        tx: &ReadTx<'_>,
        now: Now,
        mode: OutputMode,
    ) -> Result<Vec<(&'static str, String)>> {
        let _ = (record, pair, tx, now, mode);
        Ok(Vec::new())
    }

    /// Returns the sections that `show` prints below the record.
    fn related(
        record: &Record<Self>,
        pair: &PairContext,
        tx: &ReadTx<'_>,
        now: Now,
        mode: OutputMode,
    ) -> Result<Vec<RelatedSection>> {
        let _ = (record, pair, tx, now, mode);
        Ok(Vec::new())
    }
}

/// Returns a record in the form that views take.
fn record_view<T: CrudRecord>(record: &Record<T>, pair: &PairContext, now: Now) -> RecordView {
    RecordView {
        noun: T::LABEL,
        id: record.id.number(),
        title: record.title_line(now.style).into_owned(),
        is_private: record.is_private(),
        is_open: record.is_open(),
        due: T::DUE_FIELD,
        today: words::today(pair.person(record.calendar_side_in(pair)), now),
        fields: json::field_values(&record.data),
    }
}

/// Which records a listing shows by default, and the flag that changes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DefaultFilter {
    /// All records.
    All,
    /// All records; `--open` shows only open ones.
    OpenOnDemand,
    /// Open records; `--all` includes closed ones.
    Open,
}

// The common verbs. (A plain comment: clap would show a doc comment as the noun's help.)
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
    source: InputSourceArgs<T>,

    /// Don't ask for confirmation
    #[arg(long, short, hide = !T::MAY_NEED_CONFIRMATION)]
    yes: bool,
}

impl<T: CrudRecord> AddArgs<T> {
    /// Whether only the blank form is to be printed.
    pub fn is_print_only(&self) -> bool {
        self.source.is_print_only()
    }

    /// Whether to prompt: no flags, file, editor or template was given.
    pub fn needs_questions(&self) -> bool {
        self.flags.values.is_empty() && self.source.is_flags_only()
    }
}

#[derive(Debug, clap::Args)]
pub struct EditArgs<T: CrudRecord> {
    #[command(flatten)]
    which: RecordArg,

    #[command(flatten)]
    changes: EditFlags<T>,

    #[command(flatten)]
    source: InputSourceArgs<T>,

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

    struct FieldLabelCheck;

    impl TableVisitor for FieldLabelCheck {
        type Error = std::convert::Infallible;

        fn table<T: TableRow>(&mut self) -> Result<(), Self::Error> {
            // Tables whose fields are not labelled by `field_label`.
            let excluded =
                ["person", "agreement", "checkin", "closing", "pulse_answer", "goal_entry", "move"];
            let json_names = json::names::<T>();
            let labelled = T::COLUMNS.iter().filter(|column| json_names.contains(column));
            for column in labelled.filter(|_| !excluded.contains(&T::TABLE)) {
                let label = words::field_label(column);
                assert!(!label.contains('_'), "{}: `{label}` is no word", T::TABLE);
            }
            Ok(())
        }
    }

    #[test]
    fn every_field_has_a_readable_label() {
        let Ok(()) = visit_tables(&mut FieldLabelCheck);
    }
}
