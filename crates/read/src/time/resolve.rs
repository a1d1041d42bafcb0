//! From what an expression says to its TIMEX3 value.

use super::meaning::{Amount, Base, Calendar, Clock, From, Measure, Reckoned, Says};
use super::reference::Timeline;
use super::stretch::{Stretch, WrittenYear, date, easter, in_week, nth_weekday, season_code};
use super::tense::Tense;
use super::written::{length, repeated, time_of_day};
use crate::language::times::{Falls, Season, Unit, Vague, Which};

/// A value, and what it is a value of.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Resolved {
    /// `DATE`, `TIME`, `DURATION` or `SET`.
    pub(super) kind: &'static str,
    /// The TIMEX3 value.
    pub(super) value: String,
    /// The stretch it is, where it is wholly known.
    pub(super) stretch: Option<Stretch>,
    /// Whether it could not be found for want of the document's date.
    pub(super) unresolved: bool,
    /// Whether it names a day that is on no calendar.
    pub(super) impossible: bool,
}

impl Resolved {
    fn new(kind: &'static str, value: impl Into<String>) -> Self {
        Self { kind, value: value.into(), stretch: None, unresolved: false, impossible: false }
    }

    fn known(stretch: Stretch) -> Self {
        Self { stretch: Some(stretch), ..Self::new("DATE", stretch.to_string()) }
    }

    fn unknown(value: impl Into<String>) -> Self {
        Self { unresolved: true, ..Self::new("DATE", value) }
    }
}

/// The value of what an expression says, at this point of the document.
pub(super) fn resolve(says: &Says, timeline: &Timeline, tense: Tense) -> Resolved {
    match says {
        Says::Length(measures) => Resolved::new("DURATION", length(measures)),
        Says::Again(again) => Resolved::new("SET", repeated(*again)),
        Says::Vague(Vague::Past) => Resolved::new("DATE", "PAST_REF"),
        Says::Vague(Vague::Present) => Resolved::new("DATE", "PRESENT_REF"),
        Says::Vague(Vague::Future) => Resolved::new("DATE", "FUTURE_REF"),
        Says::Point(base, None) => point(*base, timeline, tense),
        Says::Point(base, Some(clock)) => {
            let mut day = match base {
                Base::None => clock_day(timeline, *clock),
                base => point(*base, timeline, tense),
            };
            if matches!(day.value.as_str(), "PAST_REF" | "PRESENT_REF" | "FUTURE_REF") {
                return day;
            }
            day.kind = "TIME";
            day.value.push_str(&time_of_day(*clock));
            day
        }
    }
}

/// The day of a time of day that names none.
fn clock_day(timeline: &Timeline, clock: Clock) -> Resolved {
    let spoken = timeline.spoken.filter(|spoken| matches!(spoken, Stretch::Day(_)));
    let day = match (spoken, clock) {
        (_, Clock::Part(_)) => None,
        (Some(spoken), _) if timeline.narrative || timeline.spoken_in == timeline.sentence => Some(spoken),
        _ => timeline.document.filter(|_| !timeline.narrative),
    };
    match day.and_then(|day| day.within(Unit::Day)) {
        Some(day) => Resolved::known(day),
        None => Resolved { unresolved: !matches!(clock, Clock::Part(_)), ..Resolved::new("TIME", "XXXX-XX-XX") },
    }
}

/// A stretch of a unit of which only the year may be known.
fn blank(unit: Unit, year: Option<i32>) -> Resolved {
    let year = year.map_or_else(|| "XXXX".to_owned(), |year| WrittenYear(year).to_string());
    Resolved::unknown(match unit {
        Unit::Second | Unit::Minute | Unit::Hour => format!("{year}-XX-XXTXX"),
        Unit::Day => format!("{year}-XX-XX"),
        Unit::Weekend => format!("{year}-WXX-WE"),
        Unit::Week | Unit::Fortnight => format!("{year}-WXX"),
        Unit::Month | Unit::Season => format!("{year}-XX"),
        Unit::Quarter => format!("{year}-QX"),
        Unit::Year => year,
        Unit::Decade => year.get(..3).unwrap_or("XXX").to_owned(),
        Unit::Century => year.get(..2).unwrap_or("XX").to_owned(),
    })
}

