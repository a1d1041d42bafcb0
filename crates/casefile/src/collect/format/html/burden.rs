//! Whether a page can be made a tree of without harm.
//!
//! A page of a few kilobytes can be written so that its tree is a hundred thousand levels deep, or so that every
//! paragraph reopens a thousand unclosed tags. No page that people read is like that; such a one is read flat.

use super::scan::{Piece, Scanner};

/// The deepest tree, as in browsers.
const DEEPEST: usize = 512;
/// The most nodes that a tree may have.
const MOST: usize = 2_000_000;

/// Elements that have no content.
const VOID: [&str; 16] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "frame", "keygen",
];
/// Elements that are opened again in every paragraph until they are closed.
const FORMATTING: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
/// Elements that the next of their kind closes, so that they may stay open without harm.
const IMPLIED: [&str; 12] = ["p", "li", "td", "th", "tr", "dd", "dt", "option", "tbody", "thead", "tfoot", "optgroup"];

/// Whether a tree of the page stays within bounds.
pub(super) fn is_bearable(html: &str) -> bool {
    let (mut depth, mut formatting, mut nodes) = (0usize, 0usize, 0usize);
    for piece in Scanner::new(html) {
        match piece {
            Piece::Start(tag) => {
                // Whatever opens may have all open formatting opened again inside it.
                nodes += 1 + formatting;
                let named = |names: &[&str]| names.iter().any(|name| tag.is(name));
                if !named(&VOID) && !named(&IMPLIED) {
                    depth += 1;
                    formatting += usize::from(named(&FORMATTING));
                }
            }
            Piece::End(name) => {
                let named = |names: &[&str]| names.iter().any(|other| name.eq_ignore_ascii_case(other));
                if !named(&VOID) && !named(&IMPLIED) {
                    depth = depth.saturating_sub(1);
                    formatting -= usize::from(named(&FORMATTING)).min(formatting);
                }
            }
            Piece::Text(_) | Piece::Raw(..) => nodes += 1,
        }
        if depth > DEEPEST || nodes > MOST {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_people_is_bearable_and_a_trap_is_not() {
        assert!(is_bearable(&"<div><p>One <b>two</b><li>three<br></div>".repeat(10_000)));
        assert!(!is_bearable(&"<div>".repeat(10_000)));
        assert!(!is_bearable(&"<b>".repeat(600)));
        assert!(!is_bearable(&("<i>".repeat(400) + &"<p>x".repeat(10_000))));
    }
}
