//! The store: one SQLite file, its labels, and the transactions by which it changes.
//!
//! Everything that is read passes through [`Store::visible`], and everything that is written through
//! [`Store::commit`], which enters it in the journal and projects it into the tables in one transaction. When
//! `commit` has returned, the change is on the disk.

mod blob;
mod cases;
mod claims;
mod commit;
mod documents;
mod evidence;
mod label;
mod project;
mod releases;

use std::path::{Path, PathBuf};
use std::time::Duration;

use record::viewer::Viewer;
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};

pub(crate) use blob::{fetch as fetch_blob, sha256};
pub use claims::ClaimRow;
pub(crate) use commit::{Seen, Written};
pub use documents::DocumentRow;
pub(crate) use label::LabelId;
pub(crate) use project::project;

use crate::access::Visible;
use crate::{CasefileError, Result};

static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// `TERL`: by this number a SQLite file is known to be a case file.
const APPLICATION: i64 = 0x5445_524c;

/// An open case file.
#[derive(Debug, Clone)]
pub(crate) struct Store {
    pool: SqlitePool,
    path: PathBuf,
}

impl Store {
    /// Opens the file at `path`, and makes it first where `create` says so and it is not there.
    pub(crate) async fn open(path: &Path, create: bool) -> Result<Self> {
        if !create && !path.exists() {
            return Err(CasefileError::NoStore(path.to_owned()));
        }
        if path.exists() && !path.is_file() {
            return Err(CasefileError::NotAStore(path.to_owned()));
        }
        let fresh = std::fs::metadata(path).map_or(true, |file| file.len() == 0);
        let pool = SqlitePoolOptions::new()
            .max_connections(4)
            .connect_with(options(path, create))
            .await
            .map_err(|error| explain(error, path))?;
        let store = Self { pool, path: path.to_owned() };
        store.check_kind(fresh).await?;
        store.migrate().await?;
        Ok(store)
    }

    /// An empty store in memory, for a rebuild.
    pub(crate) async fn in_memory() -> Result<Self> {
        // One connection, and it is never closed: an in-memory database lives as long as its connection.
        let pool = SqlitePoolOptions::new()
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(SqliteConnectOptions::new().in_memory(true))
            .await?;
        let store = Self { pool, path: PathBuf::from(":memory:") };
        store.migrate().await?;
        Ok(store)
    }

    /// That the file is a case file, or is empty and becomes one.
    async fn check_kind(&self, fresh: bool) -> Result<()> {
        let damaged = |error| explain(error, &self.path);
        let found: i64 = sqlx::query_scalar("PRAGMA application_id").fetch_one(&self.pool).await.map_err(damaged)?;
        if found == APPLICATION {
            return Ok(());
        }
        let tables: i64 =
            sqlx::query_scalar("SELECT count(*) FROM sqlite_schema").fetch_one(&self.pool).await.map_err(damaged)?;
        if found != 0 || tables != 0 || !fresh {
            return Err(CasefileError::NotAStore(self.path.clone()));
        }
        sqlx::query("PRAGMA application_id = 0x5445524c").execute(&self.pool).await.map_err(damaged)?;
        Ok(())
    }

    async fn migrate(&self) -> Result<()> {
        MIGRATIONS.run(&self.pool).await.map_err(|error| match error {
            MigrateError::VersionMissing(_) | MigrateError::VersionTooOld(..) => {
                CasefileError::Newer(self.path.clone())
            }
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => explain(error, &self.path),
            other => CasefileError::Damaged(other.to_string()),
        })
    }

    pub(crate) fn pool(&self) -> &SqlitePool {
        &self.pool
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The labels that `viewer` may see.
    pub(crate) async fn visible(&self, viewer: &Viewer) -> Result<Visible> {
        let labels = label::all(&self.pool).await?;
        Ok(Visible::decide(viewer, labels.iter().map(|(id, label)| (id.as_str(), label))))
    }

    /// Closes the file: what is in the write-ahead log goes into it.
    pub(crate) async fn close(&self) {
        self.pool.close().await;
    }
}

fn options(path: &Path, create: bool) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(create)
        .journal_mode(SqliteJournalMode::Wal)
        // What was acknowledged outlives a loss of power, not only of the program.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(10))
}

/// SQLite's errors that a user can do something about.
pub(crate) fn explain(error: sqlx::Error, path: &Path) -> CasefileError {
    let code = error.as_database_error().and_then(|error| error.code()).and_then(|code| code.parse::<i32>().ok());
    // The low byte is the primary code: https://www.sqlite.org/rescode.html
    match code.map(|code| code & 0xff) {
        Some(26) => CasefileError::NotAStore(path.to_owned()),
        Some(8 | 13 | 14) => CasefileError::ReadOnly { path: path.to_owned(), reason: error.to_string() },
        Some(11) => CasefileError::Damaged(error.to_string()),
        _ => CasefileError::Database(error),
    }
}
