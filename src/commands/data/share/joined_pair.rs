//! The pair that an invitation is about, on the side of the invited: one that is here, or a new one.

use crate::app::App;
use crate::commands::data::share::failure::UNCHANGED;
use crate::domain::pair::{Pair, PairContext, PairState, Slug};
use crate::domain::person::{Person, Side};
use crate::domain::text::{is_same_name, parse_title};
use crate::domain::zone;
use crate::error::{Failure, Result};
use crate::share::invitation::Invitation;
use crate::store::read_tx::ReadTx;
use crate::store::share::circles::{self, Circle};
use crate::store::write_tx::WriteTx;
use crate::store::{pairs, people};
use crate::view;

/// Finds the local pair to share: the named one, or one with the same people.
pub fn find_pair(
    app: &App<'_, '_>,
    tx: &ReadTx<'_>,
    named: Option<&str>,
    invitation: &Invitation,
    side: Side,
) -> Result<Option<PairContext>> {
    let circles = circles::all(tx)?;
    let all = pairs::pairs(tx)?;
    let is_here = |circle: &Circle| all.iter().any(|pair| pair.record.uid == circle.pair);
    let own = circles.iter().find(|it| it.id == invitation.circle && is_here(it));
    if let Some(own) = own {
        let failure = if own.own.device == invitation.card.device {
            Failure::refused("this is your own invitation")
        } else {
            Failure::refused("you have already joined")
                .hint("run `mentor share` to see what you share")
        };
        return Err(failure.data(UNCHANGED));
    }
    let is_free = |pair: &PairContext| {
        let circle = circles.iter().find(|circle| circle.pair == pair.record.uid);
        circle.is_none_or(|circle| circle.partner.is_none())
    };
    match named.or(app.globals.pair.as_deref()) {
        Some(slug) => named_pair(all, slug, side, is_free).map(Some),
        None => pair_with_inviter(all, invitation, side, is_free),
    }
}

/// Returns the pair that was named; fails if it can't be shared with the inviter.
fn named_pair(
    mut all: Vec<PairContext>,
    slug: &str,
    side: Side,
    is_free: impl Fn(&PairContext) -> bool,
) -> Result<PairContext> {
    let at = all.iter().position(|pair| pair.slug() == slug);
    let at = at.ok_or_else(|| {
        Failure::not_found(format!("no pair `{slug}`"))
            .hint("run `mentor pair list` to see your pairs")
    })?;
    let pair = all.swap_remove(at);
    if pair.user_side() != side {
        return Err(Failure::refused(format!(
            "you are the {} in `{slug}`, and invited as {side}",
            pair.user_side()
        ))
        .data(UNCHANGED));
    }
    if is_free(&pair) {
        Ok(pair)
    } else {
        Err(Failure::refused(format!("`{slug}` is already shared"))
            .data(UNCHANGED)
            .hint(format!("to start over, run `mentor share end {slug}` first")))
    }
}

/// Finds the pair with someone of the inviter's name. `None`: there is none, so joining adds one.
fn pair_with_inviter(
    mut all: Vec<PairContext>,
    invitation: &Invitation,
    side: Side,
    is_free: impl Fn(&PairContext) -> bool,
) -> Result<Option<PairContext>> {
    all.retain(|pair| {
        pair.user_side() == side
            && is_same_name(&pair.partner().name, &invitation.from)
            && pair.record.state != PairState::Ended
    });
    let shared = all.iter().find(|pair| !is_free(pair)).map(|pair| pair.slug().to_owned());
    all.retain(is_free);
    match (all.len(), shared) {
        (0, Some(slug)) => {
            Err(Failure::refused(format!("you already share `{slug}` with {}", invitation.from))
                .data(UNCHANGED)
                .hint(format!("to start over, run `mentor share end {slug}` first")))
        }
        (0 | 1, _) => Ok(all.pop()),
        _ => Err(Failure::refused(format!("you have several pairs with {}", invitation.from))
            .data(UNCHANGED)
            .hint("use `--with PAIR` to say which one to share")),
    }
}

/// Adds the inviter and the pair.
pub fn add_pair(
    app: &App<'_, '_>,
    tx: &WriteTx<'_>,
    invitation: &Invitation,
    side: Side,
) -> Result<PairContext> {
    let user = if let Some(user) = people::user(tx)? {
        user
    } else {
        let mut user = app.system_user();
        user.name = parse_title("name", &invitation.to)?;
        tx.insert(user)?
    };
    let zone = zone::find_zone(&invitation.zone).unwrap_or(user.zone);
    let name = parse_title("name", &invitation.from)?;
    let partner = tx.insert(Person::new(name, zone, false))?;
    let slug = free_slug(tx, &invitation.from)?;
    let (mentor, mentee) = match side {
        Side::Mentee => (partner, user),
        Side::Mentor => (user, partner),
    };
    let today = tx.now.today_in(mentor.zone).day;
    let record = tx.insert(Pair::new(slug, mentor.id, mentee.id, today))?;
    let pair = PairContext { record, mentor, mentee };
    tx.add_message(view::records::pair::added_message(&pair));
    Ok(pair)
}

const MAX_STEM_BYTES: usize = 25;

/// Derives a short name from the first name, with a number if it is taken.
fn free_slug(tx: &ReadTx<'_>, name: &str) -> Result<Slug> {
    let derived = Slug::from_name(name);
    // A number behind it still has to fit.
    let stem: String =
        derived.as_ref().map_or("pair", Slug::as_str).chars().take(MAX_STEM_BYTES).collect();
    let mut slug = Slug::parse(&stem)?;
    let mut next = 2;
    while pairs::by_slug(tx, slug.as_str())?.is_some() {
        slug = Slug::parse(&format!("{stem}-{next}"))?;
        next += 1;
    }
    Ok(slug)
}
