//! Which pair a command means, and which of its records.

use crate::app::App;
use crate::domain::noun::PairItem;
use crate::domain::pair::{PairContext, PairState};
use crate::domain::person::Side;
use crate::domain::record::{Id, Record};
use crate::error::{Failure, FailureKind, Result};
use crate::nearest::nearest;
use crate::store::reader::ReadTx;
use crate::store::record::TableRow;
use crate::store::{pairs, settings};
use crate::view::words;

impl App<'_, '_> {
    /// The pair that is meant: `-p` > `MENTOR_PAIR` > `mentor pair use` > the only active one > the only one there is.
    pub fn current_pair(&self, tx: &ReadTx<'_>) -> Result<PairContext> {
        let couples = pairs::couples(tx)?;
        let named = self.explicit_slug();
        let wanted = match named {
            Some(slug) => Some(slug.to_owned()),
            None => settings::pair_in_use(tx)?,
        };
        if let Some(slug) = wanted {
            return pair_by_slug(couples, &slug);
        }
        let (active, resting): (Vec<PairContext>, Vec<PairContext>) = couples
            .into_iter()
            .partition(|couple| couple.pair.state == PairState::Active);
        let mut meant = if active.is_empty() { resting } else { active };
        match meant.len() {
            1 => Ok(meant.remove(0)),
            0 => Err(Failure::not_found("there is no pair yet")
                .hint("run `mentor pair add ana --mentee \"Ana Díaz\"` to add one")),
            _ => Err(ambiguous_pair(&meant)),
        }
    }

    /// As `couple`, for a change: an ended pair is read-only.
    pub fn current_pair_for_write(&self, tx: &ReadTx<'_>) -> Result<PairContext> {
        let couple = self.current_pair(tx)?;
        ensure_not_ended(&couple)?;
        Ok(couple)
    }

    /// The pairs a report covers: the named one, or else all active ones.
    pub fn selected_pairs(&self, tx: &ReadTx<'_>) -> Result<Vec<PairContext>> {
        match self.explicit_slug() {
            Some(slug) => Ok(vec![pair_by_slug(pairs::couples(tx)?, slug)?]),
            None => Ok(pairs::active_couples(tx)?),
        }
    }

    /// The pairs that have ended: the named one, or else all.
    pub fn ended_pairs(&self, tx: &ReadTx<'_>) -> Result<Vec<PairContext>> {
        let couples = pairs::couples(tx)?.into_iter();
        let named = self.explicit_slug();
        let is_meant = |couple: &PairContext| named.is_none_or(|slug| couple.slug() == slug);
        let ended = couples.filter(|couple| couple.pair.state == PairState::Ended);
        Ok(ended.filter(is_meant).collect())
    }

    /// The pairs that are written out: the named one, or else all, ended ones too.
    pub fn all_pairs(&self, tx: &ReadTx<'_>) -> Result<Vec<PairContext>> {
        match self.explicit_slug() {
            Some(_) => self.selected_pairs(tx),
            None => Ok(pairs::couples(tx)?),
        }
    }

    /// The pair with this name, for a change; another than the one that was named is refused.
    pub fn pair_for_write_by_slug(&self, tx: &ReadTx<'_>, slug: &str) -> Result<PairContext> {
        let couple = pair_by_slug(pairs::couples(tx)?, slug)?;
        ensure_not_ended(&couple)?;
        match self.explicit_pair(tx)? {
            Some(named) if named.id() != couple.id() => Err(Failure::refused(format!(
                "`{slug}` and `-p {}` name different pairs",
                named.slug()
            ))),
            _ => Ok(couple),
        }
    }

    /// The pair that was named, if one was.
    pub fn explicit_pair(&self, tx: &ReadTx<'_>) -> Result<Option<PairContext>> {
        let named = self.explicit_slug();
        named
            .map(|slug| pair_by_slug(pairs::couples(tx)?, slug))
            .transpose()
    }

    pub(in crate::app) fn explicit_slug(&self) -> Option<&str> {
        let named = self.globals.pair.as_deref();
        named.or_else(|| self.environment.var("MENTOR_PAIR"))
    }

    /// The record with this number and its pair, checked against a pair that was named.
    pub fn find_record<T: PairItem + TableRow>(
        &self,
        tx: &ReadTx<'_>,
        number: i64,
    ) -> Result<(Record<T>, PairContext)> {
        let named = self.explicit_pair(tx)?;
        let missing = || record_not_found::<T>(number, named.as_ref());
        let record = tx.find::<T>(Id::new(number))?.ok_or_else(missing)?;
        let couple = match &named {
            Some(couple) => (couple.id() == record.pair()).then(|| couple.clone()),
            None => pairs::couples(tx)?
                .into_iter()
                .find(|couple| couple.id() == record.pair()),
        };
        Ok((record, couple.ok_or_else(missing)?))
    }

    /// As `owner_of`, for a change.
    pub fn find_record_for_write<T: PairItem + TableRow>(
        &self,
        tx: &ReadTx<'_>,
        number: i64,
    ) -> Result<(Record<T>, PairContext)> {
        let (record, couple) = self.find_record(tx, number)?;
        ensure_not_ended(&couple)?;
        Ok((record, couple))
    }

