//! A text in capitals, as old cables and some wires are, or without any: names are not told from other words by their first
//! letter.

use record::reading::Problem;

/// How much of the text is looked at, in characters.
const LOOKED_AT: usize = 4000;
/// Below this many letters a text is a headline or an abbreviation, and its capitals say nothing.
const FEWEST: usize = 60;

pub(super) fn look(text: &str, problems: &mut Vec<Problem>) {
    let (mut upper, mut lower) = (0usize, 0usize);
    for character in text.chars().take(LOOKED_AT) {
        upper += usize::from(character.is_uppercase());
        lower += usize::from(character.is_lowercase());
    }
    if upper >= FEWEST && lower * 10 < upper {
        problems.push(crate::problem(
            "capitals",
            "the document is in capitals: names cannot be told from other words, and claims may be missed",
        ));
    }
    // Where the first letter of every sentence is small, so are those of names.
    if upper == 0 && lower >= FEWEST {
        problems.push(crate::problem(
            "no-capitals",
            "the document has no capitals: names cannot be told from other words, and claims may be missed",
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> usize {
        let mut problems = Vec::new();
        look(text, &mut problems);
        problems.len()
    }

    #[test]
    fn a_cable_in_capitals_is_said_to_be_one_and_a_headline_is_not() {
        assert_eq!(kinds("1. THE MINISTRY SAID ON MONDAY THAT THE PORT OF VERRIN WAS CLOSED TO ALL SHIPS."), 1);
        assert_eq!(kinds("PORT OF VERRIN CLOSED"), 0);
        assert_eq!(kinds("PORT OF VERRIN CLOSED TO ALL SHIPS\n\nThe ministry said on Monday that it was closed."), 0);
        assert_eq!(kinds("the ministry said on monday that the port of verrin was closed to all ships."), 1);
        assert_eq!(kinds("the port of verrin is closed"), 0);
        assert_eq!(kinds("大臣は港が閉鎖されたと言った。".repeat(20).as_str()), 0);
    }
}
