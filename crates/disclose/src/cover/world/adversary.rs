//! The adversary: every release read by its words, every person held against it, every assignment of origins gone through.

use jiff::civil::Date;

use super::make::{Fact, Knows, PLACES, World};

/// What somebody who reasons perfectly makes of some releases.
pub struct Adversary {
    /// How likely it is that a line came from a person, by line and person.
    likely: Vec<Vec<f64>>,
}

/// The days that some words of time mean.
fn days(words: &str) -> (Date, Date) {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let parts: Vec<&str> = words.split(' ').collect();
    let month = |name: &str| MONTHS.iter().position(|known| name.starts_with(known)).map(|at| at as i8 + 1).unwrap();
    let date = |year: &str, month: i8, day: i8| Date::new(year.parse().unwrap(), month, day).unwrap();
    let months = |first: Date, count: i32| {
        let mut last = first;
        for _ in 0..count {
            last = last.last_of_month().tomorrow().unwrap();
        }
        (first, last.yesterday().unwrap())
    };
    match parts.as_slice() {
        [""] => (date("1900", 1, 1), date("2100", 1, 1)),
        ["on", day, name, year] => {
            let day = date(year, month(name), day.parse().unwrap());
            (day, day)
        }
        ["in", "the", "week", "of", day, name, year] => {
            let mut last = date(year, month(name), day.parse().unwrap());
            let first = last;
            for _ in 0..6 {
                last = last.tomorrow().unwrap();
            }
            (first, last)
        }
        ["in", "the", "winter", "of", years] => months(date(&years[..4], 12, 1), 3),
        ["in", "the", season, "of", year] => {
            let first = match *season {
                "spring" => 3,
                "summer" => 6,
                _ => 9,
            };
            months(date(year, first, 1), 3)
        }
        ["in", name, year] => months(date(year, month(name), 1), 1),
        ["in", year] => (date(year, 1, 1), date(year, 12, 31)),
        other => panic!("what does {other:?} mean?"),
    }
}

/// The places that some words mean.
fn places(words: &str) -> Vec<usize> {
    let all = PLACES.iter().enumerate();
    all.filter(|(_, (place, _, country, region))| words.is_empty() || [*place, *country, *region].contains(&words))
        .map(|(at, _)| at)
        .collect()
}

/// The numbers that some words mean.
fn counts(words: &str) -> (u64, u64) {
    match words.split(' ').collect::<Vec<_>>().as_slice() {
        [""] => (0, u64::MAX),
        ["several"] => (3, u64::MAX),
        ["between", low, "and", high] => (low.parse().unwrap(), high.parse().unwrap()),
        [number] => (number.parse().unwrap(), number.parse().unwrap()),
        other => panic!("how many are {other:?}?"),
    }
}

/// Whether words are sure to be true for somebody who knows so much of a fact.
fn knows_it(fact: &Fact, (day, place, count): (bool, bool, bool), words: &[String]) -> bool {
    let (first, last) = days(&words[0]);
    let when = if day {
        first <= fact.day && fact.day <= last
    } else {
        first <= fact.day.first_of_month() && fact.day.last_of_month() <= last
    };
    let named = places(&words[1]);
    let country = |at: usize| PLACES[at].1;
    let r#where = if place {
        named.contains(&fact.place)
    } else {
        (0..PLACES.len()).filter(|at| country(*at) == country(fact.place)).all(|at| named.contains(&at))
    };
    let (low, high) = words.get(2).map_or((0, u64::MAX), |words| counts(words));
    let many = if count { low <= fact.count && fact.count <= high } else { (low, high) == (0, u64::MAX) };
    when && r#where && many
}

/// Who and what could have told a line: people by number, papers behind them.
pub fn origins(world: &World, words: &[String]) -> Vec<usize> {
    let mut found = Vec::new();
    for person in 0..world.people {
        for (number, fact) in world.facts.iter().enumerate() {
            // Two lists that both tell somebody of one fact tell them what either does.
            let told: Vec<&Knows> =
                world.knows.iter().filter(|one| one.person == person && one.fact == number).collect();
            let any = |part: fn(&Knows) -> bool| told.iter().any(|one| part(one));
            let much = (any(|one| one.day), any(|one| one.place), any(|one| one.count));
            if !told.is_empty() && knows_it(fact, much, words) && !found.contains(&person) {
                found.push(person);
            }
        }
    }
    let papers = world.papers.iter().enumerate().filter(|(_, fact)| knows_it(fact, (true, true, true), words));
    found.extend(papers.map(|(number, _)| world.people + number));
    found
}

impl Adversary {
    /// Goes through every assignment of origins to lines. One with so many different origins weighs `doubt` to the power of their
    /// number.
    pub fn new(world: &World, lines: &[Vec<String>], doubt: f64) -> Self {
        let origins: Vec<Vec<usize>> = lines.iter().map(|words| origins(world, words)).collect();
        Self { likely: weighed(&origins, world.people + world.papers.len(), doubt) }
    }

    /// How likely it is that one line, the worst one, came from somebody.
    pub fn suspicion(&self, person: usize) -> f64 {
        self.likely.iter().map(|line| line[person]).fold(0.0, f64::max)
    }

    /// How likely the guess is right to name the likeliest of all for the likeliest line, as one of the sources.
    pub fn guess(&self, world: &World) -> f64 {
        let mut best = (0.0, 0.0, 1.0);
        for line in &self.likely {
            for (person, likely) in line.iter().enumerate().take(world.people) {
                let right = if world.sources.contains(&person) { 1.0 } else { 0.0 };
                if *likely > best.0 + 1e-12 {
                    best = (*likely, right, 1.0);
                } else if (*likely - best.0).abs() <= 1e-12 {
                    best = (best.0, best.1 + right, best.2 + 1.0);
                }
            }
        }
        best.1 / best.2
    }
}

/// For each line and origin how likely the one came from the other.
pub fn weighed(origins: &[Vec<usize>], count: usize, doubt: f64) -> Vec<Vec<f64>> {
    let mut likely = vec![vec![0.0; count]; origins.len()];
    let mut sum = 0.0;
    let mut chosen = vec![0; origins.len()];
    if origins.iter().any(Vec::is_empty) {
        // Nobody could have: then it is the adversary's lists that are wrong, and all are under suspicion.
        return vec![vec![1.0; count]; origins.len()];
    }
    loop {
        let mut different: u128 = 0;
        for (line, at) in chosen.iter().enumerate() {
            different |= 1 << origins[line][*at];
        }
        let weight = doubt.powi(different.count_ones() as i32);
        sum += weight;
        for (line, at) in chosen.iter().enumerate() {
            likely[line][origins[line][*at]] += weight;
        }
        let mut line = 0;
        while line < chosen.len() {
            chosen[line] += 1;
            if chosen[line] < origins[line].len() {
                break;
            }
            chosen[line] = 0;
            line += 1;
        }
        if line == chosen.len() {
            break;
        }
    }
    likely.iter_mut().flatten().for_each(|one| *one /= sum);
    likely
}
