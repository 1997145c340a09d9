//! The device file: the keys of this machine for a data file, and what it has sent last. It is in no backup and in no
//! export, so a copy of the data file is not this device.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::platform::private_file;
use crate::share::ShareDocument;
use crate::share::seal::{self, DeviceKeys, SealError};

/// Where the last change of this device stands in a document: a life goes on only if it is still the last one there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LifeMark {
    pub life: String,
    pub sequence: u64,
    pub change: String,
}

/// What a device knows of a circle.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct DeviceCircle {
    /// The number of its last sending.
    pub number: u64,
    pub marks: BTreeMap<String, LifeMark>,
}

#[derive(Serialize, Deserialize)]
struct DeviceText {
    format: u32,
    sign: String,
    open: String,
    #[serde(default)]
    circle: BTreeMap<String, DeviceCircle>,
}

const FORMAT: u32 = 1;

/// A device of this machine.
pub struct Device {
    path: PathBuf,
    pub keys: DeviceKeys,
    circles: BTreeMap<String, DeviceCircle>,
    /// What is done with it is a rehearsal: nothing is written.
    is_rehearsed: bool,
}

/// Why the device file is of no use.
#[derive(Debug, thiserror::Error)]
pub enum DeviceError {
    #[error("this machine has no keys for the data file")]
    Missing,
    #[error("`{0}` can't be read: it is not a device file of this version")]
    Unreadable(PathBuf),
    #[error(transparent)]
    Io(#[from] std::io::Error),
    #[error(transparent)]
    Keys(#[from] SealError),
}

impl Device {
    /// `file`: which data file it is for.
    pub fn path(state: &Path, file: &str) -> PathBuf {
        state.join("devices").join(format!("{file}.toml"))
    }

    pub fn create(state: &Path, file: &str) -> Result<Device, DeviceError> {
        let path = Device::path(state, file);
        private_file::create_dir_all(private_file::parent_dir(&path))?;
        let device = Device {
            path,
            keys: DeviceKeys::generate()?,
            circles: BTreeMap::new(),
            is_rehearsed: false,
        };
        device.save()?;
        Ok(device)
    }

    pub fn load(state: &Path, file: &str) -> Result<Device, DeviceError> {
        let path = Device::path(state, file);
        let text = match fs::read_to_string(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(DeviceError::Missing);
            }
            read => read?,
        };
        let read: Option<DeviceText> = toml::from_str(&text).ok();
        let Some(read) = read.filter(|read| read.format == FORMAT) else {
            return Err(DeviceError::Unreadable(path));
        };
        Ok(Device {
            keys: DeviceKeys::from_texts(&read.sign, &read.open)?,
            path,
            circles: read.circle,
            is_rehearsed: false,
        })
    }

    /// The same device, whose file stays as it is.
    #[must_use]
    pub fn rehearsed(self) -> Device {
        Device {
            is_rehearsed: true,
            ..self
        }
    }

    /// Random bytes. In a rehearsal always the same: it says the same every time.
    pub fn draw(&self) -> Result<[u8; 8], SealError> {
        if self.is_rehearsed {
            Ok([0; 8])
        } else {
            seal::random_bytes()
        }
    }

    /// Before the data file: what was sent is never ahead of what is known to have been sent.
    pub fn save(&self) -> Result<(), DeviceError> {
        if self.is_rehearsed {
            return Ok(());
        }
        let (sign, open) = self.keys.to_texts();
        let text = DeviceText {
            format: FORMAT,
            sign,
            open,
            circle: self.circles.clone(),
        };
        let text =
            toml::to_string(&text).map_err(|_| DeviceError::Unreadable(self.path.clone()))?;
        Ok(private_file::replace(&self.path, text.as_bytes())?)
    }

    pub fn mark(&self, circle: &str, document: ShareDocument) -> Option<LifeMark> {
        let circle = self.circles.get(circle)?;
        circle.marks.get(document.word()).cloned()
    }

    pub fn set_mark(&mut self, circle: &str, document: ShareDocument, mark: LifeMark) {
        let circle = self.circles.entry(circle.to_owned()).or_default();
        circle.marks.insert(document.word().to_owned(), mark);
    }

    /// The number of the next sending.
    pub fn next_number(&mut self, circle: &str) -> u64 {
        let circle = self.circles.entry(circle.to_owned()).or_default();
        circle.number += 1;
        circle.number
    }
}
