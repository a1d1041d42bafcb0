//! What a viewer may not see changes nothing that they see.
//!
//! Two stores are built through the command line. Both get the same open material; the second also gets, in between,
//! everything that one can think of above the viewer's clearance. Then every command is run on both as that viewer, and
//! what it prints must be the same to the byte. A command that is not in [`TABLE`] fails the test: a new one joins by
//! being entered there.

use sha2::Digest;

mod table;

use crate::desk::{Desk, Said};

use table::Part::{Apart, Changes, Shows};
pub use table::VIEWER;
use table::{Part, TABLE};

/// The commands of the command line without subcommands of their own, as they are typed.
fn leaves(command: &clap::Command, before: &str, found: &mut Vec<String>) {
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        let name = format!("{before}{}", sub.get_name());
        if sub.has_subcommands() { leaves(sub, &format!("{name} "), found) } else { found.push(name) }
    }
}

#[test]
fn every_command_is_in_the_table() {
    let mut commands = Vec::new();
    leaves(&tearline::command(), "", &mut commands);
    let missing: Vec<&String> =
        commands.iter().filter(|command| !TABLE.iter().any(|(name, _)| name == command)).collect();
    assert!(missing.is_empty(), "say in TABLE what a viewer could learn from {missing:?}");
    let gone: Vec<&str> =
        TABLE.iter().map(|(name, _)| *name).filter(|name| !commands.iter().any(|command| command == name)).collect();
    assert!(gone.is_empty(), "{gone:?} are in TABLE and not in the command line");
    assert!(TABLE.iter().all(|(_, part)| !matches!(part, Apart(why) if why.is_empty())));
}

/// A store under construction. Open steps have the same numbers in both stores; hidden ones have others.
struct Builder {
    desk: Desk,
    open: u64,
    hidden: u64,
    with_hidden: bool,
}

impl Builder {
    #[track_caller]
    fn open(&mut self, args: &[&str]) {
        self.open += 1;
        let said = self.desk.case_step(self.open, args);
        assert_eq!(said.code, 0, "{args:?}: {}", said.err);
    }

    #[track_caller]
    fn hide(&mut self, args: &[&str]) {
        if self.with_hidden {
            self.hidden += 1;
            let said = self.desk.case_step(self.hidden, args);
            assert_eq!(said.code, 0, "{args:?}: {}", said.err);
        }
    }

    /// A case that the viewer may not see.
    fn hide_case(&mut self, marking: &str) {
        let place = std::mem::replace(&mut self.desk.place, self.desk.store.clone());
        self.hide(&["case", "new", "A hidden question?", "--marking", marking]);
        self.desk.place = place;
    }
}

/// A key that guards nothing but what these tests make up.
const SOURCE_KEY: &str = "AGE-SECRET-KEY-1LP73WQQ66W7TQSV48TRCQVLJCH4U8P3CNW73AWLGUXMHDAM8XRMQ5PLCV2";
const RECIPIENT: &str = "age1l9gthheqfhjhmqpr4jaumzkgdlk7h34hf5ac4rgttf6m32mkwu5svu8ksw";

const OPEN: &str = "The ministry said that the port was closed. “We sent nothing,” Minister Orlo said.";
const SECOND: &str = "Two officials said that a convoy might leave on Monday. The army declined to comment.";
const SECRET: &str = "A clerk said that the order had been signed. He said that the port was closed.";

/// What [`OPEN`] is a translation of, were it not the other way round.
const OPENED: &str = "The ministry said that the harbour was shut. “Nothing was sent by us,” Minister Orlo said.";

/// A report that says it is for few, one that says nothing known, and one for all.
const BUNDLE: &str = r#"{"type":"bundle","id":"bundle--1","objects":[
    {"type":"report","id":"report--1","name":"For few","description":"A clerk said no.","object_marking_refs":["marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed"]},
    {"type":"report","id":"report--2","name":"For whom?","description":"A clerk said yes.","object_marking_refs":["marking-definition--2"]},
    {"type":"report","id":"report--3","name":"For all","description":"A clerk said so."}]}"#;

