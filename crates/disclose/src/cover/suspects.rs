//! The plausible origins of one statement.

use record::cover::{Grain, Slot};
use record::time::Micros;

use super::UNKNOWN;
use super::bits::Bits;
use super::holdings::{Guard, Held, Holdings, Statement};
use crate::ladder::is_whole;

/// Who and what could be the origin of a statement.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Suspects {
    /// People and systems with access to all of it.
    pub people: Bits,
    /// The roots of open material that said all of it before the house knew.
    pub roots: Vec<u32>,
    /// Whether it is known who has access to each of its details.
    pub is_known: bool,
    /// For each key of the statement, who knows it of what stands behind; none where no access is needed for it, since it
    /// was open before.
    pub each: Vec<Option<Bits>>,
    /// The lists on which these people stand.
    pub lists: Bits,
}

impl Suspects {
    /// How many others than the source could be the origin, as far as this statement goes alone.
    pub fn k(&self, holdings: &Holdings) -> u32 {
        let roots = u32::try_from(self.roots.len()).unwrap_or(u32::MAX);
        let all = holdings.least(&self.people).saturating_add(roots).saturating_sub(1);
        // Of whom nobody is known there is still whoever told it, and somebody else.
        if self.is_known {
            all
        } else if self.people.is_empty() {
            UNKNOWN
        } else {
            all.min(UNKNOWN)
        }
    }
}

/// Who knows something, and whether it is known who does.
#[derive(Debug, Clone, Default)]
struct Knowing {
    people: Bits,
    lists: Bits,
    is_known: bool,
}

impl Knowing {
    fn add(&mut self, holdings: &Holdings, list: usize) {
        if let Some(people) = holdings.people.of(list) {
            self.people.add(people);
            self.lists.insert(u32::try_from(list).unwrap_or(u32::MAX));
        }
    }
}

impl Holdings {
    /// The plausible origins of a statement.
    pub fn suspects(&self, statement: &Statement) -> Suspects {
        let behind: Vec<&Held> = statement.behind.iter().filter_map(|number| self.held(*number)).collect();
        let guarded: Vec<&Held> = behind.iter().copied().filter(|held| is_guarded(held)).collect();
        let whole = self.saying(statement);
        let since = since(guarded.iter().copied().chain(whole.iter().filter_map(|number| self.held(*number))));
        let before = |held: &Held| matches!(held.guard, Guard::Open { published: Some(at), .. } if since.is_some_and(|since| at <= since));
        let mut all: Option<Knowing> = None;
        let mut each = Vec::new();
        let mut lists = Bits::default();
        for (slot, key) in &statement.keys {
            let found = key.filter(|key| behind.iter().any(|held| held.entails(*key).is_some()));
            let open = found.is_some_and(|key| {
                let somebody = *slot == Slot::By && self.key(key).starts_with("by:some:");
                somebody || behind.iter().any(|held| before(held) && held.entails(key).is_some())
            });
            if open || guarded.is_empty() {
                each.push(None);
                continue;
            }
            let knowing = match found {
                Some(key) => self.who_know(&guarded, key),
                // Whatever it is, whoever knows all that stands behind it knows it too.
                None => self.who_know_all(&guarded),
            };
            each.push(Some(knowing.people.clone()));
            lists.add(&knowing.lists);
            all = Some(match all {
                None => knowing,
                Some(mut all) => {
                    all.people.keep(&knowing.people);
                    all.is_known &= knowing.is_known;
                    all
                }
            });
        }
        let mut all = match (all, guarded.is_empty()) {
            (Some(all), _) => all,
            (None, true) => Knowing { is_known: true, ..Knowing::default() },
            // All of it was open before: whoever knows anything of it could have told it.
            (None, false) => self.who_know_any(&guarded),
        };
        let mut roots = Vec::new();
        let others = whole.iter().copied().chain(statement.behind.iter().copied());
        for held in others.filter_map(|number| self.held(number)) {
            match &held.guard {
                Guard::Open { root, .. } => {
                    let says_all = statement.keys.iter().all(|(slot, key)| {
                        statement.somebody && *slot == Slot::By || key.is_some_and(|key| held.entails(key).is_some())
                    });
                    if before(held) && says_all && !roots.contains(root) {
                        roots.push(*root);
                    }
                }
                Guard::Guarded { .. } if guarded.iter().any(|other| std::ptr::eq(*other, held)) => {}
                Guard::Guarded { .. } => {
                    let mut knowing: Option<Knowing> = None;
                    for (slot, key) in &statement.keys {
                        let (Some(key), false) = (key, statement.somebody && *slot == Slot::By) else { continue };
                        let one = self.who_know(&[held], *key);
                        match &mut knowing {
                            None => knowing = Some(one),
                            Some(all) => all.people.keep(&one.people),
                        }
                    }
                    if let Some(knowing) = knowing.filter(|knowing| !knowing.people.is_empty()) {
                        all.people.add(&knowing.people);
                        lists.add(&knowing.lists);
                    }
                }
            }
        }
        lists.add(&all.lists);
        roots.sort_unstable();
        Suspects { people: all.people, roots, is_known: all.is_known, each, lists }
    }

