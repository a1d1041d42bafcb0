//! Words that tell whose an actor is, and of what class.

use crate::language::actors::Class::{
    Academic, Business, Civilians, Government, Intelligence, Judiciary, Legislature, Media, Military, Opposition,
    Police, Rebels,
};
use crate::language::actors::{ActorWords, Belonging, Class, OfficeWord};
use crate::language::lexicon::{Groups, Lexicon};

/// The tables of English.
pub(super) static ACTORS: ActorWords = ActorWords {
    classes: Lexicon::new(CLASSES),
    governments: Lexicon::new(&[((), &["government", "regime", "administration", "govt", "gov't"])]),
    lesser: Lexicon::new(&[(
        (),
        &["local", "regional", "provincial", "municipal", "city", "town", "district", "county", "shadow", "rival"],
    )]),
    stances: Lexicon::new(&[(
        (),
        &[
            "backed", "made", "supplied", "sponsored", "trained", "funded", "financed", "allied", "supported",
            "occupied", "held", "controlled", "aligned", "speaking", "born", "armed", "built", "language", "friendly",
            "annexed", "claimed", "linked", "bound", "educated", "inspired", "brokered", "proposed",
        ],
    )]),
    leanings: Lexicon::new(&[((), &["pro", "anti", "non", "ex", "post", "un"])]),
    belonging: Lexicon::new(&[
        (Belonging::Sure, &["of", "from", "for", "at"]),
        (Belonging::There, &["in", "near", "outside", "within", "across"]),
    ]),
    places: Lexicon::new(&[(
        (),
        &[
            "in", "at", "near", "outside", "inside", "within", "around", "across", "through", "throughout", "into",
            "over", "above", "beyond", "via", "off",
        ],
    )]),
    ways: Lexicon::new(&[((), &["to", "from", "for", "toward", "towards", "of"])]),
    going: Lexicon::new(&[(
        (),
        &[
            "go", "come", "travel", "fly", "arrive", "return", "head", "drive", "move", "leave", "depart", "visit",
            "trip", "flight", "journey", "train", "road", "route", "march", "walk", "sail", "flee", "reach", "enter",
            "land", "tour", "live", "stay", "bring", "take", "evacuate", "north", "south", "east", "west", "miles",
            "mile", "kilometer", "kilometre", "outskirts", "suburb", "centre", "center", "streets", "street", "city",
            "capital", "town", "airport", "university", "mayor", "people", "resident", "residents", "battle", "siege",
            "bombing", "shelling", "port", "region",
        ],
    )]),
    local: Lexicon::new(&[(
        (),
        &[
            "mayor", "street", "airport", "suburb", "metro", "subway", "university", "school", "hospital", "resident",
            "population", "skyline", "museum", "hotel", "port", "station", "district", "outskirts", "centre", "center",
            "square", "stadium", "theatre", "theater", "police", "city", "river", "weather", "bridge", "cathedral",
            "neighborhood", "neighbourhood", "traffic", "club", "stock", "exchange",
        ],
    )]),
    former: Lexicon::new(&[(
        (),
        &[
            "former", "ex", "ex-", "then", "late", "onetime", "ousted", "deposed", "outgoing", "incoming", "elect",
            "designate", "future", "retired", "exiled", "previous", "would-be", "fallen", "acting", "longtime",
        ],
    )]),
    offices: Lexicon::new(&[
        (OfficeWord::President, &["president"]),
        (OfficeWord::Prime, &["prime", "premier", "pm"]),
        (OfficeWord::Chancellor, &["chancellor"]),
        (OfficeWord::Vice, &["vice", "deputy", "assistant", "under", "undersecretary", "spokesman", "spokeswoman"]),
        (OfficeWord::Vice, &["spokesperson", "adviser", "advisor", "aide", "candidate", "treasury", "general"]),
        (OfficeWord::Foreign, &["foreign", "external"]),
        (OfficeWord::Defence, &["defence", "defense"]),
        (OfficeWord::Minister, &["minister", "secretary"]),
        (OfficeWord::State, &["state"]),
        (OfficeWord::Crown, &["king", "queen", "emir", "pope"]),
    ]),
    languages: Lexicon::new(&[((), &["language", "speaker", "translation", "word", "accent", "dialect", "subtitle"])]),
};

