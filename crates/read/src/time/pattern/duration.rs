//! Quantities of time: `three months`, `30-year`, `nearly two years`, `more than a decade`, `half an hour`, `a year and a
//! half`, `several weeks`, `months`, `the nine months`, `8-month-old`.

use super::Match;
use crate::language::times::{Link, Modifier, TimeWord, Unit};
use crate::time::cursor::Cursor;
use crate::time::meaning::{Amount, Measure, Says};

/// A quantity of time and how far it reaches.
pub(super) struct Quantity {
    /// Its parts, the largest first.
    pub(super) measures: Vec<Measure>,
    /// One past its last token.
    pub(super) end: usize,
    /// How exactly.
    pub(super) modifier: Option<Modifier>,
}

pub(super) fn at(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    if let Some(found) = first_of_two(cursor, at) {
        return Some(found);
    }
    let start = cursor.over_the(at);
    // `the first nine months`, `the first hours`
    let (start, ordinal) = match cursor.ordinal(start) {
        Some(1) if start > at => (start + 1, true),
        _ => match cursor.word(start) {
            TimeWord::Early if start > at => (start + 1, true),
            _ => (start, false),
        },
    };
    let Quantity { measures, mut end, mut modifier } = quantity(cursor, start)?;
    let first = *measures.first()?;
    // `the 46-day battle`: the article belongs to the battle.
    if start > at && (start + 1..end).any(|token| cursor.is(token, Link::Hyphen)) && !ordinal {
        return None;
    }
    // `some quarters`, `a quarter of`, `three-quarters` are no time.
    if first.unit == Unit::Quarter
        && (first.amount == Amount::Some || cursor.is(end, Link::Of) || cursor.joined(end.saturating_sub(2)))
    {
        return None;
    }
    let bare_single = first.amount == Amount::whole(1) && cursor.is(start, Link::A) && start > at;
    if bare_single || (start > at && !ordinal && matches!(cursor.word(start), TimeWord::Unit(_))) {
        return None;
    }
    if first.amount == Amount::Some {
        end = super::relative::both(cursor, end);
    }
    match (cursor.word(end), cursor.word(end + 1)) {
        (TimeWord::Ahead, _) if start > at || first.amount == Amount::Some => end += 1,
        (TimeWord::Link(Link::Or), TimeWord::So) => {
            modifier = Some(Modifier::Approx);
            end += 2;
        }
        (TimeWord::Link(Link::Or), TimeWord::Compared(more)) => {
            modifier = Some(if more == Modifier::MoreThan { Modifier::EqualOrMore } else { Modifier::EqualOrLess });
            end += 2;
        }
        _ => {}
    }
    let found = Match::new(end, Says::Length(measures));
    Some(match modifier {
        Some(modifier) => found.with(modifier),
        None => found,
    })
}

/// `two` in `two to six days`: the unit stands behind the second number.
fn first_of_two(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let (amount, end) = cursor.number(at)?;
    let between = cursor.before(at) == TimeWord::Link(Link::Between) && cursor.is(end, Link::And);
    if !between && !matches!(cursor.word(end), TimeWord::Link(Link::To | Link::Or)) {
        return None;
    }
    let (_, behind) = cursor.number(end + 1)?;
    let (TimeWord::Units(unit) | TimeWord::Unit(unit)) = cursor.word(cursor.over_hyphen(behind)) else { return None };
    Some(Match::new(end, Says::Length(vec![Measure { amount, unit }])))
}

/// How exactly a quantity is meant, by the words before it: `nearly`, `more than`, `at least`, `up to`.
fn exactness(cursor: &Cursor<'_>, at: usize) -> (Option<Modifier>, usize) {
    match (cursor.word(at), cursor.word(at + 1)) {
        // `over a week` is more than that, `over 42 days` and `over the years` is during them.
        (TimeWord::About(Modifier::MoreThan), next) if next != TimeWord::Link(Link::A) => (None, at),
        (TimeWord::About(Modifier::MoreThan), _)
            if matches!(cursor.word(at + 2), TimeWord::Some | TimeWord::Couple) =>
        {
            (None, at)
        }
        (TimeWord::About(modifier), _) => (Some(modifier), at + 1),
        (TimeWord::Compared(modifier), TimeWord::Link(Link::Than)) => (Some(modifier), at + 2),
        (TimeWord::Link(Link::At), TimeWord::Bound(modifier)) => (Some(modifier), at + 2),
        // `some 19 days`, but `some days`
        (TimeWord::Some, TimeWord::Digits | TimeWord::Number(_)) => (Some(Modifier::Approx), at + 1),
        _ => (None, at),
    }
}

