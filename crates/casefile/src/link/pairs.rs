//! Which documents are worth comparing: those that share several phrases that few others have.

use super::sketch::Sketch;

/// Each document of a phrase is paired with so many of those that follow it.
const NEIGHBOURS: usize = 4;
/// Pairs that share fewer sampled phrases are not compared.
const LEAST: u32 = 2;
/// Phrases of more documents are the language, not a text, unless so many documents are one text, which their own phrases
/// then show.
const COMMON: usize = 2_000;

/// Pairs of the numbers of documents, the lower first; those of which most phrases were seen in both come first.
pub fn pairs(sketches: &[Sketch]) -> Vec<(u32, u32)> {
    let mut postings: Vec<u64> = Vec::with_capacity(sketches.iter().map(|sketch| sketch.picks.len() / 2).sum());
    for (number, sketch) in (0_u64..).zip(sketches) {
        postings.extend(sketch.sample().iter().map(|pick| u64::from(pick.hash) << 32 | number));
    }
    postings.sort_unstable();
    let mut met: Vec<u64> = Vec::new();
    for run in postings.chunk_by(|a, b| a >> 32 == b >> 32) {
        if run.len() > COMMON {
            continue;
        }
        for (at, one) in run.iter().enumerate() {
            let after = run.iter().skip(at + 1).take(NEIGHBOURS);
            met.extend(after.map(|other| one << 32 | other & 0xffff_ffff));
        }
    }
    drop(postings);
    met.sort_unstable();
    let counted = met.chunk_by(|a, b| a == b).filter(|run| run.len() >= LEAST as usize);
    let mut pairs: Vec<(u32, u32, u32)> =
        counted.map(|run| ((run[0] >> 32) as u32, run[0] as u32, run.len() as u32)).collect();
    pairs.sort_unstable_by_key(|(one, other, count)| (std::cmp::Reverse(*count), *one, *other));
    pairs.into_iter().map(|(one, other, _)| (one, other)).collect()
}
