//! `tearline read`: the format that other programs depend on, and what a person sees.

use crate::desk::Desk;

const TEXT: &str =
    "Dalia Verrin, the minister, said on Monday that the port “will stay closed.” A spokesman declined to comment.\n";

#[test]
fn the_json_is_the_reading_format() {
    let mut desk = Desk::new();
    desk.write("a.txt", TEXT);
    let said = desk.run(&["read", "--format", "json", "--date", "2030-02-18", "--outlet", "Herald", "@a.txt"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    insta::assert_snapshot!("reading_format", said.out);
}

#[test]
fn every_span_is_the_bytes_of_the_file() {
    let mut desk = Desk::new();
    desk.write("a.txt", TEXT);
    let said = desk.run(&["read", "--format", "jsonl", "@a.txt"]);
    let reading: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let claims = reading["claims"].as_array().unwrap();
    assert_eq!(claims.len(), 2);
    for part in claims.iter().flat_map(|claim| [&claim["source"], &claim["cue"], &claim["content"]]) {
        let spans = part["spans"].as_array().unwrap();
        let texts: Vec<&str> = spans
            .iter()
            .map(|span| &TEXT[span[0].as_u64().unwrap() as usize..span[1].as_u64().unwrap() as usize])
            .collect();
        assert_eq!(part["text"].as_str().unwrap(), texts.join(" … "));
    }
    assert!(reading["document"].get("text").is_none(), "a text file is its own text");
}

#[test]
fn a_folder_is_read_in_the_order_of_names_and_a_bad_file_stops_nothing() {
    let mut desk = Desk::new();
    std::fs::create_dir_all(desk.path("news/b")).unwrap();
    for (name, text) in [
        ("news/c.txt", &b"He said no."[..]),
        ("news/b/d.txt", b"She said yes."),
        ("news/a.bin", b"\x00\x01"),
        ("news/.hidden", b"x"),
    ] {
        desk.write(name, text);
    }
    let said = desk.run(&["read", "--format", "jsonl", "@news"]);
    let paths: Vec<String> = said
        .out
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["document"]["path"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(
        paths.iter().map(|path| path.rsplit_once("/news/").unwrap().1).collect::<Vec<_>>(),
        ["b/d.txt", "c.txt"]
    );
    assert_eq!(said.code, 1);
    assert_eq!(
        said.err,
        "note: 1 hidden name below a folder passed over; name it to have it read\n\
         error: HERE/news/a.bin: it is not text: it holds a zero byte at offset 0\n hint: give it as text, HTML, PDF, DOCX, mail, a feed, JSON, CSV, or an archive of those\n"
    );
}

#[test]
fn the_view_for_people_wraps_and_names_every_claim() {
    let mut desk = Desk::new();
    desk.write("a.txt", TEXT);
    let said = desk.run(&["read", "@a.txt"]);
    insta::assert_snapshot!("read_view", said.out);
}

#[test]
fn the_output_is_the_same_bytes_however_many_threads_read() {
    let mut desk = Desk::new();
    std::fs::create_dir(desk.path("news")).unwrap();
    for number in 0..60 {
        // Long and short ones by turns, so that short ones overtake.
        let text = format!("Official {number} said that convoy {number} had left. ").repeat(1 + number % 7 * 20);
        desk.write(&format!("news/{number:02}.txt"), text);
    }
    for format in ["text", "json", "jsonl"] {
        let mut said =
            ["1", "2", "5"].map(|jobs| desk.run(&["read", "--format", format, "--jobs", jobs, "@news"])).into_iter();
        let first = said.next().unwrap();
        assert_eq!(first.code, 0);
        assert!(first.out.contains("convoy 59"));
        assert!(said.all(|other| other == first), "{format} differs");
    }
}

#[test]
fn many_documents_are_one_json_value() {
    let mut desk = Desk::new();
    desk.write("a.txt", TEXT);
    desk.write("b.txt", "He said no.");
    let said = desk.run(&["read", "--format", "json", "@a.txt", "@b.txt"]);
    let readings: Vec<serde_json::Value> = serde_json::from_str(&said.out).unwrap();
    assert_eq!(readings.len(), 2);
    assert_eq!(said.out, format!("{}\n", serde_json::to_string_pretty(&readings_in_order(&said.out)).unwrap()));
    assert_eq!(desk.run(&["read", "--format", "json", "@none.txt"]).out, "[]\n");
}

/// The readings of a JSON array, whose names stand in the order of the format.
fn readings_in_order(json: &str) -> Vec<record::reading::Reading> {
    serde_json::from_str(json).unwrap()
}

#[test]
fn what_no_option_can_mean_is_a_wrong_call() {
    let mut desk = Desk::new();
    desk.write("a.txt", TEXT);
    for (option, value) in [
        ("--jobs", "0"),
        ("--jobs", "2000"),
        ("--language", "english"),
        ("--language", "ё"),
        ("--date", "2030-02-30"),
        ("--outlet", " "),
        ("--outlet", "\u{200b}"),
        ("--outlet", "Asher\u{1b}[2J"),
    ] {
        let said = desk.run(&["read", option, value, "@a.txt"]);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{option} {value}");
        let named = said.err.contains(&format!("invalid value '{value}' for '{option}"));
        assert!(named || option == "--outlet", "{}", said.err);
    }
    let said = desk.run(&["read", "--outlet", " ", "@a.txt"]);
    let words = "for '--outlet <NAME>': the name of an outlet has a letter or digit, and nothing that does not show";
    assert!(said.err.contains(words), "{}", said.err);
    let said = desk.run(&["read", "--language", "EN", "--format", "jsonl", "@a.txt"]);
    assert!(said.out.contains("\"language\":\"en\""), "{}", said.out);
}

#[cfg(unix)]
#[test]
fn what_is_passed_over_below_a_folder_is_counted() {
    let mut desk = Desk::new();
    std::fs::create_dir_all(desk.path("news/.git")).unwrap();
    desk.write("news/a.txt", TEXT);
    desk.write("b.txt", TEXT);
    std::os::unix::fs::symlink(desk.path("b.txt"), desk.path("news/b.txt")).unwrap();
    let said = desk.run(&["read", "--format", "jsonl", "@news"]);
    assert_eq!((said.code, said.out.lines().count()), (0, 1));
    assert_eq!(
        said.err,
        "note: 1 link below a folder passed over; name it to have it read\n\
         note: 1 hidden name below a folder passed over; name it to have it read\n"
    );
    assert_eq!(desk.run(&["read", "--format", "jsonl", "@news", "@news/b.txt"]).out.lines().count(), 2);
}

#[test]
fn a_folder_that_holds_nothing_says_so() {
    let mut desk = Desk::new();
    std::fs::create_dir_all(desk.path("none/deeper")).unwrap();
    std::fs::create_dir(desk.path("hidden")).unwrap();
    desk.write("hidden/.a.txt", TEXT);
    desk.write("b.txt", TEXT);
    let said = desk.run(&["read", "--format", "jsonl", "@none", "@hidden", "@b.txt"]);
    assert_eq!((said.code, said.out.lines().count()), (0, 1));
    assert_eq!(
        said.err,
        "note: HERE/none: there are no files in it\nnote: HERE/hidden: there are no files in it\n\
         note: 1 hidden name below a folder passed over; name it to have it read\n"
    );
}
