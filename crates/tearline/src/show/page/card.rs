//! The claims of an article in its margin, by source: what each does with what is said, how sure the words are, and how
//! far the action has got, in words and signs.

use std::fmt::Write;

use casefile::format::Extracted;
use record::reading::{Claim, Polarity, Quoted, Reading, SourceKind, Stage, Stance};

use super::super::flat;
use super::super::rows::{counted, is_flat, share, stage, stance};
use super::{HERE, escaped};

/// The claims of one source.
struct Group<'r> {
    key: String,
    name: String,
    about: String,
    claims: Vec<&'r Claim>,
}

/// Draws the margin, its headings as `h0`.
pub fn margin(extracted: &Extracted, reading: &Reading) -> String {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for claim in &reading.claims {
        let group = group(reading, claim);
        match groups.iter_mut().find(|known| known.key == group.key) {
            Some(known) => known.claims.push(claim),
            None => groups.push(Group { claims: vec![claim], ..group }),
        }
    }
    let mut html = String::new();
    for group in groups {
        // Writing to a string cannot fail.
        let _ = writeln!(
            html,
            "<div class=\"group\"><h0>{}</h0><p class=\"about\">{} · {}</p><ul>",
            escaped(&group.name),
            escaped(&group.about),
            counted(group.claims.len(), "claim")
        );
        for claim in group.claims {
            card(&mut html, extracted, reading, claim, &group.name);
        }
        html.push_str("</ul></div>\n");
    }
    html
}

/// The source of a claim: the actor where it is known, else its words.
fn group<'r>(reading: &'r Reading, claim: &Claim) -> Group<'r> {
    let source = &claim.source;
    let kind = match source.kind {
        SourceKind::Named => "a person by name",
        SourceKind::Unnamed => "without a name",
        SourceKind::Organisation => "an organisation",
        SourceKind::Document => "a document",
        SourceKind::None => "the text names none",
    };
    let actor = source.actor.as_ref().and_then(|id| reading.actors.iter().find(|actor| actor.id == *id));
    let name = source.resolved.clone().or_else(|| actor.map(|actor| actor.name.clone()));
    let words = source.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (key, name) = match (&source.actor, name) {
        (Some(id), Some(name)) => (id.clone(), name),
        (_, Some(name)) => (name.to_lowercase(), name),
        (_, None) if words.is_empty() => (String::new(), "No source".to_owned()),
        (_, None) => (words.to_lowercase(), words),
    };
    let roles = actor.map(|actor| actor.roles.join(", ")).filter(|roles| !roles.is_empty());
    let about = roles.map_or(kind.to_owned(), |roles| format!("{roles}, {kind}"));
    Group { key, name, about, claims: Vec::new() }
}

fn card(html: &mut String, extracted: &Extracted, reading: &Reading, claim: &Claim, who: &str) {
    let id = &claim.id;
    let number = id.strip_prefix('c').unwrap_or(id);
    let (sign, word) = (sign(claim.stance), stance(claim.stance));
    let _ = writeln!(
        html,
        "<li id=\"{HERE}{id}\" class=\"card {word}\" data-c=\"{HERE}{id}\"><p class=\"who\">{}</p><p class=\"head\">\
         <a href=\"#{HERE}{id}t\" aria-label=\"Claim {number}, to its place in the text\">{number}</a> \
         <span class=\"stance\"><span aria-hidden=\"true\">{sign}</span> {word}</span> <i class=\"cue\">{}</i></p>",
        escaped(who),
        escaped(&claim.cue.text)
    );
    if !claim.content.text.is_empty() {
        let negated = claim.polarity == Polarity::Negative;
        let not = if negated { "<b class=\"not\">in the negative:</b> " } else { "" };
        let _ = writeln!(html, "<p class=\"what\" dir=\"auto\">{not}{}</p>", escaped(&claim.content.text));
    }
    html.push_str("<ul class=\"facts\">");
    let certainty = &claim.certainty;
    if is_flat(claim) {
        html.push_str("<li>flat statement</li>");
    } else if !certainty.is_told() {
        html.push_str("<li>how sure is not told</li>");
    } else {
        let (from, wide) = (certainty.low * 100.0, ((certainty.high - certainty.low) * 100.0).max(2.0));
        let _ = write!(
            html,
            "<li>“{}” <svg class=\"band\" viewBox=\"0 0 100 8\" aria-hidden=\"true\"><rect class=\"rail\" y=\"3\" \
             width=\"100\" height=\"2\"/><rect class=\"range\" x=\"{from:.0}\" width=\"{wide:.0}\" height=\"8\" rx=\"2\"/></svg> \
             {}–{}</li>",
            escaped(&certainty.words),
            share(certainty.low),
            share(certainty.high)
        );
    }
    if claim.stage != Stage::None {
        let _ = write!(html, "<li>{} {}</li>", steps(claim.stage), stage(claim.stage).replace('-', " "));
    }
    match claim.content.quoted {
        Quoted::None => {}
        Quoted::Part => html.push_str("<li>partly quoted</li>"),
        Quoted::Whole => html.push_str("<li>quoted</li>"),
    }
    if let Some(time) = claim.time.as_ref().and_then(|id| reading.times.iter().find(|time| time.id == *id)) {
        let _ = write!(html, "<li>about {} ({})</li>", escaped(&time.text), escaped(&time.value));
    }
    if let Some(outer) = &claim.within {
        let number = outer.strip_prefix('c').unwrap_or(outer);
        let _ = write!(html, "<li>inside <a href=\"#{HERE}{0}\">claim {number}</a></li>", escaped(outer));
    }
    if !extracted.verbatim {
        let spans = if claim.content.spans.is_empty() { &claim.cue.spans } else { &claim.content.spans };
        let place = flat::place(extracted, spans);
        if !place.is_empty() {
            let _ = write!(html, "<li>{}</li>", escaped(&place));
        }
    }
    html.push_str("</ul></li>\n");
}

/// A sign for a stance, which tells it apart where colours do not.
fn sign(stance: Stance) -> char {
    match stance {
        Stance::Says => '“',
        Stance::Asks => '?',
        Stance::Orders => '!',
        Stance::Hopes => '☆',
        Stance::Doubts => '≈',
        Stance::Denies => '✕',
        Stance::Declines => '∅',
        Stance::Evades => '↝',
    }
}

/// How far an action has got, on a ladder of five.
fn steps(stage: Stage) -> String {
    let reached = match stage {
        Stage::Considered => 1,
        Stage::Decided => 2,
        Stage::Prepared => 3,
        Stage::UnderWay => 4,
        Stage::Done => 5,
        Stage::Halted | Stage::None => 0,
    };
    let ladder =
        if stage == Stage::Halted { "■".to_owned() } else { "●".repeat(reached) + &"○".repeat(5 - reached) };
    format!("<span class=\"steps\" aria-hidden=\"true\">{ladder}</span>")
}
