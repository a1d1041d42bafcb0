//! Sealing: who a protected source is, and its raw material, readable to whoever holds its key and to nobody else.
//!
//! Each source has a key of its own, which never comes into the store: the store has its public part, by which it can seal
//! and not open. Destroying the key erases what was sealed, in the journal, in backups and in every other copy, while all
//! hashes still verify. The sealed bytes are files of the age format (<https://age-encryption.org/v1>), which other programs
//! open too; in front of the content stands one line that says what it is.

use std::io::{BufRead, Read, Write};
use std::str::FromStr;

use age::secrecy::ExposeSecret;
use record::source::{Erasure, Sealed};
use record::time::Micros;
use record::viewer::Viewer;
use serde::{Deserialize, Serialize};

use super::SourceRow;
use crate::journal::Change;
use crate::store::Written;
use crate::{Casefile, CasefileError, Result};

/// Why something cannot be sealed, or a seal not be opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// It is no key.
    #[error("this is no key of a source: a line of it begins with AGE-SECRET-KEY-1")]
    NotAKey,
    /// It is no public part of one. What it is instead is not said: it could be the secret.
    #[error("this is no public part of a key of a source, which begins with age1")]
    NotARecipient,
    /// Another source has it, or had it until it was erased: what one's erasure destroys must be its own.
    #[error("this key is another source's, or was until that was erased; a source has a key of its own")]
    Shared,
    /// It is sealed with another key, or altered.
    #[error("this key does not open what is sealed")]
    Closed,
    /// It could not be sealed.
    #[error("it cannot be sealed: {0}")]
    Failed(String),
}

/// The key of a source. It is never printed.
pub struct SealingKey(age::x25519::Identity);

impl SealingKey {
    /// A new key, from the system's source of randomness.
    pub fn generate() -> Self {
        Self(age::x25519::Identity::generate())
    }

    /// The key in the text of a key file.
    ///
    /// # Errors
    /// Where the text holds none, or several.
    pub fn from_text(text: &str) -> std::result::Result<Self, SealError> {
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let key = lines.next().and_then(|line| age::x25519::Identity::from_str(line).ok());
        match (key, lines.next()) {
            (Some(key), None) => Ok(Self(key)),
            _ => Err(SealError::NotAKey),
        }
    }

    /// The text of its file, as other programs for age files write it.
    pub fn to_text(&self) -> String {
        format!("# public key: {}\n{}\n", self.recipient(), self.0.to_string().expose_secret())
    }

    /// Its public part.
    pub fn recipient(&self) -> String {
        self.0.to_public().to_string()
    }

    fn open(&self, sealed: &[u8]) -> std::result::Result<(Inside, Vec<u8>), SealError> {
        let closed = |_| SealError::Closed;
        let decryptor = age::Decryptor::new_buffered(sealed).map_err(|_| SealError::Closed)?;
        let identity: &dyn age::Identity = &self.0;
        let mut reader =
            std::io::BufReader::new(decryptor.decrypt(std::iter::once(identity)).map_err(|_| SealError::Closed)?);
        let (mut line, mut bytes) = (String::new(), Vec::new());
        reader.read_line(&mut line).map_err(closed)?;
        reader.read_to_end(&mut bytes).map_err(closed)?;
        Ok((serde_json::from_str(&line).map_err(|_| SealError::Closed)?, bytes))
    }
}

impl std::fmt::Debug for SealingKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SealingKey({})", self.recipient())
    }
}

/// What it is that is sealed: the line in front of the content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inside {
    /// Who the source is; else its raw material.
    pub identity: bool,
    /// The name it came under.
    pub name: String,
}

/// Something sealed, opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsealed {
    /// What it is.
    pub inside: Inside,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// By whom it was sealed.
    pub author: String,
    /// When.
    pub at: Micros,
}

/// The public part of a key in its text.
pub(super) fn recipient(text: &str) -> Result<age::x25519::Recipient> {
    text.trim().parse().map_err(|_| SealError::NotARecipient.into())
}

fn sealed(to: &str, inside: &Inside, bytes: &[u8]) -> Result<Vec<u8>> {
    let failed = |error: &dyn std::fmt::Display| SealError::Failed(error.to_string());
    let recipient = recipient(to)?;
    let recipient: &dyn age::Recipient = &recipient;
    let encryptor = age::Encryptor::with_recipients(std::iter::once(recipient)).map_err(|error| failed(&error))?;
    let mut out = Vec::new();
    let mut writer = encryptor.wrap_output(&mut out).map_err(|error| failed(&error))?;
    let mut line = serde_json::to_vec(inside)?;
    line.push(b'\n');
    writer.write_all(&line).and_then(|()| writer.write_all(bytes)).map_err(|error| failed(&error))?;
    writer.finish().map_err(|error| failed(&error))?;
    Ok(out)
}

