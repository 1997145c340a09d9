//! Check-ins as calendar sheets, one for each month that has any.

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate};

use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::dates;
use crate::domain::person::Side;
use crate::domain::progress::ProgressReport;
use crate::domain::record::Record;
use crate::view::page::html::markup::{Element, element};
use crate::view::page::html::plot::{self, label, place, shape};
use crate::view::page::html::prose::{PageLinks, prose};
use crate::view::page::html::table::{self, anchored, short, text};
use crate::view::records::checkin;
use crate::view::reports::item_points;
use crate::view::{self, words};

/// Width of a day.
const DAY: f64 = 20.0;
/// Top of the first row of days, below the initials of the weekdays.
const TOP: f64 = 18.0;

/// Calendar sheets; earlier months are only in the table.
const MAX_MONTHS: usize = 24;

pub fn months(progress: &ProgressReport) -> Vec<Element> {
    let meetings = progress.checkins_by_day();
    let first = meetings.first().and_then(|(day, _)| day.with_day(1));
    let last = meetings.last().map_or(NaiveDate::MIN, |(day, _)| *day);
    let next = |day: &NaiveDate| day.checked_add_months(Months::new(1));
    let first_days = std::iter::successors(first, next);
    let first_days: Vec<NaiveDate> = first_days.take_while(|day| *day <= last).collect();
    let left_out = first_days.len().saturating_sub(MAX_MONTHS);
    let drawn = first_days.iter().skip(left_out);
    let months = drawn.map(|first| month(*first, &meetings, progress));
    let months = element("div").class("months").children(months);
    let note = (left_out > 0).then(|| {
        let count = words::count(left_out, "month");
        let text = format!("{count} earlier: see the table below.");
        element("p").class("quiet").text(text)
    });
    vec![months].into_iter().chain(note).collect()
}

/// Builds the table of check-ins, newest first, and the list of days away.
pub fn in_words(progress: &ProgressReport, links: &PageLinks) -> Vec<Element> {
    let today = progress.today();
    let rows = progress.checkins_by_day().into_iter().rev().map(|(day, one)| {
        let length = one.minutes.or(one.planned_minutes);
        [
            dates::format_day(day, today),
            one.id.to_string(),
            length.map(|minutes| minutes.to_string()).unwrap_or_default(),
            checkin::outcome_text(one, &progress.pair),
        ]
    });
    let rows: Vec<_> = rows.collect();
    let columns =
        [short("When"), anchored("Check-in", "check-in"), short("Length"), text("Outcome")];
    let table = table::build("Check-ins, newest first", columns, &rows, links);
    let aways = item_points::aways(progress).into_iter();
    let aways = aways.rev().map(|point| prose(element("p"), &point.text, links, None));
    table.into_iter().chain(aways).collect()
}

fn month(
    first: NaiveDate,
    meetings: &[(NaiveDate, &Record<CheckIn>)],
    progress: &ProgressReport,
) -> Element {
    let next = first.checked_add_months(Months::new(1)).unwrap_or(first);
    let days: Vec<NaiveDate> = first.iter_days().take_while(|day| *day < next).collect();
    let starts = progress.style.week_starts;
    let offset = first.weekday().days_since(starts);
    let in_month = meetings.iter().filter(|(day, _)| (first..next).contains(day));
    let checkins = one_of_each_day(in_month.copied());
    let mut drawn = Vec::new();
    let weekdays = std::iter::successors(Some(starts), |day| Some(day.succ()));
    for (at, weekday) in weekdays.take(7).enumerate() {
        let letter = &weekday.to_string()[..1];
        drawn.push(label("scale", (column(at), 10.0), "middle", letter));
    }
    let mut description = Vec::new();
    for day in &days {
        let at = (offset + day.day0()) as usize;
        let center = (column(at % 7), row(at / 7));
        for side in [Side::Mentor, Side::Mentee] {
            if is_away(side, *day, progress) {
                drawn.push(away(side, center));
            }
        }
        let checkin = checkins.get(day).copied();
        drawn.extend(day_cell(*day, checkin, center));
        description.extend(checkin.map(|one| {
            let day = dates::format_day(*day, progress.today());
            format!("{day}: {}", checkin::outcome_text(one, &progress.pair))
        }));
    }
    let aways = progress.facts.aways.iter().map(|one| &one.data);
    let aways = aways.filter(|away| away.from < next && away.until >= first);
    let today = progress.today();
    description.extend(aways.map(|one| view::records::away::in_words(one, &progress.pair, today)));
    let rows = (offset as usize + days.len()).div_ceil(7);
    let title = first.format("%B %Y").to_string();
    let name = first.format("month-%Y-%m").to_string();
    let size = (DAY * 7.0, row(rows - 1) + DAY / 2.0 + 2.0);
    element("figure")
        .children(element("figcaption").text(&title))
        .children(plot::picture(&name, size, &title, &description.join(". ")).children(drawn))
}

