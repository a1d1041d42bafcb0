//! Looking at drafts.

use casefile::release::{Around, DisclosureRow, LineRow};
use record::release::{How, Place};
use record::time::Micros;
use serde::Serialize;

use super::{Verb, when};
use crate::Stage;
use crate::cli::{Format, Shared};
use crate::failure::Outcome;
use crate::show::rows::counted;
use crate::show::table::{self, Cell, one_line};
use crate::show::{list, style};

/// A line, for programs.
#[derive(Serialize)]
pub struct ShownLine<'r> {
    #[serde(flatten)]
    line: &'r record::release::Line,
    portion: &'r str,
    inherited: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    formerly: Option<&'r str>,
    awaits: &'r [String],
    support: usize,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    taken_back: bool,
    sourcing: &'r str,
    owners: Vec<(&'r str, &'static str)>,
    faults: &'r [casefile::release::Fault],
}

/// A disclosure, for programs.
#[derive(Serialize)]
pub struct Shown<'r> {
    #[serde(flatten)]
    disclosure: &'r record::release::Disclosure,
    banner: &'r str,
    marking: &'r str,
    portions: Vec<&'r str>,
    of_lines: Vec<ShownLine<'r>>,
    draft: &'r str,
    sources: &'r [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<&'r str>,
    missing: Option<&'r str>,
}

impl Shown<'_> {
    /// Which disclosure it is.
    pub fn id(&self) -> String {
        self.disclosure.id.to_string()
    }
}

impl<'r> From<&'r DisclosureRow> for Shown<'r> {
    fn from(row: &'r DisclosureRow) -> Self {
        let of_line = |(line, of): (&'r record::release::Line, &'r LineRow)| ShownLine {
            line,
            portion: &of.portion,
            inherited: &of.inherited,
            formerly: of.formerly.as_deref(),
            awaits: &of.awaits,
            support: of.support,
            taken_back: of.taken_back,
            sourcing: &of.sourcing,
            owners: of.owners.iter().map(|(owner, standing)| (owner.as_str(), standing.told())).collect(),
            faults: &of.faults,
        };
        Self {
            disclosure: &row.disclosure,
            banner: &row.banner,
            marking: &row.marking,
            portions: row.lines.iter().map(|line| line.portion.as_str()).collect(),
            of_lines: row.disclosure.lines.iter().zip(&row.lines).map(of_line).collect(),
            draft: &row.draft,
            sources: &row.sources,
            confidence: row.confidence.as_deref(),
            missing: row.missing.as_deref(),
        }
    }
}

pub async fn run(verb: Verb, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
    let (casefile, viewer, case) = shared.open(stage).await?;
    match verb {
        Verb::Show { disclosure, format } => {
            let row = casefile.disclosure(&viewer, case.id, &disclosure).await?;
            if !list::one(stage.out, format, &Shown::from(&row))? {
                draft(stage, &row, casefile.moment())?;
            }
        }
        Verb::List { format } => listed(stage, format, &casefile.disclosures(&viewer, case.id).await?)?,
        Verb::Versions { disclosure, format } => {
            let one = casefile.disclosure(&viewer, case.id, &disclosure).await?;
            let first = one.disclosure.version_of.unwrap_or(one.disclosure.id);
            let mut all = casefile.disclosures(&viewer, case.id).await?;
            all.retain(|row| row.disclosure.id == first || row.disclosure.version_of == Some(first));
            versions(stage, format, &all)?;
        }
        _ => {}
    }
    Ok(0)
}

/// The beginning of a draft's hash.
pub fn short(draft: &str) -> &str {
    draft.get(..12).unwrap_or(draft)
}

