//! "Who": the noun that its clause belongs to.

use super::Walk;
use super::mention::{Form, Mention};
use crate::language::Pronoun;

/// Resolves a relative pronoun. Whether the mention is one, resolved or not.
pub(super) fn who(walk: &mut Walk<'_>, index: usize) -> bool {
    let mention: &Mention = &walk.mentions[index];
    if mention.form != Form::Pronoun(Pronoun::Who) {
        return false;
    }
    let noun = walk.page.relates_to(mention.head).and_then(|noun| walk.headed(noun));
    // A name is found by any of its words.
    let noun = noun.or_else(|| {
        let token = walk.page.relates_to(mention.head)?;
        let near = walk.mentions[..index].iter().enumerate().rev().take(6);
        let around = |one: &Mention| (one.first..=one.last).contains(&token) && one.form == Form::Name;
        near.filter(|(_, one)| around(one)).map(|(at, _)| at).next()
    });
    if let Some((noun, entity)) = noun.and_then(|noun| Some((noun, walk.chains.of(noun)?))) {
        walk.join(entity, index);
        walk.before[index] = noun as u32;
    }
    true
}
