//! Flags generated from the fields of a form, so that each field is declared once.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::commands::input::InputSource;
use crate::input::form::{Field, FieldType, FlagPlacement, Form, FormValues, HasForm};

/// The values of the flags of `add` for an `F`.
#[derive(Clone)]
pub struct AddFlags<F> {
    pub values: FormValues,
    form: PhantomData<fn() -> F>,
}

/// The values of the flags of `edit` for an `F`.
#[derive(Clone)]
pub struct EditFlags<F> {
    pub values: FormValues,
    form: PhantomData<fn() -> F>,
}

/// Implements both types. They differ in which fields they omit, and in whether the first field is positional.
macro_rules! args {
    ($type:ident, $omitted:expr, $has_positional:expr) => {
        impl<F> fmt::Debug for $type<F> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.values.fmt(f)
            }
        }

        impl<F: HasForm> clap::Args for $type<F> {
            fn augment_args(command: Command) -> Command {
                let fields = F::FORM.fields.iter().filter(|field| field.placement != $omitted);
                command.args(fields.map(|field| arg(field, $has_positional)))
            }

            fn augment_args_for_update(command: Command) -> Command {
                Self::augment_args(command)
            }
        }

        impl<F: HasForm> clap::FromArgMatches for $type<F> {
            fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
                let fields = F::FORM.fields.iter().filter(|field| field.placement != $omitted);
                Ok($type { values: values(&F::FORM, fields, matches), form: PhantomData })
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

/// Where the form of an `F` comes from. The file option is `--from`, or `--from-file` if the form has a `from` field.
#[derive(Clone)]
pub struct InputSourceArgs<F> {
    source: InputSource,
    form: PhantomData<fn() -> F>,
}

impl<F> Deref for InputSourceArgs<F> {
    type Target = InputSource;

    fn deref(&self) -> &InputSource {
        &self.source
    }
}

impl<F> fmt::Debug for InputSourceArgs<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.source.fmt(f)
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
        Ok(InputSourceArgs { source: InputSource::from_arg_matches(matches)?, form: PhantomData })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

fn arg(field: &Field, has_positional: bool) -> Arg {
    let arg = Arg::new(field.key).help(field.help_text()).value_name(field.placeholder);
    let arg = match field.field_type {
        FieldType::Line(_) | FieldType::Text => arg.action(ArgAction::Set),
        FieldType::List => arg.action(ArgAction::Append),
        FieldType::Words => arg.action(ArgAction::Append).value_delimiter(','),
        // `--private` alone means yes; `--private=no` clears it.
        FieldType::Yes => arg
            .action(ArgAction::Set)
            .num_args(0..=1)
            .require_equals(true)
            .default_missing_value("yes")
            .hide_possible_values(true)
            .value_parser(["yes", "no"]),
    };
    if field.placement == FlagPlacement::First && has_positional {
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
            values.set_flag(form, field.key, texts);
        }
    }
    values
}
