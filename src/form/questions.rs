//! A form as questions, one at a time.

use crate::error::{FailureKind, Result};
use crate::form::values::{FormValues, InputOrigin, InputText};
use crate::form::{Field, Form};
use crate::prompt::Prompter;

impl Form {
    /// Asks what is not given yet. A refused answer is asked again, as is an empty one that can't be done without; after
    /// each one `keep` can put aside what there is.
    pub fn ask(
        &self,
        prompter: &mut dyn Prompter,
        mut values: FormValues,
        before: &FormValues,
        check: &dyn Fn(&FormValues) -> Result<()>,
        keep: &mut dyn FnMut(&FormValues),
    ) -> Result<FormValues> {
        for field in self.fields.iter().filter(|field| field.asked) {
            if !values.get_all(field.key).is_empty() {
                continue;
            }
            loop {
                let texts =
                    ask_field(field, prompter, before).map_err(|failure| match failure.kind {
                        FailureKind::AnswerNeeded => {
                            failure.hint(format!("give it with `--{}`", field.flag_name()))
                        }
                        _ => failure,
                    })?;
                if field.needed && texts.is_empty() {
                    prompter.say("an answer is required (Ctrl-C to stop)")?;
                    continue;
                }
                let answers = texts.into_iter().map(|text| InputText {
                    text,
                    origin: InputOrigin::Question,
                });
                let mut tried = values.clone();
                tried.set(field.key, answers.collect());
                match check(&tried) {
                    Ok(()) => {
                        values = tried;
                        keep(&values);
                        break;
                    }
                    Err(failure) if failure.kind == FailureKind::Refused => {
                        prompter.say(&format!("{failure}"))?;
                        for hint in &failure.hints {
                            prompter.say(&format!("  {hint}"))?;
                        }
                    }
                    Err(failure) => return Err(failure),
                }
            }
        }
        Ok(values)
    }
}

fn ask_field(
    field: &Field,
    prompter: &mut dyn Prompter,
    before: &FormValues,
) -> Result<Vec<String>> {
    let known = before.get_all(field.key);
    let known = |at: usize| known.get(at).map(|answer| answer.text.as_str());
    if !field.choices.is_empty() {
        return choose(field, prompter, known(0));
    }
    let example = format!("e.g. {}", field.example);
    if !field.is_list() {
        let text = prompter.noted(field.ask, &[&example], known(0))?;
        return Ok(if text.trim().is_empty() {
            Vec::new()
        } else {
            vec![text]
        });
    }
    let mut texts = Vec::new();
    let first = [&*example, "Enter to finish"];
    let (mut question, mut notes) = (field.ask, &first[..]);
    loop {
        let text = prompter.noted(question, notes, known(texts.len()))?;
        if text.trim().is_empty() {
            return Ok(texts);
        }
        texts.push(text);
        (question, notes) = ("  and", &[]);
    }
}

/// What may be left open can be left open here too.
const SKIP_CHOICE: &str = "(skip)";

fn choose(field: &Field, prompter: &mut dyn Prompter, known: Option<&str>) -> Result<Vec<String>> {
    let open = (!field.needed).then_some(&SKIP_CHOICE);
    let options = field.choices.iter().chain(open);
    let options: Vec<String> = options.map(|option| (*option).to_owned()).collect();
    let is_known = |option: &&str| Some(*option) == known;
    let first = match field.choices.iter().position(is_known) {
        Some(at) => at,
        None if field.needed => 0,
        None => field.choices.len(),
    };
    let at = prompter.choose(field.ask, &options, first)?;
    Ok(field
        .choices
        .get(at)
        .map(|choice| (*choice).to_owned())
        .into_iter()
        .collect())
}
