//! Parts of the day: `this morning`, `Saturday night`, `the evening of May 3`, `mid-afternoon`.

use super::clock::names_a_day;
use super::{Match, day};
use crate::language::times::{Link, Modifier, Part, TimeWord, Unit, Which};
use crate::time::cursor::Cursor;
use crate::time::meaning::{Base, Clock};

pub(super) fn at(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let (modifier, start) = match cursor.word(at) {
        TimeWord::Early | TimeWord::Earlier => (Some(Modifier::Start), at + 1),
        TimeWord::Late | TimeWord::Later => (Some(Modifier::End), at + 1),
        TimeWord::Mid => (Some(Modifier::Mid), cursor.over_hyphen(at + 1)),
        _ => (None, at),
    };
    let found = by_word(cursor, start)
        .or_else(|| behind_day(cursor, start))
        .or_else(|| alone(cursor, start, modifier.is_some()))?;
    Some(match modifier {
        Some(modifier) => found.with(modifier),
        None => found,
    })
}

/// A part of the day that one token names.
fn named(cursor: &Cursor<'_>, at: usize) -> Option<Part> {
    match cursor.word(at) {
        TimeWord::Part(part) => Some(part),
        _ => None,
    }
}

/// `this morning`, `last night`, `the following morning`, `that evening`.
fn by_word(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let word = cursor.over_the(at);
    let TimeWord::Which(which) = cursor.word(word) else { return None };
    let part = named(cursor, word + 1)?;
    let base = match which {
        Which::This => Base::Day(0),
        Which::Last | Which::Past => Base::Day(-1),
        Which::Next | Which::Following => Base::Unit(Unit::Day, Which::Following),
        Which::Previous => Base::Unit(Unit::Day, Which::Previous),
        Which::That | Which::Same => Base::Unit(Unit::Day, Which::That),
        _ => return None,
    };
    Some(Match::clock(word + 2, base, Clock::Part(part)))
}

/// `Saturday night`, `Friday early morning`.
fn behind_day(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let (base, end) = day(cursor, at).filter(|(base, _)| names_a_day(*base))?;
    let (modifier, next) = match cursor.word(end) {
        TimeWord::Early => (Some(Modifier::Start), end + 1),
        TimeWord::Late => (Some(Modifier::End), end + 1),
        _ => (None, end),
    };
    let part = named(cursor, next)?;
    let found = Match::clock(next + 1, base, Clock::Part(part));
    Some(match modifier {
        Some(modifier) => found.with(modifier),
        None => found,
    })
}

/// `the evening of May 3`, `the night`, `at night`.
fn alone(cursor: &Cursor<'_>, at: usize, modified: bool) -> Option<Match> {
    let name = cursor.over_the(at);
    let part = named(cursor, name)?;
    if cursor.is(name + 1, Link::Of)
        && let Some((base, end)) = day(cursor, name + 2)
        && names_a_day(base)
    {
        return Some(Match::clock(end, base, Clock::Part(part)));
    }
    let placed = name > at && !cursor.tag(name + 1).is_noun();
    let at_night = part == Part::Night && matches!(cursor.before(at), TimeWord::Link(Link::At | Link::By));
    let base = if at_night { Base::None } else { Base::Unit(Unit::Day, Which::That) };
    let overnight = cursor.text(name).eq_ignore_ascii_case("overnight");
    (placed || at_night || modified || overnight || part == Part::Daytime).then(|| {
        let base = match part {
            Part::Daytime => Base::None,
            _ if overnight => Base::Unit(Unit::Day, Which::Previous),
            _ => base,
        };
        Match::clock(name + 1, base, Clock::Part(part))
    })
}

#[cfg(test)]
mod tests {
    use crate::time::example::check;

    #[test]
    fn a_part_of_the_day_has_its_day() {
        check("They left this morning.", "this morning | TIME 2023-02-16TMO");
        check("They left on Saturday night.", "Saturday night | TIME 2023-02-11TNI");
        check("They left late last night.", "late last night | TIME 2023-02-15TNI END");
    }
}
