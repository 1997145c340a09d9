//! The form of a review, and the period that it covers.

use crate::commands::crud::CrudRecord;
use crate::commands::crud::form_input::FormInput;
use crate::commands::everyday::review::print::since_last;
use crate::domain::dates::{self, Now};
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::domain::review::Review;
use crate::error::{Failure, Result};
use crate::input::form::{Field, Form, FormValues, HasForm};

impl HasForm for Review {
    const FORM: Form = Form {
        name: "review record",
        about: "A progress review: what you concluded",
        fields: &FIELDS,
    };
}

const FIELDS: [Field; 10] = [
    Field::day("on", "When was it?", "today").help("Date [default: today]"),
    Field::list("achievements", "What was achieved?", "Led the design review")
        .flag("achievement")
        .help("Achievement (repeatable)")
        .prompted(),
    Field::list("improve", "What could be better?", "Says no too late")
        .help("Area for improvement (repeatable)")
        .prompted(),
    Field::list("next", "What comes next?", "Own the on-call rota")
        .help("Next step (repeatable)")
        .prompted(),
    Field::list("stop", "What will you stop doing?", "Status by mail")
        .help("Something to stop doing (repeatable)")
        .prompted(),
    Field::list("start", "What will you start doing?", "Agenda a day before")
        .help("Something to start doing (repeatable)")
        .prompted(),
    Field::list("go_on", "What will you keep doing?", "Fortnightly calls")
        .flag("continue")
        .help("Something to keep doing (repeatable)")
        .prompted(),
    Field::list("agreement", "What should change in the agreement?", "Reply within a day")
        .help("Change to the agreement (repeatable)")
        .prompted(),
    Field::text("notes", "Anything else?", "A good talk").help("Anything else").prompted(),
    Field::private(),
];

impl CrudRecord for Review {
    const LIST_FIELDS: &'static [&'static str] = &["since", "on"];
    const ADDED_VERB: &'static str = "Recorded";

    fn with_defaults(input: &FormInput<'_>) -> Self {
        Review {
            pair: input.pair.id(),
            since: input.today().day,
            on: input.today().day,
            achievements: Vec::new(),
            improve: Vec::new(),
            next: Vec::new(),
            stop: Vec::new(),
            start: Vec::new(),
            go_on: Vec::new(),
            agreement: Vec::new(),
            notes: None,
            private: false,
            at: None,
        }
    }

    fn apply(&mut self, input: &FormInput<'_>) -> Result<()> {
        let before = self.on;
        input.past_day("on", input.pair.user_side(), &mut self.on)?;
        if self.on != before {
            // A stored review: its period ends with the corrected day.
            self.at = self.at.map(|_| input.pair.moment_on(self.on, input.now.at));
        }
        input.lines("achievements", &mut self.achievements)?;
        input.lines("improve", &mut self.improve)?;
        input.lines("next", &mut self.next)?;
        input.lines("stop", &mut self.stop)?;
        input.lines("start", &mut self.start)?;
        input.lines("go_on", &mut self.go_on)?;
        input.lines("agreement", &mut self.agreement)?;
        input.optional_text("notes", &mut self.notes)?;
        input.flag("private", &mut self.private)
    }

    /// Begins the period where the last review ended.
    fn before_insert(&mut self, input: &FormInput<'_>) -> Result<()> {
        if let Some(tx) = input.tx() {
            let at = input.pair.moment_on(self.on, input.now.at);
            self.since = since_last(tx, input.pair, at)?.first_day;
            self.at = Some(at);
        }
        Ok(())
    }

    fn missing_required(values: &FormValues) -> Option<Failure> {
        let is_filled = |field: &Field| !values.get_all(field.key).is_empty();
        let mut filled = Review::FORM.fields.iter().filter(|field| is_filled(field));
        let is_enough = filled.any(|field| !matches!(field.key, "on" | "private"));
        (!is_enough).then(|| {
            Failure::answer_needed("a review needs a conclusion")
                .hint("try `--achievement \"Led the design review\" --next \"Own the on-call rota\"`, or `--from FILE`")
        })
    }

    fn summary(record: &Record<Self>, pair: &PairContext, now: Now) -> String {
        let period = dates::range(record.since, record.on, now.style);
        format!("review {} of `{}`: {period}", record.id, pair.slug())
    }
}
