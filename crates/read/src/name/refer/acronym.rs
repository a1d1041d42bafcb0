//! Acronyms: "the International Harbour Agency (IHA)", and later "the IHA".

use super::Page;
use super::mention::Mention;
use crate::model::hash::{EMPTY, push};

/// The letters of a name that is an acronym, without stops, hashed.
pub(super) fn letters(page: &Page<'_>, mention: &Mention) -> Option<u64> {
    if mention.first != mention.last {
        return None;
    }
    let word = page.word(mention.first);
    let letters = || word.chars().filter(|letter| *letter != '.');
    let fits = (2..=8).contains(&letters().count()) && letters().all(char::is_uppercase);
    fits.then(|| letters().fold(EMPTY, push))
}

/// The initials of a name of several words, hashed as [`letters`] does; small words are left out.
pub(super) fn initials(page: &Page<'_>, mention: &Mention) -> Option<u64> {
    let mut hash = EMPTY;
    let mut count = 0;
    for at in mention.first..=mention.last {
        if page.people.small.get(page.all.word[at]).is_some() {
            continue;
        }
        let first = page.word(at).chars().next().filter(|letter| letter.is_uppercase())?;
        hash = push(hash, first);
        count += 1;
    }
    (count > 1).then_some(hash)
}

/// Whether `short` stands in brackets right behind `long` and begins with the same letter, as acronyms do whose letters
/// follow another rule or another language.
pub(super) fn explains(page: &Page<'_>, long: &Mention, short: &Mention) -> bool {
    let Some(bracket) = short.first.checked_sub(1) else { return false };
    let first = |at: usize| page.word(at).chars().next();
    letters(page, short).is_some()
        && page.word(bracket) == "("
        && long.last + 1 == bracket
        && long.first < long.last
        && first(long.first) == first(short.first)
}
