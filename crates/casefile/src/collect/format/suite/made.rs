//! Small files of every format, made here.

use std::io::Write;
use std::ops::ControlFlow;

use crate::collect::format::{Extracted, Limits, Refused, documents};

/// Everything in some bytes: documents as `name: text`, refusals as `name! reason`.
pub(super) fn shown(bytes: &[u8], name: &str, limits: &Limits) -> Vec<String> {
    all(bytes, name, limits)
        .into_iter()
        .map(|found| match found {
            Ok(found) => format!("{}: {}", found.name, found.text.trim().replace('\n', "/")),
            Err(refused) => format!("{}! {}", refused.name, refused.why),
        })
        .collect()
}

/// Everything in some bytes.
pub(super) fn all(bytes: &[u8], name: &str, limits: &Limits) -> Vec<Result<Extracted, Refused>> {
    let mut found = Vec::new();
    let flow = documents(bytes, name, None, limits, &mut |one| {
        found.push(one);
        ControlFlow::Continue(())
    });
    assert_eq!(flow, ControlFlow::Continue(()));
    found
}

pub(super) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

/// A Zstandard frame that says of each byte how often it stands there.
pub(super) fn zstd(runs: &[(u8, u32)]) -> Vec<u8> {
    // Magic, nothing special, a window of 2 MB.
    let mut frame = vec![0x28, 0xb5, 0x2f, 0xfd, 0, 0x58];
    for (byte, times) in runs {
        let mut left = *times;
        while left > 0 {
            let some = left.min(128 << 10);
            // A block that repeats one byte.
            frame.extend(&(2 | some << 3).to_le_bytes()[..3]);
            frame.push(*byte);
            left -= some;
        }
    }
    // The last block is empty.
    frame.extend([1, 0, 0]);
    frame
}

pub(super) fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ::zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in members {
        archive.start_file(*name, ::zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

pub(super) fn tar(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ::tar::Builder::new(Vec::new());
    for (name, bytes) in members {
        let mut header = ::tar::Header::new_ustar();
        // The writer refuses names that lead out; whoever makes such an archive does not use it.
        let field = header.as_old_mut();
        field.name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_cksum();
        archive.append(&header, *bytes).unwrap();
    }
    archive.into_inner().unwrap()
}

/// A record of a web archive.
pub(super) fn record(kind: &str, address: &str, content: &[u8]) -> Vec<u8> {
    let mut made = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nContent-Type: application/http\r\nContent-Length: {}\r\n\r\n",
        content.len()
    )
    .into_bytes();
    made.extend_from_slice(content);
    made.extend_from_slice(b"\r\n\r\n");
    made
}

pub(super) fn docx(body: &str) -> Vec<u8> {
    let xml = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", xml.as_bytes()),
        (
            "docProps/core.xml",
            b"<c xmlns:dc=\"d\"><dc:title>Port &amp; quay</dc:title><dc:creator>Ann Hale</dc:creator></c>",
        ),
    ])
}
