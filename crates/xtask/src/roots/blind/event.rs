//! One event and who reports it: a single reporter, or two or three who were all there and write each for themselves.

use super::shape::tidy;
use super::text::{self, Body, DAYS, MONTHS, capitalised, count, words};
use crate::prng::Prng;

/// Where a report may be filed from.
const PLACES: &str = "London|New York|Washington|Nairobi|Geneva|Brussels|Sydney|Hong Kong|Mexico \
    City|Toronto|Berlin|Paris|Manila|New Delhi|Istanbul|Lagos|Johannesburg|Los \
    Angeles|Chicago|Seoul|Tokyo|Rome|Madrid|Warsaw|Cairo|Bogota|San Juan|Dublin|Auckland|Jakarta";

/// What every report of one event has in common, whoever writes it.
#[derive(Debug, Clone)]
pub struct Event {
    /// Where it is filed from.
    pub place: &'static str,
    /// The month, from 0.
    pub month: usize,
    /// The day of the month.
    pub day: usize,
    /// The day of the week.
    pub weekday: &'static str,
    /// The headline that offers itself.
    pub headline: String,
    /// Who and what it is about, longest first.
    pub names: Vec<String>,
}

/// One report, which everything that says the same in the same words comes from.
#[derive(Debug, Clone)]
pub struct Root {
    /// What it is about.
    pub event: Event,
    /// What it says.
    pub body: Body,
    /// Who sent it over the wire, if anybody did.
    pub agency: Option<&'static str>,
    /// Who wrote it.
    pub author: String,
}

/// Who sends news over the wire.
pub const AGENCIES: [&str; 8] = ["AP", "Reuters", "AFP", "UPI", "dpa", "PA", "Xinhua", "EFE"];

const FIRST: &str =
    "Ada|Ben|Carla|Dinesh|Esther|Farid|Grace|Hugh|Ines|Jonas|Keiko|Liam|Mona|Nils|Olga|Pablo|Ruth|Samir";
const LAST: &str = "Abbott|Brandt|Castell|Dorsey|Ekberg|Farrow|Grieve|Hollis|Ibarra|Jessop|Kessler|Lindqvist|Marsh|\
    Novak|Okafor|Pryce|Quist|Rowntree|Sandhu|Thorne";

