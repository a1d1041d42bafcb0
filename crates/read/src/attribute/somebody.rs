//! A source is somebody: no mark, no day, no preposition, and not what somebody has it from.

use std::ops::Range;

use super::analysis::Analysis;
use super::label::{OTHER, SOURCE};
use super::lead::is_comma;
use crate::language::Language;
use crate::parse::Rel;
use crate::tag::Xpos;

/// Leaves a source no words that are nobody: marks alone, a day, a preposition or a conjunction at its beginning ("*As*
/// Orlo put it", "*But* officials"), what it says that it has it from ("The paper, *citing officials*,").
pub(super) fn mend(all: &Analysis, language: &Language, sentence: &Range<usize>, labels: &mut [u8]) {
    let start = sentence.start;
    let own: Vec<usize> = sentence.clone().filter(|at| labels[*at - start] == SOURCE).collect();
    let (Some(first), Some(last)) = (own.first().copied(), own.last().copied()) else { return };
    let nobody = |at: usize| {
        all.is_mark(at)
            || language.people.dates.get(all.word[at]).is_some()
            || matches!(all.tag[at].xpos, Xpos::In | Xpos::To)
            || (all.tag[at].xpos == Xpos::Cd && own.len() > 1)
    };
    let marks = own.iter().all(|at| all.is_mark(*at));
    let day = own.iter().any(|at| language.people.dates.get(all.word[*at]).is_some());
    if marks || (day && own.iter().all(|at| nobody(*at))) {
        own.iter().for_each(|at| labels[*at - start] = OTHER);
        return;
    }
    let tag = |at: usize| all.tag[at].xpos;
    let ground = (first + 2..=last).find(|at| is_comma(all, *at - 1) && all.cue[*at] && tag(*at) == Xpos::Vbg);
    if let Some(ground) = ground {
        own.iter().filter(|at| **at + 1 >= ground).for_each(|at| labels[*at - start] = OTHER);
    }
    let joins = match tag(first) {
        Xpos::Cc => all.rel[first] != Rel::CcPreconj,
        // "At least two officials", "about 20".
        Xpos::In => {
            first < last
                && !matches!(tag(first + 1), Xpos::Cd | Xpos::Jj | Xpos::Jjs | Xpos::Jjr | Xpos::Rb | Xpos::Rbs)
                && !matches!(tag(first + 1), Xpos::Dollar)
        }
        _ => false,
    };
    if joins && first < last && first == start {
        // "Although she lost, officials": all of the clause.
        let clause = (first..last).find(|at| is_comma(all, *at)).filter(|_| all.rel[first] == Rel::Mark);
        // "On Friday the president".
        let day = |at: &usize| *at == first || language.people.dates.get(all.word[*at]).is_some();
        let day = (first..last).take_while(day).last().unwrap_or(first);
        labels[..clause.unwrap_or(day) + 1 - start].fill(OTHER);
    }
}

#[cfg(test)]
mod tests {
    use crate::example::claims;

    #[track_caller]
    fn check(text: &str, cue: &str, source: &str) {
        let claims = claims(text);
        let claim = claims.iter().find(|claim| claim.cue.text == cue);
        assert_eq!(claim.map(|claim| claim.source.text.as_str()), Some(source), "{text}");
    }

    #[test]
    fn what_leads_up_to_a_source_is_no_part_of_it() {
        check("The Courier, citing officials, said the talks were over.", "said", "The Courier");
        check("But two officials said the talks were over.", "said", "two officials");
        check("At least two officials said the talks were over.", "said", "At least two officials");
        check("On Friday President Arnev said the talks were over.", "said", "President Arnev");
        check("On 3 March, officials said the talks were over.", "said", "officials");
    }

    #[test]
    fn for_whom_something_is_so_does_not_say_it() {
        for text in ["For Marta Lindqvist, the deal is a gift.", "For analysts, the move was a surprise."] {
            let claims = claims(text);
            assert!(claims.is_empty(), "{text}: {claims:?}");
        }
    }
}
