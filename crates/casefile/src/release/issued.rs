//! A disclosure whose packet went out, as it went out: what is said, owned or graded otherwise since changes nothing of that.

use disclose::packet;
use disclose::workflow::Standing;
use record::packet::{Packet, PacketLine};
use record::release::{Ask, Consent, Disclosure, Line, Place, Verdict};

use super::DisclosureRow;
use crate::access::Visible;
use crate::{Casefile, Result};

impl Casefile {
    /// What the packet of a disclosure says; none where none was issued, or it is in a format of earlier versions, which tells less.
    pub(super) async fn went_out(&self, visible: &Visible, disclosure: &Disclosure) -> Result<Option<Packet>> {
        if !disclosure.issued {
            return Ok(None);
        }
        let file = self.store.packet_file(visible, disclosure.id, packet::PACKET_JSON).await?;
        Ok(file.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
    }
}

impl DisclosureRow {
    /// The row with the marks, sources and consents that the packet went out with.
    pub(super) fn told_as_issued(mut self, packet: Packet) -> Self {
        let mut above = packet.tearline.above.lines.iter();
        let mut below = packet.tearline.below.lines.iter();
        let mut answers = packet.questions.iter();
        for (line, row) in self.disclosure.lines.iter().zip(&mut self.lines) {
            let of: Option<&PacketLine> = match line.place {
                Place::Above => above.next(),
                Place::Below => below.next(),
                Place::Answer { .. } => {
                    if let Some(answer) = answers.next() {
                        row.portion.clone_from(&answer.portion);
                    }
                    None
                }
            };
            if let Some(of) = of {
                row.portion.clone_from(&of.portion);
                row.sourcing.clone_from(&of.support);
            }
            row.owners = agreed(&self.disclosure, line);
            row.awaits.clear();
        }
        self.banner = packet.banner;
        self.sources = packet.sources;
        self.confidence = packet.confidence;
        // Nothing goes out but what was approved last.
        if let Some(approved) = self.disclosure.approvals.last() {
            self.draft.clone_from(&approved.draft);
        }
        self
    }
}

/// The owners who agreed to a line before it went out, without which it would not have: to these words, with which they were asked.
fn agreed(disclosure: &Disclosure, line: &Line) -> Vec<(String, Standing)> {
    let asked = |consent: &Consent| {
        let of = |ask: &&Ask| ask.line == line.id && ask.words == consent.words;
        disclosure.asks.iter().find(of).is_some_and(|ask| ask.text == line.text)
    };
    let mut agreed: Vec<(String, Standing)> = Vec::new();
    for consent in disclosure.consents.iter().filter(|one| one.line == line.id && asked(one)) {
        agreed.retain(|(owner, _)| *owner != consent.owner);
        if consent.verdict == Verdict::Concurs {
            agreed.push((consent.owner.clone(), Standing::Concurs));
        }
    }
    agreed
}
