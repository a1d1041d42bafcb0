//! Saying something with consent, as it is typed: who drafts, who is asked, who agrees, what goes out, and what does not.

use serde_json::Value;

use crate::desk::Desk;

const OPEN: &str = "Western officials said that Norland is weighing whether to send shells to Suderland. Norland's ministry \
                    denied any transfer.";
const GUARDED: &str = "The dispatcher said that eleven wagons were loaded at the depot on Monday night.";

/// A case with an open report and one of a source that Station East guards.
fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.write("open.txt", OPEN);
    desk.write("guarded.txt", GUARDED);
    desk.works(&["case", "new", "Will Norland arm Suderland?", "--marking", "TLP:CLEAR"]);
    desk.works(&["collect", "@open.txt"]);
    desk.works(&["collect", "@guarded.txt", "--owner", "Station East", "--protection", "sensitive"]);
    desk.works(&["key", "new", "@key"]);
    desk
}

fn claim(desk: &mut Desk, words: &str) -> String {
    desk.claims(words).pop().unwrap_or_else(|| panic!("no claim holds {words:?}"))
}

fn proposed(desk: &mut Desk, audience: &str) -> String {
    desk.works(&["disclose", "new", "Warn before the vote", "--audience", audience, "--channel", "press background"]);
    let rows = desk.listed(&["disclose", "list"]);
    rows.last().unwrap()["id"].as_str().unwrap()[..8].to_owned()
}

fn shown(desk: &mut Desk, id: &str) -> Value {
    let said = desk.case(&["disclose", "show", id, "--format", "json"]);
    assert_eq!(said.code, 0, "{}", said.err);
    serde_json::from_str(&said.out).unwrap()
}

/// What somebody says for Station East of the line that they were asked about, having read it as it stands.
fn says(desk: &mut Desk, person: &str, id: &str, line: &str, how: &[&str]) -> crate::desk::Said {
    let shown = shown(desk, id)["of_lines"][line.parse::<usize>().unwrap() - 1]["id"].as_str().unwrap().to_owned();
    let asks = desk.case(&["--author", person, "disclose", "asks", "--format", "json"]);
    let asks: Vec<Value> = serde_json::from_str(&asks.out).unwrap();
    let words = asks.iter().find(|ask| ask["line"] == shown).map_or("not asked", |ask| ask["words"].as_str().unwrap());
    let said = ["--author", person, "disclose", "consent", id, line, "--owner", "Station East", "--words", words];
    desk.case(&[&said, how].concat())
}

fn concurs(desk: &mut Desk, person: &str, id: &str, line: &str) {
    let said = says(desk, person, id, line, &["--concur"]);
    assert_eq!(said.code, 0, "{}", said.err);
}

fn draft(desk: &mut Desk, id: &str) -> String {
    shown(desk, id)["draft"].as_str().unwrap().to_owned()
}

#[test]
fn a_line_is_issued_when_its_owner_agreed_and_somebody_else_approved() {
    let mut desk = desk();
    let wagons = claim(&mut desk, "eleven wagons");
    let id = proposed(&mut desk, "public");
    desk.works(&[
        "disclose",
        "line",
        &id,
        "A person with access said that eleven wagons were loaded.",
        "--claim",
        &wagons,
    ]);
    let ready = draft(&mut desk, &id);
    desk.works(&["--author", "ben", "disclose", "approve", &id, "--draft", &ready]);
    let issue = ["disclose", "issue", &id, "--key", "@key", "--out", "@packet"];
    let refused = desk.case(&issue);
    assert_eq!(refused.code, 1);
    assert_eq!(
        refused.err,
        "error: line 1 rests on what belongs to others, who must agree to it as it stands: Station East (was not asked \
         about these words)\n"
    );
    // Nobody speaks for the station yet.
    assert!(
        says(&mut desk, "eve", &id, "1", &["--concur"])
            .err
            .contains("eve does not speak for Station East: whoever keeps the house register knows who does")
    );
    desk.works(&["mandate", "add", "eve", "--owner", "Station East", "--why", "head of station"]);
    assert!(
        says(&mut desk, "eve", &id, "1", &["--concur"]).err.contains("Station East was not asked about these words")
    );
    desk.works(&["disclose", "ask", &id, "--for", "to be said before the vote", "--deadline", "2030-03-01T12:00Z"]);
    let asks = desk.case(&["--author", "eve", "disclose", "asks"]);
    assert!(
        asks.out.contains("ann asks Station East: to be said before the vote (shown, not to be kept)"),
        "{}",
        asks.out
    );
    // Whoever wrote it cannot agree to it, even where they speak for the owner.
    desk.works(&["mandate", "add", "ann", "--owner", "Station East"]);
    let own = says(&mut desk, "ann", &id, "1", &["--concur"]);
    assert!(
        own.err.contains("ann proposed this or wrote some of it and cannot agree to it for an owner"),
        "{}",
        own.err
    );
    assert_eq!(
        says(&mut desk, "eve", &id, "1", &["--concur"]).out,
        "Station East concurs: A person with access said that eleven wagons were loaded.\n"
    );
    let issued = desk.case(&issue);
    assert_eq!(issued.code, 0, "{}", issued.err);
    let page = std::fs::read_to_string(desk.path("packet/packet.html")).unwrap();
    assert!(page.contains("eleven wagons") && !page.contains("Station East"));
}

