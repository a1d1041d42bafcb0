//! Claims from one mouth.

use std::collections::{BTreeMap, HashMap};

use record::id::ClaimId;
use record::link::{Decision, Link, LinkKind};
use record::reading::{Claim, SourceKind};

use super::{ALIKE, ClaimEdge, ClaimRoot, DAYS, Told, within};
use crate::link::content::Words;
use crate::link::mouth::{Mouth, Sense, mouths, name_of};
use crate::link::sets::Sets;

/// The word in place of a verb of saying where a feed counts who told of an event.
const MENTION: &str = "mention";
/// How much of the words of the shorter of two claims of one text stands in the other, where one says the other again.
const AGAIN: f64 = 0.8;

/// A claim with what is compared.
struct Voice<'t> {
    document: usize,
    id: ClaimId,
    claim: &'t Claim,
    mouth: Mouth,
    sense: Sense,
    words: Words,
}

/// What was found of two claims.
struct Found {
    one: usize,
    other: usize,
    kind: LinkKind,
    why: String,
    /// How much of what is said is the same, 0 to 1; more for what does not rest on words.
    strength: f64,
}

/// Finds the roots of claims, those with most first.
pub(super) fn claim_roots(told: &[Told], documents: &mut Sets, decided: &[Link]) -> Vec<ClaimRoot> {
    let all: Vec<(usize, ClaimId, &Claim)> = told
        .iter()
        .enumerate()
        .flat_map(|(at, one)| one.claims.iter().map(move |(id, claim)| (at, *id, claim)))
        .collect();
    let mouths = mouths(&all.iter().map(|(.., claim)| *claim).collect::<Vec<_>>());
    let voices: Vec<Voice<'_>> = all
        .into_iter()
        .zip(mouths)
        .map(|((document, id, claim), mouth)| Voice {
            document,
            id,
            claim,
            mouth,
            sense: Sense::of(claim),
            words: Words::of(&claim.content.text),
        })
        .collect();
    let place: HashMap<ClaimId, usize> = voices.iter().enumerate().map(|(at, voice)| (voice.id, at)).collect();
    let (mut found, possibly) = compared(told, &voices, documents);
    found.extend(mentions(&voices));
    found.sort_by(|a, b| b.strength.total_cmp(&a.strength));
    let (said, cuts) = decisions(decided, &place);
    // What a person joined holds before what was found.
    found.splice(0..0, said);
    let apart: Vec<(u32, u32)> = cuts.iter().map(|cut| (cut.one as u32, cut.other as u32)).collect();
    let mut sets = Sets::new(voices.len());
    let mut edges: Vec<(usize, ClaimEdge)> = Vec::new();
    for edge in found {
        if sets.root(edge.one as u32) == sets.root(edge.other as u32) {
            continue;
        }
        match sets.join_but(edge.one as u32, edge.other as u32, &apart) {
            None => edges.push((edge.one, edge.shown(&voices, true))),
            Some((a, b)) if (a.min(b), a.max(b)) != edge.ends() => {
                let (a, b) = (voices[a as usize].id.short(), voices[b as usize].id.short());
                let mut shown = edge.shown(&voices, false);
                shown
                    .why
                    .push_str(&format!("; does not hold, since {a} and {b} were cut, which would hang together by it"));
                edges.push((edge.one, shown));
            }
            Some(_) => {}
        }
    }
    edges.extend(cuts.into_iter().map(|cut| (cut.one, cut.shown(&voices, false))));
    let mut by_root: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for number in 0..voices.len() {
        by_root.entry(sets.root(number as u32)).or_default().push(number);
    }
    let mut order: Vec<(u32, Vec<usize>)> = by_root.into_iter().collect();
    order.sort_by_key(|(_, members)| std::cmp::Reverse(members.len()));
    let place: HashMap<u32, usize> = order.iter().enumerate().map(|(place, (root, _))| (*root, place)).collect();
    let mut also: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (one, other) in possibly {
        if apart.contains(&(one as u32, other as u32)) || apart.contains(&(other as u32, one as u32)) {
            continue;
        }
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
            let edges = edges.iter().filter(|(one, _)| members.contains(one)).map(|(_, edge)| edge.clone());
            ClaimRoot {
                source: name_of(voices[members[0]].claim).to_owned(),
                edges: edges.collect(),
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

impl Found {
    fn ends(&self) -> (u32, u32) {
        (self.one.min(self.other) as u32, self.one.max(self.other) as u32)
    }

    fn shown(&self, voices: &[Voice<'_>], joins: bool) -> ClaimEdge {
        let (one, other) = (voices[self.one].id, voices[self.other].id);
        ClaimEdge { kind: self.kind, one, other, joins, why: self.why.clone() }
    }
}

/// What is one by itself, and what possibly is.
fn compared(told: &[Told], voices: &[Voice<'_>], documents: &mut Sets) -> (Vec<Found>, Vec<(usize, usize)>) {
    let (mut found, mut possibly) = (Vec::new(), Vec::new());
    for (one, other) in candidates(voices, documents) {
        let (a, b) = (&voices[one], &voices[other]);
        // Who denies what another says, or asks it, does not say the same.
        if a.sense != b.sense || !within(told[a.document].document.date, told[b.document].document.date) {
            continue;
        }
        let same_mouth = matches!((&a.mouth, &b.mouth), (Mouth::Known(a), Mouth::Known(b)) if a == b);
        let (both, part) = a.words.shared(&b.words);
        if a.document == b.document {
            // Who says a thing twice in one text says it once.
            if same_mouth && both >= 3 && part >= AGAIN {
                let why = format!("both are words of {} in one document, and say the same", name_of(a.claim));
                found.push(Found { one, other, kind: LinkKind::Quotes, why, strength: part });
            }
            continue;
        }
        if !a.words.same(&b.words) {
            // One mouth of one matter within days says it in other words: possibly the same.
            if same_mouth && both >= 2 && part >= ALIKE {
                possibly.push((one, other));
            }
            continue;
        }
        let known = |voice: &Voice<'_>| matches!(voice.mouth, Mouth::Known(_));
        // Somebody is named, and the name is that of several.
        let may_be = |voice: &Voice<'_>| {
            !known(voice) && !matches!(voice.claim.source.kind, SourceKind::Unnamed | SourceKind::None)
        };
        let one_origin = documents.root(a.document as u32) == documents.root(b.document as u32);
        let alike =
            format!("{both} words of what they say are the same, which is {:.0} % of the shorter", part * 100.0);
        if same_mouth {
            let name = name_of(a.claim);
            let dated = [a, b].iter().all(|voice| told[voice.document].document.date.is_some());
            let near =
                if dated { format!("within {DAYS} days") } else { "on days of which not both are known".to_owned() };
            let why = format!("both are words of {name}, in one sense, {near}: {alike}");
            found.push(Found { one, other, kind: LinkKind::Quotes, why, strength: part });
        } else if known(a) && known(b) {
            // Two who are named are two, also where one text was printed twice.
        } else if one_origin && a.claim.source.kind == b.claim.source.kind {
            let why = format!("their documents have one origin, and neither names another mouth: {alike}");
            found.push(Found { one, other, kind: LinkKind::Reprints, why, strength: part });
        } else if !known(a) && !known(b) || may_be(a) || may_be(b) {
            possibly.push((one, other));
        }
    }
    (found, possibly)
}

/// Outlets that a feed counts as having told of one event: its echoes, in however many rows.
fn mentions(voices: &[Voice<'_>]) -> Vec<Found> {
    let mut first: HashMap<&str, usize> = HashMap::new();
    let told = voices.iter().enumerate().filter(|(_, voice)| voice.claim.cue.lemma == MENTION);
    told.filter_map(|(other, voice)| {
        let event = voice.claim.content.text.as_str();
        let one = *first.entry(event).or_insert(other);
        let why = format!("both are counted as having told of event {event}, and what they said is not there");
        (one != other).then_some(Found { one, other, kind: LinkKind::Cites, why, strength: 1.0 })
    })
    .collect()
}

/// What people joined, the newest first, and what they cut; the last word on a pair counts.
fn decisions(decided: &[Link], place: &HashMap<ClaimId, usize>) -> (Vec<Found>, Vec<Found>) {
    let mut last: BTreeMap<(ClaimId, ClaimId), (usize, &Link)> = BTreeMap::new();
    for (at, link) in decided.iter().enumerate() {
        if let Some((one, other)) = link.claims {
            last.insert((one.min(other), one.max(other)), (at, link));
        }
    }
    let mut links: Vec<_> = last.into_iter().collect();
    links.sort_by_key(|(_, (at, _))| std::cmp::Reverse(*at));
    let (mut joined, mut cut) = (Vec::new(), Vec::new());
    for ((one, other), (_, link)) in links {
        let (Some(&one), Some(&other)) = (place.get(&one), place.get(&other)) else { continue };
        let (into, word) = match link.decision {
            Decision::Joined => (&mut joined, "joined"),
            Decision::Cut => (&mut cut, "cut"),
        };
        let why = format!("{word} by {}: {}", link.author, link.why);
        into.push(Found { one, other, kind: LinkKind::Joined, why, strength: 2.0 });
    }
    (joined, cut)
}

/// Pairs of claims that share a word. Of a word that many have, those alone that are of one mouth or of one origin, each with the
/// next few: hanging together goes on from one to the next.
fn candidates(voices: &[Voice<'_>], documents: &mut Sets) -> Vec<(usize, usize)> {
    const COMMON: usize = 200;
    const NEXT: usize = 20;
    let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, voice) in voices.iter().enumerate() {
        for word in voice.words.iter() {
            by_word.entry(word).or_default().push(at);
        }
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for holders in by_word.values() {
        if holders.len() <= COMMON {
            let with_later = |(place, one): (usize, &usize)| {
                let one = *one;
                holders[place + 1..].iter().map(move |other| (one, *other)).collect::<Vec<_>>()
            };
            pairs.extend(holders.iter().enumerate().flat_map(with_later));
            continue;
        }
        let mut alike: BTreeMap<(Option<&Mouth>, u32), Vec<usize>> = BTreeMap::new();
        for &at in holders {
            let voice = &voices[at];
            if let Mouth::Known(_) = &voice.mouth {
                alike.entry((Some(&voice.mouth), 0)).or_default().push(at);
            } else {
                alike.entry((None, documents.root(voice.document as u32))).or_default().push(at);
            }
        }
        for group in alike.values() {
            for (place, one) in group.iter().enumerate() {
                pairs.extend(group[place + 1..].iter().take(NEXT).map(|other| (*one, *other)));
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
