//! Edges between crates: dependency points down the list of rooms, and the pure rooms stay pure.

use std::collections::BTreeSet;

use crate::failure::Failure;
use crate::places::Places;

/// A room, and which others it may know.
struct Room {
    name: &'static str,
    knows: &'static [&'static str],
    /// Everything else it may depend on; `None` for any crate.
    outside: Option<&'static [&'static str]>,
}

const ROOMS: [Room; 7] = [
    Room { name: "record", knows: &[], outside: Some(&["serde", "jiff"]) },
    Room { name: "read", knows: &["record"], outside: Some(&["jiff", "memchr", "whatlang"]) },
    Room { name: "weigh", knows: &["record"], outside: Some(&["thiserror"]) },
    Room {
        name: "disclose",
        knows: &["record"],
        outside: Some(&[
            "askama",
            "base64",
            "cedar-policy",
            "dejavu",
            "ed25519-dalek",
            "jiff",
            "krilla",
            "rustybuzz",
            "serde",
            "serde_json",
            "sha1",
            "sha2",
            "thiserror",
            "unicode-bidi",
            "unicode-normalization",
            "unicode-security",
        ]),
    },
    Room { name: "casefile", knows: &["record", "read", "weigh", "disclose"], outside: None },
    Room { name: "tearline", knows: &["record", "weigh", "disclose", "casefile"], outside: None },
    Room { name: "xtask", knows: &["record", "read", "weigh", "disclose", "casefile"], outside: None },
];

/// Dependencies that point the wrong way.
pub fn faults() -> Result<Vec<String>, Failure> {
    let house: BTreeSet<&str> = ROOMS.iter().map(|room| room.name).collect();
    let mut faults = Vec::new();
    let folder = Places::repository().join("crates");
    let entries = std::fs::read_dir(&folder).map_err(|error| Failure::at(&folder, &error))?;
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(room) = ROOMS.iter().find(|room| room.name == name) else {
            faults.push(format!("crates/{name} is no room of the house: give it a place in xtask's tidy/crates.rs and in ARCHITECTURE.md"));
            continue;
        };
        let path = entry.path().join("Cargo.toml");
        let text = std::fs::read_to_string(&path).map_err(|error| Failure::at(&path, &error))?;
        let manifest: toml::Table = text.parse().map_err(|error| Failure::at(&path, &error))?;
        let Some(dependencies) = manifest.get("dependencies").and_then(toml::Value::as_table) else { continue };
        for dependency in dependencies.keys().map(String::as_str) {
            let allowed = if house.contains(dependency) {
                room.knows.contains(&dependency)
            } else {
                room.outside.is_none_or(|outside| outside.contains(&dependency))
            };
            if !allowed {
                faults.push(format!("{name} must not know {dependency}"));
            }
        }
    }
    Ok(faults)
}
