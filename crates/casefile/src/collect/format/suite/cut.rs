//! What breaks off, and what has something behind its end: what is whole is given, and what is not is said to be so.

use super::made::{all, gzip, record, shown, tar, zstd};
use crate::collect::format::Limits;

fn check(bytes: &[u8], name: &str, expected: &[&str]) {
    assert_eq!(shown(bytes, name, &Limits::default()), expected, "{name}");
}

#[test]
fn a_tar_archive_that_breaks_off_inside_a_member_does_not_give_half_of_it() {
    let text = "The port is shut. ".repeat(100);
    let archive = tar(&[("1.txt", b"It is."), ("2.txt", text.as_bytes()), ("3.txt", b"No.")]);
    check(
        &archive[..2048 + 100],
        "a.tar",
        &["a.tar#1.txt: It is.", "a.tar#2.txt! it cannot be read as a tar archive: it breaks off inside a member"],
    );
}

#[test]
fn a_table_in_a_tar_archive_that_breaks_off_gives_the_rows_that_are_whole() {
    let row = format!("A,{}\n", "The port is shut. ".repeat(1000));
    let archive = tar(&[("a.csv", format!("title,text\n{row}{row}{row}").as_bytes())]);
    let found = shown(&archive[..512 + 40_000], "a.tar", &Limits::default());
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found[0].starts_with("a.tar#a.csv#1: The port") && found[1].starts_with("a.tar#a.csv#2: The port"));
    assert_eq!(found[2], "a.tar#a.csv! it cannot be read as a tar archive: it breaks off inside a member");
}

