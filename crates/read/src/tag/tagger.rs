//! The tagger: sentences in, labels and lemmas out.

use super::features::{NO_LABEL, View, Word};
use super::lemma::Lemmas;
use super::lexicon::Lexicon;
use super::{Tag, Upos, Xpos};
use crate::model::rows::{LABELS, RowWeights, leader};
use crate::model::{Aligned, Model, ModelError};

/// By how much a label must lead by the first features for the others not to be asked. On news text they decide
/// more than every other choice, and otherwise than all features would one in ten thousand.
const SURE: i32 = 100;

/// A tagger and lemmatiser, reading its model where it lies.
#[derive(Debug, Clone)]
pub struct Tagger<'m> {
    tags: Vec<Tag>,
    /// For each label the one whose forms are alike: the past tense and the participle of verbs.
    alike: Vec<u8>,
    lexicon: Lexicon<'m>,
    weights: RowWeights<'m>,
    lemmas: Lemmas<'m>,
}

/// The tagger that is compiled into the program.
///
/// # Errors
/// If the model it was compiled with is damaged or made for another version.
pub fn embedded() -> Result<Tagger<'static>, ModelError> {
    static MODEL: &Aligned<[u8]> = &Aligned(*include_bytes!("../../../../models/tagger.bin"));
    Tagger::open(&MODEL.0)
}

/// Parts of speech and lemmas of a sentence. Keep one and reuse it: its buffers are kept from sentence to sentence.
#[derive(Debug, Clone, Default)]
pub struct Tagged {
    tags: Vec<Tag>,
    lemmas: String,
    ends: Vec<usize>,
    words: Vec<Word>,
}

impl Tagged {
    /// The parts of speech, one per token.
    pub fn tags(&self) -> &[Tag] {
        &self.tags
    }

    /// The lemma of token `index`; empty if there is no such token.
    pub fn lemma(&self, index: usize) -> &str {
        let start = if index == 0 { Some(0) } else { self.ends.get(index - 1).copied() };
        let end = self.ends.get(index).copied();
        start.zip(end).and_then(|(start, end)| self.lemmas.get(start..end)).unwrap_or_default()
    }
}

impl<'m> Tagger<'m> {
    /// Reads a tagger from the bytes of its model.
    ///
    /// # Errors
    /// If they are not the model of a tagger of this version.
    pub fn open(bytes: &'m [u8]) -> Result<Self, ModelError> {
        let model = Model::open(bytes, "tagger")?;
        let (pairs, rest) = model.section("labels")?.as_chunks::<2>();
        let tag =
            |[upos, xpos]: &[u8; 2]| Some(Tag { upos: Upos::from_number(*upos)?, xpos: Xpos::from_number(*xpos)? });
        let tags: Option<Vec<_>> = pairs.iter().map(tag).collect();
        let tags = tags.filter(|tags| rest.is_empty() && (1..=LABELS).contains(&tags.len()));
        let tags = tags.ok_or(ModelError::Malformed("the labels of the tagger are wrong"))?;
        Ok(Self {
            alike: alike(&tags),
            tags,
            lexicon: Lexicon::open(model.section("lexicon")?)?,
            weights: RowWeights::open(model.section("weights")?)?,
            lemmas: Lemmas::open(model.section("rules")?, model.section("lemmas")?)?,
        })
    }

