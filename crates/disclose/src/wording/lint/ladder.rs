//! The ladder that a text stands on, and where its words stand.

use std::sync::LazyLock;

use record::words::{Ladder, Term};

use super::lexicon::Sign;
use super::text::Text;

/// Words, and every ladder on which they have a place.
#[derive(Debug)]
pub(super) struct Placed {
    pub words: &'static str,
    pub on: Vec<(Ladder, &'static Term)>,
}

impl Placed {
    /// The place on a ladder.
    pub(super) fn term(&self, ladder: Ladder) -> Option<&'static Term> {
        self.on.iter().find(|(on, _)| *on == ladder).map(|(_, term)| *term)
    }

    /// The ladders that have it, in words.
    pub(super) fn ladders(&self) -> String {
        listed(self.on.iter().map(|(ladder, _)| ladder.name()))
    }

    /// Whether it stands where an adverb does ("will probably"), where a term cannot simply be put.
    pub(super) fn is_adverb(&self) -> bool {
        self.words.ends_with("certainly") || self.words.ends_with("bably")
    }
}

/// Every term of every ladder. `remote` alone is left out: most that is remote is far away and not unlikely.
pub(super) static PLACED: LazyLock<Vec<Placed>> = LazyLock::new(|| {
    let mut placed: Vec<Placed> = Vec::new();
    for ladder in Ladder::ALL {
        for term in ladder.terms() {
            for words in std::iter::once(&term.words).chain(term.also).filter(|words| **words != "remote") {
                match placed.iter_mut().find(|placed| placed.words == *words) {
                    Some(known) => known.on.push((ladder, term)),
                    None => placed.push(Placed { words, on: vec![(ladder, term)] }),
                }
            }
        }
    }
    placed
});

/// The ladder of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tongue {
    pub ladder: Ladder,
    /// Whether it was given, and not guessed from the words.
    pub given: bool,
}

impl Tongue {
    /// The ladder that was asked for, or the one on which most of the text's own words have a place: ICD 203 where none
    /// has more.
    pub(super) fn of(text: &Text<'_>, asked: Option<Ladder>) -> Self {
        if let Some(ladder) = asked {
            return Self { ladder, given: true };
        }
        let mut counts = Ladder::ALL.map(|ladder| (ladder, 0_usize));
        let own = text.sentences.iter().flat_map(|sentence| text.own(sentence));
        for mark in own {
            let Sign::Likelihood(placed) = mark.sign else { continue };
            for (ladder, count) in &mut counts {
                *count = count.saturating_add(usize::from(placed.term(*ladder).is_some()));
            }
        }
        let mut best = (Ladder::default(), 0);
        for (ladder, count) in counts {
            if count > best.1 {
                best = (ladder, count);
            }
        }
        Self { ladder: best.0, given: false }
    }

    /// What words stand for here: on this ladder, or on the first that has them.
    pub(super) fn place(self, placed: &Placed) -> Option<(Ladder, &'static Term)> {
        let here = placed.term(self.ladder).map(|term| (self.ladder, term));
        here.or_else(|| placed.on.first().copied())
    }

    /// The steps of the ladder from the lowest to the highest, in words.
    pub(super) fn ends(self) -> String {
        let terms = self.ladder.terms();
        let words = |term: Option<&Term>| term.map_or("", |term| term.words);
        format!(
            "from \u{201c}{}\u{201d} to \u{201c}{}\u{201d} on {}",
            words(terms.first()),
            words(terms.last()),
            self.ladder
        )
    }
}

/// `a`, `a and b`, `a, b and c`.
pub(in crate::wording) fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.collect();
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}

/// A band in words: `55 to 80 %`.
pub(super) fn band(term: &Term) -> String {
    format!("{} to {} %", term.low, term.high)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ladder(text: &str) -> Ladder {
        Tongue::of(&Text::new(text), None).ladder
    }

    #[test]
    fn the_ladder_that_knows_most_of_the_words_is_that_of_the_text() {
        assert_eq!(ladder("It is wet."), Ladder::Icd203);
        assert_eq!(ladder("It is likely. It is unlikely."), Ladder::Icd203);
        assert_eq!(ladder("It is highly likely. It is almost certain."), Ladder::Phia);
        assert_eq!(ladder("It is highly likely. There is an even chance."), Ladder::Nato);
        assert_eq!(ladder("It is virtually certain and extremely likely."), Ladder::Ipcc);
        assert_eq!(ladder("\u{201c}It is highly likely\u{201d}, he said. It is very likely."), Ladder::Icd203);
    }
}
