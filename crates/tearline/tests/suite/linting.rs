//! Words that say more, or less, than the judgement behind them.

use crate::desk::Desk;

const DRAFT: &str = "# Key judgements\n\nWe judge with high confidence that Norland is likely (90 %) to send shells, since two officials\n\
                     saw them.\nIt might possibly send more. An official said \u{201c}undoubtedly\u{201d}.\n\n- It is reportedly under way.\n";

#[test]
fn a_draft_is_told_what_is_wrong_where_and_the_way_out() {
    let mut desk = Desk::new();
    desk.write("draft.md", DRAFT);
    let said = desk.run(&["lint", "@draft.md"]);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    insta::assert_snapshot!(said.out);
}

#[test]
fn a_text_without_a_fault_or_with_notes_alone_is_let_through() {
    let mut desk = Desk::new();
    desk.write("good.txt", "It is likely (74 %) that they met. Confidence is low: one source.\n");
    let said = desk.run(&["lint", "@good.txt"]);
    assert_eq!((said.code, said.out.as_str()), (0, "nothing found in 1 text\n"));
    desk.write("note.txt", "\u{feff}It is believed that they met.\n");
    let said = desk.run(&["lint", "@note.txt"]);
    assert!(said.out.starts_with("HERE/note.txt:1:1: note: \u{201c}It is believed\u{201d}"), "{}", said.out);
    assert!(said.out.ends_with("0 errors, 0 warnings, 1 note in 1 text\n"), "{}", said.out);
    assert_eq!(said.code, 0);
}

#[test]
fn the_ladder_is_chosen_by_name() {
    let mut desk = Desk::new();
    desk.write("draft.txt", "It is likely (85 %) that they met.\n");
    assert_eq!(desk.run(&["lint", "@draft.txt"]).code, 1);
    assert_eq!(desk.run(&["lint", "--ladder", "phia", "@draft.txt"]).code, 1);
    assert_eq!(desk.run(&["lint", "--ladder", "nato", "@draft.txt"]).code, 0);
    let said = desk.run(&["lint", "--ladder", "kent", "@draft.txt"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("icd203, phia, nato, ipcc"), "{}", said.err);
}

#[test]
fn programs_get_rows() {
    let mut desk = Desk::new();
    desk.write("draft.txt", "Caf\u{e9}: they might strike.\nIt is likely (90 %).\n");
    let said = desk.run(&["lint", "--format", "json", "@draft.txt"]);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&said.out).unwrap();
    let place = |row: &serde_json::Value| (row["line"].as_u64(), row["column"].as_u64(), row["text"].to_string());
    assert_eq!(place(&rows[0]), (Some(1), Some(12), "\"might\"".to_owned()));
    assert_eq!(place(&rows[1]), (Some(2), Some(7), "\"likely\"".to_owned()));
    assert_eq!((&rows[1]["rule"], &rows[1]["severity"]), (&"word-against-number".into(), &"error".into()));
    assert_eq!((&rows[1]["suggestion"], &rows[0]["span"]), (&"very likely".into(), &serde_json::json!([12, 17])));
    let said = desk.run(&["lint", "--format", "csv", "@draft.txt"]);
    assert_eq!(said.out.lines().next(), Some("path,line,column,span,severity,rule,text,message,suggestion"));
    assert_eq!(desk.run(&["lint", "--format", "jsonl", "@draft.txt"]).out.lines().count(), 2);
}

#[test]
fn a_page_is_read_first_and_what_cannot_be_read_is_named() {
    let mut desk = Desk::new();
    desk.write("page.html", "<html><title>T</title><body><article><p>It is <b>highly</b> likely (50 %) that they met.</p></article></body></html>");
    let said = desk.run(&["lint", "@page.html"]);
    assert!(said.out.contains("word-against-number"), "{} {}", said.out, said.err);
    desk.write("good.txt", "It is so.\n");
    let said = desk.run(&["lint", "@none.txt", "@good.txt"]);
    assert_eq!(said.code, 1);
    assert_eq!(
        said.err,
        "error: HERE/none.txt: there is no such file or folder\n hint: check the spelling of the path\n"
    );
    assert_eq!(said.out, "nothing found in 1 text\n");
}
