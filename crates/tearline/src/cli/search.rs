//! `tearline search`: which documents speak of something.

use casefile::search::{Found, Search, Snippet, Sort};

use super::{Format, Shared};
use crate::Stage;
use crate::body::search::{self, HitShown, SavedShown};
use crate::failure::{Failure, Outcome};
use crate::show::rows::counted;
use crate::show::{list, style, table};

/// Find documents of the case by words and by what is claimed in them
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline --case c.tearline search lethal aid
  tearline --case c.tearline search '\"lethal aid\" drones OR shells -Iran' --stance denies
  tearline --case c.tearline search --actor China --event THREATEN --counts
  tearline --case c.tearline search ammunition --save ammunition

All words must stand there; \"…\" is a phrase, - in front leaves out, OR gives the choice. Endings and accents do not count.
Facets are those of the reading, without what people corrected. Nothing of a protected source is found by its words.\nOf the documents that have what is looked for, the 500 that came in last are ranked; with --sort time, the 500 that came out last.")]
pub struct Args {
    /// What to look for
    #[arg(value_name = "WORDS")]
    words: Vec<String>,
    /// Only with a claim of this source
    #[arg(long, value_name = "NAME")]
    source: Vec<String>,
    /// Only with a claim of this kind of source: named, unnamed, organisation, document
    #[arg(long)]
    kind: Vec<String>,
    /// Only with a claim of this stance: says, asks, orders, hopes, doubts, denies, declines, evades
    #[arg(long)]
    stance: Vec<String>,
    /// Only with a claim so sure: flat, hedged
    #[arg(long)]
    certainty: Vec<String>,
    /// Only where this actor is named
    #[arg(long, value_name = "NAME")]
    actor: Vec<String>,
    /// Only where an actor is of this country: CHN
    #[arg(long, value_name = "CODE")]
    country: Vec<String>,
    /// Only with an event of this PLOVER root: THREATEN
    #[arg(long, value_name = "ROOT")]
    event: Vec<String>,
    /// Only with a transfer of goods of this class: lethal, non-lethal, dual-use, energy, financial
    #[arg(long, value_name = "CLASS")]
    goods: Vec<String>,
    /// Only of this outlet
    #[arg(long, value_name = "NAME")]
    outlet: Vec<String>,
    /// Only of this month: 2023-02
    #[arg(long, value_name = "YYYY-MM")]
    month: Vec<String>,
    /// Only with this marking
    #[arg(long)]
    marking: Vec<String>,
    /// In which order
    #[arg(long, value_enum, default_value = "relevance")]
    sort: Order,
    /// How many to show
    #[arg(long, default_value_t = 20, value_name = "N")]
    limit: usize,
    /// Show what the hits have in common: how many of each source, stance, month …
    #[arg(long)]
    counts: bool,
    /// Keep this search under a name
    #[arg(long, value_name = "NAME", conflicts_with = "saved")]
    save: Option<String>,
    /// Run the search kept under this name
    #[arg(long, value_name = "NAME", conflicts_with_all = ["words", "list"])]
    saved: Option<String>,
    /// List the searches that are kept
    #[arg(long)]
    list: bool,
    /// How to write the list
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// In which order hits come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Order {
    /// Those first that speak of it most
    Relevance,
    /// The newest first
    Time,
}

