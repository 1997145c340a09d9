//! Backups of the data file, and which of them are kept.

use std::path::PathBuf;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Utc};

/// One whole copy of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    pub path: PathBuf,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// Bytes.
    pub size: u64,
}

/// So many of the newest days, weeks and months that have a backup keep one: the newest of each.
const DAYS: usize = 7;
const WEEKS: usize = 4;
const MONTHS: usize = 12;

/// Which of these moments, newest first, are kept.
pub fn retention_mask(moments: &[NaiveDateTime]) -> Vec<bool> {
    type RetentionBucket = fn(NaiveDate) -> (i32, u32);
    let rules: [(usize, RetentionBucket); 3] = [
        (DAYS, |day| (day.year(), day.ordinal())),
        (WEEKS, |day| (day.iso_week().year(), day.iso_week().week())),
        (MONTHS, |day| (day.year(), day.month())),
    ];
    let mut keep = vec![false; moments.len()];
    for (most, period_of) in rules {
        let mut seen = Vec::new();
        for (moment, keep) in moments.iter().zip(&mut keep) {
            let period = period_of(moment.date());
            if !seen.contains(&period) && seen.len() < most {
                seen.push(period);
                *keep = true;
            }
        }
    }
    keep
}

#[cfg(test)]
mod tests {
    use super::*;

    fn daily(days: u64) -> Vec<NaiveDateTime> {
        let last = NaiveDate::from_ymd_opt(2026, 12, 31)
            .unwrap()
            .and_hms_opt(9, 0, 0)
            .unwrap();
        (0..days).map(|n| last - chrono::Days::new(n)).collect()
    }

    #[test]
    fn a_year_of_days_leaves_a_week_a_month_and_a_year() {
        let moments = daily(400);
        let kept: Vec<_> = moments
            .iter()
            .zip(retention_mask(&moments))
            .filter(|(_, keep)| *keep)
            .map(|(at, _)| at.date().to_string())
            .collect();
        assert_eq!(
            kept[..7],
            [
                "2026-12-31",
                "2026-12-30",
                "2026-12-29",
                "2026-12-28",
                "2026-12-27",
                "2026-12-26",
                "2026-12-25"
            ]
        );
        // Sundays of the weeks before, then the last days of the months before.
        assert_eq!(
            kept[7..11],
            ["2026-12-20", "2026-12-13", "2026-11-30", "2026-10-31"]
        );
        assert_eq!(kept.last().unwrap(), "2026-01-31");
    }

    #[test]
    fn several_of_one_day_leave_the_newest() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
        let moments: Vec<_> = [18, 12, 9]
            .map(|hour| day.and_hms_opt(hour, 0, 0).unwrap())
            .into();
        assert_eq!(retention_mask(&moments), [true, false, false]);
    }
}
