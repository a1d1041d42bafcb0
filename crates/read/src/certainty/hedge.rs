//! The hedges of a content: words that bear on its main predicate, and what the verb of the cue says of it. A hedge
//! anywhere else ("a possible rival", "the ship, which may be armed,") does not make the statement less sure.

use std::ops::Range;

use record::reading::Certainty;
use record::span::{Span, text_of};

use super::clause::{Clause, bears_through};
use crate::attribute::analysis::Analysis;
use crate::attribute::frame::head_of;
use crate::attribute::pattern::children;
use crate::language::{Band, Language};
use crate::parse::Rel;
use crate::segment::Segments;

/// How far before a content its hedge is looked for in the words of the cue, in tokens.
const NEAR: usize = 10;

/// The band of a content. Several hedges: each makes the content less sure, so the lowest speaks. A flat statement is
/// read as readers read *will happen*.
pub(crate) fn certainty(
    text: &str,
    segments: &Segments,
    all: &Analysis,
    language: &Language,
    cue: &[usize],
    clause: Option<&Clause>,
) -> Certainty {
    let phrases = language.phrases();
    let mut found: Vec<(Range<usize>, Band)> = Vec::new();
    if let (Some(first), Some(last)) = (cue.first(), cue.last()) {
        let within = *first..*last + 1;
        let hit = |at: &usize| phrases.cue_hedges.at(all, &within, *at);
        if let Some(hit) = cue.iter().find_map(hit) {
            found.push((hit.tokens, language.cue_hedges[hit.entry].band));
        }
    }
    if let (Some(clause), Some(first)) = (clause, cue.first()) {
        found.extend(before(all, language, *first, clause));
    }
    if let Some(clause) = clause {
        found.extend(held(all, language, clause));
        let mut hits = Vec::new();
        let mut at = clause.within.start;
        while at < clause.within.end {
            match phrases.hedges.at(all, &clause.within, at) {
                Some(hit) if clause.holds(at) => {
                    at = hit.tokens.end.max(at + 1);
                    let month = is_month(text, segments, at - 1, clause);
                    if !month {
                        hits.push((hit.tokens, language.hedges[hit.entry].band));
                    }
                }
                _ => at += 1,
            }
        }
        let among = |token: usize| hits.iter().any(|(tokens, _)| tokens.contains(&token));
        let bears = |tokens: &Range<usize>| {
            tokens.contains(&clause.head)
                || below(all, tokens, clause.head)
                || bears_through(all, language, head_of(all, tokens), clause, among)
        };
        found.extend(hits.iter().filter(|(tokens, _)| bears(tokens)).cloned());
        if let Some(number) = percentage(text, segments, all, language, clause) {
            // The number is what the chance is, and not the word.
            found = vec![number];
        }
    }
    let middle = |band: &Band| f64::midpoint(band.low, band.high);
    let band = found.iter().map(|(_, band)| *band).min_by(|a, b| middle(a).total_cmp(&middle(b)));
    let band = band.unwrap_or(language.flat);
    Certainty { words: text_of(&spans(segments, found), text), low: band.low, high: band.high }
}

/// The words of the hedges in the order of the text; what is found twice is told once.
fn spans(segments: &Segments, mut found: Vec<(Range<usize>, Band)>) -> Vec<Span> {
    found.sort_by_key(|(tokens, _)| (tokens.start, tokens.end));
    let mut spans: Vec<Span> = Vec::with_capacity(found.len());
    for (tokens, _) in found {
        let Some((first, last)) = segments.tokens.get(tokens).and_then(|words| Some((words.first()?, words.last()?)))
        else {
            continue;
        };
        match spans.last_mut() {
            Some(before) if first.start < before.end => before.end = before.end.max(last.end),
            _ => spans.push(Span::new(first.start, last.end)),
        }
    }
    spans
}

/// What the main predicate of a content says of what it governs: "that the agency *believed* it was".
fn held(all: &Analysis, language: &Language, clause: &Clause) -> Option<(Range<usize>, Band)> {
    // "Confident that it holds": the parser may take the clause for one that stands beside the word.
    let that = |at: usize| language.phrases().words.that.contains(&all.word[at]);
    let said = |child: usize| {
        all.rel[child] == Rel::Ccomp
            || matches!(all.rel[child], Rel::Advcl | Rel::Acl)
                && children(all, child).any(|mark| all.rel[mark] == Rel::Mark && that(mark))
    };
    let governs = children(all, clause.head).any(|child| child > clause.head && said(child));
    if !governs {
        return None;
    }
    let from = clause.head.saturating_sub(2).max(clause.within.start);
    let hit = |at: usize| language.phrases().cue_hedges.at(all, &clause.within, at);
    let hit = (from..=clause.head).filter_map(hit).find(|hit| hit.tokens.contains(&clause.head))?;
    Some((hit.tokens, language.cue_hedges[hit.entry].band))
}

