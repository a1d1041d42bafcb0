//! Trains the parser.
//!
//! Tags are those of taggers that had not seen the sentence, so that the parser learns to live with their mistakes. From
//! the second epoch on it follows its own choices most of the time.

use read::model::ModelFile;
use read::model::moves::MoveWeights;
use read::model::rows::RowWeights;
use read::parse::features::{self, Token};
use read::parse::state::{Move, State};
use read::parse::{Rel, label_features};
use read::tag::Tag;

use super::oracle::Gold;
use super::perceptron::{Perceptron, scale_of, small};
use super::{SEED, projective, tagger};
use crate::conllu::Sentence;
use crate::failure::say;
use crate::prng::Prng;

/// How often the parser sees the corpus.
const EPOCHS: usize = 9;
/// In how many epochs features are counted; states that come of mistakes appear only after the first.
const COUNTED: usize = 2;
/// A feature of a move or relation seen less often is not learnt.
const CUTOFFS: [u32; 2] = [4, 3];
/// By how much a move without cost must win over all that cost something.
const MARGIN: i32 = 80;
/// How often in a hundred the parser follows its own choice.
const FOLLOW: u64 = 90;
/// Frozen weights of moves (the sum of both sizes) and of relations that are smaller are left out.
const PRUNE: [u8; 2] = [4, 3];

const MOVES: [Move; 3] = [Move::Shift, Move::Left, Move::Right];

/// A parser in training.
struct Training {
    moves: Perceptron,
    labels: Perceptron,
    prng: Prng,
    state: State,
    tokens: Vec<Token>,
    rows: Vec<u32>,
}

/// Trains a parser and gives the bytes of its model. `tags` are what the parser sees for each sentence.
pub fn train(sentences: &[Sentence], tags: &[Vec<Tag>]) -> Vec<u8> {
    let mut training = Training {
        moves: Perceptron::new(CUTOFFS[0]),
        labels: Perceptron::new(CUTOFFS[1]),
        prng: Prng::new(SEED),
        state: State::default(),
        tokens: Vec::new(),
        rows: Vec::new(),
    };
    let mut lifted = 0;
    let mut trees = |heads: &Vec<usize>| {
        let mut heads = heads.clone();
        lifted += projective::lift(&mut heads);
        Gold::new(&heads)
    };
    let golds: Vec<Gold> = sentences.iter().map(|sentence| trees(&sentence.heads)).collect();
    say(format_args!("  {lifted} crossing arcs were lifted"));
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    for epoch in 0..EPOCHS {
        training.prng.shuffle(&mut order);
        let (mut heads, mut arcs, mut all) = (0, 0, 0);
        for at in &order {
            let (right, named) = training.sentence(&sentences[*at], &tags[*at], &golds[*at], epoch > 0);
            heads += right;
            arcs += named;
            all += sentences[*at].forms.len();
        }
        if epoch + 1 == COUNTED {
            training.moves.stop_counting();
            training.labels.stop_counting();
        }
        say(format_args!("  epoch {}: {heads} heads and {arcs} relations of {all} right", epoch + 1));
    }
    training.to_bytes()
}

impl Training {
    /// Learns one sentence; says how many heads, and how many heads with relations, came out right.
    fn sentence(&mut self, sentence: &Sentence, tags: &[Tag], gold: &Gold, free: bool) -> (usize, usize) {
        Token::fill(&sentence.tokens(), tags, &mut self.tokens);
        self.state.begin(sentence.forms.len());
        let (mut heads, mut arcs) = (0, 0);
        while !self.state.is_done() {
            let step = self.step(gold, free);
            let rel = match self.state.arc(step) {
                Some((head, _)) if head == self.state.root() => Rel::Root,
                Some((head, child)) => {
                    let true_rel = sentence.rels[usize::from(child) - 1];
                    let right = (gold.head(child) == head).then_some(true_rel);
                    let rel = self.name(head, child, right);
                    if free { rel } else { right.unwrap_or(rel) }
                }
                None => Rel::Dep,
            };
            if let Some((head, child)) = self.state.arc(step) {
                heads += usize::from(gold.head(child) == head);
                arcs += usize::from(gold.head(child) == head && rel == sentence.rels[usize::from(child) - 1]);
            }
            self.state.apply(step, rel);
        }
        (heads, arcs)
    }

