//! The device file: this machine's keys for a data file, and the position of its last change in each document.
//!
//! It is part of no backup and no export, so a copied data file is another device.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::platform::{private_file, regular_file};
use crate::share::seal::{DeviceKeys, SealError};
use crate::share::{ShareDocument, seal};

/// The last change that this device made in a document. A lineage continues only if that change is still its last one there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineageMark {
    #[serde(rename = "life")]
    pub lineage: String,
    pub sequence: u64,
    pub change: String,
}

/// What the device file records about a circle.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct DeviceCircle {
    /// The number of the last bundle.
    pub number: u64,
    pub marks: BTreeMap<String, LineageMark>,
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

/// The loaded device file.
pub struct Device {
    path: PathBuf,
    pub keys: DeviceKeys,
    circles: BTreeMap<String, DeviceCircle>,
    /// In a dry run the file is never written.
    is_rehearsed: bool,
}

/// Why the device file can't be used.
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
    /// Returns the path of a device file. `file`: the identifier stored in the data file.
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
        let text = match regular_file::read_text(&path) {
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

    /// Returns the same device for a dry run, which leaves the file as it is.
    #[must_use]
    pub fn rehearsed(self) -> Device {
        Device { is_rehearsed: true, ..self }
    }

    /// Returns 8 random bytes; in a dry run always zeros, so that the output is reproducible.
    pub fn draw(&self) -> Result<[u8; 8], SealError> {
        if self.is_rehearsed { Ok([0; 8]) } else { seal::random_bytes() }
    }

    /// Writes the file. Called before the data file commits, so that the recorded position is never behind what was sent.
    pub fn save(&self) -> Result<(), DeviceError> {
        if self.is_rehearsed {
            return Ok(());
        }
        let (sign, open) = self.keys.to_texts();
        let text = DeviceText { format: FORMAT, sign, open, circle: self.circles.clone() };
        let text =
            toml::to_string(&text).map_err(|_| DeviceError::Unreadable(self.path.clone()))?;
        Ok(private_file::replace(&self.path, text.as_bytes())?)
    }

    pub fn mark(&self, circle: &str, document: ShareDocument) -> Option<LineageMark> {
        let circle = self.circles.get(circle)?;
        circle.marks.get(document.word()).cloned()
    }

    pub fn set_mark(&mut self, circle: &str, document: ShareDocument, mark: LineageMark) {
        let circle = self.circles.entry(circle.to_owned()).or_default();
        circle.marks.insert(document.word().to_owned(), mark);
    }

    /// Increments and returns the number of the next bundle.
    pub fn next_number(&mut self, circle: &str) -> u64 {
        let circle = self.circles.entry(circle.to_owned()).or_default();
        circle.number += 1;
        circle.number
    }
}
