//! `tearline verify`: whether a packet is what was issued.

use std::path::PathBuf;

use disclose::packet;

use super::files;
use crate::Stage;
use crate::failure::Outcome;
use crate::show::style;
use crate::show::table::one_line;

/// Verify a packet with nothing but the packet and the public key
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tearline verify packet/ --key signing.key.pub")]
pub struct Args {
    /// The packet's folder
    packet: PathBuf,
    /// The public key of whoever issued it
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
}

impl Args {
    pub fn run(self, stage: &mut Stage<'_>) -> Outcome {
        let key = files::key_text(&self.key)?;
        let verified = packet::verify(&self.packet, &key)?;
        let good = style::GOOD;
        writeln!(
            stage.out,
            "{good}verified{good:#}: packet {} was issued {} with the key {}",
            verified.packet.id, verified.packet.issued, verified.key
        )?;
        writeln!(stage.out, "{}", one_line(&verified.packet.banner))?;
        for line in &verified.packet.lines {
            writeln!(stage.out, "  ({}) {}", one_line(&line.portion).trim_matches(['(', ')']), one_line(&line.text))?;
        }
        Ok(0)
    }
}
