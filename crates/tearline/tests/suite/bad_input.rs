//! What a command says when it cannot do what it was asked: the thing, the reason and the way out.

use crate::desk::Desk;

/// A desk with a case.
fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.write("a.txt", "The ministry said that the port was closed.");
    desk.works(&["case", "new", "Is it so?", "--marking", "TLP:CLEAR"]);
    desk.works(&["collect", "@a.txt"]);
    desk
}

#[test]
fn a_missing_file() {
    let mut desk = desk();
    let words = "error: HERE/none.txt: there is no such file or folder\n hint: check the spelling of the path";
    desk.fails(&["read", "@none.txt"], 1, words);
    desk.fails(&["--case", "@c.tearline", "collect", "@none.txt"], 1, words);
}

#[test]
fn a_binary_file() {
    let mut desk = desk();
    desk.write("a.pdf", b"%PDF-1.7\n");
    let words = "error: HERE/a.pdf: it cannot be read as a PDF: failed parsing cross reference table: invalid start value\n hint: open it in the program that made it and save it again, or give its text";
    desk.fails(&["read", "@a.pdf"], 1, words);
    desk.fails(&["--case", "@c.tearline", "collect", "@a.pdf"], 1, words);
}

#[test]
fn no_case() {
    let mut desk = desk();
    desk.fails(
        &["claims"],
        2,
        "error: no case was named\n hint: write --case FILE in front of the command, or set TEARLINE_CASE",
    );
    desk.fails(
        &["--case", "@none.tearline", "claims"],
        1,
        "error: there is no case file at HERE/none.tearline\n hint: make one with `tearline --case FILE case new \"QUESTION\"`",
    );
    desk.fails(
        &["--case", "@a.txt", "claims"],
        1,
        "error: HERE/a.txt is not a Tearline case file\n hint: --case takes a file that `case new` made; documents are given to `collect`",
    );
    desk.fails(
        &["--case", "@c.tearline#abcd", "claims"],
        1,
        "error: there is no case \"abcd\"\n hint: `case list` lists them with their ids",
    );
    let said = desk.case(&["case", "new", "And is that so?"]);
    assert_eq!(said.code, 0);
    let said = desk.case(&["claims"]);
    assert!(said.err.starts_with("error: the case file holds several cases, and none was named:\n  #"), "{}", said.err);
    assert!(said.err.ends_with("hint: name one behind the file: --case FILE#ID\n"), "{}", said.err);
}

#[test]
fn another_database_is_not_made_a_case_file() {
    let mut desk = desk();
    desk.write("x.db", b"SQLite format 3\0 and then nothing that makes sense");
    let said = desk.run(&["--case", "@x.db", "case", "new", "Is it so?"]);
    assert_eq!(said.code, 1);
    assert!(said.err.starts_with("error: HERE/x.db is not a Tearline case file\n"), "{}", said.err);
    assert_eq!(std::fs::read(desk.path("x.db")).unwrap(), b"SQLite format 3\0 and then nothing that makes sense");
}

#[test]
fn an_unknown_hypothesis_and_likelihoods_that_cannot_be_used() {
    let mut desk = desk();
    desk.works(&["hypothesis", "add", "closed", "The port is closed", "--prior", ".4"]);
    let claim = desk.claims("port").remove(0);
    let start = ["--case", "@c.tearline", "evidence", "add", "--root", "the ministry", "--claim"];
    let add = |rest: &[&'static str]| -> Vec<String> {
        start.iter().chain([&claim.as_str()]).chain(rest).map(|arg| (*arg).to_owned()).collect()
    };
    let mut fails = |rest: &[&'static str], code, words: &str| {
        let args = add(rest);
        desk.fails(&args.iter().map(String::as_str).collect::<Vec<_>>(), code, words);
    };
    fails(
        &["--likelihood", "open=.5", "--likelihood", "other=.5"],
        1,
        "error: there is no hypothesis \"open\"\n hint: `hypothesis list` lists them; OTHER's key is `other`",
    );
    fails(
        &["--likelihood", "closed=.5"],
        1,
        "error: the ministry states no likelihood under \"other\"; state one for every hypothesis, the same for all where it does not tell them apart\n hint: `hypothesis list` shows what the evidence must speak of; write --likelihood KEY=.6-.8",
    );
    fails(
        &["--likelihood", "closed=0", "--likelihood", "other=.5"],
        1,
        "error: the likelihood of the ministry under \"closed\" is 0 to 0; both ends must lie between 0 and 1 and be neither: nothing observed later could move a certainty back\n hint: `hypothesis list` shows what the evidence must speak of; write --likelihood KEY=.6-.8",
    );
    fails(
        &[],
        2,
        "error: the root \"the ministry\" is new and states no likelihoods\n hint: write --likelihood KEY=BAND for every key that `hypothesis list` shows",
    );
}

