//! Lines that give nothing away. The hard ones touch protected texts, and put what they share
//! into open texts as well.

use super::dates;
use super::leak::{Leak, report};
use super::leak_loose;
use super::names::{self, Origin};
use super::numbers;
use super::phrases::Bound;
use super::prng::Prng;
use super::setting::{self, OPEN_UNITS, Setting, Used};
use super::text::{capital, fill, skeleton};
use super::tokens;
use super::{Class, Line};

/// A clean line and the sentences that it needs in protected and in open texts.
pub struct Clean {
    pub protected: Option<String>,
    pub open: Option<String>,
    pub line: Line,
}

fn clean(protected: Option<String>, open: Option<String>, text: String, how: &'static str) -> Clean {
    Clean { protected, open, line: Line { text, class: Class::Clean, secret: String::new(), how } }
}

/// A clause as an open sentence.
fn news(r: &mut Prng, s: &Setting, clause: &str) -> String {
    let lead = *r.pick(&[
        "News agencies reported that",
        "It was in all the papers that",
        "Radio {capital} said that",
        "At a press conference {official} confirmed that",
        "Last year's release says that",
        "As is well known,",
    ]);
    if r.chance(25) { format!("{}.", capital(clause)) } else { format!("{} {clause}.", s.fill(lead, &[])) }
}

/// Phrases of five words and more that anybody may use.
const STOCK: &[&str] = &[
    "in the early hours of the morning",
    "at the end of the day",
    "for the first time in years",
    "on the other side of the border",
    "in the presence of several witnesses",
    "according to people familiar with the matter",
    "as soon as the weather allows it",
    "on the outskirts of the town",
    "for the time being at least",
    "under the terms of the agreement",
    "in the middle of the night",
    "a few days after the meeting",
    "on the basis of what is known",
    "with the help of local people",
];

