//! A text as the rules look at it: its words, its sentences, what is quoted, and the words that mean something to a rule.

use std::borrow::Cow;
use std::ops::Range;

use record::span::Span;

use super::lexicon::{Mark, Sign, marks};
use super::quote::quoted;
use super::sentence::sentences;

/// A word, a number, or the sign for per cent.
#[derive(Debug, Clone)]
pub(super) struct Word<'t> {
    /// Where.
    pub span: Span,
    /// In small letters, with straight apostrophes.
    pub folded: Cow<'t, str>,
    /// Whether nothing but space, a hyphen or emphasis stands between it and the word before.
    pub joined: bool,
    /// Whether it is another's.
    pub quoted: bool,
}

/// A sentence, an item of a list, or a heading.
#[derive(Debug, Clone)]
pub(super) struct Sentence {
    /// Where.
    pub span: Span,
    /// Its words.
    pub words: Range<usize>,
    /// What the rules know in it.
    pub marks: Range<usize>,
}

/// The text.
#[derive(Debug)]
pub(super) struct Text<'t> {
    pub raw: &'t str,
    pub words: Vec<Word<'t>>,
    pub sentences: Vec<Sentence>,
    marks: Vec<Mark>,
}

impl<'t> Text<'t> {
    pub(super) fn new(raw: &'t str) -> Self {
        let mut words = split(raw);
        let quotes = quoted(raw);
        let mut quotes = quotes.iter().peekable();
        for word in &mut words {
            while quotes.next_if(|quote| quote.end <= word.span.start).is_some() {}
            word.quoted = quotes.peek().is_some_and(|quote| quote.start <= word.span.start);
        }
        let (mut found, mut all, mut first) = (Vec::new(), Vec::new(), 0_usize);
        for span in sentences(raw) {
            let count = words.iter().skip(first).take_while(|word| word.span.start < span.end).count();
            let within = first..first.saturating_add(count);
            first = within.end;
            let before = all.len();
            marks(&words, within.clone(), &mut all);
            found.push(Sentence { span, words: within, marks: before..all.len() });
        }
        Self { raw, words, sentences: found, marks: all }
    }

    /// The marks of a sentence that are the writer's own words.
    pub(super) fn own<'a>(
        &'a self,
        sentence: &Sentence,
    ) -> impl DoubleEndedIterator<Item = &'a Mark> + Clone + use<'a, 't> {
        self.all(sentence).iter().filter(|mark| !mark.quoted)
    }

    /// All marks of a sentence.
    pub(super) fn all(&self, sentence: &Sentence) -> &[Mark] {
        self.marks.get(sentence.marks.clone()).unwrap_or_default()
    }

    /// The words of a range.
    pub(super) fn within(&self, range: Range<usize>) -> &[Word<'t>] {
        self.words.get(range).unwrap_or_default()
    }

    /// The word at a place, `""` where there is none.
    pub(super) fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &word.folded)
    }

    /// The text between two places.
    pub(super) fn between(&self, start: usize, end: usize) -> &'t str {
        self.raw.get(start..end).unwrap_or("")
    }

    /// Up to `count` words before a place that run into it without punctuation, the nearest first.
    pub(super) fn leading(&self, sentence: &Sentence, at: usize, count: usize) -> impl Iterator<Item = &str> {
        let first = sentence.words.start;
        let joined = move |place: &usize| self.words.get(place.saturating_add(1)).is_some_and(|next| next.joined);
        (first..at).rev().take_while(joined).take(count).map(move |place| self.word(place))
    }

    /// Whether the sentence says in its own words that somebody said something.
    pub(super) fn reports(&self, sentence: &Sentence) -> bool {
        self.own(sentence).any(|mark| matches!(mark.sign, Sign::Reports))
    }

    /// Whether the sentence is a question.
    pub(super) fn asks(&self, sentence: &Sentence) -> bool {
        const MARKS: usize = 8;
        let end = sentence.span.of(self.raw).chars().rev().take(MARKS);
        end.take_while(|sign| !sign.is_alphanumeric()).any(|sign| sign == '?')
    }

    /// Whether what stands at a place is denied: a negation shortly before it.
    pub(super) fn denied(&self, sentence: &Sentence, at: usize) -> bool {
        self.denied_but(sentence, at, None)
    }

    /// The same, where the word at `but` denies nothing.
    pub(super) fn denied_but(&self, sentence: &Sentence, at: usize, but: Option<usize>) -> bool {
        const NEAR: usize = 3;
        let places = (0..at).rev();
        self.leading(sentence, at, NEAR).zip(places).filter(|(_, place)| Some(*place) != but).any(|(word, _)| {
            matches!(
                word,
                "not"
                    | "no"
                    | "never"
                    | "cannot"
                    | "hardly"
                    | "nothing"
                    | "nobody"
                    | "neither"
                    | "nor"
                    | "without"
                    | "far"
            ) || word.ends_with("n't")
        })
    }
}

