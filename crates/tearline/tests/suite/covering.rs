//! The adversary's chair, as it is typed: who would fall under suspicion, what else could be said, and who lets it go out.

use crate::desk::Desk;

const GUARDED: &str = "The dispatcher said that eleven wagons of shells were loaded in Bergen on 14 May 2029.";
const LINE: &str = "A source said that eleven wagons of shells were loaded in Bergen on 14 May 2029.";

/// A case with a report of a guarded source, whom two know of to the day and three more to the month.
fn desk(protection: &str) -> (Desk, String) {
    let mut desk = Desk::new();
    desk.write("open.txt", "Western officials said that Norland is weighing whether to send shells to Suderland.");
    desk.write("guarded.txt", GUARDED);
    desk.works(&["case", "new", "Will Norland arm Suderland?", "--marking", "TLP:CLEAR"]);
    desk.works(&["collect", "@open.txt", "--date", "2029-05-20"]);
    let guard = ["--owner", "Station East", "--protection", protection, "--date", "2029-05-16"];
    desk.works(&[&["collect", "@guarded.txt"][..], &guard].concat());
    desk.works(&["key", "new", "@key"]);
    let wagons = desk.claims("eleven wagons").pop().unwrap();
    (desk, wagons)
}

fn lists(desk: &mut Desk, claim: &str) {
    desk.works(&["access", "add", "the yard", "--member", "Col. Orlo", "--member", "The yardmaster", "--claim", claim]);
    let ministry = ["--member", "Ilse Vale", "--member", "A. Kim", "--system", "The archive", "--claim", claim];
    let less = ["--knows", "when=month", "--knows", "count=nothing"];
    desk.works(&[&["access", "add", "readers of the summary"][..], &ministry, &less].concat());
}

fn drafted(desk: &mut Desk, claim: &str, line: &str) -> String {
    desk.works(&["disclose", "new", "Warn before the vote", "--audience", "public", "--channel", "press background"]);
    let rows = desk.listed(&["disclose", "list"]);
    let id = rows.last().unwrap()["id"].as_str().unwrap()[..8].to_owned();
    desk.works(&["disclose", "line", &id, line, "--claim", claim]);
    id
}

fn hash(desk: &mut Desk, id: &str) -> String {
    let said = desk.case(&["disclose", "show", id, "--format", "json"]);
    let row: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    row["draft"].as_str().unwrap().to_owned()
}

/// Everything that an issue needs but cover.
fn agreed(desk: &mut Desk, id: &str) -> String {
    desk.works(&["disclose", "ask", id, "--for", "a vote"]);
    let asks = desk.works(&["--author", "eve", "disclose", "asks", "--format", "json"]);
    let asks: serde_json::Value = serde_json::from_str(&asks).unwrap();
    let words = asks.as_array().unwrap().iter().find(|ask| ask["disclosure"].as_str().unwrap().starts_with(id));
    let words = words.unwrap()["words"].as_str().unwrap();
    let yes = ["disclose", "consent", id, "1", "--owner", "Station East", "--words", words, "--concur"];
    desk.works(&[&["--author", "eve"], yes.as_slice()].concat());
    let draft = hash(desk, id);
    desk.works(&["--author", "ben", "disclose", "approve", id, "--draft", &draft]);
    draft
}

#[test]
fn a_line_is_shown_word_by_word_with_who_would_fall_under_suspicion() {
    let (mut desk, wagons) = desk("protected");
    let id = drafted(&mut desk, &wagons, LINE);
    let unknown = desk.works(&["disclose", "cover", &id]);
    assert!(unknown.contains("who has access is not known of everything, which counts as one"), "{unknown}");
    lists(&mut desk, &wagons);
    let listed = desk.works(&["access", "list"]);
    assert!(listed.contains("2 people, 1 system") && listed.contains("when=month"), "{listed}");
    let cover = desk.works(&["disclose", "cover", &id]);
    assert!(cover.contains("k 1 with all that is and was said, 1 by itself"), "{cover}");
    assert!(cover.contains("could have told all of it: Col. Orlo, The yardmaster"), "{cover}");
    assert!(cover.contains("14 May 2029  2 know it: Col. Orlo, The yardmaster"), "{cover}");
    assert!(cover.contains("Bergen  5 know it:"), "{cover}");
    // Neither the day nor the number alone is enough; together they are left coarser, and nothing else is.
    let ladder = desk.works(&["disclose", "ladder", &id]);
    assert!(ladder.contains("suggested: k 4"), "{ladder}");
    assert!(ladder.contains("A source said that wagons of shells were loaded in Bergen in May 2029."), "{ladder}");
    let mosaic = desk.works(&["disclose", "mosaic", &id]);
    assert!(mosaic.contains("m 1 (1 before, 1 by a single statement)"), "{mosaic}");
}

