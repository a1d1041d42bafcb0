//! Goods, as a language names them: what a noun phrase names by its last word, by the words before that, or by both.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::model::hash::folded;

/// What goods are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GoodsClass {
    /// Weapons, what they fire, and what carries them into a fight.
    Lethal,
    /// Military and relief goods that do not kill.
    NonLethal,
    /// Civil goods that an army or its industry can use.
    DualUse,
    /// Fuels and electricity.
    Energy,
    /// Money.
    Financial,
}

impl GoodsClass {
    /// The class as the reading format writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lethal => "lethal",
            Self::NonLethal => "non-lethal",
            Self::DualUse => "dual-use",
            Self::Energy => "energy",
            Self::Financial => "financial",
        }
    }
}

/// A kind of goods.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GoodsKind {
    /// What they are for.
    pub class: GoodsClass,
    /// The category of SIPRI's register of arms transfers, where it has one for them.
    pub sipri: Option<&'static str>,
    /// Their codes in the common high priority list: six digits of the Harmonized System.
    pub hs6: &'static [&'static str],
    /// Whether what they are joined with may tell more of their class: "*drones* and missiles".
    pub open: bool,
}

impl GoodsKind {
    /// Goods of a class of which no more is known.
    pub const fn of(class: GoodsClass) -> Self {
        Self { class, sipri: None, hs6: &[], open: false }
    }

    /// Goods of a category of SIPRI's register.
    pub const fn sipri(class: GoodsClass, category: &'static str) -> Self {
        Self { class, sipri: Some(category), hs6: &[], open: false }
    }

    /// Goods with codes of the Harmonized System.
    pub const fn coded(class: GoodsClass, hs6: &'static [&'static str]) -> Self {
        Self { class, sipri: None, hs6, open: false }
    }

    /// The same, whose class is no more than likely.
    pub const fn open(self) -> Self {
        Self { open: true, ..self }
    }
}

/// A kind of goods and its names: noun phrases in the singular and without hyphens, with commas between them. A word may be
/// written in two ways with `|` between.
pub type GoodsRow = (GoodsKind, &'static str);

/// What a word before a noun makes of the goods.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Modifier {
    /// Goods of this class, whatever they are else: "*lethal* aid", "*medical* supplies".
    Class(GoodsClass),
    /// Weapons, where the noun names what can be armed: "*armed* drones", "*combat* helicopters".
    Arms,
    /// Civil goods, where the noun names what is made for both: "*commercial* drones".
    Civil,
}

/// What a noun phrase is known by.
#[derive(Debug)]
pub struct GoodsTable {
    /// The names of goods, by class.
    pub rows: &'static [&'static [GoodsRow]],
    /// Words before a noun that change or give its class, as [`GoodsRow`] writes them.
    pub modifiers: &'static [(Modifier, &'static str)],
    /// Nouns that name goods only with what stands before or behind them: *system*, *component*.
    pub generic: &'static [&'static str],
    /// Nouns that measure goods, and name none: *batch*, *barrel*.
    pub measures: &'static [&'static str],
    /// Names of money.
    pub currencies: &'static [&'static str],
    /// The tables, hashed when they are first asked.
    pub compiled: OnceLock<GoodsIndex>,
}

/// One name: the words before its last, from the last to the first, and what it tells.
type Name<T> = (Vec<u64>, T);

/// [`GoodsTable`] ready to be looked up.
#[derive(Debug)]
pub struct GoodsIndex {
    names: HashMap<u64, Vec<Name<GoodsKind>>>,
    modifiers: HashMap<u64, Vec<Name<Modifier>>>,
    kinds: HashMap<u64, Noun>,
    /// A bit for each word that any table knows as the last of a name: most words are none, and that shows at one look.
    bits: Vec<u64>,
}

/// What a noun is apart from the goods that it may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noun {
    /// Goods by what stands with it.
    Generic,
    /// A measure of goods.
    Measure,
    /// Money.
    Currency,
}

/// How many bits there are, as a power of two.
const BITS: u32 = 14;

/// The word of the bits that a hash has its bit in, and the bit.
const fn bit_of(hash: u64) -> (usize, u64) {
    ((hash >> (64 - BITS + 6)) as usize, 1 << (hash >> (64 - BITS) & 63))
}

impl GoodsTable {
    /// The tables as an index.
    pub fn index(&self) -> &GoodsIndex {
        self.compiled.get_or_init(|| {
            let mut names = HashMap::new();
            for (kind, list) in self.rows.iter().copied().flatten() {
                enter(&mut names, *kind, list);
            }
            let mut modifiers = HashMap::new();
            for (kind, list) in self.modifiers {
                enter(&mut modifiers, *kind, list);
            }
            let nouns =
                [(Noun::Generic, self.generic), (Noun::Measure, self.measures), (Noun::Currency, self.currencies)];
            let kinds: HashMap<u64, Noun> =
                nouns.iter().flat_map(|(noun, list)| list.iter().map(|word| (folded(word), *noun))).collect();
            let mut bits = vec![0; 1 << (BITS - 6)];
            for hash in names.keys().chain(kinds.keys()) {
                let (at, bit) = bit_of(*hash);
                bits[at] |= bit;
            }
            GoodsIndex { names, modifiers, kinds, bits }
        })
    }
}

