//! HTML elements. Every text and every attribute is escaped.

use std::fmt::{self, Display, Write};

use crate::view::page::style;

/// An element with its content.
#[derive(Clone, Debug)]
pub struct Element {
    name: &'static str,
    attributes: String,
    inside: String,
}

/// Void elements: no content, no end tag.
const VOID: [&str; 3] = ["br", "link", "meta"];

/// Elements that are followed by a line break in the source.
const LINES: [&str; 6] = ["figure", "head", "header", "li", "section", "tr"];

pub fn element(name: &'static str) -> Element {
    Element { name, attributes: String::new(), inside: String::new() }
}

impl Element {
    /// Sets an attribute.
    pub fn attr(mut self, name: &'static str, value: impl Display) -> Element {
        let value = escape_html(&value.to_string());
        let _ = write!(self.attributes, " {name}=\"{value}\"");
        self
    }

    pub fn class(self, name: &'static str) -> Element {
        self.attr("class", name)
    }

    pub fn text(mut self, text: impl Display) -> Element {
        self.inside.push_str(&escape_html(&text.to_string()));
        self
    }

    pub fn children(mut self, inside: impl IntoIterator<Item = Element>) -> Element {
        for one in inside {
            let _ = write!(self.inside, "{one}");
        }
        self
    }

    /// Adds text of the program without escaping it, such as a style sheet.
    pub fn verbatim(mut self, own: &'static str) -> Element {
        self.inside.push_str(own);
        self
    }
}

impl IntoIterator for Element {
    type Item = Element;
    type IntoIter = std::iter::Once<Element>;

    fn into_iter(self) -> Self::IntoIter {
        std::iter::once(self)
    }
}

impl Display for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}{}>", self.name, self.attributes)?;
        if !VOID.contains(&self.name) {
            write!(f, "{}</{}>", self.inside, self.name)?;
        }
        f.write_str(if LINES.contains(&self.name) { "\n" } else { "" })
    }
}

/// Escapes a text for content and attributes. Bidirectional controls are made visible: they would reorder the text around
/// them.
fn escape_html(text: &str) -> String {
    let text = style::render(text, false);
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn user_text_is_escaped_everywhere() {
        let hostile = "\"><script>alert('&amp;')</script>";
        let tag = element("p").attr("title", hostile).text(hostile);
        let escaped = "&quot;&gt;&lt;script&gt;alert(&#39;&amp;amp;&#39;)&lt;/script&gt;";
        assert_eq!(tag.to_string(), format!("<p title=\"{escaped}\">{escaped}</p>"));
    }

    #[test]
    fn control_and_bidi_characters_are_escaped() {
        assert_eq!(escape_html("a\u{1b}b\u{202e}c"), "a\\u{1b}b\\u{202e}c");
        assert_eq!(escape_html("שלום 設計書 👩‍👩‍👧"), "שלום 設計書 👩‍👩‍👧");
    }

    #[test]
    fn a_void_element_has_no_end_tag() {
        assert_eq!(element("br").to_string(), "<br>");
        assert_eq!(element("p").to_string(), "<p></p>");
    }
}
