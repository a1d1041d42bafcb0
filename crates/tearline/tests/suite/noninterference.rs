//! What a viewer may not see changes nothing that they see.
//!
//! Two stores are built through the command line. Both get the same open material; the second also gets, in between,
//! everything that one can think of above the viewer's clearance. Then every command is run on both as that viewer, and
//! what it prints must be the same to the byte. A command that is not in [`TABLE`] fails the test: a new one joins by
//! being entered there.

use sha2::Digest;

use crate::desk::{Desk, Said};

/// How a command takes part.
enum Part {
    /// It shows something of a case. Each form is run as the viewer.
    Shows(&'static [&'static [&'static str]]),
    /// It changes a case, and what it says then could tell too. Each form is run as the viewer, in this order, behind the
    /// commands that show; `CLAIM` is a visible claim, `DRAFT` a visible disclosure.
    Changes(&'static [&'static [&'static str]]),
    /// It touches no case, for this reason.
    Apart(&'static str),
}

use Part::{Apart, Changes, Shows};

/// The clearance of the viewer, below which all open material lies.
const VIEWER: &str = "TLP:GREEN";

const TABLE: &[(&str, Part)] = &[
    ("read", Apart("reads files and no case")),
    ("read-pdf-from-stdin", Apart("reads standard input and no case")),
    ("completions", Apart("speaks of the commands and no case")),
    ("man", Apart("speaks of the commands and no case")),
    ("reference", Apart("speaks of the commands and no case")),
    ("case new", Changes(&[&["case", "new", "Another question?", "--marking", "TLP:GREEN"]])),
    (
        "case list",
        Shows(&[&["case", "list"], &["case", "list", "--format", "json"], &["case", "list", "--format", "jsonl"]]),
    ),
    (
        "case show",
        Shows(&[&["case", "show"], &["case", "show", "--format", "json"], &["case", "show", "--format", "jsonl"]]),
    ),
    (
        "collect",
        Changes(&[
            // Held above the viewer's clearance, under the very same label as will be asked for, and under none.
            &["collect", "@secret.txt", "--marking", "TLP:GREEN"],
            &["collect", "@secret.txt", "--marking", "TLP:GREEN"],
            &["collect", "@open.txt", "--marking", "TLP:CLEAR"],
            &["collect", "@other.txt", "--marking", "TLP:RED"],
            // The very bytes under the very label that is held above.
            &["collect", "@open.txt", "--marking", "TLP:RED"],
            &["collect", "@secret.txt", "--marking", VIEWER, "--owner", "Station East", "--protection", "protected"],
            // Not text; set aside above the viewer too.
            &["collect", "@broken.pdf"],
            &["collect", "@broken.pdf", "--marking", "TLP:CLEAR"],
            &["collect", "--retry"],
            // Of an original that is there above too, and of one that is there above alone.
            &["collect", "@translation.txt", "--translation-of", "OPENSHA", "--translator", "Ann Vale"],
            &["collect", "@third.txt", "--translation-of", "SECRETSHA"],
            // What says of itself that it is above the viewer's clearance, and what says nothing that is known.
            &["collect", "@bundle.json", "@feed.export.csv"],
            &["collect", "@other.txt", "--source", "Courier"],
            &["collect", "@other.txt", "--source", "HERON"],
        ]),
    ),
    ("reread", Changes(&[&["reread"], &["reread", "--all"]])),
    ("sources", Shows(&[&["sources"], &["sources", "--format", "json"], &["sources", "--format", "csv"]])),
    (
        "source show",
        Shows(&[
            &["source", "show", "Courier"],
            &["source", "show", "courier", "--format", "json"],
            &["source", "show", "HERON"],
        ]),
    ),
    (
        "source add",
        Changes(&[
            // A name that a hidden source has.
            &["source", "add", "HERON", "--marking", VIEWER],
            &["source", "add", "Courier", "--marking", VIEWER],
            &["source", "add", "Unmarked"],
        ]),
    ),
    (
        "source edit",
        Changes(&[
            &["source", "edit", "Courier", "--bias", "its owner trades there"],
            &["source", "edit", "KESTREL", "--bias", "its owner trades there"],
            &["source", "edit", "Courier", "--name", "KESTREL"],
        ]),
    ),
    (
        "source grade",
        Changes(&[
            &["source", "grade", "KESTREL", "C", "--why", "mixed"],
            &["source", "grade", "Courier", "C", "--why", "mixed"],
        ]),
    ),
    ("source seal", Changes(&[&["source", "seal", "HERON", "@open.txt"], &["source", "seal", "KESTREL", "@open.txt"]])),
    (
        "source open",
        Changes(&[
            &["source", "open", "KESTREL", "--key", "@key"],
            &["source", "open", "HERON", "--key", "@source.key"],
        ]),
    ),
    ("source erase", Changes(&[&["source", "erase", "HERON", "--destroyed", "--why", "asked"]])),
    ("warnings", Shows(&[&["warnings"], &["warnings", "--format", "json"]])),
    (
        "warning add",
        Changes(&[&[
            "warning",
            "add",
            "--by",
            "an envoy",
            "--to",
            "a minister",
            "--date",
            "2030-02-17",
            "--words",
            "Do not.",
            "--marking",
            VIEWER,
        ]]),
    ),
    ("warning answer", Changes(&[&["warning", "answer", "WARNING", "--words", "We do not.", "--date", "2030-02-18"]])),
    ("releases", Shows(&[&["releases"], &["releases", "--format", "json"]])),
    (
        "release add",
        Changes(&[
            // Entered above before, by the same mouth.
            &["release", "add", "@second.txt", "--by", "the ministry", "--date", "2030-01-03", "--marking", VIEWER],
            &["release", "add", "@second.txt", "--by", "the ministry", "--date", "2030-01-03", "--marking", VIEWER],
        ]),
    ),
    (
        "claims",
        Shows(&[
            &["claims"],
            &["claims", "--format", "json"],
            &["claims", "--format", "jsonl"],
            &["claims", "--format", "csv"],
            &["claims", "--source", "clerk"],
        ]),
    ),
    (
        "claim accept",
        Changes(&[&["claim", "accept", "CLAIM"], &["claim", "accept", "SECRET"], &["claim", "accept", "HIDDEN"]]),
    ),
    (
        "claim reject",
        Changes(&[
            &["claim", "reject", "CLAIM", "--why", "not there"],
            &["claim", "reject", "SECRET", "--why", "not there"],
        ]),
    ),
    (
        "claim edit",
        Changes(&[
            &["claim", "edit", "CLAIM", "--stance", "denies", "--why", "a denial"],
            &["claim", "edit", "SECRET", "--stance", "denies"],
        ]),
    ),
    (
        "claim rate",
        Changes(&[
            &["claim", "rate", "CLAIM", "2", "--why", "two say so"],
            &["claim", "rate", "SECRET", "2", "--why", "two say so"],
        ]),
    ),
    (
        "claim add",
        Changes(&[
            &["claim", "add", "OPENSHA", "--content", "We sent nothing", "--source", "Minister Orlo"],
            &["claim", "add", "SECRETSHA", "--content", "the order had been signed"],
        ]),
    ),
    ("actors", Shows(&[&["actors"], &["actors", "--names"], &["actors", "--format", "json"]])),
    (
        "actor join",
        Changes(&[
            &["actor", "join", "Orlo", "army", "--why", "one"],
            &["actor", "join", "Orlo", "A clerk", "--why", "one"],
        ]),
    ),
    ("actor part", Changes(&[&["actor", "part", "Orlo", "army", "--why", "two"]])),
    (
        "search",
        Shows(&[
            &["search", "port"],
            &["search", "order", "signed"],
            &["search", "said", "--counts"],
            &["search", "said", "--format", "json", "--sort", "time"],
            &["search", "--stance", "says", "--format", "csv"],
            &["search", "--list"],
        ]),
    ),
    ("roots", Shows(&[&["roots", "--all"], &["roots", "--claims", "--all"], &["roots", "--all", "--format", "json"]])),
    (
        "link join",
        Changes(&[
            &["link", "join", "OPENSHA", "SECONDSHA", "--why", "one ministry"],
            &["link", "join", "OPENSHA", "SECRETSHA", "--why", "one ministry"],
        ]),
    ),
    ("link cut", Changes(&[&["link", "cut", "OPENSHA", "SECONDSHA", "--why", "two rooms"]])),
    (
        "log",
        Shows(&[
            &["log", "--register"],
            &["log"],
            &["log", "--format", "json"],
            &["log", "--last", "2", "--format", "csv"],
        ]),
    ),
    ("export", Shows(&[&["export"]])),
    ("backup", Changes(&[&["backup", "@copy.tearline"]])),
    ("restore", Apart("makes another store, which its user then holds")),
    ("checkpoint", Changes(&[&["checkpoint", "@end.checkpoint", "--key", "@key"]])),
    ("hypothesis add", Changes(&[&["hypothesis", "add", "late", "Something else again", "--prior", ".1"]])),
    (
        "hypothesis list",
        Shows(&[
            &["hypothesis", "list"],
            &["hypothesis", "list", "--format", "json"],
            &["hypothesis", "list", "--format", "jsonl"],
        ]),
    ),
    (
        "evidence add",
        Changes(&[
            // A name that a hidden root has.
            &[
                "evidence",
                "add",
                "--root",
                "hidden",
                "--claim",
                "OTHERCLAIM",
                "--likelihood",
                "arms=.5",
                "--likelihood",
                "other=.4",
            ],
            &["evidence", "add", "--root", "open", "--claim", "CLAIM"],
            &[
                "evidence",
                "add",
                "--root",
                "hidden",
                "--claim",
                "SECRET",
                "--likelihood",
                "arms=.5",
                "--likelihood",
                "other=.4",
            ],
        ]),
    ),
    (
        "evidence list",
        Shows(&[
            &["evidence", "list"],
            &["evidence", "list", "--format", "json"],
            &["evidence", "list", "--format", "jsonl"],
        ]),
    ),
    (
        "hypothesis horizon",
        Changes(&[&["hypothesis", "horizon", "2031-01-01", "--how", "a statement of either government"]]),
    ),
    ("hypothesis offer", Shows(&[&["hypothesis", "offer"], &["hypothesis", "offer", "--stages"]])),
    ("hypothesis assume", Changes(&[&["hypothesis", "assume", "A decides alone", "--if-wrong", "others count"]])),
    ("hypothesis drop", Changes(&[&["hypothesis", "drop", "0123abcd", "--why", "no"]])),
    (
        "indicator list",
        Shows(&[
            &["indicator", "list"],
            &["indicator", "list", "--format", "json"],
            &["indicator", "list", "--format", "csv"],
        ]),
    ),
    (
        "indicator matches",
        Shows(&[
            &["indicator", "matches"],
            &["indicator", "matches", "the port closes"],
            &["indicator", "matches", "--format", "json"],
        ]),
    ),
    (
        "indicator add",
        Changes(&[&[
            "indicator",
            "add",
            "an order is signed",
            "--words",
            "order signed",
            "--likelihood",
            "arms=.7",
            "--likelihood",
            "other=.1",
        ]]),
    ),
    (
        "indicator accept",
        Changes(&[
            &["indicator", "accept", "an order is signed", "SECRET", "--root", "a clerk"],
            &["indicator", "accept", "a convoy leaves", "CLAIM", "--root", "a clerk"],
        ]),
    ),
    (
        "indicator reject",
        Changes(&[
            &["indicator", "reject", "an order is signed", "SECRET", "--why", "old"],
            &["indicator", "reject", "the port closes", "CLAIM", "--why", "old"],
        ]),
    ),
    (
        "evidence restate",
        Changes(&[
            &["evidence", "restate", "open", "--likelihood", "arms=.5", "--likelihood", "other=.3", "--why", "less"],
            &["evidence", "restate", "hidden", "--likelihood", "arms=.5", "--likelihood", "other=.3", "--why", "less"],
        ]),
    ),
    ("evidence group", Changes(&[&["evidence", "group", "open", "mixed", "--as", "same-body"]])),
    ("evidence ungroup", Changes(&[&["evidence", "ungroup", "open"], &["evidence", "ungroup", "mixed"]])),
    (
        "evidence withdraw",
        Changes(&[
            &["evidence", "withdraw", "--root", "mixed", "--why", "false"],
            &["weigh", "--without", "mixed"],
            &["weigh", "--false", "The ministry", "--false", "hidden"],
            &["evidence", "withdraw", "--document", "SECRETSHA", "--why", "false"],
            &["evidence", "withdraw", "--document", "OPENSHA", "--why", "false"],
        ]),
    ),
    (
        "evidence restore",
        Changes(&[
            &["evidence", "restore", "--root", "hidden", "--why", "true"],
            &["evidence", "restore", "--document", "OPENSHA", "--why", "true"],
        ]),
    ),
    (
        "weigh",
        Shows(&[
            &["weigh"],
            &["weigh", "--matrix"],
            &["weigh", "--history"],
            &["weigh", "--at", "2030-02-17"],
            &["weigh", "--without", "open"],
            &["weigh", "--false", "Courier"],
            &["weigh", "--format", "json"],
            &["weigh", "--format", "jsonl"],
            &["weigh", "--format", "csv"],
            &["weigh", "--format", "html"],
            &["weigh", "--format", "svg"],
        ]),
    ),
    (
        "why",
        Shows(&[
            &["why"],
            &["why", "arms", "--entered", "--from", "2030-02-01"],
            &["why", "--format", "json"],
            &["why", "--format", "csv"],
        ]),
    ),
    (
        "forecast list",
        Shows(&[
            &["forecast", "list"],
            &["forecast", "list", "--all"],
            &["forecast", "list", "--format", "json"],
            &["forecast", "list", "--format", "csv"],
        ]),
    ),
    ("forecast add", Changes(&[&["forecast", "add", "arms=.2"], &["forecast", "add", "arms=.2", "late=.1"]])),
    (
        "resolve",
        Changes(&[
            &["score"],
            &["resolve", "arms", "--on", "2030-02-18", "--how", "seen"],
            &["score"],
            &["resolve", "--undo", "--why", "not seen"],
            &["resolve", "other", "--on", "2030-02-18", "--how", "seen"],
        ]),
    ),
    ("score", Shows(&[&["score", "--all"], &["score", "--all", "--format", "json"]])),
    ("lint", Shows(&[&["lint", "--judged", "@open.txt"]])),
    ("disclose new", Changes(&[&["disclose", "new", "Say it", "--audience", "TLP:GREEN", "--channel", "mail"]])),
    (
        "disclose line",
        Changes(&[
            &["disclose", "line", "DRAFT", "A second line.", "--claim", "CLAIM"],
            &["disclose", "line", "DRAFT", "A third line.", "--claim", "SECRET"],
            &["disclose", "line", "HIDDEN", "A line.", "--claim", "CLAIM"],
        ]),
    ),
    (
        "disclose show",
        Shows(&[
            &["disclose", "show", "DRAFT"],
            &["disclose", "show", "DRAFT", "--format", "json"],
            &["disclose", "show", "DRAFT", "--format", "jsonl"],
            &["disclose", "show", "HIDDEN"],
        ]),
    ),
    (
        "disclose list",
        Shows(&[
            &["disclose", "list"],
            &["disclose", "list", "--format", "json"],
            &["disclose", "list", "--format", "jsonl"],
        ]),
    ),
    (
        "disclose approve",
        Changes(&[
            &["--author", "cyd", "disclose", "approve", "DRAFT", "--draft", "HASH"],
            &["disclose", "approve", "HIDDEN", "--draft", "HASH"],
        ]),
    ),
    (
        "disclose issue",
        Changes(&[
            &["disclose", "issue", "DRAFT", "--key", "@key", "--out", "@packet"],
            &["disclose", "issue", "HIDDEN", "--key", "@key", "--out", "@packet2"],
        ]),
    ),
    (
        "disclose export",
        Changes(&[
            &["disclose", "export", "DRAFT", "--out", "@again"],
            &["disclose", "export", "HIDDEN", "--out", "@never"],
        ]),
    ),
    ("key new", Apart("makes a key and touches no case")),
    ("verify", Apart("reads a packet and no case")),
    ("check", Shows(&[&["check"], &["check", "--rebuild"]])),
    ("demo", Apart("makes a case of its own")),
];

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

    // A line above in a draft below, and an approval of the draft with it.
    b.open(&["disclose", "new", "Tell partners", "--audience", VIEWER, "--channel", "mail"]);
    let draft = first_id(&mut b.desk, &["disclose", "list"]);
    b.open(&["disclose", "line", &draft, "The port is closed.", "--claim", &claim]);
    b.hide(&["disclose", "line", &draft, "The order is signed.", "--claim", &secret]);
    let hash = b.desk.listed(&["disclose", "list"])[0]["draft"].as_str().unwrap().to_owned();
    b.hide(&["--author", "ben", "disclose", "approve", &draft, "--draft", &hash]);
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
    let of = |desk: &mut Desk| {
        vec![
            ("CLAIM", open_claim(desk)),
            ("OTHERCLAIM", other_claim(desk)),
            ("SECRET", hidden_claim(desk)),
            ("DRAFT", first_id(desk, &["disclose", "list"])),
            ("HIDDEN", "abcdef01".to_owned()),
            ("WARNING", first_id(desk, &["warnings"])),
            ("OPENSHA", sha(OPEN)),
            ("SECONDSHA", sha(SECOND)),
            ("SECRETSHA", sha(SECRET)),
        ]
    };
    let words = of(one);
    assert_eq!(words, of(other));
    Words(words)
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
