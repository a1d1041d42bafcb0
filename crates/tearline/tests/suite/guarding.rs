//! The verbatim guard, as it is typed: what stands only in protected material does not go out without its owners' leave.

use crate::desk::Desk;

/// A case with open reporting and a report of a protected source that nobody else may see; the security officer is sol, the owner
/// speaks through eve.
fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.write(
        "open.txt",
        "Western officials said that Norland is weighing whether to send shells to Suderland in spring.",
    );
    desk.write(
        "guarded.txt",
        "The dispatcher Orlo Kestrin said that forty-three wagons of shells left the Harrow depot on 14 May 2029 at night.",
    );
    desk.works(&["case", "new", "Will Norland arm Suderland?", "--marking", "TLP:CLEAR"]);
    desk.works(&["collect", "@open.txt", "--date", "2029-05-20"]);
    let guard = ["--owner", "Station East", "--protection", "protected", "--date", "2029-05-16"];
    desk.works(&[&["collect", "@guarded.txt"][..], &guard].concat());
    desk.works(&["key", "new", "@key"]);
    desk.works(&["mandate", "add", "eve", "--owner", "Station East"]);
    desk
}

/// A draft of one line that rests on open reporting alone, and its hash.
fn drafted(desk: &mut Desk, line: &str) -> (String, String) {
    let open = desk.claims("weighing").pop().unwrap();
    desk.works(&["disclose", "new", "Warn before the vote", "--audience", "public", "--channel", "press background"]);
    let rows = desk.listed(&["disclose", "list"]);
    let id = rows.last().unwrap()["id"].as_str().unwrap()[..8].to_owned();
    desk.works(&["disclose", "line", &id, line, "--claim", &open]);
    let shown = desk.case(&["disclose", "show", &id, "--format", "json"]);
    let row: serde_json::Value = serde_json::from_str(&shown.out).unwrap();
    let draft = row["draft"].as_str().unwrap().to_owned();
    desk.works(&["--author", "ben", "disclose", "approve", &id, "--draft", &draft]);
    (id, draft)
}

#[test]
fn words_that_stand_only_in_protected_material_are_found_however_they_are_written() {
    let mut desk = desk();
    for (line, words) in [
        ("Officials said that Norland is weighing whether to send shells through Harrow.", "Harrow"),
        ("Officials said that Norland, as O. KESTRIN knows, is weighing whether to send shells.", "KESTRIN"),
        ("Officials said that Norland is weighing whether to send 43 wagons.", "43"),
        ("Officials said on 2029-05-14 that Norland is weighing whether to send shells.", "2029-05-14"),
        ("Officials said that Norland is weighing whether to send more than forty wagons.", "forty"),
    ] {
        let (id, _) = drafted(&mut desk, line);
        let found = desk.works(&["disclose", "guard", &id]);
        assert!(found.contains(&format!("line 1: {words}")), "{line}: {found}");
        assert!(found.contains("Station East did not agree to it"), "{line}: {found}");
        let refused = desk.case(&["disclose", "issue", &id, "--key", "@key", "--out", "@packet"]);
        assert_eq!(refused.code, 1);
        // Whoever issues is not told what it was.
        assert!(refused.err.contains("whether this draft may go out is above you"), "{}", refused.err);
        assert!(!refused.err.contains(words) && !refused.err.contains("Station East"), "{}", refused.err);
    }
    let (id, _) = drafted(&mut desk, "Officials said that Norland is weighing whether to send shells.");
    assert_eq!(desk.works(&["disclose", "guard", &id]), "nothing of it stands only in protected material\n");
    desk.works(&["disclose", "issue", &id, "--key", "@key", "--out", "@packet"]);
}

#[test]
fn a_house_with_a_security_officer_sends_every_release_past_them_and_tells_them_alone_why() {
    let mut desk = desk();
    desk.works(&["mandate", "add", "sol", "--security"]);
    let (clean, draft) = drafted(&mut desk, "Officials said that Norland is weighing whether to send shells.");
    let (leaks, other) =
        drafted(&mut desk, "Officials said that Norland is weighing whether to send shells from Harrow.");
    let issue = |id: &str| ["disclose", "issue", id, "--key", "@key", "--out", "@packet"].map(str::to_owned);
    let refused: Vec<String> =
        [&clean, &leaks].map(|id| desk.case(&issue(id).each_ref().map(String::as_str)).err).into();
    // The clean draft and the other are refused in the same words.
    assert_eq!(refused[0], refused[1]);
    let told = desk.case(&["--author", "sol", "disclose", "clear", &leaks, "--draft", &other]);
    assert!(
        told.err.contains("line 1 says \"Harrow\", which stands only in protected material of Station East"),
        "{}",
        told.err
    );
    assert!(
        told.err.contains("name the claim behind the line, so that they are asked, or use other words"),
        "{}",
        told.err
    );
    desk.works(&["--author", "sol", "disclose", "clear", &clean, "--draft", &draft]);
    desk.works(&["disclose", "issue", &clean, "--key", "@key", "--out", "@packet"]);
}

