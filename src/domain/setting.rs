//! Where the value of a setting comes from.

/// The origin of a setting's value, with the name of the flag or variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingOrigin {
    Flag(&'static str),
    Variable(&'static str),
    /// The number of a line in `config.toml`.
    Line(usize),
}
