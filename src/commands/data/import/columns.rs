//! Matches the columns of a spreadsheet to the fields of a noun: by name, by synonym, or by `--map`.

use std::rc::Rc;

use crate::commands::crud::CrudRecord;
use crate::commands::data::import::column_names::{FALLBACKS, SYNONYMS, TRANSLATIONS};
use crate::error::{Failure, Result};
use crate::input::form::{CsvRow, CsvTable, Field, FlagPlacement, LineSyntax};
use crate::view::words;

/// The meaning of a column.
#[derive(Clone, Copy, Debug)]
pub enum ColumnTarget {
    Field(&'static Field),
    /// The short name of the pair.
    Pair,
    /// The state, or whether the record is done.
    Done,
    /// The day on which the record reached its state.
    DoneOn,
    /// Whether a call was cancelled.
    Cancelled,
    /// The time of day that belongs to the day in another column.
    Time,
    /// When a call ended.
    End,
    /// The `uid` of an existing record.
    Uid,
    /// The number of an existing record.
    Number,
}

/// A column of a spreadsheet.
#[derive(Clone, Debug)]
pub struct ImportColumn {
    pub name: Rc<str>,
    /// `None`: the column is not imported.
    pub to: Option<ColumnTarget>,
}

impl ColumnTarget {
    /// Returns the name of the target, as `--map` takes it.
    pub fn key(self) -> &'static str {
        match self {
            ColumnTarget::Field(field) => field.key,
            ColumnTarget::Pair => "pair",
            ColumnTarget::Done => "done",
            ColumnTarget::DoneOn => "done_on",
            ColumnTarget::Cancelled => "cancelled",
            ColumnTarget::Time => "time",
            ColumnTarget::End => "end",
            ColumnTarget::Uid => "uid",
            ColumnTarget::Number => "id",
        }
    }

    /// Returns the syntax of its cells; `None`: the field has several lines or values, or they are taken as they are.
    pub fn line_syntax(self) -> Option<LineSyntax> {
        match self {
            ColumnTarget::Field(field) => field.line_syntax(),
            ColumnTarget::Done | ColumnTarget::DoneOn => Some(LineSyntax::Day),
            _ => None,
        }
    }

    fn is_required(self) -> bool {
        matches!(self, ColumnTarget::Field(field) if field.is_required)
    }

    /// Returns how well a column name matches: 0 for the target's own name, 1 for a synonym, 2 for a name that gives way to
    /// the others; `None`: not at all.
    fn match_rank(self, name: &str, targets: &ColumnTargets) -> Option<u8> {
        let name = normalize_name(name);
        let key = self.key();
        let mut own_names = vec![key.to_owned()];
        if let ColumnTarget::Field(field) = self {
            own_names.extend([field.flag_name(), words::field_label(field.key).to_owned()]);
            own_names.extend(field.alias.map(str::to_owned));
        }
        if own_names.iter().any(|own_names| normalize_name(own_names) == name) {
            return Some(0);
        }
        let is_noun =
            key == "title" && targets.nouns.iter().any(|noun| normalize_name(noun) == name);
        let is_named_by = |table: &[(&str, &[&str])]| {
            let mut entries = table.iter().filter(|(synonym_of, _)| *synonym_of == key);
            entries.any(|(_, names)| names.contains(&name.as_str()))
        };
        if is_noun || [SYNONYMS, TRANSLATIONS, targets.synonyms].into_iter().any(is_named_by) {
            return Some(1);
        }
        is_named_by(targets.fallbacks).then_some(2)
    }
}

/// Returns the lower-case letters and digits of a name. A percentage is not what it is a part of: `% Complete`.
fn normalize_name(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric() || *c == '%');
    letters.flat_map(char::to_lowercase).collect()
}

/// The targets that columns can be matched to.
pub struct ColumnTargets {
    /// Names of the noun, which also match its title.
    nouns: [&'static str; 2],
    all: Vec<ColumnTarget>,
    /// Other names of fields, for this noun only.
    synonyms: Synonyms,
    /// Names that are taken for a field if no other column is.
    fallbacks: Synonyms,
}

/// Fields with their other names, which are lower-case letters and digits only.
pub type Synonyms = &'static [(&'static str, &'static [&'static str])];

