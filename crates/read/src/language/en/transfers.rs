//! English words by which goods go from one to another.

use crate::language::Lexicon;
use crate::language::transfers::{Deed, Join, Step, Store, TransferTable};

pub(super) static TRANSFERS: TransferTable = TransferTable {
    verbs: Lexicon::new(VERBS),
    nouns: Lexicon::new(NOUNS),
    steps: Lexicon::new(STEPS),
    guesses: Lexicon::new(&[(
        (),
        &["probably", "possibly", "perhaps", "maybe", "likely", "apparently", "seemingly", "potentially", "presumably", "possible", "potential", "suspected", "supposedly", "conceivably", "probable", "purported", "hypothetical"],
    )]),
    parties: Lexicon::new(PARTIES),
    own: Lexicon::new(&[(
        (),
        &["ally", "neighbour", "neighbor", "rival", "enemy", "partner", "foe", "opponent", "adversary", "creditor", "customer", "supplier", "lender", "backer", "buyer", "patron", "sponsor", "client"],
    )]),
    nobody: Lexicon::new(NOBODY),
    nobody_endings: &["tion", "sion", "ness", "ism", "ing", "ance", "ence", "cy"],
    carriers: Lexicon::new(&[(
        (),
        &["ship", "plane", "freighter", "convoy", "train", "tanker", "truck", "vessel", "boat", "aircraft", "flight", "lorry", "barge", "helicopter", "ferry", "freighter", "caravan", "cargo", "airline", "trawler"],
    )]),
    to: Lexicon::new(&[((), &["to", "into", "toward", "towards"])]),
    for_: Lexicon::new(&[((), &["for"])]),
    from: Lexicon::new(&[((), &["from"])]),
    with: Lexicon::new(&[((), &["with"])]),
    of: Lexicon::new(&[((), &["of", "in"])]),
    joins: Lexicon::new(&[
        (Join::And, &["and", "or", "plus", "&", "nor"]),
        (Join::AsWell, &["as", "along", "together"]),
        (Join::List, &["including", "like"]),
        (Join::SuchAs, &["such"]),
    ]),
    conditions: Lexicon::new(&[((), &["if", "unless", "provided", "should"])]),
    since: Lexicon::new(&[((), &["since", "regularly", "steadily", "repeatedly", "quietly", "routinely", "weekly", "monthly", "daily", "continually", "continuously"])]),
    counts: Lexicon::new(&[(
        (),
        &["more", "most", "several", "many", "few", "fewer", "much", "some", "any", "enough", "further", "additional", "other", "such", "dozen", "about", "around", "over", "up", "to", "at", "least", "nearly", "almost", "roughly", "approximately", "than", "million", "billion", "hundred", "thousand", "numerous", "various", "countless", "all", "both", "first", "last", "next", "second", "third", "half", "worth", "same", "own", "neither"],
    )]),
    stores: Lexicon::new(STORES),
    hands: Lexicon::new(&[((), &["hand", "transfer", "give", "seize", "share", "return", "cede", "pass", "restore", "hold", "take", "get", "receive", "lend", "deliver"])]),
};

const VERBS: &[(Deed, &[&str])] = &[
    (
        Deed::Gives,
        &[
            "send", "supply", "provide", "deliver", "sell", "ship", "give", "donate", "lend", "grant", "transfer", "export", "hand", "hand over",
            "furnish", "lease", "loan", "smuggle", "funnel", "pump", "pay", "gift", "airlift", "re-export", "reexport", "resell", "disburse", "wire",
            "dispatch", "despatch", "distribute", "traffic", "reroute", "bestow", "pipe", "transship", "forward", "send over", "ship out", "deposit",
            "resupply", "supplied", "pour", "pour in", "advance", "remit", "rent", "parachute", "cede", "slip", "extend", "repay", "siphon", "channel",
            "pass on", "sell off", "trade", "inject", "sign over", "truck", "lavish", "feed", "trickle", "sneak", "spirit", "funnelling", "funnelled", "sold", "sent", "lent", "gave", "given", "paid", "leased", "shipped", "supplies", "consign", "hand out", "offload",
        ],
    ),
    (
        Deed::Carries,
        &[
            "bring", "carry", "fly", "haul", "move", "offer", "allocate", "earmark", "contribute", "drop", "rush", "release", "return", "transport",
            "pass", "route", "divert", "freight", "ferry", "unload", "run", "invest", "commit", "award", "issue", "post", "fund", "finance", "spend",
            "direct", "convey", "mail", "bear", "push", "load",
        ],
    ),
    (Deed::Equips, &["equip", "arm", "outfit", "rearm", "replenish", "re-equip", "refuel", "kit out", "reequip", "fit out", "stock", "present", "issue", "fuel"]),
    (
        Deed::Gets,
        &[
            "buy", "purchase", "acquire", "import", "receive", "obtain", "procure", "order", "borrow", "source", "get", "secure", "accept", "collect", "buy up", "win", "take",
            "draw", "draw down", "snap up", "pick up", "reorder", "bought",
        ],
    ),
    (Deed::Comes, &["arrive", "reach", "flow", "come", "go", "land", "head", "stream", "sail", "leave", "depart"]),
];

