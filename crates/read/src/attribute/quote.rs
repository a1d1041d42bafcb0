//! Quotations: from an opening mark to the mark that closes it, over sentences, within one paragraph; and those that go on
//! in the next, which opens with the same mark.

use std::ops::Range;

use record::reading::Problem;
use record::span::Span;

use super::analysis::Analysis;
use crate::segment::Segments;

/// The quotations of a document, marks included. One that its paragraph does not close ends with the paragraph: a
/// quotation that goes on in the next is opened there again.
pub(super) fn quotes(text: &str, segments: &Segments, problems: &mut Vec<Problem>) -> Vec<Span> {
    let mut quotes = Vec::new();
    let mut paragraph = 0;
    let mut open: Option<(Span, &str)> = None;
    let mut last_end = 0;
    for sentence in &segments.sentences {
        if sentence.paragraph != paragraph {
            paragraph = sentence.paragraph;
            let begins = segments.tokens[sentence.tokens.start].of(text);
            if let Some((start, mark)) = open.take() {
                if closer_of(begins) != Some(mark) {
                    unclosed(start, problems);
                }
                quotes.push(Span::new(start.start, last_end));
            }
        }
        for token in &segments.tokens[sentence.tokens.clone()] {
            let mark = token.of(text);
            match open {
                Some((start, closer)) if mark == closer => {
                    quotes.push(Span::new(start.start, token.end));
                    open = None;
                }
                None => {
                    if let Some(closer) = closer_of(mark) {
                        open = Some((*token, closer));
                    }
                }
                _ => {}
            }
            last_end = token.end;
        }
    }
    if let Some((start, _)) = open {
        unclosed(start, problems);
        quotes.push(Span::new(start.start, last_end));
    }
    quotes
}

fn closer_of(mark: &str) -> Option<&'static str> {
    match mark {
        "“" => Some("”"),
        "\"" => Some("\""),
        "''" | "``" => Some("''"),
        "«" => Some("»"),
        "„" => Some("“"),
        _ => None,
    }
}

fn unclosed(start: Span, problems: &mut Vec<Problem>) {
    problems.push(Problem {
        kind: "unclosed-quote".to_owned(),
        message: "a quotation is opened and not closed; it was taken to end with its paragraph".to_owned(),
        span: Some(start),
    });
}

/// A quotation that goes on in the next paragraph, or began in the one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its tokens.
    tokens: Range<usize>,
    /// Whether the next piece goes on with it.
    goes_on: bool,
    /// Whether a cue outside the quotation stands in one of its sentences.
    told: bool,
    /// Whether one stands in its paragraph.
    attributed: bool,
}

/// The pieces of all quotations over several paragraphs, in order.
pub(super) fn pieces(text: &str, segments: &Segments, all: &Analysis) -> Vec<Piece> {
    let word = |at: usize| segments.tokens[at].of(text);
    let mut pieces: Vec<Piece> = Vec::new();
    for (number, pair) in segments.sentences.windows(2).enumerate() {
        let [one, next] = pair else { continue };
        let (Some(last), first) = (one.tokens.end.checked_sub(1), next.tokens.start) else { continue };
        let quote = all.quote[last];
        // A quotation that no paragraph closes has a number of its own in each.
        if one.paragraph == next.paragraph || quote == 0 || all.quote[first].checked_sub(1) != Some(quote) {
            continue;
        }
        let begin = (0..=last).rev().take_while(|at| all.quote[*at] == quote).last().unwrap_or(last);
        let closed = begin != last && closer_of(word(begin)) == Some(word(last));
        if closed || word(begin) != word(first) {
            continue;
        }
        match pieces.last_mut().filter(|piece| piece.tokens.start == begin) {
            Some(piece) => piece.goes_on = true,
            None => pieces.push(piece(segments, all, begin..last + 1, number, true)),
        }
        let end = (first..all.quote.len()).take_while(|at| all.quote[*at] == quote + 1).count();
        pieces.push(piece(segments, all, first..first + end, number + 1, false));
    }
    pieces
}

