//! Searches: every query is accepted, whatever its characters.

#![no_main]

use std::cell::OnceCell;

use mentor_fuzz::sandbox::Sandbox;
use mentor_fuzz::with_records;

thread_local! {
    static HOUSE: OnceCell<Sandbox> = const { OnceCell::new() };
}

libfuzzer_sys::fuzz_target!(|typed: &str| {
    HOUSE.with(|house| {
        let sandbox = house.get_or_init(with_records);
        let words = typed.split(' ').filter(|word| !word.starts_with('-'));
        let mut line = vec!["search", "--json"];
        line.extend(words);
        let output = sandbox.run(&line);
        assert!(matches!(output.status, 0 | 2..=4), "{output}");
    });
});