/// A hard clean line.
pub fn hard(r: &mut Prng, s: &Setting, used: &mut Used, leaks: &[Leak]) -> Clean {
    match r.below(14) {
        0 => {
            let fact = Bound::draw(r, false, "", &mut used.groups);
            let clause = fact.own(fact.fact.base);
            let (a, b) = (report(r, s, &clause), news(r, s, &clause));
            let &(_, frame) = r.pick(fact.fact.loose);
            let told = if r.chance(50) { clause } else { fact.own(frame) };
            let text = setting::line(r, s, &told);
            clean(Some(a), Some(b), text, "fact shared with open")
        }
        1 => {
            let fact = Bound::draw(r, false, "", &mut used.groups);
            let clause = fact.own(fact.fact.base);
            let told = r.pick(fact.fact.para).1;
            let told = fact.other(r, told);
            let (a, b) = (report(r, s, &clause), news(r, s, &told));
            clean(Some(a), Some(b), setting::line(r, s, &told), "fact in open in other words")
        }
        2 => loop {
            let origin = *r.pick(&[Origin::Cyrillic, Origin::Arabic, Origin::Chinese, Origin::Marked]);
            let p = used.person(&mut || names::person(r, origin));
            let styles = p.family.len();
            let (a, b) = (r.below(styles), r.below(styles));
            if p.family[a] == p.family[b] {
                continue;
            }
            let own = fill(*r.pick(tokens::PERSON.report), &[("X", &p.full(a))]);
            let told = fill(*r.pick(tokens::PERSON.line), &[("X", &p.full(b))]);
            let shown = if r.chance(50) { b } else { a };
            let text = fill(*r.pick(tokens::PERSON.line), &[("X", &p.full(shown))]);
            return clean(
                Some(report(r, s, &own)),
                Some(news(r, s, &told)),
                setting::line(r, s, &text),
                "name in open in another spelling",
            );
        },
        3 => {
            let n = used.draw(r);
            let own = fill(
                *r.pick(tokens::COUNT.report),
                &[("X", &format!("{} {}", numbers::usual(n), r.pick(tokens::UNITS)))],
            );
            let what = *r.pick(OPEN_UNITS);
            let told = fill(*r.pick(tokens::COUNT.line), &[("X", &format!("{} {what}", numbers::usual(n)))]);
            let text = fill(*r.pick(tokens::COUNT.line), &[("X", &format!("{} {what}", numbers::usual(n)))]);
            clean(
                Some(report(r, s, &own)),
                Some(news(r, s, &told)),
                setting::line(r, s, &text),
                "same number for another thing",
            )
        }
        4 => {
            let n = used.draw(r);
            let what = *r.pick(OPEN_UNITS);
            let exact = format!("{} {what}", numbers::usual(n));
            let own = fill(*r.pick(tokens::COUNT.report), &[("X", &exact)]);
            let told = fill(*r.pick(tokens::COUNT.line), &[("X", &exact)]);
            let shown = if r.chance(50) {
                format!("{} {what}", numbers::rounded(r, n).1)
            } else {
                format!("{} {what}", r.pick(&numbers::other_formats(n)).1)
            };
            let text = fill(*r.pick(tokens::COUNT.line), &[("X", &shown)]);
            clean(
                Some(report(r, s, &own)),
                Some(news(r, s, &told)),
                setting::line(r, s, &text),
                "number of open in another form",
            )
        }
        5 => {
            let d = used.date(r);
            let (a, b, c) = (d.usual(r).1, d.usual(r).1, d.write(r.below(dates::STYLES)));
            let own = fill(*r.pick(tokens::DATE.report), &[("X", &a)]);
            let told = fill(*r.pick(tokens::DATE.line), &[("X", &b)]);
            let text = fill(*r.pick(tokens::DATE.line), &[("X", &c)]);
            clean(Some(report(r, s, &own)), Some(news(r, s, &told)), setting::line(r, s, &text), "date in open as well")
        }
        6 => {
            let p = *r.pick(STOCK);
            let own = format!(
                "{} {p}",
                r.pick(&[
                    "the boat came back",
                    "the men parted",
                    "the office was closed",
                    "the call was made",
                    "the source left"
                ])
            );
            let told = format!(
                "{} {p}",
                r.pick(&[
                    "the demonstration began",
                    "the bridge was opened",
                    "the talks were resumed",
                    "snow fell",
                    "the team arrived"
                ])
            );
            let text = format!(
                "{} {p}",
                r.pick(&[
                    "the session ended",
                    "a statement was issued",
                    "the work can be taken up again",
                    "the roads were cleared",
                    "the parties will meet"
                ])
            );
            clean(
                Some(report(r, s, &own)),
                Some(news(r, s, &told)),
                setting::line(r, s, &text),
                "common phrase of five words",
            )
        }
        7 | 8 => {
            let texts = [
                "several people were involved",
                "goods were moved on a number of occasions",
                "an official of middle rank played a part",
                "the events took place in the {season}",
                "a European country gave help",
                "a fair number of items was found",
                "money changed hands",
                "a building outside the town was used",
                "a private company was among the partners",
                "a vehicle was used for the purpose",
                "the matter goes back to the {season}",
                "a number of documents were seen",
                "some equipment was kept at a site in {country}",
                "one person spoke to another about the matter",
                "persons unknown gave support from abroad",
                "a meeting took place some time ago",
                "certain undertakings were not kept",
            ];
            let season = s.date.season();
            let text = s.fill(*r.pick(&texts), &[("season", season)]);
            clean(None, None, setting::line(r, s, &text), "generalised")
        }
        9 => {
            let place = *r.pick(&[
                "Geneva",
                "Vienna",
                "Paris",
                "New York",
                "Brussels",
                "the United Nations",
                "the Red Cross",
                "the European Union",
            ]);
            let own =
                format!("the contact had once worked {} {place}", if place.starts_with("the") { "for" } else { "in" });
            let texts = [
                "the yearly conference is held with the help of {X}",
                "reference was made to earlier resolutions adopted in {X}",
                "relations with {X} are good",
                "reports are sent to {X} as usual",
            ];
            let frame = if place.starts_with("the") { texts[2 * r.below(2)] } else { texts[1] };
            clean(Some(report(r, s, &own)), None, setting::line(r, s, &fill(frame, &[("X", place)])), "well-known name")
        }
        10 => {
            let (n, year) = (*r.pick(&["two", "three", "10", "four", "twelve", "100"]), r.range(2023, 2025));
            let own = format!("there were {n} chairs in the room, and the calendar was that of {year}");
            let texts = [
                "{N} meetings are planned for {Y}",
                "the report for {Y} has {N} chapters",
                "{N} members of staff were replaced in {Y}",
                "a budget for {Y} was drawn up in {N} parts",
            ];
            let text = fill(*r.pick(&texts), &[("N", n), ("Y", &year.to_string())]);
            clean(Some(report(r, s, &own)), None, setting::line(r, s, &text), "common numbers")
        }
        11 => {
            let texts = [
                "{off}'s statement of {date} still holds",
                "the figure of {number} {unit} is not disputed",
                "{official} and {speaker} were both in {city}",
                "{off} was asked about {topic}",
                "visitors from {neighbour} saw {city} as well",
            ];
            let text = s.fill(*r.pick(&texts), &[]);
            let own = s.fill(
                *r.pick(&[
                    "{official} knows nothing of the matter",
                    "the contact has met {speaker} in {city}",
                    "the figure of {number} {unit} was in the paper",
                ]),
                &[],
            );
            clean(Some(report(r, s, &own)), None, setting::line(r, s, &text), "background in open")
        }
        12 => {
            let (exact, converted, _, _) = leak_loose::measures(r, used);
            let own = fill(*r.pick(tokens::MEASURE.report), &[("X", &exact)]);
            let told = fill(*r.pick(tokens::MEASURE.line), &[("X", &exact)]);
            let text = fill(*r.pick(tokens::MEASURE.line), &[("X", &converted)]);
            clean(
                Some(report(r, s, &own)),
                Some(news(r, s, &told)),
                setting::line(r, s, &text),
                "measure of open in another unit",
            )
        }
        _ => common_words(r, s, leaks),
    }
}

