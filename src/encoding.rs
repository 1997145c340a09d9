//! Decodes text in encodings other than UTF-8, as other programs write it.

/// The byte order of UTF-16.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Utf16Order {
    Little,
    Big,
}

impl Utf16Order {
    /// Detects UTF-16 by its byte order mark, or by the zero byte next to an initial ASCII character. `None`: it is
    /// another encoding.
    pub fn detect(start: &[u8]) -> Option<Utf16Order> {
        match start {
            [0xff, 0xfe, ..] | [1..=255, 0, ..] => Some(Utf16Order::Little),
            [0xfe, 0xff, ..] | [0, 1..=255, ..] => Some(Utf16Order::Big),
            _ => None,
        }
    }

    /// Decodes UTF-16 and drops the byte order mark. `None` stands for an invalid character: a lone surrogate, or an
    /// odd byte at the end of a truncated file.
    pub fn decode(self, bytes: &[u8]) -> impl Iterator<Item = Option<char>> {
        let pairs = bytes.chunks_exact(2);
        let odd = (!pairs.remainder().is_empty()).then_some(None);
        let units = pairs.map(move |pair| match self {
            Utf16Order::Little => u16::from_le_bytes([pair[0], pair[1]]),
            Utf16Order::Big => u16::from_be_bytes([pair[0], pair[1]]),
        });
        let units = units.enumerate().filter(|unit| *unit != (0, 0xfeff));
        char::decode_utf16(units.map(|(_, unit)| unit)).map(Result::ok).chain(odd)
    }

    /// Returns how many bytes at the start of a piece are whole characters.
    pub fn whole_characters(self, piece: &[u8]) -> usize {
        let even = piece.len() - piece.len() % 2;
        let high_byte = match self {
            Utf16Order::Little => even.checked_sub(1),
            Utf16Order::Big => even.checked_sub(2),
        };
        let last = high_byte.and_then(|index| piece.get(index));
        // The first half of a surrogate pair.
        if last.is_some_and(|byte| byte & 0xfc == 0xd8) { even - 2 } else { even }
    }
}

/// The characters for the bytes 0x80 to 0x9F in Windows-1252; `\0`: undefined. All other bytes are the same as in
/// Latin-1.
const WINDOWS_1252: [char; 32] = [
    '\u{20AC}', '\0', '\u{201A}', '\u{0192}', '\u{201E}', '\u{2026}', '\u{2020}', '\u{2021}',
    '\u{02C6}', '\u{2030}', '\u{0160}', '\u{2039}', '\u{0152}', '\0', '\u{017D}', '\0', '\0',
    '\u{2018}', '\u{2019}', '\u{201C}', '\u{201D}', '\u{2022}', '\u{2013}', '\u{2014}', '\u{02DC}',
    '\u{2122}', '\u{0161}', '\u{203A}', '\u{0153}', '\0', '\u{017E}', '\u{0178}',
];

/// Returns the character of a byte in Windows-1252; `None` for the five undefined bytes.
pub fn windows_1252(byte: u8) -> Option<char> {
    match byte {
        0x80..=0x9f => Some(WINDOWS_1252[usize::from(byte - 0x80)]).filter(|c| *c != '\0'),
        byte => Some(char::from(byte)),
    }
}