#[test]
fn a_changed_line_must_be_agreed_to_and_approved_again() {
    let mut desk = desk();
    let wagons = claim(&mut desk, "eleven wagons");
    let id = proposed(&mut desk, "public");
    desk.works(&["mandate", "add", "eve", "--owner", "Station East"]);
    desk.works(&[
        "disclose",
        "line",
        &id,
        "A person with access said that eleven wagons were loaded.",
        "--claim",
        &wagons,
    ]);
    desk.works(&["disclose", "ask", &id, "--for", "a vote"]);
    assert_eq!(says(&mut desk, "eve", &id, "1", &["--change", "Wagons were loaded."]).code, 0);
    assert_eq!(shown(&mut desk, &id)["of_lines"][0]["owners"][0][1], "asks for other words");
    desk.works(&[
        "disclose",
        "change",
        &id,
        "1",
        "A person said that wagons were loaded.",
        "--why",
        "as the station asked",
    ]);
    assert_eq!(shown(&mut desk, &id)["of_lines"][0]["owners"][0][1], "was not asked about these words");
    desk.works(&["disclose", "ask", &id, "--for", "a vote"]);
    concurs(&mut desk, "eve", &id, "1");
    let ready = draft(&mut desk, &id);
    desk.works(&["--author", "ben", "disclose", "approve", &id, "--draft", &ready]);
    assert_eq!(shown(&mut desk, &id)["missing"], Value::Null);
    // One word more, and all of it is lost.
    desk.works(&["disclose", "change", &id, "1", "A person said that many wagons were loaded."]);
    let missing = shown(&mut desk, &id)["missing"].as_str().unwrap().to_owned();
    assert!(missing.contains("Station East (concurred with other words)"), "{missing}");
}

#[test]
fn the_draft_says_where_its_words_are_not_those_of_the_claims_behind_it() {
    let mut desk = desk();
    let (weighing, wagons) = (claim(&mut desk, "weighing"), claim(&mut desk, "eleven wagons"));
    let denial = claim(&mut desk, "any transfer");
    let id = proposed(&mut desk, "public");
    for (text, claim) in [
        ("Norland has sent shells to Suderland.", &weighing),
        ("Officials said that 40 wagons were loaded at the depot.", &wagons),
        ("Norland's ministry spoke of a transfer.", &denial),
        ("Western officials said that Norland is weighing whether to send shells to Suderland.", &weighing),
    ] {
        desk.works(&["disclose", "line", &id, text, "--claim", claim]);
    }
    let rules: Vec<Vec<String>> = shown(&mut desk, &id)["of_lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            line["faults"].as_array().unwrap().iter().map(|fault| fault["rule"].as_str().unwrap().to_owned()).collect()
        })
        .collect();
    assert!(rules[0].contains(&"report-as-fact".to_owned()), "{rules:?}");
    assert_eq!(rules[1], ["false-plural", "unsupported-figure"], "{rules:?}");
    assert!(rules[2].contains(&"dropped-denial".to_owned()), "{rules:?}");
    assert_eq!(rules[3], Vec::<String>::new(), "{rules:?}");
}