const CLASSES: Groups<Class> = &[
    (
        Government,
        &[
            "government", "minister", "ministry", "president", "premier", "official", "chancellor", "secretary",
            "ambassador", "diplomat", "envoy", "department", "administration", "authority", "authorities", "cabinet",
            "governor", "mayor", "regime", "monarch", "king", "queen", "prince", "emir", "embassy", "consulate",
            "consul", "presidency", "leadership", "junta", "monarchy", "negotiator", "undersecretary", "treasury",
            "customs", "regulator", "delegation", "attache", "attaché", "sultan", "crown", "bureaucrat", "leader",
            "kremlin", "ruler", "mission", "delegate", "inspector", "councillor", "councilor", "bureaucracy",
        ],
    ),
    (
        Military,
        &[
            "army", "armies", "navy", "navies", "military", "militaries", "troop", "troops", "soldier", "force",
            "forces", "general", "colonel", "commander", "admiral", "marine", "marines", "brigade", "battalion",
            "sailor", "airman", "corps", "regiment", "paratrooper", "peacekeeper", "conscript", "reservist", "gunner",
            "serviceman", "servicemen", "fleet",
            "squadron", "lieutenant", "sergeant", "commando", "commandos", "coastguard", "garrison",
            "pilot", "mercenary", "mercenaries", "infantry", "cavalry",
        ],
    ),
    (Police, &["police", "policeman", "policemen", "policewoman", "detective", "gendarme", "constable", "gendarmerie"]),
    (Intelligence, &["intelligence", "spy", "spies", "counterintelligence"]),
    (Judiciary, &["court", "judge", "prosecutor", "tribunal", "justice", "judiciary", "magistrate"]),
    (
        Legislature,
        &[
            "parliament", "lawmaker", "senator", "congress", "senate", "legislator", "legislature", "mp", "mps",
            "congressman", "congresswoman", "assembly", "parliamentarian", "duma",
        ],
    ),
    (Opposition, &["opposition", "dissident", "exile"]),
    (
        Rebels,
        &[
            "rebel", "militant", "insurgent", "fighter", "militia", "militiaman", "militiamen", "guerrilla",
            "guerilla", "terrorist", "gunman", "gunmen", "separatist", "jihadist", "jihadi", "extremist", "insurgency",
            "paramilitary", "paramilitaries", "warlord", "cartel", "gang", "gangster", "hijacker", "kidnapper",
            "bomber", "attacker", "assailant", "pirate", "mutineer", "partisan", "islamist",
        ],
    ),
    (
        Academic,
        &[
            "professor", "university", "universities", "institute", "researcher", "scholar", "scientist", "college",
            "academy", "lecturer", "historian", "economist", "think-tank", "school", "faculty", "academic",
            "academics", "laboratory", "physicist", "epidemiologist",
        ],
    ),
    (
        Media,
        &[
            "newspaper", "reporter", "journalist", "broadcaster", "magazine", "television", "tv", "media", "press",
            "correspondent", "editor", "columnist", "news", "newswire",
        ],
    ),
    (
        Business,
        &[
            "company", "companies", "firm", "corporation", "bank", "manufacturer", "businessman", "businessmen",
            "investor", "supplier", "shipper", "airline", "shipyard", "producer", "exporter", "importer", "trader",
            "oligarch", "maker", "executive", "businesswoman", "conglomerate", "carrier", "bidder", "contractor",
            "refiner", "refinery", "startup", "lender", "hacker",
        ],
    ),
    (
        Civilians,
        &[
            "protester", "protestor", "demonstrator", "resident", "citizen", "civilian", "student", "worker",
            "refugee", "migrant", "villager", "people", "crowd", "activist", "voter", "farmer", "fisherman",
            "fishermen", "teacher", "doctor", "nurse", "marcher", "rioter", "looter", "mourner", "settler",
            "passenger", "tourist", "child", "children", "woman", "women", "man", "men", "family", "families",
            "population", "public", "trucker", "driver", "miner", "union", "prisoner", "detainee", "hostage", "patient",
            "national", "expatriate", "believer", "cleric", "striker", "picket", "vigil", "community", "tribe",
            "tribesman", "tribesmen", "victim", "survivor", "worshipper", "pilgrim", "crew", "captive", "deportee",
            "athlete", "team",
        ],
    ),
];
