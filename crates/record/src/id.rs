//! Identifiers.
//!
//! An entity's id is 16 bytes of chance (a version 4 UUID), made once and kept in the journal; a document's is the
//! SHA-256 of its bytes. A claim's id is computed from where it stands (see [`ClaimId`]). Nothing here counts: a
//! sequential id would tell a viewer how many things there are that they may not see.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Why a text is not an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAnId(String);

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not an id", self.0)
    }
}

impl std::error::Error for NotAnId {}

fn hex_of(bytes: &[u8]) -> String {
    use fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

fn bytes_of<const N: usize>(text: &str, dashes: bool) -> Result<[u8; N], NotAnId> {
    let bad = || NotAnId(text.chars().take(80).collect());
    let digits: Vec<u8> = text.bytes().filter(|byte| !(dashes && *byte == b'-')).collect();
    if digits.len() != N * 2 || !digits.iter().all(u8::is_ascii_hexdigit) {
        return Err(bad());
    }
    let mut out = [0; N];
    for (byte, pair) in out.iter_mut().zip(digits.chunks(2)) {
        let pair = std::str::from_utf8(pair).map_err(|_| bad())?;
        *byte = u8::from_str_radix(pair, 16).map_err(|_| bad())?;
    }
    Ok(out)
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; 16]);

        impl $name {
            /// The first eight hexadecimal digits: enough to name it on a screen, and taken as an abbreviation.
            pub fn short(&self) -> String {
                hex_of(&self.0[..4])
            }

            /// The id made of `chance`, with the version and variant bits of a random UUID.
            pub fn from_chance(mut chance: [u8; 16]) -> Self {
                chance[6] = chance[6] & 0x0f | 0x40;
                chance[8] = chance[8] & 0x3f | 0x80;
                Self(chance)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let hex = hex_of(&self.0);
                write!(f, "{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{self}")
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                bytes_of(text, true).map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
            }
        }
    )*};
}

ids! {
    /// A case: one question with its hypotheses and evidence.
    CaseId;
    /// One answer to a case's question.
    HypothesisId;
    /// A root of evidence: one independent origin, however many documents repeat it.
    RootId;
    /// A request to say something to an audience.
    DisclosureId;
    /// One line of a disclosure's draft.
    LineId;
    /// An issued packet.
    PacketId;
    /// A person's word on a claim.
    ReviewId;
    /// A person's word on whether two documents have one origin.
    LinkId;
    /// A source in the house register.
    SourceId;
    /// An access list in the house register.
    AccessId;
    /// A private warning in the house register.
    WarningId;
    /// A public release of earlier days in the house register.
    ReleaseId;
    /// What one would expect to see under a hypothesis.
    IndicatorId;
    /// A group of roots that depend on each other.
    GroupId;
    /// Something that a case takes for granted.
    AssumptionId;
    /// What one person thinks likely.
    ForecastId;
    /// A claim kept in a case: the first 16 bytes of a hash over its case, document, label, reader version, cue spans
    /// and content spans. It needs no chance, so that the same reading names its claims alike wherever it is
    /// made again, and the case's own random id keeps an outsider who holds the document from guessing it.
    ClaimId;
}

impl CaseId {
    /// What stands in the place of a case for what belongs to all of them: the chain of the house register. No case has
    /// this id, since a random one is never nil.
    pub const HOUSE: Self = Self([0; 16]);
}

/// The SHA-256 of some bytes: the name of a document, a text, or any other blob.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sha256(pub [u8; 32]);

impl Sha256 {
    /// The first twelve hexadecimal digits, for a screen.
    pub fn short(&self) -> String {
        hex_of(&self.0[..6])
    }
}

impl fmt::Display for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex_of(&self.0))
    }
}

impl fmt::Debug for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl FromStr for Sha256 {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        bytes_of(text, false).map(Self)
    }
}

impl Serialize for Sha256 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Sha256 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_back_from_what_it_prints() {
        let id = CaseId::from_chance([0xab; 16]);
        assert_eq!(id.to_string(), "abababab-abab-4bab-abab-abababababab");
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(id.short(), "abababab");
    }

    #[test]
    fn what_is_not_an_id_is_named() {
        let error = "case-1".parse::<CaseId>().unwrap_err();
        assert_eq!(error.to_string(), "\"case-1\" is not an id");
        assert!("zz".repeat(32).parse::<Sha256>().is_err());
        assert!("é".repeat(16).parse::<CaseId>().is_err());
    }
}
