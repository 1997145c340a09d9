//! Days, moments, spans and rhythms are parsed or refused, and a parsed value is formatted so that it can be parsed
//! again.

#![no_main]

use std::cell::OnceCell;

use mentor_fuzz::sandbox::Sandbox;
use mentor_fuzz::{takes_all_or_nothing, with_records};

thread_local! {
    static HOUSE: OnceCell<Sandbox> = const { OnceCell::new() };
}

libfuzzer_sys::fuzz_target!(|phrase: &str| {
    HOUSE.with(|house| {
        let sandbox = house.get_or_init(with_records);
        for flag in ["--from", "--within", "--length"] {
            let output = sandbox.run(&["when", &format!("{flag}={phrase}"), "--json"]);
            assert!(matches!(output.status, 0 | 2..=4), "{output}");
        }
        let due = format!("--due={phrase}");
        let output = sandbox.run(&["followup", "edit", "1", &due, "--json"]);
        assert!(matches!(output.status, 0 | 2..=4), "{output}");
        if output.status == 0 {
            let day = output.stdout.split("\"due\": \"").nth(1);
            if let Some(day) = day.and_then(|rest| rest.split('"').next()) {
                let again = format!("--due={day}");
                let again = sandbox.run(&["followup", "edit", "1", &again, "--json"]);
                assert_eq!(again.status, 0, "{day}: {again}");
                assert!(again.stdout.contains(&format!("\"due\": \"{day}\"")), "{again}");
            }
        }
        let rhythm = format!("--cadence={phrase}");
        takes_all_or_nothing(sandbox, &["agree", "renew", "--because=x", &rhythm], b"");
    });
});
