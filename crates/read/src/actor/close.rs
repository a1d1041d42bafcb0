//! The end of reading: which actors are listed, and under which numbers.

use record::reading::Reading;

use super::{Actor, Cast};

impl Cast {
    /// Gives a reading its actors, in the order of their first mentions, and sets the references to them right.
    ///
    /// Kept is who is named, who speaks, whose country is known, and who takes part in an event or a transfer; a noun phrase
    /// that could act and does not is left out.
    pub(crate) fn close(self, reading: &mut Reading) {
        let Reading { claims, events, transfers, needs, capacities, .. } = reading;
        let mut references: Vec<&mut Option<String>> = Vec::new();
        references.extend(claims.iter_mut().map(|claim| &mut claim.source.actor));
        references.extend(events.iter_mut().flat_map(|event| [&mut event.actor, &mut event.target]));
        references.extend(transfers.iter_mut().flat_map(|transfer| [&mut transfer.supplier, &mut transfer.recipient]));
        references.extend(needs.iter_mut().chain(capacities).map(|goods| &mut goods.actor));
        let number = |id: &str| id.get(1..).and_then(|number| number.parse::<usize>().ok()?.checked_sub(1));
        let mut used = vec![false; self.actors.len()];
        for reference in references.iter().filter_map(|reference| reference.as_deref()) {
            if let Some(slot) = number(reference).and_then(|at| used.get_mut(at)) {
                *slot = true;
            }
        }
        let kept = |at: &usize| {
            let listed = self.listed.get(*at).copied().unwrap_or(true);
            used[*at] || (listed || self.actors[*at].country.is_some()) && !self.actors[*at].mentions.is_empty()
        };
        let mut order: Vec<usize> = (0..self.actors.len()).filter(kept).collect();
        order.sort_by_key(|at| (self.actors[*at].mentions.first().map_or(usize::MAX, |span| span.start), *at));
        let mut numbers = vec![None; self.actors.len()];
        for (new, old) in order.iter().enumerate() {
            numbers[*old] = Some(new);
        }
        for reference in references {
            let new = reference.as_deref().and_then(number).and_then(|old| numbers.get(old).copied().flatten());
            *reference = new.map(|new| format!("a{}", new + 1));
        }
        let mut actors: Vec<Option<Actor>> = self.actors.into_iter().map(Some).collect();
        let listed = order.into_iter().filter_map(|old| actors[old].take());
        reading.actors =
            listed.enumerate().map(|(new, actor)| Actor { id: format!("a{}", new + 1), ..actor }).collect();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::example::reading;

    fn lies_well(text: &str) -> Result<(), TestCaseError> {
        let reading = reading(text);
        for (at, actor) in reading.actors.iter().enumerate() {
            prop_assert_eq!(&actor.id, &format!("a{}", at + 1));
            prop_assert!(!actor.mentions.is_empty(), "{:?}", actor);
            for span in &actor.mentions {
                prop_assert!(span.start < span.end && text.get(span.start..span.end).is_some(), "{:?}", actor);
            }
            let code = |country: &String| country.len() == 3 && country.bytes().all(|byte| byte.is_ascii_uppercase());
            prop_assert!(actor.country.as_ref().is_none_or(code));
        }
        let resolves =
            |id: &Option<String>| id.as_ref().is_none_or(|id| reading.actors.iter().any(|actor| actor.id == *id));
        for claim in &reading.claims {
            prop_assert!(resolves(&claim.source.actor), "{:?}", claim.source);
        }
        for event in &reading.events {
            prop_assert!(resolves(&event.actor) && resolves(&event.target), "{:?}", event);
        }
        for goods in reading.needs.iter().chain(&reading.capacities) {
            prop_assert!(resolves(&goods.actor), "{:?}", goods);
        }
        for transfer in &reading.transfers {
            prop_assert!(resolves(&transfer.supplier) && resolves(&transfer.recipient), "{:?}", transfer);
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn mentions_lie_within_the_text_and_ids_resolve(text in any::<String>()) {
            lies_well(&text)?;
        }

        #[test]
        fn so_they_do_in_what_looks_like_news(text in "(Beijing|China|Chinese|the|The|U\\.S\\.|and|officials|government|said|Putin|Georgia|Kremlin|Congo|president|of|in|Mr\\.|’s|'s|to|backed|é|中|[-\"“”(),.&@#:]|[A-Z][a-z]{0,6}|\n\n?| ){0,60}") {
            lies_well(&text)?;
        }
    }

    #[test]
    fn a_thousand_names_of_states_in_a_row_are_read() {
        let text = "China, ".repeat(1000) + "and Georgia " + &"of the government of Congo's ".repeat(200) + ".";
        lies_well(&text).unwrap();
    }
}
