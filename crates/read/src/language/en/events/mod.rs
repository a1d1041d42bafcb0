//! English words of events, by root. They were written from PLOVER's definitions and from half of the training sentences
//! (`docs/evaluation.md`, "Events").

mod above;
mod conflict;
mod contexts;
mod cooperation;
mod demands;
mod force;
mod objects;
mod yielding;

use crate::event::Root;
use crate::language::events::Events;
use crate::language::lexicon::Lexicon;

pub(super) static EVENTS: Events = Events {
    triggers: &[
        objects::TRIGGERS,
        yielding::TRIGGERS,
        demands::TRIGGERS,
        conflict::TRIGGERS,
        force::TRIGGERS,
        cooperation::TRIGGERS,
    ],
    light: &[
        "make", "launch", "carry", "conduct", "hold", "issue", "give", "impose", "express", "voice", "reach", "sign",
        "declare", "announce", "order", "begin", "start", "continue", "open", "mount", "stage", "file", "lodge",
        "deliver", "undertake", "commit", "perform", "engage", "enter", "conclude", "finalise", "finalize", "execute",
        "wage", "lead", "take", "have", "resume", "renew", "provide", "offer", "send", "extend", "pay", "receive",
        "host", "attend", "join", "place", "set", "put", "level", "initiate", "unleash", "commence", "step", "intensify",
        "expand", "increase", "repeat", "reiterate", "complete", "pursue", "participate", "slap", "grant", "secure",
        "call", "demand", "seek", "request", "approve", "establish", "restore", "form", "suffer", "face", "come", "go",
        "bring", "win", "get", "negotiate", "arrange", "schedule", "plan", "release", "publish", "pledge", "promise",
    ],
    toward: &[
        "against", "with", "to", "on", "upon", "toward", "towards", "at", "for", "over", "into", "between", "among",
        "from", "of", "about", "onto", "in", "inside", "across", "near", "around", "within", "throughout", "by",
    ],
    prefer: &[
        (Root::Aid, &["to", "for", "in"]),
        (Root::Retreat, &["to", "on", "from", "against", "in", "of"]),
        (Root::Sanction, &["with", "to", "from", "against"]),
        (Root::Mobilize, &["against", "to", "on", "into", "in"]),
        (Root::Consult, &["with", "to", "between", "among"]),
    ],
    whose: &["in", "from"],
    at: &["in", "at", "near", "inside", "outside", "across", "around", "throughout", "within", "off"],
    vague: &[
        "effort", "campaign", "operation", "process", "attempt", "move", "act", "call", "order", "measure", "mission", "bid",
        "round", "talk", "deal", "agreement", "request", "proceedings", "programme", "program", "work",
    ],
    must: &["must", "should", "ought", "shall"],
    surely: &["against", "with", "to", "on", "upon", "toward", "towards", "between", "among", "for"],
    above: Lexicon::new(above::ABOVE),
    conditions: Lexicon::new(&[((), &["if", "unless", "lest", "whether", "provided", "should"])]),
    contexts: Lexicon::new(contexts::CONTEXTS),
};
