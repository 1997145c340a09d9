//! A sandboxed user: a temporary home folder, a fixed present moment, no terminal, no colour.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt;
use std::io::{self, Cursor, Write};
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::{Arc, Mutex};

use mentor::{Environment, ScriptedPrompter};

use crate::command_line::CommandLine;
use crate::folder::folder;

pub struct Sandbox {
    pub home: tempfile::TempDir,
    pub now: RefCell<String>,
    pub vars: RefCell<BTreeMap<String, String>>,
    /// Variables whose values are not UTF-8.
    pub byte_vars: RefCell<BTreeMap<&'static str, OsString>>,
    pub width: Option<usize>,
}

/// The output of a run and its exit status.
#[must_use]
pub struct Output {
    pub stdout: String,
    pub stderr: String,
    pub status: u8,
}

impl fmt::Display for Output {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.stdout)?;
        if !self.stderr.is_empty() {
            write!(f, "--- stderr ---\n{}", self.stderr)?;
        }
        if self.status != 0 {
            write!(f, "[exit {}]", self.status)?;
        }
        Ok(())
    }
}

thread_local! {
    /// What a run printed while it waited for a lock.
    static SAID_AT_ONCE: RefCell<String> = const { RefCell::new(String::new()) };
    /// The content of the system's list of users. `None`: it can't be read.
    static PASSWD: RefCell<Option<String>> = const { RefCell::new(None) };
    /// The current folder of a run: the home folder of its sandbox.
    static CURRENT_DIR: RefCell<Option<PathBuf>> = const { RefCell::new(None) };
}

/// Returns the path of the test binary, in place of the program's.
#[expect(
    clippy::disallowed_methods,
    reason = "stands for the program in the environment of a test"
)]
pub fn this_program() -> Option<PathBuf> {
    std::env::current_exe().ok()
}

#[derive(Clone, Default)]
struct Shared(Rc<RefCell<Vec<u8>>>);

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Shared {
    fn text(&self) -> String {
        String::from_utf8(self.0.borrow().clone()).unwrap()
    }
}

impl Sandbox {
    /// Makes an empty home folder.
    pub fn new() -> Sandbox {
        PASSWD.set(None);
        Sandbox {
            home: folder(),
            now: RefCell::new("2026-12-01T09:00:00Z".to_owned()),
            vars: RefCell::default(),
            byte_vars: RefCell::default(),
            width: None,
        }
    }

    /// Makes a pair: Sam in London mentors Ana in Bogotá.
    pub fn with_pair() -> Sandbox {
        let sandbox = Sandbox::new();
        sandbox.ok("init --name 'Sam Rivera' --tz Europe/London");
        sandbox.ok("pair add ana --mentee 'Ana Díaz' --tz America/Bogota");
        sandbox
    }

    /// Makes a pair like `with_pair` that began long before it was added.
    pub fn with_older_pair() -> Sandbox {
        let sandbox = Sandbox::with_pair();
        sandbox.ok("pair edit --since 2025-06-01");
        sandbox
    }

    /// Makes a pair with an agreement.
    pub fn with_agreement() -> Sandbox {
        let sandbox = Sandbox::with_pair();
        sandbox.ok(
            "agree --purpose 'Grow into a tech lead' --starts 2026-12-01 --ends 2027-06-01 \
             --cadence 'every 2 weeks' --length 45m --notice 24h --review-every '8 weeks' \
             --reply-within '2 working days' --feedback-within '5 working days'",
        );
        sandbox.ok("agree accept --by mentee");
        sandbox
    }

    /// Sets the content of the system's list of users.
    pub fn passwd(&self, text: &str) -> &Sandbox {
        PASSWD.set(Some(text.to_owned()));
        self
    }

    pub fn at(&self, now: &str) -> &Sandbox {
        now.clone_into(&mut self.now.borrow_mut());
        self
    }

    pub fn db(&self) -> PathBuf {
        self.home.path().join(".local/share/mentor/mentor.db")
    }

    /// Writes a file with this text and returns its path.
    pub fn file(&self, name: &str, text: &str) -> String {
        let path = self.home.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    }

    /// Runs a command without a terminal.
    pub fn run(&self, command: &(impl CommandLine + ?Sized)) -> Output {
        self.run_with(command, b"", None)
    }

