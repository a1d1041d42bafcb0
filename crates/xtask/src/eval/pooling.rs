//! Pooling people's forecasts, on PredictionBook: learnt on the earlier questions, scored on the later ones.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::bench::process;
use crate::failure::{Failure, say};
use crate::places::Places;

/// Splits the questions in two by when each was first spoken of, and has `tearline score` score the later half.
///
/// # Errors
/// If the forecasts are not there, or the program cannot be built or fails.
pub fn run(places: &Places) -> Result<(), Failure> {
    let all = places.shared("forecasts")?.join("predictionbook-older-half.csv");
    let failed = |error: csv::Error| Failure::at(&all, &error);
    let mut reader = csv::Reader::from_path(&all).map_err(failed)?;
    let columns = reader.headers().map_err(failed)?.clone();
    let place = |name: &str| {
        let found = columns.iter().position(|column| column == name);
        found.ok_or_else(|| Failure::new(format!("{} has no column {name}", all.display())))
    };
    let (id, time) = (place("question_id")?, place("timestamp")?);
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().map_err(failed)?;
    let mut begun: BTreeMap<&str, &str> = BTreeMap::new();
    for row in &rows {
        let (id, time) = (row.get(id).unwrap_or_default(), row.get(time).unwrap_or_default());
        begun.entry(id).and_modify(|first| *first = (*first).min(time)).or_insert(time);
    }
    let mut by_time: Vec<(&str, &str)> = begun.iter().map(|(id, time)| (*time, *id)).collect();
    by_time.sort_unstable();
    let earlier: BTreeSet<&str> = by_time.iter().take(by_time.len() / 2).map(|(_, id)| *id).collect();

    let folder = tempfile::tempdir().map_err(|error| Failure::new(error.to_string()))?;
    let half = |name: &str, first: bool| -> Result<PathBuf, Failure> {
        let path = folder.path().join(name);
        let failed = |error: csv::Error| Failure::at(&path, &error);
        let mut writer = csv::Writer::from_path(&path).map_err(failed)?;
        writer.write_record(&columns).map_err(failed)?;
        for row in rows.iter().filter(|row| earlier.contains(row.get(id).unwrap_or_default()) == first) {
            writer.write_record(row).map_err(failed)?;
        }
        writer.flush().map_err(|error| Failure::at(&path, &error))?;
        Ok(path)
    };
    let (old, new) = (half("old.csv", true)?, half("new.csv", false)?);
    say(format_args!("pooling, PredictionBook: learnt on the earlier questions, scored on the later"));
    say(format_args!("{}", scored(&old, &new)?.trim_end()));
    Ok(())
}

/// What the program says of the later questions.
fn scored(old: &Path, new: &Path) -> Result<String, Failure> {
    let mut command = Command::new(process::build()?);
    command.arg("score").arg("--train").arg(old).arg("--forecasts").arg(new).args(["--color", "never"]);
    let output = command.output().map_err(|error| Failure::new(format!("the program cannot be run: {error}")))?;
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        false => Err(Failure::new(String::from_utf8_lossy(&output.stderr).into_owned())),
    }
}
