//! `tearline read --format html`: the page for people. A browser looks at it in `tests/page`; here is what must stand in it.

use crate::desk::Desk;

const HOSTILE: &str = "<html lang=en><title>Port &lt;script&gt;alert(1)&lt;/script&gt;</title><h1>Port</h1><p>The ministry of \
                       Corvania denied that &lt;img src=x onerror=alert(1)&gt; was “closed”, and said no more than that of \
                       the port and its cranes.</p></html>";

#[test]
fn nothing_of_a_document_becomes_markup_and_nothing_is_fetched() {
    let mut desk = Desk::new();
    desk.write("a.html", HOSTILE);
    let page = desk.run(&["read", "--format", "html", "@a.html"]).out;
    assert!(page.contains("&lt;img src=x onerror=alert(1)&gt;"), "{page}");
    assert!(!page.contains("<img") && !page.contains("<script>alert"), "{page}");
    assert_eq!(page.matches("<script>").count(), 1);
    assert!(page.contains("content=\"default-src 'none'; style-src 'sha256-"), "{page}");
    for fetched in ["src=", "@import", "url(", "<link", "<iframe"] {
        let outside = page.replace("&lt;img src=x", "").replace("default-src", "").replace("img src=x", "");
        assert!(!outside.contains(fetched), "{fetched} would fetch something");
    }
}

