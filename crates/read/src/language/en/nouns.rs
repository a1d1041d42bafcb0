//! What a noun stands for: a person, a body, a state, a document. Keyed by lemma and by form.

use crate::language::NounSort::{Body, Man, Outlet, Paper, People, Person, State, Woman};
use crate::language::NounSort;
use crate::language::lexicon::Groups;

pub(super) const NOUNS: Groups<NounSort> = &[
    (
        Person,
        &[
            "official", "source", "person", "individual", "diplomat", "analyst", "expert", "aide", "spokesperson",
            "minister", "witness", "resident", "critic", "observer", "adviser", "advisor", "lawmaker", "legislator",
            "senator", "reporter", "journalist", "correspondent", "leader", "supporter", "president", "premier",
            "chancellor", "secretary", "undersecretary", "deputy", "director", "chief", "head", "ambassador", "envoy",
            "consul", "attache", "commander", "general", "colonel", "major", "captain", "lieutenant", "sergeant",
            "admiral", "officer", "soldier", "pilot", "sailor", "governor", "mayor", "councillor", "councilor",
            "representative", "delegate", "negotiator", "mediator", "inspector", "investigator", "prosecutor", "judge",
            "justice", "lawyer", "attorney", "solicitor", "defendant", "suspect", "plaintiff", "victim", "survivor",
            "economist", "scientist", "researcher", "professor", "doctor", "physician", "nurse", "teacher", "student",
            "scholar", "historian", "author", "writer", "editor", "columnist", "blogger", "activist", "campaigner",
            "protester", "organizer", "organiser", "volunteer", "worker", "employee", "manager", "executive", "owner",
            "founder", "co-founder", "chair", "chairperson", "banker", "trader", "investor", "broker", "dealer",
            "farmer", "fisherman", "driver", "passenger", "engineer", "technician", "contractor", "consultant",
            "strategist", "pollster", "candidate", "nominee", "politician", "voter", "citizen", "member", "colleague",
            "friend", "neighbor", "neighbour", "relative", "parent", "child", "kid", "cousin", "spouse", "partner",
            "informant", "insider", "whistleblower", "defector", "agent", "spy", "operative", "fighter", "rebel",
            "militant", "insurgent", "guard", "detective", "cleric", "priest", "bishop", "pope", "imam", "rabbi",
            "monarch", "player", "coach", "actor", "artist", "singer", "musician", "guest", "speaker", "participant",
            "refugee", "migrant", "immigrant", "patient", "customer", "user", "winner", "opponent", "rival", "ally",
            "enemy", "hostage", "prisoner", "inmate", "veteran", "counterpart", "predecessor", "successor", "boss",
            "owner", "tenant", "landlord", "planner", "specialist", "commissioner", "treasurer", "clerk", "archivist",
            "skipper", "harbourmaster", "harbormaster", "baby", "toddler", "teenager", "adult", "commentator", "critic",
            "coordinator", "administrator", "superintendent", "trustee", "regulator", "auditor", "ombudsman",
        ],
    ),
    (
        Man,
        &[
            "man", "men", "boy", "guy", "gentleman", "father", "brother", "son", "husband", "uncle", "nephew",
            "grandfather", "king", "prince", "duke", "emperor", "spokesman", "spokesmen", "chairman", "businessman",
            "congressman", "councilman", "policeman", "fireman", "statesman", "lord", "dad", "boyfriend", "monk",
        ],
    ),
    (
        Woman,
        &[
            "woman", "women", "girl", "lady", "mother", "sister", "daughter", "wife", "aunt", "niece", "grandmother",
            "queen", "princess", "duchess", "empress", "spokeswoman", "spokeswomen", "chairwoman", "businesswoman",
            "congresswoman", "councilwoman", "policewoman", "actress", "mom", "mum", "girlfriend", "widow", "nun",
        ],
    ),
    (
        People,
        &[
            "people", "police", "authorities", "staff", "troops", "forces", "public", "crew", "crowd", "clergy",
            "pair", "duo", "couple", "trio", "family", "personnel", "others", "delegation", "leadership", "opposition",
            "electorate", "militia", "panel",
        ],
    ),
    (
        Outlet,
        &[
            "newspaper", "paper", "magazine", "broadcaster", "outlet", "network", "channel", "website", "station",
            "journal", "daily", "weekly", "herald", "tribune", "gazette", "times", "post", "reuters", "blog",
            "newswire", "media", "press",
        ],
    ),
    (
        Body,
        &[
            "ministry", "government", "department", "agency", "company", "embassy", "consulate", "council",
            "commission", "committee", "army", "navy", "military", "bank", "court", "party", "union", "office",
            "house", "kremlin", "pentagon", "group", "organisation", "organization", "association", "university",
            "institute", "institution", "service", "parliament", "congress", "senate", "assembly", "cabinet",
            "administration", "campaign", "center", "centre", "college", "school", "firm", "corporation", "business",
            "manufacturer", "maker", "supplier", "shipper", "carrier", "airline", "shipyard", "alliance", "coalition",
            "bloc", "federation", "league", "foundation", "charity", "fund", "board", "bureau", "secretariat",
            "directorate", "authority", "regime", "junta", "monarchy", "church", "team", "club", "force", "tribunal",
            "legislature", "watchdog", "regulator", "treasury", "exchange", "startup", "subsidiary", "consortium",
            "trust", "society", "movement", "lobby", "syndicate", "chamber", "corps", "brigade", "battalion",
            "headquarters", "leadership", "presidency", "hospital", "museum", "laboratory", "lab", "think-tank",
        ],
    ),
    (State, &["country", "nation", "state", "republic", "kingdom", "neighbour", "neighbor"]),
    (
        Paper,
        &[
            "report", "statement", "document", "memo", "memorandum", "letter", "study", "survey", "poll", "law",
            "treaty", "filing", "record", "cable", "assessment", "data", "figure", "intelligence", "article",
            "indictment", "resolution", "communique", "affidavit", "complaint", "lawsuit", "transcript", "email",
            "e-mail", "message", "tweet", "post", "text", "book", "diary", "manual", "file", "dossier", "paper",
            "draft", "bill", "constitution", "charter", "agreement", "accord", "contract", "ruling", "verdict",
            "judgment", "judgement", "release", "bulletin", "notice", "brief", "briefing", "analysis", "review",
            "audit", "estimate", "forecast", "statistics", "evidence", "image", "photo", "photograph", "video",
            "footage", "recording", "census", "research", "warrant", "subpoena", "testimony", "account", "editorial",
            "headline", "story", "advisory", "guideline", "rule", "code", "log", "manifest", "invoice", "table",
        ],
    ),
];

/// Nouns that may stand for one and the same holder of a role.
pub(super) const KIN: Groups<u8> = &[
    (1, &["spokesman", "spokesmen", "spokeswoman", "spokeswomen", "spokesperson"]),
    (2, &["chairman", "chairwoman", "chair", "chairperson"]),
    (3, &["lawyer", "attorney", "solicitor"]),
    (4, &["lawmaker", "legislator"]),
    (5, &["adviser", "advisor"]),
    (6, &["policeman", "policewoman"]),
    (7, &["congressman", "congresswoman"]),
    (8, &["premier"]),
    (9, &["journalist", "reporter", "correspondent"]),
    (10, &["diplomat", "envoy", "ambassador"]),
];

/// Nouns that may take up any person, body or state before them.
pub(super) const WIDE: Groups<()> = &[(
    (),
    &[
    "source", "person", "people", "individual", "man", "woman", "men", "women", "pair", "duo", "couple", "trio",
    "company", "firm", "organisation", "organization", "group", "body", "institution", "outlet", "country", "nation",
    ],
)];
