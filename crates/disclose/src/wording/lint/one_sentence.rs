//! Likelihood and confidence never share a sentence.
//!
//! Source: Intelligence Community Directive 203, paragraph D.6.e(2)(a), which asks that a level of confidence and
//! a degree of likelihood be kept out of one sentence. The IPCC's own reports do put both into one; this house does not.

use super::lexicon::Sign;
use super::text::Text;
use super::{Finding, Severity};

/// Its name.
pub(super) const RULE: &str = "likelihood-with-confidence";

pub(super) fn find(text: &Text<'_>, found: &mut Vec<Finding>) {
    for sentence in &text.sentences {
        let mut own = text.own(sentence);
        let Some(likely) = own.clone().find(|mark| matches!(mark.sign, Sign::Likelihood(_))) else { continue };
        let Some(sure) = own.find(|mark| matches!(mark.sign, Sign::Confidence)) else { continue };
        found.push(Finding {
            span: sure.span,
            rule: RULE,
            severity: Severity::Error,
            message: format!(
                "\u{201c}{}\u{201d} shares a sentence with \u{201c}{}\u{201d}: how likely a thing is and how far that can be relied \
                 on are taken for one another; give the confidence a sentence of its own, with what it rests on",
                sure.span.of(text.raw),
                likely.span.of(text.raw)
            ),
            suggestion: None,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::wording::lint::suite::{check, clean};

    #[test]
    fn a_degree_of_confidence_beside_a_term_is_found() {
        check(
            RULE,
            "We judge with high confidence that it is likely to rain because of the clouds.",
            &["high confidence"],
        );
        check(RULE, "It is almost certain (moderate confidence) that they met.", &["moderate confidence"]);
        check(RULE, "WE HAVE LOW CONFIDENCE THAT A STRIKE IS UNLIKELY.", &["LOW CONFIDENCE"]);
    }

    #[test]
    fn apart_from_each_other_both_are_welcome() {
        clean(RULE, "It is likely that they met. Confidence is high: three sources say so.");
        clean(RULE, "A vote of confidence is likely.");
        clean(RULE, "\u{201c}It is likely, with high confidence,\u{201d} he said.");
    }
}
