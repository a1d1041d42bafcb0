//! Learns the rules of lemmas.
//!
//! Each word of the treebank with its lemma gives a rule. For every ending the rule that most words with it follow is
//! kept, if a shorter ending does not give it already; then every word that the endings get wrong is an exception.

use std::collections::BTreeMap;

use read::model::hash::lower;
use read::model::lookup::Lookup;
use read::tag::lemma::{LONGEST, Lemmas, Rule, ending_key, endings, word_key};

/// The rule that makes `lemma` of `form`: the one that changes least, keeping case if nothing is won by changing it.
pub fn rule_of(form: &str, lemma: &str) -> Rule<String> {
    let rule = |lower_first: bool| {
        let form: Vec<char> = form.chars().map(|letter| if lower_first { lower(letter) } else { letter }).collect();
        let same = form.iter().zip(lemma.chars()).take_while(|(a, b)| **a == *b).count();
        let strip = (form.len() - same).min(255) as u8;
        Rule { lower: lower_first, strip, add: lemma.chars().skip(same).collect() }
    };
    // A form in lower case fits both; lower case is the one that holds for its like at the start of a sentence.
    let (lowered, kept) = (rule(true), rule(false));
    if kept.strip < lowered.strip { kept } else { lowered }
}

/// The most frequent of some rules, by number; of equals the lowest.
fn most(counts: &BTreeMap<u32, u32>) -> Option<(u32, u32)> {
    counts.iter().map(|(rule, count)| (*rule, *count)).max_by_key(|(rule, count)| (*count, std::cmp::Reverse(*rule)))
}

/// Learns from words `(form, label, lemma)`. Gives the sections `rules` and `lemmas` of the tagger's model.
pub fn learn<'a>(words: impl Iterator<Item = (&'a str, u8, &'a str)>) -> (Vec<u8>, Vec<u8>) {
    let mut numbers: BTreeMap<Rule<String>, u32> = BTreeMap::new();
    // By label and word without case: how often it followed each rule.
    let mut seen: BTreeMap<(u8, String), BTreeMap<u32, u32>> = BTreeMap::new();
    for (form, label, lemma) in words {
        let rule = rule_of(form, lemma);
        if rule.add.len() > 255 {
            continue;
        }
        let next = numbers.len() as u32;
        let number = *numbers.entry(rule).or_insert(next);
        let word = form.chars().map(lower).collect();
        *seen.entry((label, word)).or_default().entry(number).or_insert(0) += 1;
    }

    // Each word counts once for its endings, since it is new words that endings are for.
    let mut by_ending: Vec<BTreeMap<(u8, u64), BTreeMap<u32, u32>>> = vec![BTreeMap::new(); LONGEST + 1];
    for ((label, word), rules) in &seen {
        let (hashes, count, _) = endings(word);
        let Some((rule, _)) = most(rules) else { continue };
        for (length, table) in by_ending.iter_mut().enumerate().take(count + 1) {
            *table.entry((*label, hashes[length])).or_default().entry(rule).or_insert(0) += 1;
        }
    }
    let mut kept: BTreeMap<u64, u32> = BTreeMap::new();
    let follow = |kept: &BTreeMap<u64, u32>, label: u8, word: &str, below: usize| {
        let (hashes, count, _) = endings(word);
        (0..=count.min(below)).rev().find_map(|length| kept.get(&ending_key(label, length, hashes[length])).copied())
    };
    for length in 0..=LONGEST {
        // One word with each ending stands for all: what shorter endings say is the same for all of them.
        let mut examples: BTreeMap<(u8, u64), &str> = BTreeMap::new();
        for (label, word) in seen.keys() {
            let (hashes, count, _) = endings(word);
            if count >= length {
                examples.insert((*label, hashes[length]), word);
            }
        }
        for ((label, hash), word) in examples {
            let Some((rule, count)) = by_ending[length].get(&(label, hash)).and_then(most) else { continue };
            let shorter = if length == 0 { None } else { follow(&kept, label, word, length - 1) };
            if shorter != Some(rule) && (count >= 2 || length == 0) {
                kept.insert(ending_key(label, length, hash), rule);
            }
        }
    }
    let mut table: Vec<(u64, u32)> = kept.iter().map(|(key, rule)| (*key, *rule)).collect();
    for ((label, word), rules) in &seen {
        if let Some((rule, _)) = most(rules).filter(|(rule, _)| follow(&kept, *label, word, LONGEST) != Some(*rule)) {
            table.push((word_key(*label, endings(word).2), rule));
        }
    }

    let mut rules: Vec<(u32, Rule<String>)> = numbers.into_iter().map(|(rule, number)| (number, rule)).collect();
    rules.sort_unstable();
    let rules: Vec<Rule<String>> = rules.into_iter().map(|(_, rule)| rule).collect();
    (Lemmas::rules_to_bytes(&rules), Lookup::build(table))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_keep_the_case_of_names_only() {
        assert_eq!(rule_of("Ships", "ship"), Rule { lower: true, strip: 1, add: String::new() });
        assert_eq!(rule_of("Arvenia", "Arvenia"), Rule { lower: false, strip: 0, add: String::new() });
        assert_eq!(rule_of("went", "go"), Rule { lower: true, strip: 4, add: "go".to_owned() });
    }

    #[test]
    fn endings_generalise_and_exceptions_are_kept() {
        let words = [
            ("ports", 1, "port"),
            ("tanks", 1, "tank"),
            ("allies", 1, "ally"),
            ("parties", 1, "party"),
            ("men", 1, "man"),
        ];
        let (rules, table) = learn(words.into_iter());
        let lemmas = Lemmas::open(&rules, &table).unwrap();
        let lemma = |word: &str| {
            let mut out = String::new();
            lemmas.append(word, 1, 1, &mut out);
            out
        };
        assert_eq!(["Bombs", "duties", "men"].map(lemma), ["bomb", "duty", "man"]);
    }
}
