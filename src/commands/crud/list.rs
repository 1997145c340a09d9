//! `mentor NOUN list`

use std::marker::PhantomData;

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::app::{self, App};
use crate::commands::command_line::arg::{CsvArgs, ListedPairs};
use crate::commands::crud::form_input::parse_record_number;
use crate::commands::crud::{CrudRecord, DefaultFilter, record_view};
use crate::domain::field_value::{self, FieldList, FieldValue};
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::domain::text::UnknownWord;
use crate::error::{Failure, Result};
use crate::input::form::FlagPlacement;
use crate::store::column::ColumnType;
use crate::store::json;
use crate::store::read_tx::ReadTx;
use crate::view;
use crate::view::page::listing::ListFooter;
use crate::view::records::record::{PairRows, RecordView};
use crate::view::words;

/// Arguments of `list`: open records or all, narrowed by the fields that the noun names.
#[derive(Debug)]
pub struct ListArgs<T> {
    /// Whether `--all` or `--open` was given; a noun has at most one of the two.
    has_other_filter: bool,
    filters: Vec<(&'static str, String)>,
    listed: ListedPairs,
    cells: CsvArgs,
    noun: PhantomData<fn() -> T>,
}

impl<T: CrudRecord> clap::Args for ListArgs<T> {
    fn augment_args(command: Command) -> Command {
        let other = match T::DEFAULT_FILTER {
            DefaultFilter::All => None,
            DefaultFilter::Open => Some(("all", "Include closed ones")),
            DefaultFilter::OpenOnDemand => Some(("open", "Only open ones")),
        };
        let other = other.map(|(name, help)| {
            let arg = Arg::new("other").long(name).help(help);
            arg.action(ArgAction::SetTrue)
        });
        let filters = T::FILTERS.iter().map(|name| {
            Arg::new(*name)
                .long(*name)
                .value_name(if is_link::<T>(name) { "NUMBER" } else { "WORD" })
                .help(filter_help(name))
        });
        CsvArgs::augment_args(ListedPairs::augment_args(command.args(other).args(filters)))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

/// Returns the help of the filter for a field.
fn filter_help(name: &'static str) -> String {
    match name {
        "owner" => "Only those of one person: mentor, mentee, me or them".to_owned(),
        "from" => "Only those from one person: mentor, mentee, me or them".to_owned(),
        "goal" => "Only those of this goal".to_owned(),
        "state" => "Only those in this state".to_owned(),
        "kind" => "Only this kind: keep or change".to_owned(),
        "worked" => "Only those that worked (yes) or didn't (no)".to_owned(),
        name => format!("Only this {}", words::field_label(name)),
    }
}

impl<T: CrudRecord> clap::FromArgMatches for ListArgs<T> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let filters = T::FILTERS.iter().filter_map(|name| {
            let text = matches.get_one::<String>(name)?;
            Some((*name, text.clone()))
        });
        Ok(ListArgs {
            has_other_filter: T::DEFAULT_FILTER != DefaultFilter::All && matches.get_flag("other"),
            filters: filters.collect(),
            listed: ListedPairs::from_arg_matches(matches)?,
            cells: CsvArgs::from_arg_matches(matches)?,
            noun: PhantomData,
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

fn column_type<T: CrudRecord>(name: &str) -> Option<ColumnType> {
    let index = T::COLUMNS.iter().position(|column| *column == name)?;
    T::column_types().get(index).copied()
}

fn is_link<T: CrudRecord>(name: &str) -> bool {
    matches!(column_type::<T>(name), Some(ColumnType::Link { .. }))
}

/// What `list` prints: by pair, the records and their rows.
struct Listed<T> {
    records: Vec<Vec<Record<T>>>,
    groups: Vec<PairRows>,
    /// The pair in use, which the user did not name.
    implicit_slug: Option<String>,
    /// How many closed records are left out.
    hidden: usize,
}

pub fn run<T: CrudRecord>(app: &mut App<'_, '_>, args: &ListArgs<T>) -> Result<()> {
    let now = app.now;
    let Listed { records, groups, implicit_slug, hidden } = app.read(|tx| args.load(app, tx))?;
    let hint = add_hint::<T>(app.globals.pair.as_deref());
    let footer = ListFooter {
        noun: T::LABEL,
        shown_are: if args.counts_hidden() { "open" } else { "" },
        hidden_are: "closed",
        shown: records.iter().map(Vec::len).sum(),
        hidden,
        pair: implicit_slug.as_deref(),
        is_narrowed: !args.filters.is_empty()
            || args.has_other_filter && T::DEFAULT_FILTER == DefaultFilter::OpenOnDemand,
        hint: &hint,
    };
    app.print_list_with_footer(
        args.cells.format(),
        &json::names::<T>(),
        &footer,
        || {
            let slugs = groups.iter().map(|group| group.pair.slug());
            json::list_by_pair(records.iter().map(Vec::as_slice).zip(slugs))
        },
        |page| {
            let names_pairs = args.listed.all_pairs;
            view::records::record::table(T::LABEL, T::LIST_FIELDS, &groups, names_pairs, now, page)
        },
    )
}

/// Returns a hint with the command that adds a record: with an example title, or without one for nouns that ask for it.
fn add_hint<T: CrudRecord>(pair: Option<&str>) -> String {
    let form = T::FORM;
    let first = form.fields.first();
    let title = first.filter(|field| field.placement == FlagPlacement::First);
    let title = title.map(|title| format!(" \"{}\"", title.example));
    let pair_option = pair.map(|slug| format!(" -p {slug}"));
    format!(
        "run `mentor {}{}{}` to add one",
        form.name,
        title.unwrap_or_default(),
        pair_option.unwrap_or_default()
    )
}

impl<T: CrudRecord> ListArgs<T> {
    /// Whether closed records are listed.
    fn includes_closed(&self) -> bool {
        // Filtering by state includes them: `--state done` would find nothing otherwise.
        let by_state = self.filters.iter().any(|(name, _)| *name == "state");
        by_state || self.has_other_filter == (T::DEFAULT_FILTER == DefaultFilter::Open)
    }

    /// Whether the list hides closed records and says how many.
    fn counts_hidden(&self) -> bool {
        !self.includes_closed() && T::DEFAULT_FILTER == DefaultFilter::Open
    }

    fn load(&self, app: &App<'_, '_>, tx: &ReadTx<'_>) -> Result<Listed<T>> {
        let now = app.now;
        let pairs = self.listed.find(app, tx)?;
        let implicit_slug = self.listed.implicit_slug(app, tx, &pairs)?;
        let (mut records, mut groups, mut hidden) = (Vec::new(), Vec::new(), 0);
        for (pair, wanted) in self.parse_filters(pairs)? {
            let is_wanted = |shown: &RecordView| {
                let has = |(name, value): &(&str, FieldValue)| {
                    field_value::get(&shown.fields, name) == value
                };
                wanted.iter().all(has)
            };
            let mut listed = Vec::new();
            let mut rows = Vec::new();
            for record in T::query_list(tx, &pair, self.includes_closed())? {
                let shown = record_view(&record, &pair, now);
                if is_wanted(&shown) {
                    rows.push((shown, T::extra_columns(&record, &pair, tx, now, app.ui.mode)?));
                    listed.push(record);
                }
            }
            if self.counts_hidden() && app.environment.stdout_is_terminal {
                let all = T::query_list(tx, &pair, true)?;
                let all = all.iter().map(|record| record_view(record, &pair, now));
                hidden += all.filter(is_wanted).count().saturating_sub(listed.len());
            }
            records.push(listed);
            groups.push(PairRows { pair, rows });
        }
        Ok(Listed { records, groups, implicit_slug, hidden })
    }

    /// Returns the pairs with the fields to filter by. A pair in which a filter is meaningless, such as a name that
    /// neither of the two has, is left out if the filter is valid in another pair.
    fn parse_filters(&self, pairs: Vec<PairContext>) -> Result<Vec<(PairContext, FieldList)>> {
        let mut first_failure: Option<Failure> = None;
        let mut parsed = Vec::new();
        for pair in pairs {
            match self.parse_filters_in(&pair) {
                Ok(wanted) => parsed.push((pair, wanted)),
                Err(failure) => {
                    first_failure.get_or_insert(failure);
                }
            }
        }
        match first_failure {
            Some(failure) if parsed.is_empty() => Err(failure),
            _ => Ok(parsed),
        }
    }

    /// Returns the fields to filter by in a pair, each with the value it must have.
    fn parse_filters_in(&self, pair: &PairContext) -> Result<FieldList> {
        let wanted = self.filters.iter().map(|(name, typed)| {
            let value = match column_type::<T>(name) {
                Some(ColumnType::Link { to, .. }) => {
                    FieldValue::Record(to, parse_record_number(typed)?)
                }
                Some(ColumnType::Word(crate::domain::person::Side::WORDS)) => {
                    FieldValue::Side(app::parse_side(pair, typed)?)
                }
                Some(ColumnType::Word(words)) if !words.contains(&typed.as_str()) => {
                    return Err(UnknownWord::new(typed, words).into());
                }
                Some(ColumnType::Word(_)) => FieldValue::Word(typed.clone()),
                _ => FieldValue::Text(typed.clone()),
            };
            Ok((*name, value))
        });
        wanted.collect()
    }
}
