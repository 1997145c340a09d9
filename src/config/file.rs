//! `config.toml`: reads it with the line of each error, and changes it without losing comments.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

use toml::de::{DeTable, DeValue};
use toml_edit::{DocumentMut, Item, Value};

use crate::config::SettingValue;
use crate::config::settings::{self, Setting, SettingType};
use crate::config::toml_text::{self, line_of, syntax_error};
use crate::domain::nearest::nearest;
use crate::domain::setting::SettingOrigin;
use crate::error::{Failure, Result};
use crate::platform::regular_file::{self, MAX_TEXT_FILE_BYTES};

type SettingMap = BTreeMap<&'static str, SettingValue>;

/// Reads the settings in the file; `None`: there is no file.
pub fn read(path: &Path) -> Result<Option<SettingMap>> {
    let text = read_text(path)?;
    text.map(|text| ConfigParser::new(path, &text).read(&settings::ALL)).transpose()
}

/// Fails if the text would not be a valid settings file.
pub fn validate(path: &Path, text: &str) -> Result<()> {
    ConfigParser::new(path, text).read(&settings::ALL).map(drop)
}

/// Reads the text of the file; `None`: there is no file.
pub fn read_text(path: &Path) -> Result<Option<String>> {
    match regular_file::read(path, MAX_TEXT_FILE_BYTES) {
        Ok(bytes) => toml_text::decode_utf8(bytes, &format!("`{}`", path.display())).map(Some),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(None)
        }
        Err(error) => Err(Failure::storage(format!("can't read `{}`: {error}", path.display()))
            .data("nothing was changed")
            .hint("put a file in its place, or move it away")),
    }
}

/// Parses the text of a settings file.
struct ConfigParser<'t> {
    source: String,
    text: &'t str,
}

impl ConfigParser<'_> {
    fn new<'t>(path: &Path, text: &'t str) -> ConfigParser<'t> {
        ConfigParser { source: format!("`{}`", path.display()), text }
    }

    fn read(&self, known: &[&'static Setting]) -> Result<SettingMap> {
        let table = toml_text::parse(self.text, &self.source)?;
        let mut settings_found = SettingMap::new();
        self.table(table.get_ref(), "", known, &mut settings_found)?;
        Ok(settings_found)
    }

    fn table(
        &self,
        table: &DeTable<'_>,
        above: &str,
        known: &[&'static Setting],
        settings_found: &mut SettingMap,
    ) -> Result<()> {
        for (name, value) in table {
            let key = format!("{above}{}", name.get_ref());
            let line = line_of(self.text, name.span().start);
            let below = format!("{key}.");
            if let Some(setting) = known.iter().find(|setting| setting.key == key) {
                let text = value_text(value.get_ref(), setting.holds).ok_or_else(|| {
                    let expected = setting.holds.expected_values();
                    self.error_at(line, &format!("`{key}` must be {expected}"))
                })?;
                let origin = SettingOrigin::Line(line);
                let bytes = None;
                settings_found.insert(setting.key, SettingValue { text, bytes, origin });
            } else if let DeValue::Table(inner) = value.get_ref()
                && known.iter().any(|setting| setting.key.starts_with(&below))
            {
                self.table(inner, &below, known, settings_found)?;
            } else {
                let keys = known.iter().map(|setting| setting.key);
                let failure = self.error_at(line, &format!("unknown key `{key}`"));
                return Err(with_suggestion(failure, &key, keys));
            }
        }
        Ok(())
    }

    fn error_at(&self, line: usize, message: &str) -> Failure {
        syntax_error(format!("line {line} of {}: {message}", self.source))
    }
}

/// Adds a hint with the closest key, or else with all keys.
fn with_suggestion<'k>(
    failure: Failure,
    typed: &str,
    keys: impl Iterator<Item = &'k str>,
) -> Failure {
    let keys: Vec<&str> = keys.collect();
    match nearest(typed, keys.iter().copied()) {
        Some(similar) => failure.hint(format!("did you mean `{similar}`?")),
        None => failure.hint(format!("the keys are {}", keys.join(", "))),
    }
}

/// Returns the value as text; `None`: the setting can't hold it.
fn value_text(value: &DeValue<'_>, holds: SettingType) -> Option<String> {
    match (value, holds) {
        (DeValue::Boolean(truth), SettingType::Truth) => Some(truth.to_string()),
        (DeValue::String(text), holds) if holds != SettingType::Truth => {
            holds.accepts(text).then(|| text.to_string())
        }
        (DeValue::Array(names), SettingType::Files | SettingType::Addresses) => {
            let names = names.iter().map(|name| name.get_ref().as_str());
            let names: Vec<&str> = names.collect::<Option<_>>()?;
            Some(shell_words::join(names))
        }
        _ => None,
    }
}

