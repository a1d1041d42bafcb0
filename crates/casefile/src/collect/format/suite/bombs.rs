//! Small files that would fill a memory, and what is said of them.

use std::cell::Cell;
use std::io::Read;
use std::ops::ControlFlow;

use super::made::{all, record, shown, tar, zstd};
use crate::collect::format::{Limits, documents};

/// Limits that are soon reached.
fn small() -> Limits {
    Limits { document: 1 << 20, record: 1 << 20, slack: 1 << 20, ..Limits::default() }
}

/// A tar archive of one member that is a word, and then a hole up to `length`.
fn holes(name: &str, length: u64) -> Vec<u8> {
    let mut header = ::tar::Header::new_gnu();
    header.set_path(name).unwrap();
    header.set_entry_type(::tar::EntryType::GNUSparse);
    header.set_size(512);
    let gnu = header.as_gnu_mut().unwrap();
    let octal = |field: &mut [u8; 12], number: u64| field[..11].copy_from_slice(format!("{number:011o}").as_bytes());
    octal(&mut gnu.realsize, length);
    octal(&mut gnu.sparse[0].offset, 0);
    octal(&mut gnu.sparse[0].numbytes, 512);
    octal(&mut gnu.sparse[1].offset, length);
    octal(&mut gnu.sparse[1].numbytes, 0);
    header.set_cksum();
    let mut word = [b' '; 512];
    word[..4].copy_from_slice(b"Port");
    [header.as_bytes().as_slice(), &word].concat()
}

#[test]
fn a_tar_member_of_holes_is_refused_and_its_neighbour_is_taken() {
    let archive = [holes("bomb.txt", 8_000_000_000), tar(&[("b.txt", b"The port is shut.")])].concat();
    assert_eq!(
        shown(&archive, "a.tar", &Limits { document: 512 << 20, ..small() }),
        [
            "a.tar#bomb.txt! it unpacks to more than 200 times its size, as only a zip bomb does",
            "a.tar#b.txt: The port is shut."
        ]
    );
    assert_eq!(shown(&[holes("a.txt", 512), vec![0; 1024]].concat(), "a.tar", &small()), ["a.tar#a.txt: Port"]);
}

#[test]
fn a_tar_member_that_is_kept_without_its_holes_as_posix_has_it_is_refused() {
    let mut archive = ::tar::Builder::new(Vec::new());
    archive.append_pax_extensions([("GNU.sparse.major", &b"1"[..]), ("GNU.sparse.minor", b"0")]).unwrap();
    let mut header = ::tar::Header::new_ustar();
    header.set_path("a.txt").unwrap();
    header.set_size(14);
    header.set_cksum();
    archive.append(&header, &b"1\n0\n4\nPort no"[..]).unwrap();
    assert_eq!(
        shown(&archive.into_inner().unwrap(), "a.tar", &small()),
        [
            "a.tar#a.txt! it cannot be read as a tar archive: a member is kept without its holes, in a way that is not read"
        ]
    );
}

#[test]
fn a_tar_member_with_a_name_as_long_as_a_book_is_refused() {
    let mut header = ::tar::Header::new_gnu();
    header.set_path("././@LongLink").unwrap();
    header.set_entry_type(::tar::EntryType::GNULongName);
    header.set_size(1 << 20);
    header.set_cksum();
    let archive = [header.as_bytes().as_slice(), &[b'a'; 1 << 20], &tar(&[("b.txt", b"The port is shut.")])].concat();
    assert_eq!(
        shown(&archive, "a.tar", &small()),
        ["a.tar! it cannot be read as a tar archive: what it says of a member is longer than 256 KB"]
    );
}

/// What is said of a table whose second row begins with `start` and goes on with `sign` for ever, and how many bytes of it
/// were read.
fn endless(start: &[u8], sign: u8, limits: &Limits) -> (Vec<String>, u64) {
    let read = Cell::new(0);
    let table = [b"title,text\nA,The port is shut.\n", start].concat();
    let source = Tap { source: table.chain(std::io::repeat(sign)), read: &read };
    let mut said = Vec::new();
    let _ = documents(source, "a.csv", None, limits, &mut |found| {
        said.push(found.map_or_else(|refused| refused.to_string(), |found| found.name));
        ControlFlow::Continue(())
    });
    (said, read.get())
}

