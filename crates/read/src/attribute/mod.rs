//! Who says what: cues, their sources and their contents.
//!
//! Quotations are found first, then every sentence is tagged and parsed ([`analysis`]). A linear model says which tokens
//! are the head of a cue ([`find`]), a second one labels the sentence's tokens as its source, cue and content
//! ([`label`]), a third says whether the content goes on in the neighbouring sentences ([`extend`]); [`decode`] puts the
//! three together. What kind of source it is and what it does with the content is decided by rules.

mod act;
pub mod analysis;
mod aside;
mod asked;
pub mod choose;
pub mod decode;
pub mod extend;
pub mod find;
pub(crate) mod frame;
mod interrupted;
pub mod label;
mod lead;
mod nest;
pub mod pattern;
mod quote;
mod role;
mod somebody;
mod source;
pub(crate) mod stance;
mod told;
pub mod ways;

use std::sync::OnceLock;

use record::reading::{Attributed, Claim, Content, Cue, Problem, Quoted};
use record::span::{Span, text_of};

use self::analysis::Analysis;
use self::decode::{Attributor, Found};
use self::stance::tokens_of;
use crate::actor::Candidate;
use crate::certainty::{Clause, certainty, polarity, stage};
use crate::language::Language;
use crate::model::ModelError;
use crate::name::refer::Referred;
use crate::name::{self, Name};
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

/// What attribution makes of a document.
pub(crate) struct Told {
    /// The claims, in the order of their cues.
    pub claims: Vec<Claim>,
    /// Who may speak or be spoken of.
    pub actors: Vec<Candidate>,
    /// The mentions, and whom they mean.
    pub referred: Referred,
    /// The names.
    pub names: Vec<Name>,
    /// What is known of the tokens.
    pub all: Analysis,
}

/// Reads who says what; nothing, and a problem, where the models that are compiled in cannot be opened.
pub(crate) fn attribute(
    text: &str,
    segments: &Segments,
    language: &Language,
    problems: &mut Vec<Problem>,
) -> Option<Told> {
    let quotes = quote::quotes(text, segments, problems);
    let models = match models() {
        Ok(models) => models,
        Err(error) => {
            let message = format!("no claims were read: {error}");
            problems.push(Problem { kind: "model".to_owned(), message, span: None });
            return None;
        }
    };
    let mut all = Analysis::of(text, segments, &quotes, &models.tagger, &models.parser);
    let found = models.attributor.decode(text, segments, language, &mut all);
    let crowded = |claims: &&[Found]| claims.len() >= decode::MOST_CUES;
    for crowd in found.chunk_by(|one, next| one.sentence == next.sentence).filter(crowded) {
        let message = format!("a sentence has {} cues, and may have more, which were left out", crowd.len());
        let sentence = segments.sentences.get(crowd[0].sentence);
        problems.push(Problem { kind: "cues".to_owned(), message, span: sentence.map(|sentence| sentence.span) });
    }
    let names = name::names(text, segments, &all, language);
    let sources = source::Sources::of(text, segments, &all, &names, language, &found);
    let document = Document { text, segments, all: &all, quotes: &quotes, language };
    let mut claims: Vec<Claim> =
        found.into_iter().enumerate().map(|(number, found)| document.claim(number, found, &sources)).collect();
    nest::nest(text, &mut claims);
    let (actors, referred) = sources.actors();
    Some(Told { claims, actors, referred, names, all })
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
    fn claim(&self, number: usize, found: Found, sources: &source::Sources<'_>) -> Claim {
        let text = self.text;
        let source::Known { kind, actor, resolved } = sources.source(number, &found);
        let clause = Clause::of(self.all, &self.segments.sentences[found.sentence].tokens, self.inside(&found.content));
        let clause = clause.as_ref();
        let cue = self.inside(&found.cue);
        Claim {
            id: format!("c{}", number + 1),
            sentence: found.sentence,
            stance: found.stance,
            polarity: polarity(self.all, self.language, found.stance, found.told, found.head, clause),
            certainty: certainty(text, self.segments, self.all, self.language, &cue, clause),
            stage: stage(self.all, self.language, found.stance, &cue, clause),
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
                quoted: quoted(text, &found.content, self.quotes),
                spans: found.content,
            },
        }
    }

    /// The tokens of a source, cue or content.
    fn inside(&self, spans: &[Span]) -> Vec<usize> {
        spans.iter().flat_map(|part| tokens_of(self.segments, part)).collect()
    }
}

