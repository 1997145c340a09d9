//! Text that other programs write in something else than UTF-8.

/// Which byte of a UTF-16 code unit comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Utf16Order {
    Little,
    Big,
}

impl Utf16Order {
    /// Finds UTF-16 by its byte order mark, or by the zero beside the first letter. `None`: it is something else.
    pub fn detect(begin: &[u8]) -> Option<Utf16Order> {
        match begin {
            [0xff, 0xfe, ..] | [1..=255, 0, ..] => Some(Utf16Order::Little),
            [0xfe, 0xff, ..] | [0, 1..=255, ..] => Some(Utf16Order::Big),
            _ => None,
        }
    }

    /// Decodes UTF-16 without its mark. `None` stands for what is no character: half of a pair of surrogates, or the odd
    /// byte at the end of a file that was cut off.
    pub fn decode(self, bytes: &[u8]) -> impl Iterator<Item = Option<char>> {
        let pairs = bytes.chunks_exact(2);
        let odd = (!pairs.remainder().is_empty()).then_some(None);
        let units = pairs.map(move |pair| match self {
            Utf16Order::Little => u16::from_le_bytes([pair[0], pair[1]]),
            Utf16Order::Big => u16::from_be_bytes([pair[0], pair[1]]),
        });
        let units = units.enumerate().filter(|one| *one != (0, 0xfeff));
        char::decode_utf16(units.map(|(_, unit)| unit))
            .map(Result::ok)
            .chain(odd)
    }
}

/// What the bytes of Windows-1252 from 0x80 to 0x9F stand for; `\0`: nothing. The others are those of Latin-1.
const WINDOWS_1252: [char; 32] = [
    '\u{20AC}', '\0', '\u{201A}', '\u{0192}', '\u{201E}', '\u{2026}', '\u{2020}', '\u{2021}',
    '\u{02C6}', '\u{2030}', '\u{0160}', '\u{2039}', '\u{0152}', '\0', '\u{017D}', '\0', '\0',
    '\u{2018}', '\u{2019}', '\u{201C}', '\u{201D}', '\u{2022}', '\u{2013}', '\u{2014}', '\u{02DC}',
    '\u{2122}', '\u{0161}', '\u{203A}', '\u{0153}', '\0', '\u{017E}', '\u{0178}',
];

/// Returns the character of a byte of Windows-1252; `None` for the five bytes that stand for nothing.
pub fn windows_1252(byte: u8) -> Option<char> {
    match byte {
        0x80..=0x9f => Some(WINDOWS_1252[usize::from(byte - 0x80)]).filter(|c| *c != '\0'),
        byte => Some(char::from(byte)),
    }
}
