//! Times named only as past, present or to come: `now`, `recently`, `current`, `the future`, `in the past`.

use super::Match;
use crate::language::times::{Link, TimeWord, Vague, Which};
use crate::tag::Xpos;
use crate::time::cursor::Cursor;
use crate::time::meaning::Says;

pub(super) fn at(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    match cursor.word(at) {
        TimeWord::Vague(vague) => found(at + 1, vague),
        TimeWord::Right if cursor.word(at + 1) == TimeWord::Vague(Vague::Present) => found(at + 2, Vague::Present),
        TimeWord::Compared(_) if cursor.text(at + 1).eq_ignore_ascii_case("recently") => found(at + 2, Vague::Past),
        TimeWord::Which(_) => adjective(cursor, at),
        TimeWord::Link(Link::The) => noun(cursor, at),
        _ => None,
    }
}

fn found(end: usize, vague: Vague) -> Option<Match> {
    Some(Match::new(end, Says::Vague(vague)))
}

/// `current market prices`, `recent sale`, `future losses`.
fn adjective(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let follows = cursor.tag(at + 1).is_noun() || matches!(cursor.tag(at + 1), Xpos::Jj | Xpos::Vbg | Xpos::Vbn | Xpos::Cc);
    if !follows {
        return None;
    }
    match cursor.word(at) {
        TimeWord::Which(Which::This) if cursor.text(at).eq_ignore_ascii_case("current") => found(at + 1, Vague::Present),
        TimeWord::Which(Which::Recent) => found(at + 1, Vague::Past),
        TimeWord::Which(Which::Future) => found(at + 1, Vague::Future),
        _ => None,
    }
}

/// `the past`, `the future`, `the near future`.
fn noun(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let name = if matches!(cursor.text(at + 1), "near" | "foreseeable" | "immediate" | "distant") { at + 2 } else { at + 1 };
    if cursor.tag(name + 1).is_noun() || cursor.is(name + 1, Link::Hyphen) {
        return None;
    }
    match cursor.word(name) {
        TimeWord::Which(Which::Past) if matches!(cursor.tag(name), Xpos::Nn) => found(name + 1, Vague::Past),
        TimeWord::Which(Which::Future) => found(name + 1, Vague::Future),
        _ => None,
    }
}
