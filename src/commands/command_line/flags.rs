//! A form's fields as flags: what `Form` says once is what the command line takes.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::commands::input::InputSource;
use crate::input::form::{Field, FieldType, FlagPlacement, Form, FormValues, HasForm};

/// What the flags of a new `F` said.
#[derive(Clone)]
pub struct AddFlags<F> {
    pub values: FormValues,
    form: PhantomData<fn() -> F>,
}

/// What the flags said that change an `F`.
#[derive(Clone)]
pub struct EditFlags<F> {
    pub values: FormValues,
    form: PhantomData<fn() -> F>,
}

/// The two differ in which fields they take and in where the first word stands.
macro_rules! args {
    ($type:ident, $others:expr, $first:expr) => {
        impl<F> fmt::Debug for $type<F> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.values.fmt(f)
            }
        }

        impl<F: HasForm> clap::Args for $type<F> {
            fn augment_args(command: Command) -> Command {
                let fields = F::FORM.fields.iter().filter(|one| one.place != $others);
                command.args(fields.map(|field| arg(field, $first)))
            }

            fn augment_args_for_update(command: Command) -> Command {
                Self::augment_args(command)
            }
        }

        impl<F: HasForm> clap::FromArgMatches for $type<F> {
            fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
                let fields = F::FORM.fields.iter().filter(|one| one.place != $others);
                Ok($type {
                    values: values(&F::FORM, fields, matches),
                    form: PhantomData,
                })
            }

            fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
                *self = Self::from_arg_matches(matches)?;
                Ok(())
            }
        }
    };
}

args!(AddFlags, FlagPlacement::Change, true);
args!(EditFlags, FlagPlacement::New, false);

/// Where the form of an `F` comes from. The file is `--from`, unless the form has a field of that name.
#[derive(Clone)]
pub struct InputSourceArgs<F> {
    ways: InputSource,
    form: PhantomData<fn() -> F>,
}

impl<F> Deref for InputSourceArgs<F> {
    type Target = InputSource;

    fn deref(&self) -> &InputSource {
        &self.ways
    }
}

impl<F> fmt::Debug for InputSourceArgs<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.ways.fmt(f)
    }
}

impl<F: HasForm> clap::Args for InputSourceArgs<F> {
    fn augment_args(command: Command) -> Command {
        let command = InputSource::augment_args(command);
        match F::FORM.field("from") {
            Some(_) => command,
            None => command.mut_arg("from_file", |arg| arg.long("from").alias("from-file")),
        }
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl<F: HasForm> clap::FromArgMatches for InputSourceArgs<F> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        Ok(InputSourceArgs {
            ways: InputSource::from_arg_matches(matches)?,
            form: PhantomData,
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

fn arg(field: &Field, first_is_a_word: bool) -> Arg {
    let arg = Arg::new(field.key)
        .help(field.help_text())
        .value_name(field.value);
    let arg = match field.shape {
        FieldType::Line | FieldType::Text => arg.action(ArgAction::Set),
        FieldType::List => arg.action(ArgAction::Append),
        FieldType::Words => arg.action(ArgAction::Append).value_delimiter(','),
        // `--private`, and `--private=no` to take it back.
        FieldType::Yes => arg
            .action(ArgAction::Set)
            .num_args(0..=1)
            .require_equals(true)
            .default_missing_value("yes")
            .hide_possible_values(true)
            .value_parser(["yes", "no"]),
    };
    if field.place == FlagPlacement::First && first_is_a_word {
        return arg;
    }
    let mut arg = arg.long(field.flag_name());
    if let Some(heading) = field.heading {
        arg = arg.help_heading(heading);
    }
    match field.alias {
        Some(alias) => arg.alias(alias),
        None => arg,
    }
}

fn values<'f>(
    form: &Form,
    fields: impl Iterator<Item = &'f Field>,
    matches: &ArgMatches,
) -> FormValues {
    let mut values = FormValues::default();
    for field in fields {
        if let Some(texts) = matches.get_many::<String>(field.key) {
            values.flag(form, field.key, texts);
        }
    }
    values
}
