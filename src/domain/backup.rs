//! Backups of the data file and the rule for how long they are kept.

use std::path::PathBuf;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Utc};

/// A complete copy of the data file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    pub path: PathBuf,
    /// When the copy was made.
    pub at: DateTime<Utc>,
    /// Size in bytes.
    pub size: u64,
}

/// How many of the most recent days, ISO weeks and months keep their newest backup. Days, weeks and months without a
/// backup don't count.
const MAX_DAILY: usize = 7;
const MAX_WEEKLY: usize = 4;
const MAX_MONTHLY: usize = 12;

/// Returns for each of `moments`, newest first, whether its backup is kept.
pub fn retention_mask(moments: &[NaiveDateTime]) -> Vec<bool> {
    type RetentionBucket = fn(NaiveDate) -> (i32, u32);
    let rules: [(usize, RetentionBucket); 3] = [
        (MAX_DAILY, |day| (day.year(), day.ordinal())),
        (MAX_WEEKLY, |day| (day.iso_week().year(), day.iso_week().week())),
        (MAX_MONTHLY, |day| (day.year(), day.month())),
    ];
    let mut keep = vec![false; moments.len()];
    for (limit, bucket_of) in rules {
        let mut seen = Vec::new();
        for (moment, keep) in moments.iter().zip(&mut keep) {
            let bucket = bucket_of(moment.date());
            if !seen.contains(&bucket) && seen.len() < limit {
                seen.push(bucket);
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
        let last = NaiveDate::from_ymd_opt(2026, 12, 31).unwrap().and_hms_opt(9, 0, 0).unwrap();
        (0..days).map(|n| last - chrono::Days::new(n)).collect()
    }

    #[test]
    fn a_year_of_daily_backups_leaves_7_days_4_weeks_and_12_months() {
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
                "2026-12-31", "2026-12-30", "2026-12-29", "2026-12-28", "2026-12-27", "2026-12-26",
                "2026-12-25"
            ]
        );
        // Sundays of the earlier weeks, then the last days of the earlier months.
        assert_eq!(kept[7..11], ["2026-12-20", "2026-12-13", "2026-11-30", "2026-10-31"]);
        assert_eq!(kept.last().unwrap(), "2026-01-31");
    }

    #[test]
    fn several_backups_of_one_day_leave_the_newest() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
        let moments: Vec<_> = [18, 12, 9].map(|hour| day.and_hms_opt(hour, 0, 0).unwrap()).into();
        assert_eq!(retention_mask(&moments), [true, false, false]);
    }
}
