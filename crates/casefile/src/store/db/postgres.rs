//! Asking PostgreSQL.

use sqlx::postgres::{PgArguments, PgRow};
use sqlx::{Executor, Postgres, Row as _, SqlSafeStr, TypeInfo, ValueRef};

use super::{Row, Value};
use crate::{CasefileError, Result};

pub(super) async fn rows<'e>(
    by: impl Executor<'e, Database = Postgres>,
    sql: impl SqlSafeStr,
    values: &[Value],
) -> Result<Vec<Row>> {
    bound(sql, values).fetch_all(by).await?.iter().map(row).collect()
}

pub(super) async fn run(
    tx: &mut sqlx::Transaction<'static, Postgres>,
    sql: impl SqlSafeStr,
    values: &[Value],
) -> Result<u64> {
    Ok(bound(sql, values).execute(&mut **tx).await?.rows_affected())
}

fn bound(sql: impl SqlSafeStr, values: &[Value]) -> sqlx::query::Query<'_, Postgres, PgArguments> {
    values.iter().fold(sqlx::query(sql), |query, value| match value {
        Value::Null => query.bind(None::<i64>),
        Value::Int(number) => query.bind(*number),
        // PostgreSQL keeps no zero byte in a text; none of those that are stored needs one.
        Value::Text(text) if text.contains('\0') => query.bind(text.replace('\0', "\u{fffd}")),
        Value::Text(text) => query.bind(text.as_str()),
        Value::Bytes(bytes) => query.bind(bytes.as_slice()),
    })
}

fn row(found: &PgRow) -> Result<Row> {
    let value = |at: usize| -> Result<Value> {
        let raw = found.try_get_raw(at)?;
        if raw.is_null() {
            return Ok(Value::Null);
        }
        let kind = raw.type_info().into_owned();
        Ok(match kind.name() {
            "INT8" => Value::Int(found.try_get(at)?),
            "INT4" => Value::Int(i64::from(found.try_get::<i32, _>(at)?)),
            "TEXT" | "VARCHAR" | "NAME" => Value::Text(found.try_get(at)?),
            "BYTEA" => Value::Bytes(found.try_get(at)?),
            other => return Err(CasefileError::Damaged(format!("a column holds {other}"))),
        })
    };
    (0..found.len()).map(value).collect::<Result<Vec<Value>>>().map(Row)
}
