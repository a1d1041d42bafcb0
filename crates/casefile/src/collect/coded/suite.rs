//! Feeds of coded events from end to end: files as their makers ship them, with rows of our own.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use record::reading::{ActorKind, Reading, SourceKind};

use crate::collect::format::{Extracted, Limits, documents};
use crate::collect::{Given, read_document};

/// A row with these cells and all others empty.
fn row(columns: usize, cells: &[(usize, &str)]) -> String {
    let cells: BTreeMap<usize, &str> = cells.iter().copied().collect();
    let row: Vec<&str> = (0..columns).map(|at| cells.get(&at).copied().unwrap_or_default()).collect();
    row.join("\t") + "\n"
}

/// An event: its id, day, the actors' codes, names and countries, what happened, and where.
fn event(id: &str, day: &str, actor: [&str; 3], target: [&str; 3], code: &str, place: &str) -> String {
    row(
        61,
        &[
            (0, id),
            (1, day),
            (5, actor[0]),
            (6, actor[1]),
            (7, actor[2]),
            (15, target[0]),
            (16, target[1]),
            (17, target[2]),
            (26, code),
            (52, place),
            (59, "20300217121500"),
            (60, "https://courier.example/port"),
        ],
    )
}

const RUSSIA: [&str; 3] = ["RUS", "MOSCOW", "RUS"];
const CHINA: [&str; 3] = ["CHN", "CHINA", "CHN"];
const NOBODY: [&str; 3] = ["", "", ""];

fn all(bytes: &[u8], name: &str) -> Vec<Result<Extracted, String>> {
    let mut found = Vec::new();
    let _ = documents(bytes, name, None, &Limits::default(), &mut |one| {
        found.push(one.map_err(|refused| refused.to_string()));
        ControlFlow::Continue(())
    });
    found
}

fn read(bytes: &[u8], name: &str) -> (Extracted, Reading) {
    let extracted = all(bytes, name).remove(0).unwrap();
    let reading = read_document(&extracted, &Given::default());
    (extracted, reading)
}

/// The events as `ACTOR ROOT TARGET on DAY at PLACE (COUNTRY)`.
fn told(reading: &Reading) -> Vec<String> {
    let name = |id: &Option<String>| {
        let actor = id.as_ref().and_then(|id| reading.actors.iter().find(|actor| actor.id == *id));
        actor.map_or("-".to_owned(), |actor| actor.name.clone())
    };
    let event = |event: &record::reading::Event| {
        let time = event.time.as_ref().and_then(|id| reading.times.iter().find(|time| time.id == *id));
        let place = event.place.as_ref().and_then(|id| reading.places.iter().find(|place| place.id == *id));
        format!(
            "{} {} {} on {} at {} ({}), {}",
            name(&event.actor),
            event.kind,
            name(&event.target),
            time.map_or("-", |time| &time.value),
            place.map_or("-", |place| &place.name),
            place.and_then(|place| place.country.as_deref()).unwrap_or("-"),
            event.status
        )
    };
    reading.events.iter().map(event).collect()
}

fn problems(reading: &Reading) -> Vec<&str> {
    reading.problems.iter().map(|problem| problem.message.as_str()).collect()
}

#[test]
fn a_row_of_gdelt_is_an_event_between_states_and_its_span_is_the_row() {
    let rows = event("9001", "20300216", RUSSIA, CHINA, "1012", "Moscow, Moskva, Russia")
        + &event("9002", "20300216", CHINA, RUSSIA, "0872", "");
    let (extracted, reading) = read(rows.as_bytes(), "20300217121500.export.CSV");
    assert_eq!(
        told(&reading),
        [
            "Russia REQUEST China on 2030-02-16 at Moscow (RUS), happened",
            "China RETREAT Russia on 2030-02-16 at - (-), happened"
        ]
    );
    assert_eq!((extracted.name.as_str(), extracted.outlet.as_deref()), ("20300217121500.export.CSV", Some("GDELT 2")));
    assert_eq!(reading.document.date.unwrap().to_string(), "2030-02-17T12:15Z");
    assert!(extracted.verbatim && extracted.text.as_bytes() == extracted.bytes);
    assert_eq!(reading.events[0].span.of(&extracted.text), rows.lines().next().unwrap());
    assert_eq!(reading.actors[0].mentions[0].of(&extracted.text), "MOSCOW");
    assert_eq!(reading.times[0].span.of(&extracted.text), "20300216");
    assert_eq!(reading.reader.model, "gdelt-events-1, cameo-plover-1");
    assert_eq!(problems(&reading), [""; 0]);
}

