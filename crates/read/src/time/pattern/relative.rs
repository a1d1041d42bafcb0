//! Times named by where they stand to another: `last week`, `the following month`, `this September`, `two weeks ago`,
//! `ten years later`, `the day before`, `the weekend`, `the year-earlier period`.

use super::duration::{Quantity, quantity};
use super::{Match, calendar};
use crate::language::times::{Link, Modifier, TimeWord, Unit, Vague, Which};
use crate::tag::Xpos;
use crate::time::cursor::Cursor;
use crate::time::meaning::{Amount, Base, From, Measure, Reckoned, Says};
use crate::time::tense::{Tense, tense};

pub(super) fn at(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    same_period(cursor, at)
        .or_else(|| year_before(cursor, at))
        .or_else(|| shifted(cursor, at))
        .or_else(|| by_word(cursor, at))
        .or_else(|| year_period(cursor, at))
        .or_else(|| neighbour(cursor, at))
        .or_else(|| spoken_of(cursor, at))
}

/// `last week`, `the previous year`, `this June`, `the past three months`, `recent weeks`, `the current fiscal year`.
fn by_word(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let mut name = cursor.over_the(at);
    if cursor.is(name, Link::Its) {
        name += 1;
    }
    // `the four previous weeks`
    if name > at
        && let Some((amount, behind)) = cursor.number(name)
        && matches!(
            cursor.word(behind),
            TimeWord::Which(Which::Previous | Which::Past | Which::Last | Which::Following | Which::Next)
        )
        && let TimeWord::Units(unit) = cursor.word(behind + 1)
    {
        return Some(Match::new(behind + 2, Says::Length(vec![Measure { amount, unit }])));
    }
    let TimeWord::Which(mut which) = cursor.word(name) else { return None };
    // `lasted`, `last` as a verb
    if which == Which::Last && matches!(cursor.tag(name), Xpos::Vb | Xpos::Vbp) {
        return None;
    }
    name += 1;
    // `this past June`, `this coming week`, `that same year`, `these last years`
    if let (Which::This | Which::That, TimeWord::Which(next)) = (which, cursor.word(name)) {
        which = if next == Which::Same { which } else { next };
        name += 1;
    }
    if matches!(cursor.word(name), TimeWord::Filler | TimeWord::Fiscal) {
        name += 1;
    }
    if let Some(month) = calendar::month(cursor, name)
        && matches!(
            which,
            Which::Last | Which::This | Which::Next | Which::Past | Which::Coming | Which::Previous | Which::Following
        )
    {
        // `last May 3` and `last February 1990` are read as dates.
        return Some(Match::point(name + 1, Base::Month(month, which)));
    }
    match cursor.word(name) {
        TimeWord::Unit(unit) => {
            let end = name + 1;
            // `the last week of October` is a stretch inside another; `the next day's` and so on stay.
            if matches!(which, Which::Last | Which::Past) && cursor.is(end, Link::Of) && cursor.is(at, Link::The) {
                return Some(Match::new(end, one(unit)));
            }
            let next_of = which == Which::Next && cursor.is(at, Link::The);
            let ahead = matches!(cursor.before(at), TimeWord::Link(Link::In | Link::For) | TimeWord::About(_))
                || cursor.text_before(at).eq_ignore_ascii_case("within");
            match which {
                // `over the next year` is that long, `the next day` follows the one spoken of.
                Which::Next if next_of && ahead => Some(Match::new(end, one(unit))),
                Which::Next if next_of => Some(Match::point(end, Base::Unit(unit, Which::Following))),
                Which::Past => Some(Match::new(end, one(unit))),
                Which::Recent | Which::Future => None,
                Which::Coming => Some(Match::point(end, Base::Unit(unit, Which::Next))),
                _ => Some(Match::point(end, Base::Unit(unit, which))),
            }
        }
        TimeWord::Units(unit) => {
            let end = name + 1;
            match which {
                Which::Recent => Some(Match::new(both(cursor, end), Says::Vague(Vague::Past))),
                Which::Coming | Which::Future => Some(Match::new(both(cursor, end), Says::Vague(Vague::Future))),
                Which::Past | Which::Last | Which::Next | Which::Previous | Which::Following => {
                    Some(Match::new(end, Says::Length(vec![Measure { amount: Amount::Some, unit }])))
                }
                _ => None,
            }
        }
        TimeWord::Period if which == Which::Latest => Some(Match::point(name + 1, Base::Unit(Unit::Quarter, which))),
        _ => {
            let Quantity { measures, end, modifier } = quantity(cursor, name)?;
            if cursor.is(name, Link::A) {
                return None;
            }
            let (modifier, end) = match (cursor.word(end), cursor.word(end + 1)) {
                (TimeWord::Link(Link::Or), TimeWord::So) => (Some(Modifier::Approx), end + 2),
                _ => (modifier, end),
            };
            let found = Match::new(end, Says::Length(measures));
            matches!(
                which,
                Which::Past | Which::Last | Which::Next | Which::Previous | Which::Following | Which::Coming
            )
            .then_some(match modifier {
                Some(modifier) => found.with(modifier),
                None => found,
            })
        }
    }
}

