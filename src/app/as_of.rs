//! Reading for a report, as of now or of another day.

use chrono::{DateTime, NaiveDate, Utc};

use crate::app::App;
use crate::domain::dates::{self, DayRole, Now, Today};
use crate::domain::pair::Pair;
use crate::domain::record::Record;
use crate::domain::zone::{self, Tz};
use crate::error::{Failure, FailureKind, Result};
use crate::store::file::PastFile;
use crate::store::read_tx::ReadTx;
use crate::store::{pairs, reviews, settings};

/// How often the end of a day is recomputed because the user lived in another zone then.
const MAX_ZONE_TRIES: usize = 3;

/// A past day, and the current names of things.
struct PastDay {
    day: NaiveDate,
    today: Today,
    zone: Tz,
    /// The pair that `-p` names today; it may have had another name then.
    named_pair: Option<Record<Pair>>,
}

impl App<'_, '_> {
    /// Reads for a report, in one consistent view; writes nothing. The query gets the moment of the report:
    ///
    /// - without a typed day, or for today: now
    /// - for a past day: its last second in the zone where the user lived then, with every row as it was at that moment
    /// - for a future day: the current time of day on that day
    pub fn read_as_of<T>(
        &mut self,
        typed: Option<&str>,
        query: impl Fn(&Self, &ReadTx<'_>, Now) -> Result<T>,
    ) -> Result<T> {
        let Some(typed) = typed else {
            return self.read(|tx| query(self, tx, reviews::now_for_report(tx, self.now)?));
        };
        let (zone, named_pair) =
            self.read(|tx| Ok((self.user_zone(tx)?, self.current_named_pair(tx)?)))?;
        let today = self.now.today_in(zone);
        let day = dates::parse_day_alone(typed, today, DayRole::Past)?;
        if day >= today.day {
            let time = self.now.at.with_timezone(&zone).time();
            let moment = zone::resolve_wall_clock(day.and_time(time), zone);
            let moment = self.now.style.now(moment);
            return self.read(|tx| query(self, tx, moment));
        }
        let past = PastDay { day, today, zone, named_pair };
        self.read_past(&past, query)
    }

    fn current_named_pair(&self, tx: &ReadTx<'_>) -> Result<Option<Record<Pair>>> {
        match self.explicit_slug() {
            Some(slug) => Ok(pairs::by_slug(tx, slug)?),
            None => Ok(None),
        }
    }

    fn read_past<T>(
        &mut self,
        past: &PastDay,
        query: impl Fn(&Self, &ReadTx<'_>, Now) -> Result<T>,
    ) -> Result<T> {
        let (file, end) = self.open_end_of_day(past)?;
        // The named pair, by the name that it had on that day.
        let before = self.globals.pair.clone();
        if let Some(named) = &past.named_pair {
            let past_pair = file.read(|tx| tx.find(named.id).map_err(Failure::from))?;
            let past_pair = past_pair
                .ok_or_else(|| past.missing_failure(&format!("pair `{}`", named.slug.as_str())))?;
            self.globals.pair = Some(past_pair.slug.as_str().to_owned());
        }
        let now = self.now.style.now(end);
        let result = file.read(|tx| query(self, tx, now));
        self.globals.pair = before;
        let (since, is_empty) = file.read(|tx| {
            let pairs = pairs::all(tx)?;
            Ok::<_, Failure>((settings::history_since(tx)?, pairs.is_empty()))
        })?;
        if let Some(since) = since.filter(|since| end < *since) {
            let since = since.with_timezone(&past.zone).date_naive();
            let since = dates::format_day(since, past.today);
            self.ui.note(&format!("before {since} only part of the history is known"))?;
        }
        // A report on all pairs would be empty for a day before the first pair.
        if is_empty && result.is_ok() {
            return Err(past.missing_failure("pair"));
        }
        result.map_err(|failure| {
            if failure.kind == FailureKind::NotFound && is_empty {
                past.missing_failure("pair")
            } else {
                failure
            }
        })
    }

    /// Opens the file as it was at the end of a day in the zone where the user lived then; also returns that moment.
    fn open_end_of_day(&self, past: &PastDay) -> Result<(PastFile, DateTime<Utc>)> {
        let mut zone = past.zone;
        let mut tries = 0;
        loop {
            let end = zone::end_of_day(past.day, zone);
            let opened = self.store.as_of(end).map_err(Failure::from);
            let file = opened.map_err(|failure| self.explain_storage_failure(failure, false))?;
            let zone_then = file.read(|tx| self.user_zone(tx))?;
            tries += 1;
            // If the user moved on that day, the two zones may alternate; either will do.
            if zone_then == zone || tries == MAX_ZONE_TRIES {
                return Ok((file, end));
            }
            zone = zone_then;
        }
    }
}

impl PastDay {
    fn missing_failure(&self, subject: &str) -> Failure {
        let day = dates::format_day(self.day, self.today);
        Failure::not_found(format!("there was no {subject} yet on {day}"))
            .hint("name a later day with `--as-of`")
    }
}
