//! Puts worlds together and throws away those that would not be fair.

use super::clean::{self, Clean};
use super::leak::{self, Leak};
use super::leak_loose;
use super::prng::Prng;
use super::setting::{FILLER, OPEN, OPEN_CORE, Setting, Used};
use super::text::{fold, numbers_in, words};
use super::{Class, Line, World};

/// How many secrets a world has.
const PER_WORLD: usize = 4;

/// Worlds with `secrets` secrets in all; equal seeds give equal worlds.
pub fn worlds(seed: u64, secrets: usize) -> Vec<World> {
    let mut list = Vec::new();
    let mut left = secrets;
    let mut at = 0;
    let mut r = Prng::new(seed);
    while left > 0 {
        let count = left.min(PER_WORLD);
        loop {
            if let Some(world) = world(&mut r, count, at) {
                list.push(world);
                break;
            }
        }
        left -= count;
        at += 1;
    }
    list
}

/// One world, unless a check fails.
fn world(r: &mut Prng, count: usize, at: usize) -> Option<World> {
    let mut used = Used::default();
    let setting = Setting::draw(r, &mut used);
    let mut leaks: Vec<Leak> = (0..count)
        .map(|i| match (i + at) % 4 {
            0 => leak::verbatim(r, &setting, &mut used),
            1 => leak::format(r, &setting, &mut used),
            2 => leak_loose::rounded(r, &setting, &mut used),
            _ => leak_loose::paraphrase(r, &setting, &mut used),
        })
        .collect();
    r.shuffle(&mut leaks);
    let mut cleans: Vec<Clean> = Vec::new();
    while cleans.len() < count {
        let hard = cleans.is_empty() || r.chance(45);
        let next = if hard { clean::hard(r, &setting, &mut used, &leaks) } else { clean::easy(r, &setting, &mut used) };
        if cleans.iter().all(|c| c.line.text != next.line.text && c.line.how != next.line.how) {
            cleans.push(next);
        }
    }
    let protected = reports(r, &setting, &leaks, &cleans);
    let open = news(r, &setting, &cleans);
    if !fair(&leaks, &cleans, &protected, &open) {
        return None;
    }
    let mut lines: Vec<Line> = leaks.into_iter().map(|l| l.line).chain(cleans.into_iter().map(|c| c.line)).collect();
    r.shuffle(&mut lines);
    Some(World { protected, open, lines })
}

/// The protected reports: a secret each, shared sentences, and filler.
fn reports(r: &mut Prng, s: &Setting, leaks: &[Leak], cleans: &[Clean]) -> Vec<String> {
    let mut texts: Vec<Vec<String>> = Vec::new();
    for leak in leaks {
        match texts.last_mut() {
            Some(last) if last.len() < 2 && r.chance(25) => last.push(leak.protected.clone()),
            _ => texts.push(vec![leak.protected.clone()]),
        }
    }
    for shared in cleans.iter().filter_map(|c| c.protected.clone()) {
        let at = r.below(texts.len() + 1);
        match texts.get_mut(at) {
            Some(text) if text.len() < 4 => text.push(shared),
            _ => texts.push(vec![shared]),
        }
    }
    for text in &mut texts {
        while text.len() < 4 && r.chance(60) {
            let more = s.fill(*r.pick(FILLER), &[]);
            if !text.contains(&more) {
                text.push(more);
            }
        }
        r.shuffle(text);
    }
    r.shuffle(&mut texts);
    texts.into_iter().map(|t| t.join(" ")).collect()
}

/// The open texts: the background and what is shared.
fn news(r: &mut Prng, s: &Setting, cleans: &[Clean]) -> Vec<String> {
    let mut sentences: Vec<String> = OPEN_CORE.iter().map(|f| s.fill(f, &[])).collect();
    sentences.extend(cleans.iter().filter_map(|c| c.open.clone()));
    for _ in 0..r.range(1, 4) {
        sentences.push(s.fill(*r.pick(OPEN), &[]));
    }
    sentences.sort();
    sentences.dedup();
    r.shuffle(&mut sentences);
    let mut texts = Vec::new();
    while !sentences.is_empty() {
        let n = (1 + r.below(3)).min(sentences.len());
        texts.push(sentences.drain(..n).collect::<Vec<_>>().join(" "));
    }
    texts
}

/// Whether the words of `part` stand in a row in `text`.
fn holds(text: &[String], part: &str) -> bool {
    let part = words(part);
    !part.is_empty() && text.windows(part.len()).any(|w| w == part)
}

/// Whether every secret is in protected texts only, and every clean line clean.
fn fair(leaks: &[Leak], cleans: &[Clean], protected: &[String], open: &[String]) -> bool {
    let behind = protected.join(" ");
    for (i, leak) in leaks.iter().enumerate() {
        if !fold(&behind).contains(&fold(&leak.line.secret)) {
            return false;
        }
        let elsewhere: Vec<&str> = open
            .iter()
            .map(String::as_str)
            .chain(cleans.iter().map(|c| c.line.text.as_str()))
            .chain(leaks.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, l)| l.line.text.as_str()))
            .collect();
        for text in elsewhere {
            let have = words(text);
            if leak.forbid.iter().any(|f| holds(&have, f)) {
                return false;
            }
            let near = |n: f64| leak.numbers.iter().any(|m| (n / m - 1.0).abs() < 0.12);
            if numbers_in(text).into_iter().any(near) {
                return false;
            }
            if let Some(fact) = &leak.fact {
                let crowded = text.split(['.', '!']).any(|sentence| {
                    let n = fact.touched(sentence);
                    n > 1 && n * 5 > fact.size() * 2
                });
                if crowded {
                    return false;
                }
            }
        }
    }
    let open_all = words(&open.join(" "));
    let behind = words(&behind);
    cleans.iter().all(|c| {
        let have = words(&c.line.text);
        let rows_fine = have.windows(5).all(|w| {
            !behind.windows(5).any(|v| v == w)
                || open_all.windows(5).any(|v| v == w)
                || c.line.how == "fact in open in other words"
        });
        rows_fine && c.line.class == Class::Clean
    })
}
