//! Reading markings from text.
//!
//! Each part is first recognised however it is spelt, then held to the one form and order that are official. What
//! is recognised but not as it must be is refused all the same, with what to write instead: someone who wrote
//! something else may have meant something else.

use record::marking::{Level, Marking};

use super::element::Element;
use super::error::{MOST, MarkingError, quoted};
use super::head::{self, Head};
use super::print::print;
use super::recognise::{self, Unknown, Value, What};
use super::spelling::{Form, Word};
use super::{controls, countries, programmes, validate};

/// Reads one marking, as a banner or as a portion with or without its parentheses. The titles, abbreviations and
/// portion marks of the tables are known. It does not say whether the marking is allowed: see [`valid`].
///
/// # Errors
/// Text that is not spelt and ordered exactly as the tables have it. White space around the whole does not matter.
pub fn parse(text: &str) -> Result<Marking, MarkingError> {
    let read = read(text)?;
    let unknown = read.unknown.into_iter().next();
    if let Some((part, why)) = unknown {
        return Err(unknown_part(read.text, part, why));
    }
    let marking = gather(&read.head, &read.values);
    let faults = faults(read.text, read.first, read.form, &read.head, &read.values, &marking);
    faults.into_iter().next().map_or(Ok(marking), Err)
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

/// What a text states, also where it is not as it must be.
#[derive(Debug, Clone)]
pub(super) struct Stated {
    /// The marking, as far as every part of it is known.
    pub(super) marking: Option<Marking>,
    /// The same as the tables name it, in the order in which it stands, with what is unknown in its place.
    pub(super) element: Element,
    /// What is wrong with how it is written.
    pub(super) faults: Vec<MarkingError>,
}

/// Reads what a text states. Nothing is left out because it is wrong.
pub(super) fn stated(text: &str) -> Stated {
    let read = match read(text) {
        Ok(read) => read,
        Err(fault) => return Stated { marking: None, element: Element::unread(text), faults: vec![fault] },
    };
    let marking = gather(&read.head, &read.values);
    let mut faults = faults(read.text, read.first, read.form, &read.head, &read.values, &marking);
    let element = Element::stated(&marking, &read.head.owners, &read.values, &read.unknown);
    let known = read.unknown.is_empty();
    faults.extend(read.unknown.into_iter().map(|(part, why)| unknown_part(read.text, part, why)));
    Stated { marking: known.then_some(marking), element, faults }
}

/// A text with its parts recognised.
struct Read<'t> {
    text: &'t str,
    first: &'t str,
    form: Form,
    head: Head,
    values: Vec<Value<'t>>,
    unknown: Vec<(&'t str, Unknown)>,
}

fn read(text: &str) -> Result<Read<'_>, MarkingError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(MarkingError::Empty);
    }
    if text.len() > MOST {
        return Err(MarkingError::TooLong(text.chars().count()));
    }
    let inner = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    if inner.is_none() && (text.starts_with(['(', '（']) || text.ends_with([')', '）'])) {
        return Err(MarkingError::Parenthesis(quoted(text)));
    }
    let body = inner.unwrap_or(text);
    let behind = body.strip_prefix("//");
    let mut parts = behind.unwrap_or(body).split("//");
    let first = parts.next().unwrap_or_default();
    let head = head::read(first, behind.is_some()).map_err(|why| unknown_part(text, first, why))?;
    let form = if inner.is_some() { Form::Portion } else { head.spelt };
    let (mut values, mut unknown): (Vec<Value<'_>>, _) = (Vec::new(), Vec::new());
    for (category, part) in parts.enumerate() {
        for raw in part.split('/') {
            match recognise::value(raw, category, form, values.last()) {
                Ok(value) => values.push(value),
                Err(why) => unknown.push((raw, why)),
            }
        }
    }
    Ok(Read { text, first, form, head, values, unknown })
}

fn unknown_part(text: &str, part: &str, Unknown(rule, reason, way): Unknown) -> MarkingError {
    MarkingError::Unknown { text: quoted(text), part: quoted(part), rule, reason, way }
}

