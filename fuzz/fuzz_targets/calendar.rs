//! Calendars: `import --ics` applies what it can read as one step, and `when --busy` reads or refuses the calendar.

#![no_main]

use std::cell::OnceCell;

use mentor_fuzz::sandbox::Sandbox;
use mentor_fuzz::{takes_all_or_nothing, with_records};

thread_local! {
    static HOUSE: OnceCell<Sandbox> = const { OnceCell::new() };
}

libfuzzer_sys::fuzz_target!(|calendar: &[u8]| {
    HOUSE.with(|house| {
        let sandbox = house.get_or_init(with_records);
        takes_all_or_nothing(sandbox, &["import", "--ics", "-"], calendar);
        let output = sandbox.run_with(&["when", "--busy", "-"], calendar, None);
        assert!(matches!(output.status, 0 | 2..=4), "{output}");
    });
});
