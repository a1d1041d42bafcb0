//! Towns and houses that stand for a government: *Beijing* as one who acts, against *Beijing* as where something is.

use super::page::Page;
use crate::attribute::analysis::NONE;
use crate::name::NameKind;
use crate::parse::Rel;

/// How many joined names are followed up to the one that a preposition stands before.
const JOINED: usize = 3;

/// Whether the town or house named from `first` to `last` acts, or something is done to it, as its state.
///
/// It does as the subject of a verb, as a possessor, and behind prepositions of dealing with somebody; it does not behind
/// those of place, behind "to" and "from" where somebody goes, as the object of going, at the head of a report, or before
/// the name of its country. A house (`seat`) is hardly ever a place.
pub(super) fn acts(page: &Page<'_>, first: usize, last: usize, seat: bool) -> bool {
    let (all, next) = (page.all, last + 1);
    let head = page.head(first, last);
    let start = page.start(first);
    // "BEIJING (Reuters) — Officials …"
    if first == start && matches!(page.word(next), "(" | "—" | "–" | "-" | "--") && !seat {
        return false;
    }
    let (case, before) = preposition(page, first, start);
    if case.is_some_and(|case| page.words().places.get(page.hash(case)).is_some()) && !page.owns(next) {
        return false;
    }
    if page.owns(next) {
        return possessor(page, next + 1);
    }
    // "Kabul, Afghanistan"; "Vienna and Rome, the two capitals".
    let country = || page.word(next) == "," && page.hits.covering(next + 1).is_some_and(|hit| hit.first == next + 1);
    if !seat && country() && all.rel[page.hits.covering(next + 1).map_or(head, |hit| hit.first)] != Rel::Conj {
        return false;
    }
    let goes =
        |at: usize| page.words().going.get(page.lemma(at)).is_some() || page.words().going.get(page.hash(at)).is_some();
    if case.is_some_and(|case| page.words().ways.get(page.hash(case)).is_some()) {
        let near = before.saturating_sub(4).max(start)..before;
        let up = all.head[head];
        return seat || !(near.into_iter().any(goes) || up != NONE && goes(up as usize));
    }
    if seat {
        return true;
    }
    match all.rel[head] {
        // "Beijing officials": who they are of, and no more.
        Rel::Compound | Rel::Flat | Rel::NmodDesc | Rel::Amod => {
            page.word(next) == "-" || !page.is_noun(next) && case.is_some()
        }
        Rel::Obj | Rel::Iobj | Rel::NsubjPass => {
            let up = all.head[head];
            up == NONE || !goes(up as usize)
        }
        Rel::Nsubj | Rel::NsubjOuter | Rel::Conj => true,
        _ => case.is_some(),
    }
}

/// The preposition before a name, also where another name that is joined to this one stands between; and the token that
/// it or the name begins with.
fn preposition(page: &Page<'_>, first: usize, start: usize) -> (Option<usize>, usize) {
    use crate::tag::Upos;
    let mut at = first;
    for _ in 0..JOINED {
        while at > start && page.upos(at - 1) == Some(Upos::Det) {
            at -= 1;
        }
        let Some(before) = at.checked_sub(1).filter(|before| *before >= start) else { return (None, at) };
        if matches!(page.upos(before), Some(Upos::Adp)) || page.word(before) == "to" {
            return (Some(before), before);
        }
        if !matches!(page.word(before), "and" | "or" | ",") {
            return (None, at);
        }
        let Some(other) = before.checked_sub(1).and_then(|at| page.hits.covering(at)) else { return (None, at) };
        at = other.first;
    }
    (None, at)
}

/// Whether what a town owns belongs to a government: its *decision*, and not its *airport* or what has a name.
fn possessor(page: &Page<'_>, from: usize) -> bool {
    let noun = (from..page.end(from)).take(6).find(|at| page.is_noun(*at) && !page.is_noun(at + 1)).unwrap_or(from);
    let named = page.name(noun).is_some_and(|name| matches!(name.kind, NameKind::Organisation | NameKind::Place));
    !named && page.words().local.get(page.lemma(noun)).is_none() && page.words().local.get(page.hash(noun)).is_none()
}

#[cfg(test)]
mod tests {
    use crate::example::reading;

    /// The states that act in a text.
    fn check(text: &str, expected: &str) {
        let actors = reading(text).actors;
        let states = actors.iter().filter(|actor| actor.kind == record::reading::ActorKind::State);
        let mut shown: Vec<&str> = states.map(|actor| actor.name.as_str()).collect();
        shown.sort_unstable();
        assert_eq!(shown.join(", "), expected, "{text}: {actors:?}");
    }

    #[test]
    fn a_capital_that_speaks_or_acts_is_its_state() {
        check("Beijing said on Monday that it had sent nothing.", "China");
        check("Moscow expelled two diplomats.", "Russia");
        check("Talks with Tehran broke down.", "Iran");
        check("The parliament rejected Ankara's offer.", "Turkey");
    }

    #[test]
    fn a_capital_where_something_happens_is_a_place() {
        check("The delegates met in Beijing on Monday.", "");
        check("The delegates flew to Moscow on Monday.", "");
        check("The mayor closed Ankara's airport.", "");
    }

    #[test]
    fn a_house_stands_for_its_state() {
        check("The Kremlin said that the talks were over.", "Russia");
        check("The White House declined to comment.", "United States");
        check("A spokesman for Downing Street said that the talks were over.", "United Kingdom");
    }
}
