//! Translations: which words of an original each claim of its translation stands for.
//!
//! Sentences of both texts are aligned in their order by their lengths, after Gale and Church, "A Program for Aligning
//! Sentences in Bilingual Corpora", Computational Linguistics 19 (1993), 75-102: a long sentence becomes a long one, so
//! that the difference of lengths, over the square root of the length, is about normal; the cheapest chain of groups of up
//! to two sentences a side is found by dynamic programming. Numbers and names that stand in both strengthen it
//! (`anchor`). How sure a group is, is its share of all chains, by the forward and the backward sums over the same
//! table. What is not sure is not aligned, and is said to be so; a wrong original would be worse than none.

mod anchor;
#[cfg(test)]
mod suite;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;

use read::language::EN;
use read::segment::segment;
use record::id::{CaseId, ClaimId, Sha256};
use record::span::Span;
use record::viewer::Viewer;

use crate::store::ClaimRow;
use crate::{Casefile, Result};
use anchor::Anchors;

/// The groups that there are, as sentences of the original and of the translation, with how often they occur (table 5 of
/// the paper; where it gives two kinds together, each has half).
const GROUPS: [(usize, usize, f64); 6] =
    [(1, 1, 0.89), (1, 0, 0.00495), (0, 1, 0.00495), (2, 1, 0.0445), (1, 2, 0.0445), (2, 2, 0.011)];
/// The variance of the length of a translation, per character of the original (of the paper).
const VARIANCE: f64 = 6.8;
/// The least and the most characters of the translation to one of the original. Outside of it one is no translation.
const RATIO: Range<f64> = 1.0 / 7.0..7.0;
/// What a difference of lengths costs at most, in nats.
const MOST: f64 = 25.0;
/// How large the share of all chains must be that have a group.
const SURE: f64 = 0.75;
/// More deviations than these between two lengths need a number or a name in both.
const FAR: f64 = 3.0;
/// How much of a translation may stand for nothing.
const ALONE: f64 = 0.4;
/// Texts of more sentences are not aligned.
const SENTENCES: usize = 2_000;
/// How far from the diagonal of the table a chain may go, in sentences of the translation.
const BAND: usize = 100;

/// Sentences that stand for each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Those of the original, as a range of [`Alignment::original`]; empty where there are none.
    pub original: Range<usize>,
    /// Those of the translation.
    pub translation: Range<usize>,
    /// The share of all chains that have it, 0 to 1.
    pub share: f64,
    /// Whether that, and what stands in it, is enough to go by.
    pub sure: bool,
}

/// Two texts, sentence by sentence.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Alignment {
    /// The sentences of the original.
    pub original: Vec<Span>,
    /// Those of the translation.
    pub translation: Vec<Span>,
    /// What stands for what, in the order of both; each sentence is in one group. Empty where nothing is aligned.
    pub groups: Vec<Group>,
}

/// What a claim of a translation stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// The original.
    pub document: Sha256,
    /// Where its sentences stand; none where that is not sure.
    pub spans: Vec<Span>,
    /// Their words, with ` … ` between those that do not follow each other.
    pub text: String,
}

