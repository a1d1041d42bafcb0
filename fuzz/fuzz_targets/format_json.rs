//! Any bytes as JSON, JSON lines and a feed: `cargo +nightly fuzz run --sanitizer none format_json`.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "format_sound.rs"]
mod sound;

fuzz_target!(|bytes: &[u8]| {
    sound::take(bytes, "a.json");
    sound::take(&[b"{\"", bytes].concat(), "a.jsonl");
    sound::take(&[b"<rss>", bytes].concat(), "a.xml");
});
