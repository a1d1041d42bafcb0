//! Parquet tables of articles.

use std::sync::Arc;

use parquet::basic::{Compression, GzipLevel, ZstdLevel};
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

/// A table of one column of texts, all of them the same, kept once.
fn same(text: &str, rows: usize, packing: Compression) -> Vec<u8> {
    let schema = Arc::new(parse_message_type("message articles { REQUIRED BYTE_ARRAY text (UTF8); }").unwrap());
    let properties = WriterProperties::builder().set_compression(packing).build();
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties)).unwrap();
    let mut group = writer.next_row_group().unwrap();
    let mut column = group.next_column().unwrap().unwrap();
    let values = vec![ByteArray::from(text); rows];
    column.typed::<ByteArrayType>().write_batch(&values, None, None).unwrap();
    column.close().unwrap();
    group.close().unwrap();
    writer.into_inner().unwrap()
}

#[test]
fn a_text_that_stands_in_a_table_once_counts_with_every_row() {
    let table = same("The clerk said that the port was shut.", 500, Compression::UNCOMPRESSED);
    let bomb = Limits { slack: 2_000, ratio: 10, ..Limits::default() };
    let unpacked = Limits { unpacked: 2_000, ..Limits::default() };
    assert!(table.len() < 1_000, "{}", table.len());
    assert_eq!(all(&table, "a.parquet", &Limits::default()).len(), 500);
    for (limits, reason) in [
        (bomb, "a.parquet! it unpacks to more than 10 times its size, as only a zip bomb does"),
        (unpacked, "a.parquet! it unpacks to more than 0 MB in all"),
    ] {
        let shown = shown(&table, "a.parquet", &limits);
        assert_eq!(shown.last().unwrap(), reason);
        assert!(shown.len() < 200, "{}", shown.len());
    }
}

#[test]
fn a_table_whose_own_account_is_too_large_is_not_begun() {
    let text = "The clerk said that the port was shut. ".repeat(100);
    let table = same(&text, 1, Compression::SNAPPY);
    let bomb = Limits { slack: 100, ratio: 2, ..Limits::default() };
    let unpacked = Limits { unpacked: 1_000, ..Limits::default() };
    assert_eq!(
        shown(&table, "a.parquet", &bomb),
        ["a.parquet! it unpacks to more than 2 times its size, as only a zip bomb does"]
    );
    assert_eq!(shown(&table, "a.parquet", &unpacked), ["a.parquet! it unpacks to more than 0 MB in all"]);
}

#[test]
fn a_row_that_is_too_large_is_refused_and_the_next_is_read() {
    let table = same("The clerk said that the port was shut.", 2, Compression::UNCOMPRESSED);
    let limits = Limits { record: table.len() as u64, ..Limits::default() };
    assert_eq!(all(&table, "a.parquet", &limits).len(), 2);
    let table = same(&"The clerk said no. ".repeat(100), 2, Compression::SNAPPY);
    let limits = Limits { record: 1_500, ..Limits::default() };
    assert!(table.len() < 1_500, "{}", table.len());
    assert_eq!(
        shown(&table, "a.parquet", &limits),
        [1, 2].map(|row| format!("a.parquet#{row}! it is larger than 0 MB, the most that is taken as one row"))
    );
}

#[test]
fn a_column_of_lists_is_left_alone_however_long_they_are() {
    let schema = "message articles { REQUIRED BYTE_ARRAY text (UTF8); REPEATED BYTE_ARRAY authors (UTF8); }";
    let schema = Arc::new(parse_message_type(schema).unwrap());
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(WriterProperties::new())).unwrap();
    let mut group = writer.next_row_group().unwrap();
    let mut column = group.next_column().unwrap().unwrap();
    let text = ByteArray::from("The clerk said no.");
    column.typed::<ByteArrayType>().write_batch(&[text], None, None).unwrap();
    column.close().unwrap();
    let mut column = group.next_column().unwrap().unwrap();
    let names = vec![ByteArray::from("A. Clerk"); 300_000];
    let (mut repeated, defined) = (vec![1; names.len()], vec![1; names.len()]);
    repeated[0] = 0;
    column.typed::<ByteArrayType>().write_batch(&names, Some(&defined), Some(&repeated)).unwrap();
    column.close().unwrap();
    group.close().unwrap();
    let found = all(&writer.into_inner().unwrap(), "a.parquet", &Limits::default()).remove(0).unwrap();
    assert_eq!((found.text.as_str(), found.author), ("The clerk said no.", None));
}

