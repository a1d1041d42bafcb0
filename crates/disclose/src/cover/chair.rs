//! The adversary's chair: a draft as the other side would see it, line by line and detail by detail.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::ladder::Wanted;
use crate::mosaic::{Mosaic, Piece};

use super::UNKNOWN;
use super::bits::Bits;
use super::holdings::{Holdings, Statement, demands};
use super::suspects::Suspects;
use super::together::{Least, Origins, Together};

/// A draft with everything that was released before, looked at from the other side.
#[derive(Debug)]
pub struct Chair<'h> {
    holdings: &'h Holdings,
    lines: Vec<Seat<'h>>,
    together: Together<'h>,
    mosaic: Mosaic<'h>,
    /// For each person the lines that they could have told.
    told: HashMap<u32, Vec<usize>>,
    /// Who could have told all but one line of what somebody could have told; worked out as it is asked for.
    but: RefCell<HashMap<(usize, u32), Option<Origins>>>,
}

#[derive(Debug)]
struct Seat<'h> {
    wanted: Wanted<'h>,
    statement: Statement,
    suspects: Suspects,
}

/// The figures of a line as it stands, or as it would be in other words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    /// The cover of the line by itself.
    pub alone: u32,
    /// The least cover, with everything else that is and was said, of those who could have told this line.
    pub k: u32,
    /// How many guarded claims stay compatible with all that is said of the one behind the line of which fewest do; none where
    /// nothing guarded by an owner stands behind it.
    pub m: Option<u32>,
}

/// What the other side makes of a line.
#[derive(Debug, Clone)]
pub struct OfLine {
    /// Its figures.
    pub figures: Figures,
    /// Whether it is known who has access to it.
    pub is_known: bool,
    /// Who could have told all of it.
    pub people: Bits,
    /// How many independent roots of open material said all of it before the house knew.
    pub roots: usize,
    /// Each detail.
    pub details: Vec<OfDetail>,
    /// The detail without which the cover would be greatest, where the cover is below what is asked for and that helps.
    pub breaks: Option<usize>,
}

/// What the other side makes of a detail.
#[derive(Debug, Clone)]
pub struct OfDetail {
    /// Who knows it; none where it was open before, or nothing guarded is needed to know it.
    pub knows: Option<Bits>,
    /// The figures that the line would have with each rung of it, itself first.
    pub rungs: Vec<Figures>,
}

/// What the other side makes of a draft.
#[derive(Debug, Clone)]
pub struct Report {
    /// Each line; none where no cover is asked for it.
    pub lines: Vec<Option<OfLine>>,
    /// The cover of all of it, with everything that was released before.
    pub least: Least,
    /// What everything that was and is said leaves open of each guarded claim behind it.
    pub pieces: Vec<Piece>,
}

impl Report {
    /// The least number of guarded claims that stay compatible, over those where the pieces fit together.
    pub fn m(&self, least: u32) -> Option<u32> {
        self.pieces.iter().filter(|piece| piece.collapses(least)).map(|piece| piece.m).min()
    }

    /// Whether the draft reaches both figures.
    pub fn reaches(&self, k: u32, m: u32) -> bool {
        self.least.k >= k && self.m(m).is_none()
    }
}

