//! Events: the root where source and target are given, and all of it from raw text, on sentences that the model had not
//! seen; then on the unit records of PETRARCH, with their own dictionary; then the blind sentences with two states.

mod countries;
mod kinds;
mod petrarch;

use std::collections::BTreeMap;

use read::event::Root;
use read::event::model::EventModel;
use record::reading::{Event, Reading};
use record::span::Span;

use self::kinds::Kinds;
use super::labelled::unknown;
use crate::events::{FOLDS, Row, Seen, rows};
use crate::failure::{Failure, say};
use crate::places::Places;

/// Counts of answers by gold root and answer.
#[derive(Debug, Default)]
struct Confusion(BTreeMap<(Root, Root), usize>);

impl Confusion {
    fn count(&mut self, gold: Root, answer: Root) {
        *self.0.entry((gold, answer)).or_default() += 1;
    }

    fn right(&self) -> usize {
        self.0.iter().filter(|((gold, answer), _)| gold == answer).map(|(_, count)| count).sum()
    }

    fn all(&self) -> usize {
        self.0.values().sum()
    }

    /// F1 of a root, and how often it is gold.
    fn f1(&self, root: Root) -> (f64, usize) {
        let sum = |fits: &dyn Fn(&(Root, Root)) -> bool| -> usize {
            self.0.iter().filter(|(pair, _)| fits(pair)).map(|(_, count)| count).sum()
        };
        let both = sum(&|pair| *pair == (root, root));
        let (gold, answered) = (sum(&|pair| pair.0 == root), sum(&|pair| pair.1 == root));
        (2.0 * both as f64 / (gold + answered).max(1) as f64, gold)
    }

    /// The mean F1 of the roots that are gold anywhere.
    fn macro_f1(&self) -> f64 {
        let scores: Vec<f64> =
            Root::ALL.iter().map(|root| self.f1(*root)).filter(|(_, gold)| *gold > 0).map(|(f1, _)| f1).collect();
        scores.iter().sum::<f64>() / scores.len().max(1) as f64
    }
}

/// What is found from raw text.
#[derive(Debug, Default, Clone, Copy)]
struct Ends {
    all: usize,
    none: usize,
    root: usize,
    actor: usize,
    target: usize,
    both: usize,
    whole: usize,
}

impl std::fmt::Display for Ends {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let share = |count: usize| 100.0 * count as f64 / self.all.max(1) as f64;
        write!(
            f,
            "{} sentences, {:.1} % without an event; root {:.1}, actor {:.1}, target {:.1}, actor and target {:.1}, all three {:.1}",
            self.all,
            share(self.none),
            share(self.root),
            share(self.actor),
            share(self.target),
            share(self.both),
            share(self.whole)
        )
    }
}

/// Measures and prints. With `errors` every disagreement in the half that the lexicon was written with is printed.
///
/// # Errors
/// If a corpus or a model cannot be read.
pub fn run(places: &Places, errors: bool) -> Result<(), Failure> {
    let rows = rows(places)?;
    let seen: Vec<Seen> = rows.iter().map(Seen::of).collect();
    say(held_out(&rows, &seen, errors)?);
    petrarch::run(places, errors)?;
    countries::run()
}

/// The scores on folds that a model had not seen, in Markdown.
///
/// # Errors
/// If a model cannot be opened.
pub fn held_out(rows: &[Row], seen: &[Seen], errors: bool) -> Result<String, Failure> {
    let failed = |error: read::model::ModelError| Failure::new(error.to_string());
    let mut given = [Confusion::default(), Confusion::default()];
    let mut ends = [Ends::default(), Ends::default()];
    let mut hints = (0, 0);
    let mut kinds = Kinds::default();
    for fold in 0..FOLDS {
        let bytes = crate::train::events::train(rows, seen, |row| row.fold() != fold)?;
        let model = EventModel::open(&bytes).map_err(failed)?;
        for (row, one) in rows.iter().zip(seen).filter(|(row, _)| row.fold() == fold) {
            let half = usize::from(!row.was_seen());
            let (root, _) = read::event::model::leading(&model.scores(one.given()));
            given[half].count(row.root, root);
            if let Some(joining) = one.joining {
                hints.1 += 1;
                hints.0 += usize::from(one.study.candidates[joining].trigger.hint.learnt() == row.root);
            }
            let reading = read::read_events_by(&row.text, unknown(), &model);
            let found = end_to_end(row, &reading, &mut ends[half]);
            let kind = (!found).then(|| kinds.count(row, one, &reading));
            if errors && row.was_seen() && (root != row.root || !found) {
                say(format_args!("{}", kind.map_or("only given", |kind| kind.words())));
                print_error(row, one, root, &reading);
            }
        }
    }
    Ok(table(&given, &ends, hints) + "\n" + &kinds.table())
}

/// The top event of a reading: of the longest sentence, that of rank 1. Joined actors and targets of one predicate make several
/// records of one event, of one rank and span; all of them are given.
fn top<'r>(reading: &'r Reading, text: &str) -> Vec<&'r Event> {
    let segments = read::segment::segment(text, &read::language::EN);
    let longest = segments.sentences.iter().max_by_key(|sentence| sentence.tokens.len());
    let inside = |event: &&Event| event.rank == 1 && longest.is_some_and(|one| one.span.covers(&event.span));
    let first = |event: &&Event| event.rank == 1;
    let Some(top) = reading.events.iter().find(inside).or_else(|| reading.events.iter().find(first)) else {
        return Vec::new();
    };
    reading.events.iter().filter(|event| event.rank == 1 && event.span == top.span).collect()
}

