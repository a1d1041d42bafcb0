//! The classification authority block against the rules of EO 13526 as the tables have them, in text and out of it.

mod facts;
mod text;

use record::marking::{Authority, Exemption, Rollup};

use super::element::Element;
use super::validate::Violation;

pub(super) use facts::Facts;
pub use text::{Label, label_of, printed, read_line};

/// One rule on the block.
struct Rule {
    id: &'static str,
    breached: fn(&Authority, &Facts) -> bool,
    reason: &'static str,
    way: &'static str,
}

/// Whether a day or an event ends the classification.
fn has_end(block: &Authority) -> bool {
    block.declassify_on.is_some() || block.declassify_event.is_some()
}

fn is_original(block: &Authority) -> bool {
    block.classified_by.is_some() && !block.is_derivative()
}

fn exempts(block: &Authority, which: &[Exemption]) -> bool {
    block.exemption.is_some_and(|exemption| which.contains(&exemption))
}

/// Whether a line of the block is longer than the exchange format has room for.
fn is_long(line: Option<&String>, most: usize) -> bool {
    line.is_some_and(|line| line.chars().count() > most)
}

fn has_twice(line: Option<&String>) -> bool {
    let mut words: Vec<&str> = line.map(|line| line.split(' ').collect()).unwrap_or_default();
    words.sort_unstable();
    words.iter().zip(words.iter().skip(1)).any(|(a, b)| a == b)
}

