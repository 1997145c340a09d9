//! Searches: every query is accepted, whatever its characters.

#![no_main]

mod sandbox;

use std::cell::OnceCell;

use sandbox::Sandbox;

thread_local! {
    static HOUSE: OnceCell<Sandbox> = const { OnceCell::new() };
}

libfuzzer_sys::fuzz_target!(|typed: &str| {
    HOUSE.with(|house| {
        let sandbox = house.get_or_init(Sandbox::with_agreement);
        let words = typed.split(' ').filter(|word| !word.starts_with('-'));
        let mut line = vec!["search", "--json"];
        line.extend(words);
        let output = sandbox.run(&line, b"");
        assert!(matches!(output.status, 0 | 2..=4), "{output:?}");
    });
});