fn build(with_hidden: bool) -> Desk {
    build_in("@c.tearline", with_hidden)
}

/// A store with the open material and, where asked for, the hidden.
pub fn build_in(store: &str, with_hidden: bool) -> Desk {
    let mut desk = Desk::new();
    (desk.place, desk.store) = (store.to_owned(), store.to_owned());
    let feed = format!("7\t20300216\t{}\n", [""; 59].join("\t"));
    let mut b = Builder { desk, open: 0, hidden: 100_000, with_hidden };
    for (name, text) in [
        ("open.txt", OPEN),
        ("second.txt", SECOND),
        ("secret.txt", SECRET),
        ("other.txt", "An aide said no."),
        ("broken.pdf", "%PDF-1.4 and no more"),
        ("opened.txt", OPENED),
        ("translation.txt", "Das Ministerium sagte, der Hafen sei geschlossen."),
        ("another.txt", "Zwei Beamte sagten, ein Konvoi werde am Montag fahren."),
        ("third.txt", "The clerk said that it had been signed."),
        ("bundle.json", BUNDLE),
        ("feed.export.csv", &feed),
    ] {
        b.desk.write(name, text);
    }
    b.hide_case("TLP:RED");
    b.open(&["case", "new", "Will A arm B?", "--marking", VIEWER]);
    let id = first_id(&mut b.desk, &["case", "list"]);
    b.desk.place = format!("{}#{id}", b.desk.store);

    // The same bytes above and below; documents above before, between and after the open ones.
    b.hide(&["collect", "@open.txt", "--marking", "TLP:RED"]);
    b.open(&["collect", "@open.txt"]);
    b.hide(&["collect", "@secret.txt", "--marking", "TLP:AMBER"]);
    b.hide(&["collect", "@secret.txt", "--marking", VIEWER, "--owner", "Station East", "--protection", "protected"]);
    b.open(&["collect", "@second.txt", "--date", "2030-02-17", "--outlet", "Herald"]);
    b.hide(&["collect", "@second.txt", "--marking", "SECRET//NOFORN"]);

    // Translations: of what is open, above; of what is above, asked for below; and one that all may see.
    b.open(&["collect", "@opened.txt", "--translation-of", &sha(OPEN), "--translator", "Ben Orr"]);
    b.hide(&["collect", "@third.txt", "--marking", "TLP:RED", "--translation-of", &sha(OPEN)]);
    b.hide(&["collect", "@another.txt", "--marking", VIEWER, "--translation-of", &sha(SECRET)]);
    b.hide(&["collect", "@feed.export.csv", "--marking", "TLP:RED"]);

    // A correction, a link, a saved search and a broken file above.
    let secret = hidden_claim(&mut b.desk);
    b.hide(&["claim", "reject", &secret, "--why", "no"]);
    b.hide(&["claim", "accept", &secret]);
    b.hide(&["collect", "@other.txt", "--marking", "TLP:RED"]);
    if b.with_hidden {
        b.hidden += 1;
        let said = b.desk.case_step(b.hidden, &["collect", "@broken.pdf", "--marking", "TLP:RED"]);
        assert!(said.out.contains("1 set aside"), "{}{}", said.out, said.err);
    }

    // A root above with claims above, one with a claim below, and an echo above of a root below.
    b.open(&["hypothesis", "add", "arms", "A arms B", "--prior", ".3"]);
    let (claim, other, secret) = (open_claim(&mut b.desk), other_claim(&mut b.desk), hidden_claim(&mut b.desk));
    // A claim speaks for one root: others above for the other roots.
    let port = b.desk.claims("port was closed").pop().unwrap_or_default();
    let signed = b.desk.claims("order had been signed").first().cloned().unwrap_or_default();
    let nothing = b.desk.claims("sent nothing").first().cloned().unwrap_or_default();
    let bands = ["--likelihood", "arms=.6-.8", "--likelihood", "other=.2"];
    b.hide(&[&["evidence", "add", "--root", "hidden", "--claim", &secret, "--grade", "A"][..], &bands].concat());
    b.hide(
        &[&["evidence", "add", "--root", "mixed", "--claim", &other, "--claim", &port, "--grade", "A"][..], &bands]
            .concat(),
    );
    b.open(&[&["evidence", "add", "--root", "open", "--claim", &claim, "--grade", "B"][..], &bands].concat());
    b.hide(&["evidence", "add", "--root", "open", "--claim", &signed]);

    // Of the roots above something more; an indicator below that is shown above, and one that nothing shows; a forecast of
    // somebody who sees all; and a question above that is resolved and teaches of an open source.
    let anew = ["--likelihood", "arms=.5-.9", "--likelihood", "other=.1", "--why", "more"];
    b.hide(&[&["evidence", "restate", "hidden"][..], &anew].concat());
    b.hide(&["evidence", "group", "hidden", "open", "--as", "same-body"]);
    b.hide(&["evidence", "ungroup", "open"]);
    b.hide(&["evidence", "withdraw", "--document", &sha(SECRET), "--why", "false"]);
    b.hide(&["evidence", "restore", "--document", &sha(SECRET), "--why", "true"]);
    let likely = ["--likelihood", "arms=.7", "--likelihood", "other=.2"];
    b.open(&[&["indicator", "add", "the port closes", "--words", "port closed"][..], &likely].concat());
    b.open(
        &[&["indicator", "add", "a convoy leaves", "--words", "nowhere", "--until", "2030-02-10"][..], &likely]
            .concat(),
    );
    b.hide(&["indicator", "accept", "the port closes", &nothing, "--root", "shown above"]);
    b.hide(&["forecast", "add", "arms=.9", "--why", "the order is signed"]);

    // A draft below, by somebody who sees no more; and one above with a line of it and one above, an owner who was asked and
    // speaks, and an approval.
    let below = ["--view-as", VIEWER, "disclose"];
    b.open(&[&below[..], &["new", "Tell partners", "--audience", VIEWER, "--channel", "mail"]].concat());
    let draft = first_id(&mut b.desk, &["disclose", "list"]);
    b.open(&[&below[..], &["line", &draft, "The port is closed.", "--claim", &claim]].concat());
    b.hide(&["mandate", "add", "eve", "--owner", "Station East"]);
    b.hide(&["disclose", "new", "Tell few", "--version-of", &draft, "--audience", "TLP:RED", "--channel", "mail"]);
    if b.with_hidden {
        let rows = b.desk.listed(&["disclose", "list"]);
        let above = rows[1]["id"].as_str().unwrap()[..8].to_owned();
        b.hide(&["disclose", "line", &above, "The order is signed.", "--claim", &secret]);
        b.hide(&["disclose", "option", &above, "nothing", "--gain", "the clerk stays"]);
        let hash = b.desk.listed(&["disclose", "list"])[1]["draft"].as_str().unwrap().to_owned();
        b.hide(&["--author", "ben", "disclose", "approve", &above, "--draft", &hash]);
    }
    b.hide_case("TOP SECRET//SI//NOFORN");

    // Sources, a grade of an open one, a warning and a release above.
    b.desk.write("source.key", SOURCE_KEY);
    b.hide(&["source", "add", "KESTREL", "--marking", "TLP:RED"]);
    b.open(&["source", "add", "Courier", "--kind", "organisation", "--also", "The ministry", "--marking", VIEWER]);
    b.hide(&["source", "add", "The ministry", "--marking", "TLP:AMBER"]);
    b.hide(&["source", "grade", "The ministry", "E", "--why", "caught lying"]);
    let guarded =
        ["--protection", "protected", "--owner", "Station East", "--recipient", RECIPIENT, "--marking", VIEWER];
    b.hide(&[&["source", "add", "HERON"][..], &guarded].concat());
    b.hide(&["source", "seal", "HERON", "@secret.txt", "--identity"]);
    b.open(&["source", "grade", "Courier", "B", "--why", "corrects itself"]);
    b.hide(&[
        "warning",
        "add",
        "--by",
        "an envoy",
        "--to",
        "a minister",
        "--date",
        "2030-02-16",
        "--words",
        "Stop.",
        "--marking",
        "TLP:RED",
    ]);
    b.hide(&["release", "add", "@second.txt", "--by", "the ministry", "--date", "2030-01-03", "--marking", "TLP:RED"]);
    b.open(&[
        "warning",
        "add",
        "--by",
        "an envoy",
        "--to",
        "a minister",
        "--date",
        "2030-02-15",
        "--words",
        "Think again.",
        "--marking",
        VIEWER,
    ]);
    b.open(&["key", "new", "@key"]);
    b.desk
}