#[test]
fn a_line_for_which_nothing_stands_any_more_is_not_issued() {
    let mut desk = desk();
    let weighing = claim(&mut desk, "weighing");
    let id = proposed(&mut desk, "public");
    desk.works(&["disclose", "line", &id, "Western officials said that Norland is weighing it.", "--claim", &weighing]);
    desk.works(&["claim", "reject", &weighing, "--why", "misread"]);
    assert_eq!(shown(&mut desk, &id)["of_lines"][0]["support"], 0);
    let missing = shown(&mut desk, &id)["missing"].as_str().unwrap().to_owned();
    assert!(missing.starts_with("line 1 has no support"), "{missing}");
}

#[test]
fn a_lower_marking_waits_for_whoever_may_enter_it() {
    let mut desk = desk();
    desk.write("red.txt", "A clerk said that the order was signed.");
    desk.works(&["collect", "@red.txt", "--marking", "SECRET//NOFORN"]);
    let signed = claim(&mut desk, "order was signed");
    let id = proposed(&mut desk, "public");
    desk.works(&["disclose", "line", &id, "A person said that an order was signed.", "--claim", &signed]);
    let lower = ["disclose", "lower", &id, "1", "--to", "U", "--why", "guide 7, section 2"];
    assert_eq!(desk.case(&lower).out, "proposed; the line stays (S//NF) until somebody enters it by right\n");
    let as_guide = [&lower[..], &["--as", "guide"]].concat();
    let by_dee = [&["--author", "dee"][..], &as_guide].concat();
    assert!(desk.case(&by_dee).err.contains("dee may not enter a lower marking as guide"));
    desk.works(&["mandate", "add", "dee", "--declassifier"]);
    desk.works(&["mandate", "add", "ann", "--declassifier"]);
    assert!(desk.case(&as_guide).err.contains("nobody for what they wrote"), "ann wrote the line");
    assert_eq!(desk.case(&by_dee).out, "entered; the line is marked (U)\n");
    let row = shown(&mut desk, &id);
    assert_eq!((&row["of_lines"][0]["portion"], &row["of_lines"][0]["inherited"]), (&"(U)".into(), &"(S//NF)".into()));
    let ready = draft(&mut desk, &id);
    desk.works(&["--author", "ben", "disclose", "approve", &id, "--draft", &ready]);
    desk.works(&["disclose", "issue", &id, "--key", "@key", "--out", "@packet"]);
}

#[test]
fn mandates_are_given_by_whoever_holds_the_store_and_then_bind_everybody() {
    let mut desk = desk();
    let seen = desk.case(&["--view-as", "TLP:RED", "mandate", "add", "mallory", "--approver"]);
    assert!(seen.err.contains("does not hold the case file"), "{}", seen.err);
    desk.works(&["mandate", "add", "ann", "--drafter"]);
    desk.works(&["mandate", "add", "ben", "--approver"]);
    desk.works(&["mandate", "add", "ida", "--issuer"]);
    let weighing = claim(&mut desk, "weighing");
    let id = proposed(&mut desk, "public");
    desk.works(&["disclose", "line", &id, "Western officials said that Norland is weighing it.", "--claim", &weighing]);
    let by_cyd = desk.case(&["--author", "cyd", "disclose", "line", &id, "More.", "--claim", &weighing]);
    assert!(by_cyd.err.contains("cyd has no mandate to draft"), "{}", by_cyd.err);
    let ready = draft(&mut desk, &id);
    assert!(desk.case(&["--author", "cyd", "disclose", "approve", &id, "--draft", &ready]).err.contains("no mandate"));
    let alone = desk.case(&["disclose", "alone", &id, "--why", "in a hurry"]);
    assert!(alone.err.contains("this is no desk of one"), "{}", alone.err);
    desk.works(&["--author", "ben", "disclose", "approve", &id, "--draft", &ready]);
    let issue = ["disclose", "issue", &id, "--key", "@key", "--out", "@packet"];
    assert!(desk.case(&issue).err.contains("ann has no mandate to issue"));
    desk.works(&[&["--author", "ida"][..], &issue].concat());
    desk.works(&["mandate", "revoke", "ben", "--approver", "--why", "another post"]);
    let states: Vec<Value> = desk.listed(&["mandates"]).into_iter().map(|row| row["in_force"].clone()).collect();
    assert_eq!(states, [true, false, true, false].map(Value::from));
}

