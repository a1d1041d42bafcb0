//! Whether a shorter text contradicts a fuller one: the two halves of a sentence that a tearline parts.
//!
//! Saying less is what the shorter text is for, and is never found. What is found is another figure for the same things,
//! another date, a denial where the other affirms, and another place on the ladder of likelihood or of confidence. It looks at
//! words, and finds what can be told from them: that nothing was found is no proof that the two agree.

mod band;
mod date;
mod denial;
mod quantity;

use std::fmt;

use super::text::Text;

/// What a shorter text says that a fuller one does not bear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// What it is about.
    pub about: About,
    /// The words of the fuller text.
    pub fuller: String,
    /// Those of the shorter.
    pub shorter: String,
}

/// What two texts can contradict each other about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// How many or how much.
    Figure,
    /// When.
    Date,
    /// Whether.
    Denial,
    /// How likely.
    Likelihood,
    /// How far it can be relied on.
    Confidence,
}

impl fmt::Display for Contradiction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { about, fuller, shorter } = self;
        let (what, way) = match about {
            About::Figure => (
                "another figure",
                "give the same figure, or one that holds it, such as \u{201c}about\u{201d} or \u{201c}at least\u{201d}",
            ),
            About::Date => ("another date", "give the same date, or a coarser one that holds it, such as the month"),
            About::Denial => ("the opposite", "let both affirm or both deny"),
            About::Likelihood => ("another likelihood", "use words that stand for the same band in both"),
            About::Confidence => ("another confidence", "use the same level in both"),
        };
        write!(f, "it says {what}, \u{201c}{shorter}\u{201d} where the fuller text has \u{201c}{fuller}\u{201d}: {way}")
    }
}

/// The first contradiction between a fuller text and a shorter one that is to say the same.
pub fn contradiction(fuller: &str, shorter: &str) -> Option<Contradiction> {
    let (fuller, shorter) = (Text::new(fuller), Text::new(shorter));
    band::find(&fuller, &shorter)
        .or_else(|| date::find(&fuller, &shorter))
        .or_else(|| quantity::find(&fuller, &shorter))
        .or_else(|| denial::find(&fuller, &shorter))
}

