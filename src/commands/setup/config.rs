//! `mentor config`

use std::path::PathBuf;

use crate::app::App;
use crate::config::{self, settings};
use crate::error::{Failure, Result};
use crate::input::draft::{self, Draft};
use crate::input::editor;
use crate::input::form;
use crate::platform::private_file;
use crate::view;
use crate::view::messages::config::SettingLine;
use crate::view::messages::values::ConfigPath;

#[derive(Debug, clap::Args)]
pub struct ConfigArgs {
    #[command(subcommand)]
    command: ConfigCommand,
}

#[derive(Debug, clap::Subcommand)]
#[command(defer = true)]
pub enum ConfigCommand {
    /// Show all settings
    Show(ShowArgs),
    /// Print one value, as it applies now
    Get(GetArgs),
    /// Print the path of `config.toml`, even if it doesn't exist yet
    Path,
    /// Edit `config.toml`; it is checked before it is saved
    Edit(EditArgs),
    /// Set a value in `config.toml`
    Set(SetArgs),
    /// Unset a value, back to the default
    Unset(UnsetArgs),
}

#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    /// Show where each value comes from
    #[arg(long)]
    origin: bool,
}

#[derive(Debug, clap::Args)]
pub struct GetArgs {
    /// Setting
    #[arg(value_name = "KEY")]
    key: String,
}

#[derive(Debug, clap::Args)]
pub struct EditArgs {
    /// Use this file instead of the editor (`-` for standard input)
    #[arg(long = "from", alias = "from-file", value_name = "FILE")]
    from_file: Option<PathBuf>,

    /// Open the editor as well
    #[arg(long, short = 'e')]
    editor: bool,
}

#[derive(Debug, clap::Args)]
pub struct SetArgs {
    /// Setting
    #[arg(value_name = "KEY")]
    key: String,

    /// Value
    #[arg(value_name = "VALUE", allow_hyphen_values = true)]
    value: String,
}

#[derive(Debug, clap::Args)]
pub struct UnsetArgs {
    /// Setting to remove
    #[arg(value_name = "KEY")]
    key: String,
}

impl ConfigArgs {
    /// Whether it is of use while `config.toml` is invalid: all but `show` and `get`.
    pub fn can_repair(&self) -> bool {
        !matches!(self.command, ConfigCommand::Show(_) | ConfigCommand::Get(_))
    }
}

pub fn run(app: &mut App<'_, '_>, args: &ConfigArgs) -> Result<()> {
    match &args.command {
        ConfigCommand::Show(args) => show(app, args.origin),
        ConfigCommand::Get(args) => get(app, args),
        ConfigCommand::Path => {
            let path = app.paths.config.display().to_string();
            app.print_result(|| ConfigPath { path: path.clone() }, |_| path.clone())
        }
        ConfigCommand::Edit(args) => edit(app, args),
        ConfigCommand::Set(args) => set(app, args),
        ConfigCommand::Unset(args) => unset(app, args),
    }
}

fn show(app: &mut App<'_, '_>, with_origin: bool) -> Result<()> {
    let lines: Vec<SettingLine> =
        settings::ALL.into_iter().map(|setting| setting_line(app, setting)).collect();
    let file = app.paths.config.clone();
    app.print_result(
        || view::messages::config::json(&lines, &file),
        |page| view::messages::config::table(&lines, &file, with_origin, page),
    )
}

fn get(app: &mut App<'_, '_>, args: &GetArgs) -> Result<()> {
    let line = setting_line(app, config::find_setting(&args.key)?);
    app.print_result(|| view::messages::config::one_json(&line), |_| line.value.clone())
}

fn setting_line(app: &App<'_, '_>, setting: &'static settings::Setting) -> SettingLine {
    let value = match setting.holds {
        settings::SettingType::File => app.store.path.display().to_string(),
        _ => app.config.text(setting).to_owned(),
    };
    SettingLine {
        key: setting.key,
        value,
        origin: app.config.value(setting).map(|value| value.origin),
    }
}

