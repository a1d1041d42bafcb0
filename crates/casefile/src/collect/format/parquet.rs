//! Articles in a Parquet table, one a row, its columns named by the fields they hold, as in CSV.
//!
//! Only columns of known names are read, and of those the ones that hold one value a row: a list of millions of values can
//! be packed in a few bytes, and is taken apart before anybody could say stop. A row has no bytes of its own, so what is
//! kept of it is its fields as JSON, which is read as the same article again.

use ::bytes::Bytes;
use ::parquet::basic::{Compression, Repetition};
use ::parquet::errors::ParquetError;
use ::parquet::file::reader::{FileReader, SerializedFileReader};
use ::parquet::record::{Field, Row};
use ::parquet::schema::types::Type;
use serde_json::{Map, Value};

use super::article::{self, Record};
use super::intake::{Halt, Intake, Place, guarded};
use super::refused::Why;
use super::{Format, Limits, encoding};

/// Reads a table row by row.
pub(crate) fn read(intake: &mut Intake<'_>, bytes: Vec<u8>, place: Place<'_>) -> Result<(), Halt> {
    let broken = |error: ParquetError| Why::broken("a Parquet table", words(&error));
    const FORMAT: &str = "a Parquet table";
    let packed = bytes.len() as u64;
    let table = guarded(FORMAT, || SerializedFileReader::new(Bytes::from(bytes)).map_err(broken))?;
    let wanted = wanted(&table)?;
    bounded(&table, intake.limits)?;
    let mut rows = guarded(FORMAT, || table.get_row_iter(Some(wanted)).map_err(broken))?;
    let (mut number, mut plain) = (0u64, 0u64);
    while let Some(row) = guarded(FORMAT, || Ok(rows.next()))? {
        number += 1;
        let (object, unreadable) = fields(&row.map_err(broken)?);
        let mut record = Record::default();
        record.offer_all(&object);
        let named = record.named_in(place.name, number);
        let kept = Value::Object(object).to_string().into_bytes();
        // A value that stands in a dictionary once is unpacked with every row that names it.
        plain = plain.saturating_add(kept.len() as u64);
        intake.unpacked.add(kept.len() as u64)?;
        if plain > intake.limits.slack && plain > packed.saturating_mul(intake.limits.ratio) {
            return Err(Why::Bomb { ratio: intake.limits.ratio }.into());
        }
        if kept.len() as u64 > intake.limits.record {
            intake.refuse(&named.name, Why::Large { what: "one row", limit: intake.limits.record })?;
            continue;
        }
        match record.article("a row of articles").map_err(|why| unreadable.unwrap_or(why)) {
            Ok(draft) => intake.record(draft, named, kept, Format::Parquet)?,
            Err(why) => intake.refuse(&named.name, why)?,
        }
    }
    if number == 0 {
        return Err(Why::Wordless { what: "a table without rows".to_owned() }.into());
    }
    Ok(())
}

/// The columns of known names that hold one value a row.
fn wanted(table: &SerializedFileReader<Bytes>) -> Result<Type, Why> {
    let schema = table.metadata().file_metadata().schema();
    let single = |column: &Type| column.is_primitive() && column.get_basic_info().repetition() != Repetition::REPEATED;
    let known: Vec<_> = schema
        .get_fields()
        .iter()
        .filter(|column| single(column) && article::field(column.name()).is_some())
        .cloned()
        .collect();
    let has_text = |column: &&std::sync::Arc<Type>| matches!(article::field(column.name()), Some(("text" | "html", _)));
    if !known.iter().any(|column| has_text(&column)) {
        let reason = match schema.get_fields().iter().find(has_text) {
            Some(column) => format!("its column {:?} holds no texts but what is made of several values", column.name()),
            None => {
                let reason = "it has no column with a text: text, body, content, html";
                return Err(Why::Textless { format: "a Parquet table of articles", reason });
            }
        };
        return Err(Why::broken("a Parquet table of articles", reason));
    }
    Type::group_type_builder(schema.name())
        .with_fields(known)
        .build()
        .map_err(|error| Why::broken("a Parquet table", words(&error)))
}

