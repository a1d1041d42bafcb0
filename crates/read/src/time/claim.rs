//! The time of a claim: the expression in its content that hangs nearest below the content's main predicate.

use record::reading::Claim;
use record::span::Span;

use super::Found;
use crate::attribute::analysis::{Analysis, NONE};
use crate::segment::Segments;

/// How many steps below the predicate an expression may hang and still be taken for its time.
const STEPS: usize = 3;

/// The id of the time of a claim, if one expression is nearest to its predicate.
pub(crate) fn time_of(claim: &Claim, found: &[Found], segments: &Segments, all: &Analysis) -> Option<String> {
    let inside = |token: usize| {
        segments.tokens.get(token).is_some_and(|token| claim.content.spans.iter().any(|span| span.covers(token)))
    };
    let sentence = segments.sentences.get(claim.sentence)?;
    let predicate = sentence.tokens.clone().find(|token| {
        let head = all.head.get(*token).copied().unwrap_or(NONE);
        inside(*token) && !all.is_mark(*token) && (head == NONE || !inside(head as usize))
    })?;
    let mut best: Option<(usize, &Found)> = None;
    let mut tied = false;
    for one in found {
        let dated = matches!(one.time.kind.as_str(), "DATE" | "TIME");
        if !dated || !claim.content.spans.iter().any(|span: &Span| span.covers(&one.time.span)) {
            continue;
        }
        let Some(steps) = steps_to(one, predicate, all) else { continue };
        match best {
            Some((nearest, _)) if nearest < steps => {}
            Some((nearest, _)) if nearest == steps => tied = true,
            _ => {
                best = Some((steps, one));
                tied = false;
            }
        }
    }
    best.filter(|_| !tied).map(|(_, one)| one.time.id.clone())
}

/// How many steps up the tree from an expression the predicate is.
fn steps_to(one: &Found, predicate: usize, all: &Analysis) -> Option<usize> {
    let mut at = one.tokens.clone().find(|token| {
        let head = all.head.get(*token).copied().unwrap_or(NONE);
        head == NONE || !one.tokens.contains(&(head as usize))
    })?;
    for steps in 0..=STEPS {
        if at == predicate {
            return Some(steps);
        }
        let head = *all.head.get(at)?;
        if head == NONE {
            return None;
        }
        at = head as usize;
    }
    None
}
