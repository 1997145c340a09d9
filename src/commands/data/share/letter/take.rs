//! Takes a reply to a letter, as part of `mentor share take`.

use sha2::{Digest, Sha256};

use crate::app::App;
use crate::commands::crud::HasTransitions;
use crate::commands::data::share::circle;
use crate::commands::data::share::failure::UNCHANGED;
use crate::commands::data::share::letter::plan::{MailTime, Planner, ReplyPlan};
use crate::commands::data::share::letter::{ensure_goes_on, ensure_no_partner_file};
use crate::commands::data::share::take_bundle::TakeOptions;
use crate::commands::off_limits;
use crate::domain::followup::{FollowUp, FollowUpState};
use crate::domain::goal::{DateMove, Moved};
use crate::domain::pair::PairContext;
use crate::domain::pair_item::HasState;
use crate::domain::record::Record;
use crate::domain::topic::{Topic, TopicState};
use crate::error::{Failure, Result};
use crate::share::hex;
use crate::share::letter::mail::Mail;
use crate::share::letter::reply::LetterReply;
use crate::share::letter::{LetterMark, MarkSubject, mail, reply};
use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;
use crate::store::{pairs, settings};
use crate::view;
use crate::view::reports::letter::{ReplyChange, ReplyText};

/// A parsed mail and the reply found in it.
pub struct FoundReply {
    mail: Mail,
    reply: LetterReply,
}

/// Finds a reply in the bytes of a file. `None`: they are neither a mail nor a filled-in form. A mail without marks is a
/// failure.
pub fn find_reply(file: &str, bytes: &[u8]) -> Result<Option<FoundReply>> {
    let mail = mail::read(bytes);
    let replies = mail.bodies.iter().map(|body| reply::read(body));
    if let Some(reply) = replies.into_iter().find(|reply| reply.has_marks) {
        return Ok(Some(FoundReply { mail, reply }));
    }
    if mail.is_mail {
        Err(Failure::refused(format!(
            "`{file}` is a mail, but not a reply to a letter: it has none of its marks"
        ))
        .data(UNCHANGED)
        .hint(
            "ask for a reply with the form of the letter in it, marks such as `[F1-7KQ2]` included",
        ))
    } else {
        Ok(None)
    }
}

/// Shows a reply, asks for confirmation, and takes it as one undo step.
pub fn take(
    app: &mut App<'_, '_>,
    file: &str,
    found: &FoundReply,
    options: TakeOptions,
) -> Result<ReplyText> {
    let (pair, text) = app.read(|tx| {
        let pair = find_pair(app, tx, file, &found.reply)?;
        ensure_no_partner_file(tx, &pair)?;
        ensure_goes_on(&pair)?;
        let text = describe(app, tx, &pair, file, found)?;
        Ok((pair, text))
    })?;
    if options.is_dry_run || text.answers.is_empty() {
        return Ok(text);
    }
    if !options.yes {
        app.ui.status(&view::reports::letter::description(&text))?;
    }
    let subject = format!("{}'s reply", text.who);
    app.confirm_or_fail(options.yes, "Apply it?", &subject, "Nothing was changed")?;
    app.write(|app, tx| {
        let time = MailTime::new(found.mail.sent_at, &pair, app.now);
        let text = describe(app, tx, &pair, file, found)?;
        for answer in text.answers.iter().cloned() {
            apply(tx, &pair, &time, answer)?;
        }
        settings::add_taken_reply(tx, &fingerprint(&pair, found))?;
        tx.add_message(format!("Applied {}", view::reports::letter::in_short(&text)));
        Ok(text)
    })
}

/// Finds the pair whose letter a reply answers, by its marks; fails if `-p` names another one.
fn find_pair(
    app: &App<'_, '_>,
    tx: &ReadTx<'_>,
    file: &str,
    reply: &LetterReply,
) -> Result<PairContext> {
    let is_of = |pair: &PairContext| {
        let letter = LetterMark::of_pair(MarkSubject::Letter, &pair.record.uid);
        reply.letters.contains(&letter)
    };
    if let Some(pair) = app.explicit_pair(tx)? {
        return if reply.letters.is_empty() || is_of(&pair) {
            Ok(pair)
        } else {
            Err(other_letter(file, &format!("another pair than `{}`", pair.slug())))
        };
    }
    let mut found: Vec<PairContext> = pairs::pairs(tx)?.into_iter().filter(is_of).collect();
    match (found.len(), reply.letters.is_empty()) {
        (1, _) => Ok(found.remove(0)),
        (0, false) => Err(other_letter(file, "a pair that is not in this data file")),
        _ => Err(Failure::refused(format!("`{file}` does not say which letter it answers"))
            .data(UNCHANGED)
            .hint("use `-p PAIR` to say which pair it is of")),
    }
}

