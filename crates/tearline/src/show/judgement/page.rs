//! The judgement as one page that needs nothing but itself.

use std::fmt::Write as _;
use std::io::{self, Write};

use casefile::{History, Weighing};

use super::{chart, signs};
use crate::show::escape::escaped;
use crate::show::rows::{share, source_kind};

const STYLE: &str = include_str!("judgement.css");

/// Writes the page.
pub fn write(
    out: &mut dyn Write,
    question: &str,
    banner: &str,
    weighing: &Weighing,
    history: &History,
    words: &[String],
) -> io::Result<()> {
    let mut body = String::new();
    let _ = write!(body, "<h1>{}</h1>", escaped(question));
    if let Some((on, how)) = &weighing.horizon {
        let _ = write!(body, "<p class=\"soft\">Until {on}, decided by: {}</p>", escaped(how));
    }
    if let Some(resolved) = super::resolved(weighing) {
        let _ = write!(body, "<p class=\"words\">{}</p>", escaped(&resolved));
    }
    for sentence in words {
        let _ = write!(body, "<p class=\"words\">{}</p>", escaped(sentence));
    }
    for assumption in &weighing.assumptions {
        let _ = write!(body, "<p class=\"soft\">Assumed: {}", escaped(&assumption.text));
        if !assumption.if_wrong.is_empty() {
            let _ = write!(body, " (if wrong: {})", escaped(&assumption.if_wrong));
        }
        body.push_str("</p>");
    }
    readouts(&mut body, weighing);
    for (what, listed) in super::beside(weighing) {
        let _ = write!(body, "<p class=\"soft\">{what}: {}</p>", escaped(&listed));
    }
    for one in &weighing.set_aside {
        let _ = write!(body, "<p class=\"soft\">Set aside: {}: {}</p>", escaped(&one.root.name), escaped(one.why));
    }
    if !history.moments.is_empty() {
        let _ = write!(body, "<h2>Over time</h2><figure>{}</figure>", chart::svg(question, banner, history));
        moments(&mut body, history);
    }
    matrix(&mut body, weighing);
    writeln!(
        out,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <header class=\"banner\">{banner}</header>\n<main>{body}</main>\n<footer class=\"banner\">{banner}</footer>\n</body>\n</html>",
        escaped(question),
        banner = escaped(banner),
    )
}

fn readouts(body: &mut String, weighing: &Weighing) {
    body.push_str(
        "<h2>Judgement</h2><div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Judgement\"><table><thead><tr><th scope=\"col\">hypothesis\
         <th scope=\"col\">prior<th scope=\"col\">P<th scope=\"col\">within<th scope=\"col\">ambiguity<th scope=\"col\">conflict<th scope=\"col\">confidence</tr></thead><tbody>",
    );
    for (hypothesis, readout) in weighing.hypotheses.iter().zip(&weighing.judgement.readouts) {
        let (low, high) = readout.interval;
        let _ = write!(
            body,
            "<tr><th scope=\"row\"><b>{}</b> {}</th><td>{}<td class=\"p\">{}<td>{}-{}<td>{}<td>{}<td>{}</tr>",
            escaped(&hypothesis.key),
            escaped(&hypothesis.text),
            share(hypothesis.prior),
            share(readout.probability),
            share(low),
            share(high),
            share(readout.ambiguity),
            share(readout.conflict),
            super::confidence(readout.confidence),
        );
    }
    body.push_str("</tbody></table></div>");
}

fn moments(body: &mut String, history: &History) {
    body.push_str(
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"What moved it\"><table><thead><tr><th scope=\"col\">no.<th scope=\"col\">day<th scope=\"col\" class=\"what\">what came",
    );
    for hypothesis in &history.hypotheses {
        let _ = write!(body, "<th scope=\"col\">{}", escaped(&hypothesis.key));
    }
    body.push_str("</tr></thead><tbody>");
    for (number, moment) in history.moments.iter().enumerate() {
        let names: Vec<String> = super::came(moment).iter().map(|name| escaped(name)).collect();
        let day = moment.day.map_or("no day".to_owned(), |day| day.to_string());
        let _ = write!(body, "<tr><td>{}<td class=\"day\">{day}<td class=\"what\">{}", number + 1, names.join("<br>"));
        for readout in &moment.readouts {
            let _ = write!(body, "<td>{}", share(readout.probability));
        }
        body.push_str("</tr>");
    }
    body.push_str("</tbody></table></div>");
}

fn matrix(body: &mut String, weighing: &Weighing) {
    if weighing.roots.is_empty() {
        return;
    }
    body.push_str(
        "<h2>Evidence against hypotheses</h2><p class=\"soft\">CC and C: it fits; N: it tells nothing; I and II: it speaks against. \
         Sorted by how well it tells them apart.</p><div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Evidence against hypotheses\"><table><thead><tr><th scope=\"col\">origin<th scope=\"col\" class=\"what\">kind<th scope=\"col\">grade<th scope=\"col\">trust",
    );
    for hypothesis in &weighing.hypotheses {
        let _ = write!(body, "<th scope=\"col\">{}", escaped(&hypothesis.key));
    }
    body.push_str("<th scope=\"col\">tells apart<th scope=\"col\" class=\"what\">why</tr></thead><tbody>");
    for (place, row, diagnosticity) in super::by_diagnosticity(weighing) {
        let Some(one) = weighing.roots.get(place) else { continue };
        let trust = one.trust().trust.map_or("none".to_owned(), share);
        // Whoever watches is no source and has no grade.
        let (kind, grade) = match one.silence {
            true => ("watched", String::new()),
            false => (source_kind(one.root.kind), one.grade.to_string()),
        };
        let _ = write!(
            body,
            "<tr><th scope=\"row\">{}</th><td class=\"what\">{}<td>{}<td>{trust}",
            escaped(&one.root.name),
            kind,
            grade
        );
        for sign in signs(row) {
            let _ = write!(body, "<td class=\"sign {}\">{sign}", sign.to_ascii_lowercase());
        }
        let _ = write!(body, "<td>{diagnosticity:.2}<td class=\"what\">{}</tr>", escaped(&one.root.why));
    }
    body.push_str("</tbody></table></div>");
}
