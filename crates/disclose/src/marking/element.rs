//! A marking as the tables name its parts: one list of tokens for each attribute of the exchange format. The official
//! rules speak of these, and so do ours; what is written out for others is this and nothing else.

use std::collections::BTreeSet;

use record::marking::{CONCEALED, Dissem, Foreign, Level, Marking, Nato, OWNER, Us};

use super::countries::{is_known, is_source, order, order_of_owners};
use super::recognise::{Unknown, Value, What};
use super::spelling::{Form, NATO_CONTROLS, WORDS, Word, non_ic_index};
use super::{atomic, controls, programmes};

/// The attributes of one portion or banner. Empty lists are attributes that are not there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Element {
    /// `U`, `R`, `C`, `S` or `TS`, or what stands in its place.
    pub classification: String,
    /// Who owns it.
    pub owner: Vec<String>,
    /// Control systems, each compartment behind what it lies within.
    pub sci: Vec<String>,
    /// Special access programmes.
    pub sar: Vec<String>,
    /// Atomic energy marks.
    pub aea: Vec<String>,
    /// Dissemination controls.
    pub dissem: Vec<String>,
    /// Other governments that may be named.
    pub fgi_open: Vec<String>,
    /// `FGI`, where they must not be.
    pub fgi_protected: Vec<String>,
    /// To whom it may be released.
    pub rel_to: Vec<String>,
    /// To whom it may be shown.
    pub display_only: Vec<String>,
    /// Marks of other departments.
    pub non_ic: Vec<String>,
    /// Controls of NATO.
    pub non_us: Vec<String>,
    /// The notices that it is, where it is one.
    pub notice: Vec<String>,
}

/// Whether one of the tokens is this one.
pub(super) fn has(list: &[String], token: &str) -> bool {
    list.iter().any(|known| known == token)
}

/// Whether one of the tokens is one of these.
pub(super) fn has_any(list: &[String], tokens: &[&str]) -> bool {
    list.iter().any(|known| tokens.contains(&known.as_str()))
}

/// Whether more than one token is one of these, the same one twice included.
pub(super) fn has_several(list: &[String], tokens: &[&str]) -> bool {
    list.iter().filter(|known| tokens.contains(&known.as_str())).count() > 1
}

fn letter(level: Level) -> &'static str {
    match level {
        Level::Us(Us::Unclassified) | Level::Nato(Nato::Unclassified) | Level::Foreign(Foreign::Unclassified) => "U",
        Level::Nato(Nato::Restricted) | Level::Foreign(Foreign::Restricted) => "R",
        Level::Us(Us::Confidential) | Level::Nato(Nato::Confidential) | Level::Foreign(Foreign::Confidential) => "C",
        Level::Us(Us::Secret) | Level::Nato(Nato::Secret) | Level::Foreign(Foreign::Secret) => "S",
        Level::Us(Us::TopSecret) | Level::Nato(Nato::CosmicTopSecret) | Level::Foreign(Foreign::TopSecret) => "TS",
        Level::Tlp(_) | Level::Plain(_) => "",
    }
}

fn portion_of(dissem: Dissem) -> &'static str {
    WORDS.iter().find(|(word, ..)| *word == Word::Plain(dissem)).map_or("", |(.., portion)| portion)
}

fn sorted(list: &BTreeSet<String>, by: impl Fn(&str, &str) -> std::cmp::Ordering) -> Vec<String> {
    let mut list: Vec<String> = list.iter().cloned().collect();
    list.sort_by(|a, b| by(a, b));
    list
}

