//! Finding in a text what marks it: banners, portion marks, notices, the authority block, and what has no mark.

use record::marking::Marking;
use record::span::Span;

use super::blocks::{Block, Kind, blocks, label};
use super::notice::{self, Notice};
use super::within::within;
use super::{Document, Mark};
use crate::marking::authority::{Label, label_of, read_line};
use crate::marking::parse::{Stated, stated};
use crate::marking::plain::Ladder;
use crate::marking::spelling::{Form, foreign_of, level_of};
use crate::marking::{Element, MarkingError, head, recognise};

/// More bytes than a portion mark has: how far is looked for its closing parenthesis.
const LONGEST: usize = 1_000;

/// What is at the start of a block.
enum Found {
    /// A mark, of which so many bytes are at the start of what was looked at.
    Mark(usize),
    /// A mark that does not end.
    Open(usize),
    None,
}

/// Reads a document. Nothing is refused here: what is wrong with a mark is kept with it.
pub(super) fn read(text: &str, ladder: Option<&Ladder>) -> Document {
    let is_mark = |line: &str| !matches!(portion_at(line, ladder), Found::None);
    let starts = |line: &str| {
        is_mark(skip_emphasis(line).1)
            || is_banner(line, ladder)
            || label_of(line).is_some()
            || notice::read(line).is_some()
    };
    let cut = blocks(text, starts);
    let mut document = Document::default();
    let mut in_authority = false;
    for block in &cut {
        let words = block.span.of(text);
        if let Some((skip, banner)) = banner_in(words, ladder) {
            let start = block.span.start.saturating_add(skip);
            let span = Span::new(start, start.saturating_add(banner.len()));
            document.banners.push((mark(banner, span, ladder), document.content));
            in_authority = false;
            continue;
        }
        in_authority = authority(&mut document, words, block.span, in_authority);
        if in_authority {
            continue;
        }
        content(&mut document, text, block, ladder);
    }
    document
}

/// Enters lines of the authority block. `Reason` and what goes on from the line before count only within one.
fn authority(document: &mut Document, words: &str, span: Span, within: bool) -> bool {
    let own = |found: Label| within || !matches!(found, Label::Reason);
    let Some((first, _)) = words.lines().next().and_then(label_of).filter(|(found, _)| own(*found)) else {
        return false;
    };
    let mut label = first;
    for line in words.lines() {
        let said = match label_of(line) {
            Some((found, said)) => {
                label = found;
                said
            }
            None => line.trim(),
        };
        if let Some(unknown) = read_line(&mut document.authority, label, said) {
            document.unknown_exemption = Some(unknown);
        }
    }
    let known = document.authority_span.map_or(span.start, |known| known.start);
    document.authority_span = Some(Span::new(known, span.end));
    true
}

/// Enters a block that says something: a portion with its mark, a notice, or what has no mark.
fn content(document: &mut Document, text: &str, block: &Block, ladder: Option<&Ladder>) {
    let words = block.span.of(text);
    let (skip, said) = skip_label(words);
    let start = block.span.start.saturating_add(skip);
    if let Some(kind) = notice::read(said) {
        document.notices.push(Notice { kind, span: block.span });
        return;
    }
    if !words.chars().any(char::is_alphanumeric) || is_page_number(words) {
        return;
    }
    document.content = document.content.saturating_add(1);
    let already = document.portions.len();
    match portion_at(said, ladder) {
        Found::Mark(length) => {
            let span = Span::new(start, start.saturating_add(length));
            let behind = said.get(length..).unwrap_or_default();
            // A notice may have a mark of its own before it.
            match notice::read(skip_emphasis(behind.trim_start()).1) {
                Some(kind) => {
                    document.notices.push(Notice { kind, span: block.span });
                    document.portions.push(portion(text, span, block.span, ladder));
                }
                None => document.portions.push(portion(text, span, block.span, ladder)),
            }
        }
        Found::Open(length) => {
            let span = Span::new(start, start.saturating_add(length));
            let shown = span.of(text);
            let fault = MarkingError::Parenthesis(shown.chars().take(40).collect());
            let stated = Stated { marking: None, element: Element::unread(shown), faults: vec![fault] };
            document.portions.push((Mark { span, stated }, block.span));
        }
        Found::None => match at_end(words, block.kind, ladder) {
            Some(from) => {
                let start = block.span.start.saturating_add(from);
                let end = block.span.start.saturating_add(words.trim_end().len());
                document.portions.push(portion(text, Span::new(start, end), block.span, ladder));
            }
            None => document.unmarked.push(block.span),
        },
    }
    let known = document.portions.get(already).map(|(mark, _)| mark.span);
    document.within.extend(within(words, block.span.start, known, ladder));
}

fn portion(text: &str, span: Span, block: Span, ladder: Option<&Ladder>) -> (Mark, Span) {
    (mark(span.of(text), span, ladder), block)
}

fn mark(text: &str, span: Span, ladder: Option<&Ladder>) -> Mark {
    match ladder.and_then(|ladder| ladder.parse(text)) {
        Some(marking) => Mark { span, stated: on_ladder(marking) },
        None => Mark { span, stated: stated(text) },
    }
}

fn on_ladder(marking: Marking) -> Stated {
    Stated { element: Element::of(&marking), marking: Some(marking), faults: Vec::new() }
}

/// What emphasis of Markdown stands before words, and the words.
fn skip_emphasis(words: &str) -> (usize, &str) {
    let rest = words.trim_start_matches(['*', '_', '`', '\\']);
    (words.len().saturating_sub(rest.len()), rest)
}