/// A date.
fn point(base: Base, timeline: &Timeline, tense: Tense) -> Resolved {
    match base {
        Base::None => Resolved::new("DATE", "XXXX-XX-XX"),
        Base::Calendar(calendar) => of_calendar(calendar, timeline, tense),
        Base::Weekday(weekday, which) => of_weekday(weekday, which, timeline, tense),
        Base::Month(month, which) => of_month(month, which, timeline),
        Base::Day(by) => {
            match timeline.now().and_then(|now| now.within(Unit::Day)).and_then(|day| day.step(i32::from(by))) {
                Some(day) if !timeline.narrative => Resolved::known(day),
                _ => blank(Unit::Day, None),
            }
        }
        Base::Unit(unit, which) => of_unit(unit, which, timeline, tense),
        Base::Shift(measure, from) => shifted(measure, from, timeline),
        Base::Season(season, reckoned) => of_season(season, reckoned, timeline, tense),
        Base::Quarter(quarter, reckoned) => match reckoned_year(reckoned, timeline) {
            Some(Some(year)) => Resolved::known(Stretch::Quarter(year, quarter)),
            Some(None) => Resolved::unknown(format!("XXXX-Q{quarter}")),
            None => match nearest(timeline, tense, |year| Some(Stretch::Quarter(year, quarter)), Unit::Quarter) {
                Some(stretch) => Resolved::known(stretch),
                None => Resolved::unknown(format!("XXXX-Q{quarter}")),
            },
        },
        Base::Half(half, reckoned) => match reckoned_year(reckoned, timeline) {
            Some(Some(year)) => Resolved::known(Stretch::Half(year, half)),
            _ => match timeline.now().and_then(Stretch::year) {
                Some(year) => Resolved::known(Stretch::Half(year, half)),
                None => Resolved::unknown(format!("XXXX-H{half}")),
            },
        },
        Base::PeriodOf(reckoned) => of_period(reckoned, timeline),
        Base::Decade(decade) => Resolved::known(Stretch::Decade(decade)),
        Base::DecadeOf(decade) => {
            let tens = i32::from(decade) / 10;
            match timeline.then().and_then(Stretch::year) {
                Some(year) => {
                    let this = year.div_euclid(100) * 10 + tens;
                    Resolved::known(Stretch::Decade(if this * 10 > year { this - 10 } else { this }))
                }
                None => Resolved::unknown(format!("XX{tens}")),
            }
        }
        Base::Century(century) => Resolved::known(Stretch::Century(century)),
        Base::Holiday(falls, reckoned) => of_holiday(falls, reckoned, timeline, tense),
        Base::DayOfMonth(day) => match timeline.then().and_then(|then| then.within(Unit::Month)) {
            Some(Stretch::Month(year, month)) => of_calendar(
                Calendar { year: Some(year), month: Some(month), day: Some(day), which: None },
                timeline,
                tense,
            ),
            _ => Resolved::unknown(format!("XXXX-XX-{day:02}")),
        },
    }
}

/// The year that is said: `None` if none is, `Some(None)` if it is not known.
fn reckoned_year(reckoned: Reckoned, timeline: &Timeline) -> Option<Option<i32>> {
    match reckoned {
        Reckoned::Unsaid => None,
        Reckoned::Year(year) => Some(Some(year)),
        Reckoned::Which(which) => {
            let from = match which {
                Which::Previous | Which::Following | Which::That | Which::Same => timeline.then(),
                _ => timeline.now(),
            };
            Some(from.and_then(|from| from.within(Unit::Year)?.step(by(which))?.year()))
        }
    }
}

/// How many units a word leads away.
const fn by(which: Which) -> i32 {
    match which {
        Which::Last | Which::Past | Which::Previous | Which::Latest | Which::Recent => -1,
        Which::Next | Which::Coming | Which::Following | Which::Future => 1,
        Which::This | Which::That | Which::Same | Which::The | Which::First => 0,
    }
}

