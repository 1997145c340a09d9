//! Forms: one table of fields feeds the questions, the TOML template and what is read from it.
//!
//! Whatever way a text came in, it ends as an answer that knows where it was given, so that a refusal can say so.

mod csv;
mod document;
mod encoding;
mod field;
mod foreign_tasks;
mod questions;
mod values;

pub use csv::{CsvError, CsvRow, CsvTable, DELIMITERS, delimiter_of};
pub use document::{read_source, read_spreadsheet};
pub use field::{Field, FieldType, FlagPlacement};
pub use foreign_tasks::{ForeignError, read_markdown, read_taskwarrior, read_todo_txt};
pub use questions::{Choice, FormAnswer, FormQuestion, QuestionHooks, QuestionKind, ask};
pub use values::FormValues;

/// A form, such as the agreement's.
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

/// A type that is given by a form: what its fields are is said once, here.
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
            Field::list("wins", "Wins?", "Shipped it")
                .flag("win")
                .prompted(),
            Field::private(),
        ],
    };

    #[test]
    fn an_unknown_key_is_named_with_its_line_and_the_nearest() {
        let failure = FORM
            .read("# form\nminuts = 4\n", "`form.toml`")
            .unwrap_err();
        assert_eq!(
            failure.message,
            "line 2 of `form.toml`: unknown key `minuts`"
        );
        assert_eq!(failure.hints, ["did you mean `minutes`?"]);
    }

    #[test]
    fn a_wrong_type_is_named_with_its_line_and_key() {
        let failure = FORM.read("\nminutes = [1]\n", "`f`").unwrap_err();
        assert_eq!(failure.message, "line 2 of `f`: `minutes` must be a text");
    }

    #[test]
    fn numbers_and_dates_count_as_text() {
        let values = FORM
            .read("minutes = 50\nnotes = 2026-12-01\nwins = 'one'", "`f`")
            .unwrap();
        assert_eq!(values.get("minutes"), Some("50"));
        assert_eq!(values.get("notes"), Some("2026-12-01"));
        assert_eq!(values.get_all("wins").len(), 1);
    }

    #[test]
    fn a_true_is_a_yes_and_stays_one_when_the_form_is_written_anew() {
        let values = FORM.read("private = true", "`f`").unwrap();
        assert_eq!(values.get("private"), Some("yes"));
        assert!(FORM.template(&values).contains("\nprivate = true\n"));
    }

    #[test]
    fn the_empty_template_says_nothing() {
        let template = FORM.template(&FormValues::default());
        assert!(FORM.read(&template, "`f`").unwrap().is_empty());
    }

    /// The answers that a walk through the questions of a form ends with, and how often they were kept.
    fn walked(
        form: &Form,
        answers: &[&str],
        check: &dyn Fn(&FormValues) -> crate::error::Result<()>,
    ) -> (crate::error::Result<FormValues>, usize) {
        let nothing = FormValues::default();
        let mut kept = 0;
        let mut outside = QuestionHooks {
            check,
            saves: true,
            keep: &mut |_| kept += 1,
            edit: &mut |text, _| Ok(format!("{text} and more\n")),
        };
        let questions = form.questions(&nothing, Vec::new());
        let mut script = ScriptedPrompter::new(answers);
        let asked = ask(questions, &mut script, &nothing, &nothing, &mut outside);
        (asked, kept)
    }

    #[test]
    fn a_refused_answer_is_asked_again() {
        let check = |values: &FormValues| match values.get("minutes") {
            Some("wrong") => Err(Failure::refused("no")),
            _ => Ok(()),
        };
        let (values, kept) = walked(&FORM, &["wrong", "45m", "one", ""], &check);
        assert_eq!(values.unwrap().get("minutes"), Some("45m"));
        assert_eq!(kept, 2);
    }

    #[test]
    fn a_refused_entry_of_a_list_keeps_the_others() {
        let check = |values: &FormValues| {
            let mut wins = values.get_all("wins").iter();
            if wins.any(|win| win.text == "wrong") {
                Err(Failure::refused("no"))
            } else {
                Ok(())
            }
        };
        let (values, _) = walked(&FORM, &["", "one", "wrong", "two", ""], &check);
        let values = values.unwrap();
        let wins: Vec<&str> = values
            .get_all("wins")
            .iter()
            .map(|one| &*one.text)
            .collect();
        assert_eq!(wins, ["one", "two"]);
    }

    #[test]
    fn a_way_back_leads_to_the_question_before_with_its_answer() {
        let (values, _) = walked(
            &FORM,
            &["45m", "one", "<", "<", "50m", "", "two", ""],
            &|_| Ok(()),
        );
        // Back from the list, where nothing is before the first question.
        let values = values.unwrap();
        assert_eq!(values.get("minutes"), Some("50m"));
        assert_eq!(values.get_all("wins").len(), 1);
        let (values, _) = walked(&FORM, &["45m", "one", "<", "", "two", ""], &|_| Ok(()));
        let values = values.unwrap();
        assert_eq!(values.get("minutes"), Some("45m"));
        assert_eq!(values.get_all("wins").len(), 2);
    }

    #[test]
    fn the_editor_takes_a_text_and_a_dash_leaves_it_empty() {
        const TALK: Form = Form {
            name: "test",
            about: "A form for tests",
            fields: &[Field::text("notes", "What?", "Ownership").prompted()],
        };
        let (values, _) = walked(&TALK, &["e"], &|_| Ok(()));
        assert_eq!(values.unwrap().get("notes"), Some("and more"));
        let (values, _) = walked(&TALK, &["-"], &|_| Ok(()));
        assert!(values.unwrap().is_empty());
    }

    #[test]
    fn a_dash_is_kept_as_empty_where_something_is_there_to_be_cleared() {
        let mut before = FormValues::default();
        before.set_known("minutes", ["45m".to_owned()]);
        before.set_known("wins", ["one".to_owned()]);
        let walk = |answers: &[&str]| {
            let nothing = FormValues::default();
            let mut outside = QuestionHooks {
                check: &|_| Ok(()),
                saves: true,
                keep: &mut |_| (),
                edit: &mut |_, _| Err(Failure::refused("no editor")),
            };
            let mut questions = FORM.questions(&nothing, Vec::new());
            for question in &mut questions {
                question.offer(&before);
            }
            let mut script = ScriptedPrompter::new(answers);
            let values = ask(questions, &mut script, &nothing, &nothing, &mut outside).unwrap();
            let texts = |key| -> Vec<String> {
                let all = values.get_all(key).iter();
                all.map(|answer| answer.text.clone()).collect()
            };
            (texts("minutes"), texts("wins"))
        };
        let empty = || vec![String::new()];
        assert_eq!(walk(&["-", "-"]), (empty(), empty()));
        // Back to what was cleared: Enter leaves it so, and another answer fills it again.
        assert_eq!(walk(&["-", "<", "", "-"]), (empty(), empty()));
        let filled = (vec!["50m".to_owned()], vec!["two".to_owned()]);
        assert_eq!(walk(&["-", "<", "50m", "-",]).0, filled.0);
        assert_eq!(walk(&["50m", "two", "<", "", "-"]), (filled.0, empty()));
    }

    #[test]
    fn what_is_needed_is_asked_until_it_is_said() {
        const NEEDY: Form = Form {
            name: "test",
            about: "A form for tests",
            fields: &[Field::title("Which?", "One")],
        };
        let (values, _) = walked(&NEEDY, &["", " ", "Two"], &|_| Ok(()));
        assert_eq!(values.unwrap().get("title"), Some("Two"));
    }

    #[test]
    fn an_interrupted_walk_goes_on_after_the_last_answer() {
        let nothing = FormValues::default();
        let mut begun = FormValues::default();
        begun.set_known("minutes", ["45m".to_owned()]);
        let mut outside = QuestionHooks {
            check: &|_| Ok(()),
            saves: true,
            keep: &mut |_| (),
            edit: &mut |_, _| Err(Failure::refused("no editor")),
        };
        let questions = FORM.questions(&nothing, Vec::new());
        let mut script = ScriptedPrompter::new(&["one", ""]);
        let values = ask(questions, &mut script, &nothing, &begun, &mut outside).unwrap();
        assert_eq!(values.get("minutes"), Some("45m"));
        assert_eq!(values.get("wins"), Some("one"));
    }

    #[test]
    fn an_interrupted_walk_asks_again_what_it_would_refuse() {
        let nothing = FormValues::default();
        let mut begun = FormValues::default();
        begun.set_known("minutes", ["soon".to_owned()]);
        let check = |values: &FormValues| match values.get("minutes") {
            Some("soon") => Err(Failure::refused("`soon` is not a length")),
            _ => Ok(()),
        };
        let mut outside = QuestionHooks {
            check: &check,
            saves: true,
            keep: &mut |_| (),
            edit: &mut |_, _| Err(Failure::refused("no editor")),
        };
        let questions = FORM.questions(&nothing, Vec::new());
        let mut script = ScriptedPrompter::new(&["50m", "one", ""]);
        let values = ask(questions, &mut script, &nothing, &begun, &mut outside).unwrap();
        assert_eq!(values.get("minutes"), Some("50m"));
        assert_eq!(values.get("wins"), Some("one"));
    }

    #[test]
    fn a_gate_leads_to_the_questions_behind_it_only_after_a_yes() {
        let walk = |answers: &[&str], begun: &FormValues| {
            let nothing = FormValues::default();
            let mut outside = QuestionHooks {
                check: &|_| Ok(()),
                saves: true,
                keep: &mut |_| (),
                edit: &mut |_, _| Err(Failure::refused("no editor")),
            };
            let mut questions = FORM.questions(&nothing, Vec::new());
            questions.insert(1, FormQuestion::gate("More?", "More", "no", "yes"));
            let mut script = ScriptedPrompter::new(answers);
            ask(questions, &mut script, &nothing, begun, &mut outside)
        };
        let nothing = FormValues::default();
        let short = walk(&["45m", ""], &nothing).unwrap();
        assert_eq!(short.get("minutes"), Some("45m"));
        let long = walk(&["45m", "yes", "one", ""], &nothing).unwrap();
        assert_eq!(long.get("wins"), Some("one"));
        // Back from the list and through the gate: what was said behind it is left out.
        let back = walk(&["45m", "yes", "one", "<", "no"], &nothing).unwrap();
        assert!(back.get_all("wins").is_empty());
        // A draft that has an answer behind the gate goes on there.
        let mut begun = FormValues::default();
        begun.set_known("wins", ["one".to_owned()]);
        let resumed = walk(&[], &begun).unwrap();
        assert_eq!(resumed.get("wins"), Some("one"));
    }

    #[test]
    fn plain_text_above_the_parting_line_needs_no_quotes() {
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
        // What was written before there was such a line.
        let values = LOG.read("notes = \"Old\"\nminutes = 50", "`f`").unwrap();
        assert_eq!(values.get("notes"), Some("Old"));
    }

    #[test]
    fn records_stand_ready_in_the_form_for_the_editor() {
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
        let known = FormAnswer {
            texts: Vec::new(),
            shown: "90%".to_owned(),
        };
        let goal = LOG.question("goals").unwrap().label("Lead").prefix("1=");
        let questions = [covered, goal.known(Some(known))];
        let mut before = FormValues::default();
        before.set_known("covered", ["3".to_owned()]);
        let form = LOG.for_editor(&before, None, &questions);
        let ready = form
            .replace("# \"2\"", "\"2\"")
            .replace("# \"1=90%\"", "\"1=95%\"");
        let values = LOG.read(&ready, "`f`").unwrap();
        assert_eq!(values.get_all("covered").len(), 2);
        assert_eq!(values.get("goals"), Some("1=95%"));
        assert_eq!(LOG.read(&form, "`f`").unwrap().get_all("covered").len(), 1);
        assert!(form.contains("# \"1=90%\",  # Lead\n"), "{form}");
    }

    proptest::proptest! {
        #[test]
        fn what_is_filled_in_is_read_back(notes in ".{0,40}", wins in proptest::collection::vec(".{1,20}", 0..4)) {
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
        fn no_form_makes_it_panic(text in "(?s).{0,80}") {
            let _ = FORM.read(&text, "`f`");
        }
    }
}
