//! Actors of a case: who is meant by the same name in many documents.
//!
//! As roots are, they are found for a viewer among what they may see. States are one by their code, others by their name
//! and kind; a person of whom only a surname is known is the one of that surname, where there is one. People join and part
//! names, and their last word counts.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use record::id::Sha256;
use record::link::{ActorLink, Decision};
use record::reading::{Actor, ActorKind};
use record::time::CivilDate;

use super::names::folded;
use super::sets::Sets;

/// The actors of one document.
#[derive(Debug, Clone)]
pub struct Cast {
    /// The document.
    pub document: Sha256,
    /// When it came out.
    pub date: Option<CivilDate>,
    /// Who is in it.
    pub actors: Vec<Actor>,
}

/// An actor of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseActor {
    /// The fullest name.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Its country, where the documents agree on one.
    pub country: Option<String>,
    /// All names that are taken for it.
    pub names: BTreeSet<String>,
    /// What it is called by, with the first and last date on which a document calls it so.
    pub roles: Vec<(String, Option<CivilDate>, Option<CivilDate>)>,
    /// The documents that name it.
    pub documents: BTreeSet<Sha256>,
    /// How often it is mentioned.
    pub mentions: usize,
    /// Why its names are one, beyond their spelling.
    pub why: Vec<String>,
}

/// A name with all that is known under it.
struct Named {
    key: String,
    kind: ActorKind,
    names: BTreeSet<String>,
    countries: BTreeSet<String>,
    roles: BTreeMap<String, (Option<CivilDate>, Option<CivilDate>)>,
    documents: BTreeSet<Sha256>,
    mentions: usize,
}

/// The actors of documents, those that most documents name first.
pub fn actors(casts: &[Cast], decided: &[ActorLink]) -> Vec<CaseActor> {
    let named = named(casts);
    let place: HashMap<&str, usize> = named.iter().enumerate().map(|(at, one)| (one.key.as_str(), at)).collect();
    let last: BTreeMap<(&str, &str), (usize, &ActorLink)> =
        decided.iter().enumerate().map(|(at, link)| ((link.one.as_str(), link.other.as_str()), (at, link))).collect();
    let mut said: Vec<(usize, &ActorLink)> = last.into_values().collect();
    // The last word first: where not all can hold, it is the oldest that does not.
    said.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let of = |decision: Decision| {
        let decided = said.iter().filter(move |(_, link)| link.decision == decision);
        let placed = decided.filter_map(|(_, link)| {
            Some((*place.get(link.one.as_str())? as u32, *place.get(link.other.as_str())? as u32, *link))
        });
        placed.collect::<Vec<(u32, u32, &ActorLink)>>()
    };
    let parted = of(Decision::Cut);
    let cuts: Vec<(u32, u32)> = parted.iter().map(|(one, other, _)| (*one, *other)).collect();
    let called = |at: u32| named[at as usize].names.iter().next().cloned().unwrap_or_default();
    let joined = of(Decision::Joined)
        .into_iter()
        .map(|(one, other, link)| (one, other, format!("joined by {}: {}", link.author, link.why)));
    let only = surnames(&named).into_iter().map(|(one, other)| (one as u32, other as u32)).map(|(one, other)| {
        let why = format!("{:?} is the only one of that surname here", called(other));
        (one, other, why)
    });
    let mut sets = Sets::new(named.len());
    let mut why: Vec<(usize, String)> = Vec::new();
    for (one, other, reason) in joined.chain(only) {
        let Some((a, b)) = sets.join_but(one, other, &cuts) else {
            why.push((one as usize, reason));
            continue;
        };
        if let Some((.., link)) = parted.iter().find(|(one, other, _)| (*one, *other) == (a, b)) {
            let (a, b, other) = (called(a), called(b), called(other));
            why.push((
                one as usize,
                format!("not one with {other:?}, since {} parted {a:?} and {b:?}: {}", link.author, link.why),
            ));
        }
    }
    let mut by_root: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for at in 0..named.len() {
        by_root.entry(sets.root(at as u32)).or_default().push(at);
    }
    let mut found: Vec<CaseActor> = by_root.values().map(|members| together(&named, members, &why)).collect();
    found.sort_by(|a, b| (b.documents.len(), b.mentions, &a.name).cmp(&(a.documents.len(), a.mentions, &b.name)));
    found
}

