//! `tearline hypothesis`: the answers that the question may have, until when it is asked, what is taken for granted.

use casefile::Frame;
use record::case::Hypothesis;
use record::time::CivilDate;

use super::{Format, Shared};
use crate::body::evidence::HypothesesShown;
use crate::failure::Outcome;
use crate::show::rows::share;
use crate::show::style;
use crate::show::table::{self, Cell};
use crate::{Stage, show};

/// State the answers that the question may have, its horizon, and what is taken for granted; list them
#[derive(Debug, clap::Subcommand)]
pub enum Verb {
    /// State a hypothesis; hypotheses exclude each other, and what they leave is OTHER's
    #[command(
        after_help = "Example:\n  tearline --case c.tearline hypothesis add lethal \"Corvania supplies lethal arms to Vessia before 2031\" --prior .2

It may be stated at any time. It is split off OTHER: evidence that is there says of it what it says of OTHER until `evidence restate`
says more, so that nothing changes for the others."
    )]
    Add {
        /// The short word by which evidence speaks of it
        key: String,
        /// What it says
        text: String,
        /// Its probability before any evidence, between 0 and 1
        #[arg(long, allow_hyphen_values = true)]
        prior: f64,
        /// Why this prior
        #[arg(long, default_value = "")]
        why: String,
    },
    /// List the hypotheses, OTHER last, with the horizon and what is taken for granted
    #[command(after_help = "Example:\n  tearline --case c.tearline hypothesis list")]
    List {
        /// How to write the list
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// What is seldom thought of: hypotheses and assumptions that most cases need, as commands to type; nothing is entered
    #[command(after_help = "Examples:
  tearline --case c.tearline hypothesis offer
  tearline --case c.tearline hypothesis offer --stages   (how far one decision has got by the horizon)")]
    Offer {
        /// Hypotheses that are stages of one decision, instead of outcomes
        #[arg(long)]
        stages: bool,
    },
    /// Set until when the question is asked, and how it will be decided
    #[command(
        after_help = "Example:\n  tearline --case c.tearline hypothesis horizon 2030-12-31 --how \"customs data, or a statement of either government\""
    )]
    Horizon {
        /// The last day of it
        on: CivilDate,
        /// What will show which hypothesis came true
        #[arg(long)]
        how: String,
        /// Why, for the journal
        #[arg(long, default_value = "")]
        why: String,
    },
    /// Enter something that everything here takes for granted
    #[command(
        after_help = "Example:\n  tearline --case c.tearline hypothesis assume \"the intercepts are genuine\" --if-wrong \"nothing is known of the order\""
    )]
    Assume {
        /// What is taken for granted
        text: String,
        /// What follows if it is wrong
        #[arg(long, default_value = "")]
        if_wrong: String,
        /// Why, for the journal
        #[arg(long, default_value = "")]
        why: String,
    },
    /// Take something for granted no longer
    #[command(
        after_help = "Example:\n  tearline --case c.tearline hypothesis drop 5c1e --why \"the intercepts were shown\""
    )]
    Drop {
        /// The assumption, by the beginning of its id
        assumption: String,
        /// Why, for the journal
        #[arg(long, default_value = "")]
        why: String,
    },
}

impl Verb {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer, case) = shared.open(stage).await?;
        match self {
            Self::Add { key, text, prior, why } => {
                let hypothesis = casefile.state_hypothesis(&viewer, case.id, &key, &text, prior, &why).await?;
                let left = casefile.hypotheses(&viewer, case.id).await?.last().map_or(0.0, |other| other.prior);
                writeln!(stage.out, "stated {} at {}; OTHER has {}", hypothesis.key, share(prior), share(left))?;
                let all = casefile.hypotheses(&viewer, case.id).await?;
                if all.len() == 2 && casefile.frame(&viewer, case.id).await?.assumptions.is_empty() {
                    let faint = style::FAINT;
                    writeln!(
                        stage.err,
                        "{faint}`hypothesis offer` has what is seldom thought of: deception, half measures, assumptions{faint:#}"
                    )?;
                }
            }
            Self::List { format } => {
                let hypotheses = casefile.hypotheses(&viewer, case.id).await?;
                let frame = casefile.frame(&viewer, case.id).await?;
                list(stage, format, &hypotheses, &frame)?;
            }
            Self::Offer { stages } => offer(stage, stages)?,
            Self::Horizon { on, how, why } => {
                casefile.set_horizon(&viewer, case.id, on, &how, &why).await?;
                writeln!(stage.out, "the question is asked until {on}; {}", table::one_line(&how))?;
            }
            Self::Assume { text, if_wrong, why } => {
                let id = casefile.assume(&viewer, case.id, &text, &if_wrong, &why).await?;
                writeln!(stage.out, "assumed {}: {}", id.short(), table::one_line(&text))?;
            }
            Self::Drop { assumption, why } => {
                casefile.drop_assumption(&viewer, case.id, &assumption, &why).await?;
                writeln!(stage.out, "dropped the assumption")?;
            }
        }
        Ok(0)
    }
}

