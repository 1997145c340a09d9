//! The check of what someone writes against the topics that the agreement puts off limits.

use chrono::{DateTime, Utc};

use crate::domain::agreement;
use crate::domain::pair::PairContext;
use crate::error::Result;
use crate::store::agreements;
use crate::store::read_tx::ReadTx;

/// Returns why a text needs confirmation, if it touches a topic that the agreement in force puts off limits. The reason
/// is the end of a sentence.
pub fn reason(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    text: &str,
    now: DateTime<Utc>,
) -> Result<Option<String>> {
    let Some(agreement) = agreements::on_day(tx, pair, pair.pair_day(now))? else {
        return Ok(None);
    };
    let touched = agreement::first_match(&agreement.terms.off_limits, text);
    Ok(touched.map(|limit| format!("touches \"{limit}\", which is off limits")))
}
