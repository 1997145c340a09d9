//! A form as questions: one at a time, each checked at once, with a way back.

use crate::error::{Failure, FailureKind, Result};
use crate::input::form::values::{FormValues, InputOrigin, InputText};
use crate::input::form::{Field, FieldType, Form};
use crate::prompt::{self, Prompt, Prompter, Reply};
use crate::view::page::style::{Style, paint};
use crate::view::words;

/// One question of a form. Several may give entries of the same list.
#[derive(Clone, Debug)]
pub struct FormQuestion {
    pub key: &'static str,
    /// What the answer is called once it is given.
    pub label: String,
    pub ask: String,
    pub example: &'static str,
    pub kind: QuestionKind,
    /// What Enter gives.
    pub known: Option<FormAnswer>,
    pub is_required: bool,
    /// Whether something is there that an empty answer has to take away.
    is_clearable: bool,
    /// What stands before what is typed, such as the number of a goal.
    pub prefix: Option<String>,
    /// What Enter gives where nothing is known, made of the answers before.
    pub suggest: Option<fn(&FormValues) -> Option<FormAnswer>>,
    /// Whether the questions behind it are put only after a yes. Its own answer belongs to no field.
    is_gate: bool,
    option: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    /// A value with a form of its own, such as a date.
    Value,
    /// Free text of a line.
    Line,
    /// Free text of any length.
    Text,
    List,
    One(Vec<Choice>),
    Several(Vec<Choice>),
}

/// Something to choose: its value, and how it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub words: String,
}

impl Choice {
    pub fn new(value: &impl ToString, words: impl Into<String>) -> Choice {
        Choice {
            value: value.to_string(),
            words: words.into(),
        }
    }
}

/// What a question was answered with, and how that is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormAnswer {
    pub texts: Vec<String>,
    pub shown: String,
}

impl FormAnswer {
    pub fn new(text: &impl ToString, shown: impl Into<String>) -> FormAnswer {
        FormAnswer {
            texts: vec![text.to_string()],
            shown: shown.into(),
        }
    }

    fn from_texts(texts: Vec<String>) -> FormAnswer {
        FormAnswer {
            shown: texts.join("; "),
            texts,
        }
    }
}

/// What a walk through questions needs from outside.
pub struct QuestionHooks<'o> {
    /// Refuses an answer that breaks a rule.
    pub check: &'o dyn Fn(&FormValues) -> Result<()>,
    /// Whether what is kept makes a draft.
    pub saves: bool,
    /// Puts aside what there is, after each answer.
    pub keep: &'o mut dyn FnMut(&FormValues),
    /// Opens the editor on a text, with the question below it.
    pub edit: &'o mut dyn FnMut(&str, &str) -> Result<String>,
}

/// Typed for no answer, where Enter gives one.
const NOTHING: &str = "-";

/// How the answer is shown that takes away what was there.
const CLEARED: &str = "cleared";

/// Typed for the editor.
const EDITOR: &str = "e";

/// The answers of a gate.
const NO: &str = "no";
const YES: &str = "yes";

/// What is told once, above several questions.
fn help(questions: &[FormQuestion], saves: bool) -> String {
    let mut keys = vec!["Enter accepts or skips", "Esc goes back", "- clears"];
    if questions.iter().any(FormQuestion::takes_text) && saves {
        keys.push("e edits");
    }
    keys.push(if saves {
        "Ctrl-C saves a draft"
    } else {
        "Ctrl-C stops"
    });
    keys.join(", ")
}

