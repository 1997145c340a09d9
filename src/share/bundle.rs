//! The signed content of a sealed file: a head line, its signature, and the compressed body.
//!
//! `write` and `open` are the two ends of it; `seal` encrypts, and the lines of the body are written and read by `lines`.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::share::lines::LineError;
use crate::share::seal::{DeviceCard, DeviceKeys, SealError};
use crate::share::{hex, seal};

pub const SCHEMA: &str = "mentor.bundle/1";

/// Largest sealed file, in bytes.
pub const MAX_FILE_BYTES: u64 = 16 << 20;

/// Largest body after decompression, in bytes.
pub const MAX_BODY_BYTES: usize = 32 << 20;

/// The content is padded to a multiple of this many bytes, so that the length of the file reveals less.
const PADDING: usize = 4096;

/// The first line of a bundle.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BundleHead {
    pub schema: String,
    pub circle: String,
    pub device: String,
    /// Increases by one with each bundle that the device writes.
    pub number: u64,
    #[serde(rename = "for")]
    pub readers: Vec<String>,
    pub made_at: String,
    pub program: String,
    pub body: BodySize,
    /// Present in the answer to an invitation.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub joins: Option<JoinRequest>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BodySize {
    pub packed: usize,
    pub bytes: usize,
    pub sha256: String,
}

/// The card of a device that joins, and the token as proof that it has the invitation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JoinRequest {
    pub card: DeviceCard,
    pub token: String,
}

/// Why a bundle was refused.
#[derive(Clone, Debug, thiserror::Error, PartialEq)]
pub enum BundleError {
    #[error("it is too large: more than 16 MB, or 32 MB unpacked")]
    TooLarge,
    #[error(transparent)]
    Seal(#[from] SealError),
    #[error("it is no bundle")]
    NotABundle,
    #[error("it needs a newer mentor ({0})")]
    Newer(String),
    #[error("it was changed after it was signed")]
    Altered,
    #[error("it can't be read ({0})")]
    Line(#[from] LineError),
}

/// A decrypted bundle whose signature is not verified yet.
#[derive(Debug)]
pub struct OpenedBundle {
    pub head: BundleHead,
    first_line: String,
    signature: String,
    packed: Vec<u8>,
}

/// Compresses, signs and seals a body.
pub fn write(
    mut head: BundleHead,
    body: &str,
    keys: &DeviceKeys,
    recipients: &[String],
    is_armored: bool,
) -> Result<Vec<u8>, BundleError> {
    let packed = pack(body.as_bytes());
    head.body =
        BodySize { packed: packed.len(), bytes: body.len(), sha256: hex(&Sha256::digest(body)) };
    let first_line = serde_json::to_string(&head).map_err(|_| BundleError::NotABundle)?;
    let signature = keys.sign(statement(&first_line).as_bytes());
    let mut plain = format!("{first_line}\n{signature}\n").into_bytes();
    plain.extend(packed);
    plain.resize(plain.len().next_multiple_of(PADDING), 0);
    let sealed = seal::seal(&plain, recipients, is_armored)?;
    let is_sendable = body.len() <= MAX_BODY_BYTES
        && u64::try_from(sealed.len()).is_ok_and(|length| length <= MAX_FILE_BYTES);
    if is_sendable { Ok(sealed) } else { Err(BundleError::TooLarge) }
}

fn statement(first_line: &str) -> String {
    format!("{SCHEMA}\n{first_line}")
}

/// Decrypts a bundle and parses its head.
pub fn open(sealed: &[u8], keys: &DeviceKeys) -> Result<OpenedBundle, BundleError> {
    if u64::try_from(sealed.len()).is_ok_and(|length| length > MAX_FILE_BYTES) {
        return Err(BundleError::TooLarge);
    }
    let plain = match seal::armored_part(sealed) {
        Some(armored) => keys.open(&armored, MAX_FILE_BYTES)?,
        None => keys.open(sealed, MAX_FILE_BYTES)?,
    };
    let mut parts = plain.splitn(3, |byte| *byte == b'\n');
    let mut line = || {
        let line = parts.next().unwrap_or_default();
        String::from_utf8(line.to_vec()).map_err(|_| BundleError::NotABundle)
    };
    let (first_line, signature) = (line()?, line()?);
    let packed = parts.next().ok_or(BundleError::NotABundle)?;
    let read: serde_json::Value =
        serde_json::from_str(&first_line).map_err(|_| BundleError::NotABundle)?;
    match read["schema"].as_str() {
        Some(SCHEMA) => {}
        Some(schema) if schema.starts_with("mentor.bundle/") => {
            let version = schema.rsplit('/').next().unwrap_or_default();
            return Err(BundleError::Newer(version.to_owned()));
        }
        _ => return Err(BundleError::NotABundle),
    }
    let head: BundleHead = serde_json::from_value(read).map_err(|_| BundleError::NotABundle)?;
    let packed = packed.get(..head.body.packed);
    let packed = packed.ok_or(BundleError::NotABundle)?.to_vec();
    Ok(OpenedBundle { head, first_line, signature, packed })
}

impl OpenedBundle {
    /// Verifies that the device of `card` signed the bundle, then decompresses the body.
    pub fn body(&self, card: &DeviceCard) -> Result<String, BundleError> {
        let statement = statement(&self.first_line);
        let is_signed = card.device == self.head.device
            && seal::verify(&card.sign, statement.as_bytes(), &self.signature);
        if !is_signed {
            return Err(BundleError::Altered);
        }
        let BodySize { bytes, sha256, .. } = &self.head.body;
        if *bytes > MAX_BODY_BYTES {
            return Err(BundleError::TooLarge);
        }
        let body = unpack(&self.packed, *bytes).ok_or(BundleError::Altered)?;
        if body.len() != *bytes || hex(&Sha256::digest(&body)) != *sha256 {
            return Err(BundleError::Altered);
        }
        String::from_utf8(body).map_err(|_| BundleError::NotABundle)
    }
}

/// Compresses bytes with DEFLATE.
pub fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::default());
    // Writing to memory can't fail.
    let written = packer.write_all(bytes).and_then(|()| packer.finish());
    written.unwrap_or_default()
}

