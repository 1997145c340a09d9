//! A value that somebody has set, and where.

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingOrigin {
    Flag(&'static str),
    Variable(&'static str),
    /// A line of `config.toml`.
    Line(usize),
}

impl SettingOrigin {
    /// What sort of place it is.
    pub fn word(self) -> &'static str {
        match self {
            SettingOrigin::Flag(_) => "flag",
            SettingOrigin::Variable(_) => "variable",
            SettingOrigin::Line(_) => "file",
        }
    }
}
