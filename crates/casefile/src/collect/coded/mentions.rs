//! GDELT 2 mentions: one a row in 16 columns, without names above them. Each says that an outlet told of an event.
//!
//! The columns are those of the project's codebook of its event database, version 2.0. A row becomes a claim: its source
//! is the outlet, an organisation; its content the id of the event, which stands in a file of events; its cue the address
//! or citation at which the outlet tells of it. So outlets that tell of one event can be counted as its echoes. The words
//! of the outlet are not there: how sure they are is not known, and the claim has the whole band from 0 to 1.

use super::sheet::{Sheet, rows};

/// How many columns there are.
pub(super) const COLUMNS: usize = 16;
/// When the outlet told of it.
pub(super) const AT: usize = 2;
const EVENT: usize = 0;
const OUTLET: usize = 4;
const ADDRESS: usize = 5;

/// Whether a line is such a row.
pub(super) fn is_row(line: &[u8]) -> bool {
    let mut fields = line.split(|byte| *byte == b'\t');
    let digits = |field: Option<&[u8]>, length: std::ops::RangeInclusive<usize>| {
        field.is_some_and(|field| length.contains(&field.len()) && field.iter().all(u8::is_ascii_digit))
    };
    digits(fields.next(), 1..=20)
        && digits(fields.next(), 14..=14)
        && digits(fields.next(), 14..=14)
        && fields.count() + 3 == COLUMNS
}

/// Reads all rows.
pub(super) fn read(sheet: &mut Sheet<'_>) {
    for row in rows(sheet.text) {
        if !sheet.is_whole(&row, COLUMNS) {
            continue;
        }
        let text = sheet.text;
        if !sheet.is_new(&row, row.span.of(text), "words") {
            continue;
        }
        if [EVENT, OUTLET, ADDRESS].iter().any(|at| row.field(*at).is_none()) {
            let message =
                format!("row {} names no event, no outlet or no address: it is kept and not read", row.number);
            sheet.problem("row", message, row.span);
            continue;
        }
        if row.field(AT).is_none_or(|stated| super::super::format::instant(stated).is_none()) {
            let message = format!("row {} was told at no time that there is", row.number);
            sheet.problem("date", message, row.at(AT));
        }
        sheet.claim(&row, (OUTLET, ADDRESS, EVENT));
    }
}
