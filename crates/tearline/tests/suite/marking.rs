//! Marks of documents, as an analyst checks them.

use crate::desk::Desk;

const REPORT: &str = "SECRET//REL TO USA, FVEY

# The harbour (U)

(S//REL TO USA, FVEY) Two ships left on Monday.

- (C//REL TO USA, GBR) One of them came back.
- The other (see below) did not.

Classified By: A. Vale, Desk 4
Derived From: Guide 7
Declassify On: 20351231

SECRET//REL TO USA, FVEY
";

const PAGE: &str = "<!DOCTYPE html><title>x</title><header>SECRET//NOFORN</header><p><b>(S&#47;/NF)</b> Two ships left.</p>
<table><tr><td>(U) Monday<td>(TS//NF) Berth 4</table><p>Classified By: A. Vale<br>Derived From: Guide 7<br>Declassify On: 20351231</p>
<footer>SECRET//NOFORN</footer>";

#[test]
fn a_report_is_told_where_its_marks_and_its_banner_do_not_agree() {
    let mut desk = Desk::new();
    desk.write("report.md", REPORT);
    let said = desk.run(&["mark", "check", "@report.md"]);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    insta::assert_snapshot!(said.out);
}

#[test]
fn a_report_that_is_as_it_must_be_is_let_through() {
    let mut desk = Desk::new();
    let mended = REPORT.replace("REL TO USA, FVEY\n", "REL TO USA, GBR\n").replace("- The other", "- (U) The other");
    desk.write("report.md", mended);
    let said = desk.run(&["mark", "check", "@report.md"]);
    assert_eq!((said.code, said.out.as_str()), (0, "nothing found in 1 document\n"));
}

#[test]
fn in_a_page_the_places_are_those_of_the_file() {
    let mut desk = Desk::new();
    desk.write("page.html", PAGE);
    let said = desk.run(&["mark", "check", "--format", "json", "@page.html"]);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&said.out).unwrap();
    let row = rows.iter().find(|row| row["rule"] == "ISM-ID-00059").unwrap();
    assert_eq!((&row["line"], &row["column"], &row["text"]), (&2.into(), &30.into(), &"(TS//NF)".into()));
    let start = usize::try_from(row["span"][0].as_u64().unwrap()).unwrap();
    assert_eq!(&PAGE[start..start + 8], "(TS//NF)");
    assert_eq!(said.code, 1);
    let said = desk.run(&["mark", "check", "--format", "csv", "@page.html"]);
    assert_eq!(said.out.lines().next(), Some("path,line,column,span,rule,text,message,way,mend"));
    assert_eq!(desk.run(&["mark", "check", "--format", "jsonl", "@page.html"]).out.lines().count(), rows.len());
}

#[test]
fn banners_are_rolled_up_from_marks_and_from_files() {
    let mut desk = Desk::new();
    let said = desk.run(&["mark", "banner", "(S//REL TO USA, FVEY)", "(C//SI//REL TO USA, GBR)"]);
    let forms = "SECRET//SPECIAL INTELLIGENCE//AUTHORIZED FOR RELEASE TO USA, GBR\nSECRET//SI//REL TO USA, GBR\n(S//SI//REL TO USA, GBR)\n";
    assert_eq!((said.code, said.out.as_str()), (0, forms));
    desk.write("report.md", REPORT);
    let said = desk.run(&["mark", "banner", "--file", "@report.md", "--format", "json"]);
    let forms: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(forms["banner"], "SECRET//REL TO USA, GBR");
    for (marks, part, code) in [
        (&["(S//NF)", "(TLP:RED)"][..], "HOUSE-9", 1),
        (&["(S//XX)"], "ISM-ID-00258", 1),
        (&["(S//REL TO USA, UNKN)"], "ISM-ID-00265", 1),
        (&["(S//REL TO AUS, GBR)"], "ISM-ID-00214", 1),
        (&[], "required", 2),
    ] {
        let said = desk.run(&[&["mark", "banner"], marks].concat());
        assert_eq!(said.code, code, "{marks:?}");
        assert!(said.err.contains(part), "{marks:?}: {}", said.err);
    }
}

#[test]
fn a_team_has_its_own_ladder() {
    let mut desk = Desk::new();
    desk.write("desk.toml", "name = \"desk\"\n[[rung]]\nbanner = \"OPEN\"\nportion = \"O\"\n[[rung]]\nbanner = \"INNER CIRCLE\"\nportion = \"IC\"\n");
    desk.write("note.txt", "OPEN\n\n(O) One.\n\n(IC) Two.\n\nOPEN\n");
    let said = desk.run(&["mark", "check", "--ladder", "@desk.toml", "@note.txt"]);
    assert_eq!(said.code, 1);
    assert!(said.out.contains("HOUSE-10") && said.out.contains("instead: INNER CIRCLE"), "{}", said.out);
    let said = desk.run(&["mark", "banner", "--ladder", "@desk.toml", "(O)", "(IC)"]);
    assert_eq!(said.out, "INNER CIRCLE\nINNER CIRCLE\n(IC)\n");
    desk.write("bad.toml", "name = \"desk\"\n[[rung]]\nbanner = \"SECRET\"\nportion = \"S\"\n");
    let said = desk.run(&["mark", "check", "--ladder", "@bad.toml", "@note.txt"]);
    assert!(said.code == 2 && said.err.contains("official ladder"), "{}", said.err);
}

#[test]
fn a_document_is_written_out_as_it_is_and_refused_where_something_is_wrong_unless_asked() {
    let mut desk = Desk::new();
    desk.write("report.md", REPORT);
    let said = desk.run(&["mark", "export", "--ism", "@report.md"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert!(said.err.contains("--even-if-refused"), "{}", said.err);
    let said = desk.run(&["mark", "export", "--ism", "--even-if-refused", "--date", "2030-02-18", "@report.md"]);
    assert_eq!(said.code, 0);
    insta::assert_snapshot!(said.out);
    desk.write("tlp.txt", "TLP:AMBER\n\nOne.\n\nTLP:AMBER\n");
    let said = desk.run(&["mark", "export", "--ism", "@tlp.txt", "@report.md", "--even-if-refused", "--out", "@out"]);
    assert!(said.code == 1 && said.err.contains("has no marking that the tables know"), "{}", said.err);
    assert!(desk.path("out/report.md.xml").exists() && !desk.path("out/tlp.txt.xml").exists());
    assert_eq!(desk.run(&["mark", "export", "@report.md"]).code, 2);
}

#[test]
fn every_rule_is_listed_with_its_place_or_its_reason() {
    let mut desk = Desk::new();
    let said = desk.run(&["mark", "rules", "--format", "json"]);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&said.out).unwrap();
    assert!(rows.iter().any(|row| row["rule"] == "ISM-ID-00056" && row["stands"] == "kept"));
    assert!(rows.len() > 312 && rows.iter().all(|row| !row["text"].as_str().unwrap().is_empty()));
    assert!(desk.run(&["mark", "rules"]).out.contains("ISM v10: "));
}

#[test]
fn what_is_no_text_or_not_there_is_named() {
    let mut desk = Desk::new();
    desk.write("latin.txt", b"SECRET \xe9");
    let said = desk.run(&["mark", "check", "@latin.txt", "@gone.txt"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("is not text in UTF-8") && said.err.contains("gone.txt"), "{}", said.err);
    assert_eq!(desk.run(&["mark", "check"]).code, 2);
}

#[test]
fn a_portion_above_the_banner_is_found_wherever_a_reader_would_see_it() {
    let mut desk = Desk::new();
    for (name, body) in [
        ("bars.md", "(U) Head | (U) Other\n--- | ---\n(U) a | (S) The depot"),
        ("break.md", "(U) First sentence.<br>(S) Second sentence."),
        ("cell.md", "| (U) a | (U) First sentence.<br>(S) Second. |\n|---|---|"),
        ("quoted.md", "(U) He spoke. (S) “Shells” were moved."),
        ("strong.md", "(U) He spoke. (S) **Shells** were moved."),
        ("linked.md", "(U) He spoke. (C) [Shells](http://x) were moved."),
        ("note.md", "(U) One.[^1] (S) Two shells."),
        ("wide.md", "（S//NF） Shells moved."),
        ("small.md", "(U) shells, (NS) Depot X."),
        ("unquoted.html", "<p title=Vale's>(S//NF) shown.</p><p title=Vale's>(U) ok</p>"),
        ("comment.html", "<!-- x --!><p>(TS//SI//NF) Shown.</p><!-- --><p>(U) ok</p>"),
        ("title.html", "<title>(S//NF) Shells at the depot</title><p>(U) ok</p>"),
        ("center.html", "<center>(U) a</center><center>(S) b</center>"),
        ("dialog.html", "<dialog open>(U) one</dialog><dialog open>(S) Two</dialog>"),
    ] {
        let page = match name.ends_with("html") {
            true => format!("<html><p>UNCLASSIFIED</p>{body}<p>UNCLASSIFIED</p></html>"),
            false => format!("UNCLASSIFIED\n\n{body}\n\nUNCLASSIFIED\n"),
        };
        desk.write(name, page);
        let said = desk.run(&["mark", "check", &format!("@{name}")]);
        assert_eq!(said.code, 1, "{name}: {}", said.out);
        let marked = ["ISM-ID", "HOUSE-10", "HOUSE-12", "HOUSE-9"].iter().any(|rule| said.out.contains(rule));
        assert!(marked, "{name}: {}", said.out);
    }
}

#[test]
fn a_banner_that_stands_only_with_a_reason_says_so() {
    let mut desk = Desk::new();
    let said = desk.run(&["mark", "banner", "(//DEU R)", "(U)"]);
    assert!(said.out.contains("under this banner the authority block has a Compilation Reason"), "{}", said.out);
    assert_eq!(desk.run(&["mark", "banner", "(S//NF)", "(U)"]).out.lines().count(), 3);
}
