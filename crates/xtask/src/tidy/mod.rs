//! What a compiler does not see: which room may know which, how long a file may be, and the words of the house.

mod crates;
mod files;
mod modules;

use crate::failure::{Failure, say};

/// Runs every check and tells everything that is wrong.
pub fn run() -> Result<(), Failure> {
    let mut faults = crates::faults()?;
    faults.extend(modules::faults()?);
    faults.extend(files::faults()?);
    if faults.is_empty() {
        say("tidy");
        return Ok(());
    }
    Err(Failure::new(format!("the house is not tidy\n  {}", faults.join("\n  "))))
}
