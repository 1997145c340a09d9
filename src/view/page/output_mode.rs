//! How a run draws: with which signs, and whether in columns at all.
//!
//! A value of the run's thread, set once when it begins, for the same reason as the habits of dates: it is the same for
//! every line, and a bar or an arrow stands in the middle of sentences.

use std::cell::Cell;
use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutputMode {
    Drawn,
    /// Signs that any terminal has.
    Ascii,
    /// Words in lines, for whoever listens: no columns, no bars, no signs.
    Plain,
}

thread_local! {
    static LOOK: Cell<OutputMode> = const { Cell::new(OutputMode::Drawn) };
}

/// From now on, in this run.
pub fn set_output_mode(look: OutputMode) {
    LOOK.set(look);
}

pub fn output_mode() -> OutputMode {
    LOOK.get()
}

pub fn is_plain() -> bool {
    output_mode() == OutputMode::Plain
}

/// A sign as it is drawn, as it is typed on any keyboard, and as it is said.
pub struct Symbol {
    drawn: &'static str,
    typed: &'static str,
    said: &'static str,
}

pub const ARROW: Symbol = Symbol {
    drawn: "→",
    typed: "->",
    said: "to",
};

pub const BULLET: Symbol = Symbol {
    drawn: "•",
    typed: "-",
    said: "-",
};

/// Between two things that stand side by side.
pub const GAP: Symbol = Symbol {
    drawn: "  ",
    typed: "  ",
    said: ", ",
};

pub const UNTIL: Symbol = Symbol {
    drawn: "–",
    typed: "-",
    said: " to ",
};

pub const TIMES: Symbol = Symbol {
    drawn: "×",
    typed: "x",
    said: " times",
};

/// Before a question that is answered.
pub const DONE: Symbol = Symbol {
    drawn: "✔",
    typed: "*",
    said: "",
};

/// Where something was left out.
pub const DOTS: Symbol = Symbol {
    drawn: "…",
    typed: "...",
    said: "...",
};

/// Before and after a word that was looked for. Whoever listens has just said it.
pub const FOUND: [Symbol; 2] = [
    Symbol {
        drawn: "«",
        typed: "<",
        said: "",
    },
    Symbol {
        drawn: "»",
        typed: ">",
        said: "",
    },
];

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match output_mode() {
            OutputMode::Drawn => self.drawn,
            OutputMode::Ascii => self.typed,
            OutputMode::Plain => self.said,
        })
    }
}

/// A sign of one column in a drawing, and the same as it is typed on any keyboard.
pub struct Glyph {
    drawn: char,
    typed: char,
}

const fn mark(drawn: char, typed: char) -> Glyph {
    Glyph { drawn, typed }
}

impl Glyph {
    pub fn character(&self) -> char {
        match output_mode() {
            OutputMode::Ascii => self.typed,
            OutputMode::Drawn | OutputMode::Plain => self.drawn,
        }
    }
}

pub const SIDE: Glyph = mark('│', '|');
pub const CORNER: Glyph = mark('└', '+');
pub const BASE: Glyph = mark('─', '-');
pub const TICK: Glyph = mark('┬', '+');
/// What stands for what did not fit.
pub const CUT: Glyph = mark('…', '.');
pub const WIN: Glyph = mark('★', '*');
pub const TARGET: Glyph = mark('▼', 'V');
pub const EARLIER_TARGET: Glyph = mark('▽', 'v');
/// A day on which there was nothing.
pub const DAY: Glyph = mark('·', '.');
pub const AWAY: Glyph = mark('~', '~');
pub const HELD: Glyph = mark('●', '#');
pub const PLANNED: Glyph = mark('○', 'o');
pub const CANCELLED: Glyph = mark('–', '-');
pub const CANCELLED_LATE: Glyph = mark('×', 'x');
pub const MISSED: Glyph = mark('!', '!');

/// What somebody is told who waits for another process.
pub fn wait_notice() -> &'static str {
    match output_mode() {
        OutputMode::Drawn => "waiting for another mentor process to finish…\n",
        _ => "waiting for another mentor process to finish...\n",
    }
}

/// What the work returns when it is done in another look.
#[cfg(test)]
pub fn with_output_mode<T>(other: OutputMode, work: impl FnOnce() -> T) -> T {
    let before = LOOK.replace(other);
    let done = work();
    LOOK.set(before);
    done
}