#[test]
fn a_claim_stands_in_the_text_and_in_the_margin_and_each_leads_to_the_other() {
    let mut desk = Desk::new();
    desk.write("a.txt", "A clerk of Vessia denied that the port would probably be shut.\n");
    let page = desk.run(&["read", "--format", "html", "@a.txt"]).out;
    for part in [
        "<h1 id=\"d1h\">a.txt</h1>",
        "<span class=\"source\" data-c=\"d1c1\">A clerk of Vessia</span>",
        "<a id=\"d1c1t\" href=\"#d1c1\" class=\"cue\" data-c=\"d1c1\">denied</a>",
        "<span class=\"content d1\" data-c=\"d1c1\">that the port would probably be shut</span>",
        "<li id=\"d1c1\" class=\"card denies\" data-c=\"d1c1\">",
        "<a href=\"#d1c1t\" aria-label=\"Claim 1, to its place in the text\">1</a>",
        "“probably”",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
}

#[test]
fn several_documents_are_one_page_with_its_contents() {
    let mut desk = Desk::new();
    desk.write("a.txt", "He said no.");
    desk.write(
        "b.html",
        "<title>Cranes</title><p>She said that the cranes were due. Nobody knew when that would be so.</p>",
    );
    desk.write("c.bin", b"\x00");
    let said = desk.run(&["read", "--format", "html", "@a.txt", "@b.html", "@c.bin"]);
    assert_eq!(said.code, 1);
    assert!(said.out.contains("<h1>2 documents</h1>"), "{}", said.out);
    assert!(said.out.contains("<li><a href=\"#d2\">Cranes</a>"), "{}", said.out);
    assert!(said.out.contains("<h2 id=\"d2h\">Cranes</h2>"), "{}", said.out);
    let none = desk.run(&["read", "--format", "html", "@c.bin"]);
    assert!(none.out.contains("<h1>Nothing was read</h1>") && none.code == 1, "{}", none.out);
}

#[test]
fn a_table_has_a_row_for_each_claim_and_says_where_it_stands() {
    let mut desk = Desk::new();
    desk.write("a.txt", "It is shut, he said. She denied it.\n");
    desk.write("b.pdf", crate::formats::pdf("A clerk said that the order had been signed."));
    let said = desk.run(&["read", "--format", "csv", "--date", "2030-02-18", "@a.txt", "@b.pdf"]);
    let lines: Vec<&str> = said.out.split("\r\n").collect();
    assert!(lines[0].starts_with("document,sha256,title,outlet,date,claim,"), "{}", said.out);
    assert!(lines[1].contains(",he,"), "{}", said.out);
    assert!(lines.iter().any(|line| line.contains("b.pdf") && line.contains("page 1 at ")), "{}", said.out);
    // Without claims it is its heading.
    desk.write("c.txt", "Nothing.");
    assert_eq!(desk.run(&["read", "--format", "csv", "@c.txt"]).out, format!("{}\r\n", lines[0]));
}

#[test]
fn a_parquet_table_holds_the_rows_of_the_csv_and_one_of_articles_is_read() {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    let mut desk = Desk::new();
    desk.write("a.txt", "A clerk said that the port was shut. She might stay.\n");
    desk.fails(
        &["read", "--format", "parquet", "@a.txt"],
        2,
        "error: a Parquet table is not for a terminal or a pipe\n hint: write --out FILE",
    );
    let said = desk.run(&["read", "--format", "parquet", "--out", "@claims.parquet", "@a.txt"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let table = SerializedFileReader::new(std::fs::File::open(desk.path("claims.parquet")).unwrap()).unwrap();
    let rows: Vec<_> = table.get_row_iter(None).unwrap().map(|row| row.unwrap().to_string()).collect();
    assert_eq!(rows.len(), 1);
    assert!(rows[0].contains("content: \"that the port was shut\""), "{rows:?}");
    // A table of claims is none of articles, unless its column is named as a text is.
    let said = desk.run(&["read", "--format", "jsonl", "@claims.parquet"]);
    let record: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(record["document"]["text"], "that the port was shut");
    assert!(record["document"]["path"].as_str().unwrap().ends_with("claims.parquet#1"));
}

#[test]
fn a_file_takes_the_output_and_is_never_one_of_those_that_are_read() {
    let mut desk = Desk::new();
    std::fs::create_dir(desk.path("news")).unwrap();
    desk.write("news/a.txt", "He said no.");
    for _ in 0..2 {
        let said = desk.run(&["read", "--out", "@news/claims.txt", "@news"]);
        assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (0, "", ""));
    }
    let written = std::fs::read_to_string(desk.path("news/claims.txt")).unwrap();
    assert!(written.contains("1 claim ") && !written.contains('\u{1b}'), "{written}");
    desk.fails(
        &["read", "--out", "@news/a.txt", "@news/a.txt"],
        2,
        "error: HERE/news/a.txt would be written over what is read\n hint: name another file for --out",
    );
    assert_eq!(std::fs::read(desk.path("news/a.txt")).unwrap(), b"He said no.");
}

#[test]
fn colours_go_away_in_a_pipe_and_come_where_they_are_asked_for() {
    let desk = Desk::new();
    desk.write("a.txt", "He said no.");
    let coloured = |args: &[&str], no_color: bool| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_tearline"));
        command.args(args).arg(desk.path("a.txt")).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
        if no_color {
            command.env("NO_COLOR", "1");
        }
        command.output().unwrap().stdout.contains(&0x1b)
    };
    assert!(!coloured(&["read"], false));
    assert!(coloured(&["read", "--color", "always"], false));
    assert!(coloured(&["--color=always", "read"], true), "what is asked for counts for more than what is set");
    assert!(!coloured(&["read", "--color", "never"], false));
}

#[test]
fn a_file_is_replaced_when_the_new_one_is_whole_and_not_before() {
    let mut desk = Desk::new();
    std::fs::create_dir(desk.path("out")).unwrap();
    desk.write("a.txt", "The clerk said that the port was shut.");
    desk.write("out/claims.csv", "from the last time");
    let out = ["read", "--format", "csv", "--out", "@out/claims.csv"];
    let said = desk.run(&[&out[..], &["@none.txt"]].concat());
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    let kept = || std::fs::read_to_string(desk.path("out/claims.csv")).unwrap();
    assert_eq!(kept(), "from the last time", "nothing was read, so nothing is replaced");
    assert_eq!(desk.run(&[&out[..], &["@none.txt", "@a.txt"]].concat()).code, 1);
    assert!(std::fs::read_to_string(desk.path("out/claims.csv")).unwrap().contains("the port was shut"));
    assert_eq!(std::fs::read_dir(desk.path("out")).unwrap().count(), 1, "something was left lying about");
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_who_may_read_the_file_stays_so() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let mut desk = Desk::new();
    desk.write("a.txt", "The clerk said that the port was shut.");
    desk.write("kept.csv", "from the last time");
    std::fs::set_permissions(desk.path("kept.csv"), std::fs::Permissions::from_mode(0o600)).unwrap();
    symlink(desk.path("kept.csv"), desk.path("linked.csv")).unwrap();
    assert_eq!(desk.run(&["read", "--format", "csv", "--out", "@linked.csv", "@a.txt"]).code, 0);
    assert!(desk.path("linked.csv").is_symlink());
    let about = std::fs::metadata(desk.path("kept.csv")).unwrap();
    assert!(about.len() > 100 && about.permissions().mode() & 0o777 == 0o600, "{about:?}");
}

#[test]
fn a_file_that_is_not_to_be_written_to_is_not_replaced() {
    let mut desk = Desk::new();
    desk.write("a.txt", "The clerk said that the port was shut.");
    desk.write("kept.csv", "from the last time");
    let mut may = std::fs::metadata(desk.path("kept.csv")).unwrap().permissions();
    may.set_readonly(true);
    std::fs::set_permissions(desk.path("kept.csv"), may).unwrap();
    desk.fails(
        &["read", "--format", "csv", "--out", "@kept.csv", "@a.txt"],
        1,
        "error: HERE/kept.csv: it is read-only\n hint: make it writable if it may be replaced, or name another file for --out\n",
    );
    assert_eq!(std::fs::read_to_string(desk.path("kept.csv")).unwrap(), "from the last time");
}

#[test]
fn where_the_output_cannot_go_the_file_is_named() {
    let mut desk = Desk::new();
    desk.write("a.txt", "The clerk said that the port was shut.");
    desk.fails(
        &["read", "--out", "-", "@a.txt"],
        2,
        "error: --out names a file\n hint: leave it out to write to standard output\n",
    );
    desk.fails(
        &["read", "--out", "@none/claims.txt", "@a.txt"],
        1,
        "error: HERE/none/claims.txt: there is no such file or folder\n hint: check the spelling of the path\n",
    );
    #[cfg(target_os = "linux")]
    desk.fails(
        &["read", "--format", "jsonl", "--out", "/dev/full", "@a.txt"],
        1,
        "error: /dev/full: No space left on device (os error 28)\n hint: check the disk and the path\n",
    );
}
