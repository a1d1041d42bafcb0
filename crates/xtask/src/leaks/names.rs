//! Invented names of people and places, built from syllables. A name knows its spellings: the
//! first is that of the English press, the others are other transliterations of the same name.

use super::prng::Prng;
use super::text::{fold, skeleton};

/// Where a name comes from; decides the spellings it has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    Cyrillic,
    Arabic,
    Chinese,
    /// Latin script with diacritics.
    Marked,
    Plain,
}

/// The given and the family name in several spellings, both lists of the same length.
#[derive(Clone, Debug)]
pub struct Person {
    pub origin: Origin,
    pub given: Vec<String>,
    pub family: Vec<String>,
}

impl Person {
    /// The full name in one spelling, in the order usual for its origin.
    pub fn full(&self, style: usize) -> String {
        if self.origin == Origin::Chinese {
            format!("{} {}", self.family[style], self.given[style])
        } else {
            format!("{} {}", self.given[style], self.family[style])
        }
    }

    /// "Petrov, Ivan" (for Chinese names: given name first).
    pub fn turned(&self, style: usize) -> String {
        if self.origin == Origin::Chinese {
            format!("{} {}", self.given[style], self.family[style])
        } else {
            format!("{}, {}", self.family[style], self.given[style])
        }
    }

    /// A spelling of the family name that differs from the first by more than a mark.
    pub fn other_style(&self, r: &mut Prng) -> Option<usize> {
        let far: Vec<usize> =
            (1..self.family.len()).filter(|&i| fold(&self.family[i]) != fold(&self.family[0])).collect();
        (!far.is_empty()).then(|| *r.pick(&far))
    }

    /// Keys of likeness: no two names of a world may share one.
    pub fn keys(&self) -> Vec<String> {
        self.family.iter().map(|f| skeleton(f)).collect()
    }
}

const ONSET: &[&str] = &[
    "b", "br", "d", "dr", "g", "gr", "k", "kl", "kr", "l", "m", "n", "p", "pr", "r", "s", "sk", "st", "t", "tr", "v",
    "vl", "z", "Z", "X", "Q", "W", "C", "Zd",
];
const VOWEL: &[&str] = &["a", "e", "i", "o", "u", "a", "o", "A", "U"];
const MIDDLE: &[&str] =
    &["b", "d", "l", "m", "n", "r", "v", "z", "Z", "X", "Q", "W", "C", "Wk", "nQ", "rZ", "lX", "mC", "st", "Wn"];
const ENDING: &[&str] = &["ov", "ev", "in", "enko", "skI", "Auk", "Quk", "iX", "un"];
const CYRILLIC_GIVEN: &[&str] = &[
    "DmitrI", "SergeJ", "EvgenI", "arkadI", "UrI", "TaWa", "NadeZda", "LUdmila", "MiXail", "TimofeJ", "ValerI",
    "Zanna", "IlA", "FUdor", "VAQeslav", "KsenA", "alekseJ", "WamilA", "VitalI",
];

/// One phonemic string (capital letters are sounds that romanisations write differently) in one
/// of five romanisations: English, scholarly, French, German, strict English.
fn romanise(sounds: &str, style: usize) -> String {
    let mut out = String::new();
    let letters: Vec<char> = sounds.chars().collect();
    for (i, &c) in letters.iter().enumerate() {
        let last = i + 1 == letters.len();
        let row: [&str; 5] = match c {
            'Z' => ["zh", "ž", "j", "sch", "zh"],
            'X' => ["kh", "ch", "kh", "ch", "kh"],
            'C' => ["ts", "c", "ts", "z", "ts"],
            'Q' => ["ch", "č", "tch", "tsch", "ch"],
            'W' => ["sh", "š", "ch", "sch", "sh"],
            'A' => ["ya", "ja", "ia", "ja", "ya"],
            'U' => ["yu", "ju", "iou", "ju", "yu"],
            'J' => ["y", "j", "ï", "j", "y"],
            'I' if last => ["y", "ij", "i", "ij", "iy"],
            'v' if last => ["v", "v", "ff", "w", "v"],
            'v' => ["v", "v", "v", "w", "v"],
            'u' => ["u", "u", "ou", "u", "u"],
            _ => {
                out.push(c);
                continue;
            }
        };
        out.push_str(row[style]);
    }
    title(&out)
}

/// First letter (and letters after a hyphen or space) as capitals.
fn title(word: &str) -> String {
    let mut up = true;
    let mut out = String::new();
    for c in word.chars() {
        if up && c.is_alphabetic() {
            out.extend(c.to_uppercase());
            up = false;
        } else {
            out.push(c);
        }
        up |= c == ' ' || c == '-';
    }
    out
}

/// The sounds of a Slavic-looking family name.
fn cyrillic_family(r: &mut Prng) -> String {
    let mut s = format!("{}{}{}", r.pick(ONSET), r.pick(VOWEL), r.pick(MIDDLE));
    if r.chance(40) {
        s += *r.pick(VOWEL);
        s += *r.pick(MIDDLE);
    }
    s + *r.pick(ENDING)
}

