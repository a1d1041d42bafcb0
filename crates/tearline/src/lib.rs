//! The program as a library: everything but the process itself, so that a test can run any command in its own process
//! with its own clock and chance, and see what it prints.

pub mod api;
mod body;
mod cli;
mod failure;
mod fetch;
mod seams;
mod show;

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use casefile::Seams;

use failure::Failure;

pub use cli::{colour, command};
pub use seams::SystemSeams;

/// Where a command stands: what it writes to, how wide that is, on whose behalf it runs, and the clock and chance.
pub struct Stage<'s> {
    /// Results.
    pub out: &'s mut dyn Write,
    /// Progress, and what went wrong.
    pub err: &'s mut dyn Write,
    /// Columns of the terminal.
    pub width: usize,
    /// Whether a person watches `err`.
    pub live: bool,
    /// The name by which changes are journalled.
    pub user: String,
    /// The clock and chance.
    pub seams: Arc<dyn Seams>,
    /// The program itself, which reads PDFs in processes of its own; without it they are read in this one.
    pub program: Option<PathBuf>,
}

/// Runs one command and gives its exit code: 0 done, 1 something failed, 2 it was called wrongly.
pub fn run<I, T>(args: I, stage: &mut Stage<'_>) -> u8
where
    I: IntoIterator<Item = T>,
    T: Into<OsString> + Clone,
{
    let code = match cli::run(args, stage) {
        Ok(code) => code,
        Err(failure) => {
            let code = failure.tell(stage.err);
            // Where it is the output that failed, that was told.
            let _ = stage.out.flush();
            return code;
        }
    };
    // A reader that has gone away, such as `head`, is no failure of the command; a full disk is.
    match stage.out.flush() {
        Ok(()) => code,
        Err(error) => code.max(Failure::from(error).tell(stage.err)),
    }
}
