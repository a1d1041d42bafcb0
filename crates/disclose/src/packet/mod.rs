//! The packet that goes out, and how whoever gets it makes sure of it.
//!
//! A packet is a folder. `packet.json` says what was said; `packet.html`, `packet.md`, `packet.pdf`, `packet.stix.json` and
//! `packet.txt` show it; `manifest.json` lists all of them with their hashes, and `manifest.sig` signs the manifest's bytes.
//! `log.json` may come later: it proves that the packet is in a transparency [`log`]. A packet names no claim, document,
//! source or case. [`compose`] makes a [`record::packet::Packet`] of what is to be issued, [`build`] makes its files, and
//! [`verify`] finds any change to any of them with nothing but the folder and the issuer's public key.
//!
//! Whatever shows the packet is a function of `packet.json` alone, and verification makes it anew: no two files can say
//! different things. So a change to how they look is a change of [`RENDERER`].

mod build;
mod check;
mod compose;
mod error;
mod first;
mod folder;
mod key;
pub mod log;
mod render;
mod report;
#[cfg(test)]
mod suite;
mod verify;

pub use build::{PacketFile, build, manifest_hash};
pub use check::{MOST_LINES, MOST_TEXT};
pub use compose::{Issue, IssueLine, IssueQuestion, compose};
pub use error::{PacketError, VerifyError};
pub use folder::{Contents, MOST_BYTES};
pub use key::{KeyError, PrivateKey, PublicKey};
pub(crate) use render::rendered;
pub use report::{Against, Report, Unchecked};
pub use verify::{examine, read, verify, verify_against};

pub(in crate::packet) use build::json;

/// What the packet says.
pub const PACKET_JSON: &str = "packet.json";
/// What the packet says, to be looked at in a browser.
pub const PACKET_HTML: &str = "packet.html";
/// The same in CommonMark.
pub const PACKET_MD: &str = "packet.md";
/// The same to be printed.
pub const PACKET_PDF: &str = "packet.pdf";
/// The same for programs that exchange intelligence: a bundle of STIX 2.1.
pub const PACKET_STIX: &str = "packet.stix.json";
/// The same as plain text.
pub const PACKET_TXT: &str = "packet.txt";
/// The list of the packet's files.
pub const MANIFEST_JSON: &str = "manifest.json";
/// The signature of that list: the base64 of its 64 bytes, and a line feed.
pub const MANIFEST_SIG: &str = "manifest.sig";
/// The log's word on the packet, where there is any.
pub const LOG_JSON: &str = "log.json";

/// The files of a packet of this format that its manifest lists, in its order.
const LISTED: [&str; 6] = [PACKET_HTML, PACKET_JSON, PACKET_MD, PACKET_PDF, PACKET_STIX, PACKET_TXT];

/// The version of the rules by which the other files are made of `packet.json`: templates, fonts, and the libraries that
/// shape, draw and compress. A test holds their bytes, so that none of these changes unseen.
pub const RENDERER: u32 = 2;