    /// Asks on a terminal which pair is meant, if that is all that is missing.
    pub fn prompt_for_pair(&mut self, failure: &Failure) -> Result<Option<String>> {
        if failure.pairs.is_empty() || !self.can_ask {
            return Ok(None);
        }
        let chosen = self.prompter.choose("Which pair?", &failure.pairs, 0)?;
        Ok(failure.pairs.get(chosen).cloned())
    }
}

/// A record that has to belong to this pair.
pub fn find_in_pair<T: PairItem + TableRow>(
    tx: &ReadTx<'_>,
    couple: &PairContext,
    number: i64,
) -> Result<Record<T>> {
    let found = tx.find::<T>(Id::new(number))?;
    found
        .filter(|record| record.pair() == couple.id())
        .ok_or_else(|| record_not_found::<T>(number, Some(couple)))
}

fn record_not_found<T: PairItem + TableRow>(number: i64, named: Option<&PairContext>) -> Failure {
    let (of, in_it) = match named.map(PairContext::slug) {
        Some(slug) => (format!(" for `{slug}`"), format!(" -p {slug}")),
        None => (String::new(), String::new()),
    };
    Failure::not_found(format!("no {} {number}{of}", T::NOUN)).hint(format!(
        "run `mentor {} list{in_it}` to see them",
        words::command(T::NOUN)
    ))
}

/// The side that `mentor`, `mentee`, `me`, `them` or a name stands for.
pub fn parse_side(couple: &PairContext, typed: &str) -> Result<Side> {
    let word = typed.trim().to_lowercase();
    match word.as_str() {
        "mentor" => return Ok(Side::Mentor),
        "mentee" => return Ok(Side::Mentee),
        "me" | "i" => return Ok(couple.user_side()),
        "them" | "they" => return Ok(couple.user_side().other()),
        _ => {}
    }
    let is_named = |side: Side| {
        let name = couple.person(side).name.to_lowercase();
        !word.is_empty() && (name == word || name.split_whitespace().next() == Some(word.as_str()))
    };
    match (is_named(Side::Mentor), is_named(Side::Mentee)) {
        (true, false) => Ok(Side::Mentor),
        (false, true) => Ok(Side::Mentee),
        _ => Err(Failure::refused(format!(
            "`{}` is not the mentor or mentee of `{}`",
            typed.trim(),
            couple.slug()
        ))
        .hint("use `mentor`, `mentee`, `me`, `them` or a first name")),
    }
}

/// The side that was typed; left out: the user's.
pub fn parse_side_or_user(couple: &PairContext, typed: Option<&str>) -> Result<Side> {
    typed.map_or(Ok(couple.user_side()), |typed| parse_side(couple, typed))
}

fn pair_by_slug(mut couples: Vec<PairContext>, slug: &str) -> Result<PairContext> {
    if let Some(at) = couples.iter().position(|couple| couple.slug() == slug) {
        return Ok(couples.remove(at));
    }
    let starting: Vec<usize> = (0..couples.len())
        .filter(|at| couples[*at].slug().starts_with(slug) && !slug.is_empty())
        .collect();
    if starting.len() > 1 {
        let slugs: Vec<&str> = starting.iter().map(|at| couples[*at].slug()).collect();
        let listed = words::backticked_list(&slugs, "and");
        let either: Vec<String> = slugs.iter().map(|slug| format!("-p {slug}")).collect();
        let either: Vec<&str> = either.iter().map(String::as_str).collect();
        return Err(Failure::not_found(format!(
            "{} pairs match `{slug}`: {listed}",
            words::number(starting.len())
        ))
        .hint(format!(
            "say which one: {}",
            words::backticked_list(&either, "or")
        )));
    }
    let failure = Failure::not_found(format!("no pair `{slug}`"));
    Err(match suggest_slug(&couples, slug) {
        Some(known) => failure.hint(format!("did you mean `{known}`?")),
        None => failure.hint("run `mentor pair list` to see your pairs"),
    })
}

/// The short name that is nearest to what was typed, or that of somebody who is called so.
fn suggest_slug<'c>(couples: &'c [PairContext], typed: &str) -> Option<&'c str> {
    let typed = typed.to_lowercase();
    let is_called = |couple: &&PairContext| {
        let name = couple.partner().name.to_lowercase();
        name == typed || name.split_whitespace().any(|part| part == typed)
    };
    let called = couples.iter().find(is_called).map(PairContext::slug);
    called.or_else(|| nearest(&typed, couples.iter().map(PairContext::slug)))
}

fn ensure_not_ended(couple: &PairContext) -> Result<()> {
    if couple.pair.state == PairState::Ended {
        return Err(Failure::refused(format!(
            "`{}` ended on {} and is read-only",
            couple.slug(),
            couple.pair.state_on
        ))
        .hint(format!(
            "run `mentor pair resume {}` to resume it",
            couple.slug()
        )));
    }
    Ok(())
}

fn ambiguous_pair(active: &[PairContext]) -> Failure {
    let slugs: Vec<&str> = active.iter().map(PairContext::slug).collect();
    let mut failure = Failure::new(
        FailureKind::NotFound,
        format!(
            "which pair? you have {}: {}",
            words::number(slugs.len()),
            words::backticked_list(&slugs, "and")
        ),
    )
    .hint(format!(
        "use `-p {0}`, or run `mentor pair use {0}` to make it the current pair",
        slugs[0]
    ));
    failure.pairs = slugs.into_iter().map(str::to_owned).collect();
    failure
}
