//! The output mode of a run: which symbols it uses, and whether it uses columns.

/// How text is written for the terminal or the reader at hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OutputMode {
    #[default]
    Drawn,
    /// Only ASCII.
    Ascii,
    /// For screen readers: words in lines, without columns, bars and symbols.
    Plain,
}

impl OutputMode {
    pub fn is_plain(self) -> bool {
        self == OutputMode::Plain
    }
}

/// A symbol in each output mode.
pub struct Symbol {
    drawn: &'static str,
    ascii: &'static str,
    plain: &'static str,
}

pub const ARROW: Symbol = Symbol { drawn: "→", ascii: "->", plain: "to" };

/// Separates an action from its effect.
pub const EFFECT: Symbol = Symbol { drawn: " → ", ascii: " -> ", plain: "; effect: " };

pub const BULLET: Symbol = Symbol { drawn: "•", ascii: "-", plain: "-" };

/// Separates two facts in a line.
pub const GAP: Symbol = Symbol { drawn: "  ", ascii: "  ", plain: ", " };

pub const UNTIL: Symbol = Symbol { drawn: "–", ascii: "-", plain: " to " };

pub const TIMES: Symbol = Symbol { drawn: "×", ascii: "x", plain: " times" };

/// Precedes an answered question.
pub const DONE: Symbol = Symbol { drawn: "✔", ascii: "*", plain: "" };

/// Replaces what was left out.
pub const DOTS: Symbol = Symbol { drawn: "…", ascii: "...", plain: "..." };

/// Surrounds a match of a search; nothing in the plain mode, whose reader has just typed it.
pub const FOUND: [Symbol; 2] =
    [Symbol { drawn: "«", ascii: "<", plain: "" }, Symbol { drawn: "»", ascii: ">", plain: "" }];

impl Symbol {
    pub fn in_mode(&self, mode: OutputMode) -> &'static str {
        match mode {
            OutputMode::Drawn => self.drawn,
            OutputMode::Ascii => self.ascii,
            OutputMode::Plain => self.plain,
        }
    }
}

/// A character of a chart, one column wide, and its ASCII form.
pub struct Glyph {
    drawn: char,
    ascii: char,
}

const fn mark(drawn: char, ascii: char) -> Glyph {
    Glyph { drawn, ascii }
}

impl Glyph {
    pub fn in_mode(&self, mode: OutputMode) -> char {
        match mode {
            OutputMode::Ascii => self.ascii,
            OutputMode::Drawn | OutputMode::Plain => self.drawn,
        }
    }
}

pub const SIDE: Glyph = mark('│', '|');
pub const CORNER: Glyph = mark('└', '+');
pub const BASE: Glyph = mark('─', '-');
pub const TICK: Glyph = mark('┬', '+');
/// Replaces what did not fit.
pub const CUT: Glyph = mark('…', '.');
pub const WIN: Glyph = mark('★', '*');
pub const TARGET: Glyph = mark('▼', 'V');
pub const EARLIER_TARGET: Glyph = mark('▽', 'v');
/// A day without entries.
pub const DAY: Glyph = mark('·', '.');
pub const AWAY: Glyph = mark('~', '~');
pub const HELD: Glyph = mark('●', '#');
pub const PLANNED: Glyph = mark('○', 'o');
pub const CANCELLED: Glyph = mark('–', '-');
pub const CANCELLED_LATE: Glyph = mark('×', 'x');
pub const MISSED: Glyph = mark('!', '!');

/// Returns the notice that is shown while waiting for another process.
pub fn wait_notice(mode: OutputMode) -> &'static str {
    match mode {
        OutputMode::Drawn => "waiting for another mentor process to finish…\n",
        _ => "waiting for another mentor process to finish...\n",
    }
}
