//! `tearline mark export`: the marks of a document in the exchange format of the tables.

use std::path::{Path, PathBuf};

use disclose::marking::xml;
use record::time::CivilDate;

use super::{Judged, read};
use crate::Stage;
use crate::failure::{FAILED, Failure, Outcome};
use crate::show::rows::counted;
use crate::show::table::one_line;

/// Write documents with their marks in the exchange format of the tables
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline mark export --ism report.md > report.xml
  tearline mark export --ism --even-if-refused --out judged/ drafts/*.md

Every portion, notice and banner is written with the attributes that it states, so that the official rules can judge it elsewhere. A
document in which `tearline mark check` finds something is refused, unless --even-if-refused: then what it says is written as it
says it. The tables know neither TLP nor ladders of a team.")]
pub struct Args {
    /// Files of text, Markdown or HTML; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    paths: Vec<PathBuf>,
    /// In the exchange format of the Information Security Marking Metadata, version 10
    #[arg(long, required = true)]
    ism: bool,
    /// Write also what the rules refuse, as it stands
    #[arg(long)]
    even_if_refused: bool,
    /// The day on which it was made; today where not given
    #[arg(long, value_name = "DAY")]
    date: Option<CivilDate>,
    /// A folder for one file each, under the name of the document with .xml behind it; needed for several
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    #[command(flatten)]
    judged: Judged,
}

impl Args {
    pub fn run(self, stage: &mut Stage<'_>) -> Outcome {
        let options = self.judged.options()?;
        let today = || stage.seams.now().to_string().get(..10).and_then(|day| day.parse::<CivilDate>().ok());
        let made = self.date.or_else(today).and_then(|date| date.day()).ok_or_else(|| {
            Failure::usage("a document is made on a day", "write --date with year, month and day, as in 2023-02-18")
        })?;
        if self.paths.len() > 1 && self.out.is_none() {
            return Err(Failure::usage("several documents do not fit into one output", "write --out FOLDER"));
        }
        if let Some(folder) = &self.out {
            std::fs::create_dir_all(folder).map_err(|error| Failure::file(folder, &error))?;
        }
        let mut failed = false;
        for path in &self.paths {
            let written = read(path, &options).and_then(|read| {
                if !read.document.is_in_tables() {
                    return Err(refused(path, "has no marking that the tables know"));
                }
                let found = if self.even_if_refused { 0 } else { read.document.check(&options).len() };
                if found > 0 {
                    let what = format!("has {} that the rules ask to be mended", counted(found, "mark or banner"));
                    return Err(refused(path, &what));
                }
                Ok(xml(&read.document, &read.page.text, &options, made))
            });
            match written {
                Ok(text) => match &self.out {
                    Some(folder) => {
                        let name = path.file_name().unwrap_or(path.as_os_str());
                        let mut file = folder.join(name).into_os_string();
                        file.push(".xml");
                        let file = PathBuf::from(file);
                        std::fs::write(&file, text).map_err(|error| Failure::file(&file, &error))?;
                    }
                    None => write!(stage.out, "{text}")?,
                },
                Err(failure) => {
                    failure.tell(stage.err);
                    failed = true;
                }
            }
        }
        Ok(if failed { FAILED } else { 0 })
    }
}

fn refused(path: &Path, what: &str) -> Failure {
    let name = one_line(&path.display().to_string());
    Failure::failed(format!("{name} {what}"), "see `tearline mark check`, or write --even-if-refused")
}
