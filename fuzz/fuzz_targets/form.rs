//! TOML forms: a form is stored completely as one step, or refused without changes.

#![no_main]

mod sandbox;

use std::cell::OnceCell;

use sandbox::Sandbox;

thread_local! {
    static HOUSE: OnceCell<Sandbox> = const { OnceCell::new() };
}

libfuzzer_sys::fuzz_target!(|form: &[u8]| {
    HOUSE.with(|house| {
        let sandbox = house.get_or_init(Sandbox::with_agreement);
        for command in [
            &["log"][..],
            &["goal", "add"],
            &["review", "record"],
            &["agree", "renew"],
        ] {
            let words = [command, &["--from", "-"]].concat();
            sandbox.takes_all_or_nothing(&words, form);
        }
    });
});