#[test]
fn what_is_guarded_is_issued_when_it_is_cleared_and_its_cover_reached_or_waived_in_writing() {
    let (mut desk, wagons) = desk("protected");
    lists(&mut desk, &wagons);
    desk.works(&["mandate", "add", "eve", "--owner", "Station East"]);
    desk.works(&["mandate", "add", "sol", "--security"]);
    let id = drafted(&mut desk, &wagons, LINE);
    let draft = agreed(&mut desk, &id);
    let issue = ["disclose", "issue", &id, "--key", "@key", "--out", "@packet"];
    let refused = desk.case(&issue);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("whether this draft may go out is above you"), "{}", refused.err);
    assert!(refused.err.contains("ask the security officer to clear it as it stands"), "{}", refused.err);
    // Only the security officer clears, and not below the figures.
    let own = desk.case(&["disclose", "clear", &id, "--draft", &draft]);
    assert!(own.err.contains("ann has no mandate to clear cover"), "{}", own.err);
    let clear = ["--author", "sol", "disclose", "clear", &id, "--draft", &draft];
    let short = desk.case(&clear);
    assert!(short.err.contains("the cover of this draft is k 1"), "{}", short.err);
    assert!(short.err.contains("have Station East waive it in writing"), "{}", short.err);
    let waive = ["disclose", "waive", &id, "--draft", &draft, "--owner", "Station East", "--why", "it is worth it"];
    assert!(desk.case(&waive).err.contains("ann does not speak for Station East"));
    desk.works(&[&["--author", "eve"][..], &waive].concat());
    desk.works(&clear);
    let issued = desk.case(&issue);
    assert_eq!(issued.code, 0, "{}", issued.err);
}

#[test]
fn a_coarser_line_needs_no_waiver_and_what_was_released_counts_for_the_next() {
    let (mut desk, wagons) = desk("protected");
    lists(&mut desk, &wagons);
    desk.works(&["mandate", "add", "eve", "--owner", "Station East"]);
    desk.works(&["mandate", "add", "sol", "--security"]);
    let coarse = "A source said that wagons of shells were loaded in Bergen in May 2029.";
    let id = drafted(&mut desk, &wagons, coarse);
    let draft = agreed(&mut desk, &id);
    desk.works(&["--author", "sol", "disclose", "clear", &id, "--draft", &draft]);
    desk.works(&["disclose", "issue", &id, "--key", "@key", "--out", "@packet"]);
    // The number by itself is known to two, and they could have told the month before: no more is lost than the number costs.
    let id = drafted(&mut desk, &wagons, "A source said that eleven wagons of shells were loaded.");
    let report: serde_json::Value =
        serde_json::from_str(&desk.case(&["disclose", "cover", &id, "--format", "json"]).out).unwrap();
    assert_eq!((&report["whole"]["k"], &report["whole"]["reached"]), (&1.into(), &false.into()), "{report}");
    // The figure is the house's, and an access that nobody knows may never be enough.
    assert!(
        desk.case(&["disclose", "policy", "--k", "1", "--why", "haste"]).err.contains("is to be between 2 and 1000")
    );
    desk.works(&["disclose", "policy", "--k", "4", "--why", "they have caught two"]);
    assert_eq!(
        desk.works(&["disclose", "policy"]),
        "k at least 4, m at least 2; asked for where a protected source stands behind it\n"
    );
}