/// One of the parts of `list`, which bars divide.
pub fn one(list: &'static str, rng: &mut Prng) -> &'static str {
    let parts: Vec<&str> = list.split('|').collect();
    parts[rng.below(parts.len())]
}

/// Who might have written something.
pub fn author(rng: &mut Prng) -> String {
    format!("{} {}", one(FIRST, rng), one(LAST, rng))
}

impl Event {
    /// What `body` is about, on some day in some place.
    fn new(body: &Body, rng: &mut Prng) -> Self {
        Self {
            place: one(PLACES, rng),
            month: rng.below(MONTHS.len()),
            day: 1 + rng.below(28),
            weekday: DAYS[rng.below(DAYS.len())],
            headline: headline(&body[0][0]),
            names: text::names(body),
        }
    }
}

/// The roots that one article gives: in somewhat more than half of the cases itself, else the reports of two or three
/// who saw the same. These have people, places and figures in common, often the place and day, at times the headline,
/// one quotation, at times a sentence of background, but not the sentence in which each says what it is about.
pub fn roots(body: &Body, rng: &mut Prng) -> Vec<Root> {
    let event = Event::new(body, rng);
    let reporters = match rng.below(10) {
        0..5 => 1,
        5..8 => 2,
        _ => 3,
    };
    let dealt = (reporters > 1).then(|| deal(body, reporters, rng)).flatten();
    let Some(mut dealt) = dealt else { return vec![root(event, body.clone(), rng)] };
    if rng.percent(60) {
        share(&mut dealt, true, 8, rng);
    }
    if rng.percent(25) {
        share(&mut dealt, false, 10, rng);
    }
    let same_head = rng.percent(40);
    let turn = rng.below(6);
    let mut roots: Vec<Root> = Vec::new();
    for body in dealt {
        let mut event = event.clone();
        if !same_head {
            event.headline = headline(&body[0][0]);
        }
        if rng.percent(25) {
            event.place = one(PLACES, rng);
            event.day = (event.day + 1).min(28);
        }
        let mut root = root(event, body, rng);
        if rng.percent(35) {
            let lead = lead(&root.event, turn + roots.len());
            root.body.insert(0, vec![lead]);
        }
        roots.push(root);
    }
    roots
}

fn root(event: Event, body: Body, rng: &mut Prng) -> Root {
    let agency = rng.percent(65).then(|| AGENCIES[rng.below(AGENCIES.len())]);
    Root { event, body, agency, author: author(rng) }
}

/// The sentence that says who it is about, which no two reporters of one event put alike, and many of
/// different events do.
fn lead(event: &Event, turn: usize) -> String {
    let name = |at: usize| event.names.get(at).map_or("the region", String::as_str);
    let (day, first, second, third) = (event.weekday, name(0), name(1), name(2));
    match turn % 6 {
        0 => format!("More details emerged on {day} of the events around {first}."),
        1 => format!("{first}, {second} and {third} were in the news on {day}."),
        2 => format!("Here is what we know about {first} and {second} so far."),
        3 => format!("The story of {first} took another turn on {day}, our correspondent in {} writes.", event.place),
        4 => format!("Questions remained on {day} over {first} and {second}."),
        _ => format!("Attention turned on {day} to {first}."),
    }
}

/// Deals the sentences of one article out among `reporters` who were all there: each has other sentences of the same
/// people, places and figures, in their order. A sentence that takes up the one before ("He said") mostly stays with
/// it. `None` if one of them would have too little to say.
pub fn deal(body: &Body, reporters: usize, rng: &mut Prng) -> Option<Vec<Body>> {
    let mut dealt: Vec<Body> = vec![Body::new(); reporters];
    let mut at = rng.below(reporters);
    for paragraph in body {
        for (place, sentence) in paragraph.iter().enumerate() {
            let first = sentence.split(' ').next().unwrap_or_default();
            let takes_up = ["He", "She", "They", "It", "His", "Her", "This", "These"].contains(&first);
            if !(takes_up && place > 0 && rng.percent(60)) {
                // Whoever has least is more likely to have been the one who heard it.
                let least = (0..reporters).min_by_key(|&to| words(&dealt[to])).unwrap_or_default();
                at = if rng.percent(60) { least } else { rng.below(reporters) };
            }
            match dealt[at].last_mut().filter(|_| rng.percent(45)) {
                Some(open) => open.push(sentence.clone()),
                None => dealt[at].push(vec![sentence.clone()]),
            }
        }
    }
    let is_enough = |body: &Body| words(body) >= 70 && body.iter().map(Vec::len).sum::<usize>() >= 4;
    dealt.iter().all(is_enough).then_some(dealt)
}

/// Gives every reporter one sentence that all have: a quotation that all heard, or a piece of background out of the
/// same archive. It stands in the second half of what they write, and is at most one `part` of the shortest report.
pub fn share(dealt: &mut [Body], quotation: bool, part: usize, rng: &mut Prng) {
    let shortest = dealt.iter().map(words).min().unwrap_or_default();
    let fits = |sentence: &&String| {
        sentence.contains(['"', '\u{201c}']) == quotation && (8..=shortest / part).contains(&count(sentence))
    };
    let sentences: Vec<String> = dealt.iter().flatten().flatten().filter(fits).cloned().collect();
    if sentences.is_empty() {
        return;
    }
    let shared = &sentences[rng.below(sentences.len())];
    for body in dealt.iter_mut() {
        for paragraph in body.iter_mut() {
            paragraph.retain(|sentence| sentence != shared);
        }
        tidy(body);
        let half = body.len().div_ceil(2);
        let at = half + rng.below(body.len() + 1 - half);
        body.insert(at, vec![shared.clone()]);
    }
}

/// A line for the head of the page out of a sentence: its first words without articles.
pub fn headline(sentence: &str) -> String {
    const WEAK: &str = " of in to the and by for on with at from was were that as a an is are has had have been who \
        which his her their its after before than into about or but said not ";
    const LEADS: [&str; 8] = ["On ", "In ", "After ", "During ", "Following ", "According ", "Yesterday", "Last "];
    let main = match sentence.split_once(", ") {
        Some((lead, main)) if LEADS.iter().any(|word| lead.starts_with(word)) && count(main) > 5 => main,
        _ => sentence,
    };
    let mut words: Vec<&str> = Vec::new();
    for word in main.split_whitespace().filter(|word| !["the", "a", "an"].contains(&text::bare(word).as_str())) {
        words.push(word.trim_matches(['"', '(', ')', '\u{201c}', '\u{201d}']));
        if words.len() > 9 || (words.len() > 4 && word.ends_with([',', ';', ':'])) {
            break;
        }
    }
    while words.last().is_some_and(|word| WEAK.contains(&format!(" {} ", word.to_lowercase()))) {
        words.pop();
    }
    capitalised(words.join(" ").trim_end_matches([',', '.', ';', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Body {
        (0..8)
            .map(|at| {
                let told = format!("Witness {at} told the court of night {at}, and the clerk wrote it down at once.");
                vec![told, format!("He had \"seen the ship number {at} leave\" the harbour before dawn that day.")]
            })
            .collect()
    }

    #[test]
    fn reporters_share_one_quotation() {
        let mut dealt = deal(&sample(), 2, &mut Prng::new(5)).expect("enough for two");
        share(&mut dealt, true, 8, &mut Prng::new(5));
        let (first, second) = (dealt[0].concat(), dealt[1].concat());
        assert_eq!(first.iter().filter(|sentence| second.contains(sentence)).count(), 1);
    }

    #[test]
    fn who_has_too_little_to_say_is_no_reporter() {
        assert!(deal(&sample()[..2].to_vec(), 3, &mut Prng::new(5)).is_none());
    }

    #[test]
    fn a_headline_is_short_and_has_no_article() {
        assert_eq!(
            headline("On Monday, a fire in the old port of Hull was put out by crews."),
            "Fire in old port of Hull was put out"
        );
    }
}