/// Returns the check-in to draw for each day. Of two on one day, it is the one that was held.
fn one_of_each_day<'a>(
    checkins: impl Iterator<Item = (NaiveDate, &'a Record<CheckIn>)>,
) -> BTreeMap<NaiveDate, &'a Record<CheckIn>> {
    let mut drawn: BTreeMap<NaiveDate, &Record<CheckIn>> = BTreeMap::new();
    for (day, checkin) in checkins {
        let is_settled = drawn.get(&day).is_some_and(|known| known.state == CheckInState::Held);
        if !is_settled {
            drawn.insert(day, checkin);
        }
    }
    drawn
}

/// Draws the number of a day, on the mark of its check-in if it has one.
fn day_cell(day: NaiveDate, checkin: Option<&Record<CheckIn>>, center: (f64, f64)) -> Vec<Element> {
    let (class, mut cell) = match checkin.map(|checkin| checkin.state) {
        Some(state @ CheckInState::Held) => ("day on", mark(state, center)),
        Some(state) => ("day off", mark(state, center)),
        None => ("day", Vec::new()),
    };
    let below_the_center = (center.0, center.1 + 3.5);
    cell.push(label(class, below_the_center, "middle", &day.day().to_string()));
    cell
}

#[expect(clippy::cast_precision_loss, reason = "seven columns, six rows")]
fn column(at: usize) -> f64 {
    DAY * (at as f64 + 0.5)
}

#[expect(clippy::cast_precision_loss, reason = "seven columns, six rows")]
fn row(at: usize) -> f64 {
    TOP + DAY * (at as f64 + 0.5)
}

/// Draws the state of a check-in. Disc: held. Dotted ring: planned. Ring with a stroke: cancelled on time; with a cross:
/// cancelled late. Square with a cross: missed.
pub fn mark(state: CheckInState, (x, y): (f64, f64)) -> Vec<Element> {
    let ring = |class| shape("circle", class, &[("cx", x), ("cy", y), ("r", 9.0)]);
    let stroke = |class, way: f64| {
        let path = format!(
            "M{} {}L{} {}",
            place(x - 9.0),
            place(y + 9.0 * way),
            place(x + 9.0),
            place(y - 9.0 * way)
        );
        element("path").class(class).attr("d", path)
    };
    match state {
        CheckInState::Held => vec![ring("held")],
        CheckInState::Planned => vec![ring("planned")],
        CheckInState::Cancelled => vec![ring("cancelled"), stroke("cancelled", 1.0)],
        CheckInState::LateCancelled => {
            vec![ring("missed"), stroke("missed", 1.0), stroke("missed", -1.0)]
        }
        CheckInState::NoShow => {
            let square = [("x", x - 9.0), ("y", y - 9.0), ("width", 18.0), ("height", 18.0)];
            vec![shape("rect", "missed", &square), stroke("missed", 1.0), stroke("missed", -1.0)]
        }
    }
}

fn is_away(side: Side, day: NaiveDate, progress: &ProgressReport) -> bool {
    let person = progress.pair.person(side).id;
    let mut own = progress.facts.aways.iter().filter(|away| away.person == person);
    own.any(|away| away.covers(day))
}

/// Draws a day away: a bar above the day for the mentor, below it for the mentee.
pub fn away(side: Side, (x, y): (f64, f64)) -> Element {
    let (class, y) = match side {
        Side::Mentor => ("mentor", y - DAY / 2.0),
        Side::Mentee => ("mentee", y + DAY / 2.0 - 2.5),
    };
    let bar = [("x", x - DAY / 2.0), ("y", y), ("width", DAY), ("height", 2.5)];
    shape("rect", class, &bar)
}