#[test]
fn a_web_archive_that_breaks_off_inside_a_page_does_not_give_half_of_it() {
    let page = format!("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n{}", "The port is shut. ".repeat(1000));
    let whole = record("response", "http://x.example/1", b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nIt is.");
    let half = record("response", "http://x.example/2", page.as_bytes());
    check(
        &[&whole, &half[..half.len() - 5000]].concat(),
        "a.warc",
        &[
            "a.warc#http://x.example/1: It is.",
            "a.warc#http://x.example/2! it cannot be read as a WARC: it breaks off inside a record",
        ],
    );
}

#[test]
fn a_page_whose_chunks_break_off_is_refused_and_the_next_is_taken() {
    let answer = |body: &str| format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{body}");
    let archive = [
        record("response", "http://x.example/1", answer("11\r\nThe port").as_bytes()),
        record("response", "http://x.example/2", answer("4\r\nThe \r\nport\r\n").as_bytes()),
        // The last chunk is often left out; and what only looks like one is words.
        record("response", "http://x.example/3", answer("11\r\nThe port is shut.\r\n").as_bytes()),
        record("response", "http://x.example/4", answer("A port is shut.\r\nIt is.").as_bytes()),
    ]
    .concat();
    check(
        &archive,
        "a.warc",
        &[
            "a.warc#http://x.example/1! it cannot be read as an answer of a web server: it breaks off inside a chunk",
            "a.warc#http://x.example/2! it cannot be read as an answer of a web server: a chunk of it does not say how long it is",
            "a.warc#http://x.example/3: The port is shut.",
            "a.warc#http://x.example/4: A port is shut.\r/It is.",
        ],
    );
}

#[test]
fn a_page_of_which_a_crawler_kept_the_beginning_is_given_and_says_so() {
    let page =
        record("response", "http://x.example/", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n11\r\nThe port");
    let page = String::from_utf8(page).unwrap().replacen("\r\n", "\r\nWARC-Truncated: length\r\n", 1);
    let next = record("response", "http://y.example/", b"HTTP/1.1 200 OK\r\n\r\nIt is.");
    let found = all(&[page.as_bytes(), &next].concat(), "a.warc", &Limits::default());
    let first = found[0].as_ref().unwrap();
    assert_eq!(first.text, "The port");
    assert_eq!(first.notes, ["the web archive holds only its beginning (WARC-Truncated: \"length\")"]);
    assert!(found[1].as_ref().unwrap().notes.is_empty());
}

#[test]
fn a_list_of_articles_that_breaks_off_gives_those_that_are_whole() {
    check(
        b"[{\"text\":\"It is.\"},{\"text\":\"No",
        "a.json",
        &["a.json#1: It is.", "a.json! it cannot be read as JSON: EOF while parsing a string at line 1 column 30"],
    );
    let limits = Limits { documents: 1, ..Limits::default() };
    assert_eq!(
        shown(b"[{\"text\":\"It is.\"},{\"text\":\"No.\"}]", "a.json", &limits),
        ["a.json#1: It is.", "a.json! it holds more than 1 documents"]
    );
}

#[test]
fn zeros_behind_a_packed_file_are_what_a_tape_leaves() {
    let padded = [gzip(b"The port "), gzip(b"is shut."), vec![0; 20_000]].concat();
    check(&padded, "a.txt.gz", &["a.txt: The port is shut."]);
    // They may stand between two parts too.
    let apart = [gzip(b"The port "), vec![0; 512], gzip(b"is shut.")].concat();
    check(&apart, "a.txt.gz", &["a.txt: The port is shut."]);
    check(&[zstd(&[(b'a', 3)]), vec![0; 512]].concat(), "a.txt.zst", &["a.txt: aaa"]);
}

#[test]
fn what_stands_behind_a_packed_file_costs_nothing_of_it_and_is_named() {
    let end = "to its end: something else stands behind it; what stands before that was read";
    check(
        &[gzip(b"The port is shut."), b"-- signed --".to_vec()].concat(),
        "a.txt.gz",
        &["a.txt: The port is shut.", &format!("a.txt.gz! it cannot be read as gzip {end}")],
    );
    check(
        &[zstd(&[(b'a', 3)]), b"-- signed --".to_vec()].concat(),
        "a.txt.zst",
        &["a.txt: aaa", &format!("a.txt.zst! it cannot be read as Zstandard {end}")],
    );
    let archive = tar(&[("a.txt.gz", &[gzip(b"It is."), b"x".to_vec()].concat()), ("b.txt", b"No.")]);
    check(
        &archive,
        "a.tar",
        &["a.tar#a.txt: It is.", &format!("a.tar#a.txt.gz! it cannot be read as gzip {end}"), "a.tar#b.txt: No."],
    );
}

#[test]
fn a_packed_file_that_breaks_off_is_refused() {
    let packed = gzip("The port is shut, and nobody knows why. ".repeat(40).as_bytes());
    let found = shown(&packed[..packed.len() - 12], "a.txt.gz", &Limits::default());
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("a.txt.gz! it could not be read to its end"), "{found:?}");
}

#[test]
fn a_frame_of_zstandard_that_holds_a_table_is_passed_over() {
    let table = [&[0x5e, 0x2a, 0x4d, 0x18, 5, 0, 0, 0][..], b"table"].concat();
    check(&[zstd(&[(b'a', 3)]), table.clone(), zstd(&[(b'b', 3)]), table].concat(), "a.txt.zst", &["a.txt: aaabbb"]);
}

#[test]
fn a_quote_that_is_never_closed_says_how_much_it_took() {
    let table = b"title,text\nA,The port is shut.\nB,\"It is.\nC,No.\nD,Yes.\n";
    check(
        table,
        "a.csv",
        &[
            "a.csv#1: The port is shut.",
            "a.csv#2: It is./C,No./D,Yes.",
            "a.csv! it cannot be read as CSV to its end: row 2 opens a quote that is never closed, and the 2 lines behind it were taken for a part of it",
        ],
    );
    let second = all(table, "a.csv", &Limits::default()).remove(1).unwrap();
    assert_eq!(second.notes, ["a quote is never closed: all that follows it was taken for a part of this row"]);
    check(
        b"title,text\nA,\"The port",
        "a.csv",
        &[
            "a.csv#1: The port",
            "a.csv! it cannot be read as CSV to its end: row 1 opens a quote that is never closed, and the table may break off there",
        ],
    );
    check(
        b"\"title,text\nA,The port is shut.\n",
        "a.csv",
        &["a.csv! it cannot be read as CSV: its first line opens a quote that is never closed"],
    );
}

#[test]
fn a_quote_that_the_next_row_closes_is_noted() {
    let found = all(b"title,text\nA,\"It is.\nB,\"No.\"\nC,Yes.\n", "a.csv", &Limits::default());
    let first = found[0].as_ref().unwrap();
    assert_eq!(first.notes, ["a quote ends inside a cell: rows may have been taken for a part of this one"]);
    assert_eq!(found[1].as_ref().unwrap().text, "Yes.");
    // Inches and seconds are no quotes.
    let found = all(b"title,text\n5\" pipe,A 5\" pipe burst.\n", "a.csv", &Limits::default());
    assert!(found[0].as_ref().unwrap().notes.is_empty());
}

#[test]
fn a_record_of_a_web_archive_that_lost_its_head_costs_nothing_of_the_next() {
    let page =
        |address: &str| record("response", address, b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Shut.");
    let junk = b"what somebody put\r\nin between\r\n\r\n".to_vec();
    check(
        &[page("http://x.example/a"), junk, page("http://x.example/b")].concat(),
        "a.warc",
        &[
            "a.warc#http://x.example/a: Shut.",
            "a.warc! it cannot be read as a WARC: a record does not begin with its version, and is passed over",
            "a.warc#http://x.example/b: Shut.",
        ],
    );
    let headless = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nx\r\n\r\n".to_vec();
    check(
        &[headless, page("http://x.example/b")].concat(),
        "a.warc",
        &[
            "a.warc! it cannot be read as a WARC: a record does not say how long it is, and is passed over",
            "a.warc#http://x.example/b: Shut.",
        ],
    );
}

#[test]
fn a_text_that_breaks_off_inside_a_character_is_read_and_says_so() {
    let found = all(b"She said \xe2\x80\x9cno\xe2\x80", "a.txt", &Limits::default()).remove(0).unwrap();
    assert_eq!(found.text, "She said “no\u{fffd}");
    assert_eq!(found.notes, ["1 character of it could not be read, here or before: \u{fffd} stands there"]);
}