/// One word of a secret fact, used of something else.
fn common_words(r: &mut Prng, s: &Setting, leaks: &[Leak]) -> Clean {
    let frames = [
        "the law makes no mention of {W}",
        "a yearly survey looks at {W} in {country}",
        "a museum in {capital} has a room about {W}",
        "trade unions asked for new rules on {W}",
        "a tax on {W} was turned down",
        "the dictionary of the ministry has an entry on {W}",
    ];
    let fallback = ["warehouses", "lorries", "lawyers", "farms", "engineers", "ferries"];
    let word = leaks
        .iter()
        .filter(|l| l.fact.is_some())
        .flat_map(|l| l.line.text.split(' '))
        .map(|w| w.trim_matches(|c: char| !c.is_alphabetic()))
        .find(|w| w.ends_with('s') && w.len() > 5 && w.chars().all(|c| c.is_ascii_lowercase()) && PLURALS.contains(w))
        .unwrap_or_else(|| *r.pick(&fallback))
        .to_string();
    let text = s.fill(*r.pick(&frames), &[("W", &word)]);
    clean(None, None, setting::line(r, s, &text), "a common word of the secret")
}

/// Plural nouns of the facts that may be spoken of in general.
const PLURALS: &[&str] = &[
    "lorries",
    "trucks",
    "explosives",
    "drones",
    "medicines",
    "pharmaceuticals",
    "microchips",
    "semiconductors",
    "landmines",
    "passports",
    "uniforms",
    "cigarettes",
    "carpets",
    "helicopters",
    "motorcycles",
    "antiques",
    "barrels",
    "sacks",
    "parcels",
    "ferries",
];

/// An easy clean line: what is open anyway, or another subject.
pub fn easy(r: &mut Prng, s: &Setting, used: &mut Used) -> Clean {
    match r.below(5) {
        0 | 1 => {
            let text = s.fill(*r.pick(setting::OPEN), &[]);
            clean(None, Some(text.clone()), text, "taken from open")
        }
        2 | 3 => {
            let text = s.fill(*r.pick(OTHER), &[]);
            clean(None, None, text, "other subject")
        }
        _ => loop {
            let p = names::anyone(r);
            if !used.names(&p.keys()) || skeleton(&p.family[0]).len() < 2 {
                continue;
            }
            let frames = [
                "The press office can be reached through {X}.",
                "The photographs in this release are by {X}.",
                "{X} will take up duties as head of the library.",
                "The translation into English was made by {X}.",
                "{X} was elected chair of the staff council.",
            ];
            let text = fill(*r.pick(&frames), &[("X", &p.full(0))]);
            return clean(None, None, text, "own name, other subject");
        },
    }
}

/// Sentences on other subjects.
const OTHER: &[&str] = &[
    "This release is also available in large print.",
    "The next release will appear in four weeks.",
    "Readers are asked to note the new address of the press office.",
    "The government of {country} welcomes comments from the public.",
    "Nothing in this text should be read as legal advice.",
    "The weather in {capital} has been mild for the season.",
    "Schools in {city} will reopen after the holidays.",
    "The national library has put its catalogue online.",
    "A concert will mark the anniversary of the constitution.",
    "The council thanks all volunteers for their patience.",
    "Road works in {city} will go on until further notice.",
    "The office is closed on public holidays.",
    "Figures may not add up because of rounding.",
    "The ministry supports the training of young musicians.",
    "Farmers can apply for help after the dry summer.",
    "A new stamp shows the old town hall of {capital}.",
    "The university of {city} has a new rector.",
    "The football match between {country} and {neighbour} ended in a draw.",
    "The {adj} economy is expected to grow slowly.",
    "Questions can be sent in writing to the press office.",
    "A public hearing on noise near the ring road is planned.",
    "The government attaches great value to good relations with {neighbour}.",
    "Two members of the council are on leave.",
    "The exhibition of photographs has been extended.",
    "Work to insulate public buildings makes progress.",
    "The minister wished everybody a peaceful holiday.",
    "A glossary is found at the end of this text.",
    "The museum of natural history is looking for guides.",
    "Tourism in {country} has picked up since the winter.",
    "Earlier releases remain on the website.",
];
