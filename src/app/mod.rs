//! The context of every command: store, output, prompter, present moment and current pair.

mod as_of;
mod changed_pairs;
mod pair;
mod print;
mod system;
mod write;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

use crate::clock;
use crate::config::{self, Config, settings};
use crate::domain::dates::{Now, Today};
use crate::domain::due;
use crate::domain::length::Span;
use crate::domain::pair::PairContext;
use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::domain::setting::SettingOrigin;
use crate::domain::zone::Tz;
use crate::environment::Environment;
use crate::error::{Failure, Result};
use crate::output::pager::Pager;
use crate::output::ui::Ui;
use crate::panic_hook::ensure_randomness;
use crate::paths::Paths;
use crate::prompt::{NonInteractive, Prompter, Terminal};
use crate::store::disclosure;
use crate::store::file::Store;
use crate::store::lock_wait::{self, WaitNotice};
use crate::store::people;
use crate::store::read_tx::ReadTx;
use crate::view::page::output_mode::{self, OutputMode};

pub use changed_pairs::ChangedPairs;
pub use pair::{find_in_pair, pair_option, parse_side, parse_side_or_user};

/// The options that every command takes.
#[derive(Clone, Debug, Default)]
pub struct GlobalOptions {
    pub pair: Option<String>,
    pub json: bool,
    pub quiet: bool,
    pub no_input: bool,
    pub color: Option<String>,
    pub plain: bool,
    pub no_pager: bool,
    pub config: Option<PathBuf>,
    pub db: Option<PathBuf>,
}

impl GlobalOptions {
    /// Applies the command-line options, which take precedence over settings.
    fn apply_to(&self, mut config: Config) -> Config {
        if let Some(path) = &self.db {
            config.insert(&settings::DB, path, SettingOrigin::Flag("--db"));
        }
        for (setting, flag, text) in [
            (&settings::COLOR, "--color", self.color.as_deref()),
            (&settings::QUIET, "--quiet", self.quiet.then_some("true")),
            (&settings::PLAIN, "--plain", self.plain.then_some("true")),
            (&settings::PAGER, "--no-pager", self.no_pager.then_some("never")),
        ] {
            if let Some(text) = text {
                config.insert(setting, text, SettingOrigin::Flag(flag));
            }
        }
        config
    }
}

pub struct App<'a, 'io> {
    pub ui: &'a mut Ui<'io>,
    pub environment: &'a mut Environment<'io>,
    pub prompter: Box<dyn Prompter + 'io>,
    pub globals: GlobalOptions,
    pub config: Config,
    pub paths: Paths,
    pub store: Store,
    /// The one present moment of this run.
    pub now: Now,
    /// Whether the user can be prompted.
    pub can_ask: bool,
    /// The pairs that this run changes.
    pub changed_pairs: ChangedPairs,
    /// What to say about the paused pairs that this run reads.
    pub paused_remarks: RefCell<BTreeSet<String>>,
}

