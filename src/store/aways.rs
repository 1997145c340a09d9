//! Table `away`.

use chrono::NaiveDate;

use crate::domain::away::Away;
use crate::domain::pair::PairContext;
use crate::domain::person::Person;
use crate::domain::record::{Id, Record};
use crate::store::StoreError;
use crate::store::read_tx::ReadTx;

type Several = Result<Vec<Record<Away>>, StoreError>;

/// Of both people of a pair, those that end on `since` or later, by day.
pub fn for_pair(tx: &ReadTx<'_>, pair: &PairContext, since: NaiveDate) -> Several {
    tx.all(
        "WHERE person IN (?1, ?2) AND until >= ?3 ORDER BY \"from\", id",
        (
            pair.mentor.id.number(),
            pair.mentee.id.number(),
            since.to_string(),
        ),
    )
}

/// Of one person, by day.
pub fn for_person(tx: &ReadTx<'_>, person: Id<Person>) -> Several {
    tx.all("WHERE person = ?1 ORDER BY \"from\", id", [person.number()])
}