impl Field {
    /// The question of this field, with what is known of it.
    pub fn as_question(&self, before: &FormValues) -> FormQuestion {
        let known: Vec<String> = before
            .get_all(self.key)
            .iter()
            .map(|answer| answer.text.clone())
            .collect();
        let is_free = matches!(self.value, "TEXT" | "TITLE" | "NAME");
        let kind = match self.field_type {
            _ if !self.choices.is_empty() => {
                let open = (!self.is_required).then(|| Choice::new(&"", "(skip)"));
                let choices = self
                    .choices
                    .iter()
                    .map(|one| Choice::new(one, one.replace('-', " ")));
                QuestionKind::One(choices.chain(open).collect())
            }
            FieldType::List | FieldType::Words => QuestionKind::List,
            FieldType::Text => QuestionKind::Text,
            FieldType::Line if is_free => QuestionKind::Line,
            FieldType::Line | FieldType::Yes => QuestionKind::Value,
        };
        FormQuestion {
            key: self.key,
            label: words::capitalize(&words::field_label(self.key).replace('_', " ")),
            ask: self.ask.to_owned(),
            example: self.example,
            kind,
            known: (!known.is_empty()).then(|| FormAnswer::from_texts(known)),
            is_required: self.is_required,
            is_clearable: false,
            prefix: None,
            suggest: None,
            is_gate: false,
            option: self.flag_name(),
        }
    }
}

impl FormQuestion {
    /// Asks whether to go on with the questions behind it.
    pub fn gate(
        ask: impl Into<String>,
        label: impl Into<String>,
        no: impl Into<String>,
        yes: impl Into<String>,
    ) -> FormQuestion {
        FormQuestion {
            key: "",
            label: label.into(),
            ask: ask.into(),
            example: "",
            kind: QuestionKind::One(vec![Choice::new(&NO, no), Choice::new(&YES, yes)]),
            known: None,
            is_required: true,
            is_clearable: false,
            prefix: None,
            suggest: None,
            is_gate: true,
            option: String::new(),
        }
    }

    #[must_use]
    pub fn kind(self, kind: QuestionKind) -> FormQuestion {
        FormQuestion { kind, ..self }
    }

    #[must_use]
    pub fn known(self, known: Option<FormAnswer>) -> FormQuestion {
        FormQuestion { known, ..self }
    }

    #[must_use]
    pub fn label(self, label: impl Into<String>) -> FormQuestion {
        FormQuestion {
            label: label.into(),
            ..self
        }
    }

    #[must_use]
    pub fn asking(self, ask: impl Into<String>) -> FormQuestion {
        FormQuestion {
            ask: ask.into(),
            ..self
        }
    }

    #[must_use]
    pub fn example(self, example: &'static str) -> FormQuestion {
        FormQuestion { example, ..self }
    }

    /// What Enter takes, made of the answers before.
    #[must_use]
    pub fn suggest(self, suggest: fn(&FormValues) -> Option<FormAnswer>) -> FormQuestion {
        FormQuestion {
            suggest: Some(suggest),
            ..self
        }
    }

    #[must_use]
    pub fn prefix(self, prefix: impl Into<String>) -> FormQuestion {
        FormQuestion {
            prefix: Some(prefix.into()),
            ..self
        }
    }

    fn takes_text(&self) -> bool {
        matches!(
            self.kind,
            QuestionKind::Line | QuestionKind::Text | QuestionKind::List
        )
    }

    /// Has Enter give what is known from before, such as from a template.
    pub fn offer(&mut self, before: &FormValues) {
        let before = self.answer_in(before);
        self.is_clearable = before.is_some();
        self.known = before.or(self.known.take());
    }

    /// No answer. One that takes away what was there is an empty text, which a draft keeps too.
    fn no_answer(&self) -> FormAnswer {
        if self.is_clearable {
            self.describe(vec![String::new()])
        } else {
            FormAnswer::default()
        }
    }

    /// What was given of it before, such as in a draft.
    fn answer_in(&self, values: &FormValues) -> Option<FormAnswer> {
        let texts = values.get_all(self.key).iter().map(|one| one.text.clone());
        let texts: Vec<String> = match &self.prefix {
            Some(prefix) => texts.filter(|text| text.starts_with(prefix)).collect(),
            None => texts.collect(),
        };
        (!texts.is_empty()).then(|| self.describe(texts))
    }

