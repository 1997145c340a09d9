//! Days, moments, spans and rhythms are parsed or refused, and a parsed value is formatted so that it can be parsed
//! again.

#![no_main]

mod sandbox;

use std::cell::OnceCell;

use sandbox::Sandbox;

thread_local! {
    static HOUSE: OnceCell<Sandbox> = const { OnceCell::new() };
}

libfuzzer_sys::fuzz_target!(|phrase: &str| {
    HOUSE.with(|house| {
        let sandbox = house.get_or_init(Sandbox::with_agreement);
        for flag in ["--from", "--within", "--length"] {
            let output = sandbox.run(&["when", &format!("{flag}={phrase}"), "--json"], b"");
            assert!(matches!(output.status, 0 | 2..=4), "{output:?}");
        }
        let due = format!("--due={phrase}");
        let output = sandbox.run(&["followup", "edit", "1", &due, "--json"], b"");
        assert!(matches!(output.status, 0 | 2..=4), "{output:?}");
        if output.status == 0 {
            let day = output.stdout.split("\"due\": \"").nth(1);
            if let Some(day) = day.and_then(|rest| rest.split('"').next()) {
                let again = format!("--due={day}");
                let again = sandbox.run(&["followup", "edit", "1", &again, "--json"], b"");
                assert_eq!(again.status, 0, "{day}: {again:?}");
                assert!(
                    again.stdout.contains(&format!("\"due\": \"{day}\"")),
                    "{again:?}"
                );
            }
        }
        let rhythm = format!("--cadence={phrase}");
        sandbox.takes_all_or_nothing(&["agree", "renew", "--because=x", &rhythm], b"");
    });
});
