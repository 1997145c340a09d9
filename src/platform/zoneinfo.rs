//! The system's time zone data: a folder with one file per zone, and the version that one of its files names.

use std::io::Read;
use std::path::PathBuf;

use crate::domain::zone::SystemData;
use crate::platform::regular_file;

/// Where systems keep their zone data, unless `$TZDIR` is set.
const FOLDERS: [&str; 4] =
    ["/usr/share/zoneinfo", "/usr/share/lib/zoneinfo", "/usr/lib/zoneinfo", "/etc/zoneinfo"];

/// Files that begin with the version, each with the text before the version.
const VERSION_FILES: [(&str, &str); 2] = [("tzdata.zi", "# version "), ("+VERSION", "")];

/// Larger than any zone file.
const MAX_FILE_BYTES: u64 = 1 << 20;

pub struct Zoneinfo {
    folders: Vec<PathBuf>,
}

impl Zoneinfo {
    /// Uses the folder that was named, or else the usual ones.
    pub fn new(named: Option<PathBuf>) -> Zoneinfo {
        let folders = match named.filter(|folder| folder.is_absolute()) {
            Some(folder) => vec![folder],
            None => FOLDERS.iter().map(PathBuf::from).collect(),
        };
        Zoneinfo { folders }
    }

    /// Returns the first folder with a version, and the version. Reads only the beginning of the version file.
    fn find_versioned(&self) -> Option<(&PathBuf, String)> {
        self.folders.iter().find_map(|folder| {
            VERSION_FILES.iter().find_map(|(file, prefix)| {
                let mut start = [0; 32];
                let length = regular_file::open(&folder.join(file)).ok()?.read(&mut start).ok()?;
                let start = std::str::from_utf8(&start[..length]).ok()?;
                let version = start.strip_prefix(prefix)?.lines().next()?;
                Some((folder, version.trim().to_owned()))
            })
        })
    }
}

impl SystemData for Zoneinfo {
    fn version(&self) -> Option<String> {
        self.find_versioned().map(|(_, version)| version)
    }

    fn read(&self, name: &str) -> Option<Vec<u8>> {
        let (folder, _) = self.find_versioned()?;
        let mut content = Vec::new();
        let file = regular_file::open(&folder.join(name)).ok()?;
        file.take(MAX_FILE_BYTES).read_to_end(&mut content).ok()?;
        Some(content)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn version_is_read_from_its_file() {
        for (file, text, expected) in [
            ("tzdata.zi", "# version 2031b\n# ddeps backzone\n", Some("2031b")),
            ("+VERSION", "2031c\n", Some("2031c")),
            ("tzdata.zi", "# this file has no version\n", None),
            ("VERSION", "2031d\n", None),
        ] {
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join(file), text).unwrap();
            let data = Zoneinfo::new(Some(folder.path().to_owned()));
            assert_eq!(data.version().as_deref(), expected, "{file}");
        }
    }

    #[test]
    fn pipe_in_place_of_a_version_or_zone_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let data = Zoneinfo::new(Some(folder.path().to_owned()));
        for name in ["tzdata.zi", "Zone"] {
            let mode = nix::sys::stat::Mode::S_IRWXU;
            nix::unistd::mkfifo(&folder.path().join(name), mode).unwrap();
        }
        assert_eq!(data.version(), None);
        fs::write(folder.path().join("+VERSION"), "2031a").unwrap();
        assert_eq!(data.version().as_deref(), Some("2031a"));
        assert_eq!(data.read("Zone"), None);
    }

    #[test]
    fn folder_without_a_version_has_no_zones() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("Zone"), "TZif").unwrap();
        let data = Zoneinfo::new(Some(folder.path().to_owned()));
        assert_eq!(data.read("Zone"), None);
        fs::write(folder.path().join("+VERSION"), "2031a").unwrap();
        assert_eq!(data.read("Zone").as_deref(), Some(&b"TZif"[..]));
        assert_eq!(data.read("Other"), None);
    }
}
