//! The piece of a text that shows best why it was found.

use record::span::Span;

/// How long a snippet is, in bytes.
const LENGTH: usize = 220;
/// How much of a text is looked at.
const LOOKED_AT: usize = 200_000;

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Snippet {
    /// The piece.
    pub text: String,
    /// Where it stands in the text of the document.
    pub span: Span,
    /// Where in the piece the words stand that were looked for.
    pub marks: Vec<Span>,
}

/// A word of the text that is looked for, and which.
struct Met {
    span: Span,
    word: usize,
}

/// The piece of `text` in which most of `words` stand, and how often they stand in the text in all.
pub(crate) fn snippet(text: &str, words: &[&str]) -> (Snippet, usize) {
    let met = met(text, words);
    let mut best = (0, 0);
    for (first, from) in met.iter().enumerate() {
        let within = met.iter().skip(first).take_while(|one| one.span.end <= from.span.start + LENGTH);
        let mut kinds: Vec<usize> = within.map(|one| one.word).collect();
        let count = kinds.len();
        kinds.sort_unstable();
        kinds.dedup();
        let score = kinds.len() * 100 + count.min(99);
        if score > best.0 {
            best = (score, first);
        }
    }
    let begin = met.get(best.1).map_or(0, |one| one.span.start);
    let start = sentence_before(text, begin);
    let end = word_before(text, start, boundary(text, (start + LENGTH).min(text.len())));
    let marks = met
        .iter()
        .filter(|one| one.span.start >= start && one.span.end <= end)
        .map(|one| Span::new(one.span.start - start, one.span.end - start))
        .collect();
    let piece = text.get(start..end).unwrap_or_default().to_owned();
    (Snippet { text: piece, span: Span::new(start, end), marks }, met.len())
}

/// Where the words stand. Endings do not count: "denied" shows why "denies" was found.
fn met(text: &str, words: &[&str]) -> Vec<Met> {
    let stems: Vec<&str> = words.iter().map(|word| stem(word)).collect();
    let mut met = Vec::new();
    let mut start = None;
    let looked_at = boundary(text, LOOKED_AT.min(text.len()));
    let ends = text[..looked_at].char_indices().chain([(looked_at, ' ')]);
    for (at, sign) in ends {
        if sign.is_alphanumeric() {
            start.get_or_insert(at);
        } else if let Some(start) = start.take() {
            let word = text[start..at].to_lowercase();
            let found = stems
                .iter()
                .zip(words)
                .position(|(stem, whole)| word.starts_with(stem) && word.len() <= whole.len() + 4);
            met.extend(found.map(|word| Met { span: Span::new(start, at), word }));
        }
    }
    met
}

/// A word without what may be its ending.
fn stem(word: &str) -> &str {
    let keep = word.chars().count().saturating_sub(3).max(4);
    word.char_indices().nth(keep).map_or(word, |(end, _)| word.get(..end).unwrap_or(word))
}

/// The beginning of the sentence that holds `at`, if it is near; else of a word.
fn sentence_before(text: &str, at: usize) -> usize {
    let from = boundary(text, at.saturating_sub(LENGTH / 2));
    let before = text.get(from..at).unwrap_or_default();
    let sentence = sentence_end(before).map(|end| from + end);
    let start =
        sentence.or_else(|| (from > 0).then(|| before.find(' ').map(|blank| from + blank)).flatten()).unwrap_or(from);
    let blanks = text.get(start..at).unwrap_or_default();
    start
        + (blanks.len()
            - blanks.trim_start_matches(|sign: char| sign.is_whitespace() || sign == '"' || sign == '\u{201d}').len())
}

/// Where the last sentence ends that ends in a text: at a line break, or a stop with a capital behind it, which the stops of
/// "U.S. intelligence" have not.
fn sentence_end(text: &str) -> Option<usize> {
    let mut ends = text.match_indices(['\n', '.', '?', '!']).map(|(at, sign)| (at + sign.len(), sign));
    let is_end = |(end, sign): &(usize, &str)| {
        let rest = text.get(*end..).unwrap_or_default();
        let next = rest.trim_start().chars().next();
        *sign == "\n" || rest.starts_with(' ') && next.is_none_or(|next| !next.is_lowercase())
    };
    ends.rfind(is_end).map(|(end, _)| end)
}

/// The end of the last whole word before `end`.
fn word_before(text: &str, start: usize, end: usize) -> usize {
    let piece = text.get(start..end).unwrap_or_default();
    let whole = end == text.len() || text.get(end..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
    match piece.rfind(char::is_whitespace) {
        Some(blank) if !whole => start + piece.get(..blank).unwrap_or_default().trim_end().len(),
        _ => end,
    }
}

/// The nearest place at or before `at` where a character begins.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The harbour was quiet. Nobody came.\n\nOn Friday the minister denied that lethal aid had been sent, and \
        he said that no aid would be. Later he left.";

    #[test]
    fn the_piece_with_most_of_the_words_is_shown_from_its_sentence_on() {
        let (snippet, count) = snippet(TEXT, &["aid", "denies"]);
        assert!(snippet.text.starts_with("On Friday the minister denied"), "{snippet:?}");
        let marked: Vec<&str> = snippet.marks.iter().map(|span| &snippet.text[span.start..span.end]).collect();
        assert_eq!(marked, ["denied", "aid", "aid"]);
        assert_eq!(count, 3);
        assert_eq!(&TEXT[snippet.span.start..snippet.span.end], snippet.text);
    }

    #[test]
    fn no_word_is_cut_and_a_stop_within_a_name_ends_no_sentence() {
        let text = format!(
            "Nobody came. The first U.S. intelligence on wagons came late, {}",
            "and then came more ".repeat(20)
        );
        let (snippet, _) = snippet(&text, &["wagons"]);
        assert!(snippet.text.starts_with("The first U.S. intelligence on wagons"), "{}", snippet.text);
        assert!(["and", "then", "came", "more"].iter().any(|word| snippet.text.ends_with(word)), "{}", snippet.text);
        assert_eq!(&text[snippet.span.start..snippet.span.end], snippet.text);
    }

    #[test]
    fn without_words_the_beginning_is_shown_and_no_character_is_cut() {
        let text = "ä".repeat(400);
        let (snippet, _) = snippet(&text, &[]);
        assert!(snippet.text.len() <= LENGTH && snippet.span.start == 0);
        assert_eq!(super::snippet("", &["x"]).0.text, "");
    }
}
