//! The least generalisation that reaches the cover that is asked for, over all lines at once.
//!
//! Where there are few choices all of them are tried. Else lines are made coarser, at each step by the change that takes
//! most of what is missing for the least that it costs, until nothing is missing; and then, one by one, made finer again as far
//! as nothing is missed by it. Nothing of this asks who the source is.

use std::collections::HashMap;
use std::rc::Rc;

use crate::cover::{Holdings, Least, Suspects, Together};

use super::Detail;

/// A line as it was drafted.
#[derive(Debug, Clone)]
pub struct Wanted<'d> {
    /// What it says.
    pub details: &'d [Detail],
    /// What stands behind it.
    pub behind: &'d [usize],
    /// Whether cover is asked for it.
    pub is_guarded: bool,
}

/// How hard to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// Up to how many combinations all are tried.
    pub all: u64,
    /// How often lines are made coarser and finer at most.
    pub steps: usize,
}

impl Default for Effort {
    fn default() -> Self {
        Self { all: 20_000, steps: 20_000 }
    }
}

/// What is suggested.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// For each line the rung of each detail; none where the line is left out.
    pub lines: Vec<Option<Vec<usize>>>,
    /// What is kept, in bits.
    pub kept: f64,
    /// What the lines as drafted tell, in bits.
    pub whole: f64,
    /// The cover that this has.
    pub least: Least,
}

/// A line's choice: the rung of each detail, or nothing of it.
type Choice = Option<Vec<usize>>;

struct Search<'s, 'h> {
    holdings: &'h Holdings,
    together: &'s Together<'h>,
    lines: &'s [Wanted<'s>],
    wanted: u32,
    known: HashMap<(usize, Vec<usize>), Rc<Suspects>>,
    steps: usize,
}

