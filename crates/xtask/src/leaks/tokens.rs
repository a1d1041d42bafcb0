//! Secrets that are a token or two: names, code words, numbers, marks, rare words. For each kind
//! the clauses in which a report and a line speak of it (`{X}` is the token).

use super::prng::Prng;

/// Clauses of reports and clauses of lines.
pub struct Clauses {
    pub report: &'static [&'static str],
    pub line: &'static [&'static str],
}

pub const PERSON: Clauses = Clauses {
    report: &[
        "the meeting was arranged and paid for by {X}",
        "the instructions came from {X}",
        "{X} owns the firm behind the account",
        "the man in the photograph is {X}",
        "{X} was present and took notes",
        "nobody acts without asking {X} first",
        "{X} has been on the payroll for two years",
        "the keys were left with {X}",
        "{X} drafted the second version of the text",
        "the money goes to a cousin of {X}",
        "the final word lies with {X}",
        "the telephone belongs to {X}",
    ],
    line: &[
        "the arrangements were made by {X}",
        "{X} had a part in the affair",
        "those named include {X}",
        "the person responsible was {X}",
        "{X} was among those who attended",
        "questions may be put to {X}",
        "a file was opened on {X}",
        "the group works under {X}",
        "{X} has left the country",
        "an invitation went to {X}",
        "the documents mention {X}",
        "an agreement was reached with {X}",
    ],
};
pub const PLACE: Clauses = Clauses {
    report: &[
        "the goods were unloaded at {X}, away from the main road",
        "the source was driven to {X} and back on the same evening",
        "the group trains in the woods near {X}",
        "a second store is being built at {X}",
        "the exchange took place at {X}",
        "the transmitter stands on a hill above {X}",
        "all of them come from {X}",
        "the road was closed as far as {X}",
    ],
    line: &[
        "the matter concerns a site near {X}",
        "residents of {X} were asked to stay indoors",
        "a convoy was seen at {X}",
        "a team has been sent to {X}",
        "the events took place in {X}",
        "construction at {X} has been noted",
        "traffic to {X} has grown",
        "the trail leads to {X}",
    ],
};
pub const FIRM: Clauses = Clauses {
    report: &[
        "the invoices were issued by {X}",
        "the vessel is chartered through {X}",
        "{X} exists only on paper",
        "payments pass through {X} before they reach the ministry",
        "{X} holds the lease on the building",
    ],
    line: &[
        "a firm called {X} handled the payments",
        "the contract was given to {X}",
        "the licence of {X} is under review",
        "{X} acted as the agent",
        "the trade went through {X}",
        "accounts in the name of {X} were frozen",
    ],
};
pub const CODE: Clauses = Clauses {
    report: &[
        "the plan goes by the name of {X}",
        "the team refers to the source as {X}",
        "the folder was marked {X}",
        "the word to be spoken on the telephone is {X}",
        "the unit's own name for the job is {X}",
    ],
    line: &[
        "the effort known as {X} has ended",
        "work under {X} was stopped",
        "the records speak of {X}",
        "{X} was a success",
        "no comment can be made on {X}",
        "the budget for {X} was cut",
    ],
};
pub const MARK: Clauses = Clauses {
    report: &[
        "the {T} is {X}",
        "the {T} was noted as {X}",
        "the contact read out the {T}, {X}",
        "the papers show the {T} {X}",
    ],
    line: &[
        "the {T} {X} has been passed to the police",
        "a search for the {T} {X} is under way",
        "records list the {T} {X}",
        "the {T} {X} was checked against the register",
        "the {T} in question was {X}",
    ],
};
pub const COUNT: Clauses = Clauses {
    report: &[
        "a count on the spot gave {X}",
        "the list comes to {X}",
        "the order was for {X}",
        "the stock had fallen to {X}",
        "{X} went missing",
        "the ledger shows {X}",
        "{X} had been set aside",
        "the second load held {X}",
        "{X} are kept below ground",
    ],
    line: &[
        "the total came to {X}",
        "{X} were recorded",
        "the case is about {X}",
        "{X} have been accounted for",
        "mention was made of {X}",
        "inspectors found {X}",
        "the authorities hold {X}",
        "{X} were involved",
        "the figure given was {X}",
    ],
};
pub const DATE: Clauses = Clauses {
    report: &[
        "the transfer is fixed for {X}",
        "the two men met on {X}",
        "the order was signed on {X}",
        "the car was sold on {X}",
        "the test failed on {X}",
        "the visa was issued on {X}",
        "the passage opens on {X}",
        "the group split up on {X}",
    ],
    line: &[
        "the decision was taken on {X}",
        "contacts took place on {X}",
        "the papers date from {X}",
        "the incident happened on {X}",
        "the date in question is {X}",
        "everything changed on {X}",
        "the first sighting was on {X}",
        "a meeting was held on {X}",
    ],
};
pub const TIME: Clauses = Clauses {
    report: &[
        "the gate was opened at {X}",
        "the lights went out at {X}",
        "the boat left at {X}",
        "the call came at {X}",
        "the shift changes at {X}",
    ],
    line: &[
        "the incident began at {X}",
        "the alarm was raised at {X}",
        "movement was noted at {X}",
        "the doors opened at {X}",
        "first contact was at {X}",
    ],
};
pub const MEASURE: Clauses = Clauses {
    report: &[
        "the plans speak of {X}",
        "the source saw {X}",
        "the engineers asked for {X}",
        "the contact was told of {X}",
        "the annex describes {X}",
    ],
    line: &[
        "there is talk of {X}",
        "the documents describe {X}",
        "the project includes {X}",
        "experts have found {X}",
        "reports mention {X}",
    ],
};
pub const TERM: Clauses = Clauses {
    report: &[
        "{A} was bought for the laboratory",
        "{A} stood in the corner of the room",
        "the boxes hid {A}",
        "{A} was the price of the deal",
        "the group got hold of {A}",
        "the van carried {A}",
    ],
    line: &[
        "{A} was found",
        "the purchase of {A} came up",
        "{A} is part of the evidence",
        "the dispute was about {A}",
        "{A} had been ordered",
    ],
};

