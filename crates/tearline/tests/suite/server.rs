//! A PostgreSQL server of a test's own: on a socket in a temporary folder, run by somebody without rights.

use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

/// Nobody's number on every Linux.
const NOBODY: u32 = 65_534;

pub struct Server {
    folder: TempDir,
    programs: PathBuf,
    running: Option<Child>,
}

impl Server {
    /// Starts a server; where none is installed, says so, and the test is passed over.
    #[expect(clippy::print_stdout, reason = "what is passed over is said where tests speak")]
    pub fn start() -> Option<Self> {
        let Some(programs) = programs() else {
            println!("SKIPPED: no PostgreSQL server is installed here; `make test` installs one");
            return None;
        };
        let folder = TempDir::new().unwrap();
        let mut server = Self { folder, programs, running: None };
        if is_root() {
            chown(server.folder.path(), Some(NOBODY), Some(NOBODY)).unwrap();
        }
        let data = server.path("data").display().to_string();
        let made = server
            .program("initdb")
            .args(["--pgdata", &data, "--username=tearline", "--auth=trust", "--encoding=UTF8", "--no-locale"])
            .arg("--no-sync")
            .output()
            .unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        server.run();
        Some(server)
    }

    /// Starts it again, after it was killed.
    pub fn run(&mut self) {
        let (data, here) = (self.path("data"), self.folder.path().to_owned());
        let child = self
            .program("postgres")
            .arg("-D")
            .arg(data)
            .arg("-k")
            .arg(&here)
            .args(["-c", "listen_addresses=", "-c", "autovacuum=off"])
            .process_group(0)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        self.running = Some(child);
        for _ in 0..600 {
            if self.ask("postgres", "SELECT 1").is_ok() {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("the server did not start");
    }

    /// Kills it with all that belongs to it, as a loss of power would.
    pub fn kill(&mut self) {
        if let Some(mut child) = self.running.take() {
            let group = format!("-{}", child.id());
            let _ = Command::new("kill").args(["-9", "--", &group]).status();
            let _ = child.wait();
        }
    }

    /// The address of a new database.
    pub fn database(&self, name: &str) -> String {
        self.ask("postgres", format!("CREATE DATABASE {name}")).unwrap();
        self.address(name)
    }

    fn address(&self, database: &str) -> String {
        format!("postgres://tearline@localhost/{database}?host={}", self.folder.path().display())
    }

    /// Does what an administrator might do to a database.
    pub fn ask(&self, database: &str, sql: impl Into<String>) -> Result<(), sqlx::Error> {
        let (address, sql) = (self.address(database), sql.into());
        let asking = async {
            use sqlx::{Connection, Executor, PgConnection};
            let mut connection = PgConnection::connect(&address).await?;
            connection.execute(sqlx::AssertSqlSafe(sql)).await?;
            connection.close().await
        };
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(asking)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A program of the server, run by somebody without rights: it refuses to be run by root.
    fn program(&self, name: &str) -> Command {
        let mut command = Command::new(self.programs.join(name));
        if is_root() {
            command.uid(NOBODY).gid(NOBODY);
        }
        command.current_dir(self.folder.path());
        command
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|about| std::os::unix::fs::MetadataExt::uid(&about) == 0)
}

/// Where the programs of the newest server are.
fn programs() -> Option<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path().join("bin"))
        .chain(std::env::var_os("PATH").iter().flat_map(std::env::split_paths))
        .filter(|folder: &PathBuf| ["initdb", "postgres"].iter().all(|name| Path::exists(&folder.join(name))))
        .collect();
    found.sort();
    found.into_iter().next_back()
}
