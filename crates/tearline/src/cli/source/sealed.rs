//! Keys of sources, what is sealed with them, and where that is written when it is opened.

use std::io::Read;
use std::path::{Path, PathBuf};

use casefile::register::{SealingKey, Unsealed};

use crate::Stage;
use crate::cli::files;
use crate::cli::key::write_new;
use crate::failure::Failure;
use crate::show::table;

/// Writes what was opened: who the source is, and into a folder its material.
pub fn open(all: &[Unsealed], out: Option<&Path>, stage: &mut Stage<'_>) -> Result<(), Failure> {
    for one in all.iter().filter(|one| one.inside.identity) {
        stage.out.write_all(&one.bytes)?;
        if !one.bytes.ends_with(b"\n") {
            writeln!(stage.out)?;
        }
    }
    let material: Vec<_> = all.iter().filter(|one| !one.inside.identity).collect();
    let Some(folder) = out else {
        for one in material {
            let seconds = one.at.to_string();
            let seconds = seconds.split('.').next().unwrap_or_default();
            writeln!(stage.err, "{seconds}  {}  --out writes it", table::one_line(&one.inside.name))?;
        }
        return Ok(());
    };
    std::fs::create_dir(folder).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => {
            Failure::failed(format!("{} is there already", folder.display()), "choose a folder that is not there yet")
        }
        _ => Failure::file(folder, &error),
    })?;
    for (number, one) in (1..).zip(material) {
        // A sealed name leads nowhere else.
        let name = Path::new(&one.inside.name).file_name().unwrap_or_default().to_string_lossy().into_owned();
        let path = folder.join(format!("{number:03}-{name}"));
        write_new(&path, &one.bytes, true).map_err(|error| Failure::file(&path, &error))?;
        writeln!(stage.out, "wrote {}", table::one_line(&path.display().to_string()))?;
    }
    Ok(())
}

/// The name and the bytes of a file that is to be sealed.
pub fn content(file: &Path) -> Result<(String, Vec<u8>), Failure> {
    /// Nothing larger is sealed at once.
    const LARGEST: u64 = 256 << 20;
    let failed = |error: std::io::Error| Failure::file(file, &error);
    let mut bytes = Vec::new();
    if file.as_os_str() == "-" {
        std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    } else {
        std::fs::File::open(file).map_err(failed)?.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    }
    if bytes.len() as u64 > LARGEST {
        let message = format!("{} is larger than 256 MB", file.display());
        return Err(Failure::failed(message, "seal it in parts"));
    }
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned());
    Ok((name.unwrap_or_else(|| "standard input".to_owned()), bytes))
}

pub fn keep(key: Option<&(SealingKey, PathBuf)>) -> Result<(), Failure> {
    let Some((key, file)) = key else { return Ok(()) };
    write_new(file, key.to_text().as_bytes(), true).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => Failure::failed(
            format!("{} is there already", file.display()),
            "choose another name: a key is never written over",
        ),
        _ => Failure::file(file, &error),
    })
}

/// A key with which nothing was sealed.
pub fn forget(key: Option<&(SealingKey, PathBuf)>) {
    if let Some((_, file)) = key {
        // It opens nothing; that it could not be removed changes nothing.
        let _ = std::fs::remove_file(file);
    }
}

pub fn tell_key(key: Option<&(SealingKey, PathBuf)>, stage: &mut Stage<'_>) -> Result<(), Failure> {
    if let Some((_, file)) = key {
        let file = table::one_line(&file.display().to_string());
        writeln!(stage.out, "{file} is its key: whoever has it can read what is sealed, and without it nobody can")?;
    }
    Ok(())
}

pub fn load(file: &Path) -> Result<SealingKey, Failure> {
    let text = files::key_text(file)?;
    SealingKey::from_text(&text).map_err(|error| Failure::from(casefile::CasefileError::from(error)))
}

/// Writes over a file and removes it.
pub fn destroy(file: &Path) -> std::io::Result<()> {
    use std::io::Write;
    let length = usize::try_from(std::fs::metadata(file)?.len()).unwrap_or(0);
    let mut open = std::fs::OpenOptions::new().write(true).open(file)?;
    open.write_all(&vec![0; length])?;
    open.sync_all()?;
    drop(open);
    // Where the name is a link, both it and what it leads to go.
    let target = std::fs::canonicalize(file)?;
    std::fs::remove_file(file)?;
    if target.exists() { std::fs::remove_file(target) } else { Ok(()) }
}