fn other_letter(file: &str, of: &str) -> Failure {
    Failure::refused(format!("`{file}` answers a letter of {of}")).data(UNCHANGED)
}

fn describe(
    app: &App<'_, '_>,
    tx: &ReadTx<'_>,
    pair: &PairContext,
    file: &str,
    found: &FoundReply,
) -> Result<ReplyText> {
    let time = MailTime::new(found.mail.sent_at, pair, app.now);
    let planner = Planner { tx, pair, time: &time, now: app.now };
    let is_known = settings::taken_replies(tx)?.contains(&fingerprint(pair, found));
    let plan = if is_known { ReplyPlan::default() } else { planner.plan(&found.reply)? };
    let sent_at = found.mail.sent_at.filter(|at| *at <= app.now.at);
    Ok(ReplyText {
        file: file.to_owned(),
        slug: pair.slug().to_owned(),
        who: circle::partner(pair).to_owned(),
        from: found.mail.from.clone(),
        sent_at,
        day: sent_at.map(|_| time.day),
        today: app.today_of(pair.user()),
        answers: plan.answers,
        left_out: plan.left_out,
        is_known,
    })
}

/// Identifies a reply by pair, time and answers, so that the same reply in another file is recognised.
fn fingerprint(pair: &PairContext, found: &FoundReply) -> String {
    let mut hash = Sha256::new();
    let mut add = |text: &str| {
        hash.update(text.len().to_le_bytes());
        hash.update(text);
    };
    add(&pair.record.uid);
    add(&found.mail.sent_at.map(|at| at.to_string()).unwrap_or_default());
    for (mark, text) in &found.reply.answers {
        add(&mark.to_string());
        add(text);
    }
    hex(&hash.finalize()[..8])
}

/// Applies one answer as said by mail.
fn apply(tx: &WriteTx<'_>, pair: &PairContext, time: &MailTime, answer: ReplyChange) -> Result<()> {
    let them = pair.user_side().other();
    match answer {
        ReplyChange::Accepted(mut one) => {
            one.accept_by_mail(them, time.day);
            tx.update(&mut one)?;
        }
        ReplyChange::Done(mut one) => {
            let because = Some(time.source.clone());
            one.data.set_state(FollowUpState::Done, time.day, tx.now.at, because);
            tx.update(&mut one)?;
            FollowUp::after_transition(&one, pair, tx)?;
        }
        ReplyChange::Moved(one, day) => move_followup(tx, pair, time, one, day)?,
        ReplyChange::Answered(mut one, text) => {
            let at = time.at.max(one.asked_at);
            one.set_answered(at, time.day, Some(text));
            one.because = Some(time.source.clone());
            tx.update(&mut one)?;
        }
        ReplyChange::Responded(mut one, text) => {
            one.response = Some(format!("{text}\n({})", time.source));
            one.responded_on = Some(time.day.max(one.on));
            one.responded_at = Some(tx.now.at);
            tx.update(&mut one)?;
        }
        ReplyChange::Topic(title) => {
            if let Some(why) = off_limits::reason(tx, pair, &title, tx.now.at)? {
                tx.remark(format!("topic \"{title}\" {why}"));
            }
            tx.insert(Topic {
                pair: pair.id(),
                title,
                notes: Some(time.source.clone()),
                from: them,
                state: TopicState::Open,
                state_on: pair.today_of(pair.user_side(), tx.now.at),
                covered_in: None,
                private: false,
            })?;
        }
    }
    Ok(())
}

/// Moves the due day, giving the mail as the reason, and records the former day.
fn move_followup(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    time: &MailTime,
    mut one: Record<FollowUp>,
    day: chrono::NaiveDate,
) -> Result<()> {
    let before = one.commitment();
    one.due = Some(day);
    one.data.remember(before, tx.now.at);
    tx.update(&mut one)?;
    tx.insert(DateMove {
        pair: pair.id(),
        what: Moved::FollowUp,
        number: one.id.number(),
        on: pair.today_of(one.owner, tx.now.at),
        from: before.due.map(|day| day.to_string()),
        to: Some(day.to_string()),
        because: Some(time.source.clone()),
        by: None,
    })?;
    Ok(())
}
