//! Claims within claims: "Officials said that intelligence they believe shows that …".

use record::reading::Claim;
use record::span::Span;

/// How many claims on either side are looked at: as many cues as two full sentences may have would be too many.
const NEAR: usize = 48;

/// Says of every claim whose cue and content lie inside another's content, which is the innermost such.
pub(super) fn nest(text: &str, claims: &mut [Claim]) {
    let sizes: Vec<usize> = claims.iter().map(size).collect();
    for at in 0..claims.len() {
        let one = &claims[at];
        let holds = |other: &usize| {
            let outer = &claims[*other];
            *other != at
                && sizes[*other] > sizes[at]
                && one.cue.spans.iter().all(|part| inside(text, part, &outer.content.spans))
                && one.content.spans.iter().all(|part| inside(text, part, &outer.content.spans))
        };
        let near = at.saturating_sub(NEAR)..claims.len().min(at + NEAR + 1);
        let innermost = near.filter(holds).min_by_key(|other| (sizes[*other], *other));
        if let Some(id) = innermost.map(|other| claims[other].id.clone()) {
            claims[at].within = Some(id);
        }
    }
}

fn size(claim: &Claim) -> usize {
    claim.content.spans.iter().map(Span::len).sum()
}

/// Whether one of the spans covers `part`, marks at its edges left out.
fn inside(text: &str, part: &Span, spans: &[Span]) -> bool {
    let words = part.of(text);
    let mark = |letter: char| !letter.is_alphanumeric();
    let start = part.start + (words.len() - words.trim_start_matches(mark).len());
    let end = part.end - (words.len() - words.trim_end_matches(mark).len());
    let bare = if start < end { Span::new(start, end) } else { *part };
    spans.iter().any(|span| span.covers(&bare))
}

#[cfg(test)]
mod tests {
    use record::reading::{Attributed, Certainty, Content, Cue, Polarity, Quoted, SourceKind, Stage, Stance};

    use super::*;

    /// A claim with the cue and the content that stand in the text.
    fn claim(text: &str, number: usize, cue: &str, content: &str) -> Claim {
        let span = |words: &str| text.find(words).map(|start| Span::new(start, start + words.len())).unwrap();
        Claim {
            id: format!("c{number}"),
            sentence: 0,
            source: Attributed {
                text: String::new(),
                spans: Vec::new(),
                kind: SourceKind::None,
                actor: None,
                resolved: None,
            },
            cue: Cue { text: cue.to_owned(), spans: vec![span(cue)], lemma: cue.to_owned() },
            content: Content { text: content.to_owned(), spans: vec![span(content)], quoted: Quoted::None },
            stance: Stance::Says,
            polarity: Polarity::Positive,
            certainty: Certainty { words: String::new(), low: 1.0, high: 1.0 },
            stage: Stage::None,
            within: None,
            time: None,
        }
    }

    #[test]
    fn each_claim_is_within_the_innermost_that_holds_it() {
        let text = "Officials said that the report they trust shows that the envoy told them that the port was shut.";
        let mut claims = [
            claim(text, 1, "said", "that the report they trust shows that the envoy told them that the port was shut."),
            claim(text, 2, "shows", "that the envoy told them that the port was shut"),
            claim(text, 3, "told", "that the port was shut"),
        ];
        nest(text, &mut claims);
        let within: Vec<_> = claims.iter().map(|claim| claim.within.as_deref()).collect();
        assert_eq!(within, [None, Some("c1"), Some("c2")]);
    }

    #[test]
    fn a_claim_beside_another_is_within_none() {
        let text = "Orlo said no, and Verrin said yes.";
        let mut claims = [claim(text, 1, "said", "no"), claim(text, 2, "Verrin", "yes")];
        nest(text, &mut claims);
        assert!(claims.iter().all(|claim| claim.within.is_none()));
    }
}
