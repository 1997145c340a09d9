//! The pictures of the README: the output for the sample data is drawn again and compared with the files.
//!
//! A terminal is drawn run by run, each run at its column. A page is embedded as HTML, so that the browser draws it in
//! the colours that the reader prefers.

use std::fmt::Write;

use html5ever::ParseOpts;
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use unicode_width::UnicodeWidthStr;

use crate::generated::assert_up_to_date;
use crate::sandbox::Sandbox;

/// Makes half a year of sample data on its last day, and returns the path of its file.
fn sample() -> (Sandbox, String) {
    let mut sandbox = Sandbox::new();
    sandbox.at("2026-11-28T09:00:00Z");
    sandbox.width = Some(COLUMNS);
    let db = sandbox.json("demo")["db"].as_str().unwrap().to_owned();
    (sandbox, db)
}

#[test]
fn agenda_picture_matches_the_terminal_output() {
    let (sandbox, db) = sample();
    let agenda = ["agenda", "-p", "ana", "--db", &db, "--color", "always", "--no-pager"];
    let shown = sandbox.ok(&agenda);
    let (shown, _) = shown.split_once("\x1b[36mSkills").unwrap();
    assert!(shown.contains("Goals to talk about"), "{shown}");
    let picture = terminal("mentor agenda", shown.trim_end());
    assert_up_to_date("docs/pictures/agenda.svg", &picture);
}

#[test]
fn page_picture_matches_the_page() {
    let (sandbox, db) = sample();
    let page = sandbox.ok(&["review", "-p", "ana", "--html", "--db", &db]);
    let picture = browser(&page, "Achievements and wins");
    assert!(picture.contains("Lead a design review"));
    assert_up_to_date("docs/pictures/page.svg", &picture);
}

#[test]
fn different_output_makes_a_different_picture() {
    let one = terminal("x", "a \x1b[31mred\x1b[0m b");
    assert!(
        one.contains(
            r##"x="40" y="74" textLength="30" lengthAdjust="spacingAndGlyphs" fill="#f19188">red<"##
        ),
        "{one}"
    );
    assert_ne!(one, terminal("x", "a \x1b[32mred\x1b[0m b"));
    assert_ne!(one, terminal("y", "a \x1b[31mred\x1b[0m b"));
}

const COLUMNS: usize = 100;
const CELL: usize = 10;
const LINE: usize = 22;
const EDGE: usize = 20;

/// Returns the SVG attributes for an ANSI code of `view/page/style.rs`.
fn look(code: &str) -> &'static str {
    match code {
        "1" => r##"fill="#ffffff" font-weight="bold""##,
        "2" => r##"fill="#8d939e""##,
        "31" => r##"fill="#f19188""##,
        "32" => r##"fill="#74c99b""##,
        "33" => r##"fill="#e2b341""##,
        "36" => r##"fill="#62c8cd""##,
        _ => r##"fill="#e9e7e2""##,
    }
}

/// Draws a terminal window with a command and its output.
fn terminal(typed: &str, shown: &str) -> String {
    let lines: Vec<&str> = shown.lines().collect();
    let width = COLUMNS * CELL + 2 * EDGE;
    let height = (lines.len() + 1) * LINE + 2 * EDGE + 20;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\">\n\
         <title>$ {typed}</title>\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"10\" fill=\"#14171c\"/>\n\
         <circle cx=\"24\" cy=\"22\" r=\"6\" fill=\"#ec6a5e\"/><circle cx=\"44\" cy=\"22\" r=\"6\" fill=\"#f4bf4f\"/><circle cx=\"64\" cy=\"22\" r=\"6\" fill=\"#61c554\"/>\n\
         <g font-family=\"ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace\" font-size=\"16\">\n"
    );
    let prompt = format!("\x1b[32m$\x1b[0m \x1b[1m{typed}\x1b[0m");
    for (at, line) in [prompt.as_str(), ""].into_iter().chain(lines).enumerate() {
        // The first line of the output follows the prompt without a gap.
        if at != 1 {
            let y = EDGE + 32 + at.saturating_sub(usize::from(at > 1)) * LINE;
            write_line(&mut svg, line, y);
        }
    }
    svg + "</g>\n</svg>\n"
}

