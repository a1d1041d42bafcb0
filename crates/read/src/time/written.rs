//! How TIMEX3 writes times of day, durations and sets.

use std::fmt::Write as _;

use super::meaning::{Again, Amount, Clock, Measure};
use super::stretch::season_code;
use crate::language::times::{Part, Unit};

/// `T17:30`, `T17:30Z`, `T17-05`, `TMO`.
pub(super) fn time_of_day(clock: Clock) -> String {
    match clock {
        Clock::At(hour, minute, zone) => {
            let minute = minute.map(|minute| format!(":{minute:02}")).unwrap_or_default();
            let zone = match zone {
                None => String::new(),
                Some(0) => "Z".to_owned(),
                Some(hours) => format!("{hours:+03}"),
            };
            format!("T{hour:02}{minute}{zone}")
        }
        Clock::Part(part) => format!("T{}", part_code(part)),
    }
}

const fn part_code(part: Part) -> &'static str {
    match part {
        Part::Morning => "MO",
        Part::Midday => "MI",
        Part::Afternoon => "AF",
        Part::Evening => "EV",
        Part::Night => "NI",
        Part::Daytime => "DT",
    }
}

/// `P3M`, `PT30M`, `PXW`, `P1Y6M`.
pub(super) fn length(measures: &[Measure]) -> String {
    let mut dated = String::new();
    let mut timed = String::new();
    for measure in measures {
        let (letter, times, clock) = match measure.unit {
            Unit::Second => ("S", 1, true),
            Unit::Minute => ("M", 1, true),
            Unit::Hour => ("H", 1, true),
            Unit::Day => ("D", 1, false),
            Unit::Weekend => ("WE", 1, false),
            Unit::Week => ("W", 1, false),
            Unit::Fortnight => ("W", 2, false),
            Unit::Month => ("M", 1, false),
            Unit::Quarter => ("Q", 1, false),
            Unit::Season => ("M", 3, false),
            Unit::Year => ("Y", 1, false),
            // People who mark times write ten years, and `DE` only where they cannot count.
            Unit::Decade if measure.amount != Amount::Some => ("Y", 10, false),
            Unit::Decade => ("DE", 1, false),
            Unit::Century => ("CE", 1, false),
        };
        let into = if clock { &mut timed } else { &mut dated };
        // Writing to a string cannot fail.
        let _ = match measure.amount {
            Amount::Some => write!(into, "X{letter}"),
            Amount::Tenths(tenths) => {
                let tenths = tenths.saturating_mul(times);
                match tenths % 10 {
                    0 => write!(into, "{}{letter}", tenths / 10),
                    rest => write!(into, "{}.{rest}{letter}", tenths / 10),
                }
            }
        };
    }
    if timed.is_empty() { format!("P{dated}") } else { format!("P{dated}T{timed}") }
}

/// The value of a set.
pub(super) fn repeated(again: Again) -> String {
    match again {
        Again::Unit(measure) => length(&[measure]),
        Again::Daily => "XXXX-XX-XX".to_owned(),
        Again::Weekly => "XXXX-WXX".to_owned(),
        Again::Monthly => "XXXX-XX".to_owned(),
        Again::Weekday(weekday) => format!("XXXX-WXX-{weekday}"),
        Again::Month(month) => format!("XXXX-{month:02}"),
        Again::Season(season) => format!("XXXX-{}", season_code(season)),
        Again::Part(part) => format!("XXXX-XX-XXT{}", part_code(part)),
        Again::Weekend => "XXXX-WXX-WE".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_names_its_parts_once_and_fractions_in_tenths() {
        let measure = |amount, unit| Measure { amount, unit };
        assert_eq!(length(&[measure(Amount::Tenths(25), Unit::Year)]), "P2.5Y");
        assert_eq!(length(&[measure(Amount::whole(1), Unit::Year), measure(Amount::whole(6), Unit::Month)]), "P1Y6M");
        assert_eq!(length(&[measure(Amount::Some, Unit::Hour)]), "PTXH");
        assert_eq!(length(&[measure(Amount::whole(1), Unit::Fortnight)]), "P2W");
    }
}
