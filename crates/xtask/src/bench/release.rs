//! A release of three hundred lines out of a case of a hundred thousand claims: looked at, approved, issued.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use casefile::release::{Drafted, Proposal};
use casefile::{Casefile, CasefileError, ClaimRow, Place, Seams};
use disclose::packet::PrivateKey;
use record::reading::Stance;
use record::time::Micros;
use record::viewer::Viewer;

use super::{median, process, store, verdict};
use crate::failure::{Failure, say};
use crate::places::Places;

const LINES: usize = 300;
/// Articles of 600 words that come to more than a hundred thousand claims.
const ARTICLES: usize = 9_000;
/// The bar, in seconds on the clock.
const BAR: f64 = 2.0;
const RUNS: usize = 5;

/// Measures on the clock, since that is what somebody waits for.
///
/// # Errors
/// If the program cannot be built or run, or the articles are not there.
pub fn run(places: &Places) -> Result<(), Failure> {
    let program = process::build()?;
    let folder = tempfile::tempdir().map_err(|error| Failure::new(error.to_string()))?;
    let texts = store::texts(places)?;
    let input = store::written(folder.path(), &texts, ARTICLES)?;
    let case = store::opened(&program, folder.path(), "release.tearline")?;
    store::collected(&program, &case, &input)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::new(error.to_string()))?;
    runtime.block_on(measured(&Place::from(case.as_path()))).map_err(|error| Failure::new(error.to_string()))
}

async fn measured(place: &Place) -> Result<(), CasefileError> {
    let casefile = Casefile::open(place, Arc::new(Counting(AtomicU64::new(1)))).await?;
    let (ann, ben) = (Viewer::holder("ann"), Viewer::holder("ben"));
    let case = casefile.case(&ann, None).await?.id;
    let claims = casefile.claims(&ann, case).await?;
    say(format_args!("{} claims", claims.len()));
    let audience = "SECRET,TLP:RED,country=USA".to_owned();
    let proposal = Proposal {
        purpose: "to warn before the vote".to_owned(),
        audience,
        channel: "named partners".to_owned(),
        ..Proposal::default()
    };
    let first = casefile.propose(&ann, case, &proposal).await?.disclosure.id.to_string();
    // Every line rests on claims of its own from all over the case, and on such as speak to it.
    let speaks = |row: &&ClaimRow| row.stands().is_some_and(|claim| claim.stance == Stance::Says);
    let claims: Vec<&ClaimRow> = claims.iter().filter(speaks).collect();
    let step = (claims.len() / LINES).max(1);
    let begun = Instant::now();
    for (number, rows) in claims.chunks(step).take(LINES).enumerate() {
        let claims = rows.iter().take(2).map(|row| row.id.to_string()).collect();
        let text = format!("Line {number} says what two reports say of the ships and of their goods.");
        casefile.draft_line(&ann, case, &first, &Drafted { text, claims, ..Drafted::default() }).await?;
    }
    say(format_args!("drafted one by one: {:.1} ms a line", begun.elapsed().as_secs_f64() * 1e3 / LINES as f64));
    let key = PrivateKey::from_chance([7; 32]);
    let (mut looked, mut approved, mut issued) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let copy = Proposal { version_of: Some(first.clone()), ..proposal.clone() };
        let id = casefile.propose(&ann, case, &copy).await?.disclosure.id.to_string();
        let begun = Instant::now();
        let row = casefile.disclosure(&ben, case, &id).await?;
        looked.push(begun.elapsed().as_secs_f64());
        let begun = Instant::now();
        casefile.approve(&ben, case, &id, &row.draft, "read").await?;
        approved.push(begun.elapsed().as_secs_f64());
        let begun = Instant::now();
        casefile.issue(&ann, case, &id, &key, "desk.example").await?;
        issued.push(begun.elapsed().as_secs_f64());
    }
    for (what, figures) in [("shown", &looked), ("approved", &approved), ("issued with all its files", &issued)] {
        let figure = median(figures);
        say(format_args!(
            "a draft of {LINES} lines, {what}: {figure:.2} s (median of {RUNS}), bar {BAR} s: {}",
            verdict(figure <= BAR)
        ));
    }
    casefile.close().await;
    Ok(())
}

/// A clock and a chance that only count.
struct Counting(AtomicU64);

impl Seams for Counting {
    fn now(&self) -> Micros {
        Micros(i64::try_from(self.0.fetch_add(1, Ordering::Relaxed)).unwrap_or(i64::MAX))
    }

    fn chance(&self) -> [u8; 16] {
        let mut made = [0; 16];
        made[..8].copy_from_slice(&self.0.fetch_add(1, Ordering::Relaxed).to_le_bytes());
        made
    }
}