    /// Everything that says all of a statement, what stands behind it left out.
    fn saying(&self, statement: &Statement) -> Vec<usize> {
        let needed = statement.keys.iter().filter(|(slot, _)| !(statement.somebody && *slot == Slot::By));
        let Some(keys) = needed.map(|(_, key)| *key).collect::<Option<Vec<u32>>>() else { return Vec::new() };
        let mut found = self.entailing(&keys);
        found.retain(|number| !statement.behind.contains(number));
        found
    }

    /// Everything that says all of a statement, whoever is said to have said it.
    pub(crate) fn saying_all(&self, statement: &Statement) -> Vec<usize> {
        let needed = statement.keys.iter().filter(|(slot, _)| *slot != Slot::By);
        let keys = needed.map(|(_, key)| *key).collect::<Option<Vec<u32>>>();
        keys.map(|keys| self.entailing(&keys)).unwrap_or_default()
    }

    /// Who knows a key of any of these.
    fn who_know(&self, guarded: &[&Held], key: u32) -> Knowing {
        let mut knowing = Knowing::default();
        let is_whole = is_whole(self.key(key));
        let is_unsure = self.key(key).starts_with("other:") || self.key(key).starts_with("who:");
        for held in guarded {
            let (Some((slot, grain)), Guard::Guarded { access, .. }) = (held.entails(key), &held.guard) else {
                continue;
            };
            for list in access {
                knowing.is_known = true;
                let reaches = |limits| {
                    if is_whole {
                        is_no_less(limits)
                    } else {
                        reaches(limits, slot, grain, is_unsure && slot == Slot::Where)
                    }
                };
                if self.lists.get(*list).is_some_and(|list| reaches(&list.limits)) {
                    knowing.add(self, *list);
                }
            }
        }
        knowing
    }

    /// Who knows all of all of these.
    fn who_know_all(&self, guarded: &[&Held]) -> Knowing {
        let mut all: Option<Knowing> = None;
        for held in guarded {
            let Guard::Guarded { access, .. } = &held.guard else { continue };
            let mut knowing = Knowing { is_known: !access.is_empty(), ..Knowing::default() };
            for list in access {
                if self.lists.get(*list).is_some_and(|list| is_no_less(&list.limits)) {
                    knowing.add(self, *list);
                }
            }
            match &mut all {
                None => all = Some(knowing),
                Some(all) => {
                    all.people.keep(&knowing.people);
                    all.lists.add(&knowing.lists);
                    all.is_known &= knowing.is_known;
                }
            }
        }
        all.unwrap_or_default()
    }

    /// Who knows anything of any of these.
    fn who_know_any(&self, guarded: &[&Held]) -> Knowing {
        let mut knowing = Knowing { is_known: true, ..Knowing::default() };
        for held in guarded {
            let Guard::Guarded { access, .. } = &held.guard else { continue };
            access.iter().for_each(|list| knowing.add(self, *list));
        }
        knowing
    }
}

/// Whether a list with these limits knows all.
fn is_no_less(limits: &std::collections::BTreeMap<Slot, Grain>) -> bool {
    limits.iter().all(|(slot, grain)| *slot == Slot::By || *grain == Grain::Exact)
}

/// Whether a list whose members know no more than these limits reaches a key of this grain in this slot.
fn reaches(limits: &std::collections::BTreeMap<Slot, Grain>, slot: Slot, grain: Grain, is_unsure: bool) -> bool {
    match limits.get(&slot) {
        // A word that no rule knows and that may be a place may as well be a time or a number: it is known to whoever knows all.
        _ if is_unsure => is_no_less(limits) || limits.get(&Slot::Other) == Some(&Grain::Exact),
        Some(limit) => *limit <= grain && *limit != Grain::Nothing,
        // That the words are said to be somebody's fits those of whom it was said.
        None => slot != Slot::By,
    }
}

fn is_guarded(held: &Held) -> bool {
    matches!(held.guard, Guard::Guarded { .. })
}

/// The earliest moment at which the house may have known any of these; nothing where that is not known of one.
fn since<'h>(all: impl Iterator<Item = &'h Held>) -> Option<Micros> {
    let known = |held: &'h Held| match held.guard {
        Guard::Guarded { known, .. } => Some(known),
        Guard::Open { .. } => None,
    };
    all.filter_map(known).reduce(|one, other| Some(one?.min(other?))).flatten()
}
