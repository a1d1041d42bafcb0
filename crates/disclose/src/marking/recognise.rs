//! Recognising the parts of a marking, however they are spelt and wherever they stand.
//!
//! Nothing is accepted here: what is recognised is then held to its form and order by `parse`. To recognise more than
//! is accepted serves only to say what should have been written.

use super::spelling::{ACCM, Form, NON_IC, WORDS, Word, non_ic_index};
use super::{atomic, controls, countries, programmes};

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

/// What a value is. The order of the kinds is that of their categories.
pub(super) enum What {
    /// A control system, by its entries, and whether they stand in order.
    System { entries: Vec<String>, ordered: bool },
    /// A special access programme, likewise.
    Programme { entries: Vec<String>, ordered: bool },
    /// A mark under the Atomic Energy Act, likewise.
    Atomic { entries: Vec<String>, ordered: bool },
    /// Information of other governments, by the list in the order in which it was written; empty where they must not
    /// be named.
    Fgi { list: Vec<String> },
    /// A dissemination control by its place in [`WORDS`], with its list in the order in which it was written.
    Word { place: usize, word: Word, list: Vec<String> },
    /// A mark of another department.
    NonIc { mark: String },
}

impl What {
    /// The place of its category among the categories.
    pub(super) fn rank(&self) -> u8 {
        match self {
            Self::System { .. } => 0,
            Self::Programme { .. } => 1,
            Self::Atomic { .. } => 2,
            Self::Fgi { .. } => 3,
            Self::Word { .. } => 4,
            Self::NonIc { .. } => 5,
        }
    }
}

/// Why a value is not recognised: the rule, what is wrong, and what to do.
pub(super) struct Unknown(pub(super) &'static str, pub(super) &'static str, pub(super) &'static str);

/// Capitals, one space between words, none around.
pub(super) fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_ascii_uppercase()
}

/// Recognises the value `raw` in a marking of this form, behind `before` where something stands before it.
pub(super) fn value<'t>(
    raw: &'t str,
    category: usize,
    form: Form,
    before: Option<&Value<'_>>,
) -> Result<Value<'t>, Unknown> {
    let said = tidy(raw);
    if said.is_empty() {
        return Err(Unknown("HOUSE-5", "is empty", "write no slash for what does not apply"));
    }
    let made = |what: What, spelt: bool| Value { raw, category, what, spelt: spelt && said == raw };
    if let Some(read) = controls::read(&said) {
        let read = read.map_err(|reason| Unknown("ISM-ID-00267", reason, "write a compartment that the table has"))?;
        let spelt = !(read.titles && form == Form::Portion);
        return Ok(made(What::System { entries: read.entries, ordered: read.ordered }, spelt));
    }
    // Behind a programme stands another, without the prefix; a dissemination control there is misplaced and no programme.
    let is_word = WORDS.iter().any(|(word, title, banner, portion)| {
        [title, banner, portion].into_iter().any(|spelling| rest(&said, spelling, *word).is_some())
    });
    let follows = before.is_some_and(|value| value.category == category && value.what.rank() == 1) && !is_word;
    if let Some(read) = programmes::read(&said, follows) {
        let way = "write it as in SAR-BP-J12 K7, several as in SAR-BP/CD";
        let read = read.map_err(|reason| Unknown("ISM-ID-00266", reason, way))?;
        let prefixed = said.starts_with("SAR-") || read.titled;
        let spelt = prefixed != follows && !(read.titled && form == Form::Portion) && !said.contains('_');
        return Ok(made(What::Programme { entries: read.entries, ordered: read.ordered }, spelt));
    }
    if let Some(read) = atomic::read(&said, form) {
        let way = "write a mark that the table has, as in RD-CNWDI or FRD-SIGMA 14";
        let read = read.map_err(|reason| Unknown("ISM-ID-00253", reason, way))?;
        return Ok(made(What::Atomic { entries: read.entries, ordered: read.ordered }, read.spelt));
    }
    if let Some(list) = fgi(&said)? {
        let exact = [&["FGI".to_owned()], list.as_slice()].concat().join(" ") == said;
        let titled = said.starts_with("FOREIGN") && form != Form::Portion && !said.contains(',');
        return Ok(made(What::Fgi { list }, exact || titled));
    }
    for (place, (word, title, banner, portion)) in WORDS.into_iter().enumerate() {
        let spellings = [(title, Form::Banner), (banner, Form::Banner), (portion, Form::Portion)];
        let hits: Vec<(&str, Form)> =
            spellings.into_iter().filter(|(spelling, _)| rest(&said, spelling, word).is_some()).collect();
        let Some((spelling, _)) = hits.first() else { continue };
        let list = list(rest(&said, spelling, word).unwrap_or_default(), word)?;
        let exact = if list.is_empty() { (*spelling).to_owned() } else { format!("{spelling} {}", list.join(", ")) };
        let spelt = exact == raw && hits.iter().any(|(_, of)| (*of == Form::Portion) == (form == Form::Portion));
        return Ok(Value { raw, category, what: What::Word { place, word, list }, spelt });
    }
    if let Some((mark, spelt)) = non_ic(&said, form)? {
        return Ok(made(What::NonIc { mark }, spelt));
    }
    Err(why_unknown(&said))
}