fn set(app: &mut App<'_, '_>, args: &SetArgs) -> Result<()> {
    let setting = config::find_setting(&args.key)?;
    let path = app.paths.config.clone();
    let before = config::read_text(&path)?.unwrap_or_default();
    let after = config::set(&path, &before, setting, &args.value)?;
    replace(app, &after)?;
    let (key, value) = (setting.key, &args.value);
    app.ui.status(&format!("Set `{key}` to `{value}`"))?;
    if let Some(value) = app.environment.os_var(setting.variable) {
        let text = value.display();
        let variable = setting.variable;
        app.ui.note(&format!(
            "the environment variable `{variable}` (`{text}`) overrides the file"
        ))?;
    }
    print_json_settings(app)
}

fn unset(app: &mut App<'_, '_>, args: &UnsetArgs) -> Result<()> {
    let setting = config::find_setting(&args.key)?;
    let path = app.paths.config.clone();
    let before = config::read_text(&path)?.unwrap_or_default();
    let key = setting.key;
    match config::unset(&path, &before, setting)? {
        Some(after) => {
            replace(app, &after)?;
            app.ui.status(&format!("Unset `{key}`"))?;
        }
        None => app.ui.status(&format!("`{key}` is not set"))?,
    }
    print_json_settings(app)
}

/// Prints all settings as JSON after a change, for programs; people have already seen a message.
fn print_json_settings(app: &mut App<'_, '_>) -> Result<()> {
    if !app.ui.json {
        return Ok(());
    }
    app.config = config::load(&app.paths, app.environment)?;
    show(app, false)
}

/// Edits the file. The text is kept as a draft until it has replaced the file.
fn edit(app: &mut App<'_, '_>, args: &EditArgs) -> Result<()> {
    let path = app.paths.config.clone();
    let before = config::read_text(&path)?;
    let (initial, source) = match &args.from_file {
        Some(from) => {
            let (text, source) = form::read_source(from, &mut app.environment.stdin)?;
            (draft::strip_header(&text), Some(source))
        }
        None => (before.clone().unwrap_or_else(config::commented_defaults), None),
    };
    let mut draft = Draft::new(&app.paths, "config", "mentor config edit");
    let after = match source {
        Some(_) if !args.editor => {
            draft.set_text(&initial);
            config::validate(&path, &initial).map(|()| initial.clone())
        }
        _ => edit_text(app, &mut draft, &initial),
    };
    let stored = after.and_then(|after| {
        if before.as_deref() == Some(after.as_str())
            || before.is_none() && after == config::commented_defaults()
        {
            return app.ui.status("Nothing was changed");
        }
        replace(app, &after)?;
        app.ui.status(&format!("Updated `{}`", path.display()))
    });
    match stored {
        Ok(()) => {
            draft.remove();
            print_json_settings(app)
        }
        Err(failure) => Err(draft.attach_to_failure(failure)),
    }
}

/// Opens the text in the editor and validates it. On a terminal, offers to open it again if it is invalid.
fn edit_text(app: &mut App<'_, '_>, draft: &mut Draft, initial: &str) -> Result<String> {
    let hint = "run `mentor config set KEY VALUE` to set one value";
    let command = editor::form_command(&app.config, app.can_ask, hint)?;
    draft.save(initial);
    let path = draft.path().ok_or_else(no_writable_folder_failure)?.to_owned();
    loop {
        let text = editor::edit(&command, &path)?;
        draft.set_text(&draft::strip_header(&text));
        match config::validate(&path, &text) {
            Ok(()) => return Ok(draft::strip_header(&text)),
            Err(failure) => {
                if !app.can_ask {
                    return Err(failure);
                }
                app.prompter.say(&failure.lines())?;
                if !app.prompter.confirm("Open it again to fix it?", true)? {
                    return Err(failure);
                }
            }
        }
    }
}

fn no_writable_folder_failure() -> Failure {
    Failure::storage(
        "can't save the text: neither the state folder nor the temporary folder is writable",
    )
    .hint("run `mentor config set KEY VALUE` to set one value")
}

/// Replaces the file. A symbolic link stays a link, since some people keep their settings under version control.
fn replace(app: &App<'_, '_>, text: &str) -> Result<()> {
    let link = &app.paths.config;
    let path = link.canonicalize().unwrap_or_else(|_| link.clone());
    let folder = path.parent().unwrap_or(&path);
    private_file::create_dir_all(folder)
        .and_then(|()| private_file::replace(&path, text.as_bytes()))
        .map_err(|error| {
            Failure::storage(format!("can't write `{}`: {error}", path.display()))
                .data("nothing was changed")
        })
}
