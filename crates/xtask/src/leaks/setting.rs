//! The background of a world: what everybody knows, and the sentences that say it.

use super::dates::Date;
use super::names::{self, Person};
use super::numbers;
use super::prng::Prng;
use super::text::{fill, skeleton};

/// What has been used in a world, so that nothing is too much like anything else.
#[derive(Default)]
pub struct Used {
    keys: Vec<String>,
    numbers: Vec<f64>,
    dates: Vec<Date>,
    /// Groups of synonyms that facts have taken.
    pub groups: Vec<&'static str>,
}

impl Used {
    /// Takes names for itself unless one is too much like an earlier one.
    pub fn names(&mut self, keys: &[String]) -> bool {
        if keys.iter().any(|k| self.keys.contains(k)) {
            return false;
        }
        self.keys.extend(keys.iter().cloned());
        true
    }

    /// A new person.
    pub fn person(&mut self, make: &mut dyn FnMut() -> Person) -> Person {
        loop {
            let p = make();
            if p.family[0].chars().count() >= 3 && self.names(&p.keys()) {
                return p;
            }
        }
    }

    /// A new town in its spellings.
    pub fn town(&mut self, r: &mut Prng) -> Vec<String> {
        loop {
            let t = names::town(r);
            if self.names(&t.iter().map(|s| skeleton(s)).collect::<Vec<_>>()) {
                return t;
            }
        }
    }

    /// Takes a number unless it is near an earlier one; a power of ten apart is near as well.
    pub fn number(&mut self, n: f64) -> bool {
        let lead = |x: f64| x / 10f64.powf(x.log10().floor());
        if self.numbers.iter().any(|&m| (lead(m) / lead(n) - 1.0).abs() < 0.04 || (m / n - 1.0).abs() < 0.15) {
            return false;
        }
        self.numbers.push(n);
        true
    }

    /// A new number.
    pub fn draw(&mut self, r: &mut Prng) -> u64 {
        loop {
            let n = numbers::draw(r);
            if self.number(n as f64) {
                return n;
            }
        }
    }

    /// A new date; it shares neither the day and month nor the month and year with an earlier one.
    pub fn date(&mut self, r: &mut Prng) -> Date {
        loop {
            let d = Date::random(r);
            let near = |e: &Date| (e.day, e.month) == (d.day, d.month) || (e.month, e.year) == (d.month, d.year);
            if !self.dates.iter().any(near) {
                self.dates.push(d);
                return d;
            }
        }
    }
}

/// Affairs: the matter, and the body that deals with it.
const AFFAIRS: &[(&str, &str)] = &[
    ("the border talks", "border commission"),
    ("the arms inquiry", "parliamentary committee"),
    ("the port inspection", "port authority"),
    ("the grain corridor", "joint monitoring centre"),
    ("the dam project", "river basin council"),
    ("the local elections", "electoral board"),
    ("the ceasefire talks", "mediation team"),
    ("the fisheries dispute", "fisheries council"),
    ("the vaccination drive", "public health board"),
    ("the railway contract", "procurement office"),
    ("the mine closure", "labour inspectorate"),
    ("the air safety review", "aviation authority"),
    ("the resettlement programme", "refugee agency"),
    ("the sanctions regime", "panel of experts"),
    ("the prison reform", "board of visitors"),
    ("the pipeline accident", "energy regulator"),
];

/// Things that open texts count; protected texts count other things.
pub const OPEN_UNITS: &[&str] = &[
    "visitors",
    "jobs",
    "seats",
    "homes",
    "applications",
    "pupils",
    "trees",
    "subscribers",
    "road signs",
    "delegates",
];

/// What everybody may know.
pub struct Setting {
    pub country: String,
    pub adjective: String,
    pub neighbour: String,
    pub capital: String,
    pub city: String,
    pub official: Person,
    pub speaker: Person,
    pub topic: &'static str,
    pub body: &'static str,
    pub number: u64,
    pub unit: &'static str,
    pub date: Date,
}

impl Setting {
    /// A new background.
    pub fn draw(r: &mut Prng, used: &mut Used) -> Setting {
        let (country, adjective) = names::country(r);
        let mut neighbour = names::country(r).0;
        while skeleton(&neighbour) == skeleton(&country) {
            neighbour = names::country(r).0;
        }
        used.names(&[skeleton(&country), skeleton(&neighbour)]);
        let capital = used.town(r).swap_remove(0);
        let city = used.town(r).swap_remove(0);
        let official = used.person(&mut || names::anyone(r));
        let speaker = used.person(&mut || names::anyone(r));
        let (topic, body) = *r.pick(AFFAIRS);
        let number = used.draw(r);
        let unit = *r.pick(OPEN_UNITS);
        let date = used.date(r);
        Setting { country, adjective, neighbour, capital, city, official, speaker, topic, body, number, unit, date }
    }

