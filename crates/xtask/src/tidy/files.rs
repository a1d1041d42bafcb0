//! Files: how long they are, what they are called, and what must not stand in them.

use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::places::Places;

/// Above this a file is more than one thing.
const LONGEST: usize = 800;

/// Names that say nothing of what is inside.
const EMPTY_NAMES: [&str; 6] = ["utils", "util", "common", "helper", "helpers", "manager"];

/// Every Rust source below a folder, in order.
pub fn sources(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let entries = std::fs::read_dir(&folder).map_err(|error| Failure::at(&folder, &error))?;
        for entry in entries.flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Files that are too long, badly named, or begin without saying why they are there.
pub fn faults() -> Result<Vec<String>, Failure> {
    let root = Places::repository();
    let mut faults = Vec::new();
    for path in sources(&root.join("crates"))? {
        let shown = path.strip_prefix(&root).unwrap_or(&path).display().to_string();
        let text = std::fs::read_to_string(&path).map_err(|error| Failure::at(&path, &error))?;
        let lines = text.lines().count();
        if lines > LONGEST {
            faults.push(format!("{shown} has {lines} lines: it is more than one thing"));
        }
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        if EMPTY_NAMES.contains(&stem) {
            faults.push(format!("{shown}: {stem:?} does not say what is inside"));
        }
        if !text.starts_with("//!") && !shown.ends_with("build.rs") {
            faults.push(format!("{shown} does not begin by saying why it is there"));
        }
    }
    Ok(faults)
}