/// Reverses `pack`. `None`: the bytes are not DEFLATE data, or exceed `most` bytes.
pub fn unpack(packed: &[u8], most: usize) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(most).ok()?.checked_add(1)?;
    let unpacker = DeflateDecoder::new(packed).take(limit);
    let mut unpacker = unpacker;
    unpacker.read_to_end(&mut bytes).ok()?;
    (bytes.len() <= most).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::Side;

    fn head(keys: &DeviceKeys) -> BundleHead {
        BundleHead {
            schema: SCHEMA.to_owned(),
            circle: "c".to_owned(),
            device: keys.card("c", Side::Mentor).device,
            number: 1,
            readers: Vec::new(),
            made_at: "2026-12-01T09:00:00Z".to_owned(),
            program: "0".to_owned(),
            body: BodySize::default(),
            joins: None,
        }
    }

    #[test]
    fn bundle_opens_for_its_reader_and_detects_changes() {
        let [sam, ana] = [(); 2].map(|()| DeviceKeys::generate().unwrap());
        let card = sam.card("c", Side::Mentor);
        let to = [ana.card("c", Side::Mentee).open];
        let sealed = write(head(&sam), "{}\n", &sam, &to, false).unwrap();
        let opened = open(&sealed, &ana).unwrap();
        assert_eq!(opened.body(&card), Ok("{}\n".to_owned()));
        assert_eq!(opened.body(&ana.card("c", Side::Mentee)), Err(BundleError::Altered));
        for at in (0..sealed.len()).step_by(97) {
            let mut spoiled = sealed.clone();
            spoiled[at] ^= 1;
            assert!(open(&spoiled, &ana).is_err(), "{at}");
        }
        let mut newer = head(&sam);
        newer.schema = "mentor.bundle/2".to_owned();
        let sealed = write(newer, "", &sam, &to, false).unwrap();
        let refused = open(&sealed, &ana).map(drop);
        assert_eq!(refused, Err(BundleError::Newer("2".to_owned())));
    }

    /// Left out by `just check`.
    mod slow {
        use super::*;
        use crate::domain::test_data::test_size;

        #[test]
        fn corrupted_or_truncated_file_is_not_opened() {
            let keys = DeviceKeys::generate().unwrap();
            let card = keys.card("c", Side::Mentor);
            let to = [card.open.clone()];
            let sealed = write(head(&keys), "{}\n", &keys, &to, false).unwrap();
            let is_taken = |bytes: &[u8]| open(bytes, &keys).is_ok_and(|it| it.body(&card).is_ok());
            // Control: the unmodified file is accepted.
            assert!(is_taken(&sealed));
            for count in 0..test_size(5_000_usize, 100_000) {
                let at = count.wrapping_mul(7_919) % sealed.len();
                let mut spoiled = sealed.clone();
                if count % 2 == 0 {
                    spoiled[at] ^= 1 << (count / 2 % 8);
                } else {
                    spoiled.truncate(at);
                }
                assert!(!is_taken(&spoiled), "{count}");
            }
        }

        #[test]
        fn decompression_stops_at_the_limit() {
            let keys = DeviceKeys::generate().unwrap();
            let bomb = vec![b'0'; MAX_BODY_BYTES + 1];
            let opened = |bytes: usize| {
                let mut head = head(&keys);
                head.body.bytes = bytes;
                let first_line = serde_json::to_string(&head).unwrap();
                let signature = keys.sign(statement(&first_line).as_bytes());
                OpenedBundle { head, first_line, signature, packed: pack(&bomb) }
            };
            let card = keys.card("c", Side::Mentor);
            let refused = |bytes| opened(bytes).body(&card);
            assert_eq!(refused(bomb.len()), Err(BundleError::TooLarge));
            assert_eq!(refused(100), Err(BundleError::Altered));
            let to = [card.open.clone()];
            let text = String::from_utf8(bomb.clone()).unwrap();
            let refused = write(head(&keys), &text, &keys, &to, false).map(drop);
            assert_eq!(refused, Err(BundleError::TooLarge));
        }

        /// Bodies with an extreme compression ratio are accepted as long as they are within the limits.
        #[test]
        fn extreme_compression_ratio_is_accepted() {
            let keys = DeviceKeys::generate().unwrap();
            let card = keys.card("c", Side::Mentor);
            let to = [card.open.clone()];
            for length in [700_000, MAX_BODY_BYTES] {
                let text = "=".repeat(length);
                let sealed = write(head(&keys), &text, &keys, &to, false).unwrap();
                let body = open(&sealed, &keys).unwrap().body(&card);
                assert!(body.is_ok_and(|body| body == text), "{length}");
            }
        }
    }
}
