//! The parser: tagged sentences in, trees out.

use super::Rel;
use super::features::{Token, View};
use super::label_features::Arc;
use super::state::{Move, State};
use crate::model::moves::MoveWeights;
use crate::model::rows::{LABELS, RowWeights, leader};
use crate::model::{Aligned, Model, ModelError};
use crate::tag::Tag;

/// The longest sentence that is parsed, in tokens. What lies beyond gets no arcs but `dep` to the root.
pub const LONGEST: usize = 60_000;

/// By how much the first features must prefer a move for the others not to be asked. On news text they decide two
/// moves in five, and otherwise than all features would one in four thousand.
const SURE: i32 = 200;

/// By how much a relation must lead by the first features for the others not to be asked. On news text they decide three
/// in ten, and otherwise than all features would one in five thousand.
const NAMED: i32 = 140;

/// A dependency parser, reading its model where it lies.
#[derive(Debug, Clone)]
pub struct Parser<'m> {
    moves: MoveWeights<'m>,
    labels: RowWeights<'m>,
}

/// The parser that is compiled into the program.
///
/// # Errors
/// If the model it was compiled with is damaged or made for another version.
pub fn embedded() -> Result<Parser<'static>, ModelError> {
    static MODEL: &Aligned<[u8]> = &Aligned(*include_bytes!("../../../../models/parser.bin"));
    Parser::open(&MODEL.0)
}

/// The tree of a sentence. Keep one and reuse it: its buffers are kept from sentence to sentence.
#[derive(Debug, Clone, Default)]
pub struct Parsed {
    heads: Vec<Option<usize>>,
    rels: Vec<Rel>,
    state: State,
    tokens: Vec<Token>,
}

impl Parsed {
    /// The head of each token, as an index into the sentence; `None` for the one that is the root of the tree.
    pub fn heads(&self) -> &[Option<usize>] {
        &self.heads
    }

    /// The relation of each token to its head.
    pub fn rels(&self) -> &[Rel] {
        &self.rels
    }
}

impl<'m> Parser<'m> {
    /// Reads a parser from the bytes of its model.
    ///
    /// # Errors
    /// If they are not the model of a parser of this version.
    pub fn open(bytes: &'m [u8]) -> Result<Self, ModelError> {
        let model = Model::open(bytes, "parser")?;
        Ok(Self {
            moves: MoveWeights::open(model.section("moves")?)?,
            labels: RowWeights::open(model.section("labels")?)?,
        })
    }

    /// Parses the tokens of one sentence, of which `tags` are the parts of speech, into `out`.
    pub fn parse(&self, tokens: &[&str], tags: &[Tag], out: &mut Parsed) {
        let count = tokens.len().min(tags.len()).min(LONGEST);
        Token::fill(&tokens[..count], &tags[..count], &mut out.tokens);
        out.state.begin(count);
        while !out.state.is_done() {
            let step = self.choose(&out.state, &out.tokens);
            let rel = self.name(&out.state, &out.tokens, step);
            out.state.apply(step, rel);
        }
        let root = out.state.root();
        let nodes = &out.state.nodes()[1..=count];
        out.heads.clear();
        out.heads.extend(nodes.iter().map(|node| (node.head != root).then(|| usize::from(node.head) - 1)));
        out.heads.resize(tokens.len(), None);
        out.rels.clear();
        out.rels.extend(nodes.iter().map(|node| Rel::from_number(node.rel).unwrap_or(Rel::Dep)));
        out.rels.resize(tokens.len(), Rel::Dep);
    }

    /// The best move that is allowed. Where only one is, no features are needed.
    #[inline]
    fn choose(&self, state: &State, tokens: &[Token]) -> Move {
        let options = [Move::Shift, Move::Left, Move::Right].map(|step| state.allows(step).then_some(step));
        if let [Some(only), None, None] | [None, Some(only), None] | [None, None, Some(only)] = options {
            return only;
        }
        let view = View::of(state, tokens);
        let first = self.moves.score(&view.first());
        let (step, margin) = better(options, first);
        if margin >= SURE {
            return step;
        }
        let rest = self.moves.score(&view.rest());
        better(options, [first[0] + rest[0], first[1] + rest[1]]).0
    }

