//! Words that say something about whether an event took place, by what they do to it. All but the negators and
//! conditions are lemmas of predicates that take another predicate as complement.

use crate::language::{Sign, SignWords};

const fn sign(sign: Sign, lemmas: &'static [&'static str]) -> SignWords {
    SignWords { sign, lemmas }
}

/// A word stands in one row only.
pub(super) const SIGNS: &[SignWords] = &[
    sign(Sign::Negates, &["not", "n't", "never", "neither", "nor", "hardly", "scarcely", "nowhere"]),
    sign(Sign::Spares, &["only", "just", "merely", "simply"]),
    sign(Sign::Allows, &["may", "might", "should", "ought"]),
    sign(Sign::Empties, &["no", "nobody", "nothing", "none", "no-one"]),
    sign(Sign::Lacks, &["without", "instead"]),
    sign(Sign::Conditions, &["if", "unless", "whether", "lest", "until", "once", "till", "provided"]),
    sign(
        Sign::Achieves,
        &[
            "manage", "remember", "get", "bother", "dare", "happen", "succeed", "proceed", "begin", "start", "continue",
            "keep", "end", "finish", "complete", "resume", "carry", "go",
        ],
    ),
    sign(Sign::Fails, &["fail", "forget", "neglect", "omit", "unable", "failure", "inability"]),
    sign(
        Sign::Prevents,
        &[
            "refuse", "decline", "prevent", "avoid", "refrain", "block", "stop", "deter", "cancel", "abandon", "scrap",
            "refusal", "reject", "prohibit", "ban", "forbid", "bar", "abstain", "thwart", "foil", "avert", "halt",
            "impossible",
        ],
    ),
    sign(Sign::Denies, &["deny", "denial", "disprove", "refute", "disbelieve", "doubt", "pretend", "unlikely", "doubtful"]),
    sign(
        Sign::Causes,
        &["cause", "force", "make", "lead", "compel", "help", "let", "have", "use", "enable", "prompt", "drive"],
    ),
    sign(
        Sign::Knows,
        &[
            "know", "realize", "realise", "regret", "learn", "discover", "notice", "acknowledge", "admit", "see", "recall",
            "find", "confirm", "prove", "show", "reveal", "demonstrate", "verify", "hear", "watch", "recognize",
            "recognise", "fact", "glad", "sorry", "happy", "proud", "surprised", "evidence", "understand", "aware",
        ],
    ),
    sign(
        Sign::Says,
        &[
            "say", "tell", "report", "announce", "state", "add", "note", "claim", "allege", "declare", "write", "explain",
            "mention", "assert", "insist", "argue", "warn", "testify", "quote", "describe", "inform", "statement",
            "allegation", "maintain", "contend", "charge", "accuse", "disclose", "indicate", "cite", "conclude",
        ],
    ),
    sign(
        Sign::Thinks,
        &[
            "think", "believe", "suspect", "guess", "suppose", "assume", "feel", "expect", "imagine", "predict", "forecast",
            "estimate", "seem", "appear", "speculate", "fear", "worry", "belief", "suggest", "imply", "presume", "reckon",
            "likely", "sure", "certain", "expectation", "concern", "afraid",
        ],
    ),
    sign(
        Sign::Wants,
        &[
            "want", "hope", "wish", "like", "need", "desire", "prefer", "love", "hate", "long", "eager", "willing",
            "ready", "reluctant", "unwilling", "demand", "require", "deserve", "interested", "tempt", "mean",
        ],
    ),
    sign(
        Sign::Plans,
        &[
            "plan", "intend", "promise", "pledge", "threaten", "vow", "agree", "decide", "prepare", "propose", "offer",
            "aim", "intention", "decision", "proposal", "threat", "commit", "commitment", "set", "schedule", "choose",
            "agreement", "vote", "swear", "arrange", "volunteer",
        ],
    ),
    sign(
        Sign::Tries,
        &[
            "try", "attempt", "seek", "effort", "struggle", "strive", "work", "fight", "campaign", "bid", "move", 
            "endeavor", "push", "hesitate", "look",
        ],
    ),
    sign(
        Sign::Asks,
        &[
            "ask", "order", "urge", "call", "request", "recommend", "advise", "invite", "encourage", "beg", "persuade",
            "command", "instruct", "authorize", "authorise", "allow", "permit", "convince", "press", "appeal", "pressure",
        ],
    ),
    sign(
        Sign::Weighs,
        &[
            "consider", "weigh", "mull", "contemplate", "discuss", "debate", "wonder", "question", "ponder", "explore",
            "possibility", "chance", "risk", "option", "idea", "possible", "able", "ability", "right", "opportunity",
            "capable", "potential", "prospect", "likelihood", "danger", "probability", "case", "depend", "way", 
            "easy", "hard", "difficult", "important", "necessary", "essential", "best", "better", "good", "time",
        ],
    ),
];