struct Tap<'r, R> {
    source: R,
    read: &'r Cell<u64>,
}

impl<R: Read> Read for Tap<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.source.read(buffer)?;
        self.read.set(self.read.get() + read as u64);
        Ok(read)
    }
}

#[test]
fn a_row_that_never_ends_is_not_waited_for() {
    let (said, read) = endless(b"B,\"", b'x', &small());
    assert_eq!(said, ["a.csv#1", "a.csv#2: it is larger than 1 MB, the most that is taken as one row"]);
    assert!(read < 2 << 20, "{read} bytes were taken into memory");
}

#[test]
fn a_row_of_nothing_but_cells_is_not_waited_for() {
    let (said, read) = endless(b"B", b',', &Limits::default());
    assert_eq!(
        said,
        [
            "a.csv#1",
            "a.csv#2: it cannot be read as CSV: a row has more than 4000000 cells, or a quote that is not closed"
        ]
    );
    assert!(read < 5 << 20, "{read} bytes were taken into memory");
}

#[test]
fn a_row_that_is_too_large_is_refused_and_the_next_is_taken() {
    let table = format!("title,text\nA,{}\nB,It is.\n", "x".repeat((1 << 20) + 10));
    assert_eq!(
        shown(table.as_bytes(), "a.csv", &small()),
        ["a.csv#1! it is larger than 1 MB, the most that is taken as one row", "a.csv#2: It is."]
    );
}

#[test]
fn a_line_that_is_too_large_is_refused_and_the_next_is_taken() {
    let limits = Limits { document: 512 << 20, ..small() };
    let lines = |words: &str| format!("{{\"text\":\"One.\"}}\n{{\"text\":\"{words}\"}}\n{{\"text\":\"Three.\"}}\n");
    // The second is larger by a lot, by the one sign that ends it, and not at all.
    for (length, large) in [(3 << 20, true), ((1 << 20) - 11, true), ((1 << 20) - 12, false)] {
        let found = shown(lines(&"x".repeat(length)).as_bytes(), "a.jsonl", &limits);
        assert_eq!((found.len(), found[0].as_str(), found[2].as_str()), (3, "a.jsonl#1: One.", "a.jsonl#3: Three."));
        let refusal = "a.jsonl#2! it is larger than 1 MB, the most that is taken as one line of JSON";
        assert_eq!(found[1] == refusal, large, "{length}");
    }
}

#[test]
fn a_page_of_a_web_archive_that_was_packed_with_zstandard_is_bounded() {
    let answer = |body: &[u8]| {
        let head = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: zstd\r\n\r\n";
        record("response", "http://x.example/", &[head.as_slice(), body].concat())
    };
    assert_eq!(
        shown(&answer(&zstd(&[(b'a', 100 << 20)])), "a.warc", &Limits { document: 512 << 20, ..small() }),
        ["a.warc#http://x.example/! it unpacks to more than 200 times its size, as only a zip bomb does"]
    );
    assert_eq!(shown(&answer(&zstd(&[(b'a', 3)])), "a.warc", &small()), ["a.warc#http://x.example/: aaa"]);
}

#[test]
fn a_field_that_holds_a_list_as_long_as_a_book_is_left_out() {
    let names = vec![format!("\"{}\"", "x".repeat(1 << 20)); 17].join(",");
    let line = format!("{{\"text\":\"It is.\",\"authors\":[{names}],\"n\":[1,2],\"text\":\"No.\"}}");
    let limits = Limits::default();
    for name in ["a.json", "a.jsonl"] {
        let found = all(line.as_bytes(), name, &limits).remove(0).unwrap();
        assert_eq!((found.text.as_str(), found.author), ("No.", None));
    }
    let found = all(br#"{"text":"It is.","authors":["Ann Hale","Ben"]}"#, "a.json", &limits).remove(0).unwrap();
    assert_eq!(found.author.as_deref(), Some("Ann Hale, Ben"));
}