#[test]
fn a_title_gives_nothing_away_either_and_other_people_are_told_to_ask() {
    let mut desk = desk();
    let open = desk.claims("weighing").pop().unwrap();
    let new = ["disclose", "new", "Warn", "--audience", "public", "--channel", "press", "--title", "What left Harrow"];
    desk.works(&new);
    let id = desk.listed(&["disclose", "list"]).last().unwrap()["id"].as_str().unwrap()[..8].to_owned();
    desk.works(&[
        "disclose",
        "line",
        &id,
        "Officials said that Norland is weighing whether to send shells.",
        "--claim",
        &open,
    ]);
    let found = desk.works(&["disclose", "guard", &id]);
    assert!(found.contains("title: Harrow stands only in protected material of Station East"), "{found}");
    // A draft of somebody who saw more is not there for the public.
    let public = desk.case(&["--view-as", "public", "disclose", "guard", &id]);
    assert_eq!((public.code, public.out.as_str()), (1, ""), "{}", public.err);
}

#[test]
fn whoever_drafts_is_told_to_ask_whether_there_is_something_or_not() {
    let mut desk = desk();
    let open = desk.claims("weighing").pop().unwrap();
    let dan = ["--author", "dan", "--view-as", "TLP:GREEN"];
    let mut told = Vec::new();
    for line in ["Officials said that Norland is weighing it.", "Officials said that Norland is weighing it in Harrow."]
    {
        let new = ["disclose", "new", "Warn", "--audience", "public", "--channel", "press"];
        desk.works(&[&dan[..], &new].concat());
        let id = desk.listed(&["disclose", "list"]).last().unwrap()["id"].as_str().unwrap()[..8].to_owned();
        desk.works(&[&dan[..], &["disclose", "line", &id, line, "--claim", &open]].concat());
        told.push(desk.works(&[&dan[..], &["disclose", "guard", &id]].concat()));
    }
    assert_eq!(told, ["ask security\n", "ask security\n"]);
}

#[test]
fn why_an_older_packet_was_wrong_gives_nothing_away_either() {
    let mut desk = desk();
    let said = "Officials said that Norland is weighing whether to send shells.";
    let (first, _) = drafted(&mut desk, said);
    desk.works(&["disclose", "issue", &first, "--key", "@key", "--out", "@packet"]);
    let open = desk.claims("weighing").pop().unwrap();
    let why = "Orlo Kestrin of the Harrow depot counted forty-three wagons on 14 May 2029.";
    for how in ["corrects", "withdraws"] {
        let new = ["disclose", "new", "Put it right", "--audience", "public", "--channel", "press background"];
        desk.works(&[&new[..], &["--amends", &first, "--how", how, "--because", why]].concat());
        let id = desk.listed(&["disclose", "list"]).last().unwrap()["id"].as_str().unwrap()[..8].to_owned();
        desk.works(&["disclose", "line", &id, said, "--claim", &open]);
        let found = desk.works(&["disclose", "guard", &id]);
        for words in ["Kestrin", "Harrow", "forty-three", "14 May 2029"] {
            let told = found.lines().any(|row| row.starts_with("correction: ") && row.contains(words));
            assert!(told, "{how}, {words}: {found}");
        }
        let shown = desk.case(&["disclose", "show", &id, "--format", "json"]);
        let row: serde_json::Value = serde_json::from_str(&shown.out).unwrap();
        let approve = ["--author", "ben", "disclose", "approve", &id, "--draft", row["draft"].as_str().unwrap()];
        desk.works(&approve);
        let refused = desk.case(&["disclose", "issue", &id, "--key", "@key", "--out", "@again"]);
        assert_eq!(refused.code, 1, "{how}");
        assert!(refused.err.contains("whether this draft may go out is above you"), "{}", refused.err);
    }
}