const ARABIC_GIVEN: &[&str] = &[
    "yUsuf", "KAlid", "SarIf", "jamAl", "fArUq", "qAsim", "3Adil", "munIr", "naSwa", "hiSAm", "jalIla", "DAfir",
    "raSId", "layla", "TAbit", "zuhayr",
];
const ROOT: &[&str] = &["b", "d", "f", "H", "j", "K", "l", "m", "n", "q", "r", "s", "S", "t", "w", "z", "G", "D", "T"];

/// One Arabic-looking phonemic string in four romanisations: press, scholarly, French, popular.
fn arabic(sounds: &str, style: usize) -> String {
    let mut out = String::new();
    for c in sounds.chars() {
        let row: [&str; 4] = match c {
            'K' => ["kh", "kh", "kh", "kh"],
            'G' => ["gh", "gh", "gh", "gh"],
            'S' => ["sh", "sh", "ch", "sh"],
            'D' => ["dh", "dh", "dh", "z"],
            'T' => ["th", "th", "th", "t"],
            'H' => ["h", "ḥ", "h", "h"],
            'A' => ["a", "ā", "a", "aa"],
            'I' => ["i", "ī", "i", "ee"],
            'U' => ["u", "ū", "ou", "oo"],
            'u' => ["u", "u", "ou", "o"],
            'j' => ["j", "j", "dj", "j"],
            'q' => ["q", "q", "k", "k"],
            'w' => ["w", "w", "ou", "w"],
            '3' => ["", "ʿ", "", ""],
            _ => {
                out.push(c);
                continue;
            }
        };
        out.push_str(row[style]);
    }
    title(&out)
}

/// The sounds of an Arabic-looking family name, without the article.
fn arabic_family(r: &mut Prng) -> String {
    let (a, b, c) = (*r.pick(ROOT), *r.pick(ROOT), *r.pick(ROOT));
    match r.below(5) {
        0 => format!("{a}a{b}{c}An"),
        1 => format!("{a}a{b}I{c}i"),
        2 => format!("{a}A{b}i{c}I"),
        3 => format!("{a}u{b}ay{c}I"),
        _ => format!("{a}a{b}{b}U{c}"),
    }
}

const PINYIN: &[(&str, &str)] = &[
    ("zhang", "chang"),
    ("zhao", "chao"),
    ("zhou", "chou"),
    ("zhu", "chu"),
    ("qian", "ch'ien"),
    ("qin", "ch'in"),
    ("qiu", "ch'iu"),
    ("xie", "hsieh"),
    ("xu", "hsü"),
    ("xue", "hsüeh"),
    ("jiang", "chiang"),
    ("jia", "chia"),
    ("deng", "teng"),
    ("dong", "tung"),
    ("gong", "kung"),
    ("bao", "pao"),
    ("bi", "pi"),
    ("cao", "ts'ao"),
    ("cui", "ts'ui"),
    ("zeng", "tseng"),
    ("song", "sung"),
    ("rong", "jung"),
    ("ruan", "juan"),
    ("guo", "kuo"),
    ("gao", "kao"),
];
const PINYIN_GIVEN: &[(&str, &str)] = &[
    ("xiu", "hsiu"),
    ("qiang", "ch'iang"),
    ("jian", "chien"),
    ("zhen", "chen"),
    ("xiong", "hsiung"),
    ("guang", "kuang"),
    ("dao", "tao"),
    ("ping", "p'ing"),
    ("zhong", "chung"),
    ("qing", "ch'ing"),
    ("bin", "pin"),
    ("xuan", "hsüan"),
    ("de", "te"),
    ("tong", "t'ung"),
    ("jun", "chün"),
    ("rui", "jui"),
];

/// Latin syllables with marks, and what they look like without.
const MARKED_A: &[&str] =
    &["Kře", "Ža", "Şe", "Ça", "Gö", "Hře", "Šo", "Vö", "Ră", "Lů", "Bø", "Mö", "Tă", "Dů", "Hå", "Ñu", "Sø", "Łu"];
const MARKED_B: &[&str] = &["la", "be", "mir", "gen", "nes", "dar", "ta", "lik", "ston", "ve"];
const MARKED_C: &[&str] =
    &["ček", "ský", "roğlu", "şcu", "müz", "říč", "ków", "nén", "rães", "ková", "čka", "ström", "ñez"];
const MARKED_GIVEN: &[&str] = &[
    "Jiří", "Zoë", "Jörg", "Şebnem", "Mirčo", "Søren", "Łucja", "Inês", "Ondřej", "Gülay", "Ştefan", "Béla", "Åse",
    "Çetin",
];

const PLAIN_A: &[&str] = &[
    "Bran", "Tor", "Mel", "Quen", "Hal", "Dorv", "Sel", "Wex", "Pell", "Garr", "Ors", "Luth", "Fen", "Mord", "Griff",
    "Staf", "Flor", "Offer",
];
const PLAIN_B: &[&str] = &["a", "e", "i", "o", "ifi", "aro", "ewi", "ane", "ulo", "fle"];
const PLAIN_C: &[&str] =
    &["dine", "combe", "vant", "ssey", "lkin", "tte", "rrow", "stock", "mund", "gard", "field", "flin"];