#[test]
fn open_material_covers_what_it_said_before_the_house_knew_and_echoes_cover_nothing() {
    let (mut desk, wagons) = desk("protected");
    desk.works(&[
        "access",
        "add",
        "the yard",
        "--member",
        "Col. Orlo",
        "--member",
        "The yardmaster",
        "--claim",
        &wagons,
    ]);
    let id = drafted(&mut desk, &wagons, "A source said that wagons were loaded in Bergen in May 2029.");
    let k = |desk: &mut Desk| -> u64 {
        let said = desk.case(&["disclose", "cover", &id, "--format", "json"]);
        serde_json::from_str::<serde_json::Value>(&said.out).unwrap()["whole"]["k"].as_u64().unwrap()
    };
    assert_eq!(k(&mut desk), 1);
    desk.write("late.txt", "A railwayman said that wagons were loaded in Bergen in May 2029.");
    desk.works(&["collect", "@late.txt", "--date", "2029-05-18", "--outlet", "Herald"]);
    desk.write("undated.txt", "A shunter said that wagons were loaded in Bergen in May 2029, in the rain.");
    desk.works(&["collect", "@undated.txt", "--outlet", "Courier"]);
    assert_eq!(k(&mut desk), 1, "what came out after the report may have come from it");
    desk.write("early.txt", "A farmer near the line said that wagons were loaded in Bergen in May 2029.");
    desk.works(&["collect", "@early.txt", "--date", "2029-05-12", "--outlet", "Lantern"]);
    assert_eq!(k(&mut desk), 2);
}

#[test]
fn a_drafter_sees_the_same_whatever_is_hidden_and_the_owner_does_not() {
    // A sensitive report that the drafter may see; in the second world lists, another report and a release lie above.
    let worlds: Vec<(Desk, String)> = [false, true]
        .into_iter()
        .map(|with_hidden| {
            let (mut desk, wagons) = desk("sensitive");
            desk.works(&["disclose", "policy", "--from", "sensitive", "--why", "partners ask for it"]);
            desk.works(&["mandate", "add", "eve", "--owner", "Station East"]);
            let below = ["--author", "dan", "--view-as", "TLP:GREEN", "disclose"];
            desk.works(&[&below[..], &["new", "Warn", "--audience", "public", "--channel", "press"]].concat());
            let id = desk.listed(&["disclose", "list"])[0]["id"].as_str().unwrap()[..8].to_owned();
            desk.works(&[&below[..], &["line", &id, LINE, "--claim", &wagons]].concat());
            if with_hidden {
                desk.write("more.txt", "A guard said that nine wagons of shells were loaded in Bergen on 20 May 2029.");
                desk.write("said.txt", "The station said that wagons of shells were loaded in May 2029.");
                let yard = ["access", "add", "the yard", "--member", "Orlo", "--member", "Vale", "--member", "Kim"];
                let more = ["--owner", "Station West", "--protection", "protected", "--date", "2029-05-22"];
                let release = ["--by", "the station", "--date", "2029-06-01", "--marking", "TLP:RED"];
                for (step, args) in [
                    [&yard[..], &["--member", "Ruud", "--claim", &wagons]].concat(),
                    [&["collect", "@more.txt"][..], &more].concat(),
                    [&["release", "add", "@said.txt"][..], &release].concat(),
                ]
                .into_iter()
                .enumerate()
                {
                    let said = desk.case_step(10_000 + step as u64, &args);
                    assert_eq!(said.code, 0, "{}", said.err);
                }
            }
            (desk, id)
        })
        .collect();
    let mut said: Vec<(Vec<String>, String)> = Vec::new();
    for (mut desk, id) in worlds {
        let mut drafter = Vec::new();
        for args in [
            vec!["disclose", "cover", &id],
            vec!["disclose", "cover", &id, "--format", "json"],
            vec!["disclose", "ladder", &id],
            vec!["disclose", "ladder", &id, "--format", "json"],
            vec!["disclose", "mosaic", &id],
            vec!["disclose", "show", &id],
            vec!["disclose", "clear", &id, "--draft", "00000000"],
            vec!["disclose", "issue", &id, "--key", "@key", "--out", "@never"],
            vec!["access", "list"],
        ] {
            let args = [&["--author", "dan", "--view-as", "TLP:GREEN"][..], &args].concat();
            let one = desk.case(&args);
            drafter.push(format!("{args:?} {}\n{}{}", one.code, one.out, one.err));
        }
        let owner = desk.works(&["--author", "eve", "--view-as", "TLP:GREEN", "disclose", "cover", &id]);
        said.push((drafter, owner));
    }
    for (one, other) in said[0].0.iter().zip(&said[1].0) {
        assert_eq!(one, other);
    }
    assert!(said[0].0[0].contains("ask security"), "{}", said[0].0[0]);
    assert!(said[0].1.contains("which counts as one") && said[1].1.contains("k 3"), "{}\n{}", said[0].1, said[1].1);
}

