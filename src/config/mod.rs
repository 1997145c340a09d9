//! What the user has set, checked as a whole, and where each value comes from.
//!
//! A flag > mentor's own variable > `config.toml` > a variable that other programs go by too > the default.

mod file;
pub mod settings;
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

/// A value that somebody has set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingValue {
    /// As people read it.
    pub text: String,
    /// As it was set, where that is not UTF-8: names of files and programs are bytes.
    bytes: Option<OsString>,
    pub origin: SettingOrigin,
}

/// The values that somebody has set, by key; all others have their default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    given: BTreeMap<&'static str, SettingValue>,
}

/// Reads the file and the variables. Anything wrong in them is refused: a setting that silently fails is worse than none.
pub fn load(paths: &Paths, environment: &Environment<'_>) -> Result<Config> {
    let given = file::read(&paths.config)?;
    if given.is_none() && paths.is_config_named {
        let path = paths.config.display();
        return Err(
            Failure::not_found(format!("no settings file at `{path}`")).hint(format!(
                "run `mentor config edit --config {path}` to create it"
            )),
        );
    }
    let mut config = Config {
        given: given.unwrap_or_default(),
    };
    config.apply_env(environment)?;
    Ok(config)
}

/// What the variables say, without the file.
pub fn without_file(environment: &Environment<'_>) -> Config {
    let mut config = Config::default();
    let _ = config.apply_env(environment);
    config
}

impl Config {
    /// Whether a stream is to have colour: what is set, or else whether it is a terminal.
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
                    .hint(format!(
                        "unset `{}` or set it to one of these",
                        setting.variable
                    )));
                }
                self.insert(setting, value, SettingOrigin::Variable(setting.variable));
            } else if !self.given.contains_key(setting.key)
                && let Some((name, value)) = (setting.shared)(environment)
            {
                self.insert(setting, value, SettingOrigin::Variable(name));
            }
        }
        Ok(())
    }

    /// Takes a value over whatever was there.
    pub fn insert(&mut self, setting: &Setting, value: impl AsRef<OsStr>, origin: SettingOrigin) {
        let value = value.as_ref();
        let given = SettingValue {
            text: value.to_string_lossy().into_owned(),
            bytes: value.to_str().is_none().then(|| value.to_owned()),
            origin,
        };
        self.given.insert(setting.key, given);
    }

    /// What was set, and where; none: the default holds.
    pub fn value(&self, setting: &Setting) -> Option<&SettingValue> {
        self.given.get(setting.key)
    }

    pub fn text<'c>(&'c self, setting: &'static Setting) -> &'c str {
        self.value(setting)
            .map_or(setting.default, |given| given.text.as_str())
    }

    pub fn is_enabled(&self, setting: &'static Setting) -> bool {
        settings::parse_bool(self.text(setting)) == Some(true)
    }

    /// How days are written and read.
    pub fn date_style(&self) -> DateStyle {
        let usual = DateStyle::USUAL;
        DateStyle {
            manner: self.text(&settings::DATES).parse().unwrap_or(usual.manner),
            week_starts: self
                .text(&settings::WEEK_STARTS)
                .parse()
                .unwrap_or(usual.week_starts),
        }
    }

    /// The span, if one was set.
    pub fn span(&self, setting: &Setting) -> Option<Span> {
        Span::parse(&self.value(setting)?.text).ok()
    }

    /// The addresses that were set, in small letters.
    pub fn addresses(&self, setting: &Setting) -> Vec<String> {
        let given = self.value(setting).filter(|given| given.text != "none");
        let text = given.map_or("", |given| given.text.as_str());
        let words = shell_words::split(text).unwrap_or_default();
        words.iter().map(|word| word.to_lowercase()).collect()
    }

    /// The files that were set, each as `file` reads it.
    pub fn files(&self, setting: &Setting, beside: &Path, home: Option<&Path>) -> Vec<PathBuf> {
        let Some(given) = self.value(setting).filter(|given| given.text != "none") else {
            return Vec::new();
        };
        let names = given.words().unwrap_or_default();
        let names = names.iter();
        names
            .map(|name| resolve_path(name, &given.origin, beside, home))
            .collect()
    }

    /// The words of a command; none: it is not one.
    pub fn words(&self, setting: &'static Setting) -> Option<Vec<OsString>> {
        match self.value(setting) {
            Some(given) => given.words(),
            None => split_words(OsStr::new(setting.default)),
        }
    }

    /// The file, if one was set: `~/` is the home folder, and a name in `config.toml` is one beside it.
    pub fn file(&self, setting: &Setting, beside: &Path, home: Option<&Path>) -> Option<PathBuf> {
        let given = self.value(setting)?;
        Some(resolve_path(given.value(), &given.origin, beside, home))
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

/// The words as a shell would split them. Each byte passes for a character of its own, since only ASCII parts or quotes.
fn split_words(text: &OsStr) -> Option<Vec<OsString>> {
    let text: String = text.as_bytes().iter().copied().map(char::from).collect();
    let words = shell_words::split(&text).ok()?.into_iter();
    let bytes = |word: String| word.chars().filter_map(|c| u8::try_from(c).ok()).collect();
    Some(words.map(|word| OsString::from_vec(bytes(word))).collect())
}

fn resolve_path(
    name: &OsStr,
    origin: &SettingOrigin,
    beside: &Path,
    home: Option<&Path>,
) -> PathBuf {
    let name = Path::new(name);
    if let (Ok(below), Some(home)) = (name.strip_prefix("~"), home) {
        return home.join(below);
    }
    let folder = match origin {
        SettingOrigin::Line(_) => beside.parent().unwrap_or(beside),
        _ => Path::new(""),
    };
    folder.join(name)
}
