//! The articles that are read for measuring: news of the usual length.

use std::ops::RangeInclusive;

use crate::failure::Failure;
use crate::places::Places;

/// How many words an article of usual length has.
const USUAL: RangeInclusive<usize> = 100..=1000;

/// How many words a text has: runs of characters without white space.
pub fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// All articles of the training part of PolNeAR, in the order of their names.
///
/// # Errors
/// If they are not there.
pub fn all(places: &Places) -> Result<Vec<String>, Failure> {
    let folder = places.corpus("polnear/train")?.join("text");
    let entries = std::fs::read_dir(&folder).map_err(|error| Failure::at(&folder, &error))?;
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).map_err(|error| Failure::at(path, &error))).collect()
}

/// Those of them that have 100 to 1,000 words.
///
/// # Errors
/// If they are not there.
pub fn of_usual_length(places: &Places) -> Result<Vec<String>, Failure> {
    let mut articles = all(places)?;
    articles.retain(|article| USUAL.contains(&words(article)));
    Ok(articles)
}
