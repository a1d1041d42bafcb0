//! Edges inside a crate: which module may name which, and what the pure rooms must not touch.

use std::path::Path;

use super::files::sources;
use crate::failure::Failure;
use crate::places::Places;

/// Inside `casefile`: a module, and those of its neighbours that it may name. What stands in `lib.rs` is for all.
const CASEFILE: [(&str, &[&str]); 7] = [
    ("access", &[]),
    ("account", &["store"]),
    ("collect", &["journal", "store"]),
    ("journal", &["store"]),
    ("judge", &["access", "journal", "store"]),
    ("release", &["access", "journal", "store"]),
    ("store", &["access", "journal"]),
];

/// What rooms without a disk, a clock, a network or chance must not name. Packets are read from a folder, so that
/// `disclose/packet` may touch files.
const PURE: [&str; 4] = ["record", "read", "weigh", "disclose"];
const IMPURE: [&str; 8] =
    ["std::fs", "std::net", "std::env", "std::process", "std::time", "std::thread", "tokio", "getrandom"];

/// Modules that name what they must not.
pub fn faults() -> Result<Vec<String>, Failure> {
    let mut faults = Vec::new();
    let root = Places::repository();
    for (module, knows) in CASEFILE {
        for path in sources(&root.join("crates/casefile/src").join(module))? {
            let code = code_of(&path)?;
            for (other, _) in CASEFILE {
                let named = code.contains(&format!("crate::{other}::")) || code.contains(&format!("crate::{other}}}"));
                if other != module && named && !knows.contains(&other) {
                    faults.push(format!("{}: {module} must not know {other}; they meet in store", shown(&path, &root)));
                }
            }
        }
    }
    for room in PURE {
        for path in sources(&root.join("crates").join(room).join("src"))? {
            let file_reader = path.ends_with("packet/verify.rs") || path.ends_with("packet/folder.rs");
            let code = code_of(&path)?;
            for name in IMPURE {
                if code.contains(name) && !(file_reader && name == "std::fs") {
                    faults.push(format!("{}: {room} must not touch {name}", shown(&path, &root)));
                }
            }
        }
    }
    for path in
        sources(&root.join("crates/tearline/src"))?.into_iter().chain(sources(&root.join("crates/casefile/src"))?)
    {
        let code = code_of(&path)?;
        let fetches = path.starts_with(root.join("crates/tearline/src/fetch"));
        let answers = path.starts_with(root.join("crates/tearline/src/api")) || path.ends_with("cli/serve.rs");
        let (asks, nets) = (code.contains("ureq"), code.contains("std::net"));
        if !fetches && (asks || (nets && !answers)) {
            faults.push(format!("{}: only tearline/fetch knows the network", shown(&path, &root)));
        }
    }
    for path in sources(&root.join("crates/tearline/src"))? {
        let code = code_of(&path)?;
        if code.contains("SELECT ") || code.contains("sqlx") {
            faults.push(format!("{}: tearline must not know SQL", shown(&path, &root)));
        }
    }
    Ok(faults)
}

/// The code of a file without its comments and its tests.
fn code_of(path: &Path) -> Result<String, Failure> {
    if path
        .components()
        .any(|part| matches!(part.as_os_str().to_str(), Some("suite.rs" | "cases.rs" | "tests.rs" | "suite")))
    {
        return Ok(String::new());
    }
    let text = std::fs::read_to_string(path).map_err(|error| Failure::at(path, &error))?;
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    Ok(code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n"))
}

fn shown(path: &Path, root: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).display().to_string()
}
