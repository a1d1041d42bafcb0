//! What a case in a file says, a case in PostgreSQL says too, to the byte.

use std::process::{Child, Command, Stdio};

use crate::desk::{Desk, Said};
use crate::noninterference::{build_in, forms, words_of};
use crate::server::Server;

/// What was said, whichever store it was said of. Hashes of entries cover the paths of this test's own folders.
fn plain(said: Said, store: &str) -> Said {
    let plain = |text: String| {
        let text = text.replace(store, "STORE");
        let words = text.split_inclusive(|sign: char| !sign.is_ascii_hexdigit());
        words.map(|word| if word.len() > 64 { "HASH" } else { word }).collect()
    };
    Said { out: plain(said.out), err: plain(said.err), code: said.code }
}

#[test]
fn both_stores_say_the_same() {
    let Some(server) = Server::start() else { return };
    let mut file = build_in("@c.tearline", true);
    let mut base = build_in(&server.database("house"), true);
    let words = words_of(&mut file, &mut base);
    let mut step = 2_000_000;
    let mut compare = |form: &[&str], viewer: &[&str], file: &mut Desk, base: &mut Desk| {
        step += 1;
        let said = |desk: &mut Desk, shown: &str| {
            let form: Vec<String> = form.iter().map(|arg| words.put_into(arg, desk)).collect();
            let form: Vec<&str> = form.iter().map(String::as_str).collect();
            plain(desk.case_step(step, &[viewer, &form].concat()), shown)
        };
        let (one, other) = (said(file, "HERE/c.tearline"), said(base, "postgres://tearline@localhost/house"));
        assert_eq!(one, other, "{viewer:?} {form:?}");
    };
    // As whoever holds the store, and as somebody who may see a part of it.
    for viewer in [&[][..], &["--view-as", "TLP:GREEN"]] {
        for form in forms() {
            compare(form, viewer, &mut file, &mut base);
        }
    }
    for desk in [&mut file, &mut base] {
        assert!(desk.works(&["check", "--rebuild"]).contains("makes every table as it is"));
    }
}

#[test]
fn a_case_goes_from_a_file_to_a_server_and_back() {
    let Some(server) = Server::start() else { return };
    let mut desk = build_in("@c.tearline", true);
    let whole = desk.works(&["log", "--format", "json"]);
    let (file, base) = (desk.place.clone(), server.database("moved"));
    desk.place = base.clone();
    assert!(desk.works(&["restore", "@c.tearline"]).ends_with("it is whole\n"));
    let again = desk.case(&["restore", "@c.tearline"]);
    assert_eq!(
        again.err,
        "error: there is something at postgres://tearline@localhost/moved already\n hint: choose another place: nothing is written over\n"
    );
    desk.place = format!("{base}{}", file.trim_start_matches("@c.tearline"));
    assert_eq!(desk.works(&["log", "--format", "json"]), whole);
    desk.place = base;
    desk.works(&["backup", "@back.tearline"]);
    desk.place = file.replace("c.tearline", "back.tearline");
    assert_eq!(desk.works(&["log", "--format", "json"]), whole);
    assert!(desk.works(&["check", "--rebuild"]).contains("makes every table as it is"));
}

