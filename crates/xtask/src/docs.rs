//! The documents that are made of the program as it is: pictures of the terminal, drawn from what it prints, and the
//! reference of its commands and formats.

use std::process::Command;

use crate::failure::{Failure, say};
use crate::places::Places;
use crate::schema;

/// Draws `docs/read.svg`, `docs/weigh.svg` and `docs/judgement.svg` from a demo in a temporary folder, and writes `docs/cli.md`,
/// `docs/formats.md`, `docs/markings.md`, `docs/openapi.json` and `docs/reading.schema.json`.
pub fn run() -> Result<(), Failure> {
    let docs = Places::repository().join("docs");
    let schema = schema::reading().map_err(|error| Failure::new(error.to_string()))?;
    let path = docs.join("reading.schema.json");
    std::fs::write(&path, format!("{schema:#}\n")).map_err(|error| Failure::at(&path, &error))?;
    say(format_args!("wrote {}", path.display()));
    for (of, name) in
        [("cli", "cli.md"), ("formats", "formats.md"), ("markings", "markings.md"), ("api", "openapi.json")]
    {
        let path = docs.join(name);
        std::fs::write(&path, tearline(&["reference", of])?).map_err(|error| Failure::at(&path, &error))?;
        say(format_args!("wrote {}", path.display()));
    }
    let sample = Places::repository().join("examples/walk/harbour-herald.txt");
    let folder = std::env::temp_dir().join(format!("tearline-docs-{}", std::process::id()));
    let place = folder.display().to_string();
    let shown = tearline(&["demo", &place]);
    let case = folder.join("c.tearline").display().to_string();
    let read = tearline(&["read", &sample.display().to_string()]);
    let weigh = tearline(&["--case", &case, "weigh"]);
    let sample_case = folder.join("lethal-aid.tearline").display().to_string();
    let judgement = tearline(&["--case", &sample_case, "weigh", "--format", "svg"]);
    // The folder is of this run alone, and nothing is lost with it.
    let _ = std::fs::remove_dir_all(&folder);
    shown?;
    let path = docs.join("judgement.svg");
    std::fs::write(&path, judgement?).map_err(|error| Failure::at(&path, &error))?;
    say(format_args!("drew {}", path.display()));
    let read = read?.replace(&sample.display().to_string(), "harbour-herald.txt");
    for (name, command, text) in
        [("read.svg", "read harbour-herald.txt", read), ("weigh.svg", "--case c.tearline weigh", weigh?)]
    {
        let whole = format!("\u{1b}[2m$ tearline {command}\u{1b}[0m\n{text}");
        let picture = anstyle_svg::Term::new().palette(anstyle_svg::WIN10_CONSOLE).render_svg(&whole);
        let path = docs.join(name);
        std::fs::write(&path, picture).map_err(|error| Failure::at(&path, &error))?;
        say(format_args!("drew {}", path.display()));
    }
    Ok(())
}

/// What a command prints, in colour.
fn tearline(args: &[&str]) -> Result<String, Failure> {
    // Built as this program was, so that nothing is built twice.
    let release: &[&str] = if cfg!(debug_assertions) { &[] } else { &["--release"] };
    let output = Command::new("cargo")
        .arg("run")
        .args(release)
        .args(["-q", "-p", "tearline", "--"])
        .args(args)
        .current_dir(Places::repository())
        .args(["--color", "always"])
        .output()
        .map_err(|error| Failure::new(format!("cargo cannot be run: {error}")))?;
    if !output.status.success() {
        return Err(Failure::new(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    String::from_utf8(output.stdout).map_err(|error| Failure::new(error.to_string()))
}