/// The words from one place to another, as they stand in the text.
fn words(text: &Text<'_>, range: std::ops::Range<usize>) -> String {
    let within = text.within(range);
    let (start, end) =
        (within.first().map_or(0, |word| word.span.start), within.last().map_or(0, |word| word.span.end));
    text.between(start, end).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn found(fuller: &str, shorter: &str, about: About, words: [&str; 2]) {
        let found = contradiction(fuller, shorter).unwrap_or_else(|| panic!("nothing found: {fuller} / {shorter}"));
        assert_eq!((found.about, [found.fuller.as_str(), found.shorter.as_str()]), (about, words));
    }

    #[track_caller]
    fn agree(fuller: &str, shorter: &str) {
        assert_eq!(contradiction(fuller, shorter), None, "{fuller} / {shorter}");
    }

    #[test]
    fn another_figure_for_the_same_things_is_found() {
        found("Norland sent 40 shells by rail.", "Norland sent 50 shells.", About::Figure, ["40 shells", "50 shells"]);
        found("Four ships sailed.", "Five ships sailed.", About::Figure, ["Four ships", "Five ships"]);
        found(
            "It sent 1,200 artillery shells.",
            "It sent 900 shells.",
            About::Figure,
            ["1,200 artillery shells", "900 shells"],
        );
        found("About 40 trucks crossed.", "At least 60 trucks crossed.", About::Figure, ["40 trucks", "60 trucks"]);
        found(
            "Two hundred men left.",
            "Three hundred men left.",
            About::Figure,
            ["Two hundred men", "Three hundred men"],
        );
        found("It holds 12 tanks.", "It holds hundreds of tanks.", About::Figure, ["12 tanks", "hundreds of tanks"]);
    }

    #[test]
    fn a_coarser_figure_agrees() {
        agree("Norland sent 42 shells.", "Norland sent about 40 shells.");
        agree("Norland sent 42 shells.", "Norland sent at least 40 shells.");
        agree("Norland sent 42 shells.", "Norland sent dozens of shells.");
        agree("Norland sent 42 shells.", "Norland sent shells.");
        agree("Norland sent between 40 and 50 shells.", "Norland sent 45 shells.");
        agree("3 ships left on Monday and 4 ships on Tuesday.", "7 ships left.");
        agree("Four ships and 12 trucks left.", "12 trucks and four ships left.");
        agree("He met 3 ministers.", "He met 4 times.");
    }

    #[test]
    fn another_date_is_found_and_a_coarser_one_agrees() {
        found("They met on 4 May 2031.", "They met on 6 May.", About::Date, ["4 May 2031", "6 May"]);
        found("They met on 2031-05-04.", "They met in June 2031.", About::Date, ["2031-05-04", "June 2031"]);
        found("It arrives on Friday.", "It arrives on Monday.", About::Date, ["Friday", "Monday"]);
        found("It began in 2030.", "It began in 2031.", About::Date, ["2030", "2031"]);
        agree("They met on 4 May 2031.", "They met in May.");
        agree("They met on May 4th, 2031.", "They met on 4 May 2031.");
        agree("They met on 4 May 2031.", "They met in 2031.");
        agree("They met on 4 May 2031.", "They met on Friday.");
        agree("They may march in 2031.", "They may march.");
        agree("They met on 4 May and 6 June.", "They met on 6 June.");
    }

    #[test]
    fn a_denial_of_what_the_other_affirms_is_found() {
        found(
            "Norland has not decided to send shells.",
            "Norland decided to send shells.",
            About::Denial,
            ["not decided", "decided"],
        );
        found(
            "Norland has decided to send shells.",
            "Norland hasn\u{2019}t decided to send shells.",
            About::Denial,
            ["decided", "hasn\u{2019}t decided"],
        );
        found("No ship sailed.", "A ship sailed.", About::Denial, ["No ship", "ship"]);
        found("It never sent arms.", "It sent arms.", About::Denial, ["never sent", "sent"]);
        agree("Norland has not decided to send shells.", "Norland has not decided.");
        agree("Norland has not decided, and its ministry denies it.", "Norland has not yet decided.");
        agree("It did not send tanks but it did send shells.", "It did send shells.");
        agree("It not only weighs it but has decided.", "It has decided.");
    }

    #[test]
    fn another_band_is_found_on_every_ladder() {
        found(
            "It is likely that they send shells.",
            "It is very likely that they send shells.",
            About::Likelihood,
            ["likely", "very likely"],
        );
        found(
            "It is unlikely to hold.",
            "There is a 60 % chance that it holds.",
            About::Likelihood,
            ["unlikely", "60 %"],
        );
        agree("It is likely (74 %) that they send shells.", "It is likely that they send shells.");
        agree("It is likely that they send shells.", "They probably send shells.");
        agree("It is likely that they send shells.", "They weigh sending shells.");
        found(
            "We have high confidence in this.",
            "We have low confidence in this.",
            About::Confidence,
            ["high confidence", "low confidence"],
        );
        agree("Confidence is high: three sources.", "We have high confidence, based on reporting.");
    }

    #[test]
    fn a_refusal_says_the_way_out() {
        let found = contradiction("It sent 40 shells.", "It sent 50 shells.").unwrap();
        assert_eq!(
            found.to_string(),
            "it says another figure, \u{201c}50 shells\u{201d} where the fuller text has \u{201c}40 shells\u{201d}: give the \
             same figure, or one that holds it, such as \u{201c}about\u{201d} or \u{201c}at least\u{201d}"
        );
    }

    proptest::proptest! {
        #[test]
        fn no_text_contradicts_itself(text in "[A-Za-z0-9 ,.%'()-]{0,120}") {
            proptest::prop_assert_eq!(contradiction(&text, &text), None);
        }

        #[test]
        fn any_two_texts_are_looked_at(one in proptest::prelude::any::<String>(), other in proptest::prelude::any::<String>()) {
            let _ = contradiction(&one, &other);
        }
    }
}
