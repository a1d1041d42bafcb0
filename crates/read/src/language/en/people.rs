//! What tells of people: pronouns, forms of address, numbers of people, and names of states.

use super::{given, nouns};
use crate::language::lexicon::{Groups, Lexicon};
use crate::language::{Determiner, Gender, People, Pronoun};

/// The tables of English.
pub(super) static PEOPLE: People = People {
    nouns: Lexicon::new(nouns::NOUNS),
    kin: Lexicon::new(nouns::KIN),
    wide: Lexicon::new(nouns::WIDE),
    corporate: Lexicon::new(&[(
        (),
        &["police", "opposition", "leadership", "staff", "panel", "militia", "junta", "coastguard"],
    )]),
    pronouns: Lexicon::new(PRONOUNS),
    reflexives: Lexicon::new(&[((), &["himself", "herself", "itself"]), ((), &["themselves"])]),
    addresses: Lexicon::new(ADDRESSES),
    given: Lexicon::new(given::GIVEN),
    numbers: Lexicon::new(NUMBERS),
    states: Lexicon::new(STATES),
    seats: Lexicon::new(SEATS),
    body_names: Lexicon::new(BODY_NAMES),
    dates: Lexicon::new(&[
        (
            (),
            &[
                "monday", "tuesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
                "april", "may", "june", "july", "august", "october", "november", "december", "jan.", "feb.", "mar.",
                "apr.", "jun.", "jul.", "aug.", "sept.", "oct.", "nov.", "dec.", "easter",
            ],
        ),
        ((), &["wednesday", "september", "christmas"]),
    ]),
    small: Lexicon::new(&[((), &["of", "the", "for", "and", "on", "in", "&", "-", "to"])]),
    determiners: Lexicon::new(&[
        (Determiner::Definite, &["the"]),
        (Determiner::Demonstrative, &["this", "that", "these", "those", "such"]),
        (
            Determiner::Indefinite,
            &[
                "a", "an", "some", "any", "another", "no", "several", "many", "few", "other", "each", "every", "more",
                "most", "various", "numerous",
            ],
        ),
    ]),
    shows: Lexicon::new(&[
        (
            (),
            &[
                "show", "suggest", "indicate", "reveal", "find", "imply", "signal", "prove", "reflect", "mean",
                "confirm",
            ],
        ),
        ((), &["demonstrate", "illustrate", "underscore", "highlight"]),
    ]),
    agents: &["er", "or", "ist", "ian", "man", "woman", "men", "women", "ee", "ant", "ers", "ors", "ists", "ians"],
};

const PRONOUNS: Groups<Pronoun> = &[
    (Pronoun::He, &["he", "him", "his", "himself"]),
    (Pronoun::She, &["she", "her", "hers", "herself"]),
    (Pronoun::It, &["it", "its", "itself"]),
    (Pronoun::They, &["they", "them", "their", "theirs"]),
    (Pronoun::They, &["themselves"]),
    (Pronoun::I, &["i", "me", "my", "mine", "myself"]),
    (Pronoun::We, &["we", "us", "our", "ours"]),
    (Pronoun::We, &["ourselves"]),
    (Pronoun::Who, &["who", "whom", "whose"]),
];

const ADDRESSES: Groups<Option<Gender>> = &[
    (Some(Gender::Male), &["mr", "mr.", "sir", "lord", "king", "prince", "messrs.", "herr", "fr."]),
    (
        Some(Gender::Female),
        &["mrs", "mrs.", "ms", "ms.", "miss", "mme", "mme.", "madame", "lady", "dame", "queen", "princess"],
    ),
    (
        None,
        &[
            "dr", "dr.", "prof.", "sen.", "rep.", "gov.", "gen.", "col.", "lt.", "maj.", "sgt.", "capt.", "cmdr.",
            "adm.", "amb.", "rev.", "hon.", "pres.", "minister", "premier", "senator", "governor", "mayor", "general",
            "colonel", "captain", "major", "admiral", "judge", "justice", "pope", "bishop", "sheikh", "speaker",
            "director", "chairman", "doctor", "officer", "sergeant",
        ],
    ),
    (
        None,
        &[
            "professor",
            "president",
            "chancellor",
            "representative",
            "lieutenant",
            "ambassador",
            "secretary",
            "ayatollah",
            "commissioner",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "congressman",
            "congresswoman",
            "detective",
            "inspector",
        ],
    ),
];

const NUMBERS: Groups<u8> = &[
    (1, &["one"]),
    (2, &["two", "both", "pair", "duo", "couple"]),
    (3, &["three", "trio"]),
    (4, &["four"]),
    (5, &["five"]),
    (6, &["six"]),
    (7, &["seven"]),
    (8, &["eight"]),
    (9, &["nine"]),
    (10, &["ten"]),
    (12, &["dozen"]),
];