    /// The answer as it is shown.
    fn describe(&self, texts: Vec<String>) -> FormAnswer {
        if !texts.is_empty() && texts.iter().all(String::is_empty) {
            return FormAnswer::new(&"", CLEARED);
        }
        let words = |text: &String| match &self.kind {
            QuestionKind::One(choices) | QuestionKind::Several(choices) => {
                let found = choices.iter().find(|choice| choice.value == *text);
                found.map_or_else(|| text.clone(), |choice| choice.words.clone())
            }
            _ => match &self.prefix {
                Some(prefix) => text
                    .strip_prefix(prefix.as_str())
                    .unwrap_or(text)
                    .to_owned(),
                None => text.clone(),
            },
        };
        let shown: Vec<String> = texts.iter().map(words).collect();
        FormAnswer {
            shown: shown.join("; "),
            texts,
        }
    }
}

impl Form {
    /// The questions of the fields that are asked for, in their order; `own` has those of a field that are put in another
    /// way, or none at all.
    pub fn questions(
        &self,
        before: &FormValues,
        mut own: Vec<(&'static str, Vec<FormQuestion>)>,
    ) -> Vec<FormQuestion> {
        let mut questions = Vec::new();
        for field in self.fields {
            let at = own.iter().position(|(key, _)| *key == field.key);
            if let Some(at) = at {
                questions.extend(own.swap_remove(at).1);
            } else if field.is_prompted {
                questions.push(field.as_question(before));
            }
        }
        questions
    }

    /// The question of one field, whether it is asked for by default or not.
    pub fn question(&self, key: &str) -> Option<FormQuestion> {
        let field = self.field(key)?;
        Some(field.as_question(&FormValues::default()))
    }
}

/// Asks what is not given yet. A refused answer is asked again, as is an empty one that can't be done without.
/// `answered` has what an interrupted walk has left: it goes on after that.
pub fn ask(
    questions: Vec<FormQuestion>,
    prompter: &mut dyn Prompter,
    given: &FormValues,
    answered: &FormValues,
    outside: &mut QuestionHooks<'_>,
) -> Result<FormValues> {
    let questions: Vec<FormQuestion> = questions
        .into_iter()
        .filter(|question| given.get_all(question.key).is_empty())
        .collect();
    let mut answers: Vec<Option<FormAnswer>> = questions
        .iter()
        .map(|question| question.answer_in(answered))
        .collect();
    let last = answers.iter().rposition(Option::is_some).unwrap_or(0);
    for (question, answer) in questions.iter().zip(&mut answers).take(last) {
        if question.is_gate {
            *answer = Some(question.describe(vec![YES.to_owned()]));
        }
    }
    let mut walk = Walk {
        at: answers
            .iter()
            .rposition(Option::is_some)
            .map_or(0, |at| at + 1),
        begun: String::new(),
        questions,
        answers,
        given,
        prompter,
        outside,
    };
    if walk.questions.len() > 1 {
        let help = help(&walk.questions, walk.outside.saves);
        walk.prompter.say(&paint(Style::Dim, &help))?;
    }
    walk.reopen_refused();
    for at in 0..walk.at {
        walk.settle(at)?;
    }
    while walk.at < walk.end() {
        walk.step()?;
    }
    Ok(walk.values())
}

struct Walk<'w, 'o> {
    questions: Vec<FormQuestion>,
    answers: Vec<Option<FormAnswer>>,
    at: usize,
    /// What an interrupted walk has left in the line of the first question, where it was refused or half typed.
    begun: String,
    given: &'w FormValues,
    prompter: &'w mut dyn Prompter,
    outside: &'w mut QuestionHooks<'o>,
}

/// What came of a question.
enum StepOutcome {
    Answered(FormAnswer),
    Back,
}

impl Walk<'_, '_> {
    fn question(&self) -> &FormQuestion {
        &self.questions[self.at]
    }

    /// Where the walk ends: behind the last question, or behind the first gate without a yes.
    fn end(&self) -> usize {
        let is_open = |answer: &FormAnswer| answer.texts.iter().any(|text| text == YES);
        let mut asked = self.questions.iter().zip(&self.answers);
        let gate = asked.position(|(question, answer)| {
            question.is_gate && !answer.as_ref().is_some_and(is_open)
        });
        gate.map_or(self.questions.len(), |at| at + 1)
    }

    /// All that is given so far.
    fn values(&self) -> FormValues {
        self.values_with(self.answers.len(), &[])
    }

