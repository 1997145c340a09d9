//! Extracts the text of a mail; the only file that knows the format of mails.

use chrono::{DateTime, Utc};
use mail_parser::{Message, MessageParser, MimeHeaders, PartType, decoders::html::html_to_text};

use crate::encoding::{Utf16Order, windows_1252};

/// A mail, or plain text copied from one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mail {
    /// The `Date` header, which is not verified.
    pub sent_at: Option<DateTime<Utc>>,
    /// The address in the `From` header, which is not verified.
    pub from: Option<String>,
    /// Whether the bytes have mail headers.
    pub is_mail: bool,
    /// The text in its possible forms, most likely first.
    pub bodies: Vec<String>,
}

/// Every mail has at least one of these headers.
const USUAL: [&str; 4] = ["Date", "From", "Subject", "Content-Type"];

/// Parses bytes as a mail; anything else becomes a body as it is.
pub fn read(bytes: &[u8]) -> Mail {
    let raw = decode(bytes);
    let parsed = begins_with_header(&raw).then(|| MessageParser::default().parse(bytes)).flatten();
    let parsed = parsed.filter(|mail| USUAL.iter().any(|name| mail.header(*name).is_some()));
    let Some(message) = parsed else {
        return Mail { bodies: vec![raw], ..Mail::default() };
    };
    let sent_at = message.date().map(mail_parser::DateTime::to_timestamp);
    let from = message.from().and_then(|from| from.first());
    Mail {
        sent_at: sent_at.and_then(|seconds| DateTime::from_timestamp(seconds, 0)),
        from: from.and_then(|from| from.address()).map(str::to_owned),
        is_mail: true,
        bodies: bodies(&message, raw),
    }
}

/// Returns the plain text parts, the HTML parts converted to text, and the raw bytes.
fn bodies(message: &Message<'_>, raw: String) -> Vec<String> {
    let texts = message.text_bodies().map(part_text);
    let pages = message.html_bodies().map(part_text);
    let texts: Vec<String> = texts.collect();
    let pages: Vec<String> = pages.collect();
    vec![texts.join("\n"), pages.join("\n"), raw]
}

fn part_text(part: &mail_parser::MessagePart<'_>) -> String {
    let form = part.content_type();
    let has_parameter = |name: &str, value: &str| {
        let found = form.and_then(|form| form.attribute(name));
        found.is_some_and(|found| found.eq_ignore_ascii_case(value))
    };
    match &part.body {
        PartType::Html(page) => page_text(page),
        PartType::Text(text) if has_parameter("format", "flowed") => {
            unflow(text, has_parameter("delsp", "yes"))
        }
        PartType::Text(text) => text.clone().into_owned(),
        _ => String::new(),
    }
}

/// Converts HTML to text, with a line break at every block element.
fn page_text(page: &str) -> String {
    const BLOCKS: [&str; 15] = [
        "div", "p", "li", "tr", "table", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "pre",
        "hr", "body",
    ];
    let mut broken = String::with_capacity(page.len() + page.len() / 8);
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        broken.push_str(before);
        let name = tag[1..].trim_start_matches('/');
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let is_block = BLOCKS.iter().any(|block| block.eq_ignore_ascii_case(&name[..end]));
        broken.push_str(if is_block { "<br><" } else { "<" });
        rest = &tag[1..];
    }
    broken.push_str(rest);
    let text = html_to_text(&broken);
    // Lines that look empty in a browser contain a non-breaking space.
    let lines = text.lines().filter(|line| !line.trim_ascii().is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// Joins the soft line breaks of `format=flowed` (RFC 3676), which end with a space.
fn unflow(text: &str, drops_blank: bool) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut open_depth = None;
    for line in text.lines() {
        let (depth, words) = split_quotes(line);
        let is_soft = words.ends_with(' ') && !words.trim().is_empty() && words.trim() != "--";
        match (open_depth, out.last_mut()) {
            (Some(open), Some(last)) if open == depth => {
                if drops_blank {
                    last.pop();
                }
                // RFC 3676 space-stuffing: a leading space protects lines that would look like a quote.
                last.push_str(words.strip_prefix(' ').unwrap_or(words));
            }
            _ => out.push(line.to_owned()),
        }
        open_depth = is_soft.then_some(depth);
    }
    out.join("\n")
}

