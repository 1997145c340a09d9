//! `config.toml` as one checked struct.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::error::{Failure, Result};

/// Everything that can be set. Unknown keys are refused, so that a typing error is noticed.
#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// The data file.
    pub db: Option<PathBuf>,
    /// `auto`, `always` or `never`.
    pub color: Option<String>,
    /// How far `due` looks ahead, such as `2 days`.
    pub due_within: Option<String>,
}

/// Reads the file; an absent one is an empty one.
pub fn load(path: &Path) -> Result<Config> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Config::default()),
        Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => {
            return Ok(Config::default());
        }
        Err(error) => {
            return Err(Failure::storage(format!(
                "`{}` can't be read: {error}",
                path.display()
            )));
        }
    };
    parse(&text, path)
}

fn parse(text: &str, path: &Path) -> Result<Config> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| {
            text[..span.start.min(text.len())].matches('\n').count() + 1
        });
        let what = error
            .message()
            .lines()
            .next()
            .unwrap_or("not TOML")
            .to_owned();
        Failure::refused(format!("line {line} of `{}`: {what}", path.display()))
            .hint("the keys are `db`, `color` and `due_within`")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_key_is_named_with_its_line() {
        let failure = parse("color = \"never\"\ncolour = 1\n", Path::new("c.toml")).unwrap_err();
        assert!(
            failure
                .message
                .starts_with("line 2 of `c.toml`: unknown field `colour`")
        );
    }
}
