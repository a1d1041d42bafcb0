//! A PostgreSQL server for one measurement, on a socket in a temporary folder.

use std::os::unix::fs::{MetadataExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::failure::Failure;

/// Nobody's number on every Linux: the server refuses to be run by root.
const NOBODY: u32 = 65_534;

/// A running server. It ends with this value.
pub struct Server {
    folder: tempfile::TempDir,
    programs: PathBuf,
    running: Option<Child>,
}

impl Server {
    /// Starts a server with its own settings as Debian ships them; none where no server is installed.
    ///
    /// # Errors
    /// Where it is installed and does not start.
    pub fn start() -> Result<Option<Self>, Failure> {
        let Some(programs) = installed() else { return Ok(None) };
        let failed = |error: std::io::Error| Failure::new(format!("PostgreSQL cannot be started: {error}"));
        let folder = tempfile::TempDir::new().map_err(failed)?;
        if root() {
            chown(folder.path(), Some(NOBODY), Some(NOBODY)).map_err(failed)?;
        }
        let mut server = Self { folder, programs, running: None };
        let data = server.folder.path().join("data");
        let made = server
            .program("initdb")
            .arg("--pgdata")
            .arg(&data)
            .args(["--username=tearline", "--auth=trust", "--encoding=UTF8", "--no-locale"])
            .stdout(Stdio::null())
            .status();
        if !made.map_err(failed)?.success() {
            return Err(Failure::new("initdb failed"));
        }
        let here = server.folder.path().to_owned();
        let child = server
            .program("postgres")
            .arg("-D")
            .arg(&data)
            .arg("-k")
            .arg(&here)
            .args(["-c", "listen_addresses="])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(failed)?;
        server.running = Some(child);
        for _ in 0..600 {
            let ready = server.program("pg_isready").arg("-q").arg("-h").arg(&here).status().map_err(failed)?;
            if ready.success() {
                return Ok(Some(server));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err(Failure::new("PostgreSQL did not start within half a minute"))
    }

    /// The address of a new database.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub fn database(&self, name: &str) -> Result<String, Failure> {
        let here = self.folder.path().display().to_string();
        let made = self.program("createdb").args(["-h", &here, "-U", "tearline", name]).status();
        match made {
            Ok(status) if status.success() => Ok(format!("postgres://tearline@localhost/{name}?host={here}")),
            _ => Err(Failure::new(format!("the database {name} cannot be made"))),
        }
    }

    /// The process that all others of the server come from.
    pub fn process(&self) -> Option<u32> {
        self.running.as_ref().map(Child::id)
    }

    fn program(&self, name: &str) -> Command {
        let mut command = Command::new(self.programs.join(name));
        if root() {
            command.uid(NOBODY).gid(NOBODY);
        }
        command.current_dir(self.folder.path());
        command
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let data = self.folder.path().join("data");
        let stopped = self.program("pg_ctl").arg("-D").arg(data).args(["-m", "immediate", "-s", "stop"]).status();
        if let Some(mut child) = self.running.take() {
            if !stopped.is_ok_and(|status| status.success()) {
                // It is of this measurement alone.
                let _ = child.kill();
            }
            let _ = child.wait();
        }
    }
}

fn root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|about| about.uid() == 0)
}

/// Where the programs of the newest server are.
fn installed() -> Option<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path().join("bin"))
        .filter(|folder| {
            ["initdb", "postgres", "createdb", "pg_ctl"].iter().all(|name| Path::exists(&folder.join(name)))
        })
        .collect();
    found.sort();
    found.pop()
}