#[test]
fn a_table_is_read_however_its_columns_are_packed() {
    let ways = [
        Compression::UNCOMPRESSED,
        Compression::SNAPPY,
        Compression::GZIP(GzipLevel::default()),
        Compression::ZSTD(ZstdLevel::default()),
        Compression::LZ4_RAW,
        Compression::LZ4,
    ];
    for way in ways {
        let table = same("The clerk said that the port was shut.", 40, way);
        let found = all(&table, "a.parquet", &Limits::default());
        assert_eq!(found.len(), 40, "{way}");
        assert!(found.iter().flatten().all(|one| one.text == "The clerk said that the port was shut."), "{way}");
        // A page that was packed and is broken is refused with a reason.
        let mut broken = same(&"The clerk said that the port was shut. ".repeat(50), 1, way);
        broken[40..60].fill(0xa5);
        assert!(all(&broken, "a.parquet", &Limits::default()).len() <= 1, "{way}");
    }
}

#[test]
fn a_table_packed_in_another_way_says_which_are_read() {
    let mut table = same("The clerk said no.", 1, Compression::SNAPPY);
    // Snappy is the second and Brotli the fifth way of packing, and a number in the footer is written doubled.
    let number = table.windows(6).rposition(|bytes| bytes == b"\x04text\x15").map(|at| at + 6).unwrap();
    assert_eq!(table[number], 2);
    table[number] = 8;
    assert_eq!(
        shown(&table, "a.parquet", &Limits::default()),
        [
            "a.parquet! it cannot be read as a Parquet table: its columns are packed with BROTLI, and only Snappy, gzip, Zstandard, LZ4 and none are read"
        ]
    );
}

#[test]
fn a_broken_table_is_refused_and_stops_nothing() {
    let whole = table("text");
    for end in (8..whole.len()).step_by(41) {
        assert!(all(&whole[..end], "a.parquet", &Limits::default()).iter().all(Result::is_err));
    }
    let limits = Limits { documents: 100, ..Limits::default() };
    for at in (4..whole.len()).step_by(7) {
        let mut broken = whole.clone();
        broken[at] ^= 0x55;
        assert!(!all(&broken, "a.parquet", &limits).is_empty(), "byte {at}: neither read nor refused");
    }
}

/// A table of one row, with columns of this type and these values, all of them bytes.
fn bytes(columns: &[(&str, &[u8])]) -> Vec<u8> {
    let schema: String = columns.iter().map(|(column, _)| format!("REQUIRED {column};")).collect();
    let schema = Arc::new(parse_message_type(&format!("message articles {{ {schema} }}")).unwrap());
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(WriterProperties::new())).unwrap();
    let mut group = writer.next_row_group().unwrap();
    for (_, value) in columns {
        let mut column = group.next_column().unwrap().unwrap();
        column.typed::<ByteArrayType>().write_batch(&[ByteArray::from(value.to_vec())], None, None).unwrap();
        column.close().unwrap();
    }
    group.close().unwrap();
    writer.into_inner().unwrap()
}

#[test]
fn a_column_of_bytes_is_read_in_whatever_encoding_its_texts_are() {
    let table = bytes(&[("BYTE_ARRAY text", b"The caf\xe9 owner said that the na\xefve clerk had left.")]);
    assert_eq!(
        shown(&table, "a.parquet", &Limits::default()),
        ["a.parquet#1: The café owner said that the naïve clerk had left."]
    );
    assert_eq!(
        shown(&bytes(&[("BYTE_ARRAY text", b"\xef\xbb\xbfcaf\xe9")]), "a.parquet", &Limits::default()),
        ["a.parquet#1! it is not UTF-8: the byte 0xe9 at offset 6 cannot be read"]
    );
}

#[test]
fn a_number_of_a_database_is_an_id() {
    let table = bytes(&[("BYTE_ARRAY id (DECIMAL(10, 2))", &[0x04, 0xd2]), ("BYTE_ARRAY text (UTF8)", b"It is.")]);
    assert_eq!(shown(&table, "a.parquet", &Limits::default()), ["a.parquet#12.34: It is."]);
}

#[test]
fn a_column_of_texts_in_pieces_is_named() {
    let schema = "message articles { REPEATED BYTE_ARRAY text (UTF8); }";
    let schema = Arc::new(parse_message_type(schema).unwrap());
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(WriterProperties::new())).unwrap();
    let mut group = writer.next_row_group().unwrap();
    let mut column = group.next_column().unwrap().unwrap();
    let pieces = [ByteArray::from("The port"), ByteArray::from("is shut.")];
    column.typed::<ByteArrayType>().write_batch(&pieces, Some(&[1, 1]), Some(&[0, 1])).unwrap();
    column.close().unwrap();
    group.close().unwrap();
    assert_eq!(
        shown(&writer.into_inner().unwrap(), "a.parquet", &Limits::default()),
        [
            "a.parquet! it cannot be read as a Parquet table of articles: its column \"text\" holds no texts but what is made of several values"
        ]
    );
}
