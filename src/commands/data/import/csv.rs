//! A sheet of cells, each row a record of one noun: shown as it is understood, then taken in whole or not at all.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use crate::app::App;
use crate::commands::crud::CrudRecord;
use crate::commands::crud::form_input::FormInput;
use crate::commands::crud::remark_off_limits;
use crate::commands::data::import::calls;
use crate::commands::data::import::columns::{self, ColumnTarget, ColumnTargets, ImportColumn};
use crate::commands::data::import::plan::{self, IMPORTING};
use crate::commands::data::import::row::{
    ImportContext, RecordChange, RowAction, RowParser, StateRules,
};
use crate::domain::dates::DayOrder;
use crate::domain::feedback::Feedback;
use crate::domain::field_value;
use crate::domain::followup::FollowUp;
use crate::domain::goal::Goal;
use crate::domain::insight::{Insight, Win};
use crate::domain::pair::PairContext;
use crate::domain::question::Question;
use crate::domain::resource::Resource;
use crate::domain::skill::Skill;
use crate::domain::topic::Topic;
use crate::error::{Failure, Result};
use crate::input::form::{
    self, CsvError, CsvRow, CsvTable, DELIMITERS, ForeignError, delimiter_of,
};
use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;
use crate::store::{json, pair_items};
use crate::view::messages::import::ImportPlan;
use crate::view::{self, words};

/// What a sheet can be of.
const NOUNS: [&str; 10] = [
    "followup", "goal", "topic", "question", "feedback", "skill", "win", "insight", "resource",
    "checkin",
];

// How a sheet is read.
#[derive(Clone, Debug, clap::Args)]
pub struct SheetArgs {
    /// Read a spreadsheet (CSV): a header, then one record per line
    #[arg(long, requires = "noun", group = "kind")]
    pub csv: bool,

    /// It is what `task export` prints: tasks become follow-ups, or what `--as` says
    #[arg(long, group = "kind")]
    taskwarrior: bool,

    /// It is a todo.txt: tasks become follow-ups, or what `--as` says
    #[arg(long, group = "kind")]
    todo_txt: bool,

    /// It is notes in Markdown: what is under a heading such as `## 2026-03-05` is a past check-in
    #[arg(long, group = "kind")]
    markdown: bool,

    /// Record type of the rows; for a calendar and for past calls, `checkin`
    #[arg(long = "as", id = "noun", value_name = "NOUN", value_parser = NOUNS, requires = "kind")]
    noun: Option<String>,

    /// Map a column to a field; `COLUMN=` skips it
    #[arg(long, value_name = "COLUMN=FIELD", requires = "csv")]
    map: Vec<String>,

    /// Delimiter, such as `;` or `tab` [default: detected]
    #[arg(long, value_name = "CHARACTER", requires = "csv")]
    delimiter: Option<String>,

    /// Read 05/06/2027 as 5 June
    #[arg(long, requires = "kind", conflicts_with_all = ["month_first", "ics"])]
    day_first: bool,

    /// Read 05/06/2027 as May 6
    #[arg(long, requires = "kind", conflicts_with = "ics")]
    month_first: bool,

    /// Show what would change without changing it
    #[arg(long)]
    pub dry_run: bool,

    /// Don't ask; of a document, also import what it says in your name
    #[arg(long, short)]
    pub yes: bool,
}

impl SheetArgs {
    pub fn is_enabled(&self) -> bool {
        self.csv || self.taskwarrior || self.todo_txt || self.markdown
    }

    pub fn parse_mappings(&self) -> &[String] {
        &self.map
    }

    /// What the rows are, as said or as is usual for the kind of file.
    fn row_noun(&self) -> Result<&str> {
        let usual = if self.markdown { "checkin" } else { "followup" };
        let noun = self.noun.as_deref().unwrap_or(usual);
        let is_call = noun == "checkin";
        match (self.markdown, is_call) {
            (true, false) => Err(Failure::usage(format!("notes under days have no {noun}s"))
                .hint("use `--as checkin`, or leave it out")),
            (false, true) if !self.csv => Err(Failure::usage("a list of tasks has no check-ins")
                .hint("use `--as followup`, or leave it out")),
            _ => Ok(noun),
        }
        .map_err(|failure| failure.data("nothing was imported"))
    }

