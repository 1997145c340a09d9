//! Keys to the symbols of the charts.

use crate::domain::checkin::CheckInState;
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::skill::LEVELS;
use crate::view::page::html::calendar;
use crate::view::page::html::markup::{Element, element};
use crate::view::page::html::plot::{place, shape, star};
use crate::view::words;

const CENTER: (f64, f64) = (12.0, 10.0);

pub fn goals() -> Element {
    key([
        ("progress in percent".to_owned(), vec![across("progress"), dot("progress")]),
        ("confidence from 1 to 10".to_owned(), vec![across("confidence"), square("confidence")]),
        ("below this, talk about it".to_owned(), vec![across("threshold")]),
        ("a win".to_owned(), vec![path("win", star(CENTER.0, CENTER.1))]),
        ("a win of this goal".to_owned(), vec![path("win own", star(CENTER.0, CENTER.1))]),
        ("target".to_owned(), flag("target")),
        ("earlier target".to_owned(), flag("target earlier")),
        ("today".to_owned(), vec![down("today")]),
    ])
}

pub fn skills(pair: &PairContext) -> Element {
    let seen = |side: Side| format!("{}'s rating", pair.first_name(side));
    let levels = LEVELS.iter().enumerate();
    let levels = levels.map(|(at, name)| format!("{} {name}", at + 1));
    let levels = levels.collect::<Vec<_>>().join(", ");
    key([
        (seen(Side::Mentor), vec![across("mentor"), square("mentor")]),
        (seen(Side::Mentee), vec![across("mentee"), dot("mentee")]),
        ("the aim".to_owned(), vec![across("aim")]),
    ])
    .children(element("li").text(format!("levels: {levels}")))
}

pub fn calendar(pair: &PairContext) -> Element {
    let away = |side: Side| {
        let name = format!("{} away", pair.first_name(side));
        (name, vec![calendar::away(side, CENTER)])
    };
    let states = CheckInState::ALL.iter().map(|state| {
        let name = match state {
            CheckInState::LateCancelled => "cancelled late",
            CheckInState::NoShow => "missed",
            other => other.word(),
        };
        (name.to_owned(), calendar::mark(*state, CENTER))
    });
    key(states.chain([away(Side::Mentor), away(Side::Mentee)]))
}

/// Builds a key. Its symbols are hidden from screen readers: their meaning is next to them, and each chart has a
/// description.
fn key(signs: impl IntoIterator<Item = (String, Vec<Element>)>) -> Element {
    let signs = signs.into_iter().map(|(name, sign)| {
        let drawn =
            element("svg").attr("viewBox", "0 0 24 20").attr("aria-hidden", "true").children(sign);
        element("li").children(drawn).children(element("span").text(words::capitalize(&name)))
    });
    element("ul").class("key").children(signs)
}

fn across(class: &'static str) -> Element {
    let y = CENTER.1;
    shape("line", class, &[("x1", 0.0), ("x2", 24.0), ("y1", y), ("y2", y)])
}

fn dot(class: &'static str) -> Element {
    shape("circle", class, &[("cx", CENTER.0), ("cy", CENTER.1), ("r", 3.0)])
}

fn square(class: &'static str) -> Element {
    let (x, y) = (CENTER.0 - 3.0, CENTER.1 - 3.0);
    shape("rect", class, &[("x", x), ("y", y), ("width", 6.0), ("height", 6.0)])
}

fn path(class: &'static str, outline: String) -> Element {
    element("path").class(class).attr("d", outline)
}

fn flag(class: &'static str) -> Vec<Element> {
    let cloth = format!("M{} 2v8l9 -4z", place(CENTER.0));
    vec![down(class), path(class, cloth)]
}

fn down(class: &'static str) -> Element {
    let x = CENTER.0;
    shape("line", class, &[("x1", x), ("x2", x), ("y1", 2.0), ("y2", 18.0)])
}
