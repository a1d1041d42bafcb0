//! The slots of a statement, and how precise what stands in them is.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A part of a statement that can be compared with the same part of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Slot {
    /// Whose words they are said to be.
    By,
    /// Who.
    Who,
    /// Did what.
    Act,
    /// To whom.
    Whom,
    /// With what.
    With,
    /// How many.
    Count,
    /// Where.
    Where,
    /// When.
    When,
    /// In which words, where they are quoted.
    Words,
    /// At which stage, and whether it is denied or negated.
    Stage,
    /// How sure the words are.
    Sure,
    /// Every other word that carries something.
    Other,
}

impl Slot {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::By,
        Self::Who,
        Self::Act,
        Self::Whom,
        Self::With,
        Self::Count,
        Self::Where,
        Self::When,
        Self::Words,
        Self::Stage,
        Self::Sure,
        Self::Other,
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::By => "by",
            Self::Who => "who",
            Self::Act => "act",
            Self::Whom => "whom",
            Self::With => "with",
            Self::Count => "count",
            Self::Where => "where",
            Self::When => "when",
            Self::Words => "words",
            Self::Stage => "stage",
            Self::Sure => "sure",
            Self::Other => "other",
        }
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Slot {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let names = || Self::ALL.map(Self::name).join(", ");
        let wanted = text.trim().to_ascii_lowercase();
        Self::ALL
            .into_iter()
            .find(|slot| slot.name() == wanted)
            .ok_or_else(|| format!("{text:?} is no slot of a statement: {}", names()))
    }
}

/// How precise what stands in a slot is, from the most specific to nothing. Within one slot the order is that of the
/// ladder; across slots it means nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grain {
    /// As it was stated, or of a precision that nobody knows.
    Exact,
    /// A day.
    Day,
    /// A week, from Monday.
    Week,
    /// A month of the calendar.
    Month,
    /// Three months.
    Season,
    /// A year, or two.
    Years,
    /// What somebody is: "a spokesman of the foreign ministry".
    Role,
    /// What somebody belongs to: a government, forces.
    Body,
    /// A country.
    Country,
    /// A region of the world.
    Region,
    /// A number between two others.
    Range,
    /// A number of so many digits.
    Magnitude,
    /// Several.
    Several,
    /// A class of goods.
    Class,
    /// Somebody, something.
    Some,
    /// Nothing of it.
    Nothing,
}

impl Grain {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::Exact,
        Self::Day,
        Self::Week,
        Self::Month,
        Self::Season,
        Self::Years,
        Self::Role,
        Self::Body,
        Self::Country,
        Self::Region,
        Self::Range,
        Self::Magnitude,
        Self::Several,
        Self::Class,
        Self::Some,
        Self::Nothing,
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Season => "season",
            Self::Years => "years",
            Self::Role => "role",
            Self::Body => "body",
            Self::Country => "country",
            Self::Region => "region",
            Self::Range => "range",
            Self::Magnitude => "magnitude",
            Self::Several => "several",
            Self::Class => "class",
            Self::Some => "some",
            Self::Nothing => "nothing",
        }
    }
}

impl fmt::Display for Grain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Grain {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let names = || Self::ALL.map(Self::name).join(", ");
        let wanted = text.trim().to_ascii_lowercase();
        Self::ALL
            .into_iter()
            .find(|grain| grain.name() == wanted)
            .ok_or_else(|| format!("{text:?} is no precision: {}", names()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_and_grains_are_read_from_what_they_print_and_nothing_else() {
        for slot in Slot::ALL {
            assert_eq!(slot.to_string().parse::<Slot>(), Ok(slot));
        }
        for grain in Grain::ALL {
            assert_eq!(grain.to_string().parse::<Grain>(), Ok(grain));
        }
        assert!("colour".parse::<Slot>().unwrap_err().contains("is no slot"));
        assert!("roughly".parse::<Grain>().unwrap_err().contains("is no precision"));
    }
}