impl Casefile {
    /// What the claims of translations stand for, of those whose original the viewer may see.
    ///
    /// # Errors
    /// Where there is no such case.
    pub async fn originals(
        &self,
        viewer: &Viewer,
        case: CaseId,
        claims: &[ClaimRow],
    ) -> Result<HashMap<ClaimId, Original>> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let mut found = HashMap::new();
        if claims.iter().all(|row| row.document.translation.is_none()) {
            return Ok(found);
        }
        let there: HashMap<Sha256, Sha256> = self
            .store
            .documents(&visible, case)
            .await?
            .into_iter()
            .map(|row| (row.document.sha256, row.document.text))
            .collect();
        let mut aligned: HashMap<(Sha256, Sha256), (String, Alignment)> = HashMap::new();
        for row in claims {
            // An original that may not be seen is none.
            let Some((of, text)) =
                row.document.translation.as_ref().and_then(|link| Some((link.of, *there.get(&link.of)?)))
            else {
                continue;
            };
            let key = (text, row.document.text);
            let (text, alignment) = match aligned.entry(key) {
                Entry::Occupied(held) => held.into_mut(),
                Entry::Vacant(free) => {
                    let read =
                        async |sha| Result::Ok(String::from_utf8_lossy(&self.store.blob(sha).await?).into_owned());
                    let (original, translation) = (read(text).await?, read(row.document.text).await?);
                    let alignment = align(&original, &translation);
                    free.insert((original, alignment))
                }
            };
            let claim = row.stands().unwrap_or(&row.claim);
            let spans = alignment.originals(&claim.content.spans);
            found.insert(row.id, Original { document: of, text: words(text, &spans), spans });
        }
        Ok(found)
    }
}

/// The words of spans, with ` … ` between those that do not follow each other.
fn words(text: &str, spans: &[Span]) -> String {
    let mut said = String::new();
    let mut last: Option<usize> = None;
    for span in spans {
        if let Some(end) = last {
            let between = text.get(end..span.start).unwrap_or("…");
            said.push_str(if between.trim().is_empty() { " " } else { " … " });
        }
        said.push_str(span.of(text));
        last = Some(span.end);
    }
    said
}

impl Alignment {
    /// The sentences of the original for which the sentences of the translation stand that these spans are in; none unless
    /// all of them are sure.
    pub fn originals(&self, spans: &[Span]) -> Vec<Span> {
        let touched = |number: &usize| spans.iter().any(|span| self.translation[*number].overlaps(span));
        let mut found: Vec<Range<usize>> = Vec::new();
        for group in &self.groups {
            if !group.translation.clone().any(|number| touched(&number)) {
                continue;
            }
            if !group.sure {
                return Vec::new();
            }
            found.push(group.original.clone());
        }
        found.into_iter().flatten().map(|number| self.original[number]).collect()
    }
}

/// The sentences of a text, in whatever language, each with where it stands.
fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let segments = segment(text, &EN);
    let mut rest = segments.sentences.iter().peekable();
    while let Some(sentence) = rest.next() {
        let mut whole = sentence.span;
        // `20. März` is a day.
        while let Some(next) =
            rest.next_if(|next| next.paragraph == sentence.paragraph && is_day(whole.of(text), next.span.of(text)))
        {
            whole.end = next.span.end;
        }
        // Where words are not parted by spaces, a full stop stands inside what looks like one.
        let (mut start, mut ends) = (whole.start, false);
        for (at, sign) in whole.of(text).char_indices() {
            let at = whole.start + at;
            let stop = matches!(sign, '。' | '！' | '？' | '؟' | '।' | '۔');
            let closes = matches!(sign, '」' | '』' | '”' | '’' | '）' | '»');
            if ends && !stop && !closes {
                push(text, start, at, &mut found);
                start = at;
            }
            ends = stop || ends && closes;
        }
        push(text, start, whole.end, &mut found);
    }
    found
}

