//! The words that lists and cards share.

use record::label::{Label, Protection};
use record::reading::{Claim, SourceKind, Stage, Stance};

/// `.35-.60`, or `certain` for a flat statement.
pub fn certainty(claim: &Claim) -> String {
    let certainty = &claim.certainty;
    if is_flat(claim) {
        return "flat".to_owned();
    }
    if certainty.words.is_empty() {
        // The band is a person's, or the whole where the words are not there.
        return format!("{}-{}", share(certainty.low), share(certainty.high));
    }
    format!("{}-{} (“{}”)", share(certainty.low), share(certainty.high), super::table::one_line(&certainty.words))
}

/// Whether a claim is stated without a hedge. One whose words are not there has none either, and is not flat: its band is
/// the whole.
pub fn is_flat(claim: &Claim) -> bool {
    claim.certainty.is_flat()
}

/// `1 claim`, `2 claims`.
pub fn counted(number: impl TryInto<u64>, word: &str) -> String {
    match number.try_into().unwrap_or(0) {
        1 => format!("1 {word}"),
        other => format!("{other} {word}s"),
    }
}

/// Whose something is and how it is guarded; nothing where it is nobody's.
pub fn guard(label: &Label) -> String {
    let owners: Vec<String> = label.owners.iter().map(|owner| super::table::one_line(owner)).collect();
    match label.protection {
        Protection::Open => owners.join(", "),
        guarded => format!("{}: {}", protection(guarded), owners.join(", ")),
    }
}

/// How something is guarded, in the word that `--protection` takes.
pub const fn protection(guard: Protection) -> &'static str {
    match guard {
        Protection::Open => "open",
        Protection::Sensitive => "sensitive",
        Protection::Protected => "protected",
    }
}

/// A share of 1 as the house prints it: `.65`.
pub fn share(value: f64) -> String {
    let text = format!("{value:.2}");
    text.strip_prefix('0').map_or(text.clone(), str::to_owned)
}

/// A stance as the reading format spells it.
pub const fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Says => "says",
        Stance::Asks => "asks",
        Stance::Orders => "orders",
        Stance::Hopes => "hopes",
        Stance::Doubts => "doubts",
        Stance::Denies => "denies",
        Stance::Declines => "declines",
        Stance::Evades => "evades",
    }
}

/// A stage as the reading format spells it.
pub const fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Considered => "considered",
        Stage::Decided => "decided",
        Stage::Prepared => "prepared",
        Stage::UnderWay => "under-way",
        Stage::Done => "done",
        Stage::Halted => "halted",
        Stage::None => "none",
    }
}

/// A kind of source as the reading format spells it.
pub const fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Named => "named",
        SourceKind::Unnamed => "unnamed",
        SourceKind::Organisation => "organisation",
        SourceKind::Document => "document",
        SourceKind::None => "none",
    }
}
