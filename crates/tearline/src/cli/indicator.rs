//! `tearline indicator`: what one would expect to see, stated before it is seen.

use casefile::{IndicatorRow, Proposed, Standing, StatedIndicator};
use record::case::{Band, Root};
use record::step::{Indicator, Pattern};
use record::time::CivilDate;

use super::evidence::{self, Bears, likelihood};
use super::{Format, Shared};
use crate::body::evidence::{self as body, MatchShown};
use crate::failure::Outcome;
use crate::show::judgement::banner;
use crate::show::rows::{counted, share};
use crate::show::table::{self, Cell};
use crate::{Stage, show};

/// State what one would expect to see; accept or reject what may show it
#[derive(Debug, clap::Subcommand)]
pub enum Verb {
    /// State an indicator: what claims may show it, within which window, how likely under each hypothesis
    #[command(after_help = "Example:
  tearline --case c.tearline indicator add \"shells are shipped\" --actor CRV --target Vessia --goods lethal \\
      --from 2030-03 --until 2030-06-30 --likelihood lethal=.7-.9 --likelihood other=.02-.05 --why \"they could hardly be hidden\"

A claim is proposed that asserts something and holds every part that is given. If nothing shows it until the window is over, that
counts too, as 1 less what was stated; so what is certain to be seen is refused.")]
    Add(Add),
    /// List the indicators and how each stands
    #[command(after_help = "Example:\n  tearline --case c.tearline indicator list")]
    List {
        /// How to write the list
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// List the claims that may show an indicator, with the reason; of all indicators where none is named
    #[command(after_help = "Example:\n  tearline --case c.tearline indicator matches \"shells are shipped\"")]
    Matches {
        /// The indicator, by its text or the beginning of its id
        indicator: Option<String>,
        /// How to write the list
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Say that a claim shows an indicator: it becomes evidence with the indicator's likelihoods, or with others that you give
    #[command(
        after_help = "Example:\n  tearline --case c.tearline indicator accept \"shells are shipped\" 3f2a --root \"the harbour's list\" --grade B"
    )]
    Accept {
        /// The indicator, by its text or the beginning of its id
        indicator: String,
        /// The claim, by the beginning of its id
        claim: String,
        /// Who or what the origin is; the words of the claim's source where not given
        #[arg(long, value_name = "NAME")]
        root: Option<String>,
        #[command(flatten)]
        bears: Bears,
    },
    /// Say that a claim does not show an indicator
    #[command(
        after_help = "Example:\n  tearline --case c.tearline indicator reject \"shells are shipped\" 3f2a --why \"of last year's delivery\""
    )]
    Reject {
        /// The indicator, by its text or the beginning of its id
        indicator: String,
        /// The claim, by the beginning of its id
        claim: String,
        /// Why
        #[arg(long)]
        why: String,
    },
}

#[derive(Debug, clap::Args)]
pub struct Add {
    /// What it is
    text: String,
    /// The type of an event: a PLOVER root, such as AID or FIGHT
    #[arg(long)]
    event: Option<String>,
    /// Who does it, or supplies: a name, or the three letters of a country
    #[arg(long)]
    actor: Option<String>,
    /// To whom: a name, or the three letters of a country
    #[arg(long)]
    target: Option<String>,
    /// Goods of a class (lethal, non-lethal, dual-use, energy, financial), or that are called so
    #[arg(long)]
    goods: Option<String>,
    /// Where: a name, or the three letters of a country
    #[arg(long)]
    place: Option<String>,
    /// Words that stand in what is said
    #[arg(long)]
    words: Option<String>,
    /// The first day of the window
    #[arg(long)]
    from: Option<CivilDate>,
    /// The last day of the window
    #[arg(long)]
    until: Option<CivilDate>,
    /// How likely it is to be seen under a hypothesis: KEY=.6-.8 or KEY=.7; one for each, OTHER among them
    #[arg(long, value_name = "KEY=BAND", value_parser = likelihood, required = true)]
    likelihood: Vec<(String, Band)>,
    /// Why
    #[arg(long, default_value = "")]
    why: String,
}