    pub fn run_with(
        &self,
        command: &(impl CommandLine + ?Sized),
        stdin: &[u8],
        answers: Option<&[&str]>,
    ) -> Output {
        let (out, err) = (Shared::default(), Shared::default());
        let mut vars = self.vars.borrow().clone();
        vars.insert("HOME".to_owned(), self.home.path().display().to_string());
        let temporary = self.home.path().display().to_string();
        vars.entry("TMPDIR".to_owned()).or_insert(temporary);
        vars.entry("TERM".to_owned()).or_insert_with(|| "xterm-256color".to_owned());
        vars.entry("USER".to_owned()).or_insert_with(|| "sam".to_owned());
        vars.insert("MENTOR_NOW".to_owned(), self.now.borrow().clone());
        let named = vars.into_iter().map(|(name, value)| (name.into(), value.into()));
        let bytes = self.byte_vars.borrow().clone().into_iter();
        let bytes = bytes.map(|(name, value)| (name.into(), value));
        CURRENT_DIR.set(Some(self.home.path().to_owned()));
        let status = mentor::run(Environment {
            args: command.words().iter().map(Into::into).collect(),
            vars: named.chain(bytes).collect(),
            stdin: Box::new(Cursor::new(stdin.to_vec())),
            stdout: Box::new(out.clone()),
            stderr: Box::new(err.clone()),
            stdin_is_terminal: answers.is_some(),
            stdout_is_terminal: self.width.is_some(),
            stderr_is_terminal: answers.is_some(),
            width: self.width,
            height: None,
            prompter: answers.map(|answers| Box::new(ScriptedPrompter::new(answers)) as _),
            system_zone: || Some("Europe/London".to_owned()),
            passwd: || PASSWD.with_borrow(Clone::clone),
            current_dir: || CURRENT_DIR.with_borrow(Clone::clone),
            current_exe: this_program,
            base_dirs: || None,
            system_clock: || panic!("a test has its own moment"),
            say_at_once: |words| SAID_AT_ONCE.with_borrow_mut(|message| message.push_str(words)),
        });
        let said_at_once = SAID_AT_ONCE.take();
        Output {
            stdout: out.text(),
            stderr: (said_at_once + &err.text())
                .replace(&self.home.path().display().to_string(), "~"),
            status,
        }
    }

    /// Runs a command that must succeed, and returns its stdout.
    pub fn ok(&self, command: &(impl CommandLine + ?Sized)) -> String {
        let output = self.run(command);
        assert_eq!(output.status, 0, "{:?}\n{output}", command.words());
        output.stdout
    }

    /// Runs a command that must be refused without changing anything, and returns its stderr.
    pub fn refused(&self, command: &(impl CommandLine + ?Sized)) -> String {
        let words = command.words();
        let before = self.ok("export");
        let output = self.run(command);
        assert_eq!(output.status, 4, "{words:?}\n{output}");
        assert_eq!(output.stdout, "", "{words:?}");
        assert_eq!(self.ok("export"), before, "{words:?}");
        output.stderr
    }

    /// Runs a command that must change something, and checks that undo reverts it completely.
    pub fn takes_back(&self, command: &(impl CommandLine + ?Sized)) {
        let words = command.words();
        let before = self.ok("export");
        self.ok(command);
        assert_ne!(self.ok("export"), before, "{words:?}");
        self.ok("undo");
        assert_eq!(self.ok("export"), before, "{words:?}");
    }

    /// Runs a command with `--json` that must succeed, and returns its JSON, which must fit the schema that it names.
    pub fn json(&self, command: &(impl CommandLine + ?Sized)) -> serde_json::Value {
        let mut words = command.words();
        words.push("--json".to_owned());
        let answer = serde_json::from_str(&self.ok(&words)).unwrap();
        must_be_valid(&answer);
        answer
    }
}

/// Fails unless an answer of `--json` is valid by the schema that it names.
pub fn must_be_valid(answer: &serde_json::Value) {
    static VALIDATORS: Mutex<BTreeMap<String, Arc<jsonschema::Validator>>> =
        Mutex::new(BTreeMap::new());
    let name = answer["schema"].as_str().unwrap_or_else(|| panic!("no schema: {answer:#}"));
    let ready = VALIDATORS.lock().unwrap().get(name).cloned();
    let validator = ready.unwrap_or_else(|| {
        let passwd = PASSWD.take();
        let schema = serde_json::from_str(&Sandbox::new().ok(&["schema", name])).unwrap();
        PASSWD.set(passwd);
        let validator = Arc::new(jsonschema::validator_for(&schema).unwrap());
        VALIDATORS.lock().unwrap().insert(name.to_owned(), Arc::clone(&validator));
        validator
    });
    let errors = validator.iter_errors(answer);
    let errors: Vec<String> =
        errors.map(|error| format!("{error} at {}", error.instance_path)).collect();
    assert!(errors.is_empty(), "{name}: {errors:?}\n{answer:#}");
}
