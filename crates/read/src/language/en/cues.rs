//! Words whose stance is not plain statement. Everything else that the model finds to be a cue says what it says.

use record::reading::Stance::{self, Asks, Declines, Denies, Doubts, Evades, Hopes, Orders};

use crate::language::CueWord;

const fn cue(stance: Stance, forms: &'static [&'static str]) -> CueWord {
    CueWord { forms, stance }
}

/// Longer phrases stand before shorter ones: the first that fits is taken.
pub(super) const CUES: &[CueWord] = &[
    cue(
        Evades,
        &[
            "neither confirmed nor denied",
            "neither confirm nor deny",
            "not confirm or deny",
            "declined to confirm or deny",
            "not rule out",
            "n't rule out",
            "not ruled out",
            "refused to rule out",
            "not respond directly",
            "n't respond directly",
            "not answer directly",
            "n't answer directly",
            "sidestepped",
            "dodged",
            "evaded",
        ],
    ),
    cue(
        Declines,
        &[
            "declined to",
            "declines to",
            "declining to",
            "refused to comment",
            "refused to say",
            "not comment",
            "n't comment",
            "no comment",
            "would not say",
            "would n't say",
            "not respond",
            "n't respond",
            "not immediately respond",
            "n't immediately respond",
            "not return",
            "could not be reached",
        ],
    ),
    cue(
        Denies,
        &[
            "denied",
            "denies",
            "deny",
            "denying",
            "rejected",
            "rejects",
            "refuted",
            "refutes",
            "disputed",
            "disputes",
            "dismissed",
        ],
    ),
    cue(Asks, &["asked", "asks", "asking"]),
    cue(Orders, &["urged", "urges", "urging", "demanded", "demands", "ordered", "orders", "called on", "called for"]),
    cue(Hopes, &["hoped", "hopes", "hope", "hoping"]),
    cue(Doubts, &["doubted", "doubts", "doubt", "questioned", "questions"]),
];

/// Words of speech after which a closed quotation's sentence goes on.
pub(super) const SPEECH: &[&str] = &[
    "said",
    "says",
    "asked",
    "asks",
    "told",
    "added",
    "adds",
    "replied",
    "wrote",
    "writes",
    "explained",
    "argued",
    "shouted",
    "cried",
    "insisted",
    "warned",
    "declared",
    "wondered",
];

/// Phrases that refuse or evade an answer, the longer ones first.
pub(super) const SILENCES: &[&str] = &[
    "neither confirmed nor denied",
    "neither confirm nor deny",
    "did not confirm or deny",
    "would not confirm or deny",
    "declined to confirm or deny",
    "did not immediately respond to a request for comment",
    "did not immediately respond to requests for comment",
    "did not respond to a request for comment",
    "did not respond to requests for comment",
    "did not immediately respond",
    "did not respond directly",
    "didn't respond directly",
    "did not answer directly",
    "didn't answer directly",
    "could not be reached for comment",
    "declined to comment",
    "declines to comment",
    "declined to say",
    "declined to discuss",
    "declined to answer",
    "declined to elaborate",
    "refused to comment",
    "refused to say",
    "would not comment",
    "wouldn't comment",
    "would not say",
    "wouldn't say",
    "had no comment",
    "has no comment",
];
