//! Documents with known roots, made without a look at the code that finds roots again.
//!
//! Every article of a corpus is one report, or is dealt out between reporters who were all there and of whom each is a
//! root of its own. Every report is printed by up to twelve houses, each of which does to it what houses do: it cuts,
//! edits, paraphrases and dresses it. What is asked is fair: who reads two of them side by side would say whether they
//! go back to one text. For this, every cut keeps the lead, the document of a root that everything else is measured
//! against is nearly whole, and reporters of one event share a headline, names, figures, and at most one quotation and
//! one sentence of background.

mod dress;
mod edit;
mod event;
mod houses;
mod pen;
mod shape;
mod style;
mod text;
mod words;

use std::collections::BTreeSet;

use self::event::Root;
use self::text::Body;
use self::words::Words;
use crate::prng::Prng;

/// The fewest documents, if there are articles enough.
const FEWEST: usize = 2_000;

/// The most documents of one root.
const MOST: usize = 12;

/// The fewest words of an article that is a report.
const SHORTEST: usize = 30;

/// Documents with the number of the root each comes from, in random order.
///
/// `articles` are lists of paragraphs. The same articles and `seed` give the same documents; 290 articles give more
/// than 2,000, fewer give at most twelve for each of their roots.
pub fn generate(articles: &[Vec<String>], seed: u64) -> Vec<(String, usize)> {
    let rng = &mut Prng::new(seed);
    let words = Words::new();
    let mut seen = BTreeSet::new();
    let bodies = articles.iter().map(|article| text::body(article, &mut seen));
    let bodies: Vec<Body> = bodies.filter(|body| text::words(body) >= SHORTEST).collect();
    let roots: Vec<Root> = bodies.iter().flat_map(|body| event::roots(body, rng)).collect();
    let sizes = sizes(roots.len(), rng);
    let mut documents = Vec::new();
    for (number, (root, size)) in roots.iter().zip(sizes).enumerate() {
        documents.extend(print(root, size, &words, rng).into_iter().map(|text| (text, number)));
    }
    rng.shuffle(&mut documents);
    documents
}

/// How many documents each of `roots` roots has: a fifth is printed once only, some go everywhere.
fn sizes(roots: usize, rng: &mut Prng) -> Vec<usize> {
    let size = |rng: &mut Prng| match rng.below(100) {
        0..20 => 1,
        20..50 => 2 + rng.below(3),
        50..82 => 5 + rng.below(4),
        _ => 9 + rng.below(MOST - 8),
    };
    let mut sizes: Vec<usize> = (0..roots).map(|_| size(rng)).collect();
    let room = |sizes: &[usize]| sizes.iter().any(|&size| size > 1 && size < MOST);
    while sizes.iter().sum::<usize>() < FEWEST && room(&sizes) {
        for size in sizes.iter_mut().filter(|size| **size > 1 && **size < MOST) {
            *size += 1;
        }
    }
    sizes
}

/// The `size` documents that go back to `root`.
fn print(root: &Root, size: usize, words: &Words, rng: &mut Prng) -> Vec<String> {
    let mut versions: Vec<Body> = vec![root.body.clone()];
    let home = houses::house(rng);
    let mut texts = Vec::new();
    for number in 0..size {
        let body = if number == 0 { first(root, words, rng) } else { copy(root, &versions, words, rng) };
        let house = if number == 0 || rng.percent(10) { home } else { houses::house(rng) };
        let headline = if rng.percent(if number == 0 { 5 } else { 45 }) {
            dress::rehead(root, &body, rng)
        } else {
            root.event.headline.clone()
        };
        texts.push(style::carry(&dress::dress(root, &body, &headline, house, words, rng), rng));
        // What is still most of the text may be copied again.
        if text::words(&body) * 10 > text::words(&root.body) * 6 && versions.len() < 4 {
            versions.push(body);
        }
    }
    texts
}

/// The document of a root that the others can be told by: what was sent, or a house's light hand on it. Without it, a
/// reader who has two briefs of one paragraph each could not say.
fn first(root: &Root, words: &Words, rng: &mut Prng) -> Body {
    let mut body = root.body.clone();
    if rng.percent(25) {
        edit::edit(&mut body, 1 + rng.below(4), false, words, rng);
    }
    if rng.percent(15) {
        shape::cut_end(&mut body, 85);
    }
    body
}

