//! Whom a source names by role and name: "Foreign Ministry spokesman *Orlo*", "the ambassador to Vessia *Karl Voss*", "its
//! owner, *Jorin Falk*". The parse often hangs the name from what is only part of the role.

use std::ops::Range;

use super::analysis::Analysis;
use super::lead::is_comma;
use crate::language::{Language, NounSort};
use crate::name::refer::{Form, Referred, Sort};
use crate::tag::Xpos;

/// The mention that is the name, where the tokens of a source are a role with a name.
pub(super) fn named(all: &Analysis, language: &Language, referred: &Referred, source: &Range<usize>) -> Option<usize> {
    let comma = |from: usize| (from..source.end).find(|at| is_comma(all, *at));
    let Some(first) = comma(source.start) else {
        return closes(referred, source).filter(|name| has_role(all, language, referred, source.start, *name));
    };
    let role = source.start..first;
    if let Some(name) = closes(referred, &role) {
        return Some(name).filter(|name| has_role(all, language, referred, role.start, *name));
    }
    let behind = first + 1..comma(first + 1).unwrap_or(source.end);
    let name = closes(referred, &behind)?;
    // "Two officials, Orlo and Verrin": not one of them alone.
    let joined = source.clone().any(|at| all.tag[at].xpos == Xpos::Cc);
    let noun = role.clone().take_while(|at| !matches!(all.tag[*at].xpos, Xpos::In | Xpos::To)).last()?;
    let one = matches!(all.tag[noun].xpos, Xpos::Nn | Xpos::Nnp | Xpos::Jj);
    let body = matches!(
        sort(all, language, noun),
        Some(NounSort::Body | NounSort::State | NounSort::Outlet | NounSort::Paper | NounSort::People)
    );
    let titles = (behind.start..referred.mentions[name].first).all(|at| all.tag[at].xpos.is_noun());
    (!joined && one && !body && titles).then_some(name)
}

/// The name of a person that tokens end in.
fn closes(referred: &Referred, tokens: &Range<usize>) -> Option<usize> {
    let last = tokens.end.checked_sub(1)?;
    let ends = |mention: &usize| {
        let one = &referred.mentions[*mention];
        one.form == Form::Name && one.sort == Sort::Person && one.last == last && one.first >= tokens.start
    };
    tokens.clone().rev().find_map(|at| referred.headed(at).filter(ends))
}

/// Whether what stands from `start` to a name is the role of whoever bears it. "A spokesman *for* President Orlo" is not Orlo.
fn has_role(all: &Analysis, language: &Language, referred: &Referred, start: usize, name: usize) -> bool {
    let first = referred.mentions[name].first;
    let tag = |at: usize| all.tag[at].xpos;
    let part = |at: &usize| tag(*at).is_noun() || matches!(tag(*at), Xpos::Jj | Xpos::Hyph);
    let person = |at: usize| {
        matches!(sort(all, language, at), Some(NounSort::Person | NounSort::Man | NounSort::Woman))
            || language.people.addresses.get(all.word[at]).is_some()
    };
    // "The secretary of *State Mara Lind*": what is part of the role was taken for part of the name.
    let state = sort(all, language, first) == Some(NounSort::State) && referred.mentions[name].last > first;
    if state && first > start && tag(first - 1) == Xpos::In {
        return (start..first).any(person);
    }
    let Some(from) = (start..first).rev().take_while(part).last().filter(|_| tag(first - 1).is_noun()) else {
        return false;
    };
    // "The magazine *Der Spiegel*" is none, whatever its name looks like.
    if matches!(sort(all, language, first - 1), Some(NounSort::Body | NounSort::Outlet | NounSort::Paper)) {
        return false;
    }
    match from.checked_sub(1).filter(|at| *at >= start).map(tag) {
        None | Some(Xpos::Dt | Xpos::PrpPossessive | Xpos::Pos) => true,
        // "The ambassador to Vessia Karl Voss": what stands before the name is another's, and the role before that.
        Some(Xpos::In | Xpos::To) => !person(first - 1) && (start..from).any(person),
        _ => false,
    }
}

fn sort(all: &Analysis, language: &Language, noun: usize) -> Option<NounSort> {
    let nouns = &language.people.nouns;
    nouns.get(all.word[noun]).or_else(|| nouns.get(all.lemma[noun]))
}

#[cfg(test)]
mod tests {
    use record::reading::SourceKind::{self, Named, Organisation, Unnamed};

    use crate::example::claims;

    #[track_caller]
    fn check(kind: SourceKind, sources: &[&str]) {
        for source in sources {
            let claims = claims(&format!("{source} said the talks were over."));
            assert_eq!(claims[0].source.text, source.trim_end_matches(','));
            assert_eq!(claims[0].source.kind, kind, "{source}");
        }
    }

    #[test]
    fn a_role_with_a_name_is_somebody_who_is_named() {
        check(
            Named,
            &[
                "Foreign Minister Ana Brel",
                "Foreign Ministry spokeswoman Ilse Marten",
                "NATO Secretary-General Ida Falk",
                "Secretary of State Mara Lind",
                "Its foreign minister, Ana Brel,",
            ],
        );
    }

    #[test]
    fn a_role_without_a_name_is_not_and_neither_is_one_of_somebody_named() {
        check(
            Unnamed,
            &[
                "The ministry's spokeswoman",
                "A Foreign Ministry spokeswoman",
                "A spokesman for President Arnev",
                "Two ministers",
            ],
        );
    }

    #[test]
    fn who_speaks_as_a_body_is_one() {
        check(
            Organisation,
            &["The police", "The opposition", "The general staff", "The ministry", "The Foreign Ministry"],
        );
    }
}