#[test]
fn ways_stand_side_by_side_and_saying_nothing_is_an_outcome() {
    let mut desk = desk();
    let wagons = claim(&mut desk, "eleven wagons");
    let id = proposed(&mut desk, "public");
    desk.works(&["disclose", "line", &id, "A person said that eleven wagons were loaded.", "--claim", &wagons]);
    desk.works(&[
        "disclose",
        "option",
        &id,
        "public",
        "--gain",
        "the vote",
        "--cost",
        "the route closes",
        "--reveals",
        "the depot is seen",
    ]);
    desk.works(&["disclose", "option", &id, "nothing", "--gain", "the source stays", "--cost", "nobody is warned"]);
    let against = "Council meeting=2030-02-24T15:00[America/New_York]";
    desk.works(&["disclose", "schedule", &id, "--wanted", "2030-02-24T09:00-05:00", "--against", against]);
    desk.works(&["disclose", "choose", &id, "nothing", "--why", "one witness, and he would be known"]);
    insta::assert_snapshot!(desk.case(&["disclose", "options", &id, "--partners", "SECRET,country=GBR"]).out);
    desk.works(&["disclose", "withhold", &id, "--why", "one witness, and he would be known"]);
    let late = desk.case(&["disclose", "line", &id, "More.", "--claim", &wagons]);
    assert!(late.err.contains("it was decided that this is not said, and that stands"), "{}", late.err);
    insta::assert_snapshot!(desk.case(&["disclose", "show", &id]).out);
}

#[test]
fn versions_for_several_audiences_stay_linked_and_the_register_knows_who_was_shown_what() {
    let mut desk = desk();
    let (weighing, wagons) = (claim(&mut desk, "weighing"), claim(&mut desk, "eleven wagons"));
    let first = proposed(&mut desk, "TLP:GREEN");
    desk.works(&["mandate", "add", "eve", "--owner", "Station East"]);
    desk.works(&[
        "disclose",
        "line",
        &first,
        "Western officials said that Norland is weighing whether to send shells.",
        "--claim",
        &weighing,
    ]);
    desk.works(&["disclose", "line", &first, "A person said that eleven wagons were loaded.", "--claim", &wagons]);
    let taken = [
        "disclose",
        "new",
        "The same for all",
        "--version-of",
        &first,
        "--audience",
        "public",
        "--channel",
        "public statement",
    ];
    desk.works(&taken);
    let second = desk.listed(&["disclose", "list"])[1]["id"].as_str().unwrap()[..8].to_owned();
    desk.works(&["disclose", "change", &second, "2", "A person said that wagons were loaded."]);
    desk.works(&["disclose", "drop", &second, "2", "--why", "not for all"]);
    insta::assert_snapshot!(
        desk.case(&["disclose", "versions", &second]).out.replace(&first, "FIRST").replace(&second, "SECOND")
    );
    desk.works(&["disclose", "ask", &first, "--mode", "release", "--for", "a vote"]);
    concurs(&mut desk, "eve", &first, "2");
    for (id, out) in [(&first, "@one"), (&second, "@two")] {
        let ready = draft(&mut desk, id);
        desk.works(&["--author", "ben", "disclose", "approve", id, "--draft", &ready]);
        desk.works(&["disclose", "issue", id, "--key", "@key", "--out", out]);
    }
    desk.works(&[
        "disclose",
        "new",
        "It was more",
        "--amends",
        &second,
        "--how",
        "corrects",
        "--because",
        "It left out a part.",
        "--version-of",
        &second,
        "--audience",
        "public",
        "--channel",
        "public statement",
    ]);
    insta::assert_snapshot!(desk.case(&["shown"]).out);
}

#[test]
fn what_went_out_is_told_as_it_went_out_whatever_is_thought_of_it_since() {
    let mut desk = desk();
    let wagons = claim(&mut desk, "eleven wagons");
    let id = proposed(&mut desk, "public");
    desk.works(&["disclose", "line", &id, "A person said that eleven wagons were loaded.", "--claim", &wagons]);
    desk.works(&["disclose", "schedule", &id, "--embargo", "2030-02-24T10:00Z"]);
    desk.works(&["mandate", "add", "eve", "--owner", "Station East", "--why", "head of station"]);
    desk.works(&["disclose", "ask", &id, "--for", "a vote"]);
    concurs(&mut desk, "eve", &id, "1");
    let ready = draft(&mut desk, &id);
    desk.works(&["--author", "ben", "disclose", "approve", &id, "--draft", &ready]);
    desk.works(&["disclose", "issue", &id, "--key", "@key", "--out", "@packet"]);
    let told = |desk: &mut Desk| {
        let row = &desk.listed(&["shown"])[1];
        assert_eq!(row["terms"], "Embargoed until 2030-02-24T10:00Z.");
        let of = shown(desk, &id);
        let line = &of["of_lines"][0];
        (
            row["marking"].clone(),
            of["banner"].clone(),
            of["draft"].clone(),
            of["sources"].clone(),
            line["owners"].clone(),
        )
    };
    let before = told(&mut desk);
    desk.works(&["claim", "reject", &wagons, "--why", "misread"]);
    desk.works(&["mandate", "revoke", "eve", "--owner", "Station East", "--why", "left"]);
    assert_eq!(told(&mut desk), before);
}