/// Counts the top event against the marks; whether all is right.
fn end_to_end(row: &Row, reading: &Reading, ends: &mut Ends) -> bool {
    ends.all += 1;
    let events = top(reading, &row.text);
    let Some(event) = events.first() else {
        ends.none += 1;
        return false;
    };
    let root = Root::from_name(&event.kind).is_some_and(|root| root.learnt() == row.root);
    let fits =
        |event: &Event| (touches(reading, &event.actor, &row.source), touches(reading, &event.target, &row.target));
    let (actor, target) =
        events.iter().map(|event| fits(event)).max_by_key(|(actor, target)| *actor && *target).unwrap_or_default();
    ends.root += usize::from(root);
    ends.actor += usize::from(actor);
    ends.target += usize::from(target);
    ends.both += usize::from(actor && target);
    ends.whole += usize::from(root && actor && target);
    root && actor && target
}

/// Whether an actor is mentioned in marked spans. What the sentence does not name cannot be wrong.
fn touches(reading: &Reading, id: &Option<String>, spans: &[Span]) -> bool {
    if spans.is_empty() {
        return true;
    }
    let actor = id.as_ref().and_then(|id| reading.actors.iter().find(|actor| actor.id == *id));
    actor.is_some_and(|actor| actor.mentions.iter().any(|one| spans.iter().any(|span| span.overlaps(one))))
}

fn print_error(row: &Row, one: &Seen, root: Root, reading: &Reading) {
    let name = |id: &Option<String>| {
        let actor = id.as_ref().and_then(|id| reading.actors.iter().find(|actor| actor.id == *id));
        actor.map_or("-".to_owned(), |actor| actor.name.clone())
    };
    let marked = |spans: &[Span]| spans.iter().map(|span| span.of(&row.text)).collect::<Vec<_>>().join("; ");
    let joining = one.joining.and_then(|number| one.study.candidates.get(number));
    let hint = joining.map_or("none".to_owned(), |one| format!("{} at {}", one.trigger.hint, one.trigger.at));
    say(format_args!("{} {} given: {root} (lexicon {hint}); {}", row.id, row.root, row.text));
    say(format_args!("    marked {} -> {}", marked(&row.source), marked(&row.target)));
    let mut events: Vec<&Event> = reading.events.iter().collect();
    events.sort_by_key(|event| event.rank);
    for event in events.iter().take(3) {
        say(format_args!(
            "    {} {} {:?} {} -> {} {}",
            event.rank,
            event.kind,
            event.span.of(&row.text),
            name(&event.actor),
            name(&event.target),
            event.status
        ));
    }
}

fn table(given: &[Confusion; 2], ends: &[Ends; 2], hints: (usize, usize)) -> String {
    use std::fmt::Write;
    let mut both = Confusion::default();
    for half in given {
        for ((gold, answer), count) in &half.0 {
            *both.0.entry((*gold, *answer)).or_default() += count;
        }
    }
    let mut out = "| spans given | sentences | root right, % | macro-F1 |\n|---|---|---|---|\n".to_owned();
    for (name, one) in [("all", &both), ("half that was looked at", &given[0]), ("other half", &given[1])] {
        let _ = writeln!(
            out,
            "| {name} | {} | {:.1} | {:.3} |",
            one.all(),
            100.0 * one.right() as f64 / one.all().max(1) as f64,
            one.macro_f1()
        );
    }
    let _ = writeln!(out, "\nlexicon alone, where it has a word: {} of {}\n", hints.0, hints.1);
    out.push_str("| root | sentences | F1 |\n|---|---|---|\n");
    for root in Root::ALL.iter().filter(|root| both.f1(**root).1 > 0) {
        let (f1, gold) = both.f1(*root);
        let _ = writeln!(out, "| {root} | {gold} | {f1:.2} |");
    }
    let mut most: Vec<_> = both.0.iter().filter(|((gold, answer), _)| gold != answer).collect();
    most.sort_by_key(|(pair, count)| (std::cmp::Reverse(**count), **pair));
    let shown: Vec<String> =
        most.iter().take(12).map(|((gold, answer), count)| format!("{gold} as {answer} {count}")).collect();
    let _ = writeln!(out, "\nmost often taken for another: {}\n", shown.join(", "));
    let sum = |field: fn(&Ends) -> usize| ends.iter().map(field).sum::<usize>();
    let all = Ends {
        all: sum(|one| one.all),
        none: sum(|one| one.none),
        root: sum(|one| one.root),
        actor: sum(|one| one.actor),
        target: sum(|one| one.target),
        both: sum(|one| one.both),
        whole: sum(|one| one.whole),
    };
    let _ = writeln!(
        out,
        "from raw text, the top event:\n- all: {all}\n- half that was looked at: {}\n- other half: {}",
        ends[0], ends[1]
    );
    out
}
