//! From annotated articles to tokens with labels.

use read::attribute::analysis::Analysis;
use read::attribute::label;
use read::language::EN;
use read::segment::{Segments, segment};
use read::tag::Upos;
use record::span::Span;

use crate::failure::Failure;
use crate::polnear::{Article, Attribution};

/// An article as it is trained on.
pub struct Prepared {
    /// Its sentences and tokens.
    pub segments: Segments,
    /// What the tagger and the parser say of them.
    pub all: Analysis,
    /// Its attributions.
    pub gold: Vec<Gold>,
}

/// An attribution as tokens.
pub struct Gold {
    /// The sentence of its cue.
    pub sentence: usize,
    /// The head of its cue.
    pub head: usize,
    /// Labels of the sentence's tokens.
    pub labels: Vec<u8>,
    /// All tokens of the content.
    pub content: Vec<usize>,
}

/// Makes articles ready.
///
/// # Errors
/// If the tagger or the parser cannot be opened.
pub fn prepare(articles: &[Article]) -> Result<Vec<Prepared>, Failure> {
    let tagger = read::tag::embedded().map_err(|error| Failure::new(error.to_string()))?;
    let parser = read::parse::embedded().map_err(|error| Failure::new(error.to_string()))?;
    Ok(articles
        .iter()
        .map(|article| {
            let segments = segment(&article.text, &EN);
            let quotes = read::attribute::quotes(&article.text, &segments);
            let all = Analysis::of(&article.text, &segments, &quotes, &tagger, &parser);
            let gold = article.gold.iter().filter_map(|one| gold(one, &segments, &all)).collect();
            Prepared { segments, all, gold }
        })
        .collect())
}

/// The tokens that share a byte with the spans.
fn tokens(spans: &[Span], segments: &Segments) -> Vec<usize> {
    let mut out = Vec::new();
    for span in spans {
        let from = segments.tokens.partition_point(|token| token.end <= span.start);
        out.extend((from..segments.tokens.len()).take_while(|at| segments.tokens[*at].start < span.end));
    }
    out.sort_unstable();
    out.dedup();
    out
}

fn gold(one: &Attribution, segments: &Segments, all: &Analysis) -> Option<Gold> {
    let cue = tokens(&one.cue, segments);
    let outside = |at: &&usize| !cue.contains(&(all.head[**at] as usize));
    let heads: Vec<&usize> = cue.iter().filter(outside).filter(|at| !all.is_mark(**at)).collect();
    let verb = heads.iter().find(|at| all.tag[***at].upos == Upos::Verb);
    let head = **verb.or(heads.first())?;
    let sentence = segments.sentences.partition_point(|sentence| sentence.tokens.end <= head);
    let range = segments.sentences.get(sentence)?.tokens.clone();
    let (source, content) = (tokens(&one.source, segments), tokens(&one.content, segments));
    let mut labels = vec![label::OTHER; range.len()];
    for (list, kind) in [(&content, label::CONTENT), (&source, label::SOURCE), (&cue, label::CUE)] {
        for at in list.iter().filter(|at| range.contains(at)) {
            labels[*at - range.start] = kind;
        }
    }
    Some(Gold { sentence, head, labels, content })
}
