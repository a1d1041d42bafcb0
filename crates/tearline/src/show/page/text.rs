//! The text of an article with its claims marked.
//!
//! Spans of claims lie inside each other, overlap and are split, which elements cannot. So the text is cut wherever a span
//! begins or ends, and each piece says of which claims it is a part, the closest first.

use std::collections::BTreeSet;
use std::fmt::Write;

use record::reading::Reading;
use record::span::Span;

use super::{HERE, escaped};

/// What a piece of text is in a claim, in the order in which it counts where it is several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Cue,
    Source,
    Content,
}

/// A span of a claim.
#[derive(Debug, Clone, Copy)]
struct Mark {
    span: Span,
    role: Role,
    claim: usize,
    /// The length of the whole part: of two contents the shorter is the closer.
    length: usize,
    /// Whether the claim's cue begins here, which is where its card leads.
    first: bool,
}

/// Draws the text, a paragraph to each of its own.
pub fn draw(text: &str, reading: &Reading) -> String {
    let mut marks = marks(text, reading);
    marks.sort_by_key(|mark| mark.span.start);
    let mut html = String::with_capacity(text.len() * 2);
    // The marks that reach into the paragraph at hand; each is looked at once when it begins and once a piece.
    let (mut next, mut open): (usize, Vec<Mark>) = (0, Vec::new());
    for paragraph in paragraphs(text) {
        open.retain(|mark| mark.span.end > paragraph.start);
        while let Some(mark) = marks.get(next).filter(|mark| mark.span.start < paragraph.end) {
            open.push(*mark);
            next += 1;
        }
        html.push_str("<p dir=\"auto\">");
        for piece in pieces(paragraph, &open) {
            write_piece(&mut html, piece, text, &open, reading);
        }
        html.push_str("</p>\n");
    }
    html
}

fn marks(text: &str, reading: &Reading) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (claim, read) in reading.claims.iter().enumerate() {
        let parts =
            [(Role::Cue, &read.cue.spans), (Role::Source, &read.source.spans), (Role::Content, &read.content.spans)];
        for (role, spans) in parts {
            let length = spans.iter().map(Span::len).sum();
            let fitting = spans.iter().filter(|span| !span.of(text).is_empty());
            marks.extend(fitting.enumerate().map(|(at, span)| {
                let first = role == Role::Cue && at == 0;
                Mark { span: *span, role, claim, length, first }
            }));
        }
    }
    marks
}

/// Where the paragraphs of a text are: between empty lines, or where it has none, each line.
fn paragraphs(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let apart = lines.iter().any(|line| line.of(text).trim().is_empty());
    let mut found: Vec<Span> = Vec::new();
    let mut goes_on = false;
    for line in lines {
        let words = line.of(text);
        if words.trim().is_empty() {
            goes_on = false;
            continue;
        }
        let line = Span::new(line.start, line.start + words.trim_end().len());
        match found.last_mut() {
            Some(last) if goes_on => last.end = line.end,
            _ => found.push(line),
        }
        goes_on = apart;
    }
    found
}

fn lines(text: &str) -> Vec<Span> {
    let mut at = 0;
    text.split_inclusive('\n')
        .map(|line| {
            let span = Span::new(at, at + line.len());
            at += line.len();
            span
        })
        .collect()
}

/// The pieces of a paragraph between which marks begin and end.
fn pieces(paragraph: Span, open: &[Mark]) -> Vec<Span> {
    let mut cuts = BTreeSet::from([paragraph.start, paragraph.end]);
    for mark in open {
        cuts.extend(
            [mark.span.start, mark.span.end].into_iter().filter(|cut| paragraph.start < *cut && *cut < paragraph.end),
        );
    }
    let cuts: Vec<usize> = cuts.into_iter().collect();
    cuts.windows(2).map(|pair| Span::new(pair[0], pair[1])).collect()
}

fn write_piece(html: &mut String, piece: Span, text: &str, open: &[Mark], reading: &Reading) {
    let mut here: Vec<&Mark> = open.iter().filter(|mark| mark.span.covers(&piece)).collect();
    let words = escaped(piece.of(text));
    if here.is_empty() {
        return html.push_str(&words);
    }
    here.sort_by_key(|mark| (mark.role, mark.length, mark.claim));
    let mut claims: Vec<&str> = Vec::new();
    for mark in &here {
        let id = reading.claims.get(mark.claim).map_or("", |claim| claim.id.as_str());
        if !claims.contains(&id) {
            claims.push(id);
        }
    }
    let is = |role: Role| here.iter().any(|mark| mark.role == role);
    let depth = here.iter().filter(|mark| mark.role == Role::Content).count();
    let mut class: Vec<&str> = Vec::new();
    class.extend(is(Role::Source).then_some("source"));
    class.extend(is(Role::Cue).then_some("cue"));
    class.extend(match depth {
        0 => None,
        1 => Some("content d1"),
        2 => Some("content d2"),
        _ => Some("content d3"),
    });
    let class = class.join(" ");
    let joined: Vec<String> = claims.iter().map(|id| format!("{HERE}{id}")).collect();
    let joined = joined.join(" ");
    // A cue leads to its card, so that whoever has no pointer gets there too.
    let cue = here.iter().find(|mark| mark.first && mark.span.start == piece.start);
    // Writing to a string cannot fail.
    let _ = match cue.and_then(|mark| reading.claims.get(mark.claim)) {
        Some(claim) => write!(
            html,
            "<a id=\"{HERE}{0}t\" href=\"#{HERE}{0}\" class=\"{class}\" data-c=\"{joined}\">{words}</a>",
            claim.id
        ),
        None => write!(html, "<span class=\"{class}\" data-c=\"{joined}\">{words}</span>"),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_between_empty_lines_or_else_the_lines() {
        let of = |text: &str| -> Vec<String> { paragraphs(text).iter().map(|span| span.of(text).to_owned()).collect() };
        assert_eq!(of("One\ntwo.\n\n\nThree.\n"), ["One\ntwo.", "Three."]);
        assert_eq!(of("One.\r\nTwo.\r\n"), ["One.", "Two."]);
        assert!(of(" \n").is_empty());
    }

    #[test]
    fn pieces_are_cut_where_spans_begin_and_end() {
        let mark =
            |start, end, role| Mark { span: Span::new(start, end), role, claim: 0, length: end - start, first: false };
        let open = [mark(0, 10, Role::Content), mark(4, 6, Role::Source), mark(8, 14, Role::Content)];
        let cuts: Vec<[usize; 2]> = pieces(Span::new(2, 12), &open).into_iter().map(Into::into).collect();
        assert_eq!(cuts, [[2, 4], [4, 6], [6, 8], [8, 10], [10, 12]]);
    }
}
