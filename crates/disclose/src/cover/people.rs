//! The people and systems of all access lists, each once.

use std::collections::HashMap;

use super::bits::Bits;
use super::holdings::Access;
use crate::workflow::name_key;

/// Who is on which list, each with a number.
#[derive(Debug, Clone, Default)]
pub(super) struct People {
    /// What each is called; those whom nobody names are called by their list.
    names: Vec<String>,
    /// Those who have a name.
    named: Bits,
    /// The members of each list, with those whom nobody names.
    lists: Vec<Bits>,
    /// What each member of each list is called there.
    called: Vec<Vec<(u32, String)>>,
    /// Which lists have members whom nobody names.
    unnamed: Vec<usize>,
}

impl People {
    /// Numbers everybody. Whoever has one name in common with another, by what it looks like, is taken for the same: that can
    /// only lower what is counted.
    pub(super) fn new(lists: &[Access]) -> Self {
        let mut number: HashMap<String, u32> = HashMap::new();
        let mut same: Vec<u32> = Vec::new();
        let mut names: Vec<String> = Vec::new();
        let mut members: Vec<Vec<(u32, String)>> = Vec::new();
        for list in lists {
            let mut of_list: Vec<(u32, String)> = Vec::new();
            for known in &list.members {
                let mut person: Option<u32> = None;
                for name in known {
                    let key = name_key(name);
                    if key.is_empty() {
                        continue;
                    }
                    let next = u32::try_from(names.len()).unwrap_or(u32::MAX);
                    let this = *number.entry(key).or_insert_with(|| {
                        names.push(name.clone());
                        same.push(next);
                        next
                    });
                    match person {
                        None => person = Some(this),
                        Some(other) => {
                            let (one, two) = (first(&same, this), first(&same, other));
                            if let Some(place) = same.get_mut(usize::try_from(one.max(two)).unwrap_or(usize::MAX)) {
                                *place = one.min(two);
                            }
                        }
                    }
                }
                let name = known.iter().find(|name| !name_key(name).is_empty()).cloned().unwrap_or_default();
                of_list.extend(person.map(|person| (person, name)));
            }
            members.push(of_list);
        }
        let mut people = Self::default();
        for of_list in members {
            let of_list: Vec<(u32, String)> =
                of_list.into_iter().map(|(person, name)| (first(&same, person), name)).collect();
            let bits: Bits = of_list.iter().map(|(person, _)| *person).collect();
            people.called.push(of_list);
            people.named.add(&bits);
            people.lists.push(bits);
        }
        for (place, list) in lists.iter().enumerate() {
            for _ in 0..list.others.min(MOST_UNNAMED) {
                let next = u32::try_from(names.len()).unwrap_or(u32::MAX);
                names.push(String::new());
                if let Some(bits) = people.lists.get_mut(place) {
                    bits.insert(next);
                }
            }
            if list.others > 0 {
                people.unnamed.push(place);
            }
        }
        people.names = names;
        people
    }

    /// The members of a list.
    pub(super) fn of(&self, list: usize) -> Option<&Bits> {
        self.lists.get(list)
    }

    /// What somebody is called; nothing for those whom nobody names.
    pub(super) fn name(&self, person: u32) -> &str {
        usize::try_from(person).ok().and_then(|at| self.names.get(at)).map_or("", String::as_str)
    }

    /// What somebody is called on the first of these lists on which they stand by name.
    pub(super) fn name_on(&self, person: u32, lists: &[usize]) -> Option<&str> {
        let called = lists.iter().filter_map(|list| self.called.get(*list)).flatten();
        called.into_iter().find(|(one, _)| *one == person).map(|(_, name)| name.as_str())
    }

    /// Whether any of these lists has members whom nobody names.
    pub(super) fn has_unnamed(&self, lists: &Bits) -> bool {
        self.unnamed.iter().any(|list| u32::try_from(*list).is_ok_and(|list| lists.has(list)))
    }

    /// How many different people these are at least. Those whom nobody names of one list could be those of another, named or
    /// not; only within a list they are known to be different.
    pub(super) fn least(&self, people: &Bits) -> u32 {
        let named = people.shared(&self.named);
        let of = |list: &usize| self.lists.get(*list).map_or(0, |list| people.shared(list));
        self.unnamed.iter().map(of).chain([named]).max().unwrap_or_default()
    }

    /// How many there are, named or not.
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }
}

/// How many of a list whom nobody names are counted: more make no difference to any figure that is asked for.
const MOST_UNNAMED: u32 = 2_000;

/// The first of those who are one person.
fn first(same: &[u32], person: u32) -> u32 {
    let mut at = person;
    while let Some(next) = usize::try_from(at).ok().and_then(|at| same.get(at)).filter(|next| **next != at) {
        at = *next;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(members: &[&[&str]], others: u32) -> Access {
        let names = |names: &&[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Access { members: members.iter().map(names).collect(), others, limits: Default::default() }
    }

    #[test]
    fn the_same_person_on_two_lists_is_one() {
        let people =
            People::new(&[list(&[&["Orlo"], &["The clerk"]], 0), list(&[&["Col. Orlo", "ORLO "], &["the  clerk"]], 0)]);
        assert_eq!(people.of(0), people.of(1));
        assert_eq!(people.least(people.of(0).unwrap()), 2);
    }

    #[test]
    fn names_that_only_a_third_list_ties_together_are_one_too() {
        let people = People::new(&[list(&[&["A"]], 0), list(&[&["B"]], 0), list(&[&["B", "C"], &["C", "A"]], 0)]);
        assert_eq!(people.of(0), people.of(1));
    }

    #[test]
    fn those_whom_nobody_names_could_be_those_of_another_list() {
        let people = People::new(&[list(&[&["Orlo"]], 5), list(&[&["Vale"], &["Ilse"]], 3)]);
        let mut both = people.of(0).unwrap().clone();
        assert_eq!(people.least(&both), 6);
        both.add(people.of(1).unwrap());
        assert_eq!(people.least(&both), 6, "eleven are written down, and six are sure");
    }
}
