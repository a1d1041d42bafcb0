//! What a predicate makes of an event below it: "*plans* to attack" tells of no attack.

use crate::event::Status;
use crate::language::lexicon::Groups;

pub(super) const ABOVE: Groups<Status> = &[
    (
        Status::Planned,
        &[
            "plan", "intend", "prepare", "agree", "pledge", "promise", "vow", "decide", "order", "commit", "aim",
            "schedule", "expect", "arrange", "resolve", "undertake", "set", "decision", "preparation", "approve",
            "authorise", "authorize", "ready", "willing", "poise", "slate", "offer", "due", "instruct", "direct", "about",
            "going", "swear", "intention", "commitment", "determined",
        ],
    ),
    (
        Status::Considered,
        &[
            "consider", "weigh", "mull", "propose", "suggest", "discuss", "debate", "contemplate", "ponder", "study",
            "explore", "examine", "evaluate", "think", "proposal", "idea", "possibility", "option", "recommend", "signal",
            "indicate",
        ],
    ),
    (Status::Threatened, &["threaten", "threat", "warn", "warning", "ultimatum"]),
    (
        Status::Denied,
        &[
            "refuse", "reject", "fail", "cancel", "avert", "prevent", "deny", "rule", "decline", "avoid", "thwart",
            "foil", "abandon", "postpone", "block", "halt", "scrap", "refrain", "forbid", "refusal", "failure",
        ],
    ),
    (
        Status::Hypothetical,
        &[
            "urge", "demand", "call", "ask", "hope", "want", "wish", "seek", "request", "appeal", "press", "need", "require",
            "advise", "encourage", "beg", "plead", "persuade", "insist", "fear", "invite", "expectation", "risk", "try",
            "attempt", "chance", "likely", "possible", "able", "allow", "permit", "enable", "help", "aim", "wait", "should",
        ],
    ),
    (Status::UnderWay, &["continue", "keep", "remain", "underway", "ongoing", "proceed"]),
];
