//! Help topics on a terminal.

use crate::manual::{Block, HelpTopic};
use crate::view::messages::values::HelpText;
use crate::view::page::layout::Layout;
use crate::view::page::output_mode::BULLET;
use crate::view::page::style::{Style, paint};
use crate::view::page::table::Table;
use crate::view::page::wrap::{wrap, wrap_hanging};

/// Columns of prose; longer lines are hard to read.
const MAX_PROSE_WIDTH: usize = 90;

pub fn text(topic: &HelpTopic, page: &Layout) -> String {
    let page = &Layout { width: page.width.map(|width| width.min(MAX_PROSE_WIDTH)), ..*page };
    let mut parts = vec![paint(Style::Heading, &wrap(topic.title(), page.width))];
    parts.extend(topic.blocks().iter().map(|block| render_block(block, page)));
    parts.join("\n\n")
}

fn render_block(block: &Block, page: &Layout) -> String {
    match block {
        Block::Heading(text) => paint(Style::Name, &wrap(text, page.width)),
        Block::Paragraph(text) => wrap(text, page.width),
        Block::Points(points) => {
            let point = |text: &String| {
                let bullet = BULLET.in_mode(page.mode);
                wrap_hanging(&format!("  {bullet} {text}"), page.width, 4)
            };
            let points: Vec<String> = points.iter().map(point).collect();
            points.join("\n")
        }
        // Commands are never wrapped: they are copied.
        Block::Code(lines) => {
            let lines: Vec<String> = lines.iter().map(|line| format!("    {line}")).collect();
            lines.join("\n")
        }
        Block::Table(header, rows) => {
            let mut table = Table::new(header);
            for row in rows {
                table.row(row.iter().map(ToString::to_string).collect());
            }
            table.render(page)
        }
    }
}

pub fn json(topic: &str, text: impl Into<String>) -> HelpText<'_> {
    let text = text.into();
    HelpText { topic, text }
}
