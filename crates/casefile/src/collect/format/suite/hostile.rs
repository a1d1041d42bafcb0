//! What is refused, and that the rest is taken all the same.

use super::made::{docx, gzip, record, shown, tar, zip, zstd};
use crate::collect::format::Limits;

fn check(bytes: &[u8], name: &str, expected: &[&str]) {
    assert_eq!(shown(bytes, name, &Limits::default()), expected);
}

#[test]
fn a_zip_bomb_is_refused_and_its_neighbour_is_taken() {
    let zeros = vec![b' '; 40 << 20];
    let limits = Limits { slack: 1 << 20, ..Limits::default() };
    assert_eq!(
        shown(&zip(&[("bomb.txt", &zeros), ("b.txt", b"The port is shut.")]), "a.zip", &limits),
        [
            "a.zip#bomb.txt! it unpacks to more than 200 times its size, as only a zip bomb does",
            "a.zip#b.txt: The port is shut."
        ]
    );
    assert_eq!(
        shown(&gzip(&zeros), "a.txt.gz", &limits),
        ["a.txt.gz! it unpacks to more than 200 times its size, as only a zip bomb does"]
    );
}

#[test]
fn what_unpacks_to_more_than_may_be_ends_the_whole_file() {
    let limits = Limits { unpacked: 1 << 20, ..Limits::default() };
    let text = "Port. ".repeat(100_000);
    let members: Vec<(String, &[u8])> = (0..5).map(|at| (format!("{at}.txt"), text.as_bytes())).collect();
    let members: Vec<(&str, &[u8])> = members.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let found = shown(&zip(&members), "a.zip", &limits);
    assert_eq!(found.len(), 2);
    assert_eq!(found[1], "a.zip! it unpacks to more than 1 MB in all");
}

#[test]
fn archives_are_opened_to_a_depth() {
    let mut bytes = zip(&[("a.txt", b"The port is shut.")]);
    for _ in 0..3 {
        bytes = zip(&[("in.zip", &bytes), ("b.txt", b"It is.")]);
    }
    let found = shown(&bytes, "a.zip", &Limits { depth: 2, ..Limits::default() });
    assert_eq!(
        found,
        [
            "a.zip#in.zip#in.zip! it is an archive inside 2 others, and no deeper one is opened",
            "a.zip#in.zip#b.txt: It is.",
            "a.zip#b.txt: It is."
        ]
    );
}

#[test]
fn names_that_lead_out_of_an_archive_are_refused() {
    let members: [(&str, &[u8]); 4] =
        [("../../up.txt", b"x"), ("/etc/passwd", b"x"), ("a/../../b", b"x"), ("ok.txt", b"The port is shut.")];
    for (bytes, name) in [(zip(&members), "a.zip"), (tar(&members), "a.tar")] {
        check(
            &bytes,
            name,
            &[
                &format!("{name}#../../up.txt! its name leads out of the archive: it climbs with `..`"),
                &format!("{name}#/etc/passwd! its name leads out of the archive: it is absolute"),
                &format!("{name}#a/../../b! its name leads out of the archive: it climbs with `..`"),
                &format!("{name}#ok.txt: The port is shut."),
            ],
        );
    }
}

#[test]
fn links_and_devices_in_an_archive_are_refused() {
    let mut archive = ::tar::Builder::new(Vec::new());
    for (name, kind) in
        [("link", ::tar::EntryType::Symlink), ("hard", ::tar::EntryType::Link), ("pipe", ::tar::EntryType::Fifo)]
    {
        let mut header = ::tar::Header::new_ustar();
        header.set_entry_type(kind);
        header.set_path(name).unwrap();
        if kind != ::tar::EntryType::Fifo {
            header.set_link_name("/etc/passwd").unwrap();
        }
        header.set_size(0);
        header.set_cksum();
        archive.append(&header, &b""[..]).unwrap();
    }
    check(
        &archive.into_inner().unwrap(),
        "a.tar",
        &[
            "a.tar#link! its name leads out of the archive: it is a link",
            "a.tar#hard! its name leads out of the archive: it is a link",
            "a.tar#pipe! it is a device or a pipe, and not a file",
        ],
    );
}

