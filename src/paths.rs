//! Where files live: `--db` > `MENTOR_DB` > config > the platform's own folders; `--config` > `MENTOR_CONFIG` > these.

use std::path::{Path, PathBuf};

use crate::environment::Environment;
use crate::error::{Failure, Result};
use crate::platform::system;

/// The folders of one run.
#[derive(Clone, Debug)]
pub struct Paths {
    pub config: PathBuf,
    /// Whether the user named that file: then it has to be there.
    pub is_config_named: bool,
    /// Forms of the user's own.
    pub templates: PathBuf,
    pub data: PathBuf,
    /// Drafts: what was typed and not stored yet.
    pub state: PathBuf,
    pub temporary: PathBuf,
}

impl Paths {
    /// The XDG folders on Linux, the platform's own elsewhere. `config` is the settings file that was named on the command
    /// line.
    pub fn resolve(environment: &Environment<'_>, config: Option<&Path>) -> Result<Paths> {
        let base = directories::BaseDirs::new();
        let home = environment
            .path_var("HOME")
            .map(Path::to_owned)
            .or_else(|| base.as_ref().map(|base| base.home_dir().to_owned()));
        let folder = |variable: &str, below_home: &str, own: Option<&Path>| {
            let named = environment
                .path_var(variable)
                .map(Path::to_owned)
                .filter(|path| path.is_absolute());
            let usual = || match (&home, own) {
                (_, Some(own)) if !system::HERE.has_xdg_folders() => Some(own.to_owned()),
                (Some(home), _) => Some(home.join(below_home)),
                (None, own) => own.map(Path::to_owned),
            };
            named
                .or_else(usual)
                .map(|path| path.join("mentor"))
                .ok_or_else(no_home)
        };
        let base = base.as_ref();
        let settings = folder(
            "XDG_CONFIG_HOME",
            ".config",
            base.map(directories::BaseDirs::config_dir),
        )?;
        let named = config.or_else(|| environment.path_var("MENTOR_CONFIG"));
        Ok(Paths {
            config: named.map_or_else(|| settings.join("config.toml"), Path::to_owned),
            is_config_named: named.is_some(),
            templates: settings.join("templates"),
            data: folder(
                "XDG_DATA_HOME",
                ".local/share",
                base.map(directories::BaseDirs::data_dir),
            )?
            .join("mentor.db"),
            state: folder(
                "XDG_STATE_HOME",
                ".local/state",
                base.and_then(directories::BaseDirs::state_dir),
            )?,
            temporary: environment
                .path_var("TMPDIR")
                .unwrap_or(Path::new("/tmp"))
                .to_owned(),
        })
    }
}

fn no_home() -> Failure {
    Failure::storage("there is no home folder: `HOME` is not set")
        .hint("set `HOME`, or use `--db FILE` to choose another file and the folders with `XDG_CONFIG_HOME` and `XDG_STATE_HOME`")
}