impl Casefile {
    /// Seals something of a source with its key's public part. Neither the bytes nor their name are kept in any other way.
    ///
    /// # Errors
    /// Where the viewer sees no such source, or it has no key, or its key was destroyed.
    pub async fn seal(
        &self,
        viewer: &Viewer,
        name: &str,
        inside: &Inside,
        bytes: &[u8],
        why: &str,
    ) -> Result<SourceRow> {
        self.with_source(viewer, name, why, |row| {
            let recipient = row.key()?;
            let blob = Written::new(sealed(recipient, inside, bytes)?);
            let sealed = Sealed {
                source: row.source.id,
                sha256: blob.sha,
                recipient: recipient.to_owned(),
                author: viewer.name.clone(),
                at: self.seams.now(),
            };
            Ok((Change::SourceSealed { sealed }, Some(blob)))
        })
        .await
    }

    /// Everything of a source that is sealed with this key, opened; and how much more is sealed with others.
    ///
    /// # Errors
    /// Where the viewer sees no such source, or nothing of it is sealed with this key.
    pub async fn unseal(&self, viewer: &Viewer, name: &str, key: &SealingKey) -> Result<(Vec<Unsealed>, usize)> {
        let row = self.source(viewer, name).await?;
        let recipient = key.recipient();
        let mut all = Vec::new();
        // That somebody said the key was destroyed does not make it so.
        for sealed in row.sealed.iter().filter(|sealed| sealed.recipient == recipient) {
            let (inside, bytes) = key.open(&self.store.sealed_bytes(sealed).await?)?;
            all.push(Unsealed { inside, bytes, author: sealed.author.clone(), at: sealed.at });
        }
        if all.is_empty() {
            return Err(match row.sealed.is_empty() {
                true => CasefileError::NothingSealed(row.source.name),
                false => SealError::Closed.into(),
            });
        }
        let others = row.sealed.len() - all.len();
        Ok((all, others))
    }

    /// Enters that the key of a source was destroyed. Destroying it is the caller's to do, before this.
    ///
    /// # Errors
    /// Where the viewer sees no such source, it has no key, it was erased before, or no reason is given.
    pub async fn erase_source(&self, viewer: &Viewer, name: &str, why: &str) -> Result<SourceRow> {
        let why = why.trim();
        if why.is_empty() {
            return Err(CasefileError::Empty("reason"));
        }
        self.with_source(viewer, name, why, |row| {
            let erasure = Erasure {
                source: row.source.id,
                recipient: row.key()?.to_owned(),
                author: viewer.name.clone(),
                at: self.seams.now(),
                why: why.to_owned(),
            };
            Ok((Change::SourceErased { erasure }, None))
        })
        .await
    }
}

impl SourceRow {
    /// The public part of the key with which what belongs to it is sealed.
    fn key(&self) -> Result<&str> {
        if self.is_erased() {
            return Err(CasefileError::Erased(self.source.name.clone()));
        }
        self.source.recipient.as_deref().ok_or_else(|| CasefileError::NoKey(self.source.name.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_with_its_key_and_with_no_other() {
        let (key, other) = (SealingKey::generate(), SealingKey::generate());
        let inside = Inside { identity: true, name: "who.txt".to_owned() };
        let closed = sealed(&key.recipient(), &inside, b"A deputy in the ministry.\nMet in spring.").unwrap();
        assert!(closed.starts_with(b"age-encryption.org/v1"));
        assert!(!closed.windows(6).any(|window| window == b"deputy" || window == b"who.tx"));
        assert_eq!(key.open(&closed), Ok((inside, b"A deputy in the ministry.\nMet in spring.".to_vec())));
        assert_eq!(other.open(&closed), Err(SealError::Closed));
        for at in [0, 40, closed.len() / 2, closed.len() - 1] {
            let mut altered = closed.clone();
            altered[at] ^= 1;
            assert_eq!(key.open(&altered), Err(SealError::Closed), "altered at {at}");
        }
        assert_eq!(key.open(&closed[..closed.len() - 3]), Err(SealError::Closed));
    }

    #[test]
    fn a_key_is_read_back_from_its_file_and_never_shown() {
        let key = SealingKey::generate();
        let again = SealingKey::from_text(&key.to_text()).unwrap();
        assert_eq!(again.recipient(), key.recipient());
        assert!(!format!("{key:?}").contains("SECRET"));
        assert_eq!(SealingKey::from_text(&key.recipient()).unwrap_err(), SealError::NotAKey);
        assert_eq!(SealingKey::from_text("").unwrap_err(), SealError::NotAKey);
        let two = key.to_text() + &SealingKey::generate().to_text();
        assert_eq!(SealingKey::from_text(&two).unwrap_err(), SealError::NotAKey, "one source, one key");
        assert!(recipient("age1nothing").is_err());
    }
}