    pub fn noun(&self) -> Option<&str> {
        self.noun.as_deref()
    }

    pub fn day_order(&self) -> Option<DayOrder> {
        match (self.day_first, self.month_first) {
            (true, _) => Some(DayOrder::DayFirst),
            (_, true) => Some(DayOrder::MonthFirst),
            _ => None,
        }
    }
}

pub fn import_sheet(app: &mut App<'_, '_>, file: &Path, args: &SheetArgs) -> Result<()> {
    let noun = args.row_noun()?;
    let (sheet, source) = read_sheet(app, file, args)?;
    match noun {
        "followup" => import_rows::<FollowUp>(app, sheet, &source, args, Some(StateRules::new())),
        "goal" => import_rows::<Goal>(app, sheet, &source, args, Some(StateRules::new())),
        "topic" => import_rows::<Topic>(app, sheet, &source, args, Some(StateRules::new())),
        "question" => import_rows::<Question>(app, sheet, &source, args, Some(StateRules::new())),
        "skill" => import_rows::<Skill>(app, sheet, &source, args, Some(StateRules::new())),
        "resource" => import_rows::<Resource>(app, sheet, &source, args, Some(StateRules::new())),
        "feedback" => import_rows::<Feedback>(app, sheet, &source, args, None),
        "win" => import_rows::<Win>(app, sheet, &source, args, None),
        "checkin" => calls::import_calls(app, sheet, &source, args),
        _ => import_rows::<Insight>(app, sheet, &source, args, None),
    }
}

/// A sheet and how to speak of it.
fn read_sheet(app: &mut App<'_, '_>, file: &Path, args: &SheetArgs) -> Result<(CsvTable, String)> {
    let read = form::read_spreadsheet(file, &mut app.environment.stdin);
    let (text, source, encoding) = read.map_err(|failure| failure.data("nothing was imported"))?;
    if let Some(encoding) = encoding {
        app.ui
            .note(&format!("{source} is not UTF-8; it was read as {encoding}"))?;
    }
    if args.csv {
        let delimiter = delimiter(args.delimiter.as_deref(), &text)?;
        let sheet =
            CsvTable::read(&text, delimiter).map_err(|error| csv_failure(&error, &source))?;
        return Ok((sheet, source));
    }
    let (read, kind) = match (args.taskwarrior, args.todo_txt) {
        (true, _) => (form::read_taskwarrior(&text), "a Taskwarrior export"),
        (_, true) => (form::read_todo_txt(&text), "a todo.txt"),
        _ => (form::read_markdown(&text), "notes of calls"),
    };
    let read = read.map_err(|error| {
        let hint = match error {
            ForeignError::NoDay => "a heading that begins with a day begins a call",
            _ if args.taskwarrior => "run `task export > tasks.json` to write one",
            _ => "name another file",
        };
        Failure::refused(format!("can't read {source} as {kind}: {error}"))
            .data("nothing was imported")
            .hint(hint)
    })?;
    plan::print_notes(app, &read.notes)?;
    Ok((read.sheet, source))
}

fn import_rows<T: CrudRecord>(
    app: &mut App<'_, '_>,
    sheet: CsvTable,
    source: &str,
    args: &SheetArgs,
    states: Option<StateRules<T>>,
) -> Result<()> {
    let targets = ColumnTargets::for_record::<T>(states.is_some());
    let columns = columns::match_columns(&sheet.header, &args.map, &targets)
        .map_err(|failure| failure.data("nothing was imported"))?;
    let mut reading = RowParser {
        columns,
        states,
        order: args.day_order(),
        // Taskwarrior keeps moments, and midnight is one.
        midnight_is_a_day: !args.taskwarrior,
    };
    if let Some(note) = skip_foreign_numbers(&mut reading.columns, &sheet) {
        app.ui.note(&note)?;
    }
    let import = SheetImport {
        sheet,
        reading,
        source,
        args,
        shows_all: app.ui.json && args.dry_run,
    };
    plan::confirm_and_execute(
        app,
        args,
        source,
        |app, tx| import.plan(app, tx, &mut |_| Ok(())),
        |app, tx| import.plan(app, tx, &mut |action| import.execute(app, tx, action)),
    )
}

