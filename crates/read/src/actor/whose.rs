//! Whose somebody is: *Corvanian officials*, *Corvania's defence minister*, *the president of Corvania*, *protesters in
//! Port Vale*.

use super::country::Country;
use super::hits::Hit;
use super::page::Page;
use super::person;
use super::table::Kind;
use crate::language::actors::{Belonging, Class};
use crate::parse::Rel;
use crate::tag::Upos;

/// How many tokens before a head may say whose it is.
const BEFORE: usize = 10;

/// How many behind it.
const BEHIND: usize = 16;

/// What the words around a noun say of whose it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Whose {
    /// Countries, in the order of the text.
    pub countries: Vec<Country>,
    /// Several states at once: *European*.
    pub blocs: Vec<String>,
    /// How sure that is.
    pub sure: Surety,
    /// A name that is that of two countries.
    pub open: Option<Hit>,
}

/// How surely words say whose somebody is; more is surer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Surety {
    /// They do not.
    #[default]
    None,
    /// They stand there.
    There,
    /// They stand behind it.
    Behind,
    /// They stand before it, or in its name.
    Before,
}

impl Whose {
    fn is_empty(&self) -> bool {
        self.countries.is_empty() && self.blocs.is_empty()
    }

    fn add(&mut self, page: &Page<'_>, hit: Hit) -> bool {
        if let Some(country) = country(page, hit) {
            if !self.countries.contains(&country) {
                self.countries.insert(0, country);
            }
            return true;
        }
        if page.hits.has(hit, Kind::Bloc) {
            let words = page.word(hit.first).to_owned();
            if !self.blocs.contains(&words) {
                self.blocs.insert(0, words);
            }
            return true;
        }
        if !page.hits.open(hit).is_empty() {
            self.open = Some(hit);
        }
        false
    }
}

/// The country that a name of the table is of, whatever it names.
pub(super) fn country(page: &Page<'_>, hit: Hit) -> Option<Country> {
    if let Some(land) = page.hits.land(hit) {
        // "Jordan Orlo" is nobody's king.
        let person = page.name(hit.first).is_some_and(|name| page.in_person(hit.first) && name.last >= hit.last);
        return land.country.filter(|_| !person);
    }
    if let Some(organ) = page.organisation(hit) {
        return organ.country;
    }
    person::by_name(page, hit.first, hit.last).and_then(|person| person.country)
}

/// What the words say of whose the noun phrase from `first` to `last` with this head is. Of a name, what is inside it
/// counts as what stands before it.
pub(super) fn whose(
    page: &Page<'_>,
    first: usize,
    head: usize,
    last: usize,
    name: bool,
    class: Option<Class>,
) -> Whose {
    let begin = if name { first } else { head };
    let mut out = before(page, begin, page.start(begin));
    if out.is_empty() && name && !page.in_person(head) {
        inside(page, first, last, &mut out);
    }
    if !out.is_empty() {
        out.sure = Surety::Before;
        return out;
    }
    let most = if name { last + 8 } else { last.max(head + 1) + 8 };
    let from = if name { last + 1 } else { head + 1 };
    if let Some((hit, how)) = behind(page, from, most.min(page.end(head)), class) {
        out.sure = if how == Belonging::Sure { Surety::Behind } else { Surety::There };
        out.add(page, hit);
    }
    out
}

/// Reads what stands before a token: adjectives, names that are joined to it, and possessors.
fn before(page: &Page<'_>, end: usize, least: usize) -> Whose {
    let mut out = Whose::default();
    let mut at = end;
    for _ in 0..BEFORE {
        let Some(here) = at.checked_sub(1).filter(|here| *here >= least) else { break };
        if let Some(hit) = page.hits.covering(here).filter(|hit| hit.first >= least) {
            if page.leans(hit) {
                at = hit.first;
                continue;
            }
            let found = out.add(page, hit);
            match joined(page, hit).filter(|_| found) {
                Some(next) => at = next,
                None => break,
            }
            continue;
        }
        if !passes(page, here) {
            break;
        }
        at = here;
    }
    out
}

