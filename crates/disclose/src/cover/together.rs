//! All statements together: who could have told all that somebody could have told.

use super::UNKNOWN;
use super::bits::Bits;
use super::holdings::Holdings;
use super::suspects::Suspects;

/// What was released before, made ready so that lines can be counted together with it.
#[derive(Debug, Clone)]
pub struct Together<'h> {
    holdings: &'h Holdings,
    /// For each person who could have told something of it, who else could have told all of that.
    before: Vec<Option<Origins>>,
    play: Play,
}

/// Which lists are in play, and whether all statements have the very same people.
#[derive(Debug, Clone, Default)]
struct Play {
    lists: Bits,
    people: Option<Bits>,
    differ: bool,
    is_unknown: bool,
}

impl Play {
    fn note(&mut self, suspects: &Suspects) {
        self.lists.add(&suspects.lists);
        self.is_unknown |= !suspects.is_known;
        match &self.people {
            None => self.people = Some(suspects.people.clone()),
            Some(people) => self.differ |= *people != suspects.people,
        }
    }

    /// Whether it is known who could have told what. Somebody whom nobody names on one list may stand on another by name, and
    /// so have told more than is known, unless everything could be told by the very same people.
    fn is_known(&self, holdings: &Holdings) -> bool {
        !(self.is_unknown || self.differ && holdings.people.has_unnamed(&self.lists))
    }
}

/// People and roots of open material.
#[derive(Debug, Clone)]
pub(super) struct Origins {
    people: Bits,
    roots: Vec<u32>,
}

impl Origins {
    pub(super) fn of(suspects: &Suspects) -> Self {
        Self { people: suspects.people.clone(), roots: suspects.roots.clone() }
    }

    pub(super) fn keep(&mut self, suspects: &Suspects) {
        self.people.keep(&suspects.people);
        self.roots.retain(|root| suspects.roots.binary_search(root).is_ok());
    }
}

/// The least cover of everything together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Least {
    /// How many others than the source could be the origin.
    pub k: u32,
    /// Whom it is least for, where it is somebody who could have told some of it.
    pub whom: Option<u32>,
    /// How much is missing to the figure that is asked for, summed over everybody: for comparing two releases that both miss it.
    pub missing: u64,
    /// Whether it is known of everything who had access.
    pub is_known: bool,
}

impl Origins {
    /// How many there are at least but one.
    pub(super) fn others(&self, holdings: &Holdings) -> u32 {
        let roots = u32::try_from(self.roots.len()).unwrap_or(u32::MAX);
        holdings.least(&self.people).saturating_add(roots).saturating_sub(1)
    }
}

impl Least {
    fn note(&mut self, wanted: u32, k: u32, whom: Option<u32>) {
        self.missing = self.missing.saturating_add(u64::from(wanted.saturating_sub(k)));
        if k < self.k {
            (self.k, self.whom) = (k, whom);
        }
    }
}

impl<'h> Together<'h> {
    /// Everything that was released before.
    pub fn new(holdings: &'h Holdings, earlier: &[Suspects]) -> Self {
        let mut before = vec![None; holdings.people.len()];
        let mut play = Play::default();
        for suspects in earlier {
            play.note(suspects);
            meet(&mut before, suspects);
        }
        Self { holdings, before, play }
    }

    /// Who else could have told all that somebody could have told of it, where they could have told any.
    pub(super) fn before(&self, person: u32) -> Option<&Origins> {
        usize::try_from(person).ok().and_then(|at| self.before.get(at)?.as_ref())
    }

    /// The least cover of these lines together with all that was released before; `wanted` is the figure that is asked for.
    pub fn least<'s>(&self, lines: impl Iterator<Item = &'s Suspects>, wanted: u32) -> Least {
        let mut all: Vec<Option<Origins>> = vec![None; self.before.len()];
        let mut play = self.play.clone();
        let mut least = Least { k: u32::MAX, whom: None, missing: 0, is_known: true };
        let mut none = true;
        for suspects in lines {
            none = false;
            play.note(suspects);
            for person in suspects.people.iter() {
                let place = usize::try_from(person).ok();
                let before = place.and_then(|at| self.before.get(at)?.as_ref());
                let Some(known) = place.and_then(|at| all.get_mut(at)) else { continue };
                known.get_or_insert_with(|| before.cloned().unwrap_or_else(|| Origins::of(suspects))).keep(suspects);
            }
            least.note(wanted, suspects.k(self.holdings), None);
        }
        if none {
            return least;
        }
        for (person, origins) in (0_u32..).zip(&all) {
            let Some(origins) = origins else { continue };
            least.note(wanted, origins.others(self.holdings), Some(person));
        }
        least.is_known = play.is_known(self.holdings);
        if !least.is_known && least.k > UNKNOWN {
            least.note(wanted, UNKNOWN, None);
        }
        least
    }
}

/// Everybody who could have told this as well meets all who could.
fn meet(all: &mut [Option<Origins>], suspects: &Suspects) {
    for person in suspects.people.iter() {
        let Some(place) = usize::try_from(person).ok().and_then(|at| all.get_mut(at)) else { continue };
        match place {
            Some(origins) => origins.keep(suspects),
            None => *place = Some(Origins::of(suspects)),
        }
    }
}