    /// All that is given, with these texts for the question at `place`.
    fn values_with(&self, place: usize, texts: &[String]) -> FormValues {
        let mut values = self.given.clone();
        let asked = self.questions.iter().enumerate().take(self.end());
        for (at, question) in asked.filter(|(_, question)| !question.is_gate) {
            let own = match &self.answers[at] {
                _ if at == place => texts,
                Some(answer) => &answer.texts,
                None => continue,
            };
            let mut all = values.get_all(question.key).to_vec();
            let is_cleared = question.is_clearable && own.iter().all(String::is_empty);
            all.extend(
                own.iter()
                    .filter(|text| is_cleared || !text.is_empty())
                    .map(|text| InputText {
                        text: text.clone(),
                        origin: InputOrigin::Question,
                    }),
            );
            values.set(question.key, all);
        }
        values
    }

    /// Goes back to the first answer of an interrupted walk that is refused, and has its text in the line again.
    fn reopen_refused(&mut self) {
        let mut left = std::mem::take(&mut self.answers);
        self.answers.resize(left.len(), None);
        for (at, answer) in left.iter_mut().enumerate().take(self.at) {
            self.answers[at] = answer.take();
            let Err(_) = (self.outside.check)(&self.values()) else {
                continue;
            };
            let refused = self.answers[at].take();
            self.begun = refused.map(|answer| answer.shown).unwrap_or_default();
            self.at = at;
            break;
        }
        for (answer, left) in self.answers.iter_mut().zip(left) {
            *answer = answer.take().or(left);
        }
    }

    fn settle(&mut self, at: usize) -> Result<()> {
        let shown = self.answers[at].as_ref().map_or("", |one| &one.shown);
        self.prompter.settle(&self.questions[at].label, shown)
    }

    /// One question until it is answered, or left for the one before.
    fn step(&mut self) -> Result<()> {
        let known = self.answers[self.at].clone();
        let known = known.or_else(|| self.question().known.clone());
        let known = known.or_else(|| (self.question().suggest?)(&self.values()));
        let known = known.filter(|known| !known.shown.is_empty());
        let step = match self.question().kind.clone() {
            QuestionKind::One(choices) => self.one(&choices, known.as_ref())?,
            QuestionKind::Several(choices) => self.several(&choices, known.as_ref())?,
            QuestionKind::List => self.list(known.as_ref())?,
            _ => self.line(known)?,
        };
        match step {
            StepOutcome::Answered(answer) => {
                self.answers[self.at] = Some(answer);
                let values = self.values();
                (self.outside.keep)(&values);
                self.settle(self.at)?;
                self.at += 1;
            }
            StepOutcome::Back if self.at == 0 => {
                self.prompter.report_problem("this is the first question")?;
            }
            StepOutcome::Back => {
                self.at -= 1;
                self.prompter.reopen()?;
            }
        }
        Ok(())
    }

    /// Says what is wrong with an answer; false: nothing is.
    fn report_if_refused(&mut self, texts: &[String]) -> Result<bool> {
        if self.question().is_required && texts.iter().all(|text| text.trim().is_empty()) {
            self.prompter
                .report_problem("an answer is required (Ctrl-C to stop)")?;
            return Ok(true);
        }
        let values = self.values_with(self.at, texts);
        match (self.outside.check)(&values) {
            Ok(()) => Ok(false),
            Err(failure) if failure.is_typo() => {
                self.report_failure(&failure)?;
                Ok(true)
            }
            Err(failure) => Err(failure),
        }
    }

    fn report_failure(&mut self, failure: &Failure) -> Result<()> {
        self.prompter.report_problem(&format!("{failure}"))?;
        for hint in &failure.hints {
            self.prompter.report_problem(&format!("  {hint}"))?;
        }
        Ok(())
    }

    fn prompt<'q>(&self, ask: &'q str, notes: &'q [&'q str], known: Option<&'q str>) -> Prompt<'q> {
        Prompt {
            question: ask,
            notes,
            default: known,
            begun: "",
            place: (self.questions.len() > 1).then_some((self.at + 1, self.end())),
            has_previous: self.at > 0,
            is_menu: false,
        }
    }

