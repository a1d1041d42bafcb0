//! Claims: how each is named, and how a viewer finds them.

use std::collections::HashSet;

use record::document::Document;
use record::id::{CaseId, ClaimId, Sha256};
use record::label::Label;
use record::reading::{Claim, Reading};
use record::review::{Review, Verdict};
use record::source::Rating;
use record::span::Span;
use record::time::Micros;
use sha2::Digest;

use super::Store;
use super::db::{Row, values};
use crate::access::Visible;
use crate::{CasefileError, Result};

/// A claim of a case with the document it stands in.
#[derive(Debug, Clone)]
pub struct ClaimRow {
    /// Its id.
    pub id: ClaimId,
    /// The claim as it was read.
    pub claim: Claim,
    /// Where it stands.
    pub document: Document,
    /// What it demands of viewers.
    pub label: Label,
    /// What people said of it, in the order they did.
    pub reviews: Vec<Review>,
    /// How credible people think it is, in the order they said so; the last one counts.
    pub ratings: Vec<Rating>,
}

impl ClaimRow {
    /// The claim as it stands: as the last person who edited it has it, or as it was read; none where it was last rejected.
    pub fn stands(&self) -> Option<&Claim> {
        self.stood(Micros(i64::MAX))
    }

    /// The claim as it stood at a moment.
    pub(crate) fn stood(&self, until: Micros) -> Option<&Claim> {
        let (mut claim, mut rejected) = (&self.claim, false);
        for review in self.reviews.iter().filter(|review| review.at <= until) {
            rejected = review.verdict == Verdict::Rejected;
            claim = review.version.as_ref().unwrap_or(claim);
        }
        (!rejected).then_some(claim)
    }
}

impl ClaimRow {
    /// Whether it has been read otherwise since the last person spoke of it: other words of content, or another cue.
    pub fn reads_otherwise(&self) -> bool {
        let seen = self.reviews.last().and_then(|review| review.seen.as_ref());
        seen.is_some_and(|seen| {
            seen.content.spans != self.claim.content.spans || seen.cue.spans != self.claim.cue.spans
        })
    }
}

/// The id of the claim that is anchored at these spans. `again` counts the claims before it in the same reading that
/// have the very same anchor.
fn claim_id(
    case: CaseId,
    document: Sha256,
    label: &str,
    reader: &str,
    cue: &[Span],
    content: &[Span],
    again: u64,
) -> ClaimId {
    let mut hasher = sha2::Sha256::new();
    let mut field = |bytes: &[u8]| {
        hasher.update((bytes.len() as u64).to_be_bytes());
        hasher.update(bytes);
    };
    field(b"tearline claim 1");
    field(&case.0);
    field(&document.0);
    field(label.as_bytes());
    field(reader.as_bytes());
    for spans in [cue, content] {
        field(&(spans.len() as u64).to_be_bytes());
        for span in spans {
            field(&(span.start as u64).to_be_bytes());
            field(&(span.end as u64).to_be_bytes());
        }
    }
    field(&again.to_be_bytes());
    let digest: [u8; 32] = hasher.finalize().into();
    let mut id = [0; 16];
    id.copy_from_slice(&digest[..16]);
    ClaimId(id)
}

/// The ids of all claims of a reading, in its order.
pub(super) fn claim_ids(case: CaseId, document: Sha256, label: &str, reading: &Reading) -> Vec<ClaimId> {
    claim_ids_by(case, document, label, &reading.reader.version, reading)
}

/// The same where `reader` stands for whoever read it: two readings of one reader name none of their claims alike.
pub(super) fn claim_ids_by(
    case: CaseId,
    document: Sha256,
    label: &str,
    reader: &str,
    reading: &Reading,
) -> Vec<ClaimId> {
    let mut seen: std::collections::HashMap<(&[Span], &[Span]), u64> = std::collections::HashMap::new();
    reading
        .claims
        .iter()
        .map(|claim| {
            let again = seen.entry((&claim.cue.spans, &claim.content.spans)).or_default();
            let id = claim_id(case, document, label, reader, &claim.cue.spans, &claim.content.spans, *again);
            *again += 1;
            id
        })
        .collect()
}

/// The rows of claims with what is needed to read them.
const CLAIMS: &str = "SELECT claim.id, claim.place, claim.body, document.body, document.reading, label.body FROM claim
     JOIN document ON document.chain = claim.chain AND document.sha256 = claim.sha256 AND document.label = claim.label
     JOIN label ON label.id = claim.label
     WHERE claim.chain = $1 AND claim.label IN (SELECT value FROM json_each($2))
     ORDER BY claim.seq, claim.place";

