//! Asking SQLite.

use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{Executor, Row as _, SqlSafeStr, Sqlite, TypeInfo, ValueRef};

use super::{Row, Value};
use crate::{CasefileError, Result};

pub(super) async fn rows<'e>(
    by: impl Executor<'e, Database = Sqlite>,
    sql: impl SqlSafeStr,
    values: &[Value],
) -> Result<Vec<Row>> {
    bound(sql, values).fetch_all(by).await?.iter().map(row).collect()
}

pub(super) async fn run(
    tx: &mut sqlx::Transaction<'static, Sqlite>,
    sql: impl SqlSafeStr,
    values: &[Value],
) -> Result<u64> {
    Ok(bound(sql, values).execute(&mut **tx).await?.rows_affected())
}

fn bound(sql: impl SqlSafeStr, values: &[Value]) -> sqlx::query::Query<'_, Sqlite, SqliteArguments> {
    values.iter().fold(sqlx::query(sql), |query, value| match value {
        Value::Null => query.bind(None::<i64>),
        Value::Int(number) => query.bind(*number),
        Value::Text(text) => query.bind(text.as_str()),
        Value::Bytes(bytes) => query.bind(bytes.as_slice()),
    })
}

fn row(found: &SqliteRow) -> Result<Row> {
    let value = |at: usize| -> Result<Value> {
        let raw = found.try_get_raw(at)?;
        if raw.is_null() {
            return Ok(Value::Null);
        }
        let kind = raw.type_info().into_owned();
        Ok(match kind.name() {
            "INTEGER" => Value::Int(found.try_get_unchecked(at)?),
            "TEXT" => Value::Text(found.try_get_unchecked(at)?),
            "BLOB" => Value::Bytes(found.try_get_unchecked(at)?),
            other => return Err(CasefileError::Damaged(format!("a column holds {other}"))),
        })
    };
    (0..found.len()).map(value).collect::<Result<Vec<Value>>>().map(Row)
}
