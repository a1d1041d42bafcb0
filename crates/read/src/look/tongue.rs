//! The language of a text, and whether the reader knows it.
//!
//! A few short samples from all over the text are looked at, of a short text all its sentences. One with many of the most frequent words of the reader's
//! language is in it; that is cheap and settles nearly every document. The others are compared with the letter
//! trigrams of 70 languages, and count only where that is sure.

use record::reading::Problem;
use record::span::Span;
use whatlang::{Lang, Script, detect};

use crate::language::Language;
use crate::segment::is_blank;

/// How many samples are taken, and how many bytes each has.
const SAMPLES: usize = 4;
const SAMPLE: usize = 400;
/// With fewer letters a sentence in Latin script is too short to be in another language for sure.
const FEWEST: usize = 40;

/// The language that most of the sure samples are in, as an ISO 639-1 code, if any is sure; `stated` is what is known
/// already. Other languages than the reader's become a problem.
pub(super) fn look(
    text: &str,
    stated: Option<&str>,
    language: &Language,
    problems: &mut Vec<Problem>,
) -> Option<String> {
    let mut own = 0;
    let mut others: Vec<(Lang, usize, Span)> = Vec::new();
    let whole = Span::new(0, text.len());
    let short = text.len() <= SAMPLES * SAMPLE;
    let mut open = 0;
    for sample in if short { sentences(text) } else { samples(text) } {
        // A sentence counts as much as it is long, a sample as much as another.
        let weight = if short { sample.of(text).chars().count() } else { 1 };
        match tell(sample.of(text), language, short) {
            Told::Own => own += weight,
            Told::Open => open += weight,
            Told::Other(lang) => add(&mut others, lang, weight, sample),
        }
    }
    // What sentences are too short to tell, all of the text may.
    if short && open > 0 {
        match tell(text, language, false) {
            Told::Own => own += open,
            Told::Other(lang) => add(&mut others, lang, open, whole),
            Told::Open => {}
        }
    }
    // Of two that are equally frequent, the one that comes first.
    let other = others.iter().rev().max_by_key(|(_, count, _)| *count);
    match other {
        Some((lang, count, _)) if *count > own => {
            problems
                .push(crate::problem("language", &read_as(&format!("seems to be in {}", lang.eng_name()), language)));
            code(*lang).map(str::to_owned)
        }
        Some((lang, _, sample)) => {
            problems.push(Problem {
                kind: "language".to_owned(),
                message: read_as(&format!("is in part in {}", lang.eng_name()), language),
                span: Some(*sample),
            });
            Some(language.code.to_owned())
        }
        None => {
            if let Some(stated) = stated.filter(|stated| own == 0 && *stated != language.code) {
                problems.push(crate::problem("language", &read_as(&format!("is said to be in {stated:?}"), language)));
            }
            (own > 0).then(|| language.code.to_owned())
        }
    }
}

fn read_as(what: &str, language: &Language) -> String {
    format!("the document {what}, and was read as {}: claims are missed and may be wrong", language.name)
}

fn add(others: &mut Vec<(Lang, usize, Span)>, lang: Lang, weight: usize, sample: Span) {
    match others.iter_mut().find(|(known, ..)| *known == lang) {
        Some((_, count, _)) => *count += weight,
        None => others.push((lang, weight, sample)),
    }
}

/// What a sample tells of its language.
enum Told {
    Own,
    Other(Lang),
    Open,
}

/// The language of a sample, where that is sure. One that is no more than a sentence must have some letters and next to no
/// word of the reader's language to be in another: names and terms look like many languages.
fn tell(sample: &str, language: &Language, sentence: bool) -> Told {
    let (words, frequent) = frequent(sample, language);
    if frequent >= 3 && frequent * 10 >= words {
        return Told::Own;
    }
    let Some(info) = detect(sample).filter(|info| info.is_reliable()) else { return Told::Open };
    if code(info.lang()) == Some(language.code) {
        return Told::Own;
    }
    let letters = || sample.chars().filter(|letter| letter.is_alphabetic()).count();
    if sentence && info.script() == Script::Latin && (frequent > 1 || letters() < FEWEST) {
        return Told::Open;
    }
    Told::Other(info.lang())
}

/// Samples spread evenly over a long text.
fn samples(text: &str) -> Vec<Span> {
    let boundary = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let at = |number: usize| {
        let start = (text.len() - SAMPLE) / (SAMPLES - 1) * number;
        Span::new(boundary(start), boundary(start + SAMPLE))
    };
    (0..SAMPLES).map(at).collect()
}

/// The sentences of a short text, as far as their marks and the ends of lines tell them; a short one goes with the next.
fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let (mut start, mut ended) = (0, false);
    for (at, sign) in text.char_indices() {
        let line = sign == '\n';
        if line || (ended && is_blank(sign) && at - start >= FEWEST) {
            found.push(Span::new(start, at));
            start = at;
        }
        let closes = matches!(sign, '"' | '”' | '»' | ')' | '\'' | '’');
        ended = matches!(sign, '.' | '!' | '?' | '。' | '؟' | '।') || (ended && closes);
    }
    found.push(Span::new(start, text.len()));
    found.retain(|sentence| sentence.of(text).chars().any(char::is_alphabetic));
    found
}

/// How many words a sample has, and how many of them are among the most frequent of the language.
fn frequent(sample: &str, language: &Language) -> (usize, usize) {
    let (mut words, mut frequent) = (0usize, 0usize);
    for word in sample.split(is_blank) {
        let word = word.trim_matches(|character: char| !character.is_alphabetic());
        words += usize::from(!word.is_empty());
        frequent += usize::from(language.frequent.iter().any(|entry| entry.eq_ignore_ascii_case(word)));
    }
    (words, frequent)
}