/// The same for the one of an id.
const BY_ID: &str = "SELECT claim.id, claim.place, claim.body, document.body, document.reading, label.body FROM claim
     JOIN document ON document.chain = claim.chain AND document.sha256 = claim.sha256 AND document.label = claim.label
     JOIN label ON label.id = claim.label
     WHERE claim.id = $3 AND claim.chain = $1 AND claim.label IN (SELECT value FROM json_each($2))";

/// The ids that lie between two. It does not ask for the case: SQLite would go through all of it to find a few ids.
const BETWEEN: &str = "SELECT id FROM claim
     WHERE id BETWEEN $1 AND $2 AND label IN (SELECT value FROM json_each($3)) ORDER BY id";

/// The same for those of one document. They have the number of the entry that it was collected by, and so they are found by
/// their order and not by going through the case.
const OF_DOCUMENT: &str =
    "SELECT claim.id, claim.place, claim.body, document.body, document.reading, label.body FROM document
     JOIN claim ON claim.chain = document.chain AND claim.seq = document.seq
         AND claim.sha256 = document.sha256 AND claim.label = document.label
     JOIN label ON label.id = claim.label
     WHERE document.chain = $1 AND document.label IN (SELECT value FROM json_each($2)) AND document.sha256 = $3
     ORDER BY claim.seq, claim.place";

impl Store {
    /// The visible claims of a case: by document in the order they came, and in each in the order of the text.
    pub(crate) async fn claims(&self, visible: &Visible, case: CaseId) -> Result<Vec<ClaimRow>> {
        let rows = self.db.rows(CLAIMS, values![case.0, visible.json()]).await?;
        self.read_claims(visible, case, &rows).await
    }

    /// The visible claims of one document, in the order of the text.
    pub(crate) async fn claims_of(&self, visible: &Visible, case: CaseId, sha: Sha256) -> Result<Vec<ClaimRow>> {
        let rows = self.db.rows(OF_DOCUMENT, values![case.0, visible.json(), sha.0]).await?;
        self.read_claims(visible, case, &rows).await
    }

    /// The one visible claim whose id begins with `prefix`.
    pub(crate) async fn claim(&self, visible: &Visible, case: CaseId, prefix: &str) -> Result<ClaimRow> {
        let unknown = || CasefileError::Unknown { kind: "claim", name: prefix.to_owned() };
        let (low, high) = range::<16>(prefix).ok_or_else(unknown)?;
        let ids = self.db.rows(BETWEEN, values![low, high, visible.json()]).await?;
        let ids = ids.iter().map(|row| row.array(0).map(ClaimId)).collect::<Result<Vec<_>>>()?;
        let mut found = self.claims_by_id(visible, case, &ids).await?;
        match found.len() {
            0 | 1 => found.pop().ok_or_else(unknown),
            _ => Err(CasefileError::Ambiguous { kind: "claim", name: prefix.to_owned() }),
        }
    }

    /// The visible claims of which a person has said something, or that a person has added.
    pub(crate) async fn reviewed_claims(&self, visible: &Visible, case: CaseId) -> Result<Vec<ClaimRow>> {
        let ids: Vec<ClaimId> = self.reviews(visible, case).await?.into_keys().map(ClaimId).collect();
        self.claims_by_id(visible, case, &ids).await
    }

    /// The visible claims of these ids, by document. An id of which there is none, or none that is visible, has none.
    pub(crate) async fn claims_by_id(&self, visible: &Visible, case: CaseId, ids: &[ClaimId]) -> Result<Vec<ClaimRow>> {
        let mut rows = Vec::with_capacity(ids.len());
        for id in ids {
            rows.extend(self.db.rows(BY_ID, values![case.0, visible.json(), id.0]).await?);
        }
        // A reading is unpacked once for all of its claims that stand together.
        let mut keyed = Vec::with_capacity(rows.len());
        for row in rows {
            keyed.push((row.array::<32>(4)?, row));
        }
        keyed.sort_by_key(|(reading, _)| *reading);
        let rows: Vec<Row> = keyed.into_iter().map(|(_, row)| row).collect();
        self.read_claims(visible, case, &rows).await
    }

