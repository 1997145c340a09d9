//! Decodes a calendar piece by piece: UTF-16, byte order marks, and the line endings of classic Mac OS.

use std::io::{self, BufRead, Read};

use crate::encoding::Utf16Order;

/// Removes a byte order mark, converts UTF-16 to UTF-8 and lone carriage returns to line feeds, piece by piece.
pub fn decode<'r>(mut input: impl BufRead + 'r) -> io::Result<Box<dyn BufRead + 'r>> {
    let start = input.fill_buf()?;
    if let Some(order) = Utf16Order::detect(start) {
        return with_line_feeds(Converted::new(input, utf_16_decoder(order)));
    }
    let mark_length = if start.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    input.consume(mark_length);
    with_line_feeds(input)
}

/// Converts carriage returns to line feeds if lines end with them alone, as in classic Mac OS.
fn with_line_feeds<'r>(mut input: impl BufRead + 'r) -> io::Result<Box<dyn BufRead + 'r>> {
    let start = input.fill_buf()?;
    // A carriage return at the end of the piece may have its line feed in the next one.
    let lines = start.strip_suffix(b"\r").unwrap_or(start);
    if !lines.contains(&b'\r') || start.contains(&b'\n') {
        return Ok(Box::new(input));
    }
    let to_line_feed = |byte: &u8| if *byte == b'\r' { b'\n' } else { *byte };
    let convert = move |piece: &[u8], text: &mut Vec<u8>| {
        text.extend(piece.iter().map(to_line_feed));
    };
    Ok(Box::new(Converted::new(input, convert)))
}

/// Converts pieces of UTF-16 to UTF-8. An empty piece is the end of the file.
fn utf_16_decoder(order: Utf16Order) -> impl FnMut(&[u8], &mut Vec<u8>) {
    let mut rest = Vec::new();
    move |piece, text| {
        rest.extend_from_slice(piece);
        // The last character of a piece may continue in the next one.
        let end = if piece.is_empty() { rest.len() } else { order.whole_characters(&rest) };
        let characters = order.decode(&rest[..end]);
        let characters = characters.map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER));
        text.extend(characters.collect::<String>().into_bytes());
        rest.drain(..end);
    }
}

/// A reader whose bytes are converted piece by piece.
struct Converted<R, C> {
    input: R,
    /// Appends what a piece becomes. It gets an empty piece at the end.
    convert: C,
    text: Vec<u8>,
    position: usize,
}

impl<R: BufRead, C: FnMut(&[u8], &mut Vec<u8>)> Converted<R, C> {
    fn new(input: R, convert: C) -> Self {
        Converted { input, convert, text: Vec::new(), position: 0 }
    }
}

impl<R: BufRead, C: FnMut(&[u8], &mut Vec<u8>)> BufRead for Converted<R, C> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.position == self.text.len() {
            self.text.clear();
            self.position = 0;
            let piece = self.input.fill_buf()?;
            let length = piece.len();
            (self.convert)(piece, &mut self.text);
            self.input.consume(length);
            if length == 0 {
                break;
            }
        }
        Ok(&self.text[self.position..])
    }

    fn consume(&mut self, amount: usize) {
        self.position = self.text.len().min(self.position + amount);
    }
}

impl<R: BufRead, C: FnMut(&[u8], &mut Vec<u8>)> Read for Converted<R, C> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.fill_buf()?.read(buffer)?;
        self.consume(length);
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calendar_is_decoded_piece_by_piece() {
        let text = "BEGIN:VCALENDAR\rSUMMARY:Café 🙂🙂\r".repeat(5);
        let units: Vec<u16> = text.encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        for bytes in [text.as_bytes(), &little, &big] {
            for size in [64, 65, 66, 67] {
                let pieces = io::BufReader::with_capacity(size, bytes);
                let lines = decode(pieces).unwrap().lines();
                let read: Vec<String> = lines.map(Result::unwrap).collect();
                assert_eq!(read.len(), 10, "{size}");
                assert_eq!(read[9], "SUMMARY:Café 🙂🙂", "{size}");
            }
        }
        let cut = &little[..little.len() - 1];
        let mut read = String::new();
        decode(cut).unwrap().read_to_string(&mut read).unwrap();
        assert!(read.ends_with("🙂🙂\u{fffd}"), "{read}");
    }

    #[test]
    fn line_ending_that_is_split_between_pieces_stays_one() {
        let text = "BEGIN:VCALENDAR\r\nSUMMARY:Café\r\n";
        for bytes in
            [text.as_bytes().to_vec(), text.encode_utf16().flat_map(u16::to_le_bytes).collect()]
        {
            for size in 1..40 {
                let pieces = io::BufReader::with_capacity(size.max(4), &bytes[..]);
                let mut read = String::new();
                decode(pieces).unwrap().read_to_string(&mut read).unwrap();
                assert_eq!(read, text, "{size}");
            }
        }
    }
}
