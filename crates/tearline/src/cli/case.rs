//! `tearline case`: open a case, list them, show one.

use std::sync::Arc;

use casefile::Casefile;

use super::{Format, Shared};
use crate::body::case::{CaseShown, DocumentShown, Whole};
use crate::failure::{Failure, Outcome};
use crate::show::judgement::told_resolution;
use crate::show::rows::{self, counted};
use crate::show::table::{self, Cell};
use crate::{Stage, show};

/// Open a case, list the cases of a file, show one
#[derive(Debug, clap::Subcommand)]
pub enum Verb {
    /// Open a case: a question with everything known about it
    #[command(
        after_help = "Example:\n  tearline --case c.tearline case new \"Will Corvania supply arms to Vessia?\" --marking TLP:GREEN"
    )]
    New {
        /// The question
        question: String,
        /// The marking of the case, and of what is collected without another
        #[arg(long, default_value = "TLP:AMBER+STRICT")]
        marking: String,
    },
    /// List the cases of the file
    #[command(after_help = "Example:\n  tearline --case c.tearline case list")]
    List {
        /// How to write the list
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Show a case with its documents
    #[command(after_help = "Example:\n  tearline --case c.tearline --view-as TLP:GREEN case show")]
    Show {
        /// How to write it
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
}

impl Verb {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        match self {
            Self::New { question, marking } => new(shared, stage, &question, &marking).await,
            Self::List { format } => list(shared, stage, format).await,
            Self::Show { format } => show_one(shared, stage, format).await,
        }
    }
}

async fn new(shared: &Shared, stage: &mut Stage<'_>, question: &str, marking: &str) -> Outcome {
    let (path, id) = shared.place()?;
    if id.is_some() {
        return Err(Failure::usage("a new case has no id yet", "write --case FILE without #"));
    }
    let marking = disclose::marking::valid(marking).map_err(casefile::CasefileError::from)?;
    let viewer = shared.viewer(stage)?;
    let casefile = shared.keep(Casefile::open_or_create(&path, Arc::clone(&stage.seams)).await?);
    let case = casefile.new_case(&viewer, question, &marking).await?;
    writeln!(
        stage.out,
        "opened #{} {:?} in {}, marked {}",
        case.id.short(),
        case.question,
        path,
        disclose::marking::banner(&marking)
    )?;
    Ok(0)
}

async fn list(shared: &Shared, stage: &mut Stage<'_>, format: Format) -> Outcome {
    let (path, _) = shared.place()?;
    let casefile = shared.keep(Casefile::open(&path, Arc::clone(&stage.seams)).await?);
    let rows = casefile.cases(&shared.viewer(stage)?).await?;
    if format != Format::Text {
        show::list::write(stage.out, format, &rows.into_iter().map(CaseShown::from).collect::<Vec<_>>())?;
        return Ok(0);
    }
    let cells: Vec<Vec<Cell>> = rows
        .iter()
        .map(|row| {
            vec![
                Cell::new(format!("#{}", row.case.id.short())),
                Cell::new(&row.case.question),
                Cell::new(&row.marking),
                Cell::number(row.documents.to_string()),
                Cell::number(row.claims.to_string()),
                Cell::number(row.roots.to_string()),
            ]
        })
        .collect();
    table::write(stage.out, stage.width, &["id", "question", "marking", "documents", "claims", "roots"], &cells)?;
    Ok(0)
}

async fn show_one(shared: &Shared, stage: &mut Stage<'_>, format: Format) -> Outcome {
    let (casefile, viewer, case) = shared.open(stage).await?;
    let Some(row) = casefile.cases(&viewer).await?.into_iter().find(|row| row.case.id == case.id) else {
        return Err(casefile::CasefileError::NoCase.into());
    };
    let documents = casefile.documents(&viewer, case.id).await?;
    if format == Format::Text {
        let (heading, faint) = (show::style::HEADING, show::style::FAINT);
        writeln!(stage.out, "{heading}{}{heading:#}", table::one_line(&case.question))?;
        writeln!(stage.out, "{faint}#{} opened {} by {}{faint:#}", case.id.short(), case.opened, case.author)?;
        writeln!(stage.out, "{}", row.marking)?;
        writeln!(
            stage.out,
            "{}, {}, {}, {}",
            counted(row.documents, "document"),
            counted(row.claims, "claim"),
            counted(row.roots, "root"),
            counted(row.disclosures, "disclosure")
        )?;
        if let Some((outcome, resolution)) = casefile.resolution(&viewer, case.id).await? {
            writeln!(stage.out, "{}", table::one_line(&told_resolution(&outcome, &resolution)))?;
        }
        writeln!(stage.out)?;
        let mut cells: Vec<Vec<Cell>> = documents
            .iter()
            .map(|row| {
                let document = &row.document;
                let guard = rows::guard(&row.label);
                vec![
                    Cell::new(document.sha256.short()),
                    Cell::new(document.date.map_or(String::new(), |date| date.to_string())),
                    Cell::new(document.outlet.clone().unwrap_or_default()),
                    Cell::new(document.title.clone().unwrap_or_else(|| document.name.clone())),
                    Cell::new(&document.marking),
                    Cell::new(guard),
                ]
            })
            .collect();
        // Owners have a column where there are any.
        let guarded = documents.iter().any(|row| !rows::guard(&row.label).is_empty());
        let heading = &["sha256", "date", "outlet", "document", "marking", "owners"][..5 + usize::from(guarded)];
        if !guarded {
            cells.iter_mut().for_each(|row| row.truncate(heading.len()));
        }
        table::write(stage.out, stage.width, heading, &cells)?;
        return Ok(0);
    }
    let documents_list = documents.into_iter().map(DocumentShown::from).collect();
    let whole = Whole { case: row.into(), documents_list };
    show::list::one(stage.out, format, &whole)?;
    Ok(0)
}