/// `weeks and months` is one expression.
pub(super) fn both(cursor: &Cursor<'_>, at: usize) -> usize {
    match (cursor.word(at), cursor.word(at + 1)) {
        (TimeWord::Link(Link::And | Link::Or), TimeWord::Units(_)) => at + 2,
        _ => at,
    }
}

fn one(unit: Unit) -> Says {
    Says::Length(vec![Measure { amount: Amount::whole(1), unit }])
}

/// `two weeks ago`, `a year earlier`, `six days later`, `years ago`, `hours later`, `a week or so ago`, `ten days before`.
fn shifted(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let Quantity { measures, mut end, mut modifier } = quantity(cursor, at)?;
    if cursor.is(end, Link::Or) && cursor.word(end + 1) == TimeWord::So {
        end += 2;
        modifier = Some(Modifier::Approx);
    }
    let from = match cursor.word(end) {
        TimeWord::Ago => From::Ago,
        TimeWord::Earlier | TimeWord::Previously => From::Earlier,
        TimeWord::Later => From::Later,
        // Before a clause the event counts, not the time spoken of.
        TimeWord::Before if !leads_on(cursor, end + 1) => From::Earlier,
        TimeWord::After if !leads_on(cursor, end + 1) => From::Later,
        TimeWord::Link(Link::From) if cursor.word(end + 1) == TimeWord::Vague(Vague::Present) => {
            end += 1;
            From::Hence
        }
        _ if hence(cursor, at, end, &measures) => {
            let found = Match::point(end, Base::Shift(*measures.first()?, From::Hence));
            return Some(match modifier {
                Some(modifier) => found.with(modifier),
                None => found,
            });
        }
        _ => return None,
    };
    let found = Match::point(end + 1, Base::Shift(*measures.first()?, from));
    Some(match modifier {
        Some(modifier) => found.with(modifier),
        None => found,
    })
}

/// Whether a quantity behind *in* says when something will be: `begins in two weeks`, `will leave in a few days`. What was done
/// in two weeks took that long.
fn hence(cursor: &Cursor<'_>, at: usize, end: usize, measures: &[Measure]) -> bool {
    let whole = measures.len() == 1 && measures.iter().all(|measure| measure.unit >= Unit::Day);
    if !whole || !cursor.text_before(at).eq_ignore_ascii_case("in") || cursor.is(end, Link::Of) {
        return false;
    }
    let up = end.checked_sub(1).and_then(|last| cursor.all.head.get(last)).map_or(usize::MAX, |up| *up as usize);
    cursor.tag(up).is_verb() && matches!(tense(cursor, at, end), Tense::Future | Tense::Will)
}

/// Whether a noun or clause follows that `before` or `after` belongs to.
fn leads_on(cursor: &Cursor<'_>, at: usize) -> bool {
    let tag = cursor.tag(at);
    tag.is_noun()
        || tag.is_verb()
        || matches!(tag, Xpos::Dt | Xpos::Prp | Xpos::PrpPossessive | Xpos::Jj | Xpos::Cd | Xpos::Wp | Xpos::Wdt)
}

/// `the same period last year`, `the corresponding quarter a year earlier`.
fn same_period(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let word = cursor.over_the(at);
    if !matches!(cursor.word(word), TimeWord::Which(Which::Same) | TimeWord::Comparable)
        || !matches!(cursor.word(word + 1), TimeWord::Period | TimeWord::Unit(Unit::Quarter))
    {
        return None;
    }
    let next = word + 2;
    let next = if matches!(cursor.word(next), TimeWord::Link(Link::Of | Link::In)) { next + 1 } else { next };
    let year = cursor.over_the(next);
    let end = match (cursor.word(year), cursor.word(year + 1), cursor.word(year + 2)) {
        (TimeWord::Which(Which::Last | Which::Previous), TimeWord::Unit(Unit::Year), _) => year + 2,
        (TimeWord::Link(Link::A), TimeWord::Unit(Unit::Year), TimeWord::Ago | TimeWord::Earlier) => year + 3,
        _ => return None,
    };
    Some(Match::point(end, Base::PeriodOf(Reckoned::Which(Which::Last))))
}

