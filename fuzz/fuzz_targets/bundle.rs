//! Bodies of bundles: what is under the seal is rebuilt or refused. The seal itself stands in the way of a whole run.

#![no_main]

libfuzzer_sys::fuzz_target!(|body: &[u8]| {
    if let Ok(text) = std::str::from_utf8(body) {
        mentor::read_bundle_body(text);
    }
});
