//! Forms: one table of fields defines the questions, the TOML template and its parsing.
//!
//! Every given text records where it came from, so that an error can name the place.

mod csv;
mod csv_head;
mod document;
mod encoding;
mod field;
mod foreign_notes;
mod foreign_tasks;
mod questions;
mod values;

pub use csv::{CsvError, CsvRow, CsvTable};
pub use csv_head::{DELIMITERS, detect_delimiter};
pub use document::{read_source, read_spreadsheet};
pub use encoding::WINDOWS_1252;
pub use field::{Field, FieldType, FlagPlacement, LineSyntax};
pub use foreign_notes::read_markdown;
pub use foreign_tasks::{DELETED, ForeignError, ForeignSheet, read_taskwarrior, read_todo_txt};
pub use questions::{Choice, FormAnswer, FormQuestion, QuestionHooks, QuestionKind, ask};
pub use values::FormValues;

/// A form, such as that of the agreement.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    pub name: &'static str,
    pub about: &'static str,
    pub fields: &'static [Field],
}

impl Form {
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }
}

/// A type that has a form.
pub trait HasForm {
    const FORM: Form;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Failure;
    use crate::prompt::ScriptedPrompter;

    const FORM: Form = Form {
        name: "test",
        about: "A form for tests",
        fields: &[
            Field::line("minutes", "How long?", "45m").prompted(),
            Field::text("notes", "What?", "Ownership"),
            Field::list("wins", "Wins?", "Shipped it").flag("win").prompted(),
            Field::private(),
        ],
    };

    #[test]
    fn unknown_key_is_reported_with_its_line_and_a_suggestion() {
        let failure = FORM.read("# form\nminuts = 4\n", "`form.toml`").unwrap_err();
        assert_eq!(failure.message, "line 2 of `form.toml`: unknown key `minuts`");
        assert_eq!(failure.hints, ["did you mean `minutes`?"]);
        let failure = FORM.read("win = 'x'", "`form.toml`").unwrap_err();
        assert_eq!(failure.hints, ["did you mean `wins`?"]);
    }

    #[test]
    fn wrong_type_is_reported_with_its_line_and_key() {
        let failure = FORM.read("\nminutes = [1]\n", "`f`").unwrap_err();
        assert_eq!(failure.message, "line 2 of `f`: `minutes` must be a text");
    }

    #[test]
    fn numbers_and_dates_are_read_as_text() {
        let values = FORM.read("minutes = 50\nnotes = 2026-12-01\nwins = 'one'", "`f`").unwrap();
        assert_eq!(values.get("minutes"), Some("50"));
        assert_eq!(values.get("notes"), Some("2026-12-01"));
        assert_eq!(values.get_all("wins").len(), 1);
    }

    #[test]
    fn true_is_read_as_yes_and_written_as_true() {
        let values = FORM.read("private = true", "`f`").unwrap();
        assert_eq!(values.get("private"), Some("yes"));
        assert!(FORM.template(&values).contains("\nprivate = true\n"));
    }

    #[test]
    fn empty_template_has_no_values() {
        let template = FORM.template(&FormValues::default());
        assert!(FORM.read(&template, "`f`").unwrap().is_empty());
    }

    /// Asks the questions of a form with scripted answers. Returns the values, and how often they were saved.
    fn ask_form(
        form: &Form,
        answers: &[&str],
        check: &dyn Fn(&FormValues) -> crate::error::Result<()>,
    ) -> (crate::error::Result<FormValues>, usize) {
        let no_values = FormValues::default();
        let mut saves = 0;
        let mut hooks = QuestionHooks {
            check,
            has_draft: true,
            save: &mut |_| saves += 1,
            edit: &mut |text, _| Ok(format!("{text} and more\n")),
        };
        let questions = form.questions(&no_values, Vec::new());
        let mut script = ScriptedPrompter::new(answers);
        let values = ask(questions, &mut script, &no_values, &no_values, &mut hooks);
        (values, saves)
    }

    #[test]
    fn refused_answer_is_asked_again() {
        let check = |values: &FormValues| match values.get("minutes") {
            Some("wrong") => Err(Failure::refused("no")),
            _ => Ok(()),
        };
        let (values, saves) = ask_form(&FORM, &["wrong", "45m", "one", ""], &check);
        assert_eq!(values.unwrap().get("minutes"), Some("45m"));
        assert_eq!(saves, 2);
    }

    #[test]
    fn refused_list_entry_keeps_the_others() {
        let check = |values: &FormValues| {
            let mut wins = values.get_all("wins").iter();
            if wins.any(|win| win.text == "wrong") { Err(Failure::refused("no")) } else { Ok(()) }
        };
        let (values, _) = ask_form(&FORM, &["", "one", "wrong", "two", ""], &check);
        let values = values.unwrap();
        let wins: Vec<&str> = values.get_all("wins").iter().map(|win| &*win.text).collect();
        assert_eq!(wins, ["one", "two"]);
    }

