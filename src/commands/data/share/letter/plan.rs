//! Works out what a reply would change, by checking each answer against the current record of its mark.

use chrono::{DateTime, NaiveDate, Utc};

use crate::app::find_in_pair;
use crate::domain::agreement::Agreement;
use crate::domain::dates::{self, DayRole, Now};
use crate::domain::feedback::Feedback;
use crate::domain::followup::FollowUp;
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::question::Question;
use crate::domain::record::Record;
use crate::domain::text;
use crate::error::{FailureKind, Result};
use crate::share::letter::reply::LetterReply;
use crate::share::letter::{LetterMark, MarkSubject};
use crate::store::read_tx::ReadTx;
use crate::store::{agreements, topics};
use crate::view::reports::letter::ReplyChange;

/// When the mail was sent, and how that is recorded.
#[derive(Clone, Debug)]
pub struct MailTime {
    /// At most the present moment.
    pub at: DateTime<Utc>,
    /// The day of `at` in the sender's zone.
    pub day: NaiveDate,
    /// For example `by mail of 3 Dec 2026`.
    pub source: String,
}

impl MailTime {
    /// Uses the present moment for a mail without a date or with a future one.
    pub fn new(sent_at: Option<DateTime<Utc>>, pair: &PairContext, now: Now) -> Self {
        let zone = pair.partner().zone;
        let known = sent_at.filter(|at| *at <= now.at);
        let at = known.unwrap_or(now.at);
        let day = at.with_timezone(&zone).date_naive();
        let shown = day.format("%-d %b %Y");
        MailTime {
            at,
            day,
            source: match known {
                Some(_) => format!("by mail of {shown}"),
                None => format!("by mail, recorded on {shown}"),
            },
        }
    }
}

/// The answers that apply, and the lines that don't.
#[derive(Debug, Default)]
pub struct ReplyPlan {
    pub answers: Vec<ReplyChange>,
    pub left_out: Vec<String>,
}

/// An answer, or the reason why it does not apply. `Ok(None)`: the answer changes nothing.
type CheckedAnswer = std::result::Result<Option<ReplyChange>, String>;

/// Everything that answers are checked against.
pub struct Planner<'t, 'c> {
    pub tx: &'t ReadTx<'c>,
    pub pair: &'t PairContext,
    pub time: &'t MailTime,
    pub now: Now,
}

impl Planner<'_, '_> {
    pub fn plan(&self, reply: &LetterReply) -> Result<ReplyPlan> {
        let mut plan = ReplyPlan::default();
        for (mark, text) in &reply.answers {
            if mark.subject == MarkSubject::Topics {
                self.add_topics(mark, text, &mut plan)?;
                continue;
            }
            match self.check(mark, text)? {
                Ok(answer) => plan.answers.extend(answer),
                Err(why) => plan.left_out.push(format!("{mark} {}: {why}", shortened(text))),
            }
        }
        for mark in &reply.ambiguous {
            plan.left_out.push(format!("{mark}: it has two different answers"));
        }
        plan.left_out.extend(reply.other_lines.iter().map(|line| shortened(line)));
        Ok(plan)
    }

    fn them(&self) -> Side {
        self.pair.user_side().other()
    }

    fn check(&self, mark: &LetterMark, text: &str) -> Result<CheckedAnswer> {
        Ok(match mark.subject {
            MarkSubject::Agreement => match self.agreement(mark)? {
                Err(why) => Err(why),
                Ok(one) => yes_or_no(text).map(|yes| yes.then_some(ReplyChange::Accepted(one))),
            },
            MarkSubject::FollowUp => match self.followup(mark)? {
                Err(why) => Err(why),
                Ok(one) => self.done_or_moved(one, text),
            },
            MarkSubject::Question => match self.question(mark)? {
                Err(why) => Err(why),
                Ok(one) => body("answer", text).map(|text| Some(ReplyChange::Answered(one, text))),
            },
            MarkSubject::Feedback => match self.feedback(mark)? {
                Err(why) => Err(why),
                Ok(one) => {
                    body("response", text).map(|text| Some(ReplyChange::Responded(one, text)))
                }
            },
            MarkSubject::Topics | MarkSubject::Letter | MarkSubject::End => Ok(None),
        })
    }

    fn agreement(
        &self,
        mark: &LetterMark,
    ) -> Result<std::result::Result<Record<Agreement>, String>> {
        let newest = agreements::latest(self.tx, self.pair.id())?;
        let version = u32::try_from(mark.number).unwrap_or(0);
        let found = agreements::version(self.tx, self.pair.id(), version)?;
        let found = found.filter(|one| mark.is_of(&self.pair.record.uid, &one.uid));
        let Some(one) = found else {
            return Ok(Err(NOT_IT.to_owned()));
        };
        if let Some(newest) = newest.filter(|newest| newest.version > one.version) {
            return Ok(Err(format!("version {} has replaced it", newest.version)));
        }
        Ok(match one.accepted_by(self.them()) {
            Some(on) => Err(format!("it was accepted on {on}")),
            None => Ok(one),
        })
    }

    fn followup(&self, mark: &LetterMark) -> Result<std::result::Result<Record<FollowUp>, String>> {
        let Some(one) = self.find::<FollowUp>(mark)? else {
            return Ok(Err(NOT_IT.to_owned()));
        };
        Ok(if one.owner != self.them() {
            Err("it is yours by now".to_owned())
        } else if !one.is_open() {
            Err(format!("it is already {}", one.state))
        } else {
            Ok(one)
        })
    }