#[test]
fn priors_that_leave_nothing() {
    let mut desk = desk();
    desk.works(&["hypothesis", "add", "closed", "The port is closed", "--prior", ".6"]);
    desk.fails(
        &["--case", "@c.tearline", "hypothesis", "add", "open", "It is open", "--prior", ".4"],
        1,
        "error: with \"open\" at 0.4 the stated hypotheses have 1 of 1 in all, and nothing is left for OTHER\n hint: give priors from .000001 up that together leave as much for OTHER",
    );
    desk.fails(
        &["--case", "@c.tearline", "hypothesis", "add", "closed", "Again", "--prior", ".1"],
        1,
        "error: there is a hypothesis \"closed\" already\n hint: choose another key",
    );
}

#[test]
fn weighing_nothing() {
    let mut desk = desk();
    desk.fails(
        &["--case", "@c.tearline", "weigh"],
        1,
"error: there is nothing to choose between; state at least one hypothesis beside OTHER\n hint: `hypothesis add KEY TEXT --prior P` states one",
    );
}

#[test]
fn an_unknown_claim_or_disclosure() {
    let mut desk = desk();
    desk.works(&["disclose", "new", "Say it", "--audience", "public", "--channel", "mail"]);
    let id = desk.listed(&["disclose", "list"])[0]["id"].as_str().unwrap()[..8].to_owned();
    desk.fails(
        &["--case", "@c.tearline", "disclose", "line", &id, "It is so.", "--claim", "0000"],
        1,
        "error: there is no claim \"0000\"\n hint: `claims` lists them with their ids; the first four digits or more will do",
    );
    desk.fails(
        &["--case", "@c.tearline", "disclose", "show", "0000"],
        1,
        "error: there is no disclosure \"0000\"\n hint: `disclose list` lists them with their ids",
    );
}

