//! From a parsed document to its attributions as spans.

use std::ops::Range;

use record::reading::Stance;
use record::span::Span;

use super::analysis::Analysis;
use super::extend::{self, So};
use super::find;
use super::frame::{self, Framed};
use super::label::{self, Around, Cell, Paths};
use super::stance::stance;
use crate::language::Language;
use crate::model::rows::{LABELS, RowWeights, Scores, best};
use crate::model::{Aligned, Model, ModelError};
use crate::segment::Segments;

/// How many neighbouring sentences a content may take in on either side.
const FARTHEST: usize = 12;

/// The model of attribution, read where it lies.
#[derive(Debug, Clone)]
pub struct Attributor<'m> {
    cues: RowWeights<'m>,
    spans: RowWeights<'m>,
    more: RowWeights<'m>,
    /// By how much a token must look like the head of a cue.
    threshold: i32,
}

/// The model that is compiled into the program.
///
/// # Errors
/// If the model it was compiled with is damaged or made for another version.
pub fn embedded() -> Result<Attributor<'static>, ModelError> {
    static MODEL: &Aligned<[u8]> = &Aligned(*include_bytes!("../../../../models/attribution.bin"));
    Attributor::open(&MODEL.0)
}

/// An attribution that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The number of the sentence that the cue stands in.
    pub sentence: usize,
    /// The head of the cue.
    pub head: usize,
    /// Who says it.
    pub source: Vec<Span>,
    /// The words that say so.
    pub cue: Vec<Span>,
    /// What is said.
    pub content: Vec<Span>,
    /// What the source does with it.
    pub stance: Stance,
    /// Whether the stance is told by the words said and not by the cue.
    pub told: bool,
}

impl<'m> Attributor<'m> {
    /// Reads a model from its bytes.
    ///
    /// # Errors
    /// If they are not a model of attribution of this version.
    pub fn open(bytes: &'m [u8]) -> Result<Self, ModelError> {
        let model = Model::open(bytes, "attrib")?;
        let threshold =
            model.section("limit")?.first_chunk::<4>().ok_or(ModelError::Malformed("the threshold is cut off"))?;
        Ok(Self {
            cues: RowWeights::open(model.section("cues")?)?,
            spans: RowWeights::open(model.section("spans")?)?,
            more: RowWeights::open(model.section("more")?)?,
            threshold: i32::from_le_bytes(*threshold),
        })
    }

    /// How much a token looks like the head of a cue, above 0 where it is taken for one.
    pub fn cue_score(&self, all: &Analysis, sentence: &Range<usize>, at: usize) -> i32 {
        let mut features = [0; find::COUNT];
        find::extract(all, sentence, at, &mut features);
        let mut scores: Scores = [0; LABELS];
        self.cues.score(&features, &mut scores);
        scores[1] - scores[0] - self.threshold
    }

    /// Marks the heads of cues in the whole document.
    pub fn mark_cues(&self, segments: &Segments, all: &mut Analysis) {
        for sentence in &segments.sentences {
            for at in sentence.tokens.clone() {
                let hit = !all.is_mark(at) && self.cue_score(all, &sentence.tokens, at) > 0;
                all.cue[at] = hit;
            }
        }
    }

    /// The attributions of a document in the order of their cues.
    pub fn decode(&self, text: &str, segments: &Segments, language: &Language, all: &mut Analysis) -> Vec<Found> {
        self.mark_cues(segments, all);
        let framed = frame::mark(segments, language, all);
        let mut found = Vec::new();
        let (mut paths, mut cells, mut labels) = (Paths::default(), Vec::new(), Vec::new());
        for (number, sentence) in segments.sentences.iter().enumerate() {
            for head in sentence.tokens.clone().filter(|at| all.cue[*at]) {
                self.label(all, &sentence.tokens, head, &mut paths, &mut cells, &mut labels);
                if let Some(phrase) = framed.iter().find(|phrase| phrase.sure && phrase.head == head) {
                    relabel(all, &sentence.tokens, phrase, &mut labels);
                }
                if !labels.contains(&label::CONTENT) {
                    complete(all, &sentence.tokens, head, &mut labels);
                }
                let mut one = self.gather(segments, all, number, head, &labels);
                (one.stance, one.told) = stance(text, segments, all, &framed, &one, language);
                found.push(one);
            }
        }
        found
    }

    /// The labels of a sentence's tokens for the cue at `head`.
    fn label(
        &self,
        all: &Analysis,
        sentence: &Range<usize>,
        head: usize,
        paths: &mut Paths,
        cells: &mut Vec<Cell>,
        labels: &mut Vec<u8>,
    ) {
        paths.fill(all, sentence, head);
        let around = Around::of(all, sentence, head);
        let (mut token, mut steps) = ([0; label::TOKEN], [0; label::STEP]);
        cells.clear();
        for at in sentence.clone() {
            label::extract(all, sentence, &around, paths, at, &mut token, &mut steps);
            let (mut for_token, mut for_steps): (Scores, Scores) = ([0; LABELS], [0; LABELS]);
            self.spans.score(&token, &mut for_token);
            self.spans.score(&steps, &mut for_steps);
            cells.push(Cell::of(&for_token, &for_steps));
        }
        label::best(cells, head - sentence.start, labels);
    }

