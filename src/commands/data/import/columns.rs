//! Which column of a sheet goes to which field of a noun: by its name, by what people call it, or as they say.

use std::rc::Rc;

use crate::commands::crud::CrudRecord;
use crate::error::{Failure, Result};
use crate::input::form::{Field, FlagPlacement};
use crate::view::words;

/// What a column is for.
#[derive(Clone, Copy, Debug)]
pub enum ColumnTarget {
    Field(&'static Field),
    /// The short name of the pair.
    Pair,
    /// The state, or whether it is done.
    Done,
    /// The day since when it is so.
    DoneOn,
    /// The time of day, beside a day in another column.
    Time,
    /// The `uid` of the record that the row is of.
    Uid,
    /// The number of the record that the row is of.
    Number,
}

/// A column of a sheet.
#[derive(Clone, Debug)]
pub struct ImportColumn {
    pub name: Rc<str>,
    /// None: it is not taken in.
    pub to: Option<ColumnTarget>,
}

/// What else people call a field, letters and digits only.
const SYNONYMS: [(&str, &[&str]); 18] = [
    (
        "title",
        &[
            "task",
            "what",
            "name",
            "subject",
            "summary",
            "action",
            "actionitem",
            "todo",
            "item",
            "activity",
        ],
    ),
    (
        "owner",
        &[
            "assignee",
            "assigned",
            "assignedto",
            "who",
            "responsible",
            "side",
        ],
    ),
    ("from", &["raisedby", "askedby", "author", "who", "side"]),
    (
        "due",
        &[
            "duedate", "dueon", "deadline", "until", "when", "date", "enddate", "finishby",
        ],
    ),
    (
        "target",
        &[
            "due",
            "duedate",
            "targetdate",
            "deadline",
            "until",
            "when",
            "date",
            "enddate",
        ],
    ),
    ("on", &["date", "day", "when"]),
    ("goal", &["goalnumber", "stepof"]),
    ("why", &["reason", "rationale", "motivation", "purpose"]),
    (
        "done_when",
        &[
            "successcriteria",
            "criteria",
            "acceptancecriteria",
            "definitionofdone",
            "measure",
            "measures",
        ],
    ),
    ("support", &["help", "helpneeded", "supportneeded"]),
    ("category", &["tag", "label", "area", "type", "group"]),
    ("steps", &["milestones", "subtasks", "actions"]),
    (
        "notes",
        &["note", "details", "description", "comment", "comments"],
    ),
    ("link", &["url", "address"]),
    ("pair", &["mentorship"]),
    ("id", &["number"]),
    (
        "done",
        &[
            "state",
            "status",
            "completed",
            "complete",
            "finished",
            "closed",
        ],
    ),
    (
        "done_on",
        &[
            "stateon",
            "completedon",
            "finishedon",
            "closedon",
            "datecompleted",
            "completiondate",
        ],
    ),
];

impl ColumnTarget {
    /// What it is called here.
    pub fn key(self) -> &'static str {
        match self {
            ColumnTarget::Field(field) => field.key,
            ColumnTarget::Pair => "pair",
            ColumnTarget::Done => "done",
            ColumnTarget::DoneOn => "done_on",
            ColumnTarget::Time => "time",
            ColumnTarget::Uid => "uid",
            ColumnTarget::Number => "id",
        }
    }

    fn is_needed(self) -> bool {
        matches!(self, ColumnTarget::Field(field) if field.needed)
    }

    /// How well a column's name fits: 0 is its own name; none: not at all.
    fn match_rank(self, name: &str, targets: &ColumnTargets) -> Option<u8> {
        let name = normalize_name(name);
        let key = self.key();
        let mut own = vec![key.to_owned()];
        if let ColumnTarget::Field(field) = self {
            own.extend([field.flag_name(), words::field_label(field.key).to_owned()]);
            own.extend(field.alias.map(str::to_owned));
        }
        if own.iter().any(|own| normalize_name(own) == name) {
            return Some(0);
        }
        let is_the_noun = key == "title"
            && targets
                .nouns
                .iter()
                .any(|noun| normalize_name(noun) == name);
        let mut known = SYNONYMS
            .iter()
            .chain(targets.synonyms)
            .filter(|(known, _)| *known == key);
        let is_known = known.any(|(_, names)| names.contains(&name.as_str()));
        (is_the_noun || is_known).then_some(1)
    }
}

