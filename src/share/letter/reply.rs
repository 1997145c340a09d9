//! Finds the answers in a reply by their marks.
//!
//! The form may be quoted with `>` or not, and answered behind, below or above the question. Text between two marks that
//! the letter did not print is an answer.

use std::cmp::Ordering;
use std::collections::HashMap;

use crate::share::letter::{LetterMark, MarkSubject, PROMPT_END};

/// The answers and everything else found in a reply.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LetterReply {
    /// The marks of the letters in it, without duplicates.
    pub letters: Vec<LetterMark>,
    /// One answer for each mark that has one, in order of appearance.
    pub answers: Vec<(LetterMark, String)>,
    /// Marks with contradictory answers.
    pub ambiguous: Vec<LetterMark>,
    /// Lines that belong to no question.
    pub other_lines: Vec<String>,
    /// Whether it contains any mark of a form.
    pub has_marks: bool,
}

/// Maximum number of lines of a wrapped question.
const MAX_PROMPT_LINES: usize = 16;

/// Maximum number of marks, including those of quoted older letters; later ones are treated as text.
const MAX_MARKS: usize = 5000;

/// Maximum number of other lines.
const MAX_OTHER_LINES: usize = 1000;

/// Maximum number of letters that one reply refers to.
const MAX_LETTERS: usize = 10;

#[derive(Debug)]
struct QuotedLine<'t> {
    /// Quote depth.
    depth: usize,
    text: &'t str,
}

/// A mark and the lines up to the next one.
#[derive(Debug)]
struct MarkedEntry<'t> {
    mark: LetterMark,
    depth: usize,
    lines: Vec<QuotedLine<'t>>,
}

pub fn read(text: &str) -> LetterReply {
    let clean = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}'], "\n")
        .replace('\u{a0}', " ")
        .replace(['\u{200b}', '\u{feff}'], "");
    let mut entries: Vec<MarkedEntry<'_>> = Vec::new();
    let mut above = Vec::new();
    for line in clean.lines().map(split_quote) {
        let marked = line.text.trim_start_matches(['*', '_', ' ']);
        let split = LetterMark::split(marked).filter(|_| entries.len() < MAX_MARKS);
        if let Some((mark, rest)) = split {
            let (depth, text) = (line.depth, rest);
            entries.push(MarkedEntry { mark, depth, lines: vec![QuotedLine { depth, text }] });
        } else if let Some(entry) = entries.last_mut() {
            entry.lines.push(line);
        } else {
            above.push(line);
        }
    }
    let mut reply = LetterReply {
        has_marks: entries.iter().any(|entry| entry.mark.subject.is_answered()),
        ..LetterReply::default()
    };
    let top = entries.first().map_or(usize::MAX, |first| first.depth);
    collect_other_lines(&mut reply, above.iter().filter(|line| line.depth <= top));
    let mut answers = Vec::new();
    for at in 0..entries.len() {
        let entry = &entries[at];
        let next_depth = entries.get(at + 1).map(|next| next.depth);
        match entry.mark.subject {
            MarkSubject::Letter => {
                let is_known = reply.letters.contains(&entry.mark);
                if !is_known && reply.letters.len() < MAX_LETTERS {
                    reply.letters.push(entry.mark.clone());
                }
                let added = entry.lines.iter().filter(|line| line.depth < entry.depth);
                collect_other_lines(&mut reply, added);
            }
            MarkSubject::End => {
                let lines = entry.lines.iter().skip(1);
                let added = lines.filter(|line| line.depth < entry.depth.max(1));
                collect_other_lines(&mut reply, added);
            }
            _ => answers.push((&entry.mark, entry.depth, answer(entry, next_depth, &mut reply))),
        }
    }
    choose_answers(&mut reply, answers);
    reply.other_lines.truncate(MAX_OTHER_LINES);
    reply
}

