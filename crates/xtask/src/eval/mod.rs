//! Measuring: how good the models that are compiled in are, and how fast.

pub mod articles;
pub mod attribution;
pub mod layouts;
pub mod pages;
pub mod pdf;
pub mod syntax;

use clap::ValueEnum;

use crate::failure::Failure;
use crate::places::Places;

/// Which stage to measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum What {
    /// Parts of speech, lemmas and dependencies
    Syntax,
    /// Who says what, on PolNeAR dev
    Attribution,
    /// The main text of web pages, on Wikinews texts in layouts of our own
    Pages,
    /// The text of PDFs, on the same texts typeset by typst and LibreOffice
    Pdf,
    /// All that needs no other program
    All,
}

/// Measures what is asked for and prints it.
///
/// # Errors
/// If a corpus or a model cannot be read.
pub fn run(what: What, places: &Places) -> Result<(), Failure> {
    match what {
        What::Syntax => syntax::run(places),
        What::Attribution => attribution::run(places),
        What::Pages => pages::run(places),
        What::Pdf => pdf::run(places),
        What::All => {
            syntax::run(places)?;
            attribution::run(places)?;
            pages::run(places)
        }
    }
}
