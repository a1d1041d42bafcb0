//! `tearline mark banner`: what markings roll up to.

use std::path::PathBuf;

use disclose::marking::{self, banner, long, parse_on, portion, rendered, rollup_of, validate};
use record::marking::Marking;
use serde::Serialize;

use super::{ladder, read};
use crate::Stage;
use crate::cli::Format;
use crate::failure::{Failure, Outcome};
use crate::show::list;

/// Roll markings, or the portions of a document, up to their banner
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline mark banner \"(S//REL TO USA, FVEY)\" \"(C//REL TO USA, GBR)\"
  tearline mark banner --file report.md

The banner is written with titles, abbreviated, and as a portion mark. What is marked on ladders that cannot stand under one banner is
refused (HOUSE-9).")]
pub struct Args {
    /// Markings, as banners or as portion marks
    #[arg(value_name = "MARK", required_unless_present = "file")]
    marks: Vec<String>,
    /// A document whose portions are rolled up, with the markings if there are any; `-` is standard input
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// A ladder of your own, in TOML
    #[arg(long, value_name = "FILE")]
    ladder: Option<PathBuf>,
    /// How to write it
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// The three forms of a banner.
#[derive(Serialize)]
struct Forms {
    long: String,
    banner: String,
    portion: String,
    /// What a document needs beside its portions so that this banner may stand over them.
    #[serde(skip_serializing_if = "Option::is_none")]
    needs: Option<String>,
}

impl Args {
    pub fn run(self, stage: &mut Stage<'_>) -> Outcome {
        let ladder = self.ladder.as_deref().map(ladder).transpose()?;
        let mut markings: Vec<Marking> = Vec::new();
        for mark in &self.marks {
            let known = parse_on(mark, ladder.as_slice()).map_err(|error| {
                Failure::failed(error.to_string(), format!("{} asks for it: mend the mark", error.rule()))
            })?;
            let broken = validate(&known);
            if !broken.is_empty() {
                let error = marking::MarkingError::Invalid { text: mark.clone(), violations: broken };
                return Err(Failure::failed(error.to_string(), "mend the mark"));
            }
            markings.push(known);
        }
        if let Some(path) = &self.file {
            let options = marking::Options { ladder, ..marking::Options::default() };
            let read = read(path, &options)?;
            if let Some(within) = read.document.within().first() {
                // What it marks, and how far, nobody can tell; it may be higher than all others.
                let text = within.of(&read.page.text).to_owned();
                return Err(Failure::failed(
                    format!("the mark {text} stands within a paragraph (HOUSE-12)"),
                    "start a paragraph with it, or take it out",
                ));
            }
            for mark in read.document.portions() {
                let known = mark.marking().ok_or_else(|| {
                    let text = mark.span.of(&read.page.text).to_owned();
                    Failure::failed(
                        format!("{text:?} is no portion mark"),
                        "see `tearline mark check` for what is wrong with it",
                    )
                })?;
                markings.push(known.clone());
            }
        }
        let words = rendered(&rollup_of(&markings));
        let [whole] = words.as_slice() else {
            let (message, hint) = if words.is_empty() {
                ("there is no portion mark to roll up", "mark the portions first")
            } else {
                (
                    "no one banner stands above marks of several ladders (HOUSE-9)",
                    "keep what is marked on several ladders in several documents",
                )
            };
            return Err(Failure::failed(message, hint));
        };
        let forms =
            Forms { long: long(whole), banner: banner(whole), portion: portion(whole), needs: needs(whole, &markings) };
        if !list::one(stage.out, self.format, &forms)? {
            writeln!(stage.out, "{}\n{}\n{}", forms.long, forms.banner, forms.portion)?;
            if let Some(needs) = &forms.needs {
                writeln!(stage.out, "{needs}")?;
            }
        }
        Ok(0)
    }
}

/// That no portion has what the banner states, as where other governments' are joined on the ladder of the United States: a document
/// says then why the whole is classified so, or `mark check` refuses it.
fn needs(whole: &Marking, portions: &[Marking]) -> Option<String> {
    let bar = banner(whole);
    let said: String = portions.iter().map(|one| format!("{} Text.\n\n", portion(one))).collect();
    let options = marking::Options { official: true, ..marking::Options::default() };
    let found = marking::Document::read(&format!("{bar}\n\n{said}{bar}\n"), None).check(&options);
    let asks = found.into_iter().find(|one| one.way.contains("Compilation Reason"))?;
    Some(format!("under this banner the authority block has a Compilation Reason: {} ({})", asks.message, asks.rule))
}