/// Finds a setting by its key.
pub fn find_setting(key: &str) -> Result<&'static Setting> {
    let found = settings::ALL.into_iter().find(|setting| setting.key == key);
    found.ok_or_else(|| {
        let keys = settings::ALL.iter().map(|setting| setting.key);
        with_suggestion(Failure::not_found(format!("unknown setting `{key}`")), key, keys)
    })
}

/// Returns the text with the value set; everything else stays unchanged, including comments.
pub fn set(path: &Path, text: &str, setting: &Setting, value: &str) -> Result<String> {
    if !setting.holds.accepts(value) {
        let expected = setting.holds.expected_values();
        return Err(syntax_error(format!(
            "`{}` can't be `{value}`; it must be {expected}",
            setting.key
        )));
    }
    let value = match setting.holds {
        SettingType::Truth => Value::from(settings::parse_bool(value) == Some(true)),
        _ => Value::from(value),
    };
    let mut document = parse_document(path, text)?;
    let (tables, name) = key_path(setting);
    let mut table = document.as_table_mut();
    for part in tables {
        let inner = table.entry(part).or_insert_with(toml_edit::table);
        table = inner.as_table_mut().ok_or_else(|| {
            syntax_error(format!("`{part}` is not a table in `{}`", path.display()))
        })?;
    }
    match table.get_mut(name).and_then(Item::as_value_mut) {
        // Keep what surrounds the value, such as a comment behind it.
        Some(existing) => {
            let decor = existing.decor().clone();
            *existing = value;
            *existing.decor_mut() = decor;
        }
        None => {
            table.insert(name, Item::Value(value));
        }
    }
    Ok(document.to_string())
}

/// Returns the text without the value; `None`: it is not set.
pub fn unset(path: &Path, text: &str, setting: &Setting) -> Result<Option<String>> {
    let mut document = parse_document(path, text)?;
    let (tables, name) = key_path(setting);
    let mut table = document.as_table_mut();
    for part in tables {
        match table.get_mut(part).and_then(Item::as_table_mut) {
            Some(inner) => table = inner,
            None => return Ok(None),
        }
    }
    let was_there = table.remove(name).is_some();
    Ok(was_there.then(|| document.to_string()))
}

/// Returns the tables that contain a key, and its name in the last one.
fn key_path(setting: &Setting) -> (impl Iterator<Item = &'static str>, &'static str) {
    let (tables, name) = setting.key.rsplit_once('.').unwrap_or(("", setting.key));
    let tables = tables.split('.').filter(|part| !part.is_empty());
    (tables, name)
}

/// Parses a text to change it; an invalid one is refused with its line.
fn parse_document(path: &Path, text: &str) -> Result<DocumentMut> {
    validate(path, text)?;
    text.parse::<DocumentMut>()
        .map_err(|error| syntax_error(format!("`{}`: {}", path.display(), error.message())))
}

