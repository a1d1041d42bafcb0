//! Documents with known roots, made of Wikinews: reprints, edited, cut and reworded copies, and, as hard negatives,
//! independent reports of one event.

use super::words::{FILLERS, SYNONYMS};
use crate::prng::Prng;

const WIRES: [&str; 5] = ["AP", "AFP", "Reuters", "dpa", "UPI"];
const CITIES: [&str; 8] = ["LONDON", "GENEVA", "NEW YORK", "Brussels", "Harbour City", "VIENNA", "Delhi", "Nairobi"];
const OUTLETS: [&str; 6] =
    ["Asher Courier", "Verrin Observer", "Daily Lantern", "Harbour Herald", "Northgate Post", "Valley Record"];
const TAILS: [&str; 6] = [
    "Subscribe to our morning letter for more stories like this.",
    "This report was first published by the agency and may not be rewritten or redistributed.",
    "Follow us for the latest on this developing story.",
    "Additional reporting by staff. Editing by the foreign desk.",
    "Read more: what we know so far, in pictures and maps.",
    "Contact the newsroom with tips and corrections.",
];

/// Documents with the number of the root each comes from, in random order.
pub fn generate(articles: &[Vec<String>], seed: u64) -> Vec<(String, usize)> {
    let mut chance = Prng::new(seed);
    let (mut made, mut root) = (Vec::new(), 0);
    for article in articles {
        let sentences: Vec<Vec<String>> = article.iter().map(|paragraph| sentences(paragraph)).collect();
        for report in reports(&sentences, &mut chance) {
            made.push((plain(&report), root));
            for _ in 0..chance.below(8) {
                made.push((copy(&report, &mut chance), root));
            }
            root += 1;
        }
    }
    chance.shuffle(&mut made);
    made
}

/// The sentences of a paragraph, cut where a stop is followed by a blank and a capital.
fn sentences(paragraph: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for word in paragraph.split_whitespace() {
        let last = found.last_mut().expect("there is always one");
        let ends = last.len() > 20 && last.ends_with(['.', '?', '!', '"', '\u{201d}']) && !last.ends_with("Mr.");
        if ends && word.starts_with(|sign: char| sign.is_uppercase() || sign == '"' || sign == '\u{201c}') {
            found.push(word.to_owned());
        } else {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(word);
        }
    }
    found.retain(|sentence| !sentence.is_empty());
    found
}

/// What two reporters wrote of one event who did not read each other: they share names, figures, and what was said into
/// both their microphones, but no sentence of their own.
fn reports(sentences: &[Vec<String>], chance: &mut Prng) -> Vec<Vec<Vec<String>>> {
    let all: usize = sentences.iter().map(Vec::len).sum();
    if all < 8 || chance.percent(25) {
        return vec![sentences.to_vec()];
    }
    let mut two = [Vec::new(), Vec::new()];
    let quoted = sentences.iter().flatten().find(|sentence| quotation(sentence)).cloned();
    for (at, sentence) in sentences.iter().flatten().enumerate() {
        let side: &mut Vec<Vec<String>> = &mut two[at % 2];
        side.push(vec![sentence.clone()]);
        if quoted.as_ref() == Some(sentence) && chance.percent(60) {
            two[1 - at % 2].push(vec![sentence.clone()]);
        }
    }
    two.into()
}

/// Whether most of a sentence stands in quotation marks.
fn quotation(sentence: &str) -> bool {
    let inside: usize = sentence.split(['"', '\u{201c}', '\u{201d}']).skip(1).step_by(2).map(str::len).sum();
    inside * 2 > sentence.len()
}

fn plain(report: &[Vec<String>]) -> String {
    report.iter().map(|paragraph| paragraph.join(" ")).collect::<Vec<_>>().join("\n\n")
}

/// One copy of a report, as it comes to a desk.
pub fn copy(report: &[Vec<String>], chance: &mut Prng) -> String {
    let kind = chance.below(4);
    let mut report = report.to_vec();
    let words: usize = report.iter().flatten().map(|sentence| sentence.split_whitespace().count()).sum();
    if kind == 1 {
        // Cut from the end, where desks cut; no shorter than a brief of forty words.
        let keep = (words * (30 + chance.below(41)) / 100).max(40);
        let mut so_far = 0;
        for paragraph in &mut report {
            paragraph.retain(|sentence| {
                let kept = so_far < keep;
                so_far += sentence.split_whitespace().count();
                kept
            });
        }
        report.retain(|paragraph| !paragraph.is_empty());
    }
    if kind == 2 {
        let mut mixed: Vec<String> = report.into_iter().flatten().collect();
        chance.shuffle(&mut mixed);
        report = mixed.chunks(2).map(<[String]>::to_vec).collect();
    }
    let edits = match kind {
        0 => 0,
        1 => chance.below(6),
        2 => 15,
        _ => 2 + chance.below(24),
    };
    let text = report
        .iter()
        .map(|paragraph| {
            paragraph.iter().map(|sentence| edited(sentence, edits as u64, chance)).collect::<Vec<_>>().join(" ")
        })
        .collect::<Vec<_>>()
        .join("\n\n");
    dressed(&text, chance)
}

/// A sentence of which `percent` of the words were replaced, left out or added to.
fn edited(sentence: &str, percent: u64, chance: &mut Prng) -> String {
    let mut out: Vec<String> = Vec::new();
    for word in sentence.split_whitespace() {
        if !chance.percent(percent) {
            out.push(word.to_owned());
            continue;
        }
        let bare = word.trim_end_matches([',', '.', ';']).to_lowercase();
        let synonym = SYNONYMS.iter().find_map(|(one, other)| match bare.as_str() {
            bare if bare == *one => Some(*other),
            bare if bare == *other => Some(*one),
            _ => None,
        });
        match (synonym, chance.below(3)) {
            (Some(synonym), _) => out.push(synonym.to_owned()),
            (None, 0) => {}
            (None, 1) => out.extend([word.to_owned(), FILLERS[chance.below(FILLERS.len())].to_owned()]),
            (None, _) => out.push(FILLERS[chance.below(FILLERS.len())].to_owned()),
        }
    }
    out.join(" ")
}

/// With the dateline, the byline and the furniture of another house.
fn dressed(text: &str, chance: &mut Prng) -> String {
    let mut out = String::new();
    if chance.percent(40) {
        out.push_str(&format!("By the staff of the {}\n\n", OUTLETS[chance.below(OUTLETS.len())]));
    }
    if chance.percent(60) {
        let (city, wire) = (CITIES[chance.below(CITIES.len())], WIRES[chance.below(WIRES.len())]);
        out.push_str(&format!("{city} ({wire}) \u{2014} "));
    }
    out.push_str(text);
    for _ in 0..chance.below(3) {
        out.push_str(&format!("\n\n{}", TAILS[chance.below(TAILS.len())]));
    }
    out
}
