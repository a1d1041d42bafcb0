//! Times named only as past, present or to come: `now`, `recently`, `current`, `to date`, `the future`, `in the past`.

use super::Match;
use crate::language::times::{Link, TimeWord, Unit, Vague, Which};
use crate::tag::Xpos;
use crate::time::cursor::Cursor;
use crate::time::meaning::Says;

pub(super) fn at(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    match cursor.word(at) {
        TimeWord::Vague(Vague::Future) => soon(cursor, at),
        TimeWord::Vague(vague) => found(at + 1, vague),
        // `to date`
        TimeWord::Date if cursor.is(at.checked_sub(1)?, Link::To) && !cursor.tag(at + 1).is_noun() => {
            found(at + 1, Vague::Present)
        }
        // `will one day be`
        TimeWord::Number(1)
            if cursor.word(at + 1) == TimeWord::Unit(Unit::Day) && cursor.tag(at.checked_sub(1)?) == Xpos::Md =>
        {
            found(at + 2, Vague::Future)
        }
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

/// `soon` is a time only where it is seen from the present: `will soon rise`, not `soon escaped` or `as soon as`.
fn soon(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let to_come = [Some(at + 1), at.checked_sub(1)]
        .into_iter()
        .flatten()
        .any(|beside| matches!(cursor.tag(beside), Xpos::Md | Xpos::Vb | Xpos::To));
    let before = cursor.text_before(at);
    if before.eq_ignore_ascii_case("as") && cursor.text(at + 1) == "as" && cursor.text(at + 2) == "possible" {
        return found(at + 3, Vague::Future);
    }
    let as_soon = before.eq_ignore_ascii_case("as") || before == "too" || cursor.word(at + 1) == TimeWord::After;
    if to_come && !as_soon { found(at + 1, Vague::Future) } else { None }
}

/// `current market prices`. Of `recent` and `future` alone, people who mark times mark too few to count on.
fn adjective(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let follows =
        cursor.tag(at + 1).is_noun() || matches!(cursor.tag(at + 1), Xpos::Jj | Xpos::Vbg | Xpos::Vbn | Xpos::Cc);
    if !follows {
        return None;
    }
    match cursor.word(at) {
        TimeWord::Which(Which::This) if cursor.text(at).eq_ignore_ascii_case("current") => {
            found(at + 1, Vague::Present)
        }
        _ => None,
    }
}

/// `the past`, `the future`, `the near future`.
fn noun(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let name =
        if matches!(cursor.text(at + 1), "near" | "foreseeable" | "immediate" | "distant") { at + 2 } else { at + 1 };
    if cursor.tag(name + 1).is_noun() || cursor.is(name + 1, Link::Hyphen) {
        return None;
    }
    let short = matches!(cursor.text(at + 1), "near" | "short") && cursor.word(at + 2) == TimeWord::Term;
    if short && !cursor.tag(at + 3).is_noun() {
        return found(at + 3, Vague::Future);
    }
    match cursor.word(name) {
        TimeWord::Which(Which::Past) if matches!(cursor.tag(name), Xpos::Nn) => found(name + 1, Vague::Past),
        TimeWord::Which(Which::Future) => found(name + 1, Vague::Future),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::time::example::check;

    #[test]
    fn now_recently_and_the_future_have_no_date() {
        check("The yard is now idle.", "now | DATE PRESENT_REF");
        check("He recently left.", "recently | DATE PAST_REF");
        check("They fear the future.", "the future | DATE FUTURE_REF");
        check("It soon sank. It will soon float.", "soon | DATE FUTURE_REF");
    }
}
