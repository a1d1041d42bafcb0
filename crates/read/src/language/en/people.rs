//! What tells of people: pronouns, forms of address, given names, numbers of people, and names of states.

use super::nouns;
use crate::language::lexicon::{Groups, Lexicon};
use crate::language::{Determiner, Gender, People, Pronoun};

/// The tables of English.
pub(super) static PEOPLE: People = People {
    nouns: Lexicon::new(nouns::NOUNS),
    kin: Lexicon::new(nouns::KIN),
    wide: Lexicon::new(nouns::WIDE),
    pronouns: Lexicon::new(PRONOUNS),
    reflexives: Lexicon::new(&[((), &["himself", "herself", "itself", "themselves"])]),
    addresses: Lexicon::new(ADDRESSES),
    given: Lexicon::new(GIVEN),
    numbers: Lexicon::new(NUMBERS),
    states: Lexicon::new(STATES),
    seats: Lexicon::new(SEATS),
    body_names: Lexicon::new(BODY_NAMES),
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
    shows: Lexicon::new(&[(
        (),
        &[
            "show", "suggest", "indicate", "reveal", "find", "demonstrate", "imply", "signal", "prove", "reflect",
            "mean", "confirm", "illustrate", "underscore", "highlight",
        ],
    )]),
    agents: &["er", "or", "ist", "ian", "man", "woman", "men", "women", "ee", "ant", "ers", "ors", "ists", "ians"],
};

const PRONOUNS: Groups<Pronoun> = &[
    (Pronoun::He, &["he", "him", "his", "himself"]),
    (Pronoun::She, &["she", "her", "hers", "herself"]),
    (Pronoun::It, &["it", "its", "itself"]),
    (Pronoun::They, &["they", "them", "their", "theirs", "themselves"]),
    (Pronoun::I, &["i", "me", "my", "mine", "myself"]),
    (Pronoun::We, &["we", "us", "our", "ours", "ourselves"]),
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
            "dr", "dr.", "prof.", "professor", "sen.", "rep.", "gov.", "gen.", "col.", "lt.", "maj.", "sgt.", "capt.",
            "cmdr.", "adm.", "amb.", "rev.", "hon.", "pres.", "president", "minister", "premier", "chancellor",
            "senator", "representative", "governor", "mayor", "general", "colonel", "captain", "lieutenant", "major",
            "admiral", "ambassador", "secretary", "judge", "justice", "pope", "bishop", "sheikh", "ayatollah",
            "speaker", "director", "commissioner", "spokesman", "spokeswoman", "spokesperson", "chairman", "doctor",
            "congressman", "congresswoman", "detective", "officer", "sergeant", "inspector",
        ],
    ),
];