/// `year-earlier`, `the year-ago quarter`, `the year-earlier period`.
fn year_before(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let name = cursor.over_the(at);
    let hyphen = cursor.over_hyphen(name + 1);
    if cursor.word(name) != TimeWord::Unit(Unit::Year) || hyphen == name + 1 {
        return None;
    }
    if !matches!(cursor.word(hyphen), TimeWord::Earlier | TimeWord::Ago) {
        return None;
    }
    let end = hyphen + 1;
    if matches!(cursor.word(end), TimeWord::Period | TimeWord::Unit(Unit::Quarter)) {
        return Some(Match::point(end + 1, Base::PeriodOf(Reckoned::Which(Which::Last))));
    }
    if let Some(number) = cursor.ordinal(end).filter(|number| (1..=4).contains(number))
        && cursor.word(end + 1) == TimeWord::Unit(Unit::Quarter)
    {
        return Some(Match::point(end + 2, Base::Quarter(number as i8, Reckoned::Which(Which::Last))));
    }
    if let Some(Quantity { measures, end, .. }) = quantity(cursor, end) {
        return Some(Match::new(end, Says::Length(measures)));
    }
    // Before another noun the article belongs to that.
    (name == at).then(|| Match::point(end, Base::PeriodOf(Reckoned::Which(Which::Last))))
}

/// `the 1988 period`, `the 1989 quarter`.
fn year_period(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let name = cursor.over_the(at);
    let (reckoned, end) = match (cursor.word(name), cursor.word(name + 1)) {
        (TimeWord::Which(which @ (Which::Last | Which::This)), TimeWord::Unit(Unit::Year))
            if cursor.is(name + 2, Link::Possessive) =>
        {
            (Reckoned::Which(which), name + 3)
        }
        _ => {
            let (year, end) = calendar::year(cursor, name)?;
            (Reckoned::Year(year), end)
        }
    };
    matches!(cursor.word(end), TimeWord::Period | TimeWord::Unit(Unit::Quarter))
        .then(|| Match::point(end + 1, Base::PeriodOf(reckoned)))
}

/// `the day before`, `the year after`, where no noun or clause follows.
fn neighbour(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let name = cursor.over_the(at);
    let TimeWord::Unit(unit) = cursor.word(name) else { return None };
    if name == at || leads_on(cursor, name + 2) {
        return None;
    }
    let which = match cursor.word(name + 1) {
        TimeWord::Before | TimeWord::Earlier => Which::Previous,
        TimeWord::After => Which::Following,
        _ => return None,
    };
    Some(Match::point(name + 2, Base::Unit(unit, which)))
}

/// `the weekend`, `the week`, `the quarter`: the one spoken of, or that of the document.
fn spoken_of(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let the = cursor.over_the(at);
    let name = if cursor.text(the) == "full" { the + 1 } else { the };
    let TimeWord::Unit(unit) = cursor.word(name) else { return None };
    let noun_follows = cursor.tag(name + 1).is_noun() || cursor.is(name + 1, Link::Hyphen);
    if name == at || noun_follows {
        return None;
    }
    match unit {
        Unit::Weekend => Some(Match::point(name + 1, Base::Unit(unit, Which::The))),
        Unit::Quarter | Unit::Week | Unit::Month | Unit::Year => {
            let to = unit == Unit::Quarter && cursor.is(name + 1, Link::To);
            if !to && matches!(cursor.text(name + 1), "of" | "ended" | "ending" | "that" | "in" | "when" | "to" | "the")
            {
                return matches!(cursor.text(name + 1), "ended" | "ending").then(|| Match::new(name + 1, one(unit)));
            }
            let placed = matches!(cursor.before(at), TimeWord::Link(Link::In | Link::For | Link::Of | Link::By))
                || cursor.is(name + 1, Link::Possessive);
            placed.then(|| Match::point(name + 1, Base::Unit(unit, Which::The)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::time::example::check;

    #[test]
    fn last_this_and_next_are_counted_from_the_document() {
        check("It was sold last week.", "last week | DATE 2023-W06");
        check("It will be sold next year.", "next year | DATE 2024");
        check("He spoke over the weekend.", "the weekend | DATE 2023-W06-WE");
        check("Prices have risen in recent weeks.", "recent weeks | DATE PAST_REF");
        check(
            "Sales rose in the third quarter. They had fallen in the same period last year.",
            "the third quarter | DATE 2022-Q3\nthe same period last year | DATE 2021-Q3",
        );
        check("It sank two weeks ago.", "two weeks ago | DATE 2023-02-02");
        check("It was sold five years ago.", "five years ago | DATE 2018");
    }

    #[test]
    fn what_will_be_in_so_long_is_a_date_and_what_was_done_in_it_is_not() {
        check("Talks will begin in two weeks.", "two weeks | DATE 2023-03-02");
        check("He will return in a few days.", "a few days | DATE FUTURE_REF");
        check("They built the bridge in two weeks.", "two weeks | DURATION P2W");
    }

    #[test]
    fn following_and_later_are_counted_from_the_time_spoken_of() {
        check(
            "It sank on Jan. 3, 2023. The next day divers came. Two days later they left.",
            "Jan. 3, 2023 | DATE 2023-01-03\nThe next day | DATE 2023-01-04\nTwo days later | DATE 2023-01-06",
        );
    }
}
