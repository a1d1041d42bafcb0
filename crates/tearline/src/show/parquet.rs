//! Readings as a Parquet table: the rows and columns of [`super::flat`], every column optional.

use std::io::{self, Write};
use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::Type;

use super::flat::{Column, Kind, Value};

/// How many rows are kept before they are written together.
const GROUP: usize = 16 << 10;

/// A table in the making.
pub struct Table {
    writer: SerializedFileWriter<Vec<u8>>,
    rows: Vec<Vec<Value>>,
}

impl Table {
    /// An empty table of these columns.
    pub fn new(columns: &[Column]) -> io::Result<Self> {
        let columns = columns.iter().map(|column| {
            let (physical, logical) = match column.kind {
                Kind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
                Kind::Whole => (Physical::INT64, None),
                Kind::Real => (Physical::DOUBLE, None),
            };
            let column = Type::primitive_type_builder(column.name, physical)
                .with_logical_type(logical)
                .with_repetition(Repetition::OPTIONAL);
            column.build().map(Arc::new)
        });
        let columns = columns.collect::<Result<Vec<_>, _>>().map_err(failed)?;
        let schema = Type::group_type_builder("readings").with_fields(columns).build().map_err(failed)?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_created_by(concat!("Tearline ", env!("CARGO_PKG_VERSION")).to_owned())
            .build();
        let writer = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties)).map_err(failed)?;
        Ok(Self { writer, rows: Vec::new() })
    }

    /// Adds rows.
    pub fn add(&mut self, out: &mut dyn Write, rows: Vec<Vec<Value>>) -> io::Result<()> {
        self.rows.extend(rows);
        if self.rows.len() >= GROUP { self.group(out) } else { Ok(()) }
    }

    /// Writes what is left, and the foot that makes it a table.
    pub fn end(mut self, out: &mut dyn Write) -> io::Result<()> {
        if !self.rows.is_empty() {
            self.group(out)?;
        }
        out.write_all(&self.writer.into_inner().map_err(failed)?)
    }

    /// Writes the rows that are kept.
    fn group(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let rows = std::mem::take(&mut self.rows);
        let mut group = self.writer.next_row_group().map_err(failed)?;
        let mut at = 0;
        while let Some(mut column) = group.next_column().map_err(failed)? {
            write_column(&mut column, rows.iter().map(|row| row.get(at).unwrap_or(&Value::Nothing))).map_err(failed)?;
            column.close().map_err(failed)?;
            at += 1;
        }
        group.close().map_err(failed)?;
        // What is written is counted before it comes here, so that it may be taken away.
        self.writer.flush()?;
        out.write_all(&std::mem::take(self.writer.inner_mut()))
    }
}

fn write_column<'v>(
    column: &mut SerializedColumnWriter<'_>,
    values: impl Iterator<Item = &'v Value> + Clone,
) -> Result<(), ParquetError> {
    let levels: Vec<i16> = values.clone().map(|value| i16::from(*value != Value::Nothing)).collect();
    let texts = || {
        values.clone().filter_map(|value| match value {
            Value::Text(text) => Some(ByteArray::from(text.as_str())),
            _ => None,
        })
    };
    let wholes = || {
        values.clone().filter_map(|value| match value {
            Value::Whole(number) => Some(*number),
            _ => None,
        })
    };
    let reals = || {
        values.clone().filter_map(|value| match value {
            Value::Real(number) => Some(*number),
            _ => None,
        })
    };
    match column.untyped() {
        parquet::column::writer::ColumnWriter::ByteArrayColumnWriter(_) => {
            column.typed::<ByteArrayType>().write_batch(&texts().collect::<Vec<_>>(), Some(&levels), None)?;
        }
        parquet::column::writer::ColumnWriter::Int64ColumnWriter(_) => {
            column.typed::<Int64Type>().write_batch(&wholes().collect::<Vec<_>>(), Some(&levels), None)?;
        }
        _ => {
            column.typed::<DoubleType>().write_batch(&reals().collect::<Vec<_>>(), Some(&levels), None)?;
        }
    }
    Ok(())
}

fn failed(error: ParquetError) -> io::Error {
    io::Error::other(error)
}
