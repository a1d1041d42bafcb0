//! How a token stands to a name: outside, or at the beginning, inside, at the end, or alone in a name of some kind.
//!
//! Five positions instead of three (Ratinov and Roth 2009) let the model learn what ends a name: *Bank*, *Jr.*, *River*.

use super::NameKind;

/// How many labels there are.
pub const LABELS: usize = 17;
/// Outside of every name.
pub const OUTSIDE: u8 = 0;
/// Every label, as a set.
pub const ANY: u32 = (1 << LABELS) - 1;

const BEGINS: u8 = 0;
const INSIDE: u8 = 1;
const ENDS: u8 = 2;
const ALONE: u8 = 3;

const fn label(kind: NameKind, place: u8) -> u8 {
    1 + 4 * kind as u8 + place
}

/// The kind of name that a label is part of.
pub const fn kind_of(label: u8) -> Option<NameKind> {
    match label {
        1..=4 => Some(NameKind::Person),
        5..=8 => Some(NameKind::Organisation),
        9..=12 => Some(NameKind::Place),
        13..=16 => Some(NameKind::Other),
        _ => None,
    }
}

/// Whether a name begins at a token with this label.
pub const fn begins(label: u8) -> bool {
    label != OUTSIDE && matches!((label - 1) % 4, BEGINS | ALONE)
}

/// The label of the token at `at` of a name of `length` tokens.
pub const fn within(kind: NameKind, at: usize, length: usize) -> u8 {
    let place = match (at, length) {
        (_, 0 | 1) => ALONE,
        (0, _) => BEGINS,
        (at, length) if at + 1 == length => ENDS,
        _ => INSIDE,
    };
    label(kind, place)
}

/// The four labels of a kind, as a set.
pub const fn set(kind: NameKind) -> u32 {
    0b1111 << label(kind, BEGINS)
}

/// Scores of one token, per label.
pub type Row = [i32; LABELS];

/// Lower than any sum of weights, and far from overflow.
const BAR: i32 = i32::MIN / 4;

/// The best sequence of labels that makes whole names (Viterbi). `sets` bounds each token's labels; where nothing is
/// allowed, what comes out is still a sequence of that length.
pub fn best(rows: &[Row], sets: &[u32], back: &mut Vec<[u8; LABELS]>, out: &mut Vec<u8>) {
    back.clear();
    out.clear();
    // Before the first token no name is open.
    let mut scores: Row = [BAR; LABELS];
    scores[usize::from(OUTSIDE)] = 0;
    for (at, row) in rows.iter().enumerate() {
        let set = sets.get(at).copied().unwrap_or(ANY);
        let (mut next, mut from) = ([BAR; LABELS], [OUTSIDE; LABELS]);
        // The best label at which no name goes on.
        let mut closed = OUTSIDE;
        for kind in NameKind::ALL {
            for one in [label(kind, ENDS), label(kind, ALONE)] {
                if scores[usize::from(one)] > scores[usize::from(closed)] {
                    closed = one;
                }
            }
        }
        let mut enter = |now: u8, before: u8| {
            if set >> now & 1 == 1 {
                next[usize::from(now)] = (scores[usize::from(before)] + row[usize::from(now)]).max(BAR);
                from[usize::from(now)] = before;
            }
        };
        enter(OUTSIDE, closed);
        for kind in NameKind::ALL {
            enter(label(kind, BEGINS), closed);
            enter(label(kind, ALONE), closed);
            let (begun, gone) = (label(kind, BEGINS), label(kind, INSIDE));
            let open = if scores[usize::from(gone)] > scores[usize::from(begun)] { gone } else { begun };
            enter(label(kind, INSIDE), open);
            enter(label(kind, ENDS), open);
        }
        scores = next;
        back.push(from);
    }
    let mut last = OUTSIDE;
    for one in 0..LABELS as u8 {
        let whole = one == OUTSIDE || matches!((one - 1) % 4, ENDS | ALONE);
        if whole && scores[usize::from(one)] > scores[usize::from(last)] {
            last = one;
        }
    }
    out.resize(rows.len(), OUTSIDE);
    for (slot, from) in out.iter_mut().zip(back.iter()).rev() {
        *slot = last;
        last = from[usize::from(last)];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(rows: &[Row], sets: &[u32]) -> Vec<u8> {
        let mut out = Vec::new();
        best(rows, sets, &mut Vec::new(), &mut out);
        out
    }

    #[test]
    fn a_name_that_was_begun_is_ended() {
        let mut rows = [[0; LABELS]; 3];
        rows[0][usize::from(within(NameKind::Person, 0, 2))] = 5;
        rows[1][usize::from(within(NameKind::Place, 1, 2))] = 4;
        rows[2][usize::from(within(NameKind::Person, 1, 2))] = 1;
        let person = |at| within(NameKind::Person, at, 3);
        assert_eq!(decode(&rows, &[]), [person(0), person(1), person(2)]);
    }

    #[test]
    fn labels_outside_the_set_are_not_chosen() {
        let mut rows = [[0; LABELS]; 1];
        rows[0][usize::from(within(NameKind::Person, 0, 1))] = 5;
        rows[0][usize::from(within(NameKind::Place, 0, 1))] = 3;
        assert_eq!(decode(&rows, &[set(NameKind::Place) | 1]), [within(NameKind::Place, 0, 1)]);
        assert_eq!(decode(&rows, &[1]), [OUTSIDE]);
        assert_eq!(decode(&rows, &[0]).len(), 1);
    }

    #[test]
    fn a_label_knows_its_kind_and_whether_it_begins() {
        for kind in NameKind::ALL {
            assert!(
                (0..3).all(|at| kind_of(within(kind, at, 3)) == Some(kind) && begins(within(kind, at, 3)) == (at == 0))
            );
            assert!(begins(within(kind, 0, 1)) && set(kind) >> within(kind, 0, 1) & 1 == 1);
        }
        assert_eq!(kind_of(OUTSIDE), None);
    }
}
