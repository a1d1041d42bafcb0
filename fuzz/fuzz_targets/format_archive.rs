//! Any bytes as a packed stream, a tar and a ZIP archive, and as what is in them: `cargo +nightly fuzz run --sanitizer none
//! format_archive`.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "format_sound.rs"]
mod sound;

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fuzz_target!(|bytes: &[u8]| {
    // The first byte says what they are, so that each way has its own share of what is tried.
    let Some((way, bytes)) = bytes.split_first() else { return };
    match way % 8 {
        0 => sound::take(&[b"\x1f\x8b\x08", bytes].concat(), "a.gz"),
        1 => sound::take(&[b"\x28\xb5\x2f\xfd", bytes].concat(), "a.zst"),
        2 => sound::take(&[b"PK\x03\x04", bytes].concat(), "a.zip"),
        3 => sound::take(&summed(bytes), "a.tar"),
        4 => sound::take(&[gzip(bytes), bytes.to_vec()].concat(), "a.gz"),
        5 => {
            // Something packed that breaks off.
            let (whole, end) = (gzip(bytes), bytes.len() % 64);
            sound::take(&whole[..whole.len().saturating_sub(end)], "a.gz");
        }
        6 => sound::take(&gzip(&summed(bytes)), "a.tgz"),
        _ => sound::take(&zipped(bytes), "a.zip"),
    }
});

/// With the right sum in the header of every block that may be one, without which nothing is a tar archive.
fn summed(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for header in bytes.chunks_exact_mut(512) {
        header[148..156].fill(b' ');
        let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
        header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    }
    bytes
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(bytes).expect("memory can be written");
    packed.finish().expect("memory can be written")
}

/// Members behind each other, whose names are their own first lines.
fn zipped(bytes: &[u8]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for member in bytes.split(|byte| *byte == 0) {
        let (name, rest) = member.split_at(member.iter().position(|byte| *byte == b'\n').unwrap_or(0));
        if archive.start_file(String::from_utf8_lossy(name), SimpleFileOptions::default()).is_ok() {
            archive.write_all(rest).expect("memory can be written");
        }
    }
    archive.finish().expect("an archive can be ended").into_inner()
}
