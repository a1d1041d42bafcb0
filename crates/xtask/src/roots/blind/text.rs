//! A text as the generator handles it: paragraphs of sentences, and how much of it there is.

use std::collections::BTreeSet;

/// Paragraphs of sentences.
pub type Body = Vec<Vec<String>>;

/// The longest body, in words; a feature or an interview goes on after that, but no more is learnt from it.
const LONGEST: usize = 900;

/// What ends in a full stop without ending a sentence.
const ABBREVIATIONS: [&str; 30] = [
    "mr", "mrs", "ms", "dr", "st", "prof", "rev", "gen", "gov", "sen", "rep", "lt", "col", "sgt", "capt", "jr", "sr",
    "inc", "ltd", "co", "corp", "no", "vs", "jan", "feb", "aug", "sept", "oct", "nov", "dec",
];

/// The months, as an article writes them in full.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The days of the week.
pub const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The article without the line of its date and without what stands under pictures. A sentence of which an earlier
/// article, or the same one, had much (a corpus carries background from one story into the next) is left out, so that
/// no two roots share text by accident; `seen` remembers four words at a time.
pub fn body(article: &[String], seen: &mut BTreeSet<String>) -> Body {
    let mut left = LONGEST;
    let mut body = Body::new();
    for paragraph in article.iter().filter(|paragraph| is_prose(paragraph)) {
        let mut kept = sentences(paragraph);
        kept.retain(|sentence| is_news(sentence, seen));
        let words: usize = kept.iter().map(|sentence| count(sentence)).sum();
        if words > left {
            break;
        }
        left -= words;
        if !kept.is_empty() {
            body.push(kept);
        }
    }
    body
}

/// Whether a paragraph is neither a date, a heading nor the words under a picture.
fn is_prose(paragraph: &str) -> bool {
    let text = paragraph.trim();
    let is_date = DAYS.iter().any(|day| text.starts_with(day)) && count(text) <= 4;
    let ends = |mark: char| text.ends_with(mark) || text.ends_with(&format!("{mark}\"")) || text.contains(mark);
    !is_date && count(text) >= 5 && !text.contains("Image:") && ['.', '!', '?'].into_iter().any(ends)
}

/// Whether less than three in ten of the word quadruples of the sentence were seen before; they are from now on.
fn is_news(sentence: &str, seen: &mut BTreeSet<String>) -> bool {
    let words: Vec<String> = sentence.split_whitespace().map(bare).collect();
    let quadruples: Vec<String> = words.windows(4.min(words.len().max(1))).map(|four| four.join(" ")).collect();
    let known = quadruples.iter().filter(|four| seen.contains(*four)).count();
    seen.extend(quadruples.iter().cloned());
    known * 10 < quadruples.len() * 3
}

/// How many words `text` has.
pub fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// How many words `body` has.
pub fn words(body: &Body) -> usize {
    body.iter().flatten().map(|sentence| count(sentence)).sum()
}

/// The word without the marks around it, in small letters.
pub fn bare(word: &str) -> String {
    word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase()
}

/// `text` with its first letter a capital.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Whether `word` begins with a capital.
pub fn is_capital(word: &str) -> bool {
    word.trim_start_matches(|letter: char| !letter.is_alphanumeric()).chars().next().is_some_and(char::is_uppercase)
}

/// Whether the double quotation marks of `text` close.
fn is_balanced(text: &str) -> bool {
    let plain = text.matches('"').count().is_multiple_of(2);
    plain && text.matches('\u{201c}').count() == text.matches('\u{201d}').count()
}

/// The sentences of a paragraph; one that is quoted whole is not taken apart.
pub fn sentences(paragraph: &str) -> Vec<String> {
    let words: Vec<&str> = paragraph.split_whitespace().collect();
    let mut found = Vec::new();
    let mut open = String::new();
    for (at, word) in words.iter().enumerate() {
        if !open.is_empty() {
            open.push(' ');
        }
        open.push_str(word);
        let next = words.get(at + 1).copied().unwrap_or_default();
        let begins = is_capital(next) || next.starts_with(|letter: char| letter.is_ascii_digit());
        if ends(word) && begins && is_balanced(&open) {
            found.push(std::mem::take(&mut open));
        }
    }
    if !open.is_empty() {
        found.push(open);
    }
    found
}

/// Whether a sentence may end with `word`.
fn ends(word: &str) -> bool {
    let core = word.trim_end_matches(['"', '\'', ')', ']', '\u{201d}', '\u{2019}']);
    if core.ends_with(['!', '?']) {
        return true;
    }
    let Some(stem) = core.strip_suffix('.') else { return false };
    let stem = stem.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let is_initial = stem.chars().count() < 2 && !stem.starts_with(|letter: char| letter.is_ascii_digit());
    !is_initial && !stem.contains('.') && !ABBREVIATIONS.contains(&stem.to_lowercase().as_str())
}

/// The proper names of `body`, longest first: capitals within a sentence that go together.
pub fn names(body: &Body) -> Vec<String> {
    let mut names = BTreeSet::new();
    for sentence in body.iter().flatten() {
        let mut run: Vec<&str> = Vec::new();
        for word in sentence.split_whitespace().skip(1) {
            let core = word.trim_matches(|letter: char| !letter.is_alphanumeric());
            let is_calendar = DAYS.contains(&core) || MONTHS.contains(&core);
            let is_name = is_capital(word) && core.len() > 2 && !is_calendar;
            if is_name {
                run.push(core.trim_end_matches("'s"));
            }
            if !is_name || !word.ends_with(char::is_alphanumeric) {
                if !run.is_empty() && run.len() < 4 {
                    names.insert(run.join(" "));
                }
                run.clear();
            }
        }
    }
    let mut names: Vec<String> = names.into_iter().collect();
    names.sort_by_key(|name| std::cmp::Reverse(count(name)));
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_neither_at_a_title_nor_within_a_quotation() {
        let found = sentences("Mr. Doe left the U.S. House on Jan. 4. \"I go. I shall not return.\" He slept.");
        assert_eq!(found, ["Mr. Doe left the U.S. House on Jan. 4.", "\"I go. I shall not return.\"", "He slept."]);
    }

    #[test]
    fn a_date_and_the_words_under_a_picture_are_not_text() {
        let article =
            ["Friday, January 4, 2019 ", "A harbour burnt down last night.", "The harbour today. Image: A. B."];
        let article = article.map(String::from);
        let mut seen = BTreeSet::new();
        assert_eq!(body(&article, &mut seen), [["A harbour burnt down last night."]]);
        assert!(body(&article, &mut seen).is_empty(), "a sentence of an earlier article is not used again");
    }

    #[test]
    fn names_are_capitals_that_go_together() {
        let body = vec![vec!["On Monday the Port of Hull and Jane Doe, of Leeds, met.".to_owned()]];
        assert_eq!(names(&body), ["Jane Doe", "Hull", "Leeds", "Port"]);
    }
}