#[test]
fn two_lists_with_one_person_too_many_between_them_cover_less_than_they_seem() {
    let (mut desk, wagons) = desk("protected");
    let id = drafted(&mut desk, &wagons, LINE);
    desk.works(&[
        "access",
        "add",
        "the yard",
        "--member",
        "Sergeant Ruud=Jan Ruud",
        "--member",
        "A. Kim",
        "--claim",
        &wagons,
    ]);
    desk.works(&["access", "add", "the archive", "--member", "jan ruud", "--member", "A Kim", "--claim", &wagons]);
    let said = desk.works(&["disclose", "cover", &id]);
    assert!(said.contains("all of it: k 1, not reached"), "{said}");
    desk.works(&["access", "retire", "the yard", "--why", "it was another train"]);
    let said = desk.works(&["access", "list"]);
    assert!(said.contains("retired"), "{said}");
}

#[test]
fn the_title_and_the_question_are_said_with_every_line_under_them() {
    let (mut desk, wagons) = desk("protected");
    lists(&mut desk, &wagons);
    let k = |desk: &mut Desk, new: &[&str], line: &[&str]| -> u64 {
        let proposed = ["disclose", "new", "Warn", "--audience", "public", "--channel", "press background"];
        desk.works(&[&proposed[..], new].concat());
        let id = desk.listed(&["disclose", "list"]).last().unwrap()["id"].as_str().unwrap()[..8].to_owned();
        let said = ["disclose", "line", &id, "A source said that wagons of shells were loaded.", "--claim", &wagons];
        desk.works(&[&said[..], line].concat());
        let said = desk.case(&["disclose", "cover", &id, "--format", "json"]);
        serde_json::from_str::<serde_json::Value>(&said.out).unwrap()["whole"]["k"].as_u64().unwrap()
    };
    assert_eq!(k(&mut desk, &[], &[]), 4, "five know that wagons of shells were loaded");
    assert_eq!(k(&mut desk, &["--title", "A warning before the vote"], &[]), 4, "a title of no reporting");
    // The day is known to two, wherever it stands.
    assert_eq!(k(&mut desk, &["--title", "Eleven wagons on 14 May 2029"], &[]), 1);
    assert_eq!(k(&mut desk, &[], &["--answers", "Were eleven wagons loaded?"]), 1);
    let id = desk.listed(&["disclose", "list"]).last().unwrap()["id"].as_str().unwrap()[..8].to_owned();
    let told = desk.works(&["disclose", "cover", &id]);
    assert!(told.contains("eleven (in the question)  2 know it: Col. Orlo, The yardmaster"), "{told}");
}

/// The cover of all of a draft, as whoever holds the store sees it.
fn cover_of(desk: &mut Desk, id: &str) -> u64 {
    let said = desk.case(&["disclose", "cover", id, "--format", "json"]);
    serde_json::from_str::<serde_json::Value>(&said.out).unwrap()["whole"]["k"].as_u64().unwrap()
}

#[test]
fn nothing_coarser_is_suggested_of_what_was_denied() {
    let mut desk = Desk::new();
    desk.write("guarded.txt", "The clerk denied that eleven wagons of shells were loaded in Bergen on 14 May 2029.");
    desk.works(&["case", "new", "Will Norland arm Suderland?", "--marking", "TLP:CLEAR"]);
    let guard = ["--owner", "Station East", "--protection", "protected", "--date", "2029-05-16"];
    desk.works(&[&["collect", "@guarded.txt"][..], &guard].concat());
    let wagons = desk.claims("eleven wagons").pop().unwrap();
    lists(&mut desk, &wagons);
    let id = drafted(
        &mut desk,
        &wagons,
        "A source denied that eleven wagons of shells were loaded in Bergen on 14 May 2029.",
    );
    let ladder = desk.works(&["disclose", "ladder", &id]);
    // That no wagons at all were loaded nobody reported.
    assert!(!ladder.contains("denied that wagons") && !ladder.contains("in May 2029"), "{ladder}");
    assert_eq!(cover_of(&mut desk, &id), 1, "only those who know all of it could have denied it");
    let id = drafted(&mut desk, &wagons, "A source denied that wagons of shells were loaded in Bergen in May 2029.");
    assert_eq!(cover_of(&mut desk, &id), 1, "and those who know less could not have denied less");
}

