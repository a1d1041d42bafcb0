//! Pieces that fit together, and such that do not.

use record::cover::Slot;
use record::time::Micros;

use super::*;
use crate::cover::Guard;
use crate::ladder::{Detail, of_number, of_place, of_time};

fn details(day: &str, place: &str, count: u64) -> Vec<Detail> {
    let whole = |slot, rungs| Detail { slot, text: String::new(), span: None, rungs };
    vec![
        whole(Slot::When, of_time(day, "")),
        whole(Slot::Where, of_place(place, Some(if place == "Oslo" { "NOR" } else { "DEU" }))),
        whole(Slot::Count, of_number(count, "n")),
    ]
}

/// Four deliveries: by day, place and number of wagons.
fn held() -> Holdings {
    let mut holdings = Holdings::new(Vec::new());
    for (day, place, count) in [
        ("2030-05-14", "Munich", 11),
        ("2030-05-20", "Munich", 40),
        ("2030-06-02", "Munich", 12),
        ("2030-05-03", "Oslo", 15),
    ] {
        let guard = Guard::Guarded { known: Some(Micros(1)), access: Vec::new(), is_owned: true };
        holdings.add(&details(day, place, count), guard);
    }
    holdings
}

/// What is said of the first delivery with only one detail, at a rung.
fn said(holdings: &Holdings, detail: usize, rung: usize) -> Statement {
    let one = details("2030-05-14", "Munich", 11).remove(detail);
    holdings.statement(&[one], &[rung], vec![0])
}

#[test]
fn three_releases_that_each_leave_three_deliveries_open_leave_one_together() {
    let holdings = held();
    let (may, munich, tens) = (said(&holdings, 0, 2), said(&holdings, 1, 0), said(&holdings, 2, 1));
    for one in [&may, &munich, &tens] {
        assert_eq!(Mosaic::new(&holdings, &[one], &[]).pieces()[0].m, 3);
    }
    let mosaic = Mosaic::new(&holdings, &[&tens], &[may, munich]);
    let pieces = mosaic.pieces();
    let piece = &pieces[0];
    assert_eq!((piece.m, piece.alone, piece.before, piece.line), (1, 3, 2, Some(0)));
    assert!(piece.collapses(2));
    // Nobody ever said the day or the number.
    assert_eq!(piece.inferable, [(Slot::Count, "count:11".to_owned()), (Slot::When, "when:d:2030-05-14".to_owned())]);
    // One rung further down the number fits another delivery too.
    assert_eq!(mosaic.m(0, &said(&holdings, 2, 2)), Some(2));
}

#[test]
fn what_one_release_gives_by_itself_is_no_mosaic() {
    let holdings = held();
    let day = said(&holdings, 0, 0);
    let piece = Mosaic::new(&holdings, &[&day], &[]).pieces().remove(0);
    assert_eq!((piece.m, piece.alone), (1, 1));
    assert!(!piece.collapses(2));
}

#[test]
fn what_all_that_are_left_have_in_common_is_inferable_though_several_are_left() {
    let holdings = held();
    let tens = said(&holdings, 2, 1);
    let may = said(&holdings, 0, 2);
    // Munich and Oslo are left, so that no place is given away; with "Germany" said before, Munich is.
    let piece = Mosaic::new(&holdings, &[&tens], std::slice::from_ref(&may)).pieces().remove(0);
    assert_eq!(piece.m, 2);
    assert!(piece.inferable.iter().all(|(slot, _)| *slot != Slot::Where), "{piece:?}");
    let germany = said(&holdings, 1, 1);
    let piece = Mosaic::new(&holdings, &[&may], &[germany]).pieces().remove(0);
    assert_eq!(piece.m, 2);
    assert!(piece.inferable.contains(&(Slot::Where, "where:munich|DEU".to_owned())), "{piece:?}");
}

#[test]
fn a_release_of_others_is_laid_to_whatever_says_all_of_it() {
    let holdings = held();
    let tens = said(&holdings, 2, 1);
    let imported = Statement { behind: Vec::new(), ..said(&holdings, 1, 0) };
    let pieces = Mosaic::new(&holdings, &[&tens], &[imported]).pieces();
    assert_eq!((pieces[0].m, pieces[0].before), (2, 3));
}

#[test]
fn month_and_place_said_before_and_day_and_country_said_now_leave_one_though_no_slot_is_finer() {
    let mut holdings = Holdings::new(Vec::new());
    for (day, place, code) in
        [("2030-05-14", "Munich", "DEU"), ("2030-05-03", "Munich", "DEU"), ("2030-05-14", "Berlin", "DEU")]
    {
        let whole = |slot, rungs| Detail { slot, text: String::new(), span: None, rungs };
        let said = [whole(Slot::When, of_time(day, "")), whole(Slot::Where, of_place(place, Some(code)))];
        holdings.add(&said, Guard::Guarded { known: Some(Micros(1)), access: Vec::new(), is_owned: true });
    }
    let both = |when: usize, place: usize| {
        let said = details("2030-05-14", "Munich", 11);
        holdings.statement(&said[..2], &[when, place], vec![0])
    };
    let (before, now) = (both(2, 0), both(0, 1));
    let piece = Mosaic::new(&holdings, &[&now], &[before]).pieces().remove(0);
    // Each leaves two; together they name the one that it was.
    assert_eq!((piece.m, piece.alone), (1, 2));
    assert!(piece.inferable.is_empty(), "{piece:?}");
    assert!(piece.collapses(2));
}

#[test]
fn a_document_that_two_cases_have_counts_once() {
    let mut holdings = held();
    let guard = Guard::Guarded { known: Some(Micros(1)), access: Vec::new(), is_owned: true };
    let again = holdings.add(&details("2030-05-14", "Munich", 11), guard);
    let day = said(&holdings, 0, 0);
    assert_eq!(Mosaic::new(&holdings, &[&day], &[]).pieces()[0].m, 2);
    holdings.same(again, 0);
    assert_eq!(Mosaic::new(&holdings, &[&day], &[]).pieces()[0].m, 1);
}
