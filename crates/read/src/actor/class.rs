//! Of what class somebody is: an *army spokesman* of the army, the *director of the institute* a scholar.

use super::page::Page;
use crate::language::actors::Class;

/// The class of the noun phrase from `first` to `last` with this head.
///
/// Words before the head decide over it where they are of a force, a court or the like; words behind it count where it tells
/// nothing.
pub(super) fn class(page: &Page<'_>, first: usize, head: usize, last: usize) -> Option<Class> {
    let own = page.class(head);
    let before = (first..head)
        .rev()
        .filter(|at| page.is_noun(*at))
        .filter_map(|at| page.class(at))
        .find(|class| class.decides());
    let behind = || (head + 1..=last).filter(|at| page.is_noun(*at)).find_map(|at| page.class(at));
    if own.is_none_or(|own| !own.decides()) { before.or(own).or_else(behind) } else { own }
}

#[cfg(test)]
mod tests {
    use crate::example::reading;

    /// The roles of the one actor of a text that is no state.
    fn check(text: &str, country: &str, role: &str) {
        let actors = reading(text).actors;
        let fits = |actor: &&record::reading::Actor| {
            actor.country.as_deref() == Some(country) && actor.roles.iter().any(|known| known == role)
        };
        assert!(actors.iter().any(|actor| fits(&actor)), "{text}: {actors:?}");
    }

    #[test]
    fn the_class_is_that_of_the_noun_or_of_what_it_speaks_for() {
        check("French troops crossed the river.", "FRA", "military");
        check("A French army spokesman said that the bridge was open.", "FRA", "military");
        check("The French parliament rejected the bill.", "FRA", "legislature");
        check("Protesters in Paris blocked the road.", "FRA", "civilians");
        check("Two French intelligence officials said that the bridge was open.", "FRA", "intelligence");
    }

    #[test]
    fn a_scholar_is_of_the_country_of_the_institute() {
        check(
            "Dalian Orlo, director of the Center for Harbour Studies at Moscow's Higher School of Economics, said that the \
            bridge was open.",
            "RUS",
            "academic",
        );
    }
}
