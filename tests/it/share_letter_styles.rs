//! A property test: for any form, any answers and any mail program, taking the reply must store exactly the answers.
//! The expected values are recorded when the answers are generated, independently of the parser.

use std::fmt::Write;

use base64::Engine;
use serde_json::Value;

use crate::dice::{Dice, seeds};
use crate::sandbox::Sandbox;

const TITLES: &[&str] = &[
    "draft the RFC",
    "read (again): chapter 3",
    "say \"no\" twice",
    "caf\u{e9} with L\u{e9}a & Kim",
    "<b>bold</b> plan",
    "compare the two designs of the scheduler, their cost, and what the team of Kim said of them in the last review",
];

const WORDS: &[&str] = &[
    "Lee",
    "ask Kim: she knows (really): yes",
    "I had not noticed",
    "a < b && c > d",
    "D\u{ed}az & S\u{f8}n = 100%",
    "see [F1-0000] yes",
    "no",
    "Well, that is a longer answer, which says something of everything, and goes on for a while = so",
];

/// An answer to one line of the form, and its expected effect.
struct Answer {
    mark: &'static str,
    number: usize,
    words: String,
    /// The command that shows the record, the field, and its expected value.
    expected: (String, &'static str, Value),
}

/// Where the answers are written in the letter.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Place {
    Behind,
    Below,
    /// Below the question, inside the quote.
    BelowQuoted,
}

/// How the mail program changes the reply.
#[derive(Clone, Copy, Debug)]
enum Style {
    Plain,
    Outlook,
    Printable,
    Latin1,
    Base64,
    Page,
    Both,
    Flowed,
    Broken,
    NoHeaders,
}

const STYLES: [Style; 10] = [
    Style::Plain,
    Style::Outlook,
    Style::Printable,
    Style::Latin1,
    Style::Base64,
    Style::Page,
    Style::Both,
    Style::Flowed,
    Style::Broken,
    Style::NoHeaders,
];

fn play(dice: &mut Dice, sandbox: &Sandbox) -> Vec<Answer> {
    let mut answers = Vec::new();
    if dice.roll(2) == 0 {
        sandbox.ok("agree --purpose Grow");
        let yes = dice.roll(2) == 0;
        answers.push(Answer {
            mark: "A",
            number: 1,
            words: dice.pick(if yes { &["yes", "Yes."] } else { &["no", ""] }).to_owned(),
            expected: (
                "agree show".to_owned(),
                "accepted_by_mentee",
                if yes { "2026-12-03".into() } else { Value::Null },
            ),
        });
    }
    for number in 1..=dice.roll(4) {
        let title = format!("mentee: {} by 2026-12-09", dice.pick(TITLES));
        sandbox.ok(&["followup", "add", &title]);
        let (words, field, value): (&str, _, Value) = match dice.roll(4) {
            0 => ("Yes!", "state", "done".into()),
            1 => ("no", "state", "open".into()),
            2 => (
                dice.pick(&["Fri 11 Dec", "2026-12-11", "fri 11 december"]),
                "due",
                "2026-12-11".into(),
            ),
            _ => ("", "due", "2026-12-09".into()),
        };
        let expected = (format!("followup show {number}"), field, value);
        answers.push(Answer { mark: "F", number, words: words.to_owned(), expected });
    }
    for number in 1..=dice.roll(3) {
        sandbox.ok(&["question", "ask", &format!("{}?", dice.pick(TITLES))]);
        let words = if dice.roll(3) == 0 { "" } else { dice.pick(WORDS) };
        let value = if words.is_empty() { Value::Null } else { words.into() };
        let expected = (format!("question show {number}"), "answer", value);
        answers.push(Answer { mark: "Q", number, words: words.to_owned(), expected });
    }
    for number in 1..=dice.roll(2) {
        let message =
            ["--behaviour", "You listened", "--impact", "Calm", "--situation", dice.pick(TITLES)];
        sandbox
            .ok(&[&["feedback", "add", "--from", "me", "--kind", "keep"], &message[..]].concat());
        let words = if dice.roll(3) == 0 { "" } else { dice.pick(WORDS) };
        answers.push(Answer {
            mark: "B",
            number,
            words: words.to_owned(),
            expected: (
                format!("feedback show {number}"),
                "response",
                if words.is_empty() { Value::Null } else { words.into() },
            ),
        });
    }
    answers
}

