//! What differs between systems. Everything else in the program runs on any Unix.

use std::path::PathBuf;

use crate::domain::reminder::Starter;

/// A kind of system; a value, so that a test on one can ask what is done on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Platform {
    Linux,
    Mac,
    /// FreeBSD and others.
    Unix,
}

/// The system that this program was built for.
pub const HERE: Platform = if cfg!(target_os = "linux") {
    Platform::Linux
} else if cfg!(target_os = "macos") {
    Platform::Mac
} else {
    Platform::Unix
};

/// What shows a notification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notifier {
    /// `notify-send`, by the bus of the session.
    Bus,
    /// `osascript`.
    Script,
}

impl Platform {
    /// Whether the folders are those below the home folder that XDG names; else the system has its own.
    pub fn has_xdg_folders(self) -> bool {
        self == Platform::Linux
    }

    /// What starts timers on every system of this kind; none: it has to be looked for.
    pub fn scheduler(self) -> Option<Starter> {
        (self == Platform::Mac).then_some(Starter::Launchd)
    }

    pub fn notifier(self) -> Notifier {
        match self {
            Platform::Mac => Notifier::Script,
            Platform::Linux | Platform::Unix => Notifier::Bus,
        }
    }

    /// The folder of a user's session where no variable names it, as under cron.
    pub fn runtime_dir(self, user: u32) -> Option<PathBuf> {
        match self {
            Platform::Linux => Some(PathBuf::from(format!("/run/user/{user}"))),
            Platform::Mac | Platform::Unix => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_system_has_its_own_way_or_none() {
        let ways = |one: Platform| {
            (
                one.scheduler(),
                one.notifier(),
                one.runtime_dir(7).is_some(),
            )
        };
        assert_eq!(ways(Platform::Linux), (None, Notifier::Bus, true));
        assert_eq!(ways(Platform::Unix), (None, Notifier::Bus, false));
        assert_eq!(
            ways(Platform::Mac),
            (Some(Starter::Launchd), Notifier::Script, false)
        );
        assert!(Platform::Linux.has_xdg_folders() && !Platform::Mac.has_xdg_folders());
    }
}
