//! `tearline warnings`: private warnings and appeals; `tearline warning`: enter one, or what came back.

use std::collections::BTreeSet;

use casefile::register::{StatedWarning, WarningRow};
use record::time::CivilDate;
use record::warning::Warning;

use super::given::owners;
use super::{Format, Shared, is_name};
use crate::Stage;
use crate::body::register::WarningShown;
use crate::failure::{Failure, Outcome};
use crate::show::rows::counted;
use crate::show::table;
use crate::show::{list, style};

/// List the private warnings of the house register: by whom, to whom, in which words, and what came back
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tearline --case c.tearline warnings")]
pub struct Args {
    /// How to write the list
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// Enter a private warning, or what came back to one
#[derive(Debug, clap::Subcommand)]
pub enum Verb {
    /// Enter a warning or an appeal that was given in private
    #[command(after_help = "Example:
  tearline --case c.tearline warning add --by \"the foreign minister\" --to \"her counterpart\" --date 2023-02-18 --at Munich \\
    --words \"Lethal aid would have consequences.\" --partner DEU --partner FRA --marking TLP:AMBER")]
    Add {
        /// By whom it was given
        #[arg(long)]
        by: String,
        /// To whom
        #[arg(long)]
        to: String,
        /// When it was given
        #[arg(long)]
        date: CivilDate,
        /// Where, or by which way
        #[arg(long, default_value = "")]
        at: String,
        /// The words that were agreed
        #[arg(long)]
        words: String,
        /// A partner with whom it was given or agreed; may be given again
        #[arg(long, value_name = "NAME")]
        partner: Vec<String>,
        /// Who must agree before anything of it is disclosed; may be given again
        #[arg(long, value_name = "NAME")]
        owner: Vec<String>,
        /// Its marking; without one only whoever holds the store sees it
        #[arg(long)]
        marking: Option<String>,
        /// Why it is entered
        #[arg(long, default_value = "entered")]
        why: String,
    },
    /// Enter what came back to a warning
    #[command(after_help = "Example:
  tearline --case c.tearline warning answer 4f3a21bc --date 2023-02-19 --words \"Nothing of the kind is planned.\"")]
    Answer {
        /// The warning, by its id or the beginning of it
        warning: String,
        /// What was said
        #[arg(long)]
        words: String,
        /// When
        #[arg(long)]
        date: CivilDate,
        /// Why it is entered
        #[arg(long, default_value = "entered")]
        why: String,
    },
}

impl Verb {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer) = shared.house(stage).await?;
        match self {
            Self::Add { by, to, date, at, words, partner, owner, marking, why } => {
                let marking = marking.as_deref().map(disclose::marking::valid).transpose();
                for name in [&by, &to] {
                    names("side", std::slice::from_ref(name))?;
                }
                let stated = StatedWarning {
                    by,
                    to,
                    date,
                    place: at,
                    words,
                    partners: names("partner", &partner)?,
                    marking: marking.map_err(casefile::CasefileError::from)?,
                    owners: owners(&owner)?,
                };
                let row = casefile.enter_warning(&viewer, &stated, &why).await?;
                writeln!(stage.out, "entered {} {}", row.warning.id.short(), told(&row.warning))?;
            }
            Self::Answer { warning, words, date, why } => {
                let row = casefile.enter_answer(&viewer, &warning, &words, date, &why).await?;
                writeln!(stage.out, "answered {} {}", row.warning.id.short(), told(&row.warning))?;
            }
        }
        Ok(0)
    }
}

/// Names that say something.
fn names(what: &str, given: &[String]) -> Result<BTreeSet<String>, Failure> {
    match given.iter().find(|name| !is_name(name)) {
        None => Ok(given.iter().map(|name| name.trim().to_owned()).collect()),
        Some(name) => {
            let hint = "a name has a letter or digit, and nothing that does not show";
            Err(Failure::usage(format!("{name:?} is no name of a {what}"), hint))
        }
    }
}

fn told(warning: &Warning) -> String {
    format!("{} to {}, {}", table::one_line(&warning.by), table::one_line(&warning.to), warning.date)
}

impl Args {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer) = shared.house(stage).await?;
        let rows = casefile.warnings(&viewer).await?;
        if list::write(stage.out, self.format, &rows.iter().map(WarningShown::from).collect::<Vec<_>>())? {
            return Ok(0);
        }
        let (heading, content, faint) = (style::HEADING, style::CONTENT, style::FAINT);
        let width = stage.width.saturating_sub(2);
        for WarningRow { warning, answers, marking, .. } in &rows {
            let marking = if marking.is_empty() { "unmarked" } else { marking };
            writeln!(
                stage.out,
                "{heading}{}  {} to {}{heading:#}  {faint}{} {marking}{faint:#}",
                warning.date,
                table::one_line(&warning.by),
                table::one_line(&warning.to),
                warning.id.short()
            )?;
            let partners: Vec<&str> = warning.partners.iter().map(String::as_str).collect();
            let with = if partners.is_empty() { String::new() } else { format!("with {}", partners.join(", ")) };
            let place: Vec<&str> =
                [warning.place.as_str(), &with].into_iter().filter(|part| !part.is_empty()).collect();
            if !place.is_empty() {
                writeln!(stage.out, "  {}", table::one_line(&place.join(", ")))?;
            }
            for row in table::wrapped(&table::one_line(&warning.words), width).lines() {
                writeln!(stage.out, "  {content}{row}{content:#}")?;
            }
            for answer in answers {
                let told = format!("{} answered: {}", answer.date, table::one_line(&answer.words));
                for row in table::wrapped(&told, width).lines() {
                    writeln!(stage.out, "  {row}")?;
                }
            }
            if answers.is_empty() {
                writeln!(stage.out, "  {faint}no answer is entered{faint:#}")?;
            }
        }
        writeln!(stage.out, "{faint}{}{faint:#}", counted(rows.len(), "warning"))?;
        Ok(0)
    }
}