/// The sources of `FGI GBR JPN`, or none of `FGI` alone.
fn fgi(said: &str) -> Result<Option<Vec<String>>, Unknown> {
    let rest = said.strip_prefix("FOREIGN GOVERNMENT INFORMATION").or_else(|| said.strip_prefix("FGI"));
    let Some(rest) = rest.filter(|rest| rest.is_empty() || rest.starts_with([' ', ','])) else { return Ok(None) };
    let list: Vec<String> = rest.split([' ', ',']).filter(|token| !token.is_empty()).map(str::to_owned).collect();
    if list.iter().all(|token| countries::is_source(token)) {
        return Ok(Some(list));
    }
    Err(Unknown(
        "ISM-ID-00259",
        "names a source that the table does not have (ISM-ID-00259)",
        "write governments by the letters of the table with spaces between, as in FGI GBR JPN, or FGI alone where they \
         must not be named",
    ))
}

/// A mark of another department, and whether it is spelt as the form has it.
fn non_ic(said: &str, form: Form) -> Result<Option<(String, bool)>, Unknown> {
    if let Some((mark, title, banner)) =
        NON_IC.iter().find(|(mark, title, banner)| [mark, title, banner].contains(&&said))
    {
        let spelt = match form {
            Form::Portion => said == *mark,
            Form::Banner | Form::Long => said == *banner || said == *title,
        };
        return Ok(Some(((*mark).to_owned(), spelt)));
    }
    let Some(name) = said.strip_prefix(ACCM) else { return Ok(None) };
    let mark = format!("{ACCM}{}", name.replace(' ', "_"));
    if non_ic_index(&mark).is_none() {
        return Err(Unknown(
            "ISM-ID-00261",
            "names no compensatory measure",
            "write ACCM- and its nickname in letters and digits",
        ));
    }
    Ok(Some((mark, !name.contains('_'))))
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
    let (nobody, unknown) = match word {
        Word::Plain(_) => return Ok(tokens),
        Word::RelTo => (
            Unknown("ISM-ID-00031", "names nobody (ISM-ID-00031)", "write whom, for example REL TO USA, GBR"),
            "ISM-ID-00265",
        ),
        Word::DisplayOnly => (
            Unknown("ISM-ID-00213", "names nobody (ISM-ID-00213)", "write to whom, for example DISPLAY ONLY AFG"),
            "ISM-ID-00257",
        ),
    };
    if tokens.is_empty() {
        return Err(nobody);
    }
    if tokens.iter().all(|token| countries::is_known(token)) {
        return Ok(tokens);
    }
    Err(Unknown(
        unknown,
        "names somebody the table does not have (ISM-ID-00265, ISM-ID-00257)",
        "write countries as their three letters (GBR, not UK) and organisations as their four, with commas between",
    ))
}

fn why_unknown(said: &str) -> Unknown {
    let starts =
        |word: &str| said.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()));
    if starts("REL") {
        return Unknown(
            "ISM-ID-00031",
            "says no more than that a list stands elsewhere",
            "write the list itself, for example REL TO USA, GBR",
        );
    }
    if starts("EYES") {
        return Unknown(
            "ISM-ID-00180",
            "was withdrawn on 2014-09-11 (ISM-ID-00180)",
            "write REL TO with the same list",
        );
    }
    if starts("CUI") {
        return Unknown(
            "ISM-ID-00258",
            "is of a category that these tables do not hold",
            "keep this material elsewhere: what is not understood cannot be guarded",
        );
    }
    if starts("SAR") || starts("SPECIAL ACCESS REQUIRED") {
        return Unknown("ISM-ID-00266", "names no programme", "write which, as in SAR-BP");
    }
    Unknown(
        "ISM-ID-00258",
        "is no control system and no dissemination control of the tables",
        "write for example SI or TK, NOFORN or NF, ORCON or OC, REL TO USA, GBR",
    )
}

/// Why what stands first is no classification.
pub(super) fn why_no_level(first: &str, slashed: bool) -> Unknown {
    const RULE: &str = "ISM-ID-00254";
    let said = tidy(first);
    let is_control = value(first, 0, Form::Banner, None).is_ok();
    match said.as_str() {
        _ if slashed => Unknown(
            RULE,
            "does not say whose classification it is",
            "write the owner and the classification, as in //GBR SECRET or //JOINT SECRET GBR USA; that of the United \
             States has no slashes before it",
        ),
        "" => Unknown(RULE, "stands where a classification must", "write one first"),
        "R" | "RESTRICTED" => Unknown(
            "ISM-ID-00040",
            "is no classification of the US ladder",
            "write NATO RESTRICTED or NR if it is NATO's",
        ),
        "TLP:WHITE" => {
            Unknown(RULE, "is of TLP 1", "write TLP:CLEAR, as TLP 2.0 calls it, if that is what its source means")
        }
        _ if said.starts_with("TLP") => Unknown(
            RULE,
            "is no label of TLP 2.0, which never changes spelling",
            "write TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT or TLP:RED",
        ),
        _ if is_control => Unknown(
            RULE,
            "is a control without a classification before it",
            "write the classification first, as in SECRET//NOFORN",
        ),
        _ => Unknown(
            RULE,
            "is no classification",
            "start with UNCLASSIFIED, CONFIDENTIAL, SECRET, TOP SECRET (U, C, S, TS), a NATO classification or a TLP label",
        ),
    }
}
