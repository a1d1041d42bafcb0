//! How far an action has got, from the words that say so.

use record::reading::Stage;
use record::span::Span;

use crate::attribute::phrase;

/// The words that name a stage, the surest first: what was not decided was considered, whatever verbs follow.
const STAGES: &[(Stage, &[&str])] = &[
    (
        Stage::Considered,
        &[
            "weighing whether",
            "is weighing",
            "are weighing",
            "considering",
            "considered",
            "mulling",
            "made a final decision",
            "made a decision",
            "yet to decide",
            "not decided",
            "n't decided",
            "debating whether",
            "discussing whether",
            "thinking about",
        ],
    ),
    (Stage::Halted, &["suspended", "halted", "stopped", "called off", "cancelled", "canceled", "abandoned", "frozen"]),
    (Stage::Prepared, &["preparing to", "preparing for", "is readying", "are readying", "getting ready"]),
    (Stage::Decided, &["decided to", "has decided", "agreed to", "approved", "plans to", "pledged to", "will"]),
    (
        Stage::UnderWay,
        &[
            "is sending",
            "are sending",
            "is supplying",
            "are supplying",
            "is selling",
            "are selling",
            "is delivering",
            "under way",
            "continues to",
            "continue to",
        ],
    ),
    (
        Stage::Done,
        &[
            "sent",
            "delivered",
            "supplied",
            "sold",
            "shipped",
            "completed",
            "provided",
            "attacked",
            "destroyed",
            "signed",
        ],
    ),
];

/// The stage that the tokens of a content report.
pub fn stage(text: &str, tokens: &[Span]) -> Stage {
    let says = |words: &&str| (0..tokens.len()).any(|at| phrase(text, tokens, at, words).is_some());
    STAGES.iter().find(|(_, phrases)| phrases.iter().any(says)).map_or(Stage::None, |(stage, _)| *stage)
}
