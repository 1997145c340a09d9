//! The user's settings, validated, with the origin of each value.
//!
//! Precedence: flag, mentor's own variable, `config.toml`, a variable shared with other programs, default.

mod file;
pub mod settings;
mod toml_error;
pub mod toml_text;

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

pub use file::{commented_defaults, find_setting, read_text, set, unset, validate};

use crate::domain::dates::DateStyle;
use crate::domain::length::Span;
use crate::domain::setting::SettingOrigin;
use crate::environment::Environment;
use crate::error::{Failure, Result};
use crate::paths::Paths;
use settings::Setting;

/// A value that was set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingValue {
    /// The value for display.
    pub text: String,
    /// The exact bytes if the value is not UTF-8: file and program names are bytes.
    bytes: Option<OsString>,
    pub origin: SettingOrigin,
}

/// The values that were set, by key; all other settings have their default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    values: BTreeMap<&'static str, SettingValue>,
}

/// Loads the file and the environment. Any invalid value is an error: silently ignoring a setting would be worse.
pub fn load(paths: &Paths, environment: &Environment<'_>) -> Result<Config> {
    let values = file::read(&paths.config)?;
    if values.is_none() && paths.is_config_named {
        let path = paths.config.display();
        return Err(Failure::not_found(format!("no settings file at `{path}`"))
            .hint(format!("run `mentor config edit --config {path}` to create it")));
    }
    let mut config = Config { values: values.unwrap_or_default() };
    config.apply_env(environment)?;
    Ok(config)
}

/// Loads the environment alone, ignoring invalid values.
pub fn without_file(environment: &Environment<'_>) -> Config {
    let mut config = Config::default();
    let _ = config.apply_env(environment);
    config
}

impl Config {
    /// Whether a stream is coloured: as set, or else if it is a terminal.
    pub fn uses_color(&self, is_terminal: bool) -> bool {
        match self.text(&settings::COLOR) {
            "always" => true,
            "never" => false,
            _ => is_terminal,
        }
    }

    fn apply_env(&mut self, environment: &Environment<'_>) -> Result<()> {
        for setting in settings::ALL {
            if let Some(value) = environment.os_var(setting.variable) {
                let text = value.to_string_lossy();
                if !setting.holds.accepts(&text) {
                    return Err(Failure::refused(format!(
                        "`{}` is `{text}`, which is not {}",
                        setting.variable,
                        setting.holds.expected_values()
                    ))
                    .hint(format!("unset `{}` or set it to one of these", setting.variable)));
                }
                self.insert(setting, value, SettingOrigin::Variable(setting.variable));
            } else if !self.values.contains_key(setting.key)
                && let Some((name, value)) = (setting.shared)(environment)
            {
                self.insert(setting, value, SettingOrigin::Variable(name));
            }
        }
        Ok(())
    }

    /// Sets a value, replacing an earlier one.
    pub fn insert(&mut self, setting: &Setting, value: impl AsRef<OsStr>, origin: SettingOrigin) {
        let value = value.as_ref();
        let setting_value = SettingValue {
            text: value.to_string_lossy().into_owned(),
            bytes: value.to_str().is_none().then(|| value.to_owned()),
            origin,
        };
        self.values.insert(setting.key, setting_value);
    }

    /// Returns the value and its origin; `None`: the default applies.
    pub fn value(&self, setting: &Setting) -> Option<&SettingValue> {
        self.values.get(setting.key)
    }

    pub fn text<'c>(&'c self, setting: &'static Setting) -> &'c str {
        self.value(setting).map_or(setting.default, |value| value.text.as_str())
    }

    pub fn is_enabled(&self, setting: &'static Setting) -> bool {
        settings::parse_bool(self.text(setting)) == Some(true)
    }

    /// Returns how dates are written and parsed.
    pub fn date_style(&self) -> DateStyle {
        let default = DateStyle::USUAL;
        DateStyle {
            manner: self.text(&settings::DATES).parse().unwrap_or(default.manner),
            week_starts: self.text(&settings::WEEK_STARTS).parse().unwrap_or(default.week_starts),
        }
    }

    /// Returns the span, if it was set.
    pub fn span(&self, setting: &Setting) -> Option<Span> {
        Span::parse(&self.value(setting)?.text).ok()
    }

    /// Returns the mail addresses that were set, in lower case.
    pub fn addresses(&self, setting: &Setting) -> Vec<String> {
        let value = self.value(setting).filter(|value| value.text != "none");
        let text = value.map_or("", |value| value.text.as_str());
        let words = shell_words::split(text).unwrap_or_default();
        words.iter().map(|word| word.to_lowercase()).collect()
    }

    /// Returns the files that were set, resolved like those of `file`.
    pub fn files(
        &self,
        setting: &Setting,
        config_path: &Path,
        home: Option<&Path>,
    ) -> Vec<PathBuf> {
        let Some(value) = self.value(setting).filter(|value| value.text != "none") else {
            return Vec::new();
        };
        let names = value.words().unwrap_or_default();
        let names = names.iter();
        names.map(|name| resolve_path(name, &value.origin, config_path, home)).collect()
    }

    /// Returns the words of a command; `None`: the value can't be split.
    pub fn words(&self, setting: &'static Setting) -> Option<Vec<OsString>> {
        match self.value(setting) {
            Some(value) => value.words(),
            None => split_words(OsStr::new(setting.default)),
        }
    }

    /// Returns the file, if it was set. `~/` is the home folder; a relative name in `config.toml` is relative to that
    /// file.
    pub fn file(
        &self,
        setting: &Setting,
        config_path: &Path,
        home: Option<&Path>,
    ) -> Option<PathBuf> {
        let value = self.value(setting)?;
        Some(resolve_path(value.value(), &value.origin, config_path, home))
    }
}

impl SettingValue {
    fn value(&self) -> &OsStr {
        self.bytes.as_deref().unwrap_or(OsStr::new(&self.text))
    }

    fn words(&self) -> Option<Vec<OsString>> {
        split_words(self.value())
    }
}

/// Splits a text as a shell would. Each byte is read as one character, which is safe because only ASCII characters
/// separate or quote.
fn split_words(text: &OsStr) -> Option<Vec<OsString>> {
    let text: String = text.as_bytes().iter().copied().map(char::from).collect();
    let words = shell_words::split(&text).ok()?.into_iter();
    let bytes = |word: String| word.chars().filter_map(|c| u8::try_from(c).ok()).collect();
    Some(words.map(|word| OsString::from_vec(bytes(word))).collect())
}

fn resolve_path(
    name: &OsStr,
    origin: &SettingOrigin,
    config_path: &Path,
    home: Option<&Path>,
) -> PathBuf {
    let name = Path::new(name);
    if let (Ok(rest), Some(home)) = (name.strip_prefix("~"), home) {
        return home.join(rest);
    }
    let folder = match origin {
        SettingOrigin::Line(_) => config_path.parent().unwrap_or(config_path),
        _ => Path::new(""),
    };
    folder.join(name)
}
