//! The table of actors, compiled in: names by the hashes of their words, each with what it names, whose it is, and when.
//!
//! `tables/actors.md` says where it comes from, and `cargo xtask tables actors` lists it. What is looked up
//! here is made of it by `cargo xtask tables actors`: a name is the chain of its words' hashes, so that the longest name
//! that begins at a token is found with one probe a word, and a token that begins no name costs one.

use std::sync::OnceLock;

use super::country::Country;
use crate::model::hash::{feature, mix};
use crate::model::lookup::Lookup;
use crate::model::{Aligned, Model, ModelError, ModelFile};

/// The longest name of the table, in words.
pub const LONGEST: usize = 10;

/// What a name of the table names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Kind {
    /// A state: *Corvania*.
    State,
    /// What belongs to a state: *Corvanian*.
    Adjective,
    /// The people of a state: *Corvanians*.
    People,
    /// The town that stands for the government of a state.
    Capital,
    /// A house that stands for it.
    Seat,
    /// Another town.
    Town,
    /// A part of a state.
    Region,
    /// What belongs to several states: *European*.
    Bloc,
    /// A ministry, a force, a service, a company: an organisation of one state.
    Organ,
    /// An organisation of several states, or of none.
    Organisation,
    /// People in arms that are no state's.
    ArmedGroup,
    /// A person.
    Person,
}

impl Kind {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 12] = [
        Self::State,
        Self::Adjective,
        Self::People,
        Self::Capital,
        Self::Seat,
        Self::Town,
        Self::Region,
        Self::Bloc,
        Self::Organ,
        Self::Organisation,
        Self::ArmedGroup,
        Self::Person,
    ];

    /// Its name in the list.
    pub const fn word(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Adjective => "adjective",
            Self::People => "people",
            Self::Capital => "capital",
            Self::Seat => "seat",
            Self::Town => "town",
            Self::Region => "region",
            Self::Bloc => "bloc",
            Self::Organ => "organ",
            Self::Organisation => "organisation",
            Self::ArmedGroup => "armed-group",
            Self::Person => "person",
        }
    }
}

/// One reading of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry<'m> {
    /// What it names.
    pub kind: Kind,
    /// Whether it was written by hand: a name from a dictionary of others counts only where the whole name of a mention
    /// is it.
    pub sure: bool,
    /// Whether it is made of capitals, and is no name where it is written otherwise: *US*.
    pub capitals: bool,
    /// Whose it is.
    pub country: Option<Country>,
    /// The name that the actor goes by.
    pub name: &'m str,
    /// The office or the class of the actor; empty where the table says none.
    pub role: &'m str,
    /// The day from which that holds, as `yyyymmdd`; 0 where it is not told.
    pub from: u32,
    /// The day to which it holds; 0 where it is not told.
    pub to: u32,
}

impl Entry<'_> {
    /// Whether it holds on a day; where the table tells no bound there is none.
    pub fn holds(&self, day: u32) -> bool {
        (self.from == 0 || self.from <= day) && (self.to == 0 || day <= self.to)
    }
}

const ROW: usize = 20;
const LAST: u8 = 1;
const SURE: u8 = 1 << 1;
const CAPITALS: u8 = 1 << 2;
const GOES_ON: u32 = 1 << 31;
const START: u64 = 0x6163_746f_7273;

/// The table, read where it lies.
#[derive(Debug, Clone, Copy)]
pub struct Table<'m> {
    keys: Lookup<'m>,
    rows: &'m [[u8; ROW]],
    words: &'m str,
}

/// The table that is compiled into the program; none where it is damaged.
pub fn embedded() -> Option<&'static Table<'static>> {
    static BYTES: &Aligned<[u8]> = &Aligned(*include_bytes!("../../../../tables/actors.bin"));
    static TABLE: OnceLock<Result<Table<'static>, ModelError>> = OnceLock::new();
    TABLE.get_or_init(|| Table::open(&BYTES.0)).as_ref().ok()
}

fn number(row: &[u8; ROW], at: usize) -> u32 {
    u32::from_le_bytes([row[at], row[at + 1], row[at + 2], row[at + 3]])
}

