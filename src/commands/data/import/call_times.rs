//! When a call was, and how long, from the cells of its row: day, time, start, end and length may each have a column.

use std::borrow::Cow;
use std::rc::Rc;

use chrono::TimeDelta;

use crate::commands::data::import::calls::CallSheet;
use crate::commands::data::import::cells::RowInput;
use crate::commands::data::import::context::ImportContext;
use crate::commands::data::import::existing_calls::{ExistingCalls, HeldCall};
use crate::commands::everyday::log::form::LogEntry;
use crate::commands::everyday::log::hour;
use crate::domain::dates::{self, ForeignDates};
use crate::domain::length::Minutes;
use crate::domain::pair::PairContext;
use crate::domain::slots::Slot;
use crate::error::Result;

impl CallSheet<'_> {
    /// Adds the time of day to the day if the two are in separate columns.
    pub(super) fn join_day_and_time(
        &self,
        input: &mut RowInput<'_>,
        line: usize,
        dates: ForeignDates,
    ) -> Result<()> {
        let (Some(day), Some(time)) = (input.values.get("at"), input.time) else {
            return Ok(());
        };
        let typed = format!("{day} {}", dates::time_of_cell(time));
        let (typed, length) = match dates::split_span(&typed) {
            Some((start, length)) => (start, Some(length)),
            None => (typed, None),
        };
        let moment = dates.moment(&typed).map(Cow::into_owned);
        let moment = moment.map_err(|error| self.with_location(error.into(), line, "time"))?;
        let column_name = self.column("at").map(|column| Rc::clone(&column.name));
        let column_name = column_name.unwrap_or_else(|| "at".into());
        input.values.set_cell("at", [moment], line, &column_name);
        input.length = length.or(input.length);
        Ok(())
    }

    /// Takes the length of a call from its start and its end, if they are in separate columns.
    pub(super) fn take_length_until_end(
        &self,
        input: &mut RowInput<'_>,
        line: usize,
        dates: ForeignDates,
        context: &mut ImportContext<'_, '_>,
    ) {
        let (Some(start), Some(typed)) = (input.values.get("at"), input.end) else {
            return;
        };
        let time = dates::time_of_cell(typed);
        let moment = dates.moment(&time);
        let length = dates::length_until(start, moment.as_deref().unwrap_or(&time));
        if length.is_none() {
            let name = self.column("end").map_or("end", |column| &column.name);
            context.notes.push(format!(
                "line {line}, `{name}`: `{typed}` is not within 12 hours after `{start}`, so it was left out"
            ));
        }
        input.length = length.or(input.length);
    }

    /// Takes the length of a call from its span, unless a cell gives another one.
    pub(super) fn take_length_of_span(
        &self,
        input: &mut RowInput<'_>,
        line: usize,
        context: &mut ImportContext<'_, '_>,
    ) {
        let Some(length) = input.length else {
            return;
        };
        match input.values.get("minutes").map(Minutes::parse) {
            None => input.values.set_known("minutes", [length.0.to_string()]),
            Some(Ok(given)) if given != length => context.notes.push(format!(
                "line {line}: the times give {length}, but `{}` says {given}, which was used",
                self.column("minutes").map_or("minutes", |column| &column.name)
            )),
            Some(_) => {}
        }
    }

    /// Assumes a time for a call that has only a day, and records the time as taken. `None`: the call is already
    /// stored, or in an earlier row.
    pub(super) fn settle_time(
        mut entry: LogEntry,
        line: usize,
        pair: &PairContext,
        context: &mut ImportContext<'_, '_>,
        existing: &mut ExistingCalls,
    ) -> Result<Option<LogEntry>> {
        let pair_id = pair.id().number();
        if let Some(day) = entry.day_alone {
            let last = existing.last_held(pair);
            let (at, source) =
                hour::assumed_time(context.tx, pair, &entry, (day, last), context.now)?;
            entry.at = Some(at);
            let local = at.with_timezone(&pair.user().zone).format("%H:%M");
            context
                .notes
                .push(format!("line {line}: no time of day, so {local} is assumed, {source}"));
        }
        let earlier = entry.at.and_then(|at| existing.new_times.insert((pair_id, at), line));
        if let Some(earlier) = earlier {
            context.skip_same_time(line, earlier);
        }
        if let Some(at) = entry.at {
            existing.note_held(pair, at);
        }
        if earlier.is_none()
            && let (Some(from), Some(length)) = (entry.at, entry.minutes)
        {
            let until = from + TimeDelta::minutes(i64::from(length.0));
            let overlapped = existing.note_slot(pair, Slot { from, until }, line);
            context.notes.extend(overlapped.map(|call| match call {
                HeldCall::Row(earlier) => {
                    format!("line {line} overlaps the call of line {earlier}")
                }
                HeldCall::Stored(id) => format!("line {line} overlaps check-in {id}"),
            }));
        }
        Ok(earlier.is_none().then_some(entry))
    }
}
