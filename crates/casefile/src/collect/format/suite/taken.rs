//! What is taken, format by format.

use super::made::{all, docx, gzip, record, shown, tar, zip};
use crate::collect::format::{Format, Limits};

fn check(bytes: &[u8], name: &str, expected: &[&str]) {
    assert_eq!(shown(bytes, name, &Limits::default()), expected);
}

#[test]
fn a_text_is_one_document_byte_for_byte() {
    let found = all("Zürich said no.\n".as_bytes(), "a.txt", &Limits::default()).remove(0).unwrap();
    assert!(found.verbatim);
    assert_eq!((found.format, found.bytes.as_slice()), (Format::Text, found.text.as_bytes()));
}

#[test]
fn two_records_of_one_id_are_both_taken_and_the_second_says_so() {
    let lines = b"{\"id\":7,\"text\":\"She said no.\"}\n{\"id\":7,\"text\":\"He said yes.\"}\n";
    let found = all(lines, "a.jsonl", &Limits::default());
    let notes: Vec<_> = found.into_iter().map(|found| found.unwrap()).map(|found| (found.name, found.notes)).collect();
    assert_eq!(notes[0], ("a.jsonl#7".to_owned(), vec![]));
    assert_eq!(notes[1].0, "a.jsonl#7");
    assert_eq!(notes[1].1, ["an earlier record of the file has the same id"]);
}