/// How much nearer a time to come must be to be meant by a verb of the past.
const PAST_AHEAD: i64 = 3;
/// How much nearer a past time must be to be meant by a verb of the future.
const FUTURE_BACK: i64 = 2;
const WILL_BACK: i64 = 6;
/// What a step back weighs in a narrative, and what a step on.
const STORY_BACK: i64 = 5;
const STORY_AHEAD: i64 = 2;

/// Of the stretches that one name has in three years: in a narrative the one that goes on from the time spoken of, in
/// news the one that the tense asks for, the nearest where it asks for none.
fn nearest(timeline: &Timeline, tense: Tense, of: impl Fn(i32) -> Option<Stretch>, unit: Unit) -> Option<Stretch> {
    let story = timeline.tells();
    let now = if story { timeline.then()? } else { timeline.now()? };
    let year = now.year()?;
    let Some(now) = now.within(unit) else { return of(year) };
    // The 29th of February comes every fourth year.
    let reach = if of(year - 1).is_some() || of(year + 1).is_some() { 1 } else { 4 };
    let candidates = (year - reach..=year + reach).filter_map(of);
    let away = |stretch: &Stretch| stretch.about() - now.about();
    if story && tense != Tense::Since {
        return candidates.min_by_key(|stretch| {
            let away = away(stretch);
            // A story goes on: a step back of more than some months is a step on into the next year.
            if away < 0 { -away * STORY_BACK } else { away * STORY_AHEAD }
        });
    }
    // The tense weighs, and does not decide: `of record Nov. 10` is past in form and near in time.
    let (back, ahead) = match tense {
        Tense::Past | Tense::Since => (1, PAST_AHEAD),
        Tense::Future => (FUTURE_BACK, 1),
        Tense::Will => (WILL_BACK, 1),
        Tense::Unknown => (1, 1),
    };
    candidates.min_by_key(|stretch| {
        let away = away(stretch);
        if away < 0 { -away * back } else { away * ahead }
    })
}

fn of_calendar(calendar: Calendar, timeline: &Timeline, tense: Tense) -> Resolved {
    let Calendar { year, month, day, which } = calendar;
    let year = match (year, which) {
        (None, Some(which)) => reckoned_year(Reckoned::Which(which), timeline).flatten(),
        (year, _) => year,
    };
    match (year, month, day) {
        (Some(year), None, _) => Resolved::known(Stretch::Year(year)),
        (Some(year), Some(month), None) => Resolved::known(Stretch::Month(year, month)),
        (Some(year), Some(month), Some(day)) => match date(year, month, day) {
            Some(date) => Resolved::known(Stretch::Day(date)),
            // There was no year 0, but programs know one.
            None if year == 0 => {
                Resolved { impossible: true, ..Resolved::new("DATE", format!("XXXX-{month:02}-{day:02}")) }
            }
            None => Resolved {
                impossible: true,
                ..Resolved::new("DATE", format!("{}-{month:02}-{day:02}", WrittenYear(year)))
            },
        },
        (None, Some(month), None) => {
            match nearest(timeline, tense, |year| Some(Stretch::Month(year, month)), Unit::Month) {
                Some(stretch) => Resolved::known(stretch),
                None => Resolved::unknown(format!("XXXX-{month:02}")),
            }
        }
        (None, Some(month), Some(day)) => {
            let written = format!("XXXX-{month:02}-{day:02}");
            // A leap year has every day that there is.
            if date(2000, month, day).is_none() {
                return Resolved { impossible: true, ..Resolved::new("DATE", written) };
            }
            let of = |year: i32| date(year, month, day).map(Stretch::Day);
            let found = nearest(timeline, tense, of, Unit::Day).or_else(|| {
                let in_month = |year: i32| Some(Stretch::Month(year, month));
                of(nearest(timeline, tense, in_month, Unit::Month)?.year()?)
            });
            found.map_or_else(|| Resolved::unknown(written), Resolved::known)
        }
        (None, None, _) => Resolved::unknown("XXXX"),
    }
}

