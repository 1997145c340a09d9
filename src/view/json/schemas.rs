//! The JSON Schemas (draft 2020-12) of the reports. Those of the records come from their columns.

#![expect(
    clippy::needless_pass_by_value,
    reason = "shapes are written down once and handed on"
)]

use serde_json::{Map, Value, json};

use crate::domain::checkin::CheckInState;
use crate::domain::closing::LeftoverKind;
use crate::domain::due::DueKind;
use crate::domain::feedback::FeedbackKind;
use crate::domain::goal::GoalState;
use crate::domain::insight::AdviceOutcome;
use crate::domain::introduction::IntroductionState;
use crate::domain::option::OptionState;
use crate::domain::person::Side;
use crate::domain::promise::{Promise, Verdict};
use crate::domain::reminder::Starter;
use crate::domain::resource::ResourceState;
use crate::domain::snapshot::Concern;
use crate::domain::undo_step::StepState;
use crate::generated;

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
        ("agenda", agenda()),
        (
            "agreement.check",
            vec![
                ("schema", text()),
                ("pair", text()),
                ("since", day()),
                ("as_of", day()),
                ("items", many(outcome())),
            ],
        ),
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
        ("brief", brief()),
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
            "due",
            vec![
                ("schema", text()),
                ("as_of", day()),
                ("items", many(due())),
                ("clock_changes", many(clock_change_of_pair())),
            ],
        ),
        ("end", end()),
        (
            "introduction.blurb",
            vec![("schema", text()), ("id", number()), ("text", text())],
        ),
        ("progress", progress()),
        ("review.report", review()),
        ("search", search()),
        (
            "status",
            vec![("schema", text()), ("items", many(goal_status()))],
        ),
        (
            "when",
            vec![
                ("schema", text()),
                ("as_of", instant()),
                ("items", many(slot())),
                ("clock_changes", many(clock_change_of_pair())),
            ],
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

fn search() -> SchemaFields {
    let marks = || list(list(number()));
    let hit = vec![
        ("kind", text()),
        ("id", number()),
        ("part", or_null(text())),
        ("part_id", or_null(number())),
        ("pair", or_null(text())),
        ("on", day()),
        ("private", yes()),
        ("title", or_null(text())),
        ("title_marks", marks()),
        ("field", or_null(text())),
        ("text", or_null(text())),
        ("marks", marks()),
    ];
    vec![("schema", text()), ("items", many(hit)), ("more", yes())]
}

fn agenda() -> SchemaFields {
    let next = vec![
        // None: it is agreed, and has no record yet.
        ("id", or_null(number())),
        ("at", instant()),
        ("zone", text()),
        ("minutes", or_null(number())),
        ("channel", or_null(text())),
    ];
    let followup = vec![
        ("id", number()),
        ("owner", word(Side::WORDS)),
        ("title", text()),
        ("due", or_null(day())),
        ("days_overdue", number()),
        ("private", yes()),
    ];
    let topic = vec![
        ("id", number()),
        ("from", word(Side::WORDS)),
        ("title", text()),
        ("carried", number()),
        ("private", yes()),
    ];
    let goal = vec![
        ("id", number()),
        ("title", text()),
        ("concern", word(Concern::WORDS)),
        ("target", or_null(day())),
        ("percent", or_null(number())),
        ("confidence", list(number())),
    ];
    vec![
        ("schema", text()),
        ("as_of", instant()),
        ("pair", text()),
        ("next", or_null(object(next))),
        ("clock_changes", many(clock_change())),
        ("decisions", list(text())),
        ("blockers", list(text())),
        ("wins", many(dated())),
        ("followups", many(followup)),
        ("topics", many(topic)),
        ("goals", many(goal)),
        ("feedback", many(feedback())),
        ("questions", many(question())),
        (
            "skills",
            many(vec![
                ("id", number()),
                ("title", text()),
                ("gap", or_null(whole())),
            ]),
        ),
        (
            "introductions",
            many(vec![
                ("id", number()),
                ("title", text()),
                ("state", word(IntroductionState::WORDS)),
                ("since", day()),
            ]),
        ),
        ("advice", list(number())),
        ("recalls", list(number())),
        ("norms", list(number())),
        ("out_of_step", many(outcome())),
        ("due", many(due())),
    ]
}

fn brief() -> SchemaFields {
    let done = || many(vec![("id", number()), ("title", text())]);
    vec![
        ("schema", text()),
        ("as_of", instant()),
        ("pair", text()),
        ("since", or_null(instant())),
        ("next", or_null(instant())),
        ("last", or_null(number())),
        ("done", object(vec![("mentor", done()), ("mentee", done())])),
        ("topics", number()),
        ("followups", number()),
        ("feedback", number()),
        ("wins", number()),
        ("questions", number()),
        ("decisions", list(text())),
        ("blockers", list(text())),
    ]
}

/// For whom a call falls at another hour than before, from which day on, by how many minutes.
fn clock_change() -> SchemaFields {
    vec![
        ("side", word(Side::WORDS)),
        ("minutes", whole()),
        ("from", day()),
        ("until", or_null(day())),
        ("at", instant()),
    ]
}

fn clock_change_of_pair() -> SchemaFields {
    let mut change = clock_change();
    change.push(("pair", text()));
    change
}

/// The whole of a mentorship.
fn end() -> SchemaFields {
    let goal = vec![
        ("id", number()),
        ("title", text()),
        ("state", word(GoalState::WORDS)),
        ("on", day()),
        ("percent", or_null(number())),
    ];
    let skill = vec![
        ("id", number()),
        ("title", text()),
        ("mentor", list(number())),
        ("mentee", list(number())),
    ];
    let leftover = vec![
        ("kind", word(LeftoverKind::WORDS)),
        ("id", number()),
        ("side", or_null(word(Side::WORDS))),
        ("title", text()),
        ("at", or_null(instant())),
        ("closed", yes()),
    ];
    vec![
        ("schema", text()),
        ("pair", text()),
        ("since", day()),
        ("until", day()),
        ("purpose", or_null(text())),
        ("held", number()),
        ("missed", number()),
        ("minutes", number()),
        ("goals", many(goal)),
        ("skills", many(skill)),
        ("introductions", many(stated(IntroductionState::WORDS))),
        ("resources", many(stated(ResourceState::WORDS))),
        ("options", many(stated(OptionState::WORDS))),
        ("reviews", list(number())),
        ("promises", many(outcome())),
        ("open", many(leftover)),
        // A record of its own, as in `mentor.closing/1`; null before the end.
        ("closing", json!({ "type": ["object", "null"] })),
    ]
}

/// Both people's local times stand beside the instants.
fn slot() -> SchemaFields {
    let local = || {
        object(vec![
            ("zone", text()),
            ("from", instant()),
            ("until", instant()),
        ])
    };
    vec![
        ("pair", text()),
        ("from", instant()),
        ("until", instant()),
        ("minutes", number()),
        ("mentor", local()),
        ("mentee", local()),
    ]
}

fn question() -> SchemaFields {
    vec![
        ("id", number()),
        ("from", word(Side::WORDS)),
        ("title", text()),
        ("answer_due", or_null(day())),
        ("private", yes()),
    ]
}

fn review() -> SchemaFields {
    let goal = vec![
        ("id", number()),
        ("title", text()),
        ("state", word(GoalState::WORDS)),
        ("target", or_null(day())),
        ("percent", or_null(number())),
        ("confidence", list(number())),
        ("moves", number()),
        ("moved_days", whole()),
    ];
    let closed = || {
        many(vec![
            ("id", number()),
            ("title", text()),
            ("on", or_null(day())),
            ("because", or_null(text())),
            ("days_late", or_null(number())),
        ])
    };
    let told = || vec![("checkin", number()), ("text", text())];
    let overdue = vec![
        ("id", number()),
        ("owner", word(Side::WORDS)),
        ("title", text()),
        ("due", day()),
        ("days_overdue", number()),
    ];
    let difference = vec![
        ("statement", text()),
        ("mentor", number()),
        ("mentee", number()),
    ];
    let called_off = vec![
        ("side", word(Side::WORDS)),
        ("no_shows", number()),
        ("cancelled", number()),
    ];
    vec![
        ("schema", text()),
        ("pair", text()),
        ("since", day()),
        ("as_of", day()),
        ("baseline", or_null(number())),
        ("held", number()),
        ("missed", number()),
        ("cancelled", number()),
        ("minutes", number()),
        ("goals", many(goal)),
        ("goals_done", closed()),
        ("goals_dropped", closed()),
        ("wins", many(dated())),
        ("feedback", many(feedback())),
        ("insights", many(advice())),
        ("skills", many(skill())),
        ("introductions", many(stated(IntroductionState::WORDS))),
        ("resources", many(stated(ResourceState::WORDS))),
        ("options", many(stated(OptionState::WORDS))),
        ("promises", many(outcome())),
        ("decisions", many(told())),
        ("blockers", many(told())),
        ("approaches", many(dated())),
        ("overdue", many(overdue)),
        ("pulse_differences", many(difference)),
        ("called_off", many(called_off)),
        ("questions", list(text())),
    ]
}

/// Figures with the days on which they were said, oldest first.
fn progress() -> SchemaFields {
    let figures = |name| many(vec![("on", day()), (name, number())]);
    let goal = vec![
        ("id", number()),
        ("title", text()),
        ("state", word(GoalState::WORDS)),
        ("target", or_null(day())),
        ("earlier_targets", list(day())),
        ("progress", figures("percent")),
        ("confidence", figures("confidence")),
    ];
    let skill = vec![
        ("id", number()),
        ("title", text()),
        ("aim", or_null(number())),
        ("mentor", figures("level")),
        ("mentee", figures("level")),
    ];
    let checkin = vec![
        ("id", number()),
        ("on", day()),
        ("state", word(CheckInState::WORDS)),
    ];
    let away = vec![
        ("side", or_null(word(Side::WORDS))),
        ("from", day()),
        ("until", day()),
    ];
    vec![
        ("schema", text()),
        ("pair", text()),
        ("since", day()),
        ("as_of", day()),
        ("goals", many(goal)),
        ("wins", many(dated())),
        ("skills", many(skill)),
        ("checkins", many(checkin)),
        ("aways", many(away)),
        ("promises", many(outcome())),
    ]
}

fn goal_status() -> SchemaFields {
    let goal = vec![
        ("id", number()),
        ("title", text()),
        ("percent", or_null(number())),
    ];
    vec![
        ("pair", text()),
        ("role", word(Side::WORDS)),
        ("partner", text()),
        ("next", or_null(instant())),
        ("meet_by", or_null(day())),
        ("overdue", number()),
        ("due_soon", number()),
        ("to_decide", number()),
        ("goal", or_null(object(goal))),
    ]
}

fn due() -> SchemaFields {
    vec![
        ("kind", word(DueKind::WORDS)),
        ("id", or_null(number())),
        ("pair", text()),
        ("owner", or_null(word(Side::WORDS))),
        ("title", text()),
        ("due", day()),
        ("days_overdue", number()),
        ("command", text()),
    ]
}

fn outcome() -> SchemaFields {
    vec![
        ("promise", word(Promise::WORDS)),
        ("side", or_null(word(Side::WORDS))),
        ("agreed", text()),
        ("happened", text()),
        ("verdict", word(Verdict::WORDS)),
        ("kept", or_null(number())),
        ("of", or_null(number())),
        ("late", or_null(number())),
        ("cites", list(text())),
    ]
}

fn difference() -> SchemaFields {
    vec![
        ("field", text()),
        ("before", list(text())),
        ("after", list(text())),
    ]
}

fn feedback() -> SchemaFields {
    vec![
        ("id", number()),
        ("from", word(Side::WORDS)),
        ("kind", word(FeedbackKind::WORDS)),
        ("situation", text()),
    ]
}

fn dated() -> SchemaFields {
    vec![("id", number()), ("title", text()), ("on", day())]
}

fn advice() -> SchemaFields {
    let mut fields = dated();
    fields.push(("outcome", or_null(word(AdviceOutcome::WORDS))));
    fields
}

/// The levels that each side gave, oldest first, and how far the last ones lie apart.
fn skill() -> SchemaFields {
    vec![
        ("id", number()),
        ("title", text()),
        ("gap", or_null(whole())),
        ("mentor", list(number())),
        ("mentee", list(number())),
    ]
}

/// What went to a state in the period.
fn stated(states: &[&str]) -> SchemaFields {
    vec![
        ("id", number()),
        ("title", text()),
        ("state", word(states)),
        ("on", day()),
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

/// A local date, `YYYY-MM-DD`.
fn day() -> Value {
    json!({ "type": "string", "format": "date" })
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