#[test]
fn who_is_something_of_a_state_is_not_the_state() {
    let army = row(61, &[(0, "1"), (1, "20300216"), (5, "RUSMIL"), (6, "ARMY"), (7, "RUS"), (12, "MIL"), (26, "190")]);
    let body = row(61, &[(0, "2"), (1, "20300216"), (5, "IGOXYZ"), (6, "HARBOUR UNION"), (8, "XYZ"), (26, "043")]);
    let (_, reading) = read((army + &body).as_bytes(), "a.csv");
    let shown: Vec<_> = reading
        .actors
        .iter()
        .map(|actor| (actor.name.as_str(), actor.kind, actor.country.as_deref(), actor.roles.join(" ")))
        .collect();
    assert_eq!(
        shown,
        [
            ("ARMY", ActorKind::Group, Some("RUS"), "military".to_owned()),
            ("HARBOUR UNION", ActorKind::Organisation, None, "XYZ".to_owned())
        ]
    );
}

#[test]
fn a_row_that_cannot_be_read_is_named_and_kept() {
    let rows = [
        event("1", "20300216", RUSSIA, CHINA, "043", ""),
        "2\t20300216\tcut off\n".to_owned(),
        event("3", "20300230", RUSSIA, CHINA, "043", ""),
        event("4", "20300216", RUSSIA, CHINA, "999", ""),
        event("5", "20300216", ["QQQ", "QUIA", "QQQ"], NOBODY, "112", ""),
        event("1", "20300216", CHINA, RUSSIA, "043", ""),
        event("6", "20300216", ["RUS", "MOS\0COW", "RUS"], CHINA, "043", ""),
    ]
    .concat();
    let (extracted, reading) = read(rows.as_bytes(), "20300217121500.export.CSV");
    assert_eq!(extracted.text, rows, "all of it is kept");
    assert_eq!(
        told(&reading),
        [
            "Russia CONSULT China on 2030-02-16 at - (-), happened",
            "Russia CONSULT China on - at - (-), happened",
            "QUIA ACCUSE - on 2030-02-16 at - (-), happened"
        ]
    );
    assert_eq!(reading.actors.iter().find(|actor| actor.name == "QUIA").unwrap().country, None);
    assert_eq!(
        problems(&reading),
        [
            "row 2 has 3 columns and not 61: it is kept and not read",
            "row 3 is of no day that there is: \"20300230\"",
            "row 4 has a code that CAMEO does not have: \"999\"",
            "row 5 has a country that is not known: \"QQQ\"",
            "row 6 has the event id of row 1: it is not counted again",
            "row 7 holds a control character: it is kept and not read",
        ]
    );
    let span = reading.problems[0].span.unwrap();
    assert_eq!(span.of(&extracted.text), "2\t20300216\tcut off");
}

/// That an outlet told of an event.
fn mention(id: &str, outlet: &str, address: &str) -> String {
    row(
        16,
        &[
            (0, id),
            (1, "20300217120000"),
            (2, "20300217121500"),
            (3, "1"),
            (4, outlet),
            (5, address),
            (6, "4"),
            (11, "60"),
        ],
    )
}

