//! Documents of which it is known which are copies of one text, and how well they are told apart.

mod blind;
mod measure;
mod reprints;
mod words;

use casefile::link::{Sketch, copies};

use crate::eval::articles::{Part, articles};
use crate::failure::{Failure, say};
use crate::places::Places;

pub use measure::rand_index;

/// Seeds of the documents that the rules were set on.
const SEEDS: [u64; 5] = [1, 2, 3, 4, 5];

/// The seed of the documents of a generator that was written by somebody who had not seen the code; it was told afterwards.
const BLIND: u64 = 1_284_273_878_543_818_419;

/// Finds the copies among documents made for it, and prints how well that went. Among the articles are interviews that share
/// their questions word for word, and reports of one election that share their background: neither makes them copies.
///
/// # Errors
/// If the articles are not there.
pub fn run(places: &Places) -> Result<(), Failure> {
    let all = texts(places)?;
    say(format_args!("Copies of one text among reprints and independent reports of one event; bar .90\n"));
    say(format_args!(
        "| seed | documents | roots | found | adjusted Rand index | pairs missed | pairs joined wrongly |"
    ));
    say(format_args!("|---|---|---|---|---|---|---|"));
    for seed in SEEDS {
        row(&seed.to_string(), &reprints::generate(&all, seed));
    }
    row("of the second generator", &blind::generate(&all, BLIND));
    Ok(())
}

fn row(seed: &str, documents: &[(String, usize)]) {
    let truth: Vec<usize> = documents.iter().map(|(_, root)| *root).collect();
    let sketches: Vec<Sketch> = documents.iter().map(|(text, _)| Sketch::of(text)).collect();
    let found: Vec<usize> = copies(&sketches).text_of.into_iter().map(|text| text as usize).collect();
    let count = |sets: &[usize]| sets.iter().collect::<std::collections::BTreeSet<_>>().len();
    let wrong = measure::wrong_pairs(&truth, &found);
    say(format_args!(
        "| {seed} | {} | {} | {} | {:.3} | {} | {} |",
        documents.len(),
        count(&truth),
        count(&found),
        rand_index(&truth, &found),
        wrong.missed,
        wrong.joined
    ));
}

/// The texts of Wikinews, by paragraphs.
fn texts(places: &Places) -> Result<Vec<Vec<String>>, Failure> {
    let mut all = articles(places, Part::Dev)?;
    all.extend(articles(places, Part::Held)?);
    Ok(all.into_iter().map(|article| article.paragraphs).collect())
}

/// Many documents of the usual length for measuring speed: copies of the articles, each of which comes in several
/// languages of its own, made by another ending on every longer word, so that there are as many texts.
pub fn many(articles: &[String], count: usize) -> Vec<String> {
    let mut made = Vec::with_capacity(count);
    let mut chance = crate::prng::Prng::new(11);
    for tongue in 0_usize.. {
        let ending: String =
            [b'a' + (tongue % 26) as u8, b'a' + (tongue / 26 % 26) as u8].map(char::from).iter().collect();
        for article in articles {
            let text: Vec<String> = article.split("\n\n").map(|paragraph| other_tongue(paragraph, &ending)).collect();
            let report: Vec<Vec<String>> = text.into_iter().map(|paragraph| vec![paragraph]).collect();
            for _ in 0..1 + chance.below(8) {
                made.push(reprints::copy(&report, &mut chance));
                if made.len() == count {
                    return made;
                }
            }
        }
    }
    made
}

fn other_tongue(paragraph: &str, ending: &str) -> String {
    let words = paragraph.split(' ').map(|word| {
        if word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            format!("{word}{ending}")
        } else {
            word.to_owned()
        }
    });
    words.collect::<Vec<_>>().join(" ")
}
