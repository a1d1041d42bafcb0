//! Work on the house itself: training models and measuring them, keeping its rooms apart, and drawing what the
//! documents show.
//!
//! Corpora are read from a folder beside the repository (`../shared`, or `--shared`) and never copied into it.

mod bench;
mod conllu;
mod docs;
mod entities;
mod eval;
mod events;
mod factuality;
mod failure;
mod leaks;
mod ner;
mod places;
mod polnear;
mod prng;
mod roots;
mod schema;
mod tables;
mod tidy;
mod timeml;
mod train;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Work on the house itself")]
struct Args {
    #[command(flatten)]
    places: places::Places,
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Train models and write them to `models/` with their cards
    Train {
        /// Which model
        #[arg(value_enum)]
        what: train::What,
        /// Folder with the word vectors that the classes of the gazetteer are made of
        #[arg(long, value_name = "DIR")]
        vectors: Option<std::path::PathBuf>,
    },
    /// Measure the models that are compiled in
    Eval {
        /// Which stage
        #[arg(value_enum)]
        what: eval::What,
        /// Times: measure the halves that no rule was written on
        #[arg(long)]
        held_out: bool,
        /// Times, events and transfers: print every disagreement, on what the rules were made with
        #[arg(long, conflicts_with = "held_out")]
        errors: bool,
    },
    /// Measure how fast the program is, and what it takes
    Bench {
        /// What
        #[arg(value_enum)]
        what: bench::What,
        /// Store: how many articles the cases hold whose growth is looked at, the least first
        #[arg(long, value_delimiter = ',', default_values_t = [2_000, 20_000])]
        sizes: Vec<usize>,
    },
    /// Make tables of facts and write them to `tables/` with their cards
    Tables {
        /// Which table
        #[arg(value_enum)]
        what: tables::What,
    },
    /// Check that every room knows only what it may, and that the words of the house are kept
    Tidy,
    /// Draw the pictures of the documents from the program as it is
    Docs,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let done = match args.task {
        Task::Train { what, vectors } => train::run(what, vectors.as_deref(), &args.places),
        Task::Eval { what, held_out, errors } => eval::run(what, &args.places, held_out, errors),
        Task::Bench { what, sizes } => bench::run(what, &args.places, &sizes),
        Task::Tables { what } => tables::run(what, &args.places),
        Task::Tidy => tidy::run(),
        Task::Docs => docs::run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure::print(&failure);
            ExitCode::FAILURE
        }
    }
}
