//! The context of every command: store, output, prompter, present moment and current pair.

mod as_of;
mod pair;
mod system;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
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
use crate::error::{Failure, FailureKind, Result};
use crate::output::pager::Pager;
use crate::output::ui::{Ui, json_failure};
use crate::panic_hook::ensure_randomness;
use crate::paths::Paths;
use crate::platform::private_file::{self, Readers};
use crate::prompt::{NonInteractive, Prompter, Terminal};
use crate::store::backup::DailyBackup;
use crate::store::disclosure;
use crate::store::file::{Store, WriteSummary};
use crate::store::lock_wait::{self, WaitNotice};
use crate::store::people;
use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;
use crate::view;
use crate::view::json::answers::JsonAnswer;
use crate::view::page::csv::{self, CsvFormat};
use crate::view::page::layout::Layout;
use crate::view::page::listing::ListFooter;
use crate::view::page::output_mode::{self, OutputMode};

pub use pair::{ChangedPairs, find_in_pair, pair_option, parse_side, parse_side_or_user};

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

/// The heading of the messages of a dry run.
const DRY_RUN: &str = "Dry run: nothing was changed. Without `--dry-run`:";

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
        ui.mode = if config.is_enabled(&settings::PLAIN) {
            OutputMode::Plain
        } else if environment.is_utf8() {
            OutputMode::Drawn
        } else {
            OutputMode::Ascii
        };
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

    /// Runs `change` in one transaction, then prints its messages.
    pub fn write<T>(&mut self, change: impl FnOnce(&Self, &WriteTx<'_>) -> Result<T>) -> Result<T> {
        ensure_randomness();
        self.changed_pairs.clear();
        let stored = self.store.write(self.now, |tx| self.execute(tx, change));
        let ((value, names_pair), summary) =
            stored.map_err(|failure| self.explain_storage_failure(failure, true))?;
        self.print_summary(summary, names_pair)?;
        Ok(value)
    }

    /// Runs `change`, and returns its result and whether its messages have to name the pair.
    fn execute<T>(
        &self,
        tx: &WriteTx<'_>,
        change: impl FnOnce(&Self, &WriteTx<'_>) -> Result<T>,
    ) -> Result<(T, bool)> {
        let value = change(self, tx)?;
        if tx.shows_own_version() {
            tx.remark(view::messages::share::own_version_shown());
        }
        self.remark_on_paused_pairs(tx)?;
        Ok((value, self.globals.pair.is_none() && pair::has_several_pairs(tx)?))
    }

    /// Runs `change` in one transaction, or in a dry run prints the messages it would give and rolls it back. Returns
    /// `None` for a dry run.
    pub fn write_or_rehearse<T, J: JsonAnswer>(
        &mut self,
        is_dry_run: bool,
        json: impl FnOnce(&T) -> J,
        change: impl FnOnce(&Self, &WriteTx<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        if !is_dry_run {
            return self.write(change).map(Some);
        }
        self.changed_pairs.clear();
        let result = self.store.rehearse(self.now, |tx| self.execute(tx, change));
        let ((value, names_pair), mut summary) =
            result.map_err(|failure| self.explain_storage_failure(failure, false))?;
        if names_pair {
            self.changed_pairs.append_to(&mut summary.messages);
        }
        let lines = [&summary.messages[..], &summary.remarks].concat();
        self.print_result(|| json(&value), |_| format!("{}\n\n{}", DRY_RUN, lines.join("\n")))?;
        Ok(None)
    }

    /// Fails as `write` would, and changes and prints nothing.
    pub fn rehearse<T>(
        &mut self,
        change: impl FnOnce(&Self, &WriteTx<'_>) -> Result<T>,
    ) -> Result<()> {
        let result = self.store.rehearse(self.now, |tx| self.execute(tx, change));
        self.changed_pairs.clear();
        result.map(|_| ()).map_err(|failure| self.explain_storage_failure(failure, false))
    }

    /// Like `write`, without an undo step: for undo and redo themselves, and for changes that can't be undone.
    pub fn write_unrecorded<T>(
        &mut self,
        change: impl FnOnce(&Self, &WriteTx<'_>) -> Result<T>,
    ) -> Result<T> {
        ensure_randomness();
        self.changed_pairs.clear();
        let stored = self.store.write_unrecorded(self.now, |tx| self.execute(tx, change));
        let ((value, names_pair), summary) =
            stored.map_err(|failure| self.explain_storage_failure(failure, true))?;
        self.print_summary(summary, names_pair)?;
        Ok(value)
    }

    /// Like `write_unrecorded`, for changes that the user does not see: if a later part of the command fails, the
    /// failure still says that nothing was changed.
    pub fn write_unseen<T>(
        &mut self,
        change: impl FnOnce(&Self, &WriteTx<'_>) -> Result<T>,
    ) -> Result<T> {
        let has_stored = self.ui.has_stored;
        let value = self.write_unrecorded(change);
        self.ui.has_stored = has_stored;
        value
    }

    /// Replaces a vague storage failure with the operating system's current error for the file.
    fn explain_storage_failure(&self, failure: Failure, to_write: bool) -> Failure {
        let is_vague = failure.kind == FailureKind::Storage && !failure.is_change_saved;
        let obstacle = is_vague.then(|| self.store.diagnose(to_write)).flatten();
        obstacle.map_or(failure, Failure::from)
    }

    fn print_summary(&mut self, mut summary: WriteSummary, names_pair: bool) -> Result<()> {
        self.ui.has_stored = true;
        // A change of a paused pair has its own remark.
        self.paused_remarks.take();
        if names_pair {
            self.changed_pairs.append_to(&mut summary.messages);
        }
        if let Some(copy) = summary.upgraded_from {
            let copy = copy.display();
            self.ui
                .status(&format!("Upgraded the data file; the one before is kept as `{copy}`"))?;
        }
        match summary.readers {
            Readers::Owner => {}
            Readers::OwnerFromNowOn => self
                .ui
                .note("the data file was readable by other users; now only you can read it")?,
            Readers::Everyone => self.warn_if_open_to_others(&self.store.path.clone())?,
        }
        match summary.backup {
            DailyBackup::NotDue => {}
            DailyBackup::Made { .. } => self.warn_about_conflict_copies()?,
            DailyBackup::Failed(error) => self.ui.note(&format!("no backup today: {error}"))?,
        }
        for message in summary.messages {
            self.ui.status(&message)?;
        }
        for remark in summary.remarks {
            self.ui.note(&remark)?;
        }
        for hint in summary.hints {
            self.ui.hint(&hint)?;
        }
        Ok(())
    }

    /// Notes that other users can read a file that was written for the user alone: on a file system without
    /// permissions.
    pub fn warn_if_open_to_others(&mut self, path: &Path) -> Result<()> {
        if private_file::is_open_to_others(path) {
            self.ui.note(&view::messages::backup::open_to_others(path))?;
        }
        Ok(())
    }

    /// Notes each conflict copy of the file that a synchronised folder has made.
    pub fn warn_about_conflict_copies(&mut self) -> Result<()> {
        for copy in self.store.conflict_copies() {
            self.ui.note(&view::messages::backup::conflict(&copy))?;
        }
        Ok(())
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

    /// Prints an answer as JSON if `--json` asks for it, else as text.
    pub fn print_result<J: JsonAnswer>(
        &mut self,
        json: impl FnOnce() -> J,
        text: impl FnOnce(&Layout) -> String,
    ) -> Result<()> {
        if self.ui.json {
            self.ui.print_json(&json())
        } else {
            let page = self.page();
            self.ui.print(&text(&page))
        }
    }

    /// Prints a listing as JSON, CSV or text; CSV has the fields that `columns` names.
    pub fn print_list<J: JsonAnswer>(
        &mut self,
        csv_format: Option<CsvFormat>,
        columns: &[&str],
        json: impl FnOnce() -> J,
        text: impl FnOnce(&Layout) -> String,
    ) -> Result<()> {
        let Some(csv_format) = csv_format else {
            return self.print_result(json, text);
        };
        if self.ui.json {
            return Err(Failure::usage("choose one output format")
                .hint("use only one of `--json`, `--csv` and `--tsv`"));
        }
        let listing = serde_json::to_value(json()).map_err(|error| json_failure(&error))?;
        let items = listing["items"].as_array().map_or(&[][..], Vec::as_slice);
        let cells = csv::write(items, columns, csv_format);
        if self.environment.stdout_is_terminal {
            // `print` escapes control characters, so that stored text can't command the terminal.
            self.ui.print(&cells.replace("\r\n", "\n"))
        } else {
            self.ui.print_raw(&cells)
        }
    }

    /// Prints a listing as `print_list` does, and the footer below it on a terminal.
    pub fn print_list_with_footer<J: JsonAnswer>(
        &mut self,
        csv_format: Option<CsvFormat>,
        columns: &[&str],
        footer: &ListFooter<'_>,
        json: impl FnOnce() -> J,
        text: impl FnOnce(&Layout) -> String,
    ) -> Result<()> {
        self.print_list(csv_format, columns, json, text)?;
        self.print_footer(csv_format.is_some(), footer)
    }

    /// Prints what stands below a listing on a terminal.
    pub fn print_footer(&mut self, is_csv: bool, footer: &ListFooter<'_>) -> Result<()> {
        let is_for_people = self.environment.stdout_is_terminal && !self.ui.json && !is_csv;
        match footer.line().filter(|_| is_for_people) {
            Some(line) => {
                // Flushed first, so that the listing appears above the footer.
                self.ui.flush()?;
                self.ui.status(&line)
            }
            None => Ok(()),
        }
    }

    /// Prints the answer of a command that changed something, with `--json` only: without it `write` has printed messages.
    pub fn print_record_json<J: JsonAnswer>(&mut self, json: impl FnOnce() -> J) -> Result<()> {
        if self.ui.json {
            self.ui.print_json(&json())?;
        }
        Ok(())
    }

    pub fn page(&self) -> Layout {
        Layout {
            width: self.environment.width.filter(|_| self.environment.stdout_is_terminal),
            mode: self.ui.mode,
        }
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