impl Element {
    /// The attributes of a marking, every list in the order of its table.
    pub fn of(marking: &Marking) -> Self {
        let mut owners = marking.owners.clone();
        if owners.is_empty() {
            owners.extend(match marking.level {
                Level::Us(_) => Some(OWNER.to_owned()),
                Level::Nato(_) => Some("NATO".to_owned()),
                _ => None,
            });
        }
        let mut open = marking.fgi.named.clone();
        let mut concealed = marking.fgi.concealed;
        if !owners.contains(OWNER) {
            // What is another's altogether comes from that other.
            open.extend(owners.iter().filter(|owner| *owner != CONCEALED).cloned());
            concealed |= owners.contains(CONCEALED);
        }
        let mut sci: Vec<String> = Vec::new();
        for token in marking.controls.iter().flat_map(|entry| controls::tokens(entry)) {
            if !sci.contains(&token) {
                sci.push(token);
            }
        }
        sci.sort_by_key(|token| (controls::index(token), token.clone()));
        let mut sar: Vec<String> = marking.programmes.iter().map(|entry| programmes::token(entry)).collect();
        sar.sort_by_key(|token| (programmes::index(token), token.clone()));
        let mut aea: Vec<String> = marking.atomic.iter().cloned().collect();
        aea.sort_by_key(|token| (atomic::index(token), token.clone()));
        let mut non_ic: Vec<String> = marking.non_ic.iter().cloned().collect();
        non_ic.sort_by_key(|token| (non_ic_index(token), token.clone()));
        let controls = NATO_CONTROLS.into_iter().filter(|control| marking.nato.contains(*control));
        let dissem = WORDS.iter().filter_map(|(word, ..)| match word {
            Word::Plain(dissem) => marking.dissem.contains(dissem).then(|| portion_of(*dissem)),
            Word::RelTo => (!marking.rel_to.is_empty()).then_some("REL"),
            Word::DisplayOnly => (!marking.display_only.is_empty()).then_some("DISPLAYONLY"),
        });
        Self {
            classification: letter(marking.level).to_owned(),
            owner: sorted(&owners, order_of_owners),
            sci,
            sar,
            aea,
            dissem: dissem.map(str::to_owned).collect(),
            fgi_open: sorted(&open, order),
            fgi_protected: if concealed { vec![CONCEALED.to_owned()] } else { Vec::new() },
            rel_to: sorted(&marking.rel_to, order),
            display_only: sorted(&marking.display_only, order),
            non_ic,
            non_us: controls.map(str::to_owned).collect(),
            notice: Vec::new(),
        }
    }

