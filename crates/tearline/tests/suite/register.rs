//! The house register: sources with their grades, what of them is sealed and can be erased, warnings, earlier releases.

use crate::desk::Desk;

/// Words that only somebody with the key may read.
const IDENTITY: &str = "The second secretary at the depot, met twice a year";
const MATERIAL: &str = "They load the wagons on Thursday, and he has seen the list.";

fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.works(&["case", "new", "Will Corvania supply arms to Vessia?", "--marking", "TLP:AMBER"]);
    desk
}

/// A protected source whose identity and material are sealed.
fn sealed() -> Desk {
    let mut desk = desk();
    desk.write("who.txt", IDENTITY);
    desk.write("wagons.txt", MATERIAL);
    let said = desk.works(&[
        "source",
        "add",
        "HERON",
        "--protection",
        "protected",
        "--owner",
        "Station East",
        "--marking",
        "TLP:AMBER",
        "--new-key",
        "@heron.key",
        "--identity",
        "@who.txt",
    ]);
    assert!(
        said.ends_with(
            " HERON\nHERE/heron.key is its key: whoever has it can read what is sealed, and without it nobody can\n"
        ),
        "{said}"
    );
    assert_eq!(
        desk.works(&["source", "seal", "HERON", "@wagons.txt"]),
        "sealed HERE/wagons.txt with the key of HERON\n"
    );
    desk
}

/// Whether any file of the folder, or any that the store holds, has these words.
fn anywhere(desk: &Desk, words: &str) -> Vec<String> {
    let files = std::fs::read_dir(desk.path(".")).unwrap().map(|entry| entry.unwrap().path());
    let holds = |path: &std::path::PathBuf| {
        std::fs::read(path).unwrap_or_default().windows(words.len()).any(|window| window == words.as_bytes())
    };
    let mut found: Vec<String> =
        files.filter(holds).map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    found.sort();
    found
}

#[test]
fn letter_and_figure_stand_beside_a_claim_and_each_grade_keeps_its_reason() {
    let mut desk = desk();
    desk.write("note.txt", "Valley Record said that eleven wagons had left. An aide said that none had.");
    desk.works(&["collect", "@note.txt"]);
    desk.works(&["source", "add", "Valley Record", "--kind", "organisation", "--marking", "TLP:CLEAR"]);
    desk.works(&["source", "grade", "valley record", "C", "--why", "one correction in spring"]);
    desk.works(&["source", "grade", "valley record", "B", "--why", "none since"]);
    let claim = desk.claims("eleven wagons").pop().unwrap();
    let said = desk.works(&["claim", "rate", &claim, "3", "--why", "nobody else says so"]);
    assert!(said.starts_with(&format!("rated 3 (possibly true) {claim} Valley Record says: ")), "{said}");

    let listed = desk.listed(&["claims", "--source", "valley"]);
    assert_eq!(listed[0]["registered"]["reliability"], "B");
    assert_eq!(
        (&listed[0]["ratings"][0]["credibility"], &listed[0]["ratings"][0]["why"]),
        (&3.into(), &"nobody else says so".into())
    );
    let said = desk.works(&["claims"]);
    assert!(said.lines().next().unwrap().contains("grade") && said.contains("  B3  "), "{said}");
    assert!(desk.listed(&["claims", "--source", "aide"])[0]["registered"].is_null(), "nobody entered the aide");

    let said = desk.works(&["source", "show", "Valley Record"]);
    assert!(
        said.contains(
            "grade     B\n  2030-02-18 C by ann: one correction in spring\n  2030-02-18 B by ann: none since\n"
        ),
        "{said}"
    );
    let place = desk.place.clone();
    for (figure, why) in [("7", "x"), ("B", "x")] {
        let said = desk.run(&["--case", &place, "claim", "rate", &claim, figure, "--why", why]);
        assert_eq!(said.code, 2);
        assert!(said.err.contains("is not a credibility: 1 (confirmed by other sources) to 5"), "{}", said.err);
    }
    desk.fails(
        &["--case", &place, "source", "grade", "Valley Record", "A", "--why", " "],
        1,
        "error: the reason is empty\n hint: give it at least one word",
    );
    desk.fails(
        &["--case", &place, "source", "add", "VALLEY RECORD"],
        1,
        "error: there is a source \"VALLEY RECORD\" already\n hint: choose another name",
    );
    assert!(desk.works(&["check", "--rebuild"]).contains("makes every table as it is"));
}