/// Writes the quoted letter with the answers.
fn write_reply(
    letter: &str,
    answers: &[Answer],
    topics: &[&str],
    place: Place,
    quote: &str,
    keeps_question: bool,
) -> String {
    let mut out = String::new();
    let mut waiting: Option<String> = None;
    for line in letter.lines() {
        let words = waiting.take().or_else(|| answer_to(line, answers, topics));
        let Some(words) = words else {
            writeln!(out, "{quote}{line}").unwrap();
            continue;
        };
        // The question may continue on the next line of the letter.
        if !line.ends_with("):") {
            writeln!(out, "{quote}{line}").unwrap();
            waiting = Some(words);
            continue;
        }
        let is_short = !keeps_question && line.starts_with('[');
        let shown = if is_short {
            line.split(']').next().unwrap().to_owned() + "]"
        } else {
            line.to_owned()
        };
        match place {
            _ if words.is_empty() => writeln!(out, "{quote}{line}").unwrap(),
            Place::Behind => writeln!(out, "{quote}{shown} {words}").unwrap(),
            Place::Below => writeln!(out, "{quote}{shown}\n\n{words}\n").unwrap(),
            Place::BelowQuoted => {
                writeln!(
                    out,
                    "{quote}{shown}\n{quote}{}",
                    words.replace('\n', &format!("\n{quote}"))
                )
                .unwrap();
            }
        }
    }
    out
}

fn answer_to(line: &str, answers: &[Answer], topics: &[&str]) -> Option<String> {
    if line.starts_with("[T-") {
        return Some(topics.join("\n"));
    }
    let is_its = |one: &&Answer| line.starts_with(&format!("[{}{}-", one.mark, one.number));
    answers.iter().find(is_its).map(|one| one.words.clone())
}

fn quoted_printable(bytes: &[u8]) -> String {
    let mut out = String::new();
    let mut column = 0;
    for byte in bytes {
        if *byte == b'\n' {
            out.push_str("\r\n");
            column = 0;
            continue;
        }
        let is_plain = (b'!'..=b'~').contains(byte) && *byte != b'=';
        let text = if is_plain { char::from(*byte).to_string() } else { format!("={byte:02X}") };
        if column + text.len() > 72 {
            out.push_str("=\r\n");
            column = 0;
        }
        column += text.len();
        out.push_str(&text);
    }
    out
}

fn page(text: &str, dice: &mut Dice) -> String {
    let escaped = |line: &str| {
        line.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
    };
    let (open, close) =
        [("<div>", "</div>"), ("", "<br>"), ("<p>", "</p>"), ("<div dir=\"ltr\">", "<br></div>")]
            [dice.roll(4)];
    let lines = text.lines().map(|line| format!("{open}{}{close}\n", escaped(line)));
    format!(
        "<html><head><style>p {{ x: y }}</style></head><body>{}</body></html>",
        lines.collect::<Vec<_>>().concat()
    )
}

/// Wraps long lines like old mail programs, with the same quote prefix on each part.
fn broken(text: &str, quote: &str, end: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let inner = line.strip_prefix(quote).filter(|_| !quote.is_empty());
        let mark = if inner.is_some() { quote } else { "" };
        let mut column = 0;
        out.push_str(mark);
        for (at, word) in inner.unwrap_or(line).split(' ').enumerate() {
            if at > 0 && column + word.len() > 50 {
                out.push_str(&format!("{end}\n{mark}"));
                column = 0;
            } else if at > 0 {
                out.push(' ');
            }
            out.push_str(word);
            column += word.len() + 1;
        }
        out.push('\n');
    }
    out
}

fn mail(text: &str, style: Style, quote: &str, dice: &mut Dice) -> Vec<u8> {
    let head = "From: Ana <ana@example.org>\r\nDate: Thu, 3 Dec 2026 10:00:00 -0500\r\nMIME-Version: 1.0\r\n";
    let plain = |kind: &str, coding: &str, body: &str| {
        format!(
            "{head}Content-Type: text/{kind}\r\nContent-Transfer-Encoding: {coding}\r\n\r\n{body}"
        )
        .into_bytes()
    };
    match style {
        Style::Plain | Style::Outlook => {
            plain("plain; charset=utf-8", "8bit", &text.replace('\n', "\r\n"))
        }
        Style::Printable => {
            plain("plain; charset=utf-8", "quoted-printable", &quoted_printable(text.as_bytes()))
        }
        Style::Latin1 => {
            // The letter only has letters of Latin-1.
            let bytes: Vec<u8> =
                text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
            plain("plain; charset=iso-8859-1", "quoted-printable", &quoted_printable(&bytes))
        }
        Style::Base64 => {
            let body = base64::engine::general_purpose::STANDARD.encode(text);
            let lines: Vec<&str> =
                body.as_bytes().chunks(76).map(|one| std::str::from_utf8(one).unwrap()).collect();
            plain("plain; charset=utf-8", "base64", &lines.join("\r\n"))
        }
        Style::Page => plain(
            "html; charset=utf-8",
            "quoted-printable",
            &quoted_printable(page(text, dice).as_bytes()),
        ),
        Style::Both => {
            let page = page(text, dice);
            format!(
                "{head}Content-Type: multipart/alternative; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\
                 {text}\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}\r\n--b--\r\n"
            )
            .into_bytes()
        }
        Style::Flowed => plain(
            "plain; charset=utf-8; format=flowed",
            "8bit",
            &broken(text, quote, " ").replace('\n', "\r\n"),
        ),
        Style::Broken => {
            plain("plain; charset=utf-8", "8bit", &broken(text, quote, "").replace('\n', "\r\n"))
        }
        Style::NoHeaders => text.as_bytes().to_vec(),
    }
}