    /// The relation of the arc that `step` makes.
    #[inline]
    fn name(&self, state: &State, tokens: &[Token], step: Move) -> Rel {
        let Some((head, child)) = state.arc(step) else { return Rel::Dep };
        if head == state.root() {
            return Rel::Root;
        }
        let mut scores = [0; LABELS];
        let arc = Arc::new(state, tokens, head, child);
        self.labels.score(&arc.first(), &mut scores);
        let (mut label, lead) = leader(&scores, Rel::ALL.len());
        if lead < NAMED {
            self.labels.score(&arc.rest(), &mut scores);
            label = leader(&scores, Rel::ALL.len()).0;
        }
        Rel::from_number(label as u8).unwrap_or(Rel::Dep)
    }
}

/// The best of the allowed moves, where the first scores 0, and by how much; of equals the first.
#[inline]
fn better(options: [Option<Move>; 3], [left, right]: [i32; 2]) -> (Move, i32) {
    let (mut top, mut second) = ((i32::MIN, Move::Shift), i32::MIN);
    for (step, score) in options.into_iter().zip([0, left, right]) {
        let Some(step) = step else { continue };
        if score > top.0 {
            second = top.0;
            top = (score, step);
        } else {
            second = second.max(score);
        }
    }
    (top.1, top.0.saturating_sub(second))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tag::{self, Tagged};

    /// The arcs of a sentence as `word <- relation - head`.
    fn arcs(sentence: &str) -> Vec<String> {
        let tokens: Vec<&str> = sentence.split(' ').filter(|token| !token.is_empty()).collect();
        let (mut tagged, mut parsed) = (Tagged::default(), Parsed::default());
        tag::embedded().unwrap().tag(&tokens, &mut tagged);
        embedded().unwrap().parse(&tokens, tagged.tags(), &mut parsed);
        assert_eq!((parsed.heads().len(), parsed.rels().len()), (tokens.len(), tokens.len()));
        let name = |head: Option<usize>| head.map_or("ROOT", |head| tokens[head]);
        let heads = parsed.heads().iter().map(|head| name(*head));
        tokens
            .iter()
            .zip(heads)
            .zip(parsed.rels())
            .map(|((token, head), rel)| format!("{token} {rel} {head}"))
            .collect()
    }

    fn has(sentence: &str, wanted: &[&str]) {
        let found = arcs(sentence);
        for arc in wanted {
            assert!(found.iter().any(|one| one == arc), "{arc:?} is not in {found:?}");
        }
    }

    #[test]
    fn a_report_has_its_speaker_as_subject_and_its_words_as_clausal_object() {
        has(
            "The minister said that the ships carried fuel .",
            &["minister nsubj said", "carried ccomp said", "ships nsubj carried", "fuel obj carried", "said root ROOT"],
        );
    }

    #[test]
    fn passive_subjects_and_agents_are_told_from_active_ones() {
        has(
            "The shipment was approved by the ministry .",
            &["shipment nsubj:pass approved", "was aux:pass approved", "ministry obl:agent approved"],
        );
    }

    #[test]
    fn possessors_and_relative_clauses_are_named() {
        has("Officials who saw Arvenia 's plans objected .", &["saw acl:relcl Officials", "Arvenia nmod:poss plans"]);
    }

    #[test]
    fn an_empty_sentence_and_one_token_are_parsed() {
        assert!(arcs("").is_empty());
        assert_eq!(arcs("Denied"), ["Denied root ROOT"]);
    }

    #[test]
    fn every_sentence_has_one_root_and_no_cycle() {
        let tokens: Vec<&str> =
            ["said", "the", "to", ",", "ships", "and", "\"", "not"].into_iter().cycle().take(512).collect();
        let (mut tagged, mut parsed) = (Tagged::default(), Parsed::default());
        tag::embedded().unwrap().tag(&tokens, &mut tagged);
        embedded().unwrap().parse(&tokens, tagged.tags(), &mut parsed);
        assert_eq!(parsed.heads().iter().filter(|head| head.is_none()).count(), 1);
        for start in 0..tokens.len() {
            let mut at = start;
            let steps = (0..=512).take_while(|_| parsed.heads()[at].map(|head| at = head).is_some()).count();
            assert!(steps < 512, "token {start} never reaches the root");
        }
    }

    #[test]
    fn a_damaged_model_is_an_error() {
        let bytes = include_bytes!("../../../../models/parser.bin");
        assert!(Parser::open(&[]).is_err());
        for end in [1, 20, 100, 5000, bytes.len() / 2, bytes.len() - 1] {
            assert!(Parser::open(&bytes[..end]).is_err(), "cut at {end}");
        }
    }
}
