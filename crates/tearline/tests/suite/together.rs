//! Several programs on one case at the same time, and readers that go away.

use std::process::{Child, Command, Stdio};

use crate::desk::Desk;

fn spawn(desk: &Desk, args: &[&str]) -> Child {
    let case = desk.path("c.tearline").display().to_string();
    Command::new(env!("CARGO_BIN_EXE_tearline"))
        .args(["--case", &case, "--author", "ann"])
        .args(args)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// A desk with a case, and a folder of sixty documents to collect.
fn sixty_files() -> (Desk, String) {
    let mut desk = Desk::new();
    desk.works(&["case", "new", "Is it so?"]);
    std::fs::create_dir(desk.path("news")).unwrap();
    for number in 0..60 {
        desk.write(&format!("news/{number}.txt"), format!("Official {number} said that convoy {number} had left."));
    }
    let news = desk.path("news").display().to_string();
    (desk, news)
}

#[test]
fn several_cases_are_opened_at_once_in_a_file_that_is_not_there_yet() {
    for _ in 0..3 {
        let mut desk = Desk::new();
        let children: Vec<Child> =
            (0..6).map(|number| spawn(&desk, &["case", "new", &format!("Question {number}?")])).collect();
        for child in children {
            let output = child.wait_with_output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
        assert_eq!(desk.listed(&["case", "list"]).len(), 6);
    }
}

#[test]
fn priors_stated_at_the_same_time_still_leave_something_for_other() {
    let mut desk = Desk::new();
    desk.works(&["case", "new", "Is it so?"]);
    let keys = ["a", "b", "c", "d", "e", "f"];
    let children: Vec<Child> =
        keys.iter().map(|key| spawn(&desk, &["hypothesis", "add", key, key, "--prior", ".3"])).collect();
    let done = children
        .into_iter()
        .map(|child| child.wait_with_output().unwrap())
        .filter(|output| output.status.success())
        .count();
    assert_eq!(done, 3, "three times .3 leave .1 for OTHER");
    assert!(desk.works(&["weigh"]).contains("other"));
}

#[test]
fn two_that_collect_the_same_files_take_each_once() {
    let (mut desk, news) = sixty_files();
    let children: Vec<Child> = (0..3).map(|_| spawn(&desk, &["collect", &news])).collect();
    let mut added = 0;
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        added += String::from_utf8_lossy(&output.stdout).lines().filter(|line| line.starts_with("added ")).count();
    }
    assert_eq!(added, 60);
    assert!(desk.works(&["check", "--rebuild"]).contains("whole"));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let desk = Desk::new();
    desk.write("long.txt", "The ministry said that the port was closed. ".repeat(3000));
    let mut child = Command::new(env!("CARGO_BIN_EXE_tearline"))
        .args(["read", "--format", "jsonl", &desk.path("long.txt").display().to_string()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn what_was_to_be_collected_is_collected_though_nobody_listens_any_more() {
    let (mut desk, news) = sixty_files();
    let mut child = spawn(&desk, &["collect", &news]);
    drop(child.stdout.take());
    child.wait().unwrap();
    let shown: serde_json::Value = serde_json::from_str(&desk.works(&["case", "show", "--format", "json"])).unwrap();
    assert_eq!(shown["documents"], 60);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let desk = Desk::new();
    desk.write("a.txt", "The ministry said that the port was closed.");
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_tearline"))
        .args(["read", "--format", "jsonl", &desk.path("a.txt").display().to_string()])
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("the output cannot be written"));
}
