//! Any bytes as a web page: `cargo +nightly fuzz run --sanitizer none format_html`.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "format_sound.rs"]
mod sound;

fuzz_target!(|bytes: &[u8]| {
    sound::take(&[b"<html>", bytes].concat(), "a.html");
});
