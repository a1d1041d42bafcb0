//! ICEWS events: one a row, the columns named in the first line.
//!
//! The columns are found by their names, in any order. A cell of `NA` is empty, and
//! nobody is an `Unspecified Actor`. A row does not say whether a name is of
//! a person or of a body: whom the reader's table of actors does not know is an organisation, and what has its country in
//! brackets behind it ("Police (India)") is people of a kind.

use super::sheet::{Row, Sheet, Sides, rows};
use super::who::{Who, country_of, known, sector, state};
use read::actor::Country;
use record::reading::ActorKind;

/// The day of the event.
pub(super) const DATE: &str = "event date";
const ID: &str = "event id";
const CODE: &str = "cameo code";
/// Columns without which a table is none of these.
const NEEDED: [&str; 5] = [ID, DATE, CODE, "source name", "target name"];

/// Whether a cell of the first line names this column.
pub(super) fn is_column(cell: &str, name: &str) -> bool {
    cell.trim_start_matches('\u{feff}').trim().eq_ignore_ascii_case(name)
}

/// Whether a line names the columns.
pub(super) fn is_head(line: &[u8]) -> bool {
    let line = String::from_utf8_lossy(line);
    let cells: Vec<&str> = line.split('\t').collect();
    NEEDED.iter().all(|name| cells.iter().any(|cell| is_column(cell, name)))
}

/// Where the columns of a side stand.
#[derive(Clone, Copy)]
struct Side {
    name: Option<usize>,
    sectors: Option<usize>,
    country: Option<usize>,
}

/// Reads all rows behind the first line.
pub(super) fn read(sheet: &mut Sheet<'_>) {
    let text = sheet.text;
    let mut lines = rows(text);
    let Some(head) = lines.next() else { return };
    let column = |name: &str| (0..head.len()).find(|at| head.field(*at).is_some_and(|cell| is_column(cell, name)));
    let side = |of: &str| Side {
        name: column(&format!("{of} name")),
        sectors: column(&format!("{of} sectors")),
        country: column(&format!("{of} country")),
    };
    let (source, target) = (side("source"), side("target"));
    let places = ["city", "district", "province", "country"].map(column);
    let (Some(id), Some(date), Some(code)) = (column(ID), column(DATE), column(CODE)) else { return };
    for mut row in lines {
        row.number -= 1;
        if !sheet.is_whole(&row, head.len()) {
            continue;
        }
        if let Some(id) = row.field(id)
            && !sheet.is_new(&row, id, "event id")
        {
            continue;
        }
        let (actor, target) = (party(sheet, &row, source), party(sheet, &row, target));
        let (time, place) = (sheet.day(&row, date), place(sheet, &row, places));
        sheet.event(&row, code, Sides { actor, target, time, place });
    }
}

/// The words of a cell; none where it says that there are none.
fn cell<'t>(row: &Row<'t>, at: Option<usize>) -> Option<&'t str> {
    row.field(at?).filter(|cell| !matches!(*cell, "NA" | "Unspecified Actor"))
}

fn party(sheet: &mut Sheet<'_>, row: &Row<'_>, side: Side) -> Option<String> {
    let name = cell(row, side.name)?;
    let stated = cell(row, side.country);
    let country = stated.and_then(country_of);
    if let (Some(stated), None, Some(at)) = (stated, country, side.country) {
        let message = format!("row {} has a country that is not known: {stated:?}", row.number);
        sheet.problem("code", message, row.at(at));
    }
    let mut who = who(name, country);
    if who.kind != ActorKind::State {
        let sectors = cell(row, side.sectors).unwrap_or_default().split(',');
        let classes = sectors.filter_map(|name| sector(name.trim())).map(|class| class.word().to_owned());
        who.roles.extend(classes);
    }
    Some(sheet.actor(who, row.at(side.name.unwrap_or_default())))
}

fn who(name: &str, country: Option<Country>) -> Who {
    let stated = |kind| Who {
        name: name.to_owned(),
        kind,
        country: country.map(|country| country.to_string()),
        roles: Vec::new(),
    };
    match name.split_once(" (") {
        Some(("Government", _)) => country.map_or_else(|| stated(ActorKind::Group), state),
        Some(_) if name.ends_with(')') => stated(ActorKind::Group),
        _ => known(name, country).unwrap_or_else(|| stated(ActorKind::Organisation)),
    }
}

/// Where it happened: the finest place that is named.
fn place(sheet: &mut Sheet<'_>, row: &Row<'_>, columns: [Option<usize>; 4]) -> Option<String> {
    let country = cell(row, columns[3]).and_then(country_of).map(|country| country.to_string());
    let at = columns.into_iter().flatten().find(|at| cell(row, Some(*at)).is_some())?;
    let name = cell(row, Some(at))?.to_owned();
    Some(sheet.place(&name, country, row.at(at)))
}
