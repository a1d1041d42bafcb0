//! Stores that are opened, by example.

use std::ops::ControlFlow;
use std::sync::Arc;

use record::case::Case;
use record::marking::{Level, Marking, Tlp};
use record::time::Micros;
use record::viewer::Viewer;

use super::*;
use crate::search::Search;
use crate::{Casefile, Provenance, Seams, prepare};

/// Clocks of which each look shows an earlier moment.
struct Backwards(std::sync::atomic::AtomicI64);

impl Seams for Backwards {
    fn now(&self) -> Micros {
        Micros(self.0.fetch_sub(1, std::sync::atomic::Ordering::Relaxed))
    }

    fn chance(&self) -> [u8; 16] {
        let mut bytes = [7; 16];
        bytes[..8].copy_from_slice(&self.now().0.to_be_bytes());
        bytes
    }
}

async fn opened(path: &Path) -> (Casefile, Viewer) {
    let seams = Arc::new(Backwards(1_000_000.into()));
    (Casefile::open_or_create(&Place::from(path), seams).await.unwrap(), Viewer::holder("ann"))
}

#[tokio::test]
async fn a_store_of_an_earlier_version_is_made_anew_from_its_journal() {
    let folder = tempfile::TempDir::new().unwrap();
    let (now, then) = (folder.path().join("now.tearline"), folder.path().join("then.tearline"));
    let (casefile, ann) = opened(&now).await;
    let marking = Marking::plain(Level::Tlp(Tlp::Green));
    let Case { id, .. } = casefile.new_case(&ann, "Is it so?", &marking).await.unwrap();
    let text = "Erdoğan said that the F-16 had left.";
    let mut documents = Vec::new();
    let _ = crate::format::documents(text.as_bytes(), "a.txt", None, &Default::default(), &mut |one| {
        documents.push(prepare(one.unwrap(), &Default::default(), &Default::default()).unwrap());
        ControlFlow::Continue(())
    });
    casefile.collect(&ann, id, &documents, &Provenance::default()).await.unwrap();
    let claim = casefile.claims(&ann, id).await.unwrap()[0].id.to_string();
    casefile.judge_claim(&ann, id, &claim, true, "").await.unwrap();
    casefile.judge_claim(&ann, id, &claim, false, "a slip").await.unwrap();
    casefile.close().await;

    // What the five first migrations made, with the same journal and something in a table that is made from it.
    let options = options(&then, true).pragma("application_id", APPLICATION.to_string());
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await.unwrap();
    let first = Migrator { migrations: SQLITE.migrations[..5].to_vec().into(), ..Migrator::DEFAULT };
    first.run(&pool).await.unwrap();
    let attach = format!("ATTACH '{}' AS now", now.display());
    sqlx::query(sqlx::AssertSqlSafe(attach)).execute(&pool).await.unwrap();
    for sql in [
        "INSERT INTO journal SELECT * FROM now.journal",
        "INSERT INTO head SELECT * FROM now.head",
        "INSERT INTO blob SELECT * FROM now.blob",
        "INSERT INTO label SELECT * FROM now.label",
        "INSERT INTO review VALUES (x'00', x'00', x'00', '', 0, '')",
        "INSERT INTO indexed VALUES (1, x'00', x'00', '', '[]')",
        "INSERT INTO words (rowid, title, body, facets) VALUES (1, 'a', 'b', 'c')",
    ] {
        sqlx::query(sql).execute(&pool).await.unwrap();
    }
    pool.close().await;

    let (casefile, ann) = opened(&then).await;
    assert_eq!(casefile.check(&ann, true).await.unwrap().faults, Vec::<String>::new());
    let claims = casefile.claims(&ann, id).await.unwrap();
    assert!(claims[0].stands().is_none(), "the last word counts, though the clock ran back");
    let search = Search { words: "erdogan F-16".to_owned(), ..Search::default() };
    assert_eq!(casefile.search(&ann, id, &search, 10, false).await.unwrap().hits.len(), 1);
}

#[test]
fn the_address_of_a_server_is_shown_without_its_password() {
    let shown = |name| Place::named(name).to_string();
    assert_eq!(shown("postgres://ann:secret@db.example/cases?x=y"), "postgres://ann@db.example/cases");
    assert_eq!(shown("postgresql:///cases?password=secret"), "postgresql:///cases");
    assert_eq!(shown("postgres://ann:p@ss@db/cases"), "postgres://ann@db/cases");
    assert_eq!(shown("c.tearline"), "c.tearline");
}