#[test]
fn the_rules_are_a_table_that_anybody_can_read() {
    let mut desk = Desk::new();
    insta::assert_snapshot!(desk.run(&["disclose", "rules"]).out);
    assert!(desk.run(&["disclose", "rules", "--policy"]).out.contains("nobody approves what they wrote"));
}

#[test]
fn what_demands_more_than_the_draft_is_guarded_for_is_not_put_into_it() {
    let mut desk = desk();
    let id = proposed(&mut desk, "public");
    desk.write("late.txt", "A clerk said that the order was signed.");
    desk.works(&["collect", "@late.txt", "--marking", "TLP:RED"]);
    let late = claim(&mut desk, "order was signed");
    let said = desk.case(&["disclose", "line", &id, "An order was signed.", "--claim", &late]);
    assert_eq!(
        said.err,
        "error: the line demands TLP:RED, and the draft is guarded for TLP:CLEAR alone, as all that was there when it was \
         proposed\n hint: propose anew with `disclose new --version-of`, so that the draft is guarded as what is there now\n"
    );
}

#[test]
fn an_owner_agrees_to_the_words_they_read() {
    let mut desk = desk();
    let wagons = claim(&mut desk, "eleven wagons");
    let id = proposed(&mut desk, "public");
    desk.works(&["mandate", "add", "eve", "--owner", "Station East"]);
    desk.works(&["disclose", "line", &id, "A person said that wagons were loaded.", "--claim", &wagons]);
    desk.works(&["disclose", "ask", &id, "--for", "a vote"]);
    let blind = desk.case(&["--author", "eve", "disclose", "consent", &id, "1", "--owner", "Station East", "--concur"]);
    assert!(blind.err.contains("--words <HASH>"), "{}", blind.err);
    let other = ["disclose", "consent", &id, "1", "--owner", "Station East", "--words", "00000000", "--concur"];
    let other = desk.case(&[&["--author", "eve"], other.as_slice()].concat());
    assert_eq!(
        other.err,
        "error: the line, its marking or its audience is not what it was when this was read: look at it as it stands now\n"
    );
    concurs(&mut desk, "eve", &id, "1");
}

#[test]
fn the_same_words_on_other_claims_demand_what_they_did_and_other_words_say_what_they_rested_on() {
    let mut desk = desk();
    desk.write("secret.txt", "An aide said that Norland is weighing whether to send shells by rail.");
    desk.works(&["collect", "@secret.txt", "--marking", "TLP:RED"]);
    let (open, secret) = (claim(&mut desk, "send shells to Suderland"), claim(&mut desk, "shells by rail"));
    let id = proposed(&mut desk, "TLP:RED");
    desk.works(&["disclose", "line", &id, "Norland is said to weigh sending shells.", "--claim", &secret]);
    desk.works(&["disclose", "change", &id, "1", "Norland is said to weigh sending shells.", "--claim", &open]);
    let line = shown(&mut desk, &id)["of_lines"][0].clone();
    assert_eq!((line["portion"].as_str(), line["formerly"].as_str()), (Some("(TLP:RED)"), None));
    // Taken out and written anew, it is the same.
    desk.works(&["disclose", "drop", &id, "1", "--why", "once more"]);
    desk.works(&["disclose", "line", &id, "Norland is said to weigh sending shells", "--claim", &open]);
    assert_eq!(shown(&mut desk, &id)["of_lines"][0]["portion"], "(TLP:RED)");
    // Other words may rest on other claims, and whoever approves them is told.
    desk.works(&["disclose", "change", &id, "1", "Officials said that Norland weighs it.", "--claim", &open]);
    let line = shown(&mut desk, &id)["of_lines"][0].clone();
    assert_eq!((line["portion"].as_str(), line["formerly"].as_str()), (Some("(TLP:CLEAR)"), Some("(TLP:RED)")));
    let told = desk.case(&["disclose", "show", &id]).out;
    assert!(told.contains("an earlier version of it rested on what demands (TLP:RED)"), "{told}");
}