fn of_weekday(weekday: i8, which: Option<Which>, timeline: &Timeline, tense: Tense) -> Resolved {
    let found = || {
        let now = match which {
            Some(Which::Previous | Which::Following | Which::Same) => timeline.then(),
            _ => timeline.now(),
        };
        let today = now?.day()?;
        let this = Stretch::Day(in_week(today, weekday)?);
        let now = Stretch::Day(today);
        let later = this.about_day()? > now.about_day()?;
        let same = this == now;
        let step = match which {
            Some(Which::Last | Which::Past | Which::Previous) => {
                if later || same {
                    -7
                } else {
                    0
                }
            }
            Some(Which::Coming | Which::Following) => {
                if later {
                    0
                } else {
                    7
                }
            }
            Some(Which::Next) => 7,
            Some(_) => 0,
            None if timeline.narrative => match this.about_day()? - now.about_day()? {
                ..=-4 => 7,
                4.. => -7,
                _ => 0,
            },
            None => match tense {
                Tense::Future | Tense::Will => {
                    if later || same {
                        0
                    } else {
                        7
                    }
                }
                Tense::Past | Tense::Since | Tense::Unknown => {
                    if later {
                        -7
                    } else {
                        0
                    }
                }
            },
        };
        this.step(step)
    };
    found().map_or_else(|| Resolved::unknown(format!("XXXX-WXX-{weekday}")), Resolved::known)
}

fn of_month(month: i8, which: Which, timeline: &Timeline) -> Resolved {
    let found = || {
        let now = match which {
            Which::Previous | Which::Following => timeline.then(),
            _ => timeline.now(),
        };
        let now = now?;
        let year = now.year()?;
        let step = match (which, now.month()) {
            (Which::This, _) => 0,
            (Which::Past | Which::Last | Which::Previous, Some(at)) => {
                if month < at {
                    0
                } else {
                    -1
                }
            }
            (_, Some(at)) => {
                if month > at {
                    0
                } else {
                    1
                }
            }
            (which, None) => by(which),
        };
        Some(Stretch::Month(year.checked_add(step)?, month))
    };
    found().map_or_else(|| Resolved::unknown(format!("XXXX-{month:02}")), Resolved::known)
}

fn of_unit(unit: Unit, which: Which, timeline: &Timeline, tense: Tense) -> Resolved {
    let from = match which {
        Which::That | Which::Same | Which::Previous | Which::Following => timeline.then(),
        _ => timeline.now(),
    };
    let year = from.and_then(Stretch::year);
    if unit == Unit::Quarter
        && matches!(which, Which::Latest | Which::The)
        && let Some(quarter) = timeline.quarter
    {
        return Resolved::known(quarter);
    }
    let found = || {
        let this = from?.within(unit)?;
        match (unit, which) {
            (Unit::Weekend, Which::The) => {
                let begun = this.day()? <= from?.day()?;
                this.step(if matches!(tense, Tense::Future | Tense::Will) || begun { 0 } else { -1 })
            }
            _ => this.step(by(which)),
        }
    };
    match found() {
        Some(stretch) => Resolved::known(stretch),
        None => blank(unit, year.filter(|_| by(which) == 0)),
    }
}

fn shifted(measure: Measure, from: From, timeline: &Timeline) -> Resolved {
    let back = matches!(from, From::Ago | From::Earlier);
    let base = match from {
        From::Ago | From::Hence => timeline.now(),
        From::Earlier | From::Later => timeline.then(),
    };
    let Some(count) = measure.amount.count() else {
        return match (measure.amount, back) {
            (Amount::Some, true) => Resolved::new("DATE", "PAST_REF"),
            (Amount::Some, false) if matches!(from, From::Hence) => Resolved::new("DATE", "FUTURE_REF"),
            _ => within_known(measure.unit, base),
        };
    };
    let (unit, times): (Unit, i32) = match measure.unit {
        Unit::Fortnight => (Unit::Week, 2),
        unit => (unit, 1),
    };
    if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) {
        return within_known(unit, base);
    }
    if unit == Unit::Year
        && count == 1
        && back
        && let Some(quarter) = timeline.quarter.and_then(|quarter| quarter.step(-4))
    {
        return Resolved::known(quarter);
    }
    // `two weeks ago` is a day, where the day that it is counted from is known.
    let (unit, times) = if unit == Unit::Week { (Unit::Day, times.saturating_mul(7)) } else { (unit, times) };
    let step = count.checked_mul(times).map(|step| if back { -step } else { step });
    match base.and_then(|base| base.within(unit)).zip(step).and_then(|(base, step)| base.step(step)) {
        Some(stretch) => Resolved::known(stretch),
        None => blank(unit, base.and_then(Stretch::year)),
    }
}

