//! Opening a store: finding it, knowing that it is one, and bringing its tables up to date.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use super::Store;
use super::db::Db;
use crate::journal::rebuild;
use crate::{CasefileError, Result};

static SQLITE: Migrator = sqlx::migrate!("./migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("./migrations/postgres");

/// `TERL`: by this number a SQLite file is known to be a case file.
const APPLICATION: i64 = 0x5445_524c;

/// Where a store is kept.
#[derive(Clone, PartialEq, Eq)]
pub enum Place {
    /// One file.
    File(PathBuf),
    /// A PostgreSQL database, by its address.
    Server(String),
}

impl Place {
    /// The place that somebody named: an address of PostgreSQL, or else a file.
    pub fn named(name: &str) -> Self {
        match name.starts_with("postgres://") || name.starts_with("postgresql://") {
            true => Self::Server(name.to_owned()),
            false => Self::File(PathBuf::from(name)),
        }
    }
}

/// An address is shown without its password.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let address = match self {
            Self::File(path) => return write!(f, "{}", path.display()),
            Self::Server(address) => address,
        };
        let (scheme, rest) = address.split_once("://").unwrap_or(("postgres", address));
        let (rest, _) = rest.split_once('?').unwrap_or((rest, ""));
        match rest.rsplit_once('@') {
            Some((user, host)) => write!(f, "{scheme}://{}@{host}", user.split(':').next().unwrap_or_default()),
            None => write!(f, "{scheme}://{rest}"),
        }
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl From<&Path> for Place {
    fn from(path: &Path) -> Self {
        Self::File(path.to_owned())
    }
}

impl Store {
    /// Opens the store at `place`, and makes it first where `create` says so and it is not there.
    pub(crate) async fn open(place: &Place, create: bool) -> Result<Self> {
        let store = match place {
            Place::File(path) => Self::open_file(path, create).await?,
            Place::Server(address) => Self::open_server(address, create).await?,
        };
        rebuild::bring_up(&store).await.map_err(|error| store.explained(error))?;
        Ok(store)
    }

    async fn open_file(path: &Path, create: bool) -> Result<Self> {
        let place = Place::File(path.to_owned());
        if !create && !path.exists() {
            return Err(CasefileError::NoStore(place));
        }
        if path.exists() && !path.is_file() {
            return Err(CasefileError::NotAStore(place));
        }
        // Nothing but opening a case fills an empty file: what is lost must not look whole.
        if !create && std::fs::metadata(path).is_ok_and(|about| about.len() == 0) {
            return Err(CasefileError::NotAStore(place));
        }
        let connect = async |options: SqliteConnectOptions| {
            let connecting = || SqlitePoolOptions::new().max_connections(4).connect_with(options.clone());
            patiently(async || connecting().await, |error| primary(error) == Some(5)).await
        };
        let locked = std::fs::metadata(path).is_ok_and(|about| about.is_file() && about.permissions().readonly());
        let pool = match connect(if locked && settled(path) { still(path) } else { options(path, create) }).await {
            // Where nothing can be written, not even beside the file, what is whole in itself can still be read.
            Err(error) if matches!(primary(&error), Some(8 | 14)) && settled(path) => {
                connect(still(path)).await.map_err(|_| explain(error, &place))?
            }
            connected => connected.map_err(|error| explain(error, &place))?,
        };
        let damaged = |error| explain(error, &place);
        // In one look: somebody else may be making it.
        const LOOK: &str = "SELECT (SELECT application_id FROM pragma_application_id), count(*) FROM sqlite_schema";
        let (found, tables): (i64, i64) = sqlx::query_as(LOOK).fetch_one(&pool).await.map_err(damaged)?;
        if found != APPLICATION {
            // Of several that make one file at the same time, the others find it without anything in it yet.
            if found != 0 || tables != 0 || !create {
                return Err(CasefileError::NotAStore(place));
            }
            sqlx::query("PRAGMA application_id = 0x5445524c").execute(&pool).await.map_err(damaged)?;
        }
        let db = Db::Sqlite(pool.clone());
        let migrate = async || match current(&db, &SQLITE).await {
            true => Ok(()),
            false => SQLITE.run(&pool).await.map_err(|error| unmigrated(error, &place)),
        };
        // Somebody else may be at it: what they have made is there already.
        patiently(migrate, |error| matches!(error, CasefileError::Database(_))).await?;
        Ok(Self { db, place })
    }

    /// A database is a store where it has a schema `tearline`.
    async fn open_server(address: &str, create: bool) -> Result<Self> {
        let place = Place::Server(address.to_owned());
        let failed = |error| explain(error, &place);
        let options = PgConnectOptions::from_str(address)
            .map_err(failed)?
            .application_name("tearline")
            // What was acknowledged outlives a loss of power, whatever the server does by default.
            .options([("search_path", "tearline"), ("synchronous_commit", "on")]);
        let pool = PgPoolOptions::new()
            .max_connections(4)
            .acquire_timeout(Duration::from_secs(10))
            .connect_with(options)
            .await
            .map_err(failed)?;
        let there: i64 = sqlx::query_scalar("SELECT count(*) FROM pg_namespace WHERE nspname = 'tearline'")
            .fetch_one(&pool)
            .await
            .map_err(failed)?;
        if there == 0 && !create {
            return Err(CasefileError::NoStore(place));
        }
        if there == 0 {
            let made = sqlx::query("CREATE SCHEMA IF NOT EXISTS tearline").execute(&pool).await;
            // Two that make it at the same time both find that it is not there.
            let twice =
                |error: &sqlx::Error| error.as_database_error().is_some_and(|error| error.is_unique_violation());
            if let Err(error) = made
                && !twice(&error)
            {
                return Err(failed(error));
            }
        }
        let db = Db::Postgres(pool.clone());
        if !current(&db, &POSTGRES).await {
            let migrated = POSTGRES.run(&pool).await;
            migrated.map_err(|error| unmigrated(error, &place))?;
        }
        Ok(Self { db, place })
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
        let place = Place::File(PathBuf::from(":memory:"));
        SQLITE.run(&pool).await.map_err(|error| unmigrated(error, &place))?;
        Ok(Self { db: Db::Sqlite(pool), place })
    }
}