#[test]
fn who_a_protected_source_is_can_be_read_with_its_key_and_stands_nowhere_else() {
    let mut desk = sealed();
    assert_eq!(desk.works(&["source", "open", "HERON", "--key", "@heron.key"]), format!("{IDENTITY}\n"));
    desk.works(&["source", "open", "HERON", "--key", "@heron.key", "--out", "@material"]);
    assert_eq!(std::fs::read_to_string(desk.path("material/001-wagons.txt")).unwrap(), MATERIAL);
    desk.works(&["backup", "@copy.tearline"]);
    for words in [IDENTITY, MATERIAL, "who.txt", "wagons.txt"] {
        let own = ["who.txt", "wagons.txt"];
        let found = anywhere(&desk, words);
        assert!(found.iter().all(|file| own.contains(&file.as_str())), "{words} stands in {found:?}");
    }
    for command in [&["log", "--register"][..], &["search", "depot"], &["export"], &["source", "show", "HERON"]] {
        let said = desk.works(command);
        assert!(!said.contains("secretary") && !said.contains("wagons"), "{command:?}: {said}");
    }
    // Somebody cleared for the marking, who is no owner.
    let said = desk.case(&["--view-as", "TLP:RED", "sources"]);
    assert!(said.out.ends_with("0 sources\n"), "{}", said.out);
}

#[test]
fn destroying_the_key_erases_in_every_copy_and_everything_still_verifies() {
    let mut desk = sealed();
    desk.works(&["backup", "@copy.tearline"]);
    desk.write("other.key", "not a key");
    let place = desk.place.clone();
    desk.fails(
        &["--case", &place, "source", "erase", "HERON", "--key", "@other.key", "--why", "asked for it"],
        1,
        "error: this is no key of a source: a line of it begins with AGE-SECRET-KEY-1\n hint: give the file that `source add --new-key` made for this very source",
    );
    assert_eq!(
        desk.works(&["source", "erase", "HERON", "--key", "@heron.key", "--why", "asked for it"]),
        "erased what was sealed of HERON\n"
    );
    assert!(!desk.path("heron.key").exists());
    assert!(desk.works(&["source", "show", "HERON"]).contains("sealed    2, erased"));
    desk.fails(
        &["--case", &place, "source", "seal", "HERON", "@wagons.txt"],
        1,
        "error: the key of the source \"HERON\" was destroyed, and nothing that was sealed with it can be read\n hint: what was sealed is gone for good; enter another source for what comes now",
    );
    assert!(desk.works(&["check", "--rebuild"]).contains("makes every table as it is"));
    desk.place = "@copy.tearline".to_owned();
    assert!(desk.works(&["check", "--rebuild"]).contains("makes every table as it is"));
}

#[test]
fn a_guarded_source_needs_an_owner_and_a_protected_one_a_key() {
    let mut desk = desk();
    let place = desk.place.clone();
    desk.fails(
        &["--case", &place, "source", "add", "HERON", "--protection", "protected", "--new-key", "@heron.key"],
        1,
        "error: the source \"HERON\" is guarded and has no owner\n hint: write --owner NAME: whose word can be asked for",
    );
    assert!(!desk.path("heron.key").exists(), "a key with which nothing is sealed is not left behind");
    desk.fails(
        &["--case", &place, "source", "add", "HERON", "--protection", "protected", "--owner", "Station East"],
        1,
        "error: the source \"HERON\" has no key\n hint: write --new-key FILE to make one, or --recipient age1… of one that is there",
    );
    desk.fails(
        &["--case", &place, "source", "add", "HERON", "--recipient", "age1nothing"],
        1,
        "error: this is no public part of a key of a source, which begins with age1\n hint: `# public key:` in the file of the key says it; what begins with AGE-SECRET-KEY- is the secret part",
    );
}

