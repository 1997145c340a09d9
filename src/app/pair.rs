//! Finding the pair that a command means, and its records.

use crate::app::App;
use crate::domain::dates::{self, Now};
use crate::domain::nearest::nearest;
use crate::domain::pair::{PairContext, PairState};
use crate::domain::pair_item::PairItem;
use crate::domain::person::Side;
use crate::domain::record::{Id, Record};
use crate::error::{Failure, FailureKind, Result};
use crate::store::read_tx::ReadTx;
use crate::store::table_row::TableRow;
use crate::store::{pairs, settings};
use crate::view::{self, words};

impl App<'_, '_> {
    /// Returns the pair that `-p` names for a command that acts on whatever was changed last.
    pub fn typed_pair(&self, tx: &ReadTx<'_>) -> Result<Option<PairContext>> {
        let typed = self.globals.pair.as_deref();
        typed.map(|slug| pair_by_slug(pairs::pairs(tx)?, slug)).transpose()
    }

    /// Fails if `-p` was typed with a command that isn't about one pair. `MENTOR_PAIR` is for all commands that are.
    pub fn ensure_no_pair_typed(&self, command: &str) -> Result<()> {
        match self.globals.pair {
            Some(_) => Err(Failure::usage(format!(
                "`mentor {command}` is not about one pair, so `-p` can't be used"
            ))
            .hint("leave `-p` out")),
            None => Ok(()),
        }
    }

