//! What each move costs: the dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013).
//!
//! The cost of a move is the number of arcs of the true tree that could still be made before it and no longer after.
//! Because it is known for every state, not only for those on the right path, the parser can be trained on states that
//! it reaches by its own mistakes.

use read::parse::state::{Move, State};

/// The true tree, with positions as in [`State`].
#[derive(Debug, Clone, Default)]
pub struct Gold {
    heads: Vec<u16>,
    children: Vec<Vec<u16>>,
}

impl Gold {
    /// From the head of each token, counted from 1, where 0 is the root. The tree is projective.
    pub fn new(heads: &[usize]) -> Self {
        let root = heads.len() as u16 + 1;
        let head_of = |head: &usize| if *head == 0 { root } else { *head as u16 };
        let heads: Vec<u16> = std::iter::once(0).chain(heads.iter().map(head_of)).chain([0]).collect();
        let mut children = vec![Vec::new(); heads.len()];
        for (token, head) in heads.iter().enumerate().filter(|(_, head)| **head != 0) {
            children[usize::from(*head)].push(token as u16);
        }
        Self { heads, children }
    }

    /// The true head of `token`.
    pub fn head(&self, token: u16) -> u16 {
        self.heads[usize::from(token)]
    }

    /// How many true arcs `step` makes impossible in `state`.
    pub fn cost(&self, state: &State, step: Move) -> usize {
        let next = state.ahead(0);
        match step {
            Move::Shift => {
                let stack = state.stack();
                let below = stack.len().saturating_sub(1);
                let head = self.head(next);
                let children = stack.iter().filter(|token| self.head(**token) == next).count();
                children + usize::from(stack[..below].contains(&head))
            }
            Move::Left | Move::Right => {
                let top = state.top(0);
                let head = self.head(top);
                let children = self.children[usize::from(top)].iter().filter(|child| **child >= next).count();
                let lost = match step {
                    Move::Left => head > next || head == state.top(1) && head != 0,
                    _ => head >= next,
                };
                children + usize::from(lost)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use read::parse::Rel;

    const MOVES: [Move; 3] = [Move::Shift, Move::Left, Move::Right];

    #[test]
    fn moves_without_cost_rebuild_the_tree() {
        // "Officials in the capital denied it": a noun phrase with a modifier before the verb.
        let heads = [5, 4, 4, 1, 0, 5];
        let gold = Gold::new(&heads);
        let mut state = State::default();
        state.begin(6);
        while !state.is_done() {
            let step = MOVES.into_iter().find(|step| state.allows(*step) && gold.cost(&state, *step) == 0);
            state.apply(step.unwrap(), Rel::Dep);
        }
        assert!((1..=6).all(|token| state.node(token).head == gold.head(token)));
    }

    #[test]
    fn a_move_that_loses_arcs_costs_them() {
        let gold = Gold::new(&[2, 0, 2]);
        let mut state = State::default();
        state.begin(3);
        state.apply(Move::Shift, Rel::Dep);
        // Shifting the verb over its subject loses the subject.
        assert_eq!(gold.cost(&state, Move::Shift), 1);
        assert_eq!(gold.cost(&state, Move::Left), 0);
    }
}