    #[test]
    fn going_back_shows_the_previous_question_with_its_answer() {
        let (values, _) =
            ask_form(&FORM, &["45m", "one", "<", "<", "50m", "", "two", ""], &|_| Ok(()));
        // The first `<` leaves the list; the second is refused, since there is no earlier question.
        let values = values.unwrap();
        assert_eq!(values.get("minutes"), Some("50m"));
        assert_eq!(values.get_all("wins").len(), 1);
        let (values, _) = ask_form(&FORM, &["45m", "one", "<", "", "two", ""], &|_| Ok(()));
        let values = values.unwrap();
        assert_eq!(values.get("minutes"), Some("45m"));
        assert_eq!(values.get_all("wins").len(), 2);
    }

    #[test]
    fn e_opens_the_editor_and_a_dash_leaves_the_text_empty() {
        const TALK: Form = Form {
            name: "test",
            about: "A form for tests",
            fields: &[Field::text("notes", "What?", "Ownership").prompted()],
        };
        let (values, _) = ask_form(&TALK, &["e"], &|_| Ok(()));
        assert_eq!(values.unwrap().get("notes"), Some("and more"));
        let (values, _) = ask_form(&TALK, &["-"], &|_| Ok(()));
        assert!(values.unwrap().is_empty());
    }

    #[test]
    fn dash_is_stored_as_empty_if_there_is_a_value_to_clear() {
        let mut before = FormValues::default();
        before.set_known("minutes", ["45m".to_owned()]);
        before.set_known("wins", ["one".to_owned()]);
        let ask_with = |answers: &[&str]| {
            let no_values = FormValues::default();
            let mut hooks = QuestionHooks {
                check: &|_| Ok(()),
                has_draft: true,
                save: &mut |_| (),
                edit: &mut |_, _| Err(Failure::refused("no editor")),
            };
            let mut questions = FORM.questions(&no_values, Vec::new());
            for question in &mut questions {
                question.set_default_from(&before);
            }
            let mut script = ScriptedPrompter::new(answers);
            let values = ask(questions, &mut script, &no_values, &no_values, &mut hooks).unwrap();
            let texts = |key| -> Vec<String> {
                let all = values.get_all(key).iter();
                all.map(|answer| answer.text.clone()).collect()
            };
            (texts("minutes"), texts("wins"))
        };
        let empty = || vec![String::new()];
        assert_eq!(ask_with(&["-", "-"]), (empty(), empty()));
        // Going back to a cleared answer: Enter keeps it cleared, and another answer fills it again.
        assert_eq!(ask_with(&["-", "<", "", "-"]), (empty(), empty()));
        let filled = (vec!["50m".to_owned()], vec!["two".to_owned()]);
        assert_eq!(ask_with(&["-", "<", "50m", "-",]).0, filled.0);
        assert_eq!(ask_with(&["50m", "two", "<", "", "-"]), (filled.0, empty()));
    }

    #[test]
    fn required_question_is_asked_until_it_is_answered() {
        const NEEDY: Form = Form {
            name: "test",
            about: "A form for tests",
            fields: &[Field::title("Which?", "One")],
        };
        let (values, _) = ask_form(&NEEDY, &["", " ", "Two"], &|_| Ok(()));
        assert_eq!(values.unwrap().get("title"), Some("Two"));
    }

    #[test]
    fn resumed_questions_continue_after_the_last_answer() {
        let no_values = FormValues::default();
        let mut draft = FormValues::default();
        draft.set_known("minutes", ["45m".to_owned()]);
        let mut hooks = QuestionHooks {
            check: &|_| Ok(()),
            has_draft: true,
            save: &mut |_| (),
            edit: &mut |_, _| Err(Failure::refused("no editor")),
        };
        let questions = FORM.questions(&no_values, Vec::new());
        let mut script = ScriptedPrompter::new(&["one", ""]);
        let values = ask(questions, &mut script, &no_values, &draft, &mut hooks).unwrap();
        assert_eq!(values.get("minutes"), Some("45m"));
        assert_eq!(values.get("wins"), Some("one"));
    }

    #[test]
    fn resumed_questions_ask_again_for_a_refused_answer() {
        let no_values = FormValues::default();
        let mut draft = FormValues::default();
        draft.set_known("minutes", ["soon".to_owned()]);
        let check = |values: &FormValues| match values.get("minutes") {
            Some("soon") => Err(Failure::refused("`soon` is not a length")),
            _ => Ok(()),
        };
        let mut hooks = QuestionHooks {
            check: &check,
            has_draft: true,
            save: &mut |_| (),
            edit: &mut |_, _| Err(Failure::refused("no editor")),
        };
        let questions = FORM.questions(&no_values, Vec::new());
        let mut script = ScriptedPrompter::new(&["50m", "one", ""]);
        let values = ask(questions, &mut script, &no_values, &draft, &mut hooks).unwrap();
        assert_eq!(values.get("minutes"), Some("50m"));
        assert_eq!(values.get("wins"), Some("one"));
    }