    fn gather(&self, segments: &Segments, all: &Analysis, number: usize, head: usize, labels: &[u8]) -> Found {
        let sentence = &segments.sentences[number].tokens;
        let of = |wanted: u8| {
            let mut kept: Vec<usize> = sentence.clone().filter(|at| labels[*at - sentence.start] == wanted).collect();
            if wanted == label::CONTENT {
                let more = self.more(segments, all, number, head, &kept);
                kept.extend(more);
                kept.sort_unstable();
            }
            spans(segments, all, &kept)
        };
        Found {
            sentence: number,
            head,
            source: of(label::SOURCE),
            cue: of(label::CUE),
            content: of(label::CONTENT),
            stance: Stance::Says,
            told: false,
        }
    }

    /// Tokens of neighbouring sentences that belong to the content too.
    fn more(&self, segments: &Segments, all: &Analysis, number: usize, head: usize, content: &[usize]) -> Vec<usize> {
        let mut more = Vec::new();
        for behind in [true, false] {
            for far in 1..=FARTHEST {
                let Some((next, so)) = neighbour(segments, all, number, head, content, far, behind) else { break };
                let mut features = [0; extend::COUNT];
                extend::extract(all, &next, &so, &mut features);
                let mut scores: Scores = [0; LABELS];
                self.more.score(&features, &mut scores);
                match best(&scores, extend::KINDS) as u8 {
                    extend::WHOLE => more.extend(next),
                    extend::QUOTED => {
                        more.extend(next.filter(|at| all.quote[*at] != 0));
                        break;
                    }
                    _ => break,
                }
            }
        }
        more
    }
}

/// Gives a cue without a content the clause that hangs from it, or the one that it hangs from.
fn complete(all: &Analysis, sentence: &Range<usize>, head: usize, labels: &mut [u8]) {
    let Some(clause) = frame::clause(all, sentence, head) else { return };
    for at in clause {
        let own = at == head || (all.first[head] as usize..=all.last[head] as usize).contains(&at) && at < head;
        if let Some(slot) = labels.get_mut(at - sentence.start)
            && *slot == label::OTHER
            && !own
        {
            *slot = label::CONTENT;
        }
    }
}

/// Makes of a sure phrase the cue, and gives it a source and a content by the parse where the labels have none.
fn relabel(all: &Analysis, sentence: &Range<usize>, phrase: &Framed, labels: &mut [u8]) {
    let start = sentence.start;
    labels[phrase.tokens.start - start..phrase.tokens.end - start].fill(label::CUE);
    let mut give = |label: u8, tokens: Option<Range<usize>>| {
        if labels.contains(&label) {
            return;
        }
        for at in tokens.into_iter().flatten().filter(|at| sentence.contains(at)) {
            if labels[at - start] == label::OTHER && (label == label::CONTENT || !all.is_mark(at)) {
                labels[at - start] = label;
            }
        }
    };
    give(label::SOURCE, frame::subject(all, sentence, phrase));
    give(label::CONTENT, frame::matter(all, phrase));
}

/// The sentence `far` away, and what is known of it. `content` is the content within the cue's own sentence.
pub fn neighbour(
    segments: &Segments,
    all: &Analysis,
    number: usize,
    head: usize,
    content: &[usize],
    far: usize,
    behind: bool,
) -> Option<(Range<usize>, So)> {
    let own = &segments.sentences[number];
    let other = if behind { number.checked_add(far)? } else { number.checked_sub(far)? };
    let next = segments.sentences.get(other)?;
    let beside = &segments.sentences[if behind { other - 1 } else { other + 1 }];
    // At the edge that faces the neighbour, marks do not count.
    let edge = if behind {
        own.tokens.clone().rev().find(|at| !all.is_mark(*at))
    } else {
        own.tokens.clone().find(|at| !all.is_mark(*at))
    };
    let reaches = edge.is_some_and(|edge| content.contains(&edge));
    let quote = if far == 1 {
        if behind { own.tokens.clone().last() } else { own.tokens.clone().next() }.map_or(0, |at| all.quote[at])
    } else {
        let at = if behind { beside.tokens.end - 1 } else { beside.tokens.start };
        all.quote[at]
    };
    let so = So {
        head,
        far,
        behind,
        reaches,
        quoted: content.iter().any(|at| all.quote[*at] != 0),
        before: content.last().is_some_and(|last| *last < head),
        same: next.paragraph == beside.paragraph,
        quote,
    };
    Some((next.tokens.clone(), so))
}

/// Runs of tokens as spans; marks between two runs do not part them, and marks at an edge are left out unless they are
/// quotation marks or brackets.
fn spans(segments: &Segments, all: &Analysis, tokens: &[usize]) -> Vec<Span> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for at in tokens {
        match runs.last_mut() {
            Some((_, last)) if (*last + 1..*at).all(|between| all.is_mark(between)) => *last = *at,
            _ => runs.push((*at, *at)),
        }
    }
    let edge = |at: usize| all.is_mark(at) && all.quote[at] == 0;
    let mut out = Vec::with_capacity(runs.len());
    for (mut first, mut last) in runs {
        while first < last && edge(first) {
            first += 1;
        }
        while last > first && edge(last) {
            last -= 1;
        }
        if first == last && edge(first) && tokens.len() > 1 {
            continue;
        }
        out.push(Span::new(segments.tokens[first].start, segments.tokens[last].end));
    }
    out
}
