//! How a task fails: with a sentence that says what to do, and exit code 1.

use std::fmt;
use std::path::Path;

/// Why a task could not be done.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    /// A failure with this message.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// A file that could not be read or written.
    pub fn at(path: &Path, error: &dyn fmt::Display) -> Self {
        Self(format!("{}: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Says on standard error why the task failed.
#[expect(clippy::print_stderr, reason = "this is where a task speaks to the person who started it")]
pub fn print(failure: &Failure) {
    eprintln!("error: {failure}");
}

/// Says on standard output how a task goes on.
#[expect(clippy::print_stdout, reason = "this is where a task speaks to the person who started it")]
pub fn say(line: impl fmt::Display) {
    println!("{line}");
}
