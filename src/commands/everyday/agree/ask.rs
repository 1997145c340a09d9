//! The questions of an agreement: the main terms, then the others if the user wants them.

use crate::commands::input::InputQuestions;
use crate::input::form::{Form, FormAnswer, FormQuestion, FormValues};

/// The terms that are always asked for. The others follow after a question whether to continue.
const MAIN_KEYS: [&str; 9] = [
    "because", "purpose", "ends", "cadence", "length", "mentor_replies_within",
    "mentee_replies_within", "mentor_expects", "mentee_expects",
];

pub fn questions(form: &Form, before: &FormValues) -> InputQuestions {
    let questions = form.questions(before, Vec::new());
    let (mut main, others): (Vec<_>, Vec<_>) = questions
        .into_iter()
        .map(with_suggestion)
        .partition(|question| MAIN_KEYS.contains(&question.key));
    main.push(FormQuestion::gate(
        "Add other terms now (notice, reviews, off-limits topics)?",
        "Other terms",
        "no, record it",
        format!("yes, {} more questions", others.len()),
    ));
    InputQuestions { questions: [main, others].concat(), ..InputQuestions::default() }
}

/// Suggests the mentor's reply time for the mentee too.
fn with_suggestion(question: FormQuestion) -> FormQuestion {
    match question.key {
        "mentee_replies_within" => question.suggest(|values| {
            let mentors = values.get("mentor_replies_within")?;
            Some(FormAnswer::new(&mentors, mentors))
        }),
        _ => question,
    }
}
