//! What a reading holds beside its claims, as tables that the terminal, the page and CSV share: the times in their order,
//! who acts, what is done, and what is transferred, lacked and made.

use record::reading::{ActorKind, GoodsClaim, Reading};
use record::span::Span;

/// Which of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facts {
    /// Times, in the order of what they mean.
    Times,
    /// Who speaks or is spoken of.
    Actors,
    /// Who does what to whom.
    Events,
    /// Goods that go from one to another.
    Transfers,
    /// What somebody lacks, and what somebody can make.
    Goods,
}

/// A table.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// What it is called.
    pub title: &'static str,
    /// The names of its columns.
    pub columns: &'static [&'static str],
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row: its cells, and the words of the text that it comes from.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// As many as there are columns.
    pub cells: Vec<String>,
    /// Where it stands in the text.
    pub span: Option<Span>,
    /// The claim it stands in.
    pub claim: Option<String>,
}

impl Facts {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Times, Self::Actors, Self::Events, Self::Transfers, Self::Goods];

    /// The columns of the table.
    pub const fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Times => &["value", "words", "type"],
            Self::Actors => &["actor", "kind", "country", "roles", "mentions"],
            Self::Events => &["type", "who", "to whom", "status", "when", "where", "claim"],
            Self::Transfers => &["goods", "class", "from", "to", "status", "when", "claim"],
            Self::Goods => &["goods", "class", "of whom", "what of them", "when", "claim"],
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Times => "Times",
            Self::Actors => "Actors",
            Self::Events => "Events",
            Self::Transfers => "Transfers",
            Self::Goods => "Needs and capacities",
        }
    }

    /// The table of a reading.
    pub fn table(self, reading: &Reading) -> Table {
        let names = Names(reading);
        let rows = match self {
            Self::Times => times(reading),
            Self::Actors => actors(reading),
            Self::Events => events(&names),
            Self::Transfers => transfers(&names),
            Self::Goods => goods(&names),
        };
        Table { title: self.title(), columns: self.columns(), rows }
    }
}

/// Ids by the names that they stand for.
struct Names<'r>(&'r Reading);

impl Names<'_> {
    fn actor(&self, id: Option<&String>) -> String {
        let found = id.and_then(|id| self.0.actors.iter().find(|actor| actor.id == *id));
        found.map_or(String::new(), |actor| actor.name.clone())
    }

    fn time(&self, id: Option<&String>) -> String {
        let found = id.and_then(|id| self.0.times.iter().find(|time| time.id == *id));
        found.map_or(String::new(), |time| time.value.clone())
    }

    fn place(&self, id: Option<&String>) -> String {
        let found = id.and_then(|id| self.0.places.iter().find(|place| place.id == *id));
        found.map_or(String::new(), |place| place.name.clone())
    }
}

fn row(cells: Vec<String>, span: Option<Span>, claim: Option<&String>) -> Row {
    Row { cells, span, claim: claim.cloned() }
}

/// Dates and times of day first, in their order; then durations and what comes again and again.
/// Those that are known as the calendar has them, then the others in the order of the text.
fn times(reading: &Reading) -> Vec<Row> {
    let mut times: Vec<_> = reading.times.iter().collect();
    times.sort_by_key(|time| {
        let begins = begins(&time.value);
        (begins.is_none(), begins, begins.map(|_| time.value.as_str()), time.span.start)
    });
    let cells = |time: &record::reading::Time| vec![time.value.clone(), time.text.clone(), time.kind.to_lowercase()];
    times.into_iter().map(|time| row(cells(time), Some(time.span), None)).collect()
}

