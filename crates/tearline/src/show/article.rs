//! A reading on the terminal: the article with its claims in colour, and the claims after it.

use std::io::{self, Write};

use anstyle::Style;
use record::reading::{Claim, Polarity, Quoted, Reading, SourceKind, Stage};
use record::span::Span;
use unicode_width::UnicodeWidthStr;

use super::facts::{self, Facts};
use super::table::Cell;
use super::table::turns;
use super::{style, table};

use crate::show::rows::{certainty, source_kind, stage, stance};

/// From how many columns on claims are a table, a line each, and not cards of two lines.
const WIDE: usize = 120;

/// Writes the article and its claims.
pub fn write(out: &mut dyn Write, width: usize, text: &str, reading: &Reading) -> io::Result<()> {
    let (heading, faint) = (style::HEADING, style::FAINT);
    let head = &reading.document;
    // What a document says of itself may hold signs that move a terminal.
    let outlet = head.outlet.iter().map(|outlet| table::one_line(outlet));
    let about = outlet.chain(head.date.iter().map(ToString::to_string)).collect::<Vec<_>>().join(", ");
    let title = table::one_line(head.title.as_deref().unwrap_or(&head.path));
    let fits = title.width() + 2 + about.width() <= width;
    let gap = if about.is_empty() {
        ""
    } else if fits {
        "  "
    } else {
        "\n"
    };
    let title = table::wrapped(&title, width);
    writeln!(out, "{heading}{title}{heading:#}{gap}{faint}{}{faint:#}\n", table::wrapped(&about, width))?;
    body(out, width, text, reading)?;
    let (source, cue, content) = (style::SOURCE, style::CUE, style::CONTENT);
    let count = reading.claims.len();
    writeln!(
        out,
        "\n{heading}{count} claim{}{heading:#}   {source}source{source:#} {cue}cue{cue:#} {content}content{content:#}\n",
        if count == 1 { "" } else { "s" }
    )?;
    if width >= WIDE {
        claims(out, width, reading)?;
    } else {
        for claim in &reading.claims {
            card(out, width, claim)?;
        }
    }
    timeline(out, width, reading)?;
    for facts in Facts::ALL.into_iter().filter(|facts| *facts != Facts::Times) {
        let found = facts.table(reading);
        if found.rows.is_empty() {
            continue;
        }
        writeln!(out, "\n{heading}{}{heading:#}\n", found.title)?;
        let rows: Vec<Vec<Cell>> =
            found.rows.into_iter().map(|row| row.cells.into_iter().map(Cell::new).collect()).collect();
        table::write(out, width, found.columns, &rows)?;
    }
    if !reading.problems.is_empty() {
        writeln!(out)?;
    }
    for problem in &reading.problems {
        let (warning, kind) = (style::WARNING, table::one_line(&problem.kind));
        let words = table::wrapped(&format!("{kind}: {}", table::one_line(&problem.message)), width);
        writeln!(out, "{warning}{kind}{warning:#}{}", words.strip_prefix(&kind).unwrap_or(&words))?;
    }
    Ok(())
}

/// The text, wrapped, with cues over sources over contents.
fn body(out: &mut dyn Write, width: usize, text: &str, reading: &Reading) -> io::Result<()> {
    let mut layers: Vec<(Span, u8)> = Vec::new();
    for claim in &reading.claims {
        layers.extend(claim.content.spans.iter().map(|span| (*span, 1)));
        layers.extend(claim.source.spans.iter().map(|span| (*span, 2)));
        layers.extend(claim.cue.spans.iter().map(|span| (*span, 3)));
    }
    // One byte of paint for one of text: a document may have a hundred million.
    let mut paint: Vec<u8> = vec![0; text.len()];
    layers.sort_by_key(|(_, layer)| *layer);
    for (span, layer) in layers {
        if let Some(bytes) = paint.get_mut(span.start..span.end) {
            bytes.fill(layer);
        }
    }
    let mut at: usize = 0;
    for line in text.split_inclusive('\n') {
        let mut column = 0;
        let mut word_at = at;
        for word in line.split_inclusive(char::is_whitespace) {
            let bare = word.trim_end();
            if !bare.is_empty() {
                let wide = bare.width();
                if column > 0 && column + 1 + wide > width {
                    writeln!(out)?;
                    column = 0;
                } else if column > 0 {
                    // The space belongs to what stands before it, so that a span is painted without holes.
                    let (before, after) = (paint.get(word_at.saturating_sub(1)), paint.get(word_at));
                    let look = look_of(before.filter(|before| Some(before) == after.as_ref()));
                    write!(out, "{look} {look:#}")?;
                    column += 1;
                }
                painted(out, bare, word_at, &paint)?;
                column += wide;
            }
            word_at += word.len();
        }
        writeln!(out)?;
        at += line.len();
    }
    Ok(())
}

