//! Table `away`.

use chrono::NaiveDate;

use crate::domain::away::Away;
use crate::domain::pair::PairContext;
use crate::domain::person::Person;
use crate::domain::record::{Id, Record};
use crate::store::read_tx::ReadTx;
use crate::store::{StoreError, tally};

/// Returns the times away of both people of a pair that end on or after `since`, by first day.
pub fn for_pair(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    since: NaiveDate,
) -> Result<Vec<Record<Away>>, StoreError> {
    let people = [pair.mentor.id, pair.mentee.id];
    let mut aways = tx.load_and_sort(
        &people.map(|person| tally::whole_set::<Away>().for_id(person)),
        "WHERE person IN (?1, ?2)",
        people.map(Id::number),
        first_day,
    )?;
    aways.retain(|away| away.until >= since);
    Ok(aways)
}

/// Returns the times away of one person, by first day.
pub fn for_person(tx: &ReadTx<'_>, person: Id<Person>) -> Result<Vec<Record<Away>>, StoreError> {
    let all = tally::whole_set::<Away>().for_id(person);
    tx.load_and_sort(&[all], "WHERE person = ?1", [person.number()], first_day)
}

fn first_day(away: &Record<Away>) -> (NaiveDate, Id<Away>) {
    (away.from, away.id)
}
