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
    let rows =
        tx.rows("SELECT body, collected FROM document WHERE chain = $1 AND sha256 = $2 AND label = $3", key).await?;
    let missing =
        || CasefileError::Damaged(format!("the document {} that was read again is missing", document.short()));
    let row = rows.first().ok_or_else(missing)?;
    let (of, collected): (Document, i64) = (row.json(0)?, row.int(1)?);

    const STANDING: &str = "SELECT id, place FROM claim
        WHERE chain = $1 AND sha256 = $2 AND label = $3 AND body = '' ORDER BY place";
    let mut standing: HashMap<usize, ClaimId> = HashMap::new();
    for row in tx.rows(STANDING, key).await? {
        if let Ok(place) = usize::try_from(row.int(1)?) {
            standing.insert(place, ClaimId(row.array(0)?));
        }
    }
    tx.run("DELETE FROM claim WHERE chain = $1 AND sha256 = $2 AND label = $3 AND body = ''", key).await?;

    let pairs = aligned(&old.claims, &new.claims);
    let fresh = claim_ids_by(entry.case, document, &entry.label, &sha.to_string(), &new);
    let mut rows = Vec::with_capacity(fresh.len() * 7);
    let mut carried = BTreeSet::new();
    for ((place, fresh), before) in (0_i64..).zip(fresh).zip(&pairs) {
        let id = before.and_then(|before| standing.get(&before)).copied();
        carried.extend(before.filter(|_| id.is_some()));
        let id = id.unwrap_or(fresh);
        rows.extend_from_slice(values![id.0, entry.case.0, document.0, &entry.label, collected, place, ""]);
    }
    for (place, claim) in old.claims.iter().enumerate() {
        let Some(id) = standing.get(&place).filter(|_| !carried.contains(&place)) else { continue };
        if touched(tx, *id).await? {
            let place = i64::try_from(place).unwrap_or(i64::MAX);
            rows.extend_from_slice(values![
                id.0,
                entry.case.0,
                document.0,
                &entry.label,
                collected,
                place,
                json(claim)?
            ]);
        }
    }
    tx.insert("INSERT INTO claim (id, chain, sha256, label, collected, place, body)", 7, &rows).await?;
    let values = values![entry.case.0, document.0, &entry.label, sha.0];
    tx.run("UPDATE document SET reading = $4 WHERE chain = $1 AND sha256 = $2 AND label = $3", values).await?;
    index::remove(tx, entry, document).await?;
    index::enter(tx, entry, label, &of, &new, text).await
}

/// Whether a person has said something of a claim, or something rests on it.
async fn touched(tx: &mut Tx, id: ClaimId) -> Result<bool> {
    const BY_ID: [&str; 3] = [
        "SELECT count(*) FROM review WHERE claim = $1",
        "SELECT count(*) FROM rating WHERE claim = $1",
        "SELECT count(*) FROM echo WHERE claim = $1",
    ];
    // These hold the id in what they say; an id has nothing in it that a pattern could take for a sign.
    const NAMED: [&str; 2] =
        ["SELECT count(*) FROM root WHERE body LIKE $1", "SELECT count(*) FROM line WHERE body LIKE $1"];
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

/// For each claim of the new reading the place of the one in the old reading that it is: whose cue overlaps with its own or,
/// where neither has one, whose content does for the greater part. Each is at most one; those that share most are paired first.
fn aligned(old: &[Claim], new: &[Claim]) -> Vec<Option<usize>> {
    let mut near: HashMap<usize, Vec<usize>> = HashMap::new();
    for (before, claim) in old.iter().enumerate() {
        for block in blocks(anchor(claim)) {
            near.entry(block).or_default().push(before);
        }
    }
    let mut shared: Vec<(usize, usize, usize)> = Vec::new();
    for (at, claim) in new.iter().enumerate() {
        let close: BTreeSet<usize> =
            blocks(anchor(claim)).filter_map(|block| near.get(&block)).flatten().copied().collect();
        for before in close {
            let other = &old[before];
            let content = overlap(&claim.content.spans, &other.content.spans);
            let cue = overlap(&claim.cue.spans, &other.cue.spans);
            let most = length(&claim.content.spans).max(length(&other.content.spans));
            let without = claim.cue.spans.is_empty() && other.cue.spans.is_empty();
            if cue > 0 || (without && content * 2 > most) {
                // Of two with the same cue the one that says more of the same, and of these the one that says less else.
                let apart = length(&claim.content.spans) + length(&other.content.spans) - 2 * content;
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

/// What a claim is found by: its cue or, without one, its content.
fn anchor(claim: &Claim) -> &[Span] {
    if claim.cue.spans.is_empty() { &claim.content.spans } else { &claim.cue.spans }
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