fn name_key(words: impl Iterator<Item = u64>) -> impl Iterator<Item = u64> {
    words.scan(START, |key, word| {
        *key = mix(*key, word);
        Some(feature(4 << 32, [*key]))
    })
}

impl<'m> Table<'m> {
    /// Reads a table from its bytes.
    ///
    /// # Errors
    /// If they are not that.
    pub fn open(bytes: &'m [u8]) -> Result<Self, ModelError> {
        let model = Model::open(bytes, "actors")?;
        let (rows, rest) = model.section("rows")?.as_chunks::<ROW>();
        let words = std::str::from_utf8(model.section("words")?)
            .map_err(|_| ModelError::Malformed("the words of the table are no text"))?;
        if !rest.is_empty() || rows.last().is_none_or(|row| row[1] & LAST == 0) {
            return Err(ModelError::Malformed("the rows of the table are cut off"));
        }
        Ok(Self { keys: Lookup::open(model.section("keys")?)?, rows, words })
    }

    /// The longest name that begins with these words (hashes without case): its length in words, and its first row.
    #[inline]
    pub fn longest(&self, words: impl Iterator<Item = u64>) -> Option<(usize, u32)> {
        let mut best = None;
        for (place, key) in name_key(words).take(LONGEST).enumerate() {
            let Some(found) = self.keys.get(key) else { break };
            if let Some(row) = (found & !GOES_ON).checked_sub(1) {
                best = Some((place + 1, row));
            }
            if found & GOES_ON == 0 {
                break;
            }
        }
        best
    }

    /// The first row of the name that these words are, all of them.
    pub fn exact(&self, words: impl Iterator<Item = u64>) -> Option<u32> {
        let last = name_key(words).take(LONGEST + 1).last()?;
        (self.keys.get(last)? & !GOES_ON).checked_sub(1)
    }

    /// All readings of a name, by its first row.
    pub fn entries(&self, first: u32) -> impl Iterator<Item = Entry<'m>> + use<'m> {
        let (rows, words) = (self.rows.get(first as usize..).unwrap_or_default(), self.words);
        let count = rows.iter().position(|row| row[1] & LAST != 0).map_or(0, |last| last + 1);
        rows[..count].iter().filter_map(move |row| entry(row, words))
    }

    /// The name that a state goes by.
    pub fn state(&self, country: Country) -> &'m str {
        let found = self.keys.get(feature((4 << 32) + 1, [country.hash()]));
        let first = found.and_then(|found| found.checked_sub(1));
        first.and_then(|first| self.entries(first).find(|row| row.kind == Kind::State)).map_or("", |row| row.name)
    }
}

fn entry<'m>(row: &[u8; ROW], words: &'m str) -> Option<Entry<'m>> {
    let word = |at: usize| words.get(number(row, at) as usize..).and_then(|rest| rest.split('\n').next());
    Some(Entry {
        kind: *Kind::ALL.get(usize::from(row[0]))?,
        sure: row[1] & SURE != 0,
        capitals: row[1] & CAPITALS != 0,
        country: Country::unpack(u16::from_le_bytes([row[2], row[3]])),
        name: word(4)?,
        role: word(8)?,
        from: number(row, 12),
        to: number(row, 16),
    })
}

/// Makes the bytes of a table; names are added with the hashes of their words.
#[derive(Debug, Default)]
pub struct Builder {
    names: std::collections::BTreeMap<Vec<u64>, Vec<[u8; ROW]>>,
    states: std::collections::BTreeMap<u64, Vec<u64>>,
    words: String,
    known: std::collections::BTreeMap<String, u32>,
}