/// Whole names of states.
const STATES: Groups<()> = &[
    (
        (),
        &[
            "albania", "algeria", "andorra", "angola", "armenia", "austria", "bahamas", "bahrain", "barbados",
            "belarus", "belgium", "belize", "benin", "bhutan", "bolivia", "bosnia", "botswana", "brazil", "britain",
            "brunei", "bulgaria", "burundi", "cambodia", "cameroon", "canada", "chad", "chile", "china", "colombia",
            "comoros", "congo", "croatia", "cuba", "cyprus", "czechia", "denmark", "djibouti", "dominica", "ecuador",
            "egypt", "eritrea", "estonia", "eswatini", "ethiopia", "fiji", "finland", "france", "gabon", "gambia",
            "germany", "ghana", "greece", "grenada", "guinea", "guyana", "haiti", "honduras", "hungary", "iceland",
            "india", "iran", "iraq", "ireland", "israel", "italy", "jamaica", "japan", "jordan", "kenya", "kiribati",
            "kosovo", "kuwait", "laos", "latvia", "lebanon", "lesotho", "liberia", "libya", "malawi", "malaysia",
            "maldives", "mali", "malta", "mexico", "moldova", "monaco", "mongolia", "morocco", "myanmar", "burma",
            "namibia", "nauru", "nepal", "niger", "nigeria", "norway", "oman", "pakistan", "palau", "panama",
            "paraguay", "peru", "poland", "portugal", "qatar", "romania", "russia", "rwanda", "samoa", "senegal",
            "serbia", "slovakia", "slovenia", "somalia", "spain", "sudan", "suriname", "sweden", "syria", "taiwan",
            "tanzania", "thailand", "togo", "tonga", "tunisia", "turkey", "tuvalu", "uganda", "ukraine", "uruguay",
            "vanuatu", "vietnam", "yemen", "zambia", "zimbabwe", "u.s.", "u.s", "u.k.", "u.k", "uae", "ussr", "usa",
            "england", "scotland", "wales", "holy see",
        ],
    ),
    (
        (),
        &[
            "afghanistan",
            "argentina",
            "australia",
            "azerbaijan",
            "bangladesh",
            "guatemala",
            "indonesia",
            "kazakhstan",
            "kyrgyzstan",
            "liechtenstein",
            "lithuania",
            "luxembourg",
            "madagascar",
            "mauritania",
            "mauritius",
            "micronesia",
            "montenegro",
            "mozambique",
            "netherlands",
            "nicaragua",
            "philippines",
            "seychelles",
            "singapore",
            "switzerland",
            "tajikistan",
            "turkmenistan",
            "uzbekistan",
            "venezuela",
            "united states",
            "united states of america",
            "united kingdom",
            "great britain",
            "north korea",
            "south korea",
            "saudi arabia",
            "south africa",
            "new zealand",
            "sri lanka",
            "costa rica",
            "el salvador",
            "ivory coast",
            "czech republic",
            "dominican republic",
            "burkina faso",
            "sierra leone",
            "south sudan",
            "papua new guinea",
            "soviet union",
            "united arab emirates",
            "north macedonia",
            "cape verde",
            "equatorial guinea",
            "san marino",
            "central african republic",
            "solomon islands",
            "marshall islands",
            "east timor",
        ],
    ),
];

/// Seats and houses that stand for those who govern there.
const SEATS: Groups<()> = &[
    (
        (),
        &[
            "kremlin", "pentagon", "elysee", "beijing", "moscow", "kyiv", "kiev", "london", "paris", "berlin", "tokyo",
            "brussels", "tehran", "seoul", "ankara", "riyadh", "cairo", "damascus", "baghdad", "kabul", "taipei",
            "ottawa", "canberra", "rome", "madrid", "warsaw", "minsk", "caracas", "havana",
        ],
    ),
    (
        (),
        &[
            "white house",
            "downing street",
            "capitol hill",
            "washington",
            "pyongyang",
            "new delhi",
            "islamabad",
            "jerusalem",
            "foggy bottom",
        ],
    ),
];

/// Words by which an organisation is known from its name.
const BODY_NAMES: Groups<()> = &[
    (
        (),
        &[
            "inc", "inc.", "corp", "corp.", "co.", "ltd", "ltd.", "llc", "plc", "gmbh", "ag", "nato", "nations", "bbc",
            "cnn", "reuters", "fbi", "cia", "un", "u.n.", "eu", "e.u.", "ap", "afp", "affairs", "systems", "works",
            "lines", "brothers", "holdings", "partners", "airways", "airlines", "motors", "shipping",
        ],
    ),
    ((), &["industries", "dockyards"]),
];
