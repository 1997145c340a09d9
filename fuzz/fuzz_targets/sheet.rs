//! CSV: `import --csv` imports every row of a file or none.

#![no_main]

use std::cell::OnceCell;

use mentor_fuzz::sandbox::Sandbox;
use mentor_fuzz::{takes_all_or_nothing, with_records};

thread_local! {
    static HOUSE: OnceCell<Sandbox> = const { OnceCell::new() };
}

libfuzzer_sys::fuzz_target!(|sheet: &[u8]| {
    HOUSE.with(|house| {
        let sandbox = house.get_or_init(with_records);
        for noun in ["followup", "goal", "feedback"] {
            let import = ["import", "--csv", "--as", noun, "--yes", "-"];
            takes_all_or_nothing(sandbox, &import, sheet);
        }
    });
});