const NOUNS: &[(Deed, &[&str])] = &[
    (
        Deed::Gives,
        &[
            "delivery", "shipment", "supply", "sale", "transfer", "export", "provision", "donation", "consignment", "handover", "transport",
            "smuggling", "gift", "lease", "flow", "dispatch", "airlift", "resupply", "re-export", "disbursement", "loan", "payment", "provision",
            "package", "grant", "transit", "cargo", "batch", "transportation", "distribution", "assistance", "aid", "trafficking", "load", "credit",
            "tranche", "convoy", "bailout", "selling", "sending", "supplying", "deposit", "instalment", "installment", "subsidy", "donor", "re-exportation", "resale", "remittance", "gifting",
        ],
    ),
    (Deed::Gets, &["purchase", "import", "procurement", "acquisition", "order", "buying", "receipt", "borrowing"]),
    (Deed::Asks, &["request", "appeal", "plea", "demand", "bid"]),
    (Deed::Bargains, &["deal", "contract", "agreement", "accord", "tender", "pact"]),
];

const STEPS: &[(Step, &[&str])] = &[
    (
        Step::Considers,
        &[
            "consider", "weigh", "mull", "debate", "discuss", "study", "examine", "review", "explore", "negotiate", "ponder", "contemplate", "talk",
            "deliberate", "evaluate", "assess", "float", "propose", "suggest", "entertain", "consideration", "discussion", "negotiation", "talks", "debate", "proposal", "idea",
            "option", "deliberation", "look at", "look into", "put forward", "think about", "think of", "toy", "eye", "undecided", "hesitate", "bargain", "haggle", "mulling", "feasibility",
            "sound out", "moot", "seek", "draft", "whether", "divided", "argue", "consult", "table", "reconsider", "bid", "tender", "choose", "interested", "interest", "question",
            "leaning", "lean", "waver", "dither", "agonise", "agonize", "advocate", "favour", "favor", "open", "willing", "willingness", "readiness", "recommend", "inclined",
        ],
    ),
    (
        Step::Asks,
        &[
            "urge", "ask", "request", "want", "demand", "call", "call on", "call for", "plead", "appeal", "implore", "press", "lobby", "hope", "wish", "need", "require", "beg", "petition", "should", "must", "ought", "like", "push",
        ],
    ),
    (
        Step::Supposes,
        &[
            "believe", "suspect", "assume", "fear", "speculate", "seem", "appear", "possibility", "chance", "prospect", "likelihood", "likely", "possible", "rumour", "rumor", "guess",
            "surmise", "suspicion", "fear", "speculation", "doubt", "worry", "concern", "threaten", "threat", "think", "able", "hint", "unlikely", "probable", "may", "might", "could", "can", "risk", "potential", "presume", "estimate", "tempted", "temptation", "intimate", "conclude",
            "belief", "scenario", "unclear", "uncertain", "unsure", "unknown", "warn", "warning", "predict",
        ],
    ),
    (
        Step::Settles,
        &[
            "decide", "agree", "promise", "pledge", "vow", "plan", "intend", "announce", "approve", "authorise", "authorize", "sign", "prepare", "ready",
            "commit", "order", "set", "expect", "schedule", "undertake", "decision", "agreement", "deal", "contract", "promise", "pledge", "plan", "preparation", "approval",
            "intention", "commitment", "accord", "pact", "offer", "earmark", "resolve", "swear", "vote for", "order", "due", "slate", "poise", "about", "endorse",
            "ratify", "clear", "arrange", "permit", "allow", "license", "licence", "guarantee", "instruct", "opt", "adopt", "gear up", "line up", "permission", "go-ahead", "mandate", "decree", "green-light", "greenlight", "bound", "await",
            "assure", "sign off", "sign off on", "consent", "choose", "mind", "bill", "law", "decree", "earmarked", "poised", "unveil", "allot", "finalise", "finalize", "pack", "volunteer", "budget", "mean", "settle", "conclude", "conclusion", "load", "aim",
            "schedule", "upcoming", "forthcoming", "promised", "planned", "agreed", "pending", "tell", "direct", "reserve", "assign", "award", "back", "determined", "vote", "grant",
        ],
    ),
    (
        Step::GoesOn,
        &[
            "begin", "start", "continue", "keep", "resume", "proceed", "go on", "step up", "increase", "expand", "accelerate", "ramp up", "speed up", "maintain",
            "sustain", "carry on", "persist", "grow", "rise", "intensify", "reopen", "launch", "boost", "double", "triple", "underway", "ongoing", "way", "progress", "flow", "triple", "raise", "surge",
            "go ahead", "press on", "push on", "quicken", "reduce", "slow", "fall", "drop", "shrink", "decline", "halve", "climb", "soar", "jump", "commence", "embark", "run", "restart", "route", "remain", "busy", "scale up", "loading", "escalate", "cut back", "go up", "route", "set about", "set off", "leave", "sail", "depart",
            "accuse", "caught", "involve", "help", "hurry", "rush", "expedite",
        ],
    ),
    (
        Step::Completes,
        &[
            "complete", "finish", "conclude", "admit", "acknowledge", "confess", "manage", "arrive", "reach", "receipt", "land", "completion", "arrival", "happen", "regret", "thank", "praise", "succeed", "take place", "unload", "hail", "celebrate", "welcome",
            "fulfil", "fulfill", "carry out",
        ],
    ),
    (
        Step::Denies,
        &[
            "deny", "refuse", "reject", "rule out", "decline", "fail", "dismiss", "refusal", "denial", "rejection", "failure", "forbid", "turn down", "oppose", "never", "disavow", "repudiate", "unable", "unwilling", "resist", "balk", "baulk", "refute", "false", "untrue", "impossible", "avoid", "reluctant", "veto", "forswear", "renounce", "exclude", "rebuff", "shy", "opposition", "unwillingness", "scotch", "discount", "spurn", "neglect", "decline to", "rule",
        ],
    ),
    (
        Step::Halts,
        &[
            "withhold", "withheld", "froze", "frozen", "suspend", "halt", "stop", "freeze", "cancel", "cut", "cut off", "end", "pause", "scrap", "cease", "delay", "postpone", "abandon", "shelve", "interrupt", "call off",
            "suspension", "cancellation", "freezing", "cessation", "stoppage", "interruption", "cutoff", "cut-off", "hold", "hold up", "hold back", "discontinue", "terminate", "quit", "drop", "shut off", "turn off", "switch off", "hiatus", "moratorium", "revoke", "rescind", "curtail", "stall", "collapse", "dry up", "shut down", "hold",
            "back out", "withdraw", "termination", "axe", "ditch", "call a halt", "wind down", "put off", "break off", "pull", "shutdown", "standstill", "ice", "disrupt", "disruption", "shut", "close", "closure", "renege", "pull out", "fall through",
        ],
    ),
    (
        Step::Blocks,
        &[
            "block", "intercept", "seize", "prevent", "ban", "bar", "prohibit", "embargo", "impound", "confiscate", "thwart", "foil", "stop from", "outlaw", "blockade", "seizure", "interception", "blocking", "obstruct", "sabotage", "prohibition", "detain", "restrict", "torpedo", "sink", "keep from",
        ],
    ),
    (
        Step::Tells,
        &["report", "claim", "allegation", "accusation", "charge", "evidence", "proof", "indication", "sign", "assertion", "statement", "news", "word", "story", "assessment"],
    ),
    (Step::Does, &["make", "carry", "perform", "conduct", "undertake", "see", "use", "do", "handle", "execute", "oversee"]),
];

