//! Files in UTF-16, as spreadsheets and old programs write them.

use super::made::{all, shown};
use crate::collect::format::Limits;

/// A text in UTF-16, with or without its mark, either end first.
fn wide(text: &str) -> [Vec<u8>; 4] {
    [(true, true), (false, true), (true, false), (false, false)].map(|(mark, little)| {
        let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
        units.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    })
}

fn check(text: &str, name: &str, expected: &[&str]) {
    for bytes in wide(text) {
        assert_eq!(shown(&bytes, name, &Limits::default()), expected, "{name} {:?}", &bytes[..8]);
    }
}

#[test]
fn a_text_of_plain_letters_is_one() {
    check("The port is shut.\r\n", "a.txt", &["a.txt: The port is shut."]);
    check("<html><p>The port is shut, he said.</p></html>", "a", &["a: The port is shut, he said."]);
}

#[test]
fn a_table_is_one_with_its_rows() {
    let table = "title\ttext\tsource\r\nQuay\tZoë said „no”.\tCourier\r\nPort\t\"It\tis.\"\tPost\r\n";
    check(table, "a.csv", &["a.csv#1: Zoë said „no”.", "a.csv#2: It\tis."]);
    // What is kept of a row is a table in UTF-8, and reads the same.
    let first = all(&wide(table)[0], "a.csv", &Limits::default()).remove(0).unwrap();
    let again = all(&first.bytes, "a.csv", &Limits::default()).remove(0).unwrap();
    assert_eq!((again.text, again.outlet), (first.text, first.outlet));
    check("text,title\nIt is.,Port\n", "told-by-its-first-line", &["told-by-its-first-line#1: It is."]);
}

#[test]
fn lines_of_json_are_articles() {
    check(
        "{\"text\":\"Zoë said no.\"}\n{\"id\":\"k\",\"text\":\"東京 said yes.\"}\n",
        "a.jsonl",
        &["a.jsonl#1: Zoë said no.", "a.jsonl#k: 東京 said yes."],
    );
    check("[{\"text\":\"One.\"}]", "a.json", &["a.json#1: One."]);
}

#[test]
fn mails_and_mailboxes_are_read() {
    let mail = "From: Ann <ann@x.example>\nSubject: One\n\nThe port is shut.\n";
    check(mail, "a.eml", &["a.eml: The port is shut."]);
    check(&format!("From ann@x Sat Feb 16 2030\n{mail}"), "box", &["box#1: The port is shut."]);
}

#[test]
fn half_a_character_in_a_table_is_named_and_the_rows_before_it_are_taken() {
    let row = format!("A,{}\n", "It is. ".repeat(2000));
    let mut bytes = wide(&format!("title,text\n{row}{row}"))[0].clone();
    bytes.extend([0x34, 0xd8, b'x', 0]);
    let found = shown(&bytes, "a.csv", &Limits::default());
    assert!(found[0].starts_with("a.csv#1: It is."), "{found:?}");
    let place = bytes.len() - 4;
    assert_eq!(
        found.last().unwrap(),
        &format!("a.csv! it is not UTF-16LE: the byte 0x34 at offset {place} cannot be read")
    );
}

#[test]
fn a_key_in_utf_16_is_a_key() {
    check("-----BEGIN PRIVATE KEY-----\nabc\n", "key", &["key! it is a private key, which is never taken into a case"]);
}