/// Chooses among several occurrences of a mark, as in a reply to a reply: the least quoted one counts, even if empty.
fn choose_answers(reply: &mut LetterReply, answers: Vec<(&LetterMark, usize, String)>) {
    let mut places: HashMap<&LetterMark, usize> = HashMap::new();
    let mut chosen: Vec<(&LetterMark, usize, String, bool)> = Vec::new();
    for (mark, depth, text) in answers {
        let Some(at) = places.get(mark) else {
            places.insert(mark, chosen.len());
            chosen.push((mark, depth, text, true));
            continue;
        };
        let (_, least, text_so_far, is_one) = &mut chosen[*at];
        match depth.cmp(least) {
            Ordering::Less => (*least, *text_so_far, *is_one) = (depth, text, true),
            Ordering::Equal if text_so_far.is_empty() => *text_so_far = text,
            Ordering::Equal => *is_one &= text.is_empty() || *text_so_far == text,
            Ordering::Greater => {}
        }
    }
    for (mark, _, text, is_one) in chosen.into_iter().filter(|(_, _, text, _)| !text.is_empty()) {
        if is_one {
            reply.answers.push((mark.clone(), text));
        } else {
            reply.ambiguous.push(mark.clone());
        }
    }
}

/// Strips the quote signs from a line.
fn split_quote(line: &str) -> QuotedLine<'_> {
    let (mut depth, mut text) = (0, line.trim());
    while let Some(inner) = text.strip_prefix('>') {
        depth += 1;
        text = inner.trim_start();
    }
    QuotedLine { depth, text }
}

/// Returns the answer to the question of an entry.
fn answer(entry: &MarkedEntry<'_>, next_depth: Option<usize>, reply: &mut LetterReply) -> String {
    let (behind, printed) = behind_prompt(entry);
    let mut lines = vec![behind];
    for line in &entry.lines[printed..] {
        if is_separator(line.text) {
            break;
        }
        if line.depth <= entry.depth {
            lines.push(line.text);
        }
    }
    // "On 3 Dec, Sam wrote:" precedes a quote.
    if next_depth.is_some_and(|next| next > entry.depth) {
        drop_attribution(&mut lines);
    }
    let text = lines.join("\n");
    let text = text.trim();
    match entry.mark.subject {
        MarkSubject::Agreement | MarkSubject::FollowUp => {
            let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
            reply.other_lines.extend(message_lines(rest.lines()));
            first.trim().to_owned()
        }
        _ => text.to_owned(),
    }
}

/// Returns the text behind the printed question on its last line, and the number of lines that the question takes. If the
/// question was deleted, everything up to `PROMPT_END` in the answer is taken for the question.
fn behind_prompt<'t>(entry: &MarkedEntry<'t>) -> (&'t str, usize) {
    let has_words = !entry.lines[0].text.trim().is_empty();
    let most = if has_words { MAX_PROMPT_LINES } else { 0 };
    for (at, line) in entry.lines.iter().take(most).enumerate() {
        if let Some((_, behind)) = line.text.split_once(PROMPT_END) {
            return (behind, at + 1);
        }
        let is_broken = line.depth == entry.depth && !line.text.trim().is_empty();
        if at > 0 && !is_broken {
            break;
        }
    }
    // The question was deleted, or only the mark was copied.
    (entry.lines[0].text, 1)
}

/// Whether a line starts a signature or an older mail.
fn is_separator(text: &str) -> bool {
    let is_rule = |c| text.chars().take_while(|one| *one == c).count() >= 5;
    text == "--" || is_rule('-') || is_rule('_')
}

fn drop_attribution(lines: &mut Vec<&str>) {
    while lines.last().is_some_and(|line| line.trim().is_empty()) {
        lines.pop();
    }
    if lines.len() > 1 && lines.last().is_some_and(|line| line.ends_with(':')) {
        while lines.len() > 1 && lines.last().is_some_and(|line| !line.trim().is_empty()) {
            lines.pop();
        }
    }
}

fn collect_other_lines<'l, 't: 'l>(
    reply: &mut LetterReply,
    lines: impl Iterator<Item = &'l QuotedLine<'t>>,
) {
    let lines: Vec<&str> = lines.map(|line| line.text).collect();
    reply.other_lines.extend(message_lines(lines.into_iter()));
}

