//! Who says what: cues, their sources and their contents.
//!
//! Quotations are found first, then every sentence is tagged and parsed ([`analysis`]). A linear model says which tokens
//! are the head of a cue ([`find`]), a second one labels the sentence's tokens as its source, cue and content
//! ([`label`]), a third says whether the content goes on in the neighbouring sentences ([`extend`]); [`decode`] puts the
//! three together. What kind of source it is and what it does with the content is decided by rules.

pub mod analysis;
pub mod decode;
pub mod extend;
pub mod find;
pub mod label;
mod quote;
mod silence;
mod source;
mod stance;

use std::sync::OnceLock;

use record::reading::{Actor, Attributed, Claim, Content, Cue, Polarity, Problem, Quoted, SourceKind};
use record::span::{Span, text_of};

use self::analysis::Analysis;
use self::decode::{Attributor, Found};
use crate::certainty::{certainty, stage};
use crate::language::Language;
use crate::model::ModelError;
use crate::parse::Parser;
use crate::segment::Segments;
use crate::tag::Tagger;

/// The three models that are compiled in, opened once.
struct Models {
    tagger: Tagger<'static>,
    parser: Parser<'static>,
    attributor: Attributor<'static>,
}

fn models() -> Result<&'static Models, &'static ModelError> {
    static MODELS: OnceLock<Result<Models, ModelError>> = OnceLock::new();
    let open = || {
        Ok(Models {
            tagger: crate::tag::embedded()?,
            parser: crate::parse::embedded()?,
            attributor: decode::embedded()?,
        })
    };
    MODELS.get_or_init(open).as_ref()
}

/// How many tokens from `at` spell `words` (single spaces between them; `n't` written as in "didn't"), or `None`.
pub(crate) fn phrase(text: &str, tokens: &[Span], at: usize, words: &str) -> Option<usize> {
    let mut used = at;
    for word in words.split(' ') {
        let mut rest = word;
        while !rest.is_empty() {
            let token = tokens.get(used)?.of(text);
            let head = rest.get(..token.len())?;
            if !head.eq_ignore_ascii_case(token) {
                return None;
            }
            rest = &rest[token.len()..];
            used += 1;
        }
    }
    Some(used - at)
}

/// The claims of a document in the order of their cues, the actors who speak in it, and what is known of its tokens.
pub(crate) fn attribute(
    text: &str,
    segments: &Segments,
    language: &Language,
    problems: &mut Vec<Problem>,
) -> (Vec<Claim>, Vec<Actor>, Analysis) {
    let quotes = quote::quotes(text, segments, problems);
    let models = match models() {
        Ok(models) => models,
        Err(error) => {
            let message = format!("no claims were read: {error}");
            problems.push(Problem { kind: "model".to_owned(), message, span: None });
            return (Vec::new(), Vec::new(), Analysis::default());
        }
    };
    let mut all = Analysis::of(text, segments, &quotes, &models.tagger, &models.parser);
    let found = models.attributor.decode(text, segments, language, &mut all);
    let mut cast = source::Cast::default();
    let document = Document { text, segments, all: &all, quotes: &quotes, language };
    let claims =
        found.into_iter().enumerate().map(|(number, found)| document.claim(number, found, &mut cast)).collect();
    (claims, cast.actors, all)
}

/// A document with everything that is known of it.
struct Document<'d> {
    text: &'d str,
    segments: &'d Segments,
    all: &'d Analysis,
    quotes: &'d [Span],
    language: &'d Language,
}

impl Document<'_> {
    fn claim(&self, number: usize, found: Found, cast: &mut source::Cast) -> Claim {
        let text = self.text;
        let inside = self.inside(&found.content);
        let (kind, actor, resolved) = match (found.source.first(), found.source.last()) {
            (Some(first), Some(last)) => {
                cast.meet(text, self.segments, Span::new(first.start, last.end), self.language)
            }
            _ => (SourceKind::None, None, None),
        };
        let negative = inside.iter().any(|token| {
            matches!(token.of(text), "not" | "n't" | "n’t" | "never" | "no" | "No" | "neither" | "Not" | "Never")
        });
        Claim {
            id: format!("c{}", number + 1),
            sentence: found.sentence,
            stance: stance::stance(text, self.segments, &found, self.language),
            polarity: if negative { Polarity::Negative } else { Polarity::Positive },
            certainty: certainty(text, &inside, self.language),
            stage: stage(text, &inside),
            within: None,
            time: None,
            source: Attributed { text: text_of(&found.source, text), spans: found.source, kind, actor, resolved },
            cue: Cue {
                text: text_of(&found.cue, text),
                spans: found.cue,
                lemma: self.all.lemma_text(found.head).to_owned(),
            },
            content: Content {
                text: text_of(&found.content, text),
                quoted: quoted(&found.content, self.quotes),
                spans: found.content,
            },
        }
    }

    /// The tokens of the content.
    fn inside(&self, content: &[Span]) -> Vec<Span> {
        let tokens = &self.segments.tokens;
        let of = |part: &Span| {
            let from = tokens.partition_point(|token| token.start < part.start);
            let to = tokens.partition_point(|token| token.end <= part.end);
            tokens.get(from..to).unwrap_or_default().iter().copied()
        };
        content.iter().flat_map(of).collect()
    }
}