/// A quantity of time that begins at a token, with its exactness.
pub(super) fn quantity(cursor: &Cursor<'_>, at: usize) -> Option<Quantity> {
    let (modifier, start) = exactness(cursor, at);
    let (measure, end) = half(cursor, start).or_else(|| counted(cursor, start)).or_else(|| bare(cursor, start))?;
    if modifier.is_some() && start == end {
        return None;
    }
    let mut measures = vec![measure];
    let mut end = end;
    // `two hours and thirty minutes`, `a year and three months`
    let next = if cursor.is(end, Link::And) { end + 1 } else { end };
    if let Some((smaller, behind)) = counted(cursor, next)
        && smaller.unit < measure.unit
        && !cursor.is(next, Link::A)
    {
        measures.push(smaller);
        end = behind;
    }
    Some(Quantity { measures, end, modifier })
}

/// `half an hour`, `half a century`.
fn half(cursor: &Cursor<'_>, at: usize) -> Option<(Measure, usize)> {
    if cursor.word(at) != TimeWord::Half {
        return None;
    }
    let name = cursor.over_hyphen(at + 1);
    let name = if cursor.is(name, Link::A) { name + 1 } else { name };
    let TimeWord::Unit(unit) = cursor.word(name) else { return None };
    let measure = match unit {
        Unit::Hour => Measure { amount: Amount::whole(30), unit: Unit::Minute },
        Unit::Century => Measure { amount: Amount::whole(50), unit: Unit::Year },
        Unit::Decade => Measure { amount: Amount::whole(5), unit: Unit::Year },
        Unit::Year => Measure { amount: Amount::whole(6), unit: Unit::Month },
        unit => Measure { amount: Amount::Tenths(5), unit },
    };
    (name > at + 1).then_some((measure, name + 1))
}

/// A number before a unit.
fn amount(cursor: &Cursor<'_>, at: usize) -> Option<(Amount, usize)> {
    match (cursor.word(at), cursor.word(at + 1), cursor.word(at + 2)) {
        (TimeWord::Link(Link::A), TimeWord::Couple, TimeWord::Link(Link::Of)) => {
            return Some((Amount::whole(2), at + 3));
        }
        (TimeWord::Link(Link::A), TimeWord::Couple, _) => return Some((Amount::whole(2), at + 2)),
        (TimeWord::Couple, TimeWord::Link(Link::Of), _) => return Some((Amount::whole(2), at + 2)),
        (TimeWord::Link(Link::A), TimeWord::Dozen, _) => return Some((Amount::whole(12), at + 2)),
        (TimeWord::Link(Link::A), TimeWord::Some, _) => return Some((Amount::Some, at + 2)),
        (TimeWord::Some, _, _) => return Some((Amount::Some, at + 1)),
        (TimeWord::Dozen, _, _) => return Some((Amount::whole(12), at + 1)),
        _ => {}
    }
    if let Some((amount, end)) = cursor.number(at) {
        // `two and a half years`
        if let (TimeWord::Link(Link::And), TimeWord::Link(Link::A), TimeWord::Half) =
            (cursor.word(end), cursor.word(end + 1), cursor.word(end + 2))
            && let Amount::Tenths(tenths) = amount
        {
            return Some((Amount::Tenths(tenths.saturating_add(5)), end + 3));
        }
        return Some((amount, end));
    }
    cursor.is(at, Link::A).then_some((Amount::whole(1), at + 1))
}

