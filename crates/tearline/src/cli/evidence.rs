//! `tearline evidence`: what bears on the hypotheses.

use casefile::{Casefile, CasefileError, Stated, WeighError, Weighing, When};
use record::case::{Band, Case, Dependence, Origin, Root};
use record::id::ClaimId;
use record::source::Reliability;
use record::time::CivilDate;
use record::viewer::Viewer;

use super::{Format, Shared};
use crate::body::evidence::{self as body, RootShown};
use crate::failure::{Failure, Outcome};
use crate::show::judgement::banner;
use crate::show::rows::{counted, share, source_kind};
use crate::show::table::{self, Cell};
use crate::show::{changed, style};
use crate::{Stage, show};

/// Enter what bears on the hypotheses, state it anew, say what depends on what, take it back; list it
#[derive(Debug, clap::Subcommand)]
pub enum Verb {
    /// Enter a root of evidence with the claims that speak for it; without likelihoods, more claims of a root that is there
    #[command(after_help = "Examples:
  tearline --case c.tearline evidence add --root \"officials who saw the order\" --claim 3f2a --grade B \\
      --likelihood lethal=.6-.8 --likelihood other=.2 --why \"an order is seldom placed before a decision\"
  tearline --case c.tearline evidence add --root \"officials who saw the order\" --claim 77c1   (an echo: kept, not counted)
  tearline --case c.tearline evidence add --root \"the ministry accused\" --claim 91d0 --interested \\
      --likelihood lethal=.8 --likelihood other=.95

How surely it is put tempers it: a claim hedged to even odds says nothing. How far the action has got does not: \"is weighing
whether\", put flatly, is strong evidence of considering.")]
    Add(Add),
    /// List the roots of evidence
    #[command(after_help = "Example:\n  tearline --case c.tearline evidence list --format json

Credibility is proposed from what the other roots say (1 confirmed by others, 6 nothing to compare); it describes what is said and
changes no weight. `claim rate` gives a claim yours.")]
    List {
        /// How to write the list
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// State the likelihoods of a root anew
    #[command(
        after_help = "Example:\n  tearline --case c.tearline evidence restate \"officials who saw the order\" --likelihood lethal=.5 --likelihood other=.3 --why \"the order was old\""
    )]
    Restate {
        /// The root, by its name or the beginning of its id
        root: String,
        /// How likely it would be under a hypothesis: KEY=.6-.8 or KEY=.7; one for each, OTHER among them
        #[arg(long, value_name = "KEY=BAND", value_parser = likelihood, required = true)]
        likelihood: Vec<(String, Band)>,
        /// Why
        #[arg(long)]
        why: String,
    },
    /// Say that roots depend on each other, so that together they count as fewer
    #[command(
        after_help = "Example:\n  tearline --case c.tearline evidence group \"first official\" \"second official\" --as same-body --why \"one ministry\"

A root may be in several groups; of what two roots have in common the strongest counts. `ungroup` them first to say that they depend
on each other less than was said."
    )]
    Group {
        /// The roots, by their names or the beginnings of their ids
        #[arg(required = true, num_args = 2..)]
        roots: Vec<String>,
        /// How they depend on each other
        #[arg(long = "as", value_enum)]
        dependence: As,
        /// Why, for the journal
        #[arg(long, default_value = "")]
        why: String,
    },
    /// Say that roots depend on no other
    #[command(
        after_help = "Example:\n  tearline --case c.tearline evidence ungroup \"second official\" --why \"of another service\""
    )]
    Ungroup {
        /// The roots, by their names or the beginnings of their ids
        #[arg(required = true)]
        roots: Vec<String>,
        /// Why, for the journal
        #[arg(long, default_value = "")]
        why: String,
    },
    /// Take back a root, or all that rests on a document; says which judgements and releases rest on it, and which other cases hold
    /// the document too
    #[command(after_help = "Examples:
  tearline --case c.tearline evidence withdraw --root \"officials who saw the order\" --why \"the order was a forgery\"
  tearline --case c.tearline evidence withdraw --document 77aa01 --why \"the paper retracted it\"")]
    Withdraw(Taken),
    /// Let what was taken back count again
    #[command(
        after_help = "Example:\n  tearline --case c.tearline evidence restore --document 77aa01 --why \"the retraction was of another article\""
    )]
    Restore(Taken),
}