/// Emphasis, and then the number or letter that a line of a list may have within its block.
fn skip_label(words: &str) -> (usize, &str) {
    let (emphasis, said) = skip_emphasis(words);
    let skip = label(said);
    let (more, rest) = skip_emphasis(said.get(skip..).unwrap_or_default());
    (emphasis.saturating_add(skip).saturating_add(more), rest)
}

/// The mark that words begin with.
fn portion_at(words: &str, ladder: Option<&Ladder>) -> Found {
    // The wide signs of East Asian text are meant as these are, and refused for what they are.
    let Some(opened) = words.chars().next().filter(|sign| matches!(sign, '(' | '（')).map(char::len_utf8) else {
        return Found::None;
    };
    // Cut first: a line may be the whole text, and is looked at from each of its parentheses.
    let near = words.get(..words.floor_char_boundary(LONGEST)).unwrap_or(words);
    let near = near.lines().next().unwrap_or_default();
    match near.char_indices().find(|(_, sign)| matches!(sign, ')' | '）')) {
        Some((end, closing)) => {
            let inner = near.get(opened..end).unwrap_or_default();
            let length = end.saturating_add(closing.len_utf8());
            if looks_like_a_mark(inner, ladder) { Found::Mark(length) } else { Found::None }
        }
        None => {
            let first = near.get(opened..).unwrap_or_default().split("//").next().unwrap_or_default();
            let open = near.contains("//") && (first.is_empty() || is_level(first.trim()));
            let length = first.len().saturating_add(opened).saturating_add(2);
            if open { Found::Open(near.len().min(length)) } else { Found::None }
        }
    }
}

/// How long the mark is that words begin with, where they begin with one that ends.
pub(super) fn mark_at(words: &str, ladder: Option<&Ladder>) -> Option<usize> {
    match portion_at(words, ladder) {
        Found::Mark(length) => Some(length),
        _ => None,
    }
}

/// Where the mark begins that a title ends with.
fn at_end(words: &str, kind: Kind, ladder: Option<&Ladder>) -> Option<usize> {
    let words = words.trim_end().trim_end_matches(['*', '_']);
    if kind == Kind::Paragraph || words.contains('\n') {
        return None;
    }
    let before = words.strip_suffix([')', '）'])?;
    let from = before.rfind(['(', '（'])?;
    let inner = before.get(from..)?.strip_prefix(['(', '（'])?;
    (from > 0 && inner.len() < LONGEST && looks_like_a_mark(inner, ladder)).then_some(from)
}

fn is_level(word: &str) -> bool {
    level_of(word).is_some() || foreign_of(word).is_some()
}

/// Whether what stands in parentheses is meant as a mark. `U.S.`, `see below` and `c` are not, and neither is a word
/// that only happens to be short: what is a mark has a classification, or two slashes and no small letter.
fn looks_like_a_mark(inner: &str, ladder: Option<&Ladder>) -> bool {
    let said = inner.trim();
    let Some(first) = said.split('/').next().map(str::trim) else { return false };
    if said.starts_with("//") {
        return !said.chars().any(char::is_lowercase) && said.len() > 2;
    }
    if is_level(first)
        || ladder.is_some_and(|ladder| ladder.has(first))
        || head::read(first, false).is_ok_and(|head| head.exact)
    {
        let rest = said.get(first.len()..).unwrap_or_default().trim();
        // `S/NF` is a mark that lacks a slash, `C/O` is none.
        let known = |part: &str| recognise::value(part, 0, Form::Portion, None).is_ok();
        return rest.is_empty() || rest.starts_with("//") || rest.trim_start_matches('/').split('/').all(known);
    }
    let capitals = said.chars().any(|sign| sign.is_ascii_uppercase()) && !said.chars().any(char::is_lowercase);
    let tlp = said.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("TLP:"));
    // Spelt in small letters it is meant all the same, and refused for it.
    let small = said.contains("//") && is_level(&recognise::tidy(first)) && !first.is_empty();
    tlp || small || (capitals && said.contains("//"))
}

/// Whether a line is a banner.
fn is_banner(line: &str, ladder: Option<&Ladder>) -> bool {
    banner_in(line, ladder).is_some()
}

/// The banner that a line consists of, and where it begins, without emphasis around it.
fn banner_in<'t>(line: &'t str, ladder: Option<&Ladder>) -> Option<(usize, &'t str)> {
    const MOST: usize = 4_000;
    let said = line.trim().trim_matches(['*', '_', '`', '\\']).trim();
    if said.is_empty() || said.len() > MOST || said.contains('\n') || said.starts_with('(') {
        return None;
    }
    let skip = line.find(said)?;
    let behind = said.strip_prefix("//");
    let first = behind.unwrap_or(said).split("//").next().unwrap_or_default().trim();
    let is_title = |form: Form| form == Form::Banner;
    let level = match head::read(first, behind.is_some()) {
        Ok(found) => is_title(found.spelt) && found.exact,
        Err(_) => false,
    };
    let plain = ladder.is_some_and(|ladder| ladder.has(said));
    let misspelt = said.contains("//") && !said.chars().any(char::is_lowercase) && !said.contains("://");
    let fits = (level && (said.len() == first.len() || said.contains("//"))) || plain || misspelt;
    fits.then_some((skip, said))
}

/// Whether a line only counts pages.
fn is_page_number(words: &str) -> bool {
    let said = words.trim().trim_matches(['-', '–', ' ']).to_ascii_lowercase();
    let rest = said.strip_prefix("page").unwrap_or(&said);
    rest.len() < 20
        && rest.split_whitespace().all(|word| word == "of" || word == "/" || word.bytes().all(|b| b.is_ascii_digit()))
}