impl Builder {
    /// Adds one reading of a name.
    pub fn add(&mut self, words: Vec<u64>, entry: &Entry<'_>) {
        if words.is_empty() || words.len() > LONGEST {
            return;
        }
        let mut row = [0; ROW];
        row[0] = entry.kind as u8;
        row[1] = if entry.sure { SURE } else { 0 } | if entry.capitals { CAPITALS } else { 0 };
        row[2..4].copy_from_slice(&Country::pack(entry.country).to_le_bytes());
        row[4..8].copy_from_slice(&self.word(entry.name).to_le_bytes());
        row[8..12].copy_from_slice(&self.word(entry.role).to_le_bytes());
        row[12..16].copy_from_slice(&entry.from.to_le_bytes());
        row[16..20].copy_from_slice(&entry.to.to_le_bytes());
        if let (Kind::State, Some(country)) = (entry.kind, entry.country) {
            // The first name of a state is the one it goes by.
            self.states.entry(country.hash()).or_insert_with(|| words.clone());
        }
        let rows = self.names.entry(words).or_default();
        if !rows.contains(&row) {
            rows.push(row);
        }
    }

    fn word(&mut self, word: &str) -> u32 {
        if let Some(known) = self.known.get(word) {
            return *known;
        }
        let at = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.words.push_str(word);
        self.words.push('\n');
        self.known.insert(word.to_owned(), at);
        at
    }

    /// The bytes of the table.
    pub fn to_bytes(self) -> Vec<u8> {
        let mut keys: std::collections::BTreeMap<u64, u32> = std::collections::BTreeMap::new();
        let mut rows: Vec<u8> = Vec::new();
        let mut firsts = std::collections::BTreeMap::new();
        for (words, mut list) in self.names {
            let first = u32::try_from(rows.len() / ROW).unwrap_or(0);
            firsts.insert(words.clone(), first);
            if let Some(last) = list.last_mut() {
                last[1] |= LAST;
            }
            rows.extend(list.into_iter().flatten());
            let count = words.len();
            for (place, key) in name_key(words.into_iter()).enumerate() {
                *keys.entry(key).or_default() |= if place + 1 == count { first + 1 } else { GOES_ON };
            }
        }
        for (state, words) in self.states {
            if let Some(first) = firsts.get(&words) {
                keys.insert(feature((4 << 32) + 1, [state]), first + 1);
            }
        }
        let mut file = ModelFile::default();
        file.add("keys", Lookup::build(keys.into_iter().collect()));
        file.add("rows", rows);
        file.add("words", self.words.into_bytes());
        file.to_bytes("actors")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::hash::folded;

    fn words(name: &str) -> Vec<u64> {
        name.split(' ').map(folded).collect()
    }

    fn entry<'m>(kind: Kind, name: &'m str, country: &str) -> Entry<'m> {
        let country = Country::of(country);
        Entry { kind, sure: true, capitals: false, country, name, role: "", from: 0, to: 0 }
    }

    fn small() -> Vec<u8> {
        let mut builder = Builder::default();
        builder.add(words("Corvania"), &entry(Kind::State, "Corvania", "AAC"));
        builder.add(words("North Corvania"), &entry(Kind::State, "North Corvania", "AAN"));
        builder.add(words("Asher"), &entry(Kind::Town, "Asher", "AAC"));
        builder.add(words("Asher"), &entry(Kind::Town, "Asher", "AAN"));
        builder.add(words("Asher Bay Council"), &entry(Kind::Organ, "Asher Bay Council", "AAN"));
        builder.to_bytes()
    }

    #[test]
    fn the_longest_name_is_found_with_all_its_readings() {
        let bytes = small();
        let table = Table::open(&bytes).unwrap();
        let found = |text: &str| table.longest(words(text).into_iter()).map(|(length, _)| length);
        assert_eq!(found("north corvania said"), Some(2));
        assert_eq!(found("asher bay said"), Some(1));
        assert_eq!(found("asher bay council said"), Some(3));
        assert_eq!(found("north said"), None);
        let (_, first) = table.longest(words("asher").into_iter()).unwrap();
        assert_eq!(
            table.entries(first).map(|entry| entry.country.unwrap().to_string()).collect::<Vec<_>>(),
            ["AAC", "AAN"]
        );
        assert_eq!(table.exact(words("asher bay").into_iter()), None);
        assert_eq!(table.state(Country::of("AAN").unwrap()), "North Corvania");
    }

    #[test]
    fn a_damaged_table_is_an_error() {
        let bytes = small();
        for end in 0..bytes.len() {
            assert!(Table::open(&bytes[..end]).is_err(), "cut at {end}");
        }
        assert!(embedded().is_some());
    }
}
