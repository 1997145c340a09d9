//! File locations. The data file: `--db`, `MENTOR_DB`, `config.toml`, then the platform's folder; the settings file:
//! `--config`, `MENTOR_CONFIG`, then the platform's folder.

use std::path::{Path, PathBuf};

use directories::BaseDirs;

use crate::environment::Environment;
use crate::error::{Failure, Result};
use crate::platform::system;

/// The files and folders of one run.
#[derive(Clone, Debug)]
pub struct Paths {
    pub config: PathBuf,
    /// Whether the user named the settings file, so that it must exist.
    pub is_config_named: bool,
    /// The folder of the user's own templates.
    pub templates: PathBuf,
    pub data: PathBuf,
    /// The folder of drafts, which hold typed text that is not stored.
    pub state: PathBuf,
    pub temporary: PathBuf,
}

impl Paths {
    /// Finds the XDG folders on Linux, and the platform's folders elsewhere. `config` is the settings file named on the
    /// command line.
    pub fn resolve(environment: &Environment<'_>, config: Option<&Path>) -> Result<Paths> {
        let base = (environment.base_dirs)();
        let home = environment
            .path_var("HOME")
            .map(Path::to_owned)
            .or_else(|| base.as_ref().map(|base| base.home_dir().to_owned()));
        let folder = |variable: &str, home_relative: &str, platform_folder: Option<&Path>| {
            let configured = environment
                .path_var(variable)
                .map(Path::to_owned)
                .filter(|path| path.is_absolute());
            let default = || match (&home, platform_folder) {
                (_, Some(platform_folder)) if !system::HERE.has_xdg_folders() => {
                    Some(platform_folder.to_owned())
                }
                (Some(home), _) => Some(home.join(home_relative)),
                (None, platform_folder) => platform_folder.map(Path::to_owned),
            };
            configured.or_else(default).map(|path| path.join("mentor")).ok_or_else(no_home_failure)
        };
        let base = base.as_ref();
        let settings = folder("XDG_CONFIG_HOME", ".config", base.map(BaseDirs::config_dir))?;
        let named_file = config.or_else(|| environment.path_var("MENTOR_CONFIG"));
        Ok(Paths {
            config: named_file.map_or_else(|| settings.join("config.toml"), Path::to_owned),
            is_config_named: named_file.is_some(),
            templates: settings.join("templates"),
            data: folder("XDG_DATA_HOME", ".local/share", base.map(BaseDirs::data_dir))?
                .join("mentor.db"),
            state: folder("XDG_STATE_HOME", ".local/state", base.and_then(BaseDirs::state_dir))?,
            temporary: environment.path_var("TMPDIR").unwrap_or(Path::new("/tmp")).to_owned(),
        })
    }
}

fn no_home_failure() -> Failure {
    Failure::storage("there is no home folder: `HOME` is not set")
        .hint("set `HOME`, or use `--db FILE` to choose another file and the folders with `XDG_CONFIG_HOME` and `XDG_STATE_HOME`")
}
