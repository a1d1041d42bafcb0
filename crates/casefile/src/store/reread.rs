//! A new reading of a document takes the place of the old one.
//!
//! A claim of the new reading that stands where one of the old one stood is that claim, and keeps its id: so what people
//! said of it, and what rests on it, still speaks of it. What the new reading does not have any more is gone, but for what
//! people touched: that stays as it was read then.

use std::collections::{BTreeSet, HashMap};

use record::document::Document;
use record::id::{ClaimId, Sha256};
use record::label::Label;
use record::reading::{Claim, Reading};
use record::span::Span;

use super::claims::claim_ids_by;
use super::db::{Tx, values};
use super::index;
use super::project::json;
use crate::journal::Entry;
use crate::{CasefileError, Result};

/// Projects the entry: `readings` are the one that stood and the new one, of which `sha` is the blob.
pub(super) async fn project(
    tx: &mut Tx,
    (entry, label): (&Entry, &Label),
    document: Sha256,
    sha: Sha256,
    (from, to): (&[u8], &[u8]),
    text: &[u8],
) -> Result<()> {
    let (old, new): (Reading, Reading) = (serde_json::from_slice(from)?, serde_json::from_slice(to)?);
    let key = values![entry.case.0, document.0, &entry.label];
    let rows = tx.rows("SELECT body, seq FROM document WHERE chain = $1 AND sha256 = $2 AND label = $3", key).await?;
    let missing =
        || CasefileError::Damaged(format!("the document {} that was read again is missing", document.short()));
    let row = rows.first().ok_or_else(missing)?;
    let (of, seq): (Document, i64) = (row.json(0)?, row.int(1)?);

    // Claims of a document have the number of its entry, by which they are found without going through the case.
    let within = values![entry.case.0, document.0, &entry.label, seq];
    const STANDING: &str = "SELECT id, place, body FROM claim
        WHERE chain = $1 AND sha256 = $2 AND label = $3 AND seq = $4 ORDER BY place, id";
    // What stood in the old reading, what a person added, and what an earlier reading had and somebody touched.
    let mut before: Vec<Standing> = Vec::new();
    for row in tx.rows(STANDING, within).await? {
        let (id, place, body) = (ClaimId(row.array(0)?), row.int(1)?, row.text(2)?);
        let read = || usize::try_from(place).ok().and_then(|place| old.claims.get(place)).cloned();
        let claim = if body.is_empty() { read() } else { Some(row.json(2)?) };
        let missing = || CasefileError::Damaged("a claim does not stand in its reading".into());
        before.push(Standing { id, place, kept: !body.is_empty(), claim: claim.ok_or_else(missing)? });
    }
    let stood: Vec<&Claim> = before.iter().map(|standing| &standing.claim).collect();
    let pairs = aligned(&stood, &new.claims);
    let again: BTreeSet<usize> = pairs.iter().flatten().copied().collect();
    let fresh = claim_ids_by(entry.case, document, &entry.label, &sha.to_string(), &new);
    tx.run("DELETE FROM claim WHERE chain = $1 AND sha256 = $2 AND label = $3 AND seq = $4", within).await?;
    let mut rows = Vec::with_capacity(fresh.len() * 7);
    for ((place, fresh), pair) in (0_i64..).zip(fresh).zip(&pairs) {
        let id = pair.and_then(|pair| before.get(pair)).map_or(fresh, |standing| standing.id);
        rows.extend_from_slice(values![id.0, entry.case.0, document.0, &entry.label, seq, place, ""]);
    }
    for (at, Standing { id, place, kept, claim }) in before.iter().enumerate() {
        if !again.contains(&at) && (*kept || touched(tx, *id).await?) {
            rows.extend_from_slice(values![id.0, entry.case.0, document.0, &entry.label, seq, *place, json(claim)?]);
        }
    }
    tx.insert("INSERT INTO claim (id, chain, sha256, label, seq, place, body)", 7, &rows).await?;
    let values = values![entry.case.0, document.0, &entry.label, sha.0];
    tx.run("UPDATE document SET reading = $4 WHERE chain = $1 AND sha256 = $2 AND label = $3", values).await?;
    index::remove(tx, entry, document).await?;
    index::enter(tx, entry, label, &of, &new, text).await
}

