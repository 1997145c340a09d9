//! Histories: what the two people do, in order. Each deed has its moment and the command that records it.

use std::fmt;

use chrono::{DateTime, NaiveDate, NaiveTime, SecondsFormat, TimeDelta, Utc, Weekday};

use crate::zone::Zone;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    Mentor,
    Mentee,
}

impl Side {
    pub const BOTH: [Side; 2] = [Side::Mentor, Side::Mentee];

    pub fn other(self) -> Side {
        match self {
            Side::Mentor => Side::Mentee,
            Side::Mentee => Side::Mentor,
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Side::Mentor => "mentor",
            Side::Mentee => "mentee",
        }
    }
}

/// A span of an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    Hours(u32),
    WorkingDays(u32),
    Days(u32),
    Weeks(u32),
    Months(u32),
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, unit) = match self {
            Span::Hours(count) => (count, "hour"),
            Span::WorkingDays(count) => (count, "working day"),
            Span::Days(count) => (count, "day"),
            Span::Weeks(count) => (count, "week"),
            Span::Months(count) => (count, "month"),
        };
        write!(f, "{count} {unit}{}", if *count == 1 { "" } else { "s" })
    }
}

/// How often the two meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rhythm {
    FromLast(Span),
    Weekly {
        every: u32,
        on: Weekday,
        time: NaiveTime,
        zone: Zone,
    },
    /// The nth such weekdays of every so many months; -1: the last.
    Monthly {
        every: u32,
        nths: &'static [i8],
        on: Weekday,
        time: NaiveTime,
        zone: Zone,
    },
    MonthlyDay {
        day: u32,
        time: NaiveTime,
        zone: Zone,
    },
}

impl Rhythm {
    pub fn is_fixed(&self) -> bool {
        !matches!(self, Rhythm::FromLast(_))
    }
}

impl fmt::Display for Rhythm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Rhythm::FromLast(span) => write!(f, "every {span}"),
            Rhythm::Weekly { every, on, time, zone } => {
                let weeks = if *every == 1 { "week" } else { "weeks" };
                let day = on.to_string().to_lowercase();
                match every {
                    1 => write!(f, "weekly on {day} {} {zone}", time.format("%H:%M")),
                    _ => {
                        write!(f, "every {every} {weeks} on {day} {} {zone}", time.format("%H:%M"))
                    }
                }
            }
            Rhythm::Monthly { every, nths, on, time, zone } => {
                let name = |nth: &i8| match nth {
                    1 => "1st",
                    2 => "2nd",
                    3 => "3rd",
                    4 => "4th",
                    _ => "last",
                };
                let nths: Vec<&str> = nths.iter().map(name).collect();
                let nths = nths.join(" and ");
                let day = on.to_string().to_lowercase();
                match every {
                    1 => write!(f, "monthly")?,
                    _ => write!(f, "every {every} months")?,
                }
                write!(f, " on {nths} {day} {} {zone}", time.format("%H:%M"))
            }
            Rhythm::MonthlyDay { day, time, zone } => {
                write!(f, "monthly on {day} {} {zone}", time.format("%H:%M"))
            }
        }
    }
}

/// The terms of an agreement that can be measured.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Terms {
    pub starts: Option<NaiveDate>,
    pub ends: Option<NaiveDate>,
    pub rhythm: Option<Rhythm>,
    pub minutes: Option<u32>,
    pub notice: Option<Span>,
    pub review_every: Option<Span>,
    pub review_on: Option<NaiveDate>,
    pub mentor_replies: Option<Span>,
    pub mentee_replies: Option<Span>,
    pub feedback: Option<Span>,
    pub hours_a_month: Option<u32>,
}

impl Terms {
    pub fn replies(&self, side: Side) -> Option<Span> {
        match side {
            Side::Mentor => self.mentor_replies,
            Side::Mentee => self.mentee_replies,
        }
    }

