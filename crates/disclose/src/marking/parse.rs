//! Reading markings from text.
//!
//! Each part is first recognised however it is spelt, then held to the one form and order that are official. What
//! is recognised but not as it must be is refused all the same, with what to write instead: someone who wrote
//! something else may have meant something else.

use record::marking::{Level, Marking};

use super::error::{MOST, MarkingError, quoted};
use super::print::print;
use super::recognise::{self, Unknown, Value, What, tidy};
use super::spelling::{Form, Word, level_of};
use super::{controls, countries, validate};

/// Reads one marking, as a banner or as a portion with or without its parentheses. The titles, abbreviations and
/// portion marks of the tables are known. It does not say whether the marking is allowed: see [`valid`].
///
/// # Errors
/// Text that is not spelt and ordered exactly as the tables have it. White space around the whole does not matter.
pub fn parse(text: &str) -> Result<Marking, MarkingError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(MarkingError::Empty);
    }
    if text.len() > MOST {
        return Err(MarkingError::TooLong(text.chars().count()));
    }
    let inner = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    if inner.is_none() && (text.starts_with('(') || text.ends_with(')')) {
        return Err(MarkingError::Parenthesis(quoted(text)));
    }
    let unknown = |part: &str, Unknown(reason, way): Unknown| MarkingError::Unknown {
        text: quoted(text),
        part: quoted(part),
        reason,
        way,
    };

    let mut parts = inner.unwrap_or(text).split("//");
    let first = parts.next().unwrap_or_default();
    let (level, spelt) = level_of(&tidy(first)).ok_or_else(|| unknown(first, recognise::why_no_level(first)))?;
    let form = if inner.is_some() { Form::Portion } else { spelt };
    let level_fits = tidy(first) == first && (form == spelt || matches!(level, Level::Tlp(_)));

    let mut values = Vec::new();
    for (category, part) in parts.enumerate() {
        for raw in part.split('/') {
            values.push(recognise::value(raw, category, form).map_err(|why| unknown(raw, why))?);
        }
    }
    let marking =
        gather(level, &values).map_err(|part| MarkingError::Twice { text: quoted(text), part: quoted(part) })?;

    let mend = || print(&marking, form);
    if let Some(part) = (!level_fits).then_some(first).or_else(|| values.iter().find(|v| !v.spelt).map(|v| v.raw)) {
        return Err(MarkingError::Misspelt { text: quoted(text), part: quoted(part), mend: mend() });
    }
    if let Some((part, rule)) = misplaced(&values) {
        return Err(MarkingError::Misplaced { text: quoted(text), part: quoted(part), rule, mend: mend() });
    }
    Ok(marking)
}

/// Reads one marking and holds it to every rule.
///
/// # Errors
/// As [`parse`], and for a marking that breaks a rule.
pub fn valid(text: &str) -> Result<Marking, MarkingError> {
    let marking = parse(text)?;
    let violations = validate(&marking);
    if violations.is_empty() {
        return Ok(marking);
    }
    Err(MarkingError::Invalid { text: quoted(text.trim()), violations })
}

/// The marking that the values make, or the value that repeats another.
fn gather<'t>(level: Level, values: &[Value<'t>]) -> Result<Marking, &'t str> {
    let mut marking = Marking::plain(level);
    for value in values {
        let fresh = match &value.what {
            What::System { entries, .. } => entries.iter().all(|entry| marking.controls.insert(entry.clone())),
            What::Word { word: Word::Plain(dissem), .. } => marking.dissem.insert(*dissem),
            What::Word { word: Word::RelTo, list, .. } => {
                marking.rel_to.is_empty() && list.iter().all(|token| marking.rel_to.insert(token.clone()))
            }
            What::Word { word: Word::DisplayOnly, list, .. } => {
                marking.display_only.is_empty() && list.iter().all(|token| marking.display_only.insert(token.clone()))
            }
        };
        if !fresh {
            return Err(value.raw);
        }
    }
    Ok(marking)
}

/// The first value that does not stand where it belongs, with the rule that says so.
fn misplaced<'t>(values: &[Value<'t>]) -> Option<(&'t str, &'static str)> {
    const CATEGORIES: &str = "control systems stand before dissemination controls, // parts the two, / the rest";
    const SYSTEMS: &str = "ISM-ID-00042, the order of control systems and their compartments";
    const WORDS: &str = "ISM-ID-00026, the order of dissemination controls";
    const REL_TO: &str = "ISM-ID-00041, the order of REL TO";
    const DISPLAY_ONLY: &str = "ISM-ID-00167, the order of DISPLAY ONLY";

    let within = values.iter().find_map(|value| match &value.what {
        What::System { ordered, .. } => (!ordered).then_some((value.raw, SYSTEMS)),
        What::Word { word, list, .. } => {
            let sorted = list.is_sorted_by(|a, b| countries::order(a, b).is_lt());
            let rule = if *word == Word::RelTo { REL_TO } else { DISPLAY_ONLY };
            (!sorted).then_some((value.raw, rule))
        }
    });
    let between = values.iter().zip(values.iter().skip(1)).find_map(|(before, value)| {
        let same_category = before.category == value.category;
        let rule = match (&before.what, &value.what) {
            (What::System { .. }, What::Word { .. }) => (same_category, CATEGORIES),
            (What::Word { .. }, What::System { .. }) => (true, CATEGORIES),
            _ if !same_category => (true, CATEGORIES),
            (What::System { entries: a, .. }, What::System { entries: b, .. }) => {
                (!controls::is_later_system(a, b), SYSTEMS)
            }
            (What::Word { place: a, .. }, What::Word { place: b, .. }) => (a >= b, WORDS),
        };
        rule.0.then_some((value.raw, rule.1))
    });
    between.or(within)
}