/// The ISO 639-1 code of a language; `None` for those that have none.
fn code(lang: Lang) -> Option<&'static str> {
    const CODES: &[(&str, &str)] = &[
        ("afr", "af"),
        ("aka", "ak"),
        ("amh", "am"),
        ("ara", "ar"),
        ("aze", "az"),
        ("bel", "be"),
        ("ben", "bn"),
        ("bul", "bg"),
        ("cat", "ca"),
        ("ces", "cs"),
        ("cmn", "zh"),
        ("cym", "cy"),
        ("dan", "da"),
        ("deu", "de"),
        ("ell", "el"),
        ("eng", "en"),
        ("epo", "eo"),
        ("est", "et"),
        ("fin", "fi"),
        ("fra", "fr"),
        ("guj", "gu"),
        ("heb", "he"),
        ("hin", "hi"),
        ("hrv", "hr"),
        ("hun", "hu"),
        ("hye", "hy"),
        ("ind", "id"),
        ("ita", "it"),
        ("jav", "jv"),
        ("jpn", "ja"),
        ("kan", "kn"),
        ("kat", "ka"),
        ("khm", "km"),
        ("kor", "ko"),
        ("lat", "la"),
        ("lav", "lv"),
        ("lit", "lt"),
        ("mal", "ml"),
        ("mar", "mr"),
        ("mkd", "mk"),
        ("mya", "my"),
        ("nep", "ne"),
        ("nld", "nl"),
        ("nob", "nb"),
        ("ori", "or"),
        ("pan", "pa"),
        ("pes", "fa"),
        ("pol", "pl"),
        ("por", "pt"),
        ("ron", "ro"),
        ("rus", "ru"),
        ("sin", "si"),
        ("slk", "sk"),
        ("slv", "sl"),
        ("sna", "sn"),
        ("spa", "es"),
        ("srp", "sr"),
        ("swe", "sv"),
        ("tam", "ta"),
        ("tel", "te"),
        ("tgl", "tl"),
        ("tha", "th"),
        ("tuk", "tk"),
        ("tur", "tr"),
        ("ukr", "uk"),
        ("urd", "ur"),
        ("uzb", "uz"),
        ("vie", "vi"),
        ("yid", "yi"),
        ("zul", "zu"),
    ];
    let long = lang.code();
    CODES.iter().find(|(three, _)| *three == long).map(|(_, two)| *two)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::EN;

    fn check(text: &str, expected: Option<&str>, message: &str) {
        let mut problems = Vec::new();
        let found = look(text, None, &EN, &mut problems);
        assert_eq!(found.as_deref(), expected, "{problems:?}");
        let said: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
        assert_eq!(said.join("\n"), message);
    }

    #[test]
    fn the_language_of_the_reader_is_no_problem() {
        check("The ministry said on Monday that the port would stay closed.", Some("en"), "");
        check("THE MINISTRY SAID ON MONDAY THAT THE PORT WOULD STAY CLOSED.", Some("en"), "");
    }

    #[test]
    fn too_little_is_not_guessed_at() {
        check("Orlo said no.", None, "");
        check("Dalia Verrin, Orlo Vane", None, "");
        check("", None, "");
    }

    #[test]
    fn another_language_is_named() {
        check(
            "Le ministère a déclaré lundi que le port resterait fermé jusqu'à la fin de la semaine.",
            Some("fr"),
            "the document seems to be in French, and was read as English: claims are missed and may be wrong",
        );
        check(
            "大臣は港が閉鎖されたと言った。",
            Some("ja"),
            "the document seems to be in Japanese, and was read as English: claims are missed and may be wrong",
        );
    }

    #[test]
    fn a_long_part_in_another_language_is_named_with_its_place() {
        let mut text = "The ministry said on Monday that the port would stay closed. ".repeat(80);
        text.push_str(&"Le ministère a déclaré lundi que le port resterait fermé. ".repeat(20));
        let mut problems = Vec::new();
        assert_eq!(look(&text, None, &EN, &mut problems).as_deref(), Some("en"));
        assert!(problems[0].message.starts_with("the document is in part in French"), "{problems:?}");
        assert!(problems[0].span.is_some_and(|span| span.start > 4000));
    }

    #[test]
    fn a_sentence_in_another_language_is_named_in_a_short_text_too() {
        let english = "The ministry said on Monday that the port would stay closed to all of the ships.";
        let french = "Le ministère a déclaré lundi que le port resterait fermé jusqu'à la fin de la semaine.";
        let part = "the document is in part in French, and was read as English: claims are missed and may be wrong";
        check(&format!("{english}\n\n{french}\n\n{english}"), Some("en"), part);
        check(&format!("{english} {french} {english}"), Some("en"), part);
        check(&format!("{french} {french} {english}"), Some("fr"), &part.replace("is in part", "seems to be"));
        let arabic = "قال الوزير إن الميناء مغلق أمام جميع السفن حتى نهاية الأسبوع.";
        check(&format!("{english}\n{arabic}\n{english}"), Some("en"), &part.replace("French", "Arabic"));
        check(&format!("{english}\nMilan Orlo, Vedra Lask\nBanja Verrin, Dalia Vane\n{english}"), Some("en"), "");
    }

    #[test]
    fn every_language_that_is_told_apart_has_a_code() {
        let without: Vec<&str> =
            Lang::all().iter().filter(|lang| code(**lang).is_none()).map(|lang| lang.code()).collect();
        assert_eq!(without, [""; 0]);
    }
}