    /// Returns the flags that set these terms.
    fn flags(&self) -> Vec<(&'static str, String)> {
        fn flag<T: ToString>(
            name: &'static str,
            value: Option<&T>,
        ) -> Option<(&'static str, String)> {
            value.map(|value| (name, value.to_string()))
        }
        let minutes = self.minutes.map(|minutes| format!("{minutes}m"));
        [
            flag("--starts", self.starts.as_ref()),
            flag("--ends", self.ends.as_ref()),
            flag("--cadence", self.rhythm.as_ref()),
            flag("--length", minutes.as_ref()),
            flag("--notice", self.notice.as_ref()),
            flag("--review-every", self.review_every.as_ref()),
            flag("--review-on", self.review_on.as_ref()),
            flag("--mentor-replies-within", self.mentor_replies.as_ref()),
            flag("--mentee-replies-within", self.mentee_replies.as_ref()),
            flag("--feedback-within", self.feedback.as_ref()),
            flag("--hours-a-month", self.hours_a_month.as_ref()),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// The zone and the working days of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Home {
    pub zone: Zone,
    /// Whether each day is a working day, Monday first.
    pub week: [bool; 7],
}

impl Home {
    fn days(&self) -> String {
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let working = names.iter().zip(self.week).filter(|(_, works)| *works);
        working.map(|(name, _)| *name).collect::<Vec<_>>().join(",")
    }
}

/// Something that one of the two does. Numbers are record numbers, starting at 1 for each kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// The user introduces themselves.
    Init {
        home: Home,
    },
    /// A pair is added. The user is on side `user`; the other person is in `home`.
    Pair {
        user: Side,
        home: Home,
    },
    /// The first agreement, accepted by the user or only proposed.
    Agree {
        terms: Terms,
        proposed: bool,
    },
    /// A new version of the agreement: all its terms, and those of the version before.
    Renew {
        terms: Terms,
        before: Terms,
        proposed: bool,
    },
    Accept {
        by: Side,
        on: Option<NaiveDate>,
    },
    Move {
        who: Side,
        to: Home,
        before: Home,
        from: Option<NaiveDate>,
    },
    Away {
        who: Side,
        from: NaiveDate,
        until: NaiveDate,
    },
    AwayDrop {
        number: usize,
    },
    Pause,
    Resume,
    End,
    Plan {
        at: DateTime<Utc>,
        minutes: Option<u32>,
    },
    MoveCall {
        number: usize,
        to: DateTime<Utc>,
        by: Side,
    },
    Cancel {
        number: usize,
        by: Side,
    },
    NoShow {
        number: usize,
        by: Side,
    },
    /// A call was held: a planned one, or an unplanned one. Which one it was may be left to the program.
    Log {
        call: Option<usize>,
        is_told: bool,
        at: Option<DateTime<Utc>>,
        minutes: Option<u32>,
        private: bool,
    },
    EditCall {
        number: usize,
        at: Option<DateTime<Utc>>,
        minutes: Option<u32>,
    },
    FollowUp {
        owner: Side,
        due: Option<NaiveDate>,
        private: bool,
    },
    EditFollowUp {
        number: usize,
        owner: Option<Side>,
        due: Option<NaiveDate>,
    },
    TurnFollowUp {
        number: usize,
        to: FollowUpState,
        on: Option<NaiveDate>,
    },
    Ask {
        from: Side,
        at: Option<DateTime<Utc>>,
        private: bool,
    },
    Seen {
        number: usize,
        by: Option<NaiveDate>,
        at: Option<DateTime<Utc>>,
    },
    Answer {
        number: usize,
        at: Option<DateTime<Utc>>,
    },
    DropQuestion {
        number: usize,
    },
    ReopenQuestion {
        number: usize,
    },
    Feedback {
        from: Side,
        on: Option<NaiveDate>,
        private: bool,
    },
    Respond {
        number: usize,
        on: Option<NaiveDate>,
    },
    Goal {
        by: NaiveDate,
        private: bool,
    },
    MoveGoal {
        number: usize,
        by: NaiveDate,
    },
    CloseGoal {
        number: usize,
        done: bool,
        on: Option<NaiveDate>,
    },
    Win {
        on: Option<NaiveDate>,
        private: bool,
    },
    Review {
        on: Option<NaiveDate>,
        private: bool,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FollowUpState {
    Open,
    Done,
    Dropped,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub at: DateTime<Utc>,
    pub deed: Deed,
}

#[derive(Clone, Debug)]
pub struct History {
    pub seed: u64,
    pub user: Side,
    /// The events in order, each at its own moment.
    pub events: Vec<Event>,
    /// When reports are checked, in order, never at the moment of an event.
    pub looks: Vec<DateTime<Utc>>,
    pub is_tidy: bool,
}

pub fn written(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// The arguments of `mentor` that record a deed.
pub struct Line(Vec<String>);

impl Line {
    fn new(words: &str) -> Line {
        Line(words.split(' ').map(str::to_owned).collect())
    }

    #[expect(clippy::needless_pass_by_value, reason = "words are put in a row")]
    fn word(mut self, word: impl ToString) -> Line {
        self.0.push(word.to_string());
        self
    }

    #[expect(clippy::needless_pass_by_value, reason = "words are put in a row")]
    fn flag(mut self, name: &str, value: impl ToString) -> Line {
        self.0.extend([name.to_owned(), value.to_string()]);
        self
    }

    fn maybe(self, name: &str, value: Option<impl ToString>) -> Line {
        match value {
            Some(value) => self.flag(name, value),
            None => self,
        }
    }

    fn switch(mut self, name: &str, is_on: bool) -> Line {
        if is_on {
            self.0.push(name.to_owned());
        }
        self
    }

    fn flags(mut self, flags: Vec<(&'static str, String)>) -> Line {
        for (name, value) in flags {
            self.0.extend([name.to_owned(), value]);
        }
        self
    }
}

impl Deed {
    pub fn is_private(&self) -> bool {
        match self {
            Deed::Log { private, .. }
            | Deed::FollowUp { private, .. }
            | Deed::Ask { private, .. }
            | Deed::Feedback { private, .. }
            | Deed::Goal { private, .. }
            | Deed::Win { private, .. }
            | Deed::Review { private, .. } => *private,
            _ => false,
        }
    }

    /// Returns the arguments of `mentor`.
    pub fn command(&self) -> Vec<String> {
        self.line().0
    }

    #[expect(clippy::too_many_lines, reason = "a line for each deed")]
    fn line(&self) -> Line {
        let moment = |at: &Option<DateTime<Utc>>| at.map(written);
        match self {
            Deed::Init { home } => Line::new("init --name")
                .word("Sam Rivera")
                .flag("--tz", home.zone)
                .flag("--days", home.days()),
            Deed::Pair { user, home } => Line::new("pair add ana")
                .flag(&format!("--{}", user.other().word()), "Ana Díaz")
                .flag("--tz", home.zone)
                .flag("--days", home.days()),
            Deed::Agree { terms, proposed } => Line::new("agree --purpose Growth")
                .flags(terms.flags())
                .switch("--proposed", *proposed),
            Deed::Renew { terms, before, proposed } => {
                let before = before.flags();
                let mut changed = terms.flags();
                changed.retain(|flag| !before.contains(flag));
                Line::new("agree renew --because changed")
                    .flags(changed)
                    .switch("--proposed", *proposed)
            }
            Deed::Accept { by, on } => {
                Line::new("agree accept").flag("--by", by.word()).maybe("--on", *on)
            }
            Deed::Move { who, to, before, from } => {
                let zone = (to.zone != before.zone).then_some(to.zone);
                let days = (to.week != before.week).then(|| to.days());
                let _ = who;
                Line::new("person edit")
                    .word("WHO")
                    .maybe("--tz", zone)
                    .maybe("--days", days)
                    .maybe("--from", *from)
            }
            Deed::Away { who, from, until } => Line::new("away add")
                .word(from)
                .word(until)
                .flag("--who", who.word())
                .word("--late"),
            Deed::AwayDrop { number } => Line::new("away drop").word(number),
            Deed::Pause => Line::new("pair pause ana --because exams"),
            Deed::Resume => Line::new("pair resume ana"),
            Deed::End => Line::new("end --reason achieved"),
            Deed::Plan { at, minutes } => {
                Line::new("checkin add").flag("--at", written(*at)).maybe("--length", *minutes)
            }
            Deed::MoveCall { number, to, by } => Line::new("checkin move")
                .word(number)
                .flag("--to", written(*to))
                .flag("--by", by.word()),
            Deed::Cancel { number, by } => {
                Line::new("checkin cancel").word(number).flag("--by", by.word())
            }
            Deed::NoShow { number, by } => {
                Line::new("checkin no-show").word(number).flag("--by", by.word())
            }
            Deed::Log { call, is_told, at, minutes, private } => Line::new("log Talked")
                .maybe("--checkin", call.filter(|_| *is_told))
                .switch("--extra", call.is_none() && *is_told)
                .maybe("--at", moment(at))
                .maybe("--minutes", *minutes)
                .switch("--private", *private),
            Deed::EditCall { number, at, minutes } => Line::new("checkin edit")
                .word(number)
                .maybe("--at", moment(at))
                .maybe("--minutes", *minutes),
            Deed::FollowUp { owner, due, private } => Line::new("followup add Draft")
                .flag("--owner", owner.word())
                .maybe("--by", *due)
                .switch("--private", *private),
            Deed::EditFollowUp { number, owner, due } => Line::new("followup edit")
                .word(number)
                .maybe("--owner", owner.map(Side::word))
                .maybe("--by", *due)
                // With a new owner the day may stay the same, and then no reason is accepted.
                .maybe("--because", due.filter(|_| owner.is_none()).map(|_| "busy")),
            Deed::TurnFollowUp { number, to, on } => {
                let verb = match to {
                    FollowUpState::Open => "followup reopen",
                    FollowUpState::Done => "followup done",
                    FollowUpState::Dropped => "followup drop",
                };
                Line::new(verb).word(number).maybe("--on", *on)
            }
            Deed::Ask { from, at, private } => Line::new("question ask Figures")
                .flag("--from", from.word())
                .maybe("--at", moment(at))
                .switch("--private", *private),
            Deed::Seen { number, by, at } => {
                Line::new("question seen").word(number).maybe("--by", *by).maybe("--at", moment(at))
            }
            Deed::Answer { number, at } => {
                Line::new("question answer").word(number).word("Yes").maybe("--at", moment(at))
            }
            Deed::DropQuestion { number } => Line::new("question drop").word(number),
            Deed::ReopenQuestion { number } => Line::new("question reopen").word(number),
            Deed::Feedback { from, on, private } => Line::new(
                "feedback add --kind keep --situation Demo --behaviour Spoke --impact Clear",
            )
            .flag("--from", from.word())
            .maybe("--on", *on)
            .switch("--private", *private),
            Deed::Respond { number, on } => {
                Line::new("feedback respond").word(number).word("Thanks").maybe("--on", *on)
            }
            Deed::Goal { by, private } => {
                Line::new("goal add Lead").flag("--by", by).switch("--private", *private)
            }
            Deed::MoveGoal { number, by } => {
                Line::new("goal edit").word(number).flag("--by", by).flag("--because", "busy")
            }
            Deed::CloseGoal { number, done, on } => {
                Line::new(if *done { "goal done" } else { "goal drop" })
                    .word(number)
                    .maybe("--on", *on)
            }
            Deed::Win { on, private } => {
                Line::new("win add Shipped").maybe("--on", *on).switch("--private", *private)
            }
            Deed::Review { on, private } => Line::new("review record --achievement Shipped")
                .maybe("--on", *on)
                .switch("--private", *private),
        }
    }
}

/// Formats a command for a shell.
pub fn shell_line(at: DateTime<Utc>, words: &[String]) -> String {
    let quoted = |word: &String| {
        if word.chars().all(|c| c.is_ascii_alphanumeric() || "-_:/.,+".contains(c))
            && !word.is_empty()
        {
            word.clone()
        } else {
            format!("'{}'", word.replace('\'', r"'\''"))
        }
    };
    let words: Vec<String> = words.iter().map(quoted).collect();
    format!("MENTOR_NOW={} mentor {}", written(at), words.join(" "))
}

impl History {
    /// Returns the arguments of `mentor` for an event.
    pub fn command(&self, event: &Event) -> Vec<String> {
        let mut words = event.deed.command();
        if let Deed::Move { who, .. } = event.deed {
            let name = if who == self.user { "me" } else { "ana" };
            words.iter_mut().filter(|word| *word == "WHO").for_each(|word| name.clone_into(word));
        }
        words
    }

    /// Returns a moment after all events and checks.
    pub fn end(&self) -> DateTime<Utc> {
        let last = self.events.iter().map(|event| event.at).max();
        let looked = self.looks.iter().copied().max();
        last.max(looked).unwrap() + TimeDelta::days(2)
    }

    /// Returns the history up to a moment.
    pub fn cut_at(&self, moment: DateTime<Utc>) -> History {
        let mut history = self.clone();
        history.events.retain(|event| event.at <= moment);
        history
    }

    /// Returns a shell script with the commands up to a moment.
    pub fn script(&self, until: DateTime<Utc>) -> String {
        let events = self.events.iter().filter(|event| event.at <= until);
        let lines = events.map(|event| shell_line(event.at, &self.command(event)));
        lines.collect::<Vec<_>>().join("\n")
    }
}