const GIVEN: Groups<Gender> = &[
    (
        Gender::Male,
        &[
            "aaron", "abdul", "abdullah", "abraham", "adam", "adrian", "ahmed", "ahmad", "alan", "albert", "alejandro",
            "alexander", "aleksandr", "alexei", "alfred", "ali", "allen", "anatoly", "andre", "andreas", "andrei",
            "andrew", "anthony", "antonio", "arthur", "barack", "benjamin", "ben", "bernard", "bill", "bob", "boris",
            "brad", "brendan", "brian", "bruce", "carl", "carlos", "charles", "charlie", "chris", "christopher",
            "chuck", "craig", "daniel", "dan", "dave", "david", "dennis", "diego", "dimitri", "dmitri", "dmitry",
            "donald", "douglas", "ed", "eduardo", "edward", "emmanuel", "enrique", "eric", "ernest", "fernando",
            "francis", "francisco", "francois", "frank", "franz", "fred", "frederick", "gary", "gennady", "george",
            "gerald", "gerard", "giovanni", "giuseppe", "gordon", "graham", "greg", "gregory", "gustav", "hans",
            "harold", "harry", "hassan", "heinrich", "henri", "henry", "herbert", "hugo", "hussein", "ian", "ibrahim",
            "igor", "isaac", "ivan", "jack", "jacob", "jacques", "jake", "james", "jason", "javier", "jean", "jeff",
            "jeffrey", "jeremy", "jerry", "jim", "jimmy", "joe", "joel", "johann", "john", "johnny", "jon", "jonathan",
            "jorge", "jose", "joseph", "joshua", "josh", "juan", "julian", "karl", "keith", "ken", "kenneth", "kevin",
            "khalid", "konstantin", "kurt", "larry", "lars", "lawrence", "leo", "leon", "leonard", "leonid", "louis",
            "luigi", "luis", "luke", "mahmoud", "manuel", "marc", "marco", "mario", "mark", "martin", "marvin",
            "matthew", "matt", "max", "michael", "michel", "miguel", "mike", "mikhail", "mohamed", "mohammad",
            "mohammed", "muhammad", "mustafa", "nathan", "neil", "nicholas", "nick", "nicolas", "nikolai", "noah",
            "oleg", "oliver", "omar", "oscar", "otto", "pablo", "patrick", "paul", "pavel", "pedro", "peter", "phil",
            "philip", "pierre", "pyotr", "rafael", "ralph", "ray", "raymond", "ricardo", "richard", "rick", "rob",
            "robert", "roberto", "roger", "roland", "ron", "ronald", "roy", "russell", "ryan", "samuel", "scott",
            "sean", "sebastian", "sergei", "sergey", "shane", "simon", "stefan", "stephen", "stephan", "steve",
            "steven", "stuart", "ted", "terry", "theodore", "thomas", "tim", "timothy", "todd", "tom", "tommy", "tony",
            "umar", "valery", "vasily", "victor", "vincent", "viktor", "vladimir", "volodymyr", "walter", "werner",
            "wilhelm", "william", "winston", "wolfgang", "yasser", "yuri", "yusuf", "zachary",
        ],
    ),
    (
        Gender::Female,
        &[
            "abigail", "agnes", "alice", "alicia", "alison", "amanda", "amelia", "amina", "amy", "ana", "anastasia",
            "andrea", "angela", "anita", "ann", "anna", "anne", "annie", "antonia", "barbara", "beatrice", "bella",
            "beth", "betty", "bridget", "camilla", "carla", "carmen", "carol", "caroline", "carolyn", "catherine",
            "cecilia", "charlotte", "cheryl", "christina", "christine", "claire", "clara", "claudia", "cynthia",
            "dalia", "danielle", "deborah", "denise", "diana", "diane", "dorothy", "edith", "elena", "eleanor",
            "elizabeth", "ella", "ellen", "emily", "emma", "erica", "erin", "esther", "eva", "evelyn", "fatima",
            "fiona", "florence", "frances", "gabriela", "gloria", "grace", "greta", "hannah", "harriet", "heather",
            "heidi", "helen", "hillary", "hilary", "ingrid", "irene", "irina", "isabel", "isabella", "jane", "janet",
            "jennifer", "jenny", "jessica", "jill", "joan", "joanna", "josephine", "joyce", "judith", "judy", "julia",
            "julie", "karen", "kate", "katherine", "kathleen", "kathy", "katie", "kelly", "kimberly", "laura",
            "lauren", "layla", "leila", "lena", "linda", "lisa", "lola", "louise", "lucia", "lucy", "lydia",
            "madeleine", "margaret", "maria", "marie", "marina", "martha", "mary", "maya", "megan", "melania",
            "melissa", "michelle", "mina", "miriam", "molly", "monica", "nadia", "nancy", "naomi", "natalia",
            "natalie", "natasha", "nicole", "nina", "nora", "olga", "olivia", "pamela", "patricia", "paula",
            "pauline", "penelope", "petra", "rachel", "rebecca", "renee", "rita", "rosa", "rose", "ruth", "sabrina",
            "sally", "samantha", "sandra", "sara", "sarah", "sharon", "sheila", "silvia", "simone", "sofia", "sonia",
            "sophia", "sophie", "stella", "stephanie", "susan", "susanna", "svetlana", "sylvia", "tamara", "tanya",
            "tatiana", "teresa", "theresa", "tina", "ursula", "valentina", "valerie", "vanessa", "vera", "veronica",
            "victoria", "virginia", "wendy", "yulia", "yvonne", "zainab", "zoe",
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
const STATES: Groups<()> = &[(
    (),
    &[
    "afghanistan", "albania", "algeria", "andorra", "angola", "argentina", "armenia", "australia", "austria",
    "azerbaijan", "bahamas", "bahrain", "bangladesh", "barbados", "belarus", "belgium", "belize", "benin", "bhutan",
    "bolivia", "bosnia", "botswana", "brazil", "britain", "brunei", "bulgaria", "burundi", "cambodia", "cameroon",
    "canada", "chad", "chile", "china", "colombia", "comoros", "congo", "croatia", "cuba", "cyprus", "czechia",
    "denmark", "djibouti", "dominica", "ecuador", "egypt", "eritrea", "estonia", "eswatini", "ethiopia", "fiji",
    "finland", "france", "gabon", "gambia", "germany", "ghana", "greece", "grenada", "guatemala", "guinea", "guyana",
    "haiti", "honduras", "hungary", "iceland", "india", "indonesia", "iran", "iraq", "ireland", "israel", "italy",
    "jamaica", "japan", "jordan", "kazakhstan", "kenya", "kiribati", "kosovo", "kuwait", "kyrgyzstan", "laos",
    "latvia", "lebanon", "lesotho", "liberia", "libya", "liechtenstein", "lithuania", "luxembourg", "madagascar",
    "malawi", "malaysia", "maldives", "mali", "malta", "mauritania", "mauritius", "mexico", "micronesia", "moldova",
    "monaco", "mongolia", "montenegro", "morocco", "mozambique", "myanmar", "burma", "namibia", "nauru", "nepal",
    "netherlands", "nicaragua", "niger", "nigeria", "norway", "oman", "pakistan", "palau", "panama", "paraguay",
    "peru", "philippines", "poland", "portugal", "qatar", "romania", "russia", "rwanda", "samoa", "senegal", "serbia",
    "seychelles", "singapore", "slovakia", "slovenia", "somalia", "spain", "sudan", "suriname", "sweden",
    "switzerland", "syria", "taiwan", "tajikistan", "tanzania", "thailand", "togo", "tonga", "tunisia", "turkey",
    "turkmenistan", "tuvalu", "uganda", "ukraine", "uruguay", "uzbekistan", "vanuatu", "venezuela", "vietnam", "yemen",
    "zambia", "zimbabwe", "u.s.", "u.s", "u.k.", "u.k", "uae", "ussr", "usa", "england", "scotland", "wales",
    "united states", "united states of america", "united kingdom", "great britain", "north korea", "south korea",
    "saudi arabia", "south africa", "new zealand", "sri lanka", "costa rica", "el salvador", "ivory coast",
    "czech republic", "dominican republic", "burkina faso", "sierra leone", "south sudan", "papua new guinea",
    "soviet union", "united arab emirates", "north macedonia", "cape verde", "equatorial guinea", "san marino",
    "central african republic", "solomon islands", "marshall islands", "east timor", "holy see",
    ],
)];

/// Seats and houses that stand for those who govern there.
const SEATS: Groups<()> = &[(
    (),
    &[
    "white house", "kremlin", "pentagon", "elysee", "downing street", "capitol hill", "beijing", "moscow", "washington",
    "kyiv", "kiev", "london", "paris", "berlin", "tokyo", "brussels", "tehran", "pyongyang", "seoul", "new delhi",
    "ankara", "riyadh", "cairo", "damascus", "baghdad", "kabul", "islamabad", "taipei", "ottawa", "canberra", "rome",
    "madrid", "warsaw", "minsk", "caracas", "havana", "jerusalem", "foggy bottom",
    ],
)];

/// Words by which an organisation is known from its name.
const BODY_NAMES: Groups<()> = &[(
    (),
    &[
    "inc", "inc.", "corp", "corp.", "co.", "ltd", "ltd.", "llc", "plc", "gmbh", "ag", "nato", "nations", "bbc", "cnn",
    "reuters", "fbi", "cia", "un", "u.n.", "eu", "e.u.", "ap", "afp", "affairs", "industries", "systems", "works",
    "lines", "brothers", "holdings", "partners", "airways", "airlines", "motors", "shipping", "dockyards",
    ],
)];
