//! Hours of the day, however they are written.

use super::date::whole;
use super::fold::{Gap, Word};
use super::number;

/// An hour of the day in minutes, and how many words it takes: "04:30", "4.30 a.m.", "0430 hours".
pub(super) fn hour(words: &[Word]) -> Option<(u16, usize)> {
    let first = words.first()?;
    if let Some(said) = spoken(words) {
        return Some(said);
    }
    let (hour, minute, length) = match first.text.split_once('.') {
        Some((hour, minute)) if minute.len() == 2 => (whole(hour)?, whole(minute)?, 1_usize),
        Some(_) => return None,
        None if first.text.trim_end_matches(['z', 'h']).len() == 4 => {
            let text = first.text.trim_end_matches(['z', 'h']);
            let (hour, minute) = text.split_at_checked(2)?;
            // "0500" is no number that anything is counted by.
            let is_hour = text.starts_with('0')
                || text.len() < first.text.len()
                || words
                    .get(1)
                    .is_some_and(|word| matches!(word.text.as_str(), "hours" | "hrs" | "h" | "local" | "utc" | "z"));
            (whole(hour).filter(|_| is_hour)?, whole(minute)?, 1)
        }
        None => match words.get(1).filter(|next| next.before == Gap::Colon && next.text.len() == 2) {
            Some(next) => (whole(&first.text)?, whole(&next.text)?, 2),
            None => (whole(&first.text)?, 0, 1),
        },
    };
    let meridiem = words.get(length).and_then(|word| match word.text.as_str() {
        "am" | "pm" => Some((word.text.as_str(), 1)),
        "a" | "p" => {
            words.get(length.saturating_add(1)).filter(|next| next.text == "m").map(|_| (word.text.as_str(), 2))
        }
        _ => None,
    });
    // A bare number is an hour only where it says so; a point only where it cannot be a number of parts.
    let has_colon = length == 2 || first.text.trim_end_matches(['z', 'h']).len() == 4 && !first.text.contains('.');
    if meridiem.is_none() && !has_colon || hour > 24 || minute > 59 {
        return None;
    }
    let hour = match meridiem {
        Some((half, _)) if half.starts_with('p') && hour < 12 => hour.checked_add(12)?,
        Some((half, _)) if half.starts_with('a') && hour == 12 => 0,
        _ => hour,
    };
    let minutes = u16::from(hour).checked_mul(60)?.checked_add(u16::from(minute))?;
    Some((minutes, length.saturating_add(meridiem.map_or(0, |(_, length)| length))))
}

/// "five o'clock in the morning", "twelve minutes past three", "half past six", "a quarter to nine".
fn spoken(words: &[Word]) -> Option<(u16, usize)> {
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    let small = |at: usize| {
        let number = words.get(at..).and_then(number::number)?;
        let value = number.values.first().copied()?;
        let whole = (0..=59_u16).find(|whole| f64::from(*whole) == value)?;
        Some((whole, number.length))
    };
    let (hour, minutes, mut at) = if let Some((hour, length)) = small(0).filter(|(_, length)| text(*length) == "oclock")
    {
        (hour, 0, length.checked_add(1)?)
    } else {
        let (minutes, length) = match (text(0), text(1)) {
            ("half", _) => (30, 1),
            ("quarter", _) => (15, 1),
            ("a", "quarter") => (15, 2),
            _ => {
                let (minutes, length) = small(0)?;
                (minutes, length.saturating_add(usize::from(text(length).starts_with("minute"))))
            }
        };
        let to = match text(length) {
            "past" => false,
            "to" if words.get(length).is_some() && text(length.saturating_add(1)) != "the" => true,
            _ => return None,
        };
        let at = length.checked_add(1)?;
        let (hour, more) = small(at).filter(|(hour, _)| *hour <= 12)?;
        // "ten to fifteen" is no time.
        if to && minutes != 15 && !text(length.saturating_sub(1)).starts_with("minute") {
            return None;
        }
        let (hour, minutes) = if to { (hour.checked_sub(1)?, 60_u16.checked_sub(minutes)?) } else { (hour, minutes) };
        (hour, minutes, at.checked_add(more)?)
    };
    if hour > 24 || minutes > 59 {
        return None;
    }
    let mut hour = hour;
    for (skip, half) in [(2, text(at.saturating_add(2))), (1, text(at.saturating_add(1)))] {
        let leads = matches!((skip, text(at)), (2, "in") | (1, "at"));
        if leads && matches!(half, "morning" | "afternoon" | "evening" | "night") {
            if half != "morning" && hour < 12 && !(half == "night" && hour < 5) {
                hour = hour.checked_add(12)?;
            }
            at = at.checked_add(skip)?.checked_add(1)?;
            break;
        }
    }
    Some((hour.checked_mul(60)?.checked_add(minutes)?, at))
}

#[cfg(test)]
mod tests {
    use super::super::fold::words;
    use super::*;

    #[test]
    fn an_hour_is_the_same_however_it_is_written() {
        for text in ["04:30", "4.30 a.m.", "4:30 am", "0430 hours", "0430Z"] {
            assert_eq!(hour(&words(text)).map(|(minutes, _)| minutes), Some(270), "{text}");
        }
        assert_eq!(hour(&words("4:30 p.m.")).map(|(minutes, _)| minutes), Some(990));
        for (text, minutes) in [
            ("five o'clock in the morning", 300),
            ("twelve minutes past three", 192),
            ("half past six in the evening", 1_110),
            ("a quarter to nine", 525),
            ("0500", 300),
        ] {
            assert_eq!(hour(&words(text)).map(|(minutes, _)| minutes), Some(minutes), "{text}");
        }
        for text in ["430 men", "ten to fifteen men", "five men in the morning"] {
            assert_eq!(hour(&words(text)), None, "{text}");
        }
    }
}
