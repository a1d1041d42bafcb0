//! Kill -9 while collecting, of the program and of the server: what was acknowledged is there, and the store is whole.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::desk::Desk;
use crate::server::Server;

/// Of 20 kills so many are of a program that writes to a file, of one that writes to a server, and of a server.
const KILLS: [usize; 3] = [8, 6, 6];
/// After so many kills a new store is begun.
const ROUNDS: usize = 8;
const DOCUMENTS: usize = 600;

/// How often to kill; `TEARLINE_KILLS` says how often in all, where it is to be more than in a test.
fn kills(of: usize) -> usize {
    let all = std::env::var("TEARLINE_KILLS").ok().and_then(|all| all.parse::<usize>().ok());
    all.map_or(of, |all| (all * of).div_ceil(KILLS.iter().sum()))
}

/// A moment that is another each time, within some transactions.
fn moment(round: usize) {
    std::thread::sleep(std::time::Duration::from_micros((round as u64 * 7_919) % 23_000));
}

/// How many lines are waited for before a kill.
fn lines(round: usize) -> usize {
    5 + round % ROUNDS * 9 + round % 7
}

/// Says how often was killed, to whoever asked for many.
#[expect(clippy::print_stdout, reason = "a measurement says what it found")]
fn tell(what: &str, killed: usize, kills: usize) {
    println!("{what}: {killed} of {kills} kills came while it was at work; nothing that was acknowledged was lost");
}

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

/// Kills a program that collects, over and over, each store being made by `store`.
fn kill_the_program(what: &str, kills: usize, mut store: impl FnMut(usize) -> String) {
    let mut killed = 0;
    for begun in (0..kills).step_by(ROUNDS) {
        let mut desk = collecting(&store(begun));
        let mut promised = BTreeSet::new();
        for round in begun..kills.min(begun + ROUNDS) {
            let kill = |child: &mut Child| {
                moment(round);
                child.kill().unwrap();
            };
            killed += usize::from(collect_until(&desk, lines(round), &mut promised, kill));
            let said = desk.case(&["check"]);
            assert_eq!(said.code, 0, "after kill {round}: {}{}", said.out, said.err);
        }
        nothing_lost(&mut desk, &promised);
    }
    assert!(killed > kills / 2, "only {killed} of {kills} were killed at work");
    tell(what, killed, kills);
}

#[test]
fn nothing_that_was_acknowledged_is_lost() {
    kill_the_program("a program that writes to a file", kills(KILLS[0]), |_| "@c.tearline".to_owned());
}

#[test]
fn nothing_that_was_acknowledged_is_lost_on_a_server() {
    let Some(server) = Server::start() else { return };
    let store = |begun| server.database(&format!("killed{begun}"));
    kill_the_program("a program that writes to a server", kills(KILLS[1]), store);
}

#[test]
fn nothing_that_was_acknowledged_is_lost_by_a_server_that_is_killed() {
    let Some(mut server) = Server::start() else { return };
    let (mut ended, kills) = (0, kills(KILLS[2]));
    for begun in (0..kills).step_by(ROUNDS) {
        let mut desk = collecting(&server.database(&format!("killed{begun}")));
        let mut promised = BTreeSet::new();
        for round in begun..kills.min(begun + ROUNDS) {
            let kill = |_: &mut Child| {
                moment(round);
                server.kill();
            };
            ended += usize::from(collect_until(&desk, lines(round), &mut promised, kill));
            server.kill();
            server.run();
            let said = desk.case(&["check"]);
            assert_eq!(said.code, 0, "after kill {round}: {}{}", said.out, said.err);
        }
        nothing_lost(&mut desk, &promised);
    }
    assert!(ended > kills / 2, "only {ended} of {kills} servers were killed at work");
    tell("a server that is written to", ended, kills);
}