/// `new` with the capitals of `old`.
pub(super) fn in_case_of(old: &str, new: &str) -> String {
    let mut letters = old.chars().filter(|letter| letter.is_alphabetic());
    let first = letters.next().is_some_and(char::is_uppercase);
    let mut rest = letters.peekable();
    if first && rest.peek().is_some() && rest.all(char::is_uppercase) {
        return new.to_uppercase();
    }
    let mut new = new.chars();
    match new.next() {
        Some(letter) if first => letter.to_uppercase().chain(new).collect(),
        Some(letter) => std::iter::once(letter).chain(new).collect(),
        None => String::new(),
    }
}

fn is_apostrophe(sign: char) -> bool {
    matches!(sign, '\'' | '\u{2019}')
}

/// Whether words on both sides of it are still read as one phrase.
fn is_joint(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '-' | '\u{2010}' | '\u{2011}' | '*' | '_' | '\u{ad}')
}

/// The words of a text. A number keeps its point (`0.7`, `.7`, `1,000`), a word its apostrophe.
fn split(raw: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut signs = raw.char_indices().peekable();
    let (mut joined, mut before) = (false, ' ');
    while let Some((start, sign)) = signs.next() {
        let digit_next = signs.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        let point = sign == '.' && digit_next && !before.is_alphanumeric();
        before = sign;
        if !(sign.is_alphanumeric() || sign == '%' || point) {
            joined &= is_joint(sign);
            continue;
        }
        let mut end = start.saturating_add(sign.len_utf8());
        let mut last = sign;
        while let Some(&(at, next)) = signs.peek().filter(|_| sign != '%') {
            let inner = |after: Option<char>| match next {
                '.' | ',' => last.is_ascii_digit() && after.is_some_and(|after| after.is_ascii_digit()),
                _ => is_apostrophe(next) && last.is_alphabetic() && after.is_some_and(char::is_alphabetic),
            };
            let goes_on = next.is_alphanumeric() || {
                let rest = raw.get(at.saturating_add(next.len_utf8())..).unwrap_or("");
                inner(rest.chars().next())
            };
            if !goes_on {
                break;
            }
            signs.next();
            end = at.saturating_add(next.len_utf8());
            last = next;
            before = next;
        }
        let span = Span::new(start, end);
        let text = span.of(raw);
        words.push(Word { span, folded: folded(text), joined: joined && !words.is_empty(), quoted: false });
        joined = true;
    }
    words
}

fn folded(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.to_lowercase().replace('\u{2019}', "'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_apostrophes_and_numbers_their_points() {
        let words = |text| split(text).iter().map(|word| word.folded.to_string()).collect::<Vec<_>>();
        assert_eq!(
            words("It\u{2019}s WELL-known: 1,000 at 0.7, or .5 (90%)."),
            ["it's", "well", "known", "1,000", "at", "0.7", "or", ".5", "90", "%"]
        );
        assert_eq!(words("the officials' view, U.S."), ["the", "officials", "view", "u", "s"]);
        assert_eq!(words(" \n-- !"), [""; 0]);
    }

    #[test]
    fn what_is_put_in_has_the_capitals_of_what_it_replaces() {
        assert_eq!(in_case_of("Certainly", "very likely"), "Very likely");
        assert_eq!(in_case_of("CERTAINLY", "very likely"), "VERY LIKELY");
        assert_eq!(in_case_of("certainly", "very likely"), "very likely");
        assert_eq!(in_case_of("A", "one"), "One");
        assert_eq!(in_case_of("", "one"), "one");
    }
}
