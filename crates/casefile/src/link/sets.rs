//! Disjoint sets of numbers.

/// Disjoint sets; the lowest number of a set stands for it.
#[derive(Debug, Clone)]
pub struct Sets(Vec<u32>);

impl Sets {
    /// As many sets of one number each.
    pub fn new(count: usize) -> Self {
        Self((0..).take(count).collect())
    }

    /// The lowest number of the set of `number`.
    pub fn root(&mut self, number: u32) -> u32 {
        let mut at = number;
        while self.0[at as usize] != at {
            let above = self.0[at as usize];
            self.0[at as usize] = self.0[above as usize];
            at = above;
        }
        at
    }

    /// Makes one set of those of the two numbers, and says whether they were different until now.
    pub fn join(&mut self, one: u32, other: u32) -> bool {
        let (one, other) = (self.root(one), self.root(other));
        let (low, high) = (one.min(other), one.max(other));
        self.0[high as usize] = low;
        low != high
    }

    /// Makes one set of those of the two numbers, unless that would bring together a pair that is to stay apart: then hands
    /// back which.
    pub fn join_but(&mut self, one: u32, other: u32, apart: &[(u32, u32)]) -> Option<(u32, u32)> {
        let (one, other) = (self.root(one), self.root(other));
        let meets = |(a, b): &&(u32, u32)| {
            let (a, b) = (self.root(*a), self.root(*b));
            (a, b) == (one, other) || (b, a) == (one, other)
        };
        let held = apart.iter().find(meets).copied();
        if held.is_none() {
            self.join(one, other);
        }
        held
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joining_in_any_order_gives_the_same_sets() {
        let roots = |joins: &[(u32, u32)]| {
            let mut sets = Sets::new(6);
            for (one, other) in joins {
                sets.join(*one, *other);
            }
            (0..6).map(|number| sets.root(number)).collect::<Vec<_>>()
        };
        assert_eq!(roots(&[(4, 5), (1, 4), (3, 2)]), [0, 1, 2, 2, 1, 1]);
        assert_eq!(roots(&[(2, 3), (5, 1), (5, 4)]), [0, 1, 2, 2, 1, 1]);
    }

    #[test]
    fn what_is_to_stay_apart_is_not_brought_together_through_a_third() {
        let mut sets = Sets::new(4);
        let apart = [(0, 3)];
        assert_eq!(sets.join_but(0, 1, &apart), None);
        assert_eq!(sets.join_but(2, 3, &apart), None);
        assert_eq!(sets.join_but(1, 2, &apart), Some((0, 3)));
        assert_ne!(sets.root(1), sets.root(2));
    }
}
