//! Confidence says what it rests on.
//!
//! Source: Intelligence Community Directive 203, paragraph D.6.e(2): products explain the basis for the uncertainties of
//! their judgements, and confidence speaks of the evidence. So the sentence, or the one behind it, must say what there is.

use super::lexicon::Sign;
use super::text::Text;
use super::{Finding, Severity};

/// Its name.
pub(super) const RULE: &str = "confidence-without-basis";

/// Degrees of confidence. Trust in somebody ("confidence in the government") has no degree of these.
pub(super) const CONFIDENCES: &str = "high confidence|moderate confidence|medium confidence|low confidence|very high confidence|\
     very low confidence|low to moderate confidence|moderate to high confidence|high degree of confidence|strong confidence|\
     confidence is high|confidence is moderate|confidence is medium|confidence is low|confidence is very high|\
     confidence is very low|confidence is limited|confidence level|our confidence|confidence in this judgement|\
     confidence in this judgment|confidence in this assessment|highly confident|moderately confident|very confident|\
     fairly confident|quite confident|we are confident|is confident that|are confident that|confident that|with confidence";

/// What a basis is brought in by, or is.
pub(super) const BASES: &str = "because|because of|based on|based upon|on the basis of|basis|rests on|rest on|resting on|relies on|\
     rely on|given|since|drawn from|draws on|owing to|due to|supported by|corroborated by|confirmed by|in light of|in view of|\
     reflects|reflecting|derives from|comes from|come from|sources|source|reporting|reports|evidence|imagery|intercepts|\
     documents|independent roots|as shown by|judging by|in that";

/// How many there are.
const COUNTS: &str = "one two three four five six seven eight nine ten eleven twelve both several many a an";

pub(super) fn find(text: &Text<'_>, found: &mut Vec<Finding>) {
    for (place, sentence) in text.sentences.iter().enumerate() {
        let Some(mark) = text.own(sentence).find(|mark| matches!(mark.sign, Sign::Confidence)) else { continue };
        let next = text.sentences.get(place.saturating_add(1));
        let based = |mark: &super::lexicon::Mark| matches!(mark.sign, Sign::Basis);
        let stated = text.all(sentence).iter().any(based)
            || next.is_some_and(|next| text.all(next).iter().any(based))
            || text.between(mark.span.end, sentence.span.end).contains(':')
            || counted(text, mark);
        if !stated {
            found.push(Finding {
                span: mark.span,
                rule: RULE,
                severity: Severity::Warning,
                message: format!(
                    "\u{201c}{}\u{201d} says nothing of what it rests on, so nobody can tell it from a mood; say how many sources of which \
                     kinds there are, here or in the next sentence",
                    mark.span.of(text.raw)
                ),
                suggestion: None,
            });
        }
    }
}

/// Whether brackets behind the words count what there is: "high confidence (three images and two officials)".
fn counted(text: &Text<'_>, mark: &super::lexicon::Mark) -> bool {
    let rest = text.between(mark.span.end, text.raw.len()).trim_start();
    let Some((inside, _)) = rest.strip_prefix('(').and_then(|rest| rest.split_once(')')) else { return false };
    let words: Vec<String> = inside.split_whitespace().map(str::to_lowercase).collect();
    let counts = |word: &String| {
        COUNTS.split_ascii_whitespace().any(|count| count == word) || word.chars().all(|sign| sign.is_ascii_digit())
    };
    let thing = |word: &String| {
        word.chars().next().is_some_and(char::is_alphabetic) && !matches!(word.as_str(), "percent" | "per" | "in")
    };
    words.iter().zip(words.iter().skip(1)).any(|(count, of)| counts(count) && thing(of))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::wording::lint::suite::{check, clean};

    #[test]
    fn confidence_alone_is_found() {
        check(RULE, "We have high confidence in this. It rained.", &["high confidence"]);
        check(RULE, "Confidence is low.", &["Confidence is low"]);
        check(RULE, "We are confident that they met.", &["We are confident"]);
    }

    #[test]
    fn with_what_it_rests_on_here_or_next_it_stays() {
        clean(RULE, "Confidence is moderate: two independent roots of two kinds.");
        clean(RULE, "We have high confidence in this because three officials saw it.");
        clean(RULE, "We judge with high confidence (three satellite images and two officials) that they met.");
        check(RULE, "We judge with high confidence (80 %) that they met.", &["high confidence"]);
        check(RULE, "We judge with high confidence (as before) that they met.", &["high confidence"]);
        clean(RULE, "Confidence is low. One source, of which nothing is known, speaks of it.");
        clean(
            RULE,
            "The house lost its confidence in the minister. A vote of confidence is due. He called it \u{201c}high confidence\u{201d}.",
        );
    }
}
