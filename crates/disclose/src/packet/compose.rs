//! From an issued disclosure to what the packet says.

use record::id::PacketId;
use record::marking::Rollup;
use record::packet::{FORMAT, Packet, PacketLine};
use record::release::Disclosure;
use record::time::Micros;

use super::PacketError;
use crate::marking::{banner_of, portion_of};
use crate::workflow::{Demand, Refusal, effective, may_go_out};

/// What the packet of an issued disclosure says. `demands` is what stands behind each line, in the order of the lines; the
/// banner is worked out from them. Of the disclosure only the words of its lines and its audience go in: no ids but the packet's own, nobody who
/// wrote or approved it, and neither purpose nor channel, which are marked as the case is and not as the lines are.
///
/// # Errors
/// A disclosure that has not been issued or has no lines; lines without a marking, or that the audience may not see.
pub fn compose(
    disclosure: &Disclosure,
    demands: &[Demand],
    id: PacketId,
    issued: Micros,
) -> Result<Packet, PacketError> {
    if !disclosure.issued {
        return Err(PacketError::NotIssued);
    }
    may_go_out(disclosure, demands)?;
    let markings: Vec<Rollup> =
        disclosure.lines.iter().zip(demands).map(|(line, demand)| effective(disclosure, line, demand)).collect();
    let whole = markings.iter().fold(Rollup::default(), |sum, marking| sum.join(marking));
    let lines = (1..).zip(disclosure.lines.iter().zip(&markings)).map(|(number, (line, marking))| {
        let portion = portion_of(marking).ok_or(Refusal::Unmarked(number))?;
        Ok(PacketLine { portion, text: line.text.clone() })
    });
    Ok(Packet {
        format: FORMAT,
        id,
        banner: banner_of(&whole).ok_or(Refusal::NoLines)?,
        audience: disclosure.audience.clone(),
        issued,
        lines: lines.collect::<Result<_, Refusal>>()?,
    })
}