/// That the table is packed in a way that is read, and does not unpack to many times its size.
fn bounded(table: &SerializedFileReader<Bytes>, limits: &Limits) -> Result<(), Why> {
    let (mut packed, mut plain) = (0u64, 0u64);
    for column in table.metadata().row_groups().iter().flat_map(|group| group.columns()) {
        let known = column.column_path().parts().first().is_some_and(|name| article::field(name).is_some());
        match column.compression() {
            _ if !known => {}
            // Brotli is left out: its reader unpacks a page to its end, however long that is.
            Compression::UNCOMPRESSED
            | Compression::SNAPPY
            | Compression::GZIP(_)
            | Compression::ZSTD(_)
            | Compression::LZ4
            | Compression::LZ4_RAW => {
                packed = packed.saturating_add(u64::try_from(column.compressed_size()).unwrap_or(0));
                plain = plain.saturating_add(u64::try_from(column.uncompressed_size()).unwrap_or(u64::MAX));
            }
            other => {
                let name = format!("{other:?}");
                let name = name.split('(').next().unwrap_or_default();
                let reason = format!(
                    "its columns are packed with {name}, and only Snappy, gzip, Zstandard, LZ4 and none are read"
                );
                return Err(Why::broken("a Parquet table", reason));
            }
        }
    }
    if plain > limits.unpacked {
        return Err(Why::Unpacked { limit: limits.unpacked });
    }
    if plain > limits.slack && plain > packed.saturating_mul(limits.ratio) {
        return Err(Why::Bomb { ratio: limits.ratio });
    }
    Ok(())
}

/// The fields of a row as JSON, and why a text in it cannot be read; what is empty is left out.
fn fields(row: &Row) -> (Map<String, Value>, Option<Why>) {
    let (mut fields, mut unreadable) = (Map::new(), None);
    for (name, field) in row.get_column_iter() {
        let value = match field {
            // Tables of old writers do not say that a text is one, nor in which encoding.
            Field::Bytes(bytes) if matches!(article::field(name), Some(("text" | "html", _))) => {
                match encoding::decode(bytes.data(), None) {
                    Ok(decoded) => Some(decoded.text.into()),
                    Err(why) => {
                        unreadable = Some(why);
                        None
                    }
                }
            }
            field => value(field),
        };
        fields.extend(value.map(|value| (name.clone(), value)));
    }
    (fields, unreadable)
}

fn value(field: &Field) -> Option<Value> {
    Some(match field {
        Field::Str(text) => text.clone().into(),
        Field::Bytes(bytes) => std::str::from_utf8(bytes.data()).ok()?.into(),
        // Numbers of databases, which may be an id.
        Field::Decimal(_) => field.to_string().into(),
        Field::Bool(truth) => (*truth).into(),
        Field::Byte(number) => (*number).into(),
        Field::Short(number) => (*number).into(),
        Field::Int(number) => (*number).into(),
        Field::Long(number) => (*number).into(),
        Field::UByte(number) => (*number).into(),
        Field::UShort(number) => (*number).into(),
        Field::UInt(number) => (*number).into(),
        Field::ULong(number) => (*number).into(),
        Field::Float(number) => (*number).into(),
        Field::Double(number) => (*number).into(),
        Field::Date(days) => article::stamp(i64::from(*days) * 86_400)?.into(),
        Field::TimestampMillis(at) => article::stamp(at.div_euclid(1000))?.into(),
        Field::TimestampMicros(at) => article::stamp(at.div_euclid(1_000_000))?.into(),
        _ => return None,
    })
}

/// What is wrong, without the name of the kind of error.
fn words(error: &ParquetError) -> String {
    let words = error.to_string();
    let words = words.split_once(": ").map_or(words.as_str(), |(_, words)| words);
    words.to_owned()
}
