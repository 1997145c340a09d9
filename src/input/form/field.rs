//! A field of a form: its question, its flag and its type.

/// The type of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldType {
    /// Text on one line.
    Line(LineSyntax),
    /// Text that may have several lines.
    Text,
    List,
    /// A list of short words, which one flag can give separated by commas.
    Words,
    Yes,
}

/// The syntax of a line. It decides how the value is asked for, and how a spreadsheet cell is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineSyntax {
    /// Free text.
    Free,
    Day,
    /// A day with a time.
    Moment,
    /// A length of time.
    Length,
    /// A time zone, or a city in it.
    Zone,
    /// Any other syntax, such as that of a number.
    Other,
}

/// How a field is given on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlagPlacement {
    /// As a flag of `add` and `edit`.
    Flag,
    /// As the positional argument of `add`, and as a flag of `edit`.
    First,
    /// As a flag of `add` only.
    New,
    /// As a flag of `edit` only.
    Change,
    /// As a flag that sets other fields, and so not part of the printed form.
    Shortcut,
}

/// A field of a form. One declaration defines the question, the flag with its help, and the key in TOML.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    pub key: &'static str,
    /// The question, as asked on a terminal and printed above the field.
    pub ask: &'static str,
    pub example: &'static str,
    pub field_type: FieldType,
    pub placement: FlagPlacement,
    /// The possible values, if there are only a few.
    pub choices: &'static [&'static str],
    /// Whether it is among the questions; other fields are only in the form.
    pub is_prompted: bool,
    /// Whether a new record needs it.
    pub is_required: bool,
    flag: Option<&'static str>,
    help: Option<&'static str>,
    /// Another name of the flag.
    pub alias: Option<&'static str>,
    /// The help heading of the flag, if the form is long.
    pub heading: Option<&'static str>,
    /// The placeholder of the value in the help.
    pub placeholder: &'static str,
}

impl Field {
    pub const fn line(key: &'static str, ask: &'static str, example: &'static str) -> Field {
        Field {
            key,
            ask,
            example,
            field_type: FieldType::Line(LineSyntax::Free),
            placement: FlagPlacement::Flag,
            choices: &[],
            is_prompted: false,
            is_required: false,
            flag: None,
            help: None,
            alias: None,
            heading: None,
            placeholder: "TEXT",
        }
    }

    /// Creates a text field that may have several lines.
    pub const fn text(key: &'static str, ask: &'static str, example: &'static str) -> Field {
        Field { field_type: FieldType::Text, ..Field::line(key, ask, example) }
    }

    /// Creates a list whose flag gives one entry at a time.
    pub const fn list(key: &'static str, ask: &'static str, example: &'static str) -> Field {
        Field { field_type: FieldType::List, ..Field::line(key, ask, example) }
    }

    /// Creates a list of short words, which a flag can give separated by commas.
    pub const fn words(key: &'static str, ask: &'static str, example: &'static str) -> Field {
        let field = Field::line(key, ask, example).placeholder("NUMBER");
        Field { field_type: FieldType::Words, ..field }
    }

    pub const fn day(key: &'static str, ask: &'static str, example: &'static str) -> Field {
        Field::line(key, ask, example).syntax(LineSyntax::Day).placeholder("DATE")
    }

    /// Creates a field for a day with a time.
    pub const fn moment(key: &'static str, ask: &'static str, example: &'static str) -> Field {
        Field::line(key, ask, example).syntax(LineSyntax::Moment).placeholder("WHEN")
    }

    /// Creates a field for a length of time.
    pub const fn length(key: &'static str, ask: &'static str, example: &'static str) -> Field {
        Field::line(key, ask, example).syntax(LineSyntax::Length).placeholder("LENGTH")
    }

    /// Creates a field for a time zone.
    pub const fn zone(key: &'static str, ask: &'static str, example: &'static str) -> Field {
        Field::line(key, ask, example).syntax(LineSyntax::Zone).placeholder("ZONE")
    }

    pub const fn side(key: &'static str, ask: &'static str, example: &'static str) -> Field {
        Field::line(key, ask, example).value("WHO")
    }

    /// Creates a field for the number of another record.
    pub const fn number(key: &'static str, ask: &'static str) -> Field {
        Field::line(key, ask, "1").value("NUMBER")
    }

    /// Creates the required title of a record, which is the positional argument.
    pub const fn title(ask: &'static str, example: &'static str) -> Field {
        Field {
            placement: FlagPlacement::First,
            ..Field::line("title", ask, example).placeholder("TITLE").prompted().required()
        }
    }

    /// Creates a yes-or-no field; absent means no.
    pub const fn yes(key: &'static str, ask: &'static str) -> Field {
        Field { field_type: FieldType::Yes, ..Field::line(key, ask, "no").placeholder("YES") }
    }

    /// Creates the field that keeps a record from the other person.
    pub const fn private() -> Field {
        let ask = "Keep it private, never shared with the other person?";
        Field::yes("private", ask).help("Keep it private: never shared with the other person")
    }

    /// Replaces the question.
    pub const fn question(self, ask: &'static str) -> Field {
        Field { ask, ..self }
    }

    /// Restricts the value to these words, which its question offers as a menu.
    pub const fn one_of(self, choices: &'static [&'static str]) -> Field {
        Field { choices, ..self }
    }

    pub const fn prompted(self) -> Field {
        Field { is_prompted: true, ..self }
    }

    pub const fn required(self) -> Field {
        Field { is_required: true, ..self }
    }

    pub const fn placement(self, placement: FlagPlacement) -> Field {
        Field { placement, ..self }
    }

    /// Names the flag, if it differs from the key.
    pub const fn flag(self, flag: &'static str) -> Field {
        Field { flag: Some(flag), ..self }
    }

    /// Sets the flag's help, if it differs from the question.
    pub const fn help(self, help: &'static str) -> Field {
        Field { help: Some(help), ..self }
    }

    pub const fn alias(self, alias: &'static str) -> Field {
        Field { alias: Some(alias), ..self }
    }

    pub const fn heading(self, heading: &'static str) -> Field {
        Field { heading: Some(heading), ..self }
    }

    const fn syntax(self, syntax: LineSyntax) -> Field {
        Field { field_type: FieldType::Line(syntax), ..self }
    }

    /// Gives the value a syntax other than free text, and sets its placeholder.
    pub const fn value(self, placeholder: &'static str) -> Field {
        self.syntax(LineSyntax::Other).placeholder(placeholder)
    }

    pub const fn placeholder(self, placeholder: &'static str) -> Field {
        Field { placeholder, ..self }
    }

    /// Returns the syntax of the value, which only a line has.
    pub const fn line_syntax(&self) -> Option<LineSyntax> {
        match self.field_type {
            FieldType::Line(syntax) => Some(syntax),
            _ => None,
        }
    }

    pub fn is_day(&self) -> bool {
        self.line_syntax() == Some(LineSyntax::Day)
    }

    /// Returns the flag's name without its hyphens: `done-when`.
    pub fn flag_name(&self) -> String {
        let explicit = self.flag.map(str::to_owned);
        explicit.unwrap_or_else(|| self.key.replace('_', "-"))
    }

    /// Returns the flag's help.
    pub fn help_text(&self) -> &'static str {
        self.help.unwrap_or(self.ask)
    }

    pub fn is_list(&self) -> bool {
        matches!(self.field_type, FieldType::List | FieldType::Words)
    }
}