    /// Fills a frame with the background; `more` comes first.
    pub fn fill(&self, frame: &str, more: &[(&str, &str)]) -> String {
        let official = self.official.full(0);
        let speaker = self.speaker.full(0);
        let number = numbers::usual(self.number);
        let date = self.date.write(0);
        let mut values = more.to_vec();
        values.extend_from_slice(&[
            ("country", self.country.as_str()),
            ("adj", &self.adjective),
            ("neighbour", &self.neighbour),
            ("capital", &self.capital),
            ("city", &self.city),
            ("official", &official),
            ("speaker", &speaker),
            ("topic", self.topic),
            ("body", self.body),
            ("number", &number),
            ("unit", self.unit),
            ("date", &date),
            ("month", self.date.month_name()),
            ("off", &self.official.family[0]),
            ("spk", &self.speaker.family[0]),
        ]);
        fill(frame, &values)
    }
}

/// Sentences of news and of earlier releases.
pub const OPEN: &[&str] = &[
    "{official} opened {topic} in {capital} on {date}.",
    "The {body} will publish its findings on {topic} later this year.",
    "Newspapers in {capital} have written about {topic} for months.",
    "{speaker}, who speaks for the {body}, thanked the {adj} government for its help.",
    "The {body} counted {number} {unit} in its last yearly report.",
    "{country} and {neighbour} agreed to keep {topic} on the agenda.",
    "A delegation from {neighbour} travelled to {city} for a working session.",
    "Opposition members in {capital} asked for a debate about {topic}.",
    "{official} has led the {body} since the last change of government.",
    "The {adj} parliament set money aside for {topic} in its budget.",
    "Reporters were shown round the offices of the {body} in {city}.",
    "{speaker} told a press conference in {city} that work on {topic} goes on.",
    "The {body} says it is in touch with partners in {neighbour}.",
    "A statement of {date} by the {body} sums up {topic} so far.",
    "The number of {unit} reached {number}, according to the {body}.",
    "{official} dismissed criticism of {topic} as unfounded.",
    "In {city} several hundred people marched to draw attention to {topic}.",
    "The {adj} foreign ministry and the {body} share the responsibility for {topic}.",
    "An editorial in {capital} called {topic} a test for the government.",
    "{speaker} denied that {official} would resign.",
];

/// The sentences that every open part has, so that the background is known.
pub const OPEN_CORE: &[&str] = &[
    "{official} opened {topic} in {capital} on {date}.",
    "The {body} counted {number} {unit} in its last yearly report.",
    "{speaker}, who speaks for the {body}, met visitors from {neighbour} in {city}.",
];

/// Sentences around the secrets in reports; nothing in them is worth hiding.
pub const FILLER: &[&str] = &[
    "The source has reported reliably in the past.",
    "Access to the information was direct.",
    "No further detail was offered.",
    "The source asked not to be approached again before the summer.",
    "This has not been confirmed by other means.",
    "The reporting officer rates the account as probably true.",
    "The remark was made in passing and was not followed up.",
    "The conversation took place in a private flat.",
    "The source seemed nervous and kept looking at the door.",
    "The matter has a bearing on {topic}.",
    "Handle through restricted channels only.",
    "A second contact gave much the same account.",
    "The source drew a sketch, which is attached.",
    "Some of the wording may be that of the translator.",
    "The source was paid the usual fee.",
    "The contact did not say how he knew.",
    "Comment: the account fits earlier reporting from {country}.",
    "The recording is poor in places.",
    "The source will try to learn more when next in {capital}.",
    "The account was given from memory.",
    "Distribution of this report beyond the desk is not permitted.",
    "The contact has a grudge against his employer, and allowance should be made for that.",
];

/// Openings of protected sentences; a clause follows.
pub const REPORT_LEAD: &[&str] = &[
    "The source reports that",
    "A contact with direct access said that",
    "According to a sub-source,",
    "A liaison service has passed on that",
    "The source learned from a relative that",
    "It was overheard that",
    "In a written note the source states that",
    "A reliable contact in {city} said that",
    "When asked, the source repeated that",
    "Under questioning, the contact explained that",
    "The intercept shows that",
    "Two sources independently say that",
    "During the debriefing it emerged that",
    "Material from a closed meeting shows that",
];

/// Openings of release lines; a clause follows. Leaking and clean lines share them.
pub const LINE_LEAD: &[&str] = &[
    "Officials believe that",
    "The {body} was told that",
    "It is understood that",
    "According to the {body},",
    "The {adj} authorities have learned that",
    "As far as is known,",
    "Investigators have found that",
    "A spokesman confirmed that",
    "In the course of {topic} it became clear that",
    "The {body} takes the view that",
    "Members of the {body} heard that",
    "There are indications that",
    "{speaker} said that",
    "{off} informed parliament that",
    "Partners of {country} were informed that",
    "We now know that",
    "The committee has reason to think that",
    "Early reports suggested, and later ones confirmed, that",
    "By all accounts,",
    "The review concluded that",
];

/// Wraps a clause as a line of the release.
pub fn line(r: &mut Prng, setting: &Setting, clause: &str) -> String {
    match r.below(4) {
        0 => format!("{}.", super::text::capital(clause)),
        1 => {
            let tail = *r.pick(&[
                "the {body} said",
                "{speaker} said",
                "officials added",
                "according to the {body}",
                "the statement says",
            ]);
            format!("{}, {}.", super::text::capital(clause), setting.fill(tail, &[]))
        }
        _ => format!("{} {clause}.", setting.fill(*r.pick(LINE_LEAD), &[])),
    }
}