/// The key by which an actor is known across documents.
pub fn key(actor: &Actor) -> String {
    let kind = match actor.kind {
        ActorKind::State => "state",
        ActorKind::Person => "person",
        ActorKind::Organisation => "organisation",
        ActorKind::Group => "group",
    };
    match (&actor.country, actor.kind) {
        (Some(country), ActorKind::State) => format!("{kind}:{country}"),
        _ => format!("{kind}:{}", folded(&actor.name)),
    }
}

fn named(casts: &[Cast]) -> Vec<Named> {
    let mut by_key: BTreeMap<String, Named> = BTreeMap::new();
    for cast in casts {
        for actor in &cast.actors {
            let key = key(actor);
            let one = by_key.entry(key.clone()).or_insert_with(|| Named {
                key,
                kind: actor.kind,
                names: BTreeSet::new(),
                countries: BTreeSet::new(),
                roles: BTreeMap::new(),
                documents: BTreeSet::new(),
                mentions: 0,
            });
            one.names.insert(actor.name.clone());
            one.countries.extend(actor.country.clone());
            one.documents.insert(cast.document);
            one.mentions += actor.mentions.len();
            for role in &actor.roles {
                let (first, latest) = one.roles.entry(role.clone()).or_insert((cast.date, cast.date));
                let low = |date: &Option<CivilDate>| date.and_then(|date| date.bounds()).map(|(low, _)| low);
                if low(&cast.date).is_some() {
                    if low(first).is_none_or(|at| low(&cast.date) < Some(at)) {
                        *first = cast.date;
                    }
                    if low(latest) < low(&cast.date) {
                        *latest = cast.date;
                    }
                }
            }
        }
    }
    by_key.into_values().collect()
}

/// Pairs of a person of whom only a surname is known and the only one of that surname, by their places.
fn surnames(named: &[Named]) -> Vec<(usize, usize)> {
    let mut full: HashMap<&str, Vec<usize>> = HashMap::new();
    let persons = || named.iter().enumerate().filter(|(_, one)| one.kind == ActorKind::Person);
    let words = |one: &Named| one.key.trim_start_matches("person:").to_owned();
    for (at, one) in persons() {
        if words(one).contains(' ') {
            let name = one.key.trim_start_matches("person:");
            // The family name stands last, or, as of many in East Asia, first.
            for part in [name.rsplit(' ').next(), name.split(' ').next()].into_iter().flatten() {
                full.entry(part).or_default().push(at);
            }
        }
    }
    persons()
        .filter(|(_, one)| !words(one).contains(' '))
        .filter_map(|(at, one)| {
            let of_name = full.get(one.key.trim_start_matches("person:"))?;
            let fits = |other: &usize| {
                let countries = &named[*other].countries;
                one.countries.is_empty() || countries.is_empty() || !one.countries.is_disjoint(countries)
            };
            let fitting: Vec<usize> = of_name.iter().copied().filter(fits).collect();
            match fitting.as_slice() {
                [only] => Some((at, *only)),
                _ => None,
            }
        })
        .collect()
}

