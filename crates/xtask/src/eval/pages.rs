//! How well the main text of web pages is found, what they say of themselves, and how long that takes.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use super::articles::{self, Article, Part, words};
use super::layouts::{LAYOUTS, Layout};
use crate::failure::{Failure, say};
use crate::places::Places;

/// Sums over pages.
#[derive(Debug, Default, Clone, Copy)]
struct Sums {
    pages: usize,
    f1: f64,
    worst: f64,
    title: usize,
    outlet: usize,
    date: usize,
    author: usize,
}

impl Sums {
    fn add(&mut self, other: &Self) {
        self.worst = if self.pages == 0 { other.worst } else { self.worst.min(other.worst) };
        self.pages += other.pages;
        self.f1 += other.f1;
        self.title += other.title;
        self.outlet += other.outlet;
        self.date += other.date;
        self.author += other.author;
    }

    fn row(&self, name: &str) -> String {
        let share = |count: usize| 100.0 * count as f64 / self.pages.max(1) as f64;
        format!(
            "{name:<44} {:5}  {:5.1}  {:5.1}  {:6.1} {:6.1} {:6.1} {:6.1}",
            self.pages,
            100.0 * self.f1 / self.pages.max(1) as f64,
            100.0 * self.worst,
            share(self.title),
            share(self.outlet),
            share(self.date),
            share(self.author)
        )
    }
}

/// Measures and prints.
///
/// # Errors
/// If the texts are not there.
pub fn run(places: &Places) -> Result<(), Failure> {
    for (part, name) in [(Part::Dev, "2019, on which the reader was made"), (Part::Held, "2020, held out")] {
        let articles = articles::articles(places, part)?;
        say(format!("Pages of Wikinews texts of {name}: token F1 of the main text, and percent right"));
        say(format!(
            "{:<44} {:>5}  {:>5}  {:>5}  {:>6} {:>6} {:>6} {:>6}",
            "layout", "pages", "F1", "worst", "title", "outlet", "date", "author"
        ));
        let mut all = Sums::default();
        let mut clock = Clock::default();
        for (at, layout) in LAYOUTS.iter().enumerate() {
            let mut sums = Sums::default();
            // Each layout with a different tenth of the texts.
            for number in (at % 6..articles.len()).step_by(6) {
                let mut others = articles.clone();
                others.rotate_left((number + 1) % articles.len());
                if let Some(article) = articles.get(number) {
                    sums.add(&page(layout, article, &others, &mut clock));
                }
            }
            say(sums.row(layout.name));
            all.add(&sums);
        }
        say(all.row("all"));
        clock.tell();
    }
    Ok(())
}

/// How long reading takes with and without the page around the text.
#[derive(Debug, Default)]
struct Clock {
    extraction: Duration,
    plain: Duration,
    reading: Duration,
    words: usize,
    bytes: usize,
}

impl Clock {
    fn tell(&self) {
        let times = |time: Duration| (time + self.reading).as_secs_f64() / self.reading.as_secs_f64().max(1e-9);
        let per_second = |time: Duration| self.words as f64 / time.as_secs_f64().max(1e-9);
        say(format!(
            "extraction {:.1} MB/s; with reading {:.0} words/s, reading alone {:.0} words/s: {:.2} times its time; as plain text {:.2}",
            self.bytes as f64 / 1e6 / self.extraction.as_secs_f64().max(1e-9),
            per_second(self.extraction + self.reading),
            per_second(self.reading),
            times(self.extraction),
            times(self.plain)
        ));
    }
}

fn page(layout: &Layout, article: &Article, others: &[Article], clock: &mut Clock) -> Sums {
    let html = (layout.page)(article, others);
    let bytes = if layout.western { western(&html) } else { html.into_bytes() };
    let begun = Instant::now();
    let found = articles::read("page.html", &bytes);
    clock.extraction += begun.elapsed();
    clock.bytes += bytes.len();
    let Ok(found) = found else {
        return Sums { pages: 1, ..Sums::default() };
    };
    let begun = Instant::now();
    let reading = casefile::read_document(&found, &casefile::Given::default());
    clock.reading += begun.elapsed();
    clock.words += found.text.split_whitespace().count();
    let _ = reading.claims.len();
    let begun = Instant::now();
    let plain = articles::read("page.txt", found.text.as_bytes());
    clock.plain += begun.elapsed();
    let _ = plain.map(|plain| plain.text.len());
    let truth = article.paragraphs.join("\n\n");
    let f1 = f1(&words(&truth), &words(&found.text));
    let same = |one: Option<&str>, other: &str| usize::from(one.is_some_and(|one| words(one) == words(other)));
    Sums {
        pages: 1,
        f1,
        worst: f1,
        title: same(found.title.as_deref(), &article.title),
        outlet: same(found.outlet.as_deref(), article.outlet),
        date: usize::from(found.date.and_then(|date| date.day()) == Some(article.date)),
        author: if layout.signed {
            same(found.author.as_deref(), article.author)
        } else {
            usize::from(found.author.is_none())
        },
    }
}

/// The F1 of two bags of words.
fn f1(truth: &[String], found: &[String]) -> f64 {
    let mut bag: HashMap<&str, usize> = HashMap::new();
    for word in truth {
        *bag.entry(word).or_default() += 1;
    }
    let mut shared = 0;
    for word in found {
        if let Some(left) = bag.get_mut(word.as_str()).filter(|left| **left > 0) {
            *left -= 1;
            shared += 1;
        }
    }
    2.0 * shared as f64 / (truth.len() + found.len()).max(1) as f64
}

/// As a site of 1999 sends it: signs outside the old western set as numbers.
fn western(html: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(html.len());
    for sign in html.chars() {
        match sign {
            sign if sign.is_ascii() || ('\u{a0}'..='\u{ff}').contains(&sign) => bytes.push(sign as u32 as u8),
            '‘' => bytes.push(0x91),
            '’' => bytes.push(0x92),
            '“' => bytes.push(0x93),
            '”' => bytes.push(0x94),
            '–' => bytes.push(0x96),
            '—' => bytes.push(0x97),
            sign => bytes.extend(format!("&#{};", sign as u32).bytes()),
        }
    }
    bytes
}
