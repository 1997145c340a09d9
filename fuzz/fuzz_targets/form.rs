//! TOML forms: a form is stored completely as one step, or refused without changes.

#![no_main]

use std::cell::OnceCell;

use mentor_fuzz::sandbox::Sandbox;
use mentor_fuzz::{takes_all_or_nothing, with_records};

thread_local! {
    static HOUSE: OnceCell<Sandbox> = const { OnceCell::new() };
}

libfuzzer_sys::fuzz_target!(|form: &[u8]| {
    HOUSE.with(|house| {
        let sandbox = house.get_or_init(with_records);
        for command in [&["log"][..], &["goal", "add"], &["review", "record"], &["agree", "renew"]]
        {
            let words = [command, &["--from", "-"]].concat();
            takes_all_or_nothing(sandbox, &words, form);
        }
    });
});