    fn question(&self, mark: &LetterMark) -> Result<std::result::Result<Record<Question>, String>> {
        let Some(one) = self.find::<Question>(mark)? else {
            return Ok(Err(NOT_IT.to_owned()));
        };
        Ok(if one.answerer() != self.them() {
            Err("it is for you by now".to_owned())
        } else if !one.is_open() {
            Err(format!("it is already {}", one.state))
        } else {
            Ok(one)
        })
    }

    fn feedback(&self, mark: &LetterMark) -> Result<std::result::Result<Record<Feedback>, String>> {
        let Some(one) = self.find::<Feedback>(mark)? else {
            return Ok(Err(NOT_IT.to_owned()));
        };
        Ok(if one.from == self.them() {
            Err("it is for you by now".to_owned())
        } else if one.response.is_some() {
            Err("it already has a response".to_owned())
        } else {
            Ok(one)
        })
    }

    /// Finds the record with the number of a mark; `None` if the mark was made for another record.
    fn find<T>(&self, mark: &LetterMark) -> Result<Option<Record<T>>>
    where
        T: crate::domain::pair_item::PairItem + crate::store::table_row::TableRow,
    {
        match find_in_pair::<T>(self.tx, self.pair, mark.number) {
            Ok(found) => Ok(Some(found).filter(|one| mark.is_of(&self.pair.record.uid, &one.uid))),
            Err(failure) if failure.kind == FailureKind::NotFound => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// Parses yes, no or a new due day; `fri` is the Friday after the mail was sent.
    fn done_or_moved(&self, one: Record<FollowUp>, text: &str) -> CheckedAnswer {
        if let Ok(yes) = yes_or_no(text) {
            return Ok(yes.then_some(ReplyChange::Done(one)));
        }
        let words = text.strip_prefix("by ").unwrap_or(text);
        let day = dates::parse_day(words, self.now.style.today(self.time.day), DayRole::Deadline)
            .map_err(|_| "neither yes, no nor a date".to_owned())?;
        if day < self.pair.today_of(self.them(), self.now.at) {
            return Err(format!("{day} is in the past"));
        }
        Ok((one.due != Some(day)).then_some(ReplyChange::Moved(one, day)))
    }

    /// Adds a topic for each line, except for titles that are open topics already.
    fn add_topics(&self, mark: &LetterMark, text: &str, plan: &mut ReplyPlan) -> Result<()> {
        if *mark != LetterMark::of_pair(MarkSubject::Topics, &self.pair.record.uid) {
            plan.left_out.push(format!("{mark} {}: {NOT_IT}", shortened(text)));
            return Ok(());
        }
        let open = topics::open(self.tx, self.pair.id())?;
        // A private topic with the same title must not swallow a topic of the sender.
        let open = open.into_iter().filter(|one| !one.private);
        let mut titles: Vec<String> = open.map(|one| one.data.title).collect();
        for line in text.lines().map(without_bullet).filter(|line| !line.is_empty()) {
            let mut refuse = |why: &str| plan.left_out.push(format!("{}: {why}", shortened(line)));
            match text::parse_title("topic", line) {
                Err(error) => refuse(&error.to_string()),
                Ok(title) if titles.contains(&title) => refuse("it is an open topic already"),
                Ok(_) if plan.answers.len() >= MAX_ANSWERS => refuse("there are too many topics"),
                Ok(title) => {
                    titles.push(title.clone());
                    plan.answers.push(ReplyChange::Topic(title));
                }
            }
        }
        Ok(())
    }
}

/// Limits what a single reply can change.
const MAX_ANSWERS: usize = 200;

/// Reported if the record is gone or its number now belongs to another one.
const NOT_IT: &str = "what it asks about is not here any more";

fn yes_or_no(text: &str) -> std::result::Result<bool, String> {
    let word = text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    match word.as_str() {
        "yes" | "y" | "done" | "ok" | "accepted" => Ok(true),
        "no" | "n" | "not yet" => Ok(false),
        _ => Err("neither yes nor no".to_owned()),
    }
}

fn body(what: &'static str, text: &str) -> std::result::Result<String, String> {
    text::parse_body(what, text).map_err(|error| error.to_string())
}

fn without_bullet(line: &str) -> &str {
    let line = line.trim();
    let rest = line.strip_prefix(['-', '*', '\u{2022}']);
    rest.filter(|rest| rest.starts_with(char::is_whitespace)).map_or(line, str::trim)
}

/// Quotes the beginning of a text.
fn shortened(text: &str) -> String {
    const MOST: usize = 60;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MOST) {
        Some((at, _)) => format!("\"{}...\"", &line[..at]),
        None => format!("\"{line}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_yes_and_no_are_accepted() {
        for text in ["yes", "Yes!", " y ", "DONE.", "ok"] {
            assert_eq!(yes_or_no(text), Ok(true), "{text}");
        }
        for text in ["no", "No.", "n", "not yet"] {
            assert_eq!(yes_or_no(text), Ok(false), "{text}");
        }
        for text in ["yes and no", "maybe", "", "yesterday", "nope?", "1"] {
            assert!(yes_or_no(text).is_err(), "{text}");
        }
    }
}
