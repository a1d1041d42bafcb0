//! The tokens of one sentence with what each may mean in an expression of time.
//!
//! Every token is looked up once, by the hash that it already has; the patterns then look at meanings, and at the
//! text only of the few tokens that have digits.

use record::span::Span;

use super::meaning::Amount;
use crate::attribute::analysis::Analysis;
use crate::language::times::{Link, TimeTable, TimeWord};
use crate::tag::Xpos;

/// A sentence as the patterns see it. Indices are those of the document's tokens.
pub(super) struct Cursor<'d> {
    pub(super) text: &'d str,
    pub(super) tokens: &'d [Span],
    pub(super) all: &'d Analysis,
    pub(super) table: &'d TimeTable,
    /// The meaning of each token of the document.
    pub(super) words: &'d [TimeWord],
    /// The first token of the sentence.
    pub(super) start: usize,
    /// One past the last token of the sentence.
    pub(super) end: usize,
    /// Whether the document counts years before the era, so that `in 480` is one.
    pub(super) ancient: bool,
}

impl<'d> Cursor<'d> {
    /// What the token may mean; nothing outside the sentence.
    pub(super) fn word(&self, at: usize) -> TimeWord {
        if at >= self.start && at < self.end {
            self.words.get(at).copied().unwrap_or(TimeWord::Other)
        } else {
            TimeWord::Other
        }
    }

    /// What the token before may mean.
    pub(super) fn before(&self, at: usize) -> TimeWord {
        at.checked_sub(1).map_or(TimeWord::Other, |before| self.word(before))
    }

    /// The token as it stands.
    pub(super) fn text(&self, at: usize) -> &'d str {
        if at >= self.start && at < self.end { self.tokens.get(at).map_or("", |token| token.of(self.text)) } else { "" }
    }

    /// The token before as it stands.
    pub(super) fn text_before(&self, at: usize) -> &'d str {
        at.checked_sub(1).map_or("", |before| self.text(before))
    }

    /// The part of speech of a token.
    pub(super) fn tag(&self, at: usize) -> Xpos {
        if at >= self.start && at < self.end { self.all.tag.get(at).map_or(Xpos::Xx, |tag| tag.xpos) } else { Xpos::Xx }
    }

    /// Whether the token is this link.
    pub(super) fn is(&self, at: usize, link: Link) -> bool {
        self.word(at) == TimeWord::Link(link)
    }

    /// Whether the token is written with a capital.
    pub(super) fn capital(&self, at: usize) -> bool {
        self.text(at).starts_with(char::is_uppercase)
    }

    /// Whether the token is `long`.
    pub(super) fn is_long(&self, at: usize) -> bool {
        self.word(at) == TimeWord::Long
    }

    /// Whether nothing stands between a token and the next one.
    pub(super) fn joined(&self, at: usize) -> bool {
        match (self.tokens.get(at), self.tokens.get(at + 1)) {
            (Some(one), Some(next)) => one.end == next.start && at + 1 < self.end,
            _ => false,
        }
    }

    /// `at` moved over a hyphen.
    pub(super) fn over_hyphen(&self, at: usize) -> usize {
        if self.is(at, Link::Hyphen) && self.text(at) == "-" { at + 1 } else { at }
    }

    /// `at` moved over a comma.
    pub(super) fn over_comma(&self, at: usize) -> usize {
        if self.is(at, Link::Comma) { at + 1 } else { at }
    }

    /// `at` moved over `the`.
    pub(super) fn over_the(&self, at: usize) -> usize {
        if self.is(at, Link::The) { at + 1 } else { at }
    }

    /// The whole number that a token is, without signs or marks.
    pub(super) fn integer(&self, at: usize) -> Option<u32> {
        if self.word(at) != TimeWord::Digits {
            return None;
        }
        let text = self.text(at);
        if !text.bytes().all(|byte| byte.is_ascii_digit()) || text.len() > 4 {
            return None;
        }
        text.parse().ok()
    }

    /// The ordinal that a token is: `first`, `21st`.
    pub(super) fn ordinal(&self, at: usize) -> Option<u32> {
        match self.word(at) {
            TimeWord::Ordinal(number) => Some(number),
            TimeWord::Digits => {
                let text = self.text(at);
                let digits = text.len().checked_sub(2)?;
                let suffix = text.get(digits..)?;
                let known = ["st", "nd", "rd", "th"].iter().any(|one| suffix.eq_ignore_ascii_case(one));
                if known { text.get(..digits)?.parse().ok() } else { None }
            }
            _ => None,
        }
    }

    /// A number in digits or words, and the token behind it.
    pub(super) fn number(&self, at: usize) -> Option<(Amount, usize)> {
        if self.word(at) == TimeWord::Digits {
            let text = self.text(at);
            let (whole, tenth) = text.split_once('.').unwrap_or((text, "0"));
            let mut number: u64 = 0;
            for byte in whole.bytes().filter(|byte| *byte != b',') {
                if !byte.is_ascii_digit() {
                    return None;
                }
                number = number.checked_mul(10)?.checked_add(u64::from(byte - b'0'))?;
            }
            let tenth = tenth.parse::<u64>().ok().filter(|tenth| *tenth < 10)?;
            return Some((Amount::Tenths(number.checked_mul(10)?.checked_add(tenth)?), at + 1));
        }
        let (number, end) = self.spelled(at)?;
        Some((Amount::whole(number), end))
    }

    /// A number in words, and the token behind it: `twenty-five`, `two hundred`, `a hundred`.
    pub(super) fn spelled(&self, at: usize) -> Option<(u32, usize)> {
        let mut at = at;
        let mut sum: u32 = 0;
        let mut part: u32 = 0;
        let mut seen = false;
        if self.is(at, Link::A) && matches!(self.word(at + 1), TimeWord::Number(100 | 1000)) {
            part = 1;
            at += 1;
        }
        loop {
            let next = if seen { self.over_hyphen(at) } else { at };
            let TimeWord::Number(number) = self.word(next) else { break };
            match number {
                100 => part = part.max(1).checked_mul(100)?,
                1000 => {
                    sum = sum.checked_add(part.max(1).checked_mul(1000)?)?;
                    part = 0;
                }
                // `twenty five` adds up, `five six` does not.
                1..=9 if part.is_multiple_of(10) && (part == 0 || part % 100 != 10) => {
                    part = part.checked_add(number)?
                }
                10..=90 if part.is_multiple_of(100) => part = part.checked_add(number)?,
                _ => break,
            }
            seen = true;
            at = next + 1;
        }
        seen.then_some((sum.checked_add(part)?, at))
    }
}