/// Rare words, singular and plural.
pub const RARE: &[(&str, &str)] = &[
    ("theodolite", "theodolites"),
    ("centrifuge", "centrifuges"),
    ("gyroscope", "gyroscopes"),
    ("autoclave", "autoclaves"),
    ("spectrometer", "spectrometers"),
    ("harpsichord", "harpsichords"),
    ("sextant", "sextants"),
    ("astrolabe", "astrolabes"),
    ("bathyscaphe", "bathyscaphes"),
    ("periscope", "periscopes"),
    ("catafalque", "catafalques"),
    ("magnetometer", "magnetometers"),
    ("hovercraft engine", "hovercraft engines"),
    ("seismograph", "seismographs"),
    ("zeppelin", "zeppelins"),
    ("krytron", "krytrons"),
    ("klystron", "klystrons"),
    ("dirigible", "dirigibles"),
    ("howitzer", "howitzers"),
    ("culverin", "culverins"),
    ("trebuchet", "trebuchets"),
    ("hydrofoil", "hydrofoils"),
    ("caravel", "caravels"),
    ("incunabulum", "incunabula"),
    ("reliquary", "reliquaries"),
    ("triptych", "triptychs"),
    ("samovar", "samovars"),
    ("metronome", "metronomes"),
    ("falcon", "falcons"),
    ("peregrine chick", "peregrine chicks"),
    ("tourniquet", "tourniquets"),
    ("defibrillator", "defibrillators"),
];

/// Rare verbs: infinitive, past, gerund.
pub const RARE_VERBS: &[(&str, &str, &str)] = &[
    ("mothball", "mothballed", "mothballing"),
    ("scuttle", "scuttled", "scuttling"),
    ("exhume", "exhumed", "exhuming"),
    ("dredge", "dredged", "dredging"),
    ("electroplate", "electroplated", "electroplating"),
    ("cannibalise", "cannibalised", "cannibalising"),
    ("fumigate", "fumigated", "fumigating"),
    ("defrock", "defrocked", "defrocking"),
    ("embalm", "embalmed", "embalming"),
    ("overpaint", "overpainted", "overpainting"),
    ("requisition", "requisitioned", "requisitioning"),
    ("camouflage", "camouflaged", "camouflaging"),
    ("vulcanise", "vulcanised", "vulcanising"),
    ("galvanise", "galvanised", "galvanising"),
    ("garrotte", "garrotted", "garrotting"),
    ("irradiate", "irradiated", "irradiating"),
];

/// What rare verbs are done to.
pub const OBJECTS: &[&str] = &[
    "two of the vessels",
    "the old engines",
    "the remains",
    "part of the fleet",
    "the spare hulls",
    "the upper rooms",
    "the statue",
    "the metal fittings",
];

const CODE_A: &[&str] = &[
    "Copper", "Granite", "Velvet", "Crimson", "Hollow", "Marble", "Saffron", "Winter", "Brazen", "Amber", "Cobalt",
    "Ivory", "Thistle", "Juniper",
];
const CODE_B: &[&str] = &[
    "Heron", "Lantern", "Anvil", "Harvest", "Falconet", "Trident", "Cascade", "Meridian", "Orchard", "Pendulum",
    "Sparrow", "Gauntlet", "Chimney", "Bramble",
];

/// A code name of two words.
pub fn code(r: &mut Prng) -> String {
    format!("{} {}", r.pick(CODE_A), r.pick(CODE_B))
}

/// Things that protected texts count.
pub const UNITS: &[&str] = &[
    "artillery shells",
    "rifle cartridges",
    "canvas tents",
    "blankets",
    "signatures",
    "goats",
    "steel pipes",
    "tyres",
    "helmets",
    "entry visas",
    "work permits",
    "oil drums",
    "sheep",
    "bank transfers",
    "text messages",
    "postage stamps",
    "stretchers",
    "batteries",
    "water filters",
    "generators",
    "recruits",
    "patients",
    "fishing nets",
    "ration packs",
    "share certificates",
    "mortar bombs",
    "parachutes",
    "hunting licences",
    "wristwatches",
    "car keys",
    "euros",
    "dollars",
    "Swiss francs",
];

/// A mark such as a number plate: what it is, and its parts.
pub fn mark(r: &mut Prng) -> (&'static str, Vec<String>) {
    let letters = |r: &mut Prng, n: usize| -> String {
        (0..n).map(|_| *r.pick(&['B', 'D', 'F', 'G', 'H', 'K', 'L', 'N', 'R', 'T', 'V', 'W', 'X'])).collect()
    };
    let digits = |r: &mut Prng, n: usize| -> String { (0..n).map(|_| char::from(b'1' + r.below(9) as u8)).collect() };
    match r.below(6) {
        0 => ("number plate", vec![letters(r, 2), digits(r, 4), letters(r, 2)]),
        1 => ("container", vec![letters(r, 4), digits(r, 6), digits(r, 1)]),
        2 => ("passport", vec![letters(r, 2), digits(r, 7)]),
        3 => ("serial number", vec![letters(r, 3), digits(r, 5), letters(r, 1)]),
        4 => ("telephone number", vec![digits(r, 3), digits(r, 3), digits(r, 4)]),
        _ => ("account", vec![letters(r, 2), digits(r, 4), digits(r, 4), digits(r, 4)]),
    }
}
