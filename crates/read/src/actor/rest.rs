//! States that are mentioned by an adjective, and names of the table that the finder of names passed over.

use record::reading::ActorKind;

use super::enter::span;
use super::gather::Gather;
use super::hits::Hit;
use super::table::Kind;
use crate::attribute::analysis::NONE;

impl Gather<'_, '_> {
    /// States that are mentioned by an adjective, and what the finder of names passed over.
    pub(super) fn rest(&mut self) {
        let page = self.page;
        for hit in page.hits.list.iter().copied().filter(|hit| !page.in_person(hit.first)) {
            let bare = (hit.first..=hit.last).all(|at| self.cast.meant(at).is_none());
            let inside = page.name(hit.first).is_some_and(|name| name.first < hit.first || name.last > hit.last);
            let Some(land) = page.hits.land(hit) else {
                if page.hits.has(hit, Kind::Adjective) && !page.hits.open(hit).is_empty() {
                    self.flag(hit);
                }
                let organisation = page.organisation(hit).filter(|entry| bare && !inside && entry.sure);
                if let Some(entry) = organisation {
                    let number = self.of_table(&entry);
                    self.mention(number, hit);
                }
                continue;
            };
            let Some(country) = land.country else { continue };
            let next = hit.last + 1;
            let hyphen = matches!(page.word(next), "-" | "–");
            let adjective = page.hits.has(hit, Kind::Adjective);
            let before = page.is_noun(next) && !inside;
            let body = matches!(land.kind, Kind::Capital | Kind::Seat) && before && page.class(next).is_some();
            if adjective && page.words().languages.get(page.lemma(next)).is_some() {
                continue;
            }
            match land.kind {
                Kind::Adjective if !bare => {}
                Kind::Adjective | Kind::State | Kind::Capital | Kind::Seat
                    if adjective || hyphen || body || land.kind == Kind::State && before =>
                {
                    let state = self.state(country);
                    self.cast.adjective[hit.first..=hit.last].fill(u32::try_from(state).unwrap_or(NONE));
                    if bare && (!inside || land.kind == Kind::Adjective) {
                        let span = span(page, hit.first, hit.last);
                        self.cast.actors[state].mentions.push(span);
                        if land.kind != Kind::Adjective {
                            self.head(state, hit);
                        }
                    }
                }
                Kind::State if bare && !inside => {
                    let state = self.state(country);
                    self.mention(state, hit);
                }
                Kind::People if bare && !inside => {
                    let word = span(page, hit.first, hit.last).of(page.text).to_owned();
                    let number = self.enter_actor(word, ActorKind::Group, Some(country), false);
                    self.mention(number, hit);
                }
                _ => {}
            }
        }
    }

    pub(super) fn mention(&mut self, number: usize, hit: Hit) {
        let span = span(self.page, hit.first, hit.last);
        self.cast.actors[number].mentions.push(span);
        self.head(number, hit);
    }

    pub(super) fn head(&mut self, number: usize, hit: Hit) {
        let head = self.page.head(hit.first, hit.last);
        self.cast.headed[head] = u32::try_from(number).unwrap_or(NONE);
    }
}
