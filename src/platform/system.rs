//! The differences between operating systems. The rest of the program runs on any Unix.

use std::path::{Path, PathBuf};

use crate::domain::reminder::Starter;

/// An operating system. It is a value, so that tests on one system can check the behaviour on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Platform {
    Linux,
    Mac,
    /// FreeBSD and others.
    Unix,
}

/// The system that the program was built for.
pub const HERE: Platform = if cfg!(target_os = "linux") {
    Platform::Linux
} else if cfg!(target_os = "macos") {
    Platform::Mac
} else {
    Platform::Unix
};

/// The program that shows notifications.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notifier {
    /// `notify-send`, over the session bus.
    Bus,
    /// `osascript`.
    Script,
}

impl Platform {
    /// Whether files live in XDG folders; other systems have folders of their own.
    pub fn has_xdg_folders(self) -> bool {
        self == Platform::Linux
    }

    /// Returns the scheduler that every such system has; `None`: it has to be detected.
    pub fn scheduler(self) -> Option<Starter> {
        (self == Platform::Mac).then_some(Starter::Launchd)
    }

    pub fn notifier(self) -> Notifier {
        match self {
            Platform::Mac => Notifier::Script,
            Platform::Linux | Platform::Unix => Notifier::Bus,
        }
    }

    /// Returns the folder of a user's session if no variable names it, as under cron.
    pub fn runtime_dir(self, user: u32) -> Option<PathBuf> {
        match self {
            Platform::Linux => Some(PathBuf::from(format!("/run/user/{user}"))),
            Platform::Mac | Platform::Unix => None,
        }
    }
}

/// Renames a file to a name that must be free, in one step. Systems and file systems without it refuse.
#[cfg(any(target_os = "linux", target_os = "macos"))]
pub fn rename_to_free(from: &Path, to: &Path) -> std::io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
pub fn rename_to_free(_from: &Path, _to: &Path) -> std::io::Result<()> {
    Err(rustix::io::Errno::NOSYS.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_system_has_its_scheduler_notifier_and_runtime_folder() {
        let services = |platform: Platform| {
            (platform.scheduler(), platform.notifier(), platform.runtime_dir(7).is_some())
        };
        assert_eq!(services(Platform::Linux), (None, Notifier::Bus, true));
        assert_eq!(services(Platform::Unix), (None, Notifier::Bus, false));
        assert_eq!(services(Platform::Mac), (Some(Starter::Launchd), Notifier::Script, false));
        assert!(Platform::Linux.has_xdg_folders() && !Platform::Mac.has_xdg_folders());
    }
}