/// `three months`, `a year`, `30-year`, `8-month-old`, `a year and a half`, `three full days`.
fn counted(cursor: &Cursor<'_>, at: usize) -> Option<(Measure, usize)> {
    let (amount, behind) = amount(cursor, at)?;
    let name = if cursor.word(behind) == TimeWord::Filler { behind + 1 } else { cursor.over_hyphen(behind) };
    let (unit, plural) = match cursor.word(name) {
        TimeWord::Unit(unit) => (unit, false),
        TimeWord::Units(unit) => (unit, true),
        // `one second`: as a noun, `second` is a unit.
        TimeWord::Ordinal(2)
            if cursor.word(behind) == TimeWord::Ordinal(2) && amount.count().is_some_and(|count| count > 1) =>
        {
            (Unit::Second, false)
        }
        _ => return None,
    };
    let hyphened = name > behind && cursor.word(behind) != TimeWord::Filler;
    let article = cursor.is(at, Link::A) && behind == at + 1;
    // `a five-year plan` is `five-year`: the article belongs to the plan. A number without hyphen wants a plural.
    if (article && (hyphened || plural))
        || (!article && !plural && !hyphened && !singular(amount) && !attributive(cursor, name + 1))
    {
        return None;
    }
    if matches!(unit, Unit::Weekend | Unit::Season) && article {
        return None;
    }
    // `a year-long trial` is `year-long`.
    if article && cursor.is(name + 1, Link::Hyphen) && cursor.is_long(name + 2) {
        return None;
    }
    let mut end = name + 1;
    let mut amount = amount;
    let half = cursor.over_hyphen(end);
    if !plural && cursor.is(half, Link::And) {
        let a = cursor.over_hyphen(half + 1);
        let word = cursor.over_hyphen(a + 1);
        if cursor.is(a, Link::A) && cursor.word(word) == TimeWord::Half {
            if let Amount::Tenths(tenths) = amount {
                amount = Amount::Tenths(tenths.saturating_add(5));
            }
            end = word + 1;
        }
    }
    Some((Measure { amount, unit }, aged(cursor, end)))
}

/// Whether a noun follows that the quantity stands before: `a 20 year low`, `a nine day long siege`.
fn attributive(cursor: &Cursor<'_>, at: usize) -> bool {
    cursor.is_long(at) || cursor.tag(at).is_noun()
}

fn singular(amount: Amount) -> bool {
    amount == Amount::whole(1)
}

/// `years`, `months-long`: several of them.
fn bare(cursor: &Cursor<'_>, at: usize) -> Option<(Measure, usize)> {
    if let TimeWord::Unit(unit) = cursor.word(at)
        && cursor.is(at + 1, Link::Hyphen)
        && cursor.is_long(at + 2)
    {
        return Some((Measure { amount: Amount::whole(1), unit }, at + 3));
    }
    let TimeWord::Units(unit) = cursor.word(at) else { return None };
    if matches!(unit, Unit::Weekend | Unit::Season | Unit::Quarter) {
        return None;
    }
    Some((Measure { amount: Amount::Some, unit }, aged(cursor, at + 1)))
}

/// `at` moved over `-old`, `-long`, ` old`.
fn aged(cursor: &Cursor<'_>, at: usize) -> usize {
    let next = cursor.over_hyphen(at);
    match cursor.word(next) {
        TimeWord::Old => next + 1,
        TimeWord::Long
            if next > at || at.checked_sub(1).is_some_and(|unit| matches!(cursor.word(unit), TimeWord::Unit(_))) =>
        {
            next + 1
        }
        _ => at,
    }
}

#[cfg(test)]
mod tests {
    use crate::time::example::check;

    #[test]
    fn a_quantity_of_time_is_a_duration() {
        check("They held out for three months.", "three months | DURATION P3M");
        check("It took nearly two years.", "nearly two years | DURATION P2Y LESS_THAN");
        check("It took more than a decade.", "more than a decade | DURATION P10Y MORE_THAN");
        check("They waited half an hour.", "half an hour | DURATION PT30M");
        check("It lasted two and a half years.", "two and a half years | DURATION P2.5Y");
        check("Over the past three months it doubled.", "the past three months | DURATION P3M");
        check("It took between 60 and 90 days.", "60 | DURATION P60D\n90 days | DURATION P90D");
        check(
            "Shares fell for six straight days to a 20 year low.",
            "six straight days | DURATION P6D\n20 year | DURATION P20Y",
        );
        check("They signed a five-year lease.", "five-year | DURATION P5Y");
        check("The talks took two hours and thirty minutes.", "two hours and thirty minutes | DURATION PT2H30M");
    }

    #[test]
    fn a_quarter_of_something_is_no_time() {
        check("More than a quarter of the fleet sank.", "");
    }
}
