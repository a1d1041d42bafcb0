//! The hedges of a content: words that bear on its main predicate, and what the verb of the cue says of it. A hedge
//! anywhere else ("a possible rival", "the ship, which may be armed,") does not make the statement less sure.

use std::ops::Range;

use record::reading::Certainty;
use record::span::{Span, text_of};

use super::clause::{Clause, bears_through};
use crate::attribute::analysis::Analysis;
use crate::attribute::frame::head_of;
use crate::attribute::pattern::children;
use crate::language::times::TimeWord;
use crate::language::{Band, Language};
use crate::model::hash::folded;
use crate::parse::Rel;
use crate::segment::Segments;
use crate::tag::Upos;

/// How far before a content its hedge is looked for in the words of the cue, in tokens.
const NEAR: usize = 10;

/// How far from the noun of a chance its figure stands, in tokens.
const FIGURE: usize = 6;
/// How far the band of a chance in figures reaches on either side.
const AROUND: f64 = 0.05;

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
    // How sure of it somebody is who says so is told by that, and not by the verb: "assessed *with high confidence* that".
    let sure = |(tokens, _): &(Range<usize>, Band)| {
        tokens.len() > 1 && tokens.clone().any(|at| phrases.words.confidence.contains(&all.lemma[at]))
    };
    if found.iter().any(sure) {
        found.retain(sure);
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
                    if !(month || shown(all, language, &hit.tokens)) {
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

/// "Appeared in May": somebody or something came to be seen, and nothing is said to seem so. What seems is told by what
/// stands below the verb ("appears calm", "appears to be"), or by a clause that it is put into.
fn shown(all: &Analysis, language: &Language, tokens: &Range<usize>) -> bool {
    let words = &language.phrases().words;
    let verb = tokens.start;
    let below =
        |child: usize| child > verb && matches!(all.rel[child], Rel::Xcomp | Rel::Ccomp | Rel::Csubj | Rel::Parataxis);
    let aside = matches!(all.rel[verb], Rel::Parataxis) || all.rel[verb] == Rel::Aux || all.rel[verb] == Rel::Cop;
    // "There appears no way", "it appears": where the parse gives nothing below.
    let bare = |child: usize| all.rel[child] == Rel::Expl;
    tokens.len() == 1
        && words.appears.contains(&all.lemma[verb])
        && !aside
        && !children(all, verb).any(|child| below(child) || bare(child))
}

/// "A 30 percent chance", "a one in five chance", "the odds are one in ten": a band of five points on either side of the
/// number.
fn percentage(
    text: &str,
    segments: &Segments,
    all: &Analysis,
    language: &Language,
    clause: &Clause,
) -> Option<(Range<usize>, Band)> {
    let words = &language.phrases().words;
    let at = clause
        .within
        .clone()
        .find(|at| words.chance.contains(&all.lemma[*at]) || words.chance.contains(&all.word[*at]))?;
    let from = at.saturating_sub(FIGURE).max(clause.within.start);
    let until = (at + 1 + FIGURE).min(clause.within.end);
    let share = |within: Range<usize>| {
        within.clone().find_map(|first| {
            let (end, value) = share(text, segments, all, language, first..within.end)?;
            Some((first..end, value))
        })
    };
    // Behind the noun only what it is said to be: "the odds *are* one in ten", "odds *of* one in ten".
    let joins = |between: Range<usize>| {
        let one = |at: usize| {
            words.be.contains(&all.lemma[at]) || words.of.contains(&all.word[at]) || all.tag[at].upos == Upos::Adp
        };
        !between.is_empty() && between.into_iter().all(|at| one(at) || all.tag[at].upos == Upos::Adv)
    };
    let before = || share(from..at).map(|(figure, value)| (figure.start..at + 1, value));
    let behind = || {
        share(at + 1..until)
            .filter(|(figure, _)| joins(at + 1..figure.start))
            .map(|(figure, value)| (at..figure.end, value))
    };
    let (tokens, value) = before().or_else(behind)?;
    let (low, high) = (rounded(value - AROUND).max(0.0), rounded(value + AROUND).min(1.0));
    Some((tokens, Band { low, high }))
}

/// A share of one at the beginning of some tokens, "30 percent" or "one in five", and the token behind it.
fn share(
    text: &str,
    segments: &Segments,
    all: &Analysis,
    language: &Language,
    within: Range<usize>,
) -> Option<(usize, f64)> {
    let words = &language.phrases().words;
    let word = |at: usize| segments.tokens[at].of(text);
    let number = |at: usize| {
        if let TimeWord::Number(number) = language.times.index().meaning(all.word[at]) {
            return Some(f64::from(number));
        }
        word(at).trim_end_matches('%').parse::<f64>().ok().filter(|value| value.is_finite() && *value >= 0.0)
    };
    let hyphen = |at: usize| word(at) == "-";
    // "One-in-five" is one word to some tokenisers of news, and five to others.
    let parts: Vec<&str> = word(within.start).split('-').collect();
    if let [one, _, many] = parts[..] {
        let spelled = |word: &str| match language.times.index().meaning(folded(word)) {
            TimeWord::Number(number) => Some(f64::from(number)),
            _ => word.parse::<f64>().ok(),
        };
        let middle = words.within.contains(&folded(parts[1]));
        if let (true, Some(one), Some(many)) = (middle, spelled(one), spelled(many)) {
            return part(one, many).map(|value| (within.start + 1, value));
        }
    }
    let first = number(within.start)?;
    let mut rest = (within.start + 1..within.end).filter(|at| !hyphen(*at));
    if word(within.start).ends_with('%') {
        return part(first, 100.0).map(|value| (within.start + 1, value));
    }
    let next = rest.next()?;
    if words.within.contains(&all.word[next]) {
        let last = rest.find(|at| !words.of.contains(&all.word[*at]))?;
        return part(first, number(last)?).map(|value| (last + 1, value));
    }
    // "Per cent" is two words, and "thirty-five" too.
    let end = [Some(next), rest.next(), rest.next()]
        .into_iter()
        .flatten()
        .find(|at| words.percent.contains(&all.word[*at]) || word(*at) == "%")?;
    let small = number(next).filter(|small| *small < 10.0 && first >= 20.0).unwrap_or(0.0);
    part(first + small, 100.0).map(|value| (end + 1, value))
}

/// So many of so many, where that is a share.
fn part(one: f64, many: f64) -> Option<f64> {
    (many > 0.0 && one <= many).then(|| one / many)
}

/// What stands in a reading, to four decimals: more would be the arithmetic of the machine.
fn rounded(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}

#[cfg(test)]
mod tests {
    use crate::example::{claims, only};

    /// The middle of the band, in percent, and the words.
    #[track_caller]
    fn check(text: &str, low: f64, high: f64, words: &str) {
        let found = only(text).certainty;
        let middle = f64::midpoint(found.low, found.high);
        assert!((low..=high).contains(&middle), "{text}: {found:?}");
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
    fn most_likely_is_no_less_than_likely() {
        check("The inspector said the crew most likely left by the river.", 0.8, 0.95, "most likely");
    }

    #[test]
    fn a_chance_told_in_words_is_a_band_around_it() {
        check(
            "The engineer said there was a one in five chance that the weld was sound.",
            0.19,
            0.21,
            "one in five chance",
        );
        check(
            "The broker said there was a 1-in-4 chance that the ship would be paid for.",
            0.24,
            0.26,
            "1-in-4 chance",
        );
        check(
            "The auditor said the odds were one in ten that the books were right.",
            0.09,
            0.11,
            "odds were one in ten",
        );
        check(
            "The pilot said there was a thirty percent chance that the fog would lift.",
            0.29,
            0.31,
            "thirty percent chance",
        );
    }

    #[test]
    fn how_confident_an_assessment_is_stands_with_it() {
        check("The agency assessed with low confidence that the plant was shut.", 0.3, 0.6, "with low confidence");
        check("The panel judged with high confidence that the seal had been cut.", 0.75, 0.9, "with high confidence");
        check(
            "The service concluded with moderate confidence that the barge was armed.",
            0.6,
            0.8,
            "with moderate confidence",
        );
    }

    #[test]
    fn what_came_to_be_seen_does_not_seem_so() {
        check("The curator said the map appeared in May.", 0.9, 1.1, "");
        check("The curator said the map appeared genuine.", 0.6, 0.9, "appeared");
        check("The curator said the ink appeared to be old.", 0.6, 0.9, "appeared");
    }

    #[test]
    fn a_question_that_is_asked_is_no_doubt() {
        let claims = claims("The clerk said the envoy had dodged questions about the lease.");
        assert!(claims.iter().all(|claim| claim.certainty.words.is_empty()), "{claims:?}");
    }

    #[test]
    fn a_band_has_four_decimals_at_most() {
        let found = only("The inspector said there was a 70 percent chance that the seal was intact.").certainty;
        assert_eq!((found.low, found.high), (0.65, 0.75));
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
