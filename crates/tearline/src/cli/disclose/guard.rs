//! The verbatim guard on the screen: what of a draft stands only in protected material.

use casefile::release::cover::{GuardReport, GuardRow};

use crate::Stage;
use crate::show::style;
use crate::show::table::one_line;

pub(super) fn guard(stage: &mut Stage<'_>, report: &GuardReport) -> std::io::Result<()> {
    if report.asks {
        return writeln!(stage.out, "ask security");
    }
    if report.found.is_empty() {
        return writeln!(stage.out, "nothing of it stands only in protected material");
    }
    report.found.iter().try_for_each(|row| of_row(stage, row))
}

fn of_row(stage: &mut Stage<'_>, row: &GuardRow) -> std::io::Result<()> {
    let place = row.line.map_or_else(|| row.part.clone(), |line| format!("line {line}"));
    let how = match row.tier {
        "same" => "stands only in protected material",
        "near" => "is near what stands only in protected material",
        _ => "may say in other words what stands only in protected material",
    };
    let owners: Vec<&str> = row.owners.iter().map(String::as_str).collect();
    let of = if owners.is_empty() { String::new() } else { format!(" of {}", one_line(&owners.join(", "))) };
    let missing: Vec<&str> = row.missing.iter().map(String::as_str).collect();
    let (look, stands) = match (row.stops, missing.is_empty()) {
        (true, true) => {
            (style::BAD, "nobody owns it who could agree: rest the line on it, or use other words".to_owned())
        }
        (true, false) => (style::BAD, format!("{} did not agree to it", one_line(&missing.join(", ")))),
        (false, true) => (style::GOOD, "they agreed".to_owned()),
        (false, false) => (style::FAINT, "told, and stops nothing".to_owned()),
    };
    writeln!(stage.out, "{place}: {look}{}{look:#} {how}{of}; {stands}", one_line(&row.words))
}
