//! The JSON Schemas (draft 2020-12) of all answers except records, whose schemas follow from their columns.

#![expect(
    clippy::needless_pass_by_value,
    reason = "shapes are written down once and handed on"
)]

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use crate::domain::checkin::CheckInState;
use crate::domain::person::Side;
use crate::domain::reminder::Starter;
use crate::domain::undo_step::StepState;
use crate::generated;
use crate::view::json::{JsonAnswer, ListAnswer, NamedAnswer};
use crate::view::records::closing::MentorshipRecord;
use crate::view::reports::agenda::json::Agenda;
use crate::view::reports::brief::Brief;
use crate::view::reports::due::DueReport;
use crate::view::reports::progress::json::ProgressFigures;
use crate::view::reports::promise::AgreementCheck;
use crate::view::reports::review::json::ReviewReport;
use crate::view::reports::search::SearchAnswer;
use crate::view::reports::status::PairStatus;
use crate::view::reports::when::SlotReport;

#[test]
fn the_schemas_in_the_docs_are_those_of_the_answers() {
    check::<Agenda<'_>>();
    check::<AgreementCheck<'_>>();
    check::<Brief<'_>>();
    check::<DueReport<'_>>();
    check::<ListAnswer<PairStatus<'_>>>();
    check::<MentorshipRecord<'_>>();
    check::<ProgressFigures<'_>>();
    check::<ReviewReport<'_>>();
    check::<SearchAnswer<'_>>();
    check::<SlotReport<'_>>();
}

/// Compares the schema of an answer with the file in `docs/json/`.
fn check<T: JsonAnswer + JsonSchema>() {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let settings = settings.with_transform(RecursiveTransform(remove_integer_width));
    let mut generator = settings.into_generator();
    let mut schema = generator.root_schema_for::<NamedAnswer<T>>();
    let description = generator.root_schema_for::<T>().remove("description");
    schema.insert("title".into(), T::SCHEMA.into());
    schema.insert("description".into(), description.unwrap());
    *schema.pointer_mut("/properties/schema").unwrap() = json!({ "const": T::SCHEMA });
    let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    let (name, _) = T::SCHEMA.split_once('/').unwrap();
    generated::assert_up_to_date(&format!("docs/json/{name}.schema.json"), &text);
}

/// Removes what describes the Rust type of a number and not its meaning, such as `"format": "uint8", "maximum": 255`.
fn remove_integer_width(schema: &mut Schema) {
    let format = schema.get("format").and_then(Value::as_str);
    if format.is_some_and(|format| format.contains("int")) {
        schema.remove("format");
        schema.remove("maximum");
        schema
            .as_object_mut()
            .unwrap()
            .retain(|key, value| key != "minimum" || *value == json!(0));
    }
}

#[test]
fn the_schemas_in_the_docs_are_those_of_the_reports() {
    for (name, fields) in reports() {
        let mut schema = Map::new();
        schema.insert(
            "$schema".into(),
            json!("https://json-schema.org/draft/2020-12/schema"),
        );
        schema.insert("title".into(), json!(format!("mentor.{name}/1")));
        let Value::Object(mut described) = object(fields) else {
            unreachable!()
        };
        described["properties"]["schema"] = json!({ "const": format!("mentor.{name}/1") });
        schema.append(&mut described);
        let text = serde_json::to_string_pretty(&Value::Object(schema)).unwrap() + "\n";
        generated::assert_up_to_date(&format!("docs/json/mentor.{name}.schema.json"), &text);
    }
}