/// The marking that the head and the values make. What stands twice is in it once.
fn gather(head: &Head, values: &[Value<'_>]) -> Marking {
    let mut marking = head.marking.clone();
    for value in values {
        match &value.what {
            What::System { entries, .. } => marking.controls.extend(entries.iter().cloned()),
            What::Programme { entries, .. } => marking.programmes.extend(entries.iter().cloned()),
            What::Atomic { entries, .. } => marking.atomic.extend(entries.iter().cloned()),
            What::Fgi { list } if list.is_empty() => marking.fgi.concealed = true,
            What::Fgi { list } => marking.fgi.named.extend(list.iter().cloned()),
            What::Word { word: Word::Plain(dissem), .. } => drop(marking.dissem.insert(*dissem)),
            What::Word { word: Word::RelTo, list, .. } => marking.rel_to.extend(list.iter().cloned()),
            What::Word { word: Word::DisplayOnly, list, .. } => marking.display_only.extend(list.iter().cloned()),
            What::NonIc { mark } => drop(marking.non_ic.insert(mark.clone())),
        }
    }
    marking
}

/// Everything that is wrong with how a marking is written whose parts are all known.
fn faults(
    text: &str,
    first: &str,
    form: Form,
    head: &Head,
    values: &[Value<'_>],
    marking: &Marking,
) -> Vec<MarkingError> {
    let mut faults = Vec::new();
    if let Some(part) = doubled(head, values) {
        faults.push(MarkingError::Twice { text: quoted(text), part: quoted(part.unwrap_or(first)) });
    }
    let mend = || print(marking, form);
    let level_fits = head.exact && (form == head.spelt || matches!(marking.level, Level::Tlp(_)));
    if let Some(part) = (!level_fits).then_some(first).or_else(|| values.iter().find(|v| !v.spelt).map(|v| v.raw)) {
        faults.push(MarkingError::Misspelt { text: quoted(text), part: quoted(part), mend: mend() });
    }
    let misplaced = misplaced(values).into_iter();
    faults.extend(misplaced.map(|(part, rule)| MarkingError::Misplaced {
        text: quoted(text),
        part: quoted(part),
        rule,
        mend: mend(),
    }));
    faults
}

/// A value that repeats another, or itself; `Some(None)` where it is an owner.
fn doubled<'t>(head: &Head, values: &[Value<'t>]) -> Option<Option<&'t str>> {
    let twice = |list: &[String]| {
        list.iter().enumerate().any(|(at, token)| list.iter().skip(at.saturating_add(1)).any(|other| other == token))
    };
    if twice(&head.owners) {
        return Some(None);
    }
    let mut seen: Vec<(u8, String)> = Vec::new();
    for value in values {
        let rank = value.what.rank();
        let (said, within): (Vec<String>, &[String]) = match &value.what {
            What::System { entries, .. } | What::Programme { entries, .. } | What::Atomic { entries, .. } => {
                (entries.clone(), entries)
            }
            What::Fgi { list } => (vec![String::new()], list),
            What::Word { place, list, .. } => (vec![place.to_string()], list),
            What::NonIc { mark } => (vec![mark.clone()], &[]),
        };
        let again = said.into_iter().any(|said| {
            let said = (rank, said);
            let known = seen.contains(&said);
            seen.push(said);
            known
        });
        if again || twice(within) {
            return Some(Some(value.raw));
        }
    }
    None
}

/// The values that do not stand where they belong, each with the rule that says so.
fn misplaced<'t>(values: &[Value<'t>]) -> Vec<(&'t str, &'static str)> {
    const CATEGORIES: &str = "control systems stand before dissemination controls, // parts the two, / the rest";
    const ALL: &str = "control systems, programmes, atomic energy, FGI, dissemination controls and other departments stand \
                       in this order, // parts them, / the values within one";
    const SYSTEMS: &str = "ISM-ID-00042, the order of control systems and their compartments";
    const PROGRAMMES: &str = "ISM-ID-00121, the order of special access programmes";
    const ATOMIC: &str = "ISM-ID-00178, the order of atomic energy marks";
    const SOURCES: &str = "ISM-ID-00095, the order of the sources of FGI";
    const WORDS: &str = "ISM-ID-00026, the order of dissemination controls";
    const REL_TO: &str = "ISM-ID-00041, the order of REL TO";
    const DISPLAY_ONLY: &str = "ISM-ID-00167, the order of DISPLAY ONLY";
    const NON_IC: &str = "ISM-ID-00035, the order of marks of other departments";

    let between = values.iter().zip(values.iter().skip(1)).filter_map(|(before, value)| {
        let same_category = before.category == value.category;
        let (a, b) = (before.what.rank(), value.what.rank());
        if a != b {
            let rule = if [a, b] == [0, 4] || [a, b] == [4, 0] { CATEGORIES } else { ALL };
            return (same_category || a > b).then_some((value.raw, rule));
        }
        if !same_category {
            let rule = if a == 0 || a == 4 { CATEGORIES } else { ALL };
            return Some((value.raw, rule));
        }
        let rule = match (&before.what, &value.what) {
            (What::System { entries: a, .. }, What::System { entries: b, .. }) => {
                (!controls::is_later_system(a, b), SYSTEMS)
            }
            (What::Programme { entries: a, .. }, What::Programme { entries: b, .. }) => {
                let name = |entries: &[String]| entries.first().map(|entry| programmes::programme(entry).to_owned());
                (name(a) >= name(b), PROGRAMMES)
            }
            (What::Atomic { entries: a, .. }, What::Atomic { entries: b, .. }) => {
                let place = |entries: &[String]| entries.first().and_then(|entry| super::atomic::index(entry));
                (place(a) >= place(b), ATOMIC)
            }
            (What::Word { place: a, .. }, What::Word { place: b, .. }) => (a >= b, WORDS),
            (What::NonIc { mark: a }, What::NonIc { mark: b }) => {
                let place = |mark: &str| (super::spelling::non_ic_index(mark), mark.to_owned());
                (place(a) >= place(b), NON_IC)
            }
            _ => (true, ALL),
        };
        rule.0.then_some((value.raw, rule.1))
    });
    let within = values.iter().filter_map(|value| {
        let (ordered, rule) = match &value.what {
            What::System { ordered, .. } => (*ordered, SYSTEMS),
            What::Programme { ordered, .. } => (*ordered, PROGRAMMES),
            What::Atomic { ordered, .. } => (*ordered, ATOMIC),
            What::Fgi { list } => (is_sorted(list), SOURCES),
            What::Word { word, list, .. } => {
                (is_sorted(list), if *word == Word::RelTo { REL_TO } else { DISPLAY_ONLY })
            }
            What::NonIc { .. } => (true, NON_IC),
        };
        (!ordered).then_some((value.raw, rule))
    });
    between.chain(within).collect()
}

fn is_sorted(list: &[String]) -> bool {
    list.is_sorted_by(|a, b| countries::order(a, b).is_le())
}
