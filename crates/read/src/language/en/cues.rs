//! The common words of attribution. The long tail is the work of a trained model, not of this list.

use record::reading::Stance::{self, Asks, Declines, Denies, Doubts, Evades, Hopes, Orders, Says};

use crate::language::{CueWord, Frame};

const fn cue(lemma: &'static str, stance: Stance, frame: Frame, forms: &'static [&'static str]) -> CueWord {
    CueWord { forms, lemma, stance, frame }
}

pub(super) const CUES: &[CueWord] = &[
    // Longer cues come first: the first that fits is taken.
    cue(
        "deny",
        Evades,
        Frame::Silence,
        &[
            "neither confirmed nor denied",
            "neither confirm nor deny",
            "did not confirm or deny",
            "would not confirm or deny",
            "declined to confirm or deny",
        ],
    ),
    cue(
        "rule",
        Evades,
        Frame::Verb,
        &[
            "did not rule out",
            "didn't rule out",
            "would not rule out",
            "wouldn't rule out",
            "has not ruled out",
            "refused to rule out",
        ],
    ),
    cue(
        "respond",
        Evades,
        Frame::Silence,
        &[
            "did not respond directly",
            "didn't respond directly",
            "did not answer directly",
            "didn't answer directly",
            "sidestepped",
            "dodged",
            "evaded",
        ],
    ),
    cue(
        "decline",
        Declines,
        Frame::Silence,
        &[
            "declined to comment",
            "declines to comment",
            "have declined to comment",
            "has declined to comment",
            "declined to say",
            "declined to discuss",
            "declined to give",
            "refused to comment",
            "would not comment",
            "wouldn't comment",
            "had no comment",
            "would not say",
            "wouldn't say",
            "refused to say",
        ],
    ),
    cue(
        "respond",
        Declines,
        Frame::Silence,
        &[
            "did not respond to a request for comment",
            "did not immediately respond to a request for comment",
            "did not respond to requests for comment",
            "did not immediately respond to requests for comment",
            "could not be reached for comment",
        ],
    ),
    cue("accord", Says, Frame::Preposition, &["according to"]),
    cue(
        "deny",
        Denies,
        Frame::Verb,
        &["denied", "denies", "deny", "denying", "has denied", "have denied", "had denied"],
    ),
    cue("reject", Denies, Frame::Weak, &["rejected", "rejects", "refuted", "refutes", "disputed", "disputes"]),
    cue("say", Says, Frame::Verb, &["said", "says", "say", "saying", "has said", "have said", "had said"]),
    cue("tell", Says, Frame::Verb, &["told", "tells", "telling"]),
    cue("add", Says, Frame::Weak, &["added", "adds", "adding"]),
    cue("announce", Says, Frame::Weak, &["announced", "announces", "announcing"]),
    cue("believe", Says, Frame::Verb, &["believe", "believes", "believed"]),
    cue("think", Says, Frame::Verb, &["think", "thinks", "thought"]),
    cue("claim", Says, Frame::Verb, &["claimed", "claims", "claiming"]),
    cue("state", Says, Frame::Weak, &["stated", "states", "stating"]),
    cue("report", Says, Frame::Weak, &["reported", "reports", "reporting"]),
    cue("confirm", Says, Frame::Weak, &["confirmed", "confirms", "confirming"]),
    cue("argue", Says, Frame::Verb, &["argued", "argues", "arguing"]),
    cue("insist", Says, Frame::Verb, &["insisted", "insists", "insisting"]),
    cue("warn", Says, Frame::Weak, &["warned", "warns", "warning"]),
    cue("explain", Says, Frame::Weak, &["explained", "explains"]),
    cue("note", Says, Frame::Weak, &["noted", "notes", "noting"]),
    cue("acknowledge", Says, Frame::Weak, &["acknowledged", "acknowledges", "admitted", "admits", "conceded"]),
    cue("suggest", Says, Frame::Weak, &["suggested", "suggests"]),
    cue("describe", Says, Frame::Weak, &["described", "describes"]),
    cue("call", Says, Frame::Weak, &["called", "calls"]),
    cue("write", Says, Frame::Weak, &["wrote", "writes", "tweeted"]),
    cue("expect", Says, Frame::Weak, &["predicted", "predicts", "estimated", "estimates"]),
    cue("ask", Asks, Frame::Weak, &["asked", "asks", "asking"]),
    cue("urge", Orders, Frame::Weak, &["urged", "urges", "demanded", "demands", "ordered", "orders"]),
    cue("hope", Hopes, Frame::Weak, &["hoped", "hopes"]),
    cue("doubt", Doubts, Frame::Weak, &["doubted", "doubts", "questioned"]),
];
