//! All that a run can see of the outside: arguments, variables, streams, the terminal.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use crate::domain::zone::use_system_data;
use crate::error::{Failure, Result};
use crate::platform::zoneinfo::Zoneinfo;
use crate::prompt::Prompter;

/// Set to the name of a shell that asks what may come next on a command line.
pub const COMPLETION_VARIABLE: &str = "MENTOR_COMPLETE";

/// One run is a function of this value.
pub struct Environment<'io> {
    /// Arguments after the program's name.
    pub args: Vec<OsString>,
    /// Bytes, as the system has them: a path is one that is used, whatever its encoding.
    pub vars: BTreeMap<OsString, OsString>,
    pub stdin: Box<dyn Read + 'io>,
    pub stdout: Box<dyn Write + 'io>,
    pub stderr: Box<dyn Write + 'io>,
    pub stdin_is_terminal: bool,
    pub stdout_is_terminal: bool,
    pub stderr_is_terminal: bool,
    /// Columns of the terminal; none: unknown.
    pub width: Option<usize>,
    /// Rows of the terminal; none: unknown.
    pub height: Option<usize>,
    /// Who answers questions; none: the terminal, if there is one.
    pub prompter: Option<Box<dyn Prompter + 'io>>,
    /// Asks the system for its IANA zone; called only where a zone is needed and nothing else names one.
    pub system_zone: fn() -> Option<String>,
    /// The system's list of users, as `/etc/passwd` has it; read only where nothing else names the user.
    pub passwd: fn() -> Option<String>,
    /// Reads the system's clock.
    pub system_clock: fn() -> chrono::DateTime<chrono::Utc>,
    /// Writes to stderr from where a run can reach nothing of its own: while it waits in the middle of a statement.
    pub say_at_once: fn(&str),
}

impl Environment<'static> {
    /// The surroundings of this process.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that looks at the process"
    )]
    pub fn from_process() -> Self {
        let size = terminal_size::terminal_size();
        use_system_data(Box::new(Zoneinfo::new(
            std::env::var_os("TZDIR").map(PathBuf::from),
        )));
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
            system_clock: chrono::Utc::now,
            say_at_once: |words| {
                // Whoever closed stderr does not want to hear it.
                let _ = std::io::stderr().write_all(words.as_bytes());
            },
        }
    }
}

impl Environment<'_> {
    /// A variable that is set to something, in whatever encoding.
    pub fn os_var(&self, name: &str) -> Option<&OsStr> {
        let value = self.vars.get(OsStr::new(name))?;
        Some(value.as_os_str()).filter(|value| !value.is_empty())
    }

    /// A variable that is set to something that names a file or a folder.
    pub fn path_var(&self, name: &str) -> Option<&Path> {
        self.os_var(name).map(Path::new)
    }

    /// A variable that is set to a text.
    pub fn var(&self, name: &str) -> Option<&str> {
        self.os_var(name)?.to_str()
    }

    /// The shell that asks what may come next: whoever is typing there is not interrupted by anything.
    pub fn completing_shell(&self) -> Option<&str> {
        self.var(COMPLETION_VARIABLE)
    }

    /// Whether the terminal understands more than plain lines; without `TERM` nothing says that it does.
    pub fn has_capable_terminal(&self) -> bool {
        self.os_var("TERM").is_some_and(|kind| kind != "dumb")
    }

    /// Refuses a text of mentor's own that can't be read. Passing it over would do something else than was meant.
    pub fn ensure_readable(&self) -> Result<()> {
        let unreadable = |name: &&str| {
            let value = self.os_var(name);
            value.is_some_and(|value| value.to_str().is_none())
        };
        match ["MENTOR_NOW", "MENTOR_PAIR", "MENTOR_USER"]
            .into_iter()
            .find(unreadable)
        {
            None => Ok(()),
            Some(name) => Err(Failure::refused(format!("`{name}` is not UTF-8 text"))
                .hint(format!("unset `{name}`, or set it to UTF-8 text"))),
        }
    }

    /// Whether text goes out as UTF-8, as far as the locale tells: where it is silent, it does.
    pub fn is_utf8(&self) -> bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
            .iter()
            .find_map(|name| self.var(name));
        locale.is_none_or(|locale| {
            let charset = locale.split_once('.').map_or("", |(_, charset)| charset);
            let charset = charset.split('@').next().unwrap_or_default();
            charset.eq_ignore_ascii_case("utf-8") || charset.eq_ignore_ascii_case("utf8")
        })
    }
}
