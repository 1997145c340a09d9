//! The grammar of days, as a parser with one method per form.

mod date;
mod place;
mod words;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::domain::dates::day_reader::words::significant_words;
use crate::domain::dates::parse::{DateError, DayRole, in_range};
use crate::domain::dates::vocabulary::{SpanUnit, month, number, weekday};

/// Years before and after today in which to look for a day such as 29 February.
const YEARS: i32 = 8;

pub struct DayReader<'a> {
    pub typed: &'a str,
    pub today: NaiveDate,
    pub week_starts: Weekday,
    pub role: DayRole,
}

/// A week, a month, a quarter or a year.
struct DaySpan {
    first: NaiveDate,
    last: NaiveDate,
}

/// The result of one form of the grammar. `None`: the words do not have this form.
type ParsedDay = Option<Result<NaiveDate, DateError>>;

impl DayReader<'_> {
    pub fn read(&self) -> Result<NaiveDate, DateError> {
        let words = significant_words(self.typed);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let found = self
            .by_form(&words)
            .or_else(|| self.by_period(&words))
            .or_else(|| self.by_week_number(&words))
            .or_else(|| self.by_number(&words))
            .or_else(|| self.by_month(&words))
            .unwrap_or_else(|| Err(self.unknown()))?;
        in_range(found, self.typed)
    }

    /// Returns the first and the last day of a week, month, quarter or year that is named by itself: `last week`.
    pub fn read_period(&self) -> Option<(NaiveDate, NaiveDate)> {
        let words = significant_words(self.typed);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let period = self.period(&words).filter(|_| self.by_form(&words).is_none())?;
        Some((period.first, period.last))
    }

    /// Reads the forms that name a single day.
    fn by_form(&self, words: &[&str]) -> ParsedDay {
        self.by_name(words)
            .or_else(|| self.by_place_in_month(words))
            .or_else(|| self.by_weekday(words))
            .or_else(|| self.by_span(words))
    }

    fn unknown(&self) -> DateError {
        DateError::Unknown(self.typed.to_owned())
    }

    fn or_out_of_range(&self, day: Option<NaiveDate>) -> Result<NaiveDate, DateError> {
        day.ok_or_else(|| DateError::OutOfRange(self.typed.to_owned()))
    }

    fn looks_back(&self) -> bool {
        self.role == DayRole::Past
    }

    fn by_name(&self, words: &[&str]) -> ParsedDay {
        let today = self.today;
        let day = match words {
            ["today" | "tonight" | "eod" | "eob" | "cob" | "cop"]
            | ["end" | "close", "of", "day" | "business" | "biz" | "today" | "play"]
            | ["end", "of", "the", "day"] => Some(today),
            ["tomorrow" | "tmrw" | "tmr"] => today.succ_opt(),
            ["yesterday"] => today.pred_opt(),
            ["day", "after", "tomorrow"] => today.checked_add_days(Days::new(2)),
            ["day", "before", "yesterday"] => today.checked_sub_days(Days::new(2)),
            _ => return None,
        };
        Some(self.or_out_of_range(day))
    }

    /// Returns the current week.
    fn week(&self) -> DaySpan {
        let since = u64::from(self.today.weekday().days_since(self.week_starts));
        let first = self.today.checked_sub_days(Days::new(since));
        let first = first.unwrap_or(self.today);
        let last = first.checked_add_days(Days::new(6)).unwrap_or(first);
        DaySpan { first, last }
    }

    /// Parses `fri`, `next fri`, `this fri`.
    fn by_weekday(&self, words: &[&str]) -> ParsedDay {
        let week = self.week();
        let in_week = |wanted: Weekday, first: NaiveDate| {
            let ahead = u64::from(wanted.days_since(self.week_starts));
            first.checked_add_days(Days::new(ahead))
        };
        let day = match words {
            [name, "week"] => weeks_after(self.named(name)?, 1),
            [name, "fortnight"] => weeks_after(self.named(name)?, 2),
            [count, "week" | "weeks", "on" | "from", name]
            | [count, "week" | "weeks", name @ "tomorrow"]
                if number(count).is_some() =>
            {
                weeks_after(self.named(name)?, number(count)?)
            }
            // `friday next week`, `friday of next week`, `next week on friday`.
            [name, which, "week"]
            | [name, "of", which, "week"]
            | [which, "week", name]
            | [which, "week", "on", name] => {
                let week = self.period(&[which, "week"])?;
                in_week(weekday(name)?, week.first)
            }
            ["next", name] => in_week(weekday(name)?, week.last.succ_opt()?),
            ["this", name] => in_week(weekday(name)?, week.first),
            [name] if self.looks_back() => latest(weekday(name)?, self.today),
            ["coming", name] | [name] => next(weekday(name)?, self.today.succ_opt()?),
            _ => return None,
        };
        Some(self.or_out_of_range(day))
    }

    /// Returns tomorrow, or the next such weekday.
    fn named(&self, name: &str) -> Option<NaiveDate> {
        let tomorrow = self.today.succ_opt()?;
        if name == "tomorrow" { Some(tomorrow) } else { next(weekday(name)?, tomorrow) }
    }

    /// Parses `+3d`, `in 2 weeks`, `a week ago`, `two weeks`.
    fn by_span(&self, words: &[&str]) -> ParsedDay {
        let (words, is_back) = match words {
            ["in" | "within", rest @ ..] | [rest @ .., "from", "now" | "today"] => (rest, false),
            [rest @ .., "ago"] => (rest, true),
            rest => (rest, self.looks_back()),
        };
        let words = match words {
            // `in two weeks' time`, `three weeks today`.
            [rest @ .., _, "time" | "today"] if !rest.is_empty() => &words[..words.len() - 1],
            words => words,
        };
        let text = match words {
            ["fortnight"] => "a fortnight".to_owned(),
            words => words.join(" "),
        };
        let (text, is_back) = match (text.strip_prefix('+'), text.strip_prefix('-')) {
            (Some(rest), _) => (rest, false),
            (_, Some(rest)) => (rest, true),
            _ => (text.as_str(), is_back),
        };
        let (count, unit) = match text.find(|c: char| !c.is_ascii_digit()) {
            Some(0) => text.split_once(' ')?,
            end => text.split_at(end?),
        };
        // `in a month's time`, `in two weeks' time`.
        let unit = unit.trim().trim_end_matches(['\'', '\u{2019}']);
        let unit = unit.strip_suffix("'s").or(unit.strip_suffix("\u{2019}s")).unwrap_or(unit);
        let unit = SpanUnit::parse(unit)?;
        // A number too large for `u32` is still a span, which is out of range.
        let count = match number(count) {
            None if count.chars().all(|c| c.is_ascii_digit()) => u32::MAX,
            count => count?,
        };
        Some(self.or_out_of_range(unit.shift(self.today, count, is_back)))
    }

    /// Parses `next week`, `end of month`, `feb`.
    fn by_period(&self, words: &[&str]) -> ParsedDay {
        let is_deadline = self.role == DayRole::Deadline;
        let this = |unit: &str| self.period(&["this", unit]);
        let day = match words {
            ["eow"] => this("week")?.last,
            ["eom"] => this("month")?.last,
            ["eoq"] => this("quarter")?.last,
            ["eoy"] => this("year")?.last,
            ["end", "of", rest @ ..]
            | ["last", "day", "of", rest @ ..]
            | ["end", rest @ ..]
            | ["last", "day", rest @ ..]
                if !rest.is_empty() =>
            {
                self.period(rest)?.last
            }
            ["start" | "beginning", "of", rest @ ..] | ["first", "day", "of", rest @ ..] => {
                self.period(rest)?.first
            }
            ["month" | "quarter" | "year", "end"] => this(words[0])?.last,
            ["next" | "last", _] | [_, "after", "next"] => self.period(words)?.first,
            [_] | [_, _] if is_deadline => self.parse_named_period(words)?.last,
            [_] | [_, _] => match self.role {
                DayRole::Future => self.parse_named_period(words)?.first.max(self.today),
                _ => self.parse_named_period(words)?.first,
            },
            _ => return None,
        };
        Some(Ok(day))
    }

    /// Parses a period that means a day on its own, unlike a bare unit such as `week`.
    fn parse_named_period(&self, words: &[&str]) -> Option<DaySpan> {
        let is_bare_unit =
            matches!(words, [one] if month(one).is_none() && year_and_month(one).is_none());
        (!is_bare_unit).then(|| self.period(words)).flatten()
    }

    fn period(&self, words: &[&str]) -> Option<DaySpan> {
        let words = match words {
            ["the", rest @ ..] => rest,
            words => words,
        };
        let (shift, unit) = match words {
            ["this" | "current", unit] | [unit] => (0, *unit),
            ["next", unit] => (1, *unit),
            [unit, "after", "next"] => (2, *unit),
            ["last" | "previous", unit] => (-1, *unit),
            [name, year] => return month_span(year_of(year)?, month(name)?),
            _ => return None,
        };
        let today = self.today;
        let months = |first_month: u32, months: u32| {
            let first = NaiveDate::from_ymd_opt(today.year(), first_month, 1)?;
            let by = Months::new(months);
            let first = match shift {
                0 => first,
                1 => first.checked_add_months(by)?,
                2 => first.checked_add_months(by)?.checked_add_months(by)?,
                _ => first.checked_sub_months(by)?,
            };
            let last = first.checked_add_months(by)?.pred_opt()?;
            Some(DaySpan { first, last })
        };
        match unit {
            "week" => {
                let week = self.week();
                let by = chrono::TimeDelta::days(7 * shift);
                Some(DaySpan {
                    first: week.first.checked_add_signed(by)?,
                    last: week.last.checked_add_signed(by)?,
                })
            }
            "month" => months(today.month(), 1),
            "quarter" => months(today.month0() / 3 * 3 + 1, 3),
            "year" => months(1, 12),
            name if shift == 0 && words.len() == 1 => match year_of(name) {
                Some(year) => Some(DaySpan {
                    first: NaiveDate::from_ymd_opt(year, 1, 1)?,
                    last: NaiveDate::from_ymd_opt(year, 12, 31)?,
                }),
                None => year_and_month(name).or_else(|| self.month_nearby(month(name)?)),
            },
            _ => None,
        }
    }

    /// Returns the month of this name that fits the role, if no year was given.
    fn month_nearby(&self, month: u32) -> Option<DaySpan> {
        let span = |years: i32| month_span(self.today.year() + years, month);
        let (before, this, after) = (span(-1)?, span(0)?, span(1)?);
        let ahead = |this: DaySpan| if this.last >= self.today { this } else { after };
        Some(match self.role {
            DayRole::Past if this.first > self.today => before,
            DayRole::Past => this,
            DayRole::Future | DayRole::Deadline => ahead(this),
            DayRole::Start => {
                let far = |span: &DaySpan| (span.first - self.today).num_days().abs();
                [before, this, ahead(span(0)?)].into_iter().min_by_key(far)?
            }
        })
    }

    /// Returns the one of several candidate days that fits the role.
    fn nearest(&self, days: impl Iterator<Item = NaiveDate>) -> Option<NaiveDate> {
        let today = self.today;
        match self.role {
            DayRole::Past => days.filter(|day| *day <= today).max(),
            DayRole::Future | DayRole::Deadline => days.filter(|day| *day >= today).min(),
            DayRole::Start => days.min_by_key(|day| {
                let far = (*day - today).num_days();
                (far.abs(), far < 0)
            }),
        }
    }

    /// Returns the day, or an error if it is another weekday than `name`.
    fn on_a(&self, name: Option<Weekday>, day: NaiveDate) -> Result<NaiveDate, DateError> {
        match name {
            Some(name) if day.weekday() != name => {
                Err(DateError::WrongWeekday { typed: self.typed.to_owned(), day })
            }
            _ => Ok(day),
        }
    }
}

