//! Who believes or reports something is said.
//!
//! Source: Intelligence Community Directive 206, *Sourcing Requirements for Disseminated Analytic Products*. "It is believed"
//! hides whether the writer believes it, or a source, or everybody. It may be all that can be said, so it is a note.

use super::lexicon::Sign;
use super::text::Text;
use super::{Finding, Severity};

/// Its name.
pub(super) const RULE: &str = "unsourced";

pub(super) const UNSOURCED: &str = "it is believed|it is widely believed|it is generally believed|it is thought|it is widely thought|\
     it is understood|it is reported|it is said|it is rumoured|it is rumored|it is assumed|it is considered|it is assessed|\
     it is suspected|it is feared|it is alleged|it is known|it was believed|it was thought|it was reported|it was said|\
     it was understood|it has been reported|it has been suggested|it has been said|it has been claimed|it has been alleged|\
     is believed to|are believed to|was believed to|were believed to|is thought to|are thought to|is said to|are said to|\
     is understood to|are understood to|is reported to|are reported to|is rumoured to|are rumoured to|is rumored to|\
     are rumored to|is alleged to|are alleged to|is assumed to|are assumed to|is suspected to|are suspected to|reportedly|\
     allegedly|supposedly|purportedly|rumour has it|rumor has it";

pub(super) fn find(text: &Text<'_>, found: &mut Vec<Finding>) {
    for sentence in &text.sentences {
        for mark in text.own(sentence).filter(|mark| matches!(mark.sign, Sign::Unsourced)) {
            let by = text.word(mark.words.end);
            if by == "by" && sentence.words.contains(&mark.words.end) {
                continue;
            }
            found.push(Finding {
                span: mark.span,
                rule: RULE,
                severity: Severity::Note,
                message: format!(
                    "\u{201c}{}\u{201d} leaves open who thinks or says so; name the kind of source, or say that it is your judgement",
                    mark.span.of(text.raw)
                ),
                suggestion: None,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::wording::lint::Severity;
    use crate::wording::lint::suite::{check, clean, severities};

    #[test]
    fn a_belief_of_nobody_is_noted() {
        check(RULE, "It is believed that they met. They reportedly left.", &["It is believed", "reportedly"]);
        check(RULE, "The ship is thought to be there.", &["is thought to"]);
        assert_eq!(severities(RULE, "They allegedly met."), [Severity::Note]);
    }

    #[test]
    fn a_belief_of_somebody_is_none() {
        clean(RULE, "It is believed by two officials that they met. Officials believe so.");
        clean(RULE, "\u{201c}It is believed,\u{201d} he wrote.");
    }
}