/// How a layer of paint looks.
fn look_of(layer: Option<&u8>) -> Style {
    match layer {
        Some(1) => style::CONTENT,
        Some(2) => style::SOURCE,
        Some(3) => style::CUE,
        _ => Style::new(),
    }
}

/// One word, which may change its look in the middle.
fn painted(out: &mut dyn Write, word: &str, at: usize, paint: &[u8]) -> io::Result<()> {
    let mut from = 0;
    for (index, _) in word.char_indices().skip(1).chain([(word.len(), ' ')]) {
        let (now, next) = (paint.get(at + from), paint.get(at + index));
        if index == word.len() || now != next {
            let look = look_of(now);
            let part: String = word[from..index].chars().filter(|&sign| !sign.is_control() && !turns(sign)).collect();
            write!(out, "{look}{part}{look:#}")?;
            from = index;
        }
    }
    Ok(())
}

/// The claims as a table, a line each.
fn claims(out: &mut dyn Write, width: usize, reading: &Reading) -> io::Result<()> {
    let source = |claim: &Claim| match (&claim.source.resolved, claim.source.text.as_str()) {
        (_, "") => "(no source named)".to_owned(),
        (Some(name), words) => format!("{words} = {name}"),
        (None, words) => words.to_owned(),
    };
    let stage = |claim: &Claim| match (claim.stage, claim.polarity) {
        (Stage::None, Polarity::Negative) => "negated".to_owned(),
        (Stage::None, Polarity::Positive) => String::new(),
        (known, Polarity::Negative) => format!("not {}", stage(known)),
        (known, Polarity::Positive) => stage(known).to_owned(),
    };
    let rows: Vec<Vec<Cell>> = reading
        .claims
        .iter()
        .map(|claim| {
            vec![
                Cell::number(&claim.id).styled(style::FAINT),
                Cell::new(source(claim)).styled(style::SOURCE),
                Cell::new(&claim.cue.text).styled(style::CUE),
                Cell::new(stance(claim.stance)).styled(style::stance(claim.stance)),
                Cell::new(certainty(claim)),
                Cell::new(stage(claim)),
                Cell::new(&claim.content.text).styled(style::CONTENT),
            ]
        })
        .collect();
    let heading = ["", "source", "cue", "stance", "certainty", "stage", "content"];
    table::write(out, width, &heading, &rows)
}

/// The days that the article speaks of, in their order.
fn timeline(out: &mut dyn Write, width: usize, reading: &Reading) -> io::Result<()> {
    let days = facts::strip(reading);
    if days.is_empty() {
        return Ok(());
    }
    let (heading, faint) = (style::HEADING, style::FAINT);
    writeln!(out, "\n{heading}Timeline{heading:#}\n")?;
    let mut column = 0;
    for (at, (day, words)) in days.iter().enumerate() {
        let words = table::cut(&table::one_line(&words.join(", ")), width.saturating_sub(day.width() + 6).max(8));
        let wide = day.width() + 1 + words.width();
        if column > 0 && column + 4 + wide > width {
            writeln!(out)?;
            column = 0;
        }
        let sign = if at == 0 { "" } else { "── " };
        write!(out, "{}{faint}{sign}{faint:#}{day} {faint}{words}{faint:#}", if column > 0 { " " } else { "" })?;
        column += wide + 4;
    }
    writeln!(out)
}