    /// Tags the tokens of one sentence into `out`.
    pub fn tag(&self, tokens: &[&str], out: &mut Tagged) {
        out.tags.clear();
        out.lemmas.clear();
        out.ends.clear();
        out.words.clear();
        out.words.extend(tokens.iter().enumerate().map(|(at, text)| Word::new(text, at, &self.lexicon)));
        let mut left = [NO_LABEL; 2];
        for (index, token) in tokens.iter().enumerate() {
            let label = out.words[index].entry.label().unwrap_or_else(|| {
                let view = View::of(&out.words, index, left);
                let mut scores = [0; LABELS];
                self.weights.score(&view.first(), &mut scores);
                let (label, lead) = leader(&scores, self.tags.len());
                if lead >= SURE {
                    return label as u8;
                }
                self.weights.score(&view.rest(), &mut scores);
                leader(&scores, self.tags.len()).0 as u8
            });
            left = [label, left[0]];
            // A lexicon made for other labels can only give a wrong tag, never a panic.
            out.tags.push(self.tags.get(usize::from(label)).copied().unwrap_or(Tag { upos: Upos::X, xpos: Xpos::Xx }));
            let alike = self.alike.get(usize::from(label)).copied().unwrap_or(label);
            self.lemmas.append(token, label, alike, &mut out.lemmas);
            out.ends.push(out.lemmas.len());
        }
    }
}

/// For each label the one whose forms are alike, which is mostly itself.
fn alike(tags: &[Tag]) -> Vec<u8> {
    let of = |(number, tag): (usize, &Tag)| {
        let other = match tag.xpos {
            Xpos::Vbd => Xpos::Vbn,
            Xpos::Vbn => Xpos::Vbd,
            _ => return number as u8,
        };
        let same = |one: &Tag| one.upos == tag.upos && one.xpos == other;
        tags.iter().position(same).unwrap_or(number) as u8
    };
    tags.iter().enumerate().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(sentence: &str) -> Vec<(String, &'static str, &'static str, String)> {
        let tokens: Vec<&str> = sentence.split(' ').filter(|token| !token.is_empty()).collect();
        let mut out = Tagged::default();
        embedded().unwrap().tag(&tokens, &mut out);
        assert_eq!(out.tags().len(), tokens.len());
        let row = |(at, text): (usize, &&str)| {
            let tag = out.tags()[at];
            ((*text).to_owned(), tag.upos.name(), tag.xpos.name(), out.lemma(at).to_owned())
        };
        tokens.iter().enumerate().map(row).collect()
    }

    fn xpos(sentence: &str) -> String {
        read(sentence).iter().map(|row| row.2).collect::<Vec<_>>().join(" ")
    }

    fn lemmas(sentence: &str) -> String {
        read(sentence).iter().map(|row| row.3.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn tense_and_number_are_told_apart() {
        assert_eq!(xpos("The minister said two ships were loaded ."), "DT NN VBD CD NNS VBD VBN .");
        assert_eq!(xpos("He supplies fuel to the troops ."), "PRP VBZ NN IN DT NNS .");
    }

    #[test]
    fn lemmas_follow_the_part_of_speech() {
        assert_eq!(lemmas("The ministers denied that they had sent shipments ."), {
            "the minister deny that they have send shipment ."
        });
        assert_eq!(lemmas("She is weighing options ."), "she be weigh option .");
        assert_eq!(lemmas("They ruled it out ."), "they rule it out .");
        assert_eq!(lemmas("Arvenia did n\u{2019}t reply"), "Arvenia do not reply");
    }

    #[test]
    fn an_empty_sentence_and_one_token_are_read() {
        assert_eq!(read(""), []);
        assert_eq!(read("Officials").len(), 1);
    }

    #[test]
    fn a_sentence_of_512_tokens_is_read_and_buffers_can_be_reused() {
        let tokens = ["ships", ",", "\u{1f6a2}", "\u{130}stanbul"].repeat(128);
        let tagger = embedded().unwrap();
        let mut out = Tagged::default();
        tagger.tag(&tokens, &mut out);
        assert_eq!(out.tags().len(), 512);
        tagger.tag(&["No"], &mut out);
        assert_eq!((out.tags().len(), out.lemma(0), out.lemma(1)), (1, "no", ""));
    }

    #[test]
    fn a_damaged_model_is_an_error() {
        let bytes = include_bytes!("../../../../models/tagger.bin");
        assert!(Tagger::open(&[]).is_err());
        for end in [1, 20, 100, 5000, bytes.len() / 2, bytes.len() - 1] {
            assert!(Tagger::open(&bytes[..end]).is_err(), "cut at {end}");
        }
    }
}
