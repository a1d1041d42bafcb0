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
