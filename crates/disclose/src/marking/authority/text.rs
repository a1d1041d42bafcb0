//! The block as it stands in text: one labelled line for each thing.

use record::marking::authority::Day;
use record::marking::{Authority, Exemption};
use record::time::CivilDate;

/// A label of the block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// Who classified it.
    ClassifiedBy,
    /// Who carried a classification over.
    DerivativelyClassifiedBy,
    /// Why.
    Reason,
    /// From what.
    DerivedFrom,
    /// Until when.
    DeclassifyOn,
    /// Why the whole is classified higher than its parts.
    CompilationReason,
}

const LABELS: [(Label, &str); 8] = [
    (Label::ClassifiedBy, "Classified By"),
    (Label::DerivativelyClassifiedBy, "Derivatively Classified By"),
    (Label::Reason, "Reason"),
    (Label::Reason, "Classification Reason"),
    (Label::DerivedFrom, "Derived From"),
    (Label::DeclassifyOn, "Declassify On"),
    (Label::DeclassifyOn, "Declassify"),
    (Label::CompilationReason, "Compilation Reason"),
];

/// The label that a line begins with, and what stands behind it. `Reason` is a common word: whoever asks must know that
/// the line stands in a block.
pub fn label_of(line: &str) -> Option<(Label, &str)> {
    const LONGEST: usize = 40;
    let line = line.trim_matches(|sign: char| sign.is_whitespace() || matches!(sign, '*' | '_'));
    let (label, rest) = line.split_once(':').filter(|(label, _)| label.len() <= LONGEST)?;
    let label = label.trim_end_matches(['*', '_']).trim();
    let found = LABELS.iter().find(|(_, known)| known.eq_ignore_ascii_case(label))?;
    Some((found.0, rest.trim_matches(|sign: char| sign.is_whitespace() || matches!(sign, '*' | '_'))))
}

/// Enters one line in a block. What already stands there is kept, and what follows is added to it. Gives the exemption
/// that the line names and the tables do not have.
pub fn read_line(block: &mut Authority, label: Label, said: &str) -> Option<String> {
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    if said.is_empty() {
        return None;
    }
    let add = |line: &mut Option<String>, said: String| match line {
        Some(line) => *line = format!("{line} {said}"),
        None => *line = Some(said),
    };
    match label {
        Label::ClassifiedBy => add(&mut block.classified_by, said),
        Label::DerivativelyClassifiedBy => {
            block.derivatively = true;
            add(&mut block.classified_by, said);
        }
        Label::Reason => add(&mut block.reason, said),
        Label::DerivedFrom => add(&mut block.derived_from, said),
        Label::CompilationReason => add(&mut block.compilation, said),
        Label::DeclassifyOn => return read_end(block, &said),
    }
    None
}

/// Reads `20351231`, `25X1, 20501231`, `50X1-HUM`, `N/A to NATO portions. …`, or an event.
fn read_end(block: &mut Authority, said: &str) -> Option<String> {
    let upper = said.to_ascii_uppercase();
    if upper.starts_with("N/A TO ") || upper.starts_with("NOT APPLICABLE") {
        let names = |word: &str| upper.split(|sign: char| !sign.is_ascii_alphanumeric()).any(|said| said == word);
        let atomic = names("RD") || names("FRD") || names("TFNI");
        block.exemption = match (names("NATO"), atomic) {
            (true, true) => Some(Exemption::NatoAea),
            (true, false) => Some(Exemption::Nato),
            (false, true) => Some(Exemption::Aea),
            (false, false) => block.exemption,
        };
    }
    let mut unknown = None;
    let mut event: Vec<&str> = Vec::new();
    for part in said.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        let key = part.to_ascii_uppercase().replace(' ', "-");
        if key.starts_with("N/A-TO") || key.starts_with("NOT-APPLICABLE") {
            if block.exemption.is_none() {
                event.push(part);
            }
        } else if let Some(day) = day_of(part) {
            block.declassify_on = Some(day);
        } else if let Some(exemption) = Exemption::ALL.into_iter().find(|exemption| exemption.key() == key) {
            block.exemption = Some(exemption);
        } else if key == "EO-12951" && block.exemption == Some(Exemption::X1) {
            block.exemption = Some(Exemption::X1Eo12951);
        } else if is_like_an_exemption(&key) || is_like_a_day(part) {
            unknown = Some(key);
        } else {
            event.push(part);
        }
    }
    if !event.is_empty() {
        block.declassify_event = Some(event.join(", "));
    }
    unknown
}

/// Whether something has the shape of a day. Where it is none it is no event either.
fn is_like_a_day(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits == 8 && text.bytes().all(|byte| byte.is_ascii_digit() || b"-/.".contains(&byte))
}

fn is_like_an_exemption(key: &str) -> bool {
    ["25X", "50X", "75X"].iter().any(|head| key.starts_with(head)) && !key.contains("--")
}

fn day_of(text: &str) -> Option<Day> {
    let digits: String = match text.len() {
        8 if text.bytes().all(|byte| byte.is_ascii_digit()) => {
            let (year, rest) = text.split_at_checked(4)?;
            let (month, day) = rest.split_at_checked(2)?;
            format!("{year}-{month}-{day}")
        }
        10 => text.to_owned(),
        _ => return None,
    };
    digits.parse::<CivilDate>().ok()?.day()
}

/// The block in words, one line for each thing that it states.
pub fn printed(block: &Authority) -> String {
    let mut lines = Vec::new();
    let mut line = |label: &str, said: Option<&str>| {
        if let Some(said) = said {
            lines.push(format!("{label}: {said}"));
        }
    };
    let own_label = block.derivatively && block.derived_from.is_none();
    let by = if own_label { "Derivatively Classified By" } else { "Classified By" };
    line(by, block.classified_by.as_deref());
    line("Reason", block.reason.as_deref());
    line("Derived From", block.derived_from.as_deref());
    let day = block.declassify_on.map(|day| day.to_string().replace('-', ""));
    let end: Vec<&str> = [block.exemption.map(Exemption::words), day.as_deref(), block.declassify_event.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    line("Declassify On", (!end.is_empty()).then(|| end.join(", ")).as_deref());
    line("Compilation Reason", block.compilation.as_deref());
    lines.join("\n")
}
