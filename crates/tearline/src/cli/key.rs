//! `tearline key`: the key that signs packets.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

use disclose::packet::PrivateKey;

use super::files;
use crate::Stage;
use crate::failure::{Failure, Outcome};

/// Make the key that signs packets
#[derive(Debug, clap::Subcommand)]
pub enum Verb {
    /// Make a new Ed25519 key: FILE is the private part, FILE.pub the one to give away
    #[command(after_help = "Example:\n  tearline key new signing.key")]
    New {
        /// Where to write it; nothing that is there is written over
        file: PathBuf,
    },
}

impl Verb {
    pub fn run(self, stage: &mut Stage<'_>) -> Outcome {
        let Self::New { file } = self;
        let public = public_path(&file);
        for path in [&file, &public] {
            if path.exists() {
                return Err(taken(path));
            }
        }
        let mut chance = [0; 32];
        chance[..16].copy_from_slice(&stage.seams.chance());
        chance[16..].copy_from_slice(&stage.seams.chance());
        let key = PrivateKey::from_chance(chance);
        for (path, text, private) in
            [(&file, key.to_pem()?.as_str(), true), (&public, key.public().to_pem()?.as_str(), false)]
        {
            write_new(path, text.as_bytes(), private).map_err(|error| match error.kind() {
                std::io::ErrorKind::AlreadyExists => taken(path),
                _ => Failure::file(path, &error),
            })?;
        }
        writeln!(
            stage.out,
            "made the key {}: keep {} to yourself, and give {} to whoever verifies",
            key.public().id(),
            file.display(),
            public.display()
        )?;
        Ok(0)
    }
}

fn taken(path: &Path) -> Failure {
    Failure::failed(format!("{} is there already", path.display()), "choose another name: a key is never written over")
}

/// The name of the public part.
pub fn public_path(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".pub");
    PathBuf::from(name)
}

pub fn write_new(path: &Path, bytes: &[u8], private: bool) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(if private { 0o600 } else { 0o644 });
    }
    #[cfg(not(unix))]
    let _ = private;
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// The private key in a file.
pub fn load(path: &Path) -> Result<PrivateKey, Failure> {
    let text = files::key_text(path)?;
    PrivateKey::from_pem(&text).map_err(|error| Failure::failed(format!("{}: {error}", path.display()), HINT))
}

const HINT: &str = "`tearline key new FILE` makes one; the file without .pub signs, the one with .pub verifies";
