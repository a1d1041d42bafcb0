//! Markings in their official spelling.

use record::marking::{Marking, Rollup};

use super::spelling::{Form, WORDS, Word, level_in};
use super::{controls, countries};

/// What stands between the marks of several ladders: `SECRET//NOFORN + TLP:AMBER`. Each ladder keeps its own mark;
/// the sign with a space on either side occurs in no marking.
pub const JOINER: &str = " + ";

/// The marking as it stands above and below a page: `SECRET//SI//NOFORN`.
pub fn banner(marking: &Marking) -> String {
    print(marking, Form::Banner)
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
    let categories =
        [level_in(marking.level, form).to_owned(), controls::print(&marking.controls).join("/"), words.join("/")];
    let text = categories.iter().filter(|category| !category.is_empty()).map(String::as_str).collect::<Vec<_>>();
    match form {
        Form::Banner => text.join("//"),
        Form::Portion => format!("({})", text.join("//")),
    }
}

fn word(marking: &Marking, form: Form, row: &(Word, &str, &str, &str)) -> Option<String> {
    let (word, _, banner, portion) = row;
    let said = match form {
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
