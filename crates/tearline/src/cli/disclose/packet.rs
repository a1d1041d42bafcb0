//! Issuing, and writing the packet to a folder.

use std::path::Path;

use disclose::packet::PrivateKey;

use super::Verb;
use crate::Stage;
use crate::cli::{Shared, key};
use crate::failure::{Failure, Outcome};

pub async fn run(verb: Verb, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
    match verb {
        Verb::Issue { disclosure, key, out, log } => {
            // The key and the folder are looked at first: a packet is issued once.
            vacant(&out)?;
            let signing = key::load(&key)?;
            let (casefile, viewer, case) = shared.open(stage).await?;
            // The folder first: where it cannot be made, nothing is issued.
            std::fs::create_dir(&out).map_err(|error| Failure::file(&out, &error))?;
            let (packet, files) =
                match casefile.issue(&viewer, case.id, &disclosure, &signing, &named(log, &signing)).await {
                    Ok(issued) => issued,
                    Err(refusal) => {
                        // It is empty still.
                        let _ = std::fs::remove_dir(&out);
                        return Err(refusal.into());
                    }
                };
            let files = files.into_iter().map(|file| (file.name.to_owned(), file.bytes)).collect::<Vec<_>>();
            write_packet(&out, &files).map_err(|error| {
                let hint =
                    format!("it is kept in the case: `disclose export {disclosure} --out FOLDER` writes it elsewhere");
                Failure::failed(format!("packet {packet} was issued, and {}", error.message()), hint)
            })?;
            writeln!(
                stage.out,
                "issued packet {packet} in {}, signed with the key {}",
                out.display(),
                signing.public().id()
            )?;
        }
        Verb::Log { key, log } => {
            let signing = key::load(&key)?;
            let (casefile, viewer) = shared.house(stage).await?;
            write!(stage.out, "{}", casefile.published_log(&viewer, &signing, &named(log, &signing)).await?)?;
        }
        Verb::Export { disclosure, out, key, log } => {
            vacant(&out)?;
            let signing = key.as_deref().map(key::load).transpose()?;
            let origin = signing.as_ref().map(|key| named(log, key)).unwrap_or_default();
            let logged = signing.as_ref().map(|key| (key, origin.as_str()));
            let (casefile, viewer, case) = shared.open(stage).await?;
            let files = casefile.packet(&viewer, case.id, &disclosure, logged).await?;
            std::fs::create_dir(&out).map_err(|error| Failure::file(&out, &error))?;
            write_packet(&out, &files)?;
            writeln!(stage.out, "wrote the packet to {}", out.display())?;
        }
        _ => {}
    }
    Ok(0)
}

/// The name of the log: what was given, or one that the key gives, so that two houses never share one.
fn named(given: Option<String>, key: &PrivateKey) -> String {
    given.unwrap_or_else(|| format!("tearline/{}", key.public().id()))
}

/// That nothing is at `out`, and something can be made there.
fn vacant(out: &Path) -> Result<(), Failure> {
    if out.exists() {
        return Err(Failure::failed(
            format!("{} is there already", out.display()),
            "name a folder that is not there yet: a packet is never written over",
        ));
    }
    let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if parent.is_dir() {
        return Ok(());
    }
    Err(Failure::failed(format!("there is no folder {}", parent.display()), "make it first, or name another place"))
}

/// Writes the packet into the folder that was made for it.
fn write_packet(out: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Failure> {
    for (name, bytes) in files {
        let path = out.join(name);
        std::fs::write(&path, bytes).map_err(|error| Failure::file(&path, &error))?;
    }
    Ok(())
}