/// The hedge between the cue and a content behind it: "saw little chance that", "could not rule out that".
fn before(all: &Analysis, language: &Language, cue: usize, clause: &Clause) -> Option<(Range<usize>, Band)> {
    let end = clause.within.start;
    let near = cue < end && end - cue <= NEAR;
    let within = if near { cue..end } else { return None };
    let words = &language.phrases().words;
    let hit = |at: usize| language.phrases().hedges.at(all, &within, at);
    // "Told possible buyers": what kind of buyers they are says nothing of what they were told.
    let chance = |at: usize| all.lemma.get(all.head[at] as usize).is_some_and(|noun| words.chance.contains(noun));
    let other = |at: usize| all.rel[at] == Rel::Amod && !chance(at);
    let bears = |at: &usize| all.rel[*at] != Rel::Aux && !other(*at);
    let hit = within.clone().filter(bears).find_map(hit)?;
    Some((hit.tokens, language.hedges[hit.entry].band))
}

/// Whether the main predicate hangs from the hedge: "it is *likely* that they fled", where the parse took what follows
/// for the main clause.
fn below(all: &Analysis, tokens: &Range<usize>, head: usize) -> bool {
    tokens.contains(&(all.head[head] as usize))
}

/// "In May", "May 9": a month, where the capital does not begin the content.
fn is_month(text: &str, segments: &Segments, at: usize, clause: &Clause) -> bool {
    segments.tokens[at].of(text) == "May" && at > clause.within.start
}

/// "A 30 percent chance": a band of five points on either side of the number.
fn percentage(
    text: &str,
    segments: &Segments,
    all: &Analysis,
    language: &Language,
    clause: &Clause,
) -> Option<(Range<usize>, Band)> {
    let phrases = language.phrases();
    let at = clause.within.clone().find(|at| phrases.words.chance.contains(&all.lemma[*at]))?;
    let from = at.saturating_sub(4).max(clause.within.start);
    let number = (from..at).find_map(|before| {
        let value: f64 = segments.tokens[before].of(text).trim_end_matches('%').parse().ok()?;
        let percent = segments.tokens[before..at].iter().any(|token| {
            let word = token.of(text);
            word.ends_with('%') || word.eq_ignore_ascii_case("percent") || word.eq_ignore_ascii_case("cent")
        });
        (percent && (0.0..=100.0).contains(&value)).then_some((before, value / 100.0))
    })?;
    let (from, value) = number;
    Some((from..at + 1, Band { low: (value - 0.05).max(0.0), high: (value + 0.05).min(1.0) }))
}

#[cfg(test)]
mod tests {
    use crate::example::only;

    /// The middle of the band, in percent, and the words.
    #[track_caller]
    fn check(text: &str, low: f64, high: f64, words: &str) {
        let found = only(text).certainty;
        let middle = f64::midpoint(found.low, found.high);
        assert!((low..high).contains(&middle), "{text}: {found:?}");
        assert_eq!(found.words, words, "{text}");
    }

    #[test]
    fn a_flat_statement_is_certain_whatever_hangs_beside_it() {
        check("The ministry said the ship had docked.", 0.9, 1.0, "");
        check("Officials said the government was weighing a possible sale.", 0.9, 1.0, "");
    }

    #[test]
    fn words_that_bear_on_the_main_predicate_lower_it() {
        check("The agency said the convoy probably crossed at night.", 0.6, 0.9, "probably");
        check("Diplomats said the crew may have dumped the cargo.", 0.3, 0.6, "may");
        check("The engineer said the dam is unlikely to be sound.", 0.0, 0.3, "unlikely");
    }

    #[test]
    fn a_negation_belongs_to_the_hedge_that_it_stands_in() {
        check("The geologist said the slope is not likely to be stable.", 0.0, 0.3, "not likely");
    }

    #[test]
    fn the_verb_of_the_cue_hedges_too() {
        check("The colonel believes the militia destroyed the archive.", 0.6, 0.9, "believes");
        check("Diplomats doubt that the ceasefire will hold.", 0.0, 0.3, "doubt");
        check("China is considering sending shells to Russia.", 0.9, 1.0, "");
        check("Officials told possible buyers that the ships were ready.", 0.9, 1.1, "");
    }

    #[test]
    fn what_the_content_says_somebody_holds_is_no_surer_than_that() {
        check("The director said he was confident that the seals would hold.", 0.7, 0.9, "confident");
        check(
            "The agency said with moderate confidence that the plant was making fuel.",
            0.6,
            0.9,
            "with moderate confidence",
        );
    }

    #[test]
    fn what_nobody_can_tell_is_even() {
        check("It is far from clear that Corvania armed the rebels, the envoy said.", 0.4, 0.6, "far from clear");
        check("The boats may or may not have been fuelled, the consul said.", 0.3, 0.6, "may or may not");
    }

    #[test]
    fn no_doubt_is_no_doubt() {
        check("The leader has no doubt that the ships are being loaded.", 0.9, 1.0, "has no doubt");
    }

    #[test]
    fn a_percentage_is_a_band_around_it() {
        check(
            "The inspector said there was a 70 percent chance that the seal was intact.",
            0.6,
            0.8,
            "70 percent chance",
        );
    }
}