type SchemaFields = Vec<(&'static str, Value)>;

fn reports() -> Vec<(&'static str, SchemaFields)> {
    let mut reports = vec![
        (
            "agreement.diff",
            vec![
                ("schema", text()),
                ("from", number()),
                ("to", number()),
                ("items", many(difference())),
            ],
        ),
        (
            "agreement.compare",
            vec![
                ("schema", text()),
                (
                    "items",
                    many(vec![
                        ("field", text()),
                        ("mentor", list(text())),
                        ("mentee", list(text())),
                    ]),
                ),
                ("alike", list(text())),
            ],
        ),
        (
            "agreement.lint",
            vec![
                ("schema", text()),
                ("items", many(vec![("says", text()), ("flag", text())])),
            ],
        ),
        (
            "checkin.next",
            vec![
                ("schema", text()),
                ("pair", text()),
                ("at", instant()),
                ("zone", text()),
                ("minutes", or_null(number())),
                (
                    "busy",
                    many(vec![("from", instant()), ("until", instant())]),
                ),
                ("outside_hours", list(word(Side::WORDS))),
            ],
        ),
        (
            "introduction.blurb",
            vec![("schema", text()), ("id", number()), ("text", text())],
        ),
    ];
    reports.extend(around());
    reports.extend(imported());
    reports.extend(of_the_program());
    reports
}

/// What is said of the file, the steps and the forms.
fn around() -> Vec<(&'static str, SchemaFields)> {
    vec![
        (
            "remind",
            vec![
                ("schema", text()),
                ("by", or_null(word(Starter::WORDS))),
                (
                    "pieces",
                    many(vec![("path", or_null(text())), ("text", text())]),
                ),
            ],
        ),
        (
            "purge",
            vec![
                ("schema", text()),
                ("noun", text()),
                ("id", number()),
                ("backups", yes()),
            ],
        ),
        (
            "backup",
            vec![
                ("schema", text()),
                (
                    "item",
                    object(vec![("path", text()), ("records", number())]),
                ),
            ],
        ),
        (
            "backup.list",
            vec![
                ("schema", text()),
                (
                    "items",
                    many(vec![
                        ("path", text()),
                        ("at", instant()),
                        ("bytes", number()),
                    ]),
                ),
            ],
        ),
        (
            "check",
            vec![
                ("schema", text()),
                ("records", number()),
                (
                    "tables",
                    many(vec![("name", text()), ("records", number())]),
                ),
                ("problems", list(text())),
                ("zone_data", object(zone_data())),
            ],
        ),
        ("draft", vec![("schema", text()), ("item", object(draft()))]),
        (
            "draft.list",
            vec![("schema", text()), ("items", many(draft()))],
        ),
        ("step", vec![("schema", text()), ("item", object(step()))]),
        (
            "step.list",
            vec![("schema", text()), ("items", many(step()))],
        ),
        (
            "import",
            vec![
                ("schema", text()),
                ("added", number()),
                ("changed", number()),
                ("known", number()),
                ("left_out", list(text())),
            ],
        ),
        ("calendar", vec![("schema", text()), ("ics", text())]),
        ("error", error()),
    ]
}

/// What an import takes in, or would.
fn imported() -> Vec<(&'static str, SchemaFields)> {
    vec![
        (
            "import.calendar",
            vec![
                ("schema", text()),
                ("items", many(rescheduled())),
                ("older", number()),
                ("others", number()),
                ("remarks", many(vec![("line", number()), ("text", text())])),
            ],
        ),
        (
            "import.events",
            vec![
                ("schema", text()),
                ("added", number()),
                ("known", number()),
                ("items", list(json!({ "type": "object" }))),
                ("left_out", list(text())),
            ],
        ),
        (
            "import.plan",
            vec![
                ("schema", text()),
                (
                    "columns",
                    many(vec![("column", text()), ("field", or_null(text()))]),
                ),
                ("new", number()),
                ("known", number()),
                ("items", list(json!({ "type": "object" }))),
                (
                    "changed",
                    many(vec![
                        ("line", number()),
                        ("changes", text()),
                        ("item", json!({ "type": "object" })),
                    ]),
                ),
                ("doubts", list(text())),
                ("notes", list(text())),
            ],
        ),
    ]
}

/// What is said of the program itself.
fn of_the_program() -> Vec<(&'static str, SchemaFields)> {
    vec![
        (
            "config",
            vec![
                ("schema", text()),
                ("file", text()),
                ("items", many(setting())),
            ],
        ),
        (
            "config.setting",
            vec![("schema", text()), ("item", object(setting()))],
        ),
        (
            "schema.list",
            vec![
                ("schema", text()),
                ("items", many(vec![("name", text()), ("title", text())])),
            ],
        ),
        (
            "version",
            vec![
                ("schema", text()),
                ("version", text()),
                ("commit", or_null(text())),
                ("sqlite", text()),
                ("zone_data", text()),
                ("data_format", number()),
            ],
        ),
        ("export.file", vec![("schema", text()), ("path", text())]),
        ("config.path", vec![("schema", text()), ("path", text())]),
        ("demo", vec![("schema", text()), ("db", text())]),
        (
            "prompt",
            vec![("schema", text()), ("overdue", number()), ("due", number())],
        ),
        (
            "help",
            vec![("schema", text()), ("topic", text()), ("text", text())],
        ),
        ("template", vec![("schema", text()), ("toml", text())]),
        (
            "template.list",
            vec![("schema", text()), ("items", many(template()))],
        ),
    ]
}

/// A check-in that was moved or cancelled in a calendar.
fn rescheduled() -> SchemaFields {
    vec![
        ("id", or_null(number())),
        ("pair", text()),
        ("state", word(CheckInState::WORDS)),
        ("from", or_null(instant())),
        ("to", or_null(instant())),
    ]
}

fn difference() -> SchemaFields {
    vec![
        ("field", text()),
        ("before", list(text())),
        ("after", list(text())),
    ]
}

fn step() -> SchemaFields {
    vec![
        ("id", number()),
        ("at", instant()),
        ("state", word(StepState::WORDS)),
        ("words", list(text())),
    ]
}

fn setting() -> SchemaFields {
    vec![
        ("key", text()),
        ("value", text()),
        ("origin", word(&["default", "flag", "variable", "file"])),
        ("name", or_null(text())),
        ("line", or_null(number())),
    ]
}

fn template() -> SchemaFields {
    vec![
        ("name", text()),
        ("command", or_null(text())),
        ("about", text()),
        ("path", or_null(text())),
        ("problem", or_null(text())),
    ]
}

fn draft() -> SchemaFields {
    vec![
        ("name", text()),
        ("path", text()),
        ("at", instant()),
        ("command", text()),
        ("text", text()),
    ]
}

fn error() -> SchemaFields {
    vec![
        ("schema", text()),
        ("code", text()),
        ("exit", number()),
        ("message", text()),
        ("hint", or_null(text())),
        ("details", list(text())),
        ("data", or_null(text())),
    ]
}

fn zone_data() -> SchemaFields {
    vec![
        ("version", text()),
        ("built_in", yes()),
        ("older_than_a_year", yes()),
    ]
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn number() -> Value {
    json!({ "type": "integer", "minimum": 0 })
}

fn whole() -> Value {
    json!({ "type": "integer" })
}

fn yes() -> Value {
    json!({ "type": "boolean" })
}

/// RFC 3339, in UTC.
fn instant() -> Value {
    json!({ "type": "string", "format": "date-time" })
}

fn word(words: &[&str]) -> Value {
    json!({ "enum": words })
}

fn or_null(value: Value) -> Value {
    json!({ "anyOf": [value, { "type": "null" }] })
}

fn list(item: Value) -> Value {
    json!({ "type": "array", "items": item })
}

fn many(fields: SchemaFields) -> Value {
    list(object(fields))
}

/// Every field is there, and no other.
fn object(fields: SchemaFields) -> Value {
    let required: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
    let properties: Map<String, Value> = fields
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.clone()))
        .collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}
