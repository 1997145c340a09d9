//! Reading for a report, as of now or of another day.

use chrono::{DateTime, NaiveDate, Utc};

use crate::app::App;
use crate::domain::dates::{self, DayRole};
use crate::domain::pair::Pair;
use crate::domain::record::Record;
use crate::domain::zone::{self, Tz};
use crate::error::{Failure, FailureKind, Result};
use crate::store::file::PastFile;
use crate::store::read_tx::ReadTx;
use crate::store::{pairs, settings};

/// How often a day is looked for again, when the user lived in another zone at its end.
const ZONE_CHANGES: usize = 3;

/// A day that has passed, and what today calls things.
struct PastDay {
    day: NaiveDate,
    today: NaiveDate,
    zone: Tz,
    named: Option<Record<Pair>>,
}

impl App<'_, '_> {
    /// Reads for a report, in one consistent view; writes nothing. The query gets the moment that the report is of:
    ///
    /// - no day was typed, or today: now
    /// - a day that has passed: its last second where the user lived then, and every row as it was at that moment
    /// - a day ahead: this time of that day
    pub fn read_as_of<T>(
        &mut self,
        typed: Option<&str>,
        query: impl Fn(&Self, &ReadTx<'_>, DateTime<Utc>) -> Result<T>,
    ) -> Result<T> {
        let Some(typed) = typed else {
            return self.read(|tx| query(self, tx, self.now));
        };
        let (zone, named) = self.read(|tx| Ok((self.user_zone(tx)?, self.named_today(tx)?)))?;
        let local = self.now.with_timezone(&zone).naive_local();
        let day = dates::parse_day_alone(typed, local.date(), DayRole::Past)?;
        if day >= local.date() {
            let moment = zone::resolve_wall_clock(day.and_time(local.time()), zone);
            return self.read(|tx| query(self, tx, moment));
        }
        let past = PastDay {
            day,
            today: local.date(),
            zone,
            named,
        };
        self.read_past(&past, query)
    }

    fn named_today(&self, tx: &ReadTx<'_>) -> Result<Option<Record<Pair>>> {
        match self.explicit_slug() {
            Some(slug) => Ok(pairs::by_slug(tx, slug)?),
            None => Ok(None),
        }
    }

    fn read_past<T>(
        &mut self,
        past: &PastDay,
        query: impl Fn(&Self, &ReadTx<'_>, DateTime<Utc>) -> Result<T>,
    ) -> Result<T> {
        let (file, end) = self.open_end_of(past)?;
        // The pair that was named, by the name that it had then.
        let before = self.globals.pair.clone();
        if let Some(named) = &past.named {
            let then = file.read(|tx| tx.find(named.id).map_err(Failure::from))?;
            let then =
                then.ok_or_else(|| past.missing(&format!("pair `{}`", named.slug.as_str())))?;
            self.globals.pair = Some(then.slug.as_str().to_owned());
        }
        let found = file.read(|tx| query(self, tx, end));
        self.globals.pair = before;
        let (since, is_empty) = file.read(|tx| {
            let pairs = pairs::all(tx)?;
            Ok::<_, Failure>((settings::history_since(tx)?, pairs.is_empty()))
        })?;
        if let Some(since) = since.filter(|since| end < *since) {
            let since = since.with_timezone(&past.zone).date_naive();
            let since = dates::format_day(since, past.today);
            self.ui
                .note(&format!("before {since} only part of the history is known"))?;
        }
        // Reports on all pairs have nothing to say of a day before the first.
        if is_empty && found.is_ok() {
            return Err(past.missing("pair"));
        }
        found.map_err(|failure| {
            if failure.kind == FailureKind::NotFound && is_empty {
                past.missing("pair")
            } else {
                failure
            }
        })
    }

    /// The file as it was at the end of a day where the user lived then, and that moment.
    fn open_end_of(&self, past: &PastDay) -> Result<(PastFile, DateTime<Utc>)> {
        let mut zone = past.zone;
        let mut tries = 0;
        loop {
            let end = zone::end_of_day(past.day, zone);
            let opened = self.store.as_of(end).map_err(Failure::from);
            let file = opened.map_err(|failure| self.explain_storage_failure(failure, false))?;
            let then = file.read(|tx| self.user_zone(tx))?;
            tries += 1;
            // On a day that ended while the user moved, either zone will do.
            if then == zone || tries == ZONE_CHANGES {
                return Ok((file, end));
            }
            zone = then;
        }
    }
}

impl PastDay {
    fn missing(&self, what: &str) -> Failure {
        let day = dates::format_day(self.day, self.today);
        Failure::not_found(format!("there was no {what} yet on {day}"))
            .hint("name a later day with `--as-of`")
    }
}