/// The year that a TIMEX3 value begins in and about the day of it, where it has a year: a week, a quarter and a season stand
/// among the days and months that they hold, and years before the era before all others.
fn begins(value: &str) -> Option<(i32, i32)> {
    let (before, value) = match value.strip_prefix("BC") {
        Some(rest) => (true, rest),
        None => (false, value),
    };
    let figures = value.bytes().take_while(u8::is_ascii_digit).count();
    let year: i32 = value.get(..figures)?.parse().ok()?;
    // `199` is the nineties, `19` a hundred years.
    let year = year * 10_i32.pow(4_u32.checked_sub(u32::try_from(figures).ok()?)?);
    let number = |text: &str| text.get(..2).and_then(|two| two.parse::<i32>().ok());
    let day = match value.get(figures..)?.strip_prefix('-') {
        None => 0,
        Some(rest) => match rest.split_at_checked(1) {
            Some(("W", week)) if number(week).is_some() => (number(week)? - 1) * 7 + 1,
            Some(("Q", quarter)) => (quarter.parse::<i32>().unwrap_or(1) - 1) * 93,
            Some(("H", half)) => (half.parse::<i32>().unwrap_or(1) - 1) * 186,
            Some(("S", "P")) => 2 * 31,
            Some(("S", "U")) => 5 * 31,
            Some(("F", "A")) => 8 * 31,
            Some(("W", "I")) => 11 * 31,
            _ => (number(rest).unwrap_or(1) - 1) * 31 + rest.get(3..).and_then(number).unwrap_or(0),
        },
    };
    Some((if before { -year } else { year }, day))
}

fn actors(reading: &Reading) -> Vec<Row> {
    let kind = |kind| match kind {
        ActorKind::State => "state",
        ActorKind::Person => "person",
        ActorKind::Organisation => "organisation",
        ActorKind::Group => "group",
    };
    let cells = |actor: &record::reading::Actor| {
        let country = actor.country.clone().unwrap_or_default();
        let mentions = actor.mentions.len().to_string();
        vec![actor.name.clone(), kind(actor.kind).to_owned(), country, actor.roles.join(", "), mentions]
    };
    reading.actors.iter().map(|actor| row(cells(actor), actor.mentions.first().copied(), None)).collect()
}

fn events(names: &Names<'_>) -> Vec<Row> {
    let cells = |event: &record::reading::Event| {
        let kind = match &event.mode {
            Some(mode) => format!("{} ({mode})", event.kind),
            None => event.kind.clone(),
        };
        let (who, whom) = (names.actor(event.actor.as_ref()), names.actor(event.target.as_ref()));
        let (time, place) = (names.time(event.time.as_ref()), names.place(event.place.as_ref()));
        vec![kind, who, whom, event.status.clone(), time, place, event.claim.clone().unwrap_or_default()]
    };
    names.0.events.iter().map(|event| row(cells(event), Some(event.span), event.claim.as_ref())).collect()
}

fn transfers(names: &Names<'_>) -> Vec<Row> {
    let cells = |one: &record::reading::Transfer| {
        let goods = coded(&one.goods, &one.codes);
        let (from, to) = (names.actor(one.supplier.as_ref()), names.actor(one.recipient.as_ref()));
        let time = names.time(one.time.as_ref());
        vec![goods, one.class.clone(), from, to, one.status.clone(), time, one.claim.clone().unwrap_or_default()]
    };
    names.0.transfers.iter().map(|one| row(cells(one), Some(one.span), one.claim.as_ref())).collect()
}

/// Goods with their codes in the Harmonized System.
fn coded(goods: &str, codes: &[String]) -> String {
    if codes.is_empty() { goods.to_owned() } else { format!("{goods} (HS {})", codes.join(", ")) }
}

fn goods(names: &Names<'_>) -> Vec<Row> {
    let cells = |one: &GoodsClaim, what: &str| {
        let (whose, time) = (names.actor(one.actor.as_ref()), names.time(one.time.as_ref()));
        let claim = one.claim.clone().unwrap_or_default();
        vec![coded(&one.goods, &one.codes), one.class.clone(), whose, what.to_owned(), time, claim]
    };
    let rows = |list: &[GoodsClaim], what: &str| -> Vec<Row> {
        list.iter().map(|one| row(cells(one, what), Some(one.span), one.claim.as_ref())).collect()
    };
    let mut all = rows(&names.0.needs, "lacks them");
    all.extend(rows(&names.0.capacities, "can make them"));
    all
}