/// How much of the content stands in quotation marks.
fn quoted(content: &[Span], quotes: &[Span]) -> Quoted {
    if !content.is_empty() && content.iter().all(|part| quotes.iter().any(|quote| quote.covers(part))) {
        Quoted::Whole
    } else if content.iter().any(|part| quotes.iter().any(|quote| quote.overlaps(part))) {
        Quoted::Part
    } else {
        Quoted::None
    }
}

/// The quotations of a document.
pub fn quotes(text: &str, segments: &Segments) -> Vec<Span> {
    quote::quotes(text, segments, &mut Vec::new())
}

#[cfg(test)]
mod tests {
    use record::reading::{Head, Reading};

    fn reading(text: &str) -> Reading {
        let head = Head {
            path: "t".into(),
            sha256: String::new(),
            title: None,
            outlet: None,
            date: None,
            language: None,
            text: None,
        };
        crate::read(text, head)
    }

    /// Each claim as `source | cue | content | stance`, one a line.
    fn check(text: &str, expected: &str) {
        let lines: Vec<String> = reading(text)
            .claims
            .iter()
            .map(|claim| {
                let stance = serde_json::to_value(claim.stance).unwrap();
                format!(
                    "{} | {} | {} | {}",
                    claim.source.text,
                    claim.cue.text,
                    claim.content.text,
                    stance.as_str().unwrap()
                )
            })
            .collect();
        assert_eq!(lines.join("\n"), expected);
    }

    #[test]
    fn a_plain_statement() {
        check(
            "The defence ministry said that the convoy had crossed the border.",
            "The defence ministry | said | that the convoy had crossed the border | says",
        );
    }

    #[test]
    fn a_quotation_with_the_source_behind_or_before() {
        check("“We sent nothing,” Minister Orlo said.", "Minister Orlo | said | “We sent nothing,” | says");
        check(
            "\"We sent nothing,\" said Dalia Verrin, the minister.",
            "Dalia Verrin, the minister | said | \"We sent nothing,\" | says",
        );
        check("Verrin said: \"We sent nothing.\"", "Verrin | said | \"We sent nothing.\" | says");
    }

    #[test]
    fn according_to_has_its_content_around_it() {
        check(
            "According to two European officials, talks had begun.",
            "two European officials | According to | talks had begun | says",
        );
        check(
            "Talks had begun, according to two European officials.",
            "two European officials | according to | Talks had begun | says",
        );
    }

    #[test]
    fn a_denial_and_a_silence_are_no_statements() {
        check(
            "The embassy denied that it had shipped rifles.",
            "The embassy | denied | that it had shipped rifles | denies",
        );
        check(
            "A spokesman declined to comment on the cargo.",
            "A spokesman | declined to comment | on the cargo | declines",
        );
        check("The spokesman did not respond directly.", "The spokesman | did not respond directly |  | evades");
    }

    #[test]
    fn a_surname_stands_for_the_full_name() {
        let claims = reading("Dalia Verrin said the port was open. Ms. Verrin said it would stay open.").claims;
        assert_eq!(claims[1].source.resolved.as_deref(), Some("Dalia Verrin"));
        assert_eq!(claims[0].source.actor, claims[1].source.actor);
    }

    #[test]
    fn an_unclosed_quotation_is_a_problem_and_no_failure() {
        let reading = reading("He said: “We will go.\nThe end.");
        assert_eq!(reading.problems[0].kind, "unclosed-quote");
        assert_eq!(reading.claims.len(), 1);
    }
}
