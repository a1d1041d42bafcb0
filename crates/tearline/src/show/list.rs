//! Lists for programs: JSON, one JSON object a line, and CSV.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

use super::flat;
use crate::cli::Format;

/// Writes `rows` in a format for programs, and says whether it was one.
pub fn write<T: Serialize>(out: &mut dyn Write, format: Format, rows: &[T]) -> io::Result<bool> {
    match format {
        Format::Text => return Ok(false),
        Format::Json => super::json(out, rows)?,
        Format::Jsonl => {
            for row in rows {
                super::json_line(out, row)?;
            }
        }
        Format::Csv => csv(out, rows)?,
    }
    Ok(true)
}

/// Writes one thing in a format for programs, and says whether it was one.
pub fn one<T: Serialize>(out: &mut dyn Write, format: Format, value: &T) -> io::Result<bool> {
    match format {
        Format::Text => return Ok(false),
        Format::Json => super::json(out, value)?,
        Format::Jsonl => super::json_line(out, value)?,
        Format::Csv => csv(out, std::slice::from_ref(value))?,
    }
    Ok(true)
}

/// One row each: the fields of an object within an object become columns `outer.inner`, and what is a list stands as JSON.
fn csv<T: Serialize>(out: &mut dyn Write, rows: &[T]) -> io::Result<()> {
    let mut columns: Vec<String> = Vec::new();
    let mut table: Vec<Vec<(String, Value)>> = Vec::new();
    for row in rows {
        let mut cells = Vec::new();
        flatten("", serde_json::to_value(row)?, &mut cells);
        for (name, _) in &cells {
            if !columns.contains(name) {
                columns.push(name.clone());
            }
        }
        table.push(cells);
    }
    flat::csv(out, &[columns.iter().map(|name| flat::Value::Text(name.clone())).collect()])?;
    for cells in table {
        let value = |column: &String| {
            let found = cells.iter().find(|(name, _)| name == column).map(|(_, value)| value);
            match found {
                None | Some(Value::Null) => flat::Value::Nothing,
                Some(Value::String(text)) => flat::Value::Text(text.clone()),
                Some(Value::Number(number)) => match (number.as_i64(), number.as_f64()) {
                    (Some(whole), _) => flat::Value::Whole(whole),
                    (None, real) => flat::Value::Real(real.unwrap_or_default()),
                },
                Some(other) => flat::Value::Text(other.to_string()),
            }
        };
        flat::csv(out, &[columns.iter().map(value).collect()])?;
    }
    Ok(())
}

fn flatten(before: &str, value: Value, cells: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let name = if before.is_empty() { name } else { format!("{before}.{name}") };
                flatten(&name, value, cells);
            }
        }
        other => cells.push((before.to_owned(), other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_csv_has_every_column_of_all_rows_and_no_cell_is_a_formula() {
        let rows = [
            serde_json::json!({"id": "a", "source": {"name": "=cmd()", "kind": null}, "spans": [1, 2]}),
            serde_json::json!({"id": "b", "count": 3}),
        ];
        let mut out = Vec::new();
        assert!(write(&mut out, Format::Csv, &rows).unwrap());
        let text = String::from_utf8(out).unwrap();
        let mut lines = text.lines();
        assert_eq!(lines.next(), Some("id,source.name,source.kind,spans,count"));
        let first = lines.next().unwrap();
        assert!(first.starts_with("a,") && first.contains("\"[1,2]\"") && !first.contains(",=cmd"), "{first}");
        assert_eq!(lines.next(), Some("b,,,,3"));
    }
}
