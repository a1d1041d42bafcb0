//! Measuring: how good the models that are compiled in are, and how fast.

pub mod attribution;
pub mod names;
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
    /// Names of people, organisations and places, on wikigold and on what is held out
    Names,
    /// All of them
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
        What::Names => names::run(places),
        What::All => {
            syntax::run(places)?;
            attribution::run(places)?;
            names::run(places)
        }
    }
}
