//! Recognising the parts of a marking, however they are spelt and wherever they stand.
//!
//! Nothing is accepted here: what is recognised is then held to its form and order by `parse`. To recognise more than
//! is accepted serves only to say what should have been written.

use super::spelling::{Form, WORDS, Word};
use super::{controls, countries};

/// One value between slashes.
pub(super) struct Value<'t> {
    /// As it stands in the text.
    pub(super) raw: &'t str,
    /// The number of its category: how many `//` stand before it.
    pub(super) category: usize,
    /// What it is.
    pub(super) what: What,
    /// Whether it is spelt exactly as the form of the whole has it.
    pub(super) spelt: bool,
}

/// What a value is.
pub(super) enum What {
    /// A control system, by its entries, and whether they stand in order.
    System { entries: Vec<String>, ordered: bool },
    /// A dissemination control by its place in [`WORDS`], with its list in the order in which it was written.
    Word { place: usize, word: Word, list: Vec<String> },
}

/// Why a value is not recognised: what is wrong and what to do.
pub(super) struct Unknown(pub(super) &'static str, pub(super) &'static str);

/// Capitals, one space between words, none around.
pub(super) fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_ascii_uppercase()
}

/// Recognises the value `raw` in a marking of this form.
pub(super) fn value(raw: &str, category: usize, form: Form) -> Result<Value<'_>, Unknown> {
    let said = tidy(raw);
    if said.is_empty() {
        return Err(Unknown("is empty", "write no slash for what does not apply"));
    }
    if let Some(read) = controls::read(&said) {
        let read = read.map_err(|reason| Unknown(reason, "write a compartment that the table has"))?;
        let spelt = said == raw && !(read.titles && form == Form::Portion);
        return Ok(Value { raw, category, what: What::System { entries: read.entries, ordered: read.ordered }, spelt });
    }
    for (place, (word, title, banner, portion)) in WORDS.into_iter().enumerate() {
        let spellings = [(title, Form::Banner), (banner, Form::Banner), (portion, Form::Portion)];
        let hits: Vec<(&str, Form)> =
            spellings.into_iter().filter(|(spelling, _)| rest(&said, spelling, word).is_some()).collect();
        let Some((spelling, _)) = hits.first() else { continue };
        let list = list(rest(&said, spelling, word).unwrap_or_default(), word)?;
        let exact = if list.is_empty() { (*spelling).to_owned() } else { format!("{spelling} {}", list.join(", ")) };
        let spelt = exact == raw && hits.iter().any(|(_, of)| *of == form);
        return Ok(Value { raw, category, what: What::Word { place, word, list }, spelt });
    }
    Err(why_unknown(&said))
}

/// What follows a spelling: the text of a list, nothing for a control without one.
fn rest<'s>(said: &'s str, spelling: &str, word: Word) -> Option<&'s str> {
    let rest = said.strip_prefix(spelling)?;
    match word {
        Word::Plain(_) => rest.is_empty().then_some(rest),
        Word::RelTo | Word::DisplayOnly => (rest.is_empty() || rest.starts_with([' ', ','])).then_some(rest),
    }
}

fn list(text: &str, word: Word) -> Result<Vec<String>, Unknown> {
    let tokens: Vec<String> = text.split([' ', ',']).filter(|token| !token.is_empty()).map(str::to_owned).collect();
    match word {
        Word::Plain(_) => {}
        Word::RelTo if tokens.is_empty() => {
            return Err(Unknown("names nobody (ISM-ID-00031)", "write whom, for example REL TO USA, GBR"));
        }
        Word::DisplayOnly if tokens.is_empty() => {
            return Err(Unknown("names nobody (ISM-ID-00213)", "write to whom, for example DISPLAY ONLY AFG"));
        }
        Word::RelTo | Word::DisplayOnly => {}
    }
    if tokens.iter().all(|token| countries::is_known(token)) {
        return Ok(tokens);
    }
    Err(Unknown(
        "names somebody the table does not have (ISM-ID-00265, ISM-ID-00257)",
        "write countries as their three letters (GBR, not UK) and organisations as their four, with commas between",
    ))
}

fn why_unknown(said: &str) -> Unknown {
    const OUTSIDE: [&str; 16] = [
        "SAR",
        "SPECIAL ACCESS",
        "RD",
        "FRD",
        "TFNI",
        "DCNI",
        "UCNI",
        "FGI",
        "LIMDIS",
        "DS",
        "EXDIS",
        "NODIS",
        "SBU",
        "LES",
        "SSI",
        "CUI",
    ];
    let starts =
        |word: &str| said.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()));
    if starts("REL") {
        return Unknown(
            "says no more than that a list stands elsewhere",
            "write the list itself, for example REL TO USA, GBR",
        );
    }
    if starts("EYES") {
        return Unknown("was withdrawn on 2014-09-11 (ISM-ID-00180)", "write REL TO with the same list");
    }
    if OUTSIDE.iter().any(|word| starts(word)) {
        return Unknown(
            "is of a category that these tables do not hold (special access, atomic energy, foreign government, non-IC)",
            "keep this material elsewhere: what is not understood cannot be guarded",
        );
    }
    Unknown(
        "is no control system and no dissemination control of the tables",
        "write for example SI or TK, NOFORN or NF, ORCON or OC, REL TO USA, GBR",
    )
}

/// Why what stands first is no classification.
pub(super) fn why_no_level(first: &str) -> Unknown {
    let said = tidy(first);
    let is_control = value(first, 0, Form::Banner).is_ok();
    match said.as_str() {
        "" => Unknown(
            "stands where a classification must",
            "write one first; marks of other governments and JOINT are not in these tables",
        ),
        "R" | "RESTRICTED" => {
            Unknown("is no classification of the US ladder", "write NATO RESTRICTED or NR if it is NATO's")
        }
        "TLP:WHITE" => Unknown("is of TLP 1", "write TLP:CLEAR, as TLP 2.0 calls it, if that is what its source means"),
        _ if said.starts_with("TLP") => Unknown(
            "is no label of TLP 2.0, which never changes spelling",
            "write TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT or TLP:RED",
        ),
        _ if is_control => Unknown(
            "is a control without a classification before it",
            "write the classification first, as in SECRET//NOFORN",
        ),
        _ => Unknown(
            "is no classification",
            "start with UNCLASSIFIED, CONFIDENTIAL, SECRET, TOP SECRET (U, C, S, TS), a NATO classification or a TLP label",
        ),
    }
}
