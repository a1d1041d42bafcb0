//! Kill -9 while collecting, of the program and of the server: what was acknowledged is there, and the store is whole.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::desk::Desk;
use crate::server::Server;

/// How often a program is killed that writes to a file, one that writes to a server, and a server.
const KILLS: [usize; 3] = [8, 6, 6];
const DOCUMENTS: usize = 600;

fn collecting(store: &str) -> Desk {
    let mut desk = Desk::new();
    desk.place = store.to_owned();
    desk.works(&["case", "new", "Is it so?"]);
    std::fs::create_dir(desk.path("news")).unwrap();
    for number in 0..DOCUMENTS {
        desk.write(
            &format!("news/{number:04}.txt"),
            format!("Official {number} said that convoy {number} had left. “We know,” she said."),
        );
    }
    desk
}

/// Collects until so many documents were acknowledged, then calls `kill`; adds what was acknowledged to `promised`, and says
/// whether that ended it.
fn collect_until(
    desk: &Desk,
    enough: usize,
    promised: &mut BTreeSet<String>,
    mut kill: impl FnMut(&mut Child),
) -> bool {
    let place = desk.place.strip_prefix('@').map_or(desk.place.clone(), |name| desk.path(name).display().to_string());
    let mut child = Command::new(env!("CARGO_BIN_EXE_tearline"))
        .args(["--case", &place, "--author", "ann", "collect"])
        .arg(desk.path("news"))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut added = 0;
    for line in lines.map_while(Result::ok) {
        if let Some(sha) = line.strip_prefix("added ").and_then(|rest| rest.split(' ').next()) {
            promised.insert(sha.to_owned());
            added += 1;
            if added == enough {
                kill(&mut child);
            }
        }
    }
    !child.wait().unwrap().success()
}

/// That all that was promised is there, and the tables are those of the journal.
fn nothing_lost(desk: &mut Desk, promised: &BTreeSet<String>) {
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

fn kill_the_program(store: &str, kills: usize) {
    let mut desk = collecting(store);
    let (mut promised, mut killed) = (BTreeSet::new(), 0);
    for round in 0..kills {
        // After another number of lines each time, at whatever it then is at.
        killed += usize::from(collect_until(&desk, 7 + round * 9, &mut promised, |child| child.kill().unwrap()));
        let said = desk.case(&["check"]);
        assert_eq!(said.code, 0, "after kill {round}: {}{}", said.out, said.err);
    }
    assert!(killed > kills / 2, "only {killed} of {kills} were killed at work");
    nothing_lost(&mut desk, &promised);
}

#[test]
fn nothing_that_was_acknowledged_is_lost() {
    kill_the_program("@c.tearline", KILLS[0]);
}

#[test]
fn nothing_that_was_acknowledged_is_lost_on_a_server() {
    let Some(server) = Server::start() else { return };
    kill_the_program(&server.database("killed"), KILLS[1]);
}

#[test]
fn nothing_that_was_acknowledged_is_lost_by_a_server_that_is_killed() {
    let Some(mut server) = Server::start() else { return };
    let mut desk = collecting(&server.database("killed"));
    let (mut promised, mut ended) = (BTreeSet::new(), 0);
    for round in 0..KILLS[2] {
        ended += usize::from(collect_until(&desk, 5 + round * 9, &mut promised, |_| server.kill()));
        server.kill();
        server.run();
        let said = desk.case(&["check"]);
        assert_eq!(said.code, 0, "after kill {round}: {}{}", said.out, said.err);
    }
    assert!(ended > KILLS[2] / 2, "only {ended} of {} servers were killed at work", KILLS[2]);
    nothing_lost(&mut desk, &promised);
}
