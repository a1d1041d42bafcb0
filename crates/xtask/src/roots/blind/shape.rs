//! What is done to the whole of a text: cut for space, told in another order, set in other paragraphs.

use super::pen::LOWERED;
use super::text::{Body, capitalised, count, words};
use crate::prng::Prng;

/// The shortest that a cut leaves, in words: a brief of two lines.
const SHORTEST: usize = 30;

/// Cuts from the end, the way the inverted pyramid is meant to be cut, until `percent` in a hundred are left: whole
/// paragraphs, and within the last one whole sentences.
pub fn cut_end(body: &mut Body, percent: usize) {
    let goal = (words(body) * percent / 100).max(SHORTEST);
    let mut held = 0;
    for paragraph in body.iter_mut() {
        paragraph.retain(|sentence| {
            let fits = held < goal;
            if fits {
                held += count(sentence);
            }
            fits
        });
    }
    tidy(body);
}

/// Cuts from the middle until `percent` in a hundred are left: the lead and the end stay, and a paragraph here and
/// there does not.
pub fn cut_middle(body: &mut Body, percent: usize, rng: &mut Prng) {
    let goal = (words(body) * percent / 100).max(SHORTEST);
    while body.len() > 2 {
        let at = 1 + rng.below(body.len() - 1);
        if words(body) - body[at].iter().map(|sentence| count(sentence)).sum::<usize>() < goal {
            break;
        }
        body.remove(at);
    }
}

/// Leaves out single sentences after the lead until `percent` in a hundred are left: a sub-editor who trims for length.
pub fn thin(body: &mut Body, percent: usize, rng: &mut Prng) {
    let goal = (words(body) * percent / 100).max(SHORTEST);
    loop {
        let mut places: Vec<(usize, usize)> =
            body.iter().enumerate().flat_map(|(at, sentences)| (0..sentences.len()).map(move |to| (at, to))).collect();
        places.remove(0);
        if places.is_empty() {
            break;
        }
        let (at, to) = places[rng.below(places.len())];
        if words(body) - count(&body[at][to]) < goal {
            break;
        }
        body[at].remove(to);
        tidy(body);
    }
}

/// The item in brief: the first one to three sentences, as far as they say something.
pub fn brief(body: &mut Body, rng: &mut Prng) {
    let most = 1 + rng.below(3);
    let mut kept = Vec::new();
    let mut held = 0;
    for sentence in body.drain(..).flatten() {
        if held < SHORTEST || kept.len() < most {
            held += count(&sentence);
            kept.push(sentence);
        }
    }
    body.push(kept);
}

/// Tells it in another order. A paraphrase keeps the facts and turns the sequence: either paragraphs change places, or
/// sentences move by a few places, or, seldom, all are told anew from another end.
pub fn reorder(body: &mut Body, rng: &mut Prng) {
    match rng.below(10) {
        0..4 if body.len() > 2 => {
            let from = usize::from(rng.percent(70));
            rng.shuffle(&mut body[from..]);
        }
        8.. => {
            let mut all: Vec<String> = body.drain(..).flatten().collect();
            rng.shuffle(&mut all);
            *body = vec![all];
            reset(body, rng);
        }
        _ => {
            let sizes: Vec<usize> = body.iter().map(Vec::len).collect();
            let mut all: Vec<String> = body.drain(..).flatten().collect();
            for at in 1..all.len() {
                if rng.percent(60) {
                    all.swap(at, at - 1 - rng.below(at.min(3)));
                }
            }
            let mut rest = all.into_iter();
            *body = sizes.into_iter().map(|size| rest.by_ref().take(size).collect()).collect();
        }
    }
}

/// Builds sentences otherwise: what leads in goes behind, two short ones become one, one of two halves becomes two.
pub fn rebuild(body: &mut Body, percent: u64, rng: &mut Prng) {
    for paragraph in body.iter_mut() {
        let mut built: Vec<String> = Vec::new();
        for sentence in paragraph.drain(..) {
            if !rng.percent(percent) {
                built.push(sentence);
                continue;
            }
            if let Some(turned) = turned(&sentence) {
                built.push(turned);
            } else if let Some((first, second)) = halves(&sentence) {
                built.extend([first, second]);
            } else if let Some(joined) = built.last().and_then(|before| joined(before, &sentence)) {
                built.pop();
                built.push(joined);
            } else {
                built.push(sentence);
            }
        }
        *paragraph = built;
    }
}