/// Enters the names of a row under their last words; the longest stand first, and of two alike the earlier.
fn enter<T: Copy>(names: &mut HashMap<u64, Vec<Name<T>>>, told: T, list: &str) {
    for name in list.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        let mut spellings: Vec<Vec<u64>> = vec![Vec::new()];
        for word in name.split(' ') {
            let written = word.split('|').map(folded);
            let one_more = |before: &Vec<u64>| {
                let before = before.clone();
                written.clone().map(move |word| [&before[..], &[word]].concat())
            };
            spellings = spellings.iter().flat_map(one_more).collect();
        }
        let last = name.rsplit(' ').next().unwrap_or(name);
        let forms: Vec<u64> = last.split('|').flat_map(|word| [folded(word), folded(&plural(word))]).collect();
        for mut words in spellings {
            let Some(_) = words.pop() else { continue };
            words.reverse();
            for last in &forms {
                let known = names.entry(*last).or_default();
                if known.iter().all(|(other, _)| *other != words) {
                    known.push((words.clone(), told));
                    known.sort_by_key(|(words, _)| usize::MAX - words.len());
                }
            }
        }
    }
}

/// The regular plural of a noun: a lemma is sometimes guessed wrong ("lath" for "lathes").
fn plural(noun: &str) -> String {
    let stem = &noun[..noun.len() - noun.chars().next_back().map_or(0, char::len_utf8)];
    let before = stem.chars().next_back().unwrap_or('y');
    if noun.ends_with('y') && !"aeiou".contains(before) {
        format!("{stem}ies")
    } else if noun.ends_with(['s', 'x', 'z']) || noun.ends_with("ch") || noun.ends_with("sh") {
        format!("{noun}es")
    } else {
        format!("{noun}s")
    }
}

impl GoodsIndex {
    /// Whether a word may be the last of a name, or a measure or money.
    pub fn may_name(&self, hash: u64) -> bool {
        let (at, bit) = bit_of(hash);
        self.bits.get(at).is_some_and(|bits| bits & bit != 0)
    }

    /// What a noun is apart from the goods that it may name.
    pub fn noun(&self, hash: u64) -> Option<Noun> {
        self.kinds.get(&hash).copied()
    }

    /// The goods of the longest name that ends with a word, and how many words it has. `before` gives the forms of the word
    /// so many places before, from 1 on.
    pub fn name(&self, last: [u64; 2], before: impl Fn(usize) -> Option<[u64; 2]>) -> Option<(GoodsKind, usize)> {
        longest(&self.names, last, before)
    }

    /// The same of modifiers.
    pub fn modifier(&self, last: [u64; 2], before: impl Fn(usize) -> Option<[u64; 2]>) -> Option<(Modifier, usize)> {
        longest(&self.modifiers, last, before)
    }
}

fn longest<T: Copy>(
    names: &HashMap<u64, Vec<Name<T>>>,
    last: [u64; 2],
    before: impl Fn(usize) -> Option<[u64; 2]>,
) -> Option<(T, usize)> {
    let fits = |words: &[u64]| {
        words.iter().enumerate().all(|(far, word)| before(far + 1).is_some_and(|forms| forms.contains(word)))
    };
    let of = |hash: u64| {
        names.get(&hash)?.iter().find(|(words, _)| fits(words)).map(|(words, told)| (*told, words.len() + 1))
    };
    match (of(last[0]), (last[0] != last[1]).then(|| of(last[1])).flatten()) {
        (Some(one), Some(other)) => Some(if other.1 > one.1 { other } else { one }),
        (one, other) => one.or(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::EN;

    fn class(name: &str) -> Option<(GoodsClass, usize)> {
        let words: Vec<u64> = name.split(' ').map(folded).collect();
        let last = *words.last()?;
        let before = |far: usize| words.len().checked_sub(1 + far).map(|at| [words[at]; 2]);
        EN.goods.index().name([last; 2], before).map(|(kind, words)| (kind.class, words))
    }

    #[test]
    fn the_longest_name_counts() {
        assert_eq!(class("drones"), Some((GoodsClass::DualUse, 1)));
        assert_eq!(class("attack drones"), Some((GoodsClass::Lethal, 2)));
        assert_eq!(class("air defense systems"), Some((GoodsClass::Lethal, 3)));
        assert_eq!(class("fuel"), Some((GoodsClass::Energy, 1)));
        assert_eq!(class("speech"), None);
    }

    #[test]
    fn every_code_has_six_digits() {
        let codes = EN.goods.rows.iter().copied().flatten().flat_map(|(kind, _)| kind.hs6);
        assert!(codes.clone().all(|code| code.len() == 6 && code.bytes().all(|digit| digit.is_ascii_digit())));
        assert!(codes.count() > 50);
    }
}
