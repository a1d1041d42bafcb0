//! What each kind of change does to the tables.
//!
//! This is the only code that writes a projection, and it looks at nothing but the entry, its label and the blobs it cites:
//! so the same journal gives the same tables, now and in a rebuild.

use record::id::Sha256;
use record::label::Label;
use record::reading::Reading;
use record::review::Verdict;
use serde::Serialize;

use super::claims::claim_ids;
use super::db::{Tx, values};
use super::{index, register, reread};
use crate::journal::{Change, Entry};
use crate::{CasefileError, Result};

/// In which form the tables are made. Whoever changes what is projected gives it the next number, and tables in another form
/// are made anew when a store is opened.
pub(crate) const FORM: i64 = 2;

/// The places of claims that people add begin here: behind all that can be read in a document.
const ADDED: i64 = 1 << 40;

/// The blobs that an entry cites, as far as they are at hand.
pub(crate) type Cited<'b> = &'b (dyn Fn(Sha256) -> Option<&'b [u8]> + Sync);

/// Projects one entry.
pub(crate) async fn project(
    tx: &mut Tx,
    entry: &Entry,
    label: &Label,
    change: &Change,
    cited: Cited<'_>,
) -> Result<()> {
    let chain = entry.case.0;
    match change {
        Change::CaseOpened { case } => {
            let values = values![chain, &entry.label, entry.at.0, json(case)?];
            tx.run("INSERT INTO cases (id, label, opened, body) VALUES ($1, $2, $3, $4)", values).await?
        }
        Change::DocumentCollected { document, reading: sha, source } => {
            let values = values![chain, document.sha256.0, &entry.label, entry.seq, entry.at.0, sha.0, json(document)?];
            tx.run(
                "INSERT INTO document (chain, sha256, label, seq, collected, reading, body)
                 VALUES ($1, $2, $3, $4, $5, $6, $7)",
                values,
            )
            .await?;
            if let Some(source) = source {
                let values = values![chain, document.sha256.0, &entry.label, source.0];
                tx.run("INSERT INTO document_source (chain, sha256, label, source) VALUES ($1, $2, $3, $4)", values)
                    .await?;
            }
            let reading: Reading = serde_json::from_slice(found(cited, *sha)?)?;
            claims(tx, entry, document.sha256, &reading).await?;
            index::enter(tx, entry, label, document, &reading, found(cited, document.text)?).await?;
            0
        }
        Change::DocumentReread { document, text, from, reading } => {
            let readings = (found(cited, *from)?, found(cited, *reading)?);
            reread::project(tx, (entry, label), *document, *reading, readings, found(cited, *text)?).await?;
            0
        }
        Change::FileSetAside { aside } => {
            let values = values![chain, aside.sha256.0, &entry.label, entry.seq, entry.at.0, json(aside)?];
            tx.run(
                "INSERT INTO aside (chain, sha256, label, seq, added, body) VALUES ($1, $2, $3, $4, $5, $6)
                 ON CONFLICT DO NOTHING",
                values,
            )
            .await?
        }
        Change::FileTaken { sha256 } => {
            let values = values![chain, sha256.0, &entry.label];
            tx.run("DELETE FROM aside WHERE chain = $1 AND sha256 = $2 AND label = $3", values).await?
        }
        Change::ClaimReviewed { review } => {
            if let (Verdict::Added, Some(version)) = (review.verdict, &review.version) {
                // Behind all that was read in the document, in the order of their coming.
                let values = values![
                    review.claim.0,
                    chain,
                    review.document.0,
                    &entry.label,
                    document_seq(tx, entry, review.document).await?,
                    ADDED + entry.seq,
                    json(version)?
                ];
                tx.insert("INSERT INTO claim (id, chain, sha256, label, seq, place, body)", 7, values).await?;
            }
            let values =
                values![review.id.0, chain, review.claim.0, &entry.label, entry.seq, entry.at.0, json(review)?];
            tx.run(
                "INSERT INTO review (id, chain, claim, label, seq, added, body) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                values,
            )
            .await?
        }
        Change::ClaimRated { rating } => {
            let values =
                values![rating.id.0, chain, rating.claim.0, &entry.label, entry.seq, entry.at.0, json(rating)?];
            tx.run(
                "INSERT INTO rating (id, chain, claim, label, seq, added, body) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                values,
            )
            .await?
        }
        Change::LinkDecided { link } => {
            let values = values![link.id.0, chain, &entry.label, entry.seq, entry.at.0, json(link)?];
            tx.run("INSERT INTO link (id, chain, label, seq, added, body) VALUES ($1, $2, $3, $4, $5, $6)", values)
                .await?
        }
        Change::ActorDecided { link } => {
            let values = values![link.id.0, chain, &entry.label, entry.seq, entry.at.0, json(link)?];
            tx.run(
                "INSERT INTO actor_link (id, chain, label, seq, added, body) VALUES ($1, $2, $3, $4, $5, $6)",
                values,
            )
            .await?
        }
        Change::SearchSaved { name, search } => {
            let values = values![chain, name, &entry.label, entry.at.0, json(search)?];
            tx.run(
                "INSERT INTO search (chain, name, label, added, body) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
                values,
            )
            .await?
        }
        Change::HypothesisStated { hypothesis } => {
            let (id, key) = (hypothesis.id.0, &hypothesis.key);
            let values = values![id, chain, &entry.label, entry.seq, entry.at.0, key, json(hypothesis)?];
            tx.run(
                "INSERT INTO hypothesis (id, chain, label, seq, added, key, body) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                values,
            )
            .await?
        }
        Change::RootEntered { root } => {
            let values = values![root.id.0, chain, &entry.label, entry.seq, entry.at.0, json(root)?];
            tx.run("INSERT INTO root (id, chain, label, seq, added, body) VALUES ($1, $2, $3, $4, $5, $6)", values)
                .await?
        }
        Change::EchoEntered { root, claim } => {
            let values = values![root.0, claim.0, &entry.label, entry.seq, entry.at.0];
            tx.run("INSERT INTO echo (root, claim, label, seq, added) VALUES ($1, $2, $3, $4, $5)", values).await?
        }
        Change::StepTaken { step } => {
            let values = values![chain, entry.seq, &entry.label, entry.at.0, step.kind(), json(step)?];
            tx.run("INSERT INTO step (chain, seq, label, added, kind, body) VALUES ($1, $2, $3, $4, $5, $6)", values)
                .await?
        }
        Change::DisclosureProposed { disclosure } => {
            let values = values![disclosure.id.0, chain, &entry.label, entry.seq, entry.at.0, json(disclosure)?];
            tx.run(
                "INSERT INTO disclosure (id, chain, label, seq, proposed, body) VALUES ($1, $2, $3, $4, $5, $6)",
                values,
            )
            .await?
        }
        Change::LineDrafted { disclosure, line } => {
            let values = values![line.id.0, disclosure.0, &entry.label, entry.seq, entry.at.0, json(line)?];
            tx.run("INSERT INTO line (id, disclosure, label, seq, added, body) VALUES ($1, $2, $3, $4, $5, $6)", values)
                .await?
        }
        Change::DisclosureMoved { disclosure, made } => {
            let values = values![chain, entry.seq, disclosure.0, &entry.label, made.kind(), json(made)?];
            tx.run(
                "INSERT INTO disclosure_move (chain, seq, disclosure, label, kind, body) VALUES ($1, $2, $3, $4, $5, $6)",
                values,
            )
            .await?
        }
        Change::DraftApproved { disclosure, approval } => {
            let (author, draft) = (&approval.author, &approval.draft);
            let values = values![disclosure.0, author, draft, &entry.label, entry.seq, approval.at.0];
            tx.run(
                "INSERT INTO approval (disclosure, author, draft, label, seq, at) VALUES ($1, $2, $3, $4, $5, $6)
                 ON CONFLICT DO NOTHING",
                values,
            )
            .await?
        }
        Change::PacketIssued { disclosure, packet, key, files } => {
            let values = values![packet.0, disclosure.0, &entry.label, entry.seq, entry.at.0, json(&(key, files))?];
            tx.run(
                "INSERT INTO packet (id, disclosure, label, seq, issued, body) VALUES ($1, $2, $3, $4, $5, $6)",
                values,
            )
            .await?
        }
        Change::PacketLogged { .. }
        | Change::MandateEntered { .. }
        | Change::AccessListed { .. }
        | Change::CoverPolicySet { .. }
        | Change::SourceEntered { .. }
        | Change::SourceEdited { .. }
        | Change::SourceGraded { .. }
        | Change::SourceSealed { .. }
        | Change::SourceErased { .. }
        | Change::WarningGiven { .. }
        | Change::WarningAnswered { .. }
        | Change::ReleaseEntered { .. } => register::project(tx, entry, change).await?,
    };
    Ok(())
}

async fn claims(tx: &mut Tx, entry: &Entry, sha: Sha256, reading: &Reading) -> Result<()> {
    let ids = claim_ids(entry.case, sha, &entry.label, reading);
    let mut rows = Vec::with_capacity(ids.len() * 7);
    for (place, id) in (0_i64..).zip(ids) {
        rows.extend_from_slice(values![id.0, entry.case.0, sha.0, &entry.label, entry.seq, place, ""]);
    }
    tx.insert("INSERT INTO claim (id, chain, sha256, label, seq, place, body)", 7, &rows).await
}

/// With which entry the document of this entry's case and label was collected; claims stand in that order.
async fn document_seq(tx: &mut Tx, entry: &Entry, sha: Sha256) -> Result<i64> {
    let question = "SELECT seq FROM document WHERE chain = $1 AND sha256 = $2 AND label = $3";
    let rows = tx.rows(question, values![entry.case.0, sha.0, &entry.label]).await?;
    let missing = || CasefileError::Damaged(format!("the document {} of a claim is missing", sha.short()));
    rows.first().ok_or_else(missing)?.int(0)
}

/// A blob without which nothing can be projected.
fn found<'b>(cited: Cited<'b>, sha: Sha256) -> Result<&'b [u8]> {
    cited(sha).ok_or_else(|| CasefileError::Damaged(format!("the bytes of {} are missing", sha.short())))
}

pub(super) fn json<T: Serialize>(value: &T) -> Result<String> {
    Ok(serde_json::to_string(value)?)
}