#[test]
fn files_that_are_broken_say_so_and_never_stop_the_program() {
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let whole: [(&str, Vec<u8>); 12] = [
        ("a.zip", zip(&[("a.txt", b"The port is shut.")])),
        ("a.tar", tar(&[("a.txt", b"The port is shut.")])),
        ("a.gz", gzip(b"The port is shut.")),
        (
            "a.warc",
            record("response", "http://x.example/", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x</p>"),
        ),
        ("a.docx", docx("<w:p><w:r><w:t>The port is shut.</w:t></w:r></w:p>")),
        ("a.zst", zstd(&[(b'a', 300), (b'b', 3)])),
        ("wide.csv", wide("title,text\nA,\"The port\"\n")),
        ("wide.jsonl", wide("{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n")),
        ("a.json", br#"{"articles":[{"text":"One."},{"text":"Two."}]}"#.to_vec()),
        ("a.csv", b"title,text\nA,\"The port\"\n".to_vec()),
        (
            "a.xml",
            b"<?xml version=\"1.0\"?><rss><channel><item><description>Shut.</description></item></channel></rss>"
                .to_vec(),
        ),
        (
            "a.eml",
            b"From: a@x.example\nSubject: y\nContent-Type: multipart/mixed; boundary=z\n\n--z\n\nShut.\n--z--\n"
                .to_vec(),
        ),
    ];
    for (name, bytes) in whole {
        assert!(!shown(&bytes, name, &Limits::default()).is_empty(), "{name}");
        for end in 0..bytes.len() {
            let _ = shown(&bytes[..end], name, &Limits::default());
        }
        for at in 0..bytes.len() {
            let mut wrong = bytes.clone();
            wrong[at] ^= 0x55;
            let _ = shown(&wrong, name, &Limits::default());
        }
    }
}

#[test]
fn bad_files_are_named_with_their_reason() {
    check(b"\x89PNG\r\n\x1a\n\0", "a.png", &["a.png! it is not text: a PNG picture"]);
    check(b"ab\0cd", "a.txt", &["a.txt! it is not text: it holds a zero byte at offset 2"]);
    check(b"", "a.json", &["a.json: "]);
    check(br#"{"text": ""}"#, "a.json", &["a.json: "]);
    check(
        b"{\"text\": ",
        "a.json",
        &["a.json! it cannot be read as JSON: EOF while parsing a value at line 1 column 8"],
    );
    check(
        b"title,note\nA,B\n",
        "a.csv",
        &[
            "a.csv! it cannot be read as CSV of articles: its first line names no column with a text: text, body, content, html",
        ],
    );
    check(b"title,text\n", "a.csv", &["a.csv! there are no words in it: a table without rows"]);
    check(b"[]", "a.json", &["a.json! there are no words in it: an empty list"]);
    check(
        b"WARC/1.0\r\nContent-Length: 99\r\n\r\nabc",
        "a.warc",
        &["a.warc! it cannot be read as a WARC: it breaks off inside a record"],
    );
    check(
        b"WARC/1.0\r\nx: y\r\n\r\n",
        "a.warc",
        &["a.warc! it cannot be read as a WARC: a record does not say how long it is, and is passed over"],
    );
    check(b"<rss><channel></channel></rss>", "a.xml", &["a.xml! there are no words in it: a feed without entries"]);
    let found = shown(b"PK\x03\x04 and no more", "a.zip", &Limits::default());
    assert!(found[0].starts_with("a.zip! it cannot be read as a ZIP archive: "), "{found:?}");
    check(&zip(&[("xl/workbook.xml", b"<x/>")]), "a.xlsx", &["a.xlsx! it is not text: a spreadsheet (XLSX)"]);
    check(b"-----BEGIN PRIVATE KEY-----\nx", "key", &["key! it is a private key, which is never taken into a case"]);
}

#[test]
fn what_is_larger_than_is_taken_is_refused() {
    let limits = Limits { document: 1 << 20, page: 1 << 20, documents: 2, ..Limits::default() };
    let large = "word ".repeat(300_000);
    assert_eq!(
        shown(large.as_bytes(), "a.txt", &limits),
        ["a.txt! it is larger than 1 MB, the most that is taken as one document"]
    );
    let page = format!("<p>{large}");
    assert_eq!(
        shown(page.as_bytes(), "a.html", &limits),
        ["a.html! it is larger than 1 MB, the most that is taken as one page"]
    );
    let found = shown(b"title,text\na,One.\nb,Two.\nc,Three.\n", "a.csv", &limits);
    assert_eq!(found.last().unwrap(), "a.csv! it holds more than 2 documents");
}

#[test]
fn a_locked_archive_names_its_members() {
    // A ZIP whose one member has the bit of encryption set.
    let mut bytes = zip(&[("a.txt", b"The port is shut.")]);
    bytes[6] |= 1;
    let directory = bytes.windows(4).position(|part| part == b"PK\x01\x02").unwrap();
    bytes[directory + 8] |= 1;
    check(&bytes, "a.zip", &["a.zip#a.txt! it is a member of a ZIP archive that opens with a password"]);
}

#[test]
fn an_archive_without_a_document_says_so() {
    let crawl = record("warcinfo", "x", b"software: a crawler");
    for (bytes, name) in [
        (zip(&[]), "a.zip"),
        (zip(&[(".hidden", b"x")]), "a.zip"),
        (tar(&[(".hidden", b"x")]), "a.tar"),
        (crawl, "a.warc"),
    ] {
        let expected = format!("{name}! there are no words in it: an archive in which nothing is a document");
        check(&bytes, name, &[&expected]);
    }
}

#[test]
fn a_member_that_is_packed_in_another_way_is_named_with_it() {
    let mut bytes = zip(&[("a.txt", b"The port is shut."), ("b.txt", b"It is.")]);
    // The way of the first is bzip2, in its own head and in the list of members.
    bytes[8] = 12;
    let list = bytes.windows(4).position(|part| part == b"PK\x01\x02").unwrap();
    bytes[list + 10] = 12;
    check(
        &bytes,
        "a.zip",
        &[
            "a.zip#a.txt! it cannot be read as a member of a ZIP archive: it is packed with Bzip2, and only Deflate and none are read",
            "a.zip#b.txt: It is.",
        ],
    );
}

#[test]
fn a_member_that_another_of_its_name_hides_is_told_of() {
    let mut bytes = zip(&[("a.txt", b"The port is shut."), ("b.txt", b"It is.")]);
    for at in 0..bytes.len() - 5 {
        if &bytes[at..at + 5] == b"b.txt" {
            bytes[at] = b'a';
        }
    }
    check(
        &bytes,
        "a.zip",
        &[
            "a.zip#a.txt: It is.",
            "a.zip! it cannot be read as the whole of a ZIP archive: 1 of its members have the name of a later one, and were not read",
        ],
    );
}

#[test]
fn an_office_document_without_its_main_part_is_not_taken_for_an_archive() {
    check(
        &zip(&[("[Content_Types].xml", b"<Types/>"), ("word/styles.xml", b"<w/>")]),
        "a.docx",
        &["a.docx! it cannot be read as an office document: its main part, word/document.xml, is missing"],
    );
    let body = "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>Shut.</w:t></w:r></w:p></w:body></w:document>";
    check(
        &zip(&[("[Content_Types].xml", b"<Types/>"), ("word/document2.xml", body.as_bytes())]),
        "a.docx",
        &["a.docx: Shut."],
    );
}