fn list(stage: &mut Stage<'_>, format: Format, hypotheses: &[Hypothesis], frame: &Frame) -> std::io::Result<()> {
    match format {
        Format::Json => {
            show::list::one(stage.out, format, &HypothesesShown { hypotheses, frame })?;
            return Ok(());
        }
        Format::Jsonl | Format::Csv => {
            show::list::write(stage.out, format, hypotheses)?;
            return Ok(());
        }
        Format::Text => {}
    }
    let cells: Vec<Vec<Cell>> = hypotheses
        .iter()
        .map(|hypothesis| {
            vec![
                Cell::new(&hypothesis.key),
                Cell::number(share(hypothesis.prior)),
                Cell::new(&hypothesis.text),
                Cell::new(&hypothesis.why).styled(style::FAINT),
            ]
        })
        .collect();
    table::write(stage.out, stage.width, &["key", "prior", "hypothesis", "why"], &cells)?;
    framed(stage, frame)
}

/// The horizon and the assumptions, where there are any.
pub(super) fn framed(stage: &mut Stage<'_>, frame: &Frame) -> std::io::Result<()> {
    let faint = style::FAINT;
    if let (Some(on), Some(how)) = (&frame.horizon, &frame.how) {
        writeln!(stage.out, "\nuntil {on}, decided by: {}", table::one_line(how))?;
    }
    for assumption in &frame.assumptions {
        let if_wrong = match assumption.if_wrong.is_empty() {
            true => String::new(),
            false => format!("; if wrong: {}", table::one_line(&assumption.if_wrong)),
        };
        let text = table::one_line(&assumption.text);
        writeln!(stage.out, "{faint}assumed {}{faint:#} {text}{faint}{if_wrong}{faint:#}", assumption.id.short())?;
    }
    Ok(())
}

/// Key, what it says, prior, why.
type Offered = (&'static str, &'static str, &'static str, &'static str);

const OUTCOMES: [Offered; 4] = [
    ("does", "A does it before HORIZON", ".2", "how often such things are done that were considered"),
    ("part", "A does a part of it, or through others, before HORIZON", ".2", "half measures are the rule"),
    ("stops", "A prepares it and stops before HORIZON", ".1", "some are deterred"),
    (
        "deception",
        "A means others to believe that it does it, and does not",
        ".05",
        "what is seen may be meant to be seen",
    ),
];

const STAGES: [Offered; 5] = [
    ("none", "By HORIZON A does not consider it", ".4", "most things are not considered"),
    ("considered", "By HORIZON A has considered it and not decided", ".25", "most that is considered is not decided"),
    ("decided", "By HORIZON A has decided it and not begun", ".1", "between deciding and doing there is little time"),
    ("done", "By HORIZON A has begun or done it", ".15", "how often what is considered is done"),
    (
        "deception",
        "A means others to believe that it considers it, and does not",
        ".05",
        "what is seen may be meant to be seen",
    ),
];

const ASSUMPTIONS: [(&str, &str); 4] = [
    ("whoever decides in A is known, and decides alone", "other centres of power must be watched too"),
    ("what was intercepted or leaked was not meant for us", "the deception hypothesis gains what the others lose"),
    ("the sources that agree do not know of each other", "they are one root and not several"),
    ("silence means that nothing was there to be seen", "indicators that stayed silent say nothing"),
];

fn offer(stage: &mut Stage<'_>, stages: bool) -> std::io::Result<()> {
    let faint = style::FAINT;
    writeln!(
        stage.out,
        "{faint}# put your own words for A, what it is, and HORIZON; the priors are places to start from{faint:#}"
    )?;
    let offered: &[Offered] = if stages { &STAGES } else { &OUTCOMES };
    for (key, text, prior, why) in offered {
        writeln!(stage.out, "tearline hypothesis add {key} \"{text}\" --prior {prior} --why \"{why}\"")?;
    }
    writeln!(stage.out, "tearline hypothesis horizon HORIZON --how \"WHAT WILL SHOW IT\"")?;
    for (text, if_wrong) in ASSUMPTIONS {
        writeln!(stage.out, "tearline hypothesis assume \"{text}\" --if-wrong \"{if_wrong}\"")?;
    }
    Ok(())
}
