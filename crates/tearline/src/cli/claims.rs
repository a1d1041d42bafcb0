//! `tearline claims`: what is claimed in a case.

use casefile::ClaimRow;
use casefile::link::translation::Original;
use casefile::register::Known;
use record::review::Verdict;

use super::{Format, Shared};
use crate::Stage;
use crate::body::claims::{ClaimShown, Wanted};
use crate::failure::Outcome;
use crate::show::rows::counted;
use crate::show::table::{self, Cell};
use crate::show::{list, rows, style};

/// List the claims of the case
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline --case c.tearline claims --format jsonl
  tearline --case c.tearline claims --source Wang --stance denies

`claim accept`, `reject`, `edit` and `add` correct them; a claim is listed as it stands, with what was read in JSON.")]
pub struct Args {
    /// Only of sources whose name holds this
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    /// Only of this stance
    #[arg(long)]
    stance: Option<String>,
    /// Only of the document whose hash begins so
    #[arg(long, value_name = "SHA256")]
    document: Option<String>,
    /// Only those that nobody has looked at, or that were read otherwise since
    #[arg(long)]
    open: bool,
    /// How to write the list
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

impl Args {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer, case) = shared.open(stage).await?;
        let mut claims = casefile.claims(&viewer, case.id).await?;
        let wanted = self.wanted();
        claims.retain(|row| wanted.has(row));
        let sources = casefile.sources(&viewer).await?;
        let documents = casefile.sources_of_documents(&viewer, case.id).await?;
        let known = Known::new(&sources, &documents);
        let originals = casefile.originals(&viewer, case.id, &claims).await?;
        let shown: Vec<ClaimShown<'_>> = claims.iter().map(|row| ClaimShown::new(row, &known, &originals)).collect();
        if list::write(stage.out, self.format, &shown)? {
            return Ok(0);
        }
        let lines = |row| std::iter::once(cells(row, &known)).chain(originals.get(&row.id).map(original));
        let rows: Vec<Vec<Cell>> = claims.iter().flat_map(lines).collect();
        // Grades, reviews and owners have a column where there are any.
        let mut heading =
            vec!["claim", "date", "source", "grade", "stance", "certainty", "stage", "content", "review", "owners"];
        let graded = shown.iter().any(|row| row.registered.is_some() || !row.ratings.is_empty());
        let reviewed = claims.iter().any(|row| !row.reviews.is_empty());
        let owned = claims.iter().any(|row| !rows::guard(&row.label).is_empty());
        let there = [("grade", graded), ("review", reviewed), ("owners", owned)];
        let wanted = |name: &str| there.iter().all(|(column, there)| *column != name || *there);
        let kept: Vec<bool> = heading.iter().map(|name| wanted(name)).collect();
        heading.retain(|name| wanted(name));
        let thinned =
            |row: Vec<Cell>| row.into_iter().zip(&kept).filter(|(_, kept)| **kept).map(|(cell, _)| cell).collect();
        let rows: Vec<Vec<Cell>> = rows.into_iter().map(thinned).collect();
        table::write(stage.out, stage.width, &heading, &rows)?;
        let faint = style::FAINT;
        writeln!(stage.out, "{faint}{}{faint:#}", counted(claims.len(), "claim"))?;
        Ok(0)
    }

    fn wanted(&self) -> Wanted<'_> {
        Wanted {
            source: self.source.as_deref(),
            stance: self.stance.as_deref(),
            document: self.document.as_deref(),
            open: self.open,
        }
    }
}

/// Letter and figure of the Admiralty system, with a dash for what nobody gave.
fn grade(row: &ClaimRow, known: &Known<'_>) -> String {
    let letter =
        known.of(row.stands().unwrap_or(&row.claim), row.document.sha256).map(|one| one.reliability().to_string());
    let figure = row.ratings.last().map(|rating| rating.credibility.to_string());
    match (letter, figure) {
        (None, None) => String::new(),
        (letter, figure) => letter.unwrap_or_else(|| "-".to_owned()) + &figure.unwrap_or_else(|| "-".to_owned()),
    }
}

/// The line beneath a claim of a translation: what it stands for.
fn original(original: &Original) -> Vec<Cell> {
    let words = match original.spans.is_empty() {
        true => Cell::new("(not aligned with the original)"),
        false => Cell::new(&original.text),
    };
    let empty = || Cell::new("");
    let document = Cell::new(original.document.short()).styled(style::FAINT);
    vec![empty(), empty(), document, empty(), empty(), empty(), empty(), words.styled(style::FAINT), empty(), empty()]
}

fn cells(row: &ClaimRow, known: &Known<'_>) -> Vec<Cell> {
    let claim = row.stands().unwrap_or(&row.claim);
    let source = claim.source.resolved.as_ref().unwrap_or(&claim.source.text);
    vec![
        Cell::new(row.id.short()),
        Cell::new(row.document.date.map_or(String::new(), |date| date.to_string())),
        Cell::new(source).styled(style::SOURCE),
        Cell::new(grade(row, known)),
        Cell::new(rows::stance(claim.stance)).styled(style::stance(claim.stance)),
        Cell::new(if rows::is_flat(claim) {
            "flat".to_owned()
        } else {
            format!("{}-{}", rows::share(claim.certainty.low), rows::share(claim.certainty.high))
        }),
        Cell::new(rows::stage(claim.stage)),
        Cell::new(&claim.content.text).styled(style::CONTENT),
        Cell::new(match (row.reviews.last().map(|review| review.verdict), row.reads_otherwise()) {
            (None, _) => "",
            (Some(Verdict::Accepted), false) => "accepted",
            (Some(Verdict::Accepted), true) => "accepted, read otherwise since",
            (Some(Verdict::Rejected), false) => "rejected",
            (Some(Verdict::Rejected), true) => "rejected, read otherwise since",
            (Some(Verdict::Edited), false) => "edited",
            (Some(Verdict::Edited), true) => "edited, read otherwise since",
            (Some(Verdict::Added), _) => "added",
        }),
        Cell::new(rows::guard(&row.label)),
    ]
}
