//! A parse in progress.
//!
//! The arc-hybrid system: tokens wait in a buffer, are moved to a stack, and leave the stack when they get their head,
//! which is either the first token of the buffer or the token beneath them. The root stands at the end of the buffer.
//! Every token moves once to the stack and once off it, so a sentence of n tokens takes 2n moves, and every tree in
//! which no two arcs cross can be made.
//!
//! Positions count tokens from 1; 0 is nothing, and the root comes after the last token.

use super::Rel;

/// What can be done next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Move {
    /// The first token of the buffer goes onto the stack.
    Shift,
    /// The top of the stack gets the first token of the buffer as its head.
    Left,
    /// The top of the stack gets the token beneath it as its head.
    Right,
}

/// A token and what was attached to it so far.
#[derive(Debug, Clone, Copy, Default)]
pub struct Node {
    /// Its head, 0 while it has none.
    pub head: u16,
    /// Its relation to that head, as a number.
    pub rel: u8,
    /// Its children to the left, the two outermost, outermost first.
    pub left: [u16; 2],
    /// Its children to the right, the two outermost, outermost first.
    pub right: [u16; 2],
    /// How many children it has to the left.
    pub lefts: u8,
    /// How many children it has to the right.
    pub rights: u8,
    /// Bit set of the relations of its children to the left.
    pub left_rels: u64,
    /// Bit set of the relations of its children to the right.
    pub right_rels: u64,
}

/// Stack, buffer and the arcs so far.
#[derive(Debug, Clone, Default)]
pub struct State {
    nodes: Vec<Node>,
    stack: Vec<u16>,
    next: u16,
}

impl State {
    /// Begins a sentence of `count` tokens (fewer than 65,000).
    pub fn begin(&mut self, count: usize) {
        self.nodes.clear();
        self.nodes.resize(count + 2, Node::default());
        self.stack.clear();
        self.next = 1;
    }

    /// The position of the root.
    pub fn root(&self) -> u16 {
        (self.nodes.len() - 1) as u16
    }

    /// Whether nothing is left to do.
    pub fn is_done(&self) -> bool {
        self.next == self.root() && self.stack.is_empty()
    }

    /// The stack, its top last.
    pub fn stack(&self) -> &[u16] {
        &self.stack
    }

    /// The `depth`-th position from the top of the stack, 0 if there is none.
    #[inline(always)]
    pub fn top(&self, depth: usize) -> u16 {
        match self.stack.len().checked_sub(depth + 1) {
            Some(at) => self.stack[at],
            None => 0,
        }
    }

    /// The `offset`-th position of the buffer, 0 if it is past the root.
    #[inline(always)]
    pub fn ahead(&self, offset: u16) -> u16 {
        let at = self.next + offset;
        if usize::from(at) < self.nodes.len() { at } else { 0 }
    }

    /// The node at `position`.
    #[inline(always)]
    pub fn node(&self, position: u16) -> &Node {
        &self.nodes[usize::from(position)]
    }

    /// All nodes; the tokens are those from 1 to the last but one.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// Which moves are possible. Only one token may have the root as its head: the last one on the stack.
    #[inline(always)]
    pub fn allows(&self, step: Move) -> bool {
        let at_root = self.next == self.root();
        match step {
            Move::Shift => !at_root,
            Move::Left => {
                if at_root {
                    self.stack.len() == 1
                } else {
                    !self.stack.is_empty()
                }
            }
            Move::Right => self.stack.len() >= 2,
        }
    }

    /// The arc (head, dependent) that a move would make.
    #[inline(always)]
    pub fn arc(&self, step: Move) -> Option<(u16, u16)> {
        match step {
            Move::Shift => None,
            Move::Left => Some((self.next, self.top(0))),
            Move::Right => Some((self.top(1), self.top(0))),
        }
    }

    /// Makes an allowed move; an arc gets relation `rel`.
    pub fn apply(&mut self, step: Move, rel: Rel) {
        let Some((head, token)) = self.arc(step) else {
            self.stack.push(self.next);
            self.next += 1;
            return;
        };
        self.stack.pop();
        let child = &mut self.nodes[usize::from(token)];
        child.head = head;
        child.rel = rel as u8;
        let bit = 1u64 << (rel as u8 & 63);
        let parent = &mut self.nodes[usize::from(head)];
        if step == Move::Left {
            parent.left = [token, parent.left[0]];
            parent.lefts = parent.lefts.saturating_add(1);
            parent.left_rels |= bit;
        } else {
            parent.right = [token, parent.right[0]];
            parent.rights = parent.rights.saturating_add(1);
            parent.right_rels |= bit;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moves_build_a_tree_with_one_root() {
        // "Officials denied reports": both nouns hang on the verb.
        let mut state = State::default();
        state.begin(3);
        let steps = [Move::Shift, Move::Left, Move::Shift, Move::Shift, Move::Right, Move::Left];
        for step in steps {
            assert!(!state.is_done() && state.allows(step));
            state.apply(step, if step == Move::Left { Rel::Nsubj } else { Rel::Obj });
        }
        assert!(state.is_done());
        let heads: Vec<_> = state.nodes()[1..4].iter().map(|node| node.head).collect();
        assert_eq!(heads, [2, 4, 2]);
        assert_eq!((state.node(2).left, state.node(2).right), ([1, 0], [3, 0]));
    }

    #[test]
    fn a_second_root_is_not_allowed() {
        let mut state = State::default();
        state.begin(2);
        state.apply(Move::Shift, Rel::Dep);
        state.apply(Move::Shift, Rel::Dep);
        assert!(!state.allows(Move::Left) && !state.allows(Move::Shift) && state.allows(Move::Right));
    }
}
