//! Any bytes as a mail and as a mailbox: `cargo +nightly fuzz run --sanitizer none format_mail`.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "format_sound.rs"]
mod sound;

fuzz_target!(|bytes: &[u8]| {
    sound::take(&[b"From: a@x.example\nSubject: y\n", bytes].concat(), "a.eml");
    sound::take(&[b"From a\nFrom: a@x.example\nSubject: y\n", bytes].concat(), "a.mbox");
});