    /// Returns the short name of the pair if `-p` does not name it and there are several.
    pub fn implicit_slug<'p>(
        &self,
        tx: &ReadTx<'_>,
        pair: &'p PairContext,
    ) -> Result<Option<&'p str>> {
        let is_unclear = self.globals.pair.is_none() && has_several_pairs(tx)?;
        Ok(is_unclear.then(|| pair.slug()))
    }

    /// Resolves the pair: `-p`, `MENTOR_PAIR`, the current pair (`mentor pair use`), the only active one, then the only
    /// one.
    pub fn current_pair(&self, tx: &ReadTx<'_>) -> Result<PairContext> {
        let pairs = pairs::pairs(tx)?;
        let named = self.explicit_slug();
        let wanted = match named {
            Some(slug) => Some(slug.to_owned()),
            None => settings::pair_in_use(tx)?,
        };
        if let Some(slug) = wanted {
            return pair_by_slug(pairs, &slug);
        }
        let (active, inactive): (Vec<PairContext>, Vec<PairContext>) =
            pairs.into_iter().partition(|pair| pair.record.state == PairState::Active);
        let mut candidates = if active.is_empty() { inactive } else { active };
        match candidates.len() {
            1 => Ok(candidates.remove(0)),
            0 => Err(Failure::not_found("there is no pair yet")
                .hint("run `mentor pair add ana --mentee \"Ana Díaz\"` to add one")),
            _ => Err(ambiguous_pair_failure(&candidates)),
        }
    }

    /// Like `current_pair`, for a report on the pair: if it is paused, a note says so after the report.
    pub fn current_pair_to_read(&self, tx: &ReadTx<'_>) -> Result<PairContext> {
        let pair = self.current_pair(tx)?;
        self.note_if_paused(&pair);
        Ok(pair)
    }

    fn note_if_paused(&self, pair: &PairContext) {
        if pair.record.state == PairState::Paused {
            let remark = view::records::pair::paused_remark(pair, self.now);
            self.paused_remarks.borrow_mut().insert(remark);
        }
    }

    /// Prints a note on each paused pair that was read.
    pub fn print_paused_remarks(&mut self) -> Result<()> {
        for remark in self.paused_remarks.take() {
            self.ui.flush()?;
            self.ui.note(&remark)?;
        }
        Ok(())
    }

    /// Like `current_pair`, for a change: fails if the pair has ended.
    pub fn current_pair_for_write(&self, tx: &ReadTx<'_>) -> Result<PairContext> {
        let pair = self.current_pair(tx)?;
        ensure_not_ended(&pair, self.now)?;
        self.note_changed_pair(&pair);
        Ok(pair)
    }

    /// Returns the pairs that a report covers: the named one, or else all active ones.
    pub fn selected_pairs(&self, tx: &ReadTx<'_>) -> Result<Vec<PairContext>> {
        match self.explicit_slug() {
            Some(slug) => {
                let pair = pair_by_slug(pairs::pairs(tx)?, slug)?;
                self.note_if_paused(&pair);
                Ok(vec![pair])
            }
            None => Ok(pairs::active_pairs(tx)?),
        }
    }

    /// Returns the ended pairs: the named one, or else all.
    pub fn ended_pairs(&self, tx: &ReadTx<'_>) -> Result<Vec<PairContext>> {
        let pairs = pairs::pairs(tx)?.into_iter();
        let named = self.explicit_slug();
        let is_selected = |pair: &PairContext| named.is_none_or(|slug| pair.slug() == slug);
        let ended = pairs.filter(|pair| pair.record.state == PairState::Ended);
        Ok(ended.filter(is_selected).collect())
    }

    /// Returns the pairs to export: the named one, or else all, including ended ones.
    pub fn all_pairs(&self, tx: &ReadTx<'_>) -> Result<Vec<PairContext>> {
        match self.explicit_slug() {
            Some(_) => self.selected_pairs(tx),
            None => Ok(pairs::pairs(tx)?),
        }
    }

    /// Finds a pair by its short name for writing; fails if `-p` names a different pair.
    pub fn pair_for_write_by_slug(&self, tx: &ReadTx<'_>, slug: &str) -> Result<PairContext> {
        let pair = pair_by_slug(pairs::pairs(tx)?, slug)?;
        ensure_not_ended(&pair, self.now)?;
        match self.explicit_pair(tx)? {
            Some(named) if named.id() != pair.id() => Err(Failure::refused(format!(
                "`{slug}` and `-p {}` name different pairs",
                named.slug()
            ))),
            _ => {
                self.note_changed_pair(&pair);
                Ok(pair)
            }
        }
    }

    /// Returns the pair that `-p` or `MENTOR_PAIR` names, if any.
    pub fn explicit_pair(&self, tx: &ReadTx<'_>) -> Result<Option<PairContext>> {
        let named = self.explicit_slug();
        named.map(|slug| pair_by_slug(pairs::pairs(tx)?, slug)).transpose()
    }

    pub(in crate::app) fn explicit_slug(&self) -> Option<&str> {
        let named = self.globals.pair.as_deref();
        named.or_else(|| self.environment.var("MENTOR_PAIR"))
    }

    /// Finds a record by its number, with its pair; fails if the record belongs to another pair than the named one.
    pub fn find_record<T: PairItem + TableRow>(
        &self,
        tx: &ReadTx<'_>,
        number: i64,
    ) -> Result<(Record<T>, PairContext)> {
        let named = self.explicit_pair(tx)?;
        let has_several = named.is_none() && has_several_pairs(tx)?;
        let missing = || record_not_found::<T>(number, named.as_ref(), has_several);
        let record = tx.find::<T>(Id::new(number))?.ok_or_else(missing)?;
        let pair = match &named {
            Some(pair) => (pair.id() == record.pair()).then(|| pair.clone()),
            None => pairs::pairs(tx)?.into_iter().find(|pair| pair.id() == record.pair()),
        };
        Ok((record, pair.ok_or_else(missing)?))
    }

    /// Like `find_record`, for a change: fails if the pair has ended.
    pub fn find_record_for_write<T: PairItem + TableRow>(
        &self,
        tx: &ReadTx<'_>,
        number: i64,
    ) -> Result<(Record<T>, PairContext)> {
        let (record, pair) = self.find_record(tx, number)?;
        ensure_not_ended(&pair, self.now)?;
        self.note_changed_pair(&pair);
        Ok((record, pair))
    }

    /// Prompts for the pair if a failure says that it is ambiguous; returns its short name.
    pub fn prompt_for_pair(&mut self, failure: &Failure) -> Result<Option<String>> {
        if failure.pairs.is_empty() || !self.can_ask {
            return Ok(None);
        }
        let chosen = self.prompter.choose("Which pair?", &failure.pairs, 0)?;
        Ok(failure.pairs.get(chosen).cloned())
    }
}

/// Whether there are several pairs that have not ended, so that a message has to name the pair.
pub fn has_several_pairs(tx: &ReadTx<'_>) -> Result<bool> {
    let mut pairs = pairs::all(tx)?;
    pairs.retain(|pair| pair.state != PairState::Ended);
    Ok(pairs.len() > 1)
}

/// Returns the option that names the pair in a suggested command, such as ` -p ana`; empty if it is the only one.
pub fn pair_option(tx: &ReadTx<'_>, pair: &PairContext) -> Result<String> {
    let is_needed = has_several_pairs(tx)?;
    Ok(if is_needed { format!(" -p {}", pair.slug()) } else { String::new() })
}

/// Finds a record of this pair by its number.
pub fn find_in_pair<T: PairItem + TableRow>(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    number: i64,
) -> Result<Record<T>> {
    let found = tx.find::<T>(Id::new(number))?;
    let missing = || record_not_found::<T>(number, Some(pair), false);
    let record = found.ok_or_else(missing)?;
    if record.pair() == pair.id() {
        return Ok(record);
    }
    let owner = pairs::pairs(tx)?.into_iter().find(|other| other.id() == record.pair());
    let failure = missing();
    Err(match owner.as_ref().map(PairContext::slug) {
        Some(slug) => {
            Failure { hints: vec![format!("it is one of `{slug}`; use `-p {slug}`")], ..failure }
        }
        None => failure,
    })
}