#[test]
fn a_lower_marking_ends_with_the_right_of_whoever_entered_it() {
    let mut desk = desk();
    desk.write("amber.txt", "An aide said that Norland is weighing whether to send shells by rail.");
    desk.works(&["collect", "@amber.txt", "--marking", "S//NF"]);
    let aide = claim(&mut desk, "shells by rail");
    let id = proposed(&mut desk, "public");
    desk.works(&["disclose", "line", &id, "Norland is weighing whether to send shells.", "--claim", &aide]);
    desk.works(&["mandate", "add", "dee", "--declassifier"]);
    desk.works(&["mandate", "add", "ben", "--approver"]);
    for role in ["--drafter", "--issuer"] {
        desk.works(&["mandate", "add", "ann", role]);
    }
    let lower = ["disclose", "lower", &id, "1", "--to", "U", "--as", "guide", "--why", "guide 7, section 2"];
    desk.works(&[&["--author", "dee"], lower.as_slice()].concat());
    let ready = draft(&mut desk, &id);
    desk.works(&["--author", "ben", "disclose", "approve", &id, "--draft", &ready]);
    assert_eq!(shown(&mut desk, &id)["missing"], Value::Null);
    desk.works(&["mandate", "revoke", "dee", "--declassifier", "--why", "left"]);
    assert_eq!(
        shown(&mut desk, &id)["missing"],
        "line 1 is marked lower by the right of dee, who no longer has it: have it entered again by somebody who does"
    );
}

#[test]
fn whoever_speaks_for_a_protected_source_reads_the_line_that_they_are_asked_about_and_no_other() {
    let mut desk = desk();
    desk.write("clerk.txt", "The clerk said that the convoy leaves the depot on Friday.");
    desk.works(&["collect", "@clerk.txt", "--owner", "Station West", "--protection", "protected"]);
    let (wagons, convoy) = (claim(&mut desk, "eleven wagons"), claim(&mut desk, "the convoy"));
    let id = proposed(&mut desk, "public");
    desk.works(&["disclose", "line", &id, "A person said that a convoy leaves.", "--claim", &convoy]);
    desk.works(&["disclose", "line", &id, "A person said that wagons were loaded.", "--claim", &wagons]);
    desk.works(&["mandate", "add", "will", "--owner", "Station West"]);
    desk.works(&["disclose", "ask", &id, "--for", "a vote"]);
    let asks = ["--view-as", "TLP:CLEAR", "disclose", "asks"];
    let will = desk.case(&[&["--author", "will"], asks.as_slice()].concat()).out;
    assert!(will.contains("a convoy leaves") && !will.contains("wagons"), "{will}");
    let stranger = desk.case(&[&["--author", "zoe"], asks.as_slice()].concat()).out;
    assert!(!stranger.contains("convoy"), "{stranger}");
    assert!(!desk.case(&["--author", "will", "--view-as", "TLP:CLEAR", "claims"]).out.contains("convoy"));
}

/// Has officials speak for a hypothesis, with the claims that are named.
fn weighed(desk: &mut Desk, claims: &[&str]) {
    desk.works(&["hypothesis", "add", "arms", "Norland sends shells to Suderland", "--prior", ".3"]);
    let mut evidence = vec!["evidence", "add", "--root", "the officials", "--why", "they know"];
    for claim in claims {
        evidence.extend(["--claim", claim]);
    }
    evidence.extend(["--likelihood", "arms=.6-.8", "--likelihood", "other=.1-.2"]);
    desk.works(&evidence);
}

/// Where owners stand on a line, by its place.
fn owners(desk: &mut Desk, id: &str, place: usize) -> Value {
    shown(desk, id)["of_lines"][place]["owners"].clone()
}

