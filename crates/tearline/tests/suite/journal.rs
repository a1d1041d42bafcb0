//! The journal: whatever is changed behind its back is found and named.

use crate::desk::Desk;

/// A case with two documents, whole.
fn whole() -> Desk {
    let mut desk = Desk::new();
    desk.write("a.txt", "He said that it was so.");
    desk.write("b.txt", "She denied that it was so.");
    desk.works(&["case", "new", "Is it so?"]);
    desk.works(&["collect", "@a.txt", "@b.txt"]);
    assert!(desk.works(&["check", "--rebuild"]).contains("whole: the chain of the journal holds"));
    desk
}

/// Changes the file as somebody with a database program would.
fn change(desk: &Desk, sql: &'static str) {
    let file = format!("sqlite://{}", desk.path("c.tearline").display());
    let change = async {
        use sqlx::{Connection, SqliteConnection};
        let mut connection = SqliteConnection::connect(&file).await.unwrap();
        let changed = sqlx::query(sql).execute(&mut connection).await.unwrap().rows_affected();
        connection.close().await.unwrap();
        changed
    };
    let changed = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(change);
    assert!(changed <= 1, "{sql}");
}

/// What `check` says of a file that was changed so.
fn meddled(sql: &'static str) -> String {
    let mut desk = whole();
    change(&desk, sql);
    let said = desk.case(&["check", "--rebuild"]);
    assert_eq!(said.code, 1, "{sql} was not found");
    assert!(said.err.contains("hint: do not write to it any more"));
    said.out.lines().map(|line| line.split_once(": ").map_or(line, |(_, rest)| rest)).collect::<Vec<_>>().join("\n")
}

/// The fault without the id of its case.
fn fault(sql: &'static str) -> String {
    let said = meddled(sql);
    let first = said.lines().next().unwrap().to_owned();
    first
        .strip_prefix("case ")
        .and_then(|rest| rest.split_once(": "))
        .map_or(first.clone(), |(_, rest)| rest.to_owned())
}

#[test]
fn an_altered_entry_is_named() {
    assert_eq!(fault("UPDATE journal SET author = 'eve' WHERE seq = 2"), "entry 2 was altered");
    assert_eq!(fault("UPDATE journal SET body = replace(body, 'a.txt', 'z.txt') WHERE seq = 2"), "entry 2 was altered");
}

#[test]
fn an_entry_that_holds_no_text_where_text_should_stand_is_named() {
    let said = meddled("UPDATE journal SET author = CAST(x'ff' AS TEXT) WHERE seq = 2");
    assert!(said.contains("entry 2: a stored row cannot be read: "), "{said}");
    let mut desk = whole();
    change(&desk, "UPDATE document SET body = CAST(x'ff' AS TEXT) WHERE seq = 2");
    let said = desk.case(&["case", "show"]);
    assert!(said.err.contains("is damaged: a stored row cannot be read: "), "{}", said.err);
}

#[test]
fn a_missing_entry_is_named_at_the_end_too() {
    assert_eq!(fault("DELETE FROM journal WHERE seq = 2"), "entry 2 is missing from the journal");
    assert_eq!(
        fault("DELETE FROM journal WHERE seq = 3"),
        "the journal does not end where its head says; entries behind 2 are missing"
    );
}

#[test]
fn altered_and_missing_bytes_are_named() {
    assert!(fault("UPDATE blob SET bytes = x'00' WHERE rowid = 1").ends_with("were altered"));
    assert!(meddled("DELETE FROM blob WHERE rowid = 1").contains("which is missing"));
}

#[test]
fn a_table_that_the_journal_does_not_make_is_named() {
    assert_eq!(
        meddled("UPDATE claim SET label = 'x' WHERE rowid = 1"),
        "the table claim has 1 rows that are not as the journal makes them"
    );
    assert_eq!(
        meddled("DELETE FROM document WHERE body LIKE '%b.txt%'"),
        "the table document has 1 rows that are not as the journal makes them"
    );
}

#[test]
fn words_that_stand_in_the_index_for_another_document_are_found() {
    let mut desk = whole();
    for sql in [
        "UPDATE indexed SET id = 3 WHERE id = 1",
        "UPDATE indexed SET id = 1 WHERE id = 2",
        "UPDATE indexed SET id = 2 WHERE id = 3",
    ] {
        change(&desk, sql);
    }
    let said = desk.case(&["check", "--rebuild"]);
    assert_eq!(said.code, 1);
    assert!(said.out.contains("the table words has 2 rows that are not as the journal makes them"), "{}", said.out);
    assert!(meddled("DELETE FROM indexed WHERE id = 1").contains("the table words has "));
}

#[test]
fn an_entry_before_the_first_and_a_stray_file_are_named() {
    let copy = "INSERT INTO journal SELECT chain, 0, at, author, kind, version, label, why, body, prev, hash FROM journal WHERE seq = 3";
    assert_eq!(fault(copy), "entry 0 stands before the first");
    assert_eq!(
        fault(
            "INSERT INTO blob VALUES (x'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 0, x'616263')"
        ),
        "1 kept files are cited by no entry"
    );
}

#[test]
fn a_trigger_that_could_change_what_is_written_later_is_named() {
    let hidden = "CREATE TRIGGER _sqlx_a BEFORE INSERT ON echo BEGIN SELECT RAISE(IGNORE); END";
    assert_eq!(fault(hidden), "the trigger _sqlx_a is not one that Tearline makes");
    let trigger = "CREATE TRIGGER soften AFTER INSERT ON line BEGIN DELETE FROM approval; END";
    assert_eq!(fault(trigger), "the trigger soften is not one that Tearline makes");
}

#[test]
fn a_damaged_page_is_told_and_no_copy_of_it_is_left() {
    let mut desk = whole();
    for number in 0..40 {
        desk.write(
            &format!("{number}.txt"),
            format!("Official {number} said that convoy {number} had left.").repeat(20),
        );
        desk.works(&["collect", &format!("@{number}.txt")]);
    }
    let path = desk.path("c.tearline");
    let mut bytes = std::fs::read(&path).unwrap();
    let at = bytes.len() / 4096 / 2 * 4096;
    bytes[at..at + 4096].fill(0xff);
    std::fs::write(&path, bytes).unwrap();
    let said = desk.case(&["check"]);
    assert_eq!(said.code, 1);
    assert!(said.out.contains("fault: "), "{}{}", said.out, said.err);
    let said = desk.case(&["backup", "@copy.tearline"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("is damaged: "), "{}", said.err);
    assert!(!desk.path("copy.tearline").exists());
}

#[test]
fn a_file_of_a_later_version_is_left_as_it_is() {
    let mut desk = whole();
    let later = "INSERT INTO _sqlx_migrations SELECT 99, description, installed_on, success, checksum, execution_time
        FROM _sqlx_migrations WHERE version = 1";
    change(&desk, later);
    let before = std::fs::read(desk.path("c.tearline")).unwrap();
    let place = desk.place.clone();
    desk.fails(
        &["--case", &place, "case", "list"],
        1,
        "error: HERE/c.tearline was written by a newer Tearline than this one\n hint: open it with the version that wrote it, or a later one; nothing was changed",
    );
    assert!(std::fs::read(desk.path("c.tearline")).unwrap() == before);
}

#[test]
fn the_same_document_again_is_no_change_and_says_so() {
    let mut desk = whole();
    let said = desk.works(&["collect", "@a.txt"]);
    assert!(said.starts_with("there already "), "{said}");
    assert!(said.ends_with("0 added with 0 claims, 1 already there, 0 not read\n"), "{said}");
}
