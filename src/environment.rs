//! Everything a run can observe: arguments, variables, streams and the terminal.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use directories::BaseDirs;

use crate::domain::zone::use_system_data;
use crate::error::{Failure, Result};
use crate::platform::zoneinfo::Zoneinfo;
use crate::prompt::Prompter;

/// Set to the name of a shell if the run is a question of its completion script.
pub const COMPLETION_VARIABLE: &str = "MENTOR_COMPLETE";

/// The input of a run: one run is a function of this value.
pub struct Environment<'io> {
    /// Arguments after the program's name.
    pub args: Vec<OsString>,
    /// Bytes, as the system has them: paths need not be UTF-8.
    pub vars: BTreeMap<OsString, OsString>,
    pub stdin: Box<dyn Read + 'io>,
    pub stdout: Box<dyn Write + 'io>,
    pub stderr: Box<dyn Write + 'io>,
    pub stdin_is_terminal: bool,
    pub stdout_is_terminal: bool,
    pub stderr_is_terminal: bool,
    /// Columns of the terminal; `None`: unknown.
    pub width: Option<usize>,
    /// Rows of the terminal; `None`: unknown.
    pub height: Option<usize>,
    /// Answers questions; `None`: the terminal does, if there is one.
    pub prompter: Option<Box<dyn Prompter + 'io>>,
    /// Returns the system's IANA time zone; called only if a zone is needed and nothing else names one.
    pub system_zone: fn() -> Option<String>,
    /// Returns the text of `/etc/passwd`; called only if nothing else names the user.
    pub passwd: fn() -> Option<String>,
    /// Returns the current folder; called only if a relative path has to be completed or stored.
    pub current_dir: fn() -> Option<PathBuf>,
    /// Returns the path of this program; called only if a timer has to run it.
    pub current_exe: fn() -> Option<PathBuf>,
    /// Returns the platform's folders of the user, which variables override.
    pub base_dirs: fn() -> Option<BaseDirs>,
    /// Returns the system's time.
    pub system_clock: fn() -> chrono::DateTime<chrono::Utc>,
    /// Writes to stderr immediately, for code that has no access to the run's own streams: a wait for a lock inside
    /// `SQLite`.
    pub say_at_once: fn(&str),
}

impl Environment<'static> {
    /// Returns the environment of this process.
    #[expect(clippy::disallowed_methods, reason = "the one place that looks at the process")]
    pub fn from_process() -> Self {
        let size = terminal_size::terminal_size();
        use_system_data(Box::new(Zoneinfo::new(std::env::var_os("TZDIR").map(PathBuf::from))));
        Environment {
            args: std::env::args_os().skip(1).collect(),
            vars: std::env::vars_os().collect(),
            stdin: Box::new(std::io::stdin()),
            stdout: Box::new(std::io::BufWriter::new(std::io::stdout())),
            stderr: Box::new(std::io::stderr()),
            stdin_is_terminal: std::io::stdin().is_terminal(),
            stdout_is_terminal: std::io::stdout().is_terminal(),
            stderr_is_terminal: std::io::stderr().is_terminal(),
            width: size.map(|(width, _)| usize::from(width.0)),
            height: size.map(|(_, height)| usize::from(height.0)),
            prompter: None,
            system_zone: || iana_time_zone::get_timezone().ok(),
            passwd: || std::fs::read_to_string("/etc/passwd").ok(),
            current_dir: || std::env::current_dir().ok(),
            current_exe: || std::env::current_exe().ok(),
            base_dirs: BaseDirs::new,
            system_clock: chrono::Utc::now,
            say_at_once: |words| {
                // Ignore errors: stderr is closed.
                let _ = std::io::stderr().write_all(words.as_bytes());
            },
        }
    }
}

impl Environment<'_> {
    /// Returns a path that still leads to the same file from another folder.
    pub fn absolute_path(&self, path: &Path) -> PathBuf {
        let folder = if path.is_relative() { (self.current_dir)() } else { None };
        // Collecting the components drops each `.`; a `..` stays, since the folder before it may be a link.
        folder.unwrap_or_default().join(path).components().collect()
    }

    /// Returns a variable that is not empty, in any encoding.
    pub fn os_var(&self, name: &str) -> Option<&OsStr> {
        let value = self.vars.get(OsStr::new(name))?;
        Some(value.as_os_str()).filter(|value| !value.is_empty())
    }

    /// Returns a variable that is not empty and names a file or folder.
    pub fn path_var(&self, name: &str) -> Option<&Path> {
        self.os_var(name).map(Path::new)
    }

    /// Returns a variable that is not empty and is UTF-8.
    pub fn var(&self, name: &str) -> Option<&str> {
        self.os_var(name)?.to_str()
    }

    /// Returns the shell whose completion this run answers. Such a run prints no messages, since the user is typing.
    pub fn completing_shell(&self) -> Option<&str> {
        self.var(COMPLETION_VARIABLE)
    }

    /// Whether the terminal understands more than plain lines; false without `TERM`.
    pub fn has_capable_terminal(&self) -> bool {
        self.os_var("TERM").is_some_and(|kind| kind != "dumb")
    }

    /// Fails if one of mentor's own variables is not UTF-8: ignoring it could do something that the user did not mean.
    pub fn ensure_readable(&self) -> Result<()> {
        let is_unreadable = |name: &&str| {
            let value = self.os_var(name);
            value.is_some_and(|value| value.to_str().is_none())
        };
        match ["MENTOR_NOW", "MENTOR_PAIR", "MENTOR_USER"].into_iter().find(is_unreadable) {
            None => Ok(()),
            Some(name) => Err(Failure::refused(format!("`{name}` is not UTF-8 text"))
                .hint(format!("unset `{name}`, or set it to UTF-8 text"))),
        }
    }

    /// Whether output is UTF-8 according to the locale; true if the locale doesn't say.
    pub fn is_utf8(&self) -> bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| self.var(name));
        locale.is_none_or(|locale| {
            let charset = locale.split_once('.').map_or("", |(_, charset)| charset);
            let charset = charset.split('@').next().unwrap_or_default();
            charset.eq_ignore_ascii_case("utf-8") || charset.eq_ignore_ascii_case("utf8")
        })
    }
}
