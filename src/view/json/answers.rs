//! The answers of all commands, with the name and version of each. Records name themselves (`store/json.rs`).

use serde::Serialize;
use serde_json::{Map, Value};

use crate::view::json::schema::SchemaEntry;
use crate::view::json::{ItemAnswer, ListAnswer};
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
use crate::view::reports::agenda::json::Agenda;
use crate::view::reports::brief::Brief;
use crate::view::reports::due::DueReport;
use crate::view::reports::letter::LetterAnswer;
use crate::view::reports::mentorship::MentorshipRecord;
use crate::view::reports::progress::json::ProgressFigures;
use crate::view::reports::promise::AgreementCheck;
use crate::view::reports::review::json::ReviewReport;
use crate::view::reports::search::SearchAnswer;
use crate::view::reports::status::PairStatus;
use crate::view::reports::when::SlotReport;

/// A value that `--json` prints.
pub trait JsonAnswer: Serialize {
    /// Name and version, such as `mentor.due/1`; `None`: the value contains its name.
    const SCHEMA: Option<&'static str>;
}

impl JsonAnswer for Value {
    const SCHEMA: Option<&'static str> = None;
}

/// Names the answers. A test compares the JSON Schema of each with the file in `docs/json/`.
macro_rules! answers {
    ($($answer:ty: $schema:literal,)+) => {
        $(impl JsonAnswer for $answer {
            const SCHEMA: Option<&'static str> = Some($schema);
        })+

        #[test]
        fn the_schemas_in_the_docs_are_those_of_the_answers() {
            $(tests::check::<$answer>($schema);)+
        }
    };
}

answers! {
    // Reports.
    Agenda<'_>: "mentor.agenda/1",
    AgreementCheck<'_>: "mentor.agreement.check/1",
    AgreementDiff<'_>: "mentor.agreement.diff/1",
    Brief<'_>: "mentor.brief/1",
    CheckInProposal<'_>: "mentor.checkin.next/1",
    DueReport<'_>: "mentor.due/1",
    FormComparisonAnswer<'_>: "mentor.agreement.compare/1",
    ListAnswer<LintEntry<'_>>: "mentor.agreement.lint/1",
    ListAnswer<PairStatus<'_>>: "mentor.status/1",
    MentorshipRecord<'_>: "mentor.end/1",
    ProgressFigures<'_>: "mentor.progress/1",
    ReviewReport<'_>: "mentor.review.report/1",
    SearchAnswer<'_>: "mentor.search/1",
    SlotReport<'_>: "mentor.when/1",
    // The data file and the exchange.
    CalendarImport: "mentor.import.calendar/1",
    EventImport<'_>: "mentor.import.events/1",
    HealthAnswer<'_>: "mentor.check/1",
    ImportAnswer: "mentor.import/1",
    ImportPreview<'_>: "mentor.import.plan/1",
    ItemAnswer<DraftEntry<'_>>: "mentor.draft/1",
    ItemAnswer<UndoStepEntry<'_>>: "mentor.step/1",
    ItemAnswer<WrittenBackup>: "mentor.backup/1",
    LetterAnswer<'_>: "mentor.share.letter/1",
    ListAnswer<BackupEntry>: "mentor.backup.list/1",
    ListAnswer<DraftEntry<'_>>: "mentor.draft.list/1",
    ListAnswer<Map<String, Value>>: "mentor.share.lines/1",
    ListAnswer<UndoStepEntry<'_>>: "mentor.step.list/1",
    ListAnswer<&share::CircleText>: "mentor.share/1",
    share::ConflictsAnswer: "mentor.share.conflicts/1",
    share::SameAnswer<'_>: "mentor.share.same/1",
    share::ComparisonWords<'_>: "mentor.share.words/1",
    share::SharedFile<'_>: "mentor.share.file/1",
    share::TakeAnswer<'_>: "mentor.share.take/1",
    values::CalendarText<'_>: "mentor.calendar/1",
    values::ExportPath: "mentor.export.file/1",
    values::PurgedRecord<'_>: "mentor.purge/1",
    // The program.
    ItemAnswer<SettingEntry>: "mentor.config.setting/1",
    ListAnswer<SchemaEntry<'_>>: "mentor.schema.list/1",
    ListAnswer<TemplateEntry<'_>>: "mentor.template.list/1",
    PromptCounts: "mentor.prompt/1",
    ReminderAnswer<'_>: "mentor.remind/1",
    SettingsAnswer: "mentor.config/1",
    values::BlurbText<'_>: "mentor.introduction.blurb/1",
    values::ConfigPath: "mentor.config.path/1",
    values::DemoPath: "mentor.demo/1",
    values::ErrorAnswer<'_>: "mentor.error/1",
    values::HelpText<'_>: "mentor.help/1",
    values::ProgramVersion: "mentor.version/1",
    values::TemplateText<'_>: "mentor.template/1",
}

/// An answer with its name as the first field.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NamedAnswer<'a, T> {
    pub schema: &'static str,
    #[serde(flatten)]
    pub answer: &'a T,
}

#[cfg(test)]
mod tests {
    use schemars::generate::SchemaSettings;
    use schemars::transform::RecursiveTransform;
    use schemars::{JsonSchema, Schema};
    use serde_json::json;

    use super::*;
    use crate::generated;

    /// Compares the schema (draft 2020-12) of an answer with the file in `docs/json/`.
    pub fn check<T: JsonSchema>(title: &str) {
        let settings = SchemaSettings::draft2020_12().for_serialize();
        let settings = settings.with_transform(RecursiveTransform(remove_integer_width));
        let mut generator = settings.into_generator();
        let mut schema = generator.root_schema_for::<NamedAnswer<'_, T>>();
        let description = generator.root_schema_for::<T>().remove("description");
        let id = title.replacen("mentor.", "urn:mentor:", 1);
        schema.insert("$id".into(), id.into());
        schema.insert("title".into(), title.into());
        schema.insert("description".into(), description.unwrap());
        *schema.pointer_mut("/properties/schema").unwrap() = json!({ "const": title });
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        let (name, _) = title.split_once('/').unwrap();
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
}