impl ColumnTargets {
    pub fn for_record<T: CrudRecord>(has_states: bool) -> ColumnTargets {
        let mut targets =
            ColumnTargets::for_fields([T::TABLE, T::LABEL], T::FORM.fields, |field| {
                !matches!(field.placement, FlagPlacement::Change | FlagPlacement::Shortcut)
            });
        if has_states {
            targets.all.extend([ColumnTarget::Done, ColumnTarget::DoneOn]);
        }
        targets
    }

    pub fn for_fields(
        nouns: [&'static str; 2],
        fields: &'static [Field],
        is_column: impl Fn(&Field) -> bool,
    ) -> ColumnTargets {
        let fields = fields.iter().filter(|field| is_column(field));
        let mut all: Vec<ColumnTarget> = fields.map(ColumnTarget::Field).collect();
        all.extend([ColumnTarget::Pair, ColumnTarget::Uid, ColumnTarget::Number]);
        ColumnTargets { nouns, all, synonyms: &[], fallbacks: FALLBACKS }
    }

    /// Whether a column of this name has a meaning.
    pub fn knows(&self, name: &str) -> bool {
        self.all.iter().any(|to| to.match_rank(name, self).is_some())
    }

    /// Returns the targets that a column name can be, the best match first, with their ranks.
    fn candidates(&self, name: &str) -> Vec<(u8, ColumnTarget)> {
        let ranked = self.all.iter().filter_map(|to| Some((to.match_rank(name, self)?, *to)));
        let mut candidates: Vec<_> = ranked.collect();
        candidates.sort_by_key(|(rank, _)| *rank);
        candidates
    }

    /// Adds targets for the state, a cancellation, the time of day and the end.
    #[must_use]
    pub fn with_state_and_times(
        mut self,
        synonyms: Synonyms,
        fallbacks: Synonyms,
    ) -> ColumnTargets {
        self.all.extend([
            ColumnTarget::Done,
            ColumnTarget::Cancelled,
            ColumnTarget::Time,
            ColumnTarget::End,
        ]);
        (self.synonyms, self.fallbacks) = (synonyms, fallbacks);
        self
    }
}

/// Matches each column to a target. Entries of `mapped`, `COLUMN=FIELD`, take precedence over names; `COLUMN=` skips
/// the column.
pub fn match_columns(
    header: &[String],
    mapped: &[String],
    targets: &ColumnTargets,
) -> Result<Vec<ImportColumn>> {
    let mappings = mapped
        .iter()
        .map(|typed| parse_mapping(typed, header, &targets.all))
        .collect::<Result<Vec<_>>>()?;
    let column = |(index, name): (usize, &String)| {
        let to = match mappings.iter().find(|(column, _)| *column == index) {
            Some((_, to)) => *to,
            None => match_by_name(index, header, targets, &mappings)?,
        };
        Ok(ImportColumn { name: name.as_str().into(), to })
    };
    let columns = header.iter().enumerate().map(column).collect::<Result<Vec<_>>>()?;
    let has = |to: &ColumnTarget| {
        columns.iter().any(|column| column.to.is_some_and(|found| found.key() == to.key()))
    };
    // Rows that name existing records need no required fields.
    let names_records = has(&ColumnTarget::Uid) || has(&ColumnTarget::Number);
    match targets.all.iter().find(|to| to.is_required() && !has(to)) {
        Some(missing) if !names_records => Err(missing_column(*missing, header)),
        _ => Ok(columns),
    }
}

/// Matches a column by its name, unless another column matches better or the target is mapped to another one. A name
/// that can be several targets gives way to one that can be only one: beside `Date`, `Start` is the time of day.
fn match_by_name(
    index: usize,
    header: &[String],
    targets: &ColumnTargets,
    mappings: &[(usize, Option<ColumnTarget>)],
) -> Result<Option<ColumnTarget>> {
    let name = &header[index];
    let candidates = targets.candidates(name);
    let is_unsure = candidates.len() > 1;
    let others = header.iter().enumerate();
    let others: Vec<&String> = others
        .filter(|(other, _)| *other != index && mappings.iter().all(|(column, _)| column != other))
        .map(|(_, other)| other)
        .collect();
    let mut conflict = None;
    for (rank, to) in candidates {
        let is_mapped = mappings
            .iter()
            .any(|(_, mapped)| mapped.is_some_and(|mapped| mapped.key() == to.key()));
        let rivals: Vec<(u8, &String)> = others
            .iter()
            .filter_map(|other| Some((to.match_rank(other, targets)?, *other)))
            .collect();
        if is_mapped || rivals.iter().any(|(rival_rank, _)| *rival_rank < rank) {
            continue;
        }
        let rival = rivals.iter().find(|(rival_rank, rival)| {
            *rival_rank == rank && (is_unsure || targets.candidates(rival).len() == 1)
        });
        let Some((_, rival)) = rival else {
            return Ok(Some(to));
        };
        conflict.get_or_insert_with(|| {
            let key = to.key();
            let message = format!("the columns `{name}` and `{rival}` both look like `{key}`");
            Failure::refused(message).hint(format!("name it: `--map \"{name}={key}\"`"))
        });
    }
    conflict.map_or(Ok(None), Err)
}

/// Parses `COLUMN=FIELD` into the index of the column and its target; `None`: the column is skipped.
fn parse_mapping(
    typed: &str,
    header: &[String],
    targets: &[ColumnTarget],
) -> Result<(usize, Option<ColumnTarget>)> {
    let (column, field) = typed.rsplit_once('=').ok_or_else(|| {
        Failure::usage(format!("`{typed}` does not say where the column goes"))
            .hint("try `--map \"Deadline=due\"`; `--map \"Deadline=\"` leaves it out")
    })?;
    let index = header.iter().position(|name| normalize_name(name) == normalize_name(column));
    let index = index.ok_or_else(|| {
        Failure::usage(format!("there is no column `{}`", column.trim()))
            .hint(format!("there are {}", header_list(header)))
    })?;
    if normalize_name(field).is_empty() {
        return Ok((index, None));
    }
    let is_named = |to: &&ColumnTarget| {
        let long = match to {
            ColumnTarget::Field(field) => field.flag_name(),
            _ => String::new(),
        };
        [to.key(), &long].iter().any(|name| normalize_name(name) == normalize_name(field))
    };
    let to = targets.iter().find(is_named).ok_or_else(|| {
        let keys: Vec<&str> = targets.iter().map(|to| to.key()).collect();
        Failure::usage(format!("there is no field `{}`", field.trim()))
            .hint(format!("there are {}", words::backticked_list(&keys, "and")))
    })?;
    Ok((index, Some(*to)))
}

fn missing_column(missing: ColumnTarget, header: &[String]) -> Failure {
    let key = missing.key();
    let example = header.first().map_or("Column", String::as_str);
    Failure::refused(format!(
        "no column is named `{key}` or anything like it; the columns are {}",
        header_list(header)
    ))
    .hint(format!("name it: `--map \"{example}={key}\"`"))
}

fn header_list(header: &[String]) -> String {
    let names: Vec<&str> = header.iter().map(String::as_str).collect();
    words::backticked_list(&names, "and")
}

/// Skips a column of numbers if it holds another program's keys, such as `ABC-12`.
pub fn skip_foreign_numbers(columns: &mut [ImportColumn], sheet: &CsvTable) -> Option<String> {
    let index =
        columns.iter().position(|column| matches!(column.to, Some(ColumnTarget::Number)))?;
    let is_foreign = |row: &&CsvRow| {
        let cell = row.cell(index).trim();
        !cell.bytes().all(|byte| byte.is_ascii_digit())
    };
    let row = sheet.rows.iter().find(is_foreign)?;
    columns[index].to = None;
    Some(format!(
        "line {}, `{}`: `{}` is not a record number, so the column was left out",
        row.line,
        columns[index].name,
        row.cell(index).trim()
    ))
}

/// Returns the column that gives a key.
pub fn find_column<'c>(columns: &'c [ImportColumn], key: &str) -> Option<&'c ImportColumn> {
    columns.iter().find(|column| column.to.is_some_and(|to| to.key() == key))
}

