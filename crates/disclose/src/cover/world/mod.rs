//! Simulated worlds: people with access to facts, sources among them who report, releases of what they reported, and an
//! adversary who reasons perfectly over the releases and the access lists.
//!
//! The adversary's code ([`adversary`]) shares nothing with that of cover: it reads the words that were released, holds them
//! against what each person really knew, and goes through every assignment of origins. So does the search for the best release
//! ([`best`]), which tries every choice of rungs for every line and asks that adversary, and may look at who the source is.

mod adversary;
mod best;
mod make;

use std::io::Write;

use adversary::Adversary;
use make::{Draft, World};

use crate::cover::{Statement, Together};
use crate::ladder::{Effort, Suggestion, Wanted, suggest};

/// How the adversary may weigh that two origins are at work and not one.
const DOUBTS: [f64; 3] = [1.0, 0.3, 0.02];

/// What the program suggests for a draft, with everything that was released before.
fn suggested(world: &World, draft: &[Draft], earlier: &[Statement], k: u32, effort: Effort) -> Suggestion {
    let before: Vec<_> = earlier.iter().map(|statement| world.holdings.suspects(statement)).collect();
    let together = Together::new(&world.holdings, &before);
    let lines: Vec<Wanted<'_>> =
        draft.iter().map(|line| Wanted { details: &line.details, behind: &line.behind, is_guarded: true }).collect();
    suggest(&world.holdings, &together, &lines, k, effort)
}

/// The words of a line by its rungs, and the statement that it is.
fn said(world: &World, draft: &[Draft], suggestion: &Suggestion) -> (Vec<Vec<String>>, Vec<Statement>) {
    let kept = draft.iter().zip(&suggestion.lines).filter_map(|(line, choice)| Some((line, choice.as_ref()?)));
    kept.map(|(line, choice)| {
        let words = line.details.iter().zip(choice).map(|(detail, at)| detail.rungs[*at].words.clone()).collect();
        (words, world.holdings.statement(&line.details, choice, line.behind.clone()))
    })
    .unzip()
}

#[test]
fn after_a_release_that_is_called_safe_nobody_is_suspected_more_than_the_figure_allows() {
    let (mut released, mut worlds, mut caught) = (0, 0, 0.0);
    for seed in 0..1_300 {
        let mut world = World::make(seed);
        let k = 2 + u32::try_from(seed % 3).unwrap();
        // A first release, and a second that is looked at together with it.
        let (mut words, mut earlier) = (Vec::new(), Vec::new());
        for _ in 0..2 {
            let draft = world.draft();
            let effort = Effort { all: if seed % 8 == 0 { 20_000 } else { 300 }, ..Effort::default() };
            let suggestion = suggested(&world, &draft, &earlier, k, effort);
            let (said, statements) = said(&world, &draft, &suggestion);
            if said.is_empty() {
                continue;
            }
            assert!(suggestion.least.k >= k, "world {seed}: {suggestion:?}");
            words.extend(said);
            earlier.extend(statements);
            released += 1;
        }
        if words.is_empty() {
            continue;
        }
        worlds += 1;
        for doubt in DOUBTS {
            let adversary = Adversary::new(&world, &words, doubt);
            let bound = 1.0 / f64::from(k + 1) + 1e-9;
            for source in &world.sources {
                let most = adversary.suspicion(*source);
                assert!(most <= bound, "world {seed}, k {k}, doubt {doubt}: the source {source} is suspected {most}");
            }
            // Nobody is: else the choice would have depended on who it is.
            for person in 0..world.people {
                let most = adversary.suspicion(person);
                assert!(most <= bound, "world {seed}, k {k}, doubt {doubt}: {person} is suspected {most}");
            }
            caught += adversary.guess(&world) * f64::from(k + 1);
        }
    }
    assert!(worlds >= 1_000, "of 1,300 worlds only {worlds} had a release");
    // One guess names the source at most once in k + 1 times.
    let rate = caught / (f64::from(worlds) * DOUBTS.len() as f64);
    let error = 3.0 * (1.0 / f64::from(worlds)).sqrt();
    assert!(rate <= 1.0 + error, "{rate} of what is allowed, in {released} releases");
    writeln!(std::io::stderr(), "{worlds} worlds, {released} releases, one guess is right {rate:.3} of 1 / (k + 1)")
        .unwrap();
}

#[test]
fn little_more_could_be_said_than_what_is_suggested() {
    let (mut kept, mut most, mut least, mut worlds) = (0.0, 0.0, 1.0_f64, 0);
    for effort in [Effort::default(), Effort { all: 0, ..Effort::default() }] {
        for seed in 0..150 {
            let mut world = World::small(seed);
            let draft = world.draft();
            let k = 2 + u32::try_from(seed % 2).unwrap();
            let suggestion = suggested(&world, &draft, &[], k, effort);
            let best = best::bits(&world, &draft, k);
            assert!(suggestion.kept <= best + 1e-6, "world {seed}: {} of {best}", suggestion.kept);
            kept += suggestion.kept;
            most += best;
            if best > 0.0 {
                least = least.min(suggestion.kept / best);
                worlds += 1;
            }
        }
    }
    let share = kept / most;
    writeln!(
        std::io::stderr(),
        "{worlds} small worlds: {share:.4} of the bits of the best release are kept, {least:.3} at the least"
    )
    .unwrap();
    assert!(share >= 0.9, "{share}");
}

#[test]
fn what_is_suggested_does_not_depend_on_who_the_source_is() {
    for seed in 0..200 {
        let mut world = World::make(seed);
        let draft = world.draft();
        let one = suggested(&world, &draft, &[], 2, Effort::default());
        // The same reports could have come from anybody who knew all of them: nothing in them says from whom.
        world.sources = (0..world.people).collect();
        assert_eq!(suggested(&world, &draft, &[], 2, Effort::default()), one);
    }
}