/// A name without case, blanks and signs.
fn normalize_name(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// All that a column can be for.
pub struct ColumnTargets {
    /// What the record is called, which its title may be called too.
    nouns: [&'static str; 2],
    all: Vec<ColumnTarget>,
    /// What else people call the fields of this record alone.
    synonyms: &'static [(&'static str, &'static [&'static str])],
}

impl ColumnTargets {
    pub fn for_record<T: CrudRecord>(has_states: bool) -> ColumnTargets {
        let mut targets =
            ColumnTargets::for_fields([T::TABLE, T::LABEL], T::FORM.fields, |field| {
                !matches!(field.place, FlagPlacement::Change | FlagPlacement::Shortcut)
            });
        if has_states {
            targets
                .all
                .extend([ColumnTarget::Done, ColumnTarget::DoneOn]);
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
        ColumnTargets {
            nouns,
            all,
            synonyms: &[],
        }
    }

    /// Adds columns for the state and the time of day.
    #[must_use]
    pub fn with_state_and_time(
        mut self,
        synonyms: &'static [(&'static str, &'static [&'static str])],
    ) -> ColumnTargets {
        self.all.extend([ColumnTarget::Done, ColumnTarget::Time]);
        self.synonyms = synonyms;
        self
    }
}

/// Finds a place for each column. What `mapped` says, `COLUMN=FIELD`, goes before what the names say; `COLUMN=` leaves
/// one out.
pub fn match_columns(
    header: &[String],
    mapped: &[String],
    targets: &ColumnTargets,
) -> Result<Vec<ImportColumn>> {
    let said = mapped
        .iter()
        .map(|typed| parse_mapping(typed, header, &targets.all))
        .collect::<Result<Vec<_>>>()?;
    let column = |(at, name): (usize, &String)| {
        let to = match said.iter().find(|(column, _)| *column == at) {
            Some((_, to)) => *to,
            None => match_by_name(at, header, targets, &said)?,
        };
        Ok(ImportColumn {
            name: name.as_str().into(),
            to,
        })
    };
    let columns = header
        .iter()
        .enumerate()
        .map(column)
        .collect::<Result<Vec<_>>>()?;
    let has = |to: &ColumnTarget| {
        columns
            .iter()
            .any(|column| column.to.is_some_and(|found| found.key() == to.key()))
    };
    // Rows that name their record need nothing else.
    let names_records = has(&ColumnTarget::Uid) || has(&ColumnTarget::Number);
    match targets.all.iter().find(|to| to.is_needed() && !has(to)) {
        Some(missing) if !names_records => Err(missing_column(*missing, header)),
        _ => Ok(columns),
    }
}

/// Where a column goes by its name, if no other has a better claim, nor one that was said.
fn match_by_name(
    at: usize,
    header: &[String],
    targets: &ColumnTargets,
    said: &[(usize, Option<ColumnTarget>)],
) -> Result<Option<ColumnTarget>> {
    let fits = targets
        .all
        .iter()
        .filter_map(|to| Some((to.match_rank(&header[at], targets)?, *to)));
    let Some((fit, to)) = fits.min_by_key(|(fit, _)| *fit) else {
        return Ok(None);
    };
    if said
        .iter()
        .any(|(_, said)| said.is_some_and(|said| said.key() == to.key()))
    {
        return Ok(None);
    }
    let others = header
        .iter()
        .enumerate()
        .filter(|(other, _)| *other != at && said.iter().all(|(column, _)| column != other));
    let rivals: Vec<(u8, &String)> = others
        .filter_map(|(_, name)| Some((to.match_rank(name, targets)?, name)))
        .collect();
    if rivals.iter().any(|(rival, _)| *rival < fit) {
        return Ok(None);
    }
    match rivals.iter().find(|(rival, _)| *rival == fit) {
        None => Ok(Some(to)),
        Some((_, rival)) => Err(Failure::refused(format!(
            "the columns `{}` and `{rival}` both look like `{}`",
            header[at],
            to.key()
        ))
        .hint(format!(
            "say which one it is: `--map \"{}={}\"`",
            header[at],
            to.key()
        ))),
    }
}

