//! What the user has set, checked as a whole, and where each value comes from.
//!
//! A flag > mentor's own variable > `config.toml` > a variable that other programs go by too > the default.

mod file;
pub mod settings;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use file::{check, kept, set, setting, template, unset};

use crate::domain::dates::Habits;
use crate::domain::length::Span;
use crate::domain::setting::Origin;
use crate::environment::Environment;
use crate::error::{Failure, Result};
use settings::Setting;

/// A value that somebody has set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    pub text: String,
    pub origin: Origin,
}

/// The values that somebody has set, by key; all others have their default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    given: BTreeMap<&'static str, Given>,
}

/// Reads the file and the variables. Anything wrong in them is refused: a setting that silently fails is worse than none.
pub fn load(path: &Path, environment: &Environment<'_>) -> Result<Config> {
    let mut config = Config {
        given: file::read(path)?,
    };
    config.hear(environment)?;
    Ok(config)
}

/// What the variables say, without the file.
pub fn without_file(environment: &Environment<'_>) -> Config {
    let mut config = Config::default();
    let _ = config.hear(environment);
    config
}

impl Config {
    fn hear(&mut self, environment: &Environment<'_>) -> Result<()> {
        for setting in settings::ALL {
            if let Some(text) = environment.var(setting.variable) {
                if !setting.holds.takes(text) {
                    return Err(Failure::refused(format!(
                        "`{}` is `{text}`, which is not {}",
                        setting.variable,
                        setting.holds.expected()
                    ))
                    .hint(format!(
                        "unset `{}` or set it to one of these",
                        setting.variable
                    )));
                }
                self.put(setting, text, Origin::Variable(setting.variable));
            } else if !self.given.contains_key(setting.key)
                && let Some((name, text)) = (setting.shared)(environment)
            {
                self.put(setting, text, Origin::Variable(name));
            }
        }
        Ok(())
    }

    /// Takes a value over whatever was there.
    pub fn put(&mut self, setting: &Setting, text: &str, origin: Origin) {
        let text = text.to_owned();
        self.given.insert(setting.key, Given { text, origin });
    }

    /// What was set, and where; none: the default holds.
    pub fn given(&self, setting: &Setting) -> Option<&Given> {
        self.given.get(setting.key)
    }

    pub fn text<'c>(&'c self, setting: &'static Setting) -> &'c str {
        self.given(setting)
            .map_or(setting.default, |given| given.text.as_str())
    }

    pub fn is(&self, setting: &'static Setting) -> bool {
        settings::truth(self.text(setting)) == Some(true)
    }

    /// How days are written and read.
    pub fn habits(&self) -> Habits {
        let usual = Habits::USUAL;
        Habits {
            manner: self.text(&settings::DATES).parse().unwrap_or(usual.manner),
            week_starts: self
                .text(&settings::WEEK_STARTS)
                .parse()
                .unwrap_or(usual.week_starts),
        }
    }

    /// The span, if one was set.
    pub fn span(&self, setting: &Setting) -> Option<Span> {
        Span::parse(&self.given(setting)?.text).ok()
    }

    /// The files that were set, each as `file` reads it.
    pub fn files(&self, setting: &Setting, beside: &Path, home: Option<&Path>) -> Vec<PathBuf> {
        let Some(given) = self.given(setting).filter(|given| given.text != "none") else {
            return Vec::new();
        };
        let names = shell_words::split(&given.text).unwrap_or_default();
        let names = names.iter();
        names
            .map(|name| placed(name, &given.origin, beside, home))
            .collect()
    }

    /// The file, if one was set: `~/` is the home folder, and a name in `config.toml` is one beside it.
    pub fn file(&self, setting: &Setting, beside: &Path, home: Option<&Path>) -> Option<PathBuf> {
        let given = self.given(setting)?;
        Some(placed(&given.text, &given.origin, beside, home))
    }
}

fn placed(name: &str, origin: &Origin, beside: &Path, home: Option<&Path>) -> PathBuf {
    if let (Some(below), Some(home)) = (name.strip_prefix("~/"), home) {
        return home.join(below);
    }
    let folder = match origin {
        Origin::Line(_) => beside.parent().unwrap_or(beside),
        _ => Path::new(""),
    };
    folder.join(name)
}
