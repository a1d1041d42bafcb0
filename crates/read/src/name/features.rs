//! What the model looks at for each token of a stretch in which names may stand.

use std::ops::Range;

use super::look::{Look, NOWHERE};
use crate::attribute::analysis::{Analysis, NONE};
use crate::model::hash::{feature, mix};
use crate::parse::Rel;

/// How many features a token has.
pub const COUNT: usize = 66;

const OUT: u64 = 0x6f75_7400;

/// A stretch with its surroundings.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// The sentence.
    pub sentence: &'a Range<usize>,
    /// The stretch.
    pub stretch: &'a Range<usize>,
    /// The looks of the sentence's tokens from `from` on.
    pub looks: &'a [Look],
    /// The token of the first look.
    pub from: usize,
    /// Whether most words of the sentence have a capital, as in a headline, or all of them have nothing else.
    pub style: u64,
}

/// Whether a token with this relation belongs to the same phrase as its head.
const fn belongs(rel: Rel) -> bool {
    matches!(rel, Rel::Compound | Rel::Flat | Rel::Amod | Rel::NmodDesc | Rel::Nummod | Rel::Fixed | Rel::Goeswith)
}

/// The features of token `at`. `usage` says how the document uses the word elsewhere.
pub fn extract(all: &Analysis, around: &Around<'_>, usage: u64, at: usize, out: &mut [u64; COUNT]) {
    let (sentence, stretch) = (around.sentence, around.stretch);
    let look = |by: isize| {
        at.checked_add_signed(by)
            .filter(|at| sentence.contains(at))
            .and_then(|at| around.looks.get(at.checked_sub(around.from)?))
            .unwrap_or(&NOWHERE)
    };
    let tag_at = |by: isize| {
        at.checked_add_signed(by).filter(|at| sentence.contains(at)).map_or(OUT, |at| u64::from(all.tag[at].code()))
    };
    let (w, p1, p2, n1, n2) = (look(0), look(-1), look(-2), look(1), look(2));
    let (tag, tag_before, tag_after) = (tag_at(0), tag_at(-1), tag_at(1));
    let first = u64::from(at == sentence.start);
    let (listed, part) = (u64::from(w.listed), u64::from(w.part));

    // The run of words with a capital that the token stands in.
    let capital =
        |at: usize| at.checked_sub(around.from).and_then(|at| around.looks.get(at)).is_some_and(|look| look.capital);
    let (mut from, mut to) = (at, at);
    while w.capital && from > stretch.start && at - from < 5 && capital(from - 1) {
        from -= 1;
    }
    while w.capital && to + 1 < stretch.end && to - at < 5 && capital(to + 1) {
        to += 1;
    }
    let of = |at: usize| at.checked_sub(around.from).and_then(|at| around.looks.get(at)).unwrap_or(&NOWHERE);
    let (start, end) = (of(from), of(to));
    let beside = |at: Option<usize>| at.filter(|at| sentence.contains(at)).map_or(&NOWHERE, of);
    let (before, behind) = (beside(from.checked_sub(1)), beside(Some(to + 1)));
    let place = mix((at - from) as u64, (to - at) as u64);
    let length = (to - from) as u64;

    // The word that the phrase hangs by, and what that hangs on.
    let mut top = at;
    for _ in 0..6 {
        let up = all.head[top];
        if up == NONE || !belongs(all.rel[top]) || !sentence.contains(&(up as usize)) {
            break;
        }
        top = up as usize;
    }
    let (top_rel, over) = (all.rel[top] as u64, all.head[top]);
    let (over_lemma, over_tag) = if over == NONE || !sentence.contains(&(over as usize)) {
        (OUT, OUT)
    } else {
        (all.lemma[over as usize], u64::from(all.tag[over as usize].code()))
    };
    let top_word = all.word[top];
    let rel = all.rel[at] as u64;
    let quoted = u64::from(all.quote[at] != 0);
    let side = |top: usize| u64::from(at < top) + 2 * u64::from(at > top);
    let (cased, word) = (w.cased, w.word);
    let shouts = mix(u64::from(w.shouts), around.style);

    *out = [
        feature(1, [cased]),
        feature(2, [word]),
        feature(3, [w.shape, first]),
        feature(4, [w.suffix[0]]),
        feature(5, [w.suffix[1]]),
        feature(6, [w.suffix[2]]),
        feature(7, [w.prefix[0]]),
        feature(8, [w.prefix[1]]),
        feature(9, [w.prefix[2]]),
        feature(10, [tag, first]),
        feature(11, [w.class.fine()]),
        feature(12, [w.class.coarse(), u64::from(w.capital)]),
        feature(13, [listed, first]),
        feature(14, [part]),
        feature(15, [p1.word]),
        feature(16, [p2.word, p1.word]),
        feature(17, [n1.word]),
        feature(18, [n2.word, n1.word]),
        feature(19, [p1.class.fine()]),
        feature(20, [n1.class.fine()]),
        feature(21, [p2.class.fine()]),
        feature(22, [n2.class.fine()]),
        feature(23, [tag_before, tag]),
        feature(24, [tag, tag_after]),
        feature(25, [tag_before, tag, tag_after]),
        feature(26, [p1.outline(), w.shape, n1.outline()]),
        feature(27, [u64::from(p1.listed), listed]),
        feature(28, [listed, u64::from(n1.listed)]),
        feature(29, [u64::from(p1.part), part, u64::from(n1.part)]),
        feature(30, [listed, w.shape]),
        feature(31, [listed, p1.class.coarse()]),
        feature(32, [listed, n1.class.coarse()]),
        feature(33, [p1.class.coarse(), w.class.coarse()]),
        feature(34, [w.class.coarse(), n1.class.coarse()]),
        feature(37, [top_rel, over_lemma]),
        feature(38, [top_rel, over_tag, side(top)]),
        feature(39, [top_word, side(top)]),
        feature(40, [end.word, place]),
        feature(41, [end.class.fine(), u64::from(at == to)]),
        feature(42, [end.suffix[2], u64::from(at == to)]),
        feature(43, [start.word, u64::from(at == from), u64::from(at == to)]),
        feature(44, [start.class.fine(), place]),
        feature(45, [u64::from(start.listed), place]),
        feature(46, [u64::from(end.listed), place]),
        feature(47, [before.word, place]),
        feature(48, [before.class.fine(), place]),
        feature(49, [behind.word, place]),
        feature(50, [behind.class.fine(), place]),
        feature(51, [place, w.shape]),
        feature(52, [before.class.coarse(), behind.class.coarse(), length]),
        feature(53, [quoted, place, w.shape]),
        feature(54, [usage, first]),
        feature(55, [usage, word]),
        feature(56, [shouts, w.shape]),
        feature(57, [shouts, listed, tag]),
        feature(58, [rel, tag, place]),
        feature(59, [w.suffix[1], w.shape, before.class.coarse()]),
        feature(60, [listed, before.class.fine()]),
        feature(61, [listed, behind.class.fine()]),
        feature(62, [u64::from(start.listed), u64::from(end.listed), place, length]),
        feature(63, []),
        feature(64, [w.class.middle(), first]),
        feature(65, [p1.class.middle(), w.class.middle()]),
        feature(66, [w.class.middle(), n1.class.middle()]),
        feature(67, [end.class.middle(), place]),
        feature(68, [before.class.middle(), end.class.middle(), place]),
    ];
}