/// Draws each run of one style at its own column; block characters, which fonts draw with other widths than letters,
/// form runs of their own.
fn write_line(svg: &mut String, line: &str, y: usize) {
    let mut column = 0;
    let mut style = "0";
    for (at, part) in line.split('\x1b').enumerate() {
        let text = match (at, part.strip_prefix('[')) {
            (1.., Some(rest)) => {
                let (code, text) = rest.split_once('m').unwrap();
                style = code;
                text
            }
            _ => part,
        };
        for run in runs(text) {
            let columns = run.width();
            // Some renderers drop blanks at the ends, so they are left out and the position is adjusted.
            let bare = run.trim();
            if !bare.is_empty() {
                let x = EDGE + (column + columns - run.trim_start().width()) * CELL;
                let length = bare.width() * CELL;
                let (look, text) = (look(style), xml(bare).replace(' ', "\u{a0}"));
                let _ = writeln!(
                    svg,
                    "<text x=\"{x}\" y=\"{y}\" textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\" {look}>{text}</text>"
                );
            }
            column += columns;
        }
    }
}

/// Splits a text into runs of block characters (bars and curves) and of others.
fn runs(text: &str) -> Vec<&str> {
    let is_block = |c: char| ('\u{2580}'..='\u{259f}').contains(&c);
    let mut found = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(|before| before != is_block(c)) {
            found.push(&text[start..at]);
            start = at;
        }
        before = Some(is_block(c));
    }
    found.push(&text[start..]);
    found
}

fn xml(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}

/// Draws the page up to this heading in a browser window.
fn browser(page: &str, until: &str) -> String {
    const WIDTH: usize = 900;
    const HEIGHT: usize = 1_080;
    let dom = html5ever::parse_document(RcDom::default(), ParseOpts::default()).one(page);
    let style = find(&dom.document, "style").unwrap();
    let body = find(&dom.document, "body").unwrap();
    let mut markup = String::new();
    write_node(&mut markup, &body, until);
    let css = text_of(&style);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" role=\"img\">\n\
         <title>$ mentor review --html</title>\n\
         <style>{}</style>\n\
         <foreignObject width=\"{WIDTH}\" height=\"{HEIGHT}\">{markup}</foreignObject>\n\
         </svg>\n",
        xml(&css)
    )
}

fn find(node: &Handle, name: &str) -> Option<Handle> {
    if let NodeData::Element { name: own, .. } = &node.data
        && &*own.local == name
    {
        return Some(node.clone());
    }
    node.children.borrow().iter().find_map(|child| find(child, name))
}

fn text_of(node: &Handle) -> String {
    let children = node.children.borrow();
    let texts = children.iter().map(|child| match &child.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        _ => text_of(child),
    });
    texts.collect()
}

/// Writes an element as XML, without the section with this heading and those after it.
fn write_node(out: &mut String, node: &Handle, until: &str) {
    match &node.data {
        NodeData::Text { contents } => out.push_str(&xml(&contents.borrow())),
        NodeData::Element { name, attrs, .. } => {
            let _ = write!(out, "<{}", name.local);
            if ["body", "svg"].contains(&&*name.local) {
                let _ = write!(out, " xmlns=\"{}\"", name.ns);
            }
            for attribute in attrs.borrow().iter() {
                let _ = write!(out, " {}=\"{}\"", attribute.name.local, xml(&attribute.value));
            }
            out.push('>');
            let children = node.children.borrow();
            let is_last = |child: &Handle| {
                find(child, "h2").is_some_and(|heading| text_of(&heading) == until)
            };
            for child in children.iter().take_while(|child| !is_last(child)) {
                write_node(out, child, until);
            }
            let _ = write!(out, "</{}>", name.local);
            if ["article", "div", "header", "li", "nav", "section", "tr"].contains(&&*name.local) {
                out.push('\n');
            }
        }
        _ => {}
    }
}
