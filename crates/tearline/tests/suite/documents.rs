//! What people have, read: `tearline read` over pages, mails, tables and archives, with the way back to where each word
//! stood.

use serde_json::Value;

use crate::desk::{Desk, Said};
use crate::formats::pdf;

const PAGE: &str = "<html lang=en><title>Port shut - Asher Courier</title><h1>Port shut</h1><p>16 February 2030</p><p>The \
                    ministry of Corvania said that the port was closed. Nobody knew why that was so, or for how long it would \
                    be.</p></html>";

fn records(said: &Said) -> Vec<Value> {
    said.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn names(said: &Said) -> Vec<String> {
    let name = |record: &Value| record["document"]["path"].as_str().unwrap().rsplit("HERE/").next().unwrap().to_owned();
    records(said).iter().map(name).collect()
}

/// The place of the first claim's content, by the map of the record.
fn place(record: &Value) -> Value {
    let start = record["claims"][0]["content"]["spans"][0][0].as_u64().unwrap();
    let passages = record["passages"]["passages"].as_array().unwrap();
    let holds = |passage: &&Value| {
        passage["text"][0].as_u64().unwrap() <= start && start < passage["text"][1].as_u64().unwrap()
    };
    passages.iter().find(holds).unwrap()["at"].clone()
}

#[test]
fn one_record_comes_of_each_document_in_the_order_of_names() {
    let mut desk = Desk::new();
    std::fs::create_dir_all(desk.path("in/deep")).unwrap();
    desk.write("in/a.html", PAGE);
    desk.write(
        "in/b.csv",
        "id,title,text\nq1,Quay,A minister denied that the quay was closed.\n,Crane,He said that cranes were due.\n",
    );
    desk.write("in/c.jsonl", "{\"text\":\"She said no.\"}\n{\"body\":\"He said yes.\",\"outlet\":\"Vessia Post\"}\n");
    desk.write("in/deep/d.txt", "They said so.");
    desk.write("in/e.bin", b"\x00\x01\x02");
    for jobs in ["1", "3"] {
        let said = desk.run(&["read", "--format", "jsonl", "--jobs", jobs, "@in"]);
        assert_eq!(
            names(&said),
            ["in/a.html", "in/b.csv#q1", "in/b.csv#2", "in/c.jsonl#1", "in/c.jsonl#2", "in/deep/d.txt"]
        );
        assert_eq!(said.code, 1);
        assert!(said.err.starts_with("error: HERE/in/e.bin: it is not text: "), "{}", said.err);
        let outlet = |at: usize| records(&said)[at]["document"]["outlet"].as_str().unwrap_or("none").to_owned();
        assert_eq!([outlet(0), outlet(4), outlet(5)], ["Asher Courier", "Vessia Post", "none"]);
    }
}

#[test]
fn every_span_leads_back_to_bytes_of_the_page() {
    let mut desk = Desk::new();
    desk.write("a.html", PAGE);
    let record = records(&desk.run(&["read", "--format", "jsonl", "@a.html"])).remove(0);
    assert_eq!(record["document"]["date"], "2030-02-16");
    let text = record["document"]["text"].as_str().unwrap();
    assert!(text.contains("The ministry of Corvania said that"), "{text}");
    let span = |value: &Value| value[0].as_u64().unwrap() as usize..value[1].as_u64().unwrap() as usize;
    for passage in record["passages"]["passages"].as_array().unwrap() {
        assert_eq!(PAGE[span(&passage["at"]["bytes"])], text[span(&passage["text"])]);
    }
    place(&record);
}

#[test]
fn every_span_leads_back_to_a_page_of_a_pdf_and_a_part_of_a_mail() {
    let mut desk = Desk::new();
    desk.write("b.pdf", pdf("A clerk said that the order had been signed."));
    desk.write(
        "c.eml",
        "From: Ann <ann@x.example>\nSubject: Ships\n\nThe captain said that three ships were waiting.\n",
    );
    let read = records(&desk.run(&["read", "--format", "jsonl", "@b.pdf", "@c.eml"]));
    let at = place(&read[0]);
    assert_eq!(at["page"]["page"], 1);
    let area: Vec<f64> = at["page"]["area"].as_array().unwrap().iter().map(|side| side.as_f64().unwrap()).collect();
    // Thirteen letters of Courier behind the margin, in the line that stands 700 points above the bottom.
    assert!((area[0] - 72.0 - 13.0 * 6.0).abs() < 1.0 && (80.0..100.0).contains(&area[1]), "{area:?}");
    let at = place(&read[1]);
    assert_eq!(read[1]["passages"]["parts"][at["part"]["part"].as_u64().unwrap() as usize], "1");
    assert!(at["part"]["bytes"].is_array());
}

#[test]
fn what_is_given_counts_for_more_than_what_is_stated() {
    let mut desk = Desk::new();
    desk.write("a.html", PAGE);
    let given = ["--date", "2030-03", "--outlet", "Harbour Herald", "--language", "fr"];
    let said = desk.run(&[&["read", "--format", "jsonl", "@a.html"][..], &given].concat());
    let head = records(&said).remove(0)["document"].clone();
    assert_eq!(
        (&head["date"], &head["outlet"], &head["language"]),
        (&"2030-03".into(), &"Harbour Herald".into(), &"fr".into())
    );
}

#[test]
fn json_is_one_value_whatever_is_in_the_file() {
    let mut desk = Desk::new();
    desk.write("one.html", PAGE);
    desk.write("some.jsonl", "{\"text\":\"She said no.\"}\n{\"text\":\"He said yes.\"}\n");
    desk.write("list.json", "[{\"text\":\"She said no.\"}]");
    let mut value =
        |name: &str| serde_json::from_str::<Value>(&desk.run(&["read", "--format", "json", name]).out).unwrap();
    assert!(value("@one.html").is_object(), "one document is its reading");
    assert_eq!(value("@some.jsonl").as_array().map(Vec::len), Some(2));
    assert_eq!(value("@list.json").as_array().map(Vec::len), Some(1), "a list stays one, however short");
}

#[test]
fn a_page_on_the_terminal_looks_as_a_text_does() {
    let mut desk = Desk::new();
    desk.write("a.html", PAGE);
    let said = desk.run(&["read", "@a.html"]);
    assert!(said.out.starts_with("Port shut  Asher Courier, 2030-02-16\n"), "{}", said.out);
    assert!(said.out.contains("The ministry of Corvania  said  says"), "{}", said.out);
}

#[test]
fn a_feed_of_events_is_read_by_the_row() {
    let mut desk = Desk::new();
    let mut cells = [""; 61];
    for (at, cell) in
        [(0, "9001"), (1, "20300216"), (5, "RUS"), (6, "MOSCOW"), (7, "RUS"), (15, "CHN"), (16, "CHINA"), (17, "CHN")]
    {
        cells[at] = cell;
    }
    (cells[26], cells[52], cells[59]) = ("1012", "Moscow, Moskva, Russia", "20300217121500");
    desk.write("20300217121500.export.CSV", format!("{}\n9002\tbroken\n", cells.join("\t")));
    let said = desk.run(&["read", "--format", "csv", "--table", "events", "@20300217121500.export.CSV"]);
    assert!(said.out.contains(",REQUEST,Russia,China,happened,2030-02-16,Moscow,"), "{}", said.out);
    let record = &records(&desk.run(&["read", "--format", "jsonl", "@20300217121500.export.CSV"]))[0];
    assert_eq!(record["document"]["outlet"], "GDELT 2");
    assert_eq!(record["problems"][0]["message"], "row 2 has 2 columns and not 61: it is kept and not read");
    desk.works(&["case", "new", "Will Corvania supply arms to Vessia?", "--marking", "TLP:GREEN"]);
    assert!(desk.works(&["collect", "@20300217121500.export.CSV"]).contains("1 added with 0 claims"));
    assert!(desk.works(&["collect", "@20300217121500.export.CSV"]).contains("there already"));
    assert!(desk.works(&["search", "--event", "REQUEST"]).contains("20300217121500.export.CSV"));
    assert!(desk.works(&["check", "--rebuild"]).contains("whole"));
}
