//! How things look on a terminal and in a pipe.

pub mod article;
pub mod changed;
pub mod escape;
pub mod facts;
pub mod flat;
pub mod judgement;
pub mod list;
pub mod page;
pub mod parquet;
pub mod rows;
pub mod style;
pub mod table;

use std::io::{self, Write};

use serde::Serialize;

/// One JSON value over several lines.
pub fn json<T: Serialize + ?Sized>(out: &mut dyn Write, value: &T) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

/// One JSON value on a line of its own.
pub fn json_line<T: Serialize + ?Sized>(out: &mut dyn Write, value: &T) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    writeln!(out)
}
