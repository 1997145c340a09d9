//! A sheet of cells, each row a record of one noun: shown as it is understood, then taken in whole or not at all.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::app::App;
use crate::commands::crud::CrudRecord;
use crate::commands::crud::form_input::FormInput;
use crate::commands::crud::remark_off_limits;
use crate::commands::import::columns::{self, Column, To};
use crate::commands::import::row::{Around, New, Reading, Turning, turning};
use crate::domain::feedback::Feedback;
use crate::domain::field_value;
use crate::domain::followup::FollowUp;
use crate::domain::goal::Goal;
use crate::domain::insight::{Insight, Win};
use crate::domain::question::Question;
use crate::domain::resource::Resource;
use crate::domain::skill::Skill;
use crate::domain::topic::Topic;
use crate::error::{Failure, Result};
use crate::form::{self, DELIMITERS, Sheet, SheetError, delimiter_of};
use crate::store::read_tx::ReadTx;
use crate::store::{json, pair_items};
use crate::view::import::Plan;
use crate::view::{self, words};

/// What a sheet can be of.
const NOUNS: [&str; 10] = [
    "followup", "goal", "topic", "question", "feedback", "skill", "win", "insight", "resource",
    "checkin",
];

// How a sheet is read.
#[derive(Clone, Debug, clap::Args)]
pub struct SheetArgs {
    /// It is a sheet of cells, CSV or its like: a header, then a record a line
    #[arg(long, requires = "noun", group = "kind")]
    csv: bool,

    /// Record type of the rows; for a calendar, `checkin`
    #[arg(long = "as", id = "noun", value_name = "NOUN", value_parser = NOUNS, requires = "kind")]
    noun: Option<String>,

    /// Map a column to a field; `COLUMN=` skips it
    #[arg(long, value_name = "COLUMN=FIELD", requires = "csv")]
    map: Vec<String>,

    /// Delimiter, such as `;` or `tab` [default: detected]
    #[arg(long, value_name = "CHARACTER", requires = "csv")]
    delimiter: Option<String>,

    /// Show what would change without changing it
    #[arg(long)]
    dry_run: bool,

    /// Add without asking; of a document, also what it says in your name
    #[arg(long, short)]
    pub yes: bool,
}

impl SheetArgs {
    pub fn is_one(&self) -> bool {
        self.csv
    }

    pub fn noun(&self) -> Option<&str> {
        self.noun.as_deref()
    }

    pub fn is_dry_run(&self) -> bool {
        self.dry_run
    }
}

pub fn take_in(app: &mut App<'_, '_>, file: &Path, args: &SheetArgs) -> Result<()> {
    match args.noun.as_deref().unwrap_or_default() {
        "followup" => rows::<FollowUp>(app, file, args, Some(turning)),
        "goal" => rows::<Goal>(app, file, args, Some(turning)),
        "topic" => rows::<Topic>(app, file, args, Some(turning)),
        "question" => rows::<Question>(app, file, args, Some(turning)),
        "skill" => rows::<Skill>(app, file, args, Some(turning)),
        "resource" => rows::<Resource>(app, file, args, Some(turning)),
        "feedback" => rows::<Feedback>(app, file, args, None),
        "win" => rows::<Win>(app, file, args, None),
        "checkin" => Err(Failure::usage("can't import check-ins from a spreadsheet")
            .hint("use `--ics --as checkin` to import them from a calendar")
            .data("nothing was imported")),
        _ => rows::<Insight>(app, file, args, None),
    }
}

fn rows<T: CrudRecord>(
    app: &mut App<'_, '_>,
    file: &Path,
    args: &SheetArgs,
    turning: Option<Turning<T>>,
) -> Result<()> {
    let nothing_done = |failure: Failure| failure.data("nothing was imported");
    let (text, source) =
        form::read_source(file, &mut app.environment.stdin).map_err(nothing_done)?;
    let delimiter = delimiter(args.delimiter.as_deref(), &text)?;
    let sheet = Sheet::read(&text, delimiter).map_err(|error| refused(&error, &source))?;
    let columns = columns::matched::<T>(&sheet.header, &args.map, turning.is_some());
    let taking = Taking {
        sheet,
        reading: Reading {
            columns: columns.map_err(nothing_done)?,
            turning,
        },
        source,
    };
    let mut plan = app.read(|tx| Ok(taking.plan(app, tx)?.0))?;
    if args.dry_run {
        return app.print_result(
            || view::import::json(&plan),
            |page| view::import::text(&plan, page),
        );
    }
    if plan.new.is_empty() {
        app.ui
            .status(&view::import::nothing(&plan, &taking.source))?;
    } else {
        if !args.yes {
            let page = app.page();
            app.ui.status(&view::import::text(&plan, &page))?;
        }
        app.confirm_or_fail(args.yes, "Add them?", "an import")?;
        plan = app.write(|app, tx| {
            // Anew, since others may have written meanwhile.
            let (plan, new) = taking.plan(app, tx)?;
            for (it, values, pair) in new {
                let record = tx.insert(it)?;
                remark_off_limits(&record, None, &pair, tx)?;
                let given = FormInput::new(&values, &pair, app.now, Some(tx));
                T::after_save(&record, None, &given, tx)?;
            }
            tx.add_message(view::import::done(&plan, &taking.source));
            Ok(plan)
        })?;
    }
    app.print_record_json(|| {
        serde_json::json!({ "schema": "mentor.import/1", "added": plan.new.len(), "known": plan.known, "left_out": [] })
    })
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
        Failure::usage(format!("`{typed}` can't part cells")).hint("`,`, `;`, `|` and `tab` can")
    })
}