/// "On Monday, the house fell." turned to "The house fell on Monday.", and "according to" brought to the front.
fn turned(sentence: &str) -> Option<String> {
    if sentence.contains(['"', '\u{201c}', '\u{201d}', '(', ';', ':']) {
        return None;
    }
    let plain = sentence.strip_suffix('.')?;
    if let Some((main, source)) = plain.split_once(", according to ") {
        let main = lowered(main).unwrap_or_else(|| main.to_owned());
        return (!source.contains(',')).then(|| format!("According to {source}, {main}."));
    }
    let (lead, main) = plain.split_once(", ")?;
    let begins = ["In ", "On ", "After ", "According ", "Following ", "During ", "At ", "By ", "Before ", "Since "];
    if count(lead) > 7 || main.contains(',') || !begins.iter().any(|word| lead.starts_with(word)) {
        return None;
    }
    let mut letters = lead.chars();
    let first = letters.next()?.to_lowercase();
    let comma = if lead.starts_with("According") { "," } else { "" };
    Some(format!("{}{comma} {}{}.", capitalised(main), first, letters.as_str()))
}

/// The two sentences that ", and he ..." or "; it ..." holds together.
fn halves(sentence: &str) -> Option<(String, String)> {
    for joint in [", and ", "; ", ", but ", ", while "] {
        for (at, _) in sentence.match_indices(joint) {
            let (first, second) = (&sentence[..at], &sentence[at + joint.len()..]);
            let begins = second.split(' ').next().is_some_and(|word| LOWERED.contains(&word));
            if begins && count(first) > 5 && count(second) > 5 && first.matches('"').count().is_multiple_of(2) {
                let but = if joint == ", but " { "But " } else { "" };
                let second = if but.is_empty() { capitalised(second) } else { second.to_owned() };
                return Some((format!("{first}."), format!("{but}{second}")));
            }
        }
    }
    None
}

/// Two short sentences as one.
fn joined(before: &str, after: &str) -> Option<String> {
    let before = before.strip_suffix('.').filter(|before| count(before) < 18 && !before.ends_with('.'))?;
    let after = lowered(after).filter(|after| count(after) < 18)?;
    Some(format!("{before}, and {after}"))
}

/// The sentence as it goes on within another, if its first word is no name.
fn lowered(sentence: &str) -> Option<String> {
    let first = sentence.split(' ').next()?;
    let small = first.to_lowercase();
    LOWERED.contains(&small.as_str()).then(|| format!("{small}{}", &sentence[first.len()..]))
}

/// Sets the text in other paragraphs: one sentence each as for the wireless, or a few, or all in one.
pub fn reset(body: &mut Body, rng: &mut Prng) {
    let most = [1, 1, 2, 3, 4, 50][rng.below(6)];
    let mut set = Body::new();
    let mut room = 0;
    for sentence in body.drain(..).flatten() {
        match set.last_mut().filter(|_| room > 0) {
            Some(paragraph) => paragraph.push(sentence),
            None => {
                set.push(vec![sentence]);
                room = if most == 50 { most } else { 1 + rng.below(most) };
            }
        }
        room -= 1;
    }
    *body = set;
}

/// Drops paragraphs without a sentence.
pub fn tidy(body: &mut Body) {
    body.retain(|paragraph| !paragraph.is_empty());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Body {
        (0..8)
            .map(|at| {
                let told = format!("Witness {at} told the court of night {at}, and the clerk wrote it down at once.");
                vec![told, format!("He had \"seen the ship number {at} leave\" the harbour before dawn that day.")]
            })
            .collect()
    }

    #[test]
    fn a_cut_keeps_the_lead() {
        for seed in 0..20 {
            let rng = &mut Prng::new(seed);
            let (mut end, mut middle, mut thinned, mut short) = (sample(), sample(), sample(), sample());
            cut_end(&mut end, 40);
            cut_middle(&mut middle, 50, rng);
            thin(&mut thinned, 50, rng);
            brief(&mut short, rng);
            for cut in [end, middle, thinned, short] {
                assert_eq!(cut[0][0], sample()[0][0]);
                assert!(words(&cut) < words(&sample()) * 2 / 3 && words(&cut) >= SHORTEST);
            }
        }
    }

    #[test]
    fn another_order_loses_no_sentence() {
        for seed in 0..20 {
            let mut body = sample();
            reorder(&mut body, &mut Prng::new(seed));
            let sorted = |body: Body| {
                let mut all: Vec<String> = body.into_iter().flatten().collect();
                all.sort();
                all
            };
            assert_eq!(sorted(body), sorted(sample()));
        }
    }

    #[test]
    fn sentences_are_built_otherwise() {
        assert_eq!(turned("On Monday, the wall fell.").as_deref(), Some("The wall fell on Monday."));
        let turned = turned("The wall fell, according to Jane Doe.");
        assert_eq!(turned.as_deref(), Some("According to Jane Doe, the wall fell."));
        assert_eq!(joined("A wall fell.", "It was old.").as_deref(), Some("A wall fell, and it was old."));
    }
}