const PLAIN_GIVEN: &[&str] = &[
    "Oswin", "Marlena", "Tobias", "Greta", "Cedric", "Helmine", "Ansel", "Viola", "Rupert", "Isolde", "Crispin",
    "Dorothea", "Leopold", "Thekla",
];

/// A person of the given origin.
pub fn person(r: &mut Prng, origin: Origin) -> Person {
    let (given, family) = match origin {
        Origin::Cyrillic => {
            let (g, f) = (*r.pick(CYRILLIC_GIVEN), cyrillic_family(r));
            ((0..5).map(|s| romanise(g, s)).collect(), (0..5).map(|s| romanise(&f, s)).collect())
        }
        Origin::Arabic => {
            let (g, f) = (*r.pick(ARABIC_GIVEN), arabic_family(r));
            let article = r.chance(50);
            let of = |s: usize| {
                let name = arabic(&f, s);
                if article { format!("{}{name}", ["al-", "al-", "el-", "Al "][s]) } else { name }
            };
            ((0..4).map(|s| arabic(g, s)).collect(), (0..4).map(of).collect())
        }
        Origin::Chinese => {
            let (f, a, b) = (r.pick(PINYIN), r.pick(PINYIN_GIVEN), r.pick(PINYIN_GIVEN));
            let given = vec![title(&format!("{}{}", a.0, b.0)), format!("{}-{}", title(a.1), b.1)];
            (given, vec![title(f.0), title(f.1)])
        }
        Origin::Marked => {
            let (g, f) =
                (*r.pick(MARKED_GIVEN), format!("{}{}{}", r.pick(MARKED_A), r.pick(MARKED_B), r.pick(MARKED_C)));
            (vec![g.to_string(), unmarked(g)], vec![f.clone(), unmarked(&f)])
        }
        Origin::Plain => {
            let f = format!("{}{}{}", r.pick(PLAIN_A), r.pick(PLAIN_B), r.pick(PLAIN_C));
            (vec![r.pick(PLAIN_GIVEN).to_string()], vec![f])
        }
    };
    Person { origin, given, family }
}

/// A name with its marks left out, capitals kept.
pub fn unmarked(name: &str) -> String {
    title(&fold(name))
}

/// A person of any origin.
pub fn anyone(r: &mut Prng) -> Person {
    let origin =
        *r.pick(&[Origin::Cyrillic, Origin::Cyrillic, Origin::Arabic, Origin::Chinese, Origin::Marked, Origin::Plain]);
    person(r, origin)
}

const TOWN_END: &[&str] = &["grad", "ovka", "Ansk", "ino", "opol", "eCk", "ovo", "uWka"];
const PLAIN_TOWN: &[&str] = &["ford", "haven", "mouth", "wick", "stead", "burg", "vik", "mar", "dal", "fiord"];

/// A town or village: its spellings, the first one that of the English press.
pub fn town(r: &mut Prng) -> Vec<String> {
    match r.below(3) {
        0 | 1 => {
            let sounds = format!("{}{}{}{}", r.pick(ONSET), r.pick(VOWEL), r.pick(MIDDLE), r.pick(TOWN_END));
            (0..5).map(|s| romanise(&sounds, s)).collect()
        }
        _ => vec![format!("{}{}{}", r.pick(PLAIN_A), r.pick(PLAIN_B), r.pick(PLAIN_TOWN))],
    }
}

const LAND_A: &[&str] = &["Vel", "Kor", "Tamb", "Ost", "Maz", "Ruv", "Yel", "Cas", "Dur", "Zan", "Lor", "Abr"];
const LAND_B: &[&str] = &["ma", "da", "ere", "oni", "avi", "eli", "usta", "ota"];
const LAND_C: &[(&str, &str)] =
    &[("ria", "rian"), ("nia", "nian"), ("stan", "stani"), ("via", "vian"), ("lia", "lian"), ("quay", "quayan")];

/// An invented country: its name and the adjective of it.
pub fn country(r: &mut Prng) -> (String, String) {
    let stem = format!("{}{}", r.pick(LAND_A), r.pick(LAND_B));
    let end = r.pick(LAND_C);
    (format!("{stem}{}", end.0), format!("{stem}{}", end.1))
}

const FIRM_A: &[&str] = &["Ter", "Novi", "Quor", "Zel", "Aran", "Bexa", "Orbi", "Kest", "Ulmo", "Pyra", "Ixto", "Drav"];
const FIRM_B: &[&str] = &["volux", "cantra", "mexo", "stavin", "dorma", "terix", "lander", "vasco", "gonda", "brixa"];
const FIRM_C: &[&str] = &["Shipping", "Logistics", "Holdings", "Trading", "Minerals", "Aviation", "Marine", "Foods"];

/// A firm: the rare part and the ordinary part of its name.
pub fn firm(r: &mut Prng) -> (String, &'static str) {
    (format!("{}{}", r.pick(FIRM_A), r.pick(FIRM_B)), *r.pick(FIRM_C))
}