/// Runs a case and returns the unexpected results. `spoil` changes the mail to simulate a fault of the parser.
fn faults(number: u64, spoil: fn(&str) -> String) -> Vec<String> {
    let mut dice = Dice::new(number + 1);
    let dice = &mut dice;
    let sandbox = Sandbox::with_pair();
    let answers = play(dice, &sandbox);
    let all_topics = ["Fear of public speaking", "Rota & rest", "How to say <no>", "Pay"];
    let topics = &all_topics[..dice.roll(4)];
    let letter = sandbox.ok("share letter");
    let style = STYLES[usize::try_from(number).unwrap() % STYLES.len()];
    let quote = match style {
        Style::Outlook => "",
        _ => ["> ", ">> ", ">", "> > "][dice.roll(4)],
    };
    let place = match style {
        // Long answers behind the question would be wrapped too.
        Style::Broken => Place::Below,
        _ => [Place::Behind, Place::Below, Place::BelowQuoted][dice.roll(3)],
    };
    // Without the question, an answer that looks like the end of a question would be ambiguous.
    let has_end = answers.iter().any(|one| one.words.contains("):"));
    let keeps_question =
        has_end || !matches!(style, Style::Plain | Style::Outlook) || dice.roll(3) > 0;
    let form = write_reply(&letter, &answers, topics, place, quote, keeps_question);
    let above = match style {
        Style::Outlook => "Hi Sam, here it is.\n\n-----Original Message-----\nFrom: Sam\n\n",
        _ => "Hi Sam,\n\nOn Tue, 1 Dec 2026, Sam Rivera wrote:\n",
    };
    // An older letter below, with other answers, which must not count.
    let older: Vec<String> = match quote {
        "" => Vec::new(),
        _ => letter
            .lines()
            .map(|line| {
                let no = if line.ends_with("):") { " no" } else { "" };
                format!(">>> {line}{no}\n")
            })
            .collect(),
    };
    let older = older.concat();
    let text = spoil(&format!("{above}{form}\nCheers\n-- \nAna\nHead of Something\n{older}"));
    let mail = mail(&text, style, quote, dice);
    let path = sandbox.home.path().join("reply.eml");
    std::fs::write(&path, &mail).unwrap();
    sandbox.at("2026-12-04T09:00:00Z");
    let taken = sandbox.run(&["share", "take", path.to_str().unwrap(), "--yes"]);
    let mut found = Vec::new();
    for one in &answers {
        let (show, field, value) = &one.expected;
        let args: Vec<&str> = show.split(' ').collect();
        let seen = &sandbox.json(&args)["item"][*field];
        let day = match style {
            Style::NoHeaders => "2026-12-04",
            _ => "2026-12-03",
        };
        let seen = match (seen.as_str(), *field) {
            (Some(text), "response") => text.split("\n(by mail").next().unwrap().into(),
            (Some(text), "accepted_by_mentee") if text == day => "2026-12-03".into(),
            _ => seen.clone(),
        };
        let is_broken = matches!(style, Style::Broken);
        let squeezed = |value: &Value| {
            value.as_str().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
        };
        let is_same = if is_broken { squeezed(&seen) == squeezed(value) } else { seen == *value };
        if !is_same {
            found.push(format!("{show} {field}: {seen} instead of {value}"));
        }
    }
    let listed = sandbox.json("topic list");
    let titles: Vec<&str> = listed["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["title"].as_str().unwrap())
        .collect();
    if titles != topics {
        found.push(format!("topics {titles:?} instead of {topics:?}"));
    }
    if !found.is_empty() {
        found.push(format!("{style:?} {place:?}\n{}\n{taken}", String::from_utf8_lossy(&mail)));
    }
    found
}

#[test]
fn reply_from_any_mail_program_stores_exactly_the_answers() {
    for seed in seeds(60, 20_000) {
        let found = faults(seed, str::to_owned);
        assert!(found.is_empty(), "case {seed}: {}", found.join("\n"));
    }
}

/// Controls: a parser that does not strip quote prefixes, and one that does not count them, are detected.
#[test]
fn faulty_parser_is_detected() {
    let ignores_quotes: fn(&str) -> String = |text| text.replace('>', "|");
    let counts_nothing: fn(&str) -> String = |text| {
        let bare = |line: &str| line.trim_start_matches(['>', ' ']).to_owned() + "\n";
        text.lines().map(bare).collect()
    };
    for (name, spoil) in [("ignores quotes", ignores_quotes), ("counts nothing", counts_nothing)] {
        let is_found = (0..8).any(|seed| !faults(seed, spoil).is_empty());
        assert!(is_found, "{name}");
    }
}