/// Reads `COLUMN=FIELD`.
fn parse_mapping(
    typed: &str,
    header: &[String],
    targets: &[ColumnTarget],
) -> Result<(usize, Option<ColumnTarget>)> {
    let (column, field) = typed.rsplit_once('=').ok_or_else(|| {
        Failure::usage(format!("`{typed}` does not say where the column goes"))
            .hint("try `--map \"Deadline=due\"`; `--map \"Deadline=\"` leaves it out")
    })?;
    let at = header
        .iter()
        .position(|name| normalize_name(name) == normalize_name(column));
    let at = at.ok_or_else(|| {
        Failure::usage(format!("there is no column `{}`", column.trim()))
            .hint(format!("there are {}", header_list(header)))
    })?;
    if normalize_name(field).is_empty() {
        return Ok((at, None));
    }
    let is_meant = |to: &&ColumnTarget| {
        let long = match to {
            ColumnTarget::Field(field) => field.flag_name(),
            _ => String::new(),
        };
        [to.key(), &long]
            .iter()
            .any(|name| normalize_name(name) == normalize_name(field))
    };
    let to = targets.iter().find(is_meant).ok_or_else(|| {
        let keys: Vec<&str> = targets.iter().map(|to| to.key()).collect();
        Failure::usage(format!("there is no field `{}`", field.trim())).hint(format!(
            "there are {}",
            words::backticked_list(&keys, "and")
        ))
    })?;
    Ok((at, Some(*to)))
}

fn missing_column(missing: ColumnTarget, header: &[String]) -> Failure {
    let key = missing.key();
    let example = header.first().map_or("Column", String::as_str);
    Failure::refused(format!(
        "no column is named `{key}` or anything like it; the columns are {}",
        header_list(header)
    ))
    .hint(format!("say which one it is: `--map \"{example}={key}\"`"))
}

fn header_list(header: &[String]) -> String {
    let names: Vec<&str> = header.iter().map(String::as_str).collect();
    words::backticked_list(&names, "and")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::followup::FollowUp;
    use crate::domain::goal::Goal;

    /// `Task→title Notes→` for each column.
    fn goes<T: CrudRecord>(header: &[&str], mapped: &[&str]) -> Result<String, String> {
        let owned = |texts: &[&str]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
        let columns = match_columns(
            &owned(header),
            &owned(mapped),
            &ColumnTargets::for_record::<T>(true),
        );
        let columns = columns.map_err(|failure| failure.message)?;
        let said = columns.iter().map(|column| {
            format!(
                "{}→{}",
                column.name,
                column.to.map_or("", ColumnTarget::key)
            )
        });
        Ok(said.collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn columns_are_known_by_their_names_and_by_what_people_call_them() {
        assert_eq!(
            goes::<FollowUp>(&["Task", "Assigned to", "Due Date", "Status", "Notes"], &[]).unwrap(),
            "Task→title Assigned to→owner Due Date→due Status→done Notes→"
        );
        assert_eq!(
            goes::<Goal>(&["Goal", "Why?", "Deadline", "Done when"], &[]).unwrap(),
            "Goal→title Why?→why Deadline→target Done when→done_when"
        );
        assert_eq!(
            goes::<FollowUp>(&["what", "goal"], &[]).unwrap(),
            "what→title goal→goal"
        );
    }

    #[test]
    fn its_own_name_goes_before_another() {
        assert_eq!(
            goes::<FollowUp>(&["Name", "Title"], &[]).unwrap(),
            "Name→ Title→title"
        );
    }

    #[test]
    fn two_that_look_alike_have_to_be_told_apart() {
        assert!(
            goes::<FollowUp>(&["Task", "Name"], &[])
                .unwrap_err()
                .contains("both look like `title`")
        );
        assert_eq!(
            goes::<FollowUp>(&["Task", "Name"], &["name=title"]).unwrap(),
            "Task→ Name→title"
        );
        assert_eq!(
            goes::<FollowUp>(&["Task", "Name"], &["Task="]).unwrap(),
            "Task→ Name→title"
        );
    }

    #[test]
    fn a_column_that_is_needed_is_missed() {
        assert!(
            goes::<FollowUp>(&["A", "B"], &[])
                .unwrap_err()
                .contains("the columns are `A` and `B`")
        );
        assert_eq!(
            goes::<FollowUp>(&["A", "B"], &["A=title", "B=by"]).unwrap(),
            "A→title B→due"
        );
        assert!(goes::<FollowUp>(&["A"], &["A=colour"]).is_err());
        assert!(goes::<FollowUp>(&["A"], &["B=title"]).is_err());
        assert!(goes::<FollowUp>(&["A"], &["A"]).is_err());
    }
}
