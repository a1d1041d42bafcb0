//! Makes the classes of words: clusters of the word vectors of a language model, by k-means.
//!
//! The vectors are those of the model's first layer, one for each word of its vocabulary: words that are used alike lie
//! near each other. What is kept of a vector is only the number of its cluster.

use std::path::Path;

use read::model::hash::folded;
use read::name::gazetteer::{Class, Gazetteer};

use crate::failure::{Failure, say};
use crate::prng::Prng;
use crate::train::SEED;

/// Fine classes, middle ones, and coarse ones.
const SIZES: [usize; 3] = [1024, 256, 64];
const ROUNDS: usize = 12;
const TENSOR: &str = "embeddings.word_embeddings.weight";

/// The bytes of the classes, from a folder with `vocab.txt` and `model.safetensors`.
///
/// # Errors
/// If a file cannot be read or is not what it should be.
pub fn build(folder: &Path) -> Result<Vec<u8>, Failure> {
    let path = folder.join("vocab.txt");
    let vocabulary = std::fs::read_to_string(&path).map_err(|error| Failure::at(&path, &error))?;
    let (vectors, width) = vectors(&folder.join("model.safetensors"))?;
    let word = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_alphabetic);
    let kept: Vec<(usize, &str)> = vocabulary.lines().enumerate().filter(|(_, line)| word(line)).collect();
    let mut points = Vec::with_capacity(kept.len() * width);
    for (at, _) in &kept {
        let Some(vector) = vectors.get(at * width..(at + 1) * width) else {
            return Err(Failure::new("the vocabulary is longer than its vectors"));
        };
        points.extend_from_slice(vector);
    }
    normalise(&mut points, width);
    let [fine, middle, coarse] = SIZES.map(|size| clusters(&points, width, size));
    // 0 is kept for words that have no class.
    let class = |at: usize| Class::new(fine[at] + 1, middle[at] + 1, coarse[at] + 1);
    Ok(Gazetteer::classes_to_bytes(kept.iter().enumerate().map(|(at, (_, word))| (folded(word), class(at)))))
}

/// All numbers of the tensor of word vectors, and the length of one vector.
pub fn vectors(path: &Path) -> Result<(Vec<f32>, usize), Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::at(path, &error))?;
    let wrong = || Failure::new(format!("{} has no word vectors", path.display()));
    let (length, rest) = bytes.split_first_chunk::<8>().ok_or_else(wrong)?;
    let (header, data) = rest.split_at_checked(u64::from_le_bytes(*length) as usize).ok_or_else(wrong)?;
    let header: serde_json::Value = serde_json::from_slice(header).map_err(|error| Failure::at(path, &error))?;
    let tensor = &header[TENSOR];
    let offset = |at: usize| tensor["data_offsets"][at].as_u64().map(|offset| offset as usize);
    let width = tensor["shape"][1].as_u64().ok_or_else(wrong)? as usize;
    let range = offset(0).zip(offset(1)).and_then(|(from, to)| data.get(from..to)).ok_or_else(wrong)?;
    if tensor["dtype"].as_str() != Some("F32") {
        return Err(wrong());
    }
    Ok((range.as_chunks::<4>().0.iter().map(|number| f32::from_le_bytes(*number)).collect(), width))
}

/// Moves the vectors so that their mean is nothing, and makes each one long.
pub fn normalise(points: &mut [f32], width: usize) {
    let count = (points.len() / width).max(1) as f32;
    let mut mean = vec![0.0; width];
    for point in points.chunks(width) {
        mean.iter_mut().zip(point).for_each(|(sum, number)| *sum += number / count);
    }
    for point in points.chunks_mut(width) {
        point.iter_mut().zip(&mean).for_each(|(number, mean)| *number -= mean);
        unit(point);
    }
}

fn unit(vector: &mut [f32]) {
    let length = dot(vector, vector).sqrt();
    if length > 0.0 {
        vector.iter_mut().for_each(|number| *number /= length);
    }
}

/// The product of two vectors, summed in eight lanes: always in the same order, on every machine.
pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0.0_f32; 8];
    for (a, b) in a.as_chunks::<8>().0.iter().zip(b.as_chunks::<8>().0) {
        for at in 0..8 {
            lanes[at] += a[at] * b[at];
        }
    }
    lanes.iter().sum()
}

/// The cluster of each point.
fn clusters(points: &[f32], width: usize, size: usize) -> Vec<u32> {
    let count = points.len() / width;
    let point = |at: usize| &points[at * width..(at + 1) * width];
    let mut order: Vec<usize> = (0..count).collect();
    Prng::new(SEED).shuffle(&mut order);
    let mut centres: Vec<f32> = order.iter().take(size).flat_map(|at| point(*at).iter().copied()).collect();
    let mut cluster = vec![0; count];
    for round in 0..ROUNDS {
        let mut moved = 0;
        for (at, own) in cluster.iter_mut().enumerate() {
            let mut top = (f32::MIN, 0);
            for (number, centre) in centres.chunks(width).enumerate() {
                let near = dot(point(at), centre);
                if near > top.0 {
                    top = (near, number as u32);
                }
            }
            moved += usize::from(*own != top.1);
            *own = top.1;
        }
        let mut sums = vec![0.0; centres.len()];
        for (at, own) in cluster.iter().enumerate() {
            let from = *own as usize * width;
            sums[from..from + width].iter_mut().zip(point(at)).for_each(|(sum, number)| *sum += number);
        }
        for (centre, sum) in centres.chunks_mut(width).zip(sums.chunks_mut(width)) {
            if sum.iter().any(|number| *number != 0.0) {
                unit(sum);
                centre.copy_from_slice(sum);
            }
        }
        say(format_args!("  {size} classes, round {}: {moved} words moved", round + 1));
    }
    cluster
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_that_lie_together_are_one_class() {
        let mut points = Vec::new();
        for at in 0..40 {
            let mut point = [0.01 * at as f32; 8];
            point[at % 2] = 5.0;
            points.extend(point);
        }
        normalise(&mut points, 8);
        let found = clusters(&points, 8, 2);
        assert!(found.chunks(2).all(|pair| pair == &found[..2]) && found[0] != found[1]);
    }
}