impl<'h> Chair<'h> {
    /// Sits down: `earlier` is everything that was said before to this audience and in public, of whatever is guarded.
    pub fn new(holdings: &'h Holdings, lines: Vec<Wanted<'h>>, earlier: &[Statement]) -> Self {
        let before: Vec<Suspects> = earlier.iter().map(|statement| holdings.suspects(statement)).collect();
        let together = Together::new(holdings, &before);
        let seat = |wanted: Wanted<'h>| {
            let statement = holdings.statement(wanted.details, &[], wanted.behind.to_vec());
            let suspects = holdings.suspects(&statement);
            Seat { wanted, statement, suspects }
        };
        let lines: Vec<Seat<'h>> = lines.into_iter().map(seat).collect();
        let mut told: HashMap<u32, Vec<usize>> = HashMap::new();
        for (at, seat) in lines.iter().enumerate().filter(|(_, seat)| seat.wanted.is_guarded) {
            seat.suspects.people.iter().for_each(|person| told.entry(person).or_default().push(at));
        }
        let said: Vec<&Statement> = lines.iter().map(|seat| &seat.statement).collect();
        let mosaic = Mosaic::new(holdings, &said, earlier);
        Self { holdings, lines, together, mosaic, told, but: RefCell::default() }
    }

    /// Everything before, for a suggestion.
    pub fn together(&self) -> &Together<'h> {
        &self.together
    }

    /// Everything at once; `k` is the cover that is asked for.
    pub fn report(&self, k: u32) -> Report {
        let asked = self.lines.iter().filter(|seat| seat.wanted.is_guarded).map(|seat| &seat.suspects);
        let least = self.together.least(asked, k);
        let lines =
            (0..self.lines.len()).map(|line| self.of_line(line, k, least.is_known)).collect::<Vec<Option<OfLine>>>();
        Report { lines, least, pieces: self.mosaic.pieces() }
    }

    /// The figures of a line with these rungs.
    pub fn figures(&self, line: usize, chosen: &[usize]) -> Option<Figures> {
        let seat = self.lines.get(line)?;
        let statement = self.holdings.statement(seat.wanted.details, chosen, seat.wanted.behind.to_vec());
        let suspects = self.holdings.suspects(&statement);
        Some(self.of(line, &statement, &suspects))
    }

    fn of(&self, line: usize, statement: &Statement, suspects: &Suspects) -> Figures {
        let alone = suspects.k(self.holdings);
        let others = |person: u32| match self.but_for(line, person) {
            Some(mut origins) => {
                origins.keep(suspects);
                origins.others(self.holdings)
            }
            None => Origins::of(suspects).others(self.holdings),
        };
        let k = suspects.people.iter().map(others).min().map_or(alone, |least| least.min(alone));
        let k = if suspects.is_known { k } else { k.min(UNKNOWN) };
        Figures { alone, k, m: self.mosaic.m(line, statement) }
    }

    /// Who could have told all that somebody could have told, this line left out; nothing where that is nothing.
    fn but_for(&self, line: usize, person: u32) -> Option<Origins> {
        if let Some(known) = self.but.borrow().get(&(line, person)) {
            return known.clone();
        }
        let mut origins = self.together.before(person).cloned();
        for other in self.told.get(&person).into_iter().flatten().filter(|other| **other != line) {
            let Some(seat) = self.lines.get(*other) else { continue };
            match &mut origins {
                None => origins = Some(Origins::of(&seat.suspects)),
                Some(origins) => origins.keep(&seat.suspects),
            }
        }
        self.but.borrow_mut().insert((line, person), origins.clone());
        origins
    }

    fn of_line(&self, line: usize, wanted: u32, is_known: bool) -> Option<OfLine> {
        let seat = self.lines.get(line).filter(|seat| seat.wanted.is_guarded)?;
        let capped =
            |figures: Figures| Figures { k: if is_known { figures.k } else { figures.k.min(UNKNOWN) }, ..figures };
        let here = capped(self.of(line, &seat.statement, &seat.suspects));
        let mut knows = seat.suspects.each.iter();
        let mut details = Vec::new();
        let mut breaks: Option<(u32, usize)> = None;
        for (at, detail) in seat.wanted.details.iter().enumerate() {
            // A detail that demands nothing stands in no statement, and so nobody is counted who knows it.
            let has_key = detail.rungs.first().is_some_and(|rung| demands(&rung.key));
            let knows = if has_key { knows.next().cloned().flatten() } else { None };
            let rungs: Vec<Figures> = (0..detail.rungs.len())
                .filter_map(|rung| {
                    if rung == 0 {
                        return Some(here);
                    }
                    let chosen: Vec<usize> =
                        (0..seat.wanted.details.len()).map(|other| if other == at { rung } else { 0 }).collect();
                    self.figures(line, &chosen).map(capped)
                })
                .collect();
            if here.k < wanted {
                // What it would be if nothing of this detail were said, whether or not the sentence could stand without it.
                let without = self.without(line, at).map_or(here.k, |figures| capped(figures).k);
                if without > here.k && breaks.is_none_or(|(most, _)| without > most) {
                    breaks = Some((without, at));
                }
            }
            details.push(OfDetail { knows, rungs });
        }
        Some(OfLine {
            figures: here,
            is_known: seat.suspects.is_known && is_known,
            people: seat.suspects.people.clone(),
            roots: seat.suspects.roots.len(),
            details,
            breaks: breaks.map(|(_, at)| at),
        })
    }

    /// The figures of a line without one of its details.
    fn without(&self, line: usize, detail: usize) -> Option<Figures> {
        let seat = self.lines.get(line)?;
        let kept: Vec<_> = seat
            .wanted
            .details
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != detail)
            .map(|(_, one)| one.clone())
            .collect();
        let statement = self.holdings.statement(&kept, &[], seat.wanted.behind.to_vec());
        let suspects = self.holdings.suspects(&statement);
        Some(self.of(line, &statement, &suspects))
    }
}