/// Whether the tables are those of this version already, so that a store that can only be read can be.
async fn current(db: &Db, migrator: &Migrator) -> bool {
    let Ok(rows) = db.rows("SELECT version, checksum FROM _sqlx_migrations WHERE success ORDER BY version", &[]).await
    else {
        return false;
    };
    let wanted: Vec<(i64, &[u8])> = migrator.iter().map(|one| (one.version, one.checksum.as_ref())).collect();
    rows.len() == wanted.len()
        && rows.iter().zip(wanted).all(|(row, (version, checksum))| {
            row.int(0).is_ok_and(|at| at == version) && row.bytes(1).is_ok_and(|found| found == checksum)
        })
}

/// Tries again for some seconds where what went wrong may pass.
async fn patiently<T, E>(
    once: impl AsyncFn() -> std::result::Result<T, E>,
    passes: impl Fn(&E) -> bool,
) -> std::result::Result<T, E> {
    const TRIES: u32 = 60;
    for _ in 1..TRIES {
        match once().await {
            Err(error) if passes(&error) => std::thread::sleep(Duration::from_millis(50)),
            done => return done,
        }
    }
    once().await
}

/// Whether everything of a case file stands in it, and nothing in a log beside it.
fn settled(path: &Path) -> bool {
    path.is_file() && std::fs::metadata(beside(path, "-wal")).map_or(true, |log| log.len() == 0)
}

/// How a file is opened that nobody writes to.
fn still(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new().filename(path).read_only(true).immutable(true)
}

/// A file that SQLite keeps beside another.
fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

fn unmigrated(error: MigrateError, place: &Place) -> CasefileError {
    match error {
        MigrateError::VersionMissing(_) | MigrateError::VersionTooOld(..) => CasefileError::Newer(place.clone()),
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => explain(error, place),
        other => CasefileError::Damaged(other.to_string()),
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
        // What is written again and again (the ends of indices) is carried from the log to the file less often, and read
        // from memory: 32 MB of it.
        .pragma("wal_autocheckpoint", "8000")
        .pragma("cache_size", "-32768")
        .busy_timeout(Duration::from_secs(10))
        // Rows go from one thread to another; so many may wait, that neither waits for the other at each.
        .row_buffer_size(1024)
}

/// Errors of a database that a user can do something about.
pub(crate) fn explain(error: sqlx::Error, place: &Place) -> CasefileError {
    let reason = error.as_database_error().map_or_else(|| error.to_string(), |error| error.message().to_owned());
    let Place::File(_) = place else {
        // https://www.postgresql.org/docs/current/errcodes-appendix.html: no space, no right, only to be read.
        let state = error.as_database_error().and_then(|error| error.code()).unwrap_or_default().into_owned();
        return match error {
            sqlx::Error::Database(_) if matches!(state.as_str(), "53100" | "42501" | "25006") => {
                CasefileError::ReadOnly { place: place.clone(), reason }
            }
            // No such database, no such role, a wrong password.
            sqlx::Error::Database(_) if matches!(state.as_str(), "3D000" | "28000" | "28P01") => {
                CasefileError::Unreachable { place: place.clone(), reason }
            }
            sqlx::Error::Database(_) => CasefileError::from(error),
            _ => CasefileError::Unreachable { place: place.clone(), reason },
        };
    };
    match primary(&error) {
        Some(26) => CasefileError::NotAStore(place.clone()),
        Some(8 | 10 | 13 | 14) => CasefileError::ReadOnly { place: place.clone(), reason },
        _ => CasefileError::from(error),
    }
}

/// The primary code of an error of SQLite, which is its low byte: <https://www.sqlite.org/rescode.html>
fn primary(error: &sqlx::Error) -> Option<i32> {
    let error = error.as_database_error()?;
    let sqlite = error.try_downcast_ref::<sqlx::sqlite::SqliteError>().is_some();
    let code = error.code().filter(|_| sqlite)?.parse::<i32>().ok()?;
    Some(code & 0xff)
}

/// What a store fails with, wherever it does: damage is told from the rest.
impl From<sqlx::Error> for CasefileError {
    fn from(error: sqlx::Error) -> Self {
        let state = error.as_database_error().and_then(|error| error.code()).unwrap_or_default();
        // Two that wait for each other, and an order that cannot be kept: PostgreSQL lets one of them try again.
        if matches!(state.as_ref(), "40P01" | "40001") {
            return Self::Moved;
        }
        // Damaged data and a damaged index of PostgreSQL.
        let damaged = primary(&error) == Some(11) || matches!(state.as_ref(), "XX001" | "XX002");
        // Bytes that are no text where text should stand.
        if let sqlx::Error::ColumnDecode { source, .. } | sqlx::Error::Decode(source) = &error {
            return Self::Damaged(format!("a stored row cannot be read: {source}"));
        }
        match damaged {
            true => {
                Self::Damaged(error.as_database_error().map_or_else(String::new, |error| error.message().to_owned()))
            }
            false => Self::Database(error),
        }
    }
}

#[cfg(test)]
mod suite;
