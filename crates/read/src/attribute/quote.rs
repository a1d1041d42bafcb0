//! Quotations: from an opening mark to the mark that closes it, over sentences, within one paragraph.

use record::reading::Problem;
use record::span::Span;

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
