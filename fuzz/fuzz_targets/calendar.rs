//! Calendars: `import --ics` applies what it can read as one step, and `when --busy` reads or refuses the calendar.

#![no_main]

mod sandbox;

use std::cell::OnceCell;

use sandbox::Sandbox;

thread_local! {
    static HOUSE: OnceCell<Sandbox> = const { OnceCell::new() };
}

libfuzzer_sys::fuzz_target!(|calendar: &[u8]| {
    HOUSE.with(|house| {
        let sandbox = house.get_or_init(Sandbox::with_agreement);
        sandbox.takes_all_or_nothing(&["import", "--ics", "-"], calendar);
        let output = sandbox.run(&["when", "--busy", "-"], calendar);
        assert!(matches!(output.status, 0 | 2..=4), "{output:?}");
    });
});
