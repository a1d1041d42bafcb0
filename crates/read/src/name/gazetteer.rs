//! What lists know of words: names of countries, cities and regions, of peoples, given names and surnames,
//! organisations; and a class for each frequent word, of words that are used alike.
//!
//! None of it decides anything: *Jordan* is a country, a city, a given name and a surname, and the model learns what
//! to make of that beside everything else.

use crate::model::hash::{feature, mix};
use crate::model::lookup::Lookup;
use crate::model::{Aligned, Model, ModelError};

/// The longest entry of the lists, in words.
pub const LONGEST: usize = 5;

/// A state.
pub const COUNTRY: u16 = 1;
/// A people, its language, or the adjective for both: *Corvanian*.
pub const PEOPLE: u16 = 1 << 1;
/// A town.
pub const CITY: u16 = 1 << 2;
/// The seat of a government.
pub const CAPITAL: u16 = 1 << 3;
/// A part of a state, or a continent.
pub const REGION: u16 = 1 << 4;
/// The first name of a person.
pub const GIVEN: u16 = 1 << 5;
/// The last name of a person.
pub const SURNAME: u16 = 1 << 6;
/// A body with a name.
pub const ORGANISATION: u16 = 1 << 7;
/// A word that stands for an office or an occupation.
pub const OFFICE: u16 = 1 << 8;
/// Longer entries begin with these words.
pub const GOES_ON: u16 = 1 << 15;

/// The class of a word at three sizes, each from 1; nothing but zeros for a word that has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Class(u32);

impl Class {
    /// Puts together a fine class below 2048, a middle one below 1024 and a coarse one below 2048.
    pub const fn new(fine: u32, middle: u32, coarse: u32) -> Self {
        Self(fine & 0x7ff | (middle & 0x3ff) << 11 | coarse << 21)
    }

    /// One of many.
    pub const fn fine(self) -> u64 {
        (self.0 & 0x7ff) as u64
    }

    /// One of some hundred.
    pub const fn middle(self) -> u64 {
        (self.0 >> 11 & 0x3ff) as u64
    }

    /// One of a few dozen.
    pub const fn coarse(self) -> u64 {
        (self.0 >> 21) as u64
    }
}

/// Lists and classes, read where they lie.
#[derive(Debug, Clone, Copy)]
pub struct Gazetteer<'m> {
    lists: Lookup<'m>,
    classes: Lookup<'m>,
}

/// The lists and classes that are compiled into the program.
///
/// # Errors
/// If the file they were compiled from is damaged or made for another version.
pub fn embedded() -> Result<Gazetteer<'static>, ModelError> {
    static MODEL: &Aligned<[u8]> = &Aligned(*include_bytes!("../../../../models/gazetteer.bin"));
    Gazetteer::open(&MODEL.0)
}

/// The start of the key of an entry.
pub const START: u64 = 0x6c69_7374;

/// The key of an entry that goes on with one more word, given by its hash without case.
#[inline]
pub const fn key(before: u64, word: u64) -> u64 {
    mix(before, word)
}

impl<'m> Gazetteer<'m> {
    /// Reads lists and classes from their bytes.
    ///
    /// # Errors
    /// If they are not that.
    pub fn open(bytes: &'m [u8]) -> Result<Self, ModelError> {
        let model = Model::open(bytes, "gazette")?;
        Ok(Self { lists: Lookup::open(model.section("lists")?)?, classes: Lookup::open(model.section("classes")?)? })
    }

    /// What the lists say of the entry with this key.
    #[inline]
    pub fn entry(&self, key: u64) -> u16 {
        self.lists.get(feature(3 << 32, [key])).unwrap_or(0) as u16
    }

    /// The class of a word, given by its hash without case.
    #[inline]
    pub fn class(&self, word: u64) -> Class {
        Class(self.classes.get(feature((3 << 32) + 1, [word])).unwrap_or(0))
    }

    /// The bytes of lists and classes, each by key.
    pub fn lists_to_bytes(lists: impl Iterator<Item = (u64, u16)>) -> Vec<u8> {
        Lookup::build(lists.map(|(key, flags)| (feature(3 << 32, [key]), u32::from(flags))).collect())
    }

    /// The bytes of classes by word.
    pub fn classes_to_bytes(classes: impl Iterator<Item = (u64, Class)>) -> Vec<u8> {
        Lookup::build(classes.map(|(word, class)| (feature((3 << 32) + 1, [word]), class.0)).collect())
    }
}
