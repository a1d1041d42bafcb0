//! Any bytes as a web archive: `cargo +nightly fuzz run --sanitizer none format_warc`.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "format_sound.rs"]
mod sound;

fuzz_target!(|bytes: &[u8]| {
    sound::take(&[b"WARC/1.0\r\n", bytes].concat(), "a.warc");
});
