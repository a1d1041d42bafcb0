//! Countries by their ISO 3166 alpha-3 codes.

use std::fmt;

use crate::model::hash::mix;

/// A country, as three letters.
///
/// Codes are those of ISO 3166-1, with `XKX` for Kosovo, and those of ISO 3166-3 for states that are no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 3]);

impl Country {
    /// The country with this code, which must be three capitals.
    pub fn of(code: &str) -> Option<Self> {
        let letters: [u8; 3] = code.as_bytes().try_into().ok()?;
        letters.iter().all(u8::is_ascii_uppercase).then_some(Self(letters))
    }

    pub(super) fn pack(country: Option<Self>) -> u16 {
        let letter = |letter: u8| u16::from(letter - b'A');
        country.map_or(0, |Self([a, b, c])| 1 + (letter(a) * 26 + letter(b)) * 26 + letter(c))
    }

    pub(super) fn unpack(packed: u16) -> Option<Self> {
        let number = packed.checked_sub(1)?;
        let letter = |number: u16| u8::try_from(number % 26).ok().map(|letter| b'A' + letter);
        let first = number / 676;
        (first < 26).then_some(())?;
        Some(Self([letter(first)?, letter(number / 26)?, letter(number)?]))
    }

    pub(super) fn hash(self) -> u64 {
        mix(0x6973_6f33, u64::from(Self::pack(Some(self))))
    }

    /// Its three letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_three_capitals_and_comes_back_as_it_was() {
        for code in ["AAA", "CHN", "RUS", "ZZZ", "XKX"] {
            let country = Country::of(code).unwrap();
            assert_eq!(Country::unpack(Country::pack(Some(country))), Some(country));
            assert_eq!(country.to_string(), code);
        }
        assert_eq!(Country::pack(None), 0);
        assert_eq!(["", "CH", "chn", "CHNA", "CH1", "ÄB"].map(Country::of), [None; 6]);
        assert_eq!([0, u16::MAX].map(Country::unpack), [None; 2]);
    }
}