    fn reply(&self, reply: Result<Reply<String>>) -> Result<Reply<String>> {
        reply.map_err(|failure| self.explain(failure))
    }

    fn explain(&self, failure: Failure) -> Failure {
        match failure.kind {
            FailureKind::AnswerNeeded if !self.question().is_gate => {
                failure.hint(format!("give it with `--{}`", self.question().option))
            }
            _ => failure,
        }
    }

    /// Keeps what was typed when the interrupt came.
    fn stop<T>(&mut self, mut texts: Vec<String>, partial: String) -> Result<T> {
        texts.extend((!partial.is_empty()).then_some(partial));
        if !texts.is_empty() {
            let values = self.values_with(self.at, &texts);
            (self.outside.keep)(&values);
        }
        Err(prompt::prompt_failure())
    }

    fn line(&mut self, mut known: Option<FormAnswer>) -> Result<StepOutcome> {
        let question = self.question().clone();
        let example = format!("e.g. {}", question.example);
        let notes = [&*example];
        let mut begun = std::mem::take(&mut self.begun);
        loop {
            let shown = known.as_ref().map(|known| known.shown.as_str());
            let prompt = Prompt {
                begun: &begun,
                ..self.prompt(&question.ask, &notes, shown)
            };
            let reply = self.prompter.text(prompt);
            let typed = match self.reply(reply)? {
                Reply::Given(typed) => typed,
                Reply::Back => return Ok(StepOutcome::Back),
                Reply::Stopped(partial) => {
                    let partial = Self::with_prefix(&question, partial);
                    return self.stop(Vec::new(), partial);
                }
            };
            let answer = match (typed.as_str(), &known) {
                (prompt::BACK, _) => return Ok(StepOutcome::Back),
                ("", Some(known)) => known.clone(),
                ("" | NOTHING, _) => question.no_answer(),
                (EDITOR, _) if question.takes_text() && self.outside.saves => {
                    let text = known.as_ref().and_then(|known| known.texts.first());
                    let text = text.cloned().unwrap_or_default();
                    let Some(text) = self.edited(&text)? else {
                        continue;
                    };
                    FormAnswer::from_texts(vec![text])
                }
                _ => question.describe(vec![Self::with_prefix(&question, typed.clone())]),
            };
            if !self.report_if_refused(&answer.texts)? {
                return Ok(StepOutcome::Answered(answer));
            }
            // What was typed can be mended where it stands.
            if answer.shown.contains('\n') {
                known = Some(answer);
            } else if !typed.is_empty() {
                begun = typed;
            }
        }
    }

    fn with_prefix(question: &FormQuestion, typed: String) -> String {
        match &question.prefix {
            Some(prefix) if !typed.is_empty() && !typed.starts_with(prefix.as_str()) => {
                format!("{prefix}{typed}")
            }
            _ => typed,
        }
    }

    /// The text as it comes from the editor; none: it could not be opened, or nothing was written.
    fn edited(&mut self, text: &str) -> Result<Option<String>> {
        let ask = self.question().ask.clone();
        match (self.outside.edit)(text, &ask) {
            Ok(text) if text.trim().is_empty() => Ok(None),
            Ok(text) => Ok(Some(text.trim().to_owned())),
            Err(failure) => {
                self.report_failure(&failure)?;
                Ok(None)
            }
        }
    }

