//! The judgement over time as a picture, with what moved it marked by numbers that the table beside it explains.
//!
//! Lines are told apart by their dashes and by the words at their ends, and not by colour alone. The picture carries its
//! style with it, for light and for dark, and its title and description for those who hear it.

use std::fmt::Write;

use casefile::History;
use jiff::civil::Date;

use crate::show::escape::escaped;
use crate::show::rows::share;

const WIDTH: f64 = 860.0;
const HEIGHT: f64 = 372.0;
const LEFT: f64 = 46.0;
const RIGHT: f64 = 150.0;
const TOP: f64 = 46.0;
const BOTTOM: f64 = 34.0;
const LEAD: f64 = 14.0;

const STYLE: &str = "text{font:12px system-ui,sans-serif;fill:#1d1c1a}.s{fill:#5c5954}.g{stroke:#dedad2}.m{stroke:#8a867f;stroke-dasharray:1 3}\
path.l{fill:none;stroke-width:2.4}path.a{stroke:none;opacity:.13}.c0{stroke:#0b4f8a;fill:#0b4f8a}.c1{stroke:#a3242f;fill:#a3242f}.c2{stroke:#7a4b00;fill:#7a4b00}\
.c3{stroke:#2f7a4d;fill:#2f7a4d}.c4{stroke:#6a3d8f;fill:#6a3d8f}.c5{stroke:#5c5954;fill:#5c5954}\
@media (prefers-color-scheme:dark){text{fill:#e8e5df}.s{fill:#a9a59d}.g{stroke:#34353a}.m{stroke:#77736c}.c0{stroke:#8cc4ff;fill:#8cc4ff}\
.c1{stroke:#ff8f96;fill:#ff8f96}.c2{stroke:#f0bd6a;fill:#f0bd6a}.c3{stroke:#6cc08e;fill:#6cc08e}.c4{stroke:#c9a6ec;fill:#c9a6ec}.c5{stroke:#a9a59d;fill:#a9a59d}}";

const DASHES: [&str; 6] = ["", "7 3", "2 3", "9 3 2 3", "4 2", "1 4"];

/// The whole picture as SVG. Without a day there is nothing to draw but the frame.
pub fn svg(question: &str, banner: &str, history: &History) -> String {
    let days: Vec<Date> = history.moments.iter().filter_map(|moment| moment.day).collect();
    let (first, last) = (days.first().copied(), days.last().copied());
    let span = first.zip(last).map_or(1.0, |(first, last)| days_between(first, last).max(1.0));
    let x = |day: Date| {
        // Before the first day stand the priors, and behind the last what it left.
        let part = first.map_or(0.0, |first| days_between(first, day) / span);
        LEFT + LEAD + part * (WIDTH - LEFT - RIGHT - 2.0 * LEAD)
    };
    let y = |p: f64| TOP + (1.0 - p) * (HEIGHT - TOP - BOTTOM);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-labelledby=\"t d\">\
         <style>{STYLE}</style><title id=\"t\">{}</title><desc id=\"d\">{}</desc>",
        escaped(question),
        escaped(&told(history))
    );
    let _ = write!(out, "<text x=\"{:.1}\" y=\"12\" text-anchor=\"middle\">{}</text>", WIDTH / 2.0, escaped(banner));
    for tenth in [0.0, 0.25, 0.5, 0.75, 1.0] {
        let at = y(tenth);
        let _ = write!(
            out,
            "<path class=\"g\" d=\"M{LEFT} {at:.1}H{:.1}\"/><text class=\"s\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            WIDTH - RIGHT,
            LEFT - 8.0,
            at + 4.0,
            share(tenth)
        );
    }
    let ticks_in_days = first.zip(last).is_some_and(|(a, b)| (a.year(), a.month()) == (b.year(), b.month()));
    for day in ticks(first, last) {
        let at = x(day);
        let _ = write!(
            out,
            "<path class=\"g\" d=\"M{at:.1} {:.1}v5\"/><text class=\"s\" x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>",
            HEIGHT - BOTTOM,
            HEIGHT - BOTTOM + 20.0,
            if ticks_in_days { day.strftime("%Y-%m-%d") } else { day.strftime("%Y-%m") }
        );
    }
    let mut free = f64::NEG_INFINITY;
    for (number, moment) in history.moments.iter().enumerate() {
        let Some(day) = moment.day else { continue };
        let at = x(day);
        let title = escaped(&format!("{day}: {}", super::came(moment).join("; ")));
        let _ = write!(out, "<g><title>{title}</title><path class=\"m\" d=\"M{at:.1} {TOP}V{:.1}\"/>", HEIGHT - BOTTOM);
        // Numbers that would stand on each other are left out; the marks stay.
        if at - free >= 15.0 {
            let _ = write!(
                out,
                "<text class=\"s\" x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>",
                TOP - 8.0,
                number + 1
            );
            free = at;
        }
        out.push_str("</g>");
    }
    area(&mut out, history, &x, &y);
    let mut ends: Vec<(f64, usize)> = Vec::new();
    for place in 0..history.hypotheses.len() {
        let points = points(history, place, &|readout| readout.probability);
        let prior = history.hypotheses.get(place).map_or(0.0, |one| one.prior);
        let path = format!(
            "M{LEFT} {:.1}{}H{:.1}",
            y(prior),
            stepped(&points, &x, &y).replacen('M', "H", 1).replacen(' ', "V", 1),
            WIDTH - RIGHT
        );
        let dashes = DASHES.get(place % DASHES.len()).copied().unwrap_or_default();
        let _ = write!(out, "<path class=\"l c{}\" stroke-dasharray=\"{dashes}\" d=\"{path}\"/>", place % 6);
        if let Some((_, p)) = points.last() {
            ends.push((y(*p), place));
        }
    }
    // The words at the ends keep out of each other's way.
    ends.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut below, mut left) = (f64::NEG_INFINITY, ends.len());
    for (at, place) in ends {
        let at = at.max(below + 15.0).min(HEIGHT - 15.0 * (left as f64));
        (below, left) = (at, left.saturating_sub(1));
        let Some(hypothesis) = history.hypotheses.get(place) else { continue };
        let p = history
            .moments
            .last()
            .and_then(|moment| moment.readouts.get(place))
            .map_or(0.0, |readout| readout.probability);
        let _ = write!(
            out,
            "<text x=\"{:.1}\" y=\"{:.1}\">{} {}</text>",
            WIDTH - RIGHT + 8.0,
            at + 4.0,
            escaped(&hypothesis.key),
            share(p)
        );
    }
    out.push_str("</svg>\n");
    out
}