#[derive(Debug, clap::Args)]
pub struct Add {
    /// Who or what the origin is; one origin is one root, however many repeat it
    #[arg(long, value_name = "NAME")]
    root: String,
    /// A claim that speaks for it, the most direct first; may be given again
    #[arg(long, required = true, value_name = "ID")]
    claim: Vec<String>,
    #[command(flatten)]
    bears: Bears,
}

/// How a root bears on the hypotheses.
#[derive(Debug, clap::Args)]
pub struct Bears {
    /// How likely this evidence would be under a hypothesis: KEY=.6-.8 or KEY=.7; one for each, OTHER among them
    #[arg(long, value_name = "KEY=BAND", value_parser = likelihood)]
    pub likelihood: Vec<(String, Band)>,
    /// How reliable the origin is: A to E, or F where it cannot be judged; what the register says of it where not given
    #[arg(long)]
    grade: Option<Reliability>,
    /// The origin is not known, and may be the same as another unknown one
    #[arg(long)]
    unknown_origin: bool,
    /// When it was said or seen; the date of the document where not given
    #[arg(long)]
    date: Option<CivilDate>,
    /// How surely it is put, 0 to 1; taken from the words where not given
    #[arg(long, value_parser = whole_share)]
    certainty: Option<f64>,
    /// A party says it in its own cause, and would say it in any case: a denial by the accused
    #[arg(long)]
    interested: bool,
    /// Why it bears on them so, for the journal
    #[arg(long, default_value = "")]
    pub why: String,
}

impl Bears {
    /// The evidence that is stated so.
    pub fn stated(self, name: String, claims: Vec<String>) -> Stated {
        Stated {
            name,
            claims,
            grade: self.grade,
            origin: if self.unknown_origin { Origin::Unknown } else { Origin::Known },
            likelihoods: self.likelihood,
            date: self.date,
            certainty: self.certainty,
            interested: self.interested,
            indicator: None,
            why: self.why,
        }
    }
}

#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false, id = "what")]
pub struct Which {
    /// The root, by its name or the beginning of its id
    #[arg(long)]
    root: Option<String>,
    /// The document, by the beginning of its hash
    #[arg(long)]
    document: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct Taken {
    #[command(flatten)]
    which: Which,
    /// Why
    #[arg(long)]
    why: String,
}

/// How roots depend on each other.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub enum As {
    /// They may be one: counted as one
    Same,
    /// They draw on the same material: two services that read the same intercept
    SameMaterial,
    /// They belong to the same body: two officials of one ministry
    SameBody,
    /// They are open to the same influence: two outlets of one state
    SameInfluence,
}

impl From<As> for Dependence {
    fn from(stated: As) -> Self {
        match stated {
            As::Same => Self::Same,
            As::SameMaterial => Self::SameMaterial,
            As::SameBody => Self::SameBody,
            As::SameInfluence => Self::SameInfluence,
        }
    }
}

/// `KEY=.6-.8` or `KEY=.7`.
pub fn likelihood(text: &str) -> Result<(String, Band), String> {
    let bad = || format!("{text:?} is not KEY=.6-.8 or KEY=.7");
    let (key, band) = text.split_once('=').ok_or_else(bad)?;
    let number = |part: &str| part.trim().parse::<f64>().map_err(|_| bad());
    // A single number may have a sign in its exponent.
    let band = match (band.trim().parse::<f64>(), band.split_once('-')) {
        (Ok(one), _) => Band { low: one, high: one },
        (Err(_), Some((low, high))) => Band { low: number(low)?, high: number(high)? },
        (Err(_), None) => return Err(bad()),
    };
    Ok((key.trim().to_owned(), band))
}

fn whole_share(text: &str) -> Result<f64, String> {
    let share = text.parse::<f64>().ok().filter(|share| (0.0..=1.0).contains(share));
    share.ok_or_else(|| format!("{text:?} is no share from 0 to 1"))
}

