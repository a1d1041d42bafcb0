//! `tearline read` when somebody has had enough: a closed pipe, and Ctrl-C.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::desk::Desk;

/// A folder with more documents than a pipe holds records of.
fn many(desk: &Desk) {
    std::fs::create_dir(desk.path("news")).unwrap();
    for number in 0..3000 {
        desk.write(&format!("news/{number:04}.txt"), format!("Official {number} said that convoy {number} had left."));
    }
}

fn start(news: &Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_tearline"))
        .args(["read", "--format", "jsonl"])
        .arg(news)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

#[test]
fn a_reader_that_goes_away_ends_it_in_silence() {
    let desk = Desk::new();
    many(&desk);
    let mut child = start(&desk.path("news"));
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    lines.next().unwrap().unwrap();
    drop(lines);
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!(err, "");
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[cfg(unix)]
#[test]
fn ctrl_c_and_an_order_to_end_end_it_behind_a_whole_record() {
    for (signal, code) in [("-INT", 130), ("-TERM", 143)] {
        stopped_by(signal, code);
    }
}

#[cfg(unix)]
fn stopped_by(signal: &str, code: i32) {
    let desk = Desk::new();
    many(&desk);
    let mut child = start(&desk.path("news"));
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut first = String::new();
    // It writes faster than it is read here, and so stands still, in the middle of a record, when the signal comes.
    out.read_line(&mut first).unwrap();
    let signal = Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap();
    assert!(signal.success());
    let lines: Vec<String> = out.lines().map(Result::unwrap).collect();
    for line in std::iter::once(&first).chain(&lines) {
        serde_json::from_str::<serde_json::Value>(line).expect("every record is whole");
    }
    assert!(lines.len() < 2999, "it was not stopped");
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    let read = lines.len() + 1;
    // The last may have been written when its file was not yet done.
    let said = [0, 1].map(|open| format!("stopped: {read} documents read, {} of 3000 files done\n", read - open));
    assert!(said.contains(&err), "{err}");
    assert_eq!(child.wait().unwrap().code(), Some(code));
}

#[cfg(unix)]
#[test]
fn an_order_to_end_leaves_no_part_of_a_file_behind() {
    let desk = Desk::new();
    many(&desk);
    let mut child = Command::new(env!("CARGO_BIN_EXE_tearline"))
        .args(["read", "--format", "jsonl", "--out"])
        .args([desk.path("out.jsonl"), desk.path("news")])
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let begun = || std::fs::read_dir(desk.path(".")).unwrap().any(|one| is_part(&one.unwrap().path()));
    while !begun() && child.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    assert!(Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap().success());
    child.wait().unwrap();
    assert!(!begun(), "a part was left");
}

#[cfg(unix)]
fn is_part(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "part")
}
