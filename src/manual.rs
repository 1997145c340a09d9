//! The manual: the texts in `docs/help/`, for `mentor help TOPIC` and the manual page.
//!
//! They use a subset of Markdown: headings, paragraphs, lists, tables and code blocks.

/// A help topic that is not a command.
#[derive(Debug)]
pub struct HelpTopic {
    pub name: &'static str,
    pub text: &'static str,
}

macro_rules! topics {
    ($($name:literal),+ $(,)?) => {
        /// All topics, in reading order for a new user.
        pub const TOPICS: &[HelpTopic] = &[$(HelpTopic {
            name: $name,
            text: include_str!(concat!("../docs/help/", $name, ".md")),
        }),+];
    };
}

topics!(
    "dates", "promises", "calls", "privacy", "cron", "json", "exit-codes", "screen", "settings"
);

/// A block of a text.
#[derive(Debug, PartialEq, Eq)]
pub enum Block {
    Heading(&'static str),
    Paragraph(String),
    Points(Vec<String>),
    Code(Vec<&'static str>),
    /// The column names, then the rows.
    Table(Vec<&'static str>, Vec<Vec<&'static str>>),
}

pub fn find_topic(name: &str) -> Option<&'static HelpTopic> {
    TOPICS.iter().find(|topic| topic.name == name)
}

impl HelpTopic {
    /// Returns the title.
    pub fn title(&self) -> &'static str {
        let first = self.text.lines().next().unwrap_or_default();
        first.trim_start_matches("# ")
    }

    /// Parses everything below the title.
    pub fn blocks(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut lines = self.text.lines().skip(1).peekable();
        while let Some(line) = lines.next() {
            if let Some(heading) = line.strip_prefix("## ") {
                blocks.push(Block::Heading(heading));
            } else if line.starts_with("```") {
                blocks
                    .push(Block::Code(lines.by_ref().take_while(|line| *line != "```").collect()));
            } else if line.starts_with('|') {
                lines.next();
                let mut rows = Vec::new();
                while let Some(row) = lines.next_if(|line| line.starts_with('|')) {
                    rows.push(cells(row));
                }
                blocks.push(Block::Table(cells(line), rows));
            } else if let Some(first) = line.strip_prefix("- ") {
                let mut points = vec![first.to_owned()];
                while let Some(more) = lines.next_if(|line| !line.is_empty()) {
                    match more.strip_prefix("- ") {
                        Some(point) => points.push(point.to_owned()),
                        None => append_line(points.last_mut(), more),
                    }
                }
                blocks.push(Block::Points(points));
            } else if !line.is_empty() {
                let mut text = line.to_owned();
                while let Some(more) = lines.next_if(|line| !line.is_empty()) {
                    append_line(Some(&mut text), more);
                }
                blocks.push(Block::Paragraph(text));
            }
        }
        blocks
    }
}

fn append_line(text: Option<&mut String>, more: &str) {
    if let Some(text) = text {
        text.push(' ');
        text.push_str(more.trim_start());
    }
}

fn cells(row: &'static str) -> Vec<&'static str> {
    row.trim_matches('|').split('|').map(str::trim).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_parsed_into_blocks() {
        let topic = HelpTopic {
            name: "x",
            text: "# Title\n\nOne\ntwo.\n\n## Part\n\n- a\n  b\n- c\n\n| k | v |\n|---|---|\n| 1 | `2` |\n\n```sh\nmentor\n```\n",
        };
        assert_eq!(topic.title(), "Title");
        assert_eq!(
            topic.blocks(),
            [
                Block::Paragraph("One two.".to_owned()),
                Block::Heading("Part"),
                Block::Points(vec!["a b".to_owned(), "c".to_owned()]),
                Block::Table(vec!["k", "v"], vec![vec!["1", "`2`"]]),
                Block::Code(vec!["mentor"]),
            ]
        );
    }

    #[test]
    fn every_topic_has_a_title_and_complete_table_rows() {
        for topic in TOPICS {
            assert!(topic.text.starts_with("# "), "{}", topic.name);
            assert!(topic.blocks().len() > 2, "{}", topic.name);
            for block in topic.blocks() {
                if let Block::Table(header, rows) = block {
                    assert!(!rows.is_empty(), "{}", topic.name);
                    assert!(rows.iter().all(|row| row.len() == header.len()), "{}", topic.name);
                }
            }
        }
    }
}
