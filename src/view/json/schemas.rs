//! The JSON Schemas (draft 2020-12) of all answers except records, whose schemas follow from their columns.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use crate::generated;
use crate::view::json::schema::SchemaEntry;
use crate::view::json::{ItemAnswer, JsonAnswer, ListAnswer, NamedAnswer};
use crate::view::messages::backup::{BackupEntry, HealthAnswer, WrittenBackup};
use crate::view::messages::config::{SettingEntry, SettingsAnswer};
use crate::view::messages::draft::DraftEntry;
use crate::view::messages::history::UndoStepEntry;
use crate::view::messages::import::{CalendarImport, EventImport, ImportAnswer, ImportPreview};
use crate::view::messages::prompt::PromptCounts;
use crate::view::messages::remind::ReminderAnswer;
use crate::view::messages::share;
use crate::view::messages::template::TemplateEntry;
use crate::view::messages::values;
use crate::view::records::agreement::{AgreementDiff, FormComparisonAnswer, LintEntry};
use crate::view::records::checkin::CheckInProposal;
use crate::view::records::closing::MentorshipRecord;
use crate::view::reports::agenda::json::Agenda;
use crate::view::reports::brief::Brief;
use crate::view::reports::due::DueReport;
use crate::view::reports::letter::LetterAnswer;
use crate::view::reports::progress::json::ProgressFigures;
use crate::view::reports::promise::AgreementCheck;
use crate::view::reports::review::json::ReviewReport;
use crate::view::reports::search::SearchAnswer;
use crate::view::reports::status::PairStatus;
use crate::view::reports::when::SlotReport;

#[test]
fn the_schemas_in_the_docs_are_those_of_the_answers() {
    // Reports.
    check::<Agenda<'_>>();
    check::<AgreementCheck<'_>>();
    check::<AgreementDiff<'_>>();
    check::<Brief<'_>>();
    check::<CheckInProposal<'_>>();
    check::<DueReport<'_>>();
    check::<FormComparisonAnswer<'_>>();
    check::<ListAnswer<LintEntry<'_>>>();
    check::<ListAnswer<PairStatus<'_>>>();
    check::<MentorshipRecord<'_>>();
    check::<ProgressFigures<'_>>();
    check::<ReviewReport<'_>>();
    check::<SearchAnswer<'_>>();
    check::<SlotReport<'_>>();
    // The data file and the exchange.
    check::<CalendarImport>();
    check::<EventImport<'_>>();
    check::<HealthAnswer<'_>>();
    check::<ImportAnswer>();
    check::<ImportPreview<'_>>();
    check::<ItemAnswer<DraftEntry<'_>>>();
    check::<ItemAnswer<UndoStepEntry<'_>>>();
    check::<ItemAnswer<WrittenBackup>>();
    check::<LetterAnswer<'_>>();
    check::<ListAnswer<BackupEntry>>();
    check::<ListAnswer<DraftEntry<'_>>>();
    check::<ListAnswer<Map<String, Value>>>();
    check::<ListAnswer<UndoStepEntry<'_>>>();
    check::<ListAnswer<share::CircleEntry<'_>>>();
    check::<ListAnswer<share::ConflictEntry<'_>>>();
    check::<share::ComparisonWords<'_>>();
    check::<share::SharedFile<'_>>();
    check::<share::TakeAnswer<'_>>();
    check::<values::CalendarText<'_>>();
    check::<values::ExportPath>();
    check::<values::PurgedRecord<'_>>();
    // The program.
    check::<ItemAnswer<SettingEntry>>();
    check::<ListAnswer<SchemaEntry<'_>>>();
    check::<ListAnswer<TemplateEntry<'_>>>();
    check::<PromptCounts>();
    check::<ReminderAnswer<'_>>();
    check::<SettingsAnswer>();
    check::<values::BlurbText<'_>>();
    check::<values::ConfigPath>();
    check::<values::DemoPath>();
    check::<values::ErrorAnswer<'_>>();
    check::<values::HelpText<'_>>();
    check::<values::ProgramVersion>();
    check::<values::TemplateText<'_>>();
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
    if format.is_some_and(|format| format.contains("int"))
        && let Some(keywords) = schema.as_object_mut()
    {
        keywords.remove("format");
        keywords.remove("maximum");
        keywords.retain(|key, value| key != "minimum" || value.as_i64() >= Some(0));
    }
}
