//! Any bytes as a table in CSV, in every encoding, and as one in Parquet: `cargo +nightly fuzz run --sanitizer none
//! format_table`.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "format_sound.rs"]
mod sound;

fuzz_target!(
    init: {
        // The reader of Parquet panics on much that is broken. That is caught, and so is no finding; what comes through is.
        std::panic::set_hook(Box::new(|_| {}));
    },
    |bytes: &[u8]| {
        let Some((way, bytes)) = bytes.split_first() else { return };
        let head: &[u8] = b"id,title,text,date\n";
        match way % 6 {
            0 => sound::take(bytes, "a.csv"),
            1 => sound::take(&[head, bytes].concat(), "a.csv"),
            2 => sound::take(&wide(&[head, bytes].concat(), u16::to_le_bytes, true), "a.csv"),
            3 => sound::take(&wide(bytes, u16::to_be_bytes, false), "a.txt"),
            4 => sound::take(&[b"\xff\xfe", bytes].concat(), "a.csv"),
            _ => sound::take(&[b"PAR1", bytes, b"PAR1"].concat(), "a.parquet"),
        }
    }
);

/// What is text in them, in UTF-16 with or without its mark.
fn wide(bytes: &[u8], order: fn(u16) -> [u8; 2], mark: bool) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    mark.then_some(0xfeff).into_iter().chain(text.encode_utf16()).flat_map(order).collect()
}