impl Args {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer, case) = shared.open(stage).await?;
        if self.list {
            let kept = casefile.searches(&viewer, case.id).await?;
            let kept: Vec<SavedShown> = kept.into_iter().map(SavedShown::from).collect();
            if !list::write(stage.out, self.format, &kept)? {
                for one in &kept {
                    writeln!(stage.out, "{}  {}", table::one_line(&one.name), told(&one.search))?;
                }
            }
            return Ok(0);
        }
        let search = match &self.saved {
            Some(name) => {
                let kept = casefile.searches(&viewer, case.id).await?;
                let unknown = || casefile::CasefileError::Unknown { kind: "search", name: name.clone() };
                kept.into_iter().find(|saved| saved.name == *name).ok_or_else(unknown)?.search
            }
            None => self.search(),
        };
        if search.words.trim().is_empty() && search.facets.is_empty() {
            return Err(Failure::usage("nothing is looked for", "write words, or one of --stance, --actor, --event …"));
        }
        let found = casefile.search(&viewer, case.id, &search, self.limit, self.counts).await?;
        if let Some(name) = &self.save {
            casefile.save_search(&viewer, case.id, name, &search).await?;
        }
        self.write(found, stage)?;
        Ok(0)
    }

    fn search(&self) -> Search {
        let all = [
            ("source", &self.source),
            ("kind", &self.kind),
            ("stance", &self.stance),
            ("certainty", &self.certainty),
            ("actor", &self.actor),
            ("country", &self.country),
            ("event", &self.event),
            ("goods", &self.goods),
            ("outlet", &self.outlet),
            ("month", &self.month),
            ("marking", &self.marking),
        ];
        let facets = all
            .into_iter()
            .flat_map(|(key, values)| values.iter().map(move |value| (key.to_owned(), value.trim().to_owned())))
            .collect();
        let sort = match self.sort {
            Order::Relevance => Sort::Relevance,
            Order::Time => Sort::Time,
        };
        Search { words: self.words.join(" "), facets, sort }
    }

    fn write(&self, found: Found, stage: &mut Stage<'_>) -> Result<(), Failure> {
        let Found { hits, count, more, facets } = found;
        let shown = hits.len();
        if self.format != Format::Text {
            if self.counts {
                let rows = search::counted(facets);
                list::write(stage.out, self.format, &rows)?;
            } else {
                let hits: Vec<HitShown> = hits.into_iter().map(HitShown::from).collect();
                list::write(stage.out, self.format, &hits)?;
            }
            // A program that reads the list is not told in it, and whoever started the program is.
            if more || shown < count && !self.counts {
                let (warning, looked_at) = (style::WARNING, if self.counts { "counted" } else { "looked at" });
                let most = if more {
                    format!("more than {count} documents have this, of which {count} were {looked_at}")
                } else {
                    format!("{count} documents have this")
                };
                let part =
                    if self.counts { String::new() } else { format!("; {shown} are shown, and --limit shows more") };
                writeln!(stage.err, "{warning}note{warning:#}: {most}{part}")?;
            }
            return Ok(());
        }
        let faint = style::FAINT;
        for hit in &hits {
            let document = &hit.document;
            let heading = style::HEADING;
            let title = table::one_line(document.title.as_deref().unwrap_or(&document.name));
            let about = [
                Some(document.sha256.short()),
                document.date.map(|date| date.to_string()),
                document.outlet.as_deref().map(table::one_line),
                Some(document.marking.clone()),
            ];
            let about: Vec<String> = about.into_iter().flatten().collect();
            writeln!(stage.out, "{heading}{}{heading:#}", table::cut(&title, stage.width))?;
            writeln!(stage.out, "{faint}{}{faint:#}", table::cut(&about.join("  "), stage.width))?;
            writeln!(stage.out, "{}\n", marked(&hit.snippet, stage.width))?;
        }
        if self.counts {
            for (key, values) in &facets {
                let values: Vec<String> =
                    values.iter().map(|(value, count)| format!("{} {count}", table::one_line(value))).collect();
                writeln!(stage.out, "{}", table::wrapped(&format!("{key}: {}", values.join(", ")), stage.width))?;
            }
            writeln!(stage.out)?;
        }
        let at_least = if more { "more than " } else { "" };
        writeln!(
            stage.out,
            "{faint}{at_least}{}, {} shown{faint:#}",
            counted(count, "document"),
            if shown == count && !more { "all".to_owned() } else { shown.to_string() }
        )?;
        Ok(())
    }
}

/// A snippet in lines, with the words in bold that were looked for.
fn marked(snippet: &Snippet, width: usize) -> String {
    let mut out = String::new();
    let mut at = 0;
    let mut words: Vec<(String, bool)> = Vec::new();
    for mark in &snippet.marks {
        words.push((snippet.text.get(at..mark.start).unwrap_or_default().to_owned(), false));
        words.push((snippet.text.get(mark.start..mark.end).unwrap_or_default().to_owned(), true));
        at = mark.end;
    }
    words.push((snippet.text.get(at..).unwrap_or_default().to_owned(), false));
    let content = style::HEADING;
    let mut column = 0;
    for (text, bold) in words {
        for piece in text.split_inclusive(char::is_whitespace) {
            let word = table::one_line(piece);
            let length = word.chars().count();
            if column + length > width && column > 0 {
                out.push('\n');
                column = 0;
            }
            if bold {
                out.push_str(&format!("{content}{word}{content:#}"));
            } else {
                out.push_str(&word);
            }
            column += length;
            let spaced = out.is_empty() || out.ends_with([' ', '\n']);
            if piece.ends_with(char::is_whitespace) && !spaced && column < width {
                out.push(' ');
                column += 1;
            }
        }
    }
    // Where it is cut within a sentence, that shows.
    if !snippet.text.trim_end().ends_with(['.', '?', '!', '"', '\u{201d}']) {
        out.push_str(" \u{2026}");
    }
    out
}

/// A search in the words it was typed in.
fn told(search: &Search) -> String {
    let facets = search.facets.iter().map(|(key, value)| format!("--{key} {value:?}"));
    std::iter::once(search.words.clone()).filter(|words| !words.is_empty()).chain(facets).collect::<Vec<_>>().join(" ")
}