fn draft(stage: &mut Stage<'_>, row: &DisclosureRow, now: Micros) -> std::io::Result<()> {
    let (heading, faint, warn) = (style::HEADING, style::FAINT, style::WARNING);
    let disclosure = &row.disclosure;
    writeln!(
        stage.out,
        "{heading}{}{heading:#}  {faint}{}{faint:#}",
        one_line(&disclosure.purpose),
        disclosure.id.short()
    )?;
    writeln!(
        stage.out,
        "to {} by {}, proposed by {}",
        disclosure.audience,
        one_line(&disclosure.channel),
        disclosure.author
    )?;
    if !row.marking.is_empty() {
        writeln!(stage.out, "{faint}the draft is guarded as {}{faint:#}", row.marking)?;
    }
    // The purpose is the heading, and the calendar counts down to the days.
    let shown = Around { purpose: String::new(), embargo: None, expires: None, ..disclosure.into() };
    around(stage, "", &shown)?;
    calendar(stage, row, now)?;
    if let Some(chosen) = &disclosure.chosen {
        writeln!(stage.out, "{} chose to {}: {}", chosen.author, chosen.way.told(), one_line(&chosen.why))?;
    }
    writeln!(
        stage.out,
        "\n{}",
        if row.banner.is_empty() { "no lines yet: `disclose line` drafts one" } else { &row.banner }
    )?;
    let above = disclosure.lines.iter().any(|line| line.place == Place::Above);
    let numbered = || disclosure.lines.iter().zip(&row.lines).enumerate();
    for (number, (line, of)) in numbered().filter(|(_, (line, _))| line.place == Place::Above) {
        one(stage, number + 1, line, of)?;
    }
    if above {
        let onward = disclosure.onward.as_deref().unwrap_or("nobody yet");
        writeln!(stage.out, "{faint}- - - - tearline: what stands below may go to {onward} - - - -{faint:#}")?;
    }
    for (number, (line, of)) in numbered().filter(|(_, (line, _))| line.place != Place::Above) {
        one(stage, number + 1, line, of)?;
    }
    if !row.sources.is_empty() || row.confidence.is_some() {
        writeln!(stage.out)?;
        frame(stage, "", &row.sources, row.confidence.as_deref())?;
    }
    writeln!(stage.out)?;
    for approval in &disclosure.approvals {
        let stands =
            if approval.draft == row.draft { "" } else { ", of an earlier draft: it does not count for this one" };
        writeln!(stage.out, "approved by {} {}{stands}", approval.author, approval.at)?;
    }
    if let Some(why) = &disclosure.alone {
        writeln!(stage.out, "a desk of one: {}", one_line(why))?;
    }
    let state = match (&disclosure.withheld, disclosure.issued) {
        (Some(_), _) => "withheld",
        (None, true) => "issued",
        (None, false) => "not issued",
    };
    writeln!(stage.out, "{faint}draft {}, {state}{faint:#}", short(&row.draft))?;
    match (&disclosure.withheld, disclosure.issued, &row.missing) {
        (Some(why), ..) => writeln!(stage.out, "withheld: {}", one_line(why)),
        (None, true, _) => Ok(()),
        (None, false, Some(missing)) => {
            writeln!(stage.out, "{warn}before it can be issued{warn:#}: {}", one_line(missing))
        }
        (None, false, None) => writeln!(stage.out, "it can be issued: `disclose issue`"),
    }
}

/// What goes out around the lines.
pub fn around(stage: &mut Stage<'_>, indent: &str, around: &Around) -> std::io::Result<()> {
    let said = [
        ("what it is about", around.title.as_deref()),
        ("issued by", around.issuer.as_deref()),
        ("terms", Some(around.terms.as_str()).filter(|terms| !terms.is_empty())),
        ("embargoed until", around.embargo.as_deref()),
        ("not to be relied on after", around.expires.as_deref()),
        ("it", around.amends.as_deref()),
        ("for", Some(around.purpose.as_str()).filter(|purpose| !purpose.is_empty())),
    ];
    for (what, text) in said.into_iter().filter_map(|(what, text)| Some((what, text?))) {
        writeln!(stage.out, "{indent}{what}: {}", one_line(text))?;
    }
    for (what, text) in around.authority.iter().flat_map(|block| block.lines()) {
        writeln!(stage.out, "{indent}{what}: {}", one_line(text))?;
    }
    frame(stage, indent, &around.sources, around.confidence.as_deref())?;
    if around.kept_back {
        writeln!(
            stage.out,
            "{indent}what it says of the sources and the confidence of the whole is not shown to you: it rests on lines that you may not read"
        )?;
    }
    Ok(())
}

/// What the packet says of the sources of the whole, and of how far its judgement can be relied on.
fn frame(stage: &mut Stage<'_>, indent: &str, sources: &[String], confidence: Option<&str>) -> std::io::Result<()> {
    if !sources.is_empty() {
        writeln!(stage.out, "{indent}sources, as the packet tells them: {}", one_line(&sources.join(" ")))?;
    }
    if let Some(confidence) = confidence {
        writeln!(stage.out, "{indent}confidence, as the packet tells it: {}", one_line(confidence))?;
    }
    Ok(())
}

fn one(stage: &mut Stage<'_>, number: usize, line: &record::release::Line, of: &LineRow) -> std::io::Result<()> {
    let (faint, warn) = (style::FAINT, style::WARNING);
    if let Place::Answer { question } = &line.place {
        writeln!(stage.out, "     {faint}asked:{faint:#} {}", one_line(question))?;
    }
    let claims: Vec<String> = line.claims.iter().map(record::id::ClaimId::short).collect();
    let mut on = claims.join(", ");
    if line.judgement.is_some() {
        on = if on.is_empty() { "the judgement".to_owned() } else { format!("{on} and the judgement") };
    }
    writeln!(
        stage.out,
        "{number:>3}  {} {}  {faint}{} on {on}{faint:#}",
        of.portion,
        one_line(&line.text),
        line.author
    )?;
    let roots = match of.support {
        0 if of.taken_back => "nothing speaks for it any more: it takes back what rested on the same".to_owned(),
        0 => format!("{warn}nothing speaks for it{warn:#}"),
        count => counted(count, "independent root"),
    };
    let inherits =
        if of.inherited == of.portion { String::new() } else { format!(", {} by what stands behind it", of.inherited) };
    writeln!(stage.out, "     {faint}{roots}{inherits}{faint:#}")?;
    if !of.sourcing.is_empty() {
        writeln!(stage.out, "     {faint}beside it: {}{faint:#}", one_line(&of.sourcing))?;
    }
    if let Some(formerly) = &of.formerly {
        writeln!(stage.out, "     {warn}an earlier version of it rested on what demands {formerly}{warn:#}")?;
    }
    for (owner, standing) in &of.owners {
        writeln!(stage.out, "     {}: {}", one_line(owner), standing.told())?;
    }
    if !of.awaits.is_empty() {
        writeln!(stage.out, "     {faint}a lower marking waits for {}{faint:#}", of.awaits.join(", "))?;
    }
    for fault in &of.faults {
        writeln!(stage.out, "     {warn}{}{warn:#}: {}", fault.rule, one_line(&fault.message))?;
    }
    Ok(())
}

