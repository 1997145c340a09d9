//! CSV: `import --csv` imports every row of a file or none.

#![no_main]

mod sandbox;

use std::cell::OnceCell;

use sandbox::Sandbox;

thread_local! {
    static HOUSE: OnceCell<Sandbox> = const { OnceCell::new() };
}

libfuzzer_sys::fuzz_target!(|sheet: &[u8]| {
    HOUSE.with(|house| {
        let sandbox = house.get_or_init(Sandbox::with_agreement);
        for noun in ["followup", "goal", "feedback"] {
            let import = ["import", "--csv", "--as", noun, "--yes", "-"];
            sandbox.takes_all_or_nothing(&import, sheet);
        }
    });
});
