//! Why there is no packet, and why a folder is not one.

use std::path::PathBuf;

use record::marking::NotAClearance;
use record::packet::FORMAT;

use super::log::LogError;
use super::{KeyError, LOG_JSON, MANIFEST_JSON, MANIFEST_SIG, MOST_BYTES, PACKET_JSON};
use crate::wording::Contradiction;

/// Why a packet cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PacketError {
    /// It has not been issued.
    #[error("the disclosure has not been issued: issue it first")]
    NotIssued,
    /// There is nothing to say.
    #[error("there is no line that could go out: add at least one below the tearline")]
    NoLines,
    /// The caller did not say what each line demands.
    #[error("the draft has {lines} lines and {markings} were given a marking: mark each line by the claims behind it")]
    Markings {
        /// How many lines there are.
        lines: usize,
        /// How many markings.
        markings: usize,
    },
    /// Something has no marking.
    #[error("{0:?} has no marking: mark the documents behind its claims")]
    Unmarked(String),
    /// The words around the lines have none.
    #[error("title, sources, confidence and basis have no marking: say what they demand together, as the lines do")]
    UnmarkedFrame,
    /// The audience is not written as a clearance.
    #[error("the audience {audience:?} is not known to be cleared for anything: {why}")]
    Audience {
        /// The audience.
        audience: String,
        /// What is wrong with it.
        why: NotAClearance,
    },
    /// The audience may not see some of it.
    #[error(
        "the audience {audience:?} may not see {parts}: take that out, rest it on claims that it may see, or choose another \
         audience; other words for the same claims do not lower their marking"
    )]
    NotCleared {
        /// The audience.
        audience: String,
        /// Which parts, with their portion marks.
        parts: String,
    },
    /// What may be torn off is marked higher than what stays.
    #[error(
        "below the tearline it is {below}, and above it {above}: what may be given on cannot demand more; move the lines \
         that do above the tearline"
    )]
    LowerHigher {
        /// The banner above.
        above: String,
        /// The banner below.
        below: String,
    },
    /// The lower half says what the upper denies.
    #[error("line {below}, below the tearline, contradicts line {above} above it: {found}")]
    Contradiction {
        /// The number of the line above.
        above: u32,
        /// That of the line below.
        below: u32,
        /// What contradicts what.
        found: Contradiction,
    },
    /// Links on some lines only.
    #[error(
        "some lines are linked to other versions and others are not, which tells which sentences have other versions: \
         give each line of the packet a link, or none"
    )]
    SomeLinked,
    /// A character that does not show, or changes how others show.
    #[error("the {part} has the character U+{:04X}, which is not seen as it is read: take it out", u32::from(*.character))]
    Hidden {
        /// Where.
        part: String,
        /// Which.
        character: char,
    },
    /// Something that no packet may have, or must have and has not.
    #[error("the packet's {part} cannot stand: {why}; change it and compose the packet anew")]
    Unsound {
        /// Which part.
        part: String,
        /// What is wrong with it.
        why: String,
    },
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
        "{} is not a packet: give the folder that holds {PACKET_JSON}, {MANIFEST_JSON}, {MANIFEST_SIG} and what they go with, \
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
    #[error(
        "the packet is of format {found}, and this program knows formats 1 to {FORMAT}: verify it with a newer one"
    )]
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
    /// The log's word on the packet does not hold.
    #[error("{LOG_JSON} does not hold: {0}")]
    Log(#[from] LogError),
    /// The log given beside the packet does not fit it.
    #[error("the packet does not fit the log that was given: {0}")]
    OtherLog(String),
    /// The older packet given is not the one that this one names.
    #[error("this packet {verb} the packet {named}, and the older packet that was given is another: {why}")]
    Older {
        /// What this packet does to the older one.
        verb: &'static str,
        /// The older packet.
        named: String,
        /// What is wrong.
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
