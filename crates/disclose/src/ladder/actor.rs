//! Actors: a person, what they are, what they belong to, their country; a state, its region; and nobody in particular.

use record::cover::{Grain, Slot};
use record::reading::{Actor, ActorKind};

use super::Rung;
use super::place::{bits_of_country, bits_of_region, country, folded, is_region};

/// Classes that the reader gives among roles, and what somebody of one belongs to.
const CLASSES: [(&str, &str, &str); 4] = [
    ("government", "an official of", "a government body of"),
    ("military", "a member of the forces of", "a military body of"),
    ("academic", "an academic of", "an academic body of"),
    ("business", "a businessman of", "a company of"),
];

/// The rungs of an actor in a slot. One person stays one, and several stay several.
pub(super) fn rungs(slot: Slot, actor: &Actor) -> Vec<Rung> {
    let (kind, some) = match actor.kind {
        ActorKind::Person => ("person", "somebody"),
        ActorKind::State => ("state", "a state"),
        ActorKind::Organisation => ("body", "an organisation"),
        ActorKind::Group => ("people", "people"),
    };
    let code = actor.country.as_deref().unwrap_or_default();
    let known = country(code);
    let key = |grain: &str, of: &str| format!("{slot}:{kind}:{grain}:{of}");
    let exact = key("exact", &format!("{}|{code}", folded(&actor.name)));
    let bits = if actor.kind == ActorKind::State { bits_of_country() } else { 14.0 };
    let mut rungs = vec![Rung::new(Grain::Exact, exact, actor.name.clone(), bits)];
    if let Some(country) = known {
        let name = country.name;
        let class = CLASSES.iter().find(|(class, ..)| actor.roles.iter().any(|role| role == class));
        if actor.kind == ActorKind::Person {
            let plain = |role: &&String| CLASSES.iter().all(|(class, ..)| role != class) && role.len() > 3;
            if let Some(role) = actor.roles.iter().find(plain) {
                // "trade minister of Norway" says the country already.
                let role = [format!(" of {name}"), format!(" of the {name}")]
                    .iter()
                    .find_map(|end| role.strip_suffix(end.as_str()))
                    .unwrap_or(role);
                let words = format!("{} {role} of {name}", article(role));
                rungs.push(Rung::new(Grain::Role, key("role", &format!("{}|{code}", folded(role))), words, 11.0));
            }
        }
        if let Some((class, person, body)) = class
            && matches!(actor.kind, ActorKind::Person | ActorKind::Organisation)
        {
            let of = if actor.kind == ActorKind::Person { person } else { body };
            let words = format!("{of} {name}");
            rungs.push(Rung::new(Grain::Body, key("class", &format!("{class}|{code}")), words, 9.0));
        }
        let (from, within) = match actor.kind {
            ActorKind::Person => ("somebody from", "somebody from"),
            ActorKind::Organisation => ("an organisation of", "an organisation in"),
            ActorKind::Group => ("people of", "people in"),
            ActorKind::State => ("", "a state in"),
        };
        if actor.kind != ActorKind::State {
            rungs.push(Rung::new(
                Grain::Country,
                key("country", code),
                format!("{from} {name}"),
                bits_of_country() - 0.5,
            ));
        }
        let (words, of) = (format!("{within} {}", country.region), folded(country.region));
        rungs.push(Rung::new(Grain::Region, key("region", &of), words, bits_of_region() - 0.5));
    }
    if let Some(region) = known.is_none().then(|| named_region(&actor.name)).flatten() {
        rungs.push(Rung::new(
            Grain::Region,
            key("region", &folded(region)),
            actor.name.clone(),
            bits_of_region() - 0.5,
        ));
    }
    rungs.push(Rung::new(Grain::Some, key("some", ""), some.to_owned(), 0.0));
    // Whoever is called by the words of a rung is no more than that.
    let named = folded(&actor.name);
    let from = rungs.iter().rposition(|rung| rung.grain != Grain::Exact && folded(&rung.words) == named);
    rungs.split_off(from.unwrap_or_default())
}

/// The region of "a state in Eastern Asia", in the words of a rung.
fn named_region(name: &str) -> Option<&str> {
    let starts = ["a state in ", "somebody from ", "an organisation in ", "people in "];
    let region = starts.iter().find_map(|start| {
        name.get(..start.len()).filter(|head| head.eq_ignore_ascii_case(start)).and(name.get(start.len()..))
    })?;
    is_region(region).then_some(region)
}

fn article(word: &str) -> &'static str {
    if word.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']) { "an" } else { "a" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn actor(name: &str, kind: ActorKind, country: Option<&str>, roles: &[&str]) -> Actor {
        let roles = roles.iter().map(|role| (*role).to_owned()).collect();
        Actor { id: "a1".into(), name: name.into(), kind, country: country.map(str::to_owned), roles, mentions: vec![] }
    }

    fn words(actor: &Actor) -> Vec<String> {
        rungs(Slot::Who, actor).into_iter().map(|rung| rung.words).collect()
    }

    #[test]
    fn a_person_goes_over_role_and_body_to_their_country() {
        let of = actor("Erik Halvor", ActorKind::Person, Some("NOR"), &["government", "trade minister"]);
        assert_eq!(
            words(&of),
            [
                "Erik Halvor",
                "a trade minister of Norway",
                "an official of Norway",
                "somebody from Norway",
                "somebody from Northern Europe",
                "somebody"
            ]
        );
        assert_eq!(words(&actor("Erik Halvor", ActorKind::Person, None, &["minister"])), ["Erik Halvor", "somebody"]);
    }

    #[test]
    fn whoever_is_called_by_the_words_of_a_rung_stands_on_it() {
        let official = actor("An official of Norway", ActorKind::Person, Some("NOR"), &["government"]);
        assert_eq!(words(&official)[0], "an official of Norway");
        let state = actor("a state in Eastern Asia", ActorKind::State, None, &[]);
        let china = actor("China", ActorKind::State, Some("CHN"), &[]);
        assert_eq!(rungs(Slot::Who, &state)[0].key, rungs(Slot::Who, &china)[1].key);
        assert_eq!(words(&actor("A state", ActorKind::State, None, &[])), ["a state"]);
    }

    #[test]
    fn one_person_never_becomes_people_nor_a_state_an_official() {
        let keys = |actor: &Actor| rungs(Slot::Who, actor).into_iter().map(|rung| rung.key).collect::<Vec<_>>();
        let one = keys(&actor("Erik Halvor", ActorKind::Person, Some("NOR"), &[]));
        let several = keys(&actor("Norwegian officials", ActorKind::Group, Some("NOR"), &[]));
        let state = keys(&actor("Norway", ActorKind::State, Some("NOR"), &[]));
        for (a, b) in [(&one, &several), (&one, &state), (&several, &state)] {
            assert!(a.iter().all(|key| !b.contains(key)), "{a:?} {b:?}");
        }
    }
}
