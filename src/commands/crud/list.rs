//! `mentor NOUN list`

use std::marker::PhantomData;

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::app::{self, App};
use crate::commands::command_line::arg::CsvArgs;
use crate::commands::crud::form_input::parse_record_number;
use crate::commands::crud::{CrudRecord, DefaultFilter, record_view};
use crate::domain::field_value::{self, FieldList, FieldValue};
use crate::domain::pair::PairContext;
use crate::domain::text::UnknownWord;
use crate::error::Result;
use crate::input::form::FlagPlacement;
use crate::store::column::ColumnType;
use crate::store::json;
use crate::view;
use crate::view::page::listing::ListFooter;
use crate::view::records::record::RecordView;
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
    // Whoever names a state means those that are over too.
    let by_state = args.filters.iter().any(|(name, _)| *name == "state");
    let all = by_state || args.other == (T::DEFAULT_FILTER == DefaultFilter::Open);
    let counts_hidden = !all && T::DEFAULT_FILTER == DefaultFilter::Open;
    let (records, rows, pair, unnamed, hidden) = app.read(|tx| {
        let pair = app.current_pair(tx)?;
        let wanted = args.matches_filter(&pair)?;
        let is_wanted = |shown: &RecordView| {
            let has =
                |(name, said): &(&str, FieldValue)| field_value::get(&shown.fields, name) == said;
            wanted.iter().all(has)
        };
        let mut records = Vec::new();
        let mut rows = Vec::new();
        for record in T::query_list(tx, &pair, all)? {
            let shown = record_view(&record, &pair, now);
            if is_wanted(&shown) {
                rows.push((shown, T::extra_columns(&record, &pair, tx, now)?));
                records.push(record);
            }
        }
        let mut hidden = 0;
        if counts_hidden && app.environment.stdout_is_terminal {
            let all = T::query_list(tx, &pair, true)?;
            let all = all.iter().map(|record| record_view(record, &pair, now));
            hidden = all.filter(is_wanted).count().saturating_sub(records.len());
        }
        let unnamed = app.unnamed_slug(tx, &pair)?.map(str::to_owned);
        Ok((records, rows, pair, unnamed, hidden))
    })?;
    let hint = words_to_add::<T>(app.globals.pair.as_deref());
    let footer = ListFooter {
        noun: T::LABEL,
        shown_are: if counts_hidden { "open" } else { "" },
        hidden_are: "closed",
        shown: rows.len(),
        hidden,
        pair: unnamed.as_deref(),
        is_narrowed: !args.filters.is_empty()
            || args.other && T::DEFAULT_FILTER == DefaultFilter::OpenOnDemand,
        hint: &hint,
    };
    app.print_list_with_footer(
        args.cells.format(),
        &json::names::<T>(),
        &footer,
        || json::list(&records, Some(pair.slug())),
        |page| view::records::record::table(T::LABEL, T::LIST_FIELDS, &rows, &pair, now, page),
    )
}

/// What adds one: the command with a title; one without a title asks for the rest on a terminal.
fn words_to_add<T: CrudRecord>(pair: Option<&str>) -> String {
    let form = T::FORM;
    let first = form.fields.first();
    let title = first.filter(|field| field.place == FlagPlacement::First);
    let title = title.map(|title| format!(" \"{}\"", title.example));
    let named = pair.map(|slug| format!(" -p {slug}"));
    format!(
        "run `mentor {}{}{}` to add one",
        form.name,
        title.unwrap_or_default(),
        named.unwrap_or_default()
    )
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
