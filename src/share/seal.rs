//! A device's keys: signing, sealing and opening. The only file that names the crypto crates.

use std::io::{Read, Write};

use age::armor::{ArmoredReader, ArmoredWriter, Format};
use age::secrecy::ExposeSecret;
use age::x25519;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::domain::person::Side;
use crate::share::{from_hex, hex};

/// The first 8 bytes of the SHA-256 of a device's public signing key.
pub type DeviceId = [u8; 8];

/// Why keys can't be used or a file can't be opened.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
pub enum SealError {
    #[error("the system provides no random numbers")]
    NoRandomness,
    #[error("the keys can't be read")]
    BadKeys,
    #[error("it is not sealed")]
    NotSealed,
    #[error("it is sealed for someone else")]
    NotForMe,
    #[error("it is incomplete, or was changed on the way")]
    Damaged,
    #[error("it holds more than the limit")]
    TooLarge,
}

/// Returns bytes from the system's cryptographic generator.
pub fn random_bytes<const N: usize>() -> Result<[u8; N], SealError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| SealError::NoRandomness)?;
    Ok(bytes)
}

/// The public keys of a device, signed by the device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceCard {
    pub device: String,
    pub side: String,
    /// Public key that verifies its signatures, in hexadecimal.
    pub sign: String,
    /// Public key that files are sealed for (age recipient).
    pub open: String,
    pub signature: String,
}

impl DeviceCard {
    /// Returns the text that the card's signature covers.
    fn statement(&self, circle: &str) -> String {
        let DeviceCard { device, side, sign, open, .. } = self;
        format!("mentor.device/1\n{circle}\n{device}\n{side}\n{sign}\n{open}\n")
    }

    pub fn is_sound(&self, circle: &str) -> bool {
        let Some(key) = from_hex::<32>(&self.sign) else {
            return false;
        };
        self.device == hex(&device_id(&key))
            && self.side().is_some()
            && self.open.parse::<x25519::Recipient>().is_ok()
            && verify(&self.sign, self.statement(circle).as_bytes(), &self.signature)
    }

    pub fn side(&self) -> Option<Side> {
        self.side.parse().ok()
    }

    /// Returns the hash that `key_words` displays.
    pub fn fingerprint(&self) -> [u8; 32] {
        Sha256::digest(format!("mentor.key/1\n{}\n{}\n", self.sign, self.open)).into()
    }
}

fn device_id(sign: &[u8; 32]) -> DeviceId {
    let mut id = DeviceId::default();
    id.copy_from_slice(&Sha256::digest(sign)[..8]);
    id
}

/// Verifies a base64 signature over `bytes`.
pub fn verify(sign: &str, bytes: &[u8], signature: &str) -> bool {
    let key = from_hex(sign).and_then(|key| VerifyingKey::from_bytes(&key).ok());
    let signature = STANDARD.decode(signature).ok();
    let signature = signature.and_then(|bytes| Signature::from_slice(&bytes).ok());
    match (key, signature) {
        (Some(key), Some(signature)) => key.verify_strict(bytes, &signature).is_ok(),
        _ => false,
    }
}

/// The secret keys of a device.
pub struct DeviceKeys {
    sign: SigningKey,
    open: x25519::Identity,
}

impl DeviceKeys {
    pub fn generate() -> Result<Self, SealError> {
        Ok(DeviceKeys {
            sign: SigningKey::from_bytes(&random_bytes()?),
            open: x25519::Identity::generate(),
        })
    }

    /// Reverses `to_texts`.
    pub fn from_texts(sign: &str, open: &str) -> Result<Self, SealError> {
        let sign = from_hex(sign).ok_or(SealError::BadKeys)?;
        Ok(DeviceKeys {
            sign: SigningKey::from_bytes(&sign),
            open: open.parse().map_err(|_| SealError::BadKeys)?,
        })
    }

    /// Exports both secret keys, for a file that only their owner can read.
    pub fn to_texts(&self) -> (String, String) {
        let open = self.open.to_string();
        (hex(self.sign.as_bytes()), open.expose_secret().to_owned())
    }

    pub fn id(&self) -> DeviceId {
        device_id(self.sign.verifying_key().as_bytes())
    }

    pub fn card(&self, circle: &str, side: Side) -> DeviceCard {
        let mut card = DeviceCard {
            device: hex(&self.id()),
            side: side.word().to_owned(),
            sign: hex(self.sign.verifying_key().as_bytes()),
            open: self.open.to_public().to_string(),
            signature: String::new(),
        };
        card.signature = self.sign(card.statement(circle).as_bytes());
        card
    }

    pub fn sign(&self, bytes: &[u8]) -> String {
        STANDARD.encode(self.sign.sign(bytes).to_bytes())
    }