/// What the picture shows, in words.
fn told(history: &History) -> String {
    let parts: Vec<String> = history
        .hypotheses
        .iter()
        .enumerate()
        .map(|(place, hypothesis)| {
            let at = |moment: Option<&casefile::Moment>| {
                moment.and_then(|one| one.readouts.get(place)).map(|one| one.probability)
            };
            let end = at(history.moments.last()).unwrap_or(hypothesis.prior);
            format!("{} from {} to {}", hypothesis.key, share(hypothesis.prior), share(end))
        })
        .collect();
    format!("Probability of each hypothesis over time: {}.", parts.join(", "))
}

/// How far the hypothesis that ends highest could lie within the bands of the likelihoods.
fn area(out: &mut String, history: &History, x: &dyn Fn(Date) -> f64, y: &dyn Fn(f64) -> f64) {
    let last = history.moments.last().map(|moment| moment.readouts.as_slice()).unwrap_or_default();
    let highest = last.iter().enumerate().max_by(|a, b| a.1.probability.total_cmp(&b.1.probability));
    let place = highest.map_or(0, |(place, _)| place);
    let (low, high) = (points(history, place, &|r| r.interval.0), points(history, place, &|r| r.interval.1));
    if low.len() < 2 {
        return;
    }
    let back: Vec<String> = {
        let mut corners = Vec::new();
        for pair in low.windows(2).rev() {
            let [(from, p), (to, after)] = pair else { continue };
            corners.push(format!("L{:.1} {:.1}L{:.1} {:.1}", x(*to), y(*after), x(*to), y(*p)));
            corners.push(format!("L{:.1} {:.1}", x(*from), y(*p)));
        }
        corners
    };
    let _ = write!(out, "<path class=\"a c{}\" d=\"{}{}Z\"/>", place % 6, stepped(&high, x, y), back.concat());
}

fn points(history: &History, place: usize, of: &dyn Fn(&record::judgement::Readout) -> f64) -> Vec<(Date, f64)> {
    history.moments.iter().filter_map(|one| Some((one.day?, of(one.readouts.get(place)?)))).collect()
}

/// A line that stays where it is until something moves it.
fn stepped(points: &[(Date, f64)], x: &dyn Fn(Date) -> f64, y: &dyn Fn(f64) -> f64) -> String {
    let mut path = String::new();
    for (place, (day, p)) in points.iter().enumerate() {
        let _ = match place {
            0 => write!(path, "M{:.1} {:.1}", x(*day), y(*p)),
            _ => write!(path, "H{:.1}V{:.1}", x(*day), y(*p)),
        };
    }
    path
}

fn days_between(from: Date, to: Date) -> f64 {
    f64::from(from.until(to).map_or(0, |span| span.get_days()))
}

/// At most six first days of months between two days.
fn ticks(first: Option<Date>, last: Option<Date>) -> Vec<Date> {
    let (Some(first), Some(last)) = (first, last) else { return Vec::new() };
    let months =
        (i32::from(last.year()) - i32::from(first.year())) * 12 + i32::from(last.month()) - i32::from(first.month());
    let step = (months / 6).max(1);
    let mut ticks = Vec::new();
    if months == 0 {
        return vec![first];
    }
    for number in (1..=months).step_by(usize::try_from(step).unwrap_or(1)) {
        let month = i32::from(first.year()) * 12 + i32::from(first.month()) - 1 + number;
        let year = i16::try_from(month.div_euclid(12)).unwrap_or_default();
        ticks.extend(
            Date::new(year, i8::try_from(month.rem_euclid(12) + 1).unwrap_or(1), 1).ok().filter(|day| *day <= last),
        );
    }
    ticks
}