    #[test]
    fn questions_after_a_gate_are_asked_only_after_a_yes() {
        let ask_with = |answers: &[&str], draft: &FormValues| {
            let no_values = FormValues::default();
            let mut hooks = QuestionHooks {
                check: &|_| Ok(()),
                has_draft: true,
                save: &mut |_| (),
                edit: &mut |_, _| Err(Failure::refused("no editor")),
            };
            let mut questions = FORM.questions(&no_values, Vec::new());
            questions.insert(1, FormQuestion::gate("More?", "More", "no", "yes"));
            let mut script = ScriptedPrompter::new(answers);
            ask(questions, &mut script, &no_values, draft, &mut hooks)
        };
        let no_values = FormValues::default();
        let short = ask_with(&["45m", ""], &no_values).unwrap();
        assert_eq!(short.get("minutes"), Some("45m"));
        let long = ask_with(&["45m", "yes", "one", ""], &no_values).unwrap();
        assert_eq!(long.get("wins"), Some("one"));
        // Back from the list and through the gate: answers after the gate are dropped.
        let back = ask_with(&["45m", "yes", "one", "<", "no"], &no_values).unwrap();
        assert!(back.get_all("wins").is_empty());
        // A draft with an answer after the gate continues there.
        let mut draft = FormValues::default();
        draft.set_known("wins", ["one".to_owned()]);
        let resumed = ask_with(&[], &draft).unwrap();
        assert_eq!(resumed.get("wins"), Some("one"));
    }

    #[test]
    fn plain_text_above_the_separator_needs_no_quotes() {
        const LOG: Form = Form {
            name: "test",
            about: "A form for tests",
            fields: &[
                Field::text("notes", "What?", "Ownership").placement(FlagPlacement::First),
                Field::line("minutes", "How long?", "45m"),
            ],
        };
        let form = LOG.for_editor(&FormValues::default(), Some("Check-in 3"), &[]);
        assert!(LOG.read(&form, "`f`").unwrap().is_empty());
        let written = format!("She said \"no\".\n\n# A heading\n{form}minutes = 50\n");
        let values = LOG.read(&written, "`f`").unwrap();
        let notes = "She said \"no\".\n\n# A heading";
        assert_eq!(values.get("notes"), Some(notes));
        assert_eq!(values.get("minutes"), Some("50"));
        let failure = LOG.read(&format!("Text\n{form}minuts = 50"), "`f`");
        let lines = form.lines().count();
        assert_eq!(failure.unwrap_err().line(), Some(lines + 2));
        // Older forms have no separator line.
        let values = LOG.read("notes = \"Old\"\nminutes = 50", "`f`").unwrap();
        assert_eq!(values.get("notes"), Some("Old"));
    }

    #[test]
    fn editor_form_offers_records_as_comments() {
        const LOG: Form = Form {
            name: "test",
            about: "A form for tests",
            fields: &[
                Field::words("covered", "Which?", "1"),
                Field::list("goals", "How far?", "1=40%"),
            ],
        };
        let choices = vec![Choice::new(&2, "2 Pace"), Choice::new(&3, "3 Scope")];
        let covered = LOG.question("covered").unwrap();
        let covered = covered.kind(QuestionKind::Several(choices));
        let known = FormAnswer { texts: Vec::new(), shown: "90%".to_owned() };
        let goal = LOG.question("goals").unwrap().label("Lead").prefix("1=");
        let questions = [covered, goal.known(Some(known))];
        let mut before = FormValues::default();
        before.set_known("covered", ["3".to_owned()]);
        let form = LOG.for_editor(&before, None, &questions);
        let ready = form.replace("# \"2\"", "\"2\"").replace("# \"1=90%\"", "\"1=95%\"");
        let values = LOG.read(&ready, "`f`").unwrap();
        assert_eq!(values.get_all("covered").len(), 2);
        assert_eq!(values.get("goals"), Some("1=95%"));
        assert_eq!(LOG.read(&form, "`f`").unwrap().get_all("covered").len(), 1);
        assert!(form.contains("# \"1=90%\",  # Lead\n"), "{form}");
    }

    proptest::proptest! {
        #[test]
        fn filled_template_is_read_back(notes in ".{0,40}", wins in proptest::collection::vec(".{1,20}", 0..4)) {
            let mut before = FormValues::default();
            before.set_known("notes", (!notes.trim().is_empty()).then_some(notes));
            before.set_known("wins", wins.into_iter().filter(|win| !win.trim().is_empty()));
            let read = FORM.read(&FORM.template(&before), "`f`").unwrap();
            let texts = |values: &FormValues, key| -> Vec<String> {
                values.get_all(key).iter().map(|answer| answer.text.clone()).collect()
            };
            proptest::prop_assert_eq!(texts(&read, "notes"), texts(&before, "notes"));
            proptest::prop_assert_eq!(texts(&read, "wins"), texts(&before, "wins"));
        }

        #[test]
        fn arbitrary_form_never_panics(text in "(?s).{0,80}") {
            let _ = FORM.read(&text, "`f`");
        }
    }
}
