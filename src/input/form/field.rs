//! One field of a form: what is asked, how it is given as a flag, what it holds.

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldType {
    Line,
    /// May have several lines.
    Text,
    List,
    /// A list of short words, which one flag may give with commas between them.
    Words,
    Yes,
}

/// Where a field is given as a flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlagPlacement {
    /// As a flag, for a new record and in a change.
    Flag,
    /// As the first word for a new record, as a flag in a change.
    First,
    /// Only for a new record.
    New,
    /// Only in a change.
    Change,
    /// As a flag that stands for others, and so not in the form that is printed.
    Shortcut,
}

/// One field of a form. The same line gives the question, the flag with its help, and the key of the TOML form.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    pub key: &'static str,
    /// The question, as it is asked on a terminal and printed above the field.
    pub ask: &'static str,
    /// An example.
    pub example: &'static str,
    pub shape: FieldType,
    pub place: FlagPlacement,
    /// All that it can be, if that is a few words to choose from.
    pub choices: &'static [&'static str],
    /// Whether the questions ask for it; the others are in the form only.
    pub asked: bool,
    /// Whether a new record can't do without it.
    pub needed: bool,
    flag: Option<&'static str>,
    help: Option<&'static str>,
    /// Another spelling of the flag.
    pub alias: Option<&'static str>,
    /// What it stands under in the help, where the form is long.
    pub heading: Option<&'static str>,
    /// What stands for the value in the help.
    pub value: &'static str,
}

/// How the help names the value of a day.
const DAY: &str = "DATE";

impl Field {
    pub const fn line(key: &'static str, ask: &'static str, example: &'static str) -> Field {
        Field {
            key,
            ask,
            example,
            shape: FieldType::Line,
            place: FlagPlacement::Flag,
            choices: &[],
            asked: false,
            needed: false,
            flag: None,
            help: None,
            alias: None,
            heading: None,
            value: "TEXT",
        }
    }

    /// A text that may have several lines.
    pub const fn text(key: &'static str, ask: &'static str, example: &'static str) -> Field {
        Field {
            shape: FieldType::Text,
            ..Field::line(key, ask, example)
        }
    }

    /// Several texts, one a flag.
    pub const fn list(key: &'static str, ask: &'static str, example: &'static str) -> Field {
        Field {
            shape: FieldType::List,
            ..Field::line(key, ask, example)
        }
    }

    /// Several short words, one a flag or with commas between them.
    pub const fn words(key: &'static str, ask: &'static str, example: &'static str) -> Field {
        Field {
            shape: FieldType::Words,
            value: "NUMBER",
            ..Field::line(key, ask, example)
        }
    }

    pub const fn day(key: &'static str, ask: &'static str, example: &'static str) -> Field {
        Field::line(key, ask, example).value(DAY)
    }

    pub fn is_day(&self) -> bool {
        self.value == DAY
    }

    pub const fn side(key: &'static str, ask: &'static str, example: &'static str) -> Field {
        Field::line(key, ask, example).value("WHO")
    }

    /// The number of another record.
    pub const fn number(key: &'static str, ask: &'static str) -> Field {
        Field::line(key, ask, "1").value("NUMBER")
    }

    /// The one line that names the record: asked, needed, and given as the first word.
    pub const fn title(ask: &'static str, example: &'static str) -> Field {
        Field {
            place: FlagPlacement::First,
            ..Field::line("title", ask, example)
                .value("TITLE")
                .prompted()
                .required()
        }
    }

    /// A yes or a no, which is left out.
    pub const fn yes(key: &'static str, ask: &'static str) -> Field {
        Field {
            shape: FieldType::Yes,
            ..Field::line(key, ask, "no").value("YES")
        }
    }

    /// Keeps the record out of everything meant for the other side.
    pub const fn private() -> Field {
        let ask = "Keep it private, never shared with the other person?";
        Field::yes("private", ask).help("Keep it private: never shared with the other person")
    }

    /// The question, where the usual one does not do.
    pub const fn question(self, ask: &'static str) -> Field {
        Field { ask, ..self }
    }

    /// It is one of these, and chosen among them where it is asked for.
    pub const fn one_of(self, choices: &'static [&'static str]) -> Field {
        Field { choices, ..self }
    }

    pub const fn prompted(self) -> Field {
        Field {
            asked: true,
            ..self
        }
    }

    pub const fn required(self) -> Field {
        Field {
            needed: true,
            ..self
        }
    }

    pub const fn placement(self, place: FlagPlacement) -> Field {
        Field { place, ..self }
    }

    /// The flag's name, where it is not the key.
    pub const fn flag(self, flag: &'static str) -> Field {
        Field {
            flag: Some(flag),
            ..self
        }
    }

    /// The flag's help, where the question does not do.
    pub const fn help(self, help: &'static str) -> Field {
        Field {
            help: Some(help),
            ..self
        }
    }

    pub const fn alias(self, alias: &'static str) -> Field {
        Field {
            alias: Some(alias),
            ..self
        }
    }

    pub const fn under(self, heading: &'static str) -> Field {
        Field {
            heading: Some(heading),
            ..self
        }
    }

    pub const fn value(self, value: &'static str) -> Field {
        Field { value, ..self }
    }

    /// The flag's name without its hyphens: `done-when`.
    pub fn flag_name(&self) -> String {
        let named = self.flag.map(str::to_owned);
        named.unwrap_or_else(|| self.key.replace('_', "-"))
    }

    /// What the flag's help says.
    pub fn help_text(&self) -> &'static str {
        self.help.unwrap_or(self.ask)
    }

    pub fn is_list(&self) -> bool {
        matches!(self.shape, FieldType::List | FieldType::Words)
    }
}
