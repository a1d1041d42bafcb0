//! Measuring: how good the models that are compiled in are, and how fast.

pub mod articles;
pub mod attribution;
pub mod coreference;
mod countries;
pub mod events;
pub mod factuality;
pub mod guard;
mod labelled;
pub mod layouts;
pub mod names;
pub mod pages;
pub mod pdf;
mod pooling;
mod stage;
mod stance;
pub mod syntax;
pub mod times;
mod transfers;

use clap::ValueEnum;

pub use self::labelled::unknown;

use crate::failure::Failure;
use crate::places::Places;

/// Which stage to measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum What {
    /// Parts of speech, lemmas and dependencies
    Syntax,
    /// Who says what, on PolNeAR dev
    Attribution,
    /// Whether events happened, on UDS-IH2 dev and UW dev
    Factuality,
    /// Who does what to whom, on PLOVER's training sentences, PETRARCH's records and blind sentences
    Events,
    /// Who is meant by a pronoun, a surname or a description, on GUM dev
    Coreference,
    /// Whether the states of blind sentences are among the countries of the actors found
    Countries,
    /// What sources do with what they say, and polarity
    Stance,
    /// How far actions have got, and how sure the words are
    Stage,
    /// Time expressions, on the development halves of TimeBank and WikiWars
    Times,
    /// What goods go from whom to whom, and how far that has got
    Transfers,
    /// Names of people, organisations and places, on wikigold and on what is held out
    Names,
    /// The main text of web pages, on Wikinews texts in layouts of our own
    Pages,
    /// The text of PDFs, on the same texts typeset by typst and LibreOffice
    Pdf,
    /// Copies of one text, among documents made for it
    Roots,
    /// Pooling people's forecasts, on PredictionBook split by time
    Pooling,
    /// The verbatim guard, on lines that leak and lines that do not
    Guard,
    /// All that needs no other program
    All,
}

/// Measures what is asked for and prints it; `held_out` is of times, `errors` of times and events.
///
/// # Errors
/// If a corpus or a model cannot be read.
pub fn run(what: What, places: &Places, held_out: bool, errors: bool) -> Result<(), Failure> {
    match what {
        What::Syntax => syntax::run(places),
        What::Attribution => attribution::run(places),
        What::Factuality => factuality::run(places),
        What::Events => events::run(places, errors),
        What::Coreference => coreference::run(places),
        What::Countries => countries::run(),
        What::Stance => stance::run(),
        What::Stage => stage::run(),
        What::Transfers => transfers::run(errors),
        What::Times => times::run(places, held_out, errors),
        What::Names => names::run(places),
        What::Pages => pages::run(places),
        What::Pdf => pdf::run(places),
        What::Roots => crate::roots::run(places),
        What::Pooling => pooling::run(places),
        What::Guard => guard::run(errors),
        What::All => {
            syntax::run(places)?;
            attribution::run(places)?;
            names::run(places)?;
            factuality::run(places)?;
            events::run(places, errors)?;
            coreference::run(places)?;
            countries::run()?;
            stance::run()?;
            stage::run()?;
            times::run(places, held_out, errors)?;
            transfers::run(false)?;
            pages::run(places)?;
            pooling::run(places)?;
            guard::run(false)?;
            crate::roots::run(places)
        }
    }
}
