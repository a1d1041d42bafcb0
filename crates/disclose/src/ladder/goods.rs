//! Goods: what they are, their class, goods.

use record::cover::Grain;

use super::Rung;
use super::place::folded;

/// The classes with their words, the most guarded first.
const CLASSES: [(&str, &str); 5] = [
    ("lethal", "lethal aid"),
    ("non-lethal", "non-lethal aid"),
    ("dual-use", "dual-use goods"),
    ("energy", "energy"),
    ("financial", "financial aid"),
];

/// The rungs of goods of a class; of a class that is not known, one.
pub(super) fn rungs(goods: &str, class: &str) -> Vec<Rung> {
    let exact = Rung::new(Grain::Exact, format!("with:{}", folded(goods)), goods.to_owned(), 8.0);
    let Some((class, words)) = CLASSES.iter().find(|(name, _)| *name == class) else { return vec![exact] };
    let of_class = Rung::new(Grain::Class, format!("with:class:{class}"), (*words).to_owned(), 2.3);
    // The very words of a class are the class.
    if folded(goods) == *words { vec![of_class] } else { vec![exact, of_class] }
}