/// Returns the non-empty lines before a signature.
fn message_lines<'t>(lines: impl Iterator<Item = &'t str>) -> Vec<String> {
    let lines = lines.take_while(|line| line.trim() != "--");
    let lines = lines.map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Formats answers by kind and number: `F1 yes`.
    fn answers(text: &str) -> Vec<String> {
        let reply = read(text);
        let answers = reply.answers.iter();
        let answers = answers.map(|(mark, text)| format!("{} {text}", &mark.to_string()[1..3]));
        answers.collect()
    }

    const FORM: &str = "[L-0000] Your answers\n\n[F1-0000] Draft the (RFC), due Fri 4 Dec. Done? (yes/no, or a new date):\n\n\
        [Q3-0000] \"Whom should I ask: Kim?\" (your answer):\n\n[T-0000] New topics (one a line):\n\n[E-0000] End of the form\n";

    #[test]
    fn answers_are_found_behind_and_below_the_question() {
        for quote in ["", "> ", ">", ">> ", "> > "] {
            let quoted: Vec<String> = FORM.lines().map(|line| format!("{quote}{line}\n")).collect();
            let quoted = quoted.concat();
            let behind = quoted
                .replace("new date):", "new date): yes")
                .replace("answer):", "answer):  Lee: say hello")
                .replace("a line):", "a line): Fear\nRota");
            let want = ["F1 yes", "Q3 Lee: say hello", "T- Fear\nRota"];
            assert_eq!(answers(&behind), want, "{behind}");
            let below = quoted
                .replace("new date):\n", "new date):\n\nyes\n\n")
                .replace("answer):\n", "answer):\nLee: say hello\n")
                .replace("a line):\n", "a line):\nFear\nRota\n");
            assert_eq!(answers(&below), want, "{below}");
        }
    }

    #[test]
    fn wrapped_question_is_skipped() {
        let text = "> [F1-0000] Draft the\n> RFC. Done? (yes/no,\n> or a new date): no\n\n> [Q3-0000] \"Who\n> is it?\" (your\n> answer): Lee\nand Kim";
        assert_eq!(answers(text), ["F1 no", "Q3 Lee\nand Kim"]);
        assert_eq!(answers("[F1-0000] yes\n[Q3-0000]\nLee"), ["F1 yes", "Q3 Lee"]);
    }

    #[test]
    fn least_quoted_answer_counts_and_contradictions_do_not() {
        let older = "[F1-0000] x (y): no\n\nOn Thu, Sam\nwrote:\n> [F1-0000] x (y): yes\n> [Q3-0000] x (y):";
        assert_eq!(answers(older), ["F1 no"]);
        let twice = read("[F1-0000] x (y): no\n[F1-0000] x (y): yes\n");
        assert_eq!((twice.answers.len(), twice.ambiguous.len()), (0, 1));
    }

    #[test]
    fn huge_reply_is_limited() {
        let marks: Vec<String> = (0..200_000).map(|at| format!("[F{at}-0000] no\n")).collect();
        let reply = read(&marks.concat());
        assert!(reply.answers.len() <= MAX_MARKS, "{}", reply.answers.len());
        assert!(reply.other_lines.len() <= MAX_OTHER_LINES, "{}", reply.other_lines.len());
    }

    #[test]
    fn signatures_and_other_text_are_no_answers() {
        let text = "Hi Sam,\n\nOn Thu, Sam wrote:\n> [L-0000] Letter\n> Secret of the letter\n>\n> [F1-0000] x (y): yes\n\nGlad!\n> [E-0000] End\nBye\n-- \nAna";
        let reply = read(text);
        assert_eq!(reply.other_lines, ["Hi Sam,", "On Thu, Sam wrote:", "Glad!", "Bye"]);
        let text = "[Q3-0000] x (y): Lee\n\n-- \nAna\nHead of nothing";
        assert_eq!(answers(text), ["Q3 Lee"]);
        let text = "[Q3-0000] x (y): Lee\n-----Original Message-----\nFrom: Sam";
        assert_eq!(answers(text), ["Q3 Lee"]);
    }
}