fn together(named: &[Named], members: &[usize], why: &[(usize, String)]) -> CaseActor {
    let all = || members.iter().map(|at| &named[*at]);
    let names: BTreeSet<String> = all().flat_map(|one| one.names.iter().cloned()).collect();
    let countries: BTreeSet<String> = all().flat_map(|one| one.countries.iter().cloned()).collect();
    let mut roles: Vec<(String, Option<CivilDate>, Option<CivilDate>)> =
        all().flat_map(|one| one.roles.iter().map(|(role, (first, last))| (role.clone(), *first, *last))).collect();
    roles.sort_by_key(|(role, first, _)| (first.and_then(|date| date.bounds()), role.clone()));
    CaseActor {
        name: names
            .iter()
            .max_by_key(|name| (name.chars().count(), std::cmp::Reverse(*name)))
            .cloned()
            .unwrap_or_default(),
        kind: members.first().map_or(ActorKind::Group, |at| named[*at].kind),
        country: (countries.len() == 1).then(|| countries.into_iter().next()).flatten(),
        names,
        roles,
        documents: all().flat_map(|one| one.documents.iter().copied()).collect(),
        mentions: all().map(|one| one.mentions).sum(),
        why: why.iter().filter(|(at, _)| members.contains(at)).map(|(_, why)| why.clone()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use record::id::LinkId;
    use record::span::Span;
    use record::time::Micros;

    use super::*;

    fn person(name: &str, country: &str, role: &str) -> Actor {
        Actor {
            id: "a1".into(),
            name: name.into(),
            kind: ActorKind::Person,
            country: Some(country.to_owned()).filter(|country| !country.is_empty()),
            roles: vec![role.to_owned()],
            mentions: vec![Span::new(0, 1)],
        }
    }

    fn cast(number: u8, date: &str, actors: Vec<Actor>) -> Cast {
        Cast { document: Sha256([number; 32]), date: Some(date.parse().unwrap()), actors }
    }

    fn decided(one: &str, other: &str, decision: Decision, at: i64) -> ActorLink {
        let (author, why) = ("ann".to_owned(), "by the ministry's page".to_owned());
        ActorLink { id: LinkId([1; 16]), one: one.into(), other: other.into(), decision, author, at: Micros(at), why }
    }

    #[test]
    fn a_surname_is_the_only_one_who_has_it_and_with_two_it_stays_open() {
        let casts = [
            cast(1, "2030-02-16", vec![person("Jana Orlo", "CVA", "minister")]),
            cast(2, "2030-03-01", vec![person("Orlo", "", "minister")]),
        ];
        let found = actors(&casts, &[]);
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].name.as_str(), found[0].documents.len(), found[0].country.as_deref()),
            ("Jana Orlo", 2, Some("CVA"))
        );
        let dates = |date: &Option<CivilDate>| date.unwrap().to_string();
        assert_eq!(
            (dates(&found[0].roles[0].1), dates(&found[0].roles[0].2)),
            ("2030-02-16".into(), "2030-02-16".into())
        );
        let two = [casts.to_vec(), vec![cast(3, "2030-03-02", vec![person("Ben Orlo", "", "clerk")])]].concat();
        assert_eq!(actors(&two, &[]).len(), 3);
    }

    #[test]
    fn people_join_and_part_names_and_the_last_word_counts() {
        let casts = [
            cast(1, "2030-02-16", vec![person("Jana Orlo", "CVA", "minister")]),
            cast(2, "2030-03-01", vec![person("Orlo", "", "minister"), person("J. Orlova", "", "poet")]),
        ];
        let cut = decided("person:jana orlo", "person:orlo", Decision::Cut, 1);
        assert_eq!(actors(&casts, std::slice::from_ref(&cut)).len(), 3);
        let joined = decided("person:jana orlo", "person:orlo", Decision::Joined, 2);
        assert_eq!(actors(&casts, &[cut, joined]).len(), 2);
        let poet = decided("person:j orlova", "person:jana orlo", Decision::Joined, 3);
        let found = actors(&casts, &[poet]);
        assert_eq!(found.len(), 1);
        assert!(found[0].why.contains(&"joined by ann: by the ministry's page".to_owned()));
    }

    #[test]
    fn names_that_were_parted_are_not_one_through_a_third() {
        let casts = [
            cast(1, "2030-02-16", vec![person("Jana Orlo", "CVA", "minister")]),
            cast(2, "2030-03-01", vec![person("Orlo", "", "minister"), person("J. Orlova", "", "poet")]),
        ];
        let poet = decided("person:j orlova", "person:orlo", Decision::Joined, 1);
        assert_eq!(actors(&casts, std::slice::from_ref(&poet)).len(), 1);
        let part = decided("person:j orlova", "person:jana orlo", Decision::Cut, 2);
        let found = actors(&casts, &[poet.clone(), part.clone()]);
        assert_eq!(found.len(), 2);
        let names = |at: usize| found[at].names.iter().map(String::as_str).collect::<Vec<_>>();
        assert_eq!(
            [names(0), names(1)],
            [vec!["J. Orlova", "Orlo"], vec!["Jana Orlo"]],
            "what was found gives way first"
        );
        let why =
            "not one with \"Jana Orlo\", since ann parted \"J. Orlova\" and \"Jana Orlo\": by the ministry's page";
        assert!(found[0].why.contains(&why.to_owned()), "{:?}", found[0].why);
        // Of what people joined, the oldest does.
        let first = decided("person:jana orlo", "person:orlo", Decision::Joined, 3);
        let found = actors(&casts, &[poet, part, first]);
        assert!(found.iter().any(|one| one.names.len() == 2 && one.names.contains("Jana Orlo")), "{found:?}");
    }
}