/// A claim that stood before.
struct Standing {
    id: ClaimId,
    place: i64,
    /// No reading has it: a person added it, or touched it when one had.
    kept: bool,
    claim: Claim,
}

/// Whether a person has said something of a claim, or something rests on it.
async fn touched(tx: &mut Tx, id: ClaimId) -> Result<bool> {
    const BY_ID: [&str; 3] = [
        "SELECT count(*) FROM review WHERE claim = $1",
        "SELECT count(*) FROM rating WHERE claim = $1",
        "SELECT count(*) FROM echo WHERE claim = $1",
    ];
    // These hold the id in what they say; an id has nothing in it that a pattern could take for a sign.
    // A line that was changed stands in what was done with its disclosure.
    const NAMED: [&str; 4] = [
        "SELECT count(*) FROM root WHERE body LIKE $1",
        "SELECT count(*) FROM line WHERE body LIKE $1",
        "SELECT count(*) FROM disclosure_move WHERE kind = 'line-changed' AND body LIKE $1",
        "SELECT count(*) FROM step WHERE body LIKE $1",
    ];
    for (sql, value) in BY_ID
        .map(|sql| (sql, values![id.0].to_vec()))
        .into_iter()
        .chain(NAMED.map(|sql| (sql, values![format!("%{id}%")].to_vec())))
    {
        if tx.rows(sql, &value).await?.first().is_some_and(|row| row.int(0).is_ok_and(|count| count > 0)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// For each claim of the new reading the place of the one before that it is: whose cue overlaps with its own, where both have
/// one, and whose content does by half of the shorter at least, or of the longer where there is no cue: what somebody said of
/// one clause is not carried over to another. Each is at most one; those that share most are paired first.
fn aligned(old: &[&Claim], new: &[Claim]) -> Vec<Option<usize>> {
    let mut near: HashMap<usize, Vec<usize>> = HashMap::new();
    for (before, claim) in old.iter().enumerate() {
        for block in blocks(&anchors(claim)) {
            near.entry(block).or_default().push(before);
        }
    }
    let mut shared: Vec<(usize, usize, usize)> = Vec::new();
    for (at, claim) in new.iter().enumerate() {
        let close: BTreeSet<usize> =
            blocks(&anchors(claim)).filter_map(|block| near.get(&block)).flatten().copied().collect();
        for before in close {
            let other = old[before];
            let content = overlap(&claim.content.spans, &other.content.spans);
            let cue = overlap(&claim.cue.spans, &other.cue.spans);
            let (one, two) = (length(&claim.content.spans), length(&other.content.spans));
            let without = claim.cue.spans.is_empty() || other.cue.spans.is_empty();
            if if without { content * 2 > one.max(two) } else { cue > 0 && content * 2 >= one.min(two) } {
                // Of two with the same cue the one that says more of the same, and of these the one that says less else.
                let apart = one + two - 2 * content;
                shared.push((cue + content, apart, at * old.len() + before));
            }
        }
    }
    shared.sort_unstable_by_key(|(both, apart, pair)| (std::cmp::Reverse(*both), *apart, *pair));
    let (mut pairs, mut taken) = (vec![None; new.len()], vec![false; old.len()]);
    for (_, _, pair) in shared {
        let (at, before) = (pair / old.len(), pair % old.len());
        if pairs[at].is_none() && !taken[before] {
            (pairs[at], taken[before]) = (Some(before), true);
        }
    }
    pairs
}

/// What a claim is found by.
fn anchors(claim: &Claim) -> Vec<Span> {
    claim.cue.spans.iter().chain(&claim.content.spans).copied().collect()
}

/// The stretches of text that spans touch, so that not every claim of a long text is compared with every other.
fn blocks(spans: &[Span]) -> impl Iterator<Item = usize> + '_ {
    const BYTES: usize = 256;
    spans.iter().flat_map(|span| span.start / BYTES..=span.end / BYTES)
}

fn length(spans: &[Span]) -> usize {
    spans.iter().map(|span| span.end - span.start).sum()
}

/// How many bytes two sets of spans share.
fn overlap(one: &[Span], other: &[Span]) -> usize {
    let shared = |a: &Span, b: &Span| a.end.min(b.end).saturating_sub(a.start.max(b.start));
    one.iter().map(|a| other.iter().map(|b| shared(a, b)).sum::<usize>()).sum()
}
