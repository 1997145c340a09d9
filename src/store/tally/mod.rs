//! The tally: for each set of records, how many there are. Without it, a damaged SQL index that has lost entries would
//! silently shorten a list.
//!
//! A query for a set of records (`sets`) claims to find all of them (`claim`), and its result is compared with the
//! tally of that set: the count, the sum of the numbers and the sum of the checksums (`count`). Sets that are queried
//! by day are counted by month (`months`) and read by whole months. Every write adds the rows that it inserts and
//! subtracts those that it deletes, in the same transaction (`update`); `mentor check` counts everything again
//! (`recount`).

mod claim;
mod count;
mod months;
mod recount;
mod sets;
mod small_table;
mod update;

pub(in crate::store) use claim::{Claim, ClaimCounter};
pub(in crate::store) use count::TallyCount;
pub(in crate::store) use recount::{ensure_whole, miscounted_tables, recount};
pub(in crate::store) use sets::*;
pub(in crate::store) use small_table::{SETTINGS, SHARE};
pub(in crate::store) use update::update;

/// The table of the file that holds the tally.
pub(in crate::store) const TABLE: &str = "tally";

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use chrono::NaiveDate;
    use rusqlite::types::ValueRef;

    use super::months::{FIRST_MONTH, LAST_MONTH, MonthKey, NO_MONTH, month_of};
    use super::sets::{SUBSETS, SetFilter, WHOLE_TABLES};
    use super::*;
    use crate::domain::record::Id;
    use crate::store::row::record_tables;

    fn all_sets() -> impl Iterator<Item = &'static RecordSet> {
        WHOLE_TABLES.iter().chain(SUBSETS.iter().copied())
    }

    /// The numbers are stored in every file.
    #[test]
    fn sets_have_unique_numbers_that_fit_into_their_keys() {
        let numbers: BTreeSet<i64> = all_sets().map(|set| set.number).collect();
        assert_eq!(numbers.len(), all_sets().count());
        assert!(numbers.iter().all(|number| (0..1 << 14).contains(number)));
    }

    #[test]
    fn every_table_has_a_set_and_every_set_names_existing_columns() {
        for table in record_tables() {
            assert!(WHOLE_TABLES.iter().any(|set| set.table == table.name), "{}", table.name);
        }
        for set in all_sets() {
            let tables = record_tables();
            let table = tables.iter().find(|table| table.name == set.table).unwrap();
            let filtered = match set.filter {
                SetFilter::All => None,
                SetFilter::In(name, _)
                | SetFilter::NotIn(name, _)
                | SetFilter::Null(name)
                | SetFilter::NotNull(name) => Some(name),
            };
            for name in [set.owner, filtered, set.dated_by].into_iter().flatten() {
                assert!(table.columns.contains(&name), "{set:?}: {name}");
            }
        }
    }

    #[test]
    fn days_and_moments_are_counted_by_month() {
        let text = |text: &'static str| month_of(ValueRef::Text(text.as_bytes()));
        let month = "2026-12-31".parse::<NaiveDate>().unwrap().month();
        assert_eq!(text("2026-12-31"), month);
        assert_eq!(text("2026-12-31T23:59:59Z"), month);
        assert_eq!(text("2027-01-01"), month + 1);
        assert_eq!(month_of(ValueRef::Null), NO_MONTH);
        assert_eq!(NaiveDate::MIN.month(), FIRST_MONTH);
        assert_eq!(NaiveDate::MAX.month(), LAST_MONTH);
        let day: NaiveDate = "2026-12-31".parse().unwrap();
        let (from, to) = HELD.claim_between(Id::<()>::new(1), day, day).bounds();
        assert_eq!((from.as_str(), to.as_str()), ("2026-12", "2026-13"));
        assert!(from.as_str() < "2026-12-01" && "2026-12-31T23:59:59Z" < to.as_str());
    }
}
