//! Building a packet of three hundred lines with all its files, and making sure of it.

use std::hint::black_box;
use std::time::Instant;

use disclose::marking::parse;
use disclose::packet::{Against, Contents, Issue, IssueLine, PrivateKey, build, compose, examine};
use record::id::PacketId;
use record::marking::Rollup;
use record::packet::{Review, Status};
use record::time::Micros;

use super::{median, verdict};
use crate::failure::{Failure, say};

const LINES: usize = 300;
/// The bar, in seconds on the clock.
const BAR: f64 = 2.0;
const RUNS: usize = 7;

/// Measures on the clock, since that is what somebody waits for.
pub fn run() -> Result<(), Failure> {
    let failed = |error: &dyn std::fmt::Display| Failure::new(error.to_string());
    let key = PrivateKey::from_chance([7; 32]);
    let packet = compose(&issue()?).map_err(|error| failed(&error))?;
    let (mut building, mut verifying, mut sizes) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let before = Instant::now();
        let files = black_box(build(&packet, &key).map_err(|error| failed(&error))?);
        building.push(before.elapsed().as_secs_f64());
        sizes = files.iter().map(|file| (file.name, file.bytes.len())).collect();
        let files = files.into_iter().map(|file| (file.name.to_owned(), file.bytes)).collect();
        let contents = Contents { files, ..Contents::default() };
        let before = Instant::now();
        black_box(examine(&contents, &key.public(), &Against::default()).map_err(|error| failed(&error))?);
        verifying.push(before.elapsed().as_secs_f64());
    }
    for (what, figures) in [("built with all its files", &building), ("verified", &verifying)] {
        let figure = median(figures);
        say(format_args!(
            "a packet of {LINES} lines, {what}: {figure:.3} s (median of {RUNS}), bar {BAR} s: {}",
            verdict(figure <= BAR)
        ));
    }
    for (name, size) in sizes {
        say(format_args!("  {name}: {:.1} kB", size as f64 / 1e3));
    }
    Ok(())
}

fn issue() -> Result<Issue, Failure> {
    let mark =
        |text: &str| parse(text).map(|marking| Rollup::from(&marking)).map_err(|why| Failure::new(why.to_string()));
    let (secret, open) = (mark("S//REL TO USA, GBR")?, mark("U")?);
    let link = |number: usize| Some(format!("{number:032x}"));
    let half = |marking: &Rollup, lines: usize| {
        (0..lines)
            .map(|number| IssueLine {
                text: format!(
                    "The ship of line {number} left the northern harbour with goods that its papers do not name, and it is likely \
                     that it will reach the strait before the vote of Friday, where two others have been waiting since May."
                ),
                marking: marking.clone(),
                support: "three independent sources of two kinds".to_owned(),
                like: link(number),
            })
            .collect::<Vec<_>>()
    };
    Ok(Issue {
        id: PacketId::from_chance([1; 16]),
        issued: Micros(1_935_653_400_000_000),
        status: Status::Issued,
        title: Some("Ships that left the northern harbour".to_owned()),
        issuer: Some("The Harbour Desk".to_owned()),
        audience: "SECRET,country=GBR".to_owned(),
        expires: None,
        authority: None,
        terms: None,
        above: half(&secret, LINES / 2),
        below: half(&open, LINES / 2),
        frame: secret.clone(),
        sources: vec!["An official with direct access (usually reliable).".to_owned()],
        confidence: Some("Confidence is moderate.".to_owned()),
        basis: Some("Three independent roots of two kinds of source.".to_owned()),
        questions: Vec::new(),
        reviewed: Review::Independent,
        release: None,
    })
}