/// How much of the content stands in quotation marks. `quotes` are in order and do not overlap.
fn quoted(text: &str, content: &[Span], quotes: &[Span]) -> Quoted {
    let from = |part: &Span| &quotes[quotes.partition_point(|quote| quote.end <= part.start)..];
    // Between two quotations that follow each other there is nothing.
    let whole = |part: &Span| {
        let mut at = part.start;
        for quote in from(part) {
            let gap = text.get(at..quote.start.max(at)).unwrap_or("");
            if at >= part.end || !gap.trim().is_empty() {
                break;
            }
            at = quote.end;
        }
        at >= part.end
    };
    if !content.is_empty() && content.iter().all(whole) {
        Quoted::Whole
    } else if content.iter().any(|part| from(part).first().is_some_and(|quote| quote.overlaps(part))) {
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
    use crate::example::reading;

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
    fn a_name_before_a_colon_speaks_what_stands_behind_it() {
        check("Orlo: \"We sent nothing.\"", "Orlo | : | \"We sent nothing.\" | says");
        check("MR. ORLO: We have sent nothing.", "MR. ORLO | : | We have sent nothing | says");
        check("Corvania: a country of lakes.", "");
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
    fn all_of_a_sentence_is_the_content_of_an_attribution_put_aside_behind_it() {
        check(
            "The joint exercise has been cancelled because of the outbreak, both armies said.",
            "both armies | said | The joint exercise has been cancelled because of the outbreak | says",
        );
        check(
            "It is highly unlikely, a general argued, that the junta is considering a return to civilian rule.",
            "a general | argued | It is highly unlikely … that the junta is considering a return to civilian rule | says",
        );
    }

    #[test]
    fn verbs_that_the_model_passes_over_are_cues_where_nothing_else_can_be() {
        check(
            "The engineer doubts whether the dam will hold.",
            "The engineer | doubts | whether the dam will hold | doubts",
        );
        check(
            "A consignment of missiles reached the rebels in January, the panel's report states.",
            "the panel's report | states | A consignment of missiles reached the rebels in January | says",
        );
    }

    /// Each claim as `source | cue | content`, with `in N` for the claim that it is within.
    fn nested(text: &str, expected: &[&str]) {
        let line = |claim: &record::reading::Claim| {
            let within = claim.within.as_ref().map_or(String::new(), |id| format!(" in {id}"));
            format!("{} | {} | {}{within}", claim.source.text, claim.cue.text, claim.content.text)
        };
        let lines: Vec<String> = reading(text).claims.iter().map(line).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn claims_within_claims_come_out_of_raw_text() {
        nested(
            "The aide said that the minister had told her that the convoy was ready.",
            &[
                "The aide | said | that the minister had told her that the convoy was ready",
                "the minister | had told | that the convoy was ready in c1",
            ],
        );
        nested(
            "Officials who have seen the report say it concludes that Corvania trained the rebels.",
            &[
                "Officials who have seen the report | say | it concludes that Corvania trained the rebels",
                "it | concludes | that Corvania trained the rebels in c1",
            ],
        );
        nested(
            "Officials said that intelligence they believe shows that the convoy had left.",
            &[
                "Officials | said | that intelligence they believe shows that the convoy had left",
                "they | believe | shows that the convoy had left in c1",
                "intelligence | shows | that the convoy had left in c2",
            ],
        );
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
