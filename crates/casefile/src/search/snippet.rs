//! The piece of a text that shows best why it was found.

use record::span::Span;

use super::words::words_like;

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

/// Where the words that are looked for stand in a text.
#[derive(Debug, Default)]
pub(crate) struct Met(Vec<(Span, usize)>);

impl Met {
    /// Looks for words, given as they are indexed. Endings and accents do not count: "denied" shows why "denies" was found.
    pub(crate) fn of(text: &str, words: &[&str]) -> Self {
        let looked_at = boundary(text, LOOKED_AT.min(text.len()));
        let mut met = Vec::new();
        let may_be = |letter: u8| words.iter().any(|word| word.as_bytes().first() == Some(&letter));
        words_like(text.get(..looked_at).unwrap_or_default(), may_be, |span, word| {
            met.extend(words.iter().position(|wanted| *wanted == word).map(|which| (span, which)));
        });
        Self(met)
    }

    /// How often they stand there in all.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// The piece of the text in which most of them stand.
    pub(crate) fn snippet(&self, text: &str) -> Snippet {
        let Self(met) = self;
        let mut best = (0, 0);
        for (first, (from, _)) in met.iter().enumerate() {
            let within = met.iter().skip(first).take_while(|(span, _)| span.end <= from.start + LENGTH);
            let mut kinds: Vec<usize> = within.map(|(_, word)| *word).collect();
            let count = kinds.len();
            kinds.sort_unstable();
            kinds.dedup();
            let score = kinds.len() * 100 + count.min(99);
            if score > best.0 {
                best = (score, first);
            }
        }
        let begin = met.get(best.1).map_or(0, |(span, _)| span.start);
        let start = sentence_before(text, begin);
        let end = word_before(text, start, boundary(text, (start + LENGTH).min(text.len())));
        let marks = met
            .iter()
            .filter(|(span, _)| span.start >= start && span.end <= end)
            .map(|(span, _)| Span::new(span.start - start, span.end - start))
            .collect();
        let piece = text.get(start..end).unwrap_or_default().to_owned();
        Snippet { text: piece, span: Span::new(start, end), marks }
    }
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

    /// The snippet, and how often the words stand in the text.
    fn snippet(text: &str, words: &[&str]) -> (Snippet, usize) {
        let words: Vec<String> = words.iter().flat_map(|word| crate::search::words::listed(word)).collect();
        let met = Met::of(text, &words.iter().map(String::as_str).collect::<Vec<_>>());
        (met.snippet(text), met.count())
    }

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
        let (found, _) = snippet(&text, &[]);
        assert!(found.text.len() <= LENGTH && found.span.start == 0);
        assert_eq!(snippet("", &["x"]).0.text, "");
        assert_eq!(Met::of("Erdoğan said", &["erdogan"]).count(), 1);
    }
}