/// Returns a file that sets nothing and lists all settings as comments.
pub fn commented_defaults() -> String {
    let mut text =
        "# mentor settings. Remove the # to change one; see `mentor help settings`.\n".to_owned();
    for setting in settings::ALL {
        let default = match setting.holds {
            SettingType::Truth => setting.default.to_owned(),
            SettingType::File => "\"~/mentor.db\"".to_owned(),
            _ => format!("\"{}\"", setting.default),
        };
        text.push_str(&format!("\n# {}\n# {} = {default}\n", setting.about, setting.key));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    static ALARM: Setting = Setting {
        key: "calendar.alarm",
        variable: "MENTOR_CALENDAR_ALARM",
        about: "When to ring",
        holds: SettingType::Span,
        default: "1 hour",
        shared: |_| None,
    };

    fn read(text: &str) -> Result<SettingMap> {
        ConfigParser::new(Path::new("c.toml"), text).read(&[
            &settings::COLOR,
            &settings::PLAIN,
            &ALARM,
        ])
    }

    fn refusal(text: &str) -> String {
        let failure = read(text).unwrap_err();
        format!("{}; {}", failure.message, failure.hints.join("; "))
    }

    #[test]
    fn values_record_their_line() {
        let found = read("color = 'never'\n\n[calendar]\n# loud\nalarm = '2 hours'\n").unwrap();
        assert_eq!(found["color"].origin, SettingOrigin::Line(1));
        assert_eq!(found["calendar.alarm"].origin, SettingOrigin::Line(5));
        assert_eq!(found["calendar.alarm"].text, "2 hours");
    }

    #[test]
    fn unknown_key_is_reported_with_its_line_and_a_suggestion() {
        assert_eq!(
            refusal("plain = true\ncolour = 'never'\n"),
            "line 2 of `c.toml`: unknown key `colour`; did you mean `color`?"
        );
        assert_eq!(
            refusal("[calendar]\nalarms = '1 hour'\n"),
            "line 2 of `c.toml`: unknown key `calendar.alarms`; did you mean `calendar.alarm`?"
        );
        assert_eq!(
            refusal("x = 1\n"),
            "line 1 of `c.toml`: unknown key `x`; the keys are color, plain, calendar.alarm"
        );
    }

    #[test]
    fn wrong_value_is_reported_with_its_line_and_the_expected_values() {
        for (text, message) in [
            (
                "\ncolor = 'red'",
                "line 2 of `c.toml`: `color` must be \"auto\", \"always\" or \"never\"; ",
            ),
            ("plain = 'true'", "line 1 of `c.toml`: `plain` must be true or false; "),
            (
                "color = ['never']",
                "line 1 of `c.toml`: `color` must be \"auto\", \"always\" or \"never\"; ",
            ),
            (
                "calendar.alarm = 'soon'",
                "line 1 of `c.toml`: `calendar.alarm` must be a span of time, such as \"2 days\"; ",
            ),
            (
                "calendar = 1",
                "line 1 of `c.toml`: unknown key `calendar`; did you mean `calendar.alarm`?",
            ),
        ] {
            assert_eq!(refusal(text), message, "{text}");
        }
    }

    #[test]
    fn several_files_may_be_a_list_or_words() {
        let read = |text: &str| {
            let found =
                ConfigParser::new(Path::new("c.toml"), text).read(&[&settings::CALENDAR_BUSY])?;
            Ok::<_, Failure>(found["calendar.busy"].text.clone())
        };
        assert_eq!(read("calendar.busy = ['a b.ics', 'c.ics']").unwrap(), "'a b.ics' c.ics");
        assert_eq!(read("calendar.busy = 'a.ics c.ics'").unwrap(), "a.ics c.ics");
        assert!(read("calendar.busy = ['a.ics', 7]").is_err());
    }

    #[test]
    fn invalid_toml_is_reported_with_its_line() {
        assert!(refusal("plain = true\ncolor = never\n").starts_with("line 2 of `c.toml`: "));
        assert!(refusal("plain = true\nplain = true\n").starts_with("line 2 of `c.toml`: "));
    }

    #[test]
    fn setting_a_value_leaves_everything_else_unchanged() {
        let path = Path::new("c.toml");
        let text = "# mine\ncolor = 'auto' # for now\n\n# and\nquiet = true\n";
        let changed = set(path, text, &settings::COLOR, "never").unwrap();
        assert_eq!(changed, text.replace("'auto'", "\"never\""));
        let added = set(path, &changed, &settings::PLAIN, "yes").unwrap();
        assert_eq!(added, format!("{changed}plain = true\n"));
        let removed = unset(path, &added, &settings::PLAIN).unwrap();
        assert_eq!(removed.as_deref(), Some(changed.as_str()));
        assert_eq!(unset(path, &changed, &settings::PLAIN).unwrap(), None);
    }

    #[test]
    fn every_setting_reads_back_the_value_that_was_set() {
        let path = Path::new("c.toml");
        for setting in settings::ALL {
            let value = match setting.holds {
                SettingType::File => "~/it's \"mine\".db",
                _ => setting.default,
            };
            let text = set(path, "", setting, value).unwrap();
            let found = ConfigParser::new(path, &text).read(&settings::ALL).unwrap();
            assert_eq!(found[setting.key].text, value, "{text}");
        }
    }

    #[test]
    fn setting_a_wrong_value_is_refused() {
        let failure = set(Path::new("c.toml"), "", &settings::DUE_WITHIN, "soon").unwrap_err();
        assert_eq!(
            failure.message,
            "`due_within` can't be `soon`; it must be a span of time, such as \"2 days\""
        );
    }

    #[test]
    fn template_sets_nothing_until_its_lines_are_uncommented() {
        let path = Path::new("c.toml");
        assert!(
            ConfigParser::new(path, &commented_defaults()).read(&settings::ALL).unwrap().is_empty()
        );
        let template = commented_defaults();
        let uncommented = template.lines().filter_map(|line| line.strip_prefix("# "));
        let all: Vec<&str> = uncommented.filter(|line| line.contains(" = ")).collect();
        let all = all.join("\n");
        let found = ConfigParser::new(path, &all).read(&settings::ALL).unwrap();
        assert_eq!(found.len(), settings::ALL.len(), "{all}");
    }

    proptest::proptest! {
        #[test]
        fn arbitrary_text_never_panics(text in "(?s).{0,80}") {
            let _ = validate(Path::new("c.toml"), &text);
        }
    }
}
