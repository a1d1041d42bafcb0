//! Claims from one mouth.

use std::collections::{BTreeMap, HashMap};

use record::id::ClaimId;
use record::reading::{Claim, SourceKind};

use super::{ALIKE, ClaimRoot, Told, within};
use crate::link::content::Words;
use crate::link::sets::Sets;

/// A claim with what is compared.
struct Voice<'t> {
    document: usize,
    id: ClaimId,
    claim: &'t Claim,
    /// Whose mouth it is, in small letters; none where it is not known.
    mouth: Option<String>,
    words: Words,
}

/// Finds the roots of claims, those with most first.
pub(super) fn claim_roots(told: &[Told], documents: &mut Sets) -> Vec<ClaimRoot> {
    let voices: Vec<Voice<'_>> = told
        .iter()
        .enumerate()
        .flat_map(|(at, one)| one.claims.iter().map(move |(id, claim)| (at, id, claim)))
        .map(|(document, id, claim)| Voice {
            document,
            id: *id,
            claim,
            mouth: mouth(claim),
            words: Words::of(&claim.content.text),
        })
        .collect();
    let mut sets = Sets::new(voices.len());
    let mut possibly = Vec::new();
    for (one, other) in candidates(&voices) {
        let (a, b) = (&voices[one], &voices[other]);
        if !within(told[a.document].document.date, told[b.document].document.date) {
            continue;
        }
        if !a.words.same(&b.words) {
            // One mouth of one matter within days says it in other words: possibly the same.
            let (both, part) = a.words.shared(&b.words);
            if a.mouth.is_some() && a.mouth == b.mouth && both >= 2 && part >= ALIKE {
                possibly.push((one, other));
            }
            continue;
        }
        let one_origin = documents.root(a.document as u32) == documents.root(b.document as u32);
        match (&a.mouth, &b.mouth) {
            (Some(mouth), Some(other_mouth)) if mouth == other_mouth => _ = sets.join(one as u32, other as u32),
            _ if one_origin && a.claim.source.kind == b.claim.source.kind => _ = sets.join(one as u32, other as u32),
            (None, None) => possibly.push((one, other)),
            _ => {}
        }
    }
    let mut by_root: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for number in 0..voices.len() {
        by_root.entry(sets.root(number as u32)).or_default().push(number);
    }
    let mut order: Vec<(u32, Vec<usize>)> = by_root.into_iter().collect();
    order.sort_by_key(|(_, members)| std::cmp::Reverse(members.len()));
    let place: HashMap<u32, usize> = order.iter().enumerate().map(|(place, (root, _))| (*root, place)).collect();
    let mut also: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (one, other) in possibly {
        let (one, other) = (place[&sets.root(one as u32)], place[&sets.root(other as u32)]);
        if one != other {
            also.entry(one).or_default().push(other);
            also.entry(other).or_default().push(one);
        }
    }
    order
        .iter()
        .enumerate()
        .map(|(at, (_, members))| {
            let mut possibly = also.remove(&at).unwrap_or_default();
            possibly.sort_unstable();
            possibly.dedup();
            let source = &voices[members[0]].claim.source;
            ClaimRoot {
                source: source.resolved.clone().unwrap_or_else(|| source.text.clone()),
                claims: members
                    .iter()
                    .map(|member| {
                        let voice = &voices[*member];
                        (voice.id, voice.claim.clone(), told[voice.document].document.clone())
                    })
                    .collect(),
                possibly,
            }
        })
        .collect()
}

/// Whose mouth a claim comes from: a person or organisation by name. Of a name the last word counts, so that a minister is the
/// same with and without what he is called by.
fn mouth(claim: &Claim) -> Option<String> {
    let name = claim.source.resolved.as_deref().unwrap_or(&claim.source.text);
    match claim.source.kind {
        SourceKind::Named => name.split_whitespace().next_back().map(str::to_lowercase),
        SourceKind::Organisation | SourceKind::Document => Some(name.trim_start_matches("the ").to_lowercase()),
        SourceKind::Unnamed | SourceKind::None => None,
    }
    .filter(|name| !name.is_empty())
}

/// Pairs of claims of different documents that share a word that not too many have.
fn candidates(voices: &[Voice<'_>]) -> Vec<(usize, usize)> {
    const COMMON: usize = 200;
    let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, voice) in voices.iter().enumerate() {
        for word in voice.words.iter() {
            by_word.entry(word).or_default().push(at);
        }
    }
    let mut pairs: Vec<(usize, usize)> = by_word
        .values()
        .filter(|holders| holders.len() <= COMMON)
        .flat_map(|holders| {
            holders
                .iter()
                .enumerate()
                .flat_map(|(place, one)| holders[place + 1..].iter().map(move |other| (*one, *other)))
        })
        .filter(|(one, other)| voices[*one].document != voices[*other].document)
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
