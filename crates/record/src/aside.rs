//! What came in and could not be read: kept with its bytes and the reason, to be tried again.

use serde::{Deserialize, Serialize};

use crate::id::Sha256;

/// Something that was set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aside {
    /// The hash of its bytes.
    pub sha256: Sha256,
    /// How many bytes.
    pub size: u64,
    /// The name it came under.
    pub name: String,
    /// Why it could not be read, in words.
    pub reason: String,
    /// Its marking as whoever collected it stated it.
    pub marking: String,
}
