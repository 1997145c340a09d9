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

/// Where something was left out.
pub const DOTS: Sign = Sign {
    drawn: "…",
    typed: "...",
    said: "...",
};

/// Before and after a word that was looked for. Whoever listens has just said it.
pub const FOUND: [Sign; 2] = [
    Sign {
        drawn: "«",
        typed: "<",
        said: "",
    },
    Sign {
        drawn: "»",
        typed: ">",
        said: "",
    },
];

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
pub struct Mark {
    drawn: char,
    typed: char,
}

const fn mark(drawn: char, typed: char) -> Mark {
    Mark { drawn, typed }
}

impl Mark {
    pub fn sign(&self) -> char {
        match look() {
            Look::Ascii => self.typed,
            Look::Drawn | Look::Plain => self.drawn,
        }
    }
}

pub const SIDE: Mark = mark('│', '|');
pub const CORNER: Mark = mark('└', '+');
pub const BASE: Mark = mark('─', '-');
pub const TICK: Mark = mark('┬', '+');
/// What stands for what did not fit.
pub const CUT: Mark = mark('…', '.');
pub const WIN: Mark = mark('★', '*');
pub const TARGET: Mark = mark('▼', 'V');
pub const EARLIER_TARGET: Mark = mark('▽', 'v');
/// A day on which there was nothing.
pub const DAY: Mark = mark('·', '.');
pub const AWAY: Mark = mark('~', '~');
pub const HELD: Mark = mark('●', '#');
pub const PLANNED: Mark = mark('○', 'o');
pub const CANCELLED: Mark = mark('–', '-');
pub const CANCELLED_LATE: Mark = mark('×', 'x');
pub const MISSED: Mark = mark('!', '!');

/// What the work returns when it is done in another look.
#[cfg(test)]
pub fn within<T>(other: Look, work: impl FnOnce() -> T) -> T {
    let before = LOOK.replace(other);
    let done = work();
    LOOK.set(before);
    done
}