/// Leaves a column of numbers out if it holds another program's keys, such as `ABC-12`.
fn skip_foreign_numbers(columns: &mut [ImportColumn], sheet: &CsvTable) -> Option<String> {
    let at = columns
        .iter()
        .position(|column| matches!(column.to, Some(ColumnTarget::Number)))?;
    let is_foreign = |row: &&CsvRow| {
        let cell = row.cells[at].trim();
        !cell.bytes().all(|byte| byte.is_ascii_digit())
    };
    let row = sheet.rows.iter().find(is_foreign)?;
    columns[at].to = None;
    Some(format!(
        "line {}, `{}`: `{}` is not a record number, so the column was left out",
        row.line,
        columns[at].name,
        row.cells[at].trim()
    ))
}

fn delimiter(typed: Option<&str>, text: &str) -> Result<char> {
    let Some(typed) = typed else {
        return Ok(delimiter_of(text));
    };
    let named = match typed {
        "tab" | "\\t" => Some('\t'),
        "comma" => Some(','),
        "semicolon" => Some(';'),
        _ => typed
            .chars()
            .next()
            .filter(|c| DELIMITERS.contains(c) && typed.len() == 1),
    };
    named.ok_or_else(|| {
        Failure::usage(format!("`{typed}` is not a delimiter")).hint("use `,`, `;`, `|` or `tab`")
    })
}

fn csv_failure(error: &CsvError, source: &str) -> Failure {
    Failure::refused(format!("can't read {source} as a spreadsheet: {error}"))
        .data("nothing was imported")
        .hint(error.hint())
}

/// A sheet whose columns have found their fields.
struct SheetImport<'s, T> {
    sheet: CsvTable,
    reading: RowParser<T>,
    source: &'s str,
    args: &'s SheetArgs,
    /// Whether the plan holds every row, not only the first ones.
    shows_all: bool,
}

impl<T: CrudRecord> SheetImport<'_, T> {
    /// Understands every row, or refuses them all. What they ask for is handed on, row by row.
    fn plan(
        &self,
        app: &App<'_, '_>,
        tx: &ReadTx<'_>,
        carry_out: &mut dyn FnMut(RowAction<T>) -> Result<()>,
    ) -> Result<ImportPlan> {
        let columns = &self.reading.columns;
        let mut plan = plan::new_plan(T::LABEL, columns);
        let mut around = ImportContext::new(app, tx, columns)?;
        let mut wrong = Vec::new();
        let mut known = ExistingRecords::default();
        let progress = app.ui.progress(IMPORTING);
        for (at, row) in self.sheet.rows.iter().enumerate() {
            progress.at(at, self.sheet.rows.len());
            let action = match self.reading.parse_row(row, &mut around) {
                Ok(action) => action,
                Err(mut slips) => {
                    wrong.append(&mut slips);
                    continue;
                }
            };
            match &action {
                RowAction::Keep => {
                    plan.known += 1;
                    continue;
                }
                RowAction::Add((it, _, pair)) => match known.find_or_insert(it, tx)? {
                    Seen::New => self.show_new(row, it, pair, &mut plan, tx, app)?,
                    seen => {
                        plan.known += 1;
                        if let Seen::Stored(number) = seen {
                            let differs =
                                self.reading.difference(number, row, pair, &mut around)?;
                            around.notes.extend(differs);
                        }
                        continue;
                    }
                },
                RowAction::Change(change) => self.show_change(row, change, &mut plan, app),
            }
            if wrong.is_empty() {
                carry_out(action)?;
            }
        }
        plan.notes = around.notes;
        if wrong.is_empty() {
            Ok(plan)
        } else {
            Err(plan::refuse_cells(self.args, self.source, wrong))
        }
    }

    fn show_new(
        &self,
        row: &CsvRow,
        it: &T,
        pair: &PairContext,
        plan: &mut ImportPlan,
        tx: &ReadTx<'_>,
        app: &App<'_, '_>,
    ) -> Result<()> {
        plan.doubts
            .extend(it.needs_confirmation(pair, tx, app.now)?);
        plan.new += 1;
        if self.shows_all || plan.new <= view::messages::import::SHOWN {
            plan.new_rows.push(view::messages::import::NewRow {
                line: row.line,
                texts: self.reading.preview(row, it, pair),
                json: json::unsaved_json(it, pair.slug()),
            });
        }
        Ok(())
    }

    fn show_change(
        &self,
        row: &CsvRow,
        change: &RecordChange<T>,
        plan: &mut ImportPlan,
        app: &App<'_, '_>,
    ) {
        plan.changed += 1;
        if self.shows_all || plan.changed <= view::messages::import::SHOWN {
            let (record, pair) = (&change.record, &change.pair);
            plan.changed_rows.push(view::messages::import::ChangedRow {
                line: row.line,
                number: record.id.number(),
                title: change.before.title().into_owned(),
                words: change_words(change, app),
                json: json::fields(record, Some(pair.slug())),
            });
        }
    }

    fn execute(&self, app: &App<'_, '_>, tx: &WriteTx<'_>, action: RowAction<T>) -> Result<()> {
        match action {
            RowAction::Keep => Ok(()),
            RowAction::Add((it, values, pair)) => {
                let record = tx.insert(it)?;
                remark_off_limits(&record, None, &pair, tx)?;
                let given = FormInput::new(&values, &pair, app.now, Some(tx));
                T::after_save(&record, None, &given, tx)
            }
            RowAction::Change(RecordChange {
                mut record,
                before,
                values,
                pair,
                has_new_state,
            }) => {
                let given = FormInput::new(&values, &pair, app.now, Some(tx));
                T::after_save(&record, Some(&before), &given, tx)?;
                tx.update(&mut record)?;
                remark_off_limits(&record, Some(&before), &pair, tx)?;
                match &self.reading.states {
                    Some(states) if has_new_state => (states.after)(&record, &pair, tx),
                    _ => Ok(()),
                }
            }
        }
    }
}