#[test]
fn a_mention_is_a_claim_of_the_outlet_that_says_the_event() {
    let rows = mention("9001", "courier.example", "https://courier.example/port")
        + &mention("9001", "record.example", "https://record.example/port")
        + &mention("18446744073709551615", "record.example", "https://record.example/quay")
        + &mention("9001", "", "https://record.example/port")
        + &mention("9001", "record.example", "https://record.example/port");
    let (extracted, reading) = read(rows.as_bytes(), "20300217121500.mentions.CSV");
    let shown: Vec<_> = reading
        .claims
        .iter()
        .map(|claim| (claim.source.text.as_str(), claim.content.text.as_str(), claim.cue.text.as_str()))
        .collect();
    assert_eq!(
        shown,
        [
            ("courier.example", "9001", "https://courier.example/port"),
            ("record.example", "9001", "https://record.example/port"),
            ("record.example", "18446744073709551615", "https://record.example/quay")
        ]
    );
    for claim in &reading.claims {
        assert_eq!(claim.source.kind, SourceKind::Organisation);
        assert_eq!(claim.content.spans[0].of(&extracted.text), claim.content.text);
        assert_eq!((claim.certainty.low, claim.certainty.high), (0.0, 1.0), "the outlet's words are not there");
    }
    assert_eq!(reading.actors.len(), 2, "an outlet is one actor");
    assert_eq!(reading.document.date.unwrap().to_string(), "2030-02-17T12:15Z");
    assert_eq!(
        problems(&reading),
        [
            "row 4 names no event, no outlet or no address: it is kept and not read",
            "row 5 has the words of row 2: it is not counted again"
        ]
    );
}

const ICEWS: &str = "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\t\
    Target Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\t\
    Latitude\tLongitude\n";

#[test]
fn a_row_of_icews_is_read_by_the_names_of_its_columns() {
    let rows = "71\t2030-02-16\tRussia\tNA\tRussian Federation\tYield\t080\t5\tPolice (China)\tGovernment,Police\tChina\t1\t2\t\
                Harbour Herald\tBeijing\tNA\tBeijing Shi\tChina\t39.9\t116.4\n\
                72\t2030-02-16\tGovernment (China)\tGovernment\tChina\tDemonstrate\t141\t-6\tJana Orlo\tNA\tCorvania\t1\t3\tHarbour \
                Herald\tNA\tNA\tNA\tNA\tNA\tNA\n";
    let (extracted, reading) = read(format!("{ICEWS}{rows}").as_bytes(), "events.tab");
    assert_eq!(
        told(&reading),
        [
            "Russia CONCEDE Police (China) on 2030-02-16 at Beijing (CHN), happened",
            "China PROTEST Jana Orlo on 2030-02-16 at - (-), happened"
        ]
    );
    let police = reading.actors.iter().find(|actor| actor.name == "Police (China)").unwrap();
    assert_eq!((police.kind, police.country.as_deref()), (ActorKind::Group, Some("CHN")));
    assert_eq!(police.roles, ["government", "police"]);
    assert_eq!(problems(&reading), ["row 2 has a country that is not known: \"Corvania\""]);
    assert_eq!(extracted.outlet.as_deref(), Some("ICEWS"));
    assert_eq!(reading.document.date.unwrap().to_string(), "2030-02-16");
    // The columns in another order, and only some of them.
    let other = "CAMEO Code\tTarget Name\tSource Name\tEvent Date\tEvent ID\n046\tChina\tRussia\t2030-02-16\t5\n";
    assert_eq!(told(&read(other.as_bytes(), "x").1), ["Russia CONSULT China on 2030-02-16 at - (-), happened"]);
}

#[test]
fn a_long_feed_is_cut_into_documents_that_can_each_be_read_alone() {
    let rows: String = (0..4_500)
        .map(|id| {
            format!(
                "{id}\t2030-02-1{}\tRussia\tNA\tNA\tYield\t080\t5\tChina\tNA\tNA\t1\t2\tx\tNA\tNA\tNA\tNA\tNA\tNA\n",
                id % 2
            )
        })
        .collect();
    let found: Vec<Extracted> =
        all(format!("{ICEWS}{rows}").as_bytes(), "events.tab").into_iter().map(Result::unwrap).collect();
    let names: Vec<&str> = found.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["events.tab#1", "events.tab#2", "events.tab#3"]);
    let mut events = 0;
    for one in &found {
        assert_eq!(one.date, None, "their rows are of two days");
        assert!(one.verbatim && one.text.starts_with(ICEWS));
        let (again, reading) = read(&one.bytes, "alone");
        assert_eq!(again.text, one.text);
        events += reading.events.len();
    }
    assert_eq!(events, 4_500);
}

