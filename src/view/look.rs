//! How a run draws: with which signs, and whether in columns at all.
//!
//! A value of the run's thread, set once when it begins, for the same reason as the habits of dates: it is the same for
//! every line, and a bar or an arrow stands in the middle of sentences.

use std::cell::Cell;
use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Drawn,
    /// Signs that any terminal has.
    Ascii,
    /// Words in lines, for whoever listens: no columns, no bars, no signs.
    Plain,
}

thread_local! {
    static LOOK: Cell<Look> = const { Cell::new(Look::Drawn) };
}

/// From now on, in this run.
pub fn take(look: Look) {
    LOOK.set(look);
}

pub fn look() -> Look {
    LOOK.get()
}

pub fn is_plain() -> bool {
    look() == Look::Plain
}

/// A sign as it is drawn, as it is typed on any keyboard, and as it is said.
pub struct Sign {
    drawn: &'static str,
    typed: &'static str,
    said: &'static str,
}

pub const ARROW: Sign = Sign {
    drawn: "→",
    typed: "->",
    said: "to",
};

pub const BULLET: Sign = Sign {
    drawn: "•",
    typed: "-",
    said: "-",
};

/// Between two things that stand side by side.
pub const GAP: Sign = Sign {
    drawn: "  ",
    typed: "  ",
    said: ", ",
};

pub const UNTIL: Sign = Sign {
    drawn: "–",
    typed: "-",
    said: " to ",
};

pub const TIMES: Sign = Sign {
    drawn: "×",
    typed: "x",
    said: " times",
};

pub const UNMEASURED: Sign = Sign {
    drawn: "–",
    typed: "-",
    said: "not measured",
};

impl fmt::Display for Sign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match look() {
            Look::Drawn => self.drawn,
            Look::Ascii => self.typed,
            Look::Plain => self.said,
        })
    }
}

/// A sign of one column in a drawing, and the same as it is typed on any keyboard.
pub struct Cell {
    drawn: char,
    typed: char,
}

const fn cell(drawn: char, typed: char) -> Cell {
    Cell { drawn, typed }
}

impl Cell {
    pub fn sign(&self) -> char {
        match look() {
            Look::Ascii => self.typed,
            Look::Drawn | Look::Plain => self.drawn,
        }
    }
}

pub const SIDE: Cell = cell('│', '|');
pub const CORNER: Cell = cell('└', '+');
pub const BASE: Cell = cell('─', '-');
pub const TICK: Cell = cell('┬', '+');
/// What stands for what did not fit.
pub const CUT: Cell = cell('…', '.');
pub const WIN: Cell = cell('★', '*');
pub const TARGET: Cell = cell('▼', 'V');
pub const EARLIER_TARGET: Cell = cell('▽', 'v');
/// A day on which there was nothing.
pub const DAY: Cell = cell('·', '.');
pub const AWAY: Cell = cell('~', '~');
pub const HELD: Cell = cell('●', '#');
pub const PLANNED: Cell = cell('○', 'o');
pub const CANCELLED: Cell = cell('–', '-');
pub const CANCELLED_LATE: Cell = cell('×', 'x');
pub const MISSED: Cell = cell('!', '!');

/// What the work returns when it is done in another look.
#[cfg(test)]
pub fn within<T>(other: Look, work: impl FnOnce() -> T) -> T {
    let before = LOOK.replace(other);
    let done = work();
    LOOK.set(before);
    done
}