#[test]
fn a_source_has_a_key_of_its_own_so_that_erasing_one_erases_no_other() {
    let mut desk = sealed();
    let key = desk.listed(&["sources"])[0]["recipient"].as_str().unwrap().to_owned();
    let heron = ["source", "add", "EGRET", "--protection", "protected", "--owner", "Station West", "--recipient", &key];
    let said = desk.case(&heron);
    assert_eq!(said.code, 1);
    assert_eq!(
        said.err,
        "error: this key is another source's, or was until that was erased; a source has a key of its own\n \
         hint: leave --recipient out and write --new-key FILE\n"
    );
    desk.works(&["source", "erase", "HERON", "--key", "@heron.key", "--why", "asked for"]);
    assert!(
        desk.case(&heron).err.contains("this key is another source's"),
        "nothing is sealed with a key that is no more"
    );
}

#[test]
fn what_comes_from_a_guarded_source_is_guarded_as_it_is() {
    let mut desk = sealed();
    desk.write("report.txt", "A source said that the list had been seen.");
    desk.works(&["collect", "@report.txt", "--source", "heron"]);
    assert_eq!(desk.claims("the list had been seen").len(), 1);
    assert!(desk.listed(&["search", "list"]).is_empty(), "nothing of a protected source is found by words");
    assert!(desk.case(&["--view-as", "TLP:RED", "claims"]).out.ends_with("0 claims\n"));
}

#[test]
fn a_warning_keeps_its_words_and_what_came_back() {
    let mut desk = desk();
    let said = desk.works(&[
        "warning",
        "add",
        "--by",
        "the foreign minister",
        "--to",
        "her counterpart",
        "--date",
        "2030-02-18",
        "--at",
        "Munich",
        "--words",
        "Lethal aid would have consequences.",
        "--partner",
        "DEU",
        "--marking",
        "TLP:AMBER",
    ]);
    let id = said.split(' ').nth(1).unwrap().to_owned();
    assert!(desk.works(&["warnings"]).contains("no answer is entered"));
    desk.works(&["warning", "answer", &id, "--words", "Nothing of the kind is planned.", "--date", "2030-02-19"]);
    insta::assert_snapshot!(desk.works(&["warnings"]).replace(&id, "ID"));
    let listed = desk.listed(&["warnings"]);
    assert_eq!(listed[0]["partners"][0], "DEU");
    assert_eq!(listed[0]["answers"][0]["date"], "2030-02-19");
}

#[test]
fn what_was_said_in_public_before_is_entered_once() {
    let mut desk = desk();
    desk.write("statement.md", "---\ntitle: On the depot\ndate: 2030-01-04\n---\n\nNo wagon has left the depot.\n");
    desk.write("undated.txt", "No wagon has left the depot.");
    let said = desk.works(&["release", "add", "@statement.md", "--by", "the ministry"]);
    assert!(said.ends_with(" 2030-01-04: On the depot\n"), "{said}");
    assert_eq!(
        desk.works(&["release", "add", "@statement.md", "--by", "the ministry"]),
        "there already HERE/statement.md\n"
    );
    let said = desk.case(&["release", "add", "@undated.txt", "--by", "the ministry"]);
    assert_eq!(
        (said.code, said.err.as_str()),
        (1, "error: HERE/undated.txt does not say when it was released\n hint: write --date 2023-02-18\n")
    );
    assert_eq!(desk.listed(&["releases"]).len(), 1);
    assert!(desk.works(&["check", "--rebuild"]).contains("makes every table as it is"));
}

/// What a viewer other than the holder says or is told.
fn as_viewer(desk: &mut Desk, name: &str, clearance: &str, args: &[&str]) -> crate::desk::Said {
    desk.case(&[&["--author", name, "--view-as", clearance][..], args].concat())
}

