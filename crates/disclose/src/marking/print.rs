//! Markings in their official spelling.

use record::marking::{Marking, Rollup};

use super::spelling::{ACCM, Form, NON_IC, WORDS, Word, non_ic_index};
use super::{atomic, controls, countries, head, programmes};

/// What stands between the marks of several ladders: `SECRET//NOFORN + TLP:AMBER`. Each ladder keeps its own mark;
/// the sign with a space on either side occurs in no marking.
pub const JOINER: &str = " + ";

/// The marking as it stands above and below a page: `SECRET//SI//NOFORN`.
pub fn banner(marking: &Marking) -> String {
    print(marking, Form::Banner)
}

/// The marking as it stands above and below a page, with titles in place of abbreviations: `SECRET//NOT RELEASABLE TO
/// FOREIGN NATIONALS`.
pub fn long(marking: &Marking) -> String {
    print(marking, Form::Long)
}

/// The marking as it stands before a portion: `(S//SI//NF)`.
pub fn portion(marking: &Marking) -> String {
    print(marking, Form::Portion)
}

/// What a roll-up demands, as a banner: one mark per ladder, with [`JOINER`] between. `None` where nothing was joined,
/// for which there is no mark.
pub fn banner_of(rollup: &Rollup) -> Option<String> {
    joined(rollup, Form::Banner)
}

/// What a roll-up demands, as a portion mark: one per ladder, with [`JOINER`] between. `None` where nothing was joined.
pub fn portion_of(rollup: &Rollup) -> Option<String> {
    joined(rollup, Form::Portion)
}

fn joined(rollup: &Rollup, form: Form) -> Option<String> {
    let marks: Vec<String> = rollup.render().iter().map(|marking| print(marking, form)).collect();
    (!marks.is_empty()).then(|| marks.join(JOINER))
}

pub(super) fn print(marking: &Marking, form: Form) -> String {
    let words: Vec<String> = WORDS.iter().filter_map(|row| word(marking, form, row)).collect();
    let is_long = form == Form::Long;
    let categories = [
        head::print(marking, form),
        controls::print(&marking.controls, is_long).join("/"),
        programmes::print(&marking.programmes, is_long),
        atomic::print(&marking.atomic, form).join("/"),
        fgi(marking, is_long),
        words.join("/"),
        non_ic(marking, form).join("/"),
    ];
    let text = categories.iter().filter(|category| !category.is_empty()).map(String::as_str).collect::<Vec<_>>();
    match form {
        Form::Banner | Form::Long => text.join("//"),
        Form::Portion => format!("({})", text.join("//")),
    }
}

/// Sources that may be named, or only that there are some: who must not be named is not put beside a list either.
fn fgi(marking: &Marking, long: bool) -> String {
    let head = if long { "FOREIGN GOVERNMENT INFORMATION" } else { "FGI" };
    match &marking.fgi {
        fgi if fgi.is_empty() => String::new(),
        fgi if fgi.concealed => head.to_owned(),
        fgi => format!("{head} {}", countries::listed(&fgi.named).replace(',', "")),
    }
}

fn non_ic(marking: &Marking, form: Form) -> Vec<String> {
    let mut marks: Vec<&str> = marking.non_ic.iter().map(String::as_str).collect();
    marks.sort_by_key(|mark| (non_ic_index(mark), *mark));
    let said = |mark: &&str| match (NON_IC.iter().find(|(known, ..)| known == mark), form) {
        (Some((.., banner)), Form::Banner) => (*banner).to_owned(),
        (Some((_, title, _)), Form::Long) => (*title).to_owned(),
        (Some((known, ..)), Form::Portion) => (*known).to_owned(),
        (None, _) => mark
            .strip_prefix(ACCM)
            .map_or_else(|| (*mark).to_owned(), |name| format!("{ACCM}{}", name.replace('_', " "))),
    };
    marks.iter().map(said).collect()
}

fn word(marking: &Marking, form: Form, row: &(Word, &str, &str, &str)) -> Option<String> {
    let (word, title, banner, portion) = row;
    let said = match form {
        Form::Long => title,
        Form::Banner => banner,
        Form::Portion => portion,
    };
    let with_list = match word {
        Word::Plain(dissem) => return marking.dissem.contains(dissem).then(|| (*said).to_owned()),
        Word::RelTo => &marking.rel_to,
        Word::DisplayOnly => &marking.display_only,
    };
    (!with_list.is_empty()).then(|| format!("{said} {}", countries::listed(with_list)))
}
