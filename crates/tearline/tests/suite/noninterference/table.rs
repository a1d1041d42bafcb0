//! Every command of the command line, and how it takes part.

/// How a command takes part.
pub enum Part {
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
pub const VIEWER: &str = "TLP:GREEN";

pub const TABLE: &[(&str, Part)] = &[
    ("read", Apart("reads files and no case")),
    ("read-pdf-from-stdin", Apart("reads standard input and no case")),
    ("serve", Apart("answers over HTTP; `api::hidden` calls every route")),
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
    ("mandates", Shows(&[&["mandates"], &["mandates", "--format", "json"]])),
    (
        "mandate add",
        // Only whoever holds the store gives mandates.
        Changes(&[&["mandate", "add", "ben", "--approver"], &["mandate", "add", "eve", "--owner", "Station East"]]),
    ),
    ("mandate revoke", Changes(&[&["mandate", "revoke", "eve", "--owner", "Station East"]])),
    (
        "disclose new",
        Changes(&[
            &["disclose", "new", "Say it", "--audience", "TLP:GREEN", "--channel", "mail"],
            &["disclose", "new", "Again", "--version-of", "DRAFT", "--audience", "public", "--channel", "mail"],
            &["disclose", "new", "Again", "--version-of", "HIDDEN", "--audience", "public", "--channel", "mail"],
            &[
                "disclose",
                "new",
                "Again",
                "--amends",
                "HIDDEN",
                "--how",
                "corrects",
                "--because",
                "so",
                "--audience",
                "public",
                "--channel",
                "mail",
            ],
        ]),
    ),
    ("mark check", Apart("reads files and no case")),
    ("mark banner", Apart("reads what it is given and no case")),
    ("mark export", Apart("reads files and no case")),
    ("mark rules", Apart("speaks of the rules and no case")),
    (
        "disclose line",
        Changes(&[
            &["disclose", "line", "DRAFT", "A second line.", "--claim", "CLAIM"],
            &["disclose", "line", "DRAFT", "A third line.", "--claim", "SECRET"],
            &["disclose", "line", "DRAFT", "It is likely.", "--judgement", "arms", "--answers", "Why now?"],
            &["disclose", "line", "HIDDEN", "A line.", "--claim", "CLAIM"],
        ]),
    ),
    (
        "disclose change",
        Changes(&[
            &["disclose", "change", "DRAFT", "2", "A second line, changed."],
            &["disclose", "change", "DRAFT", "2", "It rests on more.", "--claim", "SECRET"],
            &["disclose", "change", "DRAFT", "9", "There is none."],
            &["disclose", "change", "HIDDEN", "1", "A line."],
        ]),
    ),
    ("disclose drop", Changes(&[&["disclose", "drop", "DRAFT", "2"], &["disclose", "drop", "HIDDEN", "1"]])),
    (
        "disclose schedule",
        Changes(&[
            &["disclose", "schedule", "DRAFT", "--wanted", "2030-02-20T09:00Z"],
            &["disclose", "schedule", "HIDDEN", "--wanted", "2030-02-20T09:00Z"],
        ]),
    ),
    (
        "disclose option",
        Changes(&[
            &["disclose", "option", "DRAFT", "public", "--gain", "it is known"],
            &["disclose", "option", "HIDDEN", "public", "--gain", "it is known"],
        ]),
    ),
    ("disclose options", Shows(&[&["disclose", "options", "DRAFT"], &["disclose", "options", "HIDDEN"]])),
    (
        "disclose choose",
        Changes(&[
            &["disclose", "choose", "DRAFT", "public", "--why", "it must be known"],
            &["disclose", "choose", "HIDDEN", "public", "--why", "it must be known"],
        ]),
    ),
    (
        "disclose lower",
        Changes(&[
            &["disclose", "lower", "DRAFT", "1", "--to", "TLP:CLEAR", "--why", "nothing in it"],
            &["disclose", "lower", "HIDDEN", "1", "--to", "TLP:CLEAR", "--why", "nothing in it"],
        ]),
    ),
    (
        "disclose ask",
        Changes(&[
            &["disclose", "ask", "DRAFT", "--for", "a vote"],
            &["disclose", "ask", "DRAFT", "1", "--owner", "Station East", "--for", "a vote"],
            &["disclose", "ask", "HIDDEN", "--for", "a vote"],
        ]),
    ),
    ("disclose asks", Shows(&[&["disclose", "asks"], &["disclose", "asks", "--format", "json"]])),
    (
        "disclose consent",
        Changes(&[
            &["disclose", "consent", "DRAFT", "1", "--owner", "Station East", "--words", "5d1e07c2", "--concur"],
            &["disclose", "consent", "HIDDEN", "1", "--owner", "Station East", "--words", "5d1e07c2", "--concur"],
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
    ("disclose versions", Shows(&[&["disclose", "versions", "DRAFT"], &["disclose", "versions", "HIDDEN"]])),
    (
        "disclose list",
        Shows(&[
            &["disclose", "list"],
            &["disclose", "list", "--format", "json"],
            &["disclose", "list", "--format", "jsonl"],
        ]),
    ),
    (
        "disclose cover",
        Shows(&[
            &["disclose", "cover", "DRAFT"],
            &["disclose", "cover", "DRAFT", "--format", "json"],
            &["disclose", "cover", "HIDDEN"],
        ]),
    ),
    (
        "disclose ladder",
        Shows(&[
            &["disclose", "ladder", "DRAFT"],
            &["disclose", "ladder", "DRAFT", "--format", "json"],
            &["disclose", "ladder", "HIDDEN"],
        ]),
    ),
    (
        "disclose guard",
        Shows(&[
            &["disclose", "guard", "DRAFT"],
            &["disclose", "guard", "DRAFT", "--format", "json"],
            &["disclose", "guard", "HIDDEN"],
        ]),
    ),
    ("disclose mosaic", Shows(&[&["disclose", "mosaic", "DRAFT"], &["disclose", "mosaic", "HIDDEN"]])),
    (
        "disclose clear",
        Changes(&[
            &["disclose", "clear", "DRAFT", "--draft", "HASH"],
            &["disclose", "clear", "HIDDEN", "--draft", "HASH"],
        ]),
    ),
    (
        "disclose waive",
        Changes(&[
            &["disclose", "waive", "DRAFT", "--draft", "HASH", "--owner", "Station East", "--why", "so"],
            &["disclose", "waive", "HIDDEN", "--draft", "HASH", "--owner", "Station East", "--why", "so"],
        ]),
    ),
    ("disclose policy", Shows(&[&["disclose", "policy"], &["disclose", "policy", "--format", "json"]])),
    ("access list", Shows(&[&["access", "list"], &["access", "list", "--format", "json"]])),
    (
        "access add",
        Changes(&[
            &["access", "add", "guests", "--member", "Orlo", "--claim", "CLAIM", "--marking", VIEWER],
            &["access", "add", "guests", "--member", "Orlo", "--claim", "SECRET", "--marking", VIEWER],
        ]),
    ),
    ("access retire", Changes(&[&["access", "retire", "readers of the order", "--why", "old"]])),
    ("disclose log", Apart("is for whoever holds the store, and refused to others")),
    (
        "disclose authority",
        Changes(&[
            &["disclose", "authority", "DRAFT", "--by", "A", "--derived-from", "G", "--declassify-on", "20561231"],
            &["disclose", "authority", "HIDDEN", "--by", "A", "--derived-from", "G", "--declassify-on", "20561231"],
        ]),
    ),
    ("disclose rules", Apart("prints the rules and touches no case")),
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
    (
        "disclose alone",
        Changes(&[
            &["disclose", "alone", "HIDDEN", "--why", "nobody else"],
            &["disclose", "new", "For one", "--audience", "TLP:GREEN", "--channel", "mail"],
            &["disclose", "alone", "DRAFT", "--why", "nobody else"],
        ]),
    ),
    (
        "disclose withhold",
        Changes(&[
            &["disclose", "withhold", "DRAFT", "--why", "it would tell"],
            &["disclose", "withhold", "HIDDEN", "--why", "it would tell"],
        ]),
    ),
    ("shown", Shows(&[&["shown"], &["shown", "--format", "json"]])),
    ("key new", Apart("makes a key and touches no case")),
    ("verify", Apart("reads a packet and no case")),
    ("check", Shows(&[&["check"], &["check", "--rebuild"]])),
    ("demo", Apart("makes a case of its own")),
];