fn calendar(stage: &mut Stage<'_>, row: &DisclosureRow, now: Micros) -> std::io::Result<()> {
    let Some(schedule) = &row.disclosure.schedule else { return Ok(()) };
    let known = [("wanted", &schedule.wanted), ("embargoed until", &schedule.embargo)];
    for (what, moment) in known.into_iter().filter_map(|(what, moment)| Some((what, moment.as_ref()?))) {
        writeln!(stage.out, "{what} {} ({})", moment.written, when::left(moment.at, now))?;
    }
    if let Some(expires) = &schedule.expires {
        writeln!(stage.out, "not to be relied on after {} ({})", expires.written, when::left(expires.at, now))?;
    }
    for (name, moment) in &schedule.against {
        writeln!(stage.out, "{}: {} ({})", one_line(name), moment.written, when::left(moment.at, now))?;
    }
    Ok(())
}

fn listed(stage: &mut Stage<'_>, format: Format, rows: &[DisclosureRow]) -> std::io::Result<()> {
    if list::write(stage.out, format, &rows.iter().map(Shown::from).collect::<Vec<_>>())? {
        return Ok(());
    }
    let amended = |id| {
        let mut later =
            rows.iter().filter(|row| row.disclosure.issued).filter_map(|row| row.disclosure.amends.as_ref());
        later.rfind(|amends| amends.disclosure == id).map(|amends| match amends.how {
            How::Supersedes => "superseded",
            How::Corrects => "corrected",
            How::Withdraws => "withdrawn",
        })
    };
    let cells: Vec<Vec<Cell>> = rows
        .iter()
        .map(|row| {
            let state = match (&row.disclosure.withheld, row.disclosure.issued, &row.missing) {
                (Some(_), ..) => "withheld",
                (None, true, _) => amended(row.disclosure.id).unwrap_or("issued"),
                (None, false, None) => "ready",
                (None, false, Some(_)) => "draft",
            };
            vec![
                Cell::new(row.disclosure.id.short()),
                Cell::new(&row.disclosure.purpose),
                Cell::new(&row.disclosure.audience),
                Cell::new(&row.banner),
                Cell::number(row.lines.len().to_string()),
                Cell::new(state),
            ]
        })
        .collect();
    table::write(stage.out, stage.width, &["id", "purpose", "audience", "banner", "lines", "state"], &cells)
}

/// One sentence in one version.
#[derive(Serialize)]
pub struct Version<'r> {
    sentence: usize,
    disclosure: String,
    audience: &'r str,
    portion: &'r str,
    text: &'r str,
}

/// The versions of one release, sentence by sentence: lines that say the same stand together.
pub fn sentences(all: &[DisclosureRow]) -> Vec<Version<'_>> {
    let mut order = Vec::new();
    for row in all {
        for line in &row.disclosure.lines {
            let first = line.like.unwrap_or(line.id);
            if !order.contains(&first) {
                order.push(first);
            }
        }
    }
    let mut rows = Vec::new();
    for (place, first) in order.iter().enumerate() {
        for row in all {
            for (line, of) in
                row.disclosure.lines.iter().zip(&row.lines).filter(|(line, _)| line.like.unwrap_or(line.id) == *first)
            {
                rows.push(Version {
                    sentence: place + 1,
                    disclosure: row.disclosure.id.short(),
                    audience: &row.disclosure.audience,
                    portion: &of.portion,
                    text: &line.text,
                });
            }
        }
    }
    rows
}

fn versions(stage: &mut Stage<'_>, format: Format, all: &[DisclosureRow]) -> std::io::Result<()> {
    let rows = sentences(all);
    if list::write(stage.out, format, &rows)? {
        return Ok(());
    }
    let cells: Vec<Vec<Cell>> = rows
        .iter()
        .map(|row| {
            vec![
                Cell::number(row.sentence.to_string()),
                Cell::new(row.audience),
                Cell::new(row.disclosure.as_str()),
                Cell::new(row.portion),
                Cell::new(row.text).styled(style::CONTENT),
            ]
        })
        .collect();
    table::write(stage.out, stage.width, &["sentence", "audience", "version", "mark", "text"], &cells)
}