/// `has_several`: no pair is named, and there is more than one.
fn record_not_found<T: PairItem + TableRow>(
    number: i64,
    named: Option<&PairContext>,
    has_several: bool,
) -> Failure {
    let (in_pair, pair_option) = match named.map(PairContext::slug) {
        Some(slug) => (format!(" in `{slug}`"), format!(" -p {slug}")),
        None if has_several => (String::new(), " --all-pairs".to_owned()),
        None => (String::new(), String::new()),
    };
    Failure::not_found(format!("no {} {number}{in_pair}", T::LABEL))
        .hint(format!("run `mentor {} list{pair_option}` to see them", words::command(T::LABEL)))
}

/// Parses a side: `mentor`, `mentee`, `me`, `them` or a name.
pub fn parse_side(pair: &PairContext, typed: &str) -> Result<Side> {
    let word = typed.trim().to_lowercase();
    match word.as_str() {
        "mentor" => return Ok(Side::Mentor),
        "mentee" => return Ok(Side::Mentee),
        "me" | "i" => return Ok(pair.user_side()),
        "them" | "they" => return Ok(pair.user_side().other()),
        _ => {}
    }
    let is_named = |side: Side| {
        let name = pair.person(side).name.to_lowercase();
        !word.is_empty() && (name == word || name.split_whitespace().next() == Some(word.as_str()))
    };
    match (is_named(Side::Mentor), is_named(Side::Mentee)) {
        (true, false) => Ok(Side::Mentor),
        (false, true) => Ok(Side::Mentee),
        _ => Err(Failure::refused(format!(
            "`{}` is not the mentor or mentee of `{}`",
            typed.trim(),
            pair.slug()
        ))
        .hint("use `mentor`, `mentee`, `me`, `them` or a first name")),
    }
}

/// Parses a side; `None` means the user's.
pub fn parse_side_or_user(pair: &PairContext, typed: Option<&str>) -> Result<Side> {
    typed.map_or(Ok(pair.user_side()), |typed| parse_side(pair, typed))
}

pub(in crate::app) fn pair_by_slug(mut pairs: Vec<PairContext>, slug: &str) -> Result<PairContext> {
    if let Some(index) = pairs.iter().position(|pair| pair.slug() == slug) {
        return Ok(pairs.remove(index));
    }
    let matches: Vec<usize> = (0..pairs.len())
        .filter(|index| pairs[*index].slug().starts_with(slug) && !slug.is_empty())
        .collect();
    if matches.len() > 1 {
        let slugs: Vec<&str> = matches.iter().map(|index| pairs[*index].slug()).collect();
        let slug_list = words::backticked_list(&slugs, "and");
        let options: Vec<String> = slugs.iter().map(|slug| format!("-p {slug}")).collect();
        let options: Vec<&str> = options.iter().map(String::as_str).collect();
        return Err(Failure::not_found(format!(
            "{} pairs match `{slug}`: {slug_list}",
            words::number(matches.len())
        ))
        .hint(format!("use {}", words::backticked_list(&options, "or"))));
    }
    let failure = Failure::not_found(format!("no pair `{slug}`"));
    Err(match suggest_slug(&pairs, slug) {
        Some(similar) => failure.hint(format!("did you mean `{similar}`?")),
        None => failure.hint("run `mentor pair list` to see your pairs"),
    })
}

/// Suggests the short name closest to what was typed, or that of a pair whose other person has this name.
fn suggest_slug<'c>(pairs: &'c [PairContext], typed: &str) -> Option<&'c str> {
    let typed = typed.to_lowercase();
    let has_name = |pair: &&PairContext| {
        let name = pair.partner().name.to_lowercase();
        name == typed || name.split_whitespace().any(|part| part == typed)
    };
    let by_name = pairs.iter().find(has_name).map(PairContext::slug);
    by_name.or_else(|| nearest(&typed, pairs.iter().map(PairContext::slug)))
}

fn ensure_not_ended(pair: &PairContext, now: Now) -> Result<()> {
    if pair.record.state == PairState::Ended {
        return Err(Failure::refused(format!(
            "`{}` ended on {} and is read-only",
            pair.slug(),
            dates::format_day(pair.record.state_on, words::today(pair.user(), now))
        ))
        .hint(format!("run `mentor pair resume {}` to resume it", pair.slug())));
    }
    Ok(())
}

fn ambiguous_pair_failure(active: &[PairContext]) -> Failure {
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
