//! The manners of a house, applied to whatever it prints: spelling, quotation marks, figures, dates; and what becomes
//! of a text on its way: cut into lines by a mail program, in capitals on a ticker.

use super::text::{self, MONTHS, bare, capitalised, is_capital};
use super::words::{NUMBERS, Words};
use crate::prng::Prng;

/// The manners of a house.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// British spelling, or American.
    pub british: bool,
    /// Which quotation marks.
    pub marks: Marks,
    /// How a hundredth is written, with the space before it.
    pub percent: &'static str,
    /// Numbers below ten in letters, in figures, or as they come.
    pub letters: Option<bool>,
    /// How the fourth of January is written.
    pub date: Date,
}

/// Quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marks {
    /// "so" and it's
    Straight,
    /// “so” and it’s
    Curly,
    /// ‘so’ and it’s
    Single,
}

/// A day of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Date {
    /// January 4
    Full,
    /// Jan. 4
    Short,
    /// 4 January
    DayFirst,
}

impl Style {
    /// `text` the way this house prints it.
    pub fn print(&self, text: &str, words: &Words) -> String {
        let lines: Vec<String> = text.lines().map(|line| self.line(line, words)).collect();
        self.quote(&lines.join("\n"))
    }

    fn line(&self, line: &str, words: &Words) -> String {
        let line = line.replace("per cent", "percent");
        let mut printed: Vec<String> = Vec::new();
        let tokens: Vec<&str> = line.split(' ').collect();
        let mut at = 0;
        while at < tokens.len() {
            let (token, next) = (tokens[at], tokens.get(at + 1).copied().unwrap_or_default());
            at += 1;
            if let Some(month) = MONTHS.iter().position(|month| *month == token)
                && let Some(date) = self.day(month, next)
            {
                printed.push(date);
                at += 1;
            } else {
                printed.push(self.word(token, next, printed.last().map_or("", String::as_str), words));
            }
        }
        let figure = |letter: char| letter.is_ascii_digit();
        let mut line = printed.join(" ").replace(" percent", self.percent);
        if !self.percent.contains('%') {
            let mut parts = line.split('%').map(String::from).collect::<Vec<_>>().into_iter();
            line = parts.next().unwrap_or_default();
            for part in parts {
                let sign = if line.ends_with(figure) { self.percent } else { "%" };
                line = format!("{line}{sign}{part}");
            }
        }
        if self.british { line.replace("U.S. ", "US ").replace("U.K. ", "UK ").replace("U.N. ", "UN ") } else { line }
    }

    /// The date of which `month` and the token behind it, if this is one, are made.
    fn day(&self, month: usize, token: &str) -> Option<String> {
        let number = token.trim_end_matches(|letter: char| !letter.is_ascii_digit());
        let day: usize = number.parse().ok().filter(|day| (1..32).contains(day))?;
        Some(format!("{}{}", self.date.written(month, day), &token[number.len()..]))
    }

    fn word(&self, token: &str, next: &str, before: &str, words: &Words) -> String {
        let core = bare(token);
        let is_plain = token.trim_end_matches(['.', ',']).eq_ignore_ascii_case(&core);
        if let Some(new) = words.respelt(&core, self.british) {
            return token.replace(&core, new).replace(&capitalised(&core), &capitalised(new));
        }
        let is_measure =
            ["percent", "million", "billion", "a.m.", "p.m.", "km", "UTC"].iter().any(|it| next.starts_with(it));
        let is_date = is_capital(before) || is_capital(next);
        if !is_plain || is_capital(token) || is_measure || is_date || before.is_empty() {
            return token.to_owned();
        }
        match self.letters {
            Some(true) => match core.parse::<usize>() {
                Ok(number @ 2..=9) => token.replace(&core, NUMBERS[number - 2]),
                _ => token.to_owned(),
            },
            Some(false) => match NUMBERS.iter().position(|number| *number == core) {
                Some(number) => token.replace(&core, &(number + 2).to_string()),
                None => token.to_owned(),
            },
            None => token.to_owned(),
        }
    }