#[test]
fn a_case_that_could_not_be_carried_over_leaves_nothing_in_the_way() {
    let Some(server) = Server::start() else { return };
    let mut desk = build_in("@c.tearline", true);
    desk.place = server.database("half");
    assert_eq!(desk.case(&["restore", "@none.tearline"]).code, 1);
    // An empty store whose tables refuse the fifth entry of the case, as a full disk would.
    desk.works(&["restore", "@c.tearline"]);
    let emptied = "SET search_path = tearline; DO $$ DECLARE t TEXT; BEGIN
        FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'tearline' AND tablename NOT LIKE '\\_sqlx%' AND tablename <> 'made'
        LOOP EXECUTE format('TRUNCATE tearline.%I', t); END LOOP; END $$;
        CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN IF NEW.seq = 5 THEN RAISE EXCEPTION 'no space'; END IF; RETURN NEW; END $$;
        CREATE TRIGGER full_disk BEFORE INSERT ON journal FOR EACH ROW EXECUTE FUNCTION full_disk()";
    server.ask("half", emptied).unwrap();
    let said = desk.case(&["restore", "@c.tearline"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("no space"), "{}", said.err);
    server.ask("half", "SET search_path = tearline; DROP TRIGGER full_disk ON journal").unwrap();
    assert_eq!(desk.works(&["case", "list", "--format", "jsonl"]), "", "no part of it is there");
    assert!(desk.works(&["restore", "@c.tearline"]).ends_with("it is whole\n"));
    assert_eq!(desk.listed(&["case", "list"]).len(), 3);
}

#[test]
fn tables_in_another_form_are_made_anew_when_a_store_is_opened() {
    let Some(server) = Server::start() else { return };
    let mut desk = build_in(&server.database("house"), true);
    let claims = desk.works(&["claims", "--format", "json"]);
    let older =
        "SET search_path = tearline; UPDATE made SET form = 0; TRUNCATE claim, indexed, review; DELETE FROM root";
    server.ask("house", older).unwrap();
    assert_eq!(desk.works(&["claims", "--format", "json"]), claims);
    assert!(desk.works(&["check", "--rebuild"]).contains("makes every table as it is"));
}

#[test]
fn words_in_the_index_of_a_server_that_its_texts_do_not_have_are_found() {
    let Some(server) = Server::start() else { return };
    let mut desk = build_in(&server.database("house"), true);
    let falsified = "SET search_path = tearline; UPDATE indexed SET words = $$'nothing':1$$ WHERE id = (SELECT min(id) FROM indexed)";
    server.ask("house", falsified).unwrap();
    let said = desk.case(&["check", "--rebuild"]);
    assert_eq!(said.code, 1);
    assert!(
        said.out.contains("the table indexed has 1 rows whose words are not as the journal makes them"),
        "{}",
        said.out
    );
}

#[test]
fn two_cases_that_collect_the_same_files_do_not_wait_for_each_other_for_ever() {
    let Some(server) = Server::start() else { return };
    let mut desk = Desk::new();
    let address = server.database("house");
    desk.place = address.clone();
    let mut cases = Vec::new();
    for question in ["Is it so?", "Is it not?"] {
        desk.works(&["case", "new", question]);
        cases = desk.listed(&["case", "list"]).iter().map(|case| case["id"].as_str().unwrap().to_owned()).collect();
    }
    for folder in ["a", "b"] {
        std::fs::create_dir(desk.path(folder)).unwrap();
        for number in 0..120 {
            desk.write(
                &format!("{folder}/{number}.txt"),
                format!("Official {number} of {folder} said that it had left."),
            );
        }
    }
    let orders = [["a", "b"], ["b", "a"]];
    let children: Vec<Child> = cases
        .iter()
        .zip(orders)
        .map(|(case, order)| {
            Command::new(env!("CARGO_BIN_EXE_tearline"))
                .args(["--case", &format!("{address}#{case}"), "--author", "ann", "collect"])
                .args(order.map(|folder| desk.path(folder)))
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap()
        })
        .collect();
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(String::from_utf8_lossy(&output.stdout).contains("240 added with "));
    }
}

/// What is searched for in both stores: each text with what finds it and what does not.
const NAMES: [(&str, &[&str], &[&str]); 6] = [
    (
        "Two F-16 jets of the U.S. met an S-300 near example.org on COVID-19 day.",
        &["F-16", "f 16", "U.S.", "\"S-300\"", "example.org", "COVID-19", "\"the U.S. met\" jets", "the"],
        &["F-35", "S-400", "\"16 of\""],
    ),
    (
        "Erdoğan said that A/B tests of Kalibr/Onyx grew by 5.5 per cent in Łódź.",
        &["Erdogan", "ERDOĞAN", "A/B", "Kalibr", "\"Kalibr Onyx\"", "5.5", "lodz", "test of cent"],
        &["5.6", "\"Onyx Kalibr\"", "tests -Erdogan"],
    ),
    (
        "Corvania will supply lethal aid: drones and no shells.",
        &["will", "\"lethal aid\" drones OR missiles -Iran", "lethal drones OR shells", "supplies aid"],
        &["lethal missiles OR mortars", "drones -shells", "\"lethal drones\""],
    ),
    (
        "Iran sends shells and lethal aid.",
        &["lethal drones OR shells", "missiles OR shells lethal", "\"lethal aid\""],
        &["\"lethal aid\" shells OR missiles -Iran", "lethal drones"],
    ),
    ("大使说，弹药已经交付。", &["弹药", "大使", "\"弹药已经\""], &["药弹", "导弹"]),
    ("It's the minister's: “No,” he said.", &["it's", "minister", "\"no he\""], &["\"he no\""]),
];