    /// Decrypts what was sealed for this device; fails beyond `most` bytes.
    pub fn open(&self, sealed: &[u8], most: u64) -> Result<Vec<u8>, SealError> {
        let decryptor = age::Decryptor::new_buffered(ArmoredReader::new(sealed)).map_err(
            |error| match error {
                age::DecryptError::InvalidMac => SealError::Damaged,
                _ => SealError::NotSealed,
            },
        )?;
        let identity: &dyn age::Identity = &self.open;
        let opened = decryptor.decrypt(std::iter::once(identity));
        let opened = opened.map_err(|error| match error {
            age::DecryptError::NoMatchingKeys => SealError::NotForMe,
            _ => SealError::Damaged,
        })?;
        let mut plain = Vec::new();
        let read = opened.take(most + 1).read_to_end(&mut plain);
        read.map_err(|_| SealError::Damaged)?;
        if u64::try_from(plain.len()).is_ok_and(|length| length <= most) {
            Ok(plain)
        } else {
            Err(SealError::TooLarge)
        }
    }
}

/// Whether bytes start like a sealed file, binary or armored.
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"age-encryption.org/") || armored_part(bytes).is_some()
}

/// Extracts the armored lines from a mail, quoted or not. `None`: there are none.
pub fn armored_part(mail: &[u8]) -> Option<Vec<u8>> {
    const BEGIN: &str = "-----BEGIN AGE ENCRYPTED FILE-----";
    const END: &str = "-----END AGE ENCRYPTED FILE-----";
    let text = std::str::from_utf8(mail).ok().filter(|text| text.contains(BEGIN))?;
    let lines = text.lines().map(|line| line.trim_start_matches(['>', ' ']).trim_end());
    let mut armored = String::new();
    for line in lines.skip_while(|line| *line != BEGIN) {
        armored.push_str(line);
        armored.push('\n');
        if line == END {
            break;
        }
    }
    Some(armored.into_bytes())
}

/// Encrypts bytes for these recipients, optionally armored as text for a mail.
pub fn seal(plain: &[u8], recipients: &[String], is_armored: bool) -> Result<Vec<u8>, SealError> {
    let keys: Result<Vec<x25519::Recipient>, _> =
        recipients.iter().map(|key| key.parse()).collect();
    let keys = keys.map_err(|_| SealError::BadKeys)?;
    let keys = keys.iter().map(|key| key as &dyn age::Recipient);
    let encryptor = age::Encryptor::with_recipients(keys).map_err(|_| SealError::BadKeys)?;
    let format = if is_armored { Format::AsciiArmor } else { Format::Binary };
    let write = || -> std::io::Result<Vec<u8>> {
        let mut writer = encryptor.wrap_output(ArmoredWriter::wrap_output(Vec::new(), format)?)?;
        writer.write_all(plain)?;
        writer.finish()?.finish()
    };
    // Writing to memory can't fail.
    write().map_err(|_| SealError::BadKeys)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_recipients_can_open_a_sealed_file() {
        let [ana, sam, eve] = [(); 3].map(|()| DeviceKeys::generate().unwrap());
        let cards = [&ana, &sam].map(|keys| keys.card("c", Side::Mentor).open);
        for is_armored in [false, true] {
            let sealed = seal(b"words", &cards, is_armored).unwrap();
            assert_eq!(ana.open(&sealed, 5).unwrap(), b"words");
            assert_eq!(sam.open(&sealed, 5).unwrap(), b"words");
            assert_eq!(sam.open(&sealed, 4), Err(SealError::TooLarge));
            assert_eq!(eve.open(&sealed, 5), Err(SealError::NotForMe));
            assert!(ana.open(&sealed[..sealed.len() - 9], 5).is_err());
        }
        assert_eq!(ana.open(b"words", 5), Err(SealError::NotSealed));
    }

    #[test]
    fn keys_round_trip_through_their_texts() {
        let keys = DeviceKeys::generate().unwrap();
        let (sign, open) = keys.to_texts();
        let again = DeviceKeys::from_texts(&sign, &open).unwrap();
        assert_eq!(keys.card("c", Side::Mentee), again.card("c", Side::Mentee));
    }

    #[test]
    fn card_is_only_valid_for_its_circle_and_side() {
        let card = DeviceKeys::generate().unwrap().card("c", Side::Mentee);
        assert!(card.is_sound("c"));
        assert!(!card.is_sound("d"));
        let mut other = card.clone();
        other.side = "mentor".to_owned();
        assert!(!other.is_sound("c"));
        let mut other = card.clone();
        other.open = DeviceKeys::generate().unwrap().card("c", Side::Mentee).open;
        assert!(!other.is_sound("c"));
    }
}
