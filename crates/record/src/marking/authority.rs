//! The classification authority block: who classified something, why or from what, and until when (EO 13526, 1.6).

use std::fmt;

use serde::{Deserialize, Serialize};

/// A day of the calendar.
pub type Day = jiff::civil::Date;

/// The block as it is stated, complete or not. Whether it is as it must be is said by the rules in
/// `disclose::marking::authority`. An original decision has a reason, a derivative one what it is derived from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Authority {
    /// Who classified it, by name and position.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub classified_by: Option<String>,
    /// Whether that somebody only carried over what others decided, also where it does not say from what.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub derivatively: bool,
    /// Why, of an original decision: `1.4(c)`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// From what, of a derivative one: a source, a guide, `Multiple Sources`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub derived_from: Option<String>,
    /// The day on which it becomes declassified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub declassify_on: Option<Day>,
    /// What must happen for it to become declassified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub declassify_event: Option<String>,
    /// Why it does not become declassified after twenty-five years, or not by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exemption: Option<Exemption>,
    /// Why the whole is classified higher than its parts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compilation: Option<String>,
}

impl Authority {
    /// Whether nothing is stated.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it carries over a decision of others.
    pub fn is_derivative(&self) -> bool {
        self.derivatively || self.derived_from.is_some()
    }
}

/// A reason not to declassify after twenty-five years (EO 13526, 3.3), or material that is never declassified by a
/// date: NATO's, and that under the Atomic Energy Act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Exemption {
    /// Portions under the Atomic Energy Act.
    Aea,
    /// Portions of NATO.
    Nato,
    /// Portions of both.
    NatoAea,
    /// A human source, or an intelligence service.
    X1,
    /// Satellite imagery under EO 12951.
    X1Eo12951,
    /// Weapons of mass destruction.
    X2,
    /// Cryptologic systems.
    X3,
    /// The state of the art of a weapon system.
    X4,
    /// War plans in force.
    X5,
    /// Relations with other states.
    X6,
    /// The protection of high officials.
    X7,
    /// Emergency preparedness, or weaknesses of what protects.
    X8,
    /// A statute or treaty that forbids it.
    X9,
    /// A human source, beyond fifty years.
    Hum50,
    /// The design of a weapon of mass destruction, beyond fifty years.
    Wmd50,
}

impl Exemption {
    /// Every exemption in the order of the tables.
    pub const ALL: [Self; 15] = [
        Self::Aea,
        Self::Nato,
        Self::NatoAea,
        Self::X1,
        Self::X1Eo12951,
        Self::X2,
        Self::X3,
        Self::X4,
        Self::X5,
        Self::X6,
        Self::X7,
        Self::X8,
        Self::X9,
        Self::Hum50,
        Self::Wmd50,
    ];

    /// As the tables name it: `25X1`, `NATO-AEA`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Aea => "AEA",
            Self::Nato => "NATO",
            Self::NatoAea => "NATO-AEA",
            Self::X1 => "25X1",
            Self::X1Eo12951 => "25X1-EO-12951",
            Self::X2 => "25X2",
            Self::X3 => "25X3",
            Self::X4 => "25X4",
            Self::X5 => "25X5",
            Self::X6 => "25X6",
            Self::X7 => "25X7",
            Self::X8 => "25X8",
            Self::X9 => "25X9",
            Self::Hum50 => "50X1-HUM",
            Self::Wmd50 => "50X2-WMD",
        }
    }

    /// As it stands on the line "Declassify On".
    pub fn words(self) -> &'static str {
        match self {
            Self::Aea => "N/A to RD/FRD portions. See source list for NSI portions.",
            Self::Nato => "N/A to NATO portions. See source list for NSI portions.",
            Self::NatoAea => "N/A to NATO and RD/FRD portions. See source list for NSI portions.",
            Self::X1Eo12951 => "25X1, EO 12951",
            other => other.key(),
        }
    }

    /// Whether it holds for ever, so that no day may stand beside it (ISM-ID-00133).
    pub fn is_unlimited(self) -> bool {
        matches!(self, Self::Hum50 | Self::Wmd50)
    }
}

impl fmt::Display for Exemption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}
