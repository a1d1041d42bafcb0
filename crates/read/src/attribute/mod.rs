//! Who says what: cues, their sources and their contents.
//!
//! One sentence at a time: quotations are found first, then the words that tell of speech; the frame of each such word
//! says where its source and content stand.

mod cue;
mod quote;
mod source;

use record::reading::{Actor, Attributed, Claim, Content, Cue, Polarity, Problem, Quoted, SourceKind};
use record::span::{Span, text_of};

use crate::certainty::{certainty, stage};
use crate::language::Language;
use crate::segment::{Segments, Sentence};

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

/// The claims of a document in the order of their cues, and the actors who speak in it.
pub(crate) fn attribute(
    text: &str,
    segments: &Segments,
    language: &Language,
    problems: &mut Vec<Problem>,
) -> (Vec<Claim>, Vec<Actor>) {
    let quotes = quote::quotes(text, segments, problems);
    let mut claims = Vec::new();
    let mut cast = source::Cast::default();
    for (number, sentence) in segments.sentences.iter().enumerate() {
        for found in cue::attributions(text, segments, sentence, &quotes, language) {
            claims.push(claim(text, segments, number, sentence, found, &quotes, &mut cast, language));
        }
    }
    for (number, claim) in claims.iter_mut().enumerate() {
        claim.id = format!("c{}", number + 1);
    }
    (claims, cast.actors)
}

#[expect(clippy::too_many_arguments, reason = "everything that is known of one attribution, used once")]
fn claim(
    text: &str,
    segments: &Segments,
    number: usize,
    sentence: &Sentence,
    found: cue::Found,
    quotes: &[Span],
    cast: &mut source::Cast,
    language: &Language,
) -> Claim {
    let inside: Vec<Span> = segments.tokens[sentence.tokens.clone()]
        .iter()
        .copied()
        .filter(|token| found.content.iter().any(|part| part.covers(token)))
        .collect();
    let negative =
        inside.iter().any(|token| matches!(token.of(text), "not" | "n't" | "n’t" | "never" | "no" | "neither"));
    let (kind, actor, resolved) = match found.source {
        Some(span) => cast.meet(text, segments, span, language),
        None => (SourceKind::None, None, None),
    };
    Claim {
        id: String::new(),
        sentence: number,
        source: Attributed {
            text: found.source.map_or(String::new(), |span| span.of(text).to_owned()),
            spans: found.source.into_iter().collect(),
            kind,
            actor,
            resolved,
        },
        cue: Cue { text: text_of(&found.cue, text), spans: found.cue, lemma: found.word.lemma.to_owned() },
        stance: found.word.stance,
        polarity: if negative { Polarity::Negative } else { Polarity::Positive },
        certainty: certainty(text, &inside, language),
        stage: stage(text, &inside),
        within: None,
        time: None,
        content: Content {
            text: text_of(&found.content, text),
            quoted: quoted(&found.content, quotes),
            spans: found.content,
        },
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
