//! The options that say where the values of a form come from, besides its flags.

use std::path::{Path, PathBuf};

/// The help heading of the options that replace flags.
pub const HEADING: &str = "Input";

// Where the values come from, besides flags.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct InputSource {
    /// Read a completed TOML form (`-` for standard input)
    #[arg(long, value_name = "FILE", help_heading = HEADING)]
    pub from_file: Option<PathBuf>,

    /// Fill in the form in your editor
    #[arg(long, short = 'e', help_heading = HEADING)]
    pub editor: bool,

    /// Start from a template (`mentor agree template --list`); without a name, print the blank form
    #[arg(long, value_name = "TEMPLATE", num_args = 0..=1, default_missing_value = "", help_heading = HEADING)]
    pub template: Option<String>,

    /// Go on with the questions that the form leaves open
    #[arg(long, hide = true, requires = "from_file")]
    pub goes_on: bool,
}

impl InputSource {
    /// Whether no form is read or opened: the values come from flags, or from questions.
    pub fn is_flags_only(&self) -> bool {
        self.from_file.is_none() && !self.editor && self.template.is_none()
    }

    /// Whether the form is only to be printed.
    pub fn is_print_only(&self) -> bool {
        self.template.as_deref() == Some("")
    }

    /// Whether the input is already in a file of the user's, so that no draft is needed.
    pub(in crate::commands::input) fn is_from_file(&self) -> bool {
        self.from_file.as_deref().is_some_and(|path| path != Path::new("-"))
    }
}
