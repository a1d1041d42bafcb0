//! The join of markings.
//!
//! The rule of roll-up ("REL TO only if every classified portion has it, with the intersection of the lists; a
//! classified portion without any foreign-release marking counts as NOFORN") is not associative when it is applied to
//! what was already put into words. So the state here and in `state` keeps what the words would lose, and is put into
//! words once.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Fgi, Level, Marking, Nato, Rung, Tlp, Us, UsState};

/// What several portions together demand. Joining is associative, commutative and idempotent, and never makes
/// visible what one of the portions hides.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Rollup {
    /// What portions on the US ladder demand, where there are any. Those of other governments are among them, each
    /// guarded as the rung of the United States that corresponds to theirs.
    pub us: Option<UsState>,
    /// The highest NATO classification, where there is any.
    pub nato: Option<Nato>,
    /// The highest TLP colour, where there is any.
    pub tlp: Option<Tlp>,
    /// Every control of NATO.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub nato_controls: BTreeSet<String>,
    /// The highest rung of each ladder that a team defines, under the ladder's name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub plain: BTreeMap<String, Rung>,
}

impl From<&Marking> for Rollup {
    fn from(marking: &Marking) -> Self {
        let beside = Self {
            nato_controls: marking.nato.clone(),
            plain: rung(marking).map(|rung| (rung.ladder.clone(), rung)).into_iter().collect(),
            ..Self::default()
        };
        match marking.level {
            Level::Us(level) => Self { us: Some(UsState::of(level, marking)), ..beside },
            Level::Foreign(level) => Self { us: Some(UsState::of(level.guarded_as(), marking)), ..beside },
            Level::Nato(nato) => Self { nato: Some(nato), us: stray_controls(marking), ..beside },
            Level::Tlp(tlp) => Self { tlp: Some(tlp), us: stray_controls(marking), ..beside },
            Level::Plain(_) => Self { us: stray_controls(marking), ..beside },
        }
    }
}

/// The rung that a marking states. One that is on a ladder and does not say on which demands what nobody has.
fn rung(marking: &Marking) -> Option<Rung> {
    let nameless = |rank| Rung { ladder: String::new(), rank, banner: String::new(), portion: String::new() };
    match (&marking.rung, marking.level) {
        (Some(rung), _) => Some(rung.clone()),
        (None, Level::Plain(rank)) => Some(nameless(rank)),
        (None, _) => None,
    }
}

/// What a marking of a ladder without controls demands by those it carries all the same. Such a marking is not valid,
/// and is refused where it is read; but should one be made, its controls are not lost.
fn stray_controls(marking: &Marking) -> Option<UsState> {
    let bare = Marking { nato: marking.nato.clone(), rung: marking.rung.clone(), ..Marking::plain(marking.level) };
    (*marking != bare).then(|| UsState::of(Us::Unclassified, marking))
}

impl Rollup {
    /// What these portions and those together demand.
    #[must_use]
    pub fn join(&self, other: &Self) -> Self {
        let mut plain = self.plain.clone();
        for (ladder, rung) in &other.plain {
            let highest = plain.entry(ladder.clone()).or_insert_with(|| rung.clone());
            if *highest < *rung {
                highest.clone_from(rung);
            }
        }
        Self {
            us: match (&self.us, &other.us) {
                (Some(a), Some(b)) => Some(a.join(b)),
                (a, b) => a.as_ref().or(b.as_ref()).cloned(),
            },
            nato: self.nato.max(other.nato),
            tlp: self.tlp.max(other.tlp),
            nato_controls: &self.nato_controls | &other.nato_controls,
            plain,
        }
    }

    /// The join of several markings.
    pub fn of<'m>(markings: impl IntoIterator<Item = &'m Marking>) -> Self {
        markings.into_iter().fold(Self::default(), |sum, marking| sum.join(&Self::from(marking)))
    }

    /// Whether it demands nothing, because nothing was joined. It must not be taken for "everyone may see it".
    pub fn is_empty(&self) -> bool {
        self.us.is_none() && self.nato.is_none() && self.tlp.is_none() && self.plain.is_empty()
    }

    /// The demands in words: one marking per ladder, to be written above the whole.
    pub fn render(&self) -> Vec<Marking> {
        // Controls of NATO without a classification of NATO: nothing valid makes them, and they are not lost.
        let stray = self.nato.is_none() && !self.nato_controls.is_empty();
        let us = self.us.as_ref().map(UsState::render);
        let nato = self.nato.or(stray.then_some(Nato::Unclassified));
        let nato = nato.map(|nato| Marking { nato: self.nato_controls.clone(), ..Marking::plain(Level::Nato(nato)) });
        let tlp = self.tlp.map(|tlp| Marking::plain(Level::Tlp(tlp)));
        let plain = self.plain.values().cloned().map(Marking::rung);
        us.into_iter().chain(nato).chain(tlp).chain(plain).collect()
    }

    /// The demands as a document of the United States says them: what is NATO's is named among what comes from
    /// others, under the classification of the United States that corresponds to it, and goes to nobody abroad, since
    /// a mark of NATO names nobody. Where nothing is theirs, as [`Rollup::render`].
    pub fn render_as_us(&self) -> Vec<Marking> {
        let (Some(us), Some(nato)) = (&self.us, self.nato) else { return self.render() };
        let level = nato.guarded_as();
        let named = BTreeSet::from(["NATO".to_owned()]);
        let fgi = Fgi { named, concealed: false };
        let of_nato = UsState::of(level, &Marking { fgi, ..Marking::plain(Level::Us(level)) });
        Self { us: Some(us.join(&of_nato)), nato: None, nato_controls: BTreeSet::new(), ..self.clone() }.render()
    }
}
