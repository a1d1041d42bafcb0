//! Any bytes, read: `cargo +nightly fuzz run --sanitizer none read -- -dict=fuzz/news.dict`.

#![no_main]

use libfuzzer_sys::fuzz_target;

// The same checks that the tests of the reader make.
#[path = "../../crates/read/tests/suite/sound.rs"]
mod sound;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let reading = read::read(&text, sound::nothing_known());
    sound::check(&text, &reading);
});
