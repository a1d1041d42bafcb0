//! scratch
use crate::factuality::{self, Read};
use crate::failure::{Failure, say};
use crate::places::Places;
use super::ridge::{self, Examples, Settings};
use read::certainty::factuality::features::Features;
use read::certainty::factuality::signs::Signs;

pub fn examples(read: &Read) -> Examples {
    let signs = Signs::new(&read::language::EN);
    let mut features = Features::default();
    let mut out = Examples::default();
    for (sentence, targets) in &read.sentences {
        for (at, label) in targets {
            features.extract(&read.all, sentence, *at, &signs);
            let mut hashes = features.hashes().to_vec();
            hashes.sort_unstable();
            hashes.dedup();
            out.features.push(hashes);
            out.answers.push(*label);
        }
    }
    out
}

pub fn pearson(a: &[i32], b: &[i32]) -> f64 {
    let n = a.len() as f64;
    let (ma, mb) = (a.iter().map(|x| *x as f64).sum::<f64>() / n, b.iter().map(|x| *x as f64).sum::<f64>() / n);
    let (mut ab, mut aa, mut bb) = (0.0, 0.0, 0.0);
    for (x, y) in a.iter().zip(b) {
        let (x, y) = (*x as f64 - ma, *y as f64 - mb);
        ab += x * y; aa += x * x; bb += y * y;
    }
    ab / (aa * bb).sqrt()
}
pub fn mae(a: &[i32], b: &[i32]) -> f64 {
    a.iter().zip(b).map(|(x, y)| (x - y).abs() as f64).sum::<f64>() / a.len() as f64 / 1000.0
}

pub fn scratch(places: &Places) -> Result<(), Failure> {
    let train = examples(&factuality::analyse(&factuality::training(places)?)?);
    let uw = examples(&factuality::analyse(&factuality::read(&places.corpus("factuality/uw/train.jsonl")?)?)?);
    let most = train.features.iter().map(Vec::len).max();
    let mean = train.features.iter().map(Vec::len).sum::<usize>() / train.features.len();
    say(format_args!("{} examples, features max {most:?} mean {mean}", train.answers.len()));
    let n = train.answers.len();
    let arg = |name: &str, d: i64| std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(d);
    let settings = Settings { penalty: arg("PEN", 30), cutoff: arg("CUT", 4) as usize, rounds: arg("ROUNDS", 20) as usize };
    let folds = 5;
    let drop: Vec<u64> = std::env::var("DROP").unwrap_or_default().split(',').filter_map(|v| v.parse().ok()).collect();
    let _ = drop;
    let mut held = vec![0; n];
    let mut uwp = vec![0; uw.answers.len()];
    for fold in 0..folds {
        let inside = |row: usize| row * folds / n == fold;
        let w = ridge::fit(&train, |row| !inside(row), settings);
        if fold == 0 { say(format_args!("{} weights, >=10: {}", w.len(), w.values().filter(|w| w.abs() >= 10).count())); }
        for row in (0..n).filter(|r| inside(*r)) { held[row] = ridge::sum(&w, &train.features[row]); }
        for (p, f) in uwp.iter_mut().zip(&uw.features) { *p += ridge::sum(&w, f) / folds as i32; }
    }
    say(format_args!("CV r {:.4} mae {:.4}   uw train r {:.4} mae {:.4}", pearson(&held, &train.answers), mae(&held, &train.answers), pearson(&uwp, &uw.answers), mae(&uwp, &uw.answers)));
    Ok(())
}
