//! Fuzzes the body of a bundle: each input is either rejected or rebuilt into documents. Sealing is left out, since mutated
//! ciphertext never gets past decryption.

#![no_main]

libfuzzer_sys::fuzz_target!(|body: &[u8]| {
    if let Ok(text) = std::str::from_utf8(body) {
        mentor::read_bundle_body(text);
    }
});