#[test]
fn a_number_that_is_an_id_too_is_told_from_an_id_that_comes_twice() {
    let notes = |bytes: &[u8], name: &str| -> Vec<(String, Vec<String>)> {
        let found = all(bytes, name, &Limits::default());
        found.into_iter().map(|found| found.unwrap()).map(|found| (found.name, found.notes)).collect()
    };
    // The second record has the number of the first as its id.
    let found = notes(br#"[{"text":"One."},{"id":1,"text":"Two."},{"id":"x","text":"Three."}]"#, "art.json");
    assert_eq!(found[0], ("art.json#1".to_owned(), vec![]));
    let crossed = "its id is the number of an earlier record of the file that has none, and both have one name";
    assert_eq!(found[1], ("art.json#1".to_owned(), vec![crossed.to_owned()]));
    assert_eq!(found[2], ("art.json#x".to_owned(), vec![]));
    let found = notes(b"id,text\n2,One.\n,Two.\n", "a.csv");
    let crossed = "its number is the id of an earlier record of the file, and both have one name";
    assert_eq!(found, [("a.csv#2".to_owned(), vec![]), ("a.csv#2".to_owned(), vec![crossed.to_owned()])]);
    // Its own number as an id is neither.
    assert!(
        notes(b"{\"id\":1,\"text\":\"One.\"}\n{\"id\":2,\"text\":\"Two.\"}\n", "a.jsonl")
            .iter()
            .all(|(_, notes)| notes.is_empty())
    );
}

#[test]
fn archives_inside_archives_give_their_documents_by_name() {
    let inner = zip(&[("x/one.txt", b"The port is shut."), (".hidden", b"no"), ("two.md", b"# Two\n\nIt **is**.")]);
    let outer = tar(&[("inner.zip", &inner), ("three.txt", b"Nobody knows.")]);
    check(
        &gzip(&outer),
        "all.tgz",
        &[
            "all.tar#inner.zip#x/one.txt: The port is shut.",
            "all.tar#inner.zip#two.md: It is.",
            "all.tar#three.txt: Nobody knows.",
        ],
    );
}

#[test]
fn a_zstandard_stream_of_several_frames_is_read() {
    // Two frames of raw blocks, as the format describes them: magic, one segment, size, block header, bytes.
    let frame = |text: &[u8]| {
        let mut frame = vec![0x28, 0xb5, 0x2f, 0xfd, 0x20, text.len() as u8];
        let header = 1 | (text.len() as u32) << 3;
        frame.extend(&header.to_le_bytes()[..3]);
        frame.extend(text);
        frame
    };
    check(&[frame(b"The port "), frame(b"is shut.")].concat(), "a.txt.zst", &["a.txt: The port is shut."]);
}

#[test]
fn every_message_of_a_mailbox_is_a_document() {
    let mbox = b"From ann@x Sat Feb 16 2030\nFrom: Ann <ann@x.example>\nSubject: One\n\nThe port is shut.\n>From here one sees it.\n\nFrom ben@x Sat Feb 16 2030\nFrom: Ben <ben@x.example>\nSubject: Two\n\nIt is.\n";
    check(mbox, "box", &["box#1: The port is shut./From here one sees it.", "box#2: It is."]);
}

#[test]
fn a_sentence_that_begins_as_a_mail_in_a_mailbox_does_is_one_of_its_mail() {
    let box_of = "From a@x.example Sat\nFrom: a@x.example\nSubject: one\n\nShut.\n\nFrom here the road goes on,\nhe said.\n\n\
                  From b@x.example Sat\nFrom: b@x.example\nSubject: two\n\nIt is.\n\nFrom the start, no.";
    check(
        box_of.as_bytes(),
        "a.mbox",
        &["a.mbox#1: Shut.//From here the road goes on,/he said.", "a.mbox#2: It is.//From the start, no."],
    );
}

#[test]
fn what_is_attached_to_a_mail_is_a_document_of_its_own() {
    let mail = b"From: Ann <ann@x.example>\r\nSubject: See here\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nSee the note.\r\n--x\r\nContent-Type: text/html; name=note.html\r\nContent-Disposition: attachment; filename=note.html\r\n\r\n<p>The port is shut.</p>\r\n--x\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--x--\r\n";
    check(mail, "a.eml", &["a.eml: See the note.", "a.eml#note.html: The port is shut."]);
}

#[test]
fn an_office_document_states_its_title_and_author() {
    let bytes = docx("<w:p><w:r><w:t>The port</w:t></w:r><w:r><w:t xml:space=\"preserve\"> is shut.</w:t></w:r></w:p>");
    let found = all(&bytes, "a.docx", &Limits::default()).remove(0).unwrap();
    assert_eq!((found.format, found.text.as_str()), (Format::Docx, "The port is shut."));
    assert_eq!((found.title.as_deref(), found.author.as_deref()), (Some("Port & quay"), Some("Ann Hale")));
}

#[test]
fn articles_in_json_are_found_wherever_they_stand() {
    check(br#"{"headline":"H","body":"The port is shut."}"#, "a.json", &["a.json: The port is shut."]);
    check(
        br#"{"total":2,"articles":[{"id":"k7","text":"One."},{"text":"<p>Two.</p><p>Three.</p>"}]}"#,
        "a.json",
        &["a.json#k7: One.", "a.json#2: Two.//Three."],
    );
    check(
        b"[{\"text\":\"One.\"},{\"title\":\"no text\"}]",
        "a.json",
        &[
            "a.json#1: One.",
            "a.json#2! it cannot be read as JSON of an article: it has no field with a text: text, body, content, html",
        ],
    );
    let lines = b"{\"text\":\"One.\",\"published_at\":\"2030-02-16T09:00:00Z\",\"source\":{\"name\":\"Courier\"}}\n\n{\"text\":3\n{\"text\":\"Two.\"}\n";
    let found = all(lines, "a.jsonl", &Limits::default());
    assert_eq!(found.len(), 3);
    let first = found[0].as_ref().unwrap();
    assert_eq!(first.date.unwrap().to_string(), "2030-02-16T09:00Z");
    assert_eq!(first.outlet.as_deref(), Some("Courier"));
    assert!(
        found[1].as_ref().unwrap_err().to_string().starts_with("a.jsonl#3: it cannot be read as JSON of an article: ")
    );
    assert_eq!(found[2].as_ref().unwrap().name, "a.jsonl#4");
}

#[test]
fn articles_behind_each_other_are_found_however_long_the_first_is_and_over_however_many_lines() {
    let long = "It is. ".repeat(4000);
    for name in ["-", "a.json", "a.jsonl"] {
        let found = shown(
            format!("{{\"text\":\"{long}\"}}\n{{bad\n{{\"text\":\"Two.\"}}\n").as_bytes(),
            name,
            &Limits::default(),
        );
        assert_eq!((found.len(), found[0].len() > 20_000), (3, true), "{name}");
        assert!(found[1].starts_with(&format!("{name}#2! it cannot be read as JSON of an article: ")), "{}", found[1]);
        assert_eq!(found[2], format!("{name}#3: Two."));
    }
    check(
        b"{\n \"text\": \"One.\"\n}\n{\n \"text\": \"Two.\"\n} {\"id\":\"x\",\"text\":\"Three.\"}",
        "a.json",
        &["a.json#1: One.", "a.json#2: Two.", "a.json#x: Three."],
    );
    let cut = shown(b"{\n\"text\":\"One.\"}\n{\n\"text\":\"Tw", "a.json", &Limits::default());
    assert_eq!((cut.len(), cut[0].as_str()), (2, "a.json#1: One."));
    assert!(cut[1].starts_with("a.json! it cannot be read as JSON to its end: "), "{}", cut[1]);
}

#[test]
fn every_row_of_a_table_is_a_document_kept_as_it_stood() {
    let table =
        "\u{feff}date;title;text\n2030-02-16;Port;\"The port;\nis shut.\"\n2030-02-17;Quay;\"He said \"\"no\"\".\"\n";
    let found = all(table.as_bytes(), "a.csv", &Limits::default());
    let first = found[0].as_ref().unwrap();
    assert_eq!((first.name.as_str(), first.text.as_str()), ("a.csv#1", "The port;\nis shut."));
    assert_eq!(first.date.unwrap().to_string(), "2030-02-16");
    assert_eq!(String::from_utf8_lossy(&first.bytes), "date;title;text\n2030-02-16;Port;\"The port;\nis shut.\"\n");
    assert_eq!(found[1].as_ref().unwrap().text, "He said \"no\".");
}

#[test]
fn a_web_archive_gives_the_pages_that_were_answered() {
    let page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n<p>The po\r\nf\r\nrt is shut.</p>\r\n\r\n0\r\n\r\n";
    let packed =
        [&b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"[..], &gzip(b"<p>It is.</p>")]
            .concat();
    let archive = [
        record("warcinfo", "x", b"software: none"),
        record("request", "https://www.courier.example/1", b"GET / HTTP/1.1\r\n\r\n"),
        record("response", "https://www.courier.example/1", page),
        record("response", "https://www.courier.example/2", &packed),
        record("response", "https://www.courier.example/gone", b"HTTP/1.1 404 Not Found\r\n\r\nNothing."),
        record(
            "response",
            "https://www.courier.example/a.png",
            b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG",
        ),
    ]
    .concat();
    let expected =
        ["a.warc#https://www.courier.example/1: The port is shut.", "a.warc#https://www.courier.example/2: It is."];
    check(&archive, "a.warc", &expected);
    check(&gzip(&archive), "a.warc.gz", &expected);
    let found = all(&archive, "a.warc", &Limits::default()).remove(0).unwrap();
    assert_eq!(found.outlet.as_deref(), Some("courier.example"));
    assert_eq!(found.url.as_deref(), Some("https://www.courier.example/1"));
}

#[test]
fn an_archive_as_large_as_may_be_is_read_record_by_record() {
    /// Gives the same record over and over, without ever holding them all.
    struct Endless {
        record: Vec<u8>,
        at: usize,
        left: usize,
    }
    impl std::io::Read for Endless {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            if self.at == self.record.len() {
                self.at = 0;
                self.left = self.left.saturating_sub(1);
            }
            if self.left == 0 {
                return Ok(0);
            }
            let count = buffer.len().min(self.record.len() - self.at);
            buffer[..count].copy_from_slice(&self.record[self.at..self.at + count]);
            self.at += count;
            Ok(count)
        }
    }
    let text = "The port is shut. ".repeat(4000);
    let content = format!("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n{text}");
    let record = record("response", "http://x.example/", content.as_bytes());
    let mut count = 0;
    // No document may be larger than one of these, so that whoever held two would be told.
    let limits = Limits { document: 100_000, ..Limits::default() };
    let source = Endless { record, at: 0, left: 500 };
    let _ = crate::collect::format::documents(source, "a.warc", None, &limits, &mut |found| {
        assert_eq!(found.unwrap().text.len(), text.len());
        count += 1;
        std::ops::ControlFlow::Continue(())
    });
    assert_eq!(count, 500);
}

#[test]
fn whoever_has_enough_is_given_no_more() {
    let archive = tar(&[("1.txt", b"One."), ("2.txt", b"Two."), ("3.txt", b"Three.")]);
    let mut count = 0;
    let flow = crate::collect::format::documents(archive.as_slice(), "a.tar", None, &Limits::default(), &mut |_| {
        count += 1;
        if count == 2 { std::ops::ControlFlow::Break(()) } else { std::ops::ControlFlow::Continue(()) }
    });
    assert_eq!((count, flow), (2, std::ops::ControlFlow::Break(())));
}

#[test]
fn a_table_that_tells_a_spreadsheet_its_delimiter_is_read_with_it() {
    check(b"sep=;\r\ntitle;text\r\nA, B;He said no.\r\n", "a.csv", &["a.csv#1: He said no."]);
}

#[test]
fn a_short_cell_is_in_the_encoding_of_its_row() {
    // "Порт" and "Министр сказал что порт закрыт." in windows-1251.
    let title = b"\xcf\xee\xf0\xf2";
    let text = b"\xcc\xe8\xed\xe8\xf1\xf2\xf0 \xf1\xea\xe0\xe7\xe0\xeb \xf7\xf2\xee \xef\xee\xf0\xf2 \xe7\xe0\xea\xf0\xfb\xf2.";
    let table = [b"title,text\n".as_slice(), title, b",", text, b"\n"].concat();
    let found = all(&table, "a.csv", &Limits::default()).remove(0).unwrap();
    assert_eq!((found.title.as_deref(), found.text.trim()), (Some("Порт"), "Министр сказал что порт закрыт."));
}

#[test]
fn a_date_that_cannot_be_told_for_sure_is_not_lost_in_silence() {
    let found = all(b"title,text,date\nA,He said no.,02/03/2023\nB,Yes.,2023-03-02\n", "a.csv", &Limits::default());
    let noted: Vec<_> =
        found.into_iter().map(|found| found.unwrap()).map(|found| (found.date.is_some(), found.notes)).collect();
    let note = "its date \"02/03/2023\" is none that is read for sure; state it if it is known".to_owned();
    assert_eq!(noted, [(false, vec![note]), (true, Vec::new())]);
}

#[test]
fn a_page_with_curly_quotes_is_read_to_its_end() {
    let page = "<html><head><title>Depot shut</title></head><body><article><h1>Depot shut</h1>\
        <p>\u{201c}The depot is <b>shut</b>,\u{201d} a clerk said on Friday of the yard behind the harbour, which had been open \
        since spring.</p><p>\u{201c}Nothing was loaded,\u{201d} she said, and the wagons stood where they had stood on Monday, as \
        two drivers also said.</p></article><script type=\"application/ld+json\">//<![CDATA[\n{\"@type\":\"NewsArticle\",\
        \"headline\":\"Depot shut\",\"datePublished\":\"2030-02-17\",\"publisher\":{\"name\":\"The Courier\"}}\n//]]></script>\
        </body></html>";
    let found = all(page.as_bytes(), "a.html", &Limits::default()).remove(0).unwrap();
    assert!(!found.text.contains('<'), "{}", found.text);
    for words in ["\u{201c}The depot is shut,\u{201d} a clerk said", "\n\n\u{201c}Nothing was loaded,\u{201d} she said"]
    {
        assert!(found.text.contains(words), "{}", found.text);
    }
    assert_eq!(found.outlet.as_deref(), Some("The Courier"));
    assert_eq!(found.date.unwrap().to_string(), "2030-02-17");
}

#[test]
fn notes_of_an_office_document_stand_behind_its_text() {
    let part = |words: &str| format!("<w:x xmlns:w=\"w\"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:x>");
    let (body, notes) = (part("The port was shut, a clerk said."), part("The clerk denied it later."));
    let bytes = zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", body.as_bytes()),
        ("word/footnotes.xml", notes.as_bytes()),
    ]);
    let found = all(&bytes, "a.docx", &Limits::default()).remove(0).unwrap();
    assert_eq!(found.text, "The port was shut, a clerk said.\n\nThe clerk denied it later.");
}