#[test]
fn what_is_looked_for_is_found_in_both_stores_alike() {
    let server = Server::start();
    let base = server.as_ref().map(|server| server.database("house"));
    for place in [Some("@c.tearline".to_owned()), base].into_iter().flatten() {
        let mut desk = Desk::new();
        desk.place = place;
        desk.works(&["case", "new", "Is it so?"]);
        for (number, (text, ..)) in NAMES.iter().enumerate() {
            desk.write(&format!("{number}.txt"), text);
            desk.works(&["collect", &format!("@{number}.txt")]);
        }
        for (number, (_, found, not)) in NAMES.iter().enumerate() {
            let name = format!("HERE/{number}.txt");
            let mut finds = |words: &str| {
                let shown = desk.listed(&["search", "--limit", "50", words]);
                shown.iter().any(|hit| hit["name"] == name.as_str())
            };
            for words in *found {
                assert!(finds(words), "{words} finds {name}");
            }
            for words in *not {
                assert!(!finds(words), "{words} does not find {name}");
            }
        }
        // Every facet that is counted is found by, whatever its token looks like.
        for row in desk.listed(&["search", "said", "OR", "will", "OR", "sends", "--counts"]) {
            let of = |name: &str| row[name].as_str().unwrap().to_owned();
            let option = format!("--{}", of("facet"));
            let found = desk.listed(&["search", "said", "OR", "will", "OR", "sends", &option, &of("value")]);
            assert_eq!(found.len() as u64, row["documents"].as_u64().unwrap(), "{row}");
        }
        assert!(desk.works(&["check", "--rebuild"]).contains("makes every table as it is"));
    }
}

#[test]
fn long_texts_are_found_by_what_stands_at_their_end() {
    let server = Server::start();
    let base = server.as_ref().map(|server| server.database("house"));
    for place in [Some("@c.tearline".to_owned()), base].into_iter().flatten() {
        let mut desk = Desk::new();
        desk.place = place;
        desk.works(&["case", "new", "Is it so?"]);
        let many: String = (0..20_000).map(|number| format!("w{number} ")).collect();
        desk.write("places.txt", format!("{many} the harbour master left. {}", "and so on ".repeat(300)));
        // Ideographs, of which no two neighbours are the same as others.
        let ideographs: String =
            (0..140_000_u32).flat_map(|number| char::from_u32(0x4e00 + number * 7_919 % 20_000)).collect();
        desk.write("long.txt", format!("{ideographs}。"));
        desk.write("short.txt", "A clerk said no.");
        let said = desk.case(&["collect", "@long.txt", "@places.txt", "@short.txt"]);
        assert!(said.out.contains("3 added with "), "{}{}", said.out, said.err);
        assert_eq!(desk.listed(&["search", "\"harbour master left\""]).len(), 1);
        assert_eq!(desk.listed(&["search", "\"master harbour\""]).len(), 0);
        assert_eq!(desk.listed(&["search", "\"so on and\" -\"harbour master\""]).len(), 0);
        assert_eq!(desk.listed(&["search", "harbour -\"left harbour\""]).len(), 1);
        assert!(desk.works(&["check", "--rebuild"]).contains("makes every table as it is"));
    }
}

#[test]
fn a_text_of_more_words_than_a_server_indexes_comes_in_and_says_so() {
    let Some(server) = Server::start() else { return };
    let mut desk = Desk::new();
    desk.place = server.database("house");
    desk.works(&["case", "new", "Is it so?"]);
    let rows: String = (0..160_000).map(|number| format!("{:x}q{number}\n", number * 7_919)).collect();
    desk.write("rows.txt", format!("The clerk wrote all down.\n{rows}"));
    desk.write("short.txt", "A clerk said no.");
    let said = desk.case(&["collect", "@rows.txt", "@short.txt"]);
    assert!(said.out.contains("2 added with "), "{}{}", said.out, said.err);
    assert!(
        said.err.contains("of its different words have no room in the index, and no search finds it by them"),
        "{}",
        said.err
    );
    assert_eq!(desk.listed(&["search", "clerk"]).len(), 2);
}

#[test]
fn a_server_that_does_not_answer_and_a_database_without_cases_are_named() {
    let mut desk = Desk::new();
    desk.place = "postgres://ann:secret@127.0.0.1:1/cases".to_owned();
    let said = desk.case(&["case", "list"]);
    assert_eq!(said.code, 1);
    assert!(said.err.starts_with("error: postgres://ann@127.0.0.1:1/cases cannot be reached: "), "{}", said.err);
    assert!(
        said.err.ends_with("hint: check the address, the name and the password, and that the server runs\n"),
        "{}",
        said.err
    );
    let Some(server) = Server::start() else { return };
    desk.place = server.database("bare");
    let said = desk.case(&["claims"]);
    assert!(
        said.err.starts_with("error: there is no case file at postgres://tearline@localhost/bare\n"),
        "{}",
        said.err
    );
}
