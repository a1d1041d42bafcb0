//! The two databases that a store may be kept in, behind one way of asking.
//!
//! Statements are written once, in what SQLite and PostgreSQL have in common, with `$1`, `$2`, … for what is bound. The
//! little that they do not have in common is asked for by [`Db::kind`].

mod postgres;
mod sqlite;
mod value;

use sqlx::{PgPool, Postgres, Sqlite, SqlitePool, Transaction};

pub(crate) use value::{Row, Value};

use crate::Result;

/// Which database it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Sqlite,
    Postgres,
}

/// A pool of connections.
#[derive(Debug, Clone)]
pub(crate) enum Db {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

/// A transaction that writes. Dropped without [`Tx::commit`], it has done nothing.
#[derive(Debug)]
pub(crate) enum Tx {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// What is bound to a statement.
macro_rules! values {
    ($($value:expr),* $(,)?) => { &[$($crate::store::db::Value::from($value)),*] };
}
pub(crate) use values;

impl Db {
    pub(crate) fn kind(&self) -> Kind {
        match self {
            Self::Sqlite(_) => Kind::Sqlite,
            Self::Postgres(_) => Kind::Postgres,
        }
    }

    /// The rows that answer a question.
    pub(crate) async fn rows(&self, sql: &'static str, values: &[Value]) -> Result<Vec<Row>> {
        match self {
            Self::Sqlite(pool) => sqlite::rows(pool, sql, values).await,
            Self::Postgres(pool) => postgres::rows(pool, sql, values).await,
        }
    }

    /// The first row, if there is one.
    pub(crate) async fn row(&self, sql: &'static str, values: &[Value]) -> Result<Option<Row>> {
        Ok(self.rows(sql, values).await?.into_iter().next())
    }

    /// The whole number in the first column of the only row: a count.
    pub(crate) async fn count(&self, sql: &'static str, values: &[Value]) -> Result<i64> {
        self.row(sql, values).await?.map_or(Ok(0), |row| row.int(0))
    }

    /// Begins to write. Whoever else writes to SQLite waits until this has ended; on PostgreSQL only who writes to the
    /// same `chain`.
    pub(crate) async fn write(&self, chain: &[u8; 16]) -> Result<Tx> {
        match self {
            // IMMEDIATE takes the lock at once, so that the head of a chain cannot move between reading and writing.
            Self::Sqlite(pool) => Ok(Tx::Sqlite(pool.begin_with("BEGIN IMMEDIATE").await?)),
            Self::Postgres(pool) => {
                let mut tx = Tx::Postgres(pool.begin().await?);
                let [a, b, c, d, e, f, g, h, ..] = *chain;
                let key = i64::from_be_bytes([a, b, c, d, e, f, g, h]);
                tx.rows("SELECT 1 FROM (SELECT pg_advisory_xact_lock($1)) AS locked", values![key]).await?;
                Ok(tx)
            }
        }
    }

    pub(crate) async fn close(&self) {
        match self {
            Self::Sqlite(pool) => pool.close().await,
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

impl Tx {
    pub(crate) fn kind(&self) -> Kind {
        match self {
            Self::Sqlite(_) => Kind::Sqlite,
            Self::Postgres(_) => Kind::Postgres,
        }
    }

    /// Carries out a statement, and says how many rows it changed.
    pub(crate) async fn run(&mut self, sql: &'static str, values: &[Value]) -> Result<u64> {
        match self {
            Self::Sqlite(tx) => sqlite::run(&mut *tx, sql, values).await,
            Self::Postgres(tx) => postgres::run(&mut *tx, sql, values).await,
        }
    }

    /// The rows that answer a question, as this transaction sees them.
    pub(crate) async fn rows(&mut self, sql: &'static str, values: &[Value]) -> Result<Vec<Row>> {
        match self {
            Self::Sqlite(tx) => sqlite::rows(&mut **tx, sql, values).await,
            Self::Postgres(tx) => postgres::rows(&mut **tx, sql, values).await,
        }
    }

    /// Inserts many rows of `width` values each, given behind one another. `into` is the statement up to `VALUES`.
    pub(crate) async fn insert(&mut self, into: &'static str, width: usize, values: &[Value]) -> Result<()> {
        // A few lengths of statement, so that few of them must be kept prepared.
        const ROWS: [usize; 4] = [32, 8, 3, 1];
        let mut rest = values;
        for rows in ROWS {
            while rest.len() >= rows * width {
                let (now, later) = rest.split_at(rows * width);
                let sql = format!("{into} VALUES {}", places(rows, width));
                match self {
                    Self::Sqlite(tx) => sqlite::run(&mut *tx, sqlx::AssertSqlSafe(sql), now).await?,
                    Self::Postgres(tx) => postgres::run(&mut *tx, sqlx::AssertSqlSafe(sql), now).await?,
                };
                rest = later;
            }
        }
        Ok(())
    }

    /// Takes every row out of a table.
    pub(crate) async fn empty(&mut self, table: &'static str) -> Result<()> {
        let sql = format!("DELETE FROM {table}");
        match self {
            Self::Sqlite(tx) => sqlite::run(&mut *tx, sqlx::AssertSqlSafe(sql), &[]).await?,
            Self::Postgres(tx) => postgres::run(&mut *tx, sqlx::AssertSqlSafe(sql), &[]).await?,
        };
        Ok(())
    }

    /// When this returns, everything is on the disk.
    pub(crate) async fn commit(self) -> Result<()> {
        match self {
            Self::Sqlite(tx) => tx.commit().await?,
            Self::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }
}

/// `($1,$2),($3,$4)` for two rows of two.
fn places(rows: usize, width: usize) -> String {
    let row = |row: usize| {
        let places: Vec<String> = (1..=width).map(|place| format!("${}", row * width + place)).collect();
        format!("({})", places.join(","))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    #[test]
    fn places_are_counted_through_all_rows() {
        assert_eq!(super::places(2, 3), "($1,$2,$3),($4,$5,$6)");
    }
}