#[test]
fn nobody_catches_what_is_meant_for_another_source_by_a_name() {
    let mut desk = desk();
    desk.write("who.txt", IDENTITY);
    desk.works(&[
        "source",
        "add",
        "CROW",
        "--marking",
        "TLP:GREEN",
        "--owner",
        "ann",
        "--protection",
        "sensitive",
        "--new-key",
        "@crow.key",
    ]);
    let id = desk.listed(&["sources"])[0]["id"].as_str().unwrap().to_owned();
    for name in [&id[..8], &id] {
        let said = as_viewer(&mut desk, "zed", "TLP:GREEN", &["source", "add", name, "--marking", "TLP:GREEN"]);
        assert_eq!(said.code, 0, "{}", said.err);
    }
    for name in [&id[..8], &id] {
        let said = desk.works(&["source", "seal", name, "@who.txt"]);
        assert_eq!(said, "sealed HERE/who.txt with the key of CROW\n");
    }
}

#[test]
fn only_its_owners_and_the_holder_change_a_source_that_is_owned() {
    let mut desk = desk();
    desk.works(&[
        "source",
        "add",
        "CROW",
        "--marking",
        "TLP:GREEN",
        "--owner",
        "ann",
        "--protection",
        "sensitive",
        "--new-key",
        "@crow.key",
    ]);
    for change in [
        &["source", "edit", "CROW", "--protection", "open", "--why", "x"][..],
        &["source", "edit", "CROW", "--owner", "zed", "--why", "x"],
        &["source", "edit", "CROW", "--bias", "x"],
        &["source", "grade", "CROW", "E", "--why", "x"],
        &["source", "erase", "CROW", "--destroyed", "--why", "x"],
    ] {
        let said = as_viewer(&mut desk, "zed", "TLP:GREEN", change);
        assert_eq!(
            said.err,
            "error: the source \"CROW\" is not yours to change so\n hint: ask one of its owners, whom `source show` names, or whoever holds the store\n",
            "{change:?}"
        );
    }
    let said = as_viewer(&mut desk, "ann", "TLP:GREEN", &["source", "grade", "CROW", "B", "--why", "met often"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let lower = ["source", "edit", "CROW", "--marking", "TLP:CLEAR", "--why", "x"];
    assert_eq!(
        as_viewer(&mut desk, "ann", "TLP:GREEN", &lower).code,
        1,
        "a marking is lowered by whoever holds the store"
    );
}

#[test]
fn nobody_makes_their_own_what_nobody_owns_but_who_holds_the_store() {
    let mut desk = desk();
    desk.works(&["source", "add", "Courier", "--marking", "TLP:GREEN"]);
    for change in [
        &["source", "edit", "Courier", "--owner", "zed", "--why", "x"][..],
        &[
            "source",
            "edit",
            "Courier",
            "--owner",
            "zed",
            "--protection",
            "protected",
            "--new-key",
            "@zed.key",
            "--why",
            "x",
        ],
    ] {
        let said = as_viewer(&mut desk, "zed", "TLP:GREEN", change);
        assert!(said.err.starts_with("error: the source \"Courier\" is not yours to change so\n"), "{}", said.err);
    }
    assert_eq!(as_viewer(&mut desk, "zed", "TLP:GREEN", &["source", "edit", "Courier", "--bias", "x"]).code, 0);
    desk.works(&["source", "edit", "Courier", "--owner", "zed", "--why", "it is zed's"]);
    let said =
        as_viewer(&mut desk, "zed", "TLP:GREEN", &["source", "edit", "Courier", "--owner", "amy", "--why", "hers now"]);
    assert_eq!(said.code, 0, "{}", said.err);
}

#[test]
fn what_is_said_of_a_source_is_seen_by_whoever_sees_the_source_now() {
    let mut desk = desk();
    desk.works(&["source", "add", "CROW", "--marking", "TLP:GREEN", "--owner", "ann", "--new-key", "@crow.key"]);
    desk.works(&["source", "grade", "CROW", "C", "--why", "met twice"]);
    let seen = |desk: &mut Desk, name: &str| {
        let log = as_viewer(desk, name, "TLP:GREEN", &["log", "--register"]).out;
        (
            log.contains("CROW") || log.contains("met twice"),
            as_viewer(desk, name, "TLP:GREEN", &["source", "show", "CROW"]).out,
        )
    };
    assert!(seen(&mut desk, "zed").0);
    desk.works(&["source", "edit", "CROW", "--protection", "protected", "--owner", "ben", "--why", "in danger"]);
    assert_eq!(seen(&mut desk, "zed"), (false, String::new()), "nor what was said before");
    let (_, shown) = seen(&mut desk, "ben");
    assert!(shown.contains("grade     C"), "a new owner sees the grades of before: {shown}");
    let place = desk.place.clone();
    desk.fails(
        &["--case", &place, "source", "edit", "CROW", "--protection", "open"],
        1,
        "error: the reason is empty\n hint: give it at least one word",
    );
}

#[test]
fn a_document_does_not_tell_a_viewer_of_a_source_that_they_do_not_see() {
    let mut desk = desk();
    desk.works(&["source", "add", "CROW", "--marking", "TLP:RED"]);
    desk.works(&["source", "grade", "CROW", "B", "--why", "x"]);
    desk.write("report.txt", "An aide said that eleven wagons had left.");
    desk.works(&["collect", "@report.txt", "--source", "CROW", "--marking", "TLP:AMBER"]);
    let id = desk.listed(&["sources"])[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(
        desk.listed(&["claims"])[0]["registered"]["name"],
        "CROW",
        "nobody knows the aide: the document's source counts"
    );
    for command in [&["export"][..], &["claims", "--format", "json"], &["case", "show", "--format", "json"], &["log"]] {
        let said = as_viewer(&mut desk, "zed", "TLP:AMBER", command);
        assert_eq!(said.code, 0, "{}", said.err);
        assert!(!said.out.contains(&id) && !said.out.contains("CROW"), "{command:?}: {}", said.out);
    }
}

#[test]
fn what_is_sealed_anew_after_an_erasure_opens_with_the_new_key() {
    let mut desk = sealed();
    desk.works(&["source", "erase", "HERON", "--key", "@heron.key", "--why", "asked"]);
    desk.works(&["source", "edit", "HERON", "--new-key", "@new.key"]);
    desk.works(&["source", "seal", "HERON", "@who.txt", "--identity"]);
    assert_eq!(desk.works(&["source", "open", "HERON", "--key", "@new.key"]), format!("{IDENTITY}\n"));
    assert!(desk.works(&["source", "show", "HERON"]).contains("sealed    3, 2 erased"));
}

#[test]
fn a_key_that_was_only_said_to_be_destroyed_still_opens() {
    let mut desk = sealed();
    desk.works(&["source", "erase", "HERON", "--destroyed", "--why", "a slip"]);
    assert_eq!(desk.works(&["source", "open", "HERON", "--key", "@heron.key"]), format!("{IDENTITY}\n"));
    // And is destroyed by the command that should have been given.
    desk.works(&["source", "erase", "HERON", "--key", "@heron.key", "--why", "asked"]);
    assert!(!desk.path("heron.key").exists());
}

#[test]
fn a_release_is_entered_no_lower_than_it_says_of_itself() {
    let mut desk = desk();
    let red = "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1";
    let report = |marking: &str| {
        format!(
            "{{\"type\":\"report\",\"spec_version\":\"2.1\",\"id\":\"report--5a0fd5a0-6e0c-4a0b-9f6e-0a1f5d0c1a11\",\
             \"name\":\"Wagons\",\"description\":\"Eleven wagons left.\",\"published\":\"2030-01-04T00:00:00Z\",\
             \"object_marking_refs\":[\"{marking}\"]}}"
        )
    };
    desk.write("red.json", report(red));
    desk.write("odd.json", report("marking-definition--00000000-0000-4000-8000-000000000001"));
    desk.works(&["release", "add", "@red.json", "--by", "a partner"]);
    assert!(as_viewer(&mut desk, "zed", "TLP:AMBER", &["releases"]).out.ends_with("0 releases\n"));
    let said = desk.case(&["release", "add", "@odd.json", "--by", "a partner"]);
    assert!(said.err.contains("its marking is not known"), "{}", said.err);
    let said = desk.case(&["release", "add", "@red.json", "--by", "a partner", "--audience", "TLP:RED"]);
    assert!(said.err.contains("needs a marking, by which it is guarded here"), "{}", said.err);
}