impl Verb {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer, case) = shared.open(stage).await?;
        match self {
            Self::Add(add) => self::add(&casefile, &viewer, &case, add, stage).await?,
            Self::List { format } => {
                // Without hypotheses there is nothing to compare by; whatever else is wrong is told.
                let weighing = match casefile.weigh(&viewer, case.id, When::default()).await {
                    Err(CasefileError::Weigh(WeighError::TooFew)) => None,
                    weighing => Some(weighing?),
                };
                let roots = casefile.roots(&viewer, case.id).await?;
                list(stage, format, &roots, weighing.as_ref())?;
            }
            Self::Restate { root, likelihood, why } => {
                let before = casefile.moment();
                let root = casefile.restate(&viewer, case.id, &root, &likelihood, &why).await?;
                writeln!(stage.out, "stated the root {:?} anew", root.name)?;
                changed::since(stage, &casefile, &viewer, before, None).await?;
            }
            Self::Group { roots, dependence, why } => {
                let before = casefile.moment();
                let roots = casefile.group_roots(&viewer, case.id, &roots, dependence.into(), &why).await?;
                writeln!(
                    stage.out,
                    "grouped {}: {}",
                    counted(roots.len(), "root"),
                    Dependence::from(dependence).told()
                )?;
                changed::since(stage, &casefile, &viewer, before, None).await?;
            }
            Self::Ungroup { roots, why } => {
                let before = casefile.moment();
                let roots = casefile.ungroup_roots(&viewer, case.id, &roots, &why).await?;
                let who = if roots.len() == 1 { "it is" } else { "they are" };
                writeln!(stage.out, "{who} in no group with another")?;
                changed::since(stage, &casefile, &viewer, before, None).await?;
            }
            Self::Withdraw(taken) => self::taken(shared, (&casefile, &viewer, &case), taken, false, stage).await?,
            Self::Restore(taken) => self::taken(shared, (&casefile, &viewer, &case), taken, true, stage).await?,
        }
        Ok(0)
    }
}

async fn add(
    casefile: &Casefile,
    viewer: &Viewer,
    case: &Case,
    add: Add,
    stage: &mut Stage<'_>,
) -> Result<(), Failure> {
    let wanted = add.root.trim().to_ascii_lowercase();
    let called =
        |root: &Root| root.name == add.root.trim() || (wanted.len() >= 4 && root.id.to_string().starts_with(&wanted));
    let known = casefile.roots(viewer, case.id).await?.iter().any(called);
    if add.bears.likelihood.is_empty() && !known {
        let hint = "write --likelihood KEY=BAND for every key that `hypothesis list` shows";
        return Err(Failure::usage(format!("the root {:?} is new and states no likelihoods", add.root), hint));
    }
    let interested = add.bears.interested;
    let stated = add.bears.stated(add.root, add.claim);
    let (root, new) = casefile.enter_evidence(viewer, case.id, &stated).await?;
    entered(stage, &root, new)?;
    let given =
        |id: &&ClaimId| stated.claims.iter().any(|one| id.to_string().starts_with(&one.trim().to_ascii_lowercase()));
    let given: Vec<ClaimId> = root.claims.iter().filter(given).copied().collect();
    for (claim, document) in casefile.withdrawn_behind(viewer, case.id, &given).await? {
        let warning = style::WARNING;
        writeln!(
            stage.err,
            "{warning}note{warning:#}: the document of the claim {} is withdrawn, and the claim does not count while it is; \
             `evidence restore --document {}` says that it stands again",
            claim.short(),
            document.short()
        )?;
    }
    if new {
        repeated(stage, casefile, viewer, case, &root).await?;
    }
    if new && !interested && denies(casefile, viewer, case, &root).await? {
        let warning = style::WARNING;
        writeln!(
            stage.err,
            "{warning}note{warning:#}: it denies something; if whoever denies it is a party to it, take it back and say --interested"
        )?;
    }
    Ok(())
}

/// What was entered, in a line.
pub(super) fn entered(stage: &mut Stage<'_>, root: &Root, new: bool) -> std::io::Result<()> {
    let what = if new { "entered the root" } else { "entered as echoes of the root" };
    let tempered = match root.certainty {
        certainty if new && certainty < 1.0 => format!("; its words temper it to {}", share(certainty)),
        _ => String::new(),
    };
    writeln!(stage.out, "{what} {:?}, {}{tempered}", root.name, counted(root.claims.len(), "claim"))
}

