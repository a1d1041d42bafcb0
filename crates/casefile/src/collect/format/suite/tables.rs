//! Parquet tables of articles.

use std::sync::Arc;

use parquet::data_type::{ByteArray, ByteArrayType, Int32Type, Int64Type};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;

use super::made::{all, shown};
use crate::collect::format::Limits;

/// A table of two articles and a row without words.
fn table(text: &str) -> Vec<u8> {
    let schema = format!(
        "message articles {{
            OPTIONAL BYTE_ARRAY {text} (UTF8);
            REQUIRED BYTE_ARRAY source (UTF8);
            REQUIRED INT32 published (DATE);
            REQUIRED INT64 time (TIMESTAMP_MILLIS);
            REQUIRED INT64 clicks;
        }}"
    );
    let schema = Arc::new(parse_message_type(&schema).unwrap());
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(WriterProperties::new())).unwrap();
    let mut group = writer.next_row_group().unwrap();
    let words = |all: &[&str]| all.iter().map(|text| ByteArray::from(*text)).collect::<Vec<_>>();
    let mut column = group.next_column().unwrap().unwrap();
    let texts = words(&["The clerk said no.", "Zoë said yes."]);
    column.typed::<ByteArrayType>().write_batch(&texts, Some(&[1, 0, 1]), None).unwrap();
    column.close().unwrap();
    let mut column = group.next_column().unwrap().unwrap();
    column.typed::<ByteArrayType>().write_batch(&words(&["Vessia Post", "x", "Asher Courier"]), None, None).unwrap();
    column.close().unwrap();
    let mut column = group.next_column().unwrap().unwrap();
    column.typed::<Int32Type>().write_batch(&[21_962, 21_963, 21_964], None, None).unwrap();
    column.close().unwrap();
    for _ in 0..2 {
        let mut column = group.next_column().unwrap().unwrap();
        column.typed::<Int64Type>().write_batch(&[1, 2, 3], None, None).unwrap();
        column.close().unwrap();
    }
    group.close().unwrap();
    writer.into_inner().unwrap()
}

#[test]
fn a_row_is_an_article_by_the_names_of_its_columns() {
    assert_eq!(
        shown(&table("body"), "a.parquet", &Limits::default()),
        [
            "a.parquet#1: The clerk said no.",
            "a.parquet#2! it cannot be read as a row of articles: it has no field with a text: text, body, content, html",
            "a.parquet#3: Zoë said yes.",
        ]
    );
    let first = all(&table("body"), "a.parquet", &Limits::default()).remove(0).unwrap();
    assert_eq!(first.outlet.as_deref(), Some("Vessia Post"));
    assert_eq!(first.date.unwrap().to_string(), "2030-02-17");
}

#[test]
fn what_is_kept_of_a_row_is_read_as_the_same_article_again() {
    let first = all(&table("text"), "a.parquet", &Limits::default()).remove(0).unwrap();
    let kept = String::from_utf8(first.bytes.clone()).unwrap();
    assert!(!kept.contains("clicks"), "a column that is not read is not kept: {kept}");
    let again = all(&first.bytes, "a.json", &Limits::default()).remove(0).unwrap();
    assert_eq!((again.text, again.date, again.outlet), (first.text, first.date, first.outlet));
}

#[test]
fn a_table_without_texts_says_so() {
    assert_eq!(
        shown(&table("remark"), "a.parquet", &Limits::default()),
        [
            "a.parquet! it cannot be read as a Parquet table of articles: it has no column with a text: text, body, content, html"
        ]
    );
}

#[test]
fn a_broken_table_is_refused_and_stops_nothing() {
    let whole = table("text");
    for end in (8..whole.len()).step_by(41) {
        assert!(all(&whole[..end], "a.parquet", &Limits::default()).iter().all(Result::is_err));
    }
    for at in (4..whole.len()).step_by(7) {
        let mut broken = whole.clone();
        broken[at] ^= 0x55;
        let limits = Limits { documents: 100, ..Limits::default() };
        let _ = all(&broken, "a.parquet", &limits);
    }
}
