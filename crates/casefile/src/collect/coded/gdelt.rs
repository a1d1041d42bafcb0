//! GDELT 2 events: one a row in 61 columns, without names above them.
//!
//! The columns are those of the project's codebook of its event database, version 2.0 (19 February 2015): the event's id and
//! day (0-4), ten columns each of the actors (5-24), what happened (25-34), eight columns each of the places of both actors
//! and of the action (35-58), when the row was added, and one address (59, 60).

use super::sheet::{Row, Sheet, Sides, rows};
use super::who::{Who, Whose, class, country_of, known, state, whose};
use read::actor::Country;
use record::reading::ActorKind;

/// How many columns there are.
pub(super) const COLUMNS: usize = 61;
/// When the row was added.
pub(super) const ADDED: usize = 59;
const DAY: usize = 1;
const CODE: usize = 26;
/// The first columns of the two actors.
const ACTORS: [usize; 2] = [5, 15];
/// The name of the place of the action.
const PLACE: usize = 52;

/// Whether a line is such a row.
pub(super) fn is_row(line: &[u8]) -> bool {
    let mut fields = line.split(|byte| *byte == b'\t');
    let digits = |field: Option<&[u8]>, length: std::ops::RangeInclusive<usize>| {
        field.is_some_and(|field| length.contains(&field.len()) && field.iter().all(u8::is_ascii_digit))
    };
    digits(fields.next(), 1..=20) && digits(fields.next(), 8..=8) && fields.count() + 2 == COLUMNS
}

/// Reads all rows.
pub(super) fn read(sheet: &mut Sheet<'_>) {
    for row in rows(sheet.text) {
        if !sheet.is_whole(&row, COLUMNS) {
            continue;
        }
        if let Some(id) = row.field(0)
            && !sheet.is_new(&row, id, "event id")
        {
            continue;
        }
        let [actor, target] = ACTORS.map(|first| side(sheet, &row, first));
        let (time, place) = (sheet.day(&row, DAY), place(sheet, &row));
        sheet.event(&row, CODE, Sides { actor, target, time, place });
    }
}

/// The actor whose columns begin at `first`: its code, name and country, a known group, an ethnic group, two religions and
/// three types.
fn side(sheet: &mut Sheet<'_>, row: &Row<'_>, first: usize) -> Option<String> {
    let (code, name, country) = (row.field(first), row.field(first + 1), row.field(first + 2));
    let group = row.field(first + 3);
    let types: Vec<&str> = (first + 7..first + 10).filter_map(|at| row.field(at)).collect();
    let at = if name.is_some() { first + 1 } else { first };
    let stated = name.or(code)?;
    let of = match country.map(whose) {
        Some(Whose::State(country)) => Some(country),
        Some(Whose::Unknown) => {
            let code = country.unwrap_or_default();
            let message = format!("row {} has a country that is not known: {code:?}", row.number);
            sheet.problem("code", message, row.at(first + 2));
            None
        }
        Some(Whose::Region) | None => None,
    };
    let mut who = who(stated, of, group, &types, first + 4..first + 7, row);
    let classes = types.iter().filter_map(|code| class(code)).map(|class| class.word().to_owned());
    who.roles.extend(classes.chain(group.map(str::to_owned)));
    if who.kind == ActorKind::State {
        who.roles.clear();
    }
    Some(sheet.actor(who, row.at(at)))
}

fn who(
    stated: &str,
    of: Option<Country>,
    group: Option<&str>,
    types: &[&str],
    peoples: std::ops::Range<usize>,
    row: &Row<'_>,
) -> Who {
    let plain = group.is_none() && peoples.clone().all(|at| row.field(at).is_none());
    let as_stated =
        |kind| Who { name: stated.to_owned(), kind, country: of.map(|country| country.to_string()), roles: Vec::new() };
    let found = known(stated, of);
    match of {
        // What stands for a state is the state, unless the row says that it is something of it.
        Some(country) if plain && types.is_empty() => match found {
            Some(found) if found.kind != ActorKind::State => found,
            _ => state(country),
        },
        Some(_) if plain && types == ["GOV"] => found.unwrap_or_else(|| as_stated(ActorKind::Group)),
        _ => match found {
            Some(found) if found.kind != ActorKind::State => found,
            _ if group.is_some() => as_stated(ActorKind::Organisation),
            _ => as_stated(ActorKind::Group),
        },
    }
}

/// Where it happened: the name of the place before its first comma, and the country behind the last.
fn place(sheet: &mut Sheet<'_>, row: &Row<'_>) -> Option<String> {
    let whole = row.field(PLACE)?;
    let name = whole.split(',').next().unwrap_or(whole).trim();
    let country = country_of(whole.rsplit(',').next().unwrap_or(whole).trim());
    Some(sheet.place(name, country.map(|country| country.to_string()), row.at(PLACE)))
}