#[test]
fn what_goes_out_around_a_line_is_shown_to_its_owner_and_agreed_to_with_it() {
    let mut desk = desk();
    let (weighing, wagons) = (claim(&mut desk, "weighing"), claim(&mut desk, "eleven wagons"));
    weighed(&mut desk, &[&weighing]);
    desk.works(&["mandate", "add", "eve", "--owner", "Station East"]);
    let id = proposed(&mut desk, "public");
    desk.works(&["disclose", "line", &id, "A person said that eleven wagons were loaded.", "--claim", &wagons]);
    desk.works(&["disclose", "ask", &id, "--for", "a vote"]);
    concurs(&mut desk, "eve", &id, "1");
    assert_eq!(owners(&mut desk, &id, 0)[0][1], "concurs");
    // Another line brings a sentence on how far its judgement can be relied on, which stands over the whole.
    desk.works(&["disclose", "line", &id, "It is likely that Norland will send shells.", "--judgement", "arms"]);
    assert_eq!(owners(&mut desk, &id, 0)[0][1], "concurred with other words");
    desk.works(&["disclose", "ask", &id, "--for", "a vote"]);
    let asks = desk.case(&["--author", "eve", "disclose", "asks"]).out;
    let show = desk.case(&["disclose", "show", &id]).out;
    for text in [&asks, &show] {
        assert!(text.contains("sources, as the packet tells them: A source who is not named."), "{text}");
        assert!(text.contains("confidence, as the packet tells it: Confidence is low: "), "{text}");
    }
    concurs(&mut desk, "eve", &id, "1");
    // By whose authority it is classified stands on the page too, and may name somebody.
    let block = ["--by", "Director", "--derived-from", "Report of the night dispatcher", "--declassify-on", "20561231"];
    desk.works(&[&["--author", "bob", "disclose", "authority", &id], block.as_slice()].concat());
    assert_eq!(owners(&mut desk, &id, 0)[0][1], "concurred with other words");
    desk.works(&["disclose", "ask", &id, "--for", "a vote"]);
    let asks = desk.case(&["--author", "eve", "disclose", "asks"]).out;
    assert!(asks.contains("Derived from: Report of the night dispatcher"), "{asks}");
    assert_eq!(desk.case(&["disclose", "show", &id]).out.matches("Derived from: ").count(), 1);
    concurs(&mut desk, "eve", &id, "1");
    // Nothing in it is classified, and so it says nothing of the kind.
    let ready = draft(&mut desk, &id);
    desk.works(&["--author", "ben", "disclose", "approve", &id, "--draft", &ready]);
    let missing = shown(&mut desk, &id)["missing"].as_str().unwrap().to_owned();
    assert!(missing.contains("(ISM-ID-00016)") && missing.contains("`disclose authority --none`"), "{missing}");
    let out = desk.works(&["--author", "bob", "disclose", "authority", &id, "--none"]);
    assert_eq!(out, "the authority block was taken out\n");
    // As it was, it is what was agreed to before.
    assert_eq!(owners(&mut desk, &id, 0)[0][1], "concurs");
    let ready = draft(&mut desk, &id);
    desk.works(&["--author", "ben", "disclose", "approve", &id, "--draft", &ready]);
    desk.works(&["disclose", "issue", &id, "--key", "@key", "--out", "@packet"]);
    let text = std::fs::read_to_string(desk.path("packet/packet.txt")).unwrap();
    assert!(text.contains("Confidence is low: "), "{text}");
}

#[test]
fn who_may_not_read_every_line_is_told_that_what_is_said_of_the_whole_is_kept_back() {
    let mut desk = desk();
    desk.write("clerk.txt", "The clerk said that the convoy leaves the depot on Friday.");
    desk.works(&["collect", "@clerk.txt", "--owner", "Station West", "--protection", "protected"]);
    desk.write("aide.txt", "An aide said that the order was signed.");
    desk.works(&["collect", "@aide.txt", "--owner", "Station North", "--protection", "protected"]);
    let (order, convoy) = (claim(&mut desk, "order was signed"), claim(&mut desk, "the convoy"));
    let id = proposed(&mut desk, "public");
    desk.works(&["disclose", "line", &id, "A person said that a convoy leaves.", "--claim", &convoy]);
    desk.works(&["disclose", "line", &id, "A person said that an order was signed.", "--claim", &order]);
    desk.works(&["mandate", "add", "will", "--owner", "Station West"]);
    desk.works(&["disclose", "ask", &id, "--for", "a vote"]);
    let will = desk.case(&["--author", "will", "--view-as", "TLP:CLEAR", "disclose", "asks"]).out;
    assert!(!will.contains("sources, as the packet tells them") && will.contains("is not shown to you"), "{will}");
    let all = desk.case(&["--author", "will", "disclose", "asks"]).out;
    assert!(all.contains("sources, as the packet tells them") && !all.contains("is not shown to you"), "{all}");
}

