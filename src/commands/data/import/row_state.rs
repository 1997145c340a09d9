//! Sets the state of a record from its row.

use chrono::{DateTime, NaiveDate, Utc};

use crate::commands::crud::form_input::FormInput;
use crate::commands::crud::{CrudRecord, HasTransitions};
use crate::commands::data::import::cells::RowInput;
use crate::commands::data::import::row::RowParser;
use crate::commands::data::import::status::normalize_status;
use crate::domain::dates::{self, DayRole, Today};
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::error::{Failure, Result};
use crate::input::form::CsvRow;
use crate::store::json;
use crate::store::write_tx::WriteTx;
use crate::view::words;

/// How the state of a record is set from a row.
pub struct StateRules<T> {
    /// Sets the state by a transition's verb or a state's word; returns false if the noun has no such state.
    pub(super) set: fn(&mut T, &str, NaiveDate, DateTime<Utc>) -> bool,
    /// Fails if a stored record can't change to the state that `set` gave its copy.
    pub(super) ensure: fn(&Record<T>, &T, &FormInput<'_>) -> Result<()>,
    /// The states that the noun has, if none of them is `done`.
    pub(super) states: Vec<String>,
    /// Makes further changes in the same undo step when the state of a stored record changes.
    pub after: fn(&Record<T>, &PairContext, &WriteTx<'_>) -> Result<()>,
}

impl<T: HasTransitions> StateRules<T> {
    pub fn new() -> StateRules<T> {
        let has_done = T::TRANSITIONS.iter().any(|transition| transition.verb == "done");
        let states = T::TRANSITIONS.iter().filter(|_| !has_done);
        StateRules {
            set: set_state,
            ensure: ensure_transition,
            states: states.map(|transition| transition.to.to_string()).collect(),
            after: T::after_transition,
        }
    }
}

fn set_state<T: HasTransitions>(
    record: &mut T,
    word: &str,
    on: NaiveDate,
    at: DateTime<Utc>,
) -> bool {
    let mut transitions = T::TRANSITIONS.iter();
    match transitions
        .find(|transition| transition.verb == word || transition.to.to_string() == word)
    {
        Some(transition) => {
            record.set_state(transition.to, on, at, None);
            true
        }
        None => record.state().to_string() == word,
    }
}

fn ensure_transition<T: HasTransitions>(
    record: &Record<T>,
    changed: &T,
    input: &FormInput<'_>,
) -> Result<()> {
    if record.state() != changed.state()
        && let Some(failure) = T::refuse_transition(record, changed.state())
    {
        return Err(failure);
    }
    let tx = input.tx();
    tx.map_or(Ok(()), |tx| T::ensure_transition(record, changed, input.pair, tx, input.now))
}

impl<T: CrudRecord> RowParser<T> {
    /// Sets a stored record to the state in its row. Returns whether the state changed.
    pub(super) fn change_state(
        &self,
        record: &mut Record<T>,
        row_input: &RowInput<'_>,
        row: &CsvRow,
        pair: &PairContext,
        input: &FormInput<'_>,
    ) -> Result<bool> {
        let Some(states) = &self.states else {
            return Ok(false);
        };
        let today = input.today_of(record.data.calendar_side_in(pair));
        let text_of = |record: &T, key: &str| {
            let texts = json::field_texts(record);
            let found = texts.into_iter().find(|(name, _)| *name == key);
            found.map(|(_, texts)| texts.join("\n"))
        };
        let state = text_of(&record.data, "state").unwrap_or_default();
        let state_on = text_of(&record.data, "state_on");
        let on = row_input.done_on.as_deref();
        // A listing has the day of its old state beside a new one; a task has the day of the new one.
        let is_stated = |typed: &&str| self.tasks.is_some() || state_on.as_deref() != Some(typed);
        let on = on.filter(is_stated);
        let mut on = on
            .map(|typed| input.parse_past_day(typed, today))
            .transpose()
            .map_err(|failure| self.with_location(failure, row.line, "done_on"))?;
        let word = match row_input.done.as_deref() {
            None => state.clone(),
            Some(typed) if dates::parse_day(typed, today, DayRole::Past).is_ok() => {
                let day = input.parse_past_day(typed, today);
                on = Some(day.map_err(|failure| self.with_location(failure, row.line, "done"))?);
                "done".to_owned()
            }
            // "Open" means the state in which a new record begins.
            Some(typed) => match normalize_status(typed) {
                "open" => text_of(&T::with_defaults(input), "state").unwrap_or_default(),
                word => word.to_owned(),
            },
        };
        let mut changed = record.data.clone();
        if !(states.set)(&mut changed, &word, on.unwrap_or(today.day), input.now.at) {
            let typed = row_input.done.as_deref().unwrap_or(&word);
            let unknown = unknown_state_failure(typed, &states.states);
            return Err(self.with_location(unknown, row.line, "done"));
        }
        let has_new_state = text_of(&changed, "state").as_deref() != Some(&state);
        if !has_new_state && (on.is_none() || text_of(&changed, "state_on") == state_on) {
            return Ok(false);
        }
        (states.ensure)(record, &changed, input)
            .map_err(|failure| self.with_location(failure, row.line, "done"))?;
        record.data = changed;
        Ok(has_new_state)
    }

    /// Sets a new record to the state in its row.
    pub(super) fn apply_state(
        &self,
        record: &mut T,
        row_input: &RowInput<'_>,
        line: usize,
        today: Today,
        input: &FormInput<'_>,
    ) -> Result<()> {
        let Some(states) = &self.states else {
            return Ok(());
        };
        let day = |typed: &str| input.parse_past_day(typed, today);
        let on = row_input.done_on.as_deref().map(day).transpose();
        let on = on.map_err(|failure| self.with_location(failure, line, "done_on"))?;
        let (word, on) = match row_input.done.as_deref() {
            None if on.is_none() => return Ok(()),
            None => ("done", on),
            // A day in the state column is the day on which it was done.
            Some(typed) if dates::parse_day(typed, today, DayRole::Past).is_ok() => {
                let on = day(typed).map_err(|failure| self.with_location(failure, line, "done"))?;
                ("done", Some(on))
            }
            Some(typed) => (normalize_status(typed), on),
        };
        if word == "open" || (states.set)(record, word, on.unwrap_or(today.day), input.now.at) {
            return Ok(());
        }
        let typed = row_input.done.as_deref().unwrap_or(word);
        Err(self.with_location(unknown_state_failure(typed, &states.states), line, "done"))
    }
}

/// `states` are the states of a noun that is never done.
fn unknown_state_failure(word: &str, states: &[String]) -> Failure {
    if states.is_empty() {
        return Failure::refused(format!("`{word}` means neither done nor open"))
            .hint("`yes`, `no`, or the day on which it was done");
    }
    let states: Vec<&str> = states.iter().map(String::as_str).collect();
    let states = words::backticked_list(&states, "or");
    Failure::refused(format!("`{word}` is no state that it can have")).hint(format!("use {states}"))
}