const RULES: &[Rule] = &[
    Rule {
        id: "ISM-ID-00013",
        breached: |block, facts| facts.applies && !is_original(block) && block.derived_from.is_none(),
        reason: "a classified document says who classified it or from what it is derived",
        way: "write Classified By and Reason, or Classified By and Derived From",
    },
    Rule {
        id: "ISM-ID-00014",
        breached: |block, facts| {
            facts.applies && !has_end(block) && block.exemption.is_none() && !facts.strange_exemption
        },
        reason: "a classified document says when it becomes declassified",
        way: "write Declassify On with a day, an event or an exemption",
    },
    Rule {
        id: "ISM-ID-00016",
        breached: |block, facts| {
            let bare = Authority { compilation: block.compilation.clone(), ..Authority::default() };
            facts.is_us && facts.unclassified && (*block != bare || facts.strange_exemption)
        },
        reason: "an UNCLASSIFIED document has no authority block",
        way: "drop the block, or classify the document",
    },
    Rule {
        id: "ISM-ID-00017",
        breached: |block, facts| facts.applies && is_original(block) && block.reason.is_none(),
        reason: "an original classification has its reason",
        way: "write Reason, as in 1.4(c), or Derived From where it was carried over",
    },
    Rule {
        id: "ISM-ID-00133",
        breached: |block, facts| {
            facts.applies && block.exemption.is_some_and(Exemption::is_unlimited) && has_end(block)
        },
        reason: "50X1-HUM and 50X2-WMD have no end",
        way: "drop the day or the event",
    },
    Rule {
        id: "ISM-ID-00141",
        breached: |block, facts| {
            use Exemption::{Aea, Hum50, Nato, NatoAea, Wmd50};
            facts.applies && !exempts(block, &[Hum50, Wmd50, Aea, Nato, NatoAea]) && !has_end(block)
        },
        reason: "it does not say until when it is classified, and no exemption without an end is stated",
        way: "write a day or an event on the line Declassify On",
    },
    Rule {
        id: "ISM-ID-00142",
        breached: |block, facts| facts.applies && block.classified_by.is_none(),
        reason: "a classified document names its classifier",
        way: "write Classified By",
    },
    Rule {
        id: "ISM-ID-00143",
        breached: |block, facts| {
            facts.is_us && block.derivatively && block.classified_by.is_some() && block.derived_from.is_none()
        },
        reason: "a derivative classification says from what it is derived",
        way: "write Derived From",
    },
    Rule {
        id: "ISM-ID-00176",
        breached: |block, facts| facts.is_us && facts.restricted_data && has_end(block),
        reason: "RD and FRD are never declassified by a day or an event",
        way: "write on the line Declassify On that it does not apply to RD/FRD portions",
    },
    Rule {
        id: "ISM-ID-00221",
        breached: |block, facts| {
            facts.is_us && block.is_derivative() && block.classified_by.is_some() && block.reason.is_some()
        },
        reason: "a derivative classification has no reason of its own",
        way: "drop Reason, or Derived From where the decision is original",
    },
    Rule {
        id: "ISM-ID-00236",
        breached: |block, _| {
            [&block.classified_by, &block.reason, &block.derived_from, &block.declassify_event, &block.compilation]
                .into_iter()
                .any(|line| has_twice(line.as_ref()))
        },
        reason: "a word stands twice in one line of the authority block, which the exchange format takes for a list",
        way: "say it with each word once",
    },
    Rule {
        id: "ISM-ID-00246",
        breached: |block, facts| {
            facts.is_us && facts.banner_restricted_data && !exempts(block, &[Exemption::Aea, Exemption::NatoAea])
        },
        reason: "a document with RD, FRD or TFNI says that its end does not apply to them",
        way: "write on the line Declassify On that it does not apply to RD/FRD portions",
    },
    Rule {
        id: "ISM-ID-00270",
        breached: |block, _| is_long(block.reason.as_ref(), 4096),
        reason: "the reason is longer than 4096 characters",
        way: "say it in fewer",
    },
    Rule {
        id: "ISM-ID-00271",
        breached: |block, _| is_original(block) && is_long(block.classified_by.as_ref(), 1024),
        reason: "the classifier is longer than 1024 characters",
        way: "say it in fewer",
    },
    Rule {
        id: "ISM-ID-00272",
        breached: |block, _| is_long(block.compilation.as_ref(), 1024),
        reason: "the reason of the compilation is longer than 1024 characters",
        way: "say it in fewer",
    },
    Rule {
        id: "ISM-ID-00276",
        breached: |block, _| is_long(block.declassify_event.as_ref(), 1024),
        reason: "the event is longer than 1024 characters",
        way: "say it in fewer",
    },
    Rule {
        id: "ISM-ID-00278",
        breached: |block, _| block.is_derivative() && is_long(block.classified_by.as_ref(), 1024),
        reason: "the derivative classifier is longer than 1024 characters",
        way: "say it in fewer",
    },
    Rule {
        id: "ISM-ID-00279",
        breached: |block, _| is_long(block.derived_from.as_ref(), 1024),
        reason: "what it is derived from is longer than 1024 characters",
        way: "say it in fewer, or write Multiple Sources and list them apart",
    },
    Rule {
        id: "ISM-ID-00299",
        breached: |block, facts| exempts(block, &[Exemption::Aea, Exemption::NatoAea]) && !facts.banner_atomic,
        reason: "only a document with atomic energy marks is exempt because of them",
        way: "write the end that it has, or the mark in the banner",
    },
    Rule {
        id: "ISM-ID-00315",
        breached: |block, facts| {
            facts.is_us && facts.nato_classified && !exempts(block, &[Exemption::Nato, Exemption::NatoAea])
        },
        reason: "a document with classified portions of NATO says that its end does not apply to them",
        way: "write on the line Declassify On that it does not apply to NATO portions",
    },
    Rule {
        id: "ISM-ID-00316",
        breached: |block, facts| facts.is_us && exempts(block, &[Exemption::Nato]) && !facts.nato,
        reason: "only a document with portions of NATO is exempt because of them",
        way: "write the end that it has",
    },
    Rule {
        id: "ISM-ID-00317",
        breached: |block, facts| facts.is_us && exempts(block, &[Exemption::NatoAea]) && !(facts.nato && facts.atomic),
        reason: "only a document with portions of NATO and with atomic energy marks is exempt because of both",
        way: "write the exemption of the one that it has",
    },
];

/// The numbers of the rules on the block.
#[cfg(test)]
pub(super) fn ids() -> impl Iterator<Item = &'static str> {
    RULES.iter().map(|rule| rule.id)
}

/// The rules that a block breaks in a document of which `facts` are known.
pub(super) fn broken(block: &Authority, facts: &Facts) -> Vec<Violation> {
    let breaks = |rule: &&Rule| (rule.breached)(block, facts);
    RULES.iter().filter(breaks).map(|rule| Violation { rule: rule.id, reason: rule.reason, way: rule.way }).collect()
}

/// Every rule that a block breaks above material that demands `rollup`; none where it is as it must be. What is only
/// known of the single portions is taken for the worse: classified material is national security information.
pub fn check(block: &Authority, rollup: &Rollup) -> Vec<Violation> {
    let banner = rollup.render_as_us().first().map(Element::of).unwrap_or_default();
    broken(block, &Facts::of_rollup(rollup, &banner))
}