/// The id of the first thing of a list, as the viewer sees it.
fn first_id(desk: &mut Desk, args: &[&str]) -> String {
    let listed = desk.listed(&[&["--view-as", VIEWER][..], args].concat());
    assert_eq!(listed.len(), 1, "{args:?}");
    listed[0]["id"].as_str().unwrap()[..8].to_owned()
}

/// A claim that the viewer sees.
fn open_claim(desk: &mut Desk) -> String {
    let listed = desk.listed(&["--view-as", VIEWER, "claims"]);
    listed[0]["claim"].as_str().unwrap()[..8].to_owned()
}

/// Another one.
fn other_claim(desk: &mut Desk) -> String {
    let listed = desk.listed(&["--view-as", VIEWER, "claims"]);
    listed[listed.len() - 1]["claim"].as_str().unwrap()[..8].to_owned()
}

/// A claim that only somebody with full rights sees; where there is none, one that nobody sees.
fn hidden_claim(desk: &mut Desk) -> String {
    desk.claims("order had been signed").pop().unwrap_or_else(|| "0123abcd".to_owned())
}

/// All forms of one kind in the table.
fn forms_of(of: fn(&Part) -> &'static [&'static [&'static str]]) -> Vec<&'static [&'static str]> {
    TABLE.iter().flat_map(|(_, part)| of(part)).copied().collect()
}

/// Runs one form on a store as the viewer, with the words in capitals put in.
fn asked(desk: &mut Desk, step: u64, form: &[&str], words: &[(&str, &str)]) -> Said {
    let form: Vec<&str> =
        form.iter().map(|arg| words.iter().find(|(name, _)| name == arg).map_or(*arg, |(_, word)| *word)).collect();
    let store = desk.store.clone();
    desk.step(step, &[&["--case", &store, "--view-as", VIEWER][..], &form].concat())
}

/// All forms of the table: those that show, then those that change, a new case last.
pub fn forms() -> Vec<&'static [&'static str]> {
    let mut changes = forms_of(|part| if let Changes(forms) = part { forms } else { &[] });
    changes.sort_by_key(|form| form.contains(&"new") && form.contains(&"case"));
    let shows = forms_of(|part| if let Shows(forms) = part { forms } else { &[] });
    [shows.clone(), changes, shows].concat()
}

/// What stands for the words in capitals, the same for two stores that hold the same.
pub struct Words(Vec<(&'static str, String)>);

impl Words {
    /// The word that is meant by one in capitals; the hash of a draft is the one it has at this moment.
    pub fn put_into(&self, arg: &str, desk: &mut Desk) -> String {
        if arg == "HASH" {
            return desk.listed(&["disclose", "list"])[0]["draft"].as_str().unwrap().to_owned();
        }
        self.0.iter().find(|(name, _)| *name == arg).map_or(arg.to_owned(), |(_, word)| word.clone())
    }
}

/// The words of two stores, which must be the same.
pub fn words_of(one: &mut Desk, other: &mut Desk) -> Words {
    let words = words_in(one);
    assert_eq!(words.0, words_in(other).0);
    words
}

/// The words of one store.
pub fn words_in(desk: &mut Desk) -> Words {
    Words(vec![
        ("CLAIM", open_claim(desk)),
        ("OTHERCLAIM", other_claim(desk)),
        ("SECRET", hidden_claim(desk)),
        ("DRAFT", first_id(desk, &["disclose", "list"])),
        ("HIDDEN", "abcdef01".to_owned()),
        ("WARNING", first_id(desk, &["warnings"])),
        ("OPENSHA", sha(OPEN)),
        ("SECONDSHA", sha(SECOND)),
        ("SECRETSHA", sha(SECRET)),
    ])
}

/// The beginning of the hash of a text.
fn sha(text: &str) -> String {
    sha2::Sha256::digest(text.as_bytes()).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn what_may_not_be_seen_changes_nothing_that_is_seen() {
    let (mut without, mut with) = (build(false), build(true));
    let (claim, other, secret) = (open_claim(&mut without), other_claim(&mut without), hidden_claim(&mut with));
    let draft = first_id(&mut without, &["disclose", "list"]);
    let warning = first_id(&mut without, &["warnings"]);
    let [open_sha, second_sha, secret_sha] = [sha(OPEN), sha(SECOND), sha(SECRET)];
    let words: [(&str, &str); 9] = [
        ("CLAIM", &claim),
        ("OTHERCLAIM", &other),
        ("SECRET", &secret),
        ("DRAFT", &draft),
        ("HIDDEN", "abcdef01"),
        ("WARNING", &warning),
        ("OPENSHA", &open_sha),
        ("SECONDSHA", &second_sha),
        ("SECRETSHA", &secret_sha),
    ];

    let mut step = 1_000_000;
    let mut compare = |form: &[&str], without: &mut Desk, with: &mut Desk| {
        step += 1;
        // The draft as the viewer sees it at this moment.
        let hash = |desk: &mut Desk| match form.contains(&"HASH") {
            false => String::new(),
            true => desk.listed(&["--view-as", VIEWER, "disclose", "list"])[0]["draft"].as_str().unwrap().to_owned(),
        };
        let (a, b) = (hash(without), hash(with));
        let a = asked(without, step, form, &[&words[..], &[("HASH", &a)]].concat());
        let b = asked(with, step, form, &[&words[..], &[("HASH", &b)]].concat());
        assert_eq!(a, b, "{form:?} tells of what may not be seen");
        a
    };
    let shows: Vec<&[&str]> = forms_of(|part| if let Shows(forms) = part { forms } else { &[] });
    for form in &shows {
        let said = compare(form, &mut without, &mut with);
        assert!(said.code == 0 || form.contains(&"HIDDEN") || form.contains(&"HERON"), "{form:?}: {}", said.err);
    }
    // A new case would make `--case FILE` ambiguous for all that follow, so that one comes last.
    let mut changes: Vec<&[&str]> = forms_of(|part| if let Changes(forms) = part { forms } else { &[] });
    changes.sort_by_key(|form| form.contains(&"new") && form.contains(&"case"));
    let mut done = 0;
    for (number, form) in changes.into_iter().enumerate() {
        done += usize::from(compare(form, &mut without, &mut with).code == 0);
        // After each change an eighth of what can be shown, every form in turn; all of it in the end.
        for form in shows.iter().skip(number % 8).step_by(8) {
            compare(form, &mut without, &mut with);
        }
    }
    for form in &shows {
        compare(form, &mut without, &mut with);
    }
    // The comparison would hold of commands that all fail, too.
    assert!(done >= 18, "only {done} changes went through");
}

#[test]
fn the_two_stores_do_differ_for_whoever_may_see_it() {
    let (mut without, mut with) = (build(false), build(true));
    for form in [&["claims"][..], &["weigh"], &["evidence", "list"], &["disclose", "list"], &["case", "show"]] {
        assert_ne!(without.case_step(1, form), with.case_step(1, form), "{form:?} shows nothing of what was hidden");
    }
}