/// Returns the quote depth of a line, with or without spaces between the `>`, and the text after it.
fn split_quotes(line: &str) -> (usize, &str) {
    let run = line.len() - line.trim_start_matches(['>', ' ']).len();
    let end = line[..run].rfind('>').map_or(0, |at| at + 1);
    (line[..end].matches('>').count(), &line[end..])
}

/// Whether the first line is a mail header or the separator of an mbox file.
fn begins_with_header(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default();
    let is_name = |name: &str| {
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        !name.is_empty() && name.bytes().all(is_part)
    };
    line.starts_with("From ") || line.split_once(':').is_some_and(|(name, _)| is_name(name))
}

/// Decodes UTF-8, UTF-16 or Windows-1252, a superset of Latin-1.
fn decode(bytes: &[u8]) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.trim_start_matches('\u{feff}').to_owned();
    }
    match bytes {
        [0xff, 0xfe, ..] => Utf16Order::Little.decode(bytes).flatten().collect(),
        [0xfe, 0xff, ..] => Utf16Order::Big.decode(bytes).flatten().collect(),
        _ => {
            let chars = bytes.iter().map(|byte| windows_1252(*byte));
            chars.map(|c| c.unwrap_or('\u{fffd}')).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_without_headers_is_not_a_mail() {
        for bytes in [&b"Hello\n> [F1] yes"[..], b"Note: yes\nno header here", b""] {
            let mail = read(bytes);
            assert!(!mail.is_mail);
            assert_eq!(mail.bodies, [String::from_utf8_lossy(bytes)]);
        }
        assert_eq!(read(b"D\xedaz \x93a\x94").bodies, ["D\u{ed}az \u{201c}a\u{201d}"]);
        assert_eq!(read(b"\xff\xfea\0\xed\0").bodies, ["a\u{ed}"]);
    }

    #[test]
    fn mail_is_decoded() {
        let text = "Date: Thu, 3 Dec 2026 10:00:00 -0500\r\nFrom: Ana <ana@example.org>\r\n\
            Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
            Ana D=EDaz =\r\nhere\r\n";
        let mail = read(text.as_bytes());
        assert_eq!(mail.sent_at, "2026-12-03T15:00:00Z".parse().ok());
        assert_eq!(mail.from.as_deref(), Some("ana@example.org"));
        assert_eq!(mail.bodies[0].trim(), "Ana D\u{ed}az here");
    }

    #[test]
    fn html_keeps_its_line_breaks() {
        let page = "<html><body><style>p {}</style><div>Hi</div><div>a &lt;b&gt; &amp; c<br>d</div>\
            <blockquote><ul><li>e</li></ul>f</blockquote></body></html>";
        let lines: Vec<String> =
            page_text(page).lines().map(|line| line.trim().to_owned()).collect();
        let lines: Vec<&str> =
            lines.iter().map(String::as_str).filter(|line| !line.is_empty()).collect();
        assert_eq!(lines, ["Hi", "a <b> & c", "d", "e", "f"]);
    }

    #[test]
    fn flowed_lines_are_joined_within_their_quote() {
        let text = "> one \n> two\n> three \nfour \n five\n-- \nAna";
        assert_eq!(unflow(text, false), "> one two\n> three \nfour five\n-- \nAna");
    }

    #[test]
    fn arbitrary_bytes_never_panic() {
        let mut state = 7_u64;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state
        };
        let whole = b"From: a@b\r\nDate: Thu, 3 Dec 2026 10:00:00 +0000\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\r\n\
            --x\r\nContent-Type: text/html; charset=\"utf-16\"\r\nContent-Transfer-Encoding: base64\r\n\r\nPGI+&amp;=\r\n--x--\r\n";
        for _ in 0..3000 {
            let mut bytes = whole.to_vec();
            for _ in 0..next() % 8 {
                let at = usize::try_from(next()).unwrap_or(0) % bytes.len();
                bytes[at] = next().to_le_bytes()[0];
            }
            bytes.truncate(usize::try_from(next()).unwrap_or(0) % bytes.len() + 1);
            read(&bytes);
        }
        let nested = "Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\n".repeat(20_000);
        read(nested.as_bytes());
    }
}
