//! Worlds by chance.

use jiff::civil::Date;
use record::cover::{Grain, Slot};
use record::time::Micros;

use crate::cover::{Access, Guard, Holdings};
use crate::ladder::{Detail, Rung, of_number, of_place, of_time};

/// Places with country and region, as the table of regions has them.
pub const PLACES: [(&str, &str, &str, &str); 6] = [
    ("Nordhaven", "NOR", "Norway", "Northern Europe"),
    ("Kaldvik", "NOR", "Norway", "Northern Europe"),
    ("Sundby", "DNK", "Denmark", "Northern Europe"),
    ("Altmark", "DEU", "Germany", "Western Europe"),
    ("Rheinau", "DEU", "Germany", "Western Europe"),
    ("Valmont", "FRA", "France", "Western Europe"),
];

/// What really happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact {
    pub day: Date,
    pub place: usize,
    pub count: u64,
}

/// Who knows of one fact, and how much: the coarsest words that they could be told in stand for it.
#[derive(Debug, Clone)]
pub struct Knows {
    pub person: usize,
    pub fact: usize,
    /// Whether they know the day, or only the month.
    pub day: bool,
    /// Whether they know the place, or only the country.
    pub place: bool,
    /// Whether they know the number.
    pub count: bool,
}

/// A line of a draft.
#[derive(Debug, Clone)]
pub struct Draft {
    pub details: Vec<Detail>,
    pub behind: Vec<usize>,
}

/// A world with what the house holds of it.
pub struct World {
    pub people: usize,
    pub facts: Vec<Fact>,
    pub knows: Vec<Knows>,
    /// Facts that were in the papers before any report.
    pub papers: Vec<Fact>,
    pub sources: Vec<usize>,
    pub holdings: Holdings,
    /// The facts that were reported, with their number in the holdings.
    reported: Vec<(usize, usize)>,
    chance: Chance,
    lines: usize,
    slots: usize,
}

/// A small generator of numbers (splitmix64), so that worlds are the same everywhere.
pub struct Chance(u64);

impl Chance {
    pub fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % most as u64).unwrap()
    }

    fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}

impl World {
    pub fn make(seed: u64) -> Self {
        Self::of(seed, 6, 14, 5, 2, 3)
    }

    /// One in which every release can be tried.
    pub fn small(seed: u64) -> Self {
        Self::of(seed + 1_000_000, 5, 8, 4, 2, 2)
    }

    fn of(seed: u64, least: usize, most: usize, facts: usize, lines: usize, slots: usize) -> Self {
        let mut chance = Chance(seed);
        let people = least + chance.below(most - least);
        let fact = |chance: &mut Chance| Fact {
            day: Date::new(2030, 1 + chance.below(3) as i8, 1 + chance.below(28) as i8).unwrap(),
            place: chance.below(PLACES.len()),
            count: 3 + chance.below(60) as u64,
        };
        let facts: Vec<Fact> = (0..facts).map(|_| fact(&mut chance)).collect();
        let papers: Vec<Fact> = facts.iter().filter(|_| chance.once_in(6)).copied().collect::<Vec<_>>();
        let (mut knows, mut access, mut lists_of) = (Vec::new(), Vec::new(), vec![Vec::new(); facts.len()]);
        for (fact, lists) in lists_of.iter_mut().enumerate() {
            for _ in 0..1 + chance.below(3) {
                let (day, place, count) = (!chance.once_in(3), !chance.once_in(3), !chance.once_in(4));
                let members: Vec<usize> = (0..people).filter(|_| !chance.once_in(2)).collect();
                let limits = [
                    (!day).then_some((Slot::When, Grain::Month)),
                    (!place).then_some((Slot::Where, Grain::Country)),
                    (!count).then_some((Slot::Count, Grain::Nothing)),
                ];
                lists.push(access.len());
                access.push(Access {
                    members: members.iter().map(|person| vec![format!("person {person}")]).collect(),
                    others: 0,
                    limits: limits.into_iter().flatten().collect(),
                });
                knows.extend(members.into_iter().map(|person| Knows { person, fact, day, place, count }));
            }
        }
        let mut holdings = Holdings::new(access);
        for (root, fact) in (0..).zip(&papers) {
            holdings.add(&details(fact, 3), Guard::Open { root, published: Some(Micros(1)) });
        }
        // Sources report what they know in full.
        let mut reported = Vec::new();
        let mut sources = Vec::new();
        for _ in 0..1 + chance.below(2) {
            let source = chance.below(people);
            for fact in 0..facts.len() {
                let whole = knows
                    .iter()
                    .any(|one: &Knows| one.person == source && one.fact == fact && one.day && one.place && one.count);
                if whole && reported.iter().all(|(known, _)| *known != fact) {
                    let guard =
                        Guard::Guarded { known: Some(Micros(5)), access: lists_of[fact].clone(), is_owned: true };
                    reported.push((fact, holdings.add(&details(&facts[fact], 3), guard)));
                    if !sources.contains(&source) {
                        sources.push(source);
                    }
                }
            }
        }
        Self { people, facts, knows, papers, sources, holdings, reported, chance, lines, slots }
    }

    /// Some lines on what was reported.
    pub fn draft(&mut self) -> Vec<Draft> {
        if self.reported.is_empty() {
            return Vec::new();
        }
        let count = 1 + self.chance.below(self.lines);
        let mut lines = Vec::new();
        for _ in 0..count {
            let (fact, held) = self.reported[self.chance.below(self.reported.len())];
            lines.push(Draft { details: details(&self.facts[fact], self.slots), behind: vec![held] });
        }
        lines
    }
}

/// A fact, slot by slot.
fn details(fact: &Fact, slots: usize) -> Vec<Detail> {
    let (name, code, ..) = PLACES[fact.place];
    let whole = |slot, mut rungs: Vec<Rung>| {
        rungs.push(Rung::nothing());
        Detail { slot, text: rungs[0].words.clone(), span: None, rungs }
    };
    let mut all = vec![
        whole(Slot::When, of_time(&fact.day.to_string(), "")),
        whole(Slot::Where, of_place(name, Some(code))),
        whole(Slot::Count, of_number(fact.count, &fact.count.to_string())),
    ];
    all.truncate(slots);
    all
}
