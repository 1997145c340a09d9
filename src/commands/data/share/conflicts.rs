//! `mentor share conflicts`

use chrono::DateTime;
use serde_json::Value as Json;

use crate::app::App;
use crate::commands::data::share::circle::{self, SharedPairArg};
use crate::commands::data::share::same;
use crate::domain::dates::Now;
use crate::domain::pair::PairContext;
use crate::error::Result;
use crate::share::request::DeletionRequest;
use crate::share::show::OpenChoice;
use crate::store::read_tx::ReadTx;
use crate::store::share::circles::Circle;
use crate::store::share::part_fields::part_fields;
use crate::store::share::{keep, request, rows};
use crate::view;
use crate::view::messages::share::{ChoiceText, ChoiceValue, ConflictsAnswer, RequestText};

/// List conflicts, duplicates and requests to delete
#[derive(Debug, clap::Args)]
pub struct ConflictsArgs {
    #[command(flatten)]
    pair: SharedPairArg,
}

pub fn run(app: &mut App<'_, '_>, args: &ConflictsArgs) -> Result<()> {
    args.pair.name(app);
    let open = app.read(|tx| undecided(app, tx))?;
    let now = app.now;
    app.print_result(|| open.clone(), |_| view::messages::share::choices(&open, now))
}

/// Loads what is to be decided in the selected pairs.
pub fn undecided(app: &App<'_, '_>, tx: &ReadTx<'_>) -> Result<ConflictsAnswer> {
    let choices = open_choices(app, tx)?;
    let requests = open_requests(app, tx, choices.len())?;
    Ok(ConflictsAnswer {
        items: choices.into_iter().map(|choice| choice.text).collect(),
        requests: requests.into_iter().map(|request| request.text).collect(),
        likely_same: same::all_likely(app, tx)?,
    })
}

/// A conflict with its number and its description.
pub struct NumberedChoice {
    pub pair: PairContext,
    pub circle: Circle,
    pub choice: OpenChoice,
    pub text: ChoiceText,
}

/// Lists the conflicts of the selected pairs, numbered from 1.
pub fn open_choices(app: &App<'_, '_>, tx: &ReadTx<'_>) -> Result<Vec<NumberedChoice>> {
    let mut choices = Vec::new();
    for (pair, circle) in circle::shared_pairs(app, tx)? {
        for choice in keep::open_choices(tx, &pair, &circle)? {
            let number = choices.len() + 1;
            let text = text_of(tx, &pair, &choice, number, app.now)?;
            choices.push(NumberedChoice {
                pair: pair.clone(),
                circle: circle.clone(),
                choice,
                text,
            });
        }
    }
    Ok(choices)
}

/// A deletion request of the other side with its number and its description.
pub struct NumberedRequest {
    pub circle: Circle,
    pub request: DeletionRequest,
    pub text: RequestText,
}

/// Lists the deletion requests of the selected pairs. Their numbers follow those of the `choices` conflicts.
pub fn open_requests(
    app: &App<'_, '_>,
    tx: &ReadTx<'_>,
    choices: usize,
) -> Result<Vec<NumberedRequest>> {
    let mut requests = Vec::new();
    for (pair, circle) in circle::shared_pairs(app, tx)? {
        for (request, title) in request::open_requests(tx, &pair, &circle)? {
            let text = RequestText {
                number: choices + requests.len() + 1,
                slug: pair.slug().to_owned(),
                who: circle::partner(&pair).to_owned(),
                table: request.record.table.clone(),
                record: rows::number_of(tx, &pair, &request.record)?,
                title: view::messages::share::title_text(&title, &pair, app.now),
                at: DateTime::from_timestamp(request.at, 0),
                zone: pair.user().zone,
            };
            requests.push(NumberedRequest { circle: circle.clone(), request, text });
        }
    }
    Ok(requests)
}

fn text_of(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    choice: &OpenChoice,
    number: usize,
    now: Now,
) -> Result<ChoiceText> {
    let me = pair.user_side();
    let (table, part) = (&choice.record.table, choice.part);
    let mut versions = Vec::new();
    for write in &choice.writes {
        let content = write.content.clone().unwrap_or_default();
        versions.push(part_fields(tx, pair, table, part, &content)?);
    }
    let texts = view::messages::share::versions(&versions, pair, now);
    let values = choice.writes.iter().zip(texts).enumerate().map(|(at, (write, text))| {
        let who =
            if write.by == me { "you".to_owned() } else { pair.first_name(write.by).to_owned() };
        ChoiceValue {
            who,
            stored: write.content.as_ref().map(format_stored).unwrap_or_default(),
            told: text,
            at: DateTime::from_timestamp(write.at, 0),
            is_shown: at == 0,
        }
    });
    let mut values: Vec<_> = values.collect();
    values.sort_by_key(|value| value.who != "you");
    Ok(ChoiceText {
        number,
        slug: pair.slug().to_owned(),
        table: choice.record.table.clone(),
        record: rows::number_of(tx, pair, &choice.record)?,
        part: choice.part,
        is_text: keep::text_column(&choice.record.table, choice.part).is_some(),
        is_kept_back: !choice.kept_back.is_empty(),
        zone: pair.user().zone,
        values,
    })
}

/// Formats the raw values of a part in one line, for JSON.
fn format_stored(content: &Json) -> String {
    let format = |value: &Json| match value {
        Json::String(text) => text.clone(),
        Json::Array(items) => {
            let items: Vec<&str> = items.iter().filter_map(Json::as_str).collect();
            items.join("; ")
        }
        Json::Null => String::new(),
        other => other.to_string(),
    };
    let Json::Object(fields) = content else {
        return format(content);
    };
    let values =
        fields.iter().filter(|(name, _)| !["created_at", "about", "of"].contains(&name.as_str()));
    let values: Vec<String> = values.map(|(_, value)| format(value)).collect();
    if values.is_empty() { "nothing".to_owned() } else { values.join(", ") }
}
