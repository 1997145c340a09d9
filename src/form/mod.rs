//! Forms: one table of fields feeds the questions, the TOML template and what is read from it.
//!
//! Whatever way a text came in, it ends as an answer that knows where it was given, so that a refusal can say so.

mod document;
mod encoding;
mod field;
mod foreign_tasks;
mod questions;
mod sheet;
mod values;

pub use document::{read_source, read_spreadsheet};
pub use field::{Field, FieldType, FlagPlacement};
pub use foreign_tasks::{ForeignError, read_markdown, read_taskwarrior, read_todo_txt};
pub use sheet::{DELIMITERS, Row, Sheet, SheetError, delimiter_of};
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
    use crate::prompt::Script;

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
        assert_eq!(failure.message, "line 2 of `f`: `minutes` has to be a text");
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

    #[test]
    fn a_refused_answer_is_asked_again() {
        let mut script = Script::new(&["wrong", "45m", "one", ""]);
        let check = |values: &FormValues| match values.get("minutes") {
            Some("wrong") => Err(Failure::refused("no")),
            _ => Ok(()),
        };
        let mut kept = 0;
        let values = FORM
            .ask(
                &mut script,
                FormValues::default(),
                &FormValues::default(),
                &check,
                &mut |_| kept += 1,
            )
            .unwrap();
        assert_eq!(values.get("minutes"), Some("45m"));
        assert_eq!(kept, 2);
    }

    #[test]
    fn what_is_needed_is_asked_until_it_is_said() {
        const NEEDY: Form = Form {
            name: "test",
            about: "A form for tests",
            fields: &[Field::title("Which?", "One")],
        };
        let (mut script, nothing) = (Script::new(&["", " ", "Two"]), FormValues::default());
        let asked = NEEDY.ask(
            &mut script,
            nothing.clone(),
            &nothing,
            &|_| Ok(()),
            &mut |_| (),
        );
        assert_eq!(asked.unwrap().get("title"), Some("Two"));
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
