//! `mentor NOUN done`, `drop`, `reopen` and the other verbs that change a record's state.

use std::marker::PhantomData;

use chrono::NaiveDate;
use clap::{Arg, ArgMatches, Command, FromArgMatches};

use crate::app::{App, pair_option};
use crate::commands::command_line::arg;
use crate::commands::crud::CrudRecord;
use crate::commands::crud::form_input::{parse_past_day, parse_record_numbers};
use crate::domain::dates::{DateStyle, Now};
use crate::domain::pair::PairContext;
use crate::domain::pair_item::HasState;
use crate::domain::record::Record;
use crate::error::{Failure, Result};
use crate::store::json;
use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;
use crate::view::words;

/// A verb and the state that it leads to.
pub struct Transition<S> {
    pub verb: &'static str,
    /// The first word of the confirmation: `Completed`.
    pub past: &'static str,
    pub to: S,
    pub about: &'static str,
    /// Another name for the verb.
    pub alias: Option<&'static str>,
}

/// A noun whose state is changed by verbs.
pub trait HasTransitions: CrudRecord + HasState {
    const TRANSITIONS: &'static [Transition<Self::State>];

    /// Returns why the record can't change to that state; `None`: it can.
    fn refuse_transition(record: &Record<Self>, to: Self::State) -> Option<Failure> {
        let _ = (record, to);
        None
    }

    /// Fails if what happened since rules out changing the record to `changed`.
    fn ensure_transition(
        record: &Record<Self>,
        changed: &Self,
        pair: &PairContext,
        tx: &ReadTx<'_>,
        now: Now,
    ) -> Result<()> {
        let _ = (record, changed, pair, tx, now);
        Ok(())
    }

    /// Makes further changes in the same undo step when the state changes.
    fn after_transition(record: &Record<Self>, pair: &PairContext, tx: &WriteTx<'_>) -> Result<()> {
        let _ = (record, pair, tx);
        Ok(())
    }

    /// Returns how the confirmation names the record: `topic 1: How to say no`.
    fn label(record: &Record<Self>, pair: &PairContext, style: DateStyle) -> String {
        let _ = pair;
        words::record_name(Self::LABEL, record.id, &record.title_line(style))
    }
}

/// Returns the confirmation of a transition: `Covered topic 1: How to say no`.
pub fn confirmation<T: HasTransitions>(
    record: &Record<T>,
    pair: &PairContext,
    style: DateStyle,
) -> String {
    let transition = T::TRANSITIONS.iter().find(|transition| transition.to == record.state());
    let past = transition.map_or("Updated", |transition| transition.past);
    format!("{past} {}", T::label(record, pair, style))
}

#[derive(Clone, Debug, clap::Args)]
pub struct TransitionArgs {
    /// Numbers of the records
    #[arg(required = true, value_name = "NUMBER")]
    numbers: Vec<String>,

    /// Date it happened [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

impl TransitionArgs {
    fn numbers(&self, noun: &str) -> Result<Vec<i64>> {
        let parse = |typed: &String| {
            parse_record_numbers(typed).map_err(|_| {
                let command = words::command(noun);
                Failure::usage(format!("`{typed}` is not a record number")).hint(format!(
                    "write `5`, `1,2` or `4-6`; run `mentor {command} list` to see them"
                ))
            })
        };
        let lists: Result<Vec<_>> = self.numbers.iter().map(parse).collect();
        Ok(lists?.concat())
    }
}

/// A transition that was typed; `verb` is its index in `TRANSITIONS`.
#[derive(Clone, Debug)]
pub struct TransitionCommand<T> {
    verb: usize,
    args: TransitionArgs,
    because: Option<String>,
    noun: PhantomData<fn() -> T>,
}

impl<T: HasTransitions> clap::Subcommand for TransitionCommand<T> {
    fn augment_subcommands(command: Command) -> Command {
        let verbs = T::TRANSITIONS.iter().map(|transition| {
            let verb =
                Command::new(transition.verb).about(transition.about).aliases(transition.alias);
            let because = Arg::new("because").long("because").value_name("TEXT");
            let because = because.help("Reason or outcome");
            <TransitionArgs as clap::Args>::augment_args(verb)
                .mut_arg("numbers", |arg: Arg| {
                    arg.help(format!(
                        "Numbers of the {}, such as 5 or 1,2 4-6",
                        words::plural(T::LABEL)
                    ))
                })
                .args(T::HAS_REASONS.then_some(because))
        });
        command.subcommands(verbs)
    }

    fn augment_subcommands_for_update(command: Command) -> Command {
        Self::augment_subcommands(command)
    }

    fn has_subcommand(name: &str) -> bool {
        T::TRANSITIONS
            .iter()
            .any(|transition| transition.verb == name || transition.alias == Some(name))
    }
}

impl<T: HasTransitions> FromArgMatches for TransitionCommand<T> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let missing = || clap::Error::new(clap::error::ErrorKind::MissingSubcommand);
        let (name, matches) = matches.subcommand().ok_or_else(missing)?;
        let verb = T::TRANSITIONS.iter().position(|transition| transition.verb == name);
        Ok(TransitionCommand {
            verb: verb.ok_or_else(missing)?,
            args: TransitionArgs::from_arg_matches(matches)?,
            because: if T::HAS_REASONS { matches.get_one("because").cloned() } else { None },
            noun: PhantomData,
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl<T: HasTransitions> TransitionCommand<T> {
    pub fn run(&self, app: &mut App<'_, '_>) -> Result<()> {
        let to = T::TRANSITIONS[self.verb].to;
        let args = &self.args;
        let changed = app.write(|app, tx| {
            let mut changed = Vec::new();
            for number in args.numbers(T::LABEL)? {
                let (mut record, pair) = app.find_record_for_write::<T>(tx, number)?;
                let today = app.today_of(pair.person(record.calendar_side_in(&pair)));
                let on = parse_past_day(tx, &pair, args.on.as_deref(), today)?;
                let because = arg::parse_text("reason", self.because.as_deref())?;
                apply_transition(tx, &mut record, &pair, to, on, because)?;
                changed.push((record, pair.slug().to_owned()));
            }
            Ok(changed)
        })?;
        app.print_record_json(|| json::one_or_more(&changed))
    }
}

/// Applies a transition within `tx`. Refuses a record that is already in that state: the number is probably a typo.
pub fn apply_transition<T: HasTransitions>(
    tx: &WriteTx<'_>,
    record: &mut Record<T>,
    pair: &PairContext,
    to: T::State,
    on: NaiveDate,
    because: Option<String>,
) -> Result<()> {
    if record.state() == to {
        let (noun, option) = (words::command(T::LABEL), pair_option(tx, pair)?);
        let list = format!("run `mentor {noun} list{option}` to see open ones");
        return Err(Failure::refused(format!(
            "{} {} is already {}",
            T::LABEL,
            record.id,
            words::state_label(&to.to_string())
        ))
        .hint(list));
    }
    if let Some(failure) = T::refuse_transition(record, to) {
        return Err(failure);
    }
    let mut changed = record.data.clone();
    changed.set_state(to, on, tx.now.at, because.clone());
    T::ensure_transition(record, &changed, pair, tx, tx.now)?;
    record.data = changed;
    tx.update(record)?;
    let reason = because.map(|text| format!(" ({text})"));
    tx.add_message(confirmation(record, pair, tx.now.style) + &reason.unwrap_or_default());
    T::after_transition(record, pair, tx)
}
