//! What an analyst does with a case: search it, correct what was read, say what has one origin, keep it safe.

use crate::desk::Desk;

const FIRST: &str = "The ministry said on Friday that no shells had been sent. An aide to Minister Jana Orlo said that wagons might leave.";
const SECOND: &str =
    "Orlo denied that shells had been sent to Vessia. Two railway workers said that eleven wagons had left the depot.";

fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.works(&["case", "new", "Will Corvania supply arms to Vessia?", "--marking", "TLP:GREEN"]);
    desk.write(
        "first.md",
        format!("---\ntitle: No shells, says ministry\noutlet: Asher Courier\ndate: 2030-02-16\n---\n\n{FIRST}\n"),
    );
    desk.write(
        "second.md",
        format!("---\ntitle: Wagons left\noutlet: Valley Record\ndate: 2030-02-18\n---\n\n{SECOND}\n"),
    );
    desk.works(&["collect", "@first.md", "@second.md"]);
    desk
}

/// The titles that a search finds, in order.
fn titles(desk: &mut Desk, search: &[&str]) -> Vec<String> {
    let found = desk.listed(&[&["search"][..], search].concat());
    found.iter().map(|hit| hit["title"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_search_finds_words_phrases_and_facets_whatever_their_endings() {
    let mut desk = desk();
    assert_eq!(titles(&mut desk, &["shell"]), ["No shells, says ministry", "Wagons left"], "the title counts most");
    assert_eq!(titles(&mut desk, &["eleven", "wagon"]), ["Wagons left"]);
    assert_eq!(titles(&mut desk, &["\"railway workers\" OR aide -Vessia"]), ["No shells, says ministry"]);
    assert_eq!(titles(&mut desk, &["--stance", "denies"]), ["Wagons left"]);
    assert_eq!(
        titles(&mut desk, &["shells", "--month", "2030-02", "--sort", "time"]),
        ["Wagons left", "No shells, says ministry"]
    );
    assert_eq!(titles(&mut desk, &["harvest"]), [""; 0]);
    let said = desk.works(&["search", "wagons", "left", "--counts"]);
    assert!(said.contains("Two railway workers said that eleven wagons had left the depot."), "{said}");
    assert!(said.contains("outlet: Valley Record 1"), "{said}");
    let place = desk.place.clone();
    desk.fails(
        &["--case", &place, "search"],
        2,
        "error: nothing is looked for\n hint: write words, or one of --stance, --actor, --event …",
    );
}

#[test]
fn the_newest_are_found_however_many_came_in_behind_them_and_what_is_left_out_is_said() {
    let mut desk = Desk::new();
    desk.works(&["case", "new", "Is it so?"]);
    let article = |number: usize| {
        let date = if number == 0 {
            "2030-02-18".to_owned()
        } else {
            format!("2029-{:02}-{:02}", number % 12 + 1, number % 28 + 1)
        };
        format!("{{\"title\":\"Report {number}\",\"date\":\"{date}\",\"text\":\"Clerk {number}.\"}}\n")
    };
    desk.write("all.jsonl", (0..620).map(article).collect::<String>());
    desk.works(&["collect", "@all.jsonl"]);
    let said = desk.case(&["search", "clerk", "--sort", "time", "--limit", "1", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(found[0]["title"], "Report 0", "it came in first and came out last");
    assert_eq!(
        said.err,
        "note: more than 500 documents have this, of which 500 were looked at; 1 are shown, and --limit shows more\n"
    );
    let said = desk.case(&["search", "clerk", "--counts", "--format", "csv"]);
    assert_eq!(said.err, "note: more than 500 documents have this, of which 500 were counted\n");
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!((lines[0], lines[lines.len() - 1]), ("facet,value,documents", "marking,TLP:AMBER+STRICT,500"));
    assert_eq!(desk.case(&["search", "\"clerk 5\"", "--format", "json"]).err, "");
}

#[test]
fn a_value_that_no_document_can_have_is_refused_with_those_that_it_can() {
    let mut desk = desk();
    let place = desk.place.clone();
    desk.fails(
        &["--case", &place, "search", "--stance", "denys"],
        1,
        "error: no stance is called \"denys\": says, asks, orders, hopes, doubts, denies, declines, evades\n hint: write one of these",
    );
    for (option, value) in [("--kind", "name"), ("--certainty", "sure"), ("--goods", "arms"), ("--event", "threaten")] {
        assert_eq!(desk.case(&["search", option, value]).code, 1);
    }
    assert_eq!(desk.case(&["search", "--actor", "nobody"]).code, 0);
}

#[test]
fn a_search_is_kept_under_its_name_once() {
    let mut desk = desk();
    desk.works(&["search", "shells", "--stance", "denies", "--save", "denials"]);
    assert_eq!(desk.works(&["search", "--list"]), "denials  shells --stance \"denies\"\n");
    assert!(desk.works(&["search", "--saved", "denials"]).contains("Wagons left"));
    let place = desk.place.clone();
    desk.fails(
        &["--case", &place, "search", "wagons", "--save", "denials"],
        1,
        "error: there is a search \"denials\" already\n hint: choose another name",
    );
}

#[test]
fn what_a_person_says_of_a_claim_stands_beside_what_was_read() {
    let mut desk = desk();
    let claim = desk.claims("wagons might leave").pop().unwrap();
    desk.works(&["claim", "edit", &claim, "--stance", "hopes", "--certainty", ".1-.3", "--why", "she wished it"]);
    let listed = desk.listed(&["claims", "--source", "aide"]);
    assert_eq!((&listed[0]["stance"], &listed[0]["stands"]["stance"]), (&"says".into(), &"hopes".into()));
    assert_eq!(listed[0]["reviews"][0]["why"], "she wished it");
    desk.works(&["claim", "reject", &claim, "--why", "a slip"]);
    assert!(desk.listed(&["claims", "--source", "aide"])[0]["stands"].is_null());
    desk.works(&["claim", "accept", &claim]);
    assert_eq!(desk.listed(&["claims", "--source", "aide"])[0]["stands"]["stance"], "hopes");
    let document = desk.listed(&["claims", "--source", "aide"])[0]["document"].as_str().unwrap()[..12].to_owned();
    let place = desk.place.clone();
    desk.fails(
        &["--case", &place, "claim", "add", &document, "--content", "shells were sent at night"],
        1,
        "error: the document does not hold the words of the content: \"shells were sent at night\"\n hint: give words as they stand in the document, to the letter",
    );
    let before = desk.listed(&["claims", "--source", "Jana Orlo"]).len();
    let said = desk.works(&[
        "claim",
        "add",
        &document,
        "--content",
        "wagons might leave",
        "--source",
        "Jana Orlo",
        "--why",
        "hers",
    ]);
    assert!(said.starts_with("added ") && said.ends_with(" Jana Orlo says: wagons might leave\n"), "{said}");
    assert_eq!(desk.listed(&["claims", "--source", "Jana Orlo"]).len(), before + 1);
    assert!(desk.works(&["check", "--rebuild"]).contains("makes every table as it is"));
}

#[test]
fn documents_of_one_origin_are_found_cut_and_joined() {
    let mut desk = desk();
    desk.write(
        "copy.md",
        format!("---\noutlet: Harbour Herald\ndate: 2030-02-19\n---\n\nHARBOUR (AP) \u{2014} {SECOND}\n"),
    );
    desk.works(&["collect", "@copy.md"]);
    let roots = desk.listed(&["roots"]);
    assert_eq!(roots.len(), 1);
    assert_eq!(roots[0]["edges"][0]["kind"], "reprints");
    let sha = |at: usize| roots[0]["documents"][at]["sha256"].as_str().unwrap()[..12].to_owned();
    let place = desk.place.clone();
    desk.fails(
        &["--case", &place, "link", "cut", &sha(0), &sha(0), "--why", "one"],
        1,
        &format!("error: {} is named twice, and is one with itself\n hint: name two of them", sha(0)),
    );
    desk.works(&["link", "cut", &sha(0), &sha(1), "--why", "two reporters in one room"]);
    assert_eq!(desk.works(&["roots"]), "3 roots of 3 documents\n");
    desk.works(&["link", "join", &sha(1), &sha(0), "--why", "they were not"]);
    assert!(desk.works(&["roots"]).contains("joined by ann: they were not"));
}

#[test]
fn what_hangs_together_loosely_is_told_to_programs_too() {
    let mut desk = desk();
    desk.write("copy.md", format!("---\noutlet: Harbour Herald\ndate: 2030-02-19\n---\n\n{SECOND}\n"));
    desk.works(&["collect", "@copy.md"]);
    let roots = desk.listed(&["roots"]);
    let sha = |at: usize| roots[0]["documents"][at]["sha256"].as_str().unwrap()[..12].to_owned();
    desk.works(&["link", "cut", &sha(0), &sha(1), "--why", "two rooms"]);
    let all = desk.listed(&["roots", "--all"]);
    assert_eq!(all.iter().filter(|root| root["one"] == true).count(), 3);
    let loose = all.iter().find(|root| root["one"] == false).unwrap();
    assert_eq!(loose["documents"].as_array().unwrap().len(), 2);
    assert!(loose["edges"][0]["why"].as_str().unwrap().ends_with("; cut by ann: two rooms"), "{loose}");
}

#[test]
fn the_same_file_under_two_labels_says_what_it_says_once() {
    let mut desk = desk();
    let roots = desk.listed(&["roots", "--claims", "--all"]);
    desk.works(&["collect", "@first.md", "--marking", "TLP:RED"]);
    assert_eq!(desk.listed(&["roots", "--claims", "--all"]), roots);
}

#[test]
fn owners_and_guard_are_shown_wherever_a_document_is() {
    let mut desk = desk();
    assert!(!desk.works(&["case", "show"]).contains("owners"));
    desk.write("red.txt", "A dispatcher said that the order had been signed.");
    desk.works(&["collect", "@red.txt", "--owner", "Station East", "--protection", "sensitive"]);
    for args in [&["case", "show"][..], &["claims"], &["log"]] {
        let said = desk.works(args);
        assert!(said.contains("owners") && said.contains("sensitive"), "{args:?}: {said}");
    }
    let owners = serde_json::json!(["Station East"]);
    let shown = |row: &&serde_json::Value| row["owners"] == owners && row["protection"] == "sensitive";
    for args in [&["claims"][..], &["log"]] {
        assert_eq!(desk.listed(args).iter().filter(shown).count(), 1, "{args:?}");
    }
    let export = desk.works(&["export"]);
    let lines: Vec<serde_json::Value> = export.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.iter().filter(shown).count(), 2, "the document and its claim");
}

#[test]
fn a_file_that_no_reader_understands_is_kept_and_tried_again() {
    let mut desk = desk();
    desk.write("broken.pdf", "%PDF-1.4 and no more");
    let said = desk.case(&["collect", "@broken.pdf"]);
    assert_eq!(said.code, 1);
    assert!(said.out.ends_with("0 added with 0 claims, 0 already there, 1 not read, 1 set aside\n"), "{}", said.out);
    let listed = desk.listed(&["collect", "--problems"]);
    assert_eq!(listed[0]["name"], "HERE/broken.pdf");
    assert_eq!(listed[0]["size"], 20);
    assert!(listed[0]["reason"].as_str().unwrap().starts_with("it cannot be read as a PDF: "), "{listed:?}");
    assert_eq!(desk.case(&["collect", "--retry"]).code, 1, "readers have not become better");
    // The same again is kept once; a key is never kept.
    desk.case(&["collect", "@broken.pdf"]);
    desk.run(&["key", "new", "@signing.key"]);
    assert_eq!(desk.case(&["collect", "@signing.key"]).code, 1);
    assert_eq!(desk.listed(&["collect", "--problems"]).len(), 1);
    assert!(desk.works(&["check", "--rebuild"]).contains("makes every table as it is"));
}

#[test]
fn a_copy_is_whole_and_makes_the_case_again() {
    let mut desk = desk();
    assert!(desk.works(&["backup", "@copy.tearline"]).ends_with("HERE/copy.tearline, which is whole\n"));
    let place = desk.place.clone();
    desk.fails(
        &["--case", &place, "backup", "@copy.tearline"],
        1,
        "error: there is something at HERE/copy.tearline already\n hint: choose another place: nothing is written over",
    );
    let (claims, log) = (desk.works(&["claims", "--format", "json"]), desk.works(&["log"]));
    desk.place = "@again.tearline".to_owned();
    desk.fails(
        &["--case", "@again.tearline", "restore", "@nowhere.tearline"],
        1,
        "error: HERE/nowhere.tearline: there is no such file or folder\n hint: check the spelling of the path",
    );
    desk.works(&["restore", "@copy.tearline"]);
    assert_eq!((desk.works(&["claims", "--format", "json"]), desk.works(&["log"])), (claims, log));
    desk.write("text.tearline", "no case at all");
    desk.place = "@other.tearline".to_owned();
    assert!(desk.case(&["restore", "@text.tearline"]).err.contains("is not a Tearline case file"));
}

#[test]
fn a_journal_that_was_written_anew_is_found_by_a_checkpoint() {
    let mut desk = desk();
    desk.run(&["key", "new", "@signing.key"]);
    desk.run(&["key", "new", "@other.key"]);
    desk.works(&["checkpoint", "@monday.checkpoint", "--key", "@signing.key"]);
    let against = ["check", "--checkpoint", "@monday.checkpoint", "--key", "@signing.key.pub"];
    desk.works(&["hypothesis", "add", "arms", "It sends arms", "--prior", ".3"]);
    desk.works(&against);
    // Another store, whose chain holds by itself.
    let mut other = Desk::new();
    other.works(&["case", "new", "Another question?"]);
    for name in ["monday.checkpoint", "signing.key.pub"] {
        std::fs::copy(desk.path(name), other.path(name)).unwrap();
    }
    let said = other.case(&against);
    assert_eq!(said.code, 1);
    assert!(said.out.contains("which the checkpoint names, is not there"), "{}", said.out);
    let said = desk.case(&["check", "--checkpoint", "@monday.checkpoint", "--key", "@other.key.pub"]);
    assert!(said.err.starts_with("error: the checkpoint cannot be used: it is signed by the key "), "{}", said.err);
    let text = std::fs::read_to_string(desk.path("monday.checkpoint")).unwrap();
    desk.write("monday.checkpoint", text.replace(" 3 ", " 2 "));
    assert_eq!(
        desk.case(&against).err,
        "error: the checkpoint cannot be used: its signature does not hold: it was altered, or another key signed it\n hint: `tearline checkpoint` makes one; --key takes the .pub of the key that signed it\n"
    );
}

#[test]
fn the_journal_says_who_changed_what_and_why() {
    let mut desk = desk();
    let claim = desk.claims("wagons might leave").pop().unwrap();
    desk.works(&["--author", "ben", "claim", "reject", &claim, "--why", "a slip"]);
    let said = desk.works(&["log", "--last", "1"]);
    let row = said.lines().nth(1).unwrap();
    assert!(
        row.contains("ben") && row.contains(&format!("rejected the claim {claim}")) && row.contains("a slip"),
        "{said}"
    );
    assert_eq!(desk.listed(&["log"]).len(), 4);
    let seen = desk.listed(&["--view-as", "TLP:GREEN", "log"]);
    assert!(seen.iter().all(|row| row.get("hash").is_none()), "a hash tells of the entries before it");
}

#[test]
fn everything_that_may_be_seen_is_written_for_other_programs() {
    let mut desk = desk();
    desk.write("red.txt", "A dispatcher said that the order had been signed.");
    desk.works(&["collect", "@red.txt", "--marking", "TLP:RED"]);
    let kinds = |desk: &mut Desk, view: &[&str]| -> Vec<String> {
        let out = desk.works(&[view, &["export"]].concat());
        let kind =
            |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap()["kind"].as_str().unwrap().to_owned();
        out.lines().map(kind).collect()
    };
    let (all, green) = (kinds(&mut desk, &[]), kinds(&mut desk, &["--view-as", "TLP:GREEN"]));
    let documents = |kinds: &[String]| kinds.iter().filter(|kind| *kind == "document").count();
    assert_eq!((documents(&all), documents(&green)), (3, 2));
    desk.works(&["actor", "part", "Jana Orlo", "Vessia", "--why", "two"]);
    desk.works(&["search", "shells", "--save", "shells"]);
    desk.works(&["source", "add", "Courier"]);
    desk.works(&["collect", "@red.txt", "--marking", "TLP:AMBER", "--source", "Courier"]);
    let kinds = kinds(&mut desk, &[]);
    assert!(kinds.contains(&"actor-link".to_owned()) && kinds.contains(&"search".to_owned()), "{kinds:?}");
    assert!(desk.works(&["export"]).lines().any(|line| line.contains("\"source\":\"") && line.contains("\"text\":")));
    assert!(desk.works(&["export", "--out", "@all.jsonl"]).contains(" lines to HERE/all.jsonl"));
}

const GERMAN: &str = "Der Hafen von Vessia bleibt bis Ende April geschlossen. Elf Waggons mit Kisten haben das Depot am Freitag verlassen, sagte \
    Ministerin Jana Orlo. Sie wisse nicht, was darin sei.\n";
const ENGLISH: &str = "The port of Vessia stays shut until the end of April. Eleven wagons with crates left the depot on Friday, Minister Jana \
    Orlo said. She does not know what is in them.\n";

#[test]
fn a_claim_of_a_translation_shows_the_words_that_it_stands_for() {
    let mut desk = Desk::new();
    desk.works(&["case", "new", "Will Corvania supply arms to Vessia?", "--marking", "TLP:GREEN"]);
    desk.write("hafen.txt", GERMAN);
    desk.write("port.txt", ENGLISH);
    desk.works(&["collect", "@hafen.txt", "--language", "de", "--outlet", "Hafenbote", "--marking", "TLP:AMBER"]);
    let sha = desk.listed(&["roots", "--all"])[0]["documents"][0]["sha256"].as_str().unwrap().to_owned();
    let said = desk.works(&["collect", "@port.txt", "--translation-of", &sha[..8], "--translator", "Ann Vale"]);
    assert!(said.contains("(2 claims), TLP:AMBER as its original"), "{said}");

    let claims = desk.listed(&["claims", "--source", "Orlo"]);
    let original = &claims[0]["original"];
    assert_eq!(original["document"], sha.as_str());
    let words = "Elf Waggons mit Kisten haben das Depot am Freitag verlassen, sagte Ministerin Jana Orlo.";
    assert_eq!(original["text"], words);
    let start = GERMAN.find(words).unwrap();
    assert_eq!(original["spans"], serde_json::json!([[start, start + words.len()]]));
    let text = desk.works(&["claims", "--source", "Orlo"]);
    assert!(text.lines().any(|line| line.contains("Elf Waggons")), "{text}");

    let roots = desk.listed(&["roots"]);
    assert_eq!(roots[0]["documents"].as_array().unwrap().len(), 2, "it is an echo");
    assert!(roots[0]["edges"][0]["why"].as_str().unwrap().ends_with("hafen.txt by Ann Vale"), "{roots:?}");
    assert!(desk.works(&["check", "--rebuild"]).contains("whole"));

    // The same again is no change; what is there without its original does not get one in silence.
    let again = desk.works(&["collect", "@port.txt", "--translation-of", &sha[..8]]);
    assert!(again.contains("1 already there"), "{again}");
    desk.write("late.txt", "The port was shut, she said.");
    desk.works(&["collect", "@late.txt", "--marking", "TLP:AMBER"]);
    let said = desk.case(&["collect", "@late.txt", "--translation-of", &sha[..8]]);
    let words = format!(
        "error: HERE/late.txt: it is in the case already, and not as a translation of {}\n hint: `link join` says that two documents \
         have one origin\n",
        &sha[..12]
    );
    assert_eq!((said.code, said.err), (1, words));

    // Whoever may not see the original sees nothing of the translation either.
    assert!(desk.listed(&["--view-as", "TLP:GREEN", "claims"]).is_empty());
    let place = desk.place.clone();
    desk.fails(
        &["--case", &place, "--view-as", "TLP:GREEN", "collect", "@port.txt", "--translation-of", &sha[..8]],
        1,
        &format!(
            "error: there is no document {:?}\n hint: `case show` lists them; the first four digits or more will do",
            &sha[..8]
        ),
    );
    desk.fails(
        &["--case", &place, "collect", "@hafen.txt", "--translation-of", &sha[..8]],
        1,
        &format!(
            "error: HERE/hafen.txt: {} is the original itself, and no translation of it\n hint: give the file of the translation",
            &sha[..12]
        ),
    );
    desk.fails(
        &["--case", &place, "collect", "@hafen.txt", "@port.txt", "--translation-of", &sha[..8]],
        2,
        "error: a translation is one document, and several were named\n hint: collect each translation with its own original",
    );
}

#[test]
fn a_document_comes_in_no_lower_than_it_says_of_itself() {
    let mut desk = Desk::new();
    desk.works(&["case", "new", "Will Corvania supply arms to Vessia?", "--marking", "TLP:GREEN"]);
    let report = |number: u8, marking: &str| {
        format!(
            r#"{{"type":"report","id":"report--{number}","name":"R{number}","description":"A clerk said that crates had left.","object_marking_refs":["marking-definition--{marking}"]}}"#
        )
    };
    let (clear, amber, own) = (
        "94868c89-83c2-464b-929b-a1a8aa3c8487",
        "55d920b0-5e8b-4f79-9ee9-91f868d9b421",
        "0b1e5b1c-0000-4000-8000-00000000000a",
    );
    let objects = [report(1, clear), report(2, amber), report(3, own)].join(",");
    desk.write("bundle.json", format!(r#"{{"type":"bundle","id":"bundle--1","objects":[{objects}]}}"#));
    let said = desk.case(&["collect", "@bundle.json", "--marking", "TLP:CLEAR"]);
    assert_eq!(said.code, 0, "a marking was said for what is not known: {}", said.err);
    assert!(said.out.contains("bundle.json#report--1 (1 claim)\n"), "{}", said.out);
    assert!(said.out.contains("bundle.json#report--2 (1 claim), TLP:AMBER as it says of itself\n"), "{}", said.out);
    assert!(said.err.contains("its marking is not known: marking-definition--0b1e5b1c"), "{}", said.err);

    let mut desk = Desk::new();
    desk.works(&["case", "new", "Will Corvania supply arms to Vessia?", "--marking", "TLP:GREEN"]);
    desk.write("bundle.json", format!(r#"{{"type":"bundle","id":"bundle--1","objects":[{objects}]}}"#));
    let said = desk.case(&["collect", "@bundle.json"]);
    assert_eq!(said.code, 1);
    assert!(
        said.err.contains(&format!(
            "error: HERE/bundle.json#report--3: its marking is not known: marking-definition--{own} is not in the bundle\n hint: say \
             --marking to take it in as what you know it to be; nothing of it was kept\n"
        )),
        "{}",
        said.err
    );
    assert!(said.out.ends_with("2 added with 2 claims, 0 already there, 1 not read\n"), "{}", said.out);
    // What is there at GREEN is one report; the other may be seen with AMBER.
    assert_eq!(desk.listed(&["--view-as", "TLP:GREEN", "claims"]).len(), 1);
    assert_eq!(desk.listed(&["--view-as", "TLP:AMBER", "claims"]).len(), 2);
    let said = desk.case(&["collect", "@bundle.json"]);
    assert!(said.out.contains("0 added"), "the same again is no change: {}", said.out);
    // Somebody cleared for less takes in what they can see, and learns why the rest is not taken.
    let said = desk.case(&["--view-as", "TLP:GREEN", "collect", "@bundle.json"]);
    assert!(
        said.err.contains("bundle.json#report--2: ann could not see what is marked TLP:AMBER and guarded so"),
        "{}",
        said.err
    );
}

#[test]
fn what_cannot_be_read_is_set_aside_no_lower_than_it_says_of_itself() {
    let mut desk = Desk::new();
    desk.works(&["case", "new", "Will Corvania supply arms to Vessia?", "--marking", "TLP:GREEN"]);
    let report = |marking: &str| {
        format!(
            r#"{{"type":"report","id":"report--1","name":"R","object_marking_refs":["marking-definition--{marking}"]"#
        )
    };
    // Both break off, in a word and in an id that nobody knows.
    desk.write(
        "red.json",
        format!(r#"{{"type":"bundle","objects":[{}"#, report("5e57c739-391a-4eb3-b6be-7d15ca92d5ed")),
    );
    desk.write(
        "own.json",
        format!(r#"{{"type":"bundle","objects":[{}"#, report("0b1e5b1c-0000-4000-8000-00000000000a")),
    );
    let said = desk.case(&["collect", "@red.json", "@own.json"]);
    assert!(said.out.ends_with("2 not read, 1 set aside\n"), "{}{}", said.out, said.err);
    let listed = |desk: &mut Desk, viewer: &str| desk.listed(&["--view-as", viewer, "collect", "--problems"]);
    assert!(listed(&mut desk, "TLP:AMBER").is_empty());
    let kept = listed(&mut desk, "TLP:RED");
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0]["marking"], "TLP:RED");
    assert!(kept[0]["name"].as_str().unwrap().ends_with("red.json"));
}
