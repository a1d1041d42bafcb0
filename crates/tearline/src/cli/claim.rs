//! `tearline claim`: a person's word on what was read.

use casefile::ClaimRow;
use casefile::review::Correction;
use clap::ValueEnum;
use record::reading::{Polarity, SourceKind, Stage as ActionStage, Stance};
use record::review::Verdict;
use record::source::Credibility;

use super::Shared;
use crate::Stage;
use crate::failure::{Failure, Outcome};
use crate::show::table;
use crate::show::{changed, rows};

/// Accept, reject, edit or add a claim; what was read stays beside it
#[derive(Debug, clap::Subcommand)]
pub enum Verb {
    /// Say that a claim stands as it now reads: as it was read, or as the last person who edited it has it
    #[command(after_help = "Example:\n  tearline --case c.tearline claim accept 4f3a21bc")]
    Accept {
        /// The claim, by its id or the beginning of it
        claim: String,
        /// Why
        #[arg(long, default_value = "")]
        why: String,
    },
    /// Say that the document does not say this
    #[command(
        after_help = "Example:\n  tearline --case c.tearline claim reject 4f3a21bc --why \"a headline of another page\""
    )]
    Reject {
        /// The claim, by its id or the beginning of it
        claim: String,
        /// Why
        #[arg(long)]
        why: String,
    },
    /// State a claim otherwise than it was read
    #[command(
        after_help = "Example:\n  tearline --case c.tearline claim edit 4f3a21bc --stance declines --why \"he would not say\""
    )]
    Edit {
        /// The claim, by its id or the beginning of it
        claim: String,
        #[command(flatten)]
        stated: Stated,
        /// Why
        #[arg(long, default_value = "")]
        why: String,
    },
    /// Say how credible a claim is, whoever makes it: the figure of the Admiralty system
    #[command(
        after_help = "Example:\n  tearline --case c.tearline claim rate 4f3a21bc 2 --why \"two ministries say so apart\"

1 confirmed by other sources, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged. It says nothing of
the source, whose letter `source grade` gives."
    )]
    Rate {
        /// The claim, by its id or the beginning of it
        claim: String,
        /// 1 to 6
        credibility: Credibility,
        /// Why
        #[arg(long)]
        why: String,
    },
    /// Add a claim that was not read
    #[command(after_help = "Example:
  tearline --case c.tearline claim add 9c1e --content \"no decision had been made\" --source \"an aide\" --stance says")]
    Add {
        /// The document, by its hash or the beginning of it
        document: String,
        #[command(flatten)]
        stated: Stated,
        /// Why
        #[arg(long, default_value = "")]
        why: String,
    },
}

/// What is stated of a claim. Words are those of the document.
#[derive(Debug, clap::Args)]
pub struct Stated {
    /// What is said, in words of the document
    #[arg(long, value_name = "WORDS")]
    content: Option<String>,
    /// Who says it, in words of the document
    #[arg(long, value_name = "WORDS")]
    source: Option<String>,
    /// The words that say that it is said, in words of the document
    #[arg(long, value_name = "WORDS")]
    cue: Option<String>,
    /// The full name of the source
    #[arg(long)]
    name: Option<String>,
    /// What kind of source it is
    #[arg(long, value_enum)]
    kind: Option<Kind>,
    /// What the source does with it
    #[arg(long, value_enum)]
    stance: Option<Does>,
    /// Whether it is asserted or negated
    #[arg(long, value_enum)]
    polarity: Option<Sign>,
    /// How sure the words are, as a band: .2-.4
    #[arg(long, value_parser = band, value_name = "LOW-HIGH")]
    certainty: Option<(f64, f64)>,
    /// How far the action has got
    #[arg(long, value_enum)]
    stage: Option<Got>,
}

macro_rules! choices {
    ($(#[$doc:meta])* $name:ident for $of:ident: $($variant:ident),+) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, ValueEnum)]
        pub(super) enum $name { $($variant),+ }

        impl From<$name> for $of {
            fn from(chosen: $name) -> Self {
                match chosen { $($name::$variant => Self::$variant),+ }
            }
        }
    };
}

choices!(Kind for SourceKind: Named, Unnamed, Organisation, Document, None);
choices!(Does for Stance: Says, Asks, Orders, Hopes, Doubts, Denies, Declines, Evades);
choices!(Sign for Polarity: Positive, Negative);
choices!(Got for ActionStage: Considered, Decided, Prepared, UnderWay, Done, Halted, None);

fn band(text: &str) -> Result<(f64, f64), String> {
    let (low, high) = text.split_once('-').unwrap_or((text, text));
    let end = |end: &str| end.trim().parse::<f64>().ok().filter(|end| (0.0..=1.0).contains(end));
    match (end(low), end(high)) {
        (Some(low), Some(high)) if low <= high => Ok((low, high)),
        _ => Err("write two shares of 1, the lower first: .2-.4".to_owned()),
    }
}

impl From<Stated> for Correction {
    fn from(stated: Stated) -> Self {
        Self {
            source: stated.source,
            kind: stated.kind.map(Into::into),
            name: stated.name,
            cue: stated.cue,
            content: stated.content,
            stance: stated.stance.map(Into::into),
            polarity: stated.polarity.map(Into::into),
            certainty: stated.certainty,
            stage: stated.stage.map(Into::into),
        }
    }
}

impl Verb {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer, case) = shared.open(stage).await?;
        let before = casefile.moment();
        let (word, row) = match self {
            Self::Accept { claim, why } => {
                ("accepted", casefile.judge_claim(&viewer, case.id, &claim, true, &why).await?)
            }
            Self::Reject { claim, why } => {
                ("rejected", casefile.judge_claim(&viewer, case.id, &claim, false, &why).await?)
            }
            Self::Edit { claim, stated, why } => {
                let correction = Correction::from(stated);
                let edited = casefile.edit_claim(&viewer, case.id, &claim, &correction, &why).await;
                ("edited", edited.map_err(nothing_stated)?)
            }
            Self::Rate { claim, credibility, why } => {
                let row = casefile.rate_claim(&viewer, case.id, &claim, credibility, &why).await?;
                writeln!(stage.out, "rated {credibility} ({}) {} {}", credibility.told(), row.id.short(), told(&row))?;
                return Ok(0);
            }
            Self::Add { document, stated, why } => {
                ("added", casefile.add_claim(&viewer, case.id, &document, &stated.into(), &why).await?)
            }
        };
        writeln!(stage.out, "{word} {} {}", row.id.short(), told(&row))?;
        // What was rejected before and is not any more counts again.
        let before_that = row.reviews.iter().rev().nth(1);
        let again = before_that.is_some_and(|review| review.verdict == Verdict::Rejected);
        let besides = (word == "rejected" || again).then(|| (case.id, Vec::new(), vec![row.id]));
        changed::since(stage, &casefile, &viewer, before, besides).await?;
        Ok(0)
    }
}

/// An edit that states nothing, or nothing else than is there, is a call that was not meant.
fn nothing_stated(error: casefile::CasefileError) -> Failure {
    match error {
        casefile::CasefileError::Empty("correction") => Failure::usage(
            "nothing is stated otherwise than it stands already",
            "write --stance, --content, --source or another of what `claim edit --help` lists",
        ),
        other => other.into(),
    }
}

fn told(row: &ClaimRow) -> String {
    let claim = row.stands().unwrap_or(&row.claim);
    let source = claim.source.resolved.as_deref().unwrap_or(&claim.source.text);
    format!("{} {}: {}", table::one_line(source), rows::stance(claim.stance), table::one_line(&claim.content.text))
}
