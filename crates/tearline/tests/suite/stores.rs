//! What a case in a file says, a case in PostgreSQL says too, to the byte.

use crate::desk::{Desk, Said};
use crate::noninterference::{build_in, forms, words_of};
use crate::server::Server;

/// What was said, whichever store it was said of. Hashes of entries cover the paths of this test's own folders.
fn plain(said: Said, store: &str) -> Said {
    let plain = |text: String| {
        let text = text.replace(store, "STORE");
        let words = text.split_inclusive(|sign: char| !sign.is_ascii_hexdigit());
        words.map(|word| if word.len() > 64 { "HASH" } else { word }).collect()
    };
    Said { out: plain(said.out), err: plain(said.err), code: said.code }
}

#[test]
fn both_stores_say_the_same() {
    let Some(server) = Server::start() else { return };
    let mut file = build_in("@c.tearline", true);
    let mut base = build_in(&server.database("house"), true);
    let words = words_of(&mut file, &mut base);
    let mut step = 2_000_000;
    let mut compare = |form: &[&str], viewer: &[&str], file: &mut Desk, base: &mut Desk| {
        step += 1;
        let said = |desk: &mut Desk, shown: &str| {
            let form: Vec<String> = form.iter().map(|arg| words.put_into(arg, desk)).collect();
            let form: Vec<&str> = form.iter().map(String::as_str).collect();
            plain(desk.case_step(step, &[viewer, &form].concat()), shown)
        };
        let (one, other) = (said(file, "HERE/c.tearline"), said(base, "postgres://tearline@localhost/house"));
        assert_eq!(one, other, "{viewer:?} {form:?}");
    };
    // As whoever holds the store, and as somebody who may see a part of it.
    for viewer in [&[][..], &["--view-as", "TLP:GREEN"]] {
        for form in forms() {
            compare(form, viewer, &mut file, &mut base);
        }
    }
    for desk in [&mut file, &mut base] {
        assert!(desk.works(&["check", "--rebuild"]).contains("makes every table as it is"));
    }
}

#[test]
fn a_case_goes_from_a_file_to_a_server_and_back() {
    let Some(server) = Server::start() else { return };
    let mut desk = build_in("@c.tearline", true);
    let whole = desk.works(&["log", "--format", "json"]);
    let (file, base) = (desk.place.clone(), server.database("moved"));
    desk.place = base.clone();
    assert!(desk.works(&["restore", "@c.tearline"]).ends_with("it is whole\n"));
    let again = desk.case(&["restore", "@c.tearline"]);
    assert_eq!(
        again.err,
        "error: there is something at postgres://tearline@localhost/moved already\n hint: choose another place: nothing is written over\n"
    );
    desk.place = format!("{base}{}", file.trim_start_matches("@c.tearline"));
    assert_eq!(desk.works(&["log", "--format", "json"]), whole);
    desk.place = base;
    desk.works(&["backup", "@back.tearline"]);
    desk.place = file.replace("c.tearline", "back.tearline");
    assert_eq!(desk.works(&["log", "--format", "json"]), whole);
    assert!(desk.works(&["check", "--rebuild"]).contains("makes every table as it is"));
}

#[test]
fn a_server_that_does_not_answer_and_a_database_without_cases_are_named() {
    let mut desk = Desk::new();
    desk.place = "postgres://ann:secret@127.0.0.1:1/cases".to_owned();
    let said = desk.case(&["case", "list"]);
    assert_eq!(said.code, 1);
    assert!(said.err.starts_with("error: postgres://ann@127.0.0.1:1/cases cannot be reached: "), "{}", said.err);
    assert!(
        said.err.ends_with("hint: check the address, the name and the password, and that the server runs\n"),
        "{}",
        said.err
    );
    let Some(server) = Server::start() else { return };
    desk.place = server.database("bare");
    let said = desk.case(&["claims"]);
    assert!(
        said.err.starts_with("error: there is no case file at postgres://tearline@localhost/bare\n"),
        "{}",
        said.err
    );
}
