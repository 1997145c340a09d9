//! `mentor share`: lists the shared pairs and the state of each exchange.

use crate::app::App;
use crate::commands::data::share::{circle, own_machines, same};
use crate::error::Result;
use crate::store::share::{keep, request};
use crate::view;
use crate::view::json::ListAnswer;
use crate::view::messages::share::CircleText;

pub fn run(app: &mut App<'_, '_>) -> Result<()> {
    let texts = app.read(|tx| {
        let mut texts = Vec::new();
        for (pair, it) in circle::shared_pairs(app, tx)? {
            texts.push(CircleText {
                slug: pair.slug().to_owned(),
                who: pair.partner().name.clone(),
                zone: pair.user().zone,
                has_joined: it.partner.is_some(),
                is_forgotten: !it.former.is_empty() && it.invitation.is_none(),
                invited_until: it.invitation.clone().map(|invitation| invitation.until),
                is_compared: it.is_compared,
                is_here: circle::load_device_of(app, tx, &it).is_ok(),
                folder: it.folder.clone(),
                sent_at: it.sent_at.clone(),
                taken_at: it.taken_at.clone(),
                to_decide: keep::open_choices(tx, &pair, &it)?.len()
                    + request::open_requests(tx, &pair, &it)?.len(),
            });
        }
        Ok(texts)
    })?;
    let mut texts = texts;
    if app.globals.pair.is_none() {
        texts.extend(own_machines::overview(app)?);
    }
    let now = app.now;
    app.print_result(
        || ListAnswer::new(&texts),
        |page| view::messages::share::overview(&texts, now, page),
    )?;
    for likely in app.read(|tx| same::all_likely(app, tx))? {
        app.ui.note(&view::messages::share::likely_duplicate(&likely))?;
    }
    if texts.is_empty() {
        app.ui.note(
            "you share nothing yet; run `mentor share invite PAIR` to share a pair with the other person",
        )?;
    }
    Ok(())
}