/// `title Read the RFC (was Raed the RFC), state done (was open)`.
fn change_words<T: CrudRecord>(change: &RecordChange<T>, app: &App<'_, '_>) -> String {
    let (record, pair) = (&change.record, &change.pair);
    let calendar = record.data.calendar_side().unwrap_or(pair.user_side());
    let today = words::today(pair.person(calendar), app.now);
    let (before, after) = (
        json::field_values(&change.before),
        json::field_values(&record.data),
    );
    match view::records::record::changes(&before, &after, today, pair, app.now) {
        same if same.is_empty() => "the day of its state".to_owned(),
        changes => changes,
    }
}

/// Where a record like that of a row is.
enum Seen {
    New,
    /// Further up in the sheet.
    Above,
    /// Here already, with this number.
    Stored(i64),
}

/// The records that are here already, by what tells one from another.
#[derive(Default)]
struct ExistingRecords {
    pairs: BTreeSet<i64>,
    seen: HashMap<String, Option<i64>>,
}

impl ExistingRecords {
    /// Finds one like it, here or further up in the sheet; else remembers it.
    fn find_or_insert<T: CrudRecord>(&mut self, it: &T, tx: &ReadTx<'_>) -> Result<Seen> {
        if self.pairs.insert(it.pair().number()) {
            for record in pair_items::all_in_pair::<T>(tx, it.pair())? {
                self.seen
                    .insert(identity(&record.data), Some(record.id.number()));
            }
        }
        Ok(match self.seen.entry(identity(it)) {
            Entry::Vacant(vacant) => {
                vacant.insert(None);
                Seen::New
            }
            Entry::Occupied(there) => there.get().map_or(Seen::Above, Seen::Stored),
        })
    }
}

/// Pair, title, whose it is, and when it is due.
fn identity<T: CrudRecord>(it: &T) -> String {
    let fields = json::field_values(it);
    let telling = ["owner", "from", T::DUE_FIELD.unwrap_or_default()]
        .map(|name| field_value::get(&fields, name).clone());
    format!("{} {} {telling:?}", it.pair(), it.title())
}
