//! Table `away`.

use chrono::NaiveDate;

use crate::domain::away::Away;
use crate::domain::pair::PairContext;
use crate::domain::person::Person;
use crate::domain::record::{Id, Record};
use crate::store::read_tx::ReadTx;
use crate::store::{StoreError, tally};

type Several = Result<Vec<Record<Away>>, StoreError>;

/// Of both people of a pair, those that end on `since` or later, by day.
pub fn for_pair(tx: &ReadTx<'_>, pair: &PairContext, since: NaiveDate) -> Several {
    let people = [pair.mentor.id, pair.mentee.id];
    let mut found = tx.load_claimed(
        &people.map(|person| tally::whole_set::<Away>().for_id(person)),
        "WHERE person IN (?1, ?2) ORDER BY \"from\", id",
        people.map(Id::number),
    )?;
    found.retain(|away: &Record<Away>| away.until >= since);
    Ok(found)
}

/// Of one person, by day.
pub fn for_person(tx: &ReadTx<'_>, person: Id<Person>) -> Several {
    let all = tally::whole_set::<Away>().for_id(person);
    let clause = "WHERE person = ?1 ORDER BY \"from\", id";
    tx.load_claimed(&[all], clause, [person.number()])
}
