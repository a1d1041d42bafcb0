//! What the program does when it calls itself to read a PDF: see `casefile::format::Child`.

use super::sources::{PDF_MEGABYTES, PDF_SECONDS};
use crate::Stage;
use crate::failure::Outcome;

/// The name of the command, which is not for people.
pub const NAME: &str = "read-pdf-from-stdin";

/// Reads a PDF from standard input and writes what is in it as JSON.
pub fn run(stage: &mut Stage<'_>) -> Outcome {
    casefile::format::pdf_child(&mut std::io::stdin().lock(), &mut *stage.out, PDF_SECONDS, PDF_MEGABYTES)?;
    Ok(0)
}