    /// Claims with what they say, each reading of a document being unpacked once for those that stand together.
    async fn read_claims(&self, visible: &Visible, case: CaseId, rows: &[Row]) -> Result<Vec<ClaimRow>> {
        let mut reviews = self.reviews(visible, case).await?;
        let mut ratings = self.ratings(visible, case).await?;
        let mut used: Option<HashSet<ClaimId>> = None;
        let mut last: Option<([u8; 32], Vec<Claim>)> = None;
        let mut claims = Vec::with_capacity(rows.len());
        for row in rows {
            let (id, body) = (row.array(0)?, row.text(2)?);
            let claim = if body.is_empty() {
                let sha: [u8; 32] = row.array(4)?;
                if last.as_ref().is_none_or(|(of, _)| *of != sha) {
                    let reading: Reading = serde_json::from_slice(&self.blob(Sha256(sha)).await?)?;
                    last = Some((sha, reading.claims));
                }
                let place = usize::try_from(row.int(1)?).ok();
                let found = place.zip(last.as_ref()).and_then(|(place, (_, all))| all.get(place));
                found.cloned().ok_or_else(|| CasefileError::Damaged("a claim does not stand in its reading".into()))?
            } else {
                // What is not read any more stands because somebody touched it. Whoever may not see that does not see this.
                if !reviews.contains_key(&id) && !ratings.contains_key(&id) {
                    let used = match &mut used {
                        Some(used) => used,
                        none => none.insert(self.used(visible, case).await?),
                    };
                    if !used.contains(&ClaimId(id)) {
                        continue;
                    }
                }
                row.json(2)?
            };
            claims.push(ClaimRow {
                id: ClaimId(id),
                claim,
                document: row.json(3)?,
                label: row.json(5)?,
                reviews: reviews.remove(&id).unwrap_or_default(),
                ratings: ratings.remove(&id).unwrap_or_default(),
            });
        }
        Ok(claims)
    }
}

impl Store {
    /// How many claims the viewer sees that no reading has: added by a person, or kept since somebody touched them.
    pub(super) async fn kept_claims(&self, visible: &Visible, case: CaseId) -> Result<i64> {
        const KEPT: &str = "SELECT claim.id, claim.place, claim.body, document.body, document.reading, label.body FROM claim
             JOIN document ON document.chain = claim.chain AND document.sha256 = claim.sha256 AND document.label = claim.label
             JOIN label ON label.id = claim.label
             WHERE claim.chain = $1 AND claim.label IN (SELECT value FROM json_each($2)) AND claim.body <> ''";
        let rows = self.db.rows(KEPT, values![case.0, visible.json()]).await?;
        if rows.is_empty() {
            return Ok(0);
        }
        Ok(i64::try_from(self.read_claims(visible, case, &rows).await?.len()).unwrap_or(i64::MAX))
    }

    /// The claims on which a visible root or line rests.
    async fn used(&self, visible: &Visible, case: CaseId) -> Result<HashSet<ClaimId>> {
        let roots = self.roots(visible, case).await?;
        let disclosures = self.disclosures(visible, case).await?;
        let lines = disclosures.iter().flat_map(|held| &held.disclosure.lines).flat_map(|line| &line.claims);
        Ok(roots.iter().flat_map(|(root, _)| &root.claims).chain(lines).copied().collect())
    }
}

/// The least and the greatest id of `N` bytes that begin with `prefix`: 4 hexadecimal digits or more, dashes left out.
pub(super) fn range<const N: usize>(prefix: &str) -> Option<([u8; N], [u8; N])> {
    let digits: Vec<u8> = prefix
        .chars()
        .filter(|character| *character != '-')
        .map(|character| character.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect::<Option<_>>()?;
    if !(4..=2 * N).contains(&digits.len()) {
        return None;
    }
    let (mut low, mut high) = ([0; N], [0xff; N]);
    for (place, digit) in digits.into_iter().enumerate() {
        let (shift, keep) = if place % 2 == 0 { (4, 0x0f) } else { (0, 0xf0) };
        low[place / 2] = low[place / 2] & keep | digit << shift;
        high[place / 2] = high[place / 2] & keep | digit << shift;
    }
    Some((low, high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_abbreviated_id_spans_all_ids_that_begin_so() {
        let (low, high) = range::<16>("ab-cd1").unwrap();
        assert_eq!(low[..4], [0xab, 0xcd, 0x10, 0x00]);
        assert_eq!(high[..4], [0xab, 0xcd, 0x1f, 0xff]);
        assert_eq!(range::<16>("abc"), None);
        assert_eq!(range::<16>("xyzw"), None);
        assert_eq!(range::<16>(""), None);
    }

    #[test]
    fn the_same_bytes_under_another_label_or_in_another_case_are_other_claims() {
        let (cue, content) = ([Span::new(1, 2)], [Span::new(3, 9)]);
        let id = |case, label| claim_id(CaseId([case; 16]), Sha256([7; 32]), label, "1", &cue, &content, 0);
        assert_eq!(id(1, "a"), id(1, "a"));
        assert_ne!(id(1, "a"), id(2, "a"));
        assert_ne!(id(1, "a"), id(1, "b"));
    }
}