#[test]
fn a_judgement_needs_everybody_who_owns_by_now_what_any_of_its_roots_rests_on() {
    let mut desk = desk();
    desk.write("cable.txt", "An aide said that Norland is weighing whether to send shells by rail.");
    desk.works(&["source", "add", "CABLE", "--kind", "unnamed"]);
    desk.works(&["source", "add", "ECHO", "--kind", "unnamed"]);
    desk.works(&["collect", "@cable.txt", "--source", "CABLE"]);
    desk.write("echo.txt", "A clerk said that the shells for Suderland are packed.");
    desk.works(&["collect", "@echo.txt", "--source", "ECHO"]);
    let (weighing, aide) = (claim(&mut desk, "send shells to Suderland"), claim(&mut desk, "shells by rail"));
    let packed = claim(&mut desk, "packed");
    weighed(&mut desk, &[&weighing, &aide]);
    desk.works(&["evidence", "add", "--root", "the officials", "--claim", &packed, "--why", "the same"]);
    let id = proposed(&mut desk, "public");
    desk.works(&["disclose", "line", &id, "It is likely that Norland will send shells.", "--judgement", "arms"]);
    assert_eq!(owners(&mut desk, &id, 0).as_array().unwrap().len(), 0);
    desk.works(&["source", "edit", "CABLE", "--owner", "Norland service", "--why", "theirs"]);
    assert_eq!(owners(&mut desk, &id, 0)[0][0], "Norland service");
    desk.works(&["source", "edit", "ECHO", "--owner", "Station East", "--why", "theirs"]);
    assert_eq!(owners(&mut desk, &id, 0)[1][0], "Station East");
    let missing = shown(&mut desk, &id)["missing"].as_str().unwrap().to_owned();
    assert!(missing.starts_with("line 1 rests on what belongs to others") || missing.contains("approved"), "{missing}");
}

#[test]
fn a_packet_is_withdrawn_when_what_it_rested_on_has_fallen() {
    let mut desk = desk();
    let (weighing, denial) = (claim(&mut desk, "weighing"), claim(&mut desk, "any transfer"));
    let issue = |desk: &mut Desk, id: &str, out: &str| {
        let ready = draft(desk, id);
        desk.works(&["--author", "ben", "disclose", "approve", id, "--draft", &ready]);
        desk.case(&["disclose", "issue", id, "--key", "@key", "--out", out])
    };
    let first = proposed(&mut desk, "public");
    desk.works(&["disclose", "line", &first, "Western officials said that Norland weighs it.", "--claim", &weighing]);
    assert_eq!(issue(&mut desk, &first, "@one").code, 0);
    for fallen in [&weighing, &denial] {
        desk.works(&["claim", "reject", fallen, "--why", "retracted"]);
    }
    let why = "The paper retracted it.";
    let taken = ["--amends", &first, "--how", "withdraws", "--because", why, "--audience", "public"];
    desk.works(&[&["disclose", "new", "Take it back", "--channel", "press"], taken.as_slice()].concat());
    let second = desk.listed(&["disclose", "list"])[1]["id"].as_str().unwrap()[..8].to_owned();
    let told = desk.works(&["disclose", "line", &second, "What we said of it is withdrawn.", "--claim", &weighing]);
    assert!(!told.contains("no support"), "{told}");
    let show = desk.case(&["disclose", "show", &second]).out;
    assert!(show.contains("nothing speaks for it any more: it takes back what rested on the same"), "{show}");
    // What the older packet did not rest on is no withdrawal.
    desk.works(&["disclose", "line", &second, "The ministry denied it.", "--claim", &denial]);
    assert!(issue(&mut desk, &second, "@two").err.contains("line 2 has no support"));
    desk.works(&["disclose", "drop", &second, "2"]);
    let issued = issue(&mut desk, &second, "@two");
    assert_eq!(issued.code, 0, "{}", issued.err);
    let text = std::fs::read_to_string(desk.path("two/packet.txt")).unwrap();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("withdraws packet") && text.contains(why), "{text}");
    let verified = desk.run(&["verify", "@one", "--key", "@key.pub"]).out;
    assert!(verified.contains("whether a later packet replaced, corrected or withdrew this one"), "{verified}");
}
