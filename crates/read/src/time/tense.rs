//! Whether an expression is of a time that is past or to come, by the verb it hangs on and the word before it.
//!
//! `said Wednesday` is past, `will meet Wednesday`, `ahead of Wednesday's meeting` and `due Dec. 1` are to come.

use super::cursor::Cursor;
use crate::attribute::analysis::NONE;
use crate::language::times::Link;
use crate::tag::Xpos;

/// Where a time stands to that of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    /// Before it or at it.
    Past,
    /// Before it: what is counted from there goes on.
    Since,
    /// At it or after it.
    Future,
    /// After it, by a verb of the future.
    Will,
    /// Unknown.
    Unknown,
}

/// How many steps up the tree a verb is looked for.
const STEPS: usize = 8;

/// How many tokens before the expression a word of the future is looked for.
const BEFORE: usize = 4;

/// The tense of the expression whose tokens are `first..end`.
pub(super) fn tense(cursor: &Cursor<'_>, first: usize, end: usize) -> Tense {
    for step in 1..=BEFORE {
        let Some(at) = first.checked_sub(step) else { break };
        let word = cursor.text(at);
        if step == 1 && cursor.is(at, Link::Since) {
            return Tense::Since;
        }
        let is = |list: &[&str]| list.iter().any(|one| one.eq_ignore_ascii_case(word));
        if is(cursor.table.ahead) {
            // `had been due Friday`: it is over.
            let over =
                at.checked_sub(2).is_some_and(|two| cursor.tag(two) == Xpos::Vbd) && cursor.tag(at - 1) == Xpos::Vbn;
            return if over { Tense::Past } else { Tense::Future };
        }
        if step == 1 && is(cursor.table.by) {
            // `lasted until Wednesday`: what went on up to then is over.
            let lasts = |verb: usize| {
                let lemma = cursor.all.lemma_text(verb);
                cursor.table.lasts.contains(&lemma) && of_verb(cursor, verb, STEPS) == Tense::Past
            };
            return if verb(cursor, first, end).is_some_and(lasts) { Tense::Past } else { Tense::Future };
        }
        if matches!(cursor.tag(at), Xpos::Vbd | Xpos::Md) || word == "," {
            break;
        }
    }
    verb(cursor, first, end).map_or(Tense::Unknown, |verb| of_verb(cursor, verb, STEPS))
}

/// The verb that the expression hangs on.
fn verb(cursor: &Cursor<'_>, first: usize, end: usize) -> Option<usize> {
    let inside = |at: usize| at >= first && at < end;
    let mut at = (first..end).find(|token| cursor.all.head.get(*token).is_some_and(|head| !inside(*head as usize)))?;
    for _ in 0..STEPS {
        let head = *cursor.all.head.get(at)?;
        if head == NONE {
            return cursor.tag(at).is_verb().then_some(at);
        }
        at = head as usize;
        if cursor.tag(at).is_verb() {
            return Some(at);
        }
    }
    None
}

/// The tense of a verb with its auxiliaries; a participle has that of the verb above it, so many steps up.
fn of_verb(cursor: &Cursor<'_>, verb: usize, steps: usize) -> Tense {
    let from = cursor.all.first.get(verb).map_or(verb, |first| *first as usize).max(cursor.start);
    let mut auxiliary = Tense::Unknown;
    for at in from..verb {
        if cursor.all.head.get(at).is_none_or(|head| *head as usize != verb) {
            continue;
        }
        let word = cursor.text(at);
        match cursor.tag(at) {
            Xpos::Md if cursor.table.modals.iter().any(|modal| modal.eq_ignore_ascii_case(word)) => {
                return Tense::Will;
            }
            // `agreed to meet` may be either.
            Xpos::To => {
                let above = cursor.all.head.get(verb).copied().unwrap_or(NONE) as usize;
                auxiliary = if cursor.tag(above) == Xpos::Vbd { Tense::Unknown } else { Tense::Future };
                if auxiliary == Tense::Unknown {
                    return auxiliary;
                }
            }
            Xpos::Vbd => auxiliary = Tense::Past,
            // `has met` is past, `is meeting` is to come.
            Xpos::Vbz | Xpos::Vbp if cursor.table.perfect.contains(&word) => auxiliary = Tense::Past,
            Xpos::Vbz | Xpos::Vbp if cursor.tag(verb) == Xpos::Vbg => auxiliary = Tense::Future,
            _ => {}
        }
    }
    if auxiliary != Tense::Unknown {
        return auxiliary;
    }
    match cursor.tag(verb) {
        Xpos::Vbd => Tense::Past,
        Xpos::Vbz | Xpos::Vbp => Tense::Future,
        // A participle or infinitive goes with the verb above it.
        Xpos::Vb | Xpos::Vbg | Xpos::Vbn => {
            let head = cursor.all.head.get(verb).copied().unwrap_or(NONE) as usize;
            if steps > 0 && cursor.tag(head).is_verb() { of_verb(cursor, head, steps - 1) } else { Tense::Unknown }
        }
        _ => Tense::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use crate::time::example::check;

    #[test]
    fn what_lasted_until_a_day_is_over_and_what_waits_for_one_is_not() {
        check("The fighting lasted until Wednesday.", "Wednesday | DATE 2023-02-15");
        check("The truce will last until Wednesday.", "Wednesday | DATE 2023-02-22");
        check("The talks were postponed until Wednesday.", "Wednesday | DATE 2023-02-22");
    }
}
