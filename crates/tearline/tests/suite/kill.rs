//! Kill -9 while collecting: what was acknowledged is there, and the file is whole.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::desk::Desk;

const KILLS: usize = 20;

#[test]
fn nothing_that_was_acknowledged_is_lost() {
    let mut desk = Desk::new();
    desk.works(&["case", "new", "Is it so?"]);
    std::fs::create_dir(desk.path("news")).unwrap();
    for number in 0..1500 {
        desk.write(
            &format!("news/{number:04}.txt"),
            format!("Official {number} said that convoy {number} had left. “We know,” she said."),
        );
    }
    let case = desk.path("c.tearline").display().to_string();
    let news = desk.path("news").display().to_string();
    let mut promised: BTreeSet<String> = BTreeSet::new();
    let mut killed = 0;
    for round in 0..KILLS {
        let mut child = Command::new(env!("CARGO_BIN_EXE_tearline"))
            .args(["--case", &case, "--author", "ann", "collect", &news])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // It is killed after another number of lines each time, at whatever it then is at.
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let enough = 7 + round * 5;
        let mut added = 0;
        for line in lines.map_while(Result::ok) {
            if let Some(sha) = line.strip_prefix("added ").and_then(|rest| rest.split(' ').next()) {
                promised.insert(sha.to_owned());
                added += 1;
                if added == enough {
                    child.kill().unwrap();
                }
            }
        }
        killed += usize::from(!child.wait().unwrap().success());
        let said = desk.case(&["check"]);
        assert_eq!(said.code, 0, "after kill {round}: {}{}", said.out, said.err);
    }
    assert!(killed > KILLS / 2, "only {killed} of {KILLS} were killed at work");
    assert!(desk.works(&["check", "--rebuild"]).contains("makes every table as it is"));
    let shown: serde_json::Value = serde_json::from_str(&desk.works(&["case", "show", "--format", "json"])).unwrap();
    let kept: BTreeSet<String> = shown["documents_list"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["sha256"].as_str().unwrap()[..12].to_owned())
        .collect();
    let lost: Vec<&String> = promised.difference(&kept).collect();
    assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
}