#[test]
fn one_report_that_four_newspapers_reprint_is_one_origin() {
    let (mut desk, wagons) = desk("protected");
    desk.works(&["access", "add", "the yard", "--member", "Col. Orlo", "--claim", &wagons]);
    let id = drafted(&mut desk, &wagons, "A source said that shells were loaded in Bergen.");
    assert_eq!(cover_of(&mut desk, &id), 0);
    let said = "A farmer near the line said that shells were loaded in Bergen.";
    for (day, by) in [(10, "Agency"), (11, "Herald"), (12, "Courier"), (13, "Mirror")] {
        desk.write("reprint.txt", format!("BERGEN, 10 May 2029 - {said} ({by})"));
        desk.works(&["release", "add", "@reprint.txt", "--by", by, "--date", &format!("2029-05-{day}")]);
    }
    assert_eq!(cover_of(&mut desk, &id), 1);
}

#[test]
fn what_a_partner_may_give_on_or_holds_already_counts_as_released() {
    let (mut desk, wagons) = desk("protected");
    lists(&mut desk, &wagons);
    desk.works(&["mandate", "add", "eve", "--owner", "Station East"]);
    desk.works(&["mandate", "add", "sol", "--security"]);
    let to = |desk: &mut Desk, audience: &str, more: &[&str], line: &str| -> String {
        let new = ["disclose", "new", "Warn", "--audience", audience, "--channel", "partners"];
        desk.works(&[&new[..], more].concat());
        let id = desk.listed(&["disclose", "list"]).last().unwrap()["id"].as_str().unwrap()[..8].to_owned();
        desk.works(&["disclose", "line", &id, line, "--claim", &wagons]);
        id
    };
    // Five could have said that shells were loaded. Two of them could have said the number too.
    let number = "A source said that eleven wagons of shells were loaded.";
    let id = to(&mut desk, "TLP:AMBER", &[], number);
    let draft = agreed(&mut desk, &id);
    desk.works(&[
        "--author",
        "eve",
        "disclose",
        "waive",
        &id,
        "--draft",
        &draft,
        "--owner",
        "Station East",
        "--why",
        "w",
    ]);
    desk.works(&["--author", "sol", "disclose", "clear", &id, "--draft", &draft]);
    desk.works(&["disclose", "issue", &id, "--key", "@key", "--out", "@packet"]);
    let coarse = "A source said that shells were loaded in Bergen.";
    for (audience, k) in [("TLP:AMBER", 1), ("TLP:RED", 1), ("TLP:GREEN", 4), ("public", 4)] {
        let id = to(&mut desk, audience, &[], coarse);
        assert_eq!(cover_of(&mut desk, &id), k, "{audience}");
    }
    let id = to(&mut desk, "TLP:GREEN", &["--onward", "TLP:AMBER"], coarse);
    assert_eq!(cover_of(&mut desk, &id), 1, "whoever gets it onward has the other");
}

#[test]
fn an_owner_sees_names_of_their_own_lists_and_how_many_stand_on_others() {
    let (mut desk, wagons) = desk("sensitive");
    desk.works(&["disclose", "policy", "--from", "sensitive", "--why", "they look for it"]);
    desk.works(&["mandate", "add", "eve", "--owner", "Station East"]);
    let yard = ["access", "add", "the yard", "--member", "Orlo", "--claim", &wagons, "--marking", "TLP:CLEAR"];
    desk.works(&[&["--author", "eve"][..], &yard].concat());
    desk.works(&["access", "add", "night", "--member", "Hidden Helga", "--member", "Secret Sven", "--claim", &wagons]);
    let dan = ["--author", "dan", "--view-as", "TLP:GREEN"];
    let new = ["disclose", "new", "Warn", "--audience", "public", "--channel", "press background"];
    desk.works(&[&dan[..], &new].concat());
    let id = desk.listed(&["disclose", "list"]).last().unwrap()["id"].as_str().unwrap()[..8].to_owned();
    let line = ["disclose", "line", &id, "A source said that shells were loaded in Bergen.", "--claim", &wagons];
    desk.works(&[&dan[..], &line].concat());
    let told = desk.works(&["--author", "eve", "--view-as", "TLP:GREEN", "disclose", "cover", &id]);
    assert!(told.contains("could have told all of it: Orlo, 2 more on lists of other owners"), "{told}");
    assert!(!told.contains("Helga") && !told.contains("Sven"), "{told}");
    assert!(desk.works(&["disclose", "cover", &id]).contains("Hidden Helga, Orlo, Secret Sven"));
}