    fn quote(&self, text: &str) -> String {
        let [open, close, apostrophe] = match self.marks {
            Marks::Straight => ['"', '"', '\''],
            Marks::Curly => ['\u{201c}', '\u{201d}', '\u{2019}'],
            Marks::Single => ['\u{2018}', '\u{2019}', '\u{2019}'],
        };
        let mut printed = String::new();
        for letter in text.chars() {
            let begins = printed
                .chars()
                .next_back()
                .is_none_or(|before| before.is_whitespace() || "([\u{2014}".contains(before));
            printed.push(match letter {
                '"' if begins => open,
                '"' => close,
                '\u{201c}' => open,
                '\u{201d}' => close,
                '\'' | '\u{2019}' if !begins => apostrophe,
                letter => letter,
            });
        }
        printed
    }
}

impl Date {
    /// The day `day` of the month `month`, which counts from 0.
    pub fn written(self, month: usize, day: usize) -> String {
        let name = MONTHS[month];
        match self {
            Self::Full => format!("{name} {day}"),
            Self::Short if name.len() > 5 => format!("{}. {day}", &name[..if name == "September" { 4 } else { 3 }]),
            Self::Short => format!("{name} {day}"),
            Self::DayFirst => format!("{day} {name}"),
        }
    }
}

/// What becomes of a printed text before it is in the case: mostly nothing; at times it was mailed, which cuts it into
/// lines, or pasted, which joins them and changes blanks, or came off a ticker in capitals.
pub fn carry(text: &str, rng: &mut Prng) -> String {
    match rng.below(100) {
        0..7 => wrapped(text, 60 + rng.below(20)),
        7..12 => text.replace("\n\n", "\n"),
        12..15 => text.replace("\n\n", " "),
        15..20 => text.replace(". ", ".  "),
        20..23 => text.replace(" \u{2014} ", "\u{a0}\u{2013} ").replace("...", "\u{2026}"),
        23..26 => text.to_uppercase(),
        _ => text.to_owned(),
    }
}

/// `text` in lines of at most `width` letters, as far as words allow.
fn wrapped(text: &str, width: usize) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut held = 0;
        for word in line.split_whitespace() {
            if held > 0 && held + word.chars().count() >= width {
                out.push('\n');
                held = 0;
            }
            if held > 0 {
                out.push(' ');
            }
            out.push_str(word);
            held += word.chars().count() + 1;
        }
        out.push('\n');
    }
    out
}

/// `headline` in capitals, with capitals, or as it is.
pub fn head(headline: &str, rng: &mut Prng) -> String {
    match rng.below(10) {
        0..2 => headline.to_uppercase(),
        2..5 => {
            let title =
                |word: &str| if text::count(word) == 1 && word.len() > 3 { capitalised(word) } else { word.to_owned() };
            headline.split(' ').map(title).collect::<Vec<_>>().join(" ")
        }
        _ => headline.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str = "The center said \"It's over\" on January 4, and 3 of five men, or 60%, left.";

    fn printed(british: bool, marks: Marks, percent: &'static str, letters: bool, date: Date) -> String {
        Style { british, marks, percent, letters: Some(letters), date }.print(PLAIN, &Words::new())
    }

    #[test]
    fn every_house_has_its_manners() {
        assert_eq!(
            printed(true, Marks::Single, " per cent", true, Date::DayFirst),
            "The centre said \u{2018}It\u{2019}s over\u{2019} on 4 January, and three of five men, or 60 per cent, \
             left."
        );
        assert_eq!(
            printed(false, Marks::Straight, " percent", false, Date::Short),
            "The center said \"It's over\" on Jan. 4, and 3 of 5 men, or 60 percent, left."
        );
    }

    #[test]
    fn a_mail_has_short_lines_and_the_same_words() {
        let wrapped = wrapped(PLAIN, 20);
        assert!(wrapped.lines().all(|line| line.len() <= 20), "{wrapped}");
        assert!(wrapped.split_whitespace().eq(PLAIN.split_whitespace()));
    }
}