/// One more document of the root.
fn copy(root: &Root, versions: &[Body], words: &Words, rng: &mut Prng) -> Body {
    let mut body = root.body.clone();
    match rng.below(100) {
        // A reprint, word for word: only the dress is another.
        0..20 => {}
        // A desk that edits lightly.
        20..40 => edit::edit(&mut body, 2 + rng.below(8), rng.percent(40), words, rng),
        // A desk that edits with a heavy hand.
        40..55 => {
            edit::edit(&mut body, 10 + rng.below(16), rng.percent(30), words, rng);
            shape::rebuild(&mut body, 10, rng);
        }
        // A page with less room.
        55..73 => {
            shorten(&mut body, rng);
            if rng.percent(40) {
                edit::edit(&mut body, 1 + rng.below(8), false, words, rng);
            }
        }
        // Somebody who tells it in other words and in another order.
        73..87 => {
            shape::rebuild(&mut body, 30, rng);
            edit::edit(&mut body, 8 + rng.below(15), false, words, rng);
            shape::reorder(&mut body, rng);
        }
        // The item in brief.
        87..92 => {
            shape::brief(&mut body, rng);
            edit::edit(&mut body, rng.below(8), false, words, rng);
        }
        // A copy of a copy: what one house made of it, which the next one cuts or edits again.
        _ => {
            versions[rng.below(versions.len())].clone_into(&mut body);
            if rng.percent(50) {
                shape::cut_end(&mut body, 55 + rng.below(40));
            } else {
                edit::edit(&mut body, 2 + rng.below(6), true, words, rng);
            }
        }
    }
    if rng.percent(30) {
        shape::reset(&mut body, rng);
    }
    body
}

/// Cuts from the end, from the middle, or a sentence here and there.
fn shorten(body: &mut Body, rng: &mut Prng) {
    match rng.below(10) {
        0..5 => shape::cut_end(body, 25 + rng.below(65)),
        5..8 => shape::cut_middle(body, 45 + rng.below(45), rng),
        _ => shape::thin(body, 50 + rng.below(40), rng),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Invented articles of `paragraphs` paragraphs of three sentences, of which no two share four words in a row.
    fn articles(number: usize, paragraphs: usize) -> Vec<Vec<String>> {
        const SYLLABLES: [&str; 12] = ["ba", "re", "lo", "mi", "tu", "ska", "ven", "dor", "phi", "gan", "wes", "ol"];
        let rng = &mut Prng::new(number as u64);
        let mut word = || [(); 3].map(|()| SYLLABLES[rng.below(SYLLABLES.len())]).concat();
        let mut paragraph = || {
            let [a, b, c] = [(); 3].map(|()| text::capitalised(&word()));
            let [d, e, f] = [(); 3].map(|()| word());
            format!(
                "On Monday, {a} {d} reached {b} {e} after several {f} {d} and {e} an explosion {f}. \
                 However, {c} {f} said \"the {d} of {e} {a} is {f}\" and {b} {d} nothing. \
                 The {e} {d} announced {f} {a} an investigation {b} of {c} officials {d} {e}."
            )
        };
        (0..number).map(|_| (0..paragraphs).map(|_| paragraph()).collect()).collect()
    }

    #[test]
    fn the_same_seed_gives_the_same_documents() {
        let articles = articles(20, 6);
        assert_eq!(generate(&articles, 7), generate(&articles, 7));
        assert_ne!(generate(&articles, 7), generate(&articles, 8));
    }

    #[test]
    fn the_articles_of_a_year_give_two_thousand_documents() {
        for paragraphs in [1, 3, 8] {
            let documents = generate(&articles(290, paragraphs), 11);
            assert!(documents.len() >= FEWEST, "{} of {paragraphs} paragraphs", documents.len());
            assert!(documents.iter().all(|(text, _)| text::count(text) >= 20));
        }
    }

    #[test]
    fn a_root_has_one_to_twelve_documents_and_an_article_up_to_three_roots() {
        let documents = generate(&articles(290, 8), 13);
        let roots = 1 + documents.iter().map(|(_, root)| *root).max().unwrap_or_default();
        let mut sizes = vec![0; roots];
        documents.iter().for_each(|(_, root)| sizes[*root] += 1);
        assert!(sizes.iter().all(|size| (1..=MOST).contains(size)));
        assert!(sizes.contains(&1) && sizes.contains(&MOST));
        assert!(roots > 290 && roots <= 870, "{roots} roots");
    }

    #[test]
    fn nothing_comes_of_nothing() {
        assert!(generate(&[], 1).is_empty());
        assert!(generate(&[vec!["Tuesday, March 5, 2019".to_owned()], vec![]], 1).is_empty());
    }
}
