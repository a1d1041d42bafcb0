//! Words that the frames speak of by one name, as lemmas.

use crate::attribute::pattern::Class;

/// The classes, by name.
pub(in crate::language::en) const CLASSES: &[Class] = &[
    ("not", &["not", "n't", "never"]),
    ("be", &["be", "'s", "is", "was", "were", "are", "been"]),
    ("will", &["will", "would", "can", "could", "do", "may", "wo", "ca"]),
    // What one does who answers.
    (
        "speak",
        &[
            "comment", "say", "discuss", "answer", "respond", "reply", "elaborate", "confirm", "identify", "name",
            "speculate", "disclose", "specify", "explain", "divulge", "reveal", "talk", "speak", "address", "describe",
            "detail", "clarify", "expand", "characterize", "characterise", "predict", "estimate", "remark", "state",
            "opine", "acknowledge", "react", "engage",
        ],
    ),
    (
        "answer",
        &[
            "comment", "say", "discuss", "answer", "respond", "reply", "elaborate", "confirm", "identify", "specify",
            "disclose", "divulge", "speculate", "reveal", "explain", "detail", "clarify", "expand",
        ],
    ),
    // What one gives who answers.
    (
        "detail",
        &[
            "detail", "details", "comment", "information", "figure", "explanation", "name", "reason", "timeline",
            "response", "answer", "number", "breakdown", "specifics", "particulars", "timetable", "statement",
            "interview", "date", "reply", "opinion", "reaction", "view",
        ],
    ),
    ("give", &["give", "provide", "offer", "share", "release", "make", "supply", "issue", "furnish", "volunteer"]),
    (
        "request",
        &[
            "request", "question", "query", "inquiry", "enquiry", "call", "message", "email", "e-mail", "mail", "phone",
            "telephone", "interview", "letter", "text", "calls", "emails",
        ],
    ),
    (
        "question",
        &["question", "query", "issue", "topic", "subject", "inquiry", "enquiry", "matter", "reporter", "point"],
    ),
    ("which", &["whether", "if", "when", "how", "why", "what", "where", "who", "which", "whose"]),
    // What somebody else has said: the matter of a denial.
    (
        "report",
        &[
            "report", "claim", "allegation", "accusation", "charge", "suggestion", "assertion", "rumour", "rumor",
            "speculation", "notion", "idea", "account", "story", "insinuation", "criticism", "characterization",
            "characterisation", "contention", "narrative", "implication", "finding", "article", "talk", "statement",
            "version", "complaint", "theory", "conclusion", "description", "reporting", "comparison", "hint", "premise",
            "blame", "perception", "assessment", "argument", "word", "claims", "allegations", "rumours", "rumors",
            "estimate", "concern", "warning", "fear", "involvement", "responsibility", "guilt", "suspicion", "footage",
        ],
    ),
    ("this", &["this", "that", "it", "they", "these", "those", "them", "such", "both", "all", "everything"]),
    // What makes a thing said untrue.
    (
        "false",
        &[
            "false", "untrue", "fiction", "fantasy", "lie", "fabrication", "fabricated", "nonsense", "rubbish",
            "baseless", "unfounded", "groundless", "fake", "invention", "hoax", "slander", "propaganda", "falsehood",
            "smear", "bogus", "rumour", "rumor", "speculation", "ridiculous", "absurd", "preposterous", "ludicrous",
            "myth", "garbage", "inaccurate", "wrong", "incorrect", "erroneous", "mistaken", "misinformation",
            "disinformation", "provocation", "exaggerated", "misleading", "hearsay", "gossip", "fabrications", "lies",
            "tale", "fairy", "fairytale", "untruth", "libel", "calumny", "unsubstantiated", "concoction", "defamatory",
            "laughable", "invented", "bunk", "hogwash", "hallucination", "nonsensical", "outlandish", "slanderous",
        ],
    ),
    ("call", &["call", "brand", "label", "describe", "denounce", "characterize", "characterise", "condemn", "decry",
        "deride", "reject", "dismiss", "portray", "ridicule", "treat", "write"]),
    // What is denied to somebody, and not denied to be so.
    (
        "grant",
        &[
            "entry", "access", "bail", "visa", "permission", "asylum", "request", "parole", "licence", "license",
            "permit", "chance", "opportunity", "service", "coverage", "motion", "appeal", "petition", "application",
            "food", "water", "treatment", "funding", "use", "right", "vote", "victory", "goal", "loan", "refuge",
            "admission", "passage", "boarding", "landing", "clearance", "citizenship", "care", "medicine", "leave",
            "benefit", "injunction", "stay", "aid", "place", "seat", "point", "refund", "compensation", "extradition",
            "justice", "promotion", "credit", "territory", "airspace", "sanctuary", "shelter", "sleep", "contract",
            "title", "equaliser", "penalty", "overflight", "berth", "anchorage", "hearing", "lawyer", "counsel",
        ],
    ),
    (
        "person",
        &[
            "suspect", "man", "woman", "witness", "prisoner", "detainee", "driver", "crew", "captain", "passenger",
            "student", "resident", "he", "she", "him", "her", "people", "candidate", "soldier", "employee", "staff",
            "neighbour", "neighbor", "relative", "worker", "officer", "minister", "owner", "crewman", "sailor",
        ],
    ),
    // What one orders to be done, unlike what one orders from a shop.
    (
        "act",
        &[
            "evacuation", "withdrawal", "halt", "closure", "strike", "investigation", "inquiry", "enquiry", "review",
            "release", "arrest", "suspension", "mobilisation", "mobilization", "ceasefire", "retreat", "deployment",
            "recall", "curfew", "lockdown", "shutdown", "search", "raid", "attack", "audit", "end", "expulsion",
            "removal", "troop", "destruction", "stop", "pause", "freeze", "probe", "cut", "return", "transfer",
        ],
    ),
    (
        "goods",
        &[
            "coffee", "lunch", "dinner", "copy", "drink", "meal", "wine", "jet", "aircraft", "ship", "tank", "vessel",
            "bus", "book", "pizza", "part", "supply", "vaccine", "helicopter", "frigate", "truck", "beer", "tea",
        ],
    ),
    (
        "doubt",
        &["doubt", "scepticism", "skepticism", "misgiving", "disbelief", "reservation", "incredulity"],
    ),
    ("doubtful", &["skeptical", "sceptical", "doubtful", "dubious", "unconvinced", "unsure", "unpersuaded",
        "incredulous", "disbelieving"]),
    ("voice", &["express", "voice", "raise", "cast", "have", "harbour", "harbor", "throw", "share", "hold", "retain",
        "entertain", "put", "register"]),
    ("quiet", &["silent", "quiet", "mum", "tight-lipped", "tightlipped", "mute", "close-mouthed", "silence"]),
    ("vague", &["noncommittal", "non-committal", "evasive", "vague", "coy", "cagey", "ambiguous", "equivocal",
        "circumspect", "elliptical", "cryptic"]),
    // What one does to a question who does not answer it.
    (
        "dodge",
        &[
            "sidestep", "side-step", "dodge", "duck", "evade", "skirt", "deflect", "parry", "fudge", "avoid", "elude",
            "shrug", "bat", "brush", "wave", "laugh", "swat", "fend", "bypass", "ignore", "circumvent", "finesse",
            "swerve", "shirk", "rebuff", "fob", "gloss", "dance", "talk", "tiptoe", "sweep",
        ],
    ),
];