    /// Learns one move and gives the one to make.
    fn step(&mut self, gold: &Gold, free: bool) -> Move {
        let options = MOVES.map(|step| self.state.allows(step));
        if let Some(only) = only(options) {
            return only;
        }
        let found = features::extract(&self.state, &self.tokens);
        self.moves.resolve(&found, &mut self.rows);
        let scores = self.moves.score(&self.rows);
        let costs = MOVES.map(|step| if self.state.allows(step) { gold.cost(&self.state, step) } else { usize::MAX });
        let least = costs.into_iter().min().unwrap_or(0);
        let top = |wanted: &dyn Fn(usize) -> bool| {
            (0..3)
                .filter(|at| options[*at] && wanted(costs[*at]))
                .max_by_key(|at| (scores[*at], std::cmp::Reverse(*at)))
        };
        let right = top(&|cost| cost == least).unwrap_or(0);
        let wrong = top(&|cost| cost > least);
        self.moves.tick();
        let Some(wrong) = wrong else { return MOVES[right] };
        if scores[right] - scores[wrong] < MARGIN {
            self.moves.update(&self.rows, right as u8, wrong as u8);
        }
        let mistaken = scores[wrong] > scores[right];
        if mistaken && free && self.prng.percent(FOLLOW) { MOVES[wrong] } else { MOVES[right] }
    }

    /// Learns the relation of an arc, if it is a true one, and gives the relation that was chosen.
    fn name(&mut self, head: u16, child: u16, right: Option<Rel>) -> Rel {
        let found = label_features::extract(&self.state, &self.tokens, head, child);
        self.labels.resolve(&found, &mut self.rows);
        let label = tagger::learn(&mut self.labels, &self.rows, right.map(|rel| rel as u8), Rel::ALL.len());
        Rel::from_number(label).unwrap_or(Rel::Dep)
    }

    fn to_bytes(&self) -> Vec<u8> {
        let frozen = self.moves.freeze();
        let pair = |row: &Vec<(u8, i64)>| {
            let of = |label: u8| row.iter().find(|(one, _)| *one == label).map_or(0, |(_, sum)| *sum);
            [of(1) - of(0), of(2) - of(0)]
        };
        let scale = scale_of(frozen.iter().flat_map(|(_, row)| pair(row)), tagger::UNCUT);
        let mut moves: Vec<_> =
            frozen.iter().map(|(feature, row)| (*feature, pair(row).map(|sum| small(sum, scale)))).collect();
        moves.retain(|(_, [left, right])| left.unsigned_abs().saturating_add(right.unsigned_abs()) >= PRUNE[0]);

        let frozen = self.labels.freeze();
        let scale = scale_of(frozen.iter().flat_map(|(_, row)| row.iter().map(|(_, sum)| *sum)), tagger::UNCUT);
        let small_row = |row: &Vec<(u8, i64)>| -> Vec<(u8, i8)> {
            let all = row.iter().map(|(label, sum)| (*label, small(*sum, scale)));
            all.filter(|(_, weight)| weight.unsigned_abs() > PRUNE[1]).collect()
        };
        let labels: Vec<_> = frozen.iter().map(|(feature, row)| (*feature, small_row(row))).collect();
        say(format_args!("  {} weights of moves, {} rows of relations", moves.len(), labels.len()));
        let mut file = ModelFile::default();
        file.add("moves", MoveWeights::build(moves));
        file.add("labels", RowWeights::build(labels));
        file.to_bytes("parser")
    }
}

/// The only possible move, if there is only one.
fn only(options: [bool; 3]) -> Option<Move> {
    let mut possible = MOVES.into_iter().zip(options).filter(|(_, possible)| *possible);
    let first = possible.next();
    first.filter(|_| possible.next().is_none()).map(|(step, _)| step)
}