/// The strip of days and months that a reading speaks of, in their order, each with the words that mean it.
pub fn strip(reading: &Reading) -> Vec<(String, Vec<String>)> {
    let mut days: Vec<(String, Vec<String>)> = Vec::new();
    for row in times(reading) {
        let [value, words, _] = &row.cells[..] else { continue };
        let day: &str = value.split('T').next().unwrap_or_default();
        let dated = day.len() >= 4 && day.bytes().take(4).all(|digit| digit.is_ascii_digit());
        if !dated {
            continue;
        }
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        match days.last_mut().filter(|(known, _)| known == day) {
            Some((_, known)) if known.contains(&words) => {}
            Some((_, known)) => known.push(words),
            None => days.push((day.to_owned(), vec![words])),
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading() -> Reading {
        let time = |id: &str, text: &str, value: &str| serde_json::json!({"id": id, "text": text, "span": [0, 4], "type": "DATE", "value": value});
        serde_json::from_value(serde_json::json!({
            "document": {"path": "t", "sha256": "", "title": null, "outlet": null, "date": null, "language": null},
            "claims": [], "schema": 1, "reader": {"version": "0", "model": "m"},
            "places": [{"id": "p1", "name": "Lorn", "country": null, "mentions": []}],
            "actors": [
                {"id": "a1", "name": "Corvania", "kind": "state", "country": null, "roles": [], "mentions": [[0, 8]]},
                {"id": "a2", "name": "Vessia", "kind": "state", "country": "VES", "roles": ["buyer"], "mentions": []},
            ],
            "times": [
                time("t1", "Friday", "2030-02-15"), time("t2", "that day", "2030-02-15T14:00"),
                time("t3", "three days", "P3D"), time("t4", "Feb. 9", "2030-02-09"), time("t5", "Friday", "2030-02-15"),
            ],
            "events": [{"id": "e1", "type": "AID", "rank": 1, "contexts": [], "actor": "a1", "target": "a2",
                "status": "happened", "claim": "c1", "time": "t1", "place": "p1", "span": [0, 4]}],
            "transfers": [{"supplier": "a1", "recipient": null, "goods": "chips", "class": "dual-use",
                "status": "considered", "codes": ["854231"], "span": [0, 4]}],
            "needs": [
                {"actor": "a2", "goods": "shells", "class": "lethal", "span": [0, 4]},
                {"actor": "a2", "goods": "chips", "class": "dual-use", "codes": ["854231"], "span": [0, 4]},
            ],
            "capacities": [{"actor": "a1", "goods": "production capacity", "class": "", "span": [0, 4]}],
            "problems": [],
        }))
        .unwrap()
    }

    fn shown(facts: Facts) -> Vec<String> {
        facts.table(&reading()).rows.iter().map(|row| row.cells.join(" | ")).collect()
    }

    #[test]
    fn ids_are_shown_as_what_they_stand_for() {
        assert_eq!(shown(Facts::Events), ["AID | Corvania | Vessia | happened | 2030-02-15 | Lorn | c1"]);
        assert_eq!(shown(Facts::Transfers), ["chips (HS 854231) | dual-use | Corvania |  | considered |  | "]);
        assert_eq!(
            shown(Facts::Goods),
            [
                "shells | lethal | Vessia | lacks them |  | ",
                "chips (HS 854231) | dual-use | Vessia | lacks them |  | ",
                "production capacity |  | Corvania | can make them |  | ",
            ]
        );
        assert_eq!(shown(Facts::Actors)[1], "Vessia | state | VES | buyer | 0");
    }

    #[test]
    fn days_stand_on_the_strip_in_their_order_and_once() {
        let strip = strip(&reading());
        let shown: Vec<String> = strip.iter().map(|(day, words)| format!("{day} {}", words.join("/"))).collect();
        assert_eq!(shown, ["2030-02-09 Feb. 9", "2030-02-15 Friday/that day"]);
    }

    #[test]
    fn every_row_has_a_cell_for_every_column() {
        for facts in Facts::ALL {
            let table = facts.table(&reading());
            assert!(!table.rows.is_empty() && table.rows.iter().all(|row| row.cells.len() == table.columns.len()));
        }
    }
}