/// Tells where a new root is from the mouth that stands behind one already, and how it is entered as its echo.
pub(super) async fn repeated(
    stage: &mut Stage<'_>,
    casefile: &Casefile,
    viewer: &Viewer,
    case: &Case,
    root: &Root,
) -> Result<(), Failure> {
    let warning = style::WARNING;
    for one in casefile.repeated(viewer, case.id, root).await? {
        writeln!(
            stage.err,
            "{warning}note{warning:#}: the claim {} is from one mouth with what speaks for the root {:?}, as `roots --claims` shows; \
             if the two are one, take this root back (`evidence withdraw --root {:?} --why REASON`) and enter its claims as \
             echoes (`evidence add --root {:?} --claim {}`)",
            one.claim.short(),
            one.root,
            root.name,
            one.root,
            one.claim.short()
        )?;
    }
    Ok(())
}

async fn denies(casefile: &Casefile, viewer: &Viewer, case: &Case, root: &Root) -> Result<bool, Failure> {
    let claims = casefile.claims(viewer, case.id).await?;
    let first = root.claims.first().and_then(|id| claims.iter().find(|row| row.id == *id));
    let stance = first.and_then(|row| row.stands().map(|claim| claim.stance));
    Ok(stance == Some(record::reading::Stance::Denies))
}

async fn taken(
    shared: &Shared,
    (casefile, viewer, case): (&Casefile, &Viewer, &Case),
    taken: Taken,
    back: bool,
    stage: &mut Stage<'_>,
) -> Result<(), Failure> {
    let before = casefile.moment();
    let told = if back { "counts again" } else { "counts no longer" };
    let (documents, claims) = match (taken.which.root, taken.which.document) {
        (Some(root), _) => {
            let root = casefile.withdraw_root(viewer, case.id, &root, back, &taken.why).await?;
            writeln!(stage.out, "the root {:?} {told}", root.name)?;
            (Vec::new(), root.claims)
        }
        (None, Some(document)) => {
            let sha = casefile.withdraw_document(viewer, case.id, &document, back, &taken.why).await?;
            writeln!(stage.out, "what rests on {} alone {told}", sha.short())?;
            (vec![sha], Vec::new())
        }
        (None, None) => (Vec::new(), Vec::new()),
    };
    changed::since(stage, casefile, viewer, before, Some((case.id, documents.clone(), claims))).await?;
    let (place, _) = shared.place()?;
    for document in documents {
        // Where it is said here that it stands again, it is the others that hold it withdrawn.
        let others = casefile.held_elsewhere(viewer, case.id, document, back).await?;
        changed::elsewhere(stage, &place, (document, back), &others)?;
    }
    Ok(())
}

fn list(stage: &mut Stage<'_>, format: Format, roots: &[Root], weighing: Option<&Weighing>) -> std::io::Result<()> {
    // Without hypotheses there are no roots, and nothing to mark.
    let marking = weighing.map(|weighing| banner(&weighing.label)).unwrap_or_default();
    let rows = body::roots(&marking, roots, weighing);
    if show::list::write(stage.out, format, &rows)? {
        return Ok(());
    }
    if !rows.is_empty() {
        writeln!(stage.out, "{marking}\n")?;
    }
    let cells: Vec<Vec<Cell>> = rows
        .iter()
        .map(|RootShown { root, proposed_credibility, .. }| {
            let weighed = weighing.and_then(|all| all.roots.iter().find(|one| one.root.id == root.id));
            let grade = weighed.map_or(root.grade, |one| one.grade).to_string();
            let figure = proposed_credibility.map(|figure| figure.to_string()).unwrap_or_default();
            vec![
                Cell::new(root.id.short()),
                Cell::new(root.date.map(|date| date.to_string()).unwrap_or_default()),
                Cell::new(format!("{grade}{figure}")),
                Cell::new(source_kind(root.kind)),
                Cell::number(root.claims.len().to_string()),
                Cell::new(&root.name),
                Cell::new(&root.why),
            ]
        })
        .collect();
    table::write(stage.out, stage.width, &["root", "date", "grade", "kind", "claims", "origin", "why"], &cells)
}
