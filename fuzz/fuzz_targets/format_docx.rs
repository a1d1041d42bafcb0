//! Any bytes as the main part of an office document, and as a whole one: `cargo +nightly fuzz run --sanitizer none format_docx`.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "format_sound.rs"]
mod sound;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fuzz_target!(|bytes: &[u8]| {
    sound::take(&[b"PK\x03\x04", bytes].concat(), "a.docx");
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for part in ["word/document.xml", "docProps/core.xml"] {
        archive.start_file(part, stored).expect("a part can be begun");
        archive.write_all(bytes).expect("memory can be written");
    }
    sound::take(&archive.finish().expect("an archive can be ended").into_inner(), "a.docx");
});