const PARTIES: &[((), &[&str])] = &[(
    (),
    &[
        "rebel", "rebels", "militia", "militias", "force", "forces", "fighter", "insurgent", "troop", "army", "navy", "air force", "government", "regime", "junta", "company", "firm", "maker",
        "refinery", "bank", "charity", "group", "side", "kingdom", "republic", "brigade", "police", "hospital", "village", "town", "refugee", "civilian", "farmer", "victim",
        "buyer", "customer", "country", "state", "nation", "ally", "neighbour", "neighbor", "enemy", "partner", "faction", "guerrilla", "separatist", "warlord", "commander", "soldier",
        "dealer", "trader", "broker", "manufacturer", "supplier", "donor", "lender", "creditor", "importer", "exporter", "ministry", "authority", "agency", "coalition", "alliance", "bloc", "union",
        "council", "parliament", "movement", "party", "opposition", "cartel", "gang", "mercenary", "contractor", "subsidiary", "factory", "plant", "utility", "province", "region", "city", "island", "district",
        "front company", "client", "recipient", "garrison", "battalion", "division", "guard", "unit", "regiment", "proxy", "tribe", "tribesman", "clan", "fund", "government", "administration",
        "capital", "leader", "president", "minister", "premier", "general", "king", "treasury", "embassy", "consortium", "foundation", "church", "club", "family", "household", "shipyard", "airline", "operator", "smuggler", "middleman", "intermediary",
        "paramilitary", "combatant", "coastguard", "shelter", "camp", "corps", "north", "south", "east", "west", "institute", "university", "laboratory", "start-up", "distributor", "retailer", "wholesaler", "neighbourhood", "world", "survivor", "resident", "defender", "mutineer", "enclave", "colony", "territory", "organisation", "organization", "conglomerate", "network", "cell", "loyalist", "patron", "sponsor", "monarchy", "emirate", "sultanate", "duchy", "federation", "principality", "legion", "command", "fleet", "squadron", "pirate", "rival", "foe", "backer", "worker", "pensioner", "child", "people", "medic", "school", "arsenal", "yard", "mill", "miner", "office", "body", "member", "signatory", "signatories",
    ],
)];