impl Verb {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer, case) = shared.open(stage).await?;
        match self {
            Self::Add(add) => {
                let pattern = Pattern {
                    event: add.event,
                    actor: add.actor,
                    target: add.target,
                    goods: add.goods,
                    place: add.place,
                    words: add.words,
                };
                let unmatched = pattern.is_empty();
                let stated = StatedIndicator {
                    text: add.text,
                    pattern,
                    from: add.from,
                    until: add.until,
                    likelihoods: add.likelihood,
                    why: add.why,
                };
                let indicator = casefile.state_indicator(&viewer, case.id, &stated).await?;
                writeln!(
                    stage.out,
                    "stated the indicator {}: {}",
                    indicator.id.short(),
                    table::one_line(&indicator.text)
                )?;
                let found = casefile.proposals(&viewer, case.id, Some(&indicator.id.to_string())).await?.len();
                if unmatched {
                    writeln!(
                        stage.out,
                        "it has no --event, --goods or other part, so that nothing is proposed for it"
                    )?;
                } else if found > 0 {
                    writeln!(stage.out, "{} may show it: `indicator matches`", counted(found, "claim"))?;
                }
            }
            Self::List { format } => {
                let (rows, label) = casefile.indicators(&viewer, case.id).await?;
                list(stage, format, &banner(&label), &rows)?;
            }
            Self::Matches { indicator, format } => {
                matches(stage, format, &casefile.proposals(&viewer, case.id, indicator.as_deref()).await?)?;
            }
            Self::Accept { indicator, claim, root, bears } => {
                let name = match root {
                    Some(root) => root,
                    None => {
                        let claims = casefile.claims(&viewer, case.id).await?;
                        source_of(&claims, &casefile.roots(&viewer, case.id).await?, &claim)
                    }
                };
                let stated = bears.stated(name, vec![claim]);
                let (root, new) = casefile.accept_match(&viewer, case.id, &indicator, &stated).await?;
                evidence::entered(stage, &root, new)?;
                if new {
                    evidence::repeated(stage, &casefile, &viewer, &case, &root).await?;
                }
            }
            Self::Reject { indicator, claim, why } => {
                let claim = casefile.reject_match(&viewer, case.id, &indicator, &claim, &why).await?;
                writeln!(stage.out, "{} does not show it", claim.short())?;
            }
        }
        Ok(0)
    }
}

/// What to call the origin of a claim that nobody named: whoever says it, and in which document.
fn source_of(claims: &[casefile::ClaimRow], roots: &[Root], claim: &str) -> String {
    let found = claims.iter().find(|row| row.id.to_string().starts_with(&claim.to_ascii_lowercase()));
    found.map_or_else(
        || claim.to_owned(),
        |row| {
            // What is evidence already stays what it is, and shows the indicator too.
            if let Some(root) = roots.iter().find(|root| root.claims.contains(&row.id)) {
                return root.name.clone();
            }
            let said = row.claim.source.resolved.as_ref().unwrap_or(&row.claim.source.text);
            let outlet = row.document.outlet.as_deref().unwrap_or(&row.document.name);
            if said.is_empty() { outlet.to_owned() } else { format!("{said}, in {outlet}") }
        },
    )
}

fn bands(indicator: &Indicator) -> String {
    let shown = |band: &Band| match band.low == band.high {
        true => share(band.low),
        false => format!("{}-{}", share(band.low), share(band.high)),
    };
    indicator.likelihoods.iter().map(|(_, band)| shown(band)).collect::<Vec<_>>().join(" ")
}

/// How an indicator stands, in a word.
pub(super) fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Open => "open",
        Standing::Seen => "seen",
        Standing::Undecided => "undecided",
        Standing::Silent => "silent",
    }
}

fn list(stage: &mut Stage<'_>, format: Format, marking: &str, rows: &[IndicatorRow]) -> std::io::Result<()> {
    let shown = body::indicators(marking, rows);
    if show::list::write(stage.out, format, &shown)? {
        return Ok(());
    }
    if !rows.is_empty() {
        writeln!(stage.out, "{marking}\n")?;
    }
    let cells: Vec<Vec<Cell>> = rows
        .iter()
        .map(|IndicatorRow { indicator, standing, .. }| {
            let date = |date: Option<CivilDate>| date.map(|date| date.to_string()).unwrap_or_default();
            vec![
                Cell::new(indicator.id.short()),
                Cell::new(self::standing(*standing)),
                Cell::new(date(indicator.from)),
                Cell::new(date(indicator.until)),
                Cell::new(bands(indicator)),
                Cell::new(&indicator.text),
                Cell::new(&indicator.why),
            ]
        })
        .collect();
    table::write(stage.out, stage.width, &["id", "stands", "from", "until", "P(seen)", "indicator", "why"], &cells)?;
    if rows.iter().any(|row| row.standing == Standing::Undecided) {
        writeln!(
            stage.out,
            "undecided: its window is over, and `indicator matches` has claims that nobody decided on"
        )?;
    }
    Ok(())
}

fn matches(stage: &mut Stage<'_>, format: Format, found: &[Proposed]) -> std::io::Result<()> {
    let shown: Vec<MatchShown> = found.iter().map(MatchShown::from).collect();
    if show::list::write(stage.out, format, &shown)? {
        return Ok(());
    }
    let cells: Vec<Vec<Cell>> = shown
        .iter()
        .map(|one| {
            vec![
                Cell::new(one.claim.get(..8).unwrap_or(&one.claim)),
                Cell::new(one.indicator),
                Cell::new(one.source),
                Cell::new(one.content),
                Cell::new(one.reasons.join("; ")),
            ]
        })
        .collect();
    table::write(stage.out, stage.width, &["claim", "indicator", "source", "says", "why"], &cells)
}
