//! `mentor NOUN list`

use std::marker::PhantomData;

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::app::{self, App};
use crate::commands::arg::CsvArgs;
use crate::commands::crud::form_input::parse_record_number;
use crate::commands::crud::{CrudRecord, DefaultFilter, record_view};
use crate::domain::field_value::{self, FieldList, FieldValue};
use crate::domain::pair::PairContext;
use crate::domain::text::UnknownWord;
use crate::error::Result;
use crate::store::column::ColumnType;
use crate::store::json;
use crate::view;
use crate::view::words;

/// Which ones: the open ones or all, narrowed by the fields that the noun names.
#[derive(Debug)]
pub struct ListArgs<T> {
    /// Whether `--all` or `--open`, whichever the noun has, was said.
    other: bool,
    filters: Vec<(&'static str, String)>,
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
                .value_name(if is_record::<T>(name) {
                    "NUMBER"
                } else {
                    "WORD"
                })
                .help(format!("Filter by {}", words::field_label(name)))
        });
        CsvArgs::augment_args(command.args(other).args(filters))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl<T: CrudRecord> clap::FromArgMatches for ListArgs<T> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let filters = T::FILTERS.iter().filter_map(|name| {
            let text = matches.get_one::<String>(name)?;
            Some((*name, text.clone()))
        });
        Ok(ListArgs {
            other: T::DEFAULT_FILTER != DefaultFilter::All && matches.get_flag("other"),
            filters: filters.collect(),
            cells: CsvArgs::from_arg_matches(matches)?,
            noun: PhantomData,
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

fn shape<T: CrudRecord>(name: &str) -> Option<ColumnType> {
    let at = T::COLUMNS.iter().position(|column| *column == name)?;
    T::column_types().get(at).copied()
}

fn is_record<T: CrudRecord>(name: &str) -> bool {
    matches!(shape::<T>(name), Some(ColumnType::Link { .. }))
}

pub fn run<T: CrudRecord>(app: &mut App<'_, '_>, args: &ListArgs<T>) -> Result<()> {
    let now = app.now;
    let (records, rows, pair, closed) = app.read(|tx| {
        let pair = app.current_pair(tx)?;
        let wanted = args.matches_filter(&pair)?;
        let mut records = Vec::new();
        let mut rows = Vec::new();
        // Whoever names a state means those that are over too.
        let by_state = args.filters.iter().any(|(name, _)| *name == "state");
        let all = by_state || args.other == (T::DEFAULT_FILTER == DefaultFilter::Open);
        for record in T::query_list(tx, &pair, all)? {
            let shown = record_view(&record, &pair, now);
            let has =
                |(name, said): &(&str, FieldValue)| field_value::get(&shown.fields, name) == said;
            if !wanted.iter().all(has) {
                continue;
            }
            rows.push((shown, T::extra_columns(&record, &pair, tx, now)?));
            records.push(record);
        }
        let closed = match records.is_empty() && !all {
            true => T::query_list(tx, &pair, true)?.len(),
            false => 0,
        };
        Ok((records, rows, pair, closed))
    })?;
    if rows.is_empty() && app.environment.stdout_is_terminal {
        app.ui.status(&nothing::<T>(closed))?;
    }
    app.print_list(
        args.cells.format(),
        &json::names::<T>(),
        || json::list(&records, Some(pair.slug())),
        |page| view::record::table(T::LABEL, T::LIST_FIELDS, &rows, &pair, now, page),
    )
}

/// `No open follow-ups (12 closed: --all)`.
fn nothing<T: CrudRecord>(closed: usize) -> String {
    let nouns = words::plural(T::LABEL);
    match (T::DEFAULT_FILTER, closed) {
        (DefaultFilter::Open, 0) => format!("No open {nouns}"),
        (DefaultFilter::Open, closed) => format!("No open {nouns} ({closed} closed: --all)"),
        _ => format!("No {nouns}"),
    }
}

impl<T: CrudRecord> ListArgs<T> {
    /// What the named fields have to say.
    fn matches_filter(&self, pair: &PairContext) -> Result<FieldList> {
        let wanted = self.filters.iter().map(|(name, typed)| {
            let said = match shape::<T>(name) {
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
            Ok((*name, said))
        });
        wanted.collect()
    }
}