#[test]
fn an_audience_or_a_marking_that_is_none() {
    let mut desk = desk();
    desk.fails(
        &["--case", "@c.tearline", "disclose", "new", "Say it", "--audience", "everyone", "--channel", "mail"],
        1,
        "error: the audience is neither `public` nor a clearance: \"EVERYONE\" is not part of a clearance: write `public`, or for example `SECRET,SI,country=USA,TLP:AMBER`\n hint: write --audience public, or a clearance such as TLP:AMBER or SECRET,country=GBR",
    );
    let said = desk.case(&["collect", "@a.txt", "--marking", "SECRET//NOFORN//SI"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("SECRET//SI//NOFORN"), "the mend is not said: {}", said.err);
    let said = desk.case(&["--view-as", "TOP", "claims"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("\"TOP\" is not part of a clearance"), "{}", said.err);
}

#[test]
fn a_wrong_key() {
    let mut desk = Desk::new();
    assert_eq!(desk.run(&["demo", "@walk"]).code, 0);
    assert_eq!(desk.run(&["key", "new", "@other"]).code, 0);
    let said = desk.run(&["verify", "@walk/packet", "--key", "@other.pub"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("is not the signature of manifest.json by the key"), "{}", said.err);
    let said = desk.run(&["verify", "@walk/packet", "--key", "@other"]);
    assert!(said.err.contains("this is a PRIVATE KEY, and a PUBLIC KEY is needed"), "{}", said.err);
    let said = desk.run(&["verify", "@walk/packet", "--key", "@walk/packet/packet.json"]);
    assert!(said.err.contains("this is no Ed25519 PUBLIC KEY"), "{}", said.err);
    let said = desk.run(&["verify", "@nowhere", "--key", "@other.pub"]);
    assert!(said.err.contains("HERE/nowhere"), "{}", said.err);
    let said = desk.run(&["verify", "@walk", "--key", "@other.pub"]);
    assert!(said.err.contains("HERE/walk is not a packet"), "{}", said.err);
    desk.fails(
        &["key", "new", "@other"],
        1,
        "error: HERE/other is there already\n hint: choose another name: a key is never written over",
    );
}

#[test]
fn a_folder_that_is_there_already() {
    let mut desk = Desk::new();
    assert_eq!(desk.run(&["demo", "@walk"]).code, 0);
    desk.fails(&["demo", "@walk"], 1, "error: HERE/walk is there already\n hint: name a folder that is not there yet");
    desk.place = "@walk/c.tearline".to_owned();
    let id = desk.listed(&["disclose", "list"])[0]["id"].as_str().unwrap()[..8].to_owned();
    let issue = ["--case", "@walk/c.tearline", "disclose", "issue", &id, "--key", "@walk/signing.key", "--out"];
    desk.fails(
        &[&issue[..], &["@walk/packet"]].concat(),
        1,
        "error: HERE/walk/packet is there already\n hint: name a folder that is not there yet: a packet is never written over",
    );
    desk.fails(
        &[&issue[..], &["@no/packet"]].concat(),
        1,
        "error: there is no folder HERE/no\n hint: make it first, or name another place",
    );
}

#[test]
fn a_protected_document_without_an_owner() {
    let mut desk = desk();
    desk.fails(
        &["--case", "@c.tearline", "collect", "@a.txt", "--protection", "sensitive"],
        2,
        "error: a guarded document needs an owner, whose word can be asked for\n hint: write --owner NAME",
    );
}

#[test]
fn what_belongs_to_somebody_is_not_issued_without_them() {
    let mut desk = desk();
    desk.write("b.txt", "A clerk said that the order had been signed.");
    let guard = ["--owner", "Station East", "--protection", "protected"];
    desk.works(&[&["collect", "@b.txt"][..], &guard].concat());
    let claim = desk.claims("order").remove(0);
    desk.works(&["disclose", "new", "Say it", "--audience", "public", "--channel", "mail"]);
    let row = desk.listed(&["disclose", "list"]).remove(0);
    let id = row["id"].as_str().unwrap()[..8].to_owned();
    desk.works(&["disclose", "line", &id, "The order is signed.", "--claim", &claim]);
    let draft = desk.listed(&["disclose", "list"])[0]["draft"].as_str().unwrap().to_owned();
    desk.works(&["--author", "ben", "disclose", "approve", &id, "--draft", &draft]);
    assert_eq!(desk.run(&["key", "new", "@key"]).code, 0);
    desk.fails(
        &["--case", "@c.tearline", "disclose", "issue", &id, "--key", "@key", "--out", "@packet"],
        1,
        "error: line 1 rests on what belongs to others, who must agree to it as it stands: Station East (was not asked about these words)",
    );
    assert!(!desk.path("packet").exists());
}

#[test]
fn a_draft_that_changed_since_it_was_read_is_not_approved() {
    let mut desk = desk();
    let claim = desk.claims("port").remove(0);
    desk.works(&["disclose", "new", "Say it", "--audience", "public", "--channel", "mail"]);
    let id = desk.listed(&["disclose", "list"])[0]["id"].as_str().unwrap()[..8].to_owned();
    desk.works(&["disclose", "line", &id, "The port is closed.", "--claim", &claim]);
    let read = desk.listed(&["disclose", "list"])[0]["draft"].as_str().unwrap().to_owned();
    desk.works(&["disclose", "line", &id, "It will stay closed.", "--claim", &claim]);
    desk.fails(
        &["--case", "@c.tearline", "--author", "ben", "disclose", "approve", &id, "--draft", &read],
        1,
        "error: the draft is not the one that was read: read it as it stands now, then approve that",
    );
}

#[test]
fn a_name_that_does_not_show() {
    let mut desk = desk();
    for name in ["", " ", "\u{200b}", "eve\nann", "\u{1b}[31mann"] {
        let said = desk.case(&["--author", name, "claims"]);
        assert_eq!(said.code, 2, "{name:?}");
        assert!(said.err.contains("is no name to stand in the journal"), "{}", said.err);
    }
}

#[test]
fn a_private_key_and_the_case_itself_are_not_collected() {
    let mut desk = desk();
    assert_eq!(desk.run(&["key", "new", "@key"]).code, 0);
    desk.fails(
        &["--case", "@c.tearline", "collect", "@key"],
        1,
        "error: HERE/key: it is a private key, which is never taken into a case\n hint: keep keys outside the folder that is collected",
    );
    let said = desk.case(&["collect", "@c.tearline"]);
    assert_eq!((said.code, said.out.as_str()), (0, "0 added with 0 claims, 0 already there, 0 not read\n"));
}

#[test]
fn what_the_writer_could_not_see() {
    let mut desk = desk();
    desk.fails(
        &["--case", "@c.tearline", "--view-as", "TLP:GREEN", "collect", "@a.txt", "--marking", "TLP:RED"],
        1,
        "error: ann could not see what is marked TLP:RED and guarded so, and nobody enters what they could not see\n hint: leave --view-as out, or give a marking and owners by which it may be seen",
    );
}

#[test]
fn a_folder_in_the_place_of_a_case_and_a_sign_in_its_name() {
    let mut desk = desk();
    std::fs::create_dir(desk.path("folder")).unwrap();
    let said = desk.run(&["--case", "@folder", "claims"]);
    assert!(said.err.starts_with("error: HERE/folder is not a Tearline case file\n"), "{}", said.err);
    std::fs::copy(desk.path("c.tearline"), desk.path("a#b.tearline")).unwrap();
    assert_eq!(desk.run(&["--case", "@a#b.tearline", "claims"]).code, 0);
    desk.fails(
        &["--case", "@c.tearline#", "claims"],
        2,
        "error: no case is named behind #\n hint: write --case FILE#ID, or --case FILE where it holds one",
    );
}