    /// Entries one by one; what is typed is added to those that are known.
    fn list(&mut self, known: Option<&FormAnswer>) -> Result<StepOutcome> {
        let question = self.question().clone();
        let example = format!("e.g. {}", question.example);
        let notes = [&*example, "Enter to finish"];
        let mut texts: Vec<String> = known.map_or_else(Vec::new, |known| known.texts.clone());
        let mut begun = std::mem::take(&mut self.begun);
        let mut is_settled = false;
        loop {
            let shown = known
                .filter(|_| !is_settled)
                .map(|known| known.shown.as_str());
            let (ask, notes) = if is_settled {
                ("and?", &[][..])
            } else {
                (question.ask.as_str(), &notes[..])
            };
            let prompt = Prompt {
                begun: &begun,
                ..self.prompt(ask, notes, shown)
            };
            let reply = self.prompter.text(prompt);
            let typed = match self.reply(reply)? {
                Reply::Given(typed) => typed,
                Reply::Back => prompt::BACK.to_owned(),
                Reply::Stopped(partial) => return self.stop(texts, partial),
            };
            let new = match typed.as_str() {
                "" => texts.clone(),
                NOTHING => question.no_answer().texts,
                prompt::BACK => {
                    if is_settled {
                        self.answers[self.at] = Some(question.describe(texts));
                        self.prompter.reopen()?;
                    }
                    return Ok(StepOutcome::Back);
                }
                EDITOR => {
                    let Some(text) = self.edited(&texts.join("\n"))? else {
                        continue;
                    };
                    let lines = text.lines().map(str::trim);
                    let lines = lines.filter(|line| !line.is_empty());
                    lines.map(str::to_owned).collect()
                }
                typed => {
                    let filled = texts.iter().filter(|text| !text.is_empty());
                    filled.cloned().chain([typed.to_owned()]).collect()
                }
            };
            if self.report_if_refused(&new)? {
                if !["", NOTHING, EDITOR].contains(&typed.as_str()) {
                    begun = typed;
                }
                continue;
            }
            if is_settled {
                self.prompter.reopen()?;
            }
            if typed.is_empty() || typed == NOTHING {
                return Ok(StepOutcome::Answered(question.describe(new)));
            }
            self.prompter.settle(&question.label, &new.join("; "))?;
            (texts, begun, is_settled) = (new, String::new(), true);
        }
    }

    fn one(&mut self, choices: &[Choice], known: Option<&FormAnswer>) -> Result<StepOutcome> {
        let question = self.question().clone();
        let words: Vec<String> = choices.iter().map(|one| one.words.clone()).collect();
        let known = known.and_then(|known| known.texts.first());
        let is_known = |choice: &Choice| Some(&choice.value) == known;
        let first = match choices.iter().position(is_known) {
            Some(at) => at,
            None if question.is_required => 0,
            None => choices.len().saturating_sub(1),
        };
        loop {
            let prompt = self.prompt(&question.ask, &[], None);
            let reply = self.prompter.choose_one(prompt, &words, first);
            let at = match reply.map_err(|failure| self.explain(failure))? {
                Reply::Given(at) => at,
                Reply::Back => return Ok(StepOutcome::Back),
                Reply::Stopped(_) => return self.stop(Vec::new(), String::new()),
            };
            let chosen = choices.get(at).filter(|choice| !choice.value.is_empty());
            let answer = chosen.map_or_else(
                || question.no_answer(),
                |choice| FormAnswer::new(&choice.value, choice.words.clone()),
            );
            if !self.report_if_refused(&answer.texts)? {
                return Ok(StepOutcome::Answered(answer));
            }
        }
    }

    fn several(&mut self, choices: &[Choice], known: Option<&FormAnswer>) -> Result<StepOutcome> {
        let question = self.question().clone();
        let is_known = |one: &Choice| known.is_some_and(|known| known.texts.contains(&one.value));
        let options: Vec<(String, bool)> = choices
            .iter()
            .map(|choice| (choice.words.clone(), is_known(choice)))
            .collect();
        loop {
            let prompt = self.prompt(&question.ask, &[], None);
            let reply = self.prompter.choose_several(prompt, &options);
            let ticked = match reply.map_err(|failure| self.explain(failure))? {
                Reply::Given(ticked) => ticked,
                Reply::Back => return Ok(StepOutcome::Back),
                Reply::Stopped(_) => return self.stop(Vec::new(), String::new()),
            };
            let chosen = ticked.into_iter().filter_map(|at| choices.get(at));
            let texts: Vec<String> = chosen.map(|choice| choice.value.clone()).collect();
            if !self.report_if_refused(&texts)? {
                return Ok(StepOutcome::Answered(question.describe(texts)));
            }
        }
    }
}
