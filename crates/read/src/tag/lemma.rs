//! The lemma of a word: the form under which a dictionary has it.
//!
//! A rule takes bytes off the end of a word and puts others there (`-ies` becomes `-y`), after making it lower case or
//! not. Which rule holds is looked up by label and ending, the longest ending that is known first, and before that by
//! the whole word, which is how exceptions (*went*, *men*) are kept.

use crate::model::ModelError;
use crate::model::hash::{EMPTY, feature, lower, plain, push};
use crate::model::lookup::Lookup;

/// The longest ending that has rules, in characters.
pub const LONGEST: usize = 6;

/// How a lemma is made from a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rule<T> {
    /// Whether the word is put into lower case first.
    pub lower: bool,
    /// How many characters are taken off its end.
    pub strip: u8,
    /// What is put there.
    pub add: T,
}

/// The rules of lemmas.
#[derive(Debug, Clone)]
pub struct Lemmas<'m> {
    table: Lookup<'m>,
    rules: Vec<Rule<&'m str>>,
}

/// The hashes of a word's endings of 0 to [`LONGEST`] characters, without case, and of the whole word.
#[inline]
pub fn endings(word: &str) -> ([u64; LONGEST + 1], usize, u64) {
    let mut out = [EMPTY; LONGEST + 1];
    let (mut hash, mut count) = (EMPTY, 0);
    for letter in word.chars().rev() {
        hash = push(hash, lower(plain(letter)));
        if let Some(to) = out.get_mut(count + 1) {
            *to = hash;
            count += 1;
        }
    }
    (out, count, hash)
}

/// The key of the rule for a whole word under a label.
pub fn word_key(label: u8, word: u64) -> u64 {
    feature(2 << 32, [u64::from(label), word])
}

/// The key of the rule for an ending of `length` characters under a label.
pub fn ending_key(label: u8, length: usize, ending: u64) -> u64 {
    feature((2 << 32) + 1, [u64::from(label), length as u64, ending])
}

impl<'m> Lemmas<'m> {
    /// Reads rules and the table that says where they hold.
    ///
    /// # Errors
    /// If the bytes cannot be that.
    pub fn open(rules: &'m [u8], table: &'m [u8]) -> Result<Self, ModelError> {
        let mut left = rules;
        let mut rules = Vec::new();
        while let [lower, strip, length, rest @ ..] = left {
            let (add, rest) =
                rest.split_at_checked(usize::from(*length)).ok_or(ModelError::Malformed("a lemma rule is cut off"))?;
            let add = str::from_utf8(add).map_err(|_| ModelError::Malformed("a lemma rule is not text"))?;
            rules.push(Rule { lower: *lower != 0, strip: *strip, add });
            left = rest;
        }
        if !left.is_empty() {
            return Err(ModelError::Malformed("a lemma rule is cut off"));
        }
        Ok(Self { table: Lookup::open(table)?, rules })
    }

    /// The bytes of rules, which [`Lemmas::open`] takes apart again.
    pub fn rules_to_bytes(rules: &[Rule<String>]) -> Vec<u8> {
        let mut out = Vec::new();
        for rule in rules {
            out.extend([u8::from(rule.lower), rule.strip, rule.add.len() as u8]);
            out.extend(rule.add.as_bytes());
        }
        out
    }

    /// The rule for `word` under `label`. What is known under `like`, whose forms are alike, of the whole word or of a longer
    /// ending comes before what a shorter ending says: *ruled* has one lemma as a past tense and as a participle.
    fn rule(&self, word: &str, label: u8, like: u8) -> Option<Rule<&'m str>> {
        let (endings, count, whole) = endings(word);
        let known = |key: fn(u8, usize, u64) -> u64, length: usize, hash: u64| {
            let other = || self.table.get(key(like, length, hash)).filter(|_| like != label);
            self.table.get(key(label, length, hash)).or_else(other)
        };
        let exception = known(|label, _, hash| word_key(label, hash), 0, whole);
        let number =
            exception.or_else(|| (0..=count).rev().find_map(|length| known(ending_key, length, endings[length])))?;
        self.rules.get(number as usize).copied()
    }

    /// Appends the lemma of `word` under `label` to `out`; `like` is the label whose forms are alike, or the same.
    pub fn append(&self, word: &str, label: u8, like: u8, out: &mut String) {
        let rule = self.rule(word, label, like).unwrap_or(Rule { lower: true, strip: 0, add: "" });
        apply(rule, word, out);
    }
}

/// Appends to `out` what `rule` makes of `word`.
pub fn apply(rule: Rule<&str>, word: &str, out: &mut String) {
    let end = match rule.strip {
        0 => word.len(),
        strip => word.char_indices().rev().nth(usize::from(strip) - 1).map_or(0, |(at, _)| at),
    };
    let start = out.len();
    if rule.lower && !word.is_ascii() {
        out.extend(word[..end].chars().map(lower));
    } else {
        out.push_str(&word[..end]);
        if rule.lower {
            out[start..].make_ascii_lowercase();
        }
    }
    out.push_str(rule.add);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lemma(word: &str, rule: Rule<&str>) -> String {
        let mut out = String::new();
        apply(rule, word, &mut out);
        out
    }

    #[test]
    fn a_rule_changes_the_end_of_a_word() {
        assert_eq!(lemma("Supplies", Rule { lower: true, strip: 3, add: "y" }), "supply");
        assert_eq!(lemma("Går", Rule { lower: true, strip: 2, add: "å" }), "gå");
        assert_eq!(lemma("is", Rule { lower: true, strip: 9, add: "be" }), "be");
    }

    #[test]
    fn exceptions_come_before_endings_and_long_endings_before_short_ones() {
        let rules = [
            Rule { lower: true, strip: 1, add: String::new() },
            Rule { lower: true, strip: 3, add: "y".to_owned() },
            Rule { lower: true, strip: 2, add: "an".to_owned() },
        ];
        let of = |ending: &str| ending_key(7, ending.len(), endings(ending).2);
        let table = Lookup::build(vec![(of("s"), 0), (of("ies"), 1), (word_key(7, endings("men").2), 2)]);
        let rules = Lemmas::rules_to_bytes(&rules);
        let lemmas = Lemmas::open(&rules, &table).unwrap();
        let lemma = |word: &str, label| {
            let mut out = String::new();
            lemmas.append(word, label, label, &mut out);
            out
        };
        assert_eq!(["tanks", "Allies", "men", "omen"].map(|word| lemma(word, 7)), ["tank", "ally", "man", "omen"]);
        assert_eq!(lemma("tanks", 8), "tanks");
        let mut out = String::new();
        lemmas.append("men", 8, 7, &mut out);
        assert_eq!(out, "man");
        assert!(Lemmas::open(&rules[..4], &table).is_err());
    }
}
