//! Makes trees projective.
//!
//! The parser cannot make arcs that cross. A crossing arc is lifted: its dependent moves up to the head of its head,
//! the shortest such arc first, until none is left (Nivre and Nilsson 2005, without marks to undo it).

/// Whether the arc from `head` to `token` (both from 1) spans only words that hang below `head`.
fn fits(heads: &[usize], head: usize, token: usize) -> bool {
    let (from, to) = (head.min(token), head.max(token));
    (from + 1..to).all(|between| {
        let mut at = between;
        // A tree has no cycles, so this ends; the bound is for treebanks with mistakes.
        for _ in 0..=heads.len() {
            if at == head {
                return true;
            }
            if at == 0 {
                return false;
            }
            at = heads[at - 1];
        }
        false
    })
}

/// Lifts arcs in `heads` (the head of each token, from 1; 0 is the root) until none cross. Says how many were lifted.
pub fn lift(heads: &mut [usize]) -> usize {
    let mut lifted = 0;
    loop {
        let crossing = (1..=heads.len()).filter(|token| {
            let head = heads[token - 1];
            head != 0 && !fits(heads, head, *token)
        });
        let Some(token) = crossing.min_by_key(|token| heads[token - 1].abs_diff(*token)) else { return lifted };
        heads[token - 1] = heads[heads[token - 1] - 1];
        lifted += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn projective_trees_stay_and_crossing_arcs_are_lifted() {
        let mut plain = [2, 0, 2];
        assert_eq!(lift(&mut plain), 0);
        // 4 hangs on 1, but 2, the root, lies between them.
        let mut crossing = [2, 0, 2, 1];
        assert_eq!(lift(&mut crossing), 1);
        assert_eq!(crossing, [2, 0, 2, 2]);
    }
}
