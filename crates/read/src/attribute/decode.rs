//! From a parsed document to its attributions as spans.

use std::ops::Range;

use record::reading::Stance;
use record::span::Span;

use super::analysis::Analysis;
use super::aside;
use super::asked;
use super::choose::{self, Scene};
use super::extend::{self, So};
use super::find::Candidate;
use super::frame::{self, Framed};
use super::interrupted;
use super::label::{self, Around, Beside, Paths, Stretch};
use super::lead;
use super::quote::{self, Piece};
use super::somebody;
use super::stance::stance;
use super::told::{self, Told};
use super::ways::{Cell, Ways};
use crate::language::Language;
use crate::model::codes::{Quads, Steps};
use crate::model::{Aligned, Model, ModelError};
use crate::segment::Segments;

/// How many neighbouring sentences a content may take in on either side.
const FARTHEST: usize = 12;

/// The most cues of one sentence. No sentence of news has as many; a text that is nothing but cues
/// would else take a look at every token for every cue.
pub const MOST_CUES: usize = 32;

/// The model of attribution, read where it lies.
#[derive(Debug, Clone)]
pub struct Attributor<'m> {
    cues: Quads<'m>,
    tokens: Quads<'m>,
    steps: Steps<'m>,
    choices: Quads<'m>,
    more: Quads<'m>,
    /// What the features of a choice count for, in 1024ths of what it is behind.
    weight: i64,
    /// How much a token must look like the head of a cue by the first features, for the others to be asked.
    unlikely: i32,
    /// By how much a token must look like the head of a cue by all of them.
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
        let numbers = model.section("numbers")?;
        let number = |at: usize| {
            let bytes = numbers.get(at * 8..).and_then(|rest| rest.first_chunk());
            bytes.map(|bytes| i64::from_le_bytes(*bytes)).ok_or(ModelError::Malformed("its numbers are cut off"))
        };
        let small = |number: i64| i32::try_from(number).map_err(|_| ModelError::Malformed("a threshold is too large"));
        Ok(Self {
            cues: Quads::open(model.section("cues")?)?,
            tokens: Quads::open(model.section("tokens")?)?,
            steps: Steps::open(model.section("steps")?)?,
            choices: Quads::open(model.section("choices")?)?,
            more: Quads::open(model.section("more")?)?,
            threshold: small(number(0)?)?,
            unlikely: small(number(1)?)?,
            weight: number(2)?,
        })
    }

    /// How much a token looks like the head of a cue, above 0 where it is taken for one.
    pub fn cue_score(&self, all: &Analysis, sentence: &Range<usize>, at: usize) -> i32 {
        let candidate = Candidate::new(all, sentence, at);
        let Some(limit) = candidate.limit(self.unlikely) else { return i32::MIN };
        let mut score = [0];
        self.cues.score(&candidate.first(), &mut score);
        if score[0] < limit {
            return i32::MIN;
        }
        self.cues.score(&candidate.rest(), &mut score);
        score[0].saturating_sub(self.threshold)
    }

    /// Marks the heads of cues in the whole document.
    pub fn mark_cues(&self, segments: &Segments, all: &mut Analysis) {
        for sentence in &segments.sentences {
            let mut left = MOST_CUES;
            for at in sentence.tokens.clone() {
                let hit = left > 0 && !all.is_mark(at) && self.cue_score(all, &sentence.tokens, at) > 0;
                all.cue[at] = hit;
                left -= usize::from(hit);
            }
        }
    }

    /// The attributions of a document in the order of their cues.
    pub fn decode(&self, text: &str, segments: &Segments, language: &Language, all: &mut Analysis) -> Vec<Found> {
        self.mark_cues(segments, all);
        let framed = frame::mark(segments, language, all);
        bound(segments, all);
        let pieces = quote::pieces(text, segments, all);
        let mut found = Vec::new();
        let (mut paths, mut cells, mut ways) = (Paths::default(), Vec::new(), Ways::default());
        let mut labels = Vec::new();
        for (number, sentence) in segments.sentences.iter().enumerate() {
            for head in sentence.tokens.clone().filter(|at| all.cue[*at]) {
                self.cells(all, &sentence.tokens, head, &mut paths, &mut cells);
                ways.find(&cells, head - sentence.tokens.start, choose::CHOICES, choose::WIDEST);
                if ways.is_empty() {
                    continue;
                }
                labels.clear();
                labels.extend_from_slice(ways.labels(self.choose(all, &sentence.tokens, head, &ways)));
                // Phrases are in order.
                let phrase = framed.get(framed.partition_point(|phrase| phrase.head < head));
                if let Some(phrase) = phrase.filter(|phrase| phrase.sure && phrase.head == head) {
                    relabel(all, &sentence.tokens, phrase, &mut labels);
                }
                if !labels.contains(&label::CONTENT) {
                    complete(all, &sentence.tokens, head, &mut labels);
                }
                mend(all, language, &sentence.tokens, head, &mut labels);
                let mut one = self.gather(segments, all, number, head, (&labels, &pieces));
                (one.stance, one.told) = stance(text, segments, all, &framed, &one, language);
                found.push(one);
            }
        }
        found
    }

    /// The likely labellings of a sentence for the cue at `head`, best first.
    pub fn ways(&self, all: &Analysis, sentence: &Range<usize>, head: usize) -> Ways {
        let (mut paths, mut cells, mut ways) = (Paths::default(), Vec::new(), Ways::default());
        self.cells(all, sentence, head, &mut paths, &mut cells);
        ways.find(&cells, head - sentence.start, choose::CHOICES, choose::WIDEST);
        ways
    }

    /// Which of the labellings is taken.
    fn choose(&self, all: &Analysis, sentence: &Range<usize>, head: usize, ways: &Ways) -> usize {
        let scene = Scene { all, sentence, head };
        // Most choices share most of their parts.
        let mut known: Vec<(u64, (usize, usize), i32)> = Vec::new();
        let mut top = (i64::MIN, 0);
        for choice in choose::choices(all, sentence, ways) {
            let mut score = [0];
            let mut whole = [0; choose::WHOLE];
            scene.whole(&choice, &mut whole);
            self.choices.score(&whole, &mut score);
            for (kind, runs) in [(0, &choice.cue), (1, &choice.source), (2, &choice.content)] {
                for run in runs {
                    let seen = known.iter().find(|one| one.0 == kind && one.1 == *run);
                    score[0] += seen.map(|one| one.2).unwrap_or_else(|| {
                        let own = self.part(&scene, kind, *run);
                        known.push((kind, *run, own));
                        own
                    });
                }
            }
            let score = i64::from(score[0]) * self.weight - i64::from(choice.behind) * 1024;
            if score > top.0 {
                top = (score, choice.way);
            }
        }
        top.1
    }

    /// What one run of a cue (0), a source (1) or a content (2) is worth.
    fn part(&self, scene: &Scene<'_>, kind: u64, run: (usize, usize)) -> i32 {
        let mut score = [0];
        if kind == 0 {
            let mut features = [0; choose::CUE_PART];
            scene.words_of_cue(run, &mut features);
            self.choices.score(&features, &mut score);
        } else {
            let mut features = [0; choose::PART];
            scene.part(kind, run, &mut features);
            self.choices.score(&features, &mut score);
        }
        score[0]
    }

    /// The scores of a sentence's tokens for the cue at `head`.
    fn cells(&self, all: &Analysis, sentence: &Range<usize>, head: usize, paths: &mut Paths, cells: &mut Vec<Cell>) {
        paths.fill(all, sentence, head);
        let around = Around::of(all, sentence, head);
        // What a stretch of tokens shares is summed once.
        let mut shared: Option<(Stretch, [i32; label::KINDS])> = None;
        cells.clear();
        for at in sentence.clone() {
            let beside = Beside::new(all, sentence, &around, paths, at);
            let base = match shared {
                Some((stretch, scores)) if stretch == beside.stretch() => scores,
                _ => {
                    let mut scores = [0; label::KINDS];
                    self.tokens.score(&beside.shared(), &mut scores);
                    shared = Some((beside.stretch(), scores));
                    scores
                }
            };
            let (mut for_token, mut for_steps) = (base, [0; label::STEPS]);
            self.tokens.score(&beside.own(), &mut for_token);
            self.steps.score(&beside.step(), &mut for_steps);
            cells.push(Cell::of(for_token, &for_steps));
        }
    }

    fn gather(
        &self,
        segments: &Segments,
        all: &Analysis,
        number: usize,
        head: usize,
        (labels, pieces): (&[u8], &[Piece]),
    ) -> Found {
        let sentence = &segments.sentences[number].tokens;
        let of = |wanted: u8| {
            let mut kept: Vec<usize> = sentence.clone().filter(|at| labels[*at - sentence.start] == wanted).collect();
            if wanted == label::CONTENT {
                let more = self.more(segments, all, number, head, &kept);
                kept.extend(more);
                kept.sort_unstable();
                // What is said within a quotation ends where that does.
                if all.quote[head] == 0 && !pieces.is_empty() {
                    kept.extend(quote::rest(pieces, &kept));
                    kept.sort_unstable();
                    kept.dedup();
                }
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
                let mut scores = [0; extend::KINDS];
                self.more.score(&features, &mut scores);
                let best = (0..extend::KINDS).rev().max_by_key(|kind| scores[*kind]).unwrap_or(0);
                match best as u8 {
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

/// Puts right by rules what the labels are known to get wrong.
fn mend(all: &Analysis, language: &Language, sentence: &Range<usize>, head: usize, labels: &mut [u8]) {
    let answers = asked::mend(all, language, sentence, head, labels);
    interrupted::mend(all, language, sentence, head, labels);
    if !answers {
        lead::mend(all, language, sentence, head, labels);
        aside::widen(all, language, sentence, head, labels);
    }
    somebody::mend(all, language, sentence, labels);
}

/// Leaves each sentence no more cues than it may have, wherever they come from.
fn bound(segments: &Segments, all: &mut Analysis) {
    for sentence in &segments.sentences {
        let cues = sentence.tokens.clone().filter(|at| all.cue[*at]);
        if let Some(next) = cues.clone().nth(MOST_CUES) {
            all.cue[next..sentence.tokens.end].fill(false);
        }
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
    if let Some(Told::Governs(clause)) = phrase.told {
        told::label(all, sentence, phrase.head, clause, labels);
    }
    if let Some(Told::Speaks(first, end)) = phrase.told {
        labels.fill(label::CONTENT);
        labels[..end - start].fill(label::OTHER);
        labels[first - start..end - start].fill(label::SOURCE);
    }
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