fn refused(error: &SheetError, source: &str) -> Failure {
    Failure::refused(format!("{source} can't be read as a sheet: {error}"))
        .data("nothing was imported")
        .hint(error.hint())
}

/// A sheet whose columns have found their fields.
struct Taking<T> {
    sheet: Sheet,
    reading: Reading<T>,
    source: String,
}

impl<T: CrudRecord> Taking<T> {
    /// Understands every row, or refuses them all.
    fn plan(&self, app: &App<'_, '_>, tx: &ReadTx<'_>) -> Result<(Plan, Vec<New<T>>)> {
        let columns = &self.reading.columns;
        let goes = |column: &Column| (column.name.clone(), column.to.map(To::key));
        let mut plan = Plan {
            noun: T::LABEL,
            columns: columns.iter().map(goes).collect(),
            new: Vec::new(),
            known: 0,
            doubts: Vec::new(),
        };
        let look_up = |slug: Option<&str>| match slug {
            Some(slug) => app.pair_for_write_by_slug(tx, slug),
            None => app.current_pair_for_write(tx),
        };
        let mut around = Around {
            tx,
            now: app.now,
            look_up: &look_up,
            pairs: BTreeMap::new(),
        };
        let is_pair = |column: &Column| matches!(column.to, Some(To::Pair));
        if !columns.iter().any(is_pair) {
            // Which pair is meant is no matter of a cell.
            around.pair(None)?;
        }
        let (mut new, mut wrong) = (Vec::new(), Vec::new());
        let mut known = Known::default();
        for row in &self.sheet.rows {
            match self.reading.understood(row, &mut around) {
                Err(mut slips) => wrong.append(&mut slips),
                Ok((it, ..)) if !known.is_new(&it, tx)? => plan.known += 1,
                Ok((it, values, pair)) => {
                    plan.doubts
                        .extend(it.needs_confirmation(&pair, tx, app.now)?);
                    plan.new.push(view::import::Row {
                        line: row.line,
                        texts: self.reading.shown(row, &it, &pair),
                        json: json::unsaved_json(&it, pair.slug()),
                    });
                    new.push((it, values, pair));
                }
            }
        }
        match wrong.is_empty() {
            true => Ok((plan, new)),
            false => Err(self.refuse(wrong)),
        }
    }

    fn refuse(&self, wrong: Vec<String>) -> Failure {
        let (source, count) = (&self.source, words::count(wrong.len(), "cell"));
        let mut failure = Failure::refused(format!("{source} has {count} that can't be imported"));
        failure.details = wrong.into();
        failure
            .data("nothing was imported")
            .hint("fix the file, or use `--map` to assign a column")
    }
}

/// The records that are here already, by what tells one from another.
#[derive(Default)]
struct Known {
    pairs: BTreeSet<i64>,
    seen: BTreeSet<String>,
}

impl Known {
    /// Whether there is none like it, here or further up in the sheet.
    fn is_new<T: CrudRecord>(&mut self, it: &T, tx: &ReadTx<'_>) -> Result<bool> {
        if self.pairs.insert(it.pair().number()) {
            let there = pair_items::all_in_pair::<T>(tx, it.pair())?;
            self.seen
                .extend(there.iter().map(|record| identity(&record.data)));
        }
        Ok(self.seen.insert(identity(it)))
    }
}

/// Pair, title, whose it is, and when it is due.
fn identity<T: CrudRecord>(it: &T) -> String {
    let fields = json::field_values(it);
    let telling = ["owner", "from", T::DUE_FIELD.unwrap_or_default()]
        .map(|name| field_value::get(&fields, name).clone());
    format!("{} {} {telling:?}", it.pair(), it.title())
}
