//! The footer of a listing on a terminal: what it hides, its pair, and what to type if it is empty.

use crate::view::words;

/// The facts behind the footer of a listing.
#[derive(Default)]
pub struct ListFooter<'a> {
    /// Label of the noun: `follow-up`.
    pub noun: &'a str,
    /// State of the listed records, such as `open`, if others are hidden.
    pub shown_are: &'a str,
    /// State of the hidden records, such as `closed`.
    pub hidden_are: &'a str,
    pub shown: usize,
    pub hidden: usize,
    /// The pair, if it was not named and there are several.
    pub pair: Option<&'a str>,
    /// Whether a filter was given.
    pub is_narrowed: bool,
    /// What to do if there are no records at all: `` run `mentor goal add "..."` to add one ``.
    pub hint: &'a str,
}

impl ListFooter<'_> {
    /// Formats the footer: `3 open; --all shows 12 more`, `No open follow-ups (12 closed: --all)`. `None`: nothing to add.
    pub fn line(&self) -> Option<String> {
        let of_pair = self.pair.map(|slug| format!(" in `{slug}`"));
        let of_pair = of_pair.unwrap_or_default();
        let nouns = words::plural(self.noun);
        let is = match self.shown_are {
            "" => String::new(),
            are => format!("{are} "),
        };
        Some(match (self.shown, self.hidden) {
            (0, 0) if self.is_narrowed => format!("No matching {nouns}{of_pair}"),
            (0, 0) => match self.hint {
                "" => format!("No {nouns}{of_pair}"),
                hint => format!("No {nouns}{of_pair} yet; {hint}"),
            },
            (0, hidden) => format!("No {is}{nouns}{of_pair} ({hidden} {}: --all)", self.hidden_are),
            (_, 0) => {
                self.pair?;
                format!("{}{of_pair}", self.count())
            }
            (shown, hidden) if !self.shown_are.is_empty() => {
                format!("{shown} {}{of_pair}; --all shows {hidden} more", self.shown_are)
            }
            (_, hidden) => format!("{}{of_pair}; --all shows {hidden} more", self.count()),
        })
    }

    /// Formats the count: `3 goals`.
    fn count(&self) -> String {
        match self.shown {
            1 => format!("1 {}", self.noun),
            shown => format!("{shown} {}", words::plural(self.noun)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn footer(shown: usize, hidden: usize) -> ListFooter<'static> {
        ListFooter {
            noun: "follow-up",
            shown_are: "open",
            hidden_are: "closed",
            shown,
            hidden,
            hint: "run `x` to add one",
            ..ListFooter::default()
        }
    }

    #[test]
    fn a_listing_counts_the_hidden_records() {
        let line = |shown, hidden| footer(shown, hidden).line().unwrap_or_default();
        assert_eq!(line(3, 12), "3 open; --all shows 12 more");
        assert_eq!(line(3, 0), "");
        assert_eq!(line(0, 12), "No open follow-ups (12 closed: --all)");
        assert_eq!(line(0, 0), "No follow-ups yet; run `x` to add one");
    }

    #[test]
    fn a_listing_names_its_pair_if_there_are_several() {
        let line = |shown, hidden| {
            let pair = Some("kim");
            ListFooter { pair, ..footer(shown, hidden) }.line().unwrap_or_default()
        };
        assert_eq!(line(3, 12), "3 open in `kim`; --all shows 12 more");
        assert_eq!(line(1, 0), "1 follow-up in `kim`");
        assert_eq!(line(0, 0), "No follow-ups in `kim` yet; run `x` to add one");
    }
}