const NOBODY: &[((), &[&str])] = &[(
    (),
    &[
        "border", "front", "port", "coast", "airport", "airfield", "base", "depot", "warehouse", "market", "sea", "river", "road", "rail", "railway line", "year", "month", "week",
        "day", "night", "morning", "evening", "time", "hour", "decade", "century", "spring", "summer", "autumn", "winter", "price", "cost", "amount", "rate", "way", "end", "level", "point", "war",
        "conflict", "battle", "fight", "attack", "use", "test", "purpose", "exchange", "return", "deal", "plan", "law", "bill", "contract", "treaty", "sanction", "report", "document", "record", "data",
        "paper", "talk", "talks", "study", "vote", "programme", "program", "scheme", "sale", "delivery", "shipment", "export", "import", "value", "quality", "help", "support", "fact", "case", "part", "line",
        "offer", "idea", "proposal", "step", "move", "storm", "flood", "fire", "crisis", "budget", "visit", "trial", "event", "figure", "total", "percent", "half", "air", "land", "ground", "field", "sky", "world war",
        "siege", "election", "summit", "meeting", "speech", "statement", "claim", "threat", "warning", "message", "letter", "power", "peace", "trade", "profit", "loss", "result", "effort", "repair", "transit", "storage",
        "shore", "harbour", "harbor", "quay", "dock", "station", "site", "place", "area", "zone", "line", "pipeline", "route", "corridor", "bridge", "tunnel", "scrap", "free", "cash", "fee", "first", "last", "moment", "thing", "hand", "hands", "eye", "name", "term", "basis", "account", "sign", "evidence", "intelligence",
    ],
)];

const STORES: &[(Store, &[&str])] = &[
    (Store::Lacks, &["lack", "need", "require"]),
    (
        Store::Lack,
        &["shortage", "lack", "scarcity", "need", "shortfall", "dearth", "deficit", "want", "absence", "paucity", "hunger", "demand", "thirst", "gap", "requirement"],
    ),
    (Store::Short, &["short", "low", "desperate", "starved", "bereft"]),
    (Store::Scarce, &["scarce", "exhausted", "depleted", "dwindling", "dwindle", "lacking", "insufficient", "exhaust", "deplete", "missing", "rationed"]),
    (Store::Runs, &["run", "starve", "burn"]),
    (Store::Makes, &["produce", "make", "manufacture", "build", "assemble", "refine", "generate", "fabricate", "cast", "mine", "turn out", "churn out", "forge", "machine", "pump"]),
    (Store::Capacity, &["capacity", "capability", "ability", "capacities", "means", "know-how", "potential"]),
    (Store::Making, &["production", "output", "manufacture", "manufacturing", "assembly"]),
    (Store::Able, &["can", "able", "capable", "could", "ca", "cannot", "unable", "incapable", "enable", "let", "allow", "room", "enough", "geared"]),
];
