//! Why there is no packet, and why a folder is not one.

use std::path::PathBuf;

use record::packet::FORMAT;

use super::{KeyError, MANIFEST_JSON, MANIFEST_SIG, MOST_BYTES, PACKET_HTML, PACKET_JSON};
use crate::workflow::Refusal;

/// Why a packet cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PacketError {
    /// It has not been issued.
    #[error("the disclosure has not been issued: issue it first")]
    NotIssued,
    /// Its lines may not go where it goes.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// It could not be written down.
    #[error("the packet's {file} cannot be written ({why}): leave out what it cannot hold")]
    Unwritable {
        /// The file.
        file: &'static str,
        /// What is wrong.
        why: String,
    },
    /// It is of another format.
    #[error("the packet is of format {0}, and format {FORMAT} is what is written: compose it anew")]
    Format(u32),
}

/// Why a folder is not a packet that the key vouches for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VerifyError {
    /// The public key is no key. Nothing is known of the folder.
    #[error("the public key cannot be used, so nothing is known of the packet: {0}")]
    Key(#[from] KeyError),
    /// The folder could not be looked into.
    #[error("{} cannot be read ({why}): give the folder that holds {PACKET_JSON} and the rest", .path.display())]
    Unreadable {
        /// The folder or file.
        path: PathBuf,
        /// What the system says.
        why: String,
    },
    /// None of a packet's files is there, or there are far too many others.
    #[error(
        "{} is not a packet: give the folder that holds {PACKET_JSON}, {PACKET_HTML}, {MANIFEST_JSON} and {MANIFEST_SIG} \
         and nothing else", .0.display()
    )]
    NotAPacket(PathBuf),
    /// Files are missing, added or changed.
    #[error("the packet is not as it was issued: {}; ask its issuer for it again", listed(.missing, .extra, .altered))]
    Files {
        /// Files that should be there and are not.
        missing: Vec<String>,
        /// What should not be there and is.
        extra: Vec<String>,
        /// Files that are not what they were.
        altered: Vec<String>,
    },
    /// A file that would be too much to read.
    #[error("{name} has more than {} MB, which no packet's file has, and was not read: ask its issuer for it again", MOST_BYTES >> 20)]
    TooLarge {
        /// The file.
        name: String,
    },
    /// The signature is no signature at all.
    #[error(
        "{MANIFEST_SIG} is not a signature ({0}): it was changed, so nothing can be said of the rest; ask the issuer for \
         the packet again"
    )]
    Signature(&'static str),
    /// The signature is not the key's over the manifest.
    #[error(
        "{MANIFEST_SIG} is not the signature of {MANIFEST_JSON} by the key {key}: either one of the two was changed, or \
         another key signed the packet; check whose key this is, and ask its owner for the packet again"
    )]
    WrongSignature {
        /// The key's id.
        key: String,
    },
    /// The format is not known here.
    #[error("the packet is of format {found}, and this program knows format {FORMAT}: verify it with a newer one")]
    Format {
        /// The format.
        found: u32,
    },
    /// What was signed is not a packet: its issuer's program is at fault, or its issuer.
    #[error(
        "{file} was signed as it is and still is not right ({why}): do not rely on the packet, and tell its issuer"
    )]
    Malformed {
        /// The file.
        file: &'static str,
        /// What is wrong with it.
        why: String,
    },
}

fn listed(missing: &[String], extra: &[String], altered: &[String]) -> String {
    const SHOWN: usize = 12;
    let part = |what: &str, names: &[String]| {
        // Names come from outside: what could steer a terminal is written out.
        let shown: Vec<String> = names.iter().take(SHOWN).map(|name| name.escape_debug().to_string()).collect();
        let more = match names.len().saturating_sub(SHOWN) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        (!names.is_empty()).then(|| format!("{what} {}{more}", shown.join(", ")))
    };
    let parts = [part("missing", missing), part("added", extra), part("changed", altered)];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}