#[test]
fn only_whoever_speaks_for_its_owner_says_who_knows_some_reporting() {
    let (mut desk, wagons) = desk("sensitive");
    desk.works(&["mandate", "add", "eve", "--owner", "Station East"]);
    let add = ["access", "add", "note", "--member", "F1", "--claim", &wagons, "--marking", "TLP:CLEAR"];
    let refused = desk.case(&[&["--author", "dan", "--view-as", "TLP:GREEN"][..], &add].concat());
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("dan speaks for no owner of all the reporting"), "{}", refused.err);
    desk.works(&[&["--author", "eve", "--view-as", "TLP:GREEN"][..], &add].concat());
    let listed = desk.works(&["access", "list"]);
    assert!(listed.contains("whose") && listed.contains("eve"), "{listed}");
}

#[test]
fn a_line_that_says_together_what_only_a_guarded_report_does_does_not_pass_for_open() {
    let mut desk = Desk::new();
    let open = "A union said that train drivers met Colonel Orlo in Harrow in March.\n\n\
                Officials said that Norland is weighing whether to send shells to Suderland.\n\n\
                A farmer said that forty trucks were seen at the mill.\n";
    desk.write("open.txt", open);
    let guarded =
        "The dispatcher said that Colonel Orlo sent forty trucks of shells to Suderland from Harrow in March.";
    desk.write("guarded.txt", guarded);
    desk.works(&["case", "new", "Will Norland arm Suderland?", "--marking", "TLP:CLEAR"]);
    desk.works(&["collect", "@open.txt", "--date", "2029-04-20"]);
    let guard = ["--owner", "Station East", "--protection", "protected", "--date", "2029-05-16"];
    desk.works(&[&["collect", "@guarded.txt"][..], &guard].concat());
    desk.works(&["key", "new", "@key"]);
    let weighing = desk.claims("weighing").pop().unwrap();
    let leak = "Officials said that it was Colonel Orlo who in March sent shells, on forty trucks, from Harrow.";
    let id = drafted(&mut desk, &weighing, leak);
    let told = desk.works(&["disclose", "cover", &id]);
    assert!(told.contains("line 1 says together what only guarded reporting says together ("), "{told}");
    let draft = hash(&mut desk, &id);
    desk.works(&["--author", "ben", "disclose", "approve", &id, "--draft", &draft]);
    let refused = desk.case(&["disclose", "issue", &id, "--key", "@key", "--out", "@packet"]);
    assert!(refused.err.contains("whether this draft may go out is above you"), "{}", refused.err);
    // What one open report says together is open.
    let id = drafted(&mut desk, &weighing, "Officials said that Colonel Orlo was in Harrow in March.");
    let told = desk.works(&["disclose", "cover", &id]);
    assert!(!told.contains("says together"), "{told}");
}

#[test]
fn whoever_knows_no_place_does_not_know_one_that_the_reader_takes_for_something_else() {
    let mut desk = Desk::new();
    let said = "The dispatcher said that shells were loaded in Bergen on 14 May 2029 at the Harrow depot.";
    desk.write("guarded.txt", said);
    desk.works(&["case", "new", "Will Norland arm Suderland?", "--marking", "TLP:CLEAR"]);
    let guard = ["--owner", "Station East", "--protection", "protected", "--date", "2029-05-16"];
    desk.works(&[&["collect", "@guarded.txt"][..], &guard].concat());
    let shells = desk.claims("Harrow").pop().unwrap();
    desk.works(&["access", "add", "full", "--member", "A", "--claim", &shells]);
    let three = ["--member", "P1", "--member", "P2", "--member", "P3", "--claim", &shells, "--knows", "where=nothing"];
    desk.works(&[&["access", "add", "no place"][..], &three].concat());
    for (place, k) in [("", 3), (" in Bergen", 0), (" at the Harrow depot", 0)] {
        let id = drafted(&mut desk, &shells, &format!("A source said that shells were loaded{place}."));
        assert_eq!(cover_of(&mut desk, &id), k, "{place}");
    }
}
