//! `tearline verify`: whether a packet is what was issued.

use std::path::{Path, PathBuf};

use disclose::packet::{self, Against, Report};
use record::packet::{Half, PacketLine};
use serde::Serialize;

use super::{Format, files};
use crate::Stage;
use crate::failure::{Failure, Outcome};
use crate::show::style;
use crate::show::table::one_line;

/// Verify a packet with nothing but the packet and the public key
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  tearline verify packet/ --key signing.key.pub\n  tearline verify packet/ --key signing.key.pub --log releases.log --checkpoint kept.txt"
)]
pub struct Args {
    /// The packet's folder
    packet: PathBuf,
    /// The public key of whoever issued it
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// The log as it is published: is the packet in it, and has it only grown since?
    #[arg(long, value_name = "FILE")]
    log: Option<PathBuf>,
    /// The public key of the log, where it is not the issuer's
    #[arg(long, value_name = "FILE")]
    log_key: Option<PathBuf>,
    /// A checkpoint of the log that was kept from an earlier day
    #[arg(long, value_name = "FILE")]
    checkpoint: Option<PathBuf>,
    /// The folder of the older packet that this one supersedes, corrects or withdraws
    #[arg(long, value_name = "FOLDER")]
    older: Option<PathBuf>,
    /// How to write it
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// The report with what only this program can tell.
#[derive(Serialize)]
struct Shown<'r> {
    verified: bool,
    #[serde(flatten)]
    report: &'r Report,
    /// Whether it may still be relied on, by the clock of this machine; `null` where it does not expire.
    expired: Option<bool>,
}

impl Args {
    pub fn run(self, stage: &mut Stage<'_>) -> Outcome {
        let key = files::key_text(&self.key)?;
        let log_key = self.log_key.as_deref().map(files::key_text).transpose()?;
        let log = self.log.as_deref().map(text).transpose()?;
        let checkpoint = self.checkpoint.as_deref().map(text).transpose()?;
        let against = Against {
            log_key: log_key.as_deref(),
            log: log.as_deref(),
            checkpoint: checkpoint.as_deref(),
            older: self.older.as_deref(),
        };
        let report = packet::verify_against(&self.packet, &key, &against)?;
        let expired = report.packet.expires.map(|expires| expires < stage.seams.now());
        if !crate::show::list::one(stage.out, self.format, &Shown { verified: true, report: &report, expired })? {
            tell(stage, &report, expired == Some(true))?;
        }
        Ok(0)
    }
}

/// A text of a log. It holds some hundred bytes for an entry.
fn text(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| Failure::file(path, &error))
}

fn tell(stage: &mut Stage<'_>, report: &Report, expired: bool) -> std::io::Result<()> {
    let (good, heading, faint) = (style::GOOD, style::HEADING, style::FAINT);
    let packet = &report.packet;
    writeln!(
        stage.out,
        "{good}verified{good:#}: packet {} was issued {} with the key {}",
        packet.id, packet.issued, report.key
    )?;
    if expired {
        writeln!(stage.out, "{heading}It has expired{heading:#} and is not to be relied on any more.")?;
    }
    if let Some((older, _)) = packet.status.older() {
        let reason = packet.status.reason().map(|reason| format!(": {}", one_line(reason))).unwrap_or_default();
        writeln!(stage.out, "It {} the packet {older}{reason}", packet.status.verb())?;
    }
    writeln!(stage.out, "{}", one_line(&packet.banner))?;
    if let Some(title) = &packet.title {
        writeln!(stage.out, "{heading}{}{heading:#}", one_line(title))?;
    }
    if packet.tearline.is_drawn() {
        half(stage, "above the tearline", &packet.tearline.above)?;
        half(stage, "below the tearline", &packet.tearline.below)?;
    } else {
        lines(stage, &packet.tearline.below.lines)?;
    }
    writeln!(stage.out, "\n{heading}checked{heading:#}")?;
    for checked in &report.checked {
        writeln!(stage.out, "  {}", one_line(checked))?;
    }
    if !report.not_checked.is_empty() {
        writeln!(stage.out, "{heading}not checked{heading:#}")?;
    }
    for unchecked in &report.not_checked {
        writeln!(stage.out, "  {} {faint}({}){faint:#}", one_line(&unchecked.what), one_line(&unchecked.why))?;
    }
    Ok(())
}

fn half(stage: &mut Stage<'_>, name: &str, half: &Half) -> std::io::Result<()> {
    let faint = style::FAINT;
    writeln!(stage.out, "{faint}{name}:{faint:#} {}", one_line(&half.banner))?;
    lines(stage, &half.lines)
}

fn lines(stage: &mut Stage<'_>, lines: &[PacketLine]) -> std::io::Result<()> {
    let faint = style::FAINT;
    for line in lines {
        write!(stage.out, "  ({}) {}", one_line(&line.portion).trim_matches(['(', ')']), one_line(&line.text))?;
        if !line.support.is_empty() {
            write!(stage.out, "  {faint}{}{faint:#}", one_line(&line.support))?;
        }
        writeln!(stage.out)?;
    }
    Ok(())
}
