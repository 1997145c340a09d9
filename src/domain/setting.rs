//! A value that somebody has set, and where.

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    Flag(&'static str),
    Variable(&'static str),
    /// A line of `config.toml`.
    Line(usize),
}

impl Origin {
    /// What sort of place it is.
    pub fn word(self) -> &'static str {
        match self {
            Origin::Flag(_) => "flag",
            Origin::Variable(_) => "variable",
            Origin::Line(_) => "file",
        }
    }
}
