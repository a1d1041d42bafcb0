//! What a house puts around a text: its name and headline above it, who wrote it and where, advertisements between its
//! paragraphs, a word of its own desk, and the lines that stand under everything it prints.

use super::event::{AGENCIES, Event, Root, author, one};
use super::houses::House;
use super::style::head;
use super::text::{self, Body};
use super::words::Words;
use crate::prng::Prng;

/// What stands between the paragraphs of a page as it was scraped.
const BETWEEN: &str = "Advertisement|ADVERTISEMENT|Story continues below advertisement|Read more|Share|Image caption|\
    Sign up for our newsletter|Related: What we know so far|[Video]|Photo: file picture|Article continues \
    after the break|* * *";

/// What a desk adds for its own readers; {} is a name of the story.
const ADDED: &str = "Readers in our area had followed the news about {} closely through the week, and several of them \
    called the newsroom.|The mayor's office told this newspaper that no local services were \
    affected.|Shares in the region were little changed in early trading after the news.|A spokesperson \
    could not be reached for comment on {} before this edition went to press.|This is a developing \
    story. Please check back for updates.|Our columnists will discuss what {} means for the area in \
    Sunday's edition.|An earlier version of this article misstated a date. It has been corrected.|Local \
    residents with family in the area can call the county's information line, which is open from nine to \
    five.|Experts whom we asked about {} said that it was too early to draw conclusions, and that more \
    would be known in the coming days.|Students at the community college held a short discussion of the \
    events on Thursday, which about forty people attended.|Weather in the area was mild at the time, \
    with light winds from the west.|For background on {}, see our explainer, which was first published \
    last year.";

/// The body of `root`, as `body` has it by now, the way `house` prints it under `headline`.
pub fn dress(root: &Root, body: &Body, headline: &str, house: &House, words: &Words, rng: &mut Prng) -> String {
    let mut parts: Vec<String> = Vec::new();
    let above: Vec<&str> = house.above.split('|').collect();
    let above = above[rng.below(above.len())];
    // A flash of the wire stands before the headline, everything else above it.
    let flash = if above.ends_with('-') && !above.starts_with('-') { above } else { "" };
    if flash.is_empty() {
        parts.push(above.to_owned());
    }
    if rng.percent(80) {
        parts.push(format!("{flash}{}", head(headline, rng)));
    }
    parts.push(byline(root, house, rng));
    let mut paragraphs: Vec<String> = body.iter().map(|sentences| sentences.join(" ")).collect();
    if rng.percent(12) {
        // The first words in capitals, as print sets them.
        let lead: Vec<&str> = paragraphs[0].split(' ').collect();
        let (first, rest) = lead.split_at(lead.len().min(2 + rng.below(4)));
        paragraphs[0] = format!("{} {}", first.join(" ").to_uppercase(), rest.join(" "));
    }
    paragraphs[0] = format!("{}{}", dateline(&root.event, root.agency, house, rng), paragraphs[0]);
    if text::words(body) >= 80 && rng.percent(18) {
        let name = root.event.names.first().map_or("the case", String::as_str);
        let at = if rng.percent(70) { paragraphs.len() } else { 1 + rng.below(paragraphs.len()) };
        paragraphs.insert(at, one(ADDED, rng).replace("{}", name));
    }
    if let Some(agency) = root.agency.filter(|_| rng.percent(20)) {
        let tag =
            ["({})", "\u{2014} {}", "{} contributed to this report.", "Source: {}", "With agency material from {}"];
        paragraphs.push(tag[rng.below(tag.len())].replace("{}", agency));
    }
    let is_scraped = rng.percent(15);
    for paragraph in paragraphs {
        if is_scraped && rng.percent(25) {
            parts.push(one(BETWEEN, rng).to_owned());
        }
        parts.push(paragraph);
    }
    parts.extend(house.below.split('|').filter(|_| rng.percent(60)).map(String::from));
    parts.retain(|part| !part.is_empty());
    house.style.print(&parts.join("\n\n"), words)
}

/// Who wrote it, if the house says so, and when.
fn byline(root: &Root, house: &House, rng: &mut Prng) -> String {
    let author = if rng.percent(60) { root.author.clone() } else { author(rng) };
    let agency = root.agency.unwrap_or(house.name);
    let date = house.style.date.written(root.event.month, root.event.day);
    let hour = format!("{:02}:{:02}", 5 + rng.below(18), rng.below(60));
    match rng.below(14) {
        0 => format!("By {author}"),
        1 => format!("By {author}, {agency}"),
        2 => format!("By {author} and {}", self::author(rng)),
        3 => format!("BY {} STAFF", house.name.to_uppercase()),
        4 => format!("{date}, 2019 {hour} GMT"),
        5 => format!("Published: {date}, 2019\nUpdated: {date}, 2019, {hour}"),
        6 => format!("{agency} | {date}, 2019"),
        7 => format!("From {agency}"),
        8 => format!("{author} in {}", root.event.place),
        _ => String::new(),
    }
}

/// The place, the day and the tag of the agency before the first words; each may be changed or dropped.
fn dateline(event: &Event, agency: Option<&str>, house: &House, rng: &mut Prng) -> String {
    let place = event.place;
    let caps = place.to_uppercase();
    let date = house.style.date.written(event.month, event.day);
    let dash = ["\u{2014}", "\u{2013}", "-", "--"][rng.below(4)];
    // Now and then a text that came by one agency is passed on under the tag of another, or of the house.
    let agency = match agency {
        Some(_) if rng.percent(6) => Some(AGENCIES[rng.below(AGENCIES.len())]),
        None if rng.percent(4) => Some(house.name),
        agency => agency,
    };
    match (agency, rng.below(10)) {
        (_, 0..3) => String::new(),
        (Some(agency), 3 | 4) => format!("{caps} ({agency}) {dash} "),
        (Some(agency), 5) => format!("{caps}, {date} ({agency}) {dash} "),
        (Some(agency), 6) => format!("({agency}) {dash} "),
        (Some(agency), 7) => format!("{place}, {date} ({agency}): "),
        (Some(agency), 8) => format!("{place} ({agency}) "),
        (None, 3..6) => format!("{caps} {dash} "),
        (None, 6) => format!("{place}, {date} {dash} "),
        (None, _) => String::new(),
        (Some(agency), _) => format!("{agency}, {place} {dash} "),
    }
}

/// Another headline over the same text: another sentence's words, or a turn of the first one's.
pub fn rehead(root: &Root, body: &Body, rng: &mut Prng) -> String {
    let old = &root.event.headline;
    let name = root.event.names.first().map_or("Latest", String::as_str);
    match rng.below(7) {
        0 => format!("{name}: {old}"),
        1 => format!("{old} - report"),
        2 => format!("What to know about {name}"),
        3 => format!("News in brief: {name}"),
        4 => format!("UPDATE: {old}"),
        _ => {
            let all: Vec<&String> = body.iter().flatten().collect();
            super::event::headline(all[rng.below(all.len())])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roots::blind::text::sentences;
    use crate::roots::blind::{event, houses};

    #[test]
    fn every_house_prints_the_words_of_the_text() {
        let words = Words::new();
        let text = "Crews put out a blaze in the port of Hull. Nobody came to harm, the town said.";
        let body = vec![sentences(text)];
        for seed in 0..100 {
            let rng = &mut Prng::new(seed);
            let root = event::roots(&body, rng).remove(0);
            for house in &houses::HOUSES {
                let printed = dress(&root, &body, "Blaze in Hull", house, &words, rng);
                assert!(printed.to_lowercase().contains("a blaze in the port of hull. nobody"), "{printed}");
            }
        }
    }
}
