//! The reference time: from when a relative or incomplete expression is counted. All of the rule stands here.
//!
//! A document has its date, and at every point a time that is *spoken of*: the last date that it named. News counts
//! `Friday`, `last week` and `in June` from its own date, and only `the following day`, `a year earlier`, `that month`
//! from the time spoken of. A narrative of other years (a history, a chronology) counts everything from the time spoken
//! of; its own date says only when somebody wrote it. Which of the two a document is, is read off its expressions
//! ([`Timeline::new`]). Without a date, a document that is no narrative leaves what it does not say unresolved.

use record::time::CivilDate;

use super::meaning::{Base, Expression, Says};
use super::stretch::{Stretch, date};
use crate::language::times::{Unit, Which};

/// The fewest years that a narrative names.
const NARRATIVE_YEARS: usize = 6;

/// How many years before the document a date must be to begin a story of its own.
const YEARS_AGO: i32 = 2;

/// The most years by which a bare year, and a date with a month, move a story on at once.
const YEAR_LEAP: i32 = 1;
const DATE_LEAP: i32 = 2;

/// What is known of the time at a point of the document.
#[derive(Debug, Clone)]
pub(super) struct Timeline {
    /// The date of the document.
    pub(super) document: Option<Stretch>,
    /// The last date that was named.
    pub(super) spoken: Option<Stretch>,
    /// The sentence that named it.
    pub(super) spoken_in: usize,
    /// The sentence that is being read.
    pub(super) sentence: usize,
    /// The last quarter that was named.
    pub(super) quarter: Option<Stretch>,
    /// The year of a leap that the next date may confirm.
    aside: Option<i32>,
    /// Whether the document tells of other years than its own.
    pub(super) narrative: bool,
}

impl Timeline {
    /// The beginning of a document with this date and these expressions.
    pub(super) fn new(date: Option<&CivilDate>, found: &[Expression]) -> Self {
        let document = date.and_then(stretch_of);
        let year = document.and_then(Stretch::year);
        let mut other_years = 0;
        let mut from_document = 0;
        for expression in found {
            match &expression.says {
                Says::Point(Base::Calendar(calendar), _) => {
                    if let Some(named) = calendar.year
                        && year.is_none_or(|year| (named - year).abs() > 1)
                    {
                        other_years += 1;
                    }
                }
                Says::Point(Base::Day(_) | Base::Weekday(..), _)
                | Says::Point(Base::Unit(_, Which::Last | Which::This | Which::Next), _) => from_document += 1,
                _ => {}
            }
        }
        let narrative = other_years >= NARRATIVE_YEARS && other_years > 2 * from_document;
        Self { document, spoken: None, spoken_in: 0, sentence: 0, quarter: None, aside: None, narrative }
    }

    /// From when `last week`, `in June` and `Friday` are counted.
    pub(super) fn now(&self) -> Option<Stretch> {
        if self.narrative { self.spoken.or(self.document) } else { self.document }
    }

    /// Whether a month or day without a year is one of a story: the document is a narrative, or the sentence or the
    /// one before it named a date of years ago.
    pub(super) fn tells(&self) -> bool {
        let years_ago = || {
            let Some(spoken @ (Stretch::Day(_) | Stretch::Month(..))) = self.spoken else { return false };
            let near = self.spoken_in + 1 >= self.sentence;
            let (spoken, own) = (spoken.year(), self.document.and_then(Stretch::year));
            near && spoken.zip(own).is_some_and(|(spoken, own)| spoken <= own - YEARS_AGO)
        };
        self.narrative || years_ago()
    }

    /// From when `the following day` and `a year earlier` are counted.
    pub(super) fn then(&self) -> Option<Stretch> {
        self.spoken.or(self.document)
    }

    /// Notes that a quarter was named as such: the latest that is over is the one whose results are told.
    pub(super) fn report(&mut self, quarter: Stretch) {
        let this = self.document.and_then(|document| document.within(Unit::Quarter));
        let latest = self.quarter.is_none_or(|known| quarter.about() > known.about());
        if latest && this.is_none_or(|this| quarter.about() < this.about()) {
            self.quarter = Some(quarter);
        }
    }

    /// Whether the story goes on at a stretch. A leap over some years is an aside (`as in 1967`) until the next date
    /// confirms it.
    fn goes_on(&mut self, stretch: Stretch) -> bool {
        let (Some(year), Some(spoken)) = (stretch.year(), self.spoken.and_then(Stretch::year)) else { return true };
        let near = |one: i32, other: i32, most: i32| (one - other).abs() <= most;
        let most = if matches!(stretch, Stretch::Year(_)) { YEAR_LEAP } else { DATE_LEAP };
        if near(year, spoken, most) || self.aside.is_some_and(|aside| near(year, aside, 1)) {
            self.aside = None;
            return true;
        }
        self.aside = Some(year);
        false
    }

    /// Notes that a stretch was named in a sentence.
    pub(super) fn speak(&mut self, stretch: Stretch, sentence: usize) {
        match stretch {
            // Too wide to count anything from.
            Stretch::Decade(_) | Stretch::Century(_) => return,
            _ => {}
        }
        if self.narrative && !self.goes_on(stretch) {
            return;
        }
        // A year that is named again does not make what is known of the month or day less.
        let finer = matches!(stretch, Stretch::Year(year) if self.spoken.and_then(Stretch::year) == Some(year));
        if !finer {
            self.spoken = Some(stretch);
        }
        self.spoken_in = sentence;
    }
}

/// The stretch that a document's date names.
fn stretch_of(stated: &CivilDate) -> Option<Stretch> {
    match *stated {
        CivilDate::Year(year) => Some(Stretch::Year(i32::from(year))),
        CivilDate::Month(year, month) => {
            date(i32::from(year), month, 1).map(|_| Stretch::Month(i32::from(year), month))
        }
        CivilDate::Day(_) | CivilDate::Minute(..) => stated.day().map(Stretch::Day),
    }
}