impl<'a, 'io> App<'a, 'io> {
    /// Fails on an invalid `config.toml` unless the command can repair it.
    pub fn new(
        environment: &'a mut Environment<'io>,
        ui: &'a mut Ui<'io>,
        globals: GlobalOptions,
        tolerates_broken_config: bool,
    ) -> Result<Self> {
        environment.ensure_readable()?;
        let now = clock::now(environment)?;
        let paths = Paths::resolve(environment, globals.config.as_deref())?;
        let config = match config::load(&paths, environment) {
            Err(_) if tolerates_broken_config => config::without_file(environment),
            loaded => globals.apply_to(loaded?),
        };
        let now = config.date_style().now(now);
        set_up_ui(ui, globals.json, &config, environment);
        let has_terminal = environment.stdin_is_terminal && environment.stderr_is_terminal;
        let may_prompt = !globals.no_input && environment.os_var("MENTOR_NO_INPUT").is_none();
        let can_ask = may_prompt && (has_terminal || environment.prompter.is_some());
        let prompter: Box<dyn Prompter + 'io> = match environment.prompter.take() {
            Some(prompter) if can_ask => prompter,
            None if can_ask => Box::new(Terminal::new(ui.err_color, ui.mode, ui.err_is_live)),
            _ => Box::new(NonInteractive),
        };
        let home = environment.path_var("HOME");
        let path = globals
            .db
            .clone()
            .or_else(|| config.file(&settings::DB, &paths.config, home))
            .unwrap_or_else(|| paths.data.clone());
        let patience = Duration::from_secs(if has_terminal { 10 } else { 30 });
        Ok(App {
            store: Store::new(path, patience).with_daily_backup(),
            ui,
            environment,
            prompter,
            globals,
            config,
            paths,
            now,
            can_ask,
            changed_pairs: ChangedPairs::default(),
            paused_remarks: RefCell::default(),
        })
    }

    /// Reads in one consistent view; writes nothing.
    pub fn read<T>(&self, query: impl FnOnce(&ReadTx<'_>) -> Result<T>) -> Result<T> {
        self.store.read(query).map_err(|failure| self.explain_storage_failure(failure, false))
    }

    /// Runs `query` on all records of a pair or, for the partner, on a copy with what they may see of it.
    #[expect(clippy::unused_self, reason = "a command asks the app for everything")]
    pub fn read_for<T>(
        &self,
        for_partner: bool,
        tx: &ReadTx<'_>,
        pair: PairContext,
        query: impl FnOnce(&ReadTx<'_>, PairContext) -> Result<T>,
    ) -> Result<T> {
        if for_partner { disclosure::read(tx, &pair, query) } else { query(tx, pair) }
    }

    /// Asks for confirmation unless `--yes` was given. A no ends the run with the sentence `declined`; without a terminal
    /// it fails with a sentence that begins with `subject`.
    pub fn confirm_or_fail(
        &mut self,
        yes: bool,
        question: &str,
        subject: &str,
        declined: &str,
    ) -> Result<()> {
        if yes {
            return Ok(());
        }
        if self.can_ask {
            let is_confirmed = self.prompter.confirm(question, false)?;
            return if is_confirmed { Ok(()) } else { Err(Failure::declined(declined)) };
        }
        Err(Failure::answer_needed(format!("{subject} needs confirmation"))
            .data("nothing was changed")
            .hint("use `--yes` to confirm"))
    }

    /// Returns the user; `None` before `mentor init`.
    #[expect(clippy::unused_self, reason = "a command asks the app for everything")]
    pub fn user(&self, tx: &ReadTx<'_>) -> Result<Option<Record<Person>>> {
        Ok(people::user(tx)?)
    }

    /// Returns the user's time zone, or the system's before `mentor init`.
    pub fn user_zone(&self, tx: &ReadTx<'_>) -> Result<Tz> {
        let user = self.user(tx)?;
        Ok(user.map_or_else(|| self.system_zone(), |user| user.zone))
    }

    /// Returns how many days ahead counts as soon: as given, or else as set, or else two.
    pub fn due_horizon_days(&self, given: Option<Span>) -> u64 {
        let span = given.or_else(|| self.config.span(&settings::DUE_WITHIN));
        span.map_or(due::SOON, |span| u64::try_from(span.days()).unwrap_or(0))
    }

    /// Returns the user's date at a moment.
    pub fn user_today(&self, tx: &ReadTx<'_>, now: Now) -> Result<Today> {
        let user = self.user(tx)?;
        Ok(match user {
            Some(user) => now.style.today(user.day_at(now.at)),
            None => now.today_in(self.system_zone()),
        })
    }

    /// Returns today's date in a person's zone.
    pub fn today_of(&self, person: &Person) -> Today {
        self.now.style.today(person.day_at(self.now.at))
    }
}

/// Applies the settings and the terminal's abilities to the output.
fn set_up_ui(ui: &mut Ui<'_>, is_json: bool, config: &Config, environment: &Environment<'_>) {
    ui.mode = if config.is_enabled(&settings::PLAIN) {
        OutputMode::Plain
    } else if environment.is_utf8() {
        OutputMode::Drawn
    } else {
        OutputMode::Ascii
    };
    ui.json = is_json;
    if is_json {
        ensure_randomness();
    }
    ui.pager = Pager::from_config(config, environment).filter(|_| !is_json);
    ui.quiet = config.is_enabled(&settings::QUIET);
    lock_wait::set_wait_notice((!ui.quiet).then_some(WaitNotice {
        say: environment.say_at_once,
        words: output_mode::wait_notice(ui.mode),
    }));
    ui.out_color = config.uses_color(environment.stdout_is_terminal);
    ui.err_color = config.uses_color(environment.stderr_is_terminal);
    ui.err_is_live = environment.stderr_is_terminal
        && environment.has_capable_terminal()
        && !config.is_enabled(&settings::PLAIN);
}