/// The choice of rungs that keeps most and has a cover of `k`; `None` where not even saying nothing of what is guarded has.
pub fn suggest(
    holdings: &Holdings,
    together: &Together<'_>,
    lines: &[Wanted<'_>],
    k: u32,
    effort: Effort,
) -> Suggestion {
    let together = together.clone();
    let mut search =
        Search { holdings, together: &together, lines, wanted: k, known: HashMap::new(), steps: effort.steps };
    let as_drafted: Vec<Choice> = lines.iter().map(|line| Some(vec![0; line.details.len()])).collect();
    let found = if search.least(&as_drafted).k >= k {
        as_drafted.clone()
    } else if search.choices() <= effort.all {
        search.all()
    } else {
        search.some(as_drafted.clone())
    };
    Suggestion { kept: search.bits(&found), whole: search.bits(&as_drafted), least: search.least(&found), lines: found }
}

impl Search<'_, '_> {
    fn suspects(&mut self, line: usize, choice: &[usize]) -> Option<Rc<Suspects>> {
        let of = self.lines.get(line)?;
        if let Some(known) = self.known.get(&(line, choice.to_vec())) {
            return Some(Rc::clone(known));
        }
        let statement = self.holdings.statement(of.details, choice, of.behind.to_vec());
        let suspects = Rc::new(self.holdings.suspects(&statement));
        self.known.insert((line, choice.to_vec()), Rc::clone(&suspects));
        Some(suspects)
    }

    fn least(&mut self, chosen: &[Choice]) -> Least {
        let mut all = Vec::new();
        for (line, choice) in chosen.iter().enumerate() {
            if let (Some(choice), true) = (choice, self.is_guarded(line)) {
                all.extend(self.suspects(line, choice));
            }
        }
        self.together.least(all.iter().map(Rc::as_ref), self.wanted)
    }

    fn is_guarded(&self, line: usize) -> bool {
        self.lines.get(line).is_some_and(|line| line.is_guarded)
    }

    fn bits_of(&self, line: usize, choice: &Choice) -> f64 {
        let (Some(of), Some(choice)) = (self.lines.get(line), choice) else { return 0.0 };
        let rungs = of.details.iter().zip(choice).filter_map(|(detail, at)| detail.rungs.get(*at));
        rungs.map(|rung| rung.bits).sum()
    }

    fn bits(&self, chosen: &[Choice]) -> f64 {
        chosen.iter().enumerate().map(|(line, choice)| self.bits_of(line, choice)).sum()
    }

    /// How many combinations there are.
    fn choices(&self) -> u64 {
        let of = |line: &Wanted<'_>| {
            let rungs = line.details.iter().map(|detail| u64::try_from(detail.rungs.len()).unwrap_or(u64::MAX));
            rungs.fold(1, u64::saturating_mul).saturating_add(1)
        };
        self.lines.iter().filter(|line| line.is_guarded).map(of).fold(1, u64::saturating_mul)
    }

    /// Every choice of a line, what tells most first.
    fn of_line(&self, line: usize) -> Vec<Choice> {
        let Some(of) = self.lines.get(line) else { return vec![None] };
        let mut all: Vec<Vec<usize>> = vec![Vec::new()];
        for detail in of.details {
            let with = |choice: &Vec<usize>| {
                let choice = choice.clone();
                (0..detail.rungs.len()).map(move |rung| choice.iter().copied().chain([rung]).collect())
            };
            all = if of.is_guarded {
                all.iter().flat_map(with).collect()
            } else {
                all.iter().map(|choice| choice.iter().copied().chain([0]).collect()).collect()
            };
        }
        let mut all: Vec<Choice> = all.into_iter().map(Some).collect();
        if of.is_guarded {
            all.push(None);
        }
        all.sort_by(|one, other| self.bits_of(line, other).total_cmp(&self.bits_of(line, one)));
        all
    }

    /// Tries every combination, those that cannot tell more than the best so far left out.
    fn all(&mut self) -> Vec<Choice> {
        let options: Vec<Vec<Choice>> = (0..self.lines.len()).map(|line| self.of_line(line)).collect();
        let most: Vec<f64> = options
            .iter()
            .enumerate()
            .map(|(line, all)| all.first().map_or(0.0, |choice| self.bits_of(line, choice)))
            .collect();
        let mut best: (f64, Vec<Choice>) = (-1.0, vec![None; self.lines.len()]);
        self.deeper(&options, &most, &mut Vec::new(), 0.0, &mut best);
        best.1
    }

    fn deeper(
        &mut self,
        options: &[Vec<Choice>],
        most: &[f64],
        chosen: &mut Vec<Choice>,
        bits: f64,
        best: &mut (f64, Vec<Choice>),
    ) {
        let line = chosen.len();
        let Some(here) = options.get(line) else {
            if bits > best.0 && self.least(chosen).k >= self.wanted {
                *best = (bits, chosen.clone());
            }
            return;
        };
        let rest: f64 = most.iter().skip(line.saturating_add(1)).sum();
        for choice in here {
            let with = bits + self.bits_of(line, choice);
            if with + rest <= best.0 {
                return;
            }
            chosen.push(choice.clone());
            self.deeper(options, most, chosen, with, best);
            chosen.pop();
        }
    }

    /// Makes lines coarser until nothing is missing, and finer again as far as nothing is missed by it.
    fn some(&mut self, as_drafted: Vec<Choice>) -> Vec<Choice> {
        let lines = self.lines.len();
        let mut best: Option<(f64, Vec<Choice>)> = None;
        let starts = [self.coarser(as_drafted.clone()), self.each_alone(&as_drafted), vec![None; lines]];
        for start in starts {
            let start: Vec<Choice> = start
                .into_iter()
                .enumerate()
                .map(
                    |(line, choice)| {
                        if self.is_guarded(line) { choice } else { as_drafted.get(line).cloned().flatten() }
                    },
                )
                .collect();
            if self.least(&start).k < self.wanted {
                continue;
            }
            let found = self.finer(start);
            let bits = self.bits(&found);
            if best.as_ref().is_none_or(|(most, _)| bits > *most) {
                best = Some((bits, found));
            }
        }
        best.map_or_else(|| vec![None; lines], |(_, found)| found)
    }

    /// Each line by itself as coarse as it must be by itself.
    fn each_alone(&mut self, as_drafted: &[Choice]) -> Vec<Choice> {
        let mut chosen = Vec::new();
        for (line, choice) in as_drafted.iter().enumerate() {
            let mut one: Vec<Choice> = vec![None; as_drafted.len()];
            if let Some(place) = one.get_mut(line) {
                place.clone_from(choice);
            }
            let alone = if self.is_guarded(line) { self.coarser(one) } else { one };
            chosen.push(alone.into_iter().nth(line).flatten());
        }
        chosen
    }

    fn coarser(&mut self, mut chosen: Vec<Choice>) -> Vec<Choice> {
        loop {
            let now = self.least(&chosen);
            if now.k >= self.wanted || self.steps == 0 {
                return chosen;
            }
            let mut best: Option<(f64, usize, Choice)> = None;
            for line in self.concerned(&chosen, now.whom) {
                let Some(here) = chosen.get(line).cloned() else { continue };
                let bits = self.bits_of(line, &here);
                for next in self.lower(line, &here) {
                    let lost = (bits - self.bits_of(line, &next)).max(0.01);
                    let Some(place) = chosen.get_mut(line) else { continue };
                    *place = next.clone();
                    self.steps = self.steps.saturating_sub(1);
                    let then = self.least(&chosen);
                    let gained = now.missing.saturating_sub(then.missing);
                    // What gains nothing yet may be the first of two that do: it comes last, the cheapest first.
                    let worth = if gained > 0 { gained as f64 / lost } else { -lost };
                    if best.as_ref().is_none_or(|(most, ..)| worth > *most) {
                        best = Some((worth, line, next));
                    }
                    if let Some(place) = chosen.get_mut(line) {
                        place.clone_from(&here);
                    }
                }
            }
            let Some((_, line, next)) = best else { return chosen };
            let Some(place) = chosen.get_mut(line) else { return chosen };
            *place = next;
        }
    }

    /// The lines that somebody could have told, for whom least is missing; all that miss it by themselves, where it is nobody.
    fn concerned(&mut self, chosen: &[Choice], whom: Option<u32>) -> Vec<usize> {
        const MOST: usize = 12;
        let mut found = Vec::new();
        for (line, choice) in chosen.iter().enumerate() {
            let (Some(choice), true) = (choice, self.is_guarded(line)) else { continue };
            let Some(suspects) = self.suspects(line, choice) else { continue };
            let told = match whom {
                Some(person) => suspects.people.has(person),
                None => suspects.k(self.holdings) < self.wanted,
            };
            if told {
                found.push((suspects.people.count(), line));
            }
        }
        if found.is_empty() {
            return chosen
                .iter()
                .enumerate()
                .filter(|(_, choice)| choice.is_some())
                .map(|(line, _)| line)
                .take(MOST)
                .collect();
        }
        found.sort_unstable();
        found.into_iter().map(|(_, line)| line).take(MOST).collect()
    }

    /// Every choice with one detail coarser, and without the line.
    fn lower(&self, line: usize, choice: &Choice) -> Vec<Choice> {
        let (Some(of), Some(choice)) = (self.lines.get(line), choice) else { return Vec::new() };
        let mut all = Vec::new();
        for (at, (detail, rung)) in of.details.iter().zip(choice).enumerate() {
            for next in rung.saturating_add(1)..detail.rungs.len() {
                let mut lower = choice.clone();
                if let Some(place) = lower.get_mut(at) {
                    *place = next;
                }
                all.push(Some(lower));
            }
        }
        all.push(None);
        all
    }

    /// Every choice with one detail finer; for a line that is left out, the line as coarse as it can be.
    fn higher(&self, line: usize, choice: &Choice) -> Vec<Choice> {
        let Some(of) = self.lines.get(line) else { return Vec::new() };
        let Some(choice) = choice else {
            let last = |detail: &Detail| detail.rungs.len().saturating_sub(1);
            let coarsest: Vec<usize> = of.details.iter().map(last).collect();
            let mut all = vec![Some(coarsest.clone())];
            all.extend(self.higher(line, &Some(coarsest)));
            return all;
        };
        let mut all = Vec::new();
        for (at, rung) in choice.iter().enumerate() {
            for next in 0..*rung {
                let mut higher = choice.clone();
                if let Some(place) = higher.get_mut(at) {
                    *place = next;
                }
                all.push(Some(higher));
            }
        }
        all
    }

    /// Makes lines finer, what tells most first, as far as nothing is missed by it.
    fn finer(&mut self, mut chosen: Vec<Choice>) -> Vec<Choice> {
        let mut again = true;
        let mut refused: std::collections::HashSet<(usize, Vec<usize>)> = Default::default();
        while again && self.steps > 0 {
            again = false;
            let mut moves: Vec<(f64, usize, Choice)> = Vec::new();
            for (line, here) in chosen.iter().enumerate().filter(|(line, _)| self.is_guarded(*line)) {
                let bits = self.bits_of(line, here);
                moves.extend(
                    self.higher(line, here).into_iter().map(|next| (self.bits_of(line, &next) - bits, line, next)),
                );
            }
            moves.sort_by(|one, other| other.0.total_cmp(&one.0));
            let mut touched: Vec<usize> = Vec::new();
            for (_, line, next) in moves {
                let key = (line, next.clone().unwrap_or_default());
                if touched.contains(&line) || refused.contains(&key) {
                    continue;
                }
                let Some(place) = chosen.get_mut(line) else { continue };
                let before = std::mem::replace(place, next);
                self.steps = self.steps.saturating_sub(1);
                if self.least(&chosen).k >= self.wanted {
                    touched.push(line);
                    again = true;
                } else {
                    refused.insert(key);
                    if let Some(place) = chosen.get_mut(line) {
                        *place = before;
                    }
                }
            }
        }
        chosen
    }
}
