//! Renders facts: binds the slots to groups of synonyms and writes the wordings.

use super::facts::{FACTS_A, Fact};
use super::facts_more::{DESCRIBED, FACTS_B};
use super::prng::Prng;
use super::text::{articles, words};
use super::verbs::VERBS;
use super::words::{BOX, COVER, GOODS, Group, ROLE, SINGLE, STORE, VEHICLE};

/// A slot bound to a group: which member the protected text uses and which the paraphrase.
struct Slot {
    key: String,
    group: &'static Group,
    own: usize,
    other: usize,
}

/// A fact with its slots bound.
pub struct Bound {
    pub fact: &'static Fact,
    slots: Vec<Slot>,
    name: String,
}

/// The keys of the slots of a frame, without their forms.
fn slots_of(frame: &str) -> Vec<(String, String)> {
    let mut list = Vec::new();
    for piece in frame.split('{').skip(1) {
        if let Some((inner, _)) = piece.split_once('}') {
            let (key, form) = inner.split_once('.').unwrap_or((inner, ""));
            list.push((key.to_string(), form.to_string()));
        }
    }
    list
}

/// The groups that a category slot can take.
fn category(key: &str) -> &'static [Group] {
    match key.trim_end_matches(char::is_numeric) {
        "@role" => ROLE,
        "@goods" => GOODS,
        "@store" => STORE,
        "@vehicle" => VEHICLE,
        "@cover" => COVER,
        "@box" => BOX,
        other => panic!("no category {other}"),
    }
}

/// One form of one member of a group.
fn form<'a>(member: &'a str, form: &str) -> &'a str {
    let parts: Vec<&str> = member.split('/').collect();
    let at = match form {
        "pl" | "ed" => 1,
        "en" => 2,
        "ing" => 3,
        "n" => 4,
        _ => 0,
    };
    parts.get(at).copied().unwrap_or(parts[0])
}

impl Bound {
    /// Binds a fact drawn at random, none of whose groups is in `used`; adds its own to it.
    pub fn draw(r: &mut Prng, described: bool, name: &str, used: &mut Vec<&'static str>) -> Bound {
        let fact = if described {
            r.pick(DESCRIBED)
        } else {
            let at = r.below(FACTS_A.len() + FACTS_B.len());
            if at < FACTS_A.len() { &FACTS_A[at] } else { &FACTS_B[at - FACTS_A.len()] }
        };
        let mut slots: Vec<Slot> = Vec::new();
        for (key, _) in slots_of(fact.base) {
            if key == "NAME" || slots.iter().any(|s| s.key == key) {
                continue;
            }
            let group = if key.starts_with('@') {
                let free: Vec<&'static Group> = category(&key).iter().filter(|g| !used.contains(&g.key)).collect();
                let all = category(&key);
                if free.is_empty() { r.pick(all) } else { r.pick(&free) }
            } else {
                SINGLE.iter().chain(VERBS).find(|g| g.key == key).unwrap_or_else(|| panic!("no group {key}"))
            };
            if key.starts_with('@') {
                used.push(group.key);
            }
            let own = r.below(group.members.len());
            let other = (own + 1 + r.below(group.members.len() - 1)) % group.members.len();
            slots.push(Slot { key, group, own, other });
        }
        Bound { fact, slots, name: name.to_string() }
    }

    /// Writes a frame with the members of the protected text.
    pub fn own(&self, frame: &str) -> String {
        self.write(frame, |s| s.own)
    }

    /// Writes a frame with other members; a few slots keep the protected word.
    pub fn other(&self, r: &mut Prng, frame: &str) -> String {
        let spare = if self.slots.len() > 4 { r.below(self.slots.len() * 2) } else { usize::MAX };
        let keep = self.slots.get(spare).map(|s| s.key.clone());
        self.write(frame, |s| if keep.as_ref() == Some(&s.key) { s.own } else { s.other })
    }

    fn write(&self, frame: &str, member: impl Fn(&Slot) -> usize) -> String {
        let mut out = frame.replace("{NAME}", &self.name);
        for (key, wanted) in slots_of(frame) {
            if key == "NAME" {
                continue;
            }
            let slot = self.slots.iter().find(|s| s.key == key);
            let text = match slot {
                Some(s) => form(s.group.members[member(s)], &wanted).to_string(),
                None => panic!("slot {key} is not in the base of its fact"),
            };
            let full = if wanted.is_empty() { format!("{{{key}}}") } else { format!("{{{key}.{wanted}}}") };
            out = out.replacen(&full, &text, 1);
        }
        articles(&out)
    }

    /// How many of the fact's groups a sentence touches with any of their words.
    pub fn touched(&self, sentence: &str) -> usize {
        let have = words(sentence);
        let known = |w: &String| have.iter().any(|h| h == w);
        self.slots
            .iter()
            .filter(|s| {
                s.group.members.iter().flat_map(|m| m.split('/')).any(|f| {
                    let parts = words(f);
                    parts.iter().all(known)
                })
            })
            .count()
    }

    /// How many groups the fact has.
    pub fn size(&self) -> usize {
        self.slots.len()
    }
}