/// Adds the line and the column of a key to a failure.
pub fn with_location(
    columns: &[ImportColumn],
    failure: Failure,
    line: usize,
    key: &str,
) -> Failure {
    match find_column(columns, key) {
        Some(column) => failure.at_field(line, &column.name),
        None => failure,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::followup::FollowUp;
    use crate::domain::goal::Goal;

    /// Returns the target of each column: `Task→title Notes→`.
    fn matched<T: CrudRecord>(header: &[&str], mapped: &[&str]) -> Result<String, String> {
        let owned = |texts: &[&str]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
        let columns =
            match_columns(&owned(header), &owned(mapped), &ColumnTargets::for_record::<T>(true));
        let columns = columns.map_err(|failure| failure.message)?;
        let pairs = columns
            .iter()
            .map(|column| format!("{}→{}", column.name, column.to.map_or("", ColumnTarget::key)));
        Ok(pairs.collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn columns_match_by_name_and_by_synonym() {
        assert_eq!(
            matched::<FollowUp>(&["Task", "Assigned to", "Due Date", "Status", "Notes"], &[])
                .unwrap(),
            "Task→title Assigned to→owner Due Date→due Status→done Notes→"
        );
        assert_eq!(
            matched::<Goal>(&["Goal", "Why?", "Deadline", "Done when"], &[]).unwrap(),
            "Goal→title Why?→why Deadline→target Done when→done_when"
        );
        assert_eq!(matched::<FollowUp>(&["what", "goal"], &[]).unwrap(), "what→title goal→goal");
    }

    #[test]
    fn columns_of_other_programs_match() {
        for (program, header, expected) in [
            ("Outlook", "Subject,% Complete,Date Completed", "title  done_on"),
            ("Excel", "Task,Status,% Complete", "title done "),
            ("Asana", "Task ID,Created At,Completed At,Name,Due Date", "  done_on title due"),
            ("Todoist", "TYPE,CONTENT,RESPONSIBLE", " title owner"),
            ("Trello", "Card ID,Card Name,Due Date", " title due"),
            ("Jira", "Summary,Status,Assignee,Resolved", "title done owner done_on"),
            ("Planner", "Task Name,Progress,Due date,Completed Date", "title done due done_on"),
            ("Linear", "Title,Status,Due Date,Completed", "title done due done_on"),
            ("Monday", "Name,Person,Status,Progress,Date", "title owner done  due"),
            ("a list", "Task,Completed", "title done"),
            (
                "Outlook in German",
                "Betreff,Beginnt am,Fällig am,Status,Erledigt am",
                "title  due done done_on",
            ),
            (
                "Planner in French",
                "Titre,Date d'échéance,Responsable,Statut",
                "title due owner done",
            ),
            ("in Spanish", "Tarea,Fecha límite,Estado", "title due done"),
            ("in Portuguese", "Tarefa,Data de vencimento,Responsável", "title due owner"),
            ("in Italian", "Attività,Scadenza,Stato", "title due done"),
            ("in Dutch", "Titel,Vervaldatum,Status,Eigenaar", "title due done owner"),
            ("in Polish", "Zadanie,Osoba,Termin,Stan,Uwagi", "title owner due done "),
        ] {
            let header: Vec<String> = header.split(',').map(str::to_owned).collect();
            let targets = ColumnTargets::for_record::<FollowUp>(true);
            let columns = match_columns(&header, &[], &targets).unwrap();
            let keys = columns.iter().map(|column| column.to.map_or("", ColumnTarget::key));
            assert_eq!(keys.collect::<Vec<_>>().join(" "), expected, "{program}");
        }
    }

    #[test]
    fn own_name_beats_a_synonym() {
        assert_eq!(matched::<FollowUp>(&["Name", "Title"], &[]).unwrap(), "Name→ Title→title");
    }

    #[test]
    fn ambiguous_columns_need_a_mapping() {
        assert!(
            matched::<FollowUp>(&["Task", "Name"], &[])
                .unwrap_err()
                .contains("both look like `title`")
        );
        assert_eq!(
            matched::<FollowUp>(&["Task", "Name"], &["name=title"]).unwrap(),
            "Task→ Name→title"
        );
        assert_eq!(matched::<FollowUp>(&["Task", "Name"], &["Task="]).unwrap(), "Task→ Name→title");
    }

    #[test]
    fn missing_required_column_is_refused_unless_mapped() {
        assert!(
            matched::<FollowUp>(&["A", "B"], &[])
                .unwrap_err()
                .contains("the columns are `A` and `B`")
        );
        assert_eq!(
            matched::<FollowUp>(&["A", "B"], &["A=title", "B=by"]).unwrap(),
            "A→title B→due"
        );
        assert!(matched::<FollowUp>(&["A"], &["A=colour"]).is_err());
        assert!(matched::<FollowUp>(&["A"], &["B=title"]).is_err());
        assert!(matched::<FollowUp>(&["A"], &["A"]).is_err());
    }
}
