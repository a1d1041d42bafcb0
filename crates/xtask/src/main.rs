//! Work on the house itself: keeping its rooms apart, and drawing what the documents show.

mod docs;
mod failure;
mod places;
mod tidy;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Work on the house itself")]
struct Args {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Check that every room knows only what it may, and that the words of the house are kept
    Tidy,
    /// Draw the pictures of the documents from the program as it is
    Docs,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let done = match args.task {
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
