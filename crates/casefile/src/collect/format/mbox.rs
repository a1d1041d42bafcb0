//! Mailboxes: messages behind each other, each begun by a line `From …` that the header of a mail follows.

use std::io::{BufRead, BufReader, Read};

use super::intake::{Halt, Intake, Place};
use super::mail;
use super::refused::Why;

/// Reads a mailbox message by message.
pub(crate) fn read(intake: &mut Intake<'_>, source: &mut dyn Read, place: Place<'_>) -> Result<(), Halt> {
    let limit = intake.limits.document;
    let mut source = BufReader::new(source);
    let (mut message, mut line, mut next) = (Vec::new(), Vec::new(), Vec::new());
    let mut number = 0;
    let mut blank = true;
    let mut large = false;
    loop {
        line.clear();
        // A line that is longer than a message may be is that of a broken message; the rest of it follows as others.
        if next.is_empty() {
            (&mut source).take(limit + 1).read_until(b'\n', &mut line)?;
        } else {
            std::mem::swap(&mut line, &mut next);
        }
        let mut begins = blank && line.starts_with(b"From ");
        if begins && number > 0 {
            // Many writers leave a sentence that begins with this word as it is.
            (&mut source).take(limit + 1).read_until(b'\n', &mut next)?;
            begins = is_header(&next);
        }
        let ends = line.is_empty() || begins;
        if ends && number > 0 {
            let name = format!("{}#{number}", place.name);
            if large {
                intake.refuse(&name, Why::Large { what: "one mail", limit })?;
            } else {
                let inner = Place { name: &name, media: None, address: None, depth: place.depth };
                match mail::read(intake, std::mem::take(&mut message), inner) {
                    Err(Halt::Refused(why)) => intake.refuse(&name, why)?,
                    done => done?,
                }
            }
            message.clear();
            large = false;
        }
        if line.is_empty() {
            return Ok(());
        }
        if ends {
            number += 1;
            blank = false;
            continue;
        }
        blank = line.trim_ascii().is_empty();
        // `>From ` is what a line of a message that began with `From ` was made.
        let quoted = line.iter().take_while(|byte| **byte == b'>').count();
        let escaped = quoted > 0 && line.get(quoted..).is_some_and(|rest| rest.starts_with(b"From "));
        message.extend_from_slice(line.get(usize::from(escaped)..).unwrap_or_default());
        if message.len() as u64 > limit {
            large = true;
            message.clear();
        }
    }
}

/// Whether a line is one of a header: a name, a colon and what it says.
fn is_header(line: &[u8]) -> bool {
    let name = line.split(|byte| *byte == b':').next().unwrap_or_default();
    !name.is_empty() && name.len() < line.len() && name.iter().all(u8::is_ascii_graphic)
}