/// Whether one sentence ends and the next begins between a day and its month, where the day is written with a full stop.
fn is_day(one: &str, next: &str) -> bool {
    const MONTHS: [&str; 15] =
        ["jan", "feb", "mar", "mär", "apr", "mai", "may", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "de"];
    let before = one.strip_suffix('.').unwrap_or_default();
    let digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    let day = before.get(before.len() - digits..).and_then(|day| day.parse::<u8>().ok());
    let next = next.split(|sign: char| !sign.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    day.is_some_and(|day| (1..=31).contains(&day))
        && MONTHS.iter().any(|month| next.starts_with(month) && next.len() < 11)
}

fn push(text: &str, start: usize, end: usize, found: &mut Vec<Span>) {
    let words = text.get(start..end).unwrap_or_default();
    let start = start + (words.len() - words.trim_start().len());
    let end = start + words.trim().len();
    if words.chars().any(char::is_alphanumeric) {
        found.push(Span::new(start, end));
    }
}

/// Aligns two texts.
pub fn align(original: &str, translation: &str) -> Alignment {
    let (from, to) = (sentences(original), sentences(translation));
    let unaligned = Alignment { original: from.clone(), translation: to.clone(), groups: Vec::new() };
    if from.is_empty() || to.is_empty() || from.len() > SENTENCES || to.len() > SENTENCES {
        return unaligned;
    }
    let table = Table::new((original, &from), (translation, &to));
    if !RATIO.contains(&table.ratio) || !table.anchors.speak_of_one() {
        return unaligned;
    }
    let Some(groups) = table.groups() else { return unaligned };
    // What stands for nothing says that the texts are not each other's.
    let length = |groups: &mut dyn Iterator<Item = &Group>| -> f64 {
        groups.map(|group| table.length(&table.to, &group.translation)).sum()
    };
    let alone = length(&mut groups.iter().filter(|group| group.original.is_empty()));
    if alone > ALONE * length(&mut groups.iter()) {
        return unaligned;
    }
    Alignment { groups, ..unaligned }
}

/// What the chains are looked for in.
struct Table {
    /// The sums of the lengths of the sentences before each, of the original and of the translation, in characters.
    from: Vec<f64>,
    to: Vec<f64>,
    /// Characters of the translation to one of the original.
    ratio: f64,
    anchors: Anchors,
    width: usize,
}

impl Table {
    fn new(original: (&str, &[Span]), translation: (&str, &[Span])) -> Self {
        let sums = |(text, spans): (&str, &[Span])| {
            let mut sum = 0.0;
            let behind = spans.iter().map(|span| {
                sum += span.of(text).chars().filter(|sign| !sign.is_whitespace()).count() as f64;
                sum
            });
            let behind: Vec<f64> = behind.collect();
            [vec![0.0], behind].concat()
        };
        let (from, to) = (sums(original), sums(translation));
        let last = |sums: &[f64]| sums.last().copied().unwrap_or(0.0).max(1.0);
        let ratio = last(&to) / last(&from);
        let anchors = Anchors::of(original, translation);
        let width = (2 * BAND + 1).min(to.len());
        Self { from, to, ratio, anchors, width }
    }

    fn length(&self, sums: &[f64], sentences: &Range<usize>) -> f64 {
        sums[sentences.end] - sums[sentences.start]
    }

    /// How many deviations the lengths of a group are apart.
    fn apart(&self, original: &Range<usize>, translation: &Range<usize>) -> f64 {
        // Halfway between the characters of the two, so that neither is the measure of the other.
        let scale = self.ratio.sqrt();
        let (one, other) = (self.length(&self.from, original) * scale, self.length(&self.to, translation) / scale);
        let mean = ((one + other) / 2.0).max(1.0);
        (other - one).abs() / (mean * VARIANCE).sqrt()
    }

    /// What a group costs, in nats.
    fn cost(&self, original: &Range<usize>, translation: &Range<usize>, frequency: f64) -> f64 {
        let apart = -tail(self.apart(original, translation)).ln();
        let anchors = match original.is_empty() || translation.is_empty() {
            true => 0.0,
            false => self.anchors.weigh(original.clone(), translation.clone()),
        };
        apart.min(MOST) - frequency.ln() - anchors
    }

    /// The first column of a row that chains may go through.
    fn first(&self, row: usize) -> usize {
        let (rows, columns) = (self.from.len() - 1, self.to.len() - 1);
        let middle = row * columns / rows.max(1);
        middle.saturating_sub(BAND).min((columns + 1) - self.width)
    }

    /// The cell of a row and a column, where it is in the band.
    fn cell(&self, row: usize, column: usize) -> Option<usize> {
        let place = column.checked_sub(self.first(row))?;
        (place < self.width).then(|| row * self.width + place)
    }

    /// The groups that end in a cell, with where they begin and what they cost.
    fn ending(&self, row: usize, column: usize) -> impl Iterator<Item = (usize, Range<usize>, Range<usize>, f64)> {
        GROUPS.into_iter().filter_map(move |(down, right, frequency)| {
            let (original, translation) = (row.checked_sub(down)?..row, column.checked_sub(right)?..column);
            let before = self.cell(original.start, translation.start)?;
            let cost = self.cost(&original, &translation, frequency);
            Some((before, original, translation, cost))
        })
    }

    /// The cheapest chain, each group with its share of all chains; none where no chain stays in the band.
    fn groups(&self) -> Option<Vec<Group>> {
        let (rows, columns) = (self.from.len(), self.to.len());
        let cells = || {
            (0..rows).flat_map(|row| (self.first(row)..self.first(row) + self.width).map(move |column| (row, column)))
        };
        let size = rows * self.width;
        let (mut best, mut forward) = (vec![f64::INFINITY; size], vec![f64::NEG_INFINITY; size]);
        let mut back: Vec<Option<(Range<usize>, Range<usize>)>> = vec![None; size];
        for (row, column) in cells() {
            let Some(here) = self.cell(row, column) else { continue };
            if (row, column) == (0, 0) {
                (best[here], forward[here]) = (0.0, 0.0);
                continue;
            }
            for (before, original, translation, cost) in self.ending(row, column) {
                forward[here] = sum(forward[here], forward[before] - cost);
                if best[before] + cost < best[here] {
                    best[here] = best[before] + cost;
                    back[here] = Some((original, translation));
                }
            }
        }
        let end = self.cell(rows - 1, columns - 1)?;
        let mut backward = vec![f64::NEG_INFINITY; size];
        backward[end] = 0.0;
        for (row, column) in cells().collect::<Vec<_>>().into_iter().rev() {
            let Some(here) = self.cell(row, column) else { continue };
            for (before, _, _, cost) in self.ending(row, column) {
                backward[before] = sum(backward[before], backward[here] - cost);
            }
        }
        let (mut row, mut column, mut groups) = (rows - 1, columns - 1, Vec::new());
        while (row, column) != (0, 0) {
            let here = self.cell(row, column)?;
            let (original, translation) = back[here].clone()?;
            let before = self.cell(original.start, translation.start)?;
            let cost = best[here] - best[before];
            let share = (forward[before] - cost + backward[here] - forward[end]).exp().clamp(0.0, 1.0);
            (row, column) = (original.start, translation.start);
            let sure = share >= SURE && self.holds(&original, &translation);
            groups.push(Group { original, translation, share, sure });
        }
        groups.reverse();
        Some(groups)
    }

    /// Whether what stands in a group is enough to go by.
    fn holds(&self, original: &Range<usize>, translation: &Range<usize>) -> bool {
        if original.is_empty() || translation.is_empty() {
            return false;
        }
        let shared = self.anchors.shared(original.clone(), translation.clone());
        !shared.differ && (shared.count > 0 || self.apart(original, translation) <= FAR)
    }
}

/// The logarithm of the sum of two numbers, from theirs.
fn sum(one: f64, other: f64) -> f64 {
    let (high, low) = if one >= other { (one, other) } else { (other, one) };
    if low == f64::NEG_INFINITY { high } else { high + (low - high).exp().ln_1p() }
}

/// How likely a normal deviate is that is further from 0, on either side: twice the upper tail, by 26.2.17 of Abramowitz
/// and Stegun, "Handbook of Mathematical Functions"; never quite 0.
fn tail(apart: f64) -> f64 {
    const TERMS: [f64; 5] = [0.319_381_530, -0.356_563_782, 1.781_477_937, -1.821_255_978, 1.330_274_429];
    let t = 1.0 / (1.0 + 0.231_641_9 * apart);
    let series = TERMS.iter().rev().fold(0.0, |sum, term| (sum + term) * t);
    let density = (-apart * apart / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
    (2.0 * density * series).max(1e-300)
}