/// A stretch of a unit of which only what lies around it is known.
fn within_known(unit: Unit, around: Option<Stretch>) -> Resolved {
    match (unit, around.and_then(|around| around.within(Unit::Day))) {
        (Unit::Second | Unit::Minute | Unit::Hour, Some(day)) => Resolved::new("TIME", format!("{day}TXX")),
        _ => blank(unit, around.and_then(Stretch::year)),
    }
}

fn of_season(season: Season, reckoned: Reckoned, timeline: &Timeline, tense: Tense) -> Resolved {
    let named = |year: i32| Some(Stretch::Season(year, season));
    let found = || match reckoned {
        Reckoned::Year(year) => named(year),
        Reckoned::Unsaid => nearest(timeline, tense, named, Unit::Season),
        Reckoned::Which(which) => {
            let now = match which {
                Which::Previous | Which::Following | Which::That | Which::Same => timeline.then()?,
                _ => timeline.now()?,
            };
            let year = now.year()?;
            let this = named(year)?;
            let at = now.within(Unit::Season);
            match (which, at) {
                (Which::Last | Which::Past | Which::Previous, Some(at)) => {
                    named(if this.about() < at.about() { year } else { year.checked_sub(1)? })
                }
                (Which::Next | Which::Coming | Which::Following, Some(at)) => {
                    named(if this.about() > at.about() { year } else { year.checked_add(1)? })
                }
                (which, _) => named(year.checked_add(by(which))?),
            }
        }
    };
    found().map_or_else(|| Resolved::unknown(format!("XXXX-{}", season_code(season))), Resolved::known)
}

/// `the year-earlier period`, `the 1988 period`: the quarter that was last spoken of, in that year.
fn of_period(reckoned: Reckoned, timeline: &Timeline) -> Resolved {
    let year = match (reckoned, timeline.quarter) {
        (Reckoned::Which(Which::Last), Some(quarter)) => quarter.step(-4).and_then(Stretch::year),
        _ => reckoned_year(reckoned, timeline).flatten(),
    };
    match (year, timeline.quarter) {
        (Some(year), Some(Stretch::Quarter(_, quarter))) => Resolved::known(Stretch::Quarter(year, quarter)),
        (Some(year), _) => Resolved::known(Stretch::Year(year)),
        (None, _) => blank(Unit::Year, None),
    }
}

fn of_holiday(falls: Falls, reckoned: Reckoned, timeline: &Timeline, tense: Tense) -> Resolved {
    let of = |year: i32| {
        let day = match falls {
            Falls::On(month, day) => date(year, month, day)?,
            Falls::Nth(month, nth, weekday) => nth_weekday(year, month, nth, weekday)?,
            Falls::Easter(after) => return Stretch::Day(easter(year)?).step(i32::from(after)),
        };
        Some(Stretch::Day(day))
    };
    let found = match reckoned {
        Reckoned::Year(year) => of(year),
        Reckoned::Unsaid => nearest(timeline, tense, of, Unit::Day),
        Reckoned::Which(which) => {
            let tense = match by(which) {
                ..0 => Tense::Past,
                1.. => Tense::Future,
                0 => Tense::Unknown,
            };
            nearest(timeline, tense, of, Unit::Day)
        }
    };
    found.map_or_else(
        || {
            Resolved::unknown(match falls {
                Falls::On(month, day) => format!("XXXX-{month:02}-{day:02}"),
                Falls::Nth(month, ..) => format!("XXXX-{month:02}-XX"),
                Falls::Easter(_) => "XXXX-XX-XX".to_owned(),
            })
        },
        Resolved::known,
    )
}
