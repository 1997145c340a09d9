//! The questions of an agreement: the main terms, then the others if they are wanted.

use crate::commands::input::InputQuestions;
use crate::input::form::{Form, FormAnswer, FormQuestion, FormValues};

/// The terms that are asked for in any case; the others come after a question whether to go on.
const MAIN: [&str; 9] = [
    "because",
    "purpose",
    "ends",
    "cadence",
    "length",
    "mentor_replies_within",
    "mentee_replies_within",
    "mentor_expects",
    "mentee_expects",
];

pub fn questions(form: &Form, before: &FormValues) -> InputQuestions {
    let asked = form.questions(before, Vec::new());
    let (mut main, others): (Vec<_>, Vec<_>) = asked
        .into_iter()
        .map(with_suggestion)
        .partition(|question| MAIN.contains(&question.key));
    main.push(FormQuestion::gate(
        "Add other terms now (notice, reviews, off-limits topics)?",
        "Other terms",
        "no, record it",
        format!("yes, {} more questions", others.len()),
    ));
    InputQuestions {
        questions: [main, others].concat(),
        ..InputQuestions::default()
    }
}

/// The mentee answers as quickly as the mentor, unless you say otherwise.
fn with_suggestion(question: FormQuestion) -> FormQuestion {
    match question.key {
        "mentee_replies_within" => question.suggest(|values| {
            let mentors = values.get("mentor_replies_within")?;
            Some(FormAnswer::new(&mentors, mentors))
        }),
        _ => question,
    }
}
