//! Lists and decides conflicts.

use serde_json::Value as Json;

use crate::domain::pair::PairContext;
use crate::share::device::Device;
use crate::share::parts::OF;
use crate::share::publish::PendingWrite;
use crate::share::show::OpenChoice;
use crate::store::StoreError;
use crate::store::read_tx::ReadTx;
use crate::store::share::apply::{Application, apply};
use crate::store::share::circles::Circle;
use crate::store::share::error::ExchangeError;
use crate::store::share::parts::shared_tables;
use crate::store::share::publishing::write_puts;
use crate::store::share::reading::CircleReading;
use crate::store::share::taken_item::TakenItem;
use crate::store::share::undecided;
use crate::store::write_tx::WriteTx;

/// Returns the conflicts of a circle that this side can decide.
pub fn open_choices(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    circle: &Circle,
) -> Result<Vec<OpenChoice>, StoreError> {
    let reading = CircleReading::new(tx, pair, circle)?;
    let mut open = reading.was.open;
    // Parts that only the other side may write are decided there.
    open.retain(|one| one.document.may_write(circle.side()));
    open.extend(reading.kept_back.into_iter().filter(|one| !one.is_emptied()));
    Ok(open)
}

/// Decides a conflict: the content replaces all versions, and the row is updated.
pub fn keep(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    circle: &Circle,
    device: &mut Device,
    choice: &OpenChoice,
    content: Json,
) -> Result<Vec<TakenItem>, ExchangeError> {
    let mut reading = CircleReading::new(tx, pair, circle)?;
    if !choice.kept_back.is_empty() {
        return keep_row(tx, pair, circle, &reading, choice, &content);
    }
    let mut content = content;
    if let Json::Object(content) = &mut content {
        content.remove(OF);
    }
    let put =
        PendingWrite { document: choice.document, key: choice.record.part(choice.part), content };
    write_puts(tx, pair, circle, device, &mut reading, vec![put], &[])?;
    let after = reading.show(circle).shown;
    Ok(apply(tx, pair, &reading.application(circle, &after))?.items)
}

/// Decides a conflict with a private value. Nothing is written to the documents; the row's public values are published like any
/// other change.
fn keep_row(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    circle: &Circle,
    reading: &CircleReading,
    choice: &OpenChoice,
    content: &Json,
) -> Result<Vec<TakenItem>, ExchangeError> {
    let mut after = reading.was.clone();
    let record = after.records.entry(choice.record.clone()).or_default();
    let part = record.parts.entry(choice.part).or_default();
    for column in &choice.kept_back {
        let value = content.get(*column).cloned().unwrap_or_default();
        part.insert((*column).to_owned(), value);
    }
    let application = Application {
        decided: Some(choice),
        kept_back: &[],
        ..reading.application(circle, &after)
    };
    let applied = apply(tx, pair, &application)?;
    let is_decided =
        |other: &OpenChoice| other.record == choice.record && other.part == choice.part;
    let kept_back = reading.kept_back.iter().filter(|other| !is_decided(other));
    let open = reading.was.open.iter().chain(kept_back);
    undecided::remember(tx, pair, circle, open, reading.unanswered_requests())?;
    Ok(applied.items)
}

/// Returns the only column of a part, if it is a text that `share keep --text` can replace.
pub fn text_column(table: &str, part: &str) -> Option<&'static str> {
    let tables = shared_tables();
    let part = tables.iter().find(|tables| tables.table == table)?.part(part)?;
    match part.columns {
        [column]
            if ["title", "notes", "next_topic", "remains", "thanks", "contact_after"]
                .contains(column) =>
        {
            Some(column)
        }
        _ => None,
    }
}