    /// The attributes of what is written, where that differs from what it should be: lists that are out of order or
    /// have a token twice stay as they are, and what is unknown stands where it would belong.
    pub(super) fn stated(
        marking: &Marking,
        owners: &[String],
        values: &[Value<'_>],
        unknown: &[(&str, Unknown)],
    ) -> Self {
        let mut element = Self::of(marking);
        let mut raw = Self::default();
        for value in values {
            match &value.what {
                What::System { entries, .. } => {
                    let mut one: Vec<String> = Vec::new();
                    for token in entries.iter().flat_map(|entry| controls::tokens(entry)) {
                        if !one.contains(&token)
                            || entries.iter().filter(|e| controls::tokens(e).last() == Some(&token)).count() > 1
                        {
                            one.push(token);
                        }
                    }
                    raw.sci.extend(one);
                }
                What::Programme { entries, .. } => raw.sar.extend(entries.iter().map(|entry| programmes::token(entry))),
                What::Atomic { entries, .. } => raw.aea.extend(entries.iter().cloned()),
                What::Fgi { list } => raw.fgi_open.extend(list.iter().cloned()),
                What::Word { word, list, .. } => match word {
                    Word::Plain(dissem) => raw.dissem.push(portion_of(*dissem).to_owned()),
                    Word::RelTo => {
                        raw.dissem.push("REL".to_owned());
                        raw.rel_to.extend(list.iter().cloned());
                    }
                    Word::DisplayOnly => {
                        raw.dissem.push("DISPLAYONLY".to_owned());
                        raw.display_only.extend(list.iter().cloned());
                    }
                },
                What::NonIc { mark } => raw.non_ic.push(mark.clone()),
            }
        }
        let in_order = |of: &dyn Fn(&What) -> Option<bool>| values.iter().all(|value| of(&value.what).unwrap_or(true));
        let systems = in_order(&|what| match what {
            What::System { ordered, .. } => Some(*ordered),
            _ => None,
        });
        let heads = values.iter().filter(|value| value.what.rank() == 0);
        let heads: Vec<Option<usize>> = heads
            .map(|value| match &value.what {
                What::System { entries, .. } => {
                    entries.first().and_then(|entry| controls::index(entry.split(['-', ' ']).next()?))
                }
                _ => None,
            })
            .collect();
        keep(&mut element.sci, raw.sci, systems && heads.is_sorted_by(|a, b| a < b));
        let programmes = in_order(&|what| match what {
            What::Programme { ordered, .. } => Some(*ordered),
            _ => None,
        });
        let names: Vec<String> = raw.sar.iter().map(|token| programmes::programme(token).to_owned()).collect();
        keep(&mut element.sar, raw.sar, programmes && names.is_sorted());
        keep(&mut element.aea, raw.aea, false);
        keep(&mut element.dissem, raw.dissem, false);
        if !raw.fgi_open.is_empty() && raw.fgi_open.len() >= element.fgi_open.len() {
            keep(&mut element.fgi_open, raw.fgi_open, false);
        }
        keep(&mut element.rel_to, raw.rel_to, false);
        keep(&mut element.display_only, raw.display_only, false);
        keep(&mut element.non_ic, raw.non_ic, false);
        if !owners.is_empty() {
            element.owner = owners.to_vec();
        }
        for (part, why) in unknown {
            element.add_unknown(part, why.0);
        }
        element
    }

    /// What stands for a marking that cannot be read at all.
    pub(super) fn unread(text: &str) -> Self {
        let inner = text.trim().trim_start_matches(['(', '/']).trim_end_matches(')');
        let mut parts = inner.split("//");
        let mut element = Self {
            classification: token(parts.next().unwrap_or_default()),
            owner: vec![OWNER.to_owned()],
            ..Self::default()
        };
        let form = Form::Portion;
        for (category, part) in parts.take(8).enumerate() {
            for raw in part.split('/') {
                match super::recognise::value(raw, category, form, None) {
                    Ok(Value { what: What::Word { word: Word::Plain(dissem), .. }, .. }) => {
                        element.dissem.push(portion_of(dissem).to_owned());
                    }
                    Ok(Value { what: What::System { entries, .. }, .. }) => {
                        element.sci.extend(entries.iter().flat_map(|entry| controls::tokens(entry)));
                    }
                    _ => {}
                }
            }
        }
        element
    }

    /// Puts a part that the tables do not have where the rule looks that it breaks.
    fn add_unknown(&mut self, part: &str, rule: &str) {
        let word = super::recognise::tidy(part);
        let list =
            |skip: usize| word.split([' ', ',']).skip(skip).filter(|t| !t.is_empty()).map(token).collect::<Vec<_>>();
        match rule {
            "ISM-ID-00031" => self.dissem.push("REL".to_owned()),
            "ISM-ID-00213" => self.dissem.push("DISPLAYONLY".to_owned()),
            "ISM-ID-00265" => {
                self.dissem.push("REL".to_owned());
                self.rel_to.extend(list(2));
            }
            "ISM-ID-00257" => {
                self.dissem.push("DISPLAYONLY".to_owned());
                self.display_only.extend(list(2));
            }
            "ISM-ID-00180" => self.dissem.push("EYES".to_owned()),
            "ISM-ID-00266" => self.sar.push(token(&word)),
            "ISM-ID-00267" => self.sci.push(token(&word)),
            "ISM-ID-00253" => self.aea.push(token(&word)),
            "ISM-ID-00259" => self.fgi_open.extend(list(1)),
            "ISM-ID-00261" => self.non_ic.push(token(&word)),
            "HOUSE-5" => {}
            _ => self.dissem.push(token(&word)),
        }
    }

    /// The marking that the attributes name; `None` where one of them has what no marking has.
    pub fn marking(&self) -> Option<Marking> {
        let own = has(&self.owner, OWNER);
        let level = match (own, has(&self.owner, "NATO") && self.owner.len() == 1, self.classification.as_str()) {
            (true, _, "U") => Level::Us(Us::Unclassified),
            (true, _, "C") => Level::Us(Us::Confidential),
            (true, _, "S") => Level::Us(Us::Secret),
            (true, _, "TS") => Level::Us(Us::TopSecret),
            (true, ..) => return None,
            (_, true, "U") => Level::Nato(Nato::Unclassified),
            (_, true, "R") => Level::Nato(Nato::Restricted),
            (_, true, "C") => Level::Nato(Nato::Confidential),
            (_, true, "S") => Level::Nato(Nato::Secret),
            (_, true, "TS") => Level::Nato(Nato::CosmicTopSecret),
            (_, _, "U") => Level::Foreign(Foreign::Unclassified),
            (_, _, "R") => Level::Foreign(Foreign::Restricted),
            (_, _, "C") => Level::Foreign(Foreign::Confidential),
            (_, _, "S") => Level::Foreign(Foreign::Secret),
            (_, _, "TS") => Level::Foreign(Foreign::TopSecret),
            _ => return None,
        };
        let mut marking = Marking::plain(level);
        if !(self.owner.len() == 1 && matches!(level, Level::Us(_) | Level::Nato(_))) {
            marking.owners = self.owner.iter().cloned().collect();
        }
        // A system or compartment that something narrower names too is only its head.
        let inner = |token: &String| self.sci.iter().any(|other| other.starts_with(&format!("{token}-")));
        marking.controls = self.sci.iter().filter(|token| !inner(token)).map(|token| control_of(token)).collect();
        marking.programmes = self.sar.iter().map(|token| programmes::entry(token)).collect();
        marking.atomic = self.aea.iter().cloned().collect();
        if own {
            marking.fgi.named = self.fgi_open.iter().cloned().collect();
            marking.fgi.concealed = !self.fgi_protected.is_empty();
        }
        for said in &self.dissem {
            let (word, ..) = WORDS.iter().find(|(word, .., portion)| match word {
                Word::Plain(_) => portion == said,
                Word::RelTo => said == "REL",
                Word::DisplayOnly => said == "DISPLAYONLY",
            })?;
            if let Word::Plain(dissem) = word {
                marking.dissem.insert(*dissem);
            }
        }
        marking.rel_to = self.rel_to.iter().cloned().collect();
        marking.display_only = self.display_only.iter().cloned().collect();
        marking.non_ic = self.non_ic.iter().cloned().collect();
        marking.nato = self.non_us.iter().cloned().collect();
        let known = marking.rel_to.iter().chain(&marking.display_only).all(|token| is_known(token))
            && marking.fgi.named.iter().all(|token| is_source(token));
        known.then_some(marking)
    }
}

/// The entry of a control system that a token names.
fn control_of(token: &str) -> String {
    match token.match_indices('-').nth(1) {
        Some((at, dash)) => {
            let (head, rest) = token.split_at(at);
            format!("{head} {}", rest.strip_prefix(dash).unwrap_or(rest))
        }
        None => token.to_owned(),
    }
}

/// Puts what is written in place of what should be, where the two differ and the order in words is not right anyway.
fn keep(list: &mut Vec<String>, raw: Vec<String>, ordered: bool) {
    let doubled =
        raw.iter().enumerate().any(|(at, token)| raw.iter().skip(at.saturating_add(1)).any(|other| other == token));
    if !raw.is_empty() && (!ordered || doubled) {
        *list = raw;
    }
}

/// A text as one token of the exchange format: what a token cannot hold becomes `_`.
fn token(text: &str) -> String {
    const MOST: usize = 60;
    let fits = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_' | '.' | ':');
    let said: String = text.trim().chars().take(MOST).map(|sign| if fits(sign) { sign } else { '_' }).collect();
    if said.is_empty() { "_".to_owned() } else { said }
}