fn month_span(year: i32, month: u32) -> Option<DaySpan> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let last = first.checked_add_months(Months::new(1))?.pred_opt()?;
    Some(DaySpan { first, last })
}

fn year_of(word: &str) -> Option<i32> {
    let is_year = word.len() == 4 && word.chars().all(|c| c.is_ascii_digit());
    is_year.then(|| word.parse().ok()).flatten()
}

/// Parses a month in numbers: `2026-12`, `2026/12`. `None`: the text has another form.
fn year_and_month(text: &str) -> Option<DaySpan> {
    let (year, month) = text.split_once(['-', '/'])?;
    let is_month = month.len() == 2 && month.chars().all(|c| c.is_ascii_digit());
    let year = year_of(year).filter(|_| is_month)?;
    month_span(year, month.parse().ok()?)
}

fn weeks_after(day: NaiveDate, weeks: u32) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(u64::from(weeks) * 7))
}

/// Returns the first such weekday on or after `from`.
fn next(wanted: Weekday, from: NaiveDate) -> Option<NaiveDate> {
    let ahead = u64::from(wanted.days_since(from.weekday()));
    from.checked_add_days(Days::new(ahead))
}

/// Returns the last such weekday on or before `until`.
fn latest(wanted: Weekday, until: NaiveDate) -> Option<NaiveDate> {
    let back = u64::from(until.weekday().days_since(wanted));
    until.checked_sub_days(Days::new(back))
}