/// A piece that has these tokens and stands, with its beginning or its end, in a sentence of this number.
fn piece(segments: &Segments, all: &Analysis, tokens: Range<usize>, number: usize, goes_on: bool) -> Piece {
    let paragraph = segments.sentences[number].paragraph;
    let own = |number: &usize| segments.sentences[*number].paragraph == paragraph;
    let first = (0..=number).rev().take_while(own).last().unwrap_or(number);
    let sentences = segments.sentences[first..].iter().take_while(|sentence| sentence.paragraph == paragraph);
    let (mut told, mut attributed) = (false, false);
    for sentence in sentences {
        let cue = sentence.tokens.clone().any(|at| all.cue[at] && all.quote[at] == 0);
        attributed |= cue;
        told |= cue && sentence.tokens.start < tokens.end && tokens.start < sentence.tokens.end;
    }
    Piece { tokens, goes_on, told, attributed }
}

/// What belongs to a content by the quotation that it ends or begins in, in other paragraphs and to the end of its own. A piece
/// that somebody is said to say beside it is theirs.
pub(super) fn rest(pieces: &[Piece], content: &[usize]) -> Vec<usize> {
    let touched = |piece: &Piece| {
        let from = content.partition_point(|at| *at < piece.tokens.start);
        content.get(from).is_some_and(|at| piece.tokens.contains(at))
    };
    let mut rest = Vec::new();
    let Some(last) = content.last().map(|at| pieces.partition_point(|piece| piece.tokens.start <= *at)) else {
        return rest;
    };
    let Some(last) = last.checked_sub(1).filter(|at| touched(&pieces[*at])) else { return rest };
    let mut at = last;
    while let Some(next) = pieces.get(at + 1).filter(|next| pieces[at].goes_on && !next.told) {
        rest.extend(pieces[at].tokens.clone());
        rest.extend(next.tokens.clone());
        at += 1;
    }
    let mut at = (0..=last).rev().take_while(|at| touched(&pieces[*at])).last().unwrap_or(last);
    while let Some(before) = at.checked_sub(1).filter(|at| pieces[*at].goes_on && !pieces[*at].attributed) {
        rest.extend(pieces[at].tokens.clone());
        rest.extend(pieces[before].tokens.clone());
        at = before;
    }
    rest.sort_unstable();
    rest.dedup();
    rest
}

#[cfg(test)]
mod tests {
    use record::reading::Quoted;

    use crate::example::claims;

    /// The content of each claim, its paragraphs joined by a slash.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let joined = |text: &str| text.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("/");
        let contents: Vec<String> = claims(text).iter().map(|claim| joined(&claim.content.text)).collect();
        assert_eq!(contents, expected, "{text}");
    }

    #[test]
    fn a_quotation_goes_on_in_paragraphs_that_open_with_its_mark() {
        let whole = "“We sent nothing.”";
        check(&format!("Orlo said: {whole}\n\n“Nobody asked,” Verrin said."), &[whole, "“Nobody asked,”"]);
        check(
            "Orlo said: “We sent nothing.\n\n“We will send nothing.”\n\nThe port is shut.",
            &["“We sent nothing./“We will send nothing.”"],
        );
        check(
            "Orlo said: \"We sent nothing.\r\n\r\n\"We will send nothing.\r\n\r\n\"The port is shut.\" The rain fell.\r\n",
            &["\"We sent nothing./\"We will send nothing./\"The port is shut.\""],
        );
    }

    #[test]
    fn what_is_attributed_in_its_last_paragraph_began_where_it_was_opened() {
        check(
            "“We sent nothing.\n\n“We will send nothing,” Orlo said.",
            &["“We sent nothing./“We will send nothing,”"],
        );
    }

    #[test]
    fn a_paragraph_that_has_its_own_attribution_is_that_ones() {
        check(
            "Orlo said: “We sent nothing.\n\n“We will send nothing,” Verrin said.",
            &["“We sent nothing.", "“We will send nothing,”"],
        );
    }

    #[test]
    fn a_content_of_two_quotations_is_quoted_as_a_whole() {
        let claims = claims("Orlo said: “We sent nothing.\n\n“We will send nothing.”");
        assert_eq!(claims[0].content.quoted, Quoted::Whole);
    }
}