/// A claim on two lines; where its first is too long for the width, on three.
fn card(out: &mut dyn Write, width: usize, claim: &Claim) -> io::Result<()> {
    let (source_look, cue_look, content_look, faint) = (style::SOURCE, style::CUE, style::CONTENT, style::FAINT);
    let stance_look = style::stance(claim.stance);
    let source = if claim.source.text.is_empty() { "(no source named)" } else { &claim.source.text };
    let resolved = claim.source.resolved.as_ref().map_or(String::new(), |name| format!(" = {}", table::one_line(name)));
    let mut facts = vec![certainty(claim)];
    if claim.source.kind != SourceKind::None {
        facts.insert(0, source_kind(claim.source.kind).to_owned());
    }
    if claim.stage != Stage::None {
        facts.push(format!("stage {}", stage(claim.stage)));
    }
    if claim.polarity == Polarity::Negative {
        facts.push("negated".to_owned());
    }
    if claim.content.quoted != Quoted::None {
        facts.push(if claim.content.quoted == Quoted::Whole { "quoted".into() } else { "partly quoted".into() });
    }
    // Columns before each line but for the number of the claim, and the fewest that say anything of how sure it is.
    const INDENT: usize = 6;
    const FACTS: usize = 12;
    let room = width.saturating_sub(INDENT);
    let says = stance(claim.stance);
    let cue = table::cut(&table::one_line(&claim.cue.text), room.saturating_sub(says.width() + FACTS + 4));
    let said = cue.width() + 2 + says.width() + 2;
    let (whole, mut resolved) = (table::one_line(source), resolved);
    let mut source = table::cut(&whole, width / 2);
    let (gap, left) = match room.checked_sub(source.width() + resolved.width() + 2 + said + FACTS) {
        Some(left) => ("  ", left + FACTS),
        None => {
            // The source has the line for itself and who it is.
            source = table::cut(&whole, room.saturating_sub(resolved.width().min(room / 2)));
            resolved = table::cut(&resolved, room.saturating_sub(source.width()));
            ("\n      ", room.saturating_sub(said))
        }
    };
    let facts = table::cut(&facts.join(", "), left);
    writeln!(
        out,
        "{faint}{:>4}{faint:#}  {source_look}{source}{source_look:#}{resolved}{gap}{cue_look}{cue}{cue_look:#}  \
         {stance_look}{says}{stance_look:#}  {faint}{facts}{faint:#}",
        claim.id,
    )?;
    if !claim.content.text.is_empty() {
        let content = table::cut(&table::one_line(&claim.content.text), room);
        writeln!(out, "      {content_look}{content}{content_look:#}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The reading of a text of one claim, with these words of its outlet, its claim's source and a problem.
    fn reading(text: &str, outlet: &str, resolved: &str, problem: &str) -> Reading {
        let whole = [[0, text.len()]];
        serde_json::from_value(serde_json::json!({
            "document": {"path": "t", "sha256": "", "title": "Corvania weighs whether to send machine tools to Vessia",
                "outlet": outlet, "date": "2030-02-18", "language": null},
            "claims": [{"id": "c1", "sentence": 0,
                "source": {"text": "an official who knows of it", "spans": [], "kind": "unnamed", "resolved": resolved},
                "cue": {"text": "was said to have repeatedly confirmed", "spans": [], "lemma": "confirm"},
                "content": {"text": text, "spans": whole, "quoted": "part"},
                "stance": "says", "polarity": "negative", "stage": "considered",
                "certainty": {"words": "would likely", "low": 0.55, "high": 0.8}}],
            "schema": 1, "reader": {"version": "0", "model": "m"}, "places": [],
            "actors": [{"id": "a1", "name": "Corvania", "kind": "state", "country": null,
                "roles": ["the seller of all the machine tools"], "mentions": [[0, 8]]}],
            "times": [], "events": [],
            "transfers": [{"supplier": "a1", "recipient": "a1", "goods": "machine tools with five axes", "class": "dual-use",
                "status": "considered", "codes": ["845611", "845710"], "claim": "c1", "span": [0, 4]}],
            "problems": [{"kind": "extraction", "message": problem}],
        }))
        .unwrap()
    }

    fn shown(width: usize, text: &str, reading: &Reading) -> String {
        let mut out = Vec::new();
        write(&mut out, width, text, reading).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn nothing_runs_past_the_width_however_narrow_it_is() {
        let text = "Corvania would likely send machine tools with five axes to Vessia within three weeks of the vote.";
        let problem = "an earlier record of the file has the same id, and so nobody can tell which of them was meant";
        let reading =
            reading(text, "The Asher Courier and Evening Post", "Dalia Verrin, the minister of the port", problem);
        for width in [40, 50, 60, 80, 100, 120] {
            let shown = anstream::adapter::strip_str(&shown(width, text, &reading)).to_string();
            let long: Vec<&str> = shown.lines().filter(|line| line.width() > width).collect();
            assert!(long.is_empty(), "past {width}: {long:#?}");
            let flat = shown.split_whitespace().collect::<Vec<_>>().join(" ");
            for words in ["Courier", "was said to", "says", "dual-use", "which of them was meant"] {
                assert!(flat.contains(words), "{words} is missing: {shown}");
            }
        }
    }

    #[test]
    fn what_a_document_says_of_itself_does_not_move_the_terminal() {
        let hostile = "\u{1b}[2J\u{1b}]0;root\u{7}\u{202e}word\r";
        let text = format!("He said {hostile} no.");
        let shown = shown(80, &text, &reading(&text, hostile, hostile, hostile));
        for sign in ["\u{1b}[2J", "\u{1b}]", "\u{7}", "\u{202e}", "\r"] {
            assert!(!shown.contains(sign), "{sign:?} is in {shown:?}");
        }
        assert!(shown.contains("[2J]0;rootword"), "{shown:?}");
    }
}