#[test]
fn what_gdelt_ships_is_read_in_its_archive() {
    use std::io::Write;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    archive.start_file("20300217121500.export.CSV", options).unwrap();
    archive.write_all(event("1", "20300216", RUSSIA, CHINA, "043", "").as_bytes()).unwrap();
    let bytes = archive.finish().unwrap().into_inner();
    let (extracted, reading) = read(&bytes, "20300217121500.export.CSV.zip");
    assert_eq!(extracted.name, "20300217121500.export.CSV.zip#20300217121500.export.CSV");
    assert_eq!(reading.events.len(), 1);
}

#[test]
fn a_row_of_ten_megabytes_stands_alone_and_costs_no_other() {
    let long = event("2", "20300216", ["RUS", &"M".repeat(10 << 20), "RUS"], CHINA, "043", "");
    let rows =
        event("1", "20300216", RUSSIA, CHINA, "043", "") + &long + &event("3", "20300216", CHINA, RUSSIA, "043", "");
    let found = all(rows.as_bytes(), "20300217121500.export.CSV");
    let sizes: Vec<(String, usize)> =
        found.into_iter().map(|one| one.map(|one| (one.name, one.bytes.len() >> 20)).unwrap()).collect();
    let name = |number| format!("20300217121500.export.CSV#{number}");
    assert_eq!(sizes, [(name(1), 0), (name(2), 10), (name(3), 0)]);
}

#[test]
fn rows_in_another_encoding_are_said_and_lead_back_to_their_bytes() {
    let mut rows = event("1", "20300216", RUSSIA, CHINA, "043", "Zürich, Switzerland").into_bytes();
    rows.extend(event("2", "20300216", RUSSIA, CHINA, "043", "Z?rich, Switzerland").bytes().map(|byte| match byte {
        b'?' => 0xfc,
        byte => byte,
    }));
    let (extracted, reading) = read(&rows, "20300217121500.export.CSV");
    let places: Vec<&str> = reading.places.iter().map(|place| place.name.as_str()).collect();
    assert_eq!(places, ["Zürich"], "both are one place");
    assert!(!extracted.verbatim);
    assert_eq!(extracted.notes, ["1 of its rows are not in UTF-8: they were read in the encoding that they look like"]);
}

#[test]
fn what_only_looks_a_little_like_a_feed_is_none() {
    for text in ["1\t20300216\ta\tb\n", "Event ID\tEvent Date\nx\ty\n"] {
        assert_eq!(super::told(text.as_bytes(), "a.tsv"), None, "{text:?}");
    }
    assert_eq!(
        all(ICEWS.as_bytes(), "a.tab"),
        [Err("a.tab: there are no words in it: a table without rows".to_owned())]
    );
}

#[test]
fn a_thousand_broken_rows_are_counted_and_not_listed() {
    let mut rows: String = (0..1200).map(|id| event(&id.to_string(), "20300216", RUSSIA, CHINA, "043", "")).collect();
    rows.push_str(&"x\ty\n".repeat(700));
    let (_, reading) = read(rows.as_bytes(), "20300217121500.export.CSV");
    assert_eq!(reading.problems.len(), 51);
    assert_eq!(reading.problems[50].message, "650 more of this kind are not listed");
}

proptest::proptest! {
    #[test]
    fn whatever_stands_in_a_feed_is_kept_and_every_span_is_of_it(
        cells in proptest::collection::vec(proptest::collection::vec("[A-Z0-9é\t\"\u{0} -]{0,6}|[0-9]{3,8}", 14..18), 1..6),
    ) {
        let rows: String = cells.iter().map(|row| row.join("\t") + "\n").collect();
        for coding in super::Coding::ALL {
            let head = record::reading::Head {
                path: "x".into(), sha256: String::new(), title: None, outlet: None, date: None, language: None, text: None,
            };
            let reading = super::read(coding, &rows, head);
            for claim in &reading.claims {
                for span in claim.source.spans.iter().chain(&claim.cue.spans).chain(&claim.content.spans) {
                    proptest::prop_assert!(!span.of(&rows).is_empty());
                }
            }
            for problem in &reading.problems {
                proptest::prop_assert!(problem.span.is_none_or(|span| rows.get(span.start..span.end).is_some()));
            }
        }
    }
}