/// The token behind the adjective that is joined to this one: "*French* and German", "*Franco*-German".
fn joined(page: &Page<'_>, hit: Hit) -> Option<usize> {
    let adjective = |hit: Hit| page.hits.has(hit, Kind::Adjective) || page.hits.has(hit, Kind::Bloc);
    let mark = hit.first.checked_sub(1).filter(|_| adjective(hit))?;
    if !matches!(page.word(mark), "and" | "or" | "," | "/" | "-" | "–" | "&") {
        return None;
    }
    let comma = usize::from(mark > 0 && page.word(mark) != "," && page.word(mark - 1) == ",");
    let other = page.hits.covering(mark.checked_sub(1 + comma)?)?;
    (adjective(other) && !page.in_person(other.first)).then_some(other.last + 1)
}

/// Whether what is before a token may still belong to the same noun.
fn passes(page: &Page<'_>, token: usize) -> bool {
    match page.upos(token) {
        Some(Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num) => true,
        Some(Upos::Part) => page.owns(token),
        Some(Upos::Verb) => page.all.rel[token] == Rel::Amod,
        Some(Upos::Punct) => matches!(page.word(token), "-" | "–" | "'" | "’"),
        Some(Upos::Adv) => token + 1 < page.all.tag.len() && page.upos(token + 1) == Some(Upos::Adj),
        _ => page.owns(token),
    }
}

/// Names of the table inside a name: "Bank of Corvania", "Port Vale State University".
fn inside(page: &Page<'_>, first: usize, last: usize, out: &mut Whose) {
    for at in first..=last {
        let hit = page.hits.covering(at).filter(|hit| hit.first == at && hit.last <= last);
        if hit.is_some_and(|hit| !page.leans(hit) && country(page, hit).is_some() && out.add(page, hit)) {
            return;
        }
    }
}

/// The name of the table behind a preposition that says whose the noun before it is.
fn behind(page: &Page<'_>, from: usize, most: usize, class: Option<Class>) -> Option<(Hit, Belonging)> {
    let mut how = None;
    let mut at = from;
    for _ in 0..BEHIND {
        if at >= most {
            return None;
        }
        if let Some(hit) = page.hits.covering(at).filter(|hit| hit.first == at) {
            let told = how.filter(|how| *how == Belonging::Sure || !matches!(class, None | Some(Class::Military)));
            if let Some(how) = told.filter(|_| !page.leans(hit) && country(page, hit).is_some() && means(page, hit)) {
                return Some((hit, how));
            }
            at = hit.last + 1;
            continue;
        }
        match page.upos(at) {
            Some(Upos::Adp) => {
                let belonging = page.words().belonging.get(page.hash(at));
                // What is behind "to" and "on" is what it is about, until "of" or "at" say whose.
                how = belonging;
                if at == from && belonging.is_none() && !matches!(page.word(at), "to" | "on" | "with" | "by" | "under")
                {
                    return None;
                }
            }
            Some(Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Part | Upos::Cconj)
                if at > from || page.owns(at) => {}
            Some(Upos::Punct) if page.word(at) == "-" => {}
            _ => return None,
        }
        at += 1;
    }
    None
}

/// Whether a name stands for itself, and is no more than what something else is about: "of *Corvania*", "of the
/// *Corvanian* army", and not "of *Corvanian* history".
fn means(page: &Page<'_>, hit: Hit) -> bool {
    let next = hit.last + 1;
    if page.owns(next) || !page.is_noun(next) {
        return !page.hits.has(hit, Kind::Adjective) || page.hits.has(hit, Kind::State) || page.owns(next);
    }
    let adjective = page.hits.has(hit, Kind::Adjective);
    let body = (next..next + 4).take_while(|at| page.is_noun(*at)).any(|at| page.class(at).is_some());
    adjective && (body || page.upos(next) == Some(Upos::Propn))
}
